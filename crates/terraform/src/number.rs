//! Numbers as Terraform writes them: it keeps 512 bits of a number and none of its spelling.

/// How many digits 512 bits hold.
const DIGITS: usize = 154;
/// The longest number that is written out.
const LONGEST: i64 = 2000;

/// The number as `jsonencode` and a template write it: no exponent, no superfluous zeros. `None` where it
/// has more digits than Terraform keeps, or would be too long to write out.
pub fn canonical(text: &str) -> Option<String> {
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text),
    };
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
        None => (unsigned, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let point = i64::try_from(whole.len()).ok()?.checked_add(exponent)?;
    let led = all.trim_start_matches('0');
    let point = point.checked_sub(i64::try_from(all.len() - led.len()).ok()?)?;
    let digits = led.trim_end_matches('0');
    if digits.is_empty() {
        return Some(format!("{sign}0"));
    }
    if digits.len() > DIGITS || !(-LONGEST..=LONGEST).contains(&point) {
        return None;
    }
    let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or_default());
    let length = i64::try_from(digits.len()).ok()?;
    let written = if point <= 0 {
        format!("0.{}{digits}", zeros(-point))
    } else if point >= length {
        format!("{digits}{}", zeros(point - length))
    } else {
        let (whole, fraction) = digits.split_at_checked(usize::try_from(point).ok()?)?;
        format!("{whole}.{fraction}")
    };
    Some(format!("{sign}{written}"))
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn numbers_lose_their_spelling_and_no_digit() {
        for (written, read) in [
            ("0", "0"),
            ("4.0", "4"),
            ("3.0e2", "300"),
            ("1.50", "1.5"),
            ("-  5", "-5"),
            ("0.10E-2", "0.001"),
            ("0012", "12"),
            ("100", "100"),
            ("9007199254740993", "9007199254740993"),
            ("18446744073709551617", "18446744073709551617"),
            ("12.5e1", "125"),
            ("-0.0", "-0"),
        ] {
            assert_eq!(canonical(written).as_deref(), Some(read), "{written}");
        }
        let long = canonical("1e400").unwrap();
        assert_eq!((long.len(), long.trim_end_matches('0')), (401, "1"));
        assert_eq!(canonical("1e99999999999999999999"), None);
        assert_eq!(canonical("1e9223372036854775807"), None);
        assert_eq!(canonical(&"7".repeat(155)), None);
    }
}
