//! Texts of the page about the event, in Korean.

use super::text::Text;
use crate::view::common::Noun;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text) -> AttrValue {
    AttrValue::Static(match text {
        Text::AllEvents => "모든 이벤트",
        Text::SearchEvents => "이벤트 검색",
        Text::Search => "검색",
        Text::MatchingOnly => "일치하는 이벤트만",
        Text::Events => "이벤트",
        Text::PreviousMatchTitle => "일치하는 이전 이벤트로 이동",
        Text::PreviousMatch => "‹ 일치",
        Text::NextMatchTitle => "일치하는 다음 이벤트로 이동",
        Text::NextMatch => "일치 ›",
        Text::CopyVerdicts => "판정을 CSV로 복사",
        Text::ShowOriginal => "원본 보기",
        Text::KeepOneTitle => "표시된 이벤트만 남기고 나머지 닫기",
        Text::KeepOne => "이것만 남기기",
        Text::CloseList => "목록 닫기",
        Text::NoEventYet => "이벤트가 없습니다.\n붙여넣거나, 파일을 끌어다 놓거나, 샘플을 찾으세요.",
        Text::PasteOrDrop => "붙여넣기",
        Text::PasteTitle => "이벤트가 들어 있는 텍스트나 파일을 붙여넣거나 끌어다 놓기",
        Text::Samples => "샘플",
        Text::SamplesTitle => "서비스, 이름, 필드, 값으로 샘플 이벤트 찾기",
        Text::WhereFrom => "이벤트의 출처",
        Text::From => "출처:",
        Text::ForgetOrigin => "출처 지우기",
        Text::LoadedEvents => "불러온 이벤트",
        Text::PreviousEvent => "이전 이벤트",
        Text::NextEvent => "다음 이벤트",
        Text::ListAll => "모든 이벤트 목록",
        Text::KeepFirst => "첫 번째만 남기기",
        Text::Reading => "읽는 중",
        Text::ReadAs(noun) => match noun {
            Noun::Event => "이벤트로 읽기",
            Noun::Record => "레코드로 읽기",
            Noun::Message => "메시지로 읽기",
        },
        Text::Found { found, count } => {
            return if found == count {
                format!("이벤트 {count}개")
            } else {
                format!("{count}개 중 {found}개")
            }
            .into();
        }
        Text::Matching { matching, count } => return format!("{count}개 중 {matching}개 일치").into(),
        Text::NumberOf { number, count } => return format!("{count}개 중 {number}번째").into(),
    })
}
