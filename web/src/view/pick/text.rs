//! Texts of the page about the value at the cursor, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of the value at the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text<'t> {
    NoValueYet,
    PutCursor,
    ValueAtCursor,
    WhatWasDone,
    AddToPattern,
    RequireValue,
    MakeVariable,
    PassToTarget,
    NoTarget,
    NotARule,
    NotDone(&'t str),
    PassTo(&'t str),
}

impl Text<'_> {
    /// Its words.
    pub(super) fn words(self, lang: Lang) -> AttrValue {
        match lang {
            Lang::En => words_en::words(self),
            Lang::Ko(_) => words_ko::words(self),
        }
    }
}
