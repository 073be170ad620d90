//! A rule written back into the template it was read from: its own values change, all else stays byte for byte.

use super::Rendered;
use super::merge::Merge;
use super::message::{Loss, Note};
use super::rewrite::rewritten;
use rulepad_cloudformation::{
    Notation, Resolver, RuleSite, StandIn, Template, escaped, function, stand_in_notes, unresolved, with,
};
use rulepad_document::Role;
use rulepad_document::json::build::{self, list, member, object, same, string, unplaced};
use rulepad_document::json::{Member, Node, Value, compact, parse, pretty};
use rulepad_export::parts::{
    Plan, deployment_notes, foreign_references, kind_of_file, pattern_must_be_text, rule_properties,
    written_template,
};
use rulepad_export::{Format, PatternAsText, RuleMember, Subject, file_name};
use rulepad_import::{Origin, ReadRule, rule_at};
use rulepad_rule::reference::{Known, in_node, in_rule, in_target, is_later};
use rulepad_rule::{Location, ReferenceLanguage, Rule, State, Target};

/// The template of the rule with what the person changed; `None` where the origin is no template with that rule.
pub(super) fn export(subject: &Subject<'_>, origin: &Origin, notation: Notation) -> Option<Rendered> {
    let template = Template::read(&origin.text)?.ok()?;
    let place = template.place(&origin.resource)?;
    let before = rule_at(&template, &place);
    let mut remarks = Remarks::default();
    let changed = changed(&template, &place, &before, subject, &mut remarks);
    let text = if template.notation == notation {
        let again = |text: &String| {
            let read = Template::read(text).and_then(Result::ok);
            read.is_some_and(|read| same(&read.root, &changed))
        };
        let kept = template.placed.then(|| rewritten(&origin.text, notation, &template.root, &changed));
        kept.flatten().filter(again).unwrap_or_else(|| {
            remarks.losses.push(Loss::Reformatted);
            written_template(&changed, notation)
        })
    } else {
        if notation == Notation::Json && origin.text.contains('#') {
            remarks.losses.push(Loss::NoCommentsInJson);
        }
        written_template(&changed, notation)
    };
    let (extension, media_type) = kind_of_file(notation);
    // A text has no comments: what was written beside the values of an object is lost.
    if remarks.becomes_text && notation == Notation::Yaml && comments(&text) < comments(&origin.text) {
        remarks.losses.push(rulepad_export::Loss::PatternComments.into());
    }
    let foreign = foreign_references(subject, ReferenceLanguage::CloudFormation);
    remarks.losses.extend(foreign.into_iter().map(Loss::from));
    Some(Rendered {
        file_name: file_name(subject.rule, extension),
        media_type,
        text,
        losses: remarks.losses,
        notes: remarks.notes,
    })
}

/// The notation of a template of SAM; `None` for any other text.
pub(super) fn notation_of_sam(origin: &Origin) -> Option<Notation> {
    let template = Template::read(&origin.text)?.ok()?;
    template.is_sam().then_some(template.notation)
}

/// What is shown for functions of the template that are still in the draft: other formats have it as it is shown.
pub(super) fn stand_ins(subject: &Subject<'_>, origin: &Origin) -> Vec<Note> {
    let Some(Ok(template)) = Template::read(&origin.text) else { return Vec::new() };
    let Some(place) = template.place(&origin.resource) else { return Vec::new() };
    let ReadRule { stand_ins, in_pattern, .. } = rule_at(&template, &place);
    let plan = Plan::new(subject.rule, subject.pattern, subject.targets);
    let whole = rule_properties(&plan, &mut Vec::new());
    let mut all: Vec<StandIn> = in_pattern;
    for own in stand_ins {
        if all.iter().all(|known| !same(&known.raw, &own.raw)) {
            all.push(own);
        }
    }
    // What the file asks for is reported as such.
    all.retain(|own| {
        own.shown.as_str().is_none_or(|text| !text.is_empty() && !is_later(text) && holds(&whole, text))
    });
    stand_in_notes(&all).into_iter().map(Note::StandIn).collect()
}

/// A loss where texts of the rule have `{{resolve:…}}`, which CloudFormation replaces and other tools do not.
pub(super) fn dynamic_references(format: Format, subject: &Subject<'_>, origin: &Origin) -> Option<Loss> {
    if format.is_for_cloudformation() || !origin.text.contains("{{resolve:") {
        return None;
    }
    let mut found: Option<String> = None;
    let mut look = |text: &str| {
        if let (None, Some(at)) = (&found, text.find("{{resolve:")) {
            let rest = text.get(at..).unwrap_or_default();
            found = Some(rest.find("}}").and_then(|end| rest.get(..end + 2)).unwrap_or(rest).to_owned());
        }
        String::new()
    };
    in_rule(subject.rule, &mut look);
    subject.targets.iter().for_each(|target| drop(in_target(target, &mut look)));
    subject.pattern.into_iter().for_each(|pattern| drop(in_node(pattern, &mut look)));
    found.map(Loss::DynamicReferenceAsText)
}

/// The conditions of the template that a file of another format decides.
pub(super) fn conditions(origin: &Origin) -> Vec<Loss> {
    let Some(Ok(template)) = Template::read(&origin.text) else { return Vec::new() };
    let Some(place) = template.place(&origin.resource) else { return Vec::new() };
    rule_at(&template, &place).assumed.iter().cloned().map(Loss::Condition).collect()
}

fn holds(node: &Node, text: &str) -> bool {
    match &node.value {
        Value::String(own) => own.contains(text),
        Value::Array(items) => items.iter().any(|item| holds(item, text)),
        Value::Object(members) => members.iter().any(|member| holds(&member.value, text)),
        _ => false,
    }
}

/// How many lines of a YAML text have a comment.
fn comments(text: &str) -> usize {
    let is_comment = |line: &&str| {
        line.trim_start().starts_with('#')
            || line.match_indices(" #").any(|(at, _)| {
                let before = line.get(..at).unwrap_or_default();
                ['"', '\''].iter().all(|quote| before.matches(*quote).count() % 2 == 0)
            })
    };
    text.lines().filter(is_comment).count()
}

/// What is lost, and what is left to do.
#[derive(Default)]
struct Remarks {
    /// Where an event pattern was an object and becomes a text.
    becomes_text: bool,
    losses: Vec<Loss>,
    notes: Vec<Note>,
}

/// The whole template with the rule's new values.
fn changed(
    template: &Template,
    place: &RuleSite<'_>,
    before: &ReadRule,
    subject: &Subject<'_>,
    remarks: &mut Remarks,
) -> Node {
    let nothing = object([]);
    let raw = template.at(&place.path()).unwrap_or(&nothing);
    let resolver = Resolver::new(template);
    let (old_rule, old_targets) = (before.found.rule.clone().unwrap_or_default(), targets_of(before));
    let old_pattern = before.found.pattern.as_deref().and_then(|text| parse(text, Role::Pattern).root);
    let blank = object([]);
    let old = Plan::new(&old_rule, old_pattern.as_ref(), old_targets);
    let mut new = Plan::new(subject.rule, subject.pattern, subject.targets);
    new.has_lines = template.notation == Notation::Yaml;
    let mut was = shaped(place, &old, &mut Vec::new());
    let mut notes = Vec::new();
    let is = shaped(place, &new, &mut notes);
    remarks.notes.extend(notes.into_iter().map(Note::from));
    let key = if matches!(place, RuleSite::Rule { .. }) { "EventPattern" } else { "Pattern" };
    if old_pattern.is_none()
        && let Value::Object(members) = &mut was.value
    {
        members.retain(|own| own.key != key);
    }
    let index = Known::new(subject.references);
    let known: Vec<StandIn> = before.stand_ins.iter().chain(&before.in_pattern).cloned().collect();
    let merge =
        Merge { resolver: &resolver, known: &distinct(known), references: subject.references, index: &index };
    let pattern = match (raw.get(key), new.pattern) {
        (Some(own), Some(after)) => {
            Some(pattern(&merge, own, before, (old.pattern.unwrap_or(&blank), after), &new, remarks))
        }
        (None, Some(after)) => Some(new_pattern(&merge, after, &new, remarks)),
        (_, None) => None,
    };
    // The pattern has its own rules: there it is, to be taken as it is.
    let settled = |shape: Node| with_member(shape, key, &string("pattern"));
    let mut merged = merge.value(raw, &settled(was), &settled(is));
    match function(&merged) {
        Some(_) => remarks.losses.push(Loss::PropertiesFromFunction),
        None => {
            merged = match &pattern {
                Some(pattern) => with_member(merged, key, pattern),
                None => without_member(merged, key),
            }
        }
    }
    add_remarks(place, template, &old_rule, old_targets, subject, remarks);
    with(&template.root, &place.path(), merged)
}

/// Every function once.
fn distinct(mut known: Vec<StandIn>) -> Vec<StandIn> {
    let mut out: Vec<StandIn> = Vec::new();
    for own in known.drain(..) {
        if out.iter().all(|other| !same(&other.raw, &own.raw)) {
            out.push(own);
        }
    }
    out
}

fn targets_of(read: &ReadRule) -> &[Target] {
    read.found.targets.as_deref().unwrap_or(&[])
}

fn without_member(mut object: Node, key: &str) -> Node {
    if let Value::Object(members) = &mut object.value {
        members.retain(|own| own.key != key);
    }
    object
}

/// The object with one member set, in its place where it is there.
fn with_member(mut object: Node, key: &str, value: &Node) -> Node {
    if let Value::Object(members) = &mut object.value {
        match members.iter_mut().rev().find(|own| own.key == key) {
            Some(own) => own.value = value.clone(),
            None => {
                let member = member(key, value.clone());
                let at = members.iter().position(|own| own.key == "Targets").unwrap_or(members.len());
                members.insert(at, Member { key_span: rulepad_document::Span::default(), ..member });
            }
        }
    }
    object
}

/// The properties as the place has them.
fn shaped(place: &RuleSite<'_>, plan: &Plan<'_>, notes: &mut Vec<rulepad_export::Note>) -> Node {
    let rule = rule_properties(plan, notes);
    let RuleSite::Event { .. } = place else { return rule };
    let target = match rule.get("Targets").map(|targets| &targets.value) {
        Some(Value::Array(items)) => items.first().cloned(),
        _ => None,
    };
    let of_target = |key: &'static str| (key, target.as_ref().and_then(|own| own.get(key)).cloned());
    let of_rule = |key: &str| rule.get(key).cloned();
    let state = (plan.rule.state != State::Enabled).then(|| string(plan.rule.state.name()));
    object([
        ("RuleName", of_rule("Name")),
        ("EventBusName", of_rule("EventBusName")),
        ("State", state),
        ("Pattern", of_rule("EventPattern")),
        of_target("Input"),
        of_target("InputPath"),
        of_target("InputTransformer"),
        of_target("DeadLetterConfig"),
        of_target("RetryPolicy"),
        ("Target", of_target("Id").1.map(|id| object([("Id", Some(id))]))),
    ])
}

/// The event pattern in the form the template has it: an object, a text, or a text with values put in.
fn pattern(
    merge: &Merge<'_, '_>,
    raw: &Node,
    before: &ReadRule,
    (old, after): (&Node, &Node),
    new: &Plan<'_>,
    remarks: &mut Remarks,
) -> Node {
    if same(old, after) {
        return raw.clone();
    }
    let in_layout = |text: &str, node: &Node| {
        if text.trim().contains('\n') { pretty(node) + "\n" } else { compact(node) }
    };
    if let Some(text) = raw.as_str() {
        return Node { span: raw.span, value: Value::String(unresolved(&in_layout(text, after))) };
    }
    if let Some(("Fn::Sub", argument)) = function(raw)
        && let Some((text, own)) = text_of_sub(argument)
        && let Some(tree) = parse(text, Role::Import).valid()
    {
        let tree = unplaced(&with_functions(tree, own));
        let known: Vec<StandIn> = functions(&tree, merge.resolver);
        let merged = Merge { known: &known, ..*merge }.value(&tree, old, after);
        let text = in_layout(text, &with_text(&merged));
        let argument = match &argument.value {
            Value::Array(items) => {
                let mut items = items.clone();
                if let Some(first) = items.first_mut() {
                    first.value = Value::String(text);
                }
                Node { span: argument.span, value: Value::Array(items) }
            }
            _ => Node { span: argument.span, value: Value::String(text) },
        };
        let mut raw = raw.clone();
        if let Value::Object(members) = &mut raw.value {
            members.iter_mut().for_each(|member| member.value = argument.clone());
        }
        return raw;
    }
    let merged = Merge { known: &before.in_pattern, ..*merge }.value(raw, old, after);
    let was_sound = !pattern_must_be_text(&Plan::new(new.rule, old, &[]));
    if was_sound && pattern_must_be_text(new) {
        if before.in_pattern.is_empty() {
            remarks.becomes_text = true;
            return Node { span: raw.span, ..new_pattern(merge, after, new, remarks) };
        }
        remarks.losses.push(Loss::PatternWithFunctions);
    }
    merged
}

fn new_pattern(merge: &Merge<'_, '_>, pattern: &Node, plan: &Plan<'_>, remarks: &mut Remarks) -> Node {
    if !pattern_must_be_text(plan) {
        return merge.written(pattern);
    }
    remarks.notes.push(rulepad_export::Note::PatternAsText(PatternAsText::CloudFormation).into());
    merge.written(&string(unresolved(&plan.pattern_lines())))
}

fn text_of_sub(argument: &Node) -> Option<(&str, Option<&Node>)> {
    match &argument.value {
        Value::String(text) => Some((text, None)),
        Value::Array(items) => match &items[..] {
            [text, own] => Some((text.as_str()?, Some(own))),
            _ => None,
        },
        _ => None,
    }
}

/// The value of a JSON text in `Fn::Sub`: every text in it is one of `Fn::Sub` itself.
fn with_functions(node: &Node, own: Option<&Node>) -> Node {
    let value = match &node.value {
        Value::String(text) if text.contains("${") => {
            let argument = match own {
                Some(own) => list([string(text), own.clone()]),
                None => string(text),
            };
            return object([("Fn::Sub", Some(argument))]);
        }
        Value::Array(items) => Value::Array(items.iter().map(|item| with_functions(item, own)).collect()),
        Value::Object(members) => {
            let member = |own_member: &Member| Member {
                value: with_functions(&own_member.value, own),
                ..own_member.clone()
            };
            Value::Object(members.iter().map(member).collect())
        }
        other => other.clone(),
    };
    build::node(value)
}

/// The functions of such a value.
fn functions(node: &Node, resolver: &Resolver<'_>) -> Vec<StandIn> {
    let _ = resolver.take_found();
    let _ = resolver.value(node);
    resolver.take_found()
}

/// The other way round: texts that are not of `Fn::Sub` are kept from it.
fn with_text(node: &Node) -> Node {
    if let Some(("Fn::Sub", argument)) = function(node)
        && let Some((text, _)) = text_of_sub(argument)
    {
        return string(text);
    }
    build::node(match &node.value {
        Value::String(text) => Value::String(escaped(text)),
        Value::Array(items) => Value::Array(items.iter().map(with_text).collect()),
        Value::Object(members) => Value::Object(
            members
                .iter()
                .map(|own| Member {
                    key: escaped(&own.key),
                    key_span: own.key_span,
                    value: with_text(&own.value),
                })
                .collect(),
        ),
        other => other.clone(),
    })
}

/// What the template still needs, and what it cannot have.
fn add_remarks(
    place: &RuleSite<'_>,
    template: &Template,
    old_rule: &Rule,
    old_targets: &[Target],
    subject: &Subject<'_>,
    remarks: &mut Remarks,
) {
    let is_new = |target: &&Target| old_targets.iter().all(|own| own.arn != target.arn);
    let mut new: Vec<Target> = subject.targets.iter().filter(is_new).cloned().collect();
    if let RuleSite::Event { resource, .. } = place {
        let own_arn = old_targets.first().map(|own| own.arn.as_str());
        for (at, target) in subject.targets.iter().enumerate() {
            if at > 0 || Some(target.arn.as_str()) != own_arn {
                remarks.losses.push(Loss::OtherTargetOfEvent {
                    id: target.id.clone(),
                    resource: (*resource).to_owned(),
                });
            }
        }
        for (member, old, new) in [
            (RuleMember::Description, &old_rule.description, &subject.rule.description),
            (RuleMember::RoleArn, &old_rule.role_arn, &subject.rule.role_arn),
        ] {
            if old != new {
                remarks.losses.push(Loss::EventWithout(member));
            }
        }
        new.clear();
    }
    if !new.is_empty() {
        remarks.notes.push(Note::PermissionsOfNewTargets);
        let place = Location::of(subject.rule, subject.targets);
        remarks.notes.extend(deployment_notes(subject.rule, &new, &place).into_iter().map(Note::from));
    }
    if template.is_sam() {
        remarks.notes.push(Note::NeedsSam);
    }
}

#[cfg(test)]
#[path = "template_tests.rs"]
mod tests;
