//! A filter policy of an SNS subscription, as a CloudFormation template (SNS developer guide,
//! `sns-subscription-filter-policies`).

use super::text::{holds_null, is_fragile};
use crate::filter::{self, Parameters, against, ids, is_same};
use crate::grants::queue_policy;
use crate::later::Marked;
use crate::message::{FileKind, FilterOwner, Loss, Note, PatternAsText, Shared, TargetLoss};
use crate::stack::{looks_like_function, resource};
use crate::{Rendered, file_name};
use rulepad_cloudformation::{REFERENCE, unresolved};
use rulepad_document::json::build::{list, object, string};
use rulepad_document::json::{Node, compact};
use rulepad_pattern::Dialect;
use rulepad_rule::{Target, TargetKind};

/// The subscription with its filter policy, and what lets the topic reach a queue or function of the rule.
pub(crate) fn export(marked: &Marked<'_>) -> Rendered {
    let subject = &marked.subject;
    let first = |kinds: &[TargetKind]| {
        subject.targets.iter().find(|target| target.kind().is_some_and(|kind| kinds.contains(&kind)))
    };
    let topic = first(&[TargetKind::Sns]);
    let endpoint = first(&[TargetKind::Sqs, TargetKind::Lambda]);
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
        notes.push(Note::PatternAsText(PatternAsText::FilterPolicy));
        string(unresolved(&text))
    } else {
        pattern.clone()
    };
    let protocol = match endpoint.and_then(Target::kind) {
        Some(TargetKind::Lambda) => Some("lambda"),
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
    let mut losses = against(marked.typed.unwrap_or(&none), dialect);
    let mut resources = vec![("Subscription", resource("AWS::SNS::Subscription", subscription))];
    match endpoint {
        Some(target) => resources.push(delivering(target, marked.url_suffix, &topic_arn, &mut losses)),
        None => notes.push(Note::TopicMayDeliver),
    }
    let rest = subject.targets.iter().filter(|target| !is_same(topic, target) && !is_same(endpoint, target));
    let ids = ids(rest);
    if !ids.is_empty() {
        losses.push(Loss::TargetsLeftOut { owner: FilterOwner::Subscription, ids });
    }
    if let Some(target) = endpoint {
        losses.push(Loss::of(&target.id, TargetLoss::SnsEnvelope));
    }
    if !on_attributes && dialect != subject.dialect {
        notes.push(Note::BodyIsEvent);
    }
    notes.push(Note::PolicyIsString);
    let comment = "A subscription whose filter policy is the event pattern.";
    let text = filter::template(comment, parameters, resources, marked.later, &mut losses, &mut notes);
    Rendered {
        file_name: file_name(subject.rule, "sns-filter.yaml"),
        media_type: "application/yaml",
        text,
        losses,
        notes,
    }
}

/// What lets the topic reach the endpoint.
fn delivering(
    target: &Target,
    suffix: Option<&str>,
    topic: &Node,
    losses: &mut Vec<Loss>,
) -> (&'static str, Node) {
    if target.kind() == Some(TargetKind::Lambda) {
        let permission = object([
            ("Action", Some(string("lambda:InvokeFunction"))),
            ("FunctionName", Some(string(&target.arn))),
            ("Principal", Some(string("sns.amazonaws.com"))),
            ("SourceArn", Some(topic.clone())),
        ]);
        return ("Permission", resource("AWS::Lambda::Permission", permission));
    }
    losses.push(Shared::Queue.replaced(&target.id, FileKind::Template));
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
