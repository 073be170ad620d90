//! The keys that each mapping of a test file has.

use super::TestFileReader;
use crate::diagnostics as problems;
use crate::message::{Expected, Mapping};
use rulepad_document::Span;
use rulepad_document::json::{Member, Node};

/// The keys of a mapping.
#[must_use]
pub const fn known(of: Mapping) -> &'static [&'static str] {
    match of {
        Mapping::File => &["rulepad", "$schema", "rules", "subscribers", "values", "events", "tests"],
        Mapping::Test => &["rule", "match", "no_match", "delivers"],
        Mapping::BusTest => &["bus", "name", "event", "triggers"],
        Mapping::Match => &["name", "event"],
        Mapping::NoMatch => &["name", "event", "because"],
        Mapping::Delivery => &["name", "event", "body", "group", "parts", "refused"],
        Mapping::SubscriberTest => &["subscriber", "match", "no_match", "delivers"],
        Mapping::SubscriberMatch => &["name", "event", "published"],
        Mapping::SubscriberNoMatch => &["name", "event", "published", "because"],
        Mapping::SubscriberDelivery => &["name", "event", "published", "body", "group", "parts", "refused"],
    }
}

/// The members of a mapping, each key once.
pub(super) struct Fields<'n> {
    members: Vec<&'n Member>,
    /// The place that names the mapping: its first key, or all of it.
    pub at: Span,
}

impl<'n> Fields<'n> {
    /// The value of a key.
    pub fn take(&mut self, key: &str) -> Option<&'n Node> {
        self.members.iter().find(|member| member.key == key).map(|member| &member.value)
    }
}

impl TestFileReader {
    /// The members of a mapping; keys that are unknown or repeated are reported.
    pub(super) fn fields<'n>(&mut self, node: &'n Node, key: &str, of: Mapping) -> Option<Fields<'n>> {
        let Some(all) = node.members() else {
            self.found.push(problems::wrong_kind(key, Expected::Mapping, node));
            return None;
        };
        let mut members: Vec<&Member> = Vec::new();
        for member in all {
            if matches!(of, Mapping::Match | Mapping::SubscriberMatch) && member.key == "because" {
                self.found.push(problems::because_of_match(member.key_span));
            } else if !known(of).contains(&member.key.as_str()) {
                self.found.push(problems::unknown_key(&member.key, member.key_span, of, known(of)));
            } else if members.iter().any(|other| other.key == member.key) {
                self.found.push(problems::repeated_key(&member.key, member.key_span));
            } else {
                members.push(member);
            }
        }
        let at = all.first().map_or(node.span, |first| first.key_span);
        Some(Fields { members, at })
    }
}
