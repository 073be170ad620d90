//! Numbers as AWS's engine compares them: by exact decimal value where a double can hold it.

use std::cmp::Ordering;
use std::fmt::{self, Write};

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
    let shortest = shortest(value)?;
    let named = Decimal::read(shortest.text())?;
    // Negative zero is zero.
    (written == named).then_some(value + 0.0)
}

/// How two numeric values compare; both come from [`comparable`], so neither is NaN.
#[must_use]
pub fn order(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b).unwrap_or(Ordering::Equal)
}

/// The text of a double, which needs no more than 24 bytes.
#[derive(Default)]
struct Short {
    bytes: [u8; 32],
    length: usize,
}

impl Short {
    fn text(&self) -> &str {
        self.bytes.get(..self.length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
    }
}

impl Write for Short {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

/// The shortest decimal that names a double, of at least two digits, as the engine's Java prints it:
/// the two-digit rule makes the smallest double `4.9e-324`, not `5e-324`.
fn shortest(value: f64) -> Option<Short> {
    let mut short = Short::default();
    write!(short, "{value:e}").ok()?;
    if short.text().contains('.') {
        return Some(short);
    }
    let mut two = Short::default();
    write!(two, "{value:.1e}").ok()?;
    Some(if two.text().parse() == Ok(value) { two } else { short })
}

/// A decimal number as it is written, compared without redundancy: without leading and trailing zeros, zero without
/// sign.
struct Decimal<'t> {
    negative: bool,
    whole: &'t str,
    fraction: &'t str,
    /// How many zeros come before the digits that count.
    leading: usize,
    /// How many digits count.
    length: usize,
    /// The power of ten of the last digit that counts.
    exponent: i64,
}

impl<'t> Decimal<'t> {
    fn read(text: &'t str) -> Option<Self> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, power) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, power)) => (mantissa, power.parse::<i64>().ok()?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = || whole.bytes().chain(fraction.bytes());
        let leading = all().take_while(|digit| *digit == b'0').count();
        let length = whole.len() + fraction.len() - leading;
        if length == 0 {
            return Some(Self { negative: false, whole, fraction, leading, length, exponent: 0 });
        }
        let trailing = all().rev().take_while(|digit| *digit == b'0').count();
        let exponent = power
            .checked_sub(i64::try_from(fraction.len()).ok()?)?
            .checked_add(i64::try_from(trailing).ok()?)?;
        Some(Self { negative, whole, fraction, leading, length: length - trailing, exponent })
    }

    fn digits(&self) -> impl Iterator<Item = u8> {
        self.whole.bytes().chain(self.fraction.bytes()).skip(self.leading).take(self.length)
    }
}

impl PartialEq for Decimal<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.negative, self.length, self.exponent) == (other.negative, other.length, other.exponent)
            && self.digits().eq(other.digits())
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
