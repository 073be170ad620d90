//! A text cut into its JSON strings, decoded, and what is between them.

use std::ops::Range;

/// A stretch of a text.
pub(super) struct Piece {
    /// What it says: of a JSON string, its characters without escapes.
    pub text: String,
    /// Whether it is the inside of a JSON string.
    pub in_string: bool,
    /// Where each byte of `text` is in the whole text, and where the piece ends.
    places: Vec<usize>,
}

impl Piece {
    /// Where a stretch of `text` is in the whole text.
    pub(super) fn place(&self, span: &Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.places.get(byte).copied().unwrap_or_default();
        at(span.start)..at(span.end)
    }
}

/// Whether a text is JSON, or something that was to be JSON.
pub(super) fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '[', '"'])
}

/// The pieces of a text that is JSON or was to be; of any other text, the whole.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    if !is_json(text) {
        return vec![plain(text, 0..text.len(), true)];
    }
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(quote) = text.get(from..).and_then(|rest| rest.find('"')) {
        let start = from + quote + 1;
        out.push(plain(text, from..start, false));
        let (piece, end) = string(text, start);
        out.push(piece);
        from = end;
    }
    out.push(plain(text, from..text.len(), false));
    out
}

fn plain(text: &str, span: Range<usize>, in_string: bool) -> Piece {
    let places = (span.start..=span.end).collect();
    Piece { text: text.get(span).unwrap_or_default().to_owned(), in_string, places }
}

/// The string that starts behind a quotation mark, and where it ends: before the mark that closes it.
fn string(text: &str, start: usize) -> (Piece, usize) {
    let mut piece = Piece { text: String::new(), in_string: true, places: Vec::new() };
    let mut at = start;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let Some(c) = rest.chars().next().filter(|c| *c != '"') else { break };
        let (c, length) = if c == '\\' { escape(rest) } else { (c, c.len_utf8()) };
        piece.text.push(c);
        piece.places.resize(piece.text.len(), at);
        at += length;
    }
    piece.places.push(at);
    // The closing mark belongs to no string.
    (piece, (at + 1).min(text.len()))
}

/// The character that an escape means, and the escape's length.
fn escape(text: &str) -> (char, usize) {
    let Some(kind) = text.chars().nth(1) else { return ('\\', 1) };
    let unit = |from: usize| {
        let digits = text.get(from..from + 4).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        digits.and_then(|digits| u32::from_str_radix(digits, 16).ok())
    };
    match kind {
        'n' => ('\n', 2),
        'r' => ('\r', 2),
        't' => ('\t', 2),
        'b' => ('\u{8}', 2),
        'f' => ('\u{c}', 2),
        'u' => match unit(2) {
            Some(high @ 0xd800..0xdc00) => match unit(8).filter(|_| text.get(6..8) == Some("\\u")) {
                Some(low @ 0xdc00..0xe000) => {
                    let code = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                    (char::from_u32(code).unwrap_or('\u{fffd}'), 12)
                }
                _ => ('\u{fffd}', 6),
            },
            Some(code) => (char::from_u32(code).unwrap_or('\u{fffd}'), 6),
            None => ('\\', 1),
        },
        other => (other, 1 + other.len_utf8()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_decoded_with_their_places() {
        let text = r#"{"a\u0040b": "x\ud83d\ude00\"y", 12"#;
        let strings: Vec<Piece> = pieces(text).into_iter().filter(|piece| piece.in_string).collect();
        assert_eq!(strings.iter().map(|piece| &*piece.text).collect::<Vec<_>>(), ["a@b", "x😀\"y"]);
        let at = strings[0].place(&(1..3));
        assert_eq!(text.get(at), Some(r"\u0040b"));
        let y = strings[1].place(&(6..7));
        assert_eq!(text.get(y), Some("y"));
    }

    #[test]
    fn what_is_broken_is_read_to_its_end() {
        for text in ["{\"", "{\"a\\", "{\"a\\u00", "[\"\\ud800\"]", "", "\"", "plain \"text"] {
            let all = pieces(text);
            let end = all.last().map(|piece| piece.place(&(piece.text.len()..piece.text.len())).end);
            assert_eq!(end, Some(text.len()), "{text}");
        }
    }
}
