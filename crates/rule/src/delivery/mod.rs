//! What the service behind a target receives, as that service names it.

mod builds;
mod containers;
mod data;
mod failure;
mod http;
mod messages;
mod request;
mod streams;
mod systems;
mod value;

use super::{Arn, Message, Target, TargetKind};
use request::Request;
use rulepad_document::json::Node;
use rulepad_document::{Lang, Span, Words};
use rulepad_transformer::Payload;
use serde::{Deserialize, Serialize};

/// What the target's service receives (user guide, `eb-targets`).
///
/// `M` is what its texts are: [`Message`] until the delivery is [worded](Self::worded), [`String`] then.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery<M = String> {
    /// The operation EventBridge calls, such as `sqs:SendMessage`.
    pub operation: String,
    /// What arrives, part by part.
    pub parts: Vec<DeliveredPart>,
    /// What to know about it, a sentence each.
    pub notes: Vec<M>,
    /// What nobody has shown, in lower case; empty when all of it is verified.
    pub unverified: Vec<M>,
    /// Why the service does not take it, in a sentence.
    pub refused: Option<M>,
}

impl<M: Words> Delivery<M> {
    /// The delivery in words.
    #[must_use]
    pub fn worded(self, lang: Lang) -> Delivery {
        let Self { operation, parts, notes, unverified, refused } = self;
        let words = |texts: Vec<M>| texts.iter().map(|text| text.words(lang)).collect();
        Delivery {
            operation,
            parts,
            notes: words(notes),
            unverified: words(unverified),
            refused: refused.map(|why| why.words(lang)),
        }
    }
}

/// A part of what arrives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveredPart {
    /// AWS's name for it, such as `MessageBody`.
    pub name: String,
    /// What it holds.
    pub text: String,
    /// Whether that is one JSON value.
    pub is_json: bool,
    /// Where it comes from.
    pub source: Source,
}

/// Where a part comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Source {
    /// It is the payload, byte for byte.
    Payload,
    /// Values of the original event stand in it: those a parameter's path selects, or those that the payload
    /// carried there.
    Event {
        /// Where they stand in the event.
        spans: Vec<Span>,
    },
    /// The target's properties, or the service itself.
    Settings,
}

/// What the target's service receives of this payload; `None` when the kind of target is not known.
///
/// `event` is the original event: paths in the target's own property are resolved against it, whatever the
/// input option made of the payload.
#[must_use]
pub fn deliver(target: &Target, payload: &Payload, event: &Node) -> Option<Delivery<Message>> {
    let arn = Arn::parse(&target.arn)?;
    let kind = TargetKind::of(&arn)?;
    let mut request = Request::new(target, arn, payload, event);
    let operation = match kind {
        TargetKind::Lambda => messages::lambda(&mut request),
        TargetKind::StepFunctions => messages::step_functions(&mut request),
        TargetKind::Sns => messages::sns(&mut request),
        TargetKind::Sqs => messages::sqs(&mut request),
        TargetKind::Kinesis => streams::kinesis(&mut request),
        TargetKind::Firehose => streams::firehose(&mut request),
        TargetKind::Logs => streams::logs(&mut request),
        TargetKind::EventBus => streams::event_bus(&mut request),
        TargetKind::CustomBus => streams::custom_bus(&mut request),
        TargetKind::Ecs => containers::ecs(&mut request),
        TargetKind::Batch => containers::batch(&mut request),
        TargetKind::ApiDestination => http::api_destination(&mut request),
        TargetKind::ApiGateway => http::api_gateway(&mut request),
        TargetKind::Redshift => data::redshift(&mut request),
        TargetKind::SageMakerPipeline => data::sage_maker(&mut request),
        TargetKind::AppSync => data::app_sync(&mut request),
        TargetKind::SsmRunCommand => systems::run_command(&mut request),
        TargetKind::SsmAutomation => systems::automation(&mut request),
        TargetKind::SsmOpsItem => systems::ops_item(&mut request),
        TargetKind::IncidentManager => systems::incident(&mut request),
        TargetKind::CodeBuild => builds::code_build(&mut request),
        TargetKind::CodePipeline => builds::code_pipeline(&mut request),
        TargetKind::Glue => builds::glue(&mut request),
        TargetKind::Inspector => builds::inspector(&mut request),
        TargetKind::Ec2Action => builds::ec2(&mut request),
    };
    Some(request.finish(operation))
}

#[cfg(test)]
mod tests;
