//! Shows characters that cannot be seen, or that reorder what is seen, as small labels.

use rulepad_workbench::visible::{self, code_point, is_unseen, label};
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
    let piece = |piece: VisiblePiece| match piece {
        VisiblePiece::Seen(text) => html! { text },
        VisiblePiece::Unseen(character) => html! {
            <span class="unseen" title={code_point(character)}>{ label(character).into_owned() }</span>
        },
    };
    html! {
        <bdi class="visible-text">{ for pieces(&props.text).into_iter().map(piece) }</bdi>
    }
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisiblePiece<'a> {
    /// Can be shown as it is.
    Seen(&'a str),
    /// Must be shown by name.
    Unseen(char),
}

/// Parts a text where characters cannot be seen as what they are.
pub fn pieces(text: &str) -> Vec<VisiblePiece<'_>> {
    let part = |chunk| {
        let (seen, last) = match str::chars(chunk).next_back() {
            Some(last) if is_unseen(last) => (chunk.strip_suffix(last).unwrap_or(chunk), Some(last)),
            _ => (chunk, None),
        };
        let seen = (!seen.is_empty()).then_some(VisiblePiece::Seen(seen));
        seen.into_iter().chain(last.map(VisiblePiece::Unseen))
    };
    text.split_inclusive(is_unseen).flat_map(part).collect()
}

/// The text for where there are no labels, a tooltip or an accessible name: unseen characters are escapes.
#[must_use]
pub fn seen(text: &str) -> AttrValue {
    visible::escaped(text).into_owned().into()
}

/// The same where several lines are shown.
#[must_use]
pub fn seen_lines(text: &str) -> AttrValue {
    visible::escaped_lines(text).into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::rendered;

    #[test]
    fn unseen_characters_are_parted_from_the_rest() {
        use VisiblePiece::{Seen, Unseen};
        assert_eq!(pieces(""), []);
        assert_eq!(pieces("한글 👍🏽"), [Seen("한글 👍🏽")]);
        assert_eq!(
            pieces("a\u{202e}\u{a0}b\n"),
            [Seen("a"), Unseen('\u{202e}'), Unseen('\u{a0}'), Seen("b"), Unseen('\n')]
        );
    }

    #[test]
    fn joiners_and_selectors_are_parted_too() {
        use VisiblePiece::{Seen, Unseen};
        assert_eq!(pieces("a\u{200d}b"), [Seen("a"), Unseen('\u{200d}'), Seen("b")]);
        for hidden in ['\u{34f}', '\u{fe0f}', '\u{e0100}', '\u{2800}', '\u{115f}', '\u{3164}', '\u{ad}'] {
            assert_eq!(pieces(&format!("{hidden}")), [Unseen(hidden)]);
        }
    }

    #[test]
    fn attributes_have_escapes() {
        assert_eq!(seen("a\u{202e}\u{e0100}\n"), "a\\u202e\\udb40\\udd00\\n");
        assert_eq!(seen_lines("a\u{202e}\nb"), "a\\u202e\nb");
    }

    #[test]
    fn the_editor_has_the_same_names() {
        let editor = include_str!("../../editor/src/special.ts");
        let (names, _) = editor.split_once("const ranges").unwrap();
        for (character, name) in visible::NAMES {
            let entry = format!("0x{:02x}: \"{name}\"", u32::from(*character));
            assert!(names.contains(&entry), "{entry} is not in special.ts");
        }
        assert_eq!(names.matches(": \"").count(), visible::NAMES.len());
    }

    #[test]
    fn the_editor_shows_the_same_characters() {
        let editor = include_str!("../../editor/src/special.ts");
        let (_, list) = editor.split_once("const ranges").unwrap();
        let (list, _) = list.split_once(";").unwrap();
        let numbers: Vec<u32> = list
            .split(|c: char| !c.is_ascii_hexdigit() && c != 'x')
            .filter_map(|part| u32::from_str_radix(part.strip_prefix("0x")?, 16).ok())
            .collect();
        let pairs: Vec<(u32, u32)> = numbers.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        for code in 0..=0x10_ffff {
            let Some(character) = char::from_u32(code) else { continue };
            // A line end is one, and a tab is drawn as one.
            let shown = pairs.iter().any(|(from, to)| (*from..=*to).contains(&code));
            let line = matches!(character, '\n' | '\t');
            assert_eq!(shown, is_unseen(character) && !line, "U+{code:04X}");
        }
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
