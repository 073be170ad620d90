//! Which of many entries can stand beside an element already chosen, without asking each of them.

use crate::event::Membership;
use std::collections::{HashMap, HashSet};

/// The distinct memberships of a field's entries, found by the array element they stand in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Elements {
    /// Each distinct membership, with the place of the first entry that has it.
    distinct: Vec<(Membership, usize)>,
    /// Places in `distinct` by element, for the arrays that every one of them stands in.
    by_element: HashMap<(u32, u32), Vec<usize>>,
    shared: HashSet<u32>,
}

impl Elements {
    /// Entries of the same elements are as good as each other: of each membership the first counts.
    pub fn new<'m>(memberships: impl Iterator<Item = &'m Membership>) -> Self {
        let mut seen = HashSet::new();
        let mut found = Self::default();
        for (place, membership) in memberships.enumerate() {
            if seen.insert(membership) {
                found.distinct.push((membership.clone(), place));
            }
        }
        let arrays =
            |membership: &Membership| membership.pairs().map(|(array, _)| array).collect::<HashSet<u32>>();
        let mut memberships = found.distinct.iter().map(|(membership, _)| membership);
        found.shared = memberships.next().map(arrays).unwrap_or_default();
        for membership in memberships {
            found.shared.retain(|array| membership.pairs().any(|(own, _)| own == *array));
        }
        for (at, (membership, _)) in found.distinct.iter().enumerate() {
            for pair in membership.pairs().filter(|(array, _)| found.shared.contains(array)) {
                found.by_element.entry(pair).or_default().push(at);
            }
        }
        found
    }

    /// The memberships that may agree with the chosen one, in document order, with their first entry's place.
    /// The caller asks each; those left out do not agree.
    pub fn candidates(&self, chosen: &Membership) -> impl Iterator<Item = &(Membership, usize)> {
        let known = chosen.pairs().filter(|(array, _)| self.shared.contains(array));
        let fewest = known
            .map(|pair| self.by_element.get(&pair).map(Vec::as_slice).unwrap_or_default())
            .min_by_key(|places| places.len());
        let all = fewest.is_none().then_some(&self.distinct).into_iter().flatten();
        let some = fewest.into_iter().flatten().filter_map(|at| self.distinct.get(*at));
        all.chain(some)
    }

    /// How many distinct memberships there are.
    pub fn len(&self) -> usize {
        self.distinct.len()
    }

    /// Every distinct membership.
    pub fn all(&self) -> impl Iterator<Item = &Membership> {
        self.distinct.iter().map(|(membership, _)| membership)
    }
}
