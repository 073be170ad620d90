//! Requests of PutRule and PutTargets, and answers of DescribeRule, ListRules and ListTargetsByRule
//! (API reference), each of them alone or several in one text.

use super::notes::{ImportNotes, is_given};
use super::rule::{laid_out, pattern, rule};
use super::{Form, FoundRule, answers, target};
use crate::diagnostics;
use crate::message::{Expected, Note, Owner, RuleLabel};
use rulepad_document::Role;
use rulepad_document::json::{Node, Value, parse, pretty};
use rulepad_rule::Target;

/// A part of a text.
pub(super) enum RequestPart {
    /// A rule, or a pattern without one.
    Rule(Box<FoundRule>),
    /// Targets of a rule that is elsewhere.
    Targets(Targets),
    /// The end of a list of rules: what follows belongs to none of them.
    End,
}

/// Targets, and what is known of their rule.
pub(super) struct Targets {
    /// The rule's name; blank where the text has none, as in an answer.
    pub rule: String,
    /// The rule's bus; blank where the text has none.
    pub bus: String,
    /// The targets.
    pub targets: Vec<Target>,
    /// Whether more of them follow.
    pub more: bool,
    /// The notes on them.
    pub notes: Vec<Note>,
}

/// What a JSON text is, and its parts; `None` where it is nothing that is known.
pub(super) fn read(root: &Node, notes: &mut ImportNotes) -> Option<(Form, Vec<RequestPart>)> {
    match &root.value {
        Value::Array(items) => list(root, items, notes),
        Value::Object(_) => object(root, notes),
        Value::String(text) => {
            let inner = parse(text, Role::Import).root?;
            is_pattern(&inner).then(|| {
                let mut part = bare(laid_out(text));
                if let RequestPart::Rule(found) = &mut part {
                    found.notes.push(Note::QuotesRemoved);
                }
                (Form::Pattern, vec![part])
            })
        }
        _ => None,
    }
}

fn list(root: &Node, items: &[Node], notes: &mut ImportNotes) -> Option<(Form, Vec<RequestPart>)> {
    let first = items.first()?;
    // Answers and records one after another in a list, as `jq -s` makes them.
    let mut inner = Vec::new();
    let mut form = None;
    for item in items.iter().filter(|own| own.members().is_some()) {
        if let Some((own, parts)) = answers::read(item, notes) {
            form.get_or_insert(own);
            inner.extend(parts);
        }
    }
    if let Some(form) = form {
        return Some((form, inner));
    }
    if first.get("Arn").is_some() && first.get("Id").is_some() {
        return Some((Form::ListTargets, vec![RequestPart::Targets(targets(root, root, notes))]));
    }
    first.get("Name").is_some().then(|| (Form::ListRules, rules(items, notes)))
}

fn object(root: &Node, notes: &mut ImportNotes) -> Option<(Form, Vec<RequestPart>)> {
    if let Some(found) = answers::read(root, notes) {
        return Some(found);
    }
    let has = |name: &str| root.get(name).is_some_and(is_given);
    if has("PutRule") || has("PutTargets") {
        return Some((Form::Requests, both(root, notes)));
    }
    if let Some(Value::Array(items)) = root.get("Rules").map(|rules| &rules.value) {
        report_more(root, notes);
        return Some((Form::ListRules, rules(items, notes)));
    }
    if let Some(list) = root.get("Targets").filter(|_| !has("Name") && !has("EventPattern")) {
        let form = if has("Rule") { Form::Requests } else { Form::ListTargets };
        return Some((form, vec![RequestPart::Targets(targets(root, list, notes))]));
    }
    if has("EventPattern") && has("Event") {
        let text = pattern(root, notes)?;
        return Some((Form::Pattern, vec![bare(text)]));
    }
    let named = ["State", "EventBusName", "Arn", "Description", "RoleArn", "ScheduleExpression"];
    if has("EventPattern") || (has("Name") && named.into_iter().any(has)) {
        let form = if has("Arn") || has("CreatedBy") { Form::DescribeRule } else { Form::Requests };
        let mut found = rule(root, notes);
        found.notes = notes.take_notes();
        return Some((form, vec![RequestPart::Rule(Box::new(found))]));
    }
    is_pattern(root).then(|| (Form::Pattern, vec![bare(pretty(root))]))
}

/// A file with both requests. It is all of the rule: without PutTargets there are no targets.
fn both(root: &Node, notes: &mut ImportNotes) -> Vec<RequestPart> {
    let mut parts = Vec::new();
    if let Some(request) = notes.object(root, "PutRule") {
        let mut found = rule(request, notes);
        if found.targets.is_none() && root.get("PutTargets").is_none() {
            found.targets = Some(Vec::new());
        }
        found.notes = notes.take_notes();
        parts.push(RequestPart::Rule(Box::new(found)));
    }
    if let Some(request) = notes.object(root, "PutTargets")
        && let Some(list) = request.get("Targets")
    {
        parts.push(RequestPart::Targets(targets(request, list, notes)));
    }
    parts
}

fn rules(items: &[Node], notes: &mut ImportNotes) -> Vec<RequestPart> {
    let mut parts = Vec::new();
    for item in items {
        if item.members().is_none() {
            notes.wrong_type(item, "Rules", Expected::ListOfObjects);
            continue;
        }
        let mut found = rule(item, notes);
        found.notes = notes.take_notes();
        parts.push(RequestPart::Rule(Box::new(found)));
    }
    if parts.len() > 1 {
        parts.push(RequestPart::End);
    }
    parts
}

/// The targets of a request or an answer.
fn targets(root: &Node, list: &Node, notes: &mut ImportNotes) -> Targets {
    let targets = target::targets(list, notes);
    for member in root.members().unwrap_or(&[]) {
        if !["Rule", "EventBusName", "Targets", "NextToken"].contains(&member.key.as_str()) {
            notes.unknown(member, root, Owner::Named("PutTargets"), &["Rule", "EventBusName", "Targets"]);
        }
    }
    let more = report_more(root, notes);
    let (rule, bus) = (notes.text(root, "Rule"), notes.text(root, "EventBusName"));
    Targets { rule, bus, targets, more, notes: notes.take_notes() }
}

fn report_more(root: &Node, notes: &mut ImportNotes) -> bool {
    let token = root.get("NextToken").filter(|token| is_given(token));
    notes.diagnostics.extend(token.map(|token| diagnostics::more(token.span)));
    token.is_some()
}

pub(super) fn bare(pattern: String) -> RequestPart {
    RequestPart::Rule(Box::new(FoundRule {
        label: RuleLabel::Pattern,
        pattern: Some(pattern),
        ..FoundRule::default()
    }))
}

/// Whether an object is an event pattern: AWS takes it, or a field of every event has a list in it.
fn is_pattern(root: &Node) -> bool {
    let Some(members) = root.members() else { return false };
    let listed = |name: &str| matches!(root.get(name).map(|own| &own.value), Some(Value::Array(_)));
    !members.is_empty()
        && (["source", "detail-type", "$or", "account", "region", "resources"].into_iter().any(listed)
            || rulepad_pattern::parse(&pretty(root)).valid().is_some())
}
