//! Texts of the page's header, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text in its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text<'t> {
    AllServices,
    ShareDraft,
    Examples,
    FindSampleEvent,
    FromCatalogue,
    Gallery,
    ImportFrom,
    KeyboardShortcuts,
    ListDrafts,
    OnMac,
    Rulepad,
    Share,
    /// The language's own name, as short as a sign.
    ShortName,
    StartHere,
    StartNew,
    /// The page is to be in this language.
    SwitchHere,
    ThemeDark,
    ThemeLight,
    ThemeSystem,
    NothingToRedo,
    NothingToUndo,
    Anywhere,
    GoToEvent,
    GoToPattern,
    GoToReasons,
    GoToTargets,
    GoToExport,
    GoToDownload,
    GoToComparison,
    GoToReference,
    GoToTests,
    RequireValue,
    PassValue,
    PasteOrDrop,
    ImportRules,
    WrapLines,
    StepEvents,
    FindSample,
    SaveAll,
    ShareDraftKey,
    UndoLast,
    RedoLast,
    ShowKeys,
    InEditor,
    NextProblem,
    ListProblems,
    FindInEditor,
    UndoInEditor,
    RedoInEditor,
    LeaveEditor,
    OnEdge,
    MoveEdge,
    MoveEdgeFully,
    NoGallery(&'t str),
    RedoStep(&'t str),
    UndoStep(&'t str),
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
