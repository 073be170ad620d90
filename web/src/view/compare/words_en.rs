//! Texts of the page about the comparison, in English.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::Between => "Between the other pattern and the comparison",
        Text::OtherPattern => "Other pattern",
        Text::CopyTitle => "Copy the pattern above here",
        Text::CopyFromAbove => "Copy from above",
        Text::PasteOne => "Paste a pattern, or copy the one above and change it",
        Text::About => {
            "Compares the pattern above with another one: which events only one of them matches, and which both do."
        }
        Text::Stopped => {
            "The comparison was stopped after 2 seconds. Make one of the patterns smaller, or try again."
        }
        Text::Comparing => "comparing",
        Text::HowTheyRelate => "How they relate",
        Text::Relation => "Relation",
        Text::EventsThatShowIt => "Events that show it",
        Text::CannotRun(reason) => return format!("The comparison cannot run: {reason}.").into(),
        Text::PutInEvent(title) => return format!("Put in the event: {title}").into(),
    })
}
