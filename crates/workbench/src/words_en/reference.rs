//! The reference in English.

use crate::reference::Group;

/// The heading of a group of topics.
pub(crate) fn group(group: Group) -> &'static str {
    match group {
        Group::Pattern => "Event patterns",
        Group::Event => "Events",
        Group::Transformer => "Input transformers",
        Group::Target => "Targets",
        Group::Subscriber => "Subscribers of custom event buses",
    }
}
