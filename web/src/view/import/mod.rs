//! The way in for rules: a text or files, what was understood of them, and what they would replace.

mod others;
mod source;
mod tests;
mod text;
mod understood;
mod words_en;
mod words_ko;

use crate::engine::protocol::QuestionKind;
use crate::state::import::Importing;
use crate::state::requests::State;
use crate::state::{action::Action, model::Dialog as Shown, model::Model, shared::Shared};
use crate::ui::dialog::Dialog;
use crate::ui::lang::use_lang;
use crate::view::common::Common;
use rulepad_workbench::Draft;
use yew::prelude::*;

/// Properties of [`ImportDialog`].
#[derive(Clone, Properties, PartialEq)]
pub struct ImportDialogProps {
    /// Whether it is shown.
    pub open: bool,
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The text that rules are read from.
    pub importing: Importing,
    /// How far the worker is with it.
    pub state: Option<State>,
    /// How far the worker is with a test file.
    pub opening: Option<State>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl ImportDialogProps {
    /// What the dialog needs of the model.
    #[must_use]
    pub fn of(model: &Model, dispatch: Callback<Action>) -> Self {
        let open = model.dialog == Some(Shown::Import);
        // Closed, it does not look at what changes.
        let importing = if open { model.importing.clone() } else { Importing::default() };
        let state = model.requests.state(QuestionKind::Import).filter(|_| open).cloned();
        let opening = model.requests.state(QuestionKind::OpeningTests).filter(|_| open).cloned();
        Self { open, draft: model.draft.clone(), importing, state, opening, dispatch }
    }
}

/// The dialog.
#[component]
pub fn ImportDialog(props: &ImportDialogProps) -> Html {
    let lang = use_lang();
    html! {
        <Dialog
            name="import"
            title={Common::Import.words(lang)}
            close_label={Common::Close.words(lang)}
            class="import-dialog"
            open={props.open}
            on_close={props.dispatch.reform(|()| Action::Dialog(None))}
        >
            <div class="import">
                { source::source(lang, props) }
                { understood::understood(lang, props) }
            </div>
        </Dialog>
    }
}
