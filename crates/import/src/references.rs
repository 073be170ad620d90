//! The references of a rule that was read.

use super::FoundRule;
use rulepad_document::Role;
use rulepad_document::json::parse;
use rulepad_rule::reference::used_in;
use rulepad_rule::{Reference, Rule};

/// The references that a rule of a text has in use, in the order of the list.
pub(super) fn in_use(references: Vec<Reference>, found: &FoundRule) -> Vec<Reference> {
    if references.is_empty() {
        return references;
    }
    let none = Rule::default();
    let pattern = found.pattern.as_deref().and_then(|pattern| parse(pattern, Role::Pattern).root);
    let targets = found.targets.as_deref().unwrap_or_default();
    let used = used_in(&references, found.rule.as_ref().unwrap_or(&none), pattern.as_ref(), targets);
    used.into_iter().cloned().collect()
}
