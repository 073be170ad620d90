//! What is at a place, in a few Korean words.

use crate::words::Completes;
use rulepad_document::json::Value;
use rulepad_document::words::ko;

/// A value as its kind, with the number of what it contains.
pub(crate) fn kind_of(value: &Value) -> String {
    match value {
        Value::Array(items) => array_of(items.len()),
        Value::Object(members) => format!("객체(멤버 {}개)", members.len()),
        other => ko::kind(other.kind()).to_string(),
    }
}

fn array_of(count: usize) -> String {
    format!("배열(요소 {count}개)")
}

pub(crate) fn completes(what: Completes) -> String {
    let fixed = match what {
        Completes::Object => "객체",
        Completes::ArrayOf(count) => return array_of(count),
        Completes::EnvelopeField => "모든 이벤트의 공통 필드",
        Completes::Or => "여러 분기 중 하나",
        Completes::KnownValue => "알려진 값",
        Completes::ValueOfEvent => "이벤트의 값",
    };
    fixed.to_owned()
}
