//! Texts of the page's header, in English.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::AllServices => "of any AWS service, by name, field or value (Ctrl+K)",
        Text::ShareDraft => "Share this draft: a link, an example for a document, Markdown",
        Text::Examples => "Examples",
        Text::FindSampleEvent => "Find a sample event…",
        Text::FromCatalogue => "From the catalogue",
        Text::Gallery => "Gallery: every kind of target",
        Text::ImportFrom => {
            "Import rules from Terraform, CloudFormation, YAML, or requests and answers of AWS"
        }
        Text::KeyboardShortcuts => "Keyboard shortcuts",
        Text::ListDrafts => "List the stored drafts",
        Text::OnMac => "On a Mac, use ⌘ for Ctrl.",
        Text::Rulepad => "Rulepad",
        Text::Share => "Share",
        Text::ShortName => "EN",
        Text::SwitchHere => "Show the page in English",
        Text::StartHere => "Start here",
        Text::StartNew => "Start a new, empty rule; the draft stays in the list of drafts",
        Text::ThemeDark => "Theme: dark; switch to the system's",
        Text::ThemeLight => "Theme: light; switch to dark",
        Text::ThemeSystem => "Theme: follows the system; switch to light",
        Text::NothingToRedo => "Redo: nothing to redo",
        Text::NothingToUndo => "Undo: nothing to undo",
        Text::Anywhere => "Anywhere",
        Text::GoToEvent => "go to the event",
        Text::GoToPattern => "go to the event pattern",
        Text::GoToReasons => "go to the reasons",
        Text::GoToTargets => "go to the targets",
        Text::GoToExport => "go to the export",
        Text::GoToDownload => "go to Download of the export; Enter saves the file",
        Text::GoToComparison => "go to the comparison",
        Text::GoToReference => "go to the reference",
        Text::GoToTests => "go to the tests",
        Text::RequireValue => "require the value at the event's cursor in the pattern",
        Text::PassValue => "pass that value to the selected target as a variable",
        Text::PasteOrDrop => "paste or drop anything that holds events",
        Text::ImportRules => "import rules",
        Text::WrapLines => "wrap long lines, or not",
        Text::StepEvents => "go to the next or previous of several events",
        Text::FindSample => "find a sample event",
        Text::SaveAll => "save everything as a Rulepad file",
        Text::ShareDraftKey => "share this draft",
        Text::UndoLast => "undo the last change of the draft, outside a text",
        Text::RedoLast => "redo it",
        Text::ShowKeys => "show this list",
        Text::InEditor => "In a text",
        Text::NextProblem => "go to the next problem and its fixes",
        Text::ListProblems => "list the problems",
        Text::FindInEditor => "find",
        Text::UndoInEditor => "undo",
        Text::RedoInEditor => "redo",
        Text::LeaveEditor => "leave the text",
        Text::OnEdge => "On an edge between panes",
        Text::MoveEdge => "move it",
        Text::MoveEdgeFully => "move it to the end",
        Text::NoGallery(reason) => return format!("The gallery cannot be shown: {reason}.").into(),
        Text::RedoStep(step) => return format!("Redo: {step}").into(),
        Text::UndoStep(step) => return format!("Undo: {step}").into(),
    })
}
