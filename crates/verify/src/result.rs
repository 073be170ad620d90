//! What a run of a test file found, as data.

use crate::load::FilePlace;
use rulepad_document::{Severity, Span};
use serde::{Deserialize, Serialize};

/// The results of one test file.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Results {
    /// The test file.
    pub file: String,
    /// What is wrong with the file or with what it points at. A file with an error has no checks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<Problem>,
    /// Every check, in the order of the file.
    pub checks: Vec<Check>,
    /// What each rule under test was covered by, in the order of the rules; of rules with a test only.
    pub rules: Vec<TestedRule>,
    /// Events listed in the file that trigger none of its rules.
    pub idle_events: Vec<String>,
    /// Rules and subscribers of the file that no test names.
    pub untested: Vec<String>,
}

impl Results {
    /// The problems that are errors.
    pub fn errors(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(|own| own.severity == Severity::Error)
    }

    /// The mutants that no check noticed, with their rules.
    pub fn survivors(&self) -> impl Iterator<Item = (&TestedRule, &Mutant)> {
        let all = self.rules.iter().flat_map(|rule| rule.mutants.iter().map(move |own| (rule, own)));
        all.filter(|(_, own)| matches!(own.fate, Fate::Survived { .. }))
    }
}

/// What is wrong with a test file or with what it points at, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Its code, such as `verify.unknown-key`.
    pub code: String,
    /// How bad it is.
    pub severity: Severity,
    /// What happened.
    pub message: String,
    /// What to do, most useful first.
    pub help: Vec<String>,
    /// Where in the test file.
    pub place: FilePlace,
}

/// A rule and how its samples exercise its pattern.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TestedRule {
    /// The rule.
    pub rule: String,
    /// How many checks of it expect a match; a check of the bus is one of every rule on it.
    pub positive: usize,
    /// Checks that expect no match.
    pub negative: usize,
    /// The parts of its pattern.
    pub coverage: Vec<Covered>,
    /// What became of each mutant; empty where none were asked for.
    pub mutants: Vec<Mutant>,
    /// How many more mutants there are, beyond the bound of what is tried.
    pub untried: usize,
}

/// A part of a pattern, and whether it ever decided a verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Covered {
    /// What it is.
    pub part: PatternPart,
    /// The field it tests, or `$or`.
    pub field: String,
    /// Where it is in the pattern.
    pub span: Span,
    /// Where that is in the user's file.
    pub place: Option<FilePlace>,
    /// How many events matched because of it.
    pub matches: usize,
    /// How many events failed because of it.
    pub misses: usize,
}

impl Covered {
    /// Whether it decided a verdict at least once.
    #[must_use]
    pub fn is_covered(&self) -> bool {
        self.matches + self.misses > 0
    }
}

/// A part of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PatternPart {
    /// A field with its list.
    Condition,
    /// One value or operator of a list.
    Value,
    /// A branch of an `$or`.
    Branch,
}

/// A pattern changed by one small step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mutant {
    /// What was changed.
    pub change: Change,
    /// The field it was changed at.
    pub field: String,
    /// Where in the pattern.
    pub span: Span,
    /// Where that is in the user's file.
    pub place: Option<FilePlace>,
    /// The changed pattern, compact JSON.
    pub pattern: String,
    /// What became of it.
    pub fate: Fate,
}

/// What a mutant changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A condition is left out.
    ConditionRemoved,
    /// A value or operator is left out of its list.
    ValueRemoved(String),
    /// A branch of an `$or` is left out.
    BranchRemoved(usize),
    /// A value or an operator is another one.
    Replaced {
        /// What there was.
        from: String,
        /// What is there now.
        to: String,
    },
}

/// What became of a mutant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// A check of the tests fails with it.
    Killed,
    /// It matches the same events, which was proved.
    Equivalent,
    /// Every check passes with it; this event tells the two apart.
    Survived {
        /// The event, JSON of several lines.
        event: String,
        /// Whether the rule matches it, and the mutant does not.
        matches: bool,
    },
    /// Whether it differs was not found out.
    Unknown,
}

/// One check and its outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Check {
    /// The rule; `None` for a check of the bus or of a subscriber.
    pub rule: Option<String>,
    /// The subscriber of a custom event bus.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscriber: Option<String>,
    /// The event's name.
    pub event: String,
    /// What was expected.
    pub expected: Expectation,
    /// What happened.
    pub outcome: Outcome,
    /// Where the expectation is in the test file.
    pub place: FilePlace,
    /// Why, where it was not as expected.
    pub failure: Option<Failure>,
    /// Where an expected payload is in the test file, and the one that was delivered, for `--update`.
    #[serde(skip)]
    pub update: Option<(Span, String)>,
}

impl Check {
    /// What it is a check of: the rule or the subscriber; `bus` for all rules together.
    #[must_use]
    pub fn subject(&self) -> &str {
        self.rule.as_deref().or(self.subscriber.as_deref()).unwrap_or("bus")
    }

    /// Whether it is as expected.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.failure.is_none()
    }
}

/// What a check expects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Expectation {
    /// The event matches.
    Match,
    /// The event does not match.
    NoMatch,
    /// A target receives something.
    Delivery {
        /// The target's `Id`.
        target: String,
    },
    /// An event triggers these rules.
    Triggers(Vec<String>),
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It must match and does.
    Matched,
    /// It must not match and does not.
    Quiet,
    /// It must not match and does.
    Noisy,
    /// It must match and does not.
    Missing,
    /// It must not match and does not, for another reason than the expected one.
    OtherReason,
    /// There is no verdict: the event cannot be read, the work limit was reached, a value is known only at deploy time, or
    /// what the target receives is not verified.
    Undecided,
    /// The target receives what was expected, or the expected refusal.
    Delivered,
    /// The target receives something else, or nothing.
    Different,
    /// The event triggers the expected rules.
    Triggered,
    /// It triggers others.
    OtherRules,
}

/// Why a check failed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Failure {
    /// The conditions of the pattern, of a wrong verdict.
    pub conditions: Vec<Condition>,
    /// What differs, of a payload.
    pub differences: Vec<Difference>,
    /// How many more there are, beyond the bound of what is listed.
    #[serde(skip_serializing_if = "is_zero")]
    pub more_differences: usize,
    /// The rules that an event triggers and must not, or the other way round, in the order of the rules.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<WrongRule>,
    /// What there is to say beside these.
    pub note: Option<Note>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// A rule that a check of the bus expected to do something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WrongRule {
    /// The rule.
    pub rule: String,
    /// What it does.
    pub fault: Trigger,
    /// The conditions of its pattern.
    pub conditions: Vec<Condition>,
}

/// How a rule of a bus differs from what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// It is triggered, and must not be.
    Extra,
    /// It is not triggered, and must be.
    Missing,
    /// Its pattern matches, but it is disabled.
    Disabled,
}

/// What became of one condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// How deep it is under `$or` branches.
    pub depth: usize,
    /// Whether it holds.
    pub holds: bool,
    /// What happened, in a sentence.
    pub sentence: String,
    /// What nearly matched.
    pub near: Vec<String>,
    /// Where it is in the user's file.
    pub place: Option<FilePlace>,
}

/// One difference of two payloads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The part of the request.
    pub part: String,
    /// The path in the part; blank for all of it.
    pub path: String,
    /// What was expected; `None` for nothing.
    pub expected: Option<String>,
    /// What is there; `None` for nothing.
    pub found: Option<String>,
}

/// What a failure says beside conditions and differences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// The event is refused.
    BadEvent(String),
    /// The work limit was reached.
    TooMuchWork,
    /// The verdict depends on values that are known only at deploy time.
    DeployTime(Vec<String>),
    /// These conditions fail, others than expected.
    FailedAt(Vec<String>),
    /// The event does not match, so nothing is delivered.
    NoMatch,
    /// Nothing is delivered.
    NotDelivered(String),
    /// Nobody has shown what AWS does.
    NotVerified(String),
    /// It was to be refused, and is delivered.
    NotRefused,
    /// It is refused for another reason.
    RefusedFor(String),
    /// What the target receives is not known: its ARN names no kind.
    UnknownKind,
    /// It also triggers these rules.
    AlsoTriggers(Vec<String>),
    /// It does not trigger these rules.
    DoesNotTrigger(Vec<String>),
    /// Both.
    OtherRules {
        /// Triggered and not expected.
        also: Vec<String>,
        /// Expected and not triggered.
        not: Vec<String>,
    },
}
