//! How bytes arrive at each kind of target without a transformer.

use crate::target::TargetKind;

/// How bytes arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// As they were published.
    Bytes,
    /// As Base64.
    Base64,
    /// As a JSON string with the Base64.
    JsonString,
    /// It is not documented.
    NotKnown,
}

/// How bytes arrive at a kind of target.
pub(super) fn arrival(kind: TargetKind) -> Arrival {
    match kind {
        TargetKind::Kinesis | TargetKind::Firehose | TargetKind::ApiGateway | TargetKind::EventBus => {
            Arrival::Bytes
        }
        TargetKind::Sqs | TargetKind::Sns => Arrival::Base64,
        TargetKind::Lambda
        | TargetKind::StepFunctions
        | TargetKind::ClassicBus
        | TargetKind::ApiDestination => Arrival::JsonString,
        TargetKind::Msk | TargetKind::Universal => Arrival::NotKnown,
    }
}
