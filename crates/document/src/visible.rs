//! Characters that cannot be seen, or that reorder what is seen: one table, their names, their escapes.
//!
//! Every text of unknown origin passes through here before it is shown: a file must not be able to
//! write a verdict into a terminal, and two values that look equal must not be different.

use std::borrow::Cow;

/// Whether the character is shown by its name or its escape: controls, line separators, every space
/// other than U+0020, what changes direction, what Unicode calls ignorable (joiners, variation
/// selectors, tags, fillers), blanks, and what is not a character.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    c.is_control() || is_space(c) || is_ignorable(c) || is_blank(c) || is_noncharacter(c)
}

/// Spaces and line separators, U+0020 apart.
fn is_space(c: char) -> bool {
    c != ' ' && c.is_whitespace()
}

/// `Default_Ignorable_Code_Point` of Unicode, ranges of unassigned code points included.
fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Blank, or formatting that is not drawn, without being ignorable: the Braille blank, annotations and
/// the object replacement, format controls of hieroglyphs, a null notehead, a filler.
fn is_blank(c: char) -> bool {
    matches!(c,
        '\u{2800}' | '\u{fff9}'..='\u{fffc}' | '\u{13430}'..='\u{1343f}' | '\u{16fe4}' | '\u{1d159}')
}

/// Code points that are never characters.
fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

/// The usual short name: `RLO`, `NBSP`.
#[must_use]
pub fn name(c: char) -> Option<&'static str> {
    NAMES.iter().find(|(named, _)| *named == c).map(|(_, name)| *name)
}

/// The short name, else the code point: `RLO`, `U+180E`.
#[must_use]
pub fn label(c: char) -> Cow<'static, str> {
    name(c).map_or_else(|| code_point(c).into(), Cow::Borrowed)
}

/// `U+202E`.
#[must_use]
pub fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// The escape of JSON: `\n`, `\u202e`, two halves beyond U+FFFF.
#[must_use]
pub fn escape(c: char) -> String {
    match c {
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        c => {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect()
        }
    }
}

/// A text for one line: every unseen character is written as its escape, line ends included.
#[must_use]
pub fn escaped(text: &str) -> Cow<'_, str> {
    replaced(text, is_unseen)
}

/// A text of several lines, JSON among them: as [`escaped`], but line ends and tabs stay. JSON keeps
/// its values, as unseen characters appear in its strings only.
#[must_use]
pub fn escaped_lines(text: &str) -> Cow<'_, str> {
    replaced(text, |c| is_unseen(c) && !matches!(c, '\n' | '\t' | '\r'))
}

/// As [`escaped_lines`], but characters beyond U+FFFF stay: readers of YAML refuse the two halves of their escapes.
#[must_use]
pub fn escaped_lines_without_halves(text: &str) -> Cow<'_, str> {
    replaced(text, |c| is_unseen(c) && c <= '\u{ffff}' && !matches!(c, '\n' | '\t' | '\r'))
}

fn replaced(text: &str, is_such: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_such) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_such(c) {
            out.push_str(&escape(c));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// The names. The editor of the page has the same table, kept equal by a test.
#[rustfmt::skip]
pub const NAMES: &[(char, &str)] = &[
    ('\0', "NUL"), ('\u{1}', "SOH"), ('\u{2}', "STX"), ('\u{3}', "ETX"), ('\u{4}', "EOT"), ('\u{5}', "ENQ"),
    ('\u{6}', "ACK"), ('\u{7}', "BEL"), ('\u{8}', "BS"), ('\t', "TAB"), ('\n', "LF"), ('\u{b}', "VT"),
    ('\u{c}', "FF"), ('\r', "CR"), ('\u{e}', "SO"), ('\u{f}', "SI"), ('\u{10}', "DLE"), ('\u{11}', "DC1"),
    ('\u{12}', "DC2"), ('\u{13}', "DC3"), ('\u{14}', "DC4"), ('\u{15}', "NAK"), ('\u{16}', "SYN"),
    ('\u{17}', "ETB"), ('\u{18}', "CAN"), ('\u{19}', "EM"), ('\u{1a}', "SUB"), ('\u{1b}', "ESC"),
    ('\u{1c}', "FS"), ('\u{1d}', "GS"), ('\u{1e}', "RS"), ('\u{1f}', "US"), ('\u{7f}', "DEL"),
    ('\u{85}', "NEL"), ('\u{a0}', "NBSP"), ('\u{ad}', "SHY"), ('\u{61c}', "ALM"), ('\u{200b}', "ZWSP"),
    ('\u{200e}', "LRM"), ('\u{200f}', "RLM"), ('\u{2028}', "LS"), ('\u{2029}', "PS"), ('\u{202a}', "LRE"),
    ('\u{202b}', "RLE"), ('\u{202c}', "PDF"), ('\u{202d}', "LRO"), ('\u{202e}', "RLO"), ('\u{202f}', "NNBSP"),
    ('\u{2060}', "WJ"), ('\u{2066}', "LRI"), ('\u{2067}', "RLI"), ('\u{2068}', "FSI"), ('\u{2069}', "PDI"),
    ('\u{3000}', "IDSP"), ('\u{feff}', "BOM"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_seen_stays() {
        for text in ["", "plain text", "한글 é 😀 العربية", "e\u{301}", "a\\u202e"] {
            assert!(matches!(escaped(text), Cow::Borrowed(own) if own == text), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        let unseen = "\0\u{1b}\u{7f}\u{85}\u{9b}\u{a0}\u{ad}\u{34f}\u{61c}\u{115f}\u{1680}\u{180b}\u{2003}\u{200b}\u{200d}\
            \u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{206f}\u{2800}\u{3000}\u{3164}\u{fe0f}\
            \u{feff}\u{ffa0}\u{fff9}\u{fffe}\u{1d159}\u{1d173}\u{e0001}\u{e0041}\u{e0100}\u{10ffff}";
        for c in unseen.chars() {
            assert!(is_unseen(c), "{}", code_point(c));
            let text = format!("a{c}b");
            assert!(escaped(&text).is_ascii(), "{}", code_point(c));
        }
    }

    #[test]
    fn escapes_are_those_of_json() {
        assert_eq!(escaped("a\u{1b}[2J\u{202e}\u{e0100}\n\t\r"), r"a\u001b[2J\u202e\udb40\udd00\n\t\r");
        let text = "[\n\t\"\u{9b}\u{e0100}\"\n]";
        assert_eq!(escaped_lines(text), "[\n\t\"\\u009b\\udb40\\udd00\"\n]");
        let read = crate::json::parse(&escaped_lines(text), crate::Role::Event).root.unwrap();
        assert_eq!(crate::json::compact(&read), "[\"\u{9b}\u{e0100}\"]");
    }

    #[test]
    fn what_is_named_is_unseen() {
        assert!(NAMES.iter().all(|(c, _)| is_unseen(*c)));
        assert_eq!(label('\u{202e}'), "RLO");
        assert_eq!(label('\u{180e}'), "U+180E");
        assert_eq!(label('\u{e0041}'), "U+E0041");
    }
}
