//! Texts that several regions of the page share, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text in several of its regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::view) enum Text {
    Add,
    AwsMeans,
    AwsSays,
    ApplyFirstFixes,
    Close,
    Compare,
    Copied,
    Copy,
    DoesNotMatch,
    Download,
    Drafts,
    Error,
    Event,
    Export,
    FindSampleEvent,
    FindSampleRecord,
    Format,
    FromLastPattern,
    GoThere,
    Import,
    IndentOnceValid,
    Indent,
    Matches,
    New,
    NotCopied,
    NotTried,
    Note,
    Open,
    OpenFile,
    ProblemsOfIt,
    Redo,
    Reference,
    Rule,
    Save,
    SaveFile,
    Targets,
    Tests,
    TryAgain,
    Undo,
    UseIt,
    Warning,
    Why,
    AndMore(usize),
    FixAll(usize),
}

impl Text {
    /// Its words.
    pub(in crate::view) fn words(self, lang: Lang) -> AttrValue {
        match lang {
            Lang::En => words_en::words(self),
            Lang::Ko(_) => words_ko::words(self),
        }
    }
}
