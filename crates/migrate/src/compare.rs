//! A target of a rule beside the subscriber that takes over from it, on the same events.

use crate::rule::{MigratedTarget, placed};
use rulepad_document::Role;
use rulepad_document::json::{Node, Value, compact, parse};
use rulepad_pattern::{Event, parse_language};
use rulepad_rule::{Rule, Target, rule_arn};
use rulepad_subscriber::draft::{self, Block};
use rulepad_subscriber::event::{BusEvent, Published, read};
use rulepad_subscriber::target::{Arn, TargetKind};
use rulepad_subscriber::transform::{Payload, Resolved, arrived};
use rulepad_subscriber::{Diagnostic, ParsedFilter, Scope, Subscriber, Verdict, explain};
use rulepad_transformer::{Outcome, Surroundings, render};

/// What a rule and a subscriber make of one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What the rule makes of it.
    pub rule: Side,
    /// What the subscriber makes of it.
    pub subscriber: Side,
    /// How the payloads differ.
    pub payloads: Payloads,
}

/// What one of the two makes of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Whether it matches; `None` where that is not known.
    pub matches: Option<bool>,
    /// What its target gets if it matches, or the request of the call; `None` where nothing arrives, or it is not known.
    pub payload: Option<String>,
}

/// How two payloads differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payloads {
    /// Not in a byte.
    Equal,
    /// In white space, in the order of members or in escapes: the JSON is equal.
    EqualJson,
    /// In how numbers are spelled as well.
    NumberSpelling,
    /// In more.
    Different,
    /// The subscriber calls an action of its target's service with a request of its own.
    Request,
    /// One of them, or both, is not known or does not arrive.
    NotComparable,
}

impl Comparison {
    /// Whether the rule and the subscriber do the same, as far as that is known: spellings of JSON do not count.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.rule.matches == self.subscriber.matches
            && matches!(self.payloads, Payloads::Equal | Payloads::EqualJson | Payloads::Request)
    }
}

/// The events of a text, each tried on a target and the subscriber that was made of it, and the problems of the text.
/// There is nothing to compare where the target has no subscriber.
#[must_use]
pub fn compare(
    own: &Rule,
    event_pattern: &str,
    target: &Target,
    migrated: &MigratedTarget,
    bus: &str,
    events: &str,
) -> (Vec<Comparison>, Vec<Diagnostic>) {
    let reading = read(events, Published::PutEvents);
    let Some(made) = &migrated.subscriber else { return (Vec::new(), reading.problems) };
    let filters: Vec<ParsedFilter> =
        made.reading.subscriber.filters.iter().map(|own| ParsedFilter::new(&own.filter)).collect();
    let pattern = parse_language(event_pattern).pattern;
    let subscriber = tried(&made.request, &made.reading.subscriber, target);
    let one = |event: &BusEvent| {
        let data = event.part(Scope::Data);
        let matches = data
            .and_then(Event::new)
            .and_then(|fields| rulepad_pattern::explain(&pattern, &fields).verdict());
        let ingestion_time = event.part(Scope::SystemMetadata).and_then(|own| own.get("aws:IngestionTime"));
        let around = Surroundings {
            rule_arn: rule_arn(&placed(own, bus), None),
            rule_name: own.name.clone(),
            ingestion_time: ingestion_time.and_then(Node::as_str).unwrap_or_default().to_owned(),
        };
        let payload =
            data.and_then(|data| match render(&target.input, data, &around, 0, &target.id).outcome {
                Outcome::Delivered(payload) => Some(payload.text),
                _ => None,
            });
        let rule = Side { matches, payload };
        let matches = match explain(&filters, event).verdict() {
            Verdict::Match => Some(true),
            Verdict::NoMatch => Some(false),
            _ => None,
        };
        let found = arrived(&subscriber, event);
        let is_request = found.as_ref().is_some_and(|found| found.payload == Payload::Request);
        let payload = found.and_then(|found| match found.payload {
            Payload::Text(text) => Some(text),
            Payload::Request => request(&subscriber, found.parameters),
            _ => None,
        });
        let other = Side { matches, payload };
        let payloads = match (&rule.payload, &other.payload) {
            (_, Some(_)) if is_request => Payloads::Request,
            (Some(one), Some(other)) => payloads(one, other),
            _ => Payloads::NotComparable,
        };
        Comparison { rule, subscriber: other, payloads }
    };
    (reading.events.iter().map(one).collect(), reading.problems)
}

/// The subscriber; where the ARN of its target is known only at deploy time, with one of the same kind.
fn tried(request: &str, own: &Subscriber, target: &Target) -> Subscriber {
    let arn = own.invoke.as_ref().and_then(|invoke| invoke.value.arn.as_ref());
    let is_known =
        arn.is_some_and(|arn| Arn::parse(&arn.value).is_some_and(|arn| TargetKind::of(&arn).is_ok()));
    let (Some(kind), false) = (target.kind(), is_known) else { return own.clone() };
    let Some(mut root) = parse(request, Role::Import).root else { return own.clone() };
    let sample = kind.sample("us-east-1", "111122223333").arn;
    if let Some(arn) = root.get_mut("InvokeConfiguration").and_then(|invoke| invoke.get_mut("TargetArn")) {
        arn.value = Value::String(sample);
    }
    draft::read(&compact(&root)).subscriber
}

/// The request of a universal target: what its expression gives, or the fixed text.
fn request(own: &Subscriber, parameters: Vec<Resolved>) -> Option<String> {
    let block = own.invoke.as_ref()?.value.block(Block::Universal)?;
    let fixed = block.get("Input")?.as_str()?;
    match parameters.into_iter().find(|own| own.path.ends_with(".Input")) {
        Some(found) => found.value,
        None => Some(fixed.to_owned()),
    }
}

fn payloads(one: &str, other: &str) -> Payloads {
    if one == other {
        return Payloads::Equal;
    }
    let (one, other) = (parse(one, Role::Event), parse(other, Role::Event));
    let (Some(one), Some(other)) = (one.single(), other.single()) else { return Payloads::Different };
    let value = |text: &str| text.parse::<f64>();
    if same(one, other, &|one, other| one == other) {
        Payloads::EqualJson
    } else if same(one, other, &|one, other| value(one).is_ok_and(|one| value(other) == Ok(one))) {
        Payloads::NumberSpelling
    } else {
        Payloads::Different
    }
}

/// Equal JSON: objects in any order, of a key that appears twice the last. Nesting is bounded by the parser.
fn same(one: &Node, other: &Node, numbers: &dyn Fn(&str, &str) -> bool) -> bool {
    match (&one.value, &other.value) {
        (Value::Number(one), Value::Number(other)) => numbers(one, other),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other, numbers))
        }
        (Value::Object(members), Value::Object(others)) => {
            let has = |node: &Node, key: &str| node.get(key).is_some();
            members.iter().all(|own| {
                let (own, other) = (one.get(&own.key), other.get(&own.key));
                own.zip(other).is_some_and(|(own, other)| same(own, other, numbers))
            }) && others.iter().all(|own| has(one, &own.key))
        }
        (one, other) => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_told_from_values() {
        assert_eq!(payloads("{\"a\": 1}", "{\"a\": 1}"), Payloads::Equal);
        assert_eq!(
            payloads("{\"a\": 1, \"b\": [\"\\u0041\"]}", "{\"b\":[\"A\"],\"a\":1}"),
            Payloads::EqualJson
        );
        assert_eq!(payloads("{\"a\": 1.50}", "{\"a\":1.5}"), Payloads::NumberSpelling);
        assert_eq!(payloads("{\"a\": 1}", "{\"a\": 1, \"b\": 2}"), Payloads::Different);
        assert_eq!(payloads("a", "\"a\""), Payloads::Different);
    }
}
