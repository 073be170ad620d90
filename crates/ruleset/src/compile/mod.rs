//! From patterns to a matcher.

mod conditions;
mod grow;

use crate::decide::marks::Condition;
use crate::decide::tree::{Stretch, Sub, Tree};
use crate::index::{Builder, Index};
use crate::names::Names;
use conditions::Conditions;
use rulepad_pattern::Pattern;

/// What a matcher is made of.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    pub names: Names,
    pub fields: Vec<Index>,
    pub conditions: Vec<Condition>,
    pub tree: Tree,
    /// One more than the highest number of a rule.
    pub rules: usize,
    /// How many bytes each rule takes.
    pub bytes: Vec<u32>,
}

/// Compiles the patterns; each with the number of its rule.
pub(crate) fn compile<'p>(patterns: impl Iterator<Item = (u32, &'p Pattern)>) -> Parts {
    let mut all = Conditions::default();
    let mut subs = Vec::new();
    let mut rules = 0;
    for (rule, pattern) in patterns {
        rules = rules.max(rule as usize + 1);
        let numbers: Vec<Option<u32>> = pattern.conditions.iter().map(|own| all.intern(own)).collect();
        for alternative in &pattern.alternatives {
            let by_name = alternative.conditions.iter();
            let by_name =
                by_name.map(|(_, at)| numbers.get(*at).copied().flatten()).collect::<Option<Vec<u32>>>();
            // A condition that accepts nothing makes its sub-rule match never.
            if let Some(by_name) = by_name {
                subs.push((rule, pattern.alternatives.len() > 1, by_name));
            }
        }
    }
    let renumbered = all.renumber();
    let mut listed = Vec::with_capacity(subs.len());
    let mut tree = Tree::default();
    for (rule, shared, by_name) in subs {
        let by_name: Vec<u32> =
            by_name.iter().filter_map(|own| renumbered.get(*own as usize).copied()).collect();
        let mut rarest = by_name.clone();
        all.sort_by_rarity(&mut rarest);
        let conditions = append(&mut tree.conditions, &rarest);
        let by_name = append(&mut tree.conditions, &by_name);
        listed.push(Sub { rule, shared, conditions, by_name });
    }
    let conditions = all.kinds();
    grow::grow(&mut tree, listed, &conditions);
    let names = Names::new(all.fields.iter().map(|(name, _)| name.as_str()));
    let mut builders: Vec<Builder> = all.fields.iter().map(|_| Builder::default()).collect();
    all.fill(&mut builders);
    let fields: Vec<Index> = builders.into_iter().map(Builder::build).collect();
    let mut parts = Parts { names, fields, conditions, tree, rules, bytes: Vec::new() };
    parts.bytes = shares(&parts, &all);
    parts
}

fn append(list: &mut Vec<u32>, own: &[u32]) -> Stretch {
    let start = list.len() as u32;
    list.extend_from_slice(own);
    Stretch { start, end: list.len() as u32 }
}

impl Parts {
    /// How many bytes everything takes.
    pub fn bytes(&self) -> usize {
        self.names.bytes()
            + self.fields.iter().map(|index| size_of::<Index>() + index.bytes()).sum::<usize>()
            + size_of_val(self.conditions.as_slice())
            + self.tree.bytes()
    }
}

/// How the bytes divide among the rules: a condition counts in equal parts for the sub-rules that share it.
fn shares(parts: &Parts, all: &Conditions) -> Vec<u32> {
    let mut users = vec![0_u32; parts.conditions.len()];
    for condition in parts.tree.subs.iter().flat_map(|sub| sub.conditions.of(&parts.tree.conditions)) {
        if let Some(users) = users.get_mut(*condition as usize) {
            *users += 1;
        }
    }
    let mut shares = vec![0.0; parts.rules];
    for sub in &parts.tree.subs {
        let conditions = sub.conditions.of(&parts.tree.conditions);
        let own = conditions.iter().map(|condition| {
            let users = users.get(*condition as usize).copied().unwrap_or(1).max(1);
            24.0 + f64::from(all.weight(*condition)) / f64::from(users)
        });
        if let Some(share) = shares.get_mut(sub.rule as usize) {
            *share += 32.0 + own.sum::<f64>();
        }
    }
    let all: f64 = shares.iter().sum();
    let scale = if all > 0.0 { parts.bytes() as f64 / all } else { 0.0 };
    shares.iter().map(|share| (share * scale).round() as u32).collect()
}
