//! Strings of JavaScript and Python: their quotes, prefixes and escapes.

use super::read::LiteralReader;
use super::{LiteralStop, UnknownKind};
use crate::json::{Node, Value};
use crate::text::Span;

/// How a string is written before its opening quote: Python's prefixes.
#[derive(Clone, Copy, Default)]
pub(super) struct Prefix {
    raw: bool,
    formatted: bool,
}

impl LiteralReader<'_> {
    /// The prefix of a string that comes next, such as `r` or `f`, with its length.
    pub(super) fn prefix(&self) -> Option<(Prefix, usize)> {
        let rest = self.rest();
        let length = rest.bytes().take(3).position(|c| matches!(c, b'"' | b'\''))?;
        let letters = rest.get(..length)?.to_ascii_lowercase();
        let known = (1..=2).contains(&length) && letters.chars().all(|c| "rbuf".contains(c));
        known.then(|| (Prefix { raw: letters.contains('r'), formatted: letters.contains('f') }, length))
    }

    /// A string; the cursor is on its opening quote. `start` is where its prefix is.
    pub(super) fn string(&mut self, start: usize, prefix: Prefix) -> Result<Node, LiteralStop> {
        let Some(quote) = self.bump() else { return Err(self.stop()) };
        let pair: String = [quote, quote].iter().collect();
        if quote != '`' && self.take(&pair) {
            self.python += 1;
            return self.long(start, prefix, &format!("{pair}{quote}"));
        }
        match quote {
            '`' => self.javascript += 1,
            '\'' => self.other += 1,
            _ => {}
        }
        let mut value = String::new();
        let mut known = true;
        loop {
            match self.peek() {
                None => return Err(self.stop()),
                Some(c) if c == quote => break,
                Some('\n' | '\r') if quote != '`' => return Err(self.stop()),
                Some('$') if quote == '`' && self.rest().starts_with("${") => {
                    known = false;
                    self.at += 2;
                    self.placeholder()?;
                }
                Some(_) => known &= self.character(&mut value, prefix),
            }
        }
        self.bump();
        Ok(if known { self.text_node(start, value) } else { self.unknown(start, UnknownKind::Expression) })
    }

    /// The rest of a string in three quotes.
    fn long(&mut self, start: usize, prefix: Prefix, close: &str) -> Result<Node, LiteralStop> {
        let mut value = String::new();
        let mut known = true;
        while !self.take(close) {
            if self.peek().is_none() {
                return Err(self.stop());
            }
            known &= self.character(&mut value, prefix);
        }
        Ok(if known { self.text_node(start, value) } else { self.unknown(start, UnknownKind::Expression) })
    }

    pub(super) fn text_node(&self, start: usize, value: String) -> Node {
        Node { span: Span::new(start, self.at), value: Value::String(value) }
    }

    /// One character; whether it is known.
    fn character(&mut self, value: &mut String, prefix: Prefix) -> bool {
        match self.bump() {
            Some('\\') if prefix.raw => {
                value.push('\\');
                value.extend(self.bump());
            }
            Some('\\') => self.escape(value),
            Some(c @ ('{' | '}')) if prefix.formatted => {
                value.push(c);
                let doubled = self.peek() == Some(c);
                self.at += usize::from(doubled);
                return doubled || c == '}';
            }
            Some(c) => value.push(c),
            None => {}
        }
        true
    }

    fn escape(&mut self, value: &mut String) {
        let Some(c) = self.bump() else { return };
        let simple = match c {
            'n' => Some('\n'),
            't' => Some('\t'),
            'r' => Some('\r'),
            'b' => Some('\u{8}'),
            'f' => Some('\u{c}'),
            'v' => Some('\u{b}'),
            'a' if self.python > self.javascript => Some('\u{7}'),
            '\\' | '\'' | '"' | '`' | '/' | '$' => Some(c),
            _ => None,
        };
        if let Some(simple) = simple {
            value.push(simple);
            return;
        }
        match c {
            // A line that goes on.
            '\n' => {}
            '\r' => self.at += usize::from(self.peek() == Some('\n')),
            'x' => self.code(value, 2),
            'U' => self.code(value, 8),
            'u' if self.peek() == Some('{') => {
                let digits =
                    self.rest().find('}').and_then(|end| self.rest().get(1..end)).unwrap_or("").to_owned();
                self.at += digits.len() + 2;
                push_code(value, &digits);
            }
            'u' => self.unit(value),
            '0'..='7' => {
                let mut digits = String::from(c);
                while let Some(digit) = self.peek().filter(|c| ('0'..='7').contains(c) && digits.len() < 3) {
                    digits.push(digit);
                    self.at += 1;
                }
                value.extend(u32::from_str_radix(&digits, 8).ok().and_then(char::from_u32));
            }
            c => {
                if self.python > self.javascript {
                    value.push('\\');
                }
                value.push(c);
            }
        }
    }

    /// This many hexadecimal digits.
    fn code(&mut self, value: &mut String, length: usize) {
        let digits = self.rest().get(..length).unwrap_or("").to_owned();
        self.at += digits.len();
        push_code(value, &digits);
    }

    /// `\uXXXX`, with the second half of a surrogate pair.
    fn unit(&mut self, value: &mut String) {
        let digits = self.rest().get(..4).unwrap_or("").to_owned();
        self.at += digits.len();
        let unit = u32::from_str_radix(&digits, 16).unwrap_or(0xFFFD);
        let low =
            self.rest().strip_prefix("\\u").and_then(|rest| u32::from_str_radix(rest.get(..4)?, 16).ok());
        match low.filter(|low| (0xD800..0xDC00).contains(&unit) && (0xDC00..0xE000).contains(low)) {
            Some(low) => {
                self.at += 6;
                value.extend(char::from_u32(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)));
            }
            None => value.push(char::from_u32(unit).unwrap_or('?')),
        }
    }

    /// The rest of `${…}` in a template string, which may hold strings and templates.
    fn placeholder(&mut self) -> Result<(), LiteralStop> {
        let mut open = 1_usize;
        let mut ticks = Vec::new();
        while let Some(c) = self.bump() {
            match c {
                '\\' => {
                    self.bump();
                }
                '`' if ticks.last() == Some(&open) => {
                    ticks.pop();
                }
                '`' => ticks.push(open),
                '{' => open += 1,
                '}' => {
                    open -= 1;
                    if open == 0 {
                        return Ok(());
                    }
                }
                _ => {}
            }
        }
        Err(self.stop())
    }
}

fn push_code(value: &mut String, digits: &str) {
    value.push(u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).unwrap_or('?'));
}
