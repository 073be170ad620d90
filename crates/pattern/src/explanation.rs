//! Why a pattern matches an event, or why not, as data in the order of the pattern.

use crate::event::Container;
use crate::near_miss::NearMiss;
use crate::operator::Test;
use rulepad_document::Span;
use rulepad_document::json::ValueKind;
use serde::{Deserialize, Serialize};

/// What [`explain`](crate::explain()) found. The verdict is its fold: see [`Explanation::verdict`].
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Every condition, in the order of the pattern's text.
    pub conditions: Vec<Finding>,
    /// The sub-rules; the pattern matches when one of them holds.
    pub alternatives: Vec<AlternativeFinding>,
    /// The sub-rule that won, or the one that came nearest.
    pub shown: usize,
    /// The pattern's structure over the conditions.
    pub outline: Vec<Item>,
    /// Whether the work limit was reached, so that there is no verdict.
    pub exhausted: bool,
}

/// One sub-rule's outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AlternativeFinding {
    /// The conditions that must hold together.
    pub conditions: Vec<usize>,
    /// Those that cannot hold, whatever the others choose.
    pub failed: Vec<usize>,
    /// Those that hold one by one, and not in the same array elements.
    pub conflict: Vec<usize>,
}

impl AlternativeFinding {
    /// Whether all conditions hold together.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.failed.is_empty() && self.conflict.is_empty()
    }
}

/// A line of the pattern's structure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// The condition with this number.
    Condition(usize),
    /// `$or`.
    AnyOf {
        /// Where `$or` stands.
        key: Span,
        /// Whether a branch holds.
        holds: bool,
        /// The branches.
        branches: Vec<Branch>,
    },
}

/// One branch of an `$or`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Branch {
    /// Where the branch stands.
    pub span: Span,
    /// Whether all of it holds.
    pub holds: bool,
    /// What it asks.
    pub items: Vec<Item>,
}

/// What became of one condition.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The joined name of the field.
    pub name: String,
    /// Where the last part of the name stands in the pattern.
    pub key: Span,
    /// Where its list of matchers stands in the pattern.
    pub span: Span,
    /// What the matchers want, in order.
    pub wants: Vec<Wanted>,
    /// Whether it holds.
    pub holds: bool,
    /// Why.
    pub reason: Reason,
    /// The values it looked at, the one that decided first where there is one.
    pub seen: Vec<Seen>,
    /// How many more values there are.
    pub more: usize,
    /// What nearly matched.
    pub near: Vec<NearMiss>,
}

/// What one matcher wants.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// Where it stands in the pattern.
    pub span: Span,
    /// What it tests.
    pub test: Test,
}

/// A value a condition looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// Its name, with array indexes.
    pub name: String,
    /// Where it stands in the event.
    pub span: Span,
    /// The value as JSON.
    pub json: String,
    /// The matcher that accepts it.
    pub matcher: Option<usize>,
}

/// Why a condition holds or fails.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The first seen value is accepted by this matcher.
    Accepted {
        /// The matcher's place in its list.
        matcher: usize,
    },
    /// The field is absent, and that is what this matcher wants.
    AbsentAsWanted {
        /// The matcher's place in its list.
        matcher: usize,
    },
    /// The field is not in the event.
    Absent,
    /// The field is there and holds no value itself.
    NotALeaf {
        /// What is there instead.
        container: Container,
        /// Where it stands in the event.
        span: Span,
    },
    /// The field has a value and must not.
    Present,
    /// The value is of another type.
    WrongType {
        /// What the pattern requires.
        wanted: ValueKind,
        /// What the event has.
        saw: ValueKind,
    },
    /// The value is none of the plain values.
    NotEqual,
    /// The number is outside the range.
    OutOfRange,
    /// The number is one that AWS gives no numeric value.
    NotComparable,
    /// `anything-but` excludes every value.
    Excluded {
        /// The entry that did.
        by: Excluded,
    },
    /// No matcher accepts the value.
    NotAccepted,
    /// It holds alone, in an array element in which another condition fails.
    ElementsDisagree {
        /// The conditions it cannot hold together with.
        with: Vec<usize>,
    },
    /// A later condition on the same name takes its place.
    Replaced,
    /// The work limit was reached before it was tried.
    NotReached,
}

/// What became of the conditions of the sub-rule that won or came nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline<'e> {
    /// How many there are.
    pub count: usize,
    /// How they fared.
    pub fate: Fate,
    /// The field of the one that does not hold, where there are several and one alone does not.
    pub only: Option<&'e str>,
}

/// How several conditions fared together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The work limit was reached.
    Stopped,
    /// All are met.
    Met,
    /// All are met one by one, and this many not in the same array element.
    Apart(usize),
    /// This many failed.
    Failed(usize),
}

/// An entry of `anything-but` that excludes a value: its text, or the number as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Excluded {
    /// The value is this string.
    String(String),
    /// The value is this number.
    Number(String),
    /// The value starts with this.
    Prefix(String),
    /// The value ends with this.
    Suffix(String),
    /// The value is this string in some case.
    IgnoreCase(String),
    /// The value matches this wildcard.
    Wildcard(String),
}

impl Explanation {
    /// Whether the pattern matches: some sub-rule holds. `None` when the work limit was reached.
    #[must_use]
    pub fn verdict(&self) -> Option<bool> {
        (!self.exhausted).then(|| self.alternatives.iter().any(AlternativeFinding::holds))
    }

    /// What became of the conditions, in short.
    #[must_use]
    pub fn headline(&self) -> Headline<'_> {
        let shown: Vec<&Finding> = self.shown_conditions().map(|(_, finding)| finding).collect();
        let failed: Vec<&Finding> = shown.iter().copied().filter(|finding| !finding.holds).collect();
        let is_apart = |finding: &&Finding| matches!(finding.reason, Reason::ElementsDisagree { .. });
        let apart = shown.iter().copied().filter(is_apart).count();
        let fate = match self.verdict() {
            None => Fate::Stopped,
            Some(true) => Fate::Met,
            Some(false) if !failed.is_empty() && apart == failed.len() => Fate::Apart(apart),
            Some(false) => Fate::Failed(failed.len()),
        };
        let only = match failed.as_slice() {
            [only] if shown.len() > 1 && fate != Fate::Met => Some(only.name.as_str()),
            _ => None,
        };
        Headline { count: shown.len(), fate, only }
    }

    /// The conditions of the sub-rule that won or came nearest.
    pub fn shown_conditions(&self) -> impl Iterator<Item = (usize, &Finding)> {
        let shown =
            self.alternatives.get(self.shown).map(|shown| shown.conditions.as_slice()).unwrap_or_default();
        let mut in_order = shown.to_vec();
        rulepad_document::order::sort_by_key(&mut in_order, |number| *number);
        in_order.into_iter().filter_map(|number| self.conditions.get(number).map(|finding| (number, finding)))
    }
}
