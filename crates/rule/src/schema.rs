//! The shape of a JSON value that AWS takes: members, types, limits. Data only; what reads it is beside it.

use crate::message::Hint;

/// What may stand somewhere.
#[derive(Clone, Copy)]
pub(super) enum Wants {
    /// A string.
    Text(Text),
    /// One of these strings, with what each is for.
    Choice(&'static [(&'static str, Option<Hint>)]),
    /// A whole number from, to.
    Whole(i64, i64),
    /// `true` or `false`.
    Switch,
    /// An array of at least, at most so many.
    List(&'static Wants, usize, usize),
    /// An object with these members and no other.
    Object(&'static [SchemaField]),
    /// An object with any keys of this form, and these values.
    Map(Text, &'static Wants),
    /// Anything.
    Any,
}

/// What a string must be.
#[derive(Clone, Copy)]
pub(super) struct Text {
    /// The fewest characters.
    pub least: usize,
    /// The most characters.
    pub most: usize,
    /// Whether a value that is a path into the event is replaced.
    pub path: Dynamic,
    /// The form it has besides, where it has one.
    pub form: Option<Form>,
}

/// Whether a string may be a path into the original event (user guide, `eb-targets`, dynamic path parameters).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dynamic {
    /// It is taken as it stands.
    No,
    /// It may be one.
    May,
    /// It is always one.
    Must,
}

/// A form of a string.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// Whether a string has it.
    pub fits: fn(&str) -> bool,
    /// What it is.
    pub name: TextForm,
}

/// The name of a form of a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextForm {
    /// More than white space.
    NotBlank,
    /// The name of an HTTP header.
    HeaderName,
    /// The value of an HTTP header.
    HeaderValue,
    /// A key or a value of a query string.
    Query,
    /// The ARN of a secret.
    SecretArn,
    /// The key of a tag by which a command finds its instances.
    TagKey,
    /// The name of a parameter of a pipeline.
    ParameterName,
}

/// The kind of value that is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedType {
    /// A string.
    String,
    /// A whole number.
    WholeNumber,
    /// `true` or `false`.
    Bool,
    /// An array.
    Array,
    /// An object.
    Object,
    /// Anything.
    Value,
}

/// A member of an object.
#[derive(Clone, Copy)]
pub(super) struct SchemaField {
    /// Its name, as AWS spells it.
    pub name: &'static str,
    /// What it is for.
    pub about: Option<Hint>,
    /// What it holds.
    pub wants: Wants,
    /// Whether AWS refuses the object without it.
    pub required: bool,
    /// What it is called elsewhere, beyond another spelling of the name.
    pub also: &'static [&'static str],
}

/// A member of a payload, which needs no hint.
pub(super) const fn member(name: &'static str, wants: Wants) -> SchemaField {
    SchemaField { name, about: None, wants, required: false, also: &[] }
}

pub(super) const fn field(name: &'static str, wants: Wants, about: Hint) -> SchemaField {
    SchemaField { name, about: Some(about), wants, required: false, also: &[] }
}

impl SchemaField {
    pub(super) const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    pub(super) const fn also(self, names: &'static [&'static str]) -> Self {
        Self { also: names, ..self }
    }
}

/// A string of so many characters that is taken as it stands.
pub(super) const fn text(least: usize, most: usize) -> Text {
    Text { least, most, path: Dynamic::No, form: None }
}

impl Text {
    /// It may be a path into the event.
    pub(super) const fn dynamic(self) -> Self {
        Self { path: Dynamic::May, ..self }
    }

    /// It is a path into the event.
    pub(super) const fn path(self) -> Self {
        Self { path: Dynamic::Must, ..self }
    }

    pub(super) const fn form(self, fits: fn(&str) -> bool, name: TextForm) -> Self {
        Self { form: Some(Form { fits, name }), ..self }
    }
}

/// No limit that AWS names.
pub(super) const ANY: usize = usize::MAX;

impl Wants {
    /// The kind of value.
    pub(super) fn expected(self) -> ExpectedType {
        match self {
            Self::Text(_) | Self::Choice(_) => ExpectedType::String,
            Self::Whole(..) => ExpectedType::WholeNumber,
            Self::Switch => ExpectedType::Bool,
            Self::List(..) => ExpectedType::Array,
            Self::Object(_) | Self::Map(..) => ExpectedType::Object,
            Self::Any => ExpectedType::Value,
        }
    }
}
