//! The parameters of a target that AWS evaluates: literals, or one whole expression each.

use super::model::Block;
use super::place::PlacedText;
use rulepad_document::json::{Node, Value};

/// A parameter that is an expression, or looks like one.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its path in `InvokeConfiguration`.
    pub path: String,
    /// The block it is in.
    pub block: Block,
    /// The text.
    pub text: String,
    /// The places of the text.
    pub place: PlacedText,
}

impl Parameter {
    /// Whether `$events` is an array in it: one item for each event of the batch.
    #[must_use]
    pub fn is_of_batch(&self) -> bool {
        matches!(self.block, Block::Lambda | Block::StepFunctions | Block::Universal)
    }
}

/// Members that are never evaluated.
const NEVER: [&str; 7] =
    ["InvocationType", "BinaryValue", "DataType", "ClientId", "Compression", "Acks", "Connectivity"];

/// The parameters of a request that are expressions, or look like them.
pub(super) fn of(root: &Node, text: &str) -> Vec<Parameter> {
    let mut found = Vec::new();
    let invoke = root.get("InvokeConfiguration").and_then(Node::members).unwrap_or_default();
    for member in invoke {
        let Some(block) = Block::ALL.into_iter().find(|block| block.name() == member.key) else { continue };
        walk(&member.value, &member.key, block, text, &mut found);
    }
    found
}

fn walk(node: &Node, path: &str, block: Block, text: &str, out: &mut Vec<Parameter>) {
    match &node.value {
        Value::String(own) => add(node, own, path, block, text, out),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                walk(item, &format!("{path}[{at}]"), block, text, out);
            }
        }
        Value::Object(members) => {
            for member in members.iter().filter(|member| !NEVER.contains(&member.key.as_str())) {
                // The timeout of a universal target is a literal.
                if block == Block::Universal && member.key == "InvocationTimeoutSeconds" {
                    continue;
                }
                // Names of attributes and of metadata may be expressions too.
                let key = Node { span: member.key_span, value: Value::String(member.key.clone()) };
                add(&key, &member.key, path, block, text, out);
                walk(&member.value, &format!("{path}.{}", member.key), block, text, out);
            }
        }
        _ => {}
    }
}

fn add(node: &Node, own: &str, path: &str, block: Block, text: &str, out: &mut Vec<Parameter>) {
    if own.contains("{%") || own.contains("%}") {
        let place = PlacedText::new(node, own, text);
        out.push(Parameter { path: path.to_owned(), block, text: own.to_owned(), place });
    }
}
