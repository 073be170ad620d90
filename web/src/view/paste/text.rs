//! Texts of the page about texts that are pasted or dropped, as data.

use super::{words_en, words_ko};
use crate::view::common::Noun;
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of texts that are pasted or dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text<'t> {
    DropHere,
    FilesStay,
    ChosenOne,
    PutEventsAnswers,
    WhatWasDoneToIt,
    NotesOnIt,
    ChosenAsJson,
    RefusedByPutEvents,
    PasteOrDrop,
    WhatItIs,
    Typed,
    Files,
    ChooseFiles,
    OrDrop,
    Placeholder,
    PasteWhatYouHave,
    WhatFilesAreRead,
    EventAsIs,
    Reading,
    Stopped,
    WhatWasDone,
    ImportAsRuleTitle,
    ImportAsRule,
    EditAsEventTitle,
    EditAsEvent,
    EachWithVerdict { noun: Noun, count: usize },
    EntrySize(usize),
    Form(&'t str),
    Found { noun: Noun, count: usize },
    FoundIn { form: &'t str, noun: Noun, count: usize },
    MoreTaken(usize),
    Notes(usize),
    RemoveFile(&'t str),
    Scan(usize),
    ScanAbout,
    Size(usize),
    UseAll(usize),
    UseThis(Noun),
    WorkerStopped(&'t str),
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
