//! A target of a rule as the target of a subscriber: its kind and its parameters.

use crate::change::Change;
use crate::input::{Takes, dynamic};
use crate::loss::Loss;
use crate::universal::action;
use rulepad_document::Role;
use rulepad_document::json::build::{list, member, node, object, string};
use rulepad_document::json::{self, Node, Value};
use rulepad_rule::{Target, TargetKind};
use rulepad_subscriber::draft::Block;

/// The kind of a target, or why a subscriber cannot have it.
pub(crate) fn kind(target: &Target) -> Result<TargetKind, Loss> {
    let kind = target.kind().ok_or_else(|| Loss::NotATarget(target.arn.clone()))?;
    if kind == TargetKind::AppSync { Err(Loss::NoTarget(kind)) } else { Ok(kind) }
}

/// The kind that a subscriber has for a target that it delivers to; `None` where it calls another service.
pub(crate) fn delivered(kind: TargetKind) -> Option<rulepad_subscriber::target::TargetKind> {
    use rulepad_subscriber::target::TargetKind as Own;
    match kind {
        TargetKind::Lambda => Some(Own::Lambda),
        TargetKind::Sns => Some(Own::Sns),
        TargetKind::Sqs => Some(Own::Sqs),
        TargetKind::StepFunctions => Some(Own::StepFunctions),
        TargetKind::Kinesis => Some(Own::Kinesis),
        TargetKind::Firehose => Some(Own::Firehose),
        TargetKind::EventBus => Some(Own::ClassicBus),
        TargetKind::CustomBus => Some(Own::EventBus),
        TargetKind::ApiDestination => Some(Own::ApiDestination),
        TargetKind::ApiGateway => Some(Own::ApiGateway),
        _ => None,
    }
}

/// What a target of this kind takes.
pub(crate) fn takes(kind: TargetKind) -> Takes {
    match kind {
        TargetKind::Lambda | TargetKind::StepFunctions | TargetKind::EventBus | TargetKind::CustomBus => {
            Takes::Json
        }
        _ => Takes::Text,
    }
}

/// Whether one call of such a target carries several events unless the batch size is 1.
pub(crate) fn needs_batch_of_one(kind: TargetKind, target: &Target) -> bool {
    action(kind, target).is_some()
        || matches!(
            kind,
            TargetKind::Lambda
                | TargetKind::StepFunctions
                | TargetKind::ApiDestination
                | TargetKind::ApiGateway
        )
}

/// The block of parameters.
pub(crate) fn block(
    kind: TargetKind,
    target: &Target,
    changes: &mut Vec<Change>,
) -> Result<Option<(Block, Node)>, Loss> {
    let setting = |name| Loss::Setting(name, target.parameters.clone());
    let parsed = json::parse(&target.parameters, Role::Parameters(0));
    let written = match kind.parameters().filter(|_| !target.parameters.trim().is_empty()) {
        Some(name) => {
            Some(parsed.single().filter(|node| node.members().is_some()).ok_or_else(|| setting(name))?)
        }
        None => None,
    };
    let text = |name: &str| written.and_then(|node| node.get(name)).and_then(Node::as_str);
    let event = || object([("InvocationType", Some(string("EVENT")))]);
    Ok(match kind {
        TargetKind::Lambda => Some((Block::Lambda, event())),
        TargetKind::StepFunctions => Some((Block::StepFunctions, event())),
        TargetKind::Sqs => text("MessageGroupId")
            .map(|group| (Block::Sqs, object([("MessageGroupId", Some(string(group)))]))),
        TargetKind::Kinesis => {
            let key = match text("PartitionKeyPath") {
                Some(path) => {
                    let path = dynamic(path).ok_or_else(|| Loss::ParameterPath(path.to_owned()))?;
                    format!("{{% $string({path}) %}}")
                }
                None => {
                    changes.push(Change::PartitionKey);
                    "{% $events.SystemMetadata.`aws:EventId` %}".to_owned()
                }
            };
            Some((Block::Kinesis, object([("PartitionKey", Some(string(key)))])))
        }
        TargetKind::ApiDestination | TargetKind::ApiGateway => {
            let Some(written) = written else { return Ok(None) };
            let mut members = Vec::new();
            for own in written.members().unwrap_or_default() {
                members.push(member(&own.key, values(&own.value, changes)?));
            }
            Some((Block::Http, node(Value::Object(members))))
        }
        _ => None,
    })
}

/// The values of HTTP parameters, of which paths become expressions.
fn values(of: &Node, changes: &mut Vec<Change>) -> Result<Node, Loss> {
    Ok(match &of.value {
        Value::Array(items) => {
            let items: Result<Vec<Node>, Loss> = items.iter().map(|item| values(item, changes)).collect();
            list(items?)
        }
        Value::Object(members) => {
            let mut written = Vec::new();
            for own in members {
                written.push(member(&own.key, values(&own.value, changes)?));
            }
            node(Value::Object(written))
        }
        Value::String(text) if text.starts_with("$.") => {
            let path = dynamic(text).ok_or_else(|| Loss::ParameterPath(text.clone()))?;
            changes.push(Change::NothingSelected(text.clone()));
            string(format!("{{% {path} %}}"))
        }
        other => node(other.clone()),
    })
}
