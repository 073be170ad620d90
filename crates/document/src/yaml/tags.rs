//! CloudFormation's short forms: `!Sub x` is `{"Fn::Sub": "x"}` (user guide, intrinsic functions).

use crate::json::{Node, Value};
use crate::text::Span;
use saphyr_parser::Tag;

/// What a tag makes of a value.
pub(super) enum Meaning {
    /// A function of one name, known or not.
    Function(String),
    /// A text, whatever it looks like.
    Text,
    /// What the value is by itself.
    Itself,
}

pub(super) fn meaning(tag: &Tag) -> Meaning {
    match (tag.is_yaml_core_schema(), &*tag.handle, &*tag.suffix) {
        (true, _, "str" | "binary" | "timestamp") => Meaning::Text,
        (true, ..) => Meaning::Itself,
        (_, "!", "") | (_, "", "!" | "") => Meaning::Text,
        (_, _, name @ ("Ref" | "Condition")) => Meaning::Function(name.to_owned()),
        (_, "!" | "", name) => Meaning::Function(format!("Fn::{name}")),
        (_, handle, name) => Meaning::Function(format!("Fn::{handle}{name}")),
    }
}

/// The function in its long form. `!GetAtt a.b` names resource and attribute in one word.
pub(super) fn function(name: String, tag: Span, value: Node) -> Node {
    let span = tag.to(value.span);
    let value = match &value.value {
        Value::String(text) if name == "Fn::GetAtt" => match text.split_once('.') {
            Some((resource, attribute)) => {
                let part = |text: &str| Node { span: value.span, value: Value::String(text.to_owned()) };
                Node { span: value.span, value: Value::Array(vec![part(resource), part(attribute)]) }
            }
            None => value,
        },
        _ => value,
    };
    let member = crate::json::Member { key: name, key_span: tag, value };
    Node { span, value: Value::Object(vec![member]) }
}
