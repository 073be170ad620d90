//! What AWS says about a problem, and where its parser was.

use super::Diagnostic;
use crate::text::{LineIndex, utf16_len};
use crate::words::{Lang, Words};
use serde::{Deserialize, Serialize};

/// What AWS says about a problem, and where its parser stood when it said it.
///
/// `M` is what the gloss is: a crate's `Message` where the diagnostic is made, [`String`] once it is worded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(serialize = "M: Serialize", deserialize = "M: Deserialize<'de>"))]
pub struct Reference<M = String> {
    /// AWS's words, without the frame around them.
    pub sentence: String,
    /// Byte offset of the parser's cursor.
    pub cursor: u32,
    /// How often the ` at [Source…]` line follows.
    pub locations: u8,
    /// Byte offset up to which AWS's parser had read without a problem when it met this one. It says which of
    /// several problems is the first.
    #[serde(default)]
    pub reached: u32,
    /// What the sentence means, for a reader of another language: AWS's words stay English. `None` in English, and
    /// where the sentence is known as a text alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gloss: Option<M>,
}

impl<M> Reference<M> {
    /// The sentence with its location lines, as AWS prints it for this text.
    ///
    /// Column and the 500-unit cut of the text count UTF-16 units.
    #[must_use]
    pub fn located(&self, text: &str) -> String {
        let mut out = self.sentence.clone();
        for _ in 0..self.locations {
            out.push_str("\n at ");
            out.push_str(&source_location(text, self.cursor as usize));
        }
        out
    }

    /// The same reference with another gloss.
    #[must_use]
    pub fn map<N>(self, text: impl Fn(M) -> N) -> Reference<N> {
        let Self { sentence, cursor, locations, reached, gloss } = self;
        Reference { sentence, cursor, locations, reached, gloss: gloss.map(text) }
    }
}

impl<M: Words> Reference<M> {
    /// The same reference with its gloss in words.
    #[must_use]
    pub fn worded(&self, lang: Lang) -> Reference {
        Reference {
            sentence: self.sentence.clone(),
            cursor: self.cursor,
            locations: self.locations,
            reached: self.reached,
            gloss: self.gloss_in(lang),
        }
    }

    /// What the sentence means, in a language; `None` in English, and where that is not known.
    #[must_use]
    pub fn gloss_in(&self, lang: Lang) -> Option<String> {
        match lang {
            Lang::En => None,
            Lang::Ko(_) => self.gloss.as_ref().map(|gloss| gloss.words(lang)),
        }
    }
}

/// `[Source: (String)"…"; line: 1, column: 2]` for a byte offset of the text.
#[must_use]
pub fn source_location(text: &str, offset: usize) -> String {
    const SHOWN: usize = 500;
    let position = LineIndex::new(text).position(offset);
    let total = utf16_len(text);
    let mut source = String::from("\"");
    let mut units = 0;
    for c in text.chars() {
        units += c.len_utf16();
        if units > SHOWN {
            // Half of a surrogate pair at the cut comes out as a question mark.
            source.push_str(if units - c.len_utf16() < SHOWN { "?" } else { "" });
            break;
        }
        match c {
            '\n' | '\r' => source.push(c),
            c if c.is_control() => source.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => source.push(c),
        }
    }
    source.push('"');
    if total > SHOWN {
        source.push_str(&format!("[truncated {} chars]", total - SHOWN));
    }
    format!("[Source: (String){source}; line: {}, column: {}]", position.line, position.column)
}

/// AWS's first problem among these: of the errors that AWS words, the one its parser meets first. Where it
/// has read up to a value, it checks that value before it goes on to the next problem of the JSON.
#[must_use]
pub fn first_reference<M>(diagnostics: &[Diagnostic<M>]) -> Option<&Reference<M>> {
    diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_error())
        .filter_map(|diagnostic| diagnostic.reference.as_ref().map(|reference| (diagnostic, reference)))
        .min_by_key(|(diagnostic, reference)| (reference.reached, diagnostic.is_of_json()))
        .map(|(_, reference)| reference)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn source_locations_cut_long_texts_at_500_units() {
        let text = "x".repeat(503);
        let shown = source_location(&text, 2);
        assert!(shown.ends_with("\"[truncated 3 chars]; line: 1, column: 3]"), "{shown}");
        assert_eq!(source_location("{}", 2), "[Source: (String)\"{}\"; line: 1, column: 3]");
        let shown = source_location(&format!("{}😀", "x".repeat(499)), 0);
        assert!(shown.ends_with("x?\"[truncated 1 chars]; line: 1, column: 1]"), "{shown}");
    }

    #[test]
    fn source_locations_spell_control_characters_out() {
        assert_eq!(
            source_location("\t{\r\n\u{7f}\u{85}}", 4),
            "[Source: (String)\"\\u0009{\r\n\\u007F\\u0085}\"; line: 2, column: 1]"
        );
    }
}
