//! Texts of the page about events made to order, in Korean.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::JustMisses => "조건 하나만 어긋나는 이벤트",
        Text::Matching => "일치하는 이벤트",
        Text::MatchingDetail => "현재 이벤트를 고치거나 새로 만들기",
        Text::MakeEvent => "이벤트 만들기",
        Text::PatternNeeds(wants) => return format!("기대: {wants}").into(),
    })
}
