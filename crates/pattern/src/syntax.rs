//! An event pattern as it was written: every node keeps its span.

use crate::operator::Test;
use rulepad_document::Span;

/// A parsed event pattern.
#[derive(Clone, Debug, Default)]
pub struct Pattern {
    /// The outermost object.
    pub root: Group,
    /// Every condition, in the order of the text.
    pub conditions: Vec<Condition>,
    /// The sub-rules: the pattern matches when one of them does. Each maps joined names to conditions.
    pub alternatives: Vec<Alternative>,
}

impl Pattern {
    /// The pattern without its conditions on a field and what is under it, for a record whose payload is
    /// left out.
    #[must_use]
    pub fn without(&self, field: &str) -> Self {
        let mut rest = self.clone();
        let under = |name: &str| {
            name.strip_prefix(field).is_some_and(|more| more.is_empty() || more.starts_with('.'))
        };
        for alternative in &mut rest.alternatives {
            alternative.conditions.retain(|(name, _)| !under(name));
        }
        rest
    }
}

/// An object of the pattern: all its entries must hold.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// The object's span.
    pub span: Span,
    /// Its entries, in the order of the text.
    pub entries: Vec<ObjectEntry>,
}

/// One entry of an object.
#[derive(Clone, Debug)]
pub enum ObjectEntry {
    /// A name with an object under it.
    Nested {
        /// The name.
        name: String,
        /// Where the name stands.
        key: Span,
        /// What stands under it.
        group: Group,
    },
    /// A name with an array of matchers: the condition with this number.
    Condition(usize),
    /// `$or`: one of the branches must hold.
    AnyOf {
        /// Where `$or` stands.
        key: Span,
        /// The branches.
        branches: Vec<Group>,
    },
}

/// A name and the matchers of which one must accept its value.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The joined name, `detail.build-status`.
    pub name: String,
    /// Where the last part of the name stands.
    pub key: Span,
    /// Where the array of matchers stands.
    pub span: Span,
    /// The matchers, in the order of the text.
    pub matchers: Vec<Matcher>,
}

impl Condition {
    /// Whether the condition holds when the field is absent.
    #[must_use]
    pub fn accepts_absence(&self) -> bool {
        self.matchers.iter().any(|matcher| matches!(matcher.test, Test::Exists(exists) if !exists.0))
    }
}

/// One matcher and where it stands.
#[derive(Clone, Debug)]
pub struct Matcher {
    /// Where it stands.
    pub span: Span,
    /// What it tests.
    pub test: Test,
}

/// One sub-rule: the conditions that must hold together, by name in UTF-16 order, the order in which AWS's
/// engine tries them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alternative {
    /// Joined name and number of the condition that counts for it.
    pub conditions: Vec<(String, usize)>,
}
