//! The event changed so that it meets one condition of the pattern.

use super::why_not::WhyNot;
use crate::draft::Draft;
use crate::evaluate::evaluate;
use crate::graft;
use rulepad_document::diagnostic::apply;
use rulepad_document::json::{self, Node, compact, quote};
use rulepad_document::path;
use rulepad_document::{Edit, Lang, Role, Span};
use rulepad_pattern::witness::{Witness, matching_event_from};
use rulepad_pattern::{self as pattern, Dialect};

/// The edit of the event after which this condition of the pattern holds; nothing else of the event changes.
///
/// # Errors
/// A sentence, when no single value does it.
pub fn set_value(
    pattern: &str,
    dialect: Dialect,
    event: &str,
    condition: Span,
    lang: Lang,
) -> Result<Vec<Edit>, String> {
    edits(pattern, dialect, event, condition).map_err(|why| words!(lang, pick::why_not(&why)))
}

fn edits(pattern: &str, dialect: Dialect, event: &str, condition: Span) -> Result<Vec<Edit>, WhyNot> {
    let parsed = pattern::parse_in(pattern, dialect);
    let valid = parsed.valid().ok_or(WhyNot::PatternRefused)?;
    let found = valid.conditions.iter().find(|own| own.key.to(own.span) == condition);
    let found = found.ok_or(WhyNot::NoSuchCondition)?;
    let event_read = json::parse(event, Role::Event);
    let root = event_read.valid().ok_or(WhyNot::EventBroken)?;
    let list = found.span.of(pattern);
    let alone =
        found.name.split('.').rev().fold(list.to_owned(), |text, key| format!("{{{}: {text}}}", quote(key)));
    let alone = pattern::parse_in(&alone, dialect);
    let alone = alone.valid().ok_or(WhyNot::NoSingleValue)?;
    let witness = matching_event_from(alone, Some(root)).map_err(WhyNot::NoWitness)?;
    let edit = transplant(event, root, &witness, &found.name).ok_or(WhyNot::NoSingleValue)?;
    let after = apply(event, std::slice::from_ref(&edit));
    let tried = Draft { event: after, pattern: pattern.to_owned(), dialect, ..Draft::default() };
    let holds =
        evaluate(&tried, Lang::default()).why.iter().any(|line| line.pattern == condition && line.holds);
    if holds { Ok(vec![edit]) } else { Err(WhyNot::NoSingleValue) }
}

/// What a made event has at a condition's field, put into another event.
pub(crate) fn transplant(text: &str, root: &Node, witness: &Witness, name: &str) -> Option<Edit> {
    let made = json::parse(&witness.event, Role::Event);
    let made = made.valid()?;
    if let Some(span) = witness.changed {
        let (steps, node) = path::at(made, span.start)?;
        return graft::put(text, root, &steps, &compact(node));
    }
    match graft::value(made, name) {
        Some(node) => graft::put(text, root, &graft::steps(name), &compact(node)),
        None => graft::remove(root, name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The event after its value was set for the first condition that fails.
    fn set(pattern: &str, event: &str) -> Result<String, String> {
        let draft = Draft { event: event.to_owned(), pattern: pattern.to_owned(), ..Draft::default() };
        let why = evaluate(&draft, Lang::En).why;
        let line = why.iter().find(|line| !line.holds).unwrap();
        set_value(pattern, Dialect::Rule, event, line.pattern, Lang::En).map(|edits| apply(event, &edits))
    }

    #[test]
    fn one_value_is_set_and_the_rest_stays() {
        for (pattern, before, after) in [
            (r#"{"a": ["x"]}"#, r#"{"n": 1.50, "a": "y"}"#, r#"{"n": 1.50, "a": "x"}"#),
            (
                r#"{"a": {"b": [{"prefix": "p"}]}}"#,
                r#"{"a": {"b": "q", "b2": 1}}"#,
                r#"{"a": {"b": "p-example", "b2": 1}}"#,
            ),
            (r#"{"a": {"b": ["x"]}}"#, r#"{"a": {"c": 1}}"#, r#"{"a": {"c": 1, "b": "x"}}"#),
            (r#"{"a": [{"exists": false}]}"#, r#"{"b": 1, "a": 2}"#, r#"{"b": 1}"#),
            (r#"{"a": [null]}"#, r#"{"a": "null"}"#, r#"{"a": null}"#),
        ] {
            assert_eq!(set(pattern, before).as_deref(), Ok(after), "{pattern} {before}");
        }
    }

    #[test]
    fn whatever_is_set_makes_the_condition_hold() {
        for (pattern, event) in [
            (r#"{"a": [{"numeric": [">=", 7, "<", 9]}]}"#, r#"{"a": 2}"#),
            (r#"{"a": [{"anything-but": ["x", "y"]}]}"#, r#"{"a": "x"}"#),
            (r#"{"a": [{"wildcard": "a*b"}]}"#, "{}"),
            (r#"{"a": [{"cidr": "10.0.0.0/24"}]}"#, r#"{"a": "11.0.0.1"}"#),
            (r#"{"a": {"b": ["x"]}}"#, r#"{"a": [{"b": "q"}, {"b": "r"}]}"#),
            (r#"{"a.b": ["x"]}"#, r#"{"a": {"b": "q"}}"#),
            (r#"{"a": [{"exists": true}]}"#, r#"{"b": 1}"#),
        ] {
            let after = set(pattern, event);
            assert!(after.is_ok(), "{pattern} {event}: {after:?}");
        }
    }

    #[test]
    fn what_cannot_be_set_is_said() {
        let span = Span::new(0, 1);
        assert!(set_value("{", Dialect::Rule, "{}", span, Lang::En).is_err());
        assert!(set_value(r#"{"a": [1]}"#, Dialect::Rule, "{", Span::new(1, 9), Lang::En).is_err());
        assert!(set_value(r#"{"a": [1]}"#, Dialect::Rule, "{}", span, Lang::En).is_err());
    }
}
