//! Texts of the Tests tab, in English.

use super::text::Text;
use crate::state::testing::{Bucket, Filter, Period, Status};
use rulepad_workbench::en::counted;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::NothingYet => {
            "Tests keep verdicts: this event must match, that one must not. Load several events, or keep the verdict on the event that is shown."
        }
        Text::ShownMustMatch => "The event must match",
        Text::ShownMustNotMatch => "The event must not match",
        Text::Parts => "Parts of the tests",
        Text::Matrix => "Matrix",
        Text::Coverage => "Coverage",
        Text::Monitor => "Monitor",
        Text::Scan => "Scan a file",
        Text::FilterLabel => "Show",
        Text::Filter { filter, count } => return filter_words(filter, count).into(),
        Text::NoneOfFilter(filter) => match filter {
            Filter::All => "No rules and events yet.",
            Filter::Failing => "No test fails.",
            Filter::Unexpected => "Every match has a test.",
            Filter::Idle => "Every rule is triggered by an event.",
            Filter::Unmatched => "Every event triggers a rule.",
            Filter::Overlapping => "No event triggers more than one rule.",
        },
        Text::Outcomes { passed, failed, waiting } => return outcomes(passed, failed, waiting).into(),
        Text::Size { rules, events, matches } => {
            let (rules, events) = (counted(rules, "rule", "rules"), counted(events, "event", "events"));
            return format!("{rules}, {events}, {}", counted(matches, "match", "matches")).into();
        }
        Text::AddRule => "Add rule",
        Text::AddRuleAbout => "Add a rule to the bus and edit it",
        Text::JudgedLabel => "Evaluated events",
        Text::Judged { done, all, seconds: None } => return format!("{done} of {all} events").into(),
        Text::Judged { done, all, seconds: Some(seconds) } => {
            return format!("{done} of {all} events, about {seconds} s left").into();
        }
        Text::Cancel => "Cancel",
        Text::GoOn => "Continue",
        Text::TooSlow => "Evaluation took too long and was stopped.",
        Text::CannotRun(reason) => return format!("Tests cannot run: {reason}.").into(),
        Text::MatrixLabel => {
            "Verdicts of rules on events. Enter explains a cell, M and N keep it as a test, Space enables or disables its rule."
        }
        Text::RulesAndEvents => "Rules × events",
        Text::RuleNumber(number) => return format!("Rule {number}").into(),
        Text::EnabledRule(name) => return format!("{name} is enabled").into(),
        Text::Edited => "This rule is being edited",
        Text::EditRule => "Edit this rule",
        Text::RefusedByAws => "AWS refuses the event pattern of this rule",
        Text::NotYet => "Not evaluated yet",
        Text::CellWords { verdict, expected, status } => return cell(verdict, expected, status).into(),
        Text::CellLabel => "The selected rule and event",
        Text::EventName => "Name of the event",
        Text::RenameEvent => "Rename the event",
        Text::MustMatch => "Must match",
        Text::MustNotMatch => "Must not match",
        Text::NoTest => "No test",
        Text::Explain => "Explain",
        Text::OpenInWhy => "Show rule, event and reasons above",
        Text::More => "More",
        Text::MoveEventLeft => "Move the event left",
        Text::MoveEventRight => "Move the event right",
        Text::RemoveEvent => "Remove the event and its tests",
        Text::RemoveRule => "Remove the rule and its tests",
        Text::NotExercised => {
            "There is no coverage: computing it took too long, or its worker does not work."
        }
        Text::Exercising => "Computing coverage…",
        Text::NoPattern => "Coverage appears once AWS accepts the event pattern.",
        Text::Covered { tests: 0, .. } => "No test of this rule yet: keep verdicts as tests",
        Text::Covered { covered, all, tests } => return coverage(covered, all, tests).into(),
        Text::DecidedBoth => "decided a match and a miss",
        Text::DecidedMatch => "decided a match",
        Text::DecidedMiss => "decided a miss",
        Text::NeverDecided => "never decided",
        Text::Decided { matches: 0, misses: 0 } => "never decided a verdict",
        Text::Decided { matches, misses } => {
            let (matches, misses) = (counted(matches, "match", "matches"), counted(misses, "miss", "misses"));
            return format!("decided {matches} and {misses}").into();
        }
        Text::Mutants { tried: 0, .. } => "No small change of the pattern to try",
        Text::Mutants { tried, noticed, open } => {
            let tried = counted(tried, "small change", "small changes");
            return format!("{tried} tried: {noticed} noticed by a test, {open} not").into();
        }
        Text::Untried(count) => {
            return format!("{} not tried.", counted(count, "more change was", "more changes were")).into();
        }
        Text::AllNoticed => "Every change that makes a difference is noticed by a test.",
        Text::MutantsAbout => {
            "No test fails with these changes of the pattern. Add the event that distinguishes the two."
        }
        Text::WithoutCondition(field) => return format!("Without the condition on `{field}`").into(),
        Text::WithoutValue { value, field } => return format!("Without `{value}` in `{field}`").into(),
        Text::WithoutBranch(number) => return format!("Without branch {number} of `$or`").into(),
        Text::ReplacedBy { from, to, field } => {
            return format!("`{to}` instead of `{from}` in `{field}`").into();
        }
        Text::OnlyOne { original: true } => "An event matches only the rule as it is.",
        Text::OnlyOne { original: false } => "An event matches only the changed rule.",
        Text::Undecided => "Whether it makes a difference is not known.",
        Text::ShowWitness => "Show the event",
        Text::AddWitness => "Add as a test",
        Text::Received => "Received",
        Text::Matched => "Matched",
        Text::Triggered => "Triggered",
        Text::Delivered => "Delivered",
        Text::Failed => "Failed",
        Text::ChartLabel => "Events over time",
        Text::ChartKeys => "Point at a period, or use the arrow keys.",
        Text::ChartAbout { periods, highest } => {
            return format!("{}, at most {highest} in one", counted(periods, "period", "periods")).into();
        }
        Text::Highest(count) => return format!("highest: {count}").into(),
        Text::TableLabel => "Counts by period",
        Text::PeriodStart => "Period from (UTC)",
        Text::InPeriod { from, to, counts } => {
            let Bucket { received, matched, triggered, delivered, failed, .. } = counts;
            return format!("{from} to {to}: {received} received, {matched} matched, {triggered} triggered, {delivered} delivered, {failed} failed").into();
        }
        Text::RuleLabel => "Rule",
        Text::TargetLabel => "Target",
        Text::AllTargets => "All targets",
        Text::PeriodLabel => "Period",
        Text::Period(period) => match period {
            Period::Auto => "Automatic",
            Period::Minute => "1 minute",
            Period::FiveMinutes => "5 minutes",
            Period::Hour => "1 hour",
            Period::Day => "1 day",
        },
        Text::NotObserved => "The counts are incomplete: the worker was stopped or does not work.",
        Text::Waiting(count) => return format!("{} to evaluate…", counted(count, "event", "events")).into(),
        Text::Undated(1) => "1 event has no `time` and is not in the chart.",
        Text::Undated(count) => {
            return format!("{count} events have no `time` and are not in the chart.").into();
        }
        Text::AddWitnessAbout => "Load this event and expect what the rule does now",
    })
}

fn coverage(covered: usize, all: usize, tests: usize) -> String {
    let (all, tests) = (counted(all, "part", "parts"), counted(tests, "test", "tests"));
    format!("{covered} of {all} of the pattern decided a verdict in {tests}")
}

fn filter_words(filter: Filter, count: Option<usize>) -> String {
    let words = match filter {
        Filter::All => "All rules and events",
        Filter::Failing => "Failing tests",
        Filter::Unexpected => "Matches without a test",
        Filter::Idle => "Rules that nothing triggers",
        Filter::Unmatched => "Events that trigger nothing",
        Filter::Overlapping => "Overlapping rules",
    };
    count.map_or_else(|| words.to_owned(), |count| format!("{words} ({count})"))
}

fn outcomes(passed: usize, failed: usize, waiting: usize) -> String {
    if passed + failed + waiting == 0 {
        return "No tests yet".to_owned();
    }
    let mut words = format!("{passed} passed, {failed} failed");
    if waiting > 0 {
        words += &format!(", {waiting} waiting");
    }
    words
}

fn cell(verdict: &str, expected: Option<bool>, status: Status) -> String {
    let expected = match expected {
        Some(true) => ", must match",
        Some(false) => ", must not match",
        None => "",
    };
    let outcome = match status {
        Status::Failed => ": test fails",
        Status::Passed => ": test passes",
        Status::Waiting | Status::Untested => "",
    };
    format!("{verdict}{expected}{outcome}")
}
