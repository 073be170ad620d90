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
    Save,
    /// Alt-S.
    Share,
    /// Alt-X.
    Export,
    /// Ctrl-K or ⌘K.
    Find,
    /// `?`, where nothing is typed in.
    Help,
    /// Alt-V.
    Paste,
    /// Alt-Z.
    Wrap,
    /// Alt-I.
    Import,
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
    let (key, code) = (event.key(), event.code());
    let pressed = Pressed {
        key: &key,
        code: &code,
        command: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
        shift: event.shift_key(),
        composing: is_composing(event),
        typed_in: is_typed_in_event(event),
        taken: event.default_prevented(),
    };
    pressed.shortcut()
}

/// Whether the key belongs to an input method that puts a character together. Safari reports the key that ends the
/// composition with the code 229 alone.
#[must_use]
pub fn is_composing(event: &KeyboardEvent) -> bool {
    const IN_COMPOSITION: u32 = 229;
    event.is_composing() || (event.key_code() == IN_COMPOSITION && is_typed_in_event(event))
}

/// Whether Enter was pressed to send what is typed, and not to end a composition.
#[must_use]
pub fn is_enter(event: &KeyboardEvent) -> bool {
    event.key() == "Enter" && !is_composing(event)
}

/// The letter a shortcut means: the one the layout writes if it is a Latin one, else the one on that key of a US
/// keyboard. So Ctrl+S is found on AZERTY and Dvorak where `s` is printed, and on Hangul, Cyrillic or Greek layouts too.
#[must_use]
pub fn letter(key: &str, code: &str) -> Option<char> {
    let mut written = key.chars();
    match (written.next(), written.next()) {
        (Some(one), None) if one.is_ascii_alphabetic() => Some(one.to_ascii_lowercase()),
        (Some(one), None) if one.is_ascii() => None,
        _ => code.strip_prefix("Key")?.chars().next().map(|one| one.to_ascii_lowercase()),
    }
}

/// A pressed key, without the browser.
#[derive(Clone, Copy, Debug, Default)]
struct Pressed<'k> {
    key: &'k str,
    code: &'k str,
    command: bool,
    alt: bool,
    shift: bool,
    composing: bool,
    /// Whether the key goes into a text.
    typed_in: bool,
    /// Whether something else on the page has used the key.
    taken: bool,
}

impl Pressed<'_> {
    fn shortcut(&self) -> Option<Shortcut> {
        if self.composing {
            return None;
        }
        if self.alt && !self.command {
            // By its place on the keyboard: with Alt some systems give another character.
            match self.code {
                "KeyP" => return Some(Shortcut::Pick(PickAction::Condition)),
                "KeyM" => return Some(Shortcut::Pick(PickAction::Variable)),
                "KeyV" => return Some(Shortcut::Paste),
                "KeyI" => return Some(Shortcut::Import),
                "KeyZ" => return Some(Shortcut::Wrap),
                "KeyS" => return Some(Shortcut::Share),
                "KeyX" => return Some(Shortcut::Export),
                "Period" => return Some(Shortcut::Step { forwards: true }),
                "Comma" => return Some(Shortcut::Step { forwards: false }),
                _ => {}
            }
            let digit = self.code.strip_prefix("Digit")?.parse().ok()?;
            return (1..=8).contains(&digit).then_some(Shortcut::Region(digit));
        }
        match letter(self.key, self.code) {
            // In a text the keys are the text's.
            Some(letter @ ('z' | 'y')) if self.command && !self.typed_in && !self.taken => {
                return match (letter, self.shift) {
                    ('z', false) => Some(Shortcut::StepBack),
                    ('z', true) | ('y', false) => Some(Shortcut::StepForward),
                    _ => None,
                };
            }
            Some('s') if self.command && !self.shift => return Some(Shortcut::Save),
            // Where a text uses the key itself, it is the text's.
            Some('k') if self.command && !self.shift && !self.taken => return Some(Shortcut::Find),
            _ => {}
        }
        (self.asks() && !self.command && !self.alt && !self.typed_in).then_some(Shortcut::Help)
    }

    /// `?`, or its key where an input method hides what is written.
    fn asks(&self) -> bool {
        self.key == "?" || (self.key == "Process" && self.code == "Slash" && self.shift)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn ctrl<'k>(key: &'k str, code: &'k str) -> Pressed<'k> {
        Pressed { key, code, command: true, ..Pressed::default() }
    }

    #[test]
    fn a_letter_is_found_on_every_layout() {
        for (key, code) in [
            ("s", "KeyS"),
            ("S", "KeyS"),
            ("ㄴ", "KeyS"),
            ("ы", "KeyS"),
            ("σ", "KeyS"),
            ("Process", "KeyS"),
            ("s", "Semicolon"),
        ] {
            assert_eq!(ctrl(key, code).shortcut(), Some(Shortcut::Save), "{key} {code}");
        }
        for (key, code) in [("o", "KeyS"), (";", "KeyS"), ("щ", "KeyO")] {
            assert_eq!(ctrl(key, code).shortcut(), None, "{key} {code}");
        }
        assert_eq!(ctrl("л", "KeyK").shortcut(), Some(Shortcut::Find));
        assert_eq!(Pressed { taken: true, ..ctrl("k", "KeyK") }.shortcut(), None);
    }

    #[test]
    fn undo_is_the_texts_in_a_text() {
        assert_eq!(ctrl("z", "KeyZ").shortcut(), Some(Shortcut::StepBack));
        assert_eq!(ctrl("я", "KeyZ").shortcut(), Some(Shortcut::StepBack));
        assert_eq!(Pressed { shift: true, ..ctrl("Z", "KeyZ") }.shortcut(), Some(Shortcut::StepForward));
        assert_eq!(ctrl("z", "KeyY").shortcut(), Some(Shortcut::StepBack), "QWERTZ");
        assert_eq!(Pressed { typed_in: true, ..ctrl("z", "KeyZ") }.shortcut(), None);
    }

    #[test]
    fn nothing_happens_while_a_character_is_put_together() {
        for pressed in [ctrl("s", "KeyS"), Pressed { alt: true, code: "KeyV", ..Pressed::default() }] {
            assert!(pressed.shortcut().is_some());
            assert_eq!(Pressed { composing: true, ..pressed }.shortcut(), None);
        }
    }

    #[test]
    fn the_question_mark_is_a_shortcut_beside_the_texts() {
        let asks = Pressed { key: "?", code: "Digit7", shift: true, ..Pressed::default() };
        assert_eq!(asks.shortcut(), Some(Shortcut::Help));
        assert_eq!(Pressed { typed_in: true, ..asks }.shortcut(), None);
        let hidden = Pressed { key: "Process", code: "Slash", shift: true, ..Pressed::default() };
        assert_eq!(hidden.shortcut(), Some(Shortcut::Help));
    }

    #[test]
    fn alt_goes_by_the_place_of_the_key() {
        let alt = |key, code| Pressed { key, code, alt: true, ..Pressed::default() };
        assert_eq!(alt("√", "KeyV").shortcut(), Some(Shortcut::Paste));
        assert_eq!(alt("ß", "KeyS").shortcut(), Some(Shortcut::Share));
        assert_eq!(alt("≈", "KeyX").shortcut(), Some(Shortcut::Export));
        assert_eq!(alt("¡", "Digit1").shortcut(), Some(Shortcut::Region(1)));
        assert_eq!(Pressed { command: true, ..alt("v", "KeyV") }.shortcut(), None, "AltGr writes characters");
    }
}
