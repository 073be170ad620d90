//! Texts of the page about the export, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of the export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text<'t> {
    Stopped,
    RulepadFileKeeps,
    Writing,
    Export,
    TryIt,
    BetweenSides,
    WhatToDo,
    ChooseFolderTitle,
    ChooseFolder,
    RulepadFile,
    RulepadFileAbout,
    RuleName,
    EventBus,
    Description,
    RuleRole,
    State,
    FilterHasNoRule,
    PropertiesOfRule,
    NotInFilter,
    AboutFile,
    Refused,
    NotInFile,
    ToDo,
    TestPattern,
    TestPatternTitle,
    PutRule,
    PutRuleTitle,
    PutTargets,
    PutTargetsTitle,
    SendEvent,
    SendEventTitle,
    EmulatorAbout,
    OnEmulator,
    Address,
    Calls,
    Answer,
    Done,
    NotDone,
    ScriptStopped,
    OnAws,
    HowToTry,
    ReservedSource,
    TestsOnly,
    TestCall,
    OpenCopyTitle,
    OpenCopy,
    ExportRule,
    AboutCopy,
    Calling(&'t str),
    CannotBeWritten(&'t str),
    Elsewhere(&'t str),
    Late { at: &'t str, seconds: u32 },
    SaveAs(&'t str),
    ScriptNotWritten(&'t str),
    Silent(&'t str),
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
