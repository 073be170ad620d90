//! The rule's and the targets' resources as PutRule and PutTargets spell their members.

use super::scope::{Scope, Step};
use super::value::{Evaluated, Known, as_text};
use super::{BUS, ROLE, span};
use crate::diagnostics as say;
use crate::target::provider::{BLOCKS, Holds, Name};
use crate::{Arn, Kind, Permission};
use hcl_edit::Span as _;
use hcl_edit::expr::Expression;
use hcl_edit::structure::{Attribute, Body};
use rulepad_document::Span;
use rulepad_document::json::{Member, Node, Value, pretty};
use rulepad_document::spelling::nearest;

/// What every resource may have and no rule is asked for.
const META: [&str; 7] =
    ["count", "for_each", "depends_on", "provider", "lifecycle", "region", "force_destroy"];

const RULE_MEMBERS: [(&str, &str); 5] = [
    ("name", "Name"),
    ("description", "Description"),
    ("event_bus_name", "EventBusName"),
    ("state", "State"),
    ("role_arn", "RoleArn"),
];

const RULE_OTHERS: [&str; 6] =
    ["name_prefix", "event_pattern", "schedule_expression", "is_enabled", "tags", "tags_all"];

const TARGET_MEMBERS: [(&str, &str); 5] = [
    ("target_id", "Id"),
    ("arn", "Arn"),
    ("role_arn", "RoleArn"),
    ("input", "Input"),
    ("input_path", "InputPath"),
];

const TARGET_OTHERS: [&str; 2] = ["rule", "event_bus_name"];

/// The rule as PutRule has it, without its pattern.
pub(super) fn rule(scope: &Scope<'_>, body: &Body) -> Node {
    let mut members = Vec::new();
    for (argument, member) in RULE_MEMBERS {
        let Some(attribute) = body.get_attribute(argument) else { continue };
        let value = match argument {
            "event_bus_name" => bus(scope, attribute),
            _ => text(scope, attribute),
        };
        members.extend(value.map(|value| named(member, attribute, value)));
    }
    // The argument that `state` took the place of.
    if let Some(attribute) = body.get_attribute("is_enabled").filter(|_| !body.has_attribute("state"))
        && let Value::Bool(false) = scope.evaluate(&attribute.value).node.value
    {
        let value = node(span(attribute.value.span()), Value::String("DISABLED".to_owned()));
        members.push(named("State", attribute, value));
    }
    if let Some(attribute) = body.get_attribute("schedule_expression") {
        let value = scope.evaluate(&attribute.value).node;
        members.push(named("ScheduleExpression", attribute, value));
    }
    if let Some(attribute) = body.get_attribute("tags") {
        members.push(named("Tags", attribute, scope.evaluate(&attribute.value).node));
    }
    let known = || RULE_MEMBERS.iter().map(|(argument, _)| *argument).chain(RULE_OTHERS);
    others(scope, body, "the rule's resource", &known().collect::<Vec<_>>());
    node(span(body.span()), Value::Object(members))
}

/// The event pattern, a JSON text.
pub(super) fn pattern(scope: &Scope<'_>, attribute: &Attribute) -> Option<String> {
    let mut expression = &attribute.value;
    while let Expression::Parenthesis(own) = expression {
        expression = own.inner();
    }
    // What is encoded is taken as it was written, keys in their order.
    if let Expression::FuncCall(own) = expression
        && own.name.name.as_str() == "jsonencode"
        && let (Some(only), 1) = (own.args.get(0), own.args.len())
    {
        let Evaluated { node, known } = scope.evaluate(only);
        return (known != Known::Nothing).then(|| pretty(&node));
    }
    let Evaluated { node, known } = scope.evaluate(expression);
    let text = as_text(&node).filter(|_| known != Known::Nothing)?;
    Some(super::super::rule::laid_out(text.trim()))
}

/// A target as PutTargets has it.
pub(super) fn target(scope: &Scope<'_>, name: &str, body: &Body) -> Node {
    let mut members = Vec::new();
    for (argument, member) in TARGET_MEMBERS {
        let Some(attribute) = body.get_attribute(argument).filter(|_| argument != "role_arn") else {
            continue;
        };
        members.extend(text(scope, attribute).map(|value| named(member, attribute, value)));
    }
    let find =
        |name: &str| members.iter().find(|own: &&Member| own.key == name).and_then(|own| own.value.as_str());
    if find("Id").is_none() {
        // Without one Terraform makes up a random id.
        members.push(member("Id", node(span(body.span()), Value::String(name.to_owned()))));
    }
    let kind = members.iter().find(|own| own.key == "Arn").and_then(|own| own.value.as_str());
    let kind = kind.and_then(Arn::parse).and_then(|arn| Kind::of(&arn));
    if let Some(attribute) = body.get_attribute("role_arn").filter(|own| !is_made(scope, own, kind)) {
        members.extend(text(scope, attribute).map(|value| named("RoleArn", attribute, value)));
    }
    for block in body.get_blocks("input_transformer") {
        members.push(member("InputTransformer", transformer(scope, &block.body)));
    }
    members.extend(settings(scope, body, BLOCKS));
    let known: Vec<&str> =
        TARGET_MEMBERS.iter().map(|(argument, _)| *argument).chain(TARGET_OTHERS).collect();
    others(scope, body, "a target's resource", &known);
    node(span(body.span()), Value::Object(members))
}

/// Whether a role is made in the file, so that an export makes it again.
fn is_made(scope: &Scope<'_>, attribute: &Attribute, kind: Option<Kind>) -> bool {
    let steps = scope.steps(&attribute.value).unwrap_or_default();
    let is_role = |name: &str| scope.has(ROLE, name);
    let makes = kind.is_some_and(|kind| kind.permission() == Permission::Role);
    makes
        && matches!(&steps[..], [Step::Name(kind), Step::Name(name), .., Step::Name(arn)] if kind == ROLE && is_role(name) && arn == "arn")
}

fn transformer(scope: &Scope<'_>, body: &Body) -> Node {
    let mut members = Vec::new();
    if let Some(attribute) = body.get_attribute("input_paths") {
        members.push(named("InputPathsMap", attribute, scope.evaluate(&attribute.value).node));
    }
    if let Some(attribute) = body.get_attribute("input_template")
        && let Some(value) = text(scope, attribute)
    {
        let written = matches!(attribute.value, Expression::String(_) | Expression::HeredocTemplate(_));
        if !written && value.as_str().is_some_and(|text| text.contains("\\u003c")) {
            scope.report(say::import_encoded(span(attribute.value.span())));
        }
        members.push(named("InputTemplate", attribute, value));
    }
    others(scope, body, "`input_transformer`", &["input_paths", "input_template"]);
    node(span(body.span()), Value::Object(members))
}

/// The members that stand in a body as attributes and blocks.
fn settings(scope: &Scope<'_>, body: &Body, names: &[Name]) -> Vec<Member> {
    let inner = |body: &Body, names: &[Name]| {
        let members = settings(scope, body, names);
        others(scope, body, "the block", &arguments(names));
        node(span(body.span()), Value::Object(members))
    };
    let mut members = Vec::new();
    for name in names {
        let value = match name.holds {
            Holds::Spread(names) => {
                let own = settings(scope, body, names);
                (!own.is_empty()).then(|| node(span(body.span()), Value::Object(own)))
            }
            Holds::Block(names) => {
                body.get_blocks(name.argument).next().map(|block| inner(&block.body, names))
            }
            Holds::Blocks(names) => {
                let all: Vec<Node> =
                    body.get_blocks(name.argument).map(|block| inner(&block.body, names)).collect();
                (!all.is_empty()).then(|| node(span(body.span()), Value::Array(all)))
            }
            _ => body.get_attribute(name.argument).and_then(|attribute| {
                let own = scope.evaluate(&attribute.value);
                (own.node.value != Value::Null).then(|| converted(scope, name, own)).flatten()
            }),
        };
        members.extend(value.map(|value| member(name.member, value)));
    }
    members
}

/// The arguments and blocks of a body.
fn arguments(names: &[Name]) -> Vec<&'static str> {
    let of = |name: &Name| match name.holds {
        Holds::Spread(inner) => arguments(inner),
        _ => vec![name.argument],
    };
    names.iter().flat_map(of).collect()
}

/// The value as AWS wants it; the provider takes a number in a string and the like.
fn converted(scope: &Scope<'_>, name: &Name, own: Evaluated) -> Option<Node> {
    let Evaluated { node: own, known } = own;
    if known == Known::Nothing {
        return Some(own);
    }
    let place = own.span;
    let wrong = |wanted: &str| {
        scope.report(say::import_type(place, name.argument, wanted, own.value.kind()));
        None
    };
    let truth = || match &own.value {
        Value::Bool(on) => Some(*on),
        Value::String(text) => text.parse().ok(),
        _ => None,
    };
    let value = match name.holds {
        Holds::Text => match as_text(&own) {
            Some(text) => Value::String(text),
            None => return wrong("a string"),
        },
        Holds::Number => match &own.value {
            Value::Number(_) => own.value.clone(),
            Value::String(text)
                if super::number::canonical(text).is_some_and(|number| is_number(&number)) =>
            {
                Value::Number(super::number::canonical(text).unwrap_or_default())
            }
            _ => return wrong("a number"),
        },
        Holds::Truth => match truth() {
            Some(on) => Value::Bool(on),
            None => return wrong("`true` or `false`"),
        },
        Holds::Switch => match truth() {
            Some(on) => Value::String(if on { "ENABLED" } else { "DISABLED" }.to_owned()),
            None => return wrong("`true` or `false`"),
        },
        Holds::Pairs => match &own.value {
            Value::Object(members) => Value::Array(members.iter().map(pair).collect()),
            _ => return wrong("a map"),
        },
        _ => own.value.clone(),
    };
    Some(node(place, value))
}

fn is_number(text: &str) -> bool {
    let digits = text.trim_start_matches('-').replacen('.', "", 1);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn pair(tag: &Member) -> Node {
    let key = node(tag.key_span, Value::String(tag.key.clone()));
    let value = as_text(&tag.value).map_or(tag.value.value.clone(), Value::String);
    let members = vec![member("Key", key), member("Value", node(tag.value.span, value))];
    node(tag.value.span, Value::Object(members))
}

/// The bus, by name or by its resource: either names it.
pub(super) fn bus(scope: &Scope<'_>, attribute: &Attribute) -> Option<Node> {
    let steps = scope.steps(&attribute.value).unwrap_or_default();
    if let [Step::Name(kind), Step::Name(name), .., Step::Name(last)] = &steps[..]
        && kind == BUS
        && last == "arn"
        && let Some(name) = scope.named(BUS, name)
    {
        return Some(name.at(span(attribute.value.span())).node);
    }
    text(scope, attribute)
}

/// The text of an attribute; `None` where it is `null`.
pub(super) fn text(scope: &Scope<'_>, attribute: &Attribute) -> Option<Node> {
    let own = scope.evaluate(&attribute.value).node;
    match as_text(&own) {
        Some(text) => Some(node(own.span, Value::String(text))),
        None => (own.value != Value::Null).then_some(own),
    }
}

/// Tells attributes and blocks that are not read.
fn others(scope: &Scope<'_>, body: &Body, of: &str, known: &[&str]) {
    let blocks = arguments(BLOCKS);
    for attribute in body.attributes() {
        let name = attribute.key.as_str();
        if !known.contains(&name) && !META.contains(&name) {
            let meant = nearest(name, known.iter().copied().filter(|own| !body.has_attribute(own)));
            let meant = meant.map(|meant| (meant, meant.to_owned()));
            scope.report(say::import_member(span(attribute.key.span()), name, of, meant));
        }
    }
    for block in body.blocks() {
        let name = block.ident.as_str();
        let place = span(block.ident.span());
        match name {
            "dynamic" => scope.report(say::import_dynamic(place)),
            _ if known.contains(&name) || META.contains(&name) || name == "timeouts" => {}
            _ if of == "a target's resource" && (blocks.contains(&name) || name == "input_transformer") => {}
            _ => scope.report(say::import_member(place, name, of, None)),
        }
    }
}

/// A resource that is made several times, or perhaps not at all.
pub(super) fn repeated(scope: &Scope<'_>, body: &Body) {
    for name in ["count", "for_each"] {
        let Some(attribute) = body.get_attribute(name) else { continue };
        let once =
            name == "count" && scope.evaluate(&attribute.value).node.value == Value::Number("1".to_owned());
        if !once {
            scope.report(say::import_repeated(span(attribute.span()), name));
        }
    }
}

fn node(span: Span, value: Value) -> Node {
    Node { span, value }
}

fn member(name: &str, value: Node) -> Member {
    Member { key: name.to_owned(), key_span: value.span, value }
}

fn named(name: &str, attribute: &Attribute, value: Node) -> Member {
    Member { key: name.to_owned(), key_span: span(attribute.key.span()), value }
}
