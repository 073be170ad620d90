//! The keys of the whole page.

use crate::state::pick::PickAction;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::Callback;

/// A key that works anywhere on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Ctrl-Z or ⌘Z, where nothing is typed in.
    StepBack,
    /// Ctrl-Shift-Z, ⌘⇧Z or Ctrl-Y, where nothing is typed in.
    StepForward,
    /// Alt and a digit from 1.
    Region(u32),
    /// Ctrl-S or ⌘S.
    Share,
    /// Ctrl-K or ⌘K.
    Find,
    /// `?`, where nothing is typed in.
    Help,
    /// Alt-V.
    Paste,
    /// Alt-P for a condition, Alt-M for a variable.
    Pick(PickAction),
    /// Alt-. for the next event, Alt-, for the one before.
    Step {
        /// Which of the two.
        forwards: bool,
    },
}

/// Tells each shortcut, until the listener is dropped.
pub fn on_shortcut(tell: Callback<Shortcut>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::document(), "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>()
            && let Some(shortcut) = shortcut(event)
        {
            event.prevent_default();
            tell.emit(shortcut);
        }
    })
}

fn shortcut(event: &KeyboardEvent) -> Option<Shortcut> {
    let command = event.ctrl_key() || event.meta_key();
    if event.alt_key() && !command {
        // By its place on the keyboard: with Alt some systems give another character.
        match event.code().as_str() {
            "KeyP" => return Some(Shortcut::Pick(PickAction::Condition)),
            "KeyM" => return Some(Shortcut::Pick(PickAction::Variable)),
            "KeyV" => return Some(Shortcut::Paste),
            "Period" => return Some(Shortcut::Step { forwards: true }),
            "Comma" => return Some(Shortcut::Step { forwards: false }),
            _ => {}
        }
        let digit = event.code().strip_prefix("Digit")?.parse().ok()?;
        return (1..=7).contains(&digit).then_some(Shortcut::Region(digit));
    }
    if command && !event.alt_key() && !event.default_prevented() && !is_typed_in_event(event) {
        match (event.code().as_str(), event.shift_key()) {
            ("KeyZ", false) => return Some(Shortcut::StepBack),
            ("KeyZ", true) | ("KeyY", false) => return Some(Shortcut::StepForward),
            _ => {}
        }
    }
    match event.key().as_str() {
        "s" | "S" if command && !event.shift_key() && !event.alt_key() => Some(Shortcut::Share),
        // Where a text takes the key itself, it is the text's.
        "k" | "K" if command && !event.shift_key() && !event.alt_key() && !event.default_prevented() => {
            Some(Shortcut::Find)
        }
        "?" if !command && !is_typed_in_event(event) => Some(Shortcut::Help),
        _ => None,
    }
}

fn is_typed_in_event(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|target| is_typed_in(&target))
}

/// Whether keys pressed in this element are for it.
pub(super) fn is_typed_in(element: &HtmlElement) -> bool {
    element.is_content_editable() || matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}
