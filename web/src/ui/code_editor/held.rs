//! The text an editor holds, and which of its reports have not come back yet.

use crate::ui::utf16::Utf16Index;
use std::{cell::OnceCell, collections::VecDeque};
use yew::AttrValue;

/// Reports remembered while their echo is awaited; a page that never echoes must not make this grow.
const AWAITED: usize = 64;

/// Tells a new text from outside apart from a late echo of what was typed.
#[derive(Debug)]
pub(super) struct Held {
    text: AttrValue,
    index: OnceCell<Utf16Index>,
    /// What the page last wanted, which it may want once more before it has heard of what was typed.
    base: AttrValue,
    reported: VecDeque<AttrValue>,
}

impl Held {
    pub(super) fn new(text: AttrValue) -> Self {
        Self { base: text.clone(), text, index: OnceCell::new(), reported: VecDeque::new() }
    }

    pub(super) fn text(&self) -> &AttrValue {
        &self.text
    }

    pub(super) fn unit_of(&self, byte: usize) -> usize {
        self.index().unit_of(byte)
    }

    pub(super) fn byte_of(&self, unit: usize) -> usize {
        self.index().byte_of(unit)
    }

    /// The reader changed the text.
    pub(super) fn typed(&mut self, text: AttrValue) {
        if self.reported.len() == AWAITED {
            self.reported.pop_front();
        }
        self.reported.push_back(text.clone());
        self.replace(text);
    }

    /// The page sets this text. True when the editor must be given it: not when it holds it already, and not
    /// when this is the echo of an earlier report while later typing is still on its way.
    pub(super) fn wanted(&mut self, text: &AttrValue) -> bool {
        if *text == self.text {
            self.base = text.clone();
            self.reported.clear();
            return false;
        }
        if let Some(place) = self.reported.iter().position(|earlier| earlier == text) {
            self.base = text.clone();
            self.reported.drain(..=place);
            return false;
        }
        if *text == self.base && !self.reported.is_empty() {
            return false;
        }
        self.base = text.clone();
        self.reported.clear();
        self.replace(text.clone());
        true
    }

    fn replace(&mut self, text: AttrValue) {
        self.text = text;
        self.index = OnceCell::new();
    }

    fn index(&self) -> &Utf16Index {
        self.index.get_or_init(|| Utf16Index::new(&self.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> AttrValue {
        AttrValue::from(text.to_owned())
    }

    #[test]
    fn an_echo_is_not_set_again() {
        let mut held = Held::new(text("a"));
        held.typed(text("ab"));
        assert!(!held.wanted(&text("ab")));
        assert_eq!(held.text(), "ab");
    }

    #[test]
    fn a_late_echo_does_not_undo_later_typing() {
        let mut held = Held::new(text(""));
        held.typed(text("a"));
        held.typed(text("ab"));
        assert!(!held.wanted(&text("a")));
        assert_eq!(held.text(), "ab");
        assert!(!held.wanted(&text("ab")));
    }

    #[test]
    fn once_the_echo_caught_up_an_earlier_text_is_new() {
        let mut held = Held::new(text(""));
        held.typed(text("a"));
        held.typed(text("ab"));
        assert!(!held.wanted(&text("ab")));
        assert!(held.wanted(&text("a")));
        assert_eq!(held.text(), "a");
    }

    #[test]
    fn keys_typed_before_the_page_has_drawn_once_keep_their_order() {
        let mut held = Held::new(text("<type>"));
        held.typed(text("h"));
        assert!(!held.wanted(&text("<type>")), "the page has not heard of the first key");
        held.typed(text("he"));
        assert!(!held.wanted(&text("h")));
        assert!(!held.wanted(&text("he")));
        assert_eq!(held.text(), "he");
        assert!(held.wanted(&text("<type>")), "now it is meant");
    }

    #[test]
    fn a_text_from_outside_replaces_what_is_held() {
        let mut held = Held::new(text("a"));
        held.typed(text("ab"));
        assert!(held.wanted(&text("😀x")));
        assert_eq!((held.unit_of(4), held.byte_of(2)), (2, 4));
    }

    #[test]
    fn a_page_that_never_echoes_costs_no_memory() {
        let mut held = Held::new(text(""));
        for n in 0..1000 {
            held.typed(text(&n.to_string()));
        }
        assert_eq!(held.reported.len(), AWAITED);
    }
}
