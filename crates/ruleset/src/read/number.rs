//! Numbers as AWS's engine compares them, from their bytes.

use rulepad_pattern::number::comparable;

/// The most digits of which every decimal is the shortest name of its double.
const SURE_DIGITS: usize = 15;

/// Powers of ten that a double holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

/// The value of a JSON number, as [`comparable`] gives it.
#[inline]
pub(crate) fn value(text: &[u8]) -> Option<f64> {
    short(text).or_else(|| comparable(std::str::from_utf8(text).ok()?))
}

/// The value of a number without exponent and with few digits: the double nearest to it is one division away,
/// and the number is the shortest that names it.
#[inline]
fn short(text: &[u8]) -> Option<f64> {
    let (negative, digits) = match text.split_first() {
        Some((b'-', rest)) => (true, rest),
        _ => (false, text),
    };
    if digits.len() > SURE_DIGITS + 1 {
        return None;
    }
    let (mut whole, mut fraction, mut point) = (0_u64, 0_usize, 0_usize);
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                whole = whole * 10 + u64::from(byte - b'0');
                fraction += point;
            }
            b'.' => point = 1,
            _ => return None,
        }
    }
    if digits.len() - point > SURE_DIGITS {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "below 10^15 every integer is a double")]
    let value = whole as f64 / POWERS.get(fraction)?;
    // Negative zero is zero.
    Some(if negative { 0.0 - value } else { value })
}

/// A key that sorts as the value does.
#[inline]
pub(crate) fn key(value: f64) -> u64 {
    let bits = (value + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_agrees_with_the_long_one() {
        for text in [
            "0",
            "-0",
            "-0.0",
            "1",
            "-1",
            "300.0",
            "0.1",
            "0.30000000000000",
            "123456789012345",
            "1234567.89012345",
            "0.00000000000001",
            "-99.95",
            "999999999999999",
            "1e3",
            "1234567890123456",
            "0.1234567890123456",
        ] {
            assert_eq!(
                value(text.as_bytes()).map(f64::to_bits),
                comparable(text).map(f64::to_bits),
                "{text}"
            );
        }
        let mut state = 1_u64;
        for _ in 0..100_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let digits = format!("{:015}", (state >> 14) % 1_000_000_000_000_000);
            let (whole, fraction) = digits.split_at(1 + (state >> 60) as usize % 14);
            let whole = whole.trim_start_matches('0');
            let text = format!(
                "{}{}.{fraction}",
                if state & 1 == 0 { "-" } else { "" },
                if whole.is_empty() { "0" } else { whole }
            );
            assert_eq!(
                value(text.as_bytes()).map(f64::to_bits),
                comparable(&text).map(f64::to_bits),
                "{text}"
            );
        }
    }

    #[test]
    fn keys_sort_as_values_do() {
        let mut values = [-1e300, -2.5, -1.0, -5e-324, 0.0, 5e-324, 0.5, 1.0, 1e300];
        let keys = values.map(key);
        assert!(keys.is_sorted());
        values.reverse();
        assert_eq!(key(-0.0), key(0.0));
    }
}
