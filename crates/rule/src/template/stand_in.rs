//! What stands for a value that only the stack has.

use rulepad_document::json::{Node, Value, compact};

/// A function of a template, and what it is shown as.
#[derive(Clone, Debug)]
pub(crate) struct StandIn {
    /// The function as the template has it.
    pub raw: Node,
    /// What is shown for it.
    pub shown: Node,
}

impl StandIn {
    /// The sentence that tells what is shown.
    pub fn note(&self) -> String {
        format!("`{}` is shown for `{}` of the template.", text_of(&self.shown), compact(&self.raw))
    }
}

/// A text, or a value as JSON.
pub(crate) fn text_of(node: &Node) -> String {
    match &node.value {
        Value::String(text) => text.clone(),
        _ => compact(node),
    }
}

/// The first `${…}` in a text: the name of something that only the stack knows.
pub(crate) fn named_in(text: &str) -> Option<&str> {
    crate::reference::hole(text.get(text.find("${")?..)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stand_in_is_found_whole() {
        assert_eq!(
            named_in("arn:${Fn::ImportValue:{\"Fn::X\":1}}:q"),
            Some("${Fn::ImportValue:{\"Fn::X\":1}}")
        );
        assert_eq!((named_in("${}"), named_in("$a {}"), named_in("${a")), (None, None, None));
    }
}
