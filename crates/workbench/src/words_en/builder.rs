//! The form of a pattern in English.

use crate::builder::{Comparison, KeptWhy, NoForm, NotBuilt, RowNote};
use crate::catalogue::{FieldInfo, FieldKind};
use rulepad_document::words::en;
use rulepad_document::{Lang, Words};

/// Why a change cannot be made, in lower case.
pub(crate) fn not_built(why: &NotBuilt) -> String {
    let fixed = match why {
        NotBuilt::NoForm(why) => {
            let sentence = no_form(why);
            return sentence.trim_end_matches('.').to_owned();
        }
        NotBuilt::Refused(message) => return message.words(Lang::En),
        NotBuilt::NoField(field) => return format!("the pattern has no field `{field}`"),
        NotBuilt::KeptAsWritten(field) => {
            return format!("`{field}` is kept as written: change it in the JSON");
        }
        NotBuilt::NoMatcher { field, at } => return format!("`{field}` has no matcher {}", at + 1),
        NotBuilt::OnlyField => "an event pattern needs one field at least",
        NotBuilt::NoName => "the name of a field is missing",
        NotBuilt::Or => "alternatives are written in the JSON",
        NotBuilt::HasFields(field) => return format!("`{field}` holds other fields: add one of them"),
        NotBuilt::Twice(name) => {
            return format!("`{name}` appears twice: combine both in the JSON first");
        }
        NotBuilt::HasValues(name) => {
            return format!("`{name}` has a list of values, so it can have no fields under it");
        }
        NotBuilt::NotJson(text) => return format!("`{text}` is not JSON"),
        NotBuilt::NotOneValue(text) => return format!("`{text}` is not one value"),
        NotBuilt::List => "a list of matchers cannot contain another list",
        NotBuilt::NoNumber => "a number is missing",
        NotBuilt::NotANumber(text) => return format!("`{text}` is not a number"),
    };
    fixed.to_owned()
}

/// Why there is no form, in a sentence.
pub(crate) fn no_form(why: &NoForm) -> String {
    match why {
        NoForm::TooLong => {
            "The pattern is too long for a form: AWS takes 4096 characters at most.".to_owned()
        }
        NoForm::Broken { line, message } => {
            format!("The JSON of the pattern is broken in line {line}: {}.", message.words(Lang::En))
        }
        NoForm::NotAnObject(kind) => format!("The pattern is {} and must be an object.", en::a(*kind)),
        NoForm::Unreadable => "The pattern cannot be read.".to_owned(),
    }
}

/// Why the form does not show a part of a pattern, in a sentence.
pub(crate) fn kept_why(why: KeptWhy, field: &str) -> String {
    match why {
        KeptWhy::Twice => format!("`{field}` appears twice in the pattern."),
        KeptWhy::Or => "A form has no place for alternatives of several fields.".to_owned(),
        KeptWhy::Empty => "It contains no field.".to_owned(),
        KeptWhy::NoList => "AWS expects a list of values here.".to_owned(),
    }
}

/// What is probably wrong with a row, in a sentence.
pub(crate) fn row_note(note: RowNote) -> &'static str {
    match note {
        RowNote::UnknownType => "The catalogue has no such event type for this source.",
        RowNote::UnknownField => "Neither the schema of this event type nor the event has this field.",
    }
}

/// One end of a range, as an offer has it.
pub(crate) fn comparison(one: &Comparison) -> String {
    let number = &one.number;
    match one.sign.as_str() {
        ">=" => format!("{number} or more"),
        ">" => format!("above {number}"),
        "<=" => format!("up to {number}"),
        "<" => format!("below {number}"),
        _ => number.clone(),
    }
}

/// A value that starts with a text, as an offer has it.
pub(crate) fn starts_with(text: &str) -> String {
    format!("starts with {text}")
}

/// A value that ends with a text, as an offer has it.
pub(crate) fn ends_with(text: &str) -> String {
    format!("ends with {text}")
}

/// That there is a sample of an event type.
pub(crate) const SAMPLE: &str = "sample";

/// A word for a kind of field.
pub(crate) fn kind(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::String => "string",
        FieldKind::Number => "number",
        FieldKind::Boolean => "boolean",
        FieldKind::Null => "null",
        FieldKind::Object => "object",
        FieldKind::Any => "any value",
    }
}

/// What a field holds, in a few words.
pub(crate) fn field_kind(field: &FieldInfo) -> String {
    let name = kind(field.kind);
    if field.list { format!("{name}, in an array") } else { name.to_owned() }
}
