//! Turns byte offsets of a text into UTF-16 offsets and back, as browsers count them.

/// Where the bytes and the UTF-16 units of one text lie.
///
/// Built in one pass; a text of ASCII alone costs one entry. Offsets past the end become the end,
/// and an offset inside a character becomes the character's start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utf16Index {
    runs: Vec<Run>,
    bytes: usize,
    units: usize,
}

/// Neighbouring characters that all take the same number of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    byte: usize,
    unit: usize,
    width: usize,
}

impl Run {
    /// Only characters of four bytes take two units.
    fn units_each(self) -> usize {
        if self.width == 4 { 2 } else { 1 }
    }
}

impl Utf16Index {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let (mut runs, mut byte, mut unit) = (Vec::<Run>::new(), 0, 0);
        for character in text.chars() {
            let width = character.len_utf8();
            if runs.last().is_none_or(|run| run.width != width) {
                runs.push(Run { byte, unit, width });
            }
            byte += width;
            unit += character.len_utf16();
        }
        Self { runs, bytes: byte, units: unit }
    }

    /// The UTF-16 offset of a byte offset.
    pub fn unit_of(&self, byte: usize) -> usize {
        if byte >= self.bytes {
            return self.units;
        }
        self.run(|run| run.byte <= byte)
            .map_or(0, |run| run.unit + (byte - run.byte) / run.width * run.units_each())
    }

    /// The byte offset of a UTF-16 offset.
    pub fn byte_of(&self, unit: usize) -> usize {
        if unit >= self.units {
            return self.bytes;
        }
        self.run(|run| run.unit <= unit)
            .map_or(0, |run| run.byte + (unit - run.unit) / run.units_each() * run.width)
    }

    fn run(&self, begins_before: impl Fn(&Run) -> bool) -> Option<&Run> {
        self.runs.partition_point(begins_before).checked_sub(1).and_then(|last| self.runs.get(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\"é\": \"한글😀👍z\"}";

    #[test]
    fn agrees_with_the_standard_library_at_every_character() {
        for text in ["", "abc", "é", "😀", TEXT] {
            let index = Utf16Index::new(text);
            let ends = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
            for byte in ends {
                let unit = text.get(..byte).unwrap().encode_utf16().count();
                assert_eq!(index.unit_of(byte), unit, "{text} at byte {byte}");
                assert_eq!(index.byte_of(unit), byte, "{text} at unit {unit}");
            }
        }
    }

    #[test]
    fn an_offset_inside_a_character_is_its_start() {
        let index = Utf16Index::new("a😀b");
        assert_eq!((1..=5).map(|byte| index.unit_of(byte)).collect::<Vec<_>>(), [1, 1, 1, 1, 3]);
        assert_eq!((0..=4).map(|unit| index.byte_of(unit)).collect::<Vec<_>>(), [0, 1, 1, 5, 6]);
    }

    #[test]
    fn offsets_past_the_end_are_the_end() {
        let index = Utf16Index::new(TEXT);
        assert_eq!(index.unit_of(1000), TEXT.encode_utf16().count());
        assert_eq!(index.byte_of(1000), TEXT.len());
    }

    #[test]
    fn equal_neighbours_share_one_run() {
        assert_eq!(Utf16Index::new(&"a".repeat(1000)).runs.len(), 1);
        assert_eq!(Utf16Index::new(TEXT).runs.len(), 6);
    }
}
