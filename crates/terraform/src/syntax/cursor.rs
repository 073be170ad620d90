//! The place in the text that is read.

use super::{Fault, SourceId, SyntaxProblem};
use rulepad_document::Span;

/// How deeply expressions and blocks may be nested.
const MAX_DEPTH: usize = 80;

pub(super) type Parsed<T> = Result<T, Fault>;

pub(super) struct Cursor<'t> {
    pub text: &'t str,
    pub at: usize,
    /// Where the text ends that is read now; a heredoc ends before its file does.
    pub end: usize,
    pub source: SourceId,
    /// Whether a line break ends an expression.
    pub lines: bool,
    depth: usize,
}

impl<'t> Cursor<'t> {
    pub fn new(text: &'t str, source: SourceId) -> Self {
        Self { text, at: 0, end: text.len(), source, lines: true, depth: 0 }
    }

    pub fn rest(&self) -> &'t str {
        self.text.get(self.at..self.end).unwrap_or("")
    }

    pub fn byte(&self) -> Option<u8> {
        if self.at < self.end { self.text.as_bytes().get(self.at).copied() } else { None }
    }

    pub fn starts(&self, what: &str) -> bool {
        self.rest().starts_with(what)
    }

    pub fn char(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Moves past `what` where it is next.
    pub fn take(&mut self, what: &str) -> bool {
        let found = self.starts(what);
        self.at += if found { what.len() } else { 0 };
        found
    }

    pub fn fault<T>(&self, problem: SyntaxProblem) -> Parsed<T> {
        Err(Fault { at: self.at.min(self.end), problem, skipped: Span::default() })
    }

    pub fn expect(&mut self, what: &str, otherwise: SyntaxProblem) -> Parsed<()> {
        self.skip();
        if self.take(what) { Ok(()) } else { self.fault(otherwise) }
    }

    pub fn span_from(&self, start: usize) -> Span {
        Span::new(start, self.at)
    }

    /// Moves past space and comments, and past line breaks where they end nothing.
    pub fn skip(&mut self) {
        while let Some(byte) = self.byte() {
            match byte {
                b' ' | b'\t' => self.at += 1,
                b'\r' if self.starts("\r\n") && self.lines => break,
                b'\r' => self.at += 1,
                b'\n' if self.lines => break,
                b'\n' => self.at += 1,
                b'#' => self.comment(),
                b'/' if self.starts("//") => self.comment(),
                b'/' if self.starts("/*") => {
                    self.at = self.rest().find("*/").map_or(self.end, |length| self.at + length + 2);
                }
                0xef if self.starts("\u{feff}") => self.at += 3,
                _ => break,
            }
        }
    }

    fn comment(&mut self) {
        self.at = self.rest().find('\n').map_or(self.end, |length| self.at + length);
    }

    /// Moves past space, comments and line breaks.
    pub fn skip_lines(&mut self) {
        let lines = std::mem::replace(&mut self.lines, false);
        self.skip();
        self.lines = lines;
    }

    /// Reads with line breaks that end nothing.
    pub fn within<T>(&mut self, lines: bool, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        let before = std::mem::replace(&mut self.lines, lines);
        let found = read(self);
        self.lines = before;
        found
    }

    /// Reads one level deeper.
    pub fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= MAX_DEPTH {
            return self.fault(SyntaxProblem::TooDeep);
        }
        self.depth += 1;
        let found = read(self);
        self.depth -= 1;
        found
    }

    /// The name that is next.
    pub fn name(&mut self) -> Option<&'t str> {
        let rest = self.rest();
        let first = rest.chars().next()?;
        if !(first.is_alphabetic() || first == '_') {
            return None;
        }
        let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length)
    }
}
