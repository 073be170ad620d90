//! Parts of a template as people paste them: resources without `Resources`, one resource, events of a function.

use super::notes::is_given;
use rulepad_cloudformation::UNSEEN;
use rulepad_document::Span;
use rulepad_document::json::{Member, Node, Value};

/// The template that a part is of; `None` where it is none.
pub(super) fn whole(root: &Node) -> Option<Node> {
    let members = root.members()?;
    let kind = |node: &Node| node.get("Type").and_then(Node::as_str).map(str::to_owned);
    let is_resource = |own: &Member| kind(&own.value).is_some_and(|kind| is_type(&kind));
    let is_event = |node: &Node| kind(node).is_some_and(|kind| is_event_type(&kind));
    if members.iter().any(is_resource) {
        let (resources, others): (Vec<Member>, Vec<Member>) = members.iter().cloned().partition(is_resource);
        return Some(template(resources, others));
    }
    if let Some(kind) = kind(root).filter(|kind| is_type(kind)) {
        let name = kind.rsplit("::").next().unwrap_or("Resource");
        return Some(template(vec![member(name, root.clone())], Vec::new()));
    }
    // Properties of a function, with or without the function around them.
    let events = root.get("Events").or_else(|| root.get("Properties").and_then(|own| own.get("Events")));
    if let Some(events) =
        events.filter(|events| events.members().is_some_and(|own| own.iter().any(|own| is_event(&own.value))))
    {
        return Some(function(events.clone(), root.span));
    }
    if is_event(root) {
        return Some(function(object(root.span, vec![member("Event", root.clone())]), root.span));
    }
    if members.iter().any(|own| is_event(&own.value)) {
        let events = members.iter().filter(|own| is_event(&own.value)).cloned().collect();
        return Some(function(object(root.span, events), root.span));
    }
    let properties = root.get("Properties").filter(|own| own.members().is_some());
    let own = properties.unwrap_or(root);
    let has = |name: &str| own.get(name).is_some_and(is_given);
    let resource = |kind: &str, name: &str| {
        let kind = Node { span: root.span, value: Value::String(kind.to_owned()) };
        let resource = object(root.span, vec![member("Type", kind), member("Properties", own.clone())]);
        Some(template(vec![member(name, resource)], Vec::new()))
    };
    if properties.is_some() && (has("EventPattern") || has("ScheduleExpression")) {
        return resource("AWS::Events::Rule", "Rule");
    }
    if has("FilterCriteria") {
        return resource("AWS::Lambda::EventSourceMapping", "Mapping");
    }
    if has("FilterPolicy") && !has("Attributes") {
        return resource("AWS::SNS::Subscription", "Subscription");
    }
    if own.get("SourceParameters").is_some_and(|own| own.get("FilterCriteria").is_some()) {
        return resource("AWS::Pipes::Pipe", "Pipe");
    }
    if matches!(own.get("Filters").map(|own| &own.value), Some(Value::Array(_))) {
        let criteria = object(root.span, vec![member("FilterCriteria", own.clone())]);
        return whole(&criteria);
    }
    // What SAM calls a pattern.
    if own.get("Pattern").is_some_and(|own| own.members().is_some()) {
        let kind = Node { span: root.span, value: Value::String("EventBridgeRule".to_owned()) };
        let event = object(root.span, vec![member("Type", kind), member("Properties", own.clone())]);
        return whole(&event);
    }
    None
}

/// A part whose first line has lost the indentation that the others have, with it again, and how many bytes that
/// are; a comma at the end of a JSON part is left out.
pub(super) fn indented(text: &str) -> Option<(String, usize)> {
    let first =
        text.lines().next().filter(|line| !line.starts_with([' ', '\t']) && !line.trim().is_empty())?;
    let rest = text.get(first.len()..)?;
    let depth = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let least = rest.lines().filter(|line| !line.trim().is_empty()).map(depth).min().unwrap_or(0);
    let trimmed = text.trim_end();
    if let Some(open) = trimmed.strip_suffix(',') {
        return Some((open.to_owned(), 0));
    }
    (least > 0).then(|| (format!("{}{text}", " ".repeat(least)), least))
}

fn is_type(kind: &str) -> bool {
    kind.starts_with("AWS::") || kind.starts_with("Custom::")
}

fn is_event_type(kind: &str) -> bool {
    const TYPES: [&str; 12] = [
        "EventBridgeRule",
        "CloudWatchEvent",
        "Schedule",
        "ScheduleV2",
        "SQS",
        "SNS",
        "Kinesis",
        "DynamoDB",
        "MSK",
        "MQ",
        "SelfManagedKafka",
        "DocumentDB",
    ];
    TYPES.contains(&kind)
}

fn function(events: Node, span: Span) -> Node {
    let kind = Node { span, value: Value::String(UNSEEN.to_owned()) };
    let properties = object(span, vec![member("Events", events)]);
    let function = object(span, vec![member("Type", kind), member("Properties", properties)]);
    let transform = Node { span, value: Value::String("AWS::Serverless-2016-10-31".to_owned()) };
    template(vec![member("Function", function)], vec![member("Transform", transform)])
}

fn template(resources: Vec<Member>, others: Vec<Member>) -> Node {
    let span = resources.first().map(|own| own.value.span).unwrap_or_default();
    let mut members = others;
    members.retain(|own| own.key != "Resources");
    members.push(member("Resources", object(span, resources)));
    object(span, members)
}

pub(super) fn object(span: Span, members: Vec<Member>) -> Node {
    Node { span, value: Value::Object(members) }
}

pub(super) fn member(key: &str, value: Node) -> Member {
    Member { key: key.to_owned(), key_span: value.span, value }
}
