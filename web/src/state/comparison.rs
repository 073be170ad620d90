//! The comparison with another pattern.

use super::model::Model;
use super::requests::Shown;
use super::shared::Shared;
use crate::engine::protocol::QuestionKind;
use rulepad_workbench::ComparisonReport;

/// What is known of the comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// The last answer.
    pub answer: Option<Shared<Compared>>,
}

/// An answer with what was asked.
#[derive(Debug, PartialEq)]
pub struct Compared {
    /// The other pattern.
    pub other: String,
    /// The answer.
    pub report: ComparisonReport,
}

impl Model {
    /// The comparison as far as it is known.
    #[must_use]
    pub fn compared(&self) -> Shown<Shared<Compared>> {
        self.requests.shown(QuestionKind::Comparison, self.comparison.answer.clone())
    }
}
