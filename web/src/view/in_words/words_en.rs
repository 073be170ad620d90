//! Texts of the page about a pattern in words, in English.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text) -> AttrValue {
    AttrValue::Static(match text {
        Text::NothingYet => "Once AWS accepts the pattern, it appears here as a sentence and as a formula.",
        Text::PatternInWords => "The pattern in words",
        Text::Sentence => "Sentence",
        Text::Formula => "Formula",
    })
}
