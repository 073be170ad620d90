//! Many event patterns against one event, for bulk work.
//!
//! Should you use this crate? Only when the same patterns meet many events and no explanation is wanted.
//! The verdicts are those of [`rulepad_pattern::matches`]: an index on plain string values leaves out the
//! patterns that cannot match, and the rest is asked one by one.
//!
//! ```
//! use rulepad_document::{Role, json};
//! use rulepad_pattern::{Event, parse};
//! use rulepad_ruleset::RuleSet;
//!
//! let mut rules = RuleSet::default();
//! for text in [r#"{"source": ["aws.s3"]}"#, r#"{"source": [{"prefix": "aws."}]}"#] {
//!     rules.add(parse(text).pattern);
//! }
//! let json = json::parse(r#"{"source": "aws.ec2"}"#, Role::Event);
//! let event = json.valid().and_then(Event::new).unwrap_or_default();
//! assert_eq!(rules.matching(&event).matched, [1]);
//! ```

mod index;

use index::Index;
use rulepad_pattern::{Event, Pattern, matches};
use std::collections::BTreeSet;

/// A set of patterns, numbered in the order they were added.
#[derive(Clone, Debug, Default)]
pub struct RuleSet {
    patterns: Vec<Pattern>,
    index: Index,
}

/// The patterns that match one event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// Numbers of the patterns that match, ascending.
    pub matched: Vec<usize>,
    /// Numbers of the patterns whose work limit was reached, ascending.
    pub undecided: Vec<usize>,
}

impl RuleSet {
    /// Adds a pattern and gives its number.
    pub fn add(&mut self, pattern: Pattern) -> usize {
        let number = self.patterns.len();
        self.index.add(number, &pattern);
        self.patterns.push(pattern);
        number
    }

    /// How many patterns there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.patterns.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// The patterns that match this event.
    #[must_use]
    pub fn matching(&self, event: &Event) -> Matching {
        let candidates: BTreeSet<usize> = self.index.candidates(event).collect();
        let mut found = Matching::default();
        for number in candidates {
            match self.patterns.get(number).map(|pattern| matches(pattern, event)) {
                Some(Some(true)) => found.matched.push(number),
                Some(None) => found.undecided.push(number),
                Some(Some(false)) | None => {}
            }
        }
        found
    }
}
