//! What is wrong with the members of a rule or a target, in Korean.

use crate::message::{Expected, MemberKind, MemberMessage, Owner};
use rulepad_document::words::ko;
use rulepad_document::{Lang, Words};

pub(super) fn member(message: &MemberMessage) -> String {
    match message {
        MemberMessage::Type { name, expected: what, seen: found } => {
            format!("`{name}` 값은 {}이어야 합니다(현재 {})", expected(*what), seen(*found))
        }
        MemberMessage::Unknown { name, owner: of } => {
            format!("{}에 `{name}` 속성이 없어 제외했습니다", owner(*of))
        }
        MemberMessage::State(state) => {
            format!("AWS에는 `{state}` 상태가 없습니다. 규칙을 활성화된 것으로 읽었습니다.")
        }
        MemberMessage::StateUnknown { source } => {
            format!("규칙이 활성화되어 있는지 알 수 없습니다. 규칙의 상태: `{source}`")
        }
        MemberMessage::Inputs { id, kept, left } => {
            format!(
                "대상 `{id}`에 `{kept}`, `{left}` 속성이 함께 있습니다. AWS는 입력 옵션을 하나만 허용합니다."
            )
        }
        MemberMessage::TagReserved { key } => {
            format!("`{key}` 키는 태그에 쓸 수 없습니다. AWS는 `aws:` 접두사가 있는 키를 거부합니다.")
        }
        MemberMessage::NoPattern { rule } => {
            format!("`{rule}` 규칙에 `EventPattern`, `ScheduleExpression` 속성이 모두 없습니다")
        }
        MemberMessage::PatternUnknown { source } => {
            format!("이벤트 패턴이 `{source}`인데, 그 값을 알 수 없습니다")
        }
        MemberMessage::PatternField { field } => {
            format!("이벤트 패턴의 `{field}` 값을 알 수 없어 이 필드를 제외했습니다")
        }
        MemberMessage::PatternList { field, source } => {
            format!("`{field}` 필드의 값을 알 수 없어 `{source}` 하나만 있는 것으로 표시했습니다")
        }
    }
}

/// The kind of value that is expected.
pub(super) fn expected(what: Expected) -> &'static str {
    match what {
        Expected::String => "문자열",
        Expected::Number => "숫자",
        Expected::Bool => "`true` 또는 `false`",
        Expected::Object => "객체",
        Expected::Map => "맵",
        Expected::List => "배열",
        Expected::ListOfObjects => "객체의 배열",
    }
}

fn seen(what: MemberKind) -> String {
    match what {
        MemberKind::Json(kind) => ko::kind(kind).to_string(),
        MemberKind::Terraform(kind) => kind.words(Lang::KO),
    }
}

fn owner(owner: Owner) -> String {
    let fixed = match owner {
        Owner::Named(name) => return format!("`{name}`"),
        Owner::Rule => "규칙",
        Owner::Target => "대상",
        Owner::Pipe => "파이프",
        Owner::FunctionEvent => "함수의 이벤트",
        Owner::RuleResource => "규칙의 리소스",
        Owner::TargetResource => "대상의 리소스",
        Owner::Block => "블록",
    };
    fixed.to_owned()
}
