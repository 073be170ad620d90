//! Numbers as AWS's engine compares them: by exact decimal value where a double can hold it.

use std::cmp::Ordering;

/// The numeric value of a JSON number, or `None` where a double cannot hold it exactly enough.
///
/// Observed of AWS's engine: a number has a value when its decimal value equals the shortest decimal
/// that names its nearest double. `300`, `300.0` and `3E+2` have the same value; `9007199254740993`,
/// `1.00000000000000000001` and `1e400` have none and compare by their text alone.
#[must_use]
pub fn comparable(text: &str) -> Option<f64> {
    let value: f64 = text.parse().ok()?;
    let written = Decimal::read(text)?;
    if !value.is_finite() {
        return None;
    }
    let named = Decimal::read(&shortest(value))?;
    // Negative zero is zero.
    (written == named).then_some(value + 0.0)
}

/// How two numeric values compare; both come from [`comparable`], so neither is NaN.
#[must_use]
pub fn order(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b).unwrap_or(Ordering::Equal)
}

/// The shortest decimal that names a double, of at least two digits, as the engine's Java prints it:
/// the two-digit rule makes the smallest double `4.9e-324`, not `5e-324`.
fn shortest(value: f64) -> String {
    let short = format!("{value:e}");
    if short.contains('.') {
        return short;
    }
    let two = format!("{value:.1e}");
    if two.parse() == Ok(value) { two } else { short }
}

/// A decimal number without redundancy: no leading or trailing zeros, zero without sign.
#[derive(PartialEq)]
struct Decimal {
    negative: bool,
    digits: String,
    /// The power of ten of the last digit.
    exponent: i64,
}

impl Decimal {
    fn read(text: &str) -> Option<Self> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, power) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, power)) => (mantissa, power.parse::<i64>().ok()?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{fraction}");
        let digits = all.trim_start_matches('0').trim_end_matches('0');
        if digits.is_empty() {
            return Some(Self { negative: false, digits: String::new(), exponent: 0 });
        }
        let trailing = all.len() - all.trim_end_matches('0').len();
        let exponent = power
            .checked_sub(i64::try_from(fraction.len()).ok()?)?
            .checked_add(i64::try_from(trailing).ok()?)?;
        Some(Self { negative, digits: digits.to_owned(), exponent })
    }
}

#[cfg(test)]
mod tests {
    use super::comparable;

    #[test]
    fn spelling_does_not_matter() {
        for same in ["300", "300.0", "3E+2", "0.3e3", "30e1"] {
            assert_eq!(comparable(same), Some(300.0), "{same}");
        }
        assert_eq!(comparable("-0"), comparable("0.00"));
        assert!(comparable("-0").is_some_and(f64::is_sign_positive));
    }

    #[test]
    fn what_a_double_cannot_hold_has_no_value() {
        for none in [
            "9007199254740993",
            "1.00000000000000000001",
            "1e400",
            "36028797018963968",
            "5e-324",
            "1e-323",
            "1e-400",
        ] {
            assert_eq!(comparable(none), None, "{none}");
        }
        for some in
            ["36028797018963970", "4.9e-324", "9.9e-324", "1e30", "1.7976931348623157E308", "0.1", "2e-5"]
        {
            assert!(comparable(some).is_some(), "{some}");
        }
    }
}
