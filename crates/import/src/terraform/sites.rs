//! Targets are joined to their rules, each with its resource.

use super::read::ConfigurationReader;
use crate::message::RuleLabel;
use crate::{Diagnostic, FoundRule, diagnostics};
use rulepad_rule::{Reference, Rule};
use rulepad_terraform::value::Instance;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The rules of a text, and the resources of their targets.
pub struct Sites {
    /// The rules.
    pub rules: Vec<FoundRule>,
    /// The resource of each target of each rule, where it is one of the text.
    pub targets: Vec<Vec<Option<Rc<Instance>>>>,
}

impl ConfigurationReader<'_, '_> {
    /// Joins targets to their rules; those of a rule that is not in the text are listed together.
    pub fn finish(self) -> (Vec<FoundRule>, Vec<Diagnostic>) {
        let (sites, found) = self.sites();
        (sites.rules, found)
    }

    /// The same with the resource of each target.
    pub fn sites(mut self) -> (Sites, Vec<Diagnostic>) {
        let mut sites: BTreeMap<usize, Vec<Option<Rc<Instance>>>> = BTreeMap::new();
        let mut alone: BTreeMap<String, usize> = BTreeMap::new();
        for own in std::mem::take(&mut self.targets) {
            let at = match &own.owner {
                Some(owner) => {
                    let plain = owner.address.split('[').next().filter(|_| owner.generic);
                    let found = self.addresses.get(&owner.address);
                    found.or_else(|| self.addresses.get(plain?)).copied()
                }
                None if own.rule.is_empty() => None,
                None => {
                    let bus = Rule { event_bus: own.bus.clone(), ..Rule::default() }.bus().to_owned();
                    self.names.get(&(own.rule.clone(), bus)).copied()
                }
            };
            let label = match (&own.owner, own.rule.is_empty()) {
                (Some(owner), _) => owner.address.clone(),
                (None, true) => own.label,
                (None, false) => own.rule,
            };
            let at = at.or_else(|| alone.get(&label).copied());
            match at.and_then(|at| self.rules.get_mut(at)) {
                Some(rule) => {
                    sites.entry(at.unwrap_or_default()).or_default().push(own.instance);
                    merge_references(&mut rule.references, own.references);
                    rule.targets.get_or_insert_default().push(own.target);
                    rule.notes.extend(own.notes);
                }
                // Its rule is in another file, which has it.
                None if !own.at_home || own.owner.is_some() => {}
                None => {
                    alone.insert(label.clone(), self.rules.len());
                    self.rules.push(FoundRule {
                        label: RuleLabel::Name(label),
                        targets: Some(vec![own.target]),
                        references: own.references,
                        notes: own.notes,
                        ..FoundRule::default()
                    });
                }
            }
        }
        self.distinguish();
        if let Some((_, place)) = self.left.first() {
            let left: Vec<String> = self.left.iter().map(|(address, _)| address.clone()).collect();
            self.report(*place, |span| diagnostics::left_out(span, &left));
        }
        let targets = (0..self.rules.len()).map(|at| sites.remove(&at).unwrap_or_default());
        (Sites { targets: targets.collect(), rules: self.rules }, self.notes.diagnostics)
    }

    /// Labels rules of one name with their addresses.
    fn distinguish(&mut self) {
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        for name in self.rules.iter().filter_map(|own| own.label.name()) {
            *times.entry(name.to_owned()).or_default() += 1;
        }
        let is_repeated = |own: &FoundRule| {
            own.label.name().and_then(|name| times.get(name)).is_some_and(|times| *times > 1)
        };
        for own in self.rules.iter_mut().filter(|own| is_repeated(own) && !own.address.is_empty()) {
            own.label = RuleLabel::Name(own.address.clone());
        }
    }
}

/// References of a target beside those of its rule. Of two that are shown the same, both mean the same.
fn merge_references(all: &mut Vec<Reference>, more: Vec<Reference>) {
    for own in more {
        if all.iter().all(|known| known.shown != own.shown) {
            all.push(own);
        }
    }
}
