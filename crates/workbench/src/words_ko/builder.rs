//! The form of a pattern in Korean.

use crate::builder::{Comparison, KeptWhy, NoForm, NotBuilt, RowNote};
use crate::catalogue::{FieldInfo, FieldKind};
use rulepad_document::words::ko;
use rulepad_document::{Lang, Words};

/// Why a change cannot be made; one sentence has no full stop.
pub(crate) fn not_built(why: &NotBuilt) -> String {
    let fixed = match why {
        NotBuilt::NoForm(why @ NoForm::Broken { .. }) => return no_form(why),
        NotBuilt::NoForm(why) => {
            let sentence = no_form(why);
            return sentence.trim_end_matches('.').to_owned();
        }
        NotBuilt::Refused(message) => return message.words(Lang::KO),
        NotBuilt::NoField(field) => return format!("패턴에 `{field}` 필드가 없습니다"),
        NotBuilt::KeptAsWritten(field) => {
            return format!("`{field}` 부분은 작성된 그대로 유지합니다. JSON에서 바꾸세요.");
        }
        NotBuilt::NoMatcher { field, at } => {
            return format!("`{field}` 필드에 {}번째 조건값이 없습니다", at + 1);
        }
        NotBuilt::OnlyField => "이벤트 패턴에는 필드가 하나 이상 있어야 합니다",
        NotBuilt::NoName => "필드 이름이 없습니다",
        NotBuilt::Or => "분기는 JSON에서 작성하세요",
        NotBuilt::HasFields(field) => {
            return format!("`{field}` 필드는 다른 필드를 담은 객체입니다. 그 안의 필드를 추가하세요.");
        }
        NotBuilt::Twice(name) => {
            return format!("`{name}` 키가 두 번 나옵니다. 먼저 JSON에서 하나로 합치세요.");
        }
        NotBuilt::HasValues(name) => {
            return format!("`{name}` 필드에 값의 배열이 있어 그 아래에 필드를 추가할 수 없습니다");
        }
        NotBuilt::NotJson(text) => return format!("`{text}` 텍스트는 JSON이 아닙니다"),
        NotBuilt::NotOneValue(text) => return format!("`{text}` 텍스트는 값 하나가 아닙니다"),
        NotBuilt::List => "조건값 배열 안에는 다른 배열을 넣을 수 없습니다",
        NotBuilt::NoNumber => "숫자가 없습니다",
        NotBuilt::NotANumber(text) => return format!("`{text}` 텍스트는 숫자가 아닙니다"),
    };
    fixed.to_owned()
}

/// Why there is no form, in a sentence.
pub(crate) fn no_form(why: &NoForm) -> String {
    match why {
        NoForm::TooLong => "패턴이 AWS의 최대 길이인 4096자보다 훨씬 깁니다.".to_owned(),
        NoForm::Broken { line, message } => {
            let message = message.words(Lang::KO);
            format!("패턴의 {line}번째 줄에 JSON 오류가 있습니다. {}", ko::sentence(&message))
        }
        NoForm::NotAnObject(kind) => format!("패턴은 객체이어야 합니다(현재 {}).", ko::kind(*kind)),
        NoForm::Unreadable => "패턴을 읽을 수 없습니다.".to_owned(),
    }
}

/// Why the form does not show a part of a pattern, in a sentence.
pub(crate) fn kept_why(why: KeptWhy, field: &str) -> String {
    match why {
        KeptWhy::Twice => format!("`{field}` 키가 패턴에 두 번 나옵니다."),
        KeptWhy::Or => "여러 필드에 걸친 분기는 빌더에 표시할 수 없습니다.".to_owned(),
        KeptWhy::Empty => "필드가 없습니다.".to_owned(),
        KeptWhy::NoList => "여기에는 값의 배열이 있어야 AWS가 받아들입니다.".to_owned(),
    }
}

/// What is probably wrong with a row, in a sentence.
pub(crate) fn row_note(note: RowNote) -> &'static str {
    match note {
        RowNote::UnknownType => "카탈로그에 있는 이 소스의 이벤트 유형이 아닙니다.",
        RowNote::UnknownField => "이 이벤트 유형의 스키마와 현재 이벤트 어디에도 없는 필드입니다.",
    }
}

/// One end of a range, as an offer has it.
pub(crate) fn comparison(one: &Comparison) -> String {
    let number = &one.number;
    match one.sign.as_str() {
        ">=" => format!("{number} 이상"),
        ">" => format!("{number} 초과"),
        "<=" => format!("{number} 이하"),
        "<" => format!("{number} 미만"),
        _ => number.clone(),
    }
}

/// A value that starts with a text, as an offer has it.
pub(crate) fn starts_with(text: &str) -> String {
    format!("접두사 {text}")
}

/// A value that ends with a text, as an offer has it.
pub(crate) fn ends_with(text: &str) -> String {
    format!("접미사 {text}")
}

/// That there is a sample of an event type.
pub(crate) const SAMPLE: &str = "샘플 있음";

/// A word for a kind of field.
pub(crate) fn kind(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::String => "문자열",
        FieldKind::Number => "숫자",
        FieldKind::Boolean => "불리언",
        FieldKind::Null => "null",
        FieldKind::Object => "객체",
        FieldKind::Any => "모든 값",
    }
}

/// What a field holds, in a few words.
pub(crate) fn field_kind(field: &FieldInfo) -> String {
    let name = kind(field.kind);
    if field.list { format!("{name}(배열 요소)") } else { name.to_owned() }
}
