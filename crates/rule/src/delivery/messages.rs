//! Functions, state machines, topics and queues: the payload is the message.

use super::Source;
use super::request::Request;
use super::value::Names;
use crate::domain;
use crate::message::{DeliveryNote, DeliveryRefusal, DeliveryUnverified, Limited};
use rulepad_document::json::Node;

/// The most bytes of an event or message: before 2026-01-29, and since (AWS Compute blog); of an SNS topic, unless its
/// `MaximumMessageSize` is raised, and at most (botocore 1.44.8, `sns`, checked 2026-11-29).
pub(super) const OLDER: usize = 262_144;
pub(super) const NEWER: usize = 1_048_576;

pub(super) fn lambda(request: &mut Request<'_>) -> &'static str {
    let name = request.arn.resource.trim_start_matches("function:");
    let (name, qualifier) = name.split_once(':').unwrap_or((name, ""));
    request.setting("FunctionName", name);
    if !qualifier.is_empty() {
        request.setting("Qualifier", qualifier);
    }
    request.setting("InvocationType", "Event");
    request.payload_as("Payload");
    match request.input.as_ref().map(Node::as_str) {
        Some(Some(text)) => {
            let text = text.to_owned();
            request.part("event", text, false, Source::Settings);
            request.unverified(DeliveryUnverified::LambdaTextIsString);
        }
        Some(None) => request.note(DeliveryNote::LambdaEvent),
        None => request.unverified(DeliveryUnverified::LambdaNotOneValue),
    }
    request.note(DeliveryNote::LambdaRetries);
    request.limit(Limited::AsynchronousInvocation, OLDER, NEWER);
    "lambda:Invoke"
}

pub(super) fn step_functions(request: &mut Request<'_>) -> &'static str {
    let arn = request.target.arn.clone();
    request.setting("stateMachineArn", arn);
    if let Some((id, span)) = request.envelope("id") {
        request.part("name", format!("{id}…"), false, Source::Event { spans: vec![span] });
        request.unverified(DeliveryUnverified::ExecutionName);
    }
    request.payload_as("input");
    request.note(DeliveryNote::ExecutionRuns);
    if request.input.is_none() {
        request.refuse(DeliveryRefusal::ExecutionNotJson);
    }
    if request.size() > OLDER {
        let size = request.size();
        request.refuse(DeliveryRefusal::ExecutionTooLarge { size, most: OLDER });
    }
    "states:StartExecution"
}

pub(super) fn sns(request: &mut Request<'_>) -> &'static str {
    let arn = request.target.arn.clone();
    request.setting("TopicArn", arn);
    request.payload_as("Message");
    request.note(DeliveryNote::SnsBodyOnly);
    if request.arn.resource.ends_with(".fifo") {
        request.refuse(DeliveryRefusal::SnsFifo);
    }
    let size = request.size();
    if size > NEWER {
        request.refuse(DeliveryRefusal::SnsTooLarge { size, most: NEWER });
    } else if size > OLDER {
        request.note(DeliveryNote::SnsRaisedLimit { size, most: OLDER });
    }
    "sns:Publish"
}

pub(super) fn sqs(request: &mut Request<'_>) -> &'static str {
    /// The longest `MessageGroupId` SQS takes.
    const MAX_GROUP: usize = 128;
    let url = queue_url(request);
    request.setting("QueueUrl", url);
    request.payload_as("MessageBody");
    let group = request.parameter_as("MessageGroupId", "MessageGroupId", Names::Kept);
    let fifo = request.arn.resource.ends_with(".fifo");
    match &group {
        Some(group) if group.found => {
            let length = group.text.chars().count();
            let bad = group.text.chars().find(|c| !c.is_ascii_graphic());
            if length == 0 || length > MAX_GROUP {
                request.refuse(DeliveryRefusal::GroupLength { length, most: MAX_GROUP });
            } else if let Some(bad) = bad {
                request.refuse(DeliveryRefusal::GroupCharacter(bad));
            }
        }
        Some(_) => {}
        None if fifo => request.refuse_target(DeliveryRefusal::GroupMissing),
        None => {}
    }
    if fifo {
        request.note(DeliveryNote::SqsDeduplication);
    } else if group.is_some() {
        request.note(DeliveryNote::SqsFairQueue);
        request.unverified(DeliveryUnverified::SqsFairQueueDeduplication);
    }
    request.limit(Limited::Queue, OLDER, NEWER);
    "sqs:SendMessage"
}

fn queue_url(request: &Request<'_>) -> String {
    let arn = &request.arn;
    let domain = domain(arn.partition);
    format!("https://sqs.{}.{domain}/{}/{}", arn.region, arn.account, arn.resource)
}
