//! Why a form does not show something of a pattern, or a change of it cannot be made.

use rulepad_document::json::ValueKind;

/// Why a change of a form cannot be made.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum NotBuilt {
    /// There is no form of the pattern.
    NoForm(NoForm),
    /// AWS would refuse what comes out.
    Refused(Box<rulepad_pattern::Message>),
    /// The pattern has no such field.
    NoField(String),
    /// The form leaves the field as it is.
    KeptAsWritten(String),
    /// The field's list has no matcher at this place.
    NoMatcher { field: String, at: usize },
    /// The only field of a pattern cannot go.
    OnlyField,
    /// The name of the new field, or a part of it, is blank.
    NoName,
    /// A form does not write alternatives.
    Or,
    /// The new field is an object of fields already.
    HasFields(String),
    /// A name above the new field is there twice.
    Twice(String),
    /// What is above the new field is a list of values.
    HasValues(String),
    /// A value is not JSON.
    NotJson(String),
    /// A value is not a single one.
    NotOneValue(String),
    /// A value is a list.
    List,
    /// A number is blank.
    NoNumber,
    /// A number is none.
    NotANumber(String),
}

/// Why there is no form of a pattern.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum NoForm {
    /// It is many times longer than AWS takes.
    TooLong,
    /// Its JSON is broken.
    Broken { line: u32, message: Box<rulepad_document::Message> },
    /// It is another kind of value.
    NotAnObject(ValueKind),
    /// It has no value.
    Unreadable,
}

/// Why a form does not show a part of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeptWhy {
    /// The field is there twice.
    Twice,
    /// Alternatives.
    Or,
    /// An object without a field.
    Empty,
    /// A value without its list.
    NoList,
}

/// What is probably wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowNote {
    /// No event type of this name is known.
    UnknownType,
    /// No event of this type is known to have the field.
    UnknownField,
}

impl From<NoForm> for NotBuilt {
    fn from(why: NoForm) -> Self {
        Self::NoForm(why)
    }
}
