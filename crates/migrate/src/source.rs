//! The event sources that bring the events of a rule's bus to a custom event bus.

use crate::change::Change;
use crate::rule::placed;
use rulepad_document::Role;
use rulepad_document::json::build::{object, string};
use rulepad_document::json::{Node, Value, compact, parse, pretty};
use rulepad_rule::Rule;
use rulepad_subscriber::source::{self, MAX_PATTERN, SourceReading};

/// The fields that AWS adds to the pattern of an event source, which takes none of them.
const ADDED: [&str; 3] = ["source", "account", "region"];
/// The longest name of an event source (API model `eventbridgev2` 2025-05-15).
const MAX_NAME: usize = 256;

/// An event source that the custom event bus needs.
#[derive(Clone, Debug)]
pub struct MigratedSource {
    /// Whose events it brings: an AWS service such as `aws.s3`, or a partner's event source.
    pub origin: String,
    /// The request of `CreateEventSource`, a JSON text.
    pub request: String,
    /// What the request describes, with what is wrong with it.
    pub reading: SourceReading,
}

/// An event source for an AWS service.
pub(crate) fn of_service(
    own: &Rule,
    service: &str,
    filter: &str,
    bus: &str,
    changes: &mut Vec<Change>,
) -> MigratedSource {
    let pattern = pattern(filter);
    if pattern.is_none() {
        changes.push(Change::WholeSource(service.to_owned()));
    }
    let configuration = object([("AwsService", Some(string(service))), ("Pattern", pattern.map(string))]);
    written(own, service, ("AwsServiceEventsConfiguration", configuration), bus)
}

/// An event source for a partner, whose classic bus has the name of the partner's event source.
pub(crate) fn of_partner(
    own: &Rule,
    partner: &str,
    filter: &str,
    bus: &str,
    changes: &mut Vec<Change>,
) -> MigratedSource {
    let pattern = pattern(filter);
    if pattern.is_none() {
        changes.push(Change::WholeSource(partner.to_owned()));
    }
    let place = placed(own, bus).location;
    let partition = if place.partition.is_empty() { "aws" } else { &place.partition };
    let region = &place.region;
    let arn = format!("arn:{partition}:events:{region}::event-source/{partner}");
    let configuration =
        object([("PartnerEventSourceArn", Some(string(arn))), ("Pattern", pattern.map(string))]);
    written(own, partner, ("PartnerEventsConfiguration", configuration), bus)
}

fn written(own: &Rule, origin: &str, (variant, configuration): (&str, Node), bus: &str) -> MigratedSource {
    let request = object([
        ("Name", Some(string(name(&own.name, origin)))),
        ("EventBusArn", Some(string(bus))),
        ("Configuration", Some(object([(variant, Some(configuration))]))),
    ]);
    let request = pretty(&request);
    let reading = source::read(&request);
    MigratedSource { origin: origin.to_owned(), request, reading }
}

/// `RULE-aws.s3`; the slashes of a partner's become dashes.
fn name(rule: &str, origin: &str) -> String {
    let name = format!("{rule}-{}", origin.replace('/', "-"));
    let name = name.trim_start_matches(['.', '-', '_']);
    // A name that begins as a service's does is refused.
    let name = if name.starts_with("aws.") { format!("events-{name}") } else { name.to_owned() };
    name.chars().take(MAX_NAME).collect()
}

/// The filter without the fields that AWS adds; `None` where nothing is left of it, or where a part of it cannot be left
/// out: the event source then brings all events of its origin, and the filter of the subscriber chooses among them.
fn pattern(filter: &str) -> Option<String> {
    let parsed = parse(filter, Role::Pattern);
    let root = parsed.single()?;
    let mut rest = root.clone();
    let Value::Object(members) = &mut rest.value else { return None };
    members.retain(|own| !ADDED.contains(&own.key.as_str()));
    let is_added = |node: &Node| {
        let Value::Array(branches) = &node.value else { return true };
        let has = |branch: &Node| ADDED.iter().any(|field| branch.get(field).is_some());
        branches.iter().any(|branch| has(branch) || branch.get("$or").is_some())
    };
    if members.is_empty() || members.iter().any(|own| own.key == "$or" && is_added(&own.value)) {
        return None;
    }
    let text = compact(&rest);
    (text.chars().count() <= MAX_PATTERN).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pattern_has_no_field_that_aws_adds() {
        let left = |text: &str| pattern(text);
        assert_eq!(
            left(r#"{"source": ["aws.s3"], "detail": {"source": ["x"]}}"#).as_deref(),
            Some(r#"{"detail":{"source":["x"]}}"#)
        );
        assert_eq!(left(r#"{"source": ["aws.s3"], "account": ["1"]}"#), None);
        assert_eq!(left(r#"{"detail": {"a": [1]}, "$or": [{"source": ["a"]}, {"b": [1]}]}"#), None);
        assert!(left(r#"{"$or": [{"a": [1]}, {"b": [1]}]}"#).is_some());
        assert_eq!(left(&format!(r#"{{"detail": {{"a": ["{}"]}}}}"#, "x".repeat(MAX_PATTERN))), None);
    }

    #[test]
    fn names_are_those_that_aws_takes() {
        assert_eq!(name("orders", "aws.s3"), "orders-aws.s3");
        assert_eq!(name("", "aws.s3"), "events-aws.s3");
        assert_eq!(name("r", "aws.partner/shop.example/1"), "r-aws.partner-shop.example-1");
    }
}
