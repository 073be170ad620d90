//! Pulumi: a program in YAML, `pulumi stack export` and `pulumi preview --json`.

mod values;

use super::api_names::raised;
use super::filters::{self, FilterResource};
use super::fragment::{member, object};
use super::notes::ImportNotes;
use super::requests::{RequestPart, Targets};
use super::{Form, Imported, join, rule, target};
use crate::references::in_use;
use crate::{Note, diagnostics};
use rulepad_document::Span;
use rulepad_document::json::{Member, Node, Value, text_of};
use rulepad_rule::provider::{BLOCKS, Holds, Name};
use rulepad_rule::{Reference, ReferenceLanguage, ReferenceValue};
use values::{Values, of};

/// A resource of a program or of a stack.
struct Resource {
    /// What the text calls it.
    label: String,
    /// Its type without the path in the middle: `aws:cloudwatch:EventRule`.
    kind: String,
    properties: Node,
    span: Span,
}

/// Reads a program or a stack; `None` where the value is none.
pub(super) fn read(root: &Node) -> Option<Imported> {
    let values = Values::new(root);
    let (form, resources) = match root.get("resources").and_then(Node::members) {
        Some(members) if members.iter().any(|own| kind_of(&own.value).is_some()) => (
            Form::PulumiYaml,
            members.iter().filter_map(|own| resource(&own.key, own.key_span, &own.value)).collect(),
        ),
        _ => (Form::PulumiStack, stack(root)?),
    };
    let mut notes = ImportNotes::default();
    let mut parts = Vec::new();
    for own in &resources {
        if own.kind == "aws:cloudwatch:EventRule" || own.kind == "aws-native:events:Rule" {
            parts.push(rule_of(own, &values, &mut notes));
        }
    }
    for own in &resources {
        match own.kind.as_str() {
            "aws:cloudwatch:EventTarget" => parts.push(target_of(own, &resources, &values, &mut notes)),
            "aws:scheduler:Schedule" => notes.diagnostics.push(diagnostics::scheduler(own.span, &own.label)),
            kind => {
                if let Some(filtered) = filtered(kind) {
                    let node = pascal(&values.value(&own.properties), filtered);
                    let found = filters::read(filtered, &own.label.clone().into(), &node, &mut notes);
                    parts.extend(
                        found
                            .into_iter()
                            .flat_map(|own| [RequestPart::Rule(Box::new(own)), RequestPart::End]),
                    );
                }
            }
        }
    }
    let mut rules = join::rules(parts);
    let reference = |shown: String| Reference {
        source: shown.clone(),
        shown,
        language: ReferenceLanguage::Pulumi,
        value: ReferenceValue::Any,
    };
    let references: Vec<Reference> = values.unknown.take().into_iter().map(reference).collect();
    for found in &mut rules {
        if found.rule.is_some() {
            found.targets.get_or_insert_default();
        }
        found.references = in_use(references.clone(), found);
    }
    if rules.is_empty() && notes.diagnostics.is_empty() {
        notes.diagnostics.push(diagnostics::no_rule_in(root.span));
    }
    Some(Imported { form: Some(form), rules, diagnostics: notes.diagnostics })
}

fn kind_of(node: &Node) -> Option<String> {
    let kind = node.get("type")?.as_str()?;
    let parts: Vec<&str> = kind.split(':').collect();
    let [package, module, name] = parts[..] else { return None };
    let module = module.split('/').next().unwrap_or(module);
    Some(format!("{package}:{module}:{name}"))
}

fn resource(label: &str, span: Span, node: &Node) -> Option<Resource> {
    let properties = node.get("properties").cloned().unwrap_or_else(|| object(span, Vec::new()));
    Some(Resource { label: label.to_owned(), kind: kind_of(node)?, properties, span })
}

/// The resources of `pulumi stack export` or `pulumi preview --json`.
fn stack(root: &Node) -> Option<Vec<Resource>> {
    let items = |node: &Node| match &node.value {
        Value::Array(items) => Some(items.clone()),
        _ => None,
    };
    let of_stack = root.get("deployment").and_then(|own| own.get("resources")).and_then(items);
    let of_preview = root
        .get("steps")
        .and_then(items)
        .map(|steps| steps.iter().filter_map(|step| step.get("newState").cloned()).collect::<Vec<_>>());
    let states = of_stack.or(of_preview)?;
    let resource = |state: &Node| {
        let urn = state.get("urn").and_then(Node::as_str).unwrap_or_default();
        let label = urn.rsplit("::").next().unwrap_or_default().to_owned();
        let properties = state.get("inputs").or_else(|| state.get("outputs"))?.clone();
        Some(Resource { label, kind: kind_of(state)?, properties, span: state.span })
    };
    Some(states.iter().filter_map(resource).collect())
}

fn rule_of(own: &Resource, values: &Values<'_>, notes: &mut ImportNotes) -> RequestPart {
    let properties = values.value(&own.properties);
    let get = |key: &str| properties.get(key).filter(|own| own.value != Value::Null).cloned();
    let off = get("isEnabled").is_some_and(|on| text_of(&on) == "false");
    let text = |text: &str| Node { span: own.span, value: Value::String(text.to_owned()) };
    let tags = get("tags").map(|tags| {
        let pairs = tags.members().unwrap_or(&[]).iter().map(|own| member(&own.key, own.value.clone()));
        object(tags.span, pairs.collect())
    });
    let name = get("name");
    let node = of(
        &properties,
        vec![
            ("Name", Some(name.clone().unwrap_or_else(|| text(&own.label)))),
            ("Description", get("description")),
            ("EventBusName", get("eventBusName")),
            ("State", get("state").or_else(|| off.then(|| text("DISABLED")))),
            ("RoleArn", get("roleArn")),
            ("EventPattern", get("eventPattern")),
            ("ScheduleExpression", get("scheduleExpression")),
            ("Targets", get("targets").map(|own| capital(&own))),
            ("Tags", tags),
        ],
    );
    let mut found = rule::rule(&node, notes);
    found.label = own.label.clone().into();
    if name.is_none() {
        notes.note(Note::NamedByPulumi(own.label.clone()));
    }
    found.notes = notes.take_notes();
    RequestPart::Rule(Box::new(found))
}

fn target_of(
    own: &Resource,
    resources: &[Resource],
    values: &Values<'_>,
    notes: &mut ImportNotes,
) -> RequestPart {
    let raw_rule = own.properties.get("rule").and_then(Node::as_str).unwrap_or_default();
    let properties = values.value(&own.properties);
    let get = |key: &str| properties.get(key).filter(|own| own.value != Value::Null).cloned();
    let text = |text: &str| Node { span: own.span, value: Value::String(text.to_owned()) };
    let transformer = get("inputTransformer").map(|own| {
        of(
            &own,
            vec![
                ("InputPathsMap", own.get("inputPaths").cloned()),
                ("InputTemplate", own.get("inputTemplate").cloned()),
            ],
        )
    });
    let mut members = of(
        &properties,
        vec![
            ("Id", get("targetId").or_else(|| Some(text(&own.label)))),
            ("Arn", get("arn")),
            ("RoleArn", get("roleArn")),
            ("Input", get("input")),
            ("InputPath", get("inputPath")),
            ("InputTransformer", transformer),
        ],
    );
    if let Value::Object(own) = &mut members.value {
        own.extend(settings(&properties, BLOCKS));
    }
    let list = Node { span: own.span, value: Value::Array(vec![members]) };
    let targets = target::targets(&list, notes);
    // `${rule.name}` names the resource; a stack has the name itself.
    let named = raw_rule.strip_prefix("${").and_then(|own| own.split(['.', '}']).next());
    let is_rule = |other: &&Resource| other.kind == "aws:cloudwatch:EventRule";
    let given = properties.get("rule").map(text_of).unwrap_or_default();
    let own_bus = properties.get("eventBusName").map(text_of);
    let rule = resources.iter().filter(is_rule).find(|other| match named {
        Some(named) => other.label == named,
        None => other.properties.get("name").map(text_of).as_ref() == Some(&given),
    });
    // The rule as it is read: by its name on its bus.
    let of_rule = |key: &str| {
        let rule = values.value(&rule?.properties);
        rule.get(key).filter(|own| own.value != Value::Null).map(text_of)
    };
    let (name, bus) = match rule {
        Some(other) => {
            (of_rule("name").unwrap_or_else(|| other.label.clone()), of_rule("eventBusName").or(own_bus))
        }
        None => (named.map_or(given, str::to_owned), own_bus),
    };
    RequestPart::Targets(Targets {
        rule: name,
        bus: bus.unwrap_or_default(),
        targets,
        more: false,
        notes: notes.take_notes(),
    })
}

/// The members of AWS's request that the provider's properties are.
fn settings(body: &Node, names: &[Name]) -> Vec<Member> {
    let mut members = Vec::new();
    for name in names {
        if let Holds::Spread(inner) = name.holds {
            let own = settings(body, inner);
            if !own.is_empty() {
                members.push(member(name.member, object(body.span, own)));
            }
            continue;
        }
        let Some(value) = property(body, name.argument) else { continue };
        let items = match &value.value {
            Value::Array(items) => items.clone(),
            _ => vec![value.clone()],
        };
        let value = match name.holds {
            Holds::Block(inner) => match items.first() {
                Some(first) => object(first.span, settings(first, inner)),
                None => continue,
            },
            Holds::Blocks(inner) => {
                let items = items.iter().map(|item| object(item.span, settings(item, inner))).collect();
                Node { span: value.span, value: Value::Array(items) }
            }
            Holds::Number => match &value.value {
                Value::String(text) => Node { span: value.span, value: Value::Number(text.clone()) },
                _ => value.clone(),
            },
            Holds::Truth => match value.as_str() {
                Some(text @ ("true" | "false")) => {
                    Node { span: value.span, value: Value::Bool(text == "true") }
                }
                _ => value.clone(),
            },
            Holds::Switch => {
                let on = text_of(value) == "true";
                let text = if on { "ENABLED" } else { "DISABLED" };
                Node { span: value.span, value: Value::String(text.to_owned()) }
            }
            Holds::Pairs => {
                let pairs = value.members().unwrap_or(&[]).iter().map(|own| {
                    let key = Node { span: own.key_span, value: Value::String(own.key.clone()) };
                    object(own.value.span, vec![member("Key", key), member("Value", own.value.clone())])
                });
                Node { span: value.span, value: Value::Array(pairs.collect()) }
            }
            Holds::Text => Node { span: value.span, value: Value::String(text_of(value)) },
            Holds::Texts | Holds::Spread(_) => value.clone(),
        };
        members.push(member(name.member, value));
    }
    members
}

/// A property by the provider's name, which is written as `deadLetterConfig` here, a list sometimes in the plural.
fn property<'n>(body: &'n Node, argument: &str) -> Option<&'n Node> {
    let camel = lower_camel(argument);
    let plural = match camel.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{camel}s"),
    };
    [camel, plural].iter().find_map(|name| body.get(name)).filter(|own| own.value != Value::Null)
}

fn lower_camel(name: &str) -> String {
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + &raised(part))
}

fn filtered(kind: &str) -> Option<FilterResource> {
    Some(match kind {
        "aws:lambda:EventSourceMapping" | "aws-native:lambda:EventSourceMapping" => FilterResource::Mapping,
        "aws:sns:TopicSubscription" | "aws-native:sns:Subscription" => FilterResource::Subscription,
        "aws:pipes:Pipe" | "aws-native:pipes:Pipe" => FilterResource::Pipe,
        "aws:cloudwatch:EventArchive" | "aws-native:events:Archive" => FilterResource::Archive,
        _ => return None,
    })
}

/// Properties as AWS spells them; keys within a pattern are the person's.
fn pascal(node: &Node, kind: FilterResource) -> Node {
    let topic = if kind == FilterResource::Subscription { "TopicArn" } else { "Topic" };
    let rename = |key: &str| match (kind, key) {
        (FilterResource::Archive, "name") => "ArchiveName".to_owned(),
        (_, "topic") => topic.to_owned(),
        (_, "functionName" | "function") => "FunctionName".to_owned(),
        _ => raised(key),
    };
    let Value::Object(members) = &node.value else { return node.clone() };
    let own = members.iter().map(|own| {
        let fixed = matches!(own.key.as_str(), "filterPolicy" | "eventPattern");
        let value = if fixed { own.value.clone() } else { capital(&own.value) };
        Member { key: rename(&own.key), key_span: own.key_span, value }
    });
    Node { span: node.span, value: Value::Object(own.collect()) }
}

/// Keys with their first letter raised; what a filter is a list of is `Filters`.
fn capital(node: &Node) -> Node {
    let value = match &node.value {
        Value::Array(items) => Value::Array(items.iter().map(capital).collect()),
        Value::Object(members) => {
            let own = members.iter().map(|own| {
                let key = match own.key.as_str() {
                    "filters" | "filter" => "Filters".to_owned(),
                    key => raised(key),
                };
                let keeps = matches!(own.key.as_str(), "inputPathsMap" | "eventPattern");
                let value = if keeps { own.value.clone() } else { capital(&own.value) };
                Member { key, key_span: own.key_span, value }
            });
            Value::Object(own.collect())
        }
        other => other.clone(),
    };
    Node { span: node.span, value }
}
