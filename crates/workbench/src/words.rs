//! The verdict in English: headline and summary.

use crate::report::Verdict;
use rulepad_document::json::Node;
use rulepad_document::{Diagnostic, Role, Severity};
use rulepad_pattern::Explanation;
use rulepad_pattern::words;
use rulepad_rule::{Kind, Permission};

/// The headline and the sentence under it.
pub(crate) fn verdict(
    verdict: Verdict,
    explanation: Option<&Explanation>,
    pattern: &[Diagnostic],
    event: &[Diagnostic],
) -> (String, String) {
    let mistakes = |found: &[Diagnostic]| match found.iter().filter(|found| found.is_error()).count() {
        1 => "1 mistake".to_owned(),
        count => format!("{count} mistakes"),
    };
    match verdict {
        Verdict::Match => ("Matches".to_owned(), explanation.map(words::headline).unwrap_or_default()),
        Verdict::NoMatch => ("Does not match".to_owned(), explanation.map(no_match).unwrap_or_default()),
        Verdict::PatternError => {
            ("AWS refuses this pattern".to_owned(), format!("{} in it", mistakes(pattern)))
        }
        Verdict::EventError => ("The event cannot be read".to_owned(), format!("{} in it", mistakes(event))),
        Verdict::Undecided => (
            "Stopped".to_owned(),
            "trying this pattern on this event takes more work than Rulepad allows; make one of them smaller"
                .to_owned(),
        ),
    }
}

fn no_match(explanation: &Explanation) -> String {
    let count = words::headline(explanation);
    let mut failed = explanation.shown_conditions().filter(|(_, finding)| !finding.holds);
    match (failed.next(), failed.next()) {
        (Some((_, only)), None) if explanation.shown_conditions().count() > 1 => {
            format!("{count}: {} is the only one", only.name)
        }
        _ => count,
    }
}

/// What allows EventBridge to deliver to this kind of target, in a sentence.
pub(crate) fn permission(kind: Kind) -> String {
    let action = kind.action().map(|action| format!(" `{action}`")).unwrap_or_default();
    let principal = "`events.amazonaws.com`";
    match kind.permission() {
        Permission::ResourcePolicy => format!("The policy of the target must allow {principal}{action}."),
        Permission::Role if action.is_empty() => {
            format!("A role in RoleArn, trusted by {principal}, is needed.")
        }
        Permission::Role => format!("A role in RoleArn, trusted by {principal}, must allow{action}."),
        Permission::Either => {
            format!("A role in RoleArn or the policy of the target must allow {principal}{action}.")
        }
    }
}

pub(crate) fn event_not_an_object(root: &Node) -> Diagnostic {
    Diagnostic::new(
        "event.not-an-object",
        Severity::Error,
        Role::Event,
        root.span,
        format!("an event is an object; this is {}", root.value.kind()),
    )
    .advice("paste one event; a list of events is not one event")
}
