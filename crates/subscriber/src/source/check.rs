//! What AWS refuses of an event source.

use super::diagnostics as say;
use super::{MAX_PATTERN, schema};
use crate::draft::check_object;
use crate::message::Diagnostic;
use crate::unverified::Unverified;
use rulepad_document::json::Node;
use rulepad_pattern::Pattern;
use rulepad_pattern::operator::Test;
use rulepad_pattern::operator::anything_but::AnythingBut;

/// The fields that AWS adds to the pattern itself.
const ADDED: [&str; 3] = ["source", "account", "region"];

/// The members of the request: exactly one origin, and of a webhook exactly one way to authenticate.
pub(super) fn members(root: &Node, out: &mut Vec<Diagnostic>) {
    check_object(root, schema::REQUEST, out);
    let Some(configuration) = root.get("Configuration") else { return };
    let count = |node: &Node| node.members().map_or(0, <[_]>::len);
    if configuration.members().is_some() && count(configuration) != 1 {
        out.push(say::variants(configuration.span, count(configuration)));
    }
    let webhook = configuration.get("WebhookEventsConfiguration");
    if let Some(auth) = webhook.and_then(|webhook| webhook.get("AuthConfiguration"))
        && auth.members().is_some()
        && count(auth) != 1
    {
        out.push(say::authentications(auth.span, count(auth)));
    }
    for member in configuration.members().unwrap_or_default() {
        let queue = member.value.get("OnFailureConfiguration").and_then(|queue| queue.get("Arn"));
        if let Some(arn) = queue.filter(|arn| arn.as_str().is_some_and(|text| text.ends_with(".fifo"))) {
            out.push(say::fifo_queue(arn.span));
        }
    }
}

/// A problem of the language; what AWS says of it in a source is not known.
pub(super) fn of_language(found: rulepad_pattern::Diagnostic) -> Diagnostic {
    let mut found: Diagnostic = found.lift();
    found.reference = None;
    found
}

/// What the pattern of a source must not have.
pub(super) fn pattern(
    text: &str,
    pattern: &Pattern,
    json: Option<&Node>,
    out: &mut Vec<Diagnostic>,
    unverified: &mut Vec<Unverified>,
) {
    let length = text.chars().count();
    if length > MAX_PATTERN {
        out.push(say::pattern_too_long(text, length, MAX_PATTERN));
    }
    for member in json.and_then(Node::members).unwrap_or_default() {
        if ADDED.contains(&member.key.as_str()) {
            out.push(say::added_field(member));
        }
    }
    let matchers = pattern.conditions.iter().flat_map(|condition| &condition.matchers);
    let is_wildcard =
        |test: &Test| matches!(test, Test::Wildcard(_) | Test::AnythingBut(AnythingBut::Wildcard(_)));
    if matchers.into_iter().any(|matcher| is_wildcard(&matcher.test)) {
        unverified.push(Unverified::WildcardOfSource);
    }
}
