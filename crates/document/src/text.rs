//! Places in a text: byte spans, lines, and the UTF-16 offsets that JavaScript and AWS count in.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A half-open range of UTF-8 byte offsets into one text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from two byte offsets; texts above 4 GiB are cut at the limit.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: clamp(start), end: clamp(end) }
    }

    /// The empty span at one offset.
    #[must_use]
    pub fn at(offset: usize) -> Self {
        Self::new(offset, offset)
    }

    /// The span as a range of `usize`.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text under the span; empty when the span does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Whether the offset lies in the span, its end included (a caret stands between characters).
    #[must_use]
    pub fn touches(self, offset: u32) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Whether `other` lies inside this span.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span over both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A line and column, both from 1; columns count UTF-16 units, as AWS does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in UTF-16 units, from 1.
    pub column: u32,
}

/// Answers line, column and UTF-16 questions about one text.
#[derive(Clone, Debug)]
pub struct LineIndex<'t> {
    text: Cow<'t, str>,
    starts: Vec<usize>,
    /// How many UTF-16 units the text has before each block of [`BLOCK`] bytes, from the second on.
    units: Vec<usize>,
}

/// How many bytes are counted at most for a column, however long its line is.
const BLOCK: usize = 1024;

impl<'t> LineIndex<'t> {
    /// Reads the text once. Lines end with `\n`, `\r\n` or a lone `\r`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self::of(Cow::Borrowed(text))
    }

    /// The same with the text in it.
    #[must_use]
    pub fn owned(text: String) -> LineIndex<'static> {
        LineIndex::of(Cow::Owned(text))
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    fn of(text: Cow<'t, str>) -> Self {
        let mut starts = vec![0];
        let bytes = text.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            let ends = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends {
                starts.push(at + 1);
            }
        }
        let units = units_before_blocks(&text);
        Self { text, starts, units }
    }

    /// How many UTF-16 units the text has before a character boundary.
    fn units(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        let before = block.checked_sub(1).and_then(|at| self.units.get(at)).copied().unwrap_or(0);
        let from = floor_boundary(&self.text, block * BLOCK);
        before + utf16_len(self.text.get(from..offset).unwrap_or(""))
    }

    /// The position of a byte offset; an offset past the end is the end.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = floor_boundary(&self.text, offset);
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let units = self.units(offset) - self.units(start);
        Position {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(units + 1).unwrap_or(u32::MAX),
        }
    }

    /// How many lines the text has.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.starts.len()
    }
}

/// The units before the character boundary at or before each multiple of [`BLOCK`], zero apart.
fn units_before_blocks(text: &str) -> Vec<usize> {
    let (mut from, mut units) = (0, 0);
    let mut count = |end: usize| {
        let end = floor_boundary(text, end);
        units += utf16_len(text.get(from..end).unwrap_or(""));
        from = end;
        units
    };
    (1..=text.len() / BLOCK).map(|block| count(block * BLOCK)).collect()
}

/// How many UTF-16 units the text takes.
#[must_use]
pub fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The UTF-16 offset of a byte offset.
#[must_use]
pub fn utf16_offset(text: &str, offset: usize) -> usize {
    utf16_len(text.get(..floor_boundary(text, offset)).unwrap_or(""))
}

/// The byte offset of a UTF-16 offset; one inside a surrogate pair is the pair's start.
#[must_use]
pub fn byte_offset(text: &str, utf16: usize) -> usize {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        if units + c.len_utf16() > utf16 {
            return at;
        }
        units += c.len_utf16();
    }
    text.len()
}

/// The text, or its first `most` characters with an ellipsis behind them.
#[must_use]
pub fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

/// The greatest character boundary at or before `offset`.
#[must_use]
pub fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_shortened_between_characters() {
        assert_eq!(shortened("éa", 2), "éa");
        assert_eq!(shortened("éab", 2), "éa…");
        assert_eq!(shortened("", 0), "");
    }

    #[test]
    fn positions_count_utf16_units_per_line() {
        let index = LineIndex::new("a😀b\r\nc\rd\n");
        assert_eq!(index.position(0), Position { line: 1, column: 1 });
        assert_eq!(index.position(5), Position { line: 1, column: 4 });
        assert_eq!(index.position(8), Position { line: 2, column: 1 });
        assert_eq!(index.position(10), Position { line: 3, column: 1 });
        assert_eq!(index.position(99), Position { line: 4, column: 1 });
        assert_eq!(index.lines(), 4);
    }

    #[test]
    fn a_column_is_the_same_however_long_its_line_is() {
        for unit in ["a", "é", "한", "😀", "a😀한é", "\n😀", "x\r"] {
            let text = unit.repeat(3000);
            let index = LineIndex::new(&text);
            for offset in (0..=text.len()).step_by(97) {
                let at = floor_boundary(&text, offset);
                let line = text.get(..at).unwrap().rfind(['\n', '\r']).map_or(0, |end| end + 1);
                let column = u32::try_from(utf16_len(text.get(line..at).unwrap()) + 1).unwrap();
                assert_eq!(index.position(offset).column, column, "{unit:?} {offset}");
            }
        }
    }

    #[test]
    fn utf16_and_bytes_agree_both_ways() {
        let text = "é😀x";
        for at in [0, 2, 6, 7] {
            assert_eq!(byte_offset(text, utf16_offset(text, at)), at);
        }
        assert_eq!(utf16_offset(text, 4), 1, "inside the emoji counts as its start");
        assert_eq!(byte_offset(text, 2), 2, "half a surrogate pair is the pair's start");
        assert_eq!(byte_offset(text, 99), text.len());
    }
}
