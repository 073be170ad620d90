//! What nearly matched: the smallest difference between what a condition wants and what the event has.

use crate::diagnostics::distance;
use crate::event::{Event, Scalar};
use crate::operator::Test;
use crate::syntax::Condition;
use rulepad_document::json::quote;
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
            let Some((difference, text)) = value_miss(&matcher.test, &entry.value) else { continue };
            let edits = vec![Edit { span: matcher.span, text }];
            let saw = entry.value.json().into_owned();
            found.push(NearMiss { difference, saw, event: entry.span, edits });
        }
    }
    if !seen && event.not_leaf(&condition.name).is_none() && !condition.accepts_absence() {
        found.extend(name_misses(condition, event));
    }
    found.sort_by_key(|miss| miss.difference as u8);
    found.truncate(SHOWN);
    found
}

/// The difference between a plain value and what was seen, with the matcher that would fit.
fn value_miss(test: &Test, value: &Scalar) -> Option<(Difference, String)> {
    let Test::Exact(exact) = test else { return None };
    match (&exact.0, value) {
        (Scalar::String(wanted), Scalar::String(saw)) => {
            text_difference(wanted, saw).map(|found| (found, quote(saw)))
        }
        (Scalar::String(wanted), saw) if *wanted == *saw.json() => {
            Some((Difference::StringForValue, saw.json().into_owned()))
        }
        (wanted, Scalar::String(saw)) if *wanted.json() == *saw => {
            Some((Difference::ValueForString, quote(saw)))
        }
        _ => None,
    }
}

fn text_difference(wanted: &str, saw: &str) -> Option<Difference> {
    let plain = |text: &str| -> String { text.split_whitespace().collect::<Vec<_>>().join(" ") };
    let separated = |text: &str| text.replace([':', '/', '_', '.'], "-");
    if wanted.to_lowercase() == saw.to_lowercase() {
        Some(Difference::Case)
    } else if plain(wanted) == plain(saw) {
        Some(Difference::WhiteSpace)
    } else if separated(wanted) == separated(saw) {
        Some(Difference::Separator)
    } else if wanted.chars().count().abs_diff(saw.chars().count()) <= 1
        && saw.chars().count() > 2
        && distance(wanted, saw) == 1
    {
        Some(Difference::OneCharacter)
    } else {
        None
    }
}

fn name_misses(condition: &Condition, event: &Event) -> Vec<NearMiss> {
    let plain = |name: &str| -> String {
        name.chars().filter(|c| c.is_alphanumeric() || *c == '.').collect::<String>().to_lowercase()
    };
    let wanted = plain(&condition.name);
    let last = |name: &str| name.rsplit('.').next().unwrap_or(name).to_owned();
    let wanted_last = last(&condition.name);
    let mut names: Vec<&str> = event.names().collect();
    names.sort_unstable();
    let mut found = Vec::new();
    for name in names {
        let difference = if plain(name) == wanted || (name.len() > 4 && distance(name, &condition.name) == 1)
        {
            Difference::SimilarName
        } else if last(name) == wanted_last {
            Difference::OtherPlace
        } else {
            continue;
        };
        let Some((_, entry)) = event.entries(name).next() else { continue };
        // A rename mends it where only the last part of the name differs.
        let parent =
            |name: &str| name.rsplit_once('.').map(|(parent, _)| parent.to_owned()).unwrap_or_default();
        let edits = if difference == Difference::SimilarName && parent(name) == parent(&condition.name) {
            vec![Edit { span: condition.key, text: quote(&last(name)) }]
        } else {
            Vec::new()
        };
        found.push(NearMiss { difference, saw: name.to_owned(), event: entry.span, edits });
    }
    found
}
