//! The members of a rule as PutRule takes them and DescribeRule gives them.

use super::notes::{ImportNotes, is_given};
use super::{FoundRule, RuleLabel, target};
use crate::diagnostics;
use crate::message::{Expected, Note, Owner};
use rulepad_document::json::{Node, Value, parse, pretty, quote};
use rulepad_document::spelling::nearest;
use rulepad_document::{Role, Span};
use rulepad_rule::reference::named_in;
use rulepad_rule::{Arn, Location, Rule, State, Tag};

/// What PutRule takes.
const TAKEN: [&str; 8] =
    ["Name", "EventBusName", "Description", "State", "RoleArn", "EventPattern", "ScheduleExpression", "Tags"];

/// What DescribeRule and ListRules give besides, which PutRule refuses.
const GIVEN: [&str; 3] = ["Arn", "CreatedBy", "ManagedBy"];

/// A rule from the members of PutRule, of an answer, or of CloudFormation's resource, which are spelled the same.
pub(super) fn rule(node: &Node, notes: &mut ImportNotes) -> FoundRule {
    let arn = notes.text(node, "Arn");
    let mut rule = Rule {
        name: notes.text(node, "Name"),
        event_bus: notes.text(node, "EventBusName"),
        description: notes.text(node, "Description"),
        state: state(node, notes),
        role_arn: notes.text(node, "RoleArn"),
        schedule: notes.text(node, "ScheduleExpression"),
        tags: tags(node, notes),
        ..Rule::default()
    };
    if let Some((place, bus, name)) = of_arn(&arn) {
        rule.location = place;
        rule.event_bus = if rule.event_bus.is_empty() { bus } else { rule.event_bus };
        rule.name = if rule.name.is_empty() { name } else { rule.name };
    }
    for member in node.members().unwrap_or(&[]).iter().filter(|member| is_given(&member.value)) {
        let blank = member.value.as_str() == Some("");
        match member.key.as_str() {
            "ManagedBy" if !blank => {
                let service = notes.string(&member.value, "ManagedBy");
                notes.note(Note::ManagedBy(service));
            }
            "Arn" if !rule.location.is_unknown() => notes.note(Note::ArnLeftOut),
            own @ ("Arn" | "CreatedBy") => {
                notes.note(Note::SetByAws(own.to_owned()));
            }
            own if TAKEN.contains(&own) || GIVEN.contains(&own) => {}
            // What AWS Config and CloudFormation call the rule beside its ARN.
            "Id" if !arn.is_empty() => {}
            "Targets" => {}
            _ => notes.unknown(member, node, Owner::Rule, &TAKEN),
        }
    }
    let pattern = pattern(node, notes);
    // CloudFormation's resource has the targets in the rule, and people write requests so.
    let targets = node.get("Targets").filter(|own| is_given(own)).map(|own| target::targets(own, notes));
    let raw_pattern = node.get("EventPattern").filter(|own| is_given(own)).cloned();
    FoundRule {
        label: RuleLabel::Name(rule.name.clone()),
        rule: Some(rule),
        pattern,
        targets,
        raw_pattern,
        ..FoundRule::default()
    }
}

/// `EventPattern`: a text, or the pattern itself as CloudFormation and people write it. `None` where it is blank.
pub(super) fn pattern(node: &Node, notes: &mut ImportNotes) -> Option<String> {
    pattern_of(node.get("EventPattern").filter(|own| is_given(own))?, "EventPattern", notes)
}

/// The pattern in a member of a name: a text, or the pattern itself. `None` where it is blank.
pub(super) fn pattern_of(own: &Node, name: &str, notes: &mut ImportNotes) -> Option<String> {
    match &own.value {
        Value::String(text) if text.trim().is_empty() => None,
        Value::String(text) if named_in(text) == Some(text.trim()) => {
            notes.diagnostics.push(diagnostics::pattern_unknown(own.span, text.trim()));
            None
        }
        Value::String(text) => Some(laid_out(&quoted_references(text).unwrap_or_else(|| text.clone()))),
        Value::Object(_) => Some(pretty(own)),
        _ => {
            notes.wrong_type(own, name, Expected::String);
            None
        }
    }
}

/// A JSON text that values known only later are put into without quotes, such as `{"n": [${Count}]}`, with quotes
/// around them; `None` where it is JSON as it is, or not even then.
pub(super) fn quoted_references(text: &str) -> Option<String> {
    if !text.contains("${") || parse(text, Role::Import).valid().is_some() {
        return None;
    }
    let mut out = String::with_capacity(text.len() + 16);
    let (mut rest, mut quoted) = (text, false);
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        match c {
            '\\' if quoted => taken += rest.chars().nth(1).map_or(0, char::len_utf8),
            '"' => quoted = !quoted,
            '$' if !quoted && rest.starts_with("${") => {
                let end = rest.find('}').map_or(rest.len(), |end| end + 1);
                out.push_str(&quote(rest.get(..end).unwrap_or("")));
                rest = rest.get(end..).unwrap_or("");
                continue;
            }
            _ => {}
        }
        out.push_str(rest.get(..taken).unwrap_or(""));
        rest = rest.get(taken..).unwrap_or("");
    }
    parse(&out, Role::Import).valid().is_some().then_some(out)
}

/// A pattern of one long line laid out as the page does; numbers, key order and duplicates stay. Other texts, and
/// those that a printer cannot give back, stay as they are.
pub(super) fn laid_out(text: &str) -> String {
    const SHORT: usize = 60;
    let lone = text.contains("\\ud") || text.contains("\\uD");
    if lone || text.trim().contains('\n') || text.chars().count() <= SHORT {
        return text.to_owned();
    }
    parse(text, Role::Import).valid().map_or_else(|| text.to_owned(), pretty)
}

/// Location, bus and name in the ARN of a rule; the bus is blank for the default one. A partner's bus has slashes in its
/// name, a rule has none.
fn of_arn(arn: &str) -> Option<(Location, String, String)> {
    let arn = Arn::parse(arn).filter(|arn| arn.service == "events")?;
    let path = arn.resource.strip_prefix("rule/")?;
    let (bus, name) = path.rsplit_once('/').unwrap_or(("", path));
    Some((Location::of_arn(&arn), bus.to_owned(), name.to_owned()))
}

/// `Tags`: a list of `Key` and `Value`, as requests have them, or an object, as people write them.
fn tags(node: &Node, notes: &mut ImportNotes) -> Vec<Tag> {
    let Some(list) = node.get("Tags").filter(|own| is_given(own)) else { return Vec::new() };
    match &list.value {
        Value::Array(items) => items
            .iter()
            .filter_map(|item| {
                if item.members().is_none() {
                    notes.wrong_type(item, "Tags", Expected::ListOfObjects);
                    return None;
                }
                let key = item.get("Key").map_or(item.span, |own| own.span);
                let tag = Tag { key: notes.text(item, "Key"), value: notes.text(item, "Value") };
                allowed(tag, key, notes)
            })
            // `--generate-cli-skeleton` writes one without key and value.
            .filter(|tag| *tag != Tag::default())
            .collect(),
        Value::Object(members) => members
            .iter()
            .filter_map(|own| {
                let tag = Tag { key: own.key.clone(), value: notes.string(&own.value, "Tags") };
                allowed(tag, own.key_span, notes)
            })
            .collect(),
        _ => {
            notes.wrong_type(list, "Tags", Expected::List);
            Vec::new()
        }
    }
}

/// The tag, unless AWS keeps its key for itself.
fn allowed(tag: Tag, key: Span, notes: &mut ImportNotes) -> Option<Tag> {
    if tag.key.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:")) {
        notes.diagnostics.push(diagnostics::tag_reserved(key, &tag.key));
        return None;
    }
    Some(tag)
}

/// `State`; blank is enabled.
fn state(node: &Node, notes: &mut ImportNotes) -> State {
    const STATES: [State; 3] =
        [State::Enabled, State::Disabled, State::EnabledWithAllCloudtrailManagementEvents];
    let text = notes.text(node, "State");
    match STATES.into_iter().find(|state| state.name() == text) {
        Some(state) => state,
        None if text.is_empty() => State::Enabled,
        None if text.contains("${") => {
            let span = node.get("State").map(|own| own.span).unwrap_or_default();
            notes.diagnostics.push(diagnostics::state_unknown(span, &text));
            State::Enabled
        }
        None => {
            let span = node.get("State").map(|own| own.span).unwrap_or_default();
            let meant = nearest(&text, STATES.into_iter().map(State::name));
            notes.diagnostics.push(diagnostics::state(span, &text, meant));
            State::Enabled
        }
    }
}
