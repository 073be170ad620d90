//! The search for values: some conditions must hold, some must fail, some sub-rules must not hold.

use super::avoid::Avoid;
use super::field::TriedField;
use super::value::Value;
use crate::event::Scalar;
use crate::matching::{Budget, Exhausted};
use crate::syntax::{Alternative, Condition};
use std::collections::HashMap;

/// All fields that some conditions ask about, with values for each.
pub(crate) struct Space<'p> {
    fields: Vec<TriedField<'p>>,
    /// For each condition its field, and its place in that field.
    places: Vec<(usize, usize)>,
}

/// A sub-rule: the conditions that hold together, by their numbers in the space.
pub(crate) type Rule = Vec<usize>;

/// The numbers of a sub-rule's conditions, counted from `first`.
pub(crate) fn rule(alternative: &Alternative, first: usize) -> Rule {
    alternative.conditions.iter().map(|(_, number)| first + number).collect()
}

/// What is asked of the values.
#[derive(Clone, Copy)]
pub(crate) struct Ask<'a> {
    /// Conditions that must hold.
    pub hold: &'a [usize],
    /// Conditions that must fail.
    pub fail: &'a [usize],
    /// Sub-rules of which some condition must fail.
    pub avoid: &'a [&'a Rule],
}

/// A choice for every field of the space.
pub(crate) struct Choices(Vec<usize>);

impl<'p> Space<'p> {
    pub fn new(
        conditions: impl IntoIterator<Item = &'p Condition>,
        budget: &mut Budget,
    ) -> Result<Self, Exhausted> {
        let mut names: HashMap<&str, usize> = HashMap::new();
        let mut grouped: Vec<(&str, Vec<&Condition>)> = Vec::new();
        let mut places = Vec::new();
        for condition in conditions {
            let field = *names.entry(&condition.name).or_insert(grouped.len());
            if field == grouped.len() {
                grouped.push((&condition.name, Vec::new()));
            }
            if let Some((_, own)) = grouped.get_mut(field) {
                places.push((field, own.len()));
                own.push(condition);
            }
        }
        let fields =
            grouped.iter().map(|(name, own)| TriedField::new(name, own, budget)).collect::<Result<_, _>>()?;
        Ok(Self { fields, places })
    }

    /// Whether the values stand for all there are, so that a search without result is a proof.
    pub fn complete(&self) -> bool {
        self.fields.iter().all(|field| field.complete)
    }

    /// The same, of the field that a condition asks about.
    pub fn complete_for(&self, condition: usize) -> bool {
        self.places
            .get(condition)
            .and_then(|(field, _)| self.fields.get(*field))
            .is_some_and(|field| field.complete)
    }

    /// The names and values of an answer, in the order in which the conditions name them.
    pub fn values<'f>(&'f self, found: &'f Choices) -> impl Iterator<Item = (&'p str, &'f Value)> {
        self.fields.iter().zip(&found.0).map(|(field, choice)| (field.name, field.value(*choice)))
    }

    /// For each field of these conditions, the one value for which all of them hold, or a list with a value
    /// for each.
    pub fn lists(
        &self,
        conditions: &[usize],
        budget: &mut Budget,
    ) -> Result<Vec<(&'p str, Vec<&Scalar>)>, Exhausted> {
        let mut lists = Vec::new();
        for (at, field) in self.fields.iter().enumerate() {
            let places = conditions.iter().filter_map(|condition| self.places.get(*condition));
            let own: Vec<usize> = places.filter(|(field, _)| *field == at).map(|(_, local)| *local).collect();
            if own.is_empty() {
                continue;
            }
            let mut list: Vec<&Scalar> = Vec::new();
            if let Some(choice) = field.domain(&own, &[], budget)?.first() {
                list.extend(field.value(*choice));
            } else {
                for condition in own {
                    let choices = field.domain(&[condition], &[], budget)?;
                    list.extend(choices.into_iter().find_map(|choice| field.value(choice).as_ref()));
                }
            }
            lists.push((field.name, list));
        }
        Ok(lists)
    }

    /// Values that fulfil what is asked; `None` when there are none among those of the fields.
    pub fn find(&self, ask: Ask<'_>, budget: &mut Budget) -> Result<Option<Choices>, Exhausted> {
        let mut held: Vec<(Vec<usize>, Vec<usize>)> = vec![Default::default(); self.fields.len()];
        for (conditions, fail) in [(ask.hold, false), (ask.fail, true)] {
            for condition in conditions {
                let Some((field, local)) = self.places.get(*condition) else { return Ok(None) };
                let Some((hold, failing)) = held.get_mut(*field) else { return Ok(None) };
                if fail { failing.push(*local) } else { hold.push(*local) }
            }
        }
        let mut domains = Vec::with_capacity(self.fields.len());
        for (field, (hold, fail)) in self.fields.iter().zip(&held) {
            let domain = field.domain(hold, fail, budget)?;
            if domain.is_empty() {
                return Ok(None);
            }
            domains.push(domain.into());
        }
        let asked = held.iter().map(|(hold, fail)| !hold.is_empty() || !fail.is_empty()).collect();
        let avoid = Avoid { fields: &self.fields, places: &self.places, rules: ask.avoid, asked };
        let found = avoid.search(domains, budget)?;
        Ok(found
            .map(|domains| Choices(domains.iter().filter_map(|domain| domain.first().copied()).collect())))
    }
}
