//! Texts of the page about the event, in English.

use super::text::Text;
use crate::view::common::Noun;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text) -> AttrValue {
    AttrValue::Static(match text {
        Text::AllEvents => "All events",
        Text::SearchEvents => "Search the events",
        Text::Search => "Search",
        Text::MatchingOnly => "Matching only",
        Text::Events => "Events",
        Text::PreviousMatchTitle => "Go to the previous event that matches",
        Text::PreviousMatch => "‹ Match",
        Text::NextMatchTitle => "Go to the next event that matches",
        Text::NextMatch => "Match ›",
        Text::CopyVerdicts => "Copy verdicts as CSV",
        Text::ShowOriginal => "Show original",
        Text::KeepOneTitle => "Keep the event that is shown and drop the others",
        Text::KeepOne => "Keep only this event",
        Text::CloseList => "Close the list",
        Text::NoEventYet => "No event yet.\nPaste one, drop a file, or find a sample.",
        Text::PasteOrDrop => "Paste or drop",
        Text::PasteTitle => "Paste, drop or choose anything that holds events",
        Text::Samples => "Samples",
        Text::SamplesTitle => "Find a sample event by service, name, field or value",
        Text::WhereFrom => "Where the event comes from",
        Text::From => "From",
        Text::ForgetOrigin => "Forget where it comes from",
        Text::LoadedEvents => "Loaded events",
        Text::PreviousEvent => "Previous event",
        Text::NextEvent => "Next event",
        Text::ListAll => "List all events",
        Text::KeepFirst => "Keep the first",
        Text::Reading => "reading",
        Text::ReadAs(noun) => match noun {
            Noun::Event => "Read as events",
            Noun::Record => "Read as records",
            Noun::Message => "Read as messages",
        },
        Text::Found { found, count } => {
            return if found == count { format!("{count} events") } else { format!("{found} of {count}") }
                .into();
        }
        Text::Matching { matching, count } => return format!("{matching} of {count} match").into(),
        Text::NumberOf { number, count } => return format!("{number} of {count}").into(),
    })
}
