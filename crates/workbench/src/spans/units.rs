//! Offsets of one text in another unit than bytes.

use rulepad_document::{Edit, Span};

/// What the offsets of a text count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
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
pub(super) struct Units {
    /// Start in bytes, start in units, length in bytes, length in units; in the order of the text.
    wide: Vec<(u32, u32, u32, u32)>,
}

impl Units {
    pub(super) fn new(text: &str, unit: Unit) -> Self {
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

    /// The offset in units; one inside a character is the character's start.
    pub(super) fn offset(&self, byte: u32) -> u32 {
        let before = self.wide.partition_point(|(start, ..)| *start <= byte);
        match before.checked_sub(1).and_then(|last| self.wide.get(last)) {
            None => byte,
            Some((start, at, bytes, _)) if byte < start + bytes && byte >= *start => *at,
            Some((start, at, bytes, units)) => at + units + (byte - start - bytes),
        }
    }

    pub(super) fn span(&self, span: &mut Span) {
        *span = Span { start: self.offset(span.start), end: self.offset(span.end) };
    }

    pub(super) fn spans<'s>(&self, spans: impl IntoIterator<Item = &'s mut Span>) {
        spans.into_iter().for_each(|span| self.span(span));
    }

    pub(super) fn edits(&self, edits: &mut [Edit]) {
        for Edit { span, text: _ } in edits {
            self.span(span);
        }
    }
}
