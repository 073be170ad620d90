//! The operators, one file each: what it reads, what it accepts, how it is said.

pub mod anything_but;
pub mod cidr;
pub mod equals_ignore_case;
pub mod exact;
pub mod exactly;
pub mod exists;
pub mod numeric;
pub mod prefix;
pub mod suffix;
pub mod wildcard;

use crate::event::Scalar;
use rulepad_document::json::quote;

/// The operator names, in the order of AWS's documentation.
pub const NAMES: [&str; 9] = [
    "prefix",
    "suffix",
    "equals-ignore-case",
    "wildcard",
    "anything-but",
    "numeric",
    "cidr",
    "exists",
    "exactly",
];

/// What an operator does, in a line.
#[must_use]
pub fn synopsis(name: &str) -> &'static str {
    match name {
        "prefix" => "the string starts with this text",
        "suffix" => "the string ends with this text",
        "equals-ignore-case" => "the string equals this one, whatever its case",
        "wildcard" => "the string matches, where * is any run of characters",
        "anything-but" => "the value is there and is none of these",
        "numeric" => "the number equals, or lies in a range",
        "cidr" => "the string is an IP address in this block",
        "exists" => "the field has a value, or has none",
        "exactly" => "the string equals this one, character for character",
        _ => "",
    }
}

/// An operator as it is written, with empty quotes where its text goes.
#[must_use]
pub fn snippet(name: &str) -> &'static str {
    match name {
        "prefix" => "{\"prefix\": \"\"}",
        "suffix" => "{\"suffix\": \"\"}",
        "equals-ignore-case" => "{\"equals-ignore-case\": \"\"}",
        "wildcard" => "{\"wildcard\": \"\"}",
        "anything-but" => "{\"anything-but\": \"\"}",
        "numeric" => "{\"numeric\": [\">\", 0]}",
        "cidr" => "{\"cidr\": \"10.0.0.0/8\"}",
        "exists" => "{\"exists\": true}",
        "exactly" => "{\"exactly\": \"\"}",
        _ => "",
    }
}

/// What one matcher tests.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// A plain value.
    Exact(exact::Exact),
    /// `exactly`
    Exactly(exactly::Exactly),
    /// `prefix`
    Prefix(prefix::Prefix),
    /// `suffix`
    Suffix(suffix::Suffix),
    /// `equals-ignore-case`
    EqualsIgnoreCase(equals_ignore_case::EqualsIgnoreCase),
    /// `wildcard`
    Wildcard(wildcard::Wildcard),
    /// `anything-but`
    AnythingBut(anything_but::AnythingBut),
    /// `numeric`
    Numeric(numeric::Numeric),
    /// `cidr`
    Cidr(cidr::Cidr),
    /// `exists`
    Exists(exists::Exists),
}

impl Test {
    /// Whether the test accepts a value that is there.
    #[must_use]
    pub fn accepts(&self, value: &Scalar) -> bool {
        match self {
            Self::Exact(test) => test.accepts(value),
            Self::Exactly(test) => test.accepts(value),
            Self::Prefix(test) => test.accepts(value),
            Self::Suffix(test) => test.accepts(value),
            Self::EqualsIgnoreCase(test) => test.accepts(value),
            Self::Wildcard(test) => test.accepts(value),
            Self::AnythingBut(test) => test.accepts(value),
            Self::Numeric(test) => test.accepts(value),
            Self::Cidr(test) => test.accepts(value),
            Self::Exists(test) => test.0,
        }
    }

    /// The operator's name; `None` for a plain value.
    #[must_use]
    pub fn operator(&self) -> Option<&'static str> {
        Some(match self {
            Self::Exact(_) => return None,
            Self::Exactly(_) => "exactly",
            Self::Prefix(_) => "prefix",
            Self::Suffix(_) => "suffix",
            Self::EqualsIgnoreCase(_) => "equals-ignore-case",
            Self::Wildcard(_) => "wildcard",
            Self::AnythingBut(_) => "anything-but",
            Self::Numeric(_) => "numeric",
            Self::Cidr(_) => "cidr",
            Self::Exists(_) => "exists",
        })
    }

    /// What the test wants, as it stands after "the pattern wants".
    #[must_use]
    pub fn wants(&self) -> String {
        match self {
            Self::Exact(test) => test.wants(),
            Self::Exactly(test) => test.wants(),
            Self::Prefix(test) => test.wants(),
            Self::Suffix(test) => test.wants(),
            Self::EqualsIgnoreCase(test) => test.wants(),
            Self::Wildcard(test) => test.wants(),
            Self::AnythingBut(test) => test.wants(),
            Self::Numeric(test) => test.wants(),
            Self::Cidr(test) => test.wants(),
            Self::Exists(test) => test.wants().to_owned(),
        }
    }

    /// The test on a field as a formula.
    #[must_use]
    pub fn formula(&self, name: &str) -> String {
        let list = |list: Vec<String>| {
            if list.len() == 1 { list.concat() } else { format!("{{{}}}", list.join(", ")) }
        };
        let differs = |count: usize| if count == 1 { "≠" } else { "∉" };
        let quoted = |texts: &[String]| list(texts.iter().map(|text| quote(text)).collect());
        match self {
            Self::Exact(test) => format!("{name} = {}", test.0.json()),
            Self::Exactly(test) => format!("{name} ≡ {}", quote(&test.0)),
            Self::Prefix(prefix::Prefix::Exact(text)) => format!("{name} starts {}", quote(text)),
            Self::Prefix(prefix::Prefix::IgnoreCase(text)) => {
                format!("{name} starts~ {}", quote(text.text()))
            }
            Self::Suffix(suffix::Suffix::Exact(text)) => format!("{name} ends {}", quote(text)),
            Self::Suffix(suffix::Suffix::IgnoreCase(text)) => format!("{name} ends~ {}", quote(text.text())),
            Self::EqualsIgnoreCase(test) => format!("{name} ~ {}", quote(test.0.text())),
            Self::Wildcard(test) => format!("{name} like {}", quote(test.text())),
            Self::Cidr(_) => format!("{name} ∈ {}", self.wants().trim_start_matches("an IP address in ")),
            Self::Exists(test) if test.0 => format!("∃ {name}"),
            Self::Exists(_) => format!("∄ {name}"),
            Self::Numeric(test) => numeric_formula(test, name),
            Self::AnythingBut(test) => match test {
                anything_but::AnythingBut::Strings(texts) => {
                    format!("{name} {} {}", differs(texts.len()), quoted(texts))
                }
                anything_but::AnythingBut::Numbers(numbers) => {
                    let texts = list(numbers.iter().map(|(text, _)| text.clone()).collect());
                    format!("{name} {} {texts}", differs(numbers.len()))
                }
                anything_but::AnythingBut::Prefix(texts) => format!("¬({name} starts {})", quoted(texts)),
                anything_but::AnythingBut::Suffix(texts) => format!("¬({name} ends {})", quoted(texts)),
                anything_but::AnythingBut::IgnoreCase(texts) => {
                    format!("¬({name} ~ {})", list(texts.iter().map(|text| quote(text.text())).collect()))
                }
                anything_but::AnythingBut::Wildcard(texts) => {
                    format!("¬({name} like {})", list(texts.iter().map(|text| quote(text.text())).collect()))
                }
                anything_but::AnythingBut::Never => "false".to_owned(),
            },
        }
    }

    /// The kind of value the test can accept, as a person names it; `None` when any kind will do.
    #[must_use]
    pub fn wanted_kind(&self) -> Option<&'static str> {
        match self {
            Self::Exact(test) => Some(test.0.kind()),
            Self::Numeric(_) => Some("a number"),
            Self::Exactly(_)
            | Self::Prefix(_)
            | Self::Suffix(_)
            | Self::EqualsIgnoreCase(_)
            | Self::Wildcard(_)
            | Self::Cidr(_) => Some("a string"),
            Self::AnythingBut(_) | Self::Exists(_) => None,
        }
    }
}

fn numeric_formula(test: &numeric::Numeric, name: &str) -> String {
    let sign = |inclusive: bool| if inclusive { "≤" } else { "<" };
    match (&test.bottom, &test.top) {
        (Some(bottom), Some(top)) if bottom == top => format!("{name} = {}", bottom.text),
        (Some(bottom), Some(top)) => {
            format!("{} {} {name} {} {}", bottom.text, sign(bottom.inclusive), sign(top.inclusive), top.text)
        }
        (Some(bottom), None) => {
            format!("{name} {} {}", if bottom.inclusive { "≥" } else { ">" }, bottom.text)
        }
        (None, Some(top)) => format!("{name} {} {}", sign(top.inclusive), top.text),
        (None, None) => format!("∃ {name}"),
    }
}
