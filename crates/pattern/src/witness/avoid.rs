//! Keeps sub-rules from holding: narrows the values of fields until each of them has a condition that fails.

use super::field::TriedField;
use super::search::Rule;
use crate::matching::{Budget, Exhausted};
use std::rc::Rc;

/// The choices left for each field, the preferred first.
pub(super) type Domains = Vec<Rc<[usize]>>;

/// The search. It goes on with the sub-rule that has the fewest ways to fail, so that one which cannot fail
/// ends it at once.
pub(super) struct Avoid<'a, 'p> {
    pub fields: &'a [TriedField<'p>],
    /// For each condition its field, and its place in that field.
    pub places: &'a [(usize, usize)],
    /// The sub-rules that must not hold.
    pub rules: &'a [&'a Rule],
    /// Whether anything else is asked of a field.
    pub asked: Vec<bool>,
}

/// A condition by its field and its place there.
type Place = (usize, usize);

/// A sub-rule on the way down, with the conditions by which it may still be made to fail. What was tried in
/// vain is taken out of `domains`: from then on that condition holds.
struct Level {
    domains: Domains,
    open: Vec<usize>,
    options: Vec<Place>,
}

impl Avoid<'_, '_> {
    /// The domains in which no sub-rule can hold whatever is chosen; `None` when there are none.
    pub fn search(&self, mut domains: Domains, budget: &mut Budget) -> Result<Option<Domains>, Exhausted> {
        let mut open: Vec<usize> = (0..self.rules.len()).collect();
        let mut levels: Vec<Level> = Vec::new();
        loop {
            let Some(options) = self.next(&mut open, &domains, budget)? else { return Ok(Some(domains)) };
            levels.push(Level { domains, open, options });
            (domains, open) = loop {
                let Some(level) = levels.last_mut() else { return Ok(None) };
                if let Some(place) = level.options.pop() {
                    if let Some(narrow) = self.split(level, place) {
                        break (narrow, level.open.clone());
                    }
                } else {
                    levels.pop();
                }
            };
        }
    }

    /// Drops the sub-rules that cannot hold any more; of the others, the ways in which the one with the
    /// fewest can fail, the best last. `None` when none is left.
    fn next(
        &self,
        open: &mut Vec<usize>,
        domains: &Domains,
        budget: &mut Budget,
    ) -> Result<Option<Vec<Place>>, Exhausted> {
        let mut best: Option<Vec<Place>> = None;
        let mut left = Vec::with_capacity(open.len());
        for rule in open.drain(..) {
            if best.as_ref().is_some_and(Vec::is_empty) {
                break;
            }
            let Some(conditions) = self.rules.get(rule) else { continue };
            let Some(options) = self.options(conditions, domains, budget)? else { continue };
            left.push(rule);
            if best.as_ref().is_none_or(|best| options.len() < best.len()) {
                best = Some(options);
            }
        }
        *open = left;
        if let Some(best) = &mut best {
            best.sort_by_key(|place| self.preference(*place, domains));
        }
        Ok(best)
    }

    /// The conditions of a sub-rule that can fail; `None` when one fails whatever is chosen.
    fn options(
        &self,
        rule: &Rule,
        domains: &Domains,
        budget: &mut Budget,
    ) -> Result<Option<Vec<Place>>, Exhausted> {
        let mut options = Vec::new();
        for condition in rule {
            let Some((field, local)) = self.places.get(*condition) else { return Ok(None) };
            let (Some(own), Some(domain)) = (self.fields.get(*field), domains.get(*field)) else {
                return Ok(None);
            };
            budget.spend(domain.len())?;
            let holding = domain.iter().filter(|choice| own.holds(**choice, *local)).count();
            if holding == 0 {
                return Ok(None);
            }
            if holding < domain.len() {
                options.push((*field, *local));
            }
        }
        Ok(Some(options))
    }

    /// Greater for a field whose preferred value makes the condition fail already, then for one of which
    /// nothing else is asked.
    fn preference(&self, (field, local): Place, domains: &Domains) -> (bool, bool) {
        let first = domains.get(field).and_then(|domain| domain.first());
        let already =
            self.fields.get(field).zip(first).is_some_and(|(own, choice)| !own.holds(*choice, local));
        (already, !self.asked.get(field).copied().unwrap_or(true))
    }

    /// The domains where the condition fails; where it holds stays with the level.
    fn split(&self, level: &mut Level, (field, local): Place) -> Option<Domains> {
        let own = self.fields.get(field)?;
        let mut narrow = level.domains.clone();
        let (holding, failing): (Vec<usize>, Vec<usize>) =
            level.domains.get(field)?.iter().partition(|choice| own.holds(**choice, local));
        *narrow.get_mut(field)? = failing.into();
        *level.domains.get_mut(field)? = holding.into();
        Some(narrow)
    }
}
