//! Numbers of JavaScript and Python as JSON writes them, and the dates that Node.js prints without quotes.

use super::read::LiteralReader;
use super::{LiteralStop, UnknownKind};
use crate::json::{Node, Value};
use crate::text::Span;

impl LiteralReader<'_> {
    /// A number; the cursor is on its sign, its point or its first digit.
    pub(super) fn number(&mut self) -> Result<Node, LiteralStop> {
        let start = self.at;
        if let Some(date) = self.date() {
            return Ok(date);
        }
        let negative = self.take("-");
        if !negative && self.take("+") {
            self.javascript += 1;
        }
        if self.rest().starts_with("Infinity") || self.rest().starts_with("inf") {
            self.name();
            return Ok(self.unknown(start, UnknownKind::Expression));
        }
        let rest = self.rest();
        let based = rest.starts_with(['0']) && rest.get(1..2).is_some_and(|c| "xXoObB".contains(c));
        let part = |c: char, before: char| {
            c.is_ascii_alphanumeric()
                || matches!(c, '_' | '.')
                || (matches!(c, '+' | '-') && matches!(before, 'e' | 'E') && !based)
        };
        let mut before = ' ';
        let length = rest
            .char_indices()
            .find(|(_, c)| {
                let ends = !part(*c, before);
                before = *c;
                ends
            })
            .map_or(rest.len(), |(at, _)| at);
        let written = rest.get(..length).unwrap_or("").to_owned();
        let plain = if based { integer(&written) } else { decimal(&written) };
        let Some(plain) = plain else { return Err(self.stop()) };
        self.at += length;
        let text = if negative { format!("-{plain}") } else { plain };
        let span = Span::new(start, self.at);
        if span.of(self.text) != text {
            self.javascript += usize::from(written.ends_with('n'));
            self.other += 1;
        }
        Ok(Node { span, value: Value::Number(text) })
    }

    /// `2026-03-04T05:06:07.000Z`, as Node.js prints a date.
    fn date(&mut self) -> Option<Node> {
        let rest = self.rest();
        let length = rest.find(|c: char| !(c.is_ascii_digit() || "-:.TZ".contains(c))).unwrap_or(rest.len());
        let text = rest.get(..length)?.to_owned();
        let shape: String = text.chars().take(11).map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        if shape != "0000-00-00T" || !text.ends_with('Z') {
            return None;
        }
        let start = self.at;
        self.at += length;
        self.javascript += 1;
        Some(Node { span: Span::new(start, self.at), value: Value::String(text) })
    }
}

/// `0xff`, `0o17`, `0b1` as JSON writes them.
fn integer(written: &str) -> Option<String> {
    let digits = written.get(2..)?.trim_end_matches('n').replace('_', "");
    let base = match written.get(1..2)? {
        "x" | "X" => 16,
        "o" | "O" => 8,
        _ => 2,
    };
    u128::from_str_radix(&digits, base).ok().map(|number| number.to_string())
}

/// A decimal number as JSON writes it; `None` where it is none.
fn decimal(written: &str) -> Option<String> {
    let plain = written.trim_end_matches(['n', 'L']).replace('_', "");
    let (number, exponent) = match plain.find(['e', 'E']) {
        Some(at) => (plain.get(..at)?, plain.get(at..)?),
        None => (plain.as_str(), ""),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let power = exponent.get(1..).unwrap_or("").trim_start_matches(['+', '-']);
    let sound = digits(whole)
        && digits(fraction)
        && digits(power)
        && (exponent.is_empty() || !power.is_empty())
        && !(whole.is_empty() && fraction.is_empty())
        && (whole.len() < 2 || !whole.starts_with('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = if fraction.is_empty() { String::new() } else { format!(".{fraction}") };
    sound.then(|| format!("{whole}{fraction}{exponent}"))
}
