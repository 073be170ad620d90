//! Where the reading is in the text.

use super::{Flavour, Script};

impl<'t> Script<'t> {
    pub(in crate::shell) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub(in crate::shell) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(in crate::shell) fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    pub(in crate::shell) fn place(&self) -> usize {
        self.at
    }

    pub(in crate::shell) fn go(&mut self, bytes: usize) {
        self.at = (self.at + bytes).min(self.text.len());
    }

    pub(in crate::shell) fn flavour(&self) -> Flavour {
        self.flavour
    }

    pub(super) fn starts_word(&self) -> bool {
        let before = self.text.get(..self.at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| c.is_whitespace() || c == ';')
    }

    pub(super) fn line_end(&mut self) {
        let line = self.rest().find('\n').unwrap_or(self.rest().len());
        self.at += line;
    }

    /// Blanks, and lines that go on.
    pub(super) fn skip_space(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r']).len();
            self.at += blank;
            let rest = self.rest();
            let goes_on = self.flavour.continuation();
            let line = rest.strip_prefix(goes_on).map(|rest| rest.trim_start_matches([' ', '\t', '\r']));
            match line {
                Some(line) if line.starts_with('\n') => self.at += rest.len() - line.len() + 1,
                _ => return,
            }
        }
    }

    pub(super) fn skip_blank(&mut self) {
        loop {
            let before = self.at;
            self.skip_space();
            while matches!(self.peek(), Some('\n' | ';')) {
                self.bump();
            }
            let comment = match self.flavour {
                Flavour::Cmd => {
                    let start: String = self.rest().chars().take(4).collect();
                    start.eq_ignore_ascii_case("rem ") || start.starts_with("::") || start.starts_with('@')
                }
                _ => self.rest().starts_with('#'),
            };
            if comment {
                self.line_end();
            }
            if self.at == before {
                return;
            }
        }
    }
}
