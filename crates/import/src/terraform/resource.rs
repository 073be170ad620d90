//! The rule's and the targets' resources as PutRule and PutTargets spell their members.

use super::drafted::Drafted;
use rulepad_terraform::resolved::{Resolved, Setting};
use rulepad_terraform::resources::{BUS, ROLE};
use rulepad_terraform::value::{Data, SourcePlace, Val};

use crate::diagnostics;
use crate::message::{Expected, MemberKind, Owner};
use rulepad_document::Span;
use rulepad_document::json::{Member, Node, Value};
use rulepad_document::spelling::nearest;
use rulepad_rule::provider::{BLOCKS, Holds, Name};
use rulepad_rule::{Arn, Permission, TargetKind};

/// What every resource may have and no rule is asked for.
const META: [&str; 10] = [
    "count",
    "for_each",
    "depends_on",
    "provider",
    "lifecycle",
    "region",
    "force_destroy",
    "timeouts",
    "provisioner",
    "connection",
];

/// What AWS sets, which plans and states have.
const COMPUTED: [&str; 5] = ["arn", "id", "tags_all", "name_prefix", "managed_by"];

const RULE_MEMBERS: [(&str, &str); 6] = [
    ("name", "Name"),
    ("description", "Description"),
    ("event_bus_name", "EventBusName"),
    ("state", "State"),
    ("role_arn", "RoleArn"),
    ("schedule_expression", "ScheduleExpression"),
];

const RULE_OTHERS: [&str; 3] = ["event_pattern", "is_enabled", "tags"];

const TARGET_MEMBERS: [(&str, &str); 5] = [
    ("target_id", "Id"),
    ("arn", "Arn"),
    ("role_arn", "RoleArn"),
    ("input", "Input"),
    ("input_path", "InputPath"),
];

const TARGET_OTHERS: [&str; 3] = ["rule", "event_bus_name", "id"];

/// The rule as PutRule has it, without its pattern.
pub(super) fn rule(drafted: &mut Drafted<'_, '_>, own: &Resolved, default_tags: Option<&Val>) -> Node {
    let mut members = Vec::new();
    for (argument, member) in RULE_MEMBERS {
        let Some(setting) = own.get(argument) else { continue };
        let value = match argument {
            "event_bus_name" => Some(bus(drafted, setting)),
            _ => text(drafted, setting),
        };
        members.extend(value.map(|value| named(drafted, member, setting, value)));
    }
    // The argument that `state` replaced.
    if let Some(setting) = own.get("is_enabled").filter(|_| own.get("state").is_none()) {
        match setting.value.truth() {
            Some(false) => {
                let span = drafted.span(setting.value.place, setting.key);
                let value = node(span, Value::String("DISABLED".to_owned()));
                members.push(named(drafted, "State", setting, value));
            }
            None if !setting.value.is_null() => {
                let source = setting.value.source();
                drafted.report(setting.key, |span| diagnostics::state_unknown(span, &source));
            }
            _ => {}
        }
    }
    members.extend(tags(drafted, own, default_tags));
    let known: Vec<&str> =
        RULE_MEMBERS.iter().map(|(argument, _)| *argument).chain(RULE_OTHERS).chain(COMPUTED).collect();
    others(drafted, own, Owner::RuleResource, &known);
    node(drafted.span(own.place, own.place), Value::Object(members))
}

/// The tags of the resource over those that the provider gives to every resource.
fn tags(drafted: &mut Drafted<'_, '_>, own: &Resolved, default_tags: Option<&Val>) -> Option<Member> {
    let setting = own.get("tags");
    let home = setting.map_or(own.place, |own| own.key);
    let mut members: Vec<(std::rc::Rc<str>, Val)> = Vec::new();
    for value in default_tags.into_iter().chain(setting.map(|own| &own.value)) {
        let Some(all) = value.members() else {
            let source = value.source();
            drafted.report(home, |span| diagnostics::tags(span, &source));
            continue;
        };
        members.retain(|(key, _)| value.get(key).is_none());
        members.extend(all.iter().filter(|(_, own)| !own.is_null()).cloned());
    }
    if members.is_empty() {
        return None;
    }
    let span = drafted.span(home, home);
    let mut out = Vec::new();
    for (key, value) in members {
        let value = match drafted.text(&value) {
            Some(text) => node(drafted.span(value.place, home), Value::String(text)),
            None => drafted.node(&value, home),
        };
        out.push(Member { key: key.to_string(), key_span: value.span, value });
    }
    Some(Member { key: "Tags".to_owned(), key_span: span, value: node(span, Value::Object(out)) })
}

/// A target as PutTargets has it.
pub(super) fn target(drafted: &mut Drafted<'_, '_>, name: &str, own: &Resolved) -> Node {
    let mut members: Vec<Member> = Vec::new();
    for (argument, member) in TARGET_MEMBERS {
        let Some(setting) = own.get(argument).filter(|_| argument != "role_arn") else { continue };
        members.extend(text(drafted, setting).map(|value| named(drafted, member, setting, value)));
    }
    let place = drafted.span(own.place, own.place);
    let find = |name: &str| members.iter().find(|own| own.key == name).and_then(|own| own.value.as_str());
    if find("Id").is_none() {
        // Without one Terraform makes up a random id.
        members.push(member("Id", node(place, Value::String(name.to_owned()))));
    }
    let kind = members.iter().find(|own| own.key == "Arn").and_then(|own| own.value.as_str());
    let kind = kind.and_then(Arn::parse).and_then(|arn| TargetKind::of(&arn));
    if let Some(setting) = own.get("role_arn").filter(|own| !is_made(own, kind)) {
        members.extend(text(drafted, setting).map(|value| named(drafted, "RoleArn", setting, value)));
    }
    for inner in own.blocks("input_transformer") {
        let value = transformer(drafted, &inner);
        members.push(member("InputTransformer", value));
    }
    members.extend(settings(drafted, own, BLOCKS));
    let known: Vec<&str> =
        TARGET_MEMBERS.iter().map(|(argument, _)| *argument).chain(TARGET_OTHERS).collect();
    others(drafted, own, Owner::TargetResource, &known);
    node(place, Value::Object(members))
}

/// Whether a role is made in the file, so that an export makes it again.
fn is_made(setting: &Setting, kind: Option<TargetKind>) -> bool {
    let makes = kind.is_some_and(|kind| kind.permission() == Permission::Role);
    let is_arn = setting.value.as_unknown().is_some_and(|own| own.source.ends_with(".arn"));
    makes && is_arn && setting.value.owner.as_ref().is_some_and(|own| own.kind == ROLE)
}

/// Whether the target's role is left to the export.
pub(super) fn makes_role(node: &Node, own: &Resolved) -> bool {
    node.get("RoleArn").is_none() && own.get("role_arn").is_some()
}

fn transformer(drafted: &mut Drafted<'_, '_>, own: &Resolved) -> Node {
    let mut members = Vec::new();
    if let Some(setting) = own.get("input_paths") {
        let value = drafted.node(&setting.value, setting.key);
        members.push(named(drafted, "InputPathsMap", setting, value));
    }
    if let Some(setting) = own.get("input_template")
        && let Some(value) = text(drafted, setting)
    {
        let is_encoded = matches!(setting.value.data, Data::Encoded(_));
        if is_encoded && value.as_str().is_some_and(|text| text.contains("\\u003c")) {
            drafted.report(setting.value.place, diagnostics::encoded);
        }
        members.push(named(drafted, "InputTemplate", setting, value));
    }
    others(drafted, own, Owner::Named("input_transformer"), &["input_paths", "input_template"]);
    node(drafted.span(own.place, own.place), Value::Object(members))
}

/// The members that are written in a body as attributes and blocks.
fn settings(drafted: &mut Drafted<'_, '_>, own: &Resolved, names: &[Name]) -> Vec<Member> {
    let place = drafted.span(own.place, own.place);
    let mut members = Vec::new();
    for name in names {
        let value = match name.holds {
            Holds::Spread(names) => {
                let own = settings(drafted, own, names);
                (!own.is_empty()).then(|| node(place, Value::Object(own)))
            }
            Holds::Block(names) => {
                own.blocks(name.argument).first().map(|block| inner(drafted, block, names))
            }
            Holds::Blocks(names) => {
                let all: Vec<Node> =
                    own.blocks(name.argument).iter().map(|block| inner(drafted, block, names)).collect();
                (!all.is_empty()).then(|| node(place, Value::Array(all)))
            }
            _ => own.get(name.argument).and_then(|setting| converted(drafted, name, setting)),
        };
        members.extend(value.map(|value| member(name.member, value)));
    }
    members
}

fn inner(drafted: &mut Drafted<'_, '_>, own: &Resolved, names: &[Name]) -> Node {
    let members = settings(drafted, own, names);
    others(drafted, own, Owner::Block, &arguments(names));
    node(drafted.span(own.place, own.place), Value::Object(members))
}

/// The arguments and blocks of a body.
fn arguments(names: &[Name]) -> Vec<&'static str> {
    let of = |name: &Name| match name.holds {
        Holds::Spread(inner) => arguments(inner),
        _ => vec![name.argument],
    };
    names.iter().flat_map(of).collect()
}

/// The value as AWS expects it; the provider takes a number in a string and the like.
fn converted(drafted: &mut Drafted<'_, '_>, name: &Name, setting: &Setting) -> Option<Node> {
    let own = &setting.value;
    let span = drafted.span(own.place, setting.key);
    let place = if drafted.evaluator.visible(own.place).end > 0 { own.place } else { setting.key };
    if own.as_unknown().is_some() {
        return Some(drafted.node(own, setting.key));
    }
    let wrong = |expected: Expected| {
        drafted.report(place, |span| {
            diagnostics::wrong_type(span, name.argument, expected, MemberKind::Terraform(own.kind()))
        });
        None
    };
    let value = match name.holds {
        Holds::Text => match text(drafted, setting) {
            Some(text) => return Some(text),
            None => return None,
        },
        Holds::Number => match &own.data {
            Data::Number(number) => Value::Number(number.to_string()),
            Data::Text(text) => match rulepad_terraform::number::canonical(text).filter(|own| is_number(own))
            {
                Some(number) => Value::Number(number),
                None => return wrong(Expected::Number),
            },
            _ => return wrong(Expected::Number),
        },
        Holds::Truth => match own.truth() {
            Some(on) => Value::Bool(on),
            None => return wrong(Expected::Bool),
        },
        Holds::Switch => match own.truth() {
            Some(on) => Value::String(if on { "ENABLED" } else { "DISABLED" }.to_owned()),
            None => return wrong(Expected::Bool),
        },
        Holds::Pairs => match own.members() {
            Some(members) => {
                let mut pairs = Vec::new();
                for (key, own) in members.iter() {
                    let value = match own.scalar() {
                        Some(text) => node(span, Value::String(text.to_string())),
                        None => drafted.node(own, setting.key),
                    };
                    let key = node(span, Value::String(key.to_string()));
                    pairs.push(node(
                        value.span,
                        Value::Object(vec![member("Key", key), member("Value", value)]),
                    ));
                }
                Value::Array(pairs)
            }
            None => return wrong(Expected::Map),
        },
        _ => return Some(drafted.node(own, setting.key)),
    };
    Some(node(span, value))
}

fn is_number(text: &str) -> bool {
    let digits = text.trim_start_matches('-').replacen('.', "", 1);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The bus, by name or by its resource: either names it.
pub(super) fn bus(drafted: &mut Drafted<'_, '_>, setting: &Setting) -> Node {
    let own = &setting.value;
    if own.as_unknown().is_some()
        && let Some(instance) = own.owner.as_ref().filter(|own| own.kind.trim_start_matches("data.") == BUS)
    {
        let name = drafted.evaluator.of_instance(instance, "name", own.place);
        if let Some(name) = name.scalar() {
            return node(drafted.span(own.place, setting.key), Value::String(name.to_string()));
        }
    }
    text(drafted, setting).unwrap_or_else(|| node(Span::default(), Value::Null))
}

/// The text of an attribute; `None` where it is no text, which is reported.
pub(super) fn text(drafted: &mut Drafted<'_, '_>, setting: &Setting) -> Option<Node> {
    let own = &setting.value;
    let span = drafted.span(own.place, setting.key);
    match drafted.text(own) {
        Some(text) => Some(node(span, Value::String(text))),
        None if drafted.evaluator.exhausted.get() => {
            let _ = drafted.evaluator.too_much(own.place);
            None
        }
        None if own.fails() => {
            let source = drafted.evaluator.text(own.place);
            drafted.report(own.place, |span| diagnostics::refused(span, &source));
            None
        }
        None => {
            let name = setting.name.clone();
            drafted.report(own.place, |span| {
                diagnostics::wrong_type(span, &name, Expected::String, MemberKind::Terraform(own.kind()))
            });
            None
        }
    }
}

/// Reports attributes and blocks that are not read.
fn others(drafted: &Drafted<'_, '_>, own: &Resolved, owner: Owner, known: &[&str]) {
    let blocks = arguments(BLOCKS);
    let is_block = |name: &str| {
        owner == Owner::TargetResource && (blocks.contains(&name) || name == "input_transformer")
    };
    let names = own.attributes.iter().map(|own| (own.name.as_str(), own.key, own.value.is_null()));
    let names = names.chain(own.blocks.iter().map(|(name, place, _)| (name.as_str(), *place, false)));
    for (name, place, is_null) in names {
        if is_null || known.contains(&name) || META.contains(&name) || is_block(name) {
            continue;
        }
        let meant = nearest(name, known.iter().copied().filter(|known| !own.has(known)));
        let meant = meant.map(|meant| (meant, meant.to_owned()));
        drafted.report(place, |span| diagnostics::unknown_member(span, name, owner, meant));
    }
}

fn node(span: Span, value: Value) -> Node {
    Node { span, value }
}

fn member(name: &str, value: Node) -> Member {
    Member { key: name.to_owned(), key_span: value.span, value }
}

fn named(drafted: &Drafted<'_, '_>, name: &str, setting: &Setting, value: Node) -> Member {
    let key: SourcePlace = setting.key;
    Member { key: name.to_owned(), key_span: drafted.span(key, key), value }
}
