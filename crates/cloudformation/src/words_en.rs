//! The words of templates in English.

use crate::message::{Message, StandInNote};
use rulepad_document::words::en;
use rulepad_document::{Lang, Words};

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    let fixed = match message {
        Message::Text(message) => return message.words(Lang::En),
        Message::LoopShape => {
            "this `Fn::ForEach` is not a list of a name, its values and what is made for each; it is skipped"
        }
        Message::LoopUnknown => {
            "the values of this `Fn::ForEach` are known only at deploy time, so its resources are not shown"
        }
        Message::LoopLong => "this `Fn::ForEach` makes more than a template may hold; the rest is skipped",
        Message::WriteLoop => "write `Fn::ForEach::Name: [Item, [a, b], {\"Key${Item}\": …}]`",
        Message::GiveValuesOfLoop => "give the parameter a `Default`, or list the values",
        Message::ImportFewerValues => "import fewer of its values at a time",
    };
    fixed.to_owned()
}

/// The sentence on what is shown for a function.
pub(crate) fn stand_in(note: &StandInNote) -> String {
    match note {
        StandInNote::Shown { shown, source } => format!("`{shown}` is shown for `{source}` of the template."),
        StandInNote::More(count) => {
            let come = if *count == 1 { "comes" } else { "come" };
            format!("{} {come} from intrinsic functions.", en::counted(*count, "more value", "more values"))
        }
    }
}
