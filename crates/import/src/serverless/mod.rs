//! Services of the Serverless Framework: the events of functions, and the rules among their resources.

mod event;
mod variables;

use super::api_names::raised;
use super::filters::{self, FilterResource};
use super::fragment::{member, object};
use super::notes::ImportNotes;
use super::template::{TemplateReading, as_texts, read_template, referenced};
use super::{Files, Form, FoundRule, Imported, rule};
use crate::code::Code;
use crate::references::in_use;
use crate::{Note, diagnostics};
use event::Event;
use rulepad_cloudformation::{Resolver, StandInNote, Template};
use rulepad_document::Span;
use rulepad_document::json::{Member, Node, Value, text_of};
use rulepad_rule::{Arn, Reference, ReferenceLanguage, ReferenceValue};
use variables::Variables;

/// The events that functions have.
const EVENTS: [&str; 24] = [
    "eventBridge",
    "cloudwatchEvent",
    "schedule",
    "stream",
    "sqs",
    "sns",
    "msk",
    "kafka",
    "activemq",
    "rabbitmq",
    "documentDb",
    "http",
    "httpApi",
    "websocket",
    "s3",
    "cloudwatchLog",
    "cognitoUserPool",
    "alexaSkill",
    "alexaSmartHome",
    "iot",
    "iotFleetProvisioning",
    "alb",
    "cloudFront",
    "ses",
];

/// Reads a service, or functions or events of one; `None` where the value is none.
pub(super) fn read(root: &Node, files: &Files<'_>) -> Option<Imported> {
    let root = service(root)?;
    let variables = Variables::new(&root, files);
    let functions = functions(&variables);
    let resources = resources(&variables, &functions);
    let template = Template::of(object(root.span, vec![member("Resources", resources.clone())]));
    let mut out = TemplateReading::default();
    let resolver = Resolver::new(&template);
    for function in &functions {
        events(function, &resolver, &variables, &mut out);
    }
    out.diagnostics.extend(resolver.take_exhausted().map(diagnostics::template_budget));
    if has_resources(&variables) {
        let mut read = read_template(&template, "", false);
        // What the framework makes of functions has been read.
        read.diagnostics.retain(|found| !found.is(Code::TemplateWithoutRules));
        out.rules.append(&mut read.rules);
        out.diagnostics.append(&mut read.diagnostics);
    }
    let shown = variables.found.take();
    for found in &mut out.rules {
        add_variables(found, &shown);
    }
    out.diagnostics.extend(variables.missing.take());
    if out.rules.is_empty() && !out.diagnostics.iter().any(|found| found.is(Code::FileMissing)) {
        out.diagnostics.push(diagnostics::service_without_rules(root.span));
    }
    Some(Imported { form: Some(Form::Serverless), rules: out.rules, diagnostics: out.diagnostics })
}

/// The service that a value is, or is a part of.
fn service(root: &Node) -> Option<Node> {
    let is_events = |node: &Node| match &node.value {
        Value::Array(items) => {
            let of = |item: &Node| match item.members() {
                Some([own]) => EVENTS.contains(&own.key.as_str()),
                _ => item.as_str().is_some_and(|name| EVENTS.contains(&name)),
            };
            !items.is_empty() && items.iter().all(of) && items.iter().any(|item| item.members().is_some())
        }
        _ => false,
    };
    let is_function = |node: &Node| {
        node.get("events").is_some_and(is_events)
            || (node.get("handler").is_some_and(|own| own.as_str().is_some()) && node.get("events").is_some())
    };
    let around = |functions: Vec<Member>| {
        let functions = object(root.span, functions);
        object(root.span, vec![member("functions", functions)])
    };
    if is_events(root) {
        let function = object(root.span, vec![member("events", root.clone())]);
        return Some(around(vec![member("Function", function)]));
    }
    let has = |name: &str| root.get(name).is_some();
    let is_aws = root.get("provider").is_some_and(|own| own.get("name").is_some() || own.as_str().is_some());
    let is_service = has("service") && (has("provider") || has("functions") || has("custom"));
    let functions = root.get("functions").is_some_and(|own| match &own.value {
        Value::Object(members) => {
            members.iter().any(|own| own.value.get("handler").is_some() || is_function(&own.value))
        }
        Value::Array(_) => is_aws,
        _ => false,
    });
    // A plugin for state machines.
    let machines = root.get("stepFunctions").is_some_and(|own| own.get("stateMachines").is_some());
    if is_service || functions || machines || (is_aws && has("resources")) {
        return Some(root.clone());
    }
    if is_function(root) {
        return Some(around(vec![member("Function", root.clone())]));
    }
    let members = root.members()?;
    members.iter().any(|own| is_function(&own.value)).then(|| around(members.to_vec()))
}

/// A function, or a state machine, and what the template calls it.
struct Function {
    key: String,
    name: String,
    /// The resource that the framework makes of it.
    logical: String,
    is_machine: bool,
    /// Whether the text names it.
    is_named: bool,
    events: Vec<Node>,
}

fn functions(variables: &Variables<'_>) -> Vec<Function> {
    let mut all = Vec::new();
    let service = variables.at(&["service"]);
    let service = service.map(|own| own.get("name").map_or_else(|| text_of(&own), text_of));
    let stage = variables.at(&["provider", "stage"]).map_or("dev".to_owned(), |own| text_of(&own));
    let mut add = |own: &Member, is_machine: bool| {
        let events = match own.value.get("events").map(|own| &own.value) {
            Some(Value::Array(items)) => items.clone(),
            _ => Vec::new(),
        };
        let given = own.value.get("name").map(text_of);
        let name = match (&given, &service) {
            (Some(name), _) => name.clone(),
            (None, Some(service)) if !is_machine => format!("{service}-{stage}-{}", own.key),
            _ => own.key.clone(),
        };
        all.push(Function {
            key: own.key.clone(),
            name,
            logical: logical(&own.key, is_machine),
            is_machine,
            is_named: given.is_some() || service.is_some(),
            events,
        });
    };
    let functions = variables.at(&["functions"]);
    match functions.as_ref().map(|own| &own.value) {
        Some(Value::Object(members)) => members.iter().for_each(|own| add(own, false)),
        Some(Value::Array(items)) => {
            items.iter().filter_map(Node::members).flatten().for_each(|own| add(own, false));
        }
        _ => {}
    }
    // A plugin for state machines.
    if let Some(machines) = variables.at(&["stepFunctions", "stateMachines"]) {
        machines.members().unwrap_or(&[]).iter().for_each(|own| add(own, true));
    }
    all
}

/// `sendMail` as `SendMailLambdaFunction`.
fn logical(key: &str, is_machine: bool) -> String {
    let name = key.replace('-', "Dash").replace('_', "Underscore");
    raised(&name) + if is_machine { "StateMachine" } else { "LambdaFunction" }
}

fn has_resources(variables: &Variables<'_>) -> bool {
    variables.at(&["resources"]).is_some()
}

/// The resources of the service, with those that the framework makes of functions.
fn resources(variables: &Variables<'_>, functions: &[Function]) -> Node {
    let own = variables.at(&["resources"]);
    let span = own.as_ref().map(|own| own.span).unwrap_or_default();
    let mut members: Vec<Member> = Vec::new();
    let mut add = |node: &Node| {
        members.extend(node.get("Resources").and_then(Node::members).unwrap_or(&[]).iter().cloned());
    };
    match own.as_ref().map(|own| (own, &own.value)) {
        Some((_, Value::Array(items))) => items.iter().for_each(&mut add),
        Some((own, _)) => add(own),
        None => {}
    }
    for function in functions.iter().filter(|own| own.is_named) {
        let text = |text: &str| Node { span, value: Value::String(text.to_owned()) };
        let (kind, name) = if function.is_machine {
            ("AWS::StepFunctions::StateMachine", "StateMachineName")
        } else {
            ("AWS::Lambda::Function", "FunctionName")
        };
        let properties = object(span, vec![member(name, text(&function.name))]);
        let resource = object(span, vec![member("Type", text(kind)), member("Properties", properties)]);
        members.push(member(&function.logical, resource));
    }
    object(span, members)
}

fn events(
    function: &Function,
    resolver: &Resolver<'_>,
    variables: &Variables<'_>,
    out: &mut TemplateReading,
) {
    let mut rules = 0;
    for (at, item) in function.events.iter().enumerate() {
        let (kind, own) = match item.members() {
            Some([Member { key, value, .. }]) => (key.as_str(), value),
            _ => (item.as_str().unwrap_or_default(), item),
        };
        let label = format!("{} {kind} {}", function.key, at + 1);
        let mut notes = ImportNotes::default();
        if matches!(kind, "eventBridge" | "cloudwatchEvent" | "schedule") {
            rules += 1;
        }
        let rule_name = format!("{}-rule-{rules}", function.name);
        let span = own.span;
        let function_arn = arn(function, span);
        for event in event::read(kind, own, &rule_name, &function_arn, &mut notes) {
            match event {
                Event::Rule(node) => {
                    let named = own.get("name").is_some();
                    let mut found = rule_of(&node, resolver, &mut notes, named);
                    found.made.roles = function.is_machine;
                    out.rules.push(in_place(found, variables, function));
                }
                Event::Mapping(node) => {
                    filter(FilterResource::Mapping, &label, &node, resolver, &mut notes, out)
                }
                Event::Subscription(node) => {
                    filter(FilterResource::Subscription, &label, &node, resolver, &mut notes, out)
                }
                Event::Scheduler => notes.diagnostics.push(diagnostics::scheduler(span, &label)),
                Event::Other => notes.diagnostics.push(diagnostics::event_source(item.span, &label, kind)),
            }
        }
        out.diagnostics.append(&mut notes.diagnostics);
    }
}

/// The function of an event: its ARN is what the stack knows.
fn arn(function: &Function, span: Span) -> Node {
    let text = |text: &str| Node { span, value: Value::String(text.to_owned()) };
    let (name, arguments) = if function.is_machine {
        ("Ref", text(&function.logical))
    } else {
        ("Fn::GetAtt", Node { span, value: Value::Array(vec![text(&function.logical), text("Arn")]) })
    };
    object(span, vec![member(name, arguments)])
}

fn rule_of(node: &Node, resolver: &Resolver<'_>, notes: &mut ImportNotes, named: bool) -> FoundRule {
    let mut properties = resolver.value(node).unwrap_or_else(|| node.clone());
    as_texts(&mut properties);
    let mut found = rule::rule(&properties, notes);
    found.pattern.get_or_insert_default();
    found.targets.get_or_insert_default();
    if !named {
        let name = found.rule.as_ref().map(|rule| rule.name.clone()).unwrap_or_default();
        notes.note(Note::NamedByFramework(name));
    }
    found.notes = notes.take_notes();
    referenced(resolver, &mut found);
    found
}

fn filter(
    kind: FilterResource,
    label: &str,
    node: &Node,
    resolver: &Resolver<'_>,
    notes: &mut ImportNotes,
    out: &mut TemplateReading,
) {
    let mut properties = resolver.value(node).unwrap_or_else(|| node.clone());
    as_texts(&mut properties);
    for mut found in filters::read(kind, &label.to_owned().into(), &properties, notes) {
        referenced(resolver, &mut found);
        out.rules.push(found);
    }
}

/// The function's ARN in the Region and account that the service names.
fn in_place(mut found: FoundRule, variables: &Variables<'_>, function: &Function) -> FoundRule {
    let bus = found.rule.as_ref().map(|rule| rule.event_bus.clone()).unwrap_or_default();
    let bus = Arn::parse(&bus);
    let region = variables.at(&["provider", "region"]).map(|own| text_of(&own));
    let region = region.filter(|region| !region.contains("${"));
    let place = match (&bus, &region) {
        (Some(bus), _) if bus.has_place() => Some((bus.partition, bus.region, Some(bus.account))),
        // The account is that of whoever deploys the service.
        (_, Some(region)) => Some(("aws", region.as_str(), None)),
        _ => None,
    };
    let own = format!("function:{}", function.name);
    if let (Some((partition, region, account)), Some([target])) = (place, found.targets.as_deref_mut())
        && let Some(arn) = Arn::parse(&target.arn).filter(|arn| arn.resource == own)
    {
        let account = account.unwrap_or(arn.account);
        let partition = if account.starts_with("${") { arn.partition } else { partition };
        let placed = format!("arn:{partition}:lambda:{region}:{account}:{own}");
        let shown = std::mem::replace(&mut target.arn, placed);
        for note in &mut found.notes {
            if let Note::StandIn(StandInNote::Shown { shown: own, .. }) = note {
                *own = own.replace(&shown, &target.arn);
            }
        }
        found.references = in_use(std::mem::take(&mut found.references), &found);
    }
    found
}

/// Variables that are always texts.
const IS_TEXT: [&str; 4] = ["${env:", "${opt:", "${aws:", "${sls:"];

/// The variables that the text does not decide, and what is shown for each.
fn add_variables(found: &mut FoundRule, shown: &[variables::ShownVariable]) {
    let reference = |own: &variables::ShownVariable| Reference {
        value: if IS_TEXT.iter().any(|start| own.variable.starts_with(start)) {
            ReferenceValue::One
        } else {
            ReferenceValue::Any
        },
        shown: own.default.clone().unwrap_or_else(|| own.variable.clone()),
        language: ReferenceLanguage::Serverless,
        source: own.variable.clone(),
    };
    let (defaults, unknown): (Vec<_>, Vec<_>) = shown.iter().partition(|own| own.default.is_some());
    let used = in_use(unknown.into_iter().map(reference).collect(), found);
    found.references.extend(used);
    for own in defaults.into_iter().filter(|own| own.default.as_deref() != Some("")) {
        let shown = own.default.as_deref().unwrap_or_default();
        if is_shown(found, shown) {
            let variable = own.variable.clone();
            found.notes.push(Note::DefaultOf { shown: shown.to_owned(), variable });
        }
    }
}

/// Whether the rule or a target shows a text.
fn is_shown(found: &FoundRule, text: &str) -> bool {
    let mut texts: Vec<&str> = found.pattern.as_deref().into_iter().collect();
    texts.extend(found.rule.iter().flat_map(|rule| [&*rule.name, &*rule.event_bus, &*rule.description]));
    texts.extend(found.targets.iter().flatten().flat_map(|own| [&*own.id, &*own.arn, &*own.dead_letter_arn]));
    texts.iter().any(|own| own.contains(text))
}
