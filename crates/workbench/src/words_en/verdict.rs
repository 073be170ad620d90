//! The verdict in English: headline and summary.

use crate::report::{Verdict, Wrapped};
use rulepad_document::words::en;
use rulepad_document::{Diagnostic, Lang};
use rulepad_pattern::{Explanation, words};
use rulepad_rule::{Permission, TargetKind};

/// The headline and the sentence under it.
pub(crate) fn verdict(
    verdict: Verdict,
    explanation: Option<&Explanation>,
    (pattern, pattern_is_empty): (&[Diagnostic], bool),
    (event, event_is_empty): (&[Diagnostic], bool),
    wrapped: Option<&Wrapped>,
) -> (String, String) {
    let errors = |found: &[Diagnostic]| {
        en::counted(found.iter().filter(|found| found.is_error()).count(), "error", "errors")
    };
    match verdict {
        Verdict::Match => (
            "Matches".to_owned(),
            explanation.map(|found| words::headline(found, Lang::En)).unwrap_or_default(),
        ),
        Verdict::NoMatch => (
            "Does not match".to_owned(),
            explanation.map(|found| words::headline(found, Lang::En)).unwrap_or_default(),
        ),
        Verdict::PatternError if pattern_is_empty => {
            ("No pattern yet".to_owned(), "Write one, or open an example".to_owned())
        }
        Verdict::EventError if event_is_empty => {
            ("No event yet".to_owned(), "Paste one, or let Rulepad make one that matches".to_owned())
        }
        Verdict::PatternError => {
            ("AWS refuses this pattern".to_owned(), format!("{} in it", errors(pattern)))
        }
        Verdict::EventError => match wrapped {
            Some(wrapped) => ("This is not one event".to_owned(), wrapped.sentence.clone()),
            None => ("The event cannot be read".to_owned(), format!("{} in it", errors(event))),
        },
        Verdict::Undecided => (
            "Stopped".to_owned(),
            "Trying this pattern on this event takes more work than Rulepad allows; make one of them smaller"
                .to_owned(),
        ),
    }
}

/// The headline with the reasons, whole sentences, numbered where there are several; without any, with the summary.
pub(crate) fn answer(headline: &str, summary: &str, reasons: &[String]) -> String {
    match reasons {
        [] => {}
        [only] => return format!("{headline}: {only}"),
        several => {
            let numbered = (1..).zip(several).map(|(number, reason)| format!("({number}) {reason}"));
            return format!("{headline}: {}", numbered.collect::<Vec<_>>().join(" "));
        }
    }
    let stopped = |text: &str| if text.ends_with('.') { text.to_owned() } else { format!("{text}.") };
    if summary.is_empty() { stopped(headline) } else { format!("{headline}. {}", stopped(summary)) }
}

/// What there is instead of a verdict where a rule has a schedule and no event pattern.
pub(crate) fn scheduled(schedule: &str) -> (String, String) {
    let summary = format!("This rule has a schedule, `{}`; there is no event to match", schedule.trim());
    ("No event to match".to_owned(), summary)
}

/// What allows EventBridge to deliver to this kind of target, in a sentence.
pub(crate) fn permission(kind: TargetKind) -> String {
    let actions: Vec<String> = kind.actions().iter().map(|action| format!("`{action}`")).collect();
    let actions = en::all_of(&actions);
    let principal = "`events.amazonaws.com`";
    match kind.permission() {
        Permission::ResourcePolicy => format!("The policy of the target must allow {principal} {actions}."),
        Permission::Role if actions.is_empty() => {
            format!("A role in RoleArn, trusted by {principal}, is needed.")
        }
        Permission::Role => format!("A role in RoleArn, trusted by {principal}, must allow {actions}."),
        Permission::Either => {
            format!("A role in RoleArn or the policy of the target must allow {principal} {actions}.")
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Draft, evaluate};
    use rulepad_document::Lang;

    fn said(pattern: &str, event: &str) -> (String, String) {
        let draft = Draft { pattern: pattern.to_owned(), event: event.to_owned(), ..Draft::default() };
        let report = evaluate(&draft, Lang::En);
        (report.headline, report.summary)
    }

    #[test]
    fn a_text_that_is_not_there_yet_is_no_mistake() {
        for nothing in ["", " \n\t"] {
            assert_eq!(said(nothing, "{}").0, "No pattern yet");
            assert_eq!(said(r#"{"a": [1]}"#, nothing).0, "No event yet");
        }
        assert_eq!(said("{}", "{}").0, "AWS refuses this pattern");
        assert_eq!(said(r#"{"a": [1]}"#, "[]").0, "The event cannot be read");
        let several = said(r#"{"a": [1]}"#, r#"[{"source": "a"}, {"source": "b"}]"#);
        assert_eq!(several.0, "This is not one event");
        assert!(several.1.contains("2 events can be read from it"), "{}", several.1);
    }

    #[test]
    fn conditions_are_counted_as_one_would_say_it() {
        let two = r#"{"a": [1], "b": [1]}"#;
        assert_eq!(said(two, r#"{"a": 1, "b": 1}"#).1, "Both conditions are met");
        assert_eq!(said(two, "{}").1, "Both conditions failed");
        assert_eq!(said(two, r#"{"a": 1}"#).1, "1 of 2 conditions failed: b");
        let apart = said(r#"{"x": {"a": [1], "b": [1]}}"#, r#"{"x": [{"a": 1}, {"b": 1}]}"#);
        assert_eq!(apart.1, "Both conditions are met, but not in the same array element");
        assert_eq!(said(r#"{"a": [1], "b": [1], "c": [1]}"#, "{}").1, "All 3 conditions failed");
    }

    #[test]
    fn what_is_no_event_is_delivered_to_nobody() {
        let mut draft = crate::examples().into_iter().next().unwrap().draft;
        draft.event = "[{}]".to_owned();
        assert!(evaluate(&draft, Lang::En).targets.iter().all(|target| target.rendered.is_none()));
    }

    #[test]
    fn a_rule_with_a_schedule_alone_has_no_verdict() {
        let mut draft = crate::Draft { event: "{}".into(), ..crate::Draft::default() };
        assert_eq!(crate::evaluate(&draft, Lang::En).headline, "No pattern yet");
        draft.rule.schedule = "rate(5 minutes)".into();
        let report = crate::evaluate(&draft, Lang::En);
        let summary = "This rule has a schedule, `rate(5 minutes)`; there is no event to match";
        assert_eq!((&*report.headline, &*report.summary), ("No event to match", summary));
        draft.pattern = r#"{"source": ["a"]}"#.into();
        assert_ne!(
            crate::evaluate(&draft, Lang::En).headline,
            "No event to match",
            "the pattern has a verdict"
        );
    }
}
