//! Events of a function in the shape of a rule or of a filter.

use crate::fragment::{member, object};
use crate::message::Owner;
use crate::notes::ImportNotes;
use rulepad_document::Span;
use rulepad_document::json::{Member, Node, Value, compact};

/// What an event of a function is.
pub(super) enum Event {
    /// A rule, with the members of `AWS::Events::Rule`.
    Rule(Node),
    /// An event source mapping, with its members.
    Mapping(Node),
    /// A subscription, with its members.
    Subscription(Node),
    /// A schedule of EventBridge Scheduler.
    Scheduler,
    /// Anything else, which has no event pattern.
    Other,
}

/// What the members of `eventBridge` are (Serverless Framework guide, "EventBridge Event").
const OF_RULE: [&str; 17] = [
    "name",
    "description",
    "eventBus",
    "eventBusName",
    "pattern",
    "event",
    "schedule",
    "rate",
    "enabled",
    "state",
    "input",
    "inputPath",
    "inputTransformer",
    "deadLetterQueueArn",
    "retryPolicy",
    "method",
    "roleArn",
];

/// Reads an event; `name` is what the framework calls the rule, `function` the ARN of its function.
pub(super) fn read(
    kind: &str,
    own: &Node,
    rule_name: &str,
    function: &Node,
    notes: &mut ImportNotes,
) -> Vec<Event> {
    match kind {
        "eventBridge" | "cloudwatchEvent" => vec![Event::Rule(rule(own, rule_name, function, notes))],
        "schedule" => schedule(own, rule_name, function, notes),
        "stream" | "sqs" | "msk" | "kafka" | "activemq" | "rabbitmq" | "documentDb" => {
            vec![Event::Mapping(mapping(own, function))]
        }
        "sns" => vec![Event::Subscription(subscription(own, function))],
        _ => vec![Event::Other],
    }
}

fn text(span: Span, text: &str) -> Node {
    Node { span, value: Value::String(text.to_owned()) }
}

/// The object of the members that are given.
fn of(span: Span, members: Vec<(&str, Option<Node>)>) -> Node {
    let given = |(key, value): (&str, Option<Node>)| {
        value.filter(|own| own.value != Value::Null).map(|value| member(key, value))
    };
    object(span, members.into_iter().filter_map(given).collect())
}

fn rule(own: &Node, rule_name: &str, function: &Node, notes: &mut ImportNotes) -> Node {
    let get = |key: &str| own.get(key).filter(|own| own.value != Value::Null).cloned();
    for member in own.members().unwrap_or(&[]) {
        if !OF_RULE.contains(&member.key.as_str()) {
            notes.unknown(member, own, Owner::FunctionEvent, &OF_RULE);
        }
    }
    let off = matches!(get("enabled").map(|on| on.value), Some(Value::Bool(false)))
        || get("enabled").is_some_and(|on| on.as_str() == Some("false"));
    // A variable that the text does not decide.
    let unknown = get("enabled").filter(|on| on.as_str().is_some_and(|on| on.contains("${")));
    let state = get("state").or_else(|| off.then(|| text(own.span, "DISABLED"))).or(unknown);
    let transformer = get("inputTransformer").map(|own| {
        of(
            own.span,
            vec![
                ("InputPathsMap", own.get("inputPathsMap").or(own.get("InputPathsMap")).cloned()),
                ("InputTemplate", own.get("inputTemplate").or(own.get("InputTemplate")).cloned()),
            ],
        )
    });
    let retry = get("retryPolicy").map(|own| {
        of(
            own.span,
            vec![
                ("MaximumEventAgeInSeconds", own.get("maximumEventAge").cloned()),
                ("MaximumRetryAttempts", own.get("maximumRetryAttempts").cloned()),
            ],
        )
    });
    let queue = get("deadLetterQueueArn").map(|arn| of(arn.span, vec![("Arn", Some(arn))]));
    let target = of(
        own.span,
        vec![
            ("Id", Some(text(own.span, rule_name))),
            ("Arn", Some(function.clone())),
            ("Input", get("input").map(constant)),
            ("InputPath", get("inputPath")),
            ("InputTransformer", transformer),
            ("DeadLetterConfig", queue),
            ("RetryPolicy", retry),
        ],
    );
    of(
        own.span,
        vec![
            ("Name", get("name").or_else(|| Some(text(own.span, rule_name)))),
            ("Description", get("description")),
            ("EventBusName", get("eventBus").or_else(|| get("eventBusName"))),
            ("State", state),
            ("RoleArn", get("roleArn")),
            ("EventPattern", get("pattern").or_else(|| get("event"))),
            ("ScheduleExpression", get("schedule").or_else(|| get("rate"))),
            ("Targets", Some(Node { span: own.span, value: Value::Array(vec![target]) })),
        ],
    )
}

/// The framework writes an object with `JSON.stringify`.
fn constant(node: Node) -> Node {
    match &node.value {
        Value::String(_) => node,
        Value::Object(members) if matches!(&members[..], [Member { key, .. }] if key.starts_with("Fn::") || key == "Ref") => {
            node
        }
        _ => text(node.span, &compact(&node)),
    }
}

fn schedule(own: &Node, rule_name: &str, function: &Node, notes: &mut ImportNotes) -> Vec<Event> {
    if own.get("method").and_then(Node::as_str) == Some("scheduler") || own.get("timezone").is_some() {
        return vec![Event::Scheduler];
    }
    let rates: Vec<Node> = match own.get("rate").map(|rate| (rate, &rate.value)) {
        Some((_, Value::Array(items))) => items.clone(),
        Some((rate, _)) => vec![rate.clone()],
        None => vec![own.clone()],
    };
    let count = rates.len();
    let each = rates.into_iter().enumerate().map(|(at, rate)| {
        let span = rate.span;
        let mut members = own.members().unwrap_or(&[]).to_vec();
        members.retain(|own| own.key != "rate");
        members.push(member("rate", rate));
        let name = if count > 1 { format!("{rule_name}-{}", at + 1) } else { rule_name.to_owned() };
        Event::Rule(rule(&object(span, members), &name, function, notes))
    });
    each.collect()
}

/// `stream`, `sqs` and the brokers: an ARN, or an object with it.
fn mapping(own: &Node, function: &Node) -> Node {
    let get = |key: &str| own.get(key).filter(|own| own.value != Value::Null).cloned();
    let source = get("arn").or_else(|| own.members().is_none().then(|| own.clone()));
    let criteria = get("filterPatterns").map(|patterns| {
        let filters = match &patterns.value {
            Value::Array(items) => items
                .iter()
                .map(|item| object(item.span, vec![member("Pattern", constant(item.clone()))]))
                .collect(),
            _ => Vec::new(),
        };
        let list = Node { span: patterns.span, value: Value::Array(filters) };
        object(patterns.span, vec![member("Filters", list)])
    });
    let queue = own.get("destinations").and_then(|own| own.get("onFailure")).cloned();
    let queue = queue.map(|arn| {
        let arn = arn.get("arn").cloned().unwrap_or(arn);
        let failure = object(arn.span, vec![member("Destination", arn)]);
        object(failure.span, vec![member("OnFailure", failure)])
    });
    of(
        own.span,
        vec![
            ("EventSourceArn", source),
            ("FunctionName", Some(function.clone())),
            ("Enabled", get("enabled")),
            ("FilterCriteria", criteria),
            ("DestinationConfig", queue),
            ("MaximumRetryAttempts", get("maximumRetryAttempts")),
        ],
    )
}

/// `sns`: a name, an ARN, or an object with either.
fn subscription(own: &Node, function: &Node) -> Node {
    let get = |key: &str| own.get(key).filter(|own| own.value != Value::Null).cloned();
    let topic =
        get("arn").or_else(|| get("topicName")).or_else(|| own.members().is_none().then(|| own.clone()));
    let redrive = get("redrivePolicy")
        .map(|own| of(own.span, vec![("deadLetterTargetArn", own.get("deadLetterTargetArn").cloned())]));
    of(
        own.span,
        vec![
            ("TopicArn", topic),
            ("Protocol", Some(text(own.span, "lambda"))),
            ("Endpoint", Some(function.clone())),
            ("FilterPolicy", get("filterPolicy")),
            ("FilterPolicyScope", get("filterPolicyScope")),
            ("RedrivePolicy", redrive),
        ],
    )
}
