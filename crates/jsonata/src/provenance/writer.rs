//! The text of a payload and its pieces, as they are written.

use crate::outcome::{Origin, Piece, Respelled};
use rulepad_document::Span;
use rulepad_document::json::quote;

/// A payload as it is written.
pub(crate) struct Writer {
    pub text: String,
    pub pieces: Vec<Piece>,
    pub respelled: Vec<Respelled>,
    /// Whether what is written is the characters of a string, and not JSON.
    pub is_text: bool,
}

impl Writer {
    pub fn new(is_text: bool) -> Self {
        Self { text: String::new(), pieces: Vec::new(), respelled: Vec::new(), is_text }
    }

    /// Appends text as it is; nothing happens for an empty one. Neighbours of one origin are one piece.
    pub fn push(&mut self, text: &str, origin: Origin) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        match self.pieces.last_mut() {
            Some(last) if last.origin == origin => last.out.end = Span::at(self.text.len()).end,
            _ => self.pieces.push(Piece { out: Span::new(start, self.text.len()), origin }),
        }
    }

    /// Appends a string's characters: in JSON escaped, between the quotes that the caller writes.
    pub fn push_characters(&mut self, text: &str, origin: Origin) {
        if self.is_text {
            self.push(text, origin);
        } else {
            let quoted = quote(text);
            let inside = quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default();
            self.push(inside, origin);
        }
    }

    /// Appends a string, with its quotes where it is JSON.
    pub fn push_string(&mut self, text: &str, origin: Origin) {
        if self.is_text {
            self.push(text, origin);
        } else {
            self.push(&quote(text), origin);
        }
    }
}
