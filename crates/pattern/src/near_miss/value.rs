//! Plain values that differ by little: Unicode's form, case, white space, separators, one character, type.

use super::Difference;
use super::form::differ_in_form;
use crate::event::Scalar;
use crate::operator::Test;
use crate::spelling::distance;
use rulepad_document::json::quote;

/// The difference between a plain value and what was seen, with the matcher that would fit.
pub(super) fn value_miss(test: &Test, value: &Scalar) -> Option<(Difference, String)> {
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

pub(crate) fn text_difference(wanted: &str, saw: &str) -> Option<Difference> {
    let plain = |text: &str| -> String { text.split_whitespace().collect::<Vec<_>>().join(" ") };
    let separated = |text: &str| text.replace([':', '/', '_', '.'], "-");
    if differ_in_form(wanted, saw) {
        Some(Difference::Normalization)
    } else if wanted.to_lowercase() == saw.to_lowercase() {
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
