//! The sentences of this crate in Korean.

use crate::message::Message;
use rulepad_workbench::bulk::Fault;

pub(crate) fn message(message: &Message) -> String {
    use Message as M;
    match message {
        M::NotAText { argument, found } => {
            format!("`{argument}` 인자는 dict이거나 JSON을 담은 str 또는 bytes이어야 합니다(현재 {found})")
        }
        M::NotBytes { argument, found } => {
            format!("`{argument}` 인자는 bytes이어야 합니다(현재 {found})")
        }
        M::NotUtf8 { argument, at } => format!("`{argument}` 인자는 {at}바이트 위치부터 UTF-8이 아닙니다"),
        M::LoneSurrogate { argument } => {
            format!("`{argument}` 인자에 서로게이트 쌍의 반쪽이 있습니다. JSON 텍스트에는 쓸 수 없습니다.")
        }
        M::NotJson { path, found } => {
            format!("`{path}` 값의 형식은 {found}입니다. JSON에 없는 형식이므로 먼저 변환하세요.")
        }
        M::NotFinite { path, value } => format!("`{path}` 값은 {value}입니다. JSON에 없는 숫자입니다."),
        M::KeyNotText { path, key } => {
            format!("`{path}` 객체에 {key} 키가 있습니다. JSON의 키는 문자열이어야 합니다.")
        }
        M::TooDeep { argument } => {
            format!("`{argument}` 값의 중첩이 1000단계를 넘거나 자기 자신을 포함합니다")
        }
        M::UnknownLanguage(lang) => {
            format!("`{lang}` 언어는 없습니다. `en` 또는 `ko` 값을 쓰세요.")
        }
        M::UnknownDialect(dialect) => format!(
            "`{dialect}` 패턴 사용처는 없습니다. `rule`, `archive`, `pipes`, `event_source_mapping`, `sns_attributes`, \
             `sns_body` 중 하나를 쓰세요."
        ),
        M::UnknownPublished(name) => format!(
            "`{name}` 값은 게시하는 호출이 아닙니다. `recognize`, `put-events`, `put-raw-events` 중에서 쓰세요."
        ),
        M::BadLine(fault) => bad_line(*fault).to_owned(),
    }
}

fn bad_line(fault: Fault) -> &'static str {
    match fault {
        Fault::NotAnObject => "이벤트는 JSON 객체이어야 합니다",
        Fault::Unexpected => "JSON이 아닙니다",
        Fault::String => "문자열에 제어 문자나 알 수 없는 이스케이프가 있습니다",
        Fault::Number => "숫자를 JSON 문법에 맞지 않게 썼거나 1000자리를 넘습니다",
        Fault::NotUtf8 => "바이트가 UTF-8이 아닙니다",
        Fault::TooDeep => "열려 있는 배열과 객체가 1000개를 넘습니다",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_stand_in_parentheses() {
        let wrong = Message::NotBytes { argument: "data".into(), found: "list".into() };
        assert_eq!(message(&wrong), "`data` 인자는 bytes이어야 합니다(현재 list)");
        let deep = Message::NotJson { path: "event.detail.when".into(), found: "datetime".into() };
        let said = "`event.detail.when` 값의 형식은 datetime입니다. JSON에 없는 형식이므로 먼저 변환하세요.";
        assert_eq!(message(&deep), said);
        assert_eq!(message(&Message::BadLine(Fault::NotAnObject)), "이벤트는 JSON 객체이어야 합니다");
    }
}
