//! Texts of the Tests tab, as data.

use super::{words_en, words_ko};
use crate::state::testing::{self, Bucket, Status};
use rulepad_workbench::{Draft, Lang};
use yew::AttrValue;

/// A text of the tab.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Text<'t> {
    NothingYet,
    ShownMustMatch,
    ShownMustNotMatch,
    Parts,
    Matrix,
    Coverage,
    Monitor,
    Scan,
    FilterLabel,
    Filter {
        filter: testing::Filter,
        count: Option<usize>,
    },
    NoneOfFilter(testing::Filter),
    Outcomes {
        passed: usize,
        failed: usize,
        waiting: usize,
    },
    Size {
        rules: usize,
        events: usize,
        matches: usize,
    },
    AddRule,
    AddRuleAbout,
    JudgedLabel,
    Judged {
        done: usize,
        all: usize,
        seconds: Option<u32>,
    },
    Cancel,
    GoOn,
    TooSlow,
    CannotRun(&'t str),
    MatrixLabel,
    RulesAndEvents,
    RuleNumber(usize),
    EnabledRule(&'t str),
    Edited,
    EditRule,
    RefusedByAws,
    NotYet,
    CellWords {
        verdict: &'t str,
        expected: Option<bool>,
        status: Status,
    },
    CellLabel,
    EventName,
    RenameEvent,
    MustMatch,
    MustNotMatch,
    NoTest,
    Explain,
    OpenInWhy,
    More,
    MoveEventLeft,
    MoveEventRight,
    RemoveEvent,
    RemoveRule,
    NotExercised,
    Exercising,
    NoPattern,
    Covered {
        covered: usize,
        all: usize,
        tests: usize,
    },
    DecidedBoth,
    DecidedMatch,
    DecidedMiss,
    NeverDecided,
    Decided {
        matches: usize,
        misses: usize,
    },
    Mutants {
        tried: usize,
        noticed: usize,
        open: usize,
    },
    AllNoticed,
    Untried(usize),
    MutantsAbout,
    WithoutCondition(&'t str),
    WithoutValue {
        value: &'t str,
        field: &'t str,
    },
    WithoutBranch(usize),
    ReplacedBy {
        from: &'t str,
        to: &'t str,
        field: &'t str,
    },
    /// Whether the witness matches the rule, and not the changed one.
    OnlyOne {
        original: bool,
    },
    Undecided,
    ShowWitness,
    AddWitness,
    AddWitnessAbout,
    Received,
    Matched,
    Triggered,
    Delivered,
    Failed,
    ChartLabel,
    ChartKeys,
    ChartAbout {
        periods: usize,
        highest: usize,
    },
    Highest(usize),
    TableLabel,
    PeriodStart,
    InPeriod {
        from: &'t str,
        to: &'t str,
        counts: &'t Bucket,
    },
    RuleLabel,
    TargetLabel,
    AllTargets,
    PeriodLabel,
    Period(testing::Period),
    NotObserved,
    Waiting(usize),
    Undated(usize),
}

impl Text<'_> {
    /// Its words.
    pub(super) fn words(self, lang: Lang) -> AttrValue {
        match lang {
            Lang::En => words_en::words(self),
            Lang::Ko(_) => words_ko::words(self),
        }
    }

    /// What a rule is called: its name, or its number among all.
    pub(super) fn rule_name(draft: &Draft, place: usize, lang: Lang) -> String {
        match draft.rule.name.trim() {
            "" => Text::RuleNumber(place + 1).words(lang).to_string(),
            name => name.to_owned(),
        }
    }
}
