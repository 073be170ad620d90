//! The sentences of results in English.

use super::listed;
use crate::result::{
    Change, Check, Difference, Expectation, Failure, Fate, Mutant, Note, Outcome, PatternPart, Problem,
    TestedRule, Trigger,
};
use crate::words::{self, condition};
use rulepad_document::words::en::counted;
use std::fmt::Write;

/// What a check found, in a few words.
pub(crate) fn outcome(check: &Check) -> String {
    match check.outcome {
        Outcome::Matched => "matches".to_owned(),
        Outcome::Quiet => "does not match".to_owned(),
        Outcome::Noisy => "matches, and must not".to_owned(),
        Outcome::Missing => "does not match, and must".to_owned(),
        Outcome::OtherReason => "does not match, for another reason".to_owned(),
        Outcome::Undecided => "has no verdict".to_owned(),
        Outcome::Delivered => format!("{} as expected", target(check)),
        Outcome::Different => format!("{} differs", target(check)),
        Outcome::Triggered => "triggers the expected rules".to_owned(),
        Outcome::OtherRules => "triggers other rules".to_owned(),
    }
}

fn target(check: &Check) -> String {
    match &check.expected {
        Expectation::Delivery { target } => format!("delivery to `{target}`"),
        _ => String::new(),
    }
}

/// What a check expects, in a few words.
pub(crate) fn expectation(expected: &Expectation) -> String {
    match expected {
        Expectation::Match => "match".to_owned(),
        Expectation::NoMatch => "no match".to_owned(),
        Expectation::Delivery { target } => format!("delivery to {target}"),
        Expectation::Triggers(rules) if rules.is_empty() => "triggers nothing".to_owned(),
        Expectation::Triggers(rules) => format!("triggers {}", rules.join(", ")),
    }
}

/// A check that was not as expected, in one line.
pub(crate) fn unexpected(check: &Check) -> String {
    let rule = check.rule.as_ref().or(check.subscriber.as_ref());
    let rule = rule.map(|rule| format!("`{rule}`: ")).unwrap_or_default();
    let mut out = format!("{rule}`{}` {}", check.event, outcome(check));
    if let Some(note) = check.failure.as_ref().and_then(|own| own.note.as_ref()) {
        let _ = write!(out, "; {}", self::note(note));
    }
    out
}

/// Why a check failed, in one sentence: the first of its reasons.
pub(crate) fn in_short(check: &Check, failure: &Failure) -> String {
    if let Some(note) = &failure.note {
        return self::note(note);
    }
    let Some(first) = failure.differences.first() else { return outcome(check) };
    let shown = |text: &Option<String>| {
        text.as_ref().map_or_else(|| "nothing".to_owned(), |text| format!("`{text}`"))
    };
    format!("{} is {}; expected: {}", at(first), shown(&first.found), shown(&first.expected))
}

/// Why a check failed, a line each.
pub(crate) fn failure(failure: &Failure) -> Vec<String> {
    let condition = |own| condition(own, "near miss");
    let mut lines: Vec<String> = failure.note.iter().map(note).collect();
    lines.extend(failure.differences.iter().flat_map(|own| words::difference(own, &at(own), "(nothing)")));
    if failure.more_differences > 0 {
        lines.push(format!(
            "and {}",
            counted(failure.more_differences, "more difference", "more differences")
        ));
    }
    lines.extend(failure.conditions.iter().flat_map(condition));
    for wrong in &failure.rules {
        lines.push(match wrong.fault {
            Trigger::Extra => format!("`{}` is triggered, and must not be:", wrong.rule),
            Trigger::Missing => format!("`{}` is not triggered, and must be:", wrong.rule),
            Trigger::Disabled => format!("`{}` is disabled, and its pattern matches:", wrong.rule),
        });
        lines.extend(wrong.conditions.iter().flat_map(condition).map(|line| format!("  {line}")));
    }
    lines
}

/// The place of a difference.
fn at(own: &Difference) -> String {
    if own.path.is_empty() { own.part.clone() } else { format!("{} at {}", own.part, own.path) }
}

fn note(note: &Note) -> String {
    match note {
        Note::BadEvent(why) => format!("the event is refused: {why}"),
        Note::TooMuchWork => "it takes more work than Rulepad allows".to_owned(),
        Note::DeployTime(names) => {
            format!(
                "it depends on {}, known only at deploy time; give the value under `values`",
                listed(names)
            )
        }
        Note::FailedAt(fields) if fields.is_empty() => {
            "the event is dropped before the pattern is tried".to_owned()
        }
        Note::FailedAt(fields) => format!("the conditions that fail are on {}", listed(fields)),
        Note::NoMatch => "the event does not match, so nothing is delivered".to_owned(),
        Note::NotDelivered(why) => format!("nothing is delivered: {why}"),
        Note::NotVerified(why) => format!("what AWS does is not verified: {why}"),
        Note::NotRefused => "it is delivered, and a refusal was expected".to_owned(),
        Note::RefusedFor(why) => format!("it is refused for another reason: {why}"),
        Note::UnknownKind => {
            "the target's ARN names no kind of target, so what it receives is not known".to_owned()
        }
        Note::AlsoTriggers(rules) => format!("it also triggers {}", listed(rules)),
        Note::DoesNotTrigger(rules) => format!("it does not trigger {}", listed(rules)),
        Note::OtherRules { also, not } => {
            format!("it triggers {} and does not trigger {}", listed(also), listed(not))
        }
    }
}

/// How well the tests of a rule cover its pattern.
pub(crate) fn coverage_line(rule: &TestedRule) -> String {
    let covered = rule.coverage.iter().filter(|own| own.is_covered()).count();
    let all = counted(rule.coverage.len(), "part", "parts");
    format!("coverage of `{}`: {covered} of {all} of the pattern decided a verdict", rule.rule)
}

/// What part of a pattern never decided a verdict.
pub(crate) fn uncovered(part: PatternPart, field: &str) -> String {
    match part {
        PatternPart::Condition => format!("the condition on `{field}` never decided a verdict"),
        PatternPart::Value => format!("a value of `{field}` never decided a match"),
        PatternPart::Branch => "a branch of `$or` never decided a verdict".to_owned(),
    }
}

/// What a mutant changes.
pub(crate) fn change(mutant: &Mutant) -> String {
    match &mutant.change {
        Change::ConditionRemoved => format!("without the condition on `{}`", mutant.field),
        Change::ValueRemoved(value) => format!("without `{value}` in `{}`", mutant.field),
        Change::BranchRemoved(number) => format!("without branch {} of `$or`", number + 1),
        Change::Replaced { from, to } => format!("with `{to}` instead of `{from}` in `{}`", mutant.field),
    }
}

/// A mutant that no check noticed; `None` for one that is of no concern.
pub(crate) fn mutation(mutant: &Mutant) -> Option<String> {
    let change = change(mutant);
    let rest = match &mutant.fate {
        Fate::Killed | Fate::Equivalent => return None,
        Fate::Unknown => "whether it makes a difference is not known",
        Fate::Survived { matches: true, .. } => "this event matches only the original rule",
        Fate::Survived { matches: false, .. } => "this event matches only the changed rule",
    };
    Some(format!("every check still passes {change}; {rest}"))
}

/// A problem of a test file, in one line.
pub(crate) fn problem(own: &Problem) -> String {
    format!("{} [{}]", own.message, own.code)
}

/// What to do about a problem, a line each.
pub(crate) fn helps(own: &Problem) -> Vec<String> {
    own.help.iter().map(|help| format!("help: {help}")).collect()
}

/// How many errors kept a test file from running.
pub(crate) fn not_run(errors: usize) -> String {
    format!("not run: {}", counted(errors, "error", "errors"))
}

/// The title of a test file with an error, where each line is a test.
pub(crate) const FILE: &str = "test file";

/// The title of a mutant that no check noticed.
pub(crate) const SURVIVOR: &str = "mutant";

/// What [`SURVIVOR`] means.
pub(crate) const SURVIVOR_MEANING: &str = "A small change of a rule passes every check.";

/// What a part of a pattern that decided nothing means.
pub(crate) const UNCOVERED_MEANING: &str = "A part of a pattern never decided a verdict.";

/// What a problem of a test file means.
pub(crate) const PROBLEM_MEANING: &str = "Something is wrong with a test file or with what it points at.";

/// The heading of the event that tells a mutant from its rule.
pub(crate) const WITNESS: &str = "the event:";

/// The totals: `5 passed, 2 failed: 1 noisy, 1 missing`.
pub(crate) fn tally(checks: &[&Check]) -> String {
    let failed: Vec<&&Check> = checks.iter().filter(|check| !check.passed()).collect();
    let mut out = format!("{} passed, {} failed", checks.len() - failed.len(), failed.len());
    let kinds = [
        (Outcome::Noisy, "noisy"),
        (Outcome::Missing, "missing"),
        (Outcome::OtherReason, "for another reason"),
        (Outcome::Undecided, "undecided"),
        (Outcome::Different, "with another delivery"),
        (Outcome::OtherRules, "with other rules"),
    ];
    let counts: Vec<String> = kinds
        .iter()
        .map(|(kind, word)| (failed.iter().filter(|check| check.outcome == *kind).count(), word))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    if !counts.is_empty() {
        let _ = write!(out, ": {}", counts.join(", "));
    }
    out
}

/// What an outcome that fails means.
pub(crate) fn meaning(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Noisy => "An event matches a rule that it must not match.",
        Outcome::Missing => "An event does not match a rule that it must match.",
        Outcome::OtherReason => "An event does not match, but other conditions fail than those expected.",
        Outcome::Undecided => "There is no verdict.",
        Outcome::Different => "A target receives something other than expected.",
        Outcome::OtherRules => "An event triggers rules other than those expected.",
        Outcome::Matched | Outcome::Quiet | Outcome::Delivered | Outcome::Triggered => "As expected.",
    }
}

/// What became of the mutants of a rule.
pub(crate) fn mutants_line(rule: &TestedRule) -> String {
    let count = |wanted: fn(&Fate) -> bool| rule.mutants.iter().filter(|own| wanted(&own.fate)).count();
    let mut out = format!(
        "mutants of `{}`: {} tried, {} equivalent, {} not noticed",
        rule.rule,
        rule.mutants.len(),
        count(|fate| *fate == Fate::Equivalent),
        count(|fate| !matches!(fate, Fate::Killed | Fate::Equivalent))
    );
    if rule.untried > 0 {
        let _ = write!(out, "; {} more are beyond what is tried", rule.untried);
    }
    out
}

/// Rules and subscribers that no test names.
pub(crate) fn untested(rules: &[String]) -> String {
    format!("without a test: {}", listed(rules))
}

/// Events that trigger nothing.
pub(crate) fn idle(events: &[String]) -> String {
    format!("trigger no rule: {}", listed(events))
}

/// How much of all patterns decided a verdict.
pub(crate) fn covered(percent: f64) -> String {
    format!("coverage: {percent:.1} %")
}

/// The columns of a table of checks.
pub(crate) const COLUMNS: [&str; 3] = ["rule", "event", "outcome"];
