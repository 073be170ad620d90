//! What is not verified, in English.

use crate::unverified::Unverified;
use rulepad_document::words::en;

/// Why rendering was stopped.
pub(super) const PAYLOAD_TOO_LARGE: &str =
    "the rendered text is over 1 MiB, more than a target takes, and was not rendered further";

pub(super) fn unverified(what: Unverified) -> String {
    let text = match what {
        Unverified::BrokenEvent => "the event is not valid JSON; what could be read of it is shown",
        Unverified::BracketNotation => {
            "one AWS page allows bracket notation in an input path, others ask for dot notation; no delivery with it \
             has been seen"
        }
        Unverified::BracketsInMap => {
            "the API reference asks for dot notation; that PutTargets refuses bracket notation in the map has not been \
             seen"
        }
        Unverified::ScalarByPath(kind) => {
            return format!(
                "delivery of {} by an input path has not been seen; strings and objects have",
                en::a(kind)
            );
        }
        Unverified::DollarAlone => "that `$` alone selects the whole event follows from the grammar only",
        Unverified::AllElements => {
            "the user guide lists `*` among the characters of a path; that `[*]` gives an array of the elements has not \
             been seen"
        }
        Unverified::KeyCharacter(c) => {
            return format!(
                "that a path cannot name a key with `{c}` follows from the characters the user guide lists"
            );
        }
        Unverified::PathSelectsNothing => {
            "the input path selects nothing in this event, and what AWS then delivers has not been verified"
        }
        Unverified::TextAfterConstant => {
            "whether AWS refuses text after the JSON value, ignores it or delivers it has not been seen"
        }
        Unverified::EventTime => {
            "the format in which `<aws.events.event>` writes its `time` has not been seen"
        }
        Unverified::BlankTemplate => "that a template of white space is refused has not been seen",
        Unverified::PlaceholderName => {
            "what AWS takes for a placeholder when the text between `<` and `>` is not a name has not been seen"
        }
        Unverified::EscapedAngle => {
            "AWS's pages say `<` cannot be escaped; what a backslash before it does has not been seen"
        }
        Unverified::ArrayTemplate => {
            "a template that is a JSON array has not been seen on AWS; it is taken for JSON"
        }
        Unverified::BareTemplate => {
            "a template that is one placeholder without quotes has not been seen on AWS; it is taken for JSON"
        }
        Unverified::VariableKey => {
            "the API reference says a variable cannot be a key; what AWS does has not been seen"
        }
        Unverified::TemplateNotJson => {
            "whether PutTargets already refuses a template that is not JSON has not been verified"
        }
        Unverified::TextWithoutQuotes => {
            "whether PutTargets already refuses a text template without quotes has not been verified"
        }
        Unverified::UnclosedString => "what AWS does with a string that is never closed has not been seen",
        Unverified::TextOutsideQuotes => {
            "what AWS does with text outside the quotes of a text template has not been seen"
        }
        Unverified::LineBreakInQuotes => {
            "a line break inside the quotes of a text template has not been seen on AWS"
        }
        Unverified::TwoStringsOnOneLine => {
            "two strings on one line of a text template have not been seen on AWS"
        }
        Unverified::PayloadTooLarge => PAYLOAD_TOO_LARGE,
        Unverified::BrokenByText => {
            "that a template is not delivered when the characters of a string break its JSON follows from the user \
             guide and has not been seen"
        }
        Unverified::Null => "what AWS puts in place of a JSON null has not been seen",
        Unverified::NumberInQuotes => "what AWS puts in place of a number inside quotes has not been seen",
        Unverified::Number => "that AWS writes a number as it is in the event has not been seen",
        Unverified::Bool => {
            "`true` and `false` have been seen in text templates only, not in a JSON template"
        }
        Unverified::EscapesOutsideQuotes => {
            "how AWS escapes quotes, backslashes and line breaks of a string outside quotes has not been seen; JSON \
             escapes are shown"
        }
        Unverified::EscapesInQuotes => {
            "the characters of a string go between quotes as they are; what AWS makes of a quote, a backslash or a \
             line break among them has not been seen"
        }
        Unverified::NestedInQuotes => {
            "an object or array without any quotes in a string of a JSON template has not been seen"
        }
        Unverified::EventInQuotes => {
            "AWS allows an event variable only outside quotes; inside them it has not been seen"
        }
    };
    text.to_owned()
}
