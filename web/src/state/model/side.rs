//! What the page keeps for a target beside what the draft says.

use rulepad_workbench::{Draft, Input};

/// What the page keeps for a target beside what the draft says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Tells the target apart from every other, wherever it stands.
    pub key: u32,
    /// The texts of the input options that are not chosen now.
    pub path: String,
    /// The constant.
    pub constant: String,
    /// The input paths map.
    pub paths: String,
    /// The input template.
    pub template: String,
}

/// AWS's four input options, without their texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputOption {
    /// The whole event.
    MatchedEvent,
    /// `InputPath`.
    Path,
    /// `Input`.
    Constant,
    /// `InputTransformer`.
    Transformer,
}

impl InputOption {
    /// The option of an input.
    #[must_use]
    pub fn of(input: &Input) -> Self {
        match input {
            Input::MatchedEvent => Self::MatchedEvent,
            Input::Path(_) => Self::Path,
            Input::Constant(_) => Self::Constant,
            Input::Transformer { .. } => Self::Transformer,
        }
    }
}

impl Side {
    /// What a new target begins with.
    #[must_use]
    pub fn new(key: u32) -> Self {
        Self {
            key,
            path: "$.detail".to_owned(),
            constant: "{\n  \"message\": \"The rule matched\"\n}".to_owned(),
            paths: "{\n  \"type\": \"$.detail-type\",\n  \"time\": \"$.time\"\n}".to_owned(),
            template: "\"<type> at <time>\"".to_owned(),
        }
    }
}

/// Sides for the targets of a draft, with keys after `number`.
pub(in crate::state) fn sides(draft: &Draft, number: u32) -> Vec<Side> {
    (number + 1..).zip(&draft.targets).map(|(key, _)| Side::new(key)).collect()
}
