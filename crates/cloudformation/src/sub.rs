//! `Fn::Sub` of text and functions.

use super::function;
use rulepad_document::Span;
use rulepad_document::json::build::unplaced;
use rulepad_document::json::{Member, Node, Value};

/// A part of the text of `Fn::Sub`.
pub enum SubPart {
    /// Text, escaped for `Fn::Sub`.
    Text(String),
    /// A function, and a name for it where its own cannot be written into the text.
    Call {
        /// The name of the variable, where one is needed.
        name: String,
        /// The function.
        function: Node,
    },
}

/// `Fn::Sub` of the parts.
pub fn sub(parts: Vec<SubPart>) -> Node {
    let node = |value| Node { span: Span::default(), value };
    let member = |key: &str, value| Member { key: key.to_owned(), key_span: Span::default(), value };
    let mut text = String::new();
    let mut variables: Vec<Member> = Vec::new();
    for part in parts {
        match part {
            SubPart::Text(own) => text.push_str(&own),
            SubPart::Call { name, function } => {
                let variable = variable(&function).unwrap_or_else(|| {
                    if variables.iter().all(|own| own.key != name) {
                        variables.push(member(&name, unplaced(&function)));
                    }
                    name
                });
                text.push_str(&format!("${{{variable}}}"));
            }
        }
    }
    let text = node(Value::String(text));
    let argument = if variables.is_empty() {
        text
    } else {
        node(Value::Array(vec![text, node(Value::Object(variables))]))
    };
    node(Value::Object(vec![member("Fn::Sub", argument)]))
}

/// What `Fn::Sub` has in `${…}` for a `Ref` or an attribute.
fn variable(of: &Node) -> Option<String> {
    match function(of)? {
        ("Ref", name) => name.as_str().map(str::to_owned),
        ("Fn::GetAtt", Node { value: Value::Array(parts), .. }) => {
            let parts: Option<Vec<&str>> = parts.iter().map(Node::as_str).collect();
            parts.map(|parts| parts.join("."))
        }
        ("Fn::GetAtt", whole) => whole.as_str().map(str::to_owned),
        _ => None,
    }
}
