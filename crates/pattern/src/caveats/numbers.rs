//! Numbers that AWS's engine trips over: ranges at the greatest one, and codes that read as strings.

use super::diagnostics as say;
use super::spans::respell;
use crate::event::{Event, Scalar};
use crate::message::Diagnostic;
use crate::operator::Test;
use crate::operator::anything_but::AnythingBut;
use crate::operator::exact::Exact;
use crate::operator::numeric::Numeric;
use crate::operator::suffix::Suffix;
use crate::syntax::{Condition, Matcher};

/// A range with one bound, which leaves nothing but the bound itself.
pub(super) fn beyond_all(matcher: &Matcher) -> Option<Diagnostic> {
    let Test::Numeric(range) = &matcher.test else { return None };
    let bound = match range {
        Numeric { bottom: Some(bound), top: None } if bound.value == f64::MAX => bound,
        Numeric { bottom: None, top: Some(bound) } if bound.value == f64::MIN => bound,
        _ => return None,
    };
    let number = format!("{{\"numeric\": [\"=\", {}]}}", bound.text);
    let edits = if bound.inclusive { respell(matcher.span, number) } else { Vec::new() };
    Some(say::beyond_all_numbers(matcher.span, edits))
}

/// Suffixes are read backwards. On a field with a test for numbers the engine encodes a number in ten digits
/// of seven bits, and the last digits of one in a few thousand million are a suffix with its closing quote.
pub(super) fn read_backwards(used: &[&Condition], event: &Event) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for condition in used {
        let numeric = used
            .iter()
            .filter(|other| other.name == condition.name)
            .any(|other| other.matchers.iter().any(|matcher| tests_numbers(&matcher.test)));
        if !numeric {
            continue;
        }
        let entries = || event.entries(&condition.name).map(|(_, entry)| &entry.value);
        if entries().any(|value| condition.matchers.iter().any(|own| own.test.accepts(value))) {
            continue;
        }
        for (_, entry) in event.entries(&condition.name) {
            let Scalar::Number(text, Some(value)) = &entry.value else { continue };
            let code = code(*value);
            let ends = |suffix: &str| code.ends_with(format!("{suffix}\"").as_bytes());
            let taken = condition
                .matchers
                .iter()
                .find(|matcher| matches!(&matcher.test, Test::Suffix(Suffix::Exact(suffix)) if ends(suffix)));
            if let Some(matcher) = taken {
                found.push(say::number_with_suffix(matcher.span, text, entry.span));
            }
        }
    }
    found
}

pub(super) fn tests_numbers(test: &Test) -> bool {
    matches!(
        test,
        Test::Numeric(_)
            | Test::Exact(Exact(Scalar::Number(..)))
            | Test::AnythingBut(AnythingBut::Numbers(_))
    )
}

/// The engine's code of a number: its bits, in the order of the numbers, seven to a digit.
fn code(value: f64) -> [u8; 10] {
    let bits = value.to_bits();
    let ordered = if value.is_sign_negative() { !bits } else { bits | (1 << 63) };
    let mut digits = [0; 10];
    for (at, digit) in digits.iter_mut().rev().enumerate() {
        *digit = u8::try_from((ordered >> (7 * at)) & 0x7f).unwrap_or(0);
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn codes_are_in_the_order_of_the_numbers() {
        let numbers = [f64::MIN, -2.0, -1.0, -0.5, 0.0, 1e-300, 0.5, 1.0, 2.0, f64::MAX];
        assert!(numbers.is_sorted_by_key(|number| code(*number)));
        assert_eq!(code(1.0000000000000075).last(), Some(&b'"'));
    }
}
