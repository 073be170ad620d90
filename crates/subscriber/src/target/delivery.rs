//! What AWS takes and the target refuses: AWS keeps no copy of the target's rules. The limits are those of the targets'
//! API references.

use super::create::literal;
use super::diagnostics as say;
use super::queue::is_fifo;
use super::{Arn, Refusal, TargetFinding, TargetKind};
use crate::draft::Subscriber;
use rulepad_document::json::{Node, Value};

/// The longest delay of SQS, in seconds.
const MAX_DELAY: u32 = 900;
/// The most attributes of a message of SQS.
const MAX_ATTRIBUTES: usize = 10;
/// The longest subject of SNS, in characters.
const MAX_SUBJECT: usize = 100;
/// The longest partition key of Kinesis, in characters.
const MAX_PARTITION_KEY: usize = 256;
/// The longest name of a topic of Kafka.
const MAX_TOPIC: usize = 249;

/// Adds what the target refuses.
pub(super) fn check(own: &Subscriber, out: &mut Vec<TargetFinding>) {
    let Some(invoke) = &own.invoke else { return };
    let Some(target) = &invoke.value.arn else { return };
    let Some(Ok(kind)) = Arn::parse(&target.value).map(|arn| TargetKind::of(&arn)) else { return };
    let empty = Node { span: target.span, value: Value::Object(Vec::new()) };
    let block = kind.block().and_then(|block| invoke.value.block(block)).unwrap_or(&empty);
    match kind {
        TargetKind::Sqs => sqs(block, &target.value, out),
        TargetKind::Sns => sns(block, &target.value, out),
        TargetKind::Kinesis => kinesis(block, out),
        TargetKind::StepFunctions => step_functions(block, out),
        TargetKind::Msk => msk(block, out),
        TargetKind::EventBus => {
            constants(block.get("SystemMetadata").unwrap_or(&empty), &["DeduplicationId"], out)
        }
        TargetKind::Lambda => constants(block, &["DurableExecutionName"], out),
        TargetKind::Firehose
        | TargetKind::ApiGateway
        | TargetKind::ApiDestination
        | TargetKind::ClassicBus
        | TargetKind::Universal => {}
    }
}

fn target(out: &mut Vec<TargetFinding>, found: crate::message::Diagnostic) {
    out.push(TargetFinding::new(Refusal::ByTarget, found));
}

fn sqs(block: &Node, arn: &str, out: &mut Vec<TargetFinding>) {
    let fifo = is_fifo(arn);
    if fifo && block.get("MessageGroupId").is_none() {
        target(out, say::fifo_group(block.span, "SQS"));
    }
    if let Some((text, span)) = literal(block, "DelaySeconds") {
        let fits = text.parse::<u32>().is_ok_and(|seconds| seconds <= MAX_DELAY);
        if fifo || !fits {
            target(out, say::delay(span, text, fifo));
        }
    } else if let Some(own) = block.get("DelaySeconds").filter(|_| fifo) {
        target(out, say::delay(own.span, "", fifo));
    }
    if let Some(own) = block.get("MessageAttributes") {
        attributes(own, "SQS", &["String", "Number", "Binary"], out);
        let count = own.members().map_or(0, <[_]>::len);
        if count > MAX_ATTRIBUTES {
            target(out, say::attribute_count(own.span, count, MAX_ATTRIBUTES));
        }
    }
    for member in block.get("MessageSystemAttributes").and_then(Node::members).unwrap_or_default() {
        if member.key != "AWSTraceHeader" && !crate::draft::is_expression(&member.key) {
            target(out, say::system_attribute(member.key_span, &member.key));
        }
    }
    constants(block, &["MessageDeduplicationId"], out);
}

fn sns(block: &Node, arn: &str, out: &mut Vec<TargetFinding>) {
    if is_fifo(arn) && block.get("MessageGroupId").is_none() {
        target(out, say::fifo_group(block.span, "SNS"));
    }
    if let Some((text, span)) = literal(block, "MessageStructure").filter(|(text, _)| *text != "json") {
        target(out, say::message_structure(span, text));
    }
    if let Some((text, span)) = literal(block, "Subject") {
        let length = text.chars().count();
        if length == 0 || length > MAX_SUBJECT || text.contains(char::is_control) {
            target(out, say::subject(span, length, MAX_SUBJECT));
        }
    }
    if let Some(own) = block.get("MessageAttributes") {
        attributes(own, "SNS", &["String", "String.Array", "Number", "Binary"], out);
    }
    constants(block, &["MessageDeduplicationId"], out);
}

fn attributes(
    own: &Node,
    service: &'static str,
    types: &'static [&'static str],
    out: &mut Vec<TargetFinding>,
) {
    for member in own.members().unwrap_or_default() {
        let kind = member.value.get("DataType");
        let text = kind.and_then(Node::as_str).unwrap_or_default();
        // SQS and SNS take a label of one's own behind the type: `Number.int`.
        let is_known = types.iter().any(|own| text == *own || text.starts_with(&format!("{own}.")));
        if !is_known {
            let span = kind.map_or(member.key_span, |kind| kind.span);
            target(out, say::attribute_type(span, &member.key, service, types));
        }
    }
}

fn kinesis(block: &Node, out: &mut Vec<TargetFinding>) {
    match block.get("PartitionKey") {
        None => target(out, say::no_partition_key(block.span)),
        Some(_) => {
            if let Some((text, span)) = literal(block, "PartitionKey") {
                let length = text.chars().count();
                if length == 0 || length > MAX_PARTITION_KEY {
                    target(out, say::partition_key(span, length, MAX_PARTITION_KEY));
                }
            }
        }
    }
    if let Some((text, span)) = literal(block, "ExplicitHashKey")
        && text.parse::<u128>().is_err()
    {
        target(out, say::hash_key(span, text));
    }
}

fn step_functions(block: &Node, out: &mut Vec<TargetFinding>) {
    constants(block, &["Name"], out);
}

fn msk(block: &Node, out: &mut Vec<TargetFinding>) {
    if let Some((text, span)) = literal(block, "TopicName") {
        let fits = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
        if !fits || text.len() > MAX_TOPIC || matches!(text, "." | "..") {
            target(out, say::topic_name(span, text, MAX_TOPIC));
        }
    }
}

/// Constants where a value for each message belongs: one message arrives, then none.
fn constants(block: &Node, names: &[&'static str], out: &mut Vec<TargetFinding>) {
    for name in names {
        if let Some((_, span)) = literal(block, name) {
            out.push(TargetFinding::new(Refusal::Nobody, say::constant(span, name)));
        }
    }
}
