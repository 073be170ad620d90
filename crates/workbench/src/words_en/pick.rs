//! What was made of a value of the event, and why nothing can be made of one, in English.

use crate::pick::why_not::{InTemplate, PatternChange, VariableChange, WhyNot};
use rulepad_document::{Lang, Words};
use rulepad_pattern::Dialect;
use rulepad_transformer::path::MAX_PATH;

/// Why nothing can be made of a value, in lower case.
pub(crate) fn why_not(why: &WhyNot) -> String {
    let text = match why {
        WhyNot::NoValue => "there is no value here",
        WhyNot::EventEmpty => "the event is empty",
        WhyNot::EventBroken => "the event cannot be read; fix it first.",
        WhyNot::NotJson => "this is not JSON",
        WhyNot::WholeEvent => "this is the whole event: choose a value in it",
        WhyNot::Or => "a pattern cannot name `$or`: it reads it as alternatives",
        WhyNot::Object(name) => return format!("`{name}` is an object: choose a value in it"),
        WhyNot::TooManyValues { name, most } => {
            return format!("`{name}` has over {most} values: choose one of them");
        }
        WhyNot::EmptyArray(name) => {
            return format!("`{name}` is an empty array, which no pattern can ask for");
        }
        WhyNot::NoScalars(name) => return format!("`{name}` holds no plain values: choose one deeper in it"),
        WhyNot::PatternBroken => "the pattern is not valid JSON: fix it first",
        WhyNot::PatternNotObject => "the pattern is not a JSON object: fix it first",
        WhyNot::PatternRefused => "AWS refuses the pattern; fix it first.",
        WhyNot::NoSuchCondition => "the pattern has no such condition.",
        WhyNot::NoPlace => "there is no room for it",
        WhyNot::Branches { name, count } => {
            return format!("{count} branches of `$or` ask for `{name}`: add the value to the one you mean");
        }
        WhyNot::FieldsBelow(name) => {
            return format!("in the pattern `{name}` is an object of fields, in this event it is a value");
        }
        WhyNot::ConditionAbove(name) => {
            return format!("the pattern asks for the value of `{name}` itself, in this event it has fields");
        }
        WhyNot::NoList(name) => {
            return format!("in the pattern `{name}` has no list of values: fix it first");
        }
        WhyNot::WouldBeRefused(message) => return format!("AWS would refuse the pattern: {message}"),
        WhyNot::WouldNotHold(name) => return format!("a condition on `{name}` would not hold here"),
        WhyNot::NotTried { name, dialect } => return not_tried(name, *dialect),
        WhyNot::NoSingleElement(name) => {
            return format!(
                "no single array element has this value of `{name}` and what the pattern asks for already"
            );
        }
        WhyNot::EmptyKey => "a path cannot name an empty key",
        WhyNot::Key(key) => {
            return format!(
                "a path names letters, digits, `_`, `-` and `/` only, and `{key}` holds something else"
            );
        }
        WhyNot::PathTooLong => {
            return format!("the path would be longer than the {MAX_PATH} characters that AWS takes");
        }
        WhyNot::LaterValue => "a later value has the same key, and a path selects that one",
        WhyNot::NestedArray => "an input path cannot go into an array in an array",
        WhyNot::NoRoom(why) => return why.words(Lang::En),
        WhyNot::NoWitness(why) => return why.words(Lang::En),
        WhyNot::NoSingleValue => "no single value of the event meets this condition.",
    };
    text.to_owned()
}

fn not_tried(name: &str, dialect: Dialect) -> String {
    format!("`{name}` is not in what this pattern is tried on: {}", dialect.reads(Lang::En))
}

/// What was done to a pattern, as a sentence.
pub(crate) fn pattern_change(change: &PatternChange) -> String {
    match change {
        PatternChange::Asks(name) => format!("The pattern asks for `{name}` now."),
        PatternChange::TakesMore(name) => format!("`{name}` takes this value, too."),
        PatternChange::TakesAlready(name) => format!("`{name}` takes this value already."),
    }
}

/// What was done to an input transformer, as a sentence.
pub(crate) fn variable_change(change: &VariableChange) -> String {
    let name = &change.name;
    match (change.entered, change.template) {
        (true, InTemplate::Added) => format!("`<{name}>` is in the template now."),
        (false, InTemplate::Added) => {
            format!("`<{name}>` already holds it, and is in the template now.")
        }
        (true, _) => format!("`<{name}>` holds it now: write it in the template."),
        (false, InTemplate::Present) => format!("`<{name}>` holds it already."),
        (false, InTemplate::Absent) => format!("`<{name}>` holds it already: write it in the template."),
    }
}
