//! The reference: read from the page's own files when it is first looked at.

use super::model::{Lower, Model};
use super::shared::Shared;
use rulepad_workbench::suite::Suite;

/// What is known of the reference.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Reference {
    /// Nobody looked at it yet.
    #[default]
    Unread,
    /// Its files are on their way.
    Reading,
    /// Its files, in the order of the list.
    Read(Shared<Vec<Suite>>),
    /// Its files cannot be read, for this reason.
    Failed(String),
}

/// Reads it as soon as it is looked at.
pub(super) fn follow(model: &mut Model) {
    if model.look.lower == Lower::Reference && model.reference == Reference::Unread {
        model.reference = Reference::Reading;
    }
}
