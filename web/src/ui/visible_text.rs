//! Shows characters that cannot be seen, or that reorder what is seen, as small labels.

use std::borrow::Cow;
use yew::prelude::*;

/// Properties of [`VisibleText`].
#[derive(Clone, Properties, PartialEq)]
pub struct VisibleTextProps {
    /// The text, of any origin.
    pub text: AttrValue,
}

/// A text apart from the direction of what is around it, with nothing in it hidden.
#[component]
pub fn VisibleText(props: &VisibleTextProps) -> Html {
    let piece = |piece: Piece| match piece {
        Piece::Seen(text) => html! { text },
        Piece::Unseen(character) => html! {
            <span class="unseen" title={code_point(character)}>{ name_of(character) }</span>
        },
    };
    html! {
        <bdi class="visible-text">{ for pieces(&props.text).into_iter().map(piece) }</bdi>
    }
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Can be shown as it is.
    Seen(&'a str),
    /// Must be shown by name.
    Unseen(char),
}

/// Parts a text where characters cannot be seen as what they are.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let part = |chunk| {
        let (seen, last) = match str::chars(chunk).next_back() {
            Some(last) if is_unseen(last) => (chunk.strip_suffix(last).unwrap_or(chunk), Some(last)),
            _ => (chunk, None),
        };
        let seen = (!seen.is_empty()).then_some(Piece::Seen(seen));
        seen.into_iter().chain(last.map(Piece::Unseen))
    };
    text.split_inclusive(is_unseen).flat_map(part).collect()
}

/// The short name of an unseen character: `RLO`, `NBSP`, else `U+180E`.
pub fn name_of(character: char) -> Cow<'static, str> {
    let known = NAMES.iter().find(|(named, _)| *named == character);
    known.map_or_else(|| code_point(character).into(), |(_, name)| (*name).into())
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// Controls, spaces other than U+0020, and what changes direction. Joiners (U+200C, U+200D) are not
/// among them: words and emoji are made with them.
fn is_unseen(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{a0}' | '\u{ad}' | '\u{61c}' | '\u{1680}' | '\u{180e}'
        | '\u{2000}'..='\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}'
        | '\u{3000}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffc}' | '\u{e0000}'..='\u{e007f}')
}

/// Kept equal to the table in `web/editor/src/special.ts` by a test.
#[rustfmt::skip]
const NAMES: &[(char, &str)] = &[
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
    use crate::ui::rendered;

    #[test]
    fn unseen_characters_are_parted_from_the_rest() {
        use Piece::{Seen, Unseen};
        assert_eq!(pieces(""), []);
        assert_eq!(pieces("한글 👍🏽"), [Seen("한글 👍🏽")]);
        assert_eq!(
            pieces("a\u{202e}\u{a0}b\n"),
            [Seen("a"), Unseen('\u{202e}'), Unseen('\u{a0}'), Seen("b"), Unseen('\n')]
        );
    }

    #[test]
    fn emoji_made_with_joiners_stay_whole() {
        assert_eq!(pieces("👩\u{200d}💻"), [Piece::Seen("👩\u{200d}💻")]);
    }

    #[test]
    fn they_are_named_or_numbered() {
        assert_eq!(name_of('\u{202e}'), "RLO");
        assert_eq!(name_of('\u{180e}'), "U+180E");
        assert_eq!(name_of('\u{e0041}'), "U+E0041");
    }

    #[test]
    fn the_editor_uses_the_same_names() {
        let editor = include_str!("../../editor/src/special.ts");
        for (character, name) in NAMES {
            let entry = format!("0x{:02x}: \"{name}\"", u32::from(*character));
            assert!(editor.contains(&entry), "{entry} is not in special.ts");
        }
        assert_eq!(editor.matches(": \"").count(), NAMES.len());
    }

    #[test]
    fn what_is_named_is_unseen() {
        assert!(NAMES.iter().all(|(character, _)| is_unseen(*character)));
    }

    #[test]
    fn nothing_hidden_is_left_in_the_page() {
        let html = rendered::<VisibleText>(|| VisibleTextProps { text: "a\u{202e}<b".into() });
        assert_eq!(
            html,
            "<bdi class=\"visible-text\">a<span title=\"U+202E\" class=\"unseen\">RLO</span>&lt;b</bdi>"
        );
    }
}
