//! The four input options of a target, as the person typed them.

use serde::{Deserialize, Serialize};

/// What a target asks to receive: one of AWS's four options, as the person typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "option", content = "value", rename_all = "snake_case")]
pub enum Input {
    /// The whole event: none of the three properties is set.
    #[default]
    MatchedEvent,
    /// `InputPath`: the part of the event this path selects.
    Path(String),
    /// `Input`: this JSON text, whatever the event says.
    Constant(String),
    /// `InputTransformer`.
    Transformer {
        /// `InputPathsMap` as JSON text; blank for none.
        paths: String,
        /// `InputTemplate`.
        template: String,
    },
}

/// What the reserved variables say: values that come from the rule and the clock, not from the event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surroundings {
    /// `<aws.events.rule-arn>`
    pub rule_arn: String,
    /// `<aws.events.rule-name>`
    pub rule_name: String,
    /// `<aws.events.event.ingestion-time>`, ISO 8601.
    pub ingestion_time: String,
}

/// The target that an option belongs to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OfTarget<'t> {
    /// Its index, which diagnostics name as their document.
    pub index: u32,
    /// Its id, which AWS's sentences name.
    pub id: &'t str,
}
