//! What can be wrong with a filter.

use super::RuleLabel;
use crate::filters::FilterResource;

/// What is wrong with a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum FilterMessage {
    NoFilter { label: RuleLabel, resource: FilterResource },
    FiltersMissing,
    Empty,
    Object,
    Bare,
    Scope(String),
    OfTopic,
}
