//! Rules from the parts of a text: targets are joined to the rule they belong to.

use super::requests::{RequestPart, Targets};
use super::{FoundRule, Note, RuleLabel};
use rulepad_rule::Rule;
use std::collections::BTreeSet;

/// The rules, in the order of their first part.
pub(super) fn rules(parts: Vec<RequestPart>) -> Vec<FoundRule> {
    let mut rules: Vec<FoundRule> = Vec::new();
    // Whether targets without a rule's name that follow belong to the last rule.
    let mut open = false;
    for part in parts {
        match part {
            RequestPart::End => open = false,
            RequestPart::Rule(found) => {
                let (waiting, nameless) = match rules.last() {
                    Some(last) => (last.rule.is_none() && last.pattern.is_none(), last.label.is_blank()),
                    None => (false, false),
                };
                let same = found.rule.as_ref().is_some_and(|rule| {
                    rules.last().is_some_and(|last| nameless || last.label.is(&rule.name))
                });
                open = found.targets.is_none();
                match rules.last_mut() {
                    Some(last) if waiting && same && found.targets.is_none() => {
                        let notes = std::mem::take(&mut last.notes);
                        *last = FoundRule { targets: last.targets.take(), ..*found };
                        last.notes.extend(notes);
                        open = false;
                    }
                    _ => rules.push(*found),
                }
            }
            RequestPart::Targets(own) => {
                let mut own = own;
                let at = match own.rule.as_str() {
                    "" if open => rules.len().checked_sub(1),
                    "" => None,
                    _ => rules
                        .iter()
                        .position(|rule| belongs(rule, &own))
                        .or_else(|| on_another_bus(&rules, &mut own)),
                };
                open = own.more;
                match at.and_then(|at| rules.get_mut(at)) {
                    Some(rule) => {
                        let targets = rule.targets.get_or_insert_default();
                        // A later call replaces the targets with the same ids; answers have each of them once.
                        if !own.rule.is_empty() {
                            let ids: BTreeSet<&str> =
                                own.targets.iter().map(|target| target.id.as_str()).collect();
                            targets.retain(|own| own.id.is_empty() || !ids.contains(own.id.as_str()));
                        }
                        targets.extend(own.targets);
                        rule.notes.extend(own.notes);
                    }
                    None => rules.push(alone(own)),
                }
            }
        }
    }
    for rule in rules.iter_mut().filter(|rule| rule.label.is_blank()) {
        rule.label = if rule.rule.is_some() { RuleLabel::Unnamed } else { RuleLabel::Targets };
    }
    rules
}

/// The only rule of the name, where the targets name no bus: people forget it.
fn on_another_bus(rules: &[FoundRule], own: &mut Targets) -> Option<usize> {
    if !own.bus.is_empty() {
        return None;
    }
    let is_named = |found: &FoundRule| found.rule.as_ref().is_some_and(|rule| rule.name == own.rule);
    let at = rules.iter().position(is_named)?;
    if rules.iter().filter(|found| is_named(found)).count() > 1 {
        return None;
    }
    let bus = rules.get(at)?.rule.as_ref()?.bus().to_owned();
    own.notes.push(Note::TargetsOnOtherBus(bus));
    Some(at)
}

/// Targets whose rule is not in the text.
fn alone(own: Targets) -> FoundRule {
    FoundRule {
        label: RuleLabel::Name(own.rule),
        targets: Some(own.targets),
        notes: own.notes,
        ..FoundRule::default()
    }
}

/// Whether targets name this rule. A bus that is left out is the default one.
fn belongs(found: &FoundRule, own: &Targets) -> bool {
    let bus = |name: &str| Rule { event_bus: name.to_owned(), ..Rule::default() }.bus().to_owned();
    match &found.rule {
        Some(rule) => rule.name == own.rule && bus(&rule.event_bus) == bus(&own.bus),
        None => found.pattern.is_none() && found.label.is(&own.rule),
    }
}
