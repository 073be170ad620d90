//! Numbers, and what Jackson says of those JSON does not have.

use super::sentence::{Fault, Wanted};
use super::{Read, Reader, Stop};
use crate::text::Span;

/// The longest number AWS's parser reads, in digits.
pub(super) const MAX_DIGITS: usize = 1000;

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
                Some('.') => return Err(self.unexpected('.', Wanted::AnyValue)),
                Some('I') => return Err(self.infinity()),
                Some(c) => return Err(self.unexpected(c, Wanted::DigitAfterMinus)),
            }
        }
        let whole = self.at;
        if self.peek() == Some('0') {
            self.at += 1;
            if matches!(self.peek(), Some('0'..='9')) {
                return Err(self.before(Fault::LeadingZero));
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
                return Err(self.no_digit(slow, mark, '.', Wanted::DigitAfterPoint));
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
                return Err(self.no_digit(slow, mark, letter, Wanted::DigitAfterExponent));
            }
        }
        let read = Span::new(start, self.at).of(self.text);
        let length = read.bytes().filter(u8::is_ascii_digit).count();
        if length > MAX_DIGITS {
            return Err(self.limit(Fault::NumberLength(length)));
        }
        match self.peek() {
            Some(c) if self.open.is_empty() && !matches!(c, ' ' | '\t' | '\n' | '\r') => {
                Err(self.unexpected(c, Wanted::SpaceAfterRoot))
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

    fn no_digit(&self, slow: bool, mark: Option<usize>, last: char, wanted: Wanted) -> Stop {
        let Some(c) = self.peek() else {
            return Stop { at: self.at.saturating_sub(1), ..self.unexpected(last, wanted) };
        };
        if slow {
            return self.unexpected(c, wanted);
        }
        let at = mark.map_or(self.at, |mark| mark.saturating_sub(1));
        Stop { at, ..self.unexpected(c, wanted) }
    }

    /// `+` before anything is refused; what follows decides the words.
    pub(super) fn plus(&mut self) -> Stop {
        self.at += 1;
        match self.peek() {
            None => self.cut(" in a Number value"),
            Some('I') => self.infinity(),
            Some(_) => self.unexpected('+', Wanted::NoPlus),
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
                if plus {
                    self.unexpected('+', Wanted::NoPlus)
                } else {
                    self.unexpected(c, Wanted::DigitAfterMinus)
                }
            }
        }
    }

    /// A number in words, which JSON does not have.
    pub(super) fn not_a_number(&mut self, name: &str) -> Stop {
        match self.word(name) {
            Err(stop) => stop,
            Ok(()) => self.before(Fault::NotANumber(name.to_owned())),
        }
    }
}
