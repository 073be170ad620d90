//! Numbers as JSONata has them: of double precision, written as JavaScript writes them.

use rulepad_document::json::{Node, Value};
use serde_json::Value as Json;

/// The number of a spelling of JSON; infinite beyond the range.
pub(crate) fn read(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}

/// A number as the engine's functions take it.
pub(crate) fn json(value: f64) -> Json {
    // Integers that a double holds exactly are integers of JSON, as the engine writes them.
    if value.fract() == 0.0
        && value.abs() <= 9_007_199_254_740_991.0
        && !(value == 0.0 && value.is_sign_negative())
    {
        Json::from(value as i64)
    } else {
        Json::from(value)
    }
}

/// A number as JavaScript writes it; `null` where JSON has no spelling.
pub(crate) fn text(value: f64) -> String {
    if value.is_finite() { jlens_core::format_json(&json(value), false) } else { "null".to_owned() }
}

/// A tree as the engine's own JSON; of a key that is there twice the last value, at the first place.
pub(crate) fn of_node(node: &Node) -> Json {
    match &node.value {
        Value::Null | Value::Invalid => Json::Null,
        Value::Bool(value) => Json::Bool(*value),
        Value::Number(text) => json(read(text)),
        Value::String(text) => Json::String(text.clone()),
        Value::Array(items) => Json::Array(items.iter().map(of_node).collect()),
        Value::Object(members) => {
            Json::Object(members.iter().map(|member| (member.key.clone(), of_node(&member.value))).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_javascript_does() {
        for (spelling, written) in [
            ("1.50", "1.5"),
            ("1e3", "1000"),
            ("-0", "0"),
            ("1E21", "1e+21"),
            ("1e-7", "1e-7"),
            ("0.1", "0.1"),
            ("12345678901234567890", "12345678901234567000"),
            ("9007199254740993", "9007199254740992"),
            ("1e400", "null"),
        ] {
            assert_eq!(text(read(spelling)), written, "{spelling}");
        }
    }
}
