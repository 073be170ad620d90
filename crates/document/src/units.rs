//! Offsets of one text in another unit than bytes.

use crate::diagnostic::{Diagnostic, Edit, Help, Label};
use crate::text::Span;

/// What the offsets of a text count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// UTF-16 units, as in JavaScript.
    Utf16,
    /// Code points, as in Python.
    CodePoint,
}

impl Unit {
    fn length(self, c: char) -> usize {
        match self {
            Self::Utf16 => c.len_utf16(),
            Self::CodePoint => 1,
        }
    }
}

/// One text's offsets: the characters that are longer in bytes than in units.
#[derive(Default)]
pub struct Units {
    /// Start in bytes, start in units, length in bytes, length in units; in the order of the text.
    wide: Vec<(u32, u32, u32, u32)>,
}

impl Units {
    /// The offsets of a text.
    #[must_use]
    pub fn new(text: &str, unit: Unit) -> Self {
        let mut wide: Vec<(u32, u32, u32, u32)> = Vec::new();
        let small = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let mut surplus = 0;
        for (start, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
            let (start, bytes, units) = (small(start), small(c.len_utf8()), small(unit.length(c)));
            wide.push((start, start.saturating_sub(surplus), bytes, units));
            surplus += bytes - units;
        }
        Self { wide }
    }

    /// The offset in units of an offset in bytes; one inside a character is the character's start.
    #[must_use]
    pub fn offset(&self, byte: u32) -> u32 {
        let before = self.wide.partition_point(|(start, ..)| *start <= byte);
        match before.checked_sub(1).and_then(|last| self.wide.get(last)) {
            None => byte,
            Some((start, at, bytes, _)) if byte < start + bytes && byte >= *start => *at,
            Some((start, at, bytes, units)) => at + units + (byte - start - bytes),
        }
    }

    /// A span of bytes becomes one of units.
    pub fn span(&self, span: &mut Span) {
        *span = Span { start: self.offset(span.start), end: self.offset(span.end) };
    }

    /// Spans of bytes become spans of units.
    pub fn spans<'s>(&self, spans: impl IntoIterator<Item = &'s mut Span>) {
        spans.into_iter().for_each(|span| self.span(span));
    }

    /// So do the spans of edits.
    pub fn edits(&self, edits: &mut [Edit]) {
        for Edit { span, text: _ } in edits {
            self.span(span);
        }
    }
    /// So do all spans of a diagnostic whose labels are of this text.
    pub fn diagnostic<M>(&self, found: &mut Diagnostic<M>) {
        // Taken apart without `..`, so that a new field cannot bring spans that nobody counts.
        let Diagnostic { code: _, severity: _, message: _, labels, help, reference } = found;
        for Label { role: _, span, text: _ } in labels {
            self.span(span);
        }
        for Help { text: _, edits } in help {
            self.edits(edits);
        }
        if let Some(reference) = reference {
            reference.cursor = self.offset(reference.cursor);
            reference.reached = self.offset(reference.reached);
        }
    }
}
