//! Requests of `PutRule` and `PutTargets`, alone or in one file (API reference, `PutRule` and `PutTargets`).

use super::{FoundRule, target};
use crate::{Rule, State};
use rulepad_document::json::{Node, Value};

/// The rule of a file that holds both requests.
pub(super) fn read(root: &Node) -> Option<Vec<FoundRule>> {
    let put_rule = root.get("PutRule")?;
    let mut found = rule(put_rule);
    if let Some(targets) = root.get("PutTargets").and_then(|request| request.get("Targets")) {
        found.targets = Some(target::targets(targets, &mut found.notes));
    }
    Some(vec![found])
}

/// The members of PutRule.
pub(super) fn rule(request: &Node) -> FoundRule {
    let mut notes = Vec::new();
    let text = |name: &str| request.get(name).and_then(Node::as_str).unwrap_or_default().to_owned();
    let rule = Rule {
        name: text("Name"),
        event_bus: text("EventBusName"),
        description: text("Description"),
        state: state(&text("State"), &mut notes),
        role_arn: text("RoleArn"),
    };
    let pattern = request.get("EventPattern").and_then(Node::as_str).map(str::to_owned);
    for member in request.members().unwrap_or(&[]) {
        let known = ["Name", "EventBusName", "Description", "State", "RoleArn", "EventPattern"]
            .contains(&&*member.key);
        if !known {
            notes.push(format!("`{}` of the rule is left out.", member.key));
        }
    }
    FoundRule { label: rule.name.clone(), rule: Some(rule), pattern, notes, ..FoundRule::default() }
}

/// `State` as AWS writes it; blank is enabled.
pub(super) fn state(text: &str, notes: &mut Vec<String>) -> State {
    let states = [State::Enabled, State::Disabled, State::EnabledWithAllCloudtrailManagementEvents];
    match states.into_iter().find(|state| state.name() == text) {
        Some(state) => state,
        None if text.is_empty() => State::Enabled,
        None => {
            notes.push(format!("`State` is `{text}`, which AWS does not know; the rule is read as enabled."));
            State::Enabled
        }
    }
}

/// Whether a node is there and says something.
pub(super) fn is_given(node: &Node) -> bool {
    !matches!(node.value, Value::Null | Value::Invalid)
}
