//! Dialects in Korean, and what is done to a record before the pattern is tried on it.

use crate::dialect::record::{Dropped, Note};
use crate::dialect::{Dialect, Tried, Usage};
use rulepad_document::words::ko::Noun;

/// The name of a dialect.
pub(crate) fn name(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Rule => "EventBridge 규칙",
        Dialect::Archive => "EventBridge 아카이브",
        Dialect::Pipes => "EventBridge Pipes 필터",
        Dialect::EventSourceMapping => "Lambda 이벤트 소스 매핑",
        Dialect::SnsAttributes => "SNS 필터 정책(속성)",
        Dialect::SnsBody => "SNS 필터 정책(본문)",
    }
}

/// What a dialect tries the pattern on.
pub(crate) fn reads(dialect: Dialect) -> &'static str {
    match dialect.tries() {
        Tried::Event => "이벤트",
        Tried::Record => "소스의 레코드 하나",
        Tried::Attributes => "메시지 속성",
        Tried::Body => "메시지의 JSON 본문",
    }
}

/// An operator as it is used: what goes before the noun, and the noun.
pub(super) fn usage(usage: Usage) -> (String, Noun) {
    match usage {
        Usage::Alone(operator) => (format!("`{}` ", operator.name()), Noun("연산자")),
        Usage::IgnoringCase(operator) => {
            (format!("`{}` 안의 `equals-ignore-case` ", operator.name()), Noun("연산자"))
        }
        Usage::Negated(operator) => (format!("`anything-but` 안의 `{}` ", operator.name()), Noun("연산자")),
        Usage::NegatedEmptyList => ("`anything-but` 안의 ".to_owned(), Noun("빈 배열")),
    }
}

/// What was done to a record, in a sentence.
pub(crate) fn note(note: &Note) -> String {
    match note {
        Note::TakenAsRead { key } => {
            format!("`{key}` 값은 이미 JSON으로 읽은 것으로 봅니다. 소스는 문자열로 보냅니다.")
        }
        Note::Decoded { key } => format!("`{key}` 값을 base64로 디코딩했습니다."),
        Note::ReadAsJson { key } => format!("`{key}` 값을 JSON으로 읽었습니다."),
        Note::OtherFormat { key } => {
            format!("`{key}` 값의 형식이 필터가 기대하는 형식과 달라 이 키의 조건을 무시합니다.")
        }
        Note::SchemaRegistry { key } => format!(
            "스키마 레지스트리를 쓰고 `EventRecordFormat` 값이 `JSON`이면 Lambda는 디코딩된 `{key}` 값을 필터링합니다. 디코딩된 값을 붙여넣으세요."
        ),
        Note::NoAttributes => {
            "메시지에 `MessageAttributes` 필드가 없습니다. 속성을 검사하는 필터 정책은 속성이 없는 메시지로 처리합니다."
                .to_owned()
        }
        Note::Binary { attribute } => {
            format!("`{attribute}` 속성은 이진 데이터이므로 SNS가 필터링하지 않습니다.")
        }
        Note::FieldOfBody { name } => format!(
            "`{name}` 필드는 메시지 본문에 있습니다. `FilterPolicyScope` 값이 `MessageBody`이면 필터 정책이 메시지 본문을 검사합니다."
        ),
        Note::DefaultText => {
            "`MessageStructure` 값이 `json`이므로 `Message`의 `default` 텍스트를 JSON으로 읽었습니다."
                .to_owned()
        }
        Note::MessageAsJson => "`Message` 값을 JSON으로 읽었습니다.".to_owned(),
        Note::IsAttribute { name } => format!(
            "`{name}` 이름은 메시지 속성입니다. `FilterPolicyScope` 값이 `MessageAttributes`이면 필터 정책이 메시지 속성을 검사합니다."
        ),
    }
}

/// Why a record is dropped whatever the pattern says.
pub(crate) fn dropped(dropped: &Dropped) -> String {
    match dropped {
        Dropped::Replayed => {
            "재생된 이벤트는 다시 아카이브되지 않습니다. AWS가 `\"replay-name\": [{\"exists\": false}]` 조건을 추가합니다."
                .to_owned()
        }
        Dropped::OtherFormat { key, asks_json: true } => format!(
            "필터는 `{key}` 값에서 JSON을 기대하지만 레코드에는 일반 텍스트가 있어 레코드를 버립니다"
        ),
        Dropped::OtherFormat { key, asks_json: false } => format!(
            "필터는 `{key}` 값에서 일반 텍스트를 기대하지만 레코드에는 JSON이 있어 레코드를 버립니다"
        ),
        Dropped::WithoutAttributes => {
            "속성이 하나도 없는 메시지는 SNS의 `exists: false` 조건을 충족하지 않습니다. 다른 속성이 하나 이상 있어야 합니다."
                .to_owned()
        }
        Dropped::BodyNotJson => {
            "메시지 본문이 JSON이 아니므로 본문 필터로는 아무것도 전달되지 않습니다".to_owned()
        }
    }
}
