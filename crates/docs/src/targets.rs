//! The targets of an example: as `PutTargets` takes them, as share links have them, or one that has an input option.

use crate::example::{Example, Part};
use crate::message::Problem;
use rulepad_document::Role;
use rulepad_document::json::{self, Node, Value};
use rulepad_workbench::Lang;
use rulepad_workbench::{Draft, Input, Severity, Target, import};

/// The targets of an example, or every problem that keeps them from being read as they are written.
pub(crate) fn of(example: &Example) -> Result<Vec<Target>, Vec<(usize, Problem)>> {
    let part = |name: &str| example.part(name);
    let transformer = part("template").or(part("paths"));
    let input = match (part("input-path"), transformer) {
        (Some(path), None) => Some(Input::Path(path.text.trim().to_owned())),
        (Some(path), Some(_)) => return Err(vec![(path.at, Problem::TwoInputOptions)]),
        (None, Some(_)) => {
            let text = |name: &str| part(name).map(|part| part.text.clone()).unwrap_or_default();
            Some(Input::Transformer { paths: text("paths"), template: text("template") })
        }
        (None, None) => None,
    };
    let Some(targets) = part("targets") else {
        let target = input.map(|input| Target { id: "target".to_owned(), input, ..Target::default() });
        return Ok(target.into_iter().collect());
    };
    if input.is_some() {
        return Err(vec![(targets.at, Problem::TwoInputOptions)]);
    }
    let unreadable = |at| vec![(at, Problem::BadTargets)];
    let read = json::parse(&targets.text, Role::Event);
    let root = read.valid().ok_or_else(|| unreadable(targets.at))?;
    let items = match &root.value {
        Value::Array(items) => items.as_slice(),
        _ => std::slice::from_ref(root),
    };
    let place = |node: &Node| targets.place(node.span.range().start);
    let others: Vec<_> = items.iter().filter(|item| item.members().is_none()).collect();
    if !others.is_empty() {
        return Err(others.into_iter().map(|item| (place(item), Problem::BadTargets)).collect());
    }
    let is_request = |item: &Node| item.get("Arn").is_some() || item.get("Id").is_some();
    if items.iter().any(is_request) {
        return of_request(targets, root);
    }
    let mut problems = Vec::new();
    let mut read = Vec::new();
    for item in items {
        let text = item.span.of(&targets.text);
        match serde_json::from_str::<Target>(text) {
            Ok(target) => {
                problems.extend(unread(targets, item, &target));
                read.push(target);
            }
            Err(_) => problems.push((place(item), Problem::BadTargets)),
        }
    }
    if problems.is_empty() { Ok(read) } else { Err(problems) }
}

/// Targets as `PutTargets` takes them, read as an import reads them: what it would leave out is a problem here.
fn of_request(targets: &Part, root: &Node) -> Result<Vec<Target>, Vec<(usize, Problem)>> {
    let list = root.span.of(&targets.text);
    let is_list = matches!(root.value, Value::Array(_));
    let (open, close) = if is_list { ("", "") } else { ("[", "]") };
    let before = format!("{{\"Rule\": \"example\", \"Targets\": {open}");
    let imported = import(&format!("{before}{list}{close}}}"), Lang::En);
    let place = |at: usize| targets.place((root.span.range().start + at).saturating_sub(before.len()));
    let found = imported.diagnostics.iter().filter(|found| found.severity != Severity::Note);
    let problems: Vec<(usize, Problem)> = found
        .map(|found| {
            let at = found.labels.first().map_or(before.len(), |label| label.span.range().start);
            (place(at), Problem::Target { message: found.message.clone() })
        })
        .collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let rule = imported.rules.into_iter().next().ok_or_else(|| vec![(targets.at, Problem::BadTargets)])?;
    Ok(rule.onto(&Draft::default()).targets)
}

/// The members of a target of a share link that it does not have.
fn unread(targets: &Part, item: &Node, target: &Target) -> Vec<(usize, Problem)> {
    let read = serde_json::to_value(target).unwrap_or_default();
    let is_empty = |node: &Node| matches!(&node.value, Value::Null) || node.as_str() == Some("");
    let unknown = item.members().into_iter().flatten().filter(|member| {
        // An empty text is not written.
        read.get(&member.key).is_none() && !is_empty(&member.value)
    });
    unknown
        .map(|member| {
            let problem = Problem::UnknownMember { name: member.key.clone() };
            (targets.place(member.key_span.range().start), problem)
        })
        .collect()
}
