//! Texts of the page about the builder, in Korean.

use super::text::{Part, Text};
use rulepad_workbench::ko;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::AddField => "필드 추가",
        Text::NameOfField => "필드 이름",
        Text::AddFieldTitle => "이 이름의 필드 추가",
        Text::FieldsToAdd => "추가할 필드",
        Text::KindOfEvent => "이벤트의 종류",
        Text::Service => "서비스",
        Text::AnyService => "모든 서비스",
        Text::EventType => "이벤트 유형",
        Text::AnyEvent => "모든 이벤트",
        Text::ShowAsRows => "값을 더하거나 연산자를 바꿀 수 있도록 source, detail-type 필드를 행으로 표시",
        Text::MoreDots => "더 보기…",
        Text::Equals => "같음",
        Text::AsWritten => "작성된 그대로",
        Text::SeveralValues => "여러 값: 쉼표로 구분한 JSON",
        Text::HasAnyValue => "값 있음",
        Text::IsMissing => "값 없음",
        Text::AndBelow => "상한 추가…",
        Text::OneEnd => "한쪽만",
        Text::PatternAsForm => "양식으로 나타낸 패턴",
        Text::OpensAgain => "JSON을 읽을 수 있게 되면 양식이 다시 열립니다.",
        Text::LoadingServices => "서비스를 불러오는 중",
        Text::GoToJson => "JSON에서 이 위치로 이동",
        Text::ShowInJson => "JSON에서 보기",
        Text::KeptAsWritten => "작성된 그대로 둔 내용",
        Text::UndoForm => "마지막 양식 변경 취소",
        Text::NothingToUndo => "취소할 내용 없음",
        Text::Met => "충족",
        Text::Failed => "미충족",
        Text::KindString => "문자열",
        Text::KindNumber => "숫자",
        Text::KindBoolean => "true 또는 false",
        Text::KindNull => "null",
        Text::KindObject => "객체",
        Text::SeenInEvent => "이벤트에 있는 값",
        Text::AnotherNumber => "다른 숫자",
        Text::AnotherString => "다른 텍스트",
        Text::WrittenOnceTyped => "값을 입력하면 패턴에 추가됩니다",
        Text::EqualsNumber => "같음: 숫자",
        Text::EqualsTrue => "같음: true(텍스트 아님)",
        Text::EqualsFalse => "같음: false(텍스트 아님)",
        Text::EqualsNull => "같음: null(텍스트 아님)",
        Text::Condition => "조건…",
        Text::AcceptToo(field) => return format!("{field}에 이 값도 허용").into(),
        Text::AllFields(count) => return format!("필드 {count}개 모두").into(),
        Text::AnotherCondition(field) => return format!("{field}의 다른 조건").into(),
        Text::AnotherNumberOf(field) => return format!("{field}의 다른 숫자").into(),
        Text::AnotherTextOf(field) => return format!("{field}의 다른 텍스트").into(),
        Text::Argument { field, operator, part } => return argument(field, operator, part).into(),
        Text::FieldAsWritten(field) => return format!("{field}, 작성된 그대로").into(),
        Text::MoreFields(count) => return format!("외 {count}개. 이름의 일부를 입력하세요.").into(),
        Text::MoreValues(count) => return format!("{count}개 더").into(),
        Text::NoForm(reason) => return format!("양식을 표시할 수 없습니다. {}", ko::sentence(reason)).into(),
        Text::NoServices(reason) => {
            return format!(
                "서비스와 필드를 제안할 수 없습니다. {} 패턴과 이벤트에 있는 내용은 편집할 수 있습니다.",
                ko::sentence(reason)
            )
            .into();
        }
        Text::RemoveCondition(field) => return format!("{field}의 이 조건 삭제").into(),
        Text::RemoveField(field) => return format!("{field} 삭제").into(),
        Text::ValuesOf(field) => return format!("{field}의 값").into(),
    })
}

/// The accessible name of a part of a condition.
fn argument(field: &str, operator: &str, part: Part) -> String {
    match part {
        Part::Whole => format!("{field}, {operator}"),
        Part::Number | Part::FirstNumber => format!("{field}, {operator}, 숫자"),
        Part::Values => format!("{field}, {operator}, 값 하나 이상"),
        Part::Sign(number) => format!("{field}, {operator}, {number}번째 부호"),
        Part::SecondNumber => format!("{field}, {operator}, 두 번째 숫자"),
    }
}
