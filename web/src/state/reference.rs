//! The reference: read from the page's own files when it is first looked at.

use super::fetched::Fetched;
use super::model::{Lower, Model};
use rulepad_workbench::suite::Suite;

/// What is known of the reference: its files, in the order of the list.
pub type Reference = Fetched<Vec<Suite>>;

/// Reads it as soon as it is looked at.
pub(super) fn follow(model: &mut Model) {
    if model.look.lower == Lower::Reference {
        model.reference.want();
    }
}
