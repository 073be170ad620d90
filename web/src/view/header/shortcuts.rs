//! The list of keyboard shortcuts.

use crate::state::action::Action;
use crate::ui::dialog::Dialog;
use yew::prelude::*;

/// Every key and what it does, by where it works.
const KEYS: [(&str, &[(&str, &str)]); 3] = [
    (
        "Anywhere",
        &[
            ("Alt+1", "go to the event"),
            ("Alt+2", "go to the event pattern"),
            ("Alt+3", "go to the reasons"),
            ("Alt+4", "go to the targets"),
            ("Alt+5", "go to the export"),
            ("Alt+X", "go to Download of the export; Enter saves the file"),
            ("Alt+6", "go to the comparison"),
            ("Alt+7", "go to the reference"),
            ("Alt+P", "require the value at the event's cursor in the pattern"),
            ("Alt+M", "pass that value to the selected target as a variable"),
            ("Alt+V", "paste or drop anything that holds events"),
            ("Alt+I", "import rules"),
            ("Alt+Z", "wrap long lines, or not"),
            ("Alt+.  Alt+,", "go to the next or previous of several events"),
            ("Ctrl+K", "find a sample event"),
            ("Ctrl+S", "save everything as a Rulepad file"),
            ("Alt+S", "copy a link to this draft"),
            ("Ctrl+Z", "undo the last change of the draft, outside a text"),
            ("Ctrl+Shift+Z", "redo it"),
            ("?", "show this list"),
        ],
    ),
    (
        "In a text",
        &[
            ("F8", "go to the next problem and its fixes"),
            ("Ctrl+Shift+M", "list the problems"),
            ("Ctrl+F", "find"),
            ("Ctrl+Z", "undo"),
            ("Ctrl+Y", "redo"),
            ("Tab", "leave the text"),
        ],
    ),
    ("On an edge between panes", &[("←  →  ↑  ↓", "move it"), ("Home  End", "move it to the end")]),
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
    let row = |(keys, does): &(&'static str, &'static str)| {
        html! {
            <div><dt><kbd>{ *keys }</kbd></dt><dd>{ *does }</dd></div>
        }
    };
    let group = |(place, rows): &(&'static str, &'static [(&'static str, &'static str)])| {
        html! {
            <section><h3>{ *place }</h3><dl>{ for rows.iter().map(row) }</dl></section>
        }
    };
    html! {
        <Dialog
            name="shortcuts"
            title="Keyboard shortcuts"
            close_label="Close"
            class="shortcuts"
            open={props.open}
            on_close={props.dispatch.reform(|()| Action::Dialog(None))}
        >
            { for KEYS.iter().map(group) }
            <p class="muted">{ "On a Mac, use ⌘ for Ctrl." }</p>
        </Dialog>
    }
}
