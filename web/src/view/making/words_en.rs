//! Texts of the page about events made to order, in English.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::JustMisses => "One that just misses",
        Text::Matching => "An event that matches",
        Text::MatchingDetail => "this one changed, or a new one",
        Text::MakeEvent => "Make event",
        Text::PatternNeeds(wants) => return format!("pattern needs {wants}").into(),
    })
}
