//! Long text with its middle folded away; the whole is still selected, copied and read out.

use crate::ui::visible_text::{VisibleText, seen};
use yew::prelude::*;

/// Properties of [`MiddleEllipsis`].
#[derive(Clone, Properties, PartialEq)]
pub struct MiddleEllipsisProps {
    /// The whole text.
    pub text: AttrValue,
    /// How many characters may be seen.
    #[prop_or(40)]
    pub most: usize,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
}

/// The text on one line, its tail longer than its head: the ends of long names differ more than their beginnings.
#[component]
pub fn MiddleEllipsis(props: &MiddleEllipsisProps) -> Html {
    let shown = |part: &str| {
        html! {
            <VisibleText text={part.to_owned()} />
        }
    };
    let class = classes!("middle-ellipsis", props.class.clone());
    match folded(&props.text, props.most) {
        None => html! {
            <span {class}><VisibleText text={props.text.clone()} /></span>
        },
        Some([head, middle, tail]) => html! {
            <span {class} title={seen(&props.text)}>
                { shown(head) }<span class="middle-ellipsis-cut"><span>{ shown(middle) }</span></span>{ shown(tail) }
            </span>
        },
    }
}

/// Head, folded middle and tail of a text longer than `most` characters, the ellipsis counted as one of them.
pub(super) fn folded(text: &str, most: usize) -> Option<[&str; 3]> {
    if text.chars().count() <= most {
        return None;
    }
    let seen = most.max(3) - 1;
    let tail_length = seen.div_ceil(2);
    let nth = |place: usize| text.char_indices().nth(place).map_or(text.len(), |(byte, _)| byte);
    let (head, rest) = text.split_at_checked(nth(seen - tail_length))?;
    let middle_length = rest.chars().count().saturating_sub(tail_length);
    let middle_end = rest.char_indices().nth(middle_length).map_or(rest.len(), |(byte, _)| byte);
    let (middle, tail) = rest.split_at_checked(middle_end)?;
    (!middle.is_empty()).then_some([head, middle, tail])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::rendered;

    #[test]
    fn what_fits_is_left_alone() {
        assert_eq!(folded("abcdef", 6), None);
        assert_eq!(folded("", 0), None);
        assert_eq!(folded("한글한글", 4), None);
    }

    #[test]
    fn head_and_tail_stay_and_nothing_is_lost() {
        assert_eq!(folded("abcdefghij", 6), Some(["ab", "cdefg", "hij"]));
        assert_eq!(folded("가나다라마바사😀", 5), Some(["가나", "다라마바", "사😀"]));
        for most in 0..12 {
            if let Some(parts) = folded("abcdefghij", most) {
                assert_eq!(parts.concat(), "abcdefghij");
                assert!(parts[0].len() + parts[2].len() < most.max(3), "{parts:?} of {most}");
            }
        }
    }

    #[test]
    fn the_whole_text_is_in_the_page_once_and_in_the_tooltip() {
        let html = rendered::<MiddleEllipsis>(|| {
            yew::props!(MiddleEllipsisProps { text: "arn:aws:lambda:eu-west-1:1:function:f", most: 12usize })
        });
        assert!(html.contains("title=\"arn:aws:lambda:eu-west-1:1:function:f\""), "{html}");
        let plain = html.replace("<bdi class=\"visible-text\">", "").replace("</bdi>", "");
        assert!(plain.contains("arn:a<span class=\"middle-ellipsis-cut\"><span>ws:lambda"), "{plain}");
        assert!(plain.contains("</span></span>tion:f</span>"), "{plain}");
    }

    #[test]
    fn nothing_is_hidden_in_a_shortened_name() {
        let html = rendered::<MiddleEllipsis>(|| {
            yew::props!(MiddleEllipsisProps {
                text: "arn:\u{202e}aws:\u{115f}lambda:x:\u{2800}",
                most: 8usize
            })
        });
        for hidden in ['\u{202e}', '\u{115f}', '\u{2800}'] {
            assert!(!html.contains(hidden), "{html}");
        }
        assert!(html.contains("title=\"arn:\\u202eaws:\\u115flambda:x:\\u2800\""), "{html}");
    }
}
