//! The reference: read from the page's own files when it is first looked at.

use super::fetched::{Fetched, NotFetched};
use super::model::{Lower, Model, Place};
use super::shared::Shared;
use rulepad_workbench::reference::Contents;

/// What is known of the reference.
pub type Reference = Fetched<Contents>;

/// What the reference is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum ReferenceAction {
    /// Reads it, again where that failed.
    Read,
    /// It was read, or not.
    WasRead(Result<Shared<Contents>, NotFetched>),
    /// Looks for words in it.
    Search(String),
    /// Shows a chapter, or a case of it.
    Show(Place),
}

pub(super) fn reduce(model: &mut Model, action: ReferenceAction) {
    match action {
        ReferenceAction::Read => model.reference = Reference::Reading,
        ReferenceAction::WasRead(read) => model.reference = Fetched::told(read),
        ReferenceAction::Search(query) => model.look.query = query,
        ReferenceAction::Show(place) => model.look.place = place,
    }
}

/// Reads it as soon as it is looked at.
pub(super) fn follow(model: &mut Model) {
    if model.look.lower == Lower::Reference {
        model.reference.want();
    }
}
