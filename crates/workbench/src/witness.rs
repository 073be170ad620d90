//! Events made to order: one that matches the draft's pattern, and for each condition one that just misses.

use crate::draft::Draft;
use crate::evaluate::evaluate;
use crate::report::Verdict;
use rulepad_document::json::{self, Node, Value};
use rulepad_document::{Role, Span};
use rulepad_pattern::lint::ENVELOPE;
use rulepad_pattern::{self as pattern, Dialect, Pattern};
use serde::{Deserialize, Serialize};

pub use rulepad_pattern::witness::Witness;

/// An event that fails one condition and meets what else is asked with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FailingEvent {
    /// The joined name of the condition's field.
    pub name: String,
    /// Where the condition stands in the pattern, from its key to the end of its list.
    pub pattern: Span,
    /// The event, or why there is none, in a sentence.
    pub event: Result<Witness, String>,
}

/// An event that the draft's pattern matches: the draft's own event, mended, where that does not match, else a
/// new one.
///
/// # Errors
/// Why there is none, in a sentence.
pub fn matching_event(draft: &Draft) -> Result<Witness, String> {
    let parsed = pattern::parse_in(&draft.pattern, draft.dialect);
    let valid = parsed.valid().ok_or(REFUSED)?;
    let own = json::parse(&draft.event, Role::Event).valid().cloned();
    let own = own.filter(|own| own.members().is_some_and(|members| !members.is_empty()));
    // What matches already has nothing to be mended: the person wants another one.
    let own = own.filter(|_| evaluate(draft).verdict != Verdict::Match);
    let mended = own.and_then(|own| pattern::witness::matching_event_from(valid, Some(&own)).ok());
    if let Some(mended) = mended.filter(|mended| verdict(draft, &mended.event) == Verdict::Match) {
        return Ok(mended);
    }
    let made = pattern::witness::matching_event(valid).map_err(|none| none.to_string())?;
    let made = as_record(made, valid, draft.dialect);
    if verdict(draft, &made.event) == Verdict::Match { Ok(made) } else { Err(unread(draft.dialect)) }
}

/// For each condition of the draft's pattern, in the order of the text, an event that just misses.
///
/// # Errors
/// Why the pattern has none at all, in a sentence.
pub fn failing_events(draft: &Draft) -> Result<Vec<FailingEvent>, String> {
    let parsed = pattern::parse_in(&draft.pattern, draft.dialect);
    let valid = parsed.valid().ok_or(REFUSED)?;
    let failing = |(number, found): (usize, Result<Witness, _>)| {
        let condition = valid.conditions.get(number)?;
        let event = match found {
            Ok(made) => {
                let made = as_record(made, valid, draft.dialect);
                let misses = verdict(draft, &made.event) == Verdict::NoMatch;
                if misses { Ok(made) } else { Err(unread(draft.dialect)) }
            }
            Err(none) => Err(pattern::witness::NoWitness::to_string(&none)),
        };
        Some(FailingEvent { name: condition.name.clone(), pattern: condition.key.to(condition.span), event })
    };
    Ok(pattern::witness::failing_events(valid).into_iter().filter_map(failing).collect())
}

const REFUSED: &str = "AWS refuses this pattern, so no event can be made for it; mend the pattern first.";

fn unread(dialect: Dialect) -> String {
    format!("no event was found that {} would read as one; there may be one.", dialect.name())
}

fn verdict(draft: &Draft, event: &str) -> Verdict {
    let tried = Draft {
        event: event.to_owned(),
        pattern: draft.pattern.clone(),
        dialect: draft.dialect,
        ..Draft::default()
    };
    evaluate(&tried).verdict
}

/// Records and messages have no envelope: what the pattern does not ask for is left out.
fn as_record(made: Witness, pattern: &Pattern, dialect: Dialect) -> Witness {
    if dialect.has_envelope() {
        return made;
    }
    let asked = |key: &str| {
        pattern.conditions.iter().any(|condition| {
            condition.name.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    };
    let Some(Node { span, value: Value::Object(members) }) =
        json::parse(&made.event, Role::Event).valid().cloned()
    else {
        return made;
    };
    let kept = members
        .into_iter()
        .filter(|member| !ENVELOPE.contains(&member.key.as_str()) || asked(&member.key))
        .collect();
    Witness { event: json::pretty(&Node { span, value: Value::Object(kept) }), changed: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATTERN: &str = r#"{"source": ["aws.s3"], "detail": {"size": [{"numeric": [">", 10]}]}}"#;

    fn draft(pattern: &str, event: &str, dialect: Dialect) -> Draft {
        Draft { event: event.to_owned(), pattern: pattern.to_owned(), dialect, ..Draft::default() }
    }

    #[test]
    fn the_own_event_is_mended() {
        let own = r#"{"source": "aws.s3", "mine": 9007199254740993, "detail": {"size": 1}}"#;
        let made = matching_event(&draft(PATTERN, own, Dialect::Rule)).unwrap();
        assert!(made.event.contains("9007199254740993"), "{}", made.event);
        assert_eq!(evaluate(&draft(PATTERN, &made.event, Dialect::Rule)).verdict, Verdict::Match);
    }

    #[test]
    fn without_a_usable_event_one_is_made() {
        for event in ["", "{", "[]", "{}", r#"{"source": "aws.s3", "detail": {"size": 11}}"#] {
            let made = matching_event(&draft(PATTERN, event, Dialect::Rule)).unwrap();
            assert!(made.event.contains("\"detail-type\""), "{}", made.event);
            assert_eq!(evaluate(&draft(PATTERN, &made.event, Dialect::Rule)).verdict, Verdict::Match);
        }
    }

    #[test]
    fn each_condition_has_an_event_that_fails_it_alone() {
        let failing = failing_events(&draft(PATTERN, "", Dialect::Rule)).unwrap();
        let names: Vec<_> = failing.iter().map(|failing| failing.name.as_str()).collect();
        assert_eq!(names, ["source", "detail.size"]);
        for failing in &failing {
            let event = &failing.event.as_ref().unwrap().event;
            let report = evaluate(&draft(PATTERN, event, Dialect::Rule));
            let failed: Vec<_> = report.why.iter().filter(|line| !line.holds).collect();
            assert_eq!(failed.len(), 1, "{event}");
            assert_eq!(failed.first().map(|line| line.pattern), Some(failing.pattern));
        }
    }

    #[test]
    fn what_cannot_be_is_said() {
        let refused = draft(r#"{"source": "aws.s3"}"#, "{}", Dialect::Rule);
        assert_eq!(matching_event(&refused), Err(REFUSED.to_owned()));
        assert_eq!(failing_events(&refused), Err(REFUSED.to_owned()));
        let always = draft(r#"{"a": [{"exists": true}, {"exists": false}]}"#, "", Dialect::Rule);
        let failing = failing_events(&always).unwrap();
        assert!(failing.iter().all(|failing| failing.event.is_err()), "{failing:?}");
    }

    #[test]
    fn records_have_no_envelope() {
        for (dialect, pattern) in [
            (Dialect::Pipes, r#"{"body": {"state": ["on"]}}"#),
            (Dialect::EventSourceMapping, r#"{"dynamodb": {"Keys": {"id": {"S": ["a"]}}}}"#),
            (Dialect::SnsAttributes, r#"{"store": ["a"]}"#),
            (Dialect::SnsBody, r#"{"store": {"name": ["a"]}}"#),
        ] {
            let draft = draft(pattern, "", dialect);
            let made = matching_event(&draft).unwrap();
            assert!(!made.event.contains("detail-type"), "{}", made.event);
            let failing = failing_events(&draft).unwrap();
            assert!(failing.iter().all(|failing| failing.event.is_ok()), "{failing:?}");
        }
    }
}
