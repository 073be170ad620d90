//! What a word without quotes is in YAML 1.1, which CloudFormation and its tools read (YAML 1.1, type repository).

use crate::json::Value;

/// A word without quotes.
#[derive(Debug, PartialEq)]
pub(super) struct Plain {
    /// What it is.
    pub value: Value,
    /// Whether many would take it for something else: readers of YAML 1.2, or the person who wrote it.
    pub odd: bool,
}

/// Reads a word. Numbers keep their spelling where JSON has it too.
pub(super) fn plain(text: &str) -> Plain {
    let sure = |value| Plain { value, odd: false };
    let odd = |value| Plain { value, odd: true };
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return sure(Value::Null),
        "true" | "True" | "TRUE" => return sure(Value::Bool(true)),
        "false" | "False" | "FALSE" => return sure(Value::Bool(false)),
        "yes" | "Yes" | "YES" | "on" | "On" | "ON" => return odd(Value::Bool(true)),
        "no" | "No" | "NO" | "off" | "Off" | "OFF" => return odd(Value::Bool(false)),
        "=" | ".nan" | ".NaN" | ".NAN" | ".inf" | ".Inf" | ".INF" => {
            return odd(Value::String(text.to_owned()));
        }
        _ => {}
    }
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    match number(digits) {
        Some(spelt) => {
            let spelt = format!("{sign}{spelt}");
            Plain { odd: spelt != text, value: Value::Number(spelt) }
        }
        // A word that looks like a number and is none for some readers.
        None => {
            let looks = is_date(text) || digits.parse::<f64>().is_ok() || digits.starts_with("0o");
            Plain { value: Value::String(text.to_owned()), odd: looks && digits.starts_with(is_figure) }
        }
    }
}

fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || c == '.'
}

/// A number without its sign, as JSON spells it.
fn number(text: &str) -> Option<String> {
    if !text.starts_with(is_figure) {
        return None;
    }
    let based = |digits: &str, base: u32| {
        let digits: String = digits.chars().filter(|c| *c != '_').collect();
        u128::from_str_radix(&digits, base).ok().map(|value| value.to_string())
    };
    if let Some(digits) = text.strip_prefix("0x") {
        return only(digits, |c| c.is_ascii_hexdigit()).and_then(|digits| based(digits, 16));
    }
    if let Some(digits) = text.strip_prefix("0b") {
        return only(digits, |c| matches!(c, '0' | '1')).and_then(|digits| based(digits, 2));
    }
    if text.contains(':') {
        return sexagesimal(text);
    }
    if let Some((whole, rest)) = text.split_once('.') {
        return fraction(whole, rest);
    }
    match text.strip_prefix('0') {
        Some("") => Some("0".to_owned()),
        Some(octal) => only(octal, |c| ('0'..='7').contains(&c)).and_then(|octal| based(octal, 8)),
        None => only(text, |c| c.is_ascii_digit()).map(|text| text.replace('_', "")),
    }
}

/// The text, where it is nothing but such characters and `_`.
fn only(text: &str, fits: impl Fn(char) -> bool) -> Option<&str> {
    let whole = text.chars().all(|c| fits(c) || c == '_') && text.chars().any(|c| c != '_');
    whole.then_some(text)
}

/// `12.5e+3`: an exponent needs its sign in YAML 1.1.
fn fraction(whole: &str, rest: &str) -> Option<String> {
    let (digits, exponent) = match rest.split_once(['e', 'E']) {
        Some((digits, exponent)) => {
            let figures = exponent.strip_prefix(['+', '-'])?;
            let sound = !figures.is_empty() && figures.bytes().all(|byte| byte.is_ascii_digit());
            let mark = rest.get(digits.len()..rest.len() - exponent.len())?;
            (digits, sound.then(|| format!("{mark}{exponent}"))?)
        }
        None => (rest, String::new()),
    };
    let plain = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == '_');
    let starts = whole.starts_with(|c: char| c.is_ascii_digit())
        || (whole.is_empty() && digits.starts_with(|c: char| c.is_ascii_digit()));
    if !starts || !plain(whole) || !plain(digits) {
        return None;
    }
    let whole = whole.replace('_', "");
    let shorter = whole.trim_start_matches('0');
    let whole = if shorter.is_empty() { "0" } else { shorter };
    let digits = digits.replace('_', "");
    let digits = if digits.is_empty() { "0" } else { &digits };
    Some(format!("{whole}.{digits}{exponent}"))
}

/// `1:30` is 90, `12:30:00` is 45000.
fn sexagesimal(text: &str) -> Option<String> {
    let mut parts = text.split(':');
    let first = only(parts.next()?, |c| c.is_ascii_digit())?.replace('_', "");
    if first.starts_with('0') {
        return None;
    }
    let mut total: u128 = first.parse().ok()?;
    for part in parts {
        let sound = matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit());
        let value: u128 = part.parse().ok().filter(|value| sound && *value < 60)?;
        total = total.checked_mul(60)?.checked_add(value)?;
    }
    Some(total.to_string())
}

/// `2026-05-01`, with a time or without.
fn is_date(text: &str) -> bool {
    let shape = |text: &str| {
        text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    };
    text.get(..10).is_some_and(shape)
        && (text.len() == 10 || text.get(10..).is_some_and(|rest| rest.starts_with(['T', 't', ' ', '\t'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, bool) {
        let Plain { value, odd } = plain(text);
        let shown = match value {
            Value::Null => "null".to_owned(),
            Value::Bool(on) => on.to_string(),
            Value::Number(text) => text,
            Value::String(text) => format!("{text:?}"),
            other => format!("{other:?}"),
        };
        (shown, odd)
    }

    /// Each as PyYAML's SafeLoader reads it.
    #[test]
    fn words_are_what_version_1_1_takes_them_for() {
        for (text, wanted) in [
            ("", "null"),
            ("~", "null"),
            ("true", "true"),
            ("False", "false"),
            ("300", "300"),
            ("-7", "-7"),
            ("4.0", "4.0"),
            ("9007199254740993", "9007199254740993"),
            ("3.0e+2", "3.0e+2"),
            ("1.5E-3", "1.5E-3"),
            ("y", "\"y\""),
            ("aws.s3", "\"aws.s3\""),
            ("a:b", "\"a:b\""),
            ("-", "\"-\""),
            ("1.2.3", "\"1.2.3\""),
            ("10.0.0.0/8", "\"10.0.0.0/8\""),
        ] {
            assert_eq!(read(text), (wanted.to_owned(), false), "{text}");
        }
    }

    #[test]
    fn words_that_many_take_for_something_else_are_marked() {
        for (text, wanted) in [
            ("yes", "true"),
            ("No", "false"),
            ("ON", "true"),
            ("012", "10"),
            ("0x1F", "31"),
            ("0b101", "5"),
            ("1_000", "1000"),
            ("+5", "5"),
            ("12:30:00", "45000"),
            ("1:30", "90"),
            ("-1:30", "-90"),
            ("1.", "1.0"),
            (".5", "0.5"),
            ("1_0.5", "10.5"),
            ("00.5", "0.5"),
            ("3e2", "\"3e2\""),
            ("3.0e2", "\"3.0e2\""),
            ("09", "\"09\""),
            ("0o17", "\"0o17\""),
            ("2026-05-01", "\"2026-05-01\""),
            ("2026-05-01T10:00:00Z", "\"2026-05-01T10:00:00Z\""),
            ("=", "\"=\""),
            (".inf", "\".inf\""),
        ] {
            assert_eq!(read(text), (wanted.to_owned(), true), "{text}");
        }
    }
}
