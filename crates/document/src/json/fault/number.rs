//! Numbers, and what Jackson says of those JSON does not have.

use super::words::described;
use super::{Read, Reader, Stop, VALUES};
use crate::text::Span;

/// The longest number AWS's parser reads, in digits.
const MAX_DIGITS: usize = 1000;

const MINUS: &str = "expected digit (0-9) to follow minus sign, for valid numeric value";
const PLUS: &str = "JSON spec does not allow numbers to have plus signs: enable \
                    `JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS` to allow";
const EXPONENT: &str = "expected a digit for number exponent";

impl Reader<'_> {
    /// A number, its sign included.
    pub(super) fn number(&mut self) -> Read {
        let start = self.at;
        let negative = self.peek() == Some('-');
        if negative {
            self.at += 1;
            match self.peek() {
                None => return Err(self.cut("No digit following minus sign")),
                Some('0'..='9') => {}
                Some('.') => return Err(self.unexpected('.', VALUES)),
                Some('I') => return Err(self.infinity()),
                Some(c) => return Err(self.in_number(c, MINUS)),
            }
        }
        let whole = self.at;
        if self.peek() == Some('0') {
            self.at += 1;
            if matches!(self.peek(), Some('0'..='9')) {
                return Err(self.before("Invalid numeric value: Leading zeroes not allowed".to_owned()));
            }
        }
        self.digits();
        // After a zero, and where the text ends in the number, Jackson reads character by character; else its
        // cursor stays at the point or the exponent mark it met first.
        let slow = self.text.get(whole..).is_some_and(|rest| rest.starts_with('0'));
        let mut mark = None;
        if self.peek() == Some('.') {
            self.at += 1;
            mark = Some(self.at);
            if self.digits() == 0 {
                return Err(self.no_digit(slow, mark, '.', "Decimal point not followed by a digit"));
            }
        }
        if let Some(letter @ ('e' | 'E')) = self.peek() {
            self.at += 1;
            let mark = mark.or(Some(self.at));
            self.peek().ok_or_else(|| self.cut(EXPONENT))?;
            if matches!(self.peek(), Some('+' | '-')) {
                self.at += 1;
                self.peek().ok_or_else(|| self.cut(EXPONENT))?;
            }
            if self.digits() == 0 {
                return Err(self.no_digit(slow, mark, letter, "Exponent indicator not followed by a digit"));
            }
        }
        let read = Span::new(start, self.at).of(self.text);
        let length = read.bytes().filter(u8::is_ascii_digit).count();
        if length > MAX_DIGITS {
            return Err(self.limit(format!(
                "Number value length ({length}) exceeds the maximum allowed ({MAX_DIGITS}, from \
                 `StreamReadConstraints.getMaxNumberLength()`)"
            )));
        }
        match self.peek() {
            Some(c) if self.open.is_empty() && !matches!(c, ' ' | '\t' | '\n' | '\r') => {
                Err(self.unexpected(c, "Expected space separating root-level values"))
            }
            _ => Ok(()),
        }
    }

    fn digits(&mut self) -> usize {
        let rest = self.text.get(self.at..).unwrap_or("");
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        self.at += length;
        length
    }

    fn no_digit(&self, slow: bool, mark: Option<usize>, last: char, words: &str) -> Stop {
        let Some(c) = self.peek() else {
            return Stop { at: self.at.saturating_sub(1), ..self.before(in_number(last, words)) };
        };
        if slow {
            return self.in_number(c, words);
        }
        let at = mark.map_or(self.at, |mark| mark.saturating_sub(1));
        Stop { at, ..self.before(in_number(c, words)) }
    }

    /// `+` before anything is refused; what follows decides the words.
    pub(super) fn plus(&mut self) -> Stop {
        self.at += 1;
        match self.peek() {
            None => self.cut(" in a Number value"),
            Some('I') => self.infinity(),
            Some(_) => self.in_number('+', PLUS),
        }
    }

    /// The `I` of an infinity behind a sign.
    fn infinity(&mut self) -> Stop {
        let sign = self.at.saturating_sub(1);
        let name = |word: &str| format!("{}{word}", self.text.get(sign..self.at).unwrap_or("-"));
        match self.text.get(self.at + 1..).and_then(|rest| rest.chars().next()) {
            None => {
                self.at += 1;
                self.cut(" in a Number value")
            }
            Some(c @ ('N' | 'n')) => {
                let name = name(if c == 'N' { "INF" } else { "Infinity" });
                self.at = sign;
                self.not_a_number(&name)
            }
            Some(c) => {
                let plus = self.text.get(sign..).is_some_and(|rest| rest.starts_with('+'));
                self.at += 1;
                if plus { self.in_number('+', PLUS) } else { self.in_number(c, MINUS) }
            }
        }
    }

    /// A number in words, which JSON does not have.
    pub(super) fn not_a_number(&mut self, name: &str) -> Stop {
        match self.word(name) {
            Err(stop) => stop,
            Ok(()) => self.before(format!(
                "Non-standard token '{name}': enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow"
            )),
        }
    }

    fn in_number(&self, c: char, words: &str) -> Stop {
        self.before(in_number(c, words))
    }
}

fn in_number(c: char, words: &str) -> String {
    format!("Unexpected character ({}) in numeric value: {words}", described(c))
}
