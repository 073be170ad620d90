//! What the resources of a template have besides rules: filters, schedules, and what is only named.

use super::filters::{self, FilterResource};
use super::notes::ImportNotes;
use super::template::{TemplateReading, as_texts, referenced};
use crate::diagnostics;
use crate::message::{Owner, RuleLabel};
use rulepad_cloudformation::{Resolver, Template};
use rulepad_document::Span;
use rulepad_document::json::{Member, Node, Value};

/// Resources that hold other templates or make resources in a way that only AWS knows.
const ELSEWHERE: [&str; 3] =
    ["AWS::CloudFormation::Stack", "AWS::Serverless::Application", "AWS::CloudFormation::StackSet"];

/// Reads what a resource has besides rules.
pub(super) fn read(
    resolver: &Resolver<'_>,
    template: &Template,
    resource: &Member,
    out: &mut TemplateReading,
) {
    let Member { key, key_span, value } = resource;
    let kind = value.get("Type").and_then(Node::as_str).unwrap_or_default();
    let properties = value.get("Properties");
    let nothing = filters::nothing(*key_span);
    let own = properties.unwrap_or(&nothing);
    match kind {
        "AWS::SNS::Topic" => topic(resolver, template, key, own, out),
        "AWS::Scheduler::Schedule" => out.diagnostics.push(diagnostics::scheduler(*key_span, key)),
        "AWS::Serverless::Function" | "AWS::Serverless::StateMachine" | rulepad_cloudformation::UNSEEN => {
            for event in own.get("Events").and_then(Node::members).unwrap_or(&[]) {
                self::event(resolver, template, key, event, out);
            }
        }
        // Only functions of SAM have events.
        "AWS::Lambda::Function" => {
            if let Some(events) = own.members().unwrap_or(&[]).iter().find(|own| own.key == "Events") {
                out.diagnostics.push(diagnostics::unknown_member(
                    events.key_span,
                    "Events",
                    Owner::Named("AWS::Lambda::Function"),
                    None,
                ));
            }
        }
        _ if ELSEWHERE.contains(&kind) => out.diagnostics.push(diagnostics::nested(*key_span, key, kind)),
        _ => {
            if let Some(filtered) = FilterResource::of_type(kind) {
                let own = by_arn(own, resolver);
                let shown = ShownResource { resolver, template, raw: &own };
                shown.filter(filtered, &key.clone().into(), |properties| properties, out);
            }
        }
    }
}

/// A resource, or an event of a function, whose functions are to be shown.
struct ShownResource<'t> {
    resolver: &'t Resolver<'t>,
    template: &'t Template,
    raw: &'t Node,
}

impl ShownResource<'_> {
    /// The filters of a resource, `shape` being what turns its members into those of the resource.
    fn filter(
        &self,
        kind: FilterResource,
        label: &RuleLabel,
        shape: impl FnOnce(Node) -> Node,
        out: &mut TemplateReading,
    ) {
        let resolver = self.resolver;
        let mut properties = resolver.value(self.raw).unwrap_or_else(|| filters::nothing(self.raw.span));
        as_texts(&mut properties);
        let mut notes = ImportNotes::default();
        let mut found = filters::read(kind, label, &shape(properties), &mut notes);
        for rule in &mut found {
            referenced(resolver, rule);
        }
        out.add_ambiguous(self.template, self.raw.span);
        out.diagnostics.append(&mut notes.diagnostics);
        out.rules.append(&mut found);
    }
}

/// `Subscription` of a topic: CloudFormation takes no filter policy there.
fn topic(resolver: &Resolver<'_>, template: &Template, label: &str, own: &Node, out: &mut TemplateReading) {
    let Some(Value::Array(items)) = own.get("Subscription").map(|own| &own.value) else { return };
    for (at, item) in items.iter().enumerate() {
        let label = RuleLabel::Subscription { topic: label.to_owned(), number: at + 1 };
        if let Some(member) = item.members().unwrap_or(&[]).iter().find(|own| own.key == "FilterPolicy") {
            out.diagnostics.push(diagnostics::topic_filter(member.key_span));
        }
        ShownResource { resolver, template, raw: item }.filter(
            FilterResource::Subscription,
            &label,
            |own| own,
            out,
        );
    }
}

/// An event of a function or a state machine of SAM.
fn event(
    resolver: &Resolver<'_>,
    template: &Template,
    resource: &str,
    event: &Member,
    out: &mut TemplateReading,
) {
    let Member { key, key_span, value } = event;
    let kind = value.get("Type").and_then(Node::as_str).unwrap_or_default();
    let nothing = filters::nothing(*key_span);
    let raw = value.get("Properties").unwrap_or(&nothing);
    let label = format!("{resource}.{key}");
    let shown = ShownResource { resolver, template, raw };
    let function = || {
        let name = |text: &str| Node { span: *key_span, value: Value::String(text.to_owned()) };
        let arguments = Node { span: *key_span, value: Value::Array(vec![name(resource), name("Arn")]) };
        let call = Member { key: "Fn::GetAtt".to_owned(), key_span: *key_span, value: arguments };
        let call = Node { span: *key_span, value: Value::Object(vec![call]) };
        resolver.value(&call).unwrap_or(call)
    };
    match kind {
        // Rules are places of the template.
        "EventBridgeRule" | "CloudWatchEvent" | "Schedule" => {}
        "SQS" | "Kinesis" | "DynamoDB" | "MSK" | "SelfManagedKafka" | "MQ" | "DocumentDB" => {
            let shape = |own: Node| {
                let own = with(own, "FunctionName", function());
                let source =
                    ["Queue", "Stream", "Broker", "Cluster"].iter().find_map(|name| own.get(name).cloned());
                match source {
                    Some(source) => with(own, "EventSourceArn", source),
                    None => own,
                }
            };
            shown.filter(FilterResource::Mapping, &label.into(), shape, out);
        }
        "SNS" => {
            let shape = |own: Node| {
                let topic = own.get("Topic").cloned();
                let own = with(own, "Endpoint", function());
                match topic {
                    Some(topic) => with(own, "TopicArn", topic),
                    None => own,
                }
            };
            shown.filter(FilterResource::Subscription, &label.into(), shape, out);
        }
        "ScheduleV2" => out.diagnostics.push(diagnostics::scheduler(*key_span, &label)),
        _ => out.diagnostics.push(diagnostics::event_source(*key_span, &label, kind)),
    }
}

/// A mapping names its function, of which the target has the ARN.
fn by_arn(own: &Node, resolver: &Resolver<'_>) -> Node {
    let Some(name) = own.get("FunctionName").and_then(|own| match own.members() {
        Some([Member { key, value, .. }])
            if key == "Ref" && value.as_str().is_some_and(|name| !resolver.kind_of(name).is_empty()) =>
        {
            Some(value.clone())
        }
        _ => None,
    }) else {
        return own.clone();
    };
    let span = name.span;
    let attribute = Node { span, value: Value::String("Arn".to_owned()) };
    let arguments = Node { span, value: Value::Array(vec![name, attribute]) };
    let call = Member { key: "Fn::GetAtt".to_owned(), key_span: span, value: arguments };
    with(own.clone(), "FunctionName", Node { span, value: Value::Object(vec![call]) })
}

/// The object with one more member.
fn with(mut own: Node, key: &str, value: Node) -> Node {
    let member = Member { key: key.to_owned(), key_span: Span::at(own.span.start as usize), value };
    if let Value::Object(members) = &mut own.value {
        members.retain(|other| other.key != key);
        members.push(member);
    }
    own
}
