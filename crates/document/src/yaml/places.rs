//! Where each thing of a YAML text stands, down to its quotes, tags and commas.
//!
//! The parser's own spans leave out the head of block scalars and the end of quoted ones, so the text is walked beside
//! its events. Where the two do not agree, [`Places::lost`] is set and nothing may be written by these places.

use crate::text::Span;

/// A walk over the text, one token after the other.
pub(super) struct Places<'t> {
    text: &'t str,
    /// The byte behind the last token.
    pub at: usize,
    /// Whether the walk lost the way.
    pub lost: bool,
}

/// The properties in front of a node, and where its content begins.
pub(super) struct Head {
    /// The first byte of its tag, or of its content.
    pub start: usize,
    /// The tag; empty where there is none.
    pub tag: Span,
    /// The first byte of the content.
    pub content: usize,
}

impl<'t> Places<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0, lost: false }
    }

    /// The byte at a place; `0` behind the end.
    pub fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The first byte from `at` on that is neither white space nor in a comment.
    pub fn gap(&self, mut at: usize) -> usize {
        loop {
            let rest = self.text.get(at..).unwrap_or("");
            at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{feff}']).len();
            let behind_space = at == 0 || matches!(self.byte(at - 1), b' ' | b'\t' | b'\n' | b'\r');
            if self.byte(at) != b'#' || !behind_space {
                return at;
            }
            let rest = self.text.get(at..).unwrap_or("");
            at += rest.find(['\n', '\r']).unwrap_or(rest.len());
        }
    }

    /// Goes past one of these marks, where it is the next thing.
    pub fn pass(&mut self, marks: &[u8]) -> bool {
        let at = self.gap(self.at);
        let there = at < self.text.len() && marks.contains(&self.byte(at));
        if there {
            self.at = at + 1;
        }
        there
    }

    /// Tag and anchor of the next node.
    pub fn head(&self, has_properties: bool) -> Head {
        let start = self.gap(self.at);
        let mut head = Head { start, tag: Span::at(start), content: start };
        while has_properties && matches!(self.byte(head.content), b'!' | b'&') {
            let word = self.word(head.content);
            let is_tag = self.byte(head.content) == b'!';
            let next = self.gap(word);
            if is_tag {
                head.tag = Span::new(head.content, word);
            } else if head.tag.start == head.tag.end {
                head.start = next;
                head.tag = Span::at(next);
            }
            head.content = next;
        }
        head
    }

    /// The end of a word of properties or of an alias.
    pub fn word(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or("");
        if rest.starts_with("!<") {
            return at + rest.find('>').map_or(rest.len(), |end| end + 1);
        }
        let ends = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | ',' | '[' | ']' | '{' | '}');
        at + rest.find(ends).unwrap_or(rest.len())
    }

    /// The end of a quoted text that begins at `at`.
    pub fn quoted(&mut self, at: usize) -> usize {
        let mark = self.byte(at);
        self.lost |= !matches!(mark, b'"' | b'\'');
        let mut end = at + 1;
        while end < self.text.len() {
            match self.byte(end) {
                b'\\' if mark == b'"' => end += 2,
                byte if byte == mark && mark == b'\'' && self.byte(end + 1) == mark => end += 2,
                byte if byte == mark => return end + 1,
                _ => end += 1,
            }
        }
        self.lost = true;
        self.text.len()
    }

    /// The end of a plain or block scalar of which the parser says where it ends.
    pub fn unquoted(&mut self, at: usize, end: usize) -> usize {
        let kept = self.text.get(at..end.max(at)).unwrap_or_else(|| {
            self.lost = true;
            ""
        });
        at + kept.trim_end_matches([' ', '\t', '\n', '\r']).len()
    }
}
