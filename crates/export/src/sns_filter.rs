//! A filter policy of an SNS subscription, as a CloudFormation template (SNS developer guide,
//! `sns-subscription-filter-policies`).

use super::filter::{self, Parameters, against, is_same};
use super::grants::queue_policy;
use super::remarks::Shared;
use super::stack::{looks_like_function, resource};
use super::text::{holds_null, is_fragile};
use super::{Exported, Subject, file_name};
use rulepad_cloudformation::{REFERENCE, unresolved};
use rulepad_document::json::build::{list, object, string};
use rulepad_document::json::{Node, compact};
use rulepad_pattern::Dialect;
use rulepad_rule::{Kind, Target};

/// The subscription with its filter policy, and what lets the topic reach a queue or function of the rule.
pub(super) fn export(subject: &Subject<'_>, suffix: Option<&str>) -> Exported {
    let first = |kinds: &[Kind]| {
        subject.targets.iter().find(|target| target.kind().is_some_and(|kind| kinds.contains(&kind)))
    };
    let topic = first(&[Kind::Sns]);
    let endpoint = first(&[Kind::Sqs, Kind::Lambda]);
    let on_attributes = subject.dialect == Dialect::SnsAttributes;
    let (scope, dialect) = if on_attributes {
        ("MessageAttributes", Dialect::SnsAttributes)
    } else {
        ("MessageBody", Dialect::SnsBody)
    };
    let none = object([]);
    let pattern = subject.pattern.unwrap_or(&none);
    let text = compact(pattern);
    let mut notes = Vec::new();
    let as_text = is_fragile(pattern)
        || holds_null(pattern)
        || looks_like_function(pattern)
        || text.contains(REFERENCE);
    let policy = if as_text {
        notes.push(
            "The filter policy is written as a JSON string, because CloudFormation would refuse or change a \
             `null`, a number or a field name in an object."
                .to_owned(),
        );
        string(unresolved(&text))
    } else {
        pattern.clone()
    };
    let protocol = match endpoint.and_then(Target::kind) {
        Some(Kind::Lambda) => Some("lambda"),
        Some(_) => Some("sqs"),
        None => None,
    };
    let mut parameters = Parameters::default();
    let known = |target: Option<&'_ Target>| target.map(|target| target.arn.clone());
    let topic_arn = parameters.ask("TopicArn", "The ARN of the topic", known(topic).as_deref());
    let protocol =
        parameters.ask("Protocol", "What the endpoint is, such as sqs, lambda, https or email", protocol);
    let what = "What gets the messages: an ARN, an address or a URL";
    let endpoint_arn = parameters.ask("Endpoint", what, known(endpoint).as_deref());
    let subscription = object([
        ("TopicArn", Some(topic_arn.clone())),
        ("Protocol", Some(protocol)),
        ("Endpoint", Some(endpoint_arn)),
        ("FilterPolicyScope", Some(string(scope))),
        ("FilterPolicy", Some(policy)),
    ]);
    let mut losses = against(&text, dialect);
    let mut resources = vec![("Subscription", resource("AWS::SNS::Subscription", subscription))];
    match endpoint {
        Some(target) => resources.push(delivering(target, suffix, &topic_arn, &mut losses)),
        None => notes.push("A queue or function needs a policy that lets the topic reach it.".to_owned()),
    }
    let rest = subject.targets.iter().filter(|target| !is_same(topic, target) && !is_same(endpoint, target));
    if rest.clone().next().is_some() {
        losses.push(format!(
            "A subscription has one endpoint and no targets: {} left out.",
            filter::left(rest)
        ));
    }
    if let Some(target) = endpoint {
        losses.push(format!(
            "`{}` receives the message in SNS's envelope: a subscription has no input options.",
            target.id
        ));
    }
    if !on_attributes && dialect != subject.dialect {
        notes.push("The filter tests the body of the messages, which must be the event as JSON.".to_owned());
    }
    notes.push(
        "Calls of SNS take the filter policy as a string: `FilterPolicy` in the attributes of `Subscribe`, or in \
         `SetSubscriptionAttributes`."
            .to_owned(),
    );
    let comment = "A subscription whose filter policy is the event pattern.";
    let text = filter::template(comment, parameters, resources, &mut losses, &mut notes);
    Exported {
        file_name: file_name(subject.rule, "sns-filter.yaml"),
        media_type: "application/yaml".to_owned(),
        text,
        refused: Vec::new(),
        losses,
        notes,
    }
}

/// What lets the topic reach the endpoint.
fn delivering(
    target: &Target,
    suffix: Option<&str>,
    topic: &Node,
    losses: &mut Vec<String>,
) -> (&'static str, Node) {
    if target.kind() == Some(Kind::Lambda) {
        let permission = object([
            ("Action", Some(string("lambda:InvokeFunction"))),
            ("FunctionName", Some(string(&target.arn))),
            ("Principal", Some(string("sns.amazonaws.com"))),
            ("SourceArn", Some(topic.clone())),
        ]);
        return ("Permission", resource("AWS::Lambda::Permission", permission));
    }
    losses.push(Shared::Queue.replaced(&target.id, "template"));
    let source = object([("aws:SourceArn", Some(topic.clone()))]);
    let statement = object([
        ("Effect", Some(string("Allow"))),
        ("Principal", Some(object([("Service", Some(string("sns.amazonaws.com")))]))),
        ("Action", Some(string("sqs:SendMessage"))),
        ("Resource", Some(string(&target.arn))),
        ("Condition", Some(object([("ArnEquals", Some(source))]))),
    ]);
    let document = object([("Version", Some(string("2012-10-17"))), ("Statement", Some(list([statement])))]);
    ("QueuePolicy", queue_policy(&target.arn, suffix, document, Shared::Queue))
}
