//! What is said of the cell with the focus, and what can be done with its rule and its event.

use super::shown::Cell;
use super::text::Text;
use crate::state::action::Action;
use crate::state::bus::{Bus, BusAction};
use crate::state::model::Way;
use crate::state::shared::Shared;
use crate::state::testing::{Status, Testing, reasons};
use crate::state::tray::{Tray, TrayAction};
use crate::ui::button::Button;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::menu::{Menu, MenuItem};
use crate::ui::prose::Prose;
use crate::ui::visible_text::VisibleText;
use rulepad_workbench::Draft;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Inspector`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct InspectorProps {
    pub draft: Shared<Draft>,
    pub bus: Shared<Bus>,
    pub tray: Shared<Tray>,
    pub testing: Testing,
    /// The cell: a rule and an event, by their places.
    pub at: (usize, usize),
    pub dispatch: Callback<Action>,
}

/// The line under the matrix.
#[component]
pub(super) fn Inspector(props: &InspectorProps) -> Html {
    let lang = use_lang();
    let (rule, event) = props.at;
    let cell = Cell::of(&props.bus, &props.tray, &props.testing, rule, event);
    let drafts = props.bus.drafts(&props.draft);
    let (Some(cell), Some(kept), Some(slot), Some(draft)) =
        (cell, props.tray.events.get(event), props.bus.rules.get(rule), drafts.get(rule))
    else {
        return Html::default();
    };
    let choice = |words: Text<'_>, shortcut: &'static str, matches: Option<bool>| {
        let onclick = props
            .dispatch
            .reform(move |_: MouseEvent| Action::Bus(BusAction::Expect { rule, event, matches }));
        let (words, pressed) = (words.words(lang), Some(cell.expected == matches));
        html! {
            <Button {shortcut} title={words.clone()} {pressed} {onclick}>{ words }</Button>
        }
    };
    let rename = props.dispatch.reform(move |changed: Event| {
        let title = changed.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
        Action::Tray(TrayAction::Rename(event, title.unwrap_or_default()))
    });
    let item = |id: &'static str, words: Text<'_>, disabled: bool| MenuItem {
        id: id.into(),
        label: words.words(lang),
        disabled,
        ..MenuItem::default()
    };
    let (count, rules) = (props.tray.events.len(), props.bus.rules.len());
    let items = vec![
        item("left", Text::MoveEventLeft, event == 0),
        item("right", Text::MoveEventRight, event + 1 >= count),
        item("event", Text::RemoveEvent, count < 2),
        item("rule", Text::RemoveRule, rules < 2),
    ];
    let on_choose = props.dispatch.reform(move |id: AttrValue| match id.as_str() {
        "left" => Action::Tray(TrayAction::Move(event, Way::Up)),
        "right" => Action::Tray(TrayAction::Move(event, Way::Down)),
        "event" => Action::Tray(TrayAction::Remove(event)),
        _ => Action::Bus(BusAction::Remove(rule)),
    });
    let tone = match cell.status {
        Status::Failed => Tone::Bad,
        Status::Passed => Tone::Good,
        Status::Waiting | Status::Untested => Tone::Plain,
    };
    let key = (slot.key, kept.key);
    let why: Vec<String> = reasons(props.testing.outcomes.as_deref(), key).map(str::to_owned).collect();
    let look = props.dispatch.reform(move |_: MouseEvent| Action::Bus(BusAction::Look { rule, event }));
    html! {
        <div class="inspector" role="group" aria-label={Text::CellLabel.words(lang)}>
            <p class="inspector-what">
                <span class="inspector-rule"><VisibleText text={Text::rule_name(draft, rule, lang)} /></span>
                <span class="muted">{ "×" }</span>
                <input
                    class="inspector-event"
                    type="text"
                    key={kept.key}
                    aria-label={Text::EventName.words(lang)}
                    title={Text::RenameEvent.words(lang)}
                    value={kept.title.to_string()}
                    onchange={rename}
                />
                <span class={classes!("inspector-words", tone.class())} role="status">
                    <Glyph {tone} />{ cell.words(lang) }
                </span>
            </p>
            <div class="inspector-tools">
                { choice(Text::MustMatch, "M", Some(true)) }
                { choice(Text::MustNotMatch, "N", Some(false)) }
                { choice(Text::NoTest, "Delete", None) }
                <Button title={Text::OpenInWhy.words(lang)} shortcut="Enter" onclick={look}>
                    { Text::Explain.words(lang) }
                </Button>
                <Menu name="cell" label={Text::More.words(lang)} {items} {on_choose} align_end=true />
            </div>
            if !why.is_empty() {
                <ul class="inspector-why tone-bad">
                    { for why.into_iter().map(|text| html! { <li><Prose {text} /></li> }) }
                </ul>
            }
        </div>
    }
}
