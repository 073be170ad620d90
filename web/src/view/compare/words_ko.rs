//! Texts of the page about the comparison, in Korean.

use super::text::Text;
use rulepad_workbench::ko;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::Between => "비교할 패턴과 비교 결과 사이",
        Text::OtherPattern => "비교할 패턴",
        Text::CopyTitle => "위의 패턴을 여기에 복사",
        Text::CopyFromAbove => "위에서 복사",
        Text::PasteOne => "패턴을 붙여넣거나, 위의 패턴을 복사해 바꾸세요",
        Text::About => {
            "위의 패턴을 다른 패턴과 비교합니다. 한쪽 패턴과만 일치하는 이벤트와 두 패턴 모두와 일치하는 이벤트를 보여 줍니다."
        }
        Text::Stopped => "2초가 지나 비교를 중단했습니다. 두 패턴 중 하나를 줄이거나 다시 시도하세요.",
        Text::Comparing => "비교 중",
        Text::HowTheyRelate => "두 패턴의 관계",
        Text::Relation => "관계",
        Text::EventsThatShowIt => "관계를 보여 주는 이벤트",
        Text::CannotRun(reason) => {
            return format!("비교를 실행할 수 없습니다. {}", ko::sentence(reason)).into();
        }
        Text::PutInEvent(title) => return format!("이벤트에 넣기: {title}").into(),
    })
}
