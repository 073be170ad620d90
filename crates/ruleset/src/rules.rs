//! The set of patterns, before it is compiled.

use crate::compile::compile;
use crate::matcher::Matcher;
use rulepad_pattern::Pattern;

/// A set of patterns, each with the number of its rule.
#[derive(Clone, Debug, Default)]
pub struct RuleSet {
    patterns: Vec<Option<Pattern>>,
}

impl RuleSet {
    /// Adds a pattern and gives the number of its rule. Numbers count from 0 and are not used again.
    pub fn add(&mut self, pattern: Pattern) -> u32 {
        self.patterns.push(Some(pattern));
        u32::try_from(self.patterns.len() - 1).unwrap_or(u32::MAX)
    }

    /// Removes a rule and gives its pattern; `None` when there is no such rule.
    pub fn remove(&mut self, number: u32) -> Option<Pattern> {
        self.patterns.get_mut(number as usize)?.take()
    }

    /// The pattern of a rule.
    #[must_use]
    pub fn get(&self, number: u32) -> Option<&Pattern> {
        self.patterns.get(number as usize)?.as_ref()
    }

    /// How many rules there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.patterns.iter().flatten().count()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.patterns.iter().all(Option::is_none)
    }

    /// Compiles the rules there are now; the matcher does not see later changes. Takes some microseconds a rule.
    #[must_use]
    pub fn compile(&self) -> Matcher {
        let rules = || (0..).zip(&self.patterns).filter_map(|(at, own)| own.as_ref().map(|own| (at, own)));
        Matcher::new(compile(rules()), rules().map(|(at, _)| at).collect())
    }
}
