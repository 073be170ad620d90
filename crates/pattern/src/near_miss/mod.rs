//! What nearly matched: the smallest difference between what a condition wants and what the event has.

mod form;
mod name;
mod operator;
mod value;

pub(crate) use value::text_difference;

use crate::event::Event;
use crate::syntax::Condition;
use rulepad_document::{Edit, Span};
use serde::{Deserialize, Serialize};

/// A near miss, and the edit of the pattern that would close it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NearMiss {
    /// What the difference is.
    pub difference: Difference,
    /// The value or name of the event that nearly fits, as it reads there.
    pub saw: String,
    /// Where it stands in the event.
    pub event: Span,
    /// The edits of the pattern that would make the condition fit.
    pub edits: Vec<Edit>,
}

/// How little is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Difference {
    /// Unicode's form: the texts look the same.
    Normalization,
    /// Upper and lower case.
    Case,
    /// White space at the ends or its amount.
    WhiteSpace,
    /// `:` for `/`, `-` for `_` and their like.
    Separator,
    /// One character.
    OneCharacter,
    /// The pattern wants a string, the event has a number, boolean or null of that text.
    StringForValue,
    /// The pattern wants a number, boolean or null, the event has a string of that text.
    ValueForString,
    /// Another operator with the same text would match; the edit writes it.
    Operator,
    /// The field stands under a name that differs in case or separators, or is one slip away.
    SimilarName,
    /// A field of this name stands elsewhere in the event.
    OtherPlace,
}

/// The near misses of a failed condition, nearest first.
#[must_use]
pub fn near_misses(condition: &Condition, event: &Event) -> Vec<NearMiss> {
    const SHOWN: usize = 3;
    let mut found = Vec::new();
    let mut seen = false;
    for (_, entry) in event.entries(&condition.name).take(64) {
        seen = true;
        for matcher in &condition.matchers {
            let plain = value::value_miss(&matcher.test, &entry.value);
            let fitting = operator::fitting(&matcher.test, &entry.value);
            for (difference, text) in
                plain.into_iter().chain(fitting.map(|text| (Difference::Operator, text)))
            {
                let edits = vec![Edit { span: matcher.span, text }];
                let saw = entry.value.json().into_owned();
                found.push(NearMiss { difference, saw, event: entry.span, edits });
            }
        }
    }
    if !seen && event.not_leaf(&condition.name).is_none() && !condition.accepts_absence() {
        found.extend(name::name_misses(condition, event));
    }
    rulepad_document::order::sort_by_key(&mut found, |miss| miss.difference as u8);
    found.truncate(SHOWN);
    found
}
