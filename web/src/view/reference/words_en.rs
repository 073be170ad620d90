//! Texts of the page about the reference, in English.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::Loading => "Loading the reference",
        Text::Load => "Load",
        Text::EventCannotBeRead => "the event cannot be read",
        Text::PatternRefused => "AWS refuses the pattern",
        Text::SubscriberRefused => "AWS refuses the subscriber",
        Text::NotDecided => "no verdict",
        Text::Search => "Search the reference",
        Text::NothingFound => "Nothing found",
        Text::Found(count) => return format!("{count} found").into(),
        Text::FirstOfFound { shown, found } => {
            return format!("{found} found; the first {shown} are listed").into();
        }
        Text::Site => "Reference site",
        Text::SiteHint => "The reference as pages to read and to link to; opens in a new tab",
        Text::CasesInEnglish => "What the cases say is in English.",
        Text::CannotBeShown(reason) => return format!("The reference cannot be shown: {reason}.").into(),
        Text::LoadCase(name) => return format!("Load “{name}” into the editors").into(),
        Text::MoreCharacters(count) => return format!("… and {count} characters more").into(),
    })
}
