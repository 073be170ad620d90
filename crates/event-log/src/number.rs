//! Numbers as DynamoDB stores them: 38 digits, a bounded magnitude, equal however they are spelled.

use crate::aws::AwsSentence;
use std::borrow::Cow;

/// The most significant digits DynamoDB stores.
const MAX_DIGITS: usize = 38;
/// The exponents of its largest and smallest numbers.
const LARGEST: i64 = 125;
const SMALLEST: i64 = -130;

/// A JSON number taken apart: `digits × 10^exponent`, without zeros at either end of the digits; zero has none.
struct Decimal<'t> {
    negative: bool,
    digits: Cow<'t, str>,
    exponent: i64,
}

impl<'t> Decimal<'t> {
    fn parse(text: &'t str) -> Self {
        let (negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
        // An exponent beyond 64 bits is beyond every limit here as well.
        let sign = if exponent.starts_with('-') { -1 } else { 1 };
        let exponent = exponent.parse::<i64>().unwrap_or(sign * (i64::MAX / 4));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all: Cow<'t, str> =
            if fraction.is_empty() { Cow::Borrowed(whole) } else { Cow::Owned(format!("{whole}{fraction}")) };
        let length = |text: &str| i64::try_from(text.len()).unwrap_or(i64::MAX / 4);
        let kept = all.trim_end_matches('0').len();
        let trimmed = length(&all) - i64::try_from(kept).unwrap_or(0);
        let digits = all.get(..kept).unwrap_or("").trim_start_matches('0').to_owned();
        let exponent = exponent.saturating_sub(length(fraction)).saturating_add(trimmed);
        let zero = digits.is_empty();
        Self {
            negative: negative && !zero,
            digits: Cow::Owned(digits),
            exponent: if zero { 0 } else { exponent },
        }
    }
}

/// How many digits remain once the zeros at both ends are gone.
pub(super) fn significant_digits(text: &str) -> usize {
    Decimal::parse(text).digits.len()
}

/// The same text for every spelling of the same number.
pub(super) fn canonical(text: &str) -> String {
    let Decimal { negative, digits, exponent } = Decimal::parse(text);
    let sign = if negative { "-" } else { "" };
    if digits.is_empty() { "0".to_owned() } else { format!("{sign}{digits}e{exponent}") }
}

/// DynamoDB's sentence for a number it does not store.
pub(super) fn refusal(text: &str) -> Option<AwsSentence> {
    let number = Decimal::parse(text);
    let digits = i64::try_from(number.digits.len()).unwrap_or(i64::MAX / 4);
    if digits == 0 {
        return None;
    }
    let magnitude = number.exponent.saturating_add(digits - 1);
    if number.digits.len() > MAX_DIGITS {
        Some(AwsSentence::Digits)
    } else if magnitude > LARGEST {
        Some(AwsSentence::Overflow)
    } else if magnitude < SMALLEST {
        Some(AwsSentence::Underflow)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_number_are_one() {
        for text in ["10", "10.0", "1e1", "1E+1", "100e-1", "0.1e2"] {
            assert_eq!(canonical(text), "1e1", "{text}");
        }
        for text in ["0", "-0", "0.00", "0e99999999999999999999"] {
            assert_eq!(canonical(text), "0", "{text}");
        }
        assert_ne!(canonical("-10"), canonical("10"));
        assert_ne!(canonical("1e99999999999999999999"), canonical("1e-99999999999999999999"));
    }

    #[test]
    fn digits_and_magnitude_are_bounded() {
        assert_eq!(refusal(&"9".repeat(38)), None);
        assert_eq!(refusal(&format!("{}0000", "9".repeat(38))), None, "zeros at the end are trimmed");
        assert_eq!(refusal(&"9".repeat(39)), Some(AwsSentence::Digits));
        assert_eq!(refusal("9.9e125"), None);
        assert_eq!(refusal("1E-130"), None);
        assert_eq!(refusal("1e126"), Some(AwsSentence::Overflow));
        assert_eq!(refusal("-1e-131"), Some(AwsSentence::Underflow));
        assert_eq!(refusal("1e999999999999999999999"), Some(AwsSentence::Overflow));
        assert_eq!(refusal("0e999999999999999999999"), None);
        assert_eq!(significant_digits("-001200.00"), 2);
    }
}
