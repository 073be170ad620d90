//! Events made to order: one that matches the draft's pattern, and for each condition one that just misses.

use crate::catalogue::{Catalogue, Named};
use crate::draft::Draft;
use crate::evaluate::evaluate;
use crate::graft;
use crate::pick::transplant;
use crate::report::{LineKind, Verdict};
use rulepad_document::diagnostic::apply;
use rulepad_document::json::{self, Node, Value};
use rulepad_document::path::Step;
use rulepad_document::{Lang, Role, Span};
use rulepad_pattern::lint::ENVELOPE;
use rulepad_pattern::syntax::Condition;
use rulepad_pattern::{self as pattern, Dialect, Pattern};
use rulepad_transformer::Input;
use rulepad_transformer::path::{Path, Selected};
use serde::{Deserialize, Serialize};

use rulepad_pattern::witness::NoWitness;
pub use rulepad_pattern::witness::Witness;

/// An event that fails one condition and meets what else is asked with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FailingEvent {
    /// The joined name of the condition's field.
    pub name: String,
    /// Where the condition is in the pattern, from its key to the end of its list.
    pub pattern: Span,
    /// The event, or why there is none, in a sentence.
    pub event: Result<Witness, String>,
}

/// An event that the draft's pattern matches: the draft's own event, changed, where that is of a type the pattern
/// asks for and does not match yet; else the catalogue's sample of such a type, changed; else a new one. What the
/// targets read is added where it is missing.
///
/// # Errors
/// Why there is none, in a sentence.
pub fn matching_event(draft: &Draft, catalogue: Option<&Catalogue>, lang: Lang) -> Result<Witness, String> {
    matching(draft, catalogue).map_err(|why| words!(lang, witness::no_event(&why)))
}

fn matching(draft: &Draft, catalogue: Option<&Catalogue>) -> Result<Witness, NoEvent> {
    let parsed = pattern::parse_in(&draft.pattern, draft.dialect);
    let valid = parsed.valid().ok_or(NoEvent::Refused)?;
    let named = Named::by(valid, catalogue.filter(|_| draft.dialect.has_envelope()));
    let own = json::parse(&draft.event, Role::Event).valid().cloned();
    let own = own.filter(|own| own.members().is_some_and(|members| !members.is_empty()));
    // What matches already has nothing to be changed: the person wants another one.
    let own =
        own.filter(|own| named.could_be(own) && evaluate(draft, Lang::default()).verdict != Verdict::Match);
    let sample = catalogue.and_then(|catalogue| sample(&named, catalogue, &draft.event));
    let changed = |base: &Node| {
        let made = pattern::witness::matching_event_from(valid, Some(base)).ok()?;
        (verdict(draft, &made.event) == Verdict::Match).then_some(made)
    };
    if let Some(made) = own.iter().chain(&sample).find_map(changed) {
        return Ok(filled(draft, made, &named));
    }
    let made = pattern::witness::matching_event(valid).map_err(NoEvent::None)?;
    let made = as_record(made, valid, draft.dialect);
    if verdict(draft, &made.event) == Verdict::Match {
        Ok(filled(draft, made, &named))
    } else {
        Err(NoEvent::Unread(draft.dialect))
    }
}

/// The first sample of a type the pattern names; of several types of one source, the first. Not the one that is
/// there already.
fn sample(named: &Named<'_>, catalogue: &Catalogue, there: &str) -> Option<Node> {
    let dense = |text: &str| text.split_whitespace().collect::<String>();
    let there = dense(there);
    let types =
        if named.types.is_empty() && !named.detail_type.asks() { &named.by_source } else { &named.types };
    let samples = types.iter().flat_map(|own| &own.samples).filter_map(|at| catalogue.events.get(*at));
    let fits = |text: &&str| dense(text) != there;
    let text = samples.map(|sample| sample.event.as_str()).find(fits)?;
    json::parse(text, Role::Event).valid().cloned()
}

/// The event with what the targets read: a value of the catalogue's sample, else a text that says what it is for.
fn filled(draft: &Draft, made: Witness, named: &Named<'_>) -> Witness {
    if draft.dialect != Dialect::Rule {
        return made;
    }
    let before = verdict(draft, &made.event);
    let mut event = made.event.clone();
    for path in missing(draft, &event).into_iter().take(MOST_FILLED) {
        let Some(root) = json::parse(&event, Role::Event).valid().cloned() else { break };
        let name = path.iter().filter_map(key).collect::<Vec<_>>().join(".");
        let known = named.field(&name).map(|field| field.sample.clone()).filter(|sample| !sample.is_empty());
        let value = known.unwrap_or_else(|| {
            let last = path.iter().rev().find_map(key).unwrap_or("value");
            json::quote(&format!("example {last}"))
        });
        if let Some(edit) = graft::put(&event, &root, &path, &value) {
            event = apply(&event, &[edit]);
        }
    }
    let changed = made.changed.filter(|_| event == made.event);
    if verdict(draft, &event) == before { Witness { event, changed } } else { made }
}

/// More paths are left as they are.
const MOST_FILLED: usize = 200;

/// The paths of the targets that select nothing in the event.
fn missing(draft: &Draft, event: &str) -> Vec<Vec<Step>> {
    let tried = Draft { event: event.to_owned(), ..draft.clone() };
    let report = evaluate(&tried, Lang::default());
    let of_map = report.targets.iter().filter_map(|target| target.rendered.as_ref()).flat_map(|rendered| {
        let unmet = rendered.variables.iter().filter(|own| !own.reserved && own.value.is_none());
        unmet.map(|own| own.path.clone())
    });
    let root = json::parse(event, Role::Event).valid().cloned();
    let of_option = draft.targets.iter().filter_map(|target| match &target.input {
        Input::Path(path) => Some(path.clone()),
        _ => None,
    });
    let selects_nothing = |path: &String| {
        let path = Path::parse(path);
        path.zip(root.as_ref()).is_some_and(|(path, root)| matches!(path.select(root), Selected::Nothing))
    };
    of_map.chain(of_option).filter(selects_nothing).filter_map(|path| steps(&path)).collect()
}

/// The steps of an input path, `$.detail.phases[0]`.
fn steps(path: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    for part in path.trim().strip_prefix("$.")?.split('.') {
        let mut pieces = part.split('[');
        steps.push(Step::Key(pieces.next().filter(|key| !key.is_empty())?.to_owned()));
        for index in pieces {
            steps.push(Step::Index(index.strip_suffix(']')?.parse().ok()?));
        }
    }
    Some(steps)
}

fn key(step: &Step) -> Option<&str> {
    match step {
        Step::Key(key) => Some(key),
        Step::Index(_) => None,
    }
}

/// For each condition of the draft's pattern, in the order of the text, an event that just misses: one that matches,
/// with one value changed, where that is possible.
///
/// # Errors
/// Why the pattern has none at all, in a sentence.
pub fn failing_events(
    draft: &Draft,
    catalogue: Option<&Catalogue>,
    lang: Lang,
) -> Result<Vec<FailingEvent>, String> {
    let no_event = |why: &NoEvent| words!(lang, witness::no_event(why));
    let parsed = pattern::parse_in(&draft.pattern, draft.dialect);
    let valid = parsed.valid().ok_or_else(|| no_event(&NoEvent::Refused))?;
    let base = if evaluate(draft, Lang::default()).verdict == Verdict::Match {
        Some(draft.event.clone())
    } else {
        matching(draft, catalogue).ok().map(|made| made.event)
    };
    let failing = |(number, found): (usize, Result<Witness, NoWitness>)| {
        let condition = valid.conditions.get(number)?;
        let event = match found {
            Ok(made) => {
                let near = base.as_ref().and_then(|base| missed(draft, base, &made, condition));
                let made = near.unwrap_or_else(|| as_record(made, valid, draft.dialect));
                let misses = verdict(draft, &made.event) == Verdict::NoMatch;
                if misses { Ok(made) } else { Err(no_event(&NoEvent::Unread(draft.dialect))) }
            }
            Err(none) => Err(no_event(&NoEvent::None(none))),
        };
        Some(FailingEvent { name: condition.name.clone(), pattern: condition.key.to(condition.span), event })
    };
    Ok(pattern::witness::failing_events(valid).into_iter().filter_map(failing).collect())
}

/// The matching event with the one value that makes the condition fail, and that condition alone.
fn missed(draft: &Draft, base: &str, made: &Witness, condition: &Condition) -> Option<Witness> {
    let root = json::parse(base, Role::Event).valid().cloned()?;
    let edit = transplant(base, &root, made, &condition.name)?;
    let start = edit.span.start as usize;
    let changed = (!edit.text.is_empty()).then(|| {
        let lead = edit.text.len() - edit.text.trim_start_matches([',', ' ', '\n', '\r', '\t']).len();
        Span::new(start + lead, start + edit.text.trim_end().len())
    });
    let event = apply(base, &[edit]);
    let tried = Draft { event: event.clone(), ..draft.clone() };
    let why = evaluate(&tried, Lang::default()).why;
    let place = condition.key.to(condition.span);
    let mut failed = why.iter().filter(|line| line.kind == LineKind::Condition && !line.holds);
    let alone = failed.next().is_some_and(|line| line.pattern == place) && failed.next().is_none();
    alone.then_some(Witness { event, changed })
}

/// Why no event can be made.
#[derive(Clone, Debug)]
pub(crate) enum NoEvent {
    /// AWS refuses the pattern.
    Refused,
    /// What was made is no event to the service of the dialect.
    Unread(Dialect),
    /// None was found.
    None(NoWitness),
}

fn verdict(draft: &Draft, event: &str) -> Verdict {
    let tried = Draft {
        event: event.to_owned(),
        pattern: draft.pattern.clone(),
        dialect: draft.dialect,
        ..Draft::default()
    };
    evaluate(&tried, Lang::default()).verdict
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
    use crate::words_en::witness::no_event;

    const PATTERN: &str = r#"{"source": ["aws.s3"], "detail": {"size": [{"numeric": [">", 10]}]}}"#;

    fn draft(pattern: &str, event: &str, dialect: Dialect) -> Draft {
        Draft { event: event.to_owned(), pattern: pattern.to_owned(), dialect, ..Draft::default() }
    }

    #[test]
    fn the_own_event_is_fixed() {
        let own = r#"{"source": "aws.s3", "mine": 9007199254740993, "detail": {"size": 1}}"#;
        let made = matching_event(&draft(PATTERN, own, Dialect::Rule), None, Lang::En).unwrap();
        assert!(made.event.contains("9007199254740993"), "{}", made.event);
        assert_eq!(evaluate(&draft(PATTERN, &made.event, Dialect::Rule), Lang::En).verdict, Verdict::Match);
    }

    #[test]
    fn without_a_usable_event_one_is_made() {
        for event in ["", "{", "[]", "{}", r#"{"source": "aws.s3", "detail": {"size": 11}}"#] {
            let made = matching_event(&draft(PATTERN, event, Dialect::Rule), None, Lang::En).unwrap();
            assert!(made.event.contains("\"detail-type\""), "{}", made.event);
            assert_eq!(
                evaluate(&draft(PATTERN, &made.event, Dialect::Rule), Lang::En).verdict,
                Verdict::Match
            );
        }
    }

    #[test]
    fn an_event_of_another_type_is_not_mixed_in() {
        let catalogue = crate::catalogue::bundled().unwrap();
        let pattern = r#"{"source": ["aws.codebuild"], "detail-type": ["CodeBuild Build State Change"], "detail": {"build-status": ["FAILED"]}}"#;
        let other =
            r#"{"source": "aws.s3", "detail-type": "Object Created", "detail": {"bucket": {"name": "b"}}}"#;
        for own in [other, "", r#"{"source": "aws.codebuild", "detail-type": "x", "detail": {"bucket": 1}}"#]
        {
            let draft = draft(pattern, own, Dialect::Rule);
            let made = matching_event(&draft, Some(&catalogue), Lang::En).unwrap();
            assert!(made.event.contains("additional-information"), "a whole sample: {}", made.event);
            assert!(!made.event.contains("bucket"), "{}", made.event);
            assert_eq!(evaluate(&Draft { event: made.event, ..draft }, Lang::En).verdict, Verdict::Match);
        }
        let types = r#"{"source": ["aws.ec2"]}"#;
        let made = matching_event(&draft(types, other, Dialect::Rule), Some(&catalogue), Lang::En).unwrap();
        assert!(made.event.contains("\"aws.ec2\"") && !made.event.contains("bucket"), "{}", made.event);
    }

    #[test]
    fn what_targets_read_is_there() {
        let catalogue = crate::catalogue::bundled().unwrap();
        let paths = r#"{"name": "$.detail.project-name", "mine": "$.detail.mine.deep", "first": "$.detail.list[0].x"}"#;
        let template = "\"<name> <mine> <first>\"".to_owned();
        let target = rulepad_rule::Target {
            input: Input::Transformer { paths: paths.to_owned(), template },
            ..Default::default()
        };
        let by_path =
            rulepad_rule::Target { input: Input::Path("$.detail.other".into()), ..Default::default() };
        let pattern = r#"{"source": ["aws.codebuild"]}"#;
        for catalogue in [Some(&catalogue), None] {
            let draft =
                Draft { targets: vec![target.clone(), by_path.clone()], ..draft(pattern, "", Dialect::Rule) };
            let made = matching_event(&draft, catalogue, Lang::En).unwrap();
            assert_eq!(missing(&draft, &made.event), Vec::<Vec<Step>>::new(), "{}", made.event);
            assert!(made.event.contains("example deep"), "{}", made.event);
        }
    }

    #[test]
    fn a_near_miss_is_the_matching_event_with_one_other_value() {
        let own = r#"{"source": "aws.s3", "n": 1.50, "detail": {"size": 11, "keep": 12345678901234567890}}"#;
        let failing = failing_events(&draft(PATTERN, own, Dialect::Rule), None, Lang::En).unwrap();
        for failing in &failing {
            let event = &failing.event.as_ref().unwrap().event;
            assert!(event.contains("1.50") && event.contains("12345678901234567890"), "{event}");
        }
    }

    #[test]
    fn each_condition_has_an_event_that_fails_it_alone() {
        let failing = failing_events(&draft(PATTERN, "", Dialect::Rule), None, Lang::En).unwrap();
        let names: Vec<_> = failing.iter().map(|failing| failing.name.as_str()).collect();
        assert_eq!(names, ["source", "detail.size"]);
        for failing in &failing {
            let event = &failing.event.as_ref().unwrap().event;
            let report = evaluate(&draft(PATTERN, event, Dialect::Rule), Lang::En);
            let failed: Vec<_> = report.why.iter().filter(|line| !line.holds).collect();
            assert_eq!(failed.len(), 1, "{event}");
            assert_eq!(failed.first().map(|line| line.pattern), Some(failing.pattern));
        }
    }

    #[test]
    fn what_cannot_be_is_said() {
        let refused = draft(r#"{"source": "aws.s3"}"#, "{}", Dialect::Rule);
        assert_eq!(matching_event(&refused, None, Lang::En), Err(no_event(&NoEvent::Refused)));
        assert_eq!(failing_events(&refused, None, Lang::En), Err(no_event(&NoEvent::Refused)));
        let always = draft(r#"{"a": [{"exists": true}, {"exists": false}]}"#, "", Dialect::Rule);
        let failing = failing_events(&always, None, Lang::En).unwrap();
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
            let made = matching_event(&draft, None, Lang::En).unwrap();
            assert!(!made.event.contains("detail-type"), "{}", made.event);
            let failing = failing_events(&draft, None, Lang::En).unwrap();
            assert!(failing.iter().all(|failing| failing.event.is_ok()), "{failing:?}");
        }
    }
}
