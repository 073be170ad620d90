//! `anything-but`: the value is there and is none of these.

use crate::event::Scalar;
use crate::ignore_case::IgnoreCase;
use crate::operator::wildcard::Wildcard;
use rulepad_document::json::quote;

/// What the value must not be. A value of another type passes; of an array one innocent element is
/// enough; a missing field does not pass.
#[derive(Clone, Debug, PartialEq)]
pub enum AnythingBut {
    /// None of these strings.
    Strings(Vec<String>),
    /// None of these numbers: text and value.
    Numbers(Vec<(String, f64)>),
    /// Starts with none of these.
    Prefix(Vec<String>),
    /// Ends with none of these.
    Suffix(Vec<String>),
    /// Is none of these, in any case.
    IgnoreCase(Vec<IgnoreCase>),
    /// Matches none of these.
    Wildcard(Vec<Wildcard>),
    /// An empty list under an operator: AWS's engine accepts nothing there.
    Never,
}

impl AnythingBut {
    pub(crate) fn accepts(&self, value: &Scalar) -> bool {
        *self != Self::Never && self.excluded_by(value).is_none()
    }

    /// The entry that the value is, in words; `None` when the value passes.
    #[must_use]
    pub fn excluded_by(&self, value: &Scalar) -> Option<String> {
        match (self, value) {
            (Self::Numbers(list), Scalar::Number(_, Some(value))) => {
                list.iter().find(|(_, own)| own == value).map(|(text, _)| text.clone())
            }
            (Self::Strings(list), Scalar::String(value)) => {
                list.iter().find(|own| *own == value).map(|own| quote(own))
            }
            (Self::Prefix(list), Scalar::String(value)) => list
                .iter()
                .find(|own| value.starts_with(own.as_str()))
                .map(|own| format!("prefix {}", quote(own))),
            (Self::Suffix(list), Scalar::String(value)) => list
                .iter()
                .find(|own| value.ends_with(own.as_str()))
                .map(|own| format!("suffix {}", quote(own))),
            (Self::IgnoreCase(list), Scalar::String(value)) => list
                .iter()
                .find(|own| own.equals(value))
                .map(|own| format!("{} in any case", quote(own.text()))),
            (Self::Wildcard(list), Scalar::String(value)) => list
                .iter()
                .find(|own| own.matches(value))
                .map(|own| format!("wildcard {}", quote(own.text()))),
            _ => None,
        }
    }

    pub(crate) fn wants(&self) -> String {
        let (what, list): (&str, Vec<String>) = match self {
            Self::Strings(list) => ("anything but", list.iter().map(|own| quote(own)).collect()),
            Self::Numbers(list) => ("anything but", list.iter().map(|(text, _)| text.clone()).collect()),
            Self::Prefix(list) => {
                ("anything that does not start with", list.iter().map(|own| quote(own)).collect())
            }
            Self::Suffix(list) => {
                ("anything that does not end with", list.iter().map(|own| quote(own)).collect())
            }
            Self::IgnoreCase(list) => {
                ("anything but, in any case,", list.iter().map(|own| quote(own.text())).collect())
            }
            Self::Wildcard(list) => ("anything not like", list.iter().map(|own| quote(own.text())).collect()),
            Self::Never => ("nothing", Vec::new()),
        };
        if list.is_empty() { what.to_owned() } else { format!("{what} {}", crate::words::one_of(&list)) }
    }
}
