//! Texts of the page about the reasons, in Korean.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::FromLastEvent => "마지막으로 읽은 이벤트 기준",
        Text::FromLastEvaluation => "마지막으로 끝난 평가 기준",
        Text::HowRecordWasRead => "레코드를 읽은 방법",
        Text::NoEventYet => {
            "이벤트를 읽을 수 있게 되면, 패턴의 조건마다 이벤트에서 확인한 값과 판정을 여기에 표시합니다."
        }
        Text::NoPatternYet => {
            "AWS가 받아들이는 패턴이 되면, 조건마다 이벤트에서 확인한 값과 판정을 여기에 표시합니다."
        }
        Text::GoToPlace => "패턴에서 이 조건의 위치로 이동",
        Text::SetValueTitle => "이 조건을 충족하도록 이벤트 바꾸기",
        Text::SetValue => "이벤트의 값 바꾸기",
        Text::WhyKeys => "이유(Alt+3)",
        Text::Met => "충족",
        Text::Failed => "미충족",
        Text::EventHas => "실제",
        Text::PatternNeeds => "기대",
        Text::KeepAsTest => "테스트로 추가",
        Text::TestHolds { matches: true } => "✓ 테스트: 일치 기대",
        Text::TestHolds { matches: false } => "✓ 테스트: 불일치 기대",
        Text::TestKept { matches: true } => "테스트: 일치 기대",
        Text::TestKept { matches: false } => "테스트: 불일치 기대",
        Text::TestFails { matches: true } => "✕ 테스트 실패: 일치 기대",
        Text::TestFails { matches: false } => "✕ 테스트 실패: 불일치 기대",
        Text::PayloadKept => "테스트: 페이로드",
        Text::MustMatch => "일치 기대",
        Text::MustNotMatch => "불일치 기대",
        Text::PayloadAsShown => "현재 페이로드 기대",
        Text::OfTargets(1) => "대상이 지금 받는 내용",
        Text::OfTargets(count) => return format!("대상 {count}개가 지금 받는 내용").into(),
        Text::NoTargets => "규칙에 대상이 없습니다",
        Text::OnlyOfMatch => "이벤트가 일치해야 전달됩니다",
        Text::RemoveTest => "테스트 삭제",
        Text::ConditionsOf(name) => return format!("{name}의 조건").into(),
        Text::SetValueOf(name) => return format!("이벤트의 {name} 값 바꾸기").into(),
        Text::UseNear(near) => return format!("적용: {near}").into(),
    })
}
