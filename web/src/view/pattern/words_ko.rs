//! Texts of the page about the event pattern, in Korean.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text) -> AttrValue {
    AttrValue::Static(match text {
        Text::Costliest => "가장 복잡한 조건",
        Text::Wildcards => "와일드카드",
        Text::LimitInferred => "AWS는 한도를 공개하지 않습니다. 7은 허용되고 11은 거부된 사례가 있습니다.",
        Text::Inferred => "추정값",
        Text::Json => "JSON",
        Text::Builder => "빌더",
        Text::InWords => "문장으로",
        Text::NoPatternYet => "패턴이 없습니다. 입력하거나, 붙여넣거나, 빌더에서 만드세요.",
        Text::ProblemsAppearHere => "문제와 고치는 방법이 여기에 표시됩니다.",
        Text::AcceptsPattern => "AWS가 받아들이는 패턴입니다",
        Text::AcceptsFilterPattern => "AWS가 받아들이는 필터 패턴입니다",
        Text::AcceptsFilterPolicy => "AWS가 받아들이는 필터 정책입니다",
        Text::Amount { value, limit } => return format!("{limit} 중 {value}").into(),
        Text::AmountAtLeast { value, limit } => return format!("{limit} 중 {value} 이상").into(),
    })
}
