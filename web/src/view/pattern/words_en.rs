//! Texts of the page about the event pattern, in English.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text) -> AttrValue {
    AttrValue::Static(match text {
        Text::Costliest => "costliest",
        Text::Wildcards => "Wildcards",
        Text::LimitInferred => "AWS publishes no limit; it was seen to accept 7 and to refuse 11",
        Text::Inferred => "inferred",
        Text::Json => "JSON",
        Text::Builder => "Builder",
        Text::InWords => "In words",
        Text::NoPatternYet => "No pattern yet. Type one, paste one, or put it together in the Builder.",
        Text::ProblemsAppearHere => "Problems and their fixes are listed here.",
        Text::AcceptsPattern => "AWS accepts this pattern",
        Text::AcceptsFilterPattern => "AWS accepts this filter pattern",
        Text::AcceptsFilterPolicy => "AWS accepts this filter policy",
        Text::Amount { value, limit } => return format!("{value} of {limit}").into(),
        Text::AmountAtLeast { value, limit } => return format!("{value} at least of {limit}").into(),
    })
}
