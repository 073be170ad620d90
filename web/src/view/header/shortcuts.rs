//! The list of keyboard shortcuts.

use super::text::Text;
use crate::state::action::Action;
use crate::ui::dialog::Dialog;
use crate::ui::lang::use_lang;
use crate::view::common::Common;
use yew::prelude::*;

/// Every key and what it does, by where it works.
const KEYS: [(Text<'_>, &[(&str, Text<'_>)]); 3] = [
    (
        Text::Anywhere,
        &[
            ("Alt+1", Text::GoToEvent),
            ("Alt+2", Text::GoToPattern),
            ("Alt+3", Text::GoToReasons),
            ("Alt+4", Text::GoToTargets),
            ("Alt+5", Text::GoToExport),
            ("Alt+X", Text::GoToDownload),
            ("Alt+6", Text::GoToComparison),
            ("Alt+7", Text::GoToReference),
            ("Alt+8", Text::GoToTests),
            ("Alt+P", Text::RequireValue),
            ("Alt+M", Text::PassValue),
            ("Alt+V", Text::PasteOrDrop),
            ("Alt+I", Text::ImportRules),
            ("Alt+Z", Text::WrapLines),
            ("Alt+.  Alt+,", Text::StepEvents),
            ("Ctrl+K", Text::FindSample),
            ("Ctrl+S", Text::SaveAll),
            ("Alt+S", Text::ShareDraftKey),
            ("Ctrl+Z", Text::UndoLast),
            ("Ctrl+Shift+Z", Text::RedoLast),
            ("?", Text::ShowKeys),
        ],
    ),
    (
        Text::InEditor,
        &[
            ("F8", Text::NextProblem),
            ("Ctrl+Shift+M", Text::ListProblems),
            ("Ctrl+F", Text::FindInEditor),
            ("Ctrl+Z", Text::UndoInEditor),
            ("Ctrl+Y", Text::RedoInEditor),
            ("Tab", Text::LeaveEditor),
        ],
    ),
    (Text::OnEdge, &[("←  →  ↑  ↓", Text::MoveEdge), ("Home  End", Text::MoveEdgeFully)]),
];

/// Properties of [`ShortcutsDialog`].
#[derive(Clone, Properties, PartialEq)]
pub struct ShortcutsDialogProps {
    /// Whether it is shown.
    pub open: bool,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The dialog.
#[component]
pub fn ShortcutsDialog(props: &ShortcutsDialogProps) -> Html {
    let lang = use_lang();
    let row = |(keys, does): &(&'static str, Text<'static>)| {
        html! {
            <div><dt><kbd>{ *keys }</kbd></dt><dd>{ does.words(lang) }</dd></div>
        }
    };
    let group = |(place, rows): &(Text<'static>, &'static [(&'static str, Text<'static>)])| {
        html! {
            <section><h3>{ place.words(lang) }</h3><dl>{ for rows.iter().map(row) }</dl></section>
        }
    };
    html! {
        <Dialog
            name="shortcuts"
            title={Text::KeyboardShortcuts.words(lang)}
            close_label={Common::Close.words(lang)}
            class="shortcuts"
            open={props.open}
            on_close={props.dispatch.reform(|()| Action::Dialog(None))}
        >
            { for KEYS.iter().map(group) }
            <p class="muted">{ Text::OnMac.words(lang) }</p>
        </Dialog>
    }
}
