//! The scanner: white space, comments, strings, numbers and words of a text that may be broken.

use crate::diagnostic::{Diagnostic, Role};
use crate::diagnostics as say;
use crate::message::Message;
use crate::text::Span;

/// Problems beyond this many are not listed; the first ones are what a person can act on.
const MAX_DIAGNOSTICS: usize = 100;

pub(crate) struct Scanner<'t> {
    pub text: &'t str,
    pub at: usize,
    pub role: Role,
    pub diagnostics: Vec<Diagnostic<Message>>,
    /// The diagnostic of a string that runs to the end of the text.
    cut: Option<usize>,
}

impl<'t> Scanner<'t> {
    pub fn new(text: &'t str, role: Role) -> Self {
        Self { text, at: 0, role, diagnostics: Vec::new(), cut: None }
    }

    /// The diagnostic of a string that runs to the end of the text.
    pub fn cut_string(&mut self) -> Option<&mut Diagnostic<Message>> {
        self.cut.and_then(|at| self.diagnostics.get_mut(at))
    }

    /// Whether further problems are not listed.
    pub fn is_full(&self) -> bool {
        self.diagnostics.len() >= MAX_DIAGNOSTICS
    }

    pub fn report(&mut self, diagnostic: Diagnostic<Message>) {
        // However many warnings come first, a text with an error is not valid.
        let first_error = diagnostic.is_error() && !self.diagnostics.iter().any(Diagnostic::is_error);
        if !self.is_full() || first_error {
            self.diagnostics.push(diagnostic);
        }
    }

    pub fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// Skips what may stand between tokens, and reports what may not: comments and foreign spaces.
    pub fn skip_space(&mut self) {
        self.skip(true);
    }

    /// The same behind the whole value, which AWS does not read on from.
    pub fn skip_silently(&mut self) {
        self.skip(false);
    }

    fn skip(&mut self, tell: bool) {
        while let Some(c) = self.peek() {
            let start = self.at;
            match c {
                ' ' | '\t' | '\n' | '\r' => self.at += 1,
                '/' if self.rest().starts_with("//") => {
                    self.skip_line();
                    self.comment(start, tell);
                }
                '/' if self.rest().starts_with("/*") => {
                    let length = self.rest().find("*/").map_or(self.rest().len(), |end| end + 2);
                    self.at += length;
                    self.comment(start, tell);
                }
                '#' => {
                    self.skip_line();
                    self.comment(start, tell);
                }
                c if c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}' => {
                    self.at += c.len_utf8();
                    if tell {
                        self.report(say::foreign_space(self.role, start, c));
                    }
                }
                _ => return,
            }
        }
    }

    fn skip_line(&mut self) {
        self.at += self.rest().find(['\n', '\r']).unwrap_or(self.rest().len());
    }

    fn comment(&mut self, start: usize, tell: bool) {
        if !tell {
            return;
        }
        // The fix takes the blanks before the comment too, so that no trailing space stays.
        let before = self.text.get(..start).unwrap_or("");
        let kept = before.trim_end_matches([' ', '\t']).len();
        let comment = Span::new(start, self.at);
        self.report(say::comment(self.role, comment, Span::new(kept, self.at)));
    }

    /// Reads a string; the cursor stands on its opening quote, straight, single or curly.
    pub fn string(&mut self) -> (Span, String) {
        let start = self.at;
        let open = self.bump().unwrap_or('"');
        let closes = |c: char| match open {
            '"' | '\'' | '`' => c == open,
            '‘' | '’' => matches!(c, '‘' | '’' | '\''),
            _ => matches!(c, '“' | '”' | '„' | '"'),
        };
        let mut value = String::new();
        loop {
            let at = self.at;
            match self.peek() {
                None => {
                    self.cut = Some(self.diagnostics.len());
                    self.report(say::unclosed_string(self.role, start, at));
                    break;
                }
                Some(c) if closes(c) => {
                    self.bump();
                    break;
                }
                Some('\n' | '\r') => {
                    // A person forgot the closing quote; what looks like the end of the member is not
                    // part of the string.
                    let line = self.text.get(start..at).unwrap_or("");
                    let kept = line.trim_end().trim_end_matches([',', '}', ']', ':']).trim_end().len().max(1);
                    let end = start + kept;
                    let cut = (start + open.len_utf8()..end.max(start + open.len_utf8())).len();
                    let mut keep = cut.min(value.len());
                    while !value.is_char_boundary(keep) {
                        keep -= 1;
                    }
                    value.truncate(keep);
                    self.report(say::unclosed_string(self.role, start, end));
                    self.at = end.max(start + open.len_utf8());
                    break;
                }
                Some('\\') => self.escape(&mut value),
                Some(c) if c < ' ' => {
                    self.bump();
                    value.push(c);
                    self.report(say::control_character(self.role, at, c));
                }
                Some(c) => {
                    self.bump();
                    value.push(c);
                }
            }
        }
        let span = Span::new(start, self.at);
        if open != '"' {
            self.report(say::quotes(self.role, span, open, &value));
        }
        (span, value)
    }

    fn escape(&mut self, value: &mut String) {
        let start = self.at;
        self.bump();
        match self.bump() {
            Some(c @ ('"' | '\\' | '/')) => value.push(c),
            Some('b') => value.push('\u{8}'),
            Some('f') => value.push('\u{c}'),
            Some('n') => value.push('\n'),
            Some('r') => value.push('\r'),
            Some('t') => value.push('\t'),
            Some('u') => self.unicode_escape(start, value),
            Some(c) => {
                value.push(c);
                self.report(say::unknown_escape(self.role, Span::new(start, self.at), c));
            }
            // The string's own end of input is reported by its loop.
            None => {}
        }
    }

    fn unicode_escape(&mut self, start: usize, value: &mut String) {
        let Some(unit) = self.hex(start) else { return };
        if !(0xD800..0xE000).contains(&unit) {
            value.push(char::from_u32(unit).unwrap_or('?'));
            return;
        }
        if unit < 0xDC00 && self.rest().starts_with("\\u") {
            let back = self.at;
            let low =
                self.text.get(back + 2..back + 6).and_then(|digits| u32::from_str_radix(digits, 16).ok());
            if let Some(low) = low.filter(|low| (0xDC00..0xE000).contains(low)) {
                self.at = back + 6;
                let point = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                value.push(char::from_u32(point).unwrap_or('?'));
                return;
            }
        }
        value.push('?');
        self.report(say::lone_surrogate(self.role, Span::new(start, self.at)));
    }

    /// The four hex digits after `\u`.
    fn hex(&mut self, start: usize) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            let c = self.peek()?;
            let Some(digit) = c.to_digit(16) else {
                self.report(say::hex_escape(self.role, Span::new(start, self.at)));
                return None;
            };
            self.bump();
            unit = unit * 16 + digit;
        }
        Some(unit)
    }

    /// Reads a number; the cursor stands on its sign, first digit or leading point.
    pub fn number(&mut self) -> (Span, String) {
        let start = self.at;
        let plus = self.peek() == Some('+');
        if matches!(self.peek(), Some('+' | '-')) {
            self.at += 1;
        }
        let whole_at = self.at;
        let whole = self.digits();
        let mut well_formed = !plus;
        if plus {
            self.report(say::plus_sign(self.role, start));
        }
        if whole == 0 {
            self.report(say::leading_point(self.role, whole_at, start));
            well_formed = false;
        } else if whole > 1 && self.text.get(whole_at..).is_some_and(|rest| rest.starts_with('0')) {
            self.report(say::leading_zero(self.role, whole_at, self.text, self.at));
            well_formed = false;
        }
        if self.peek() == Some('.') {
            let point = self.at;
            self.at += 1;
            if self.digits() == 0 && well_formed {
                self.report(say::missing_digits(self.role, start, point, true));
                well_formed = false;
            }
        }
        if matches!(self.peek(), Some('e' | 'E')) {
            let mark = self.at;
            self.at += 1;
            if matches!(self.peek(), Some('+' | '-')) {
                self.at += 1;
            }
            if self.digits() == 0 && well_formed {
                self.report(say::missing_digits(self.role, start, mark, false));
            }
        }
        let span = Span::new(start, self.at);
        let text = span.of(self.text).to_owned();
        let length = text.bytes().filter(u8::is_ascii_digit).count();
        if length > 1000 {
            self.report(say::number_length(self.role, span, length));
        }
        (span, text)
    }

    fn digits(&mut self) -> usize {
        let length = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        self.at += length;
        length
    }

    /// Reads a run of characters that is no JSON token: a bare word, perhaps with dots and dashes.
    pub fn word(&mut self) -> Span {
        let start = self.at;
        let stop = |c: char| c.is_whitespace() || ",:{}[]\"#".contains(c);
        self.at += self.rest().find(stop).unwrap_or(self.rest().len());
        if self.at == start {
            self.bump();
        }
        Span::new(start, self.at)
    }

    /// Whether the run of characters at the cursor is neither a token nor anything a word or a number could
    /// be made of.
    pub fn at_junk(&self) -> bool {
        let known = |c: char| c.is_alphanumeric() || "{}[]:,\"'`“”„‘’*+-._$".contains(c);
        let stop = |c: char| c.is_whitespace() || ",:{}[]\"#".contains(c);
        let rest = self.rest();
        let run = rest.find(stop).and_then(|end| rest.get(..end)).unwrap_or(rest);
        rest.starts_with(|c: char| !known(c)) && !run.contains(known)
    }

    /// Takes the quote right behind a bare word, where one of `followers` comes next: its opening quote is
    /// missing.
    pub fn closing_quote(&mut self, word: Span, followers: &str) -> (Span, bool) {
        let rest = self.rest().strip_prefix('"').map(str::trim_start);
        if rest.is_some_and(|rest| rest.starts_with(|c: char| followers.contains(c))) {
            self.at += 1;
            return (Span::new(word.start as usize, self.at), true);
        }
        (word, false)
    }
}
