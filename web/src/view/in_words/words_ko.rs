//! Texts of the page about a pattern in words, in Korean.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text) -> AttrValue {
    AttrValue::Static(match text {
        Text::NothingYet => "AWS가 받아들이는 패턴이 되면, 패턴을 문장과 논리식으로 여기에 표시합니다.",
        Text::PatternInWords => "문장으로 나타낸 패턴",
        Text::Sentence => "문장",
        Text::Formula => "논리식",
    })
}
