//! The English words of this crate.

use crate::change::{Change as C, InputLoss as L};
use rulepad_document::{Lang, Words};

/// What behaves differently.
pub(crate) fn change(change: &C) -> String {
    let fixed = match change {
        C::NumberSpelling => "numbers of the event may be spelled differently: `1.50` becomes `1.5`",
        C::ConstantNumber(text) => return format!("the number `{text}` is spelled differently by JSONata"),
        C::RepeatedKey(key) => return format!("the key `{key}` appears twice; the last value is kept"),
        C::NothingSelected(path) => {
            return format!(
                "the delivery fails where `{path}` selects nothing; what a rule delivers then is not documented"
            );
        }
        C::NullFails(path) => return format!("the delivery fails where `{path}` is `null`"),
        C::OtherShape(path) => {
            return format!(
                "where `{path}` meets an array at a name, or another value at an index, a rule selects nothing; \
                 JSONata collects from the elements, or takes the value as a list of one"
            );
        }
        C::EscapedInQuotes => {
            "a value with quotes or backslashes breaks the JSON of a rule's template between quotes; here it is escaped \
             and delivered"
        }
        C::VariableKey(name) => {
            return format!(
                "`<{name}>` is part of a key; what a rule does is not documented, and here two equal keys fail the delivery"
            );
        }
        C::RuleVariable(name) => {
            return format!("`<{name}>` is now a constant, because a subscriber has no such variable");
        }
        C::IngestionTime => {
            "the ingestion time is that of the custom event bus, whose format may differ from that of a rule"
        }
        C::EventVariable => {
            "`<aws.events.event>` is written member by member; new members of AWS are not in it"
        }
        C::StringResult => {
            "the result is a string and the target takes JSON; whether it arrives with quotes is not documented"
        }
    };
    fixed.to_owned()
}

/// What cannot be written.
pub(crate) fn input_loss(loss: &L) -> String {
    let fixed = match loss {
        L::Refused(message) => return format!("AWS refuses the input: {}", message.words(Lang::En)),
        L::TextWithoutQuotes => "the template is text without quotes, which EventBridge does not deliver",
        L::UnclosedString => "the template has a string that is never closed",
        L::TemplateNotJson => "the template is not JSON, so EventBridge does not deliver it",
        L::ConstantNotJson => "the constant is not a single JSON value",
        L::TooLong(length) => {
            return format!(
                "the expression would have {length} characters; AWS takes at most 8,192, so make the payload smaller"
            );
        }
        L::NestedArrays(path) => {
            return format!(
                "`{path}` selects elements of arrays inside arrays, which has no equal in JSONata"
            );
        }
        L::NoPath(path) => return format!("`{path}` is not an input path, so it selects nothing"),
        L::Number(text) => return format!("the number `{text}` is too large for JSONata"),
        L::NotAnExpression => "the expression would be one that JSONata does not take",
    };
    fixed.to_owned()
}
