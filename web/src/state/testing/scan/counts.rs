//! What a scan found so far.

use crate::engine::protocol::testing::{NotRead, Scanned};
use rulepad_workbench::Wording;
use std::rc::Rc;

/// So many events that are not read are named; all are counted.
const NAMED: usize = 20;

/// What a scan found so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    /// Bytes that were matched, decompressed.
    pub unpacked: u64,
    /// Events that were read.
    pub events: u64,
    /// Those of them that match a rule.
    pub matched: u64,
    /// Those of them that trigger no rule.
    pub idle: u64,
    /// Events, or parts of files, that were not read.
    pub unread: u64,
    /// Events on which a rule has no verdict.
    pub undecided: u64,
    /// By the place of the rule.
    pub rules: Vec<RuleCount>,
    /// The first events that were not read or not decided.
    pub named: Vec<Unread>,
    /// Files of which the rest is not read, by their place, and why.
    pub broken: Vec<(usize, Wording)>,
    /// Files that the browser did not give out to their end, by their place.
    pub not_given: Vec<usize>,
}

/// What was found of one rule.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleCount {
    /// How many events it matched.
    pub matched: u64,
    /// The first of them.
    pub kept: Vec<Rc<KeptMatch>>,
}

/// An event that is one of the first that a rule matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptMatch {
    /// Its text; `None` where it is too long to be kept.
    pub text: Option<Rc<str>>,
}

/// An event that was not read or not decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// The file, by its place.
    pub file: usize,
    /// Where it is, and why.
    pub what: NotRead,
}

impl Counts {
    pub(super) fn of(rules: usize) -> Self {
        Self { rules: vec![RuleCount::default(); rules], ..Self::default() }
    }

    /// Adds what a slice of a file came to.
    pub(super) fn add(&mut self, file: usize, found: Scanned) {
        self.unpacked += found.unpacked;
        self.events += found.events;
        self.matched += found.matched;
        self.idle += found.idle;
        self.unread += found.unread;
        self.undecided += found.undecided;
        for own in found.rules {
            if let Some(rule) = self.rules.get_mut(own.rule) {
                rule.matched += own.matched;
            }
        }
        for own in found.kept {
            let kept = Rc::new(KeptMatch { text: own.text.map(Into::into) });
            for rule in own.rules {
                if let Some(rule) = self.rules.get_mut(rule) {
                    rule.kept.push(kept.clone());
                }
            }
        }
        let room = NAMED.saturating_sub(self.named.len());
        self.named.extend(found.named.into_iter().take(room).map(|what| Unread { file, what }));
        self.broken.extend(found.broken.map(|why| (file, why)));
    }

    /// The kept matches of a rule that can be loaded, each by its number.
    pub fn loadable(&self, rule: usize) -> impl Iterator<Item = (usize, &Rc<str>)> {
        let kept = self.rules.get(rule).map(|rule| rule.kept.as_slice()).unwrap_or_default();
        kept.iter().filter_map(|own| own.text.as_ref()).enumerate()
    }

    /// Whether something was not read or not decided.
    #[must_use]
    pub fn has_gaps(&self) -> bool {
        self.unread > 0 || self.undecided > 0 || !self.broken.is_empty() || !self.not_given.is_empty()
    }
}
