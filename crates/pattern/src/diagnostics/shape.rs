//! What is wrong with the shape of a pattern: objects, lists and bare values.

use super::operator::{function, is_function};
use super::{error, replace, respell, wrap};
use crate::operator::NAMES;
use rulepad_document::json::{Member, Node};
use rulepad_document::words::en;
use rulepad_document::{Diagnostic, Role, Span};

pub(crate) fn not_an_object(span: Span, kind: Option<&str>, cursor: usize) -> Diagnostic {
    let message = match kind {
        Some(kind) => format!("an event pattern is an object; this is {kind}"),
        None => "there is no pattern yet".to_owned(),
    };
    let found = error("pattern.not-an-object", span, message).aws("Filter is not an object", cursor);
    if kind.is_none() {
        found.fix("start with a source", replace(span, "{\n  \"source\": [\"aws.codebuild\"]\n}"))
    } else {
        found.advice("write `{\"source\": [\"…\"]}`")
    }
}

pub(crate) fn empty_object(span: Span) -> Diagnostic {
    error("pattern.empty-object", span, "an empty object tests nothing, and AWS refuses it")
        .advice("name a field and the values it may have, such as `{\"source\": [\"aws.codebuild\"]}`")
        .aws("Empty objects are not allowed", span.end as usize)
}

pub(crate) fn bare_value(text: &str, parent: &Node, member: &Member, cursor: usize) -> Diagnostic {
    let value = &member.value;
    let sentence = format!("\"{}\" must be an object or an array", member.key);
    if is_function(&member.key) {
        return function(member).aws(sentence, cursor);
    }
    let alone = parent.members().is_some_and(|members| members.len() == 1);
    if NAMES.contains(&member.key.as_str()) && alone && !text.trim_start().starts_with(parent.span.of(text)) {
        return error(
            "pattern.operator-outside-list",
            parent.span,
            format!("`{}` is an operator here, and an operator stands in a list", member.key),
        )
        .fix("wrap in [ ]", wrap(parent.span))
        .aws(sentence, cursor);
    }
    error(
        "pattern.bare-value",
        value.span,
        format!(
            "`{}` has {} where AWS wants a list of the values it may have",
            member.key,
            en::a(value.value.kind())
        ),
    )
    .fix("wrap in [ ]", wrap(value.span))
    .aws(sentence, cursor)
}

pub(crate) fn empty_array(span: Span, key: &str, key_span: Span) -> Diagnostic {
    error("pattern.empty-array", span, format!("`{key}` has an empty list, which no value could match"))
        .fix("accept any value", replace(span, "[{\"exists\": true}]"))
        .label(Role::Pattern, key_span, "this field")
        .aws("Empty arrays are not allowed", span.end as usize)
}

pub(crate) fn nested_array(text: &str, node: &Node, items: &[Node]) -> Diagnostic {
    let found = error("pattern.nested-array", node.span, "a list inside a list: matchers stand in one list")
        .aws("Match value must be String, number, true, false, or null", node.span.start as usize + 1);
    if items.is_empty() {
        return found.fix("use an empty string", replace(node.span, "\"\""));
    }
    let inner: Vec<String> = items.iter().map(|item| item.span.of(text).to_owned()).collect();
    found.fix("remove the inner brackets", respell(node, &inner))
}

pub(crate) fn no_operator(span: Span) -> Diagnostic {
    error("pattern.no-operator", span, "an empty object in a list of matchers: it names no operator")
        .fix("accept any value", replace(span, "{\"exists\": true}"))
        .aws("Match expression name not found", span.end as usize)
}
