//! The explanation of a verdict as data, worded: what the JavaScript API and the page's worker send.

use rulepad_document::words::{en, ko};
use rulepad_document::{Lang, Span, Words};
use rulepad_pattern::explanation::{self, AlternativeFinding, Item, Seen};
use rulepad_pattern::near_miss::NearMiss;
use serde::{Deserialize, Serialize};

/// Why a pattern matches an event, or why not, in the order of the pattern.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

/// What became of one condition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The joined name of the field.
    pub name: String,
    /// Where the last part of the name is in the pattern.
    pub key: Span,
    /// Where its list of matchers is in the pattern.
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wanted {
    /// Where it is in the pattern.
    pub span: Span,
    /// In words, as it appears after "wants".
    pub text: String,
}

/// Why a condition holds or fails.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
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
        /// `an object`, `an empty object`, `an empty array`.
        kind: String,
        /// Where it is in the event.
        span: Span,
    },
    /// The field has a value and must not.
    Present,
    /// The value is of another type.
    WrongType {
        /// What the pattern requires, with its article.
        wanted: String,
        /// What the event has, with its article.
        saw: String,
    },
    /// The value is none of the plain values.
    NotEqual,
    /// The number is outside the range.
    OutOfRange,
    /// The number is one that AWS gives no numeric value.
    NotComparable,
    /// `anything-but` excludes every value.
    Excluded {
        /// The entry that did, in words.
        by: String,
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

impl Explanation {
    /// What was found, in words.
    #[must_use]
    pub fn worded(found: explanation::Explanation, lang: Lang) -> Self {
        let explanation::Explanation { conditions, alternatives, shown, outline, exhausted } = found;
        let conditions = conditions.into_iter().map(|finding| Finding::worded(finding, lang)).collect();
        Self { conditions, alternatives, shown, outline, exhausted }
    }
}

impl Finding {
    fn worded(found: explanation::Finding, lang: Lang) -> Self {
        let explanation::Finding { name, key, span, wants, holds, reason, seen, more, near } = found;
        let wants = wants.iter().map(|own| Wanted { span: own.span, text: own.test.words(lang) }).collect();
        Self { name, key, span, wants, holds, reason: Reason::worded(reason, lang), seen, more, near }
    }
}

impl Reason {
    fn worded(reason: explanation::Reason, lang: Lang) -> Self {
        use explanation::Reason as Found;
        let kind = |kind| match lang {
            Lang::En => en::a(kind).to_owned(),
            Lang::Ko(_) => ko::kind(kind).to_string(),
        };
        match reason {
            Found::Accepted { matcher } => Self::Accepted { matcher },
            Found::AbsentAsWanted { matcher } => Self::AbsentAsWanted { matcher },
            Found::Absent => Self::Absent,
            Found::NotALeaf { container, span } => Self::NotALeaf { kind: container.words(lang), span },
            Found::Present => Self::Present,
            Found::WrongType { wanted, saw } => Self::WrongType { wanted: kind(wanted), saw: kind(saw) },
            Found::NotEqual => Self::NotEqual,
            Found::OutOfRange => Self::OutOfRange,
            Found::NotComparable => Self::NotComparable,
            Found::Excluded { by } => Self::Excluded { by: by.words(lang) },
            Found::NotAccepted => Self::NotAccepted,
            Found::ElementsDisagree { with } => Self::ElementsDisagree { with },
            Found::Replaced => Self::Replaced,
            Found::NotReached => Self::NotReached,
        }
    }
}
