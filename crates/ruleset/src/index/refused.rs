//! Conditions with more than one `anything-but`: the value passes where one of them lets it pass.

use super::Value;
use super::check::Check;
use crate::read::number;
use rulepad_pattern::ignore_case::IgnoreCase;
use rulepad_pattern::operator::anything_but::AnythingBut;

/// Every `anything-but` of one condition.
#[derive(Clone, Debug)]
pub(crate) struct Refusals(pub Vec<AnythingBut>);

impl Refusals {
    /// Whether one of them accepts the value.
    pub fn one_accepts(&self, value: Value<'_>) -> bool {
        self.0.iter().any(|test| *test != AnythingBut::Never && !refuses(test, value))
    }

    /// How many steps of work a value costs.
    pub fn cost(&self, value: Value<'_>) -> u64 {
        let Value::String(text) = value else { return self.0.len() as u64 };
        let texts: usize = self.0.iter().map(|test| count(test) * (1 + text.len() / 64)).sum();
        texts as u64
    }

    pub fn bytes(&self) -> usize {
        self.0.iter().map(|test| count(test) * size_of::<String>() + size_of::<AnythingBut>()).sum()
    }
}

fn count(test: &AnythingBut) -> usize {
    match test {
        AnythingBut::Strings(list) | AnythingBut::Prefix(list) | AnythingBut::Suffix(list) => list.len(),
        AnythingBut::Numbers(list) => list.len(),
        AnythingBut::IgnoreCase(list) => list.len(),
        AnythingBut::Wildcard(list) => list.len(),
        AnythingBut::Never => 1,
    }
}

fn refuses(test: &AnythingBut, value: Value<'_>) -> bool {
    let equals = |text: &IgnoreCase, value: &[u8]| Check::Equals(text.clone()).accepts(value);
    match (test, value) {
        (AnythingBut::Numbers(list), Value::Number(text)) => {
            number::value(text).is_some_and(|value| list.iter().any(|(_, own)| *own == value))
        }
        (AnythingBut::Strings(list), Value::String(value)) => list.iter().any(|own| own.as_bytes() == value),
        (AnythingBut::Prefix(list), Value::String(value)) => {
            list.iter().any(|own| value.starts_with(own.as_bytes()))
        }
        (AnythingBut::Suffix(list), Value::String(value)) => {
            list.iter().any(|own| value.ends_with(own.as_bytes()))
        }
        (AnythingBut::IgnoreCase(list), Value::String(value)) => list.iter().any(|own| equals(own, value)),
        (AnythingBut::Wildcard(list), Value::String(value)) => {
            list.iter().any(|own| Check::wildcard(own).accepts(value))
        }
        _ => false,
    }
}
