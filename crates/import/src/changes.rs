//! Calls that change rules which other calls of the same text make.

use super::FoundRule;
use super::calls::CallTime;
use super::notes::ImportNotes;
use super::requests::RequestPart;
use crate::diagnostics;
use rulepad_document::Span;
use rulepad_document::json::{Node, Value};
use rulepad_rule::State;
use std::collections::{BTreeMap, BTreeSet};

/// What a call changes of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleChange {
    /// Its state.
    Switch(State),
    /// It is no longer there.
    Delete,
    /// Some of its targets are no longer there.
    RemoveTargets,
}

/// A rule's name and bus.
type Key = (String, String);

/// The default bus may be left out.
fn key(name: &str, bus: &str) -> Key {
    (name.to_owned(), if bus.is_empty() { "default" } else { bus }.to_owned())
}

/// The rules that were made so far, and the changes that are not applied yet.
#[derive(Default)]
pub(super) struct Changes {
    /// Where the rule of a name and a bus is among the parts.
    put: BTreeMap<Key, usize>,
    /// The calls that delete a rule which no later call makes again.
    deleted: BTreeMap<Key, Span>,
    removed: Vec<Removed>,
}

/// Targets that a call removes.
struct Removed {
    rule: Key,
    ids: Vec<String>,
    span: Span,
    /// How many parts are before the call.
    before: usize,
}

impl Changes {
    /// A rule is made. One of the same name and bus is replaced, as EventBridge does.
    pub fn put(&mut self, parts: &mut Vec<RequestPart>, found: FoundRule, made: CallTime) {
        let own = found.rule.as_ref().map(|rule| key(&rule.name, &rule.event_bus));
        let again = own.as_ref().filter(|(name, _)| !name.is_empty() && made == CallTime::InOrder);
        let earlier = again.and_then(|own| self.put.get(own).copied()).and_then(|at| parts.get_mut(at));
        match earlier {
            Some(part) => *part = RequestPart::Rule(Box::new(found)),
            None => {
                if let Some(own) = &own {
                    self.put.insert(own.clone(), parts.len());
                }
                parts.push(RequestPart::Rule(Box::new(found)));
            }
        }
        // Targets end with the rule that they belong to.
        if let Some(own) = again
            && self.deleted.remove(own).is_some()
        {
            targets_of(parts, own).for_each(Vec::clear);
        }
    }

    /// A call changes a rule.
    pub fn change(
        &mut self,
        change: RuleChange,
        request: &Node,
        made: CallTime,
        parts: &mut [RequestPart],
        notes: &mut ImportNotes,
    ) {
        let name = if change == RuleChange::RemoveTargets { "Rule" } else { "Name" };
        let (name, bus) = (notes.any_text(request, name), notes.any_text(request, "EventBusName"));
        let own = key(&name, &bus);
        let Some(at) = self.put.get(&own).copied() else {
            notes.diagnostics.push(diagnostics::change_elsewhere(request.span, change, &name));
            return;
        };
        if made == CallTime::Perhaps {
            notes.diagnostics.push(diagnostics::change_perhaps(request.span, change, &name));
            return;
        }
        match change {
            RuleChange::Switch(state) => {
                if let Some(RequestPart::Rule(found)) = parts.get_mut(at)
                    && let Some(rule) = &mut found.rule
                {
                    rule.state = state;
                }
            }
            // What removes the targets before only makes way for this.
            RuleChange::Delete => {
                self.removed.retain(|removed| removed.rule != own);
                self.deleted.insert(own, request.span);
            }
            RuleChange::RemoveTargets => {
                let ids = match request.get("Ids").map(|ids| &ids.value) {
                    Some(Value::Array(items)) => items.iter().filter_map(Node::as_str).collect(),
                    Some(Value::String(id)) => vec![id.as_str()],
                    _ => Vec::new(),
                };
                let ids = ids.into_iter().map(str::to_owned).collect();
                self.removed.push(Removed { rule: own, ids, span: request.span, before: parts.len() });
            }
        }
    }

    /// Applies what is left, and reports it.
    pub fn finish(&mut self, parts: &mut [RequestPart], notes: &mut ImportNotes) {
        for ((name, _), span) in std::mem::take(&mut self.deleted) {
            notes.diagnostics.push(diagnostics::deleted(span, &name));
        }
        for own in std::mem::take(&mut self.removed) {
            let ids: BTreeSet<&str> = own.ids.iter().map(String::as_str).collect();
            let before = parts.get_mut(..own.before).unwrap_or_default();
            for targets in targets_of(before, &own.rule) {
                targets.retain(|target| !ids.contains(target.id.as_str()));
            }
            notes.diagnostics.push(diagnostics::targets_removed(own.span, &own.rule.0, &own.ids));
        }
    }
}

/// The targets that calls give a rule.
fn targets_of<'p>(
    parts: &'p mut [RequestPart],
    rule: &'p Key,
) -> impl Iterator<Item = &'p mut Vec<crate::Target>> {
    parts.iter_mut().filter_map(move |part| match part {
        RequestPart::Targets(own) => (key(&own.rule, &own.bus) == *rule).then_some(&mut own.targets),
        _ => None,
    })
}
