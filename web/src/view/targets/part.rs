//! What a part of a target's detail is given.

use crate::state::{
    action::Action,
    model::{Answer, Selection},
    shared::Shared,
};
use rulepad_workbench::{Diagnostic, Draft};
use yew::prelude::*;

/// Properties of a part that edits the target's own texts.
#[derive(Clone, Properties, PartialEq)]
pub(super) struct PartProps {
    /// The target's place.
    pub place: usize,
    /// Tells the target apart.
    pub number: u32,
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// What it found about the target.
    pub found: Vec<Diagnostic>,
    /// Places to bring into view.
    pub reveals: Vec<Selection>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}
