//! Texts of the page about the import, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of the import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text<'t> {
    InOtherFiles,
    Placeholder,
    ToImport,
    WithRules,
    ChooseFiles,
    ChooseFilesTitle,
    OrDrop,
    Files,
    Stopped,
    Reading,
    WhatWasUnderstood,
    PasteRule,
    Forms,
    WhichOne,
    FixLater,
    ChangedOrSkipped,
    WhatIsReplaced,
    Part,
    Now,
    After,
    NothingChanges,
    CanBeUndone,
    Replace,
    Unchanged,
    SpellingOnly,
    Changed,
    Added,
    Removed,
    None,
    CannotBeRead(&'t str),
    Changes(usize),
    ErrorsInPattern(usize),
    FoundIn { form: &'t str, count: usize },
    FoundRules(usize),
    NotListed(usize),
    RuleNumber(usize),
    Rules(usize),
    ShowFile(&'t str),
    TestFile { rules: usize, events: usize, tests: usize },
    NamedFiles,
    CopiesAreOpened,
    OpenTests,
    OpenWithout,
    TakeAll(usize),
    TakeAllAbout,
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
