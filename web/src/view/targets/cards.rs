//! The targets as cards: kind, id, ARN, input, the delivery status and what each receives.

use super::delivery_status::{Reach, delivery_status};
use super::icons::icon;
use super::kind_menu::KindMenu;
use super::text::Text;
use crate::platform::focus;
use crate::state::{
    action::Action,
    field::Field,
    model::{Answer, InputOption, Way},
    shared::Shared,
    stages::payload,
};
use crate::ui::glyph::Glyph;
use crate::ui::lang::use_lang;
use crate::ui::middle_ellipsis::MiddleEllipsis;
use crate::ui::prose::Prose;
use crate::ui::roving::place_after;
use crate::ui::visible_text::VisibleText;
use crate::view::common::Common;
use rulepad_workbench::{Diagnostic, Draft, Lang, Severity, Target, TargetReport};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// How many characters of what arrives a card shows at most; the style sheet cuts it at its edge.
const FIRST: usize = 120;

/// How many cards there are at most: AWS takes five targets, a draft may hold thousands.
const CARDS: usize = 100;

/// Properties of [`Cards`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct CardsProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// The key of each target.
    pub keys: Vec<u32>,
    /// The chosen target.
    pub chosen: usize,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The cards. Arrows choose the neighbours, with Alt they move the card, Delete removes it.
#[component]
pub(super) fn Cards(props: &CardsProps) -> Html {
    let lang = use_lang();
    let list = use_node_ref();
    let count = props.draft.targets.len();
    // Of more than are listed, those around the chosen one.
    let from = props.chosen.saturating_sub(CARDS / 2).min(count.saturating_sub(CARDS));
    let reach = Reach::of(props.answer.as_ref(), &props.draft);
    let onkeydown = {
        let (list, dispatch) = (list.clone(), props.dispatch.clone());
        let chosen = props.chosen;
        move |event: KeyboardEvent| {
            let key = event.key();
            let way = match key.as_str() {
                "ArrowUp" => Some(Way::Up),
                "ArrowDown" => Some(Way::Down),
                _ => None,
            };
            let next = match (way, event.alt_key()) {
                (Some(way), true) => {
                    dispatch.emit(Action::MoveTarget(chosen, way));
                    // A card that is moved loses the focus.
                    focus::first(&["#lower .target-card[aria-current]"]);
                    None
                }
                _ if key == "Delete" => {
                    dispatch.emit(Action::RemoveTarget(chosen));
                    focus::keep(&["#lower .target-card[aria-current]", "#lower .empty-panel button"]);
                    None
                }
                _ => match place_after(&key, chosen, count, true) {
                    Some(next) => Some(next),
                    None => return,
                },
            };
            event.prevent_default();
            let Some(next) = next else { return };
            dispatch.emit(Action::SelectTarget(next));
            let cards = list.cast::<Element>().and_then(|list| list.query_selector_all(".target-card").ok());
            let card = cards.and_then(|cards| cards.item(u32::try_from(next.checked_sub(from)?).ok()?));
            if let Some(card) = card.and_then(|card| card.dyn_into::<HtmlElement>().ok()) {
                // Focus is refused only by elements that are gone.
                let _ = card.focus();
            }
        }
    };
    let cards = props.draft.targets.iter().zip(&props.keys).enumerate();
    let card = |(place, (target, key)): (usize, (&Target, &u32))| {
        let report = super::report(props.answer.as_ref(), &props.draft, place);
        html! {
            <Card
                key={*key}
                {place}
                target={target.clone()}
                {report}
                {reach}
                chosen={place == props.chosen}
                dispatch={props.dispatch.clone()}
            />
        }
    };
    html! {
        <nav class="target-list" aria-label={Common::Targets.words(lang)}>
            <ul ref={list} {onkeydown}>
                { for cards.skip(from).take(CARDS).map(card) }
                if count > CARDS {
                    <li class="muted">{ Text::CardsListed { listed: CARDS, count }.words(lang) }</li>
                }
            </ul>
            <KindMenu label={Text::AddTarget.words(lang)} dispatch={props.dispatch.clone()} />
        </nav>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct CardProps {
    place: usize,
    target: Target,
    report: Option<TargetReport>,
    reach: Reach,
    chosen: bool,
    dispatch: Callback<Action>,
}

#[component]
fn Card(props: &CardProps) -> Html {
    let lang = use_lang();
    let (target, place) = (&props.target, props.place);
    let (tone, word) = delivery_status(props.report.as_ref(), props.reach);
    let kind = target.kind();
    let name = match kind {
        Some(kind) => kind.name(lang).into(),
        None if target.arn.is_empty() => Text::NoArn.words(lang),
        None => Text::UnknownKind.words(lang),
    };
    let found = props.report.as_ref().map(|report| report.diagnostics.as_slice()).unwrap_or_default();
    // An error first, else what is to be said of the target as a whole.
    let whole = |found: &&Diagnostic| Field::of(found).is_none() && found.severity == Severity::Warning;
    let problem = found.iter().find(|found| found.is_error()).or_else(|| found.iter().find(whole));
    html! {
        <li>
            <button
                type="button"
                class="target-card"
                aria-current={props.chosen.then_some("true")}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
                title={Text::CardKeys.words(lang)}
                tabindex={if props.chosen { "0" } else { "-1" }}
                onclick={props.dispatch.reform(move |_: MouseEvent| Action::SelectTarget(place))}
            >
                { icon(kind) }
                <span class="target-id">
                    if target.id.is_empty() {
                        <em>{ Text::NoId.words(lang) }</em>
                    } else {
                        <VisibleText text={target.id.clone()} />
                    }
                </span>
                <span class={classes!("target-status", tone.class())}><Glyph {tone} />{ word.words(lang) }</span>
                <span class="target-kind">{ name }{ " · " }{ option(lang, &target.input) }</span>
                if !target.arn.is_empty() {
                    <span class="target-arn"><MiddleEllipsis text={target.arn.clone()} most={27} /></span>
                }
                <span class="target-first">{ first(problem, props.report.as_ref()) }</span>
            </button>
        </li>
    }
}

fn option(lang: Lang, input: &rulepad_workbench::Input) -> AttrValue {
    match InputOption::of(input) {
        InputOption::MatchedEvent => Text::MatchedEventShort.words(lang),
        InputOption::Path => Text::PartOfEventShort.words(lang),
        InputOption::Constant => Text::ConstantShort.words(lang),
        InputOption::Transformer => Text::TransformerShort.words(lang),
    }
}

/// The first line of what arrives, or what prevents it.
fn first(problem: Option<&Diagnostic>, report: Option<&TargetReport>) -> Html {
    if let Some(problem) = problem {
        return html! {
            <Prose text={problem.message.clone()} />
        };
    }
    let rendered = report.and_then(|report| report.rendered.as_ref());
    let Some(payload) = rendered.and_then(|rendered| payload(&rendered.outcome)) else {
        return Html::default();
    };
    let line = payload.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    html! {
        <code translate="no"><VisibleText text={line.chars().take(FIRST).collect::<String>()} /></code>
    }
}
