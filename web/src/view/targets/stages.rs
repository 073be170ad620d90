//! A transformer stage by stage: path, value, where it lands in the template, what is delivered.

use super::text::Text;
use crate::state::{
    action::Action,
    field::Field,
    model::Pointed,
    stages::{MOST_USES, Use, payload, uses},
};
use crate::ui::lang::use_lang;
use crate::ui::visible_text::{VisibleText, seen};
use crate::view::common::Common;
use rulepad_workbench::{Lang, Payload, Rendered, Variable};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// How many characters of a delivered text are shown.
const DELIVERED: usize = 60;

/// Properties of [`Stages`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct StagesProps {
    /// The target's place.
    pub place: usize,
    /// What becomes of the event.
    pub rendered: Rendered,
    /// The template it was found for.
    pub template: AttrValue,
    /// The variables that belong to what is pointed at.
    pub lit: Vec<usize>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// A row for each variable. Pointing at it lights all its stages; arrows move from stage to stage, and a stage
/// goes to its place.
#[component]
pub(super) fn Stages(props: &StagesProps) -> Html {
    let lang = use_lang();
    let root = use_node_ref();
    let onkeydown = {
        let root = root.clone();
        move |event: KeyboardEvent| move_focus(&root, &event)
    };
    let payload = payload(&props.rendered.outcome);
    let variables = &props.rendered.variables;
    // One stage is reached by Tab: the first path, or where there is none the first placeholder.
    let path = variables.iter().position(|variable| variable.path_span.is_some());
    let entry = path.or_else(|| variables.iter().position(|variable| !variable.uses.is_empty()));
    let row = |(place, variable): (usize, &Variable)| {
        row(lang, props, place, variable, payload, entry == Some(place))
    };
    html! {
        <table ref={root} class="stages" aria-label={Text::Variables.words(lang)} {onkeydown}>
            <thead>
                <tr>
                    <th scope="col">{ Text::Variable.words(lang) }</th>
                    <th scope="col">{ Text::Path.words(lang) }</th>
                    <th scope="col">{ Text::ValueInEvent.words(lang) }</th>
                    <th scope="col">{ Text::InTemplate.words(lang) }</th>
                    <th scope="col">{ Text::DeliveredAs.words(lang) }</th>
                </tr>
            </thead>
            <tbody>{ for props.rendered.variables.iter().enumerate().map(row) }</tbody>
        </table>
    }
}

fn row(
    lang: Lang,
    props: &StagesProps,
    place: usize,
    variable: &Variable,
    payload: Option<&Payload>,
    entry: bool,
) -> Html {
    let point =
        |on: bool| props.dispatch.reform(move |()| Action::Point(on.then_some(Pointed::Variable(place))));
    let (on, off) = (point(true), point(false));
    let (on_focus, off_focus) = (on.clone(), off.clone());
    let found = uses(variable, &props.template, payload);
    let more = variable.uses.len().saturating_sub(found.len());
    let missing = variable.value.is_none();
    html! {
        <tr
            key={variable.name.clone()}
            class={classes!(props.lit.contains(&place).then_some("lit"), missing.then_some("stage-missing"))}
            onmouseenter={move |_: MouseEvent| on.emit(())}
            onmouseleave={move |_: MouseEvent| off.emit(())}
            onfocusin={move |_: FocusEvent| on_focus.emit(())}
            onfocusout={move |_: FocusEvent| off_focus.emit(())}
        >
            <th scope="row"><code translate="no">{ "<" }<VisibleText text={variable.name.clone()} />{ ">" }</code></th>
            <td data-stage="path">{ path(lang, props, variable, entry) }</td>
            <td data-stage="value">{ value(lang, props, variable) }</td>
            <td data-stage="template">
                if found.is_empty() {
                    <span class="muted">{ Text::NotUsed.words(lang) }</span>
                }
                { for found.iter().enumerate().map(|(nth, found)| {
                    template(lang, props, variable, found, entry && nth == 0 && variable.path_span.is_none())
                }) }
                if more > 0 {
                    <span class="muted">{ Common::AndMore(more).words(lang) }</span>
                }
            </td>
            <td data-stage="payload">
                { for found.iter().map(|found| delivered(lang, props, found, payload)) }
                if more > 0 {
                    <span class="muted">{ Text::FirstUses(MOST_USES).words(lang) }</span>
                }
            </td>
        </tr>
    }
}

/// A stage that goes to its place; only the entry is reached by Tab, the others by arrows.
fn stage(title: AttrValue, entry: bool, onclick: Callback<MouseEvent>, children: Html) -> Html {
    html! {
        <button type="button" class="stage" {title} tabindex={if entry { "0" } else { "-1" }} {onclick}>{ children }</button>
    }
}

fn path(lang: Lang, props: &StagesProps, variable: &Variable, entry: bool) -> Html {
    let target = props.place;
    match variable.path_span {
        Some(span) => {
            let onclick = props.dispatch.reform(move |_| Action::GoTo(Field::Paths(target), span));
            stage(
                Text::GoToPath.words(lang),
                entry,
                onclick,
                html! { <code translate="no"><VisibleText text={variable.path.clone()} /></code> },
            )
        }
        None => html! {
            <span class="muted">{ Text::AwsSetsIt.words(lang) }</span>
        },
    }
}

fn value(lang: Lang, props: &StagesProps, variable: &Variable) -> Html {
    let shown = match &variable.value {
        Some(value) => html! {
            <>
                <code translate="no" class="stage-value" title={seen(value)}><VisibleText text={value.clone()} /></code>
                <span class="stage-kind">{ &variable.kind }</span>
            </>
        },
        None => html! {
            <span class="stage-kind">{ Text::NoValue.words(lang) }</span>
        },
    };
    match variable.event_spans.first().copied() {
        Some(span) => {
            let onclick = props.dispatch.reform(move |_| Action::ShowValue(span));
            stage(Text::ShowInEvent.words(lang), false, onclick, shown)
        }
        None => shown,
    }
}

fn template(lang: Lang, props: &StagesProps, variable: &Variable, found: &Use, entry: bool) -> Html {
    let (target, place) = (props.place, found.place);
    let onclick = props.dispatch.reform(move |_| Action::GoTo(Field::Template(target), place));
    let shown = html! {
        <code translate="no" class="stage-line">
            <span class="stage-around">{ &found.before }</span>
            <mark>{ "<" }<VisibleText text={variable.name.clone()} />{ ">" }</mark>
            <span class="stage-around">{ &found.after }</span>
        </code>
    };
    stage(Text::GoToPlaceholder.words(lang), entry, onclick, shown)
}

fn delivered(lang: Lang, props: &StagesProps, found: &Use, payload: Option<&Payload>) -> Html {
    let stretch = found.delivered.zip(payload);
    let text = stretch.and_then(|(span, payload)| payload.text.get(span.range()));
    match (found.delivered, text) {
        (Some(span), Some(text)) => {
            let onclick = props.dispatch.reform(move |_| Action::ShowStretch(span));
            let shown = html! {
                <code translate="no" class="stage-line"><VisibleText text={shortened(text)} /></code>
            };
            stage(Text::ShowInPayload.words(lang), false, onclick, shown)
        }
        _ if payload.is_none() => html! {
            <span class="stage-none">{ Text::NothingDelivered.words(lang) }</span>
        },
        _ => html! {
            <span class="stage-none">{ Text::Nothing.words(lang) }</span>
        },
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(DELIVERED) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}

/// Left and right go along a variable's stages, up and down to the same stage of its neighbours.
fn move_focus(root: &NodeRef, event: &KeyboardEvent) {
    let Some(root) = root.cast::<Element>() else { return };
    let all = all(&root, ".stage");
    let focused = gloo::utils::document().active_element();
    let Some(at) = all.iter().position(|stage| Some(stage.as_ref()) == focused.as_ref()) else { return };
    let column = |element: &HtmlElement| {
        element.closest("[data-stage]").ok().flatten().and_then(|cell| cell.get_attribute("data-stage"))
    };
    let own = all.get(at).and_then(column);
    let same = |element: &&HtmlElement| column(element) == own;
    let next = match event.key().as_str() {
        "ArrowRight" => all.get(at + 1),
        "ArrowLeft" => at.checked_sub(1).and_then(|before| all.get(before)),
        "ArrowDown" => all.iter().skip(at + 1).find(same),
        "ArrowUp" => all.iter().take(at).rev().find(same),
        "Home" => all.first(),
        "End" => all.last(),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next {
        // Focus is refused only by elements that are gone.
        let _ = next.focus();
    }
}

fn all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}
