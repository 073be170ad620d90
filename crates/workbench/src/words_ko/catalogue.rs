//! The catalogue and its search in Korean.

use crate::catalogue::{Confidence, FieldFound};
use rulepad_document::{Lang, words::ko};
use rulepad_pattern::Dialect;

/// A word for how sure an entry is.
pub(crate) fn confidence(own: Confidence) -> &'static str {
    match own {
        Confidence::Schema => "스키마",
        Confidence::Docs => "문서",
        Confidence::Community => "커뮤니티",
        Confidence::Memory => "미확인",
        Confidence::Own => "자체 이벤트",
    }
}

/// What that word means.
pub(crate) fn why_sure(own: Confidence) -> &'static str {
    match own {
        Confidence::Schema => "모든 필드가 EventBridge에서 공개하는 스키마에 있습니다.",
        Confidence::Docs => "AWS 문서에 나온 필드입니다.",
        Confidence::Community => {
            "확인되지 않았습니다. AWS가 필드를 공개하지 않아 공개된 규칙과 수집된 이벤트를 참고했습니다."
        }
        Confidence::Memory => "확인되지 않았습니다. 실제로 받은 이벤트와 비교한 뒤에 쓰세요.",
        Confidence::Own => "애플리케이션이 직접 보내는 이벤트입니다.",
    }
}

/// Why something was found.
pub(crate) fn found(why: &FieldFound) -> String {
    match why {
        FieldFound::Name(path) => format!("`{path}`"),
        FieldFound::Can { path, value } => format!("`{path}`의 가능한 값: `{value}`"),
        FieldFound::Is { path, value } => format!("`{path}`의 값: `{value}`"),
    }
}

/// Where something that is not listed here belongs, in a sentence.
pub(crate) fn elsewhere(name: &str, is_event: bool, dialects: &[Dialect]) -> String {
    let readers: Vec<&str> = dialects.iter().map(|dialect| dialect.name(Lang::KO)).collect();
    match (is_event, readers.is_empty()) {
        (true, true) => format!("`{name}` 항목은 이벤트 버스의 이벤트이며, 함수가 받는 내용입니다."),
        (false, true) => {
            format!("`{name}` 항목은 함수가 받는 내용이며, 이벤트 버스의 이벤트가 아닙니다.")
        }
        (true, false) => {
            format!("`{name}` 항목은 이벤트 버스의 이벤트이며, {}에서 씁니다.", ko::any_of(&readers))
        }
        (false, false) => {
            format!("`{name}` 항목은 이벤트 버스의 이벤트가 아니며, {}에서 씁니다.", ko::any_of(&readers))
        }
    }
}
