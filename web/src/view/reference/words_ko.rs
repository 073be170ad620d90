//! Texts of the page about the reference, in Korean.

use super::text::Text;
use rulepad_workbench::ko;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::Loading => "레퍼런스를 불러오는 중",
        Text::Load => "불러오기",
        Text::EventCannotBeRead => "읽을 수 없는 이벤트",
        Text::PatternRefused => "AWS가 거부하는 패턴",
        Text::SubscriberRefused => "AWS가 거부하는 구독자",
        Text::NotDecided => "판정 없음",
        Text::Search => "레퍼런스 검색",
        Text::NothingFound => "검색 결과 없음",
        Text::Found(count) => return format!("{count}개 찾음").into(),
        Text::FirstOfFound { shown, found } => {
            return format!("{found}개 찾음(처음 {shown}개만 표시)").into();
        }
        Text::Site => "레퍼런스 사이트",
        Text::SiteHint => "읽고 링크할 수 있는 레퍼런스 페이지를 새 탭에서 열기",
        Text::CasesInEnglish => "예제의 설명은 영어로 제공됩니다.",
        Text::CannotBeShown(reason) => {
            return format!("레퍼런스를 표시할 수 없습니다. {}", ko::sentence(reason)).into();
        }
        Text::LoadCase(name) => return format!("“{name}” 예제를 편집기에 불러오기").into(),
        Text::MoreCharacters(count) => return format!("… 외 {count}자").into(),
    })
}
