//! The text of a literal, character by character: white space, comments, names, and expressions that are skipped.

use super::read::LiteralReader;
use super::{LiteralStop, UnknownKind};
use crate::json::{Node, Value};
use crate::text::Span;

impl<'t> LiteralReader<'t> {
    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// Goes past a text, if it comes next.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        self.at += if found { text.len() } else { 0 };
        found
    }

    pub(super) fn stop(&self) -> LiteralStop {
        LiteralStop { at: self.at }
    }

    /// Goes past white space and comments.
    pub(super) fn space(&mut self) {
        loop {
            let rest = self.rest();
            let blank =
                rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').len();
            self.at += blank;
            let rest = self.rest();
            let line = rest.find('\n').unwrap_or(rest.len());
            if rest.starts_with("//") {
                self.at += line;
                self.javascript += 1;
            } else if rest.starts_with('#') {
                self.at += line;
                self.python += 1;
            } else if rest.starts_with("/*") {
                self.at += rest.find("*/").map_or(rest.len(), |end| end + 2);
                self.javascript += 1;
            } else {
                return;
            }
        }
    }

    /// A name, with the names behind its dots.
    pub(super) fn name(&mut self) -> &'t str {
        let start = self.at;
        let rest = self.rest();
        let end =
            rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$' | '.'))).unwrap_or(rest.len());
        self.at += end;
        self.text.get(start..self.at).unwrap_or("")
    }

    /// Notes a part that has no value.
    pub(super) fn unknown(&mut self, start: usize, kind: UnknownKind) -> Node {
        let span = Span::new(start, self.at);
        self.unknown.push(super::Unknown { span, kind });
        Node { span, value: Value::Invalid }
    }

    /// Goes past an expression that starts at `start`, up to what ends it in a list, an object or a call.
    pub(super) fn expression(&mut self, start: usize) -> Result<Node, LiteralStop> {
        let mut open = 0_usize;
        loop {
            self.skip_comment();
            match self.peek() {
                None if open > 0 => return Err(self.stop()),
                None => break,
                Some('"' | '\'' | '`') => self.skip_string(),
                Some('(' | '[' | '{') => {
                    open += 1;
                    self.bump();
                }
                Some(')' | ']' | '}' | ',' | ';') if open == 0 => break,
                Some(')' | ']' | '}') => {
                    open -= 1;
                    self.bump();
                }
                Some('\n') if open == 0 && self.depth == 0 => break,
                Some(_) => {
                    self.bump();
                }
            }
        }
        let end = self.text.get(start..self.at).unwrap_or("").trim_end().len();
        let at = std::mem::replace(&mut self.at, start + end);
        let node = self.unknown(start, UnknownKind::Expression);
        self.at = at;
        Ok(node)
    }

    fn skip_comment(&mut self) {
        if self.rest().starts_with("//") || self.rest().starts_with("/*") {
            self.space();
        }
    }

    /// Goes past a string, whatever it holds.
    fn skip_string(&mut self) {
        let Some(quote) = self.bump() else { return };
        while let Some(c) = self.bump() {
            match c {
                '\\' => {
                    self.bump();
                }
                '\n' if quote != '`' => return,
                c if c == quote => return,
                _ => {}
            }
        }
    }
}
