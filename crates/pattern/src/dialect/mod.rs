//! Dialects: the services that read event patterns, and what each of them leaves out.

pub mod record;
mod sns;
mod support;

pub use support::Usage;
pub(crate) use support::check;

use crate::words_ko;
use rulepad_document::{Lang, Reference, Words};
use serde::{Deserialize, Serialize};
use strum::EnumCount;

/// Who reads the pattern.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumCount)]
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

/// What a dialect tries the pattern on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// An event of a bus.
    Event,
    /// One record of a source.
    Record,
    /// The attributes of a message.
    Attributes,
    /// The JSON body of a message.
    Body,
}

impl Dialect {
    /// Every dialect, in the order of a menu.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Rule,
        Self::Archive,
        Self::Pipes,
        Self::EventSourceMapping,
        Self::SnsAttributes,
        Self::SnsBody,
    ];

    /// What the pattern is tried on.
    #[must_use]
    pub fn tries(self) -> Tried {
        match self {
            Self::Rule | Self::Archive => Tried::Event,
            Self::Pipes | Self::EventSourceMapping => Tried::Record,
            Self::SnsAttributes => Tried::Attributes,
            Self::SnsBody => Tried::Body,
        }
    }

    /// Whether the pattern meets events of a bus, with their envelope.
    #[must_use]
    pub fn has_envelope(self) -> bool {
        matches!(self, Self::Rule | Self::Archive)
    }

    /// What AWS answers to a pattern it refuses, where anybody has seen it.
    #[must_use]
    pub fn refusal<M>(self, reference: &Reference<M>, text: &str) -> Option<String> {
        crate::aws::refusal(self, reference, text)
    }

    /// What that answer means, for a reader of another language; `None` in English, and where there is no answer or
    /// its meaning is not known.
    #[must_use]
    pub fn refusal_gloss<M: Words>(self, reference: &Reference<M>, lang: Lang) -> Option<String> {
        match lang {
            Lang::En => None,
            Lang::Ko(_) => words_ko::refusal(self, reference.gloss_in(lang)?.as_str()),
        }
    }
}
