//! What must not change a verdict does not: white space, key order, the spelling of numbers and strings.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use rulepad_document::json::{self, Member, Node, Value};
use rulepad_document::{Role, Span};
use rulepad_pattern::{Event, explain, matches, parse};

const RECORDED: &str = include_str!("../../../tests/recorded/pattern-verdicts.ndjson");

/// Pattern and event of every recorded line that both can be read.
fn recorded() -> Vec<(Node, Node)> {
    let field =
        |line: &Node, name: &str| line.get(name).and_then(Node::as_str).unwrap_or_default().to_owned();
    let mut pairs = Vec::new();
    for line in RECORDED.lines() {
        let line = json::parse(line, Role::Event).root.unwrap();
        let pattern = json::parse(&field(&line, "pattern"), Role::Pattern);
        let event = json::parse(&field(&line, "event"), Role::Event);
        let read =
            pattern.valid().cloned().zip(event.valid().filter(|event| event.members().is_some()).cloned());
        pairs.extend(read.filter(|(pattern, _)| parse(&json::compact(pattern)).valid().is_some()));
    }
    pairs
}

fn verdict(pattern: &str, event: &str) -> bool {
    let parsed = parse(pattern);
    let event = json::parse(event, Role::Event);
    matches(parsed.valid().unwrap(), &Event::new(event.valid().unwrap()).unwrap()).unwrap()
}

fn each(changed: impl Fn(&Node, &Node) -> Option<(String, String)>) -> usize {
    let mut tried = 0;
    for (pattern, event) in recorded() {
        let Some((other_pattern, other_event)) = changed(&pattern, &event) else { continue };
        tried += 1;
        assert_eq!(
            verdict(&json::compact(&pattern), &json::compact(&event)),
            verdict(&other_pattern, &other_event),
            "{}\n{}\n{other_pattern}\n{other_event}",
            json::compact(&pattern),
            json::compact(&event)
        );
    }
    tried
}

/// The value with a change made to every node, leaves first.
fn rebuilt(node: &Node, change: &impl Fn(Value) -> Value) -> Node {
    let value = match &node.value {
        Value::Array(items) => Value::Array(items.iter().map(|item| rebuilt(item, change)).collect()),
        Value::Object(members) => Value::Object(
            members
                .iter()
                .map(|member| Member { value: rebuilt(&member.value, change), ..member.clone() })
                .collect(),
        ),
        other => other.clone(),
    };
    Node { span: Span::default(), value: change(value) }
}

fn backwards(value: Value) -> Value {
    match value {
        Value::Object(mut members) => {
            members.reverse();
            Value::Object(members)
        }
        other => other,
    }
}

/// Whether some field is named twice, so that the order of the text decides.
fn ordered(pattern: &Node) -> bool {
    let parsed = parse(&json::compact(pattern));
    let conditions = &parsed.pattern.conditions;
    conditions
        .iter()
        .enumerate()
        .any(|(at, condition)| conditions.iter().skip(at + 1).any(|other| other.name == condition.name))
}

#[test]
fn white_space_does_not_matter_and_printing_is_read_back() {
    let tried = each(|pattern, event| {
        let printed = json::pretty(pattern);
        assert_eq!(json::pretty(&json::parse(&printed, Role::Pattern).root.unwrap()), printed);
        // AWS counts the characters of a pattern, white space perhaps among them.
        let short = parse(&printed).valid().is_some();
        Some((if short { printed } else { json::compact(pattern) }, json::pretty(event)))
    });
    assert!(tried > 3000, "{tried}");
}

#[test]
fn key_order_does_not_matter_unless_a_field_is_named_twice() {
    let tried = each(|pattern, event| {
        let turned = (!ordered(pattern)).then(|| rebuilt(pattern, &backwards))?;
        Some((json::compact(&turned), json::compact(&rebuilt(event, &backwards))))
    });
    assert!(tried > 2000, "{tried}");
}

#[test]
fn the_spelling_of_a_number_with_a_value_does_not_matter() {
    let respell = |value| match value {
        Value::Number(text)
            if rulepad_pattern::number::comparable(&text).is_some() && !text.contains(['e', 'E']) =>
        {
            Value::Number(if text.contains('.') { format!("{text}0e0") } else { format!("{text}.0") })
        }
        other => other,
    };
    let tried =
        each(|pattern, event| Some((json::compact(pattern), json::compact(&rebuilt(event, &respell)))));
    assert!(tried > 3000, "{tried}");
}

#[test]
fn the_verdict_is_the_fold_of_the_explanation() {
    for (pattern, event) in recorded() {
        let parsed = parse(&json::compact(&pattern));
        let pattern = parsed.valid().unwrap();
        let event = Event::new(&event).unwrap();
        let found = explain(pattern, &event);
        let folded = found
            .alternatives
            .iter()
            .any(|alternative| alternative.failed.is_empty() && alternative.conflict.is_empty());
        assert_eq!(matches(pattern, &event), Some(folded));
        for alternative in found.alternatives.iter().filter(|alternative| alternative.holds()) {
            assert!(!alternative.conditions.is_empty());
        }
        // Of the sub-rule that is shown, the findings tell the same.
        let all = found.shown_conditions().all(|(_, finding)| finding.holds);
        assert_eq!(folded, all, "{found:?}");
        assert_eq!(found.conditions.len(), pattern.conditions.len());
    }
}
