//! Functions, state machines, topics and queues: the payload is the message.

use super::Source;
use super::request::Request;
use super::value::Names;
use crate::domain;
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
            request.unverified(
                "a text template of one line is a JSON string, so the handler's `event` is a string with its \
                 escapes resolved: this follows from the template's rules and has not been seen",
            );
        }
        Some(None) => request.note("The handler's `event` is this JSON value."),
        None => request.unverified(
            "the payload is not one JSON value, and Lambda takes nothing else as `Payload`; what EventBridge \
             sends of several lines of text has not been seen",
        ),
    }
    request.note("EventBridge does not wait for the function: an error in it is retried by Lambda, twice.");
    request.limit("an asynchronous invocation", OLDER, NEWER);
    "lambda:Invoke"
}

pub(super) fn step_functions(request: &mut Request<'_>) -> &'static str {
    let arn = request.target.arn.clone();
    request.setting("stateMachineArn", arn);
    if let Some((id, span)) = request.envelope("id") {
        request.part("name", format!("{id}…"), false, Source::Event { spans: vec![span] });
        request
            .unverified("the execution's name starts with the event's id; what follows it has not been seen");
    }
    request.payload_as("input");
    request.note("The execution runs on its own, Standard or Express: EventBridge does not wait for it.");
    if request.input.is_none() {
        request.refuse("the input of an execution is one JSON value; the payload is not JSON");
    }
    if request.size() > OLDER {
        let size = request.size();
        request
            .refuse(format!("the input of an execution has at most {OLDER} bytes; the payload has {size}"));
    }
    "states:StartExecution"
}

pub(super) fn sns(request: &mut Request<'_>) -> &'static str {
    let arn = request.target.arn.clone();
    request.setting("TopicArn", arn);
    request.payload_as("Message");
    request.note("The message has no subject and no attributes: a filter policy must read the message body.");
    if request.arn.resource.ends_with(".fifo") {
        request.refuse("EventBridge does not deliver to FIFO topics");
    }
    let size = request.size();
    if size > NEWER {
        request.refuse(format!("a message has at most {NEWER} bytes; the payload has {size}"));
    } else if size > OLDER {
        request.note(format!(
            "The payload has {size} bytes: the topic takes it where its `MaximumMessageSize` is raised above {OLDER}, with \
             SQS, Firehose and Lambda as subscribers, 100 at most."
        ));
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
                request.refuse(format!(
                    "`MessageGroupId` has {length} characters in this event; SQS takes 1 to {MAX_GROUP}"
                ));
            } else if let Some(bad) = bad {
                request.refuse(format!(
                    "`MessageGroupId` holds `{bad}` in this event; SQS takes letters, digits and punctuation"
                ));
            }
        }
        Some(_) => {}
        None if fifo => request.refuse_target("a FIFO queue takes a message only with a `MessageGroupId`"),
        None => {}
    }
    if fifo {
        request.note(
            "EventBridge sends no deduplication id: the queue needs content-based deduplication, and equal \
             bodies within five minutes are one message.",
        );
    } else if group.is_some() {
        request.note("A message group of a standard queue makes it a fair queue; it keeps no order.");
        request.unverified(
            "the API reference asks for content-based deduplication also where a standard queue has a message group, \
             which only FIFO queues have",
        );
    }
    request.limit("a queue", OLDER, NEWER);
    "sqs:SendMessage"
}

fn queue_url(request: &Request<'_>) -> String {
    let arn = &request.arn;
    let domain = domain(arn.partition);
    format!("https://sqs.{}.{domain}/{}/{}", arn.region, arn.account, arn.resource)
}
