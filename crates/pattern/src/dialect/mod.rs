//! Dialects: the services that read event patterns, and what each of them leaves out.

pub mod record;
mod sns;
mod support;

pub(crate) use support::check;

use rulepad_document::Reference;
use serde::{Deserialize, Serialize};

/// Who reads the pattern.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dialect {
    /// A rule on an event bus (EventBridge user guide, `eb-create-pattern-operators`).
    #[default]
    Rule,
    /// An archive of an event bus (`eb-archive-event`).
    Archive,
    /// The filter of a pipe (`eb-pipes-event-filtering`).
    Pipes,
    /// The filter of a Lambda event source mapping (Lambda developer guide, `invocation-eventfiltering`).
    EventSourceMapping,
    /// An SNS filter policy on message attributes (SNS developer guide, `string-value-matching`).
    SnsAttributes,
    /// An SNS filter policy on the message body.
    SnsBody,
}

impl Dialect {
    /// Every dialect, in the order of a menu.
    pub const ALL: [Self; 6] = [
        Self::Rule,
        Self::Archive,
        Self::Pipes,
        Self::EventSourceMapping,
        Self::SnsAttributes,
        Self::SnsBody,
    ];

    /// Its name for a person.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rule => "EventBridge rule",
            Self::Archive => "EventBridge archive",
            Self::Pipes => "EventBridge Pipes filter",
            Self::EventSourceMapping => "Lambda event source mapping",
            Self::SnsAttributes => "SNS filter policy on attributes",
            Self::SnsBody => "SNS filter policy on the body",
        }
    }

    /// What it tries the pattern on, in a few words.
    #[must_use]
    pub fn reads(self) -> &'static str {
        match self {
            Self::Rule | Self::Archive => "an event",
            Self::Pipes | Self::EventSourceMapping => "one record of the source",
            Self::SnsAttributes => "the attributes of a message",
            Self::SnsBody => "the JSON body of a message",
        }
    }

    /// Whether the pattern meets events of a bus, with their envelope.
    #[must_use]
    pub fn has_envelope(self) -> bool {
        matches!(self, Self::Rule | Self::Archive)
    }

    /// What AWS answers to a pattern it refuses, where anybody has seen it.
    #[must_use]
    pub fn refusal(self, reference: &Reference, text: &str) -> Option<String> {
        match self {
            Self::Rule | Self::Archive => {
                Some(format!("Event pattern is not valid. Reason: {}", reference.located(text)))
            }
            Self::EventSourceMapping => Some("Invalid filter pattern definition.".to_owned()),
            Self::SnsAttributes | Self::SnsBody => {
                Some(format!("Invalid parameter: FilterPolicy: {}", reference.located(text)))
            }
            Self::Pipes => None,
        }
    }
}
