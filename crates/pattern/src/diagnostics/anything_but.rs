//! What is wrong with `anything-but`.

use super::{error, replace};
use crate::operator::NAMES;
use crate::spelling::nearest;
use rulepad_document::json::{Member, Node, Value, compact, quote};
use rulepad_document::words::en;
use rulepad_document::{Diagnostic, Role, Severity, Span};

pub(crate) fn anything_but_argument(argument: &Node, cursor: usize) -> Diagnostic {
    error(
        "pattern.anything-but-argument",
        argument.span,
        format!(
            "`anything-but` takes strings, numbers or an operator; this is {}",
            en::a(argument.value.kind())
        ),
    )
    .advice("to exclude one boolean, match the other one")
    .aws("Value of anything-but must be an array or single string/number value.", cursor)
}

pub(crate) fn anything_but_nested_argument(operator: &str, argument: &Node, cursor: usize) -> Diagnostic {
    error(
        "pattern.anything-but-argument",
        argument.span,
        format!("`{operator}` under `anything-but` takes strings; this is {}", en::a(argument.value.kind())),
    )
    .advice(format!("write `{{\"anything-but\": {{\"{operator}\": \"…\"}}}}`"))
    .aws("Value of anything-but must be an array or single string/number value.", cursor)
}

pub(crate) fn anything_but_item(
    text: &str,
    argument: &Node,
    items: &[Node],
    item: &Node,
    cursor: usize,
) -> Diagnostic {
    let found = error(
        "pattern.anything-but-item",
        item.span,
        format!("the list of `anything-but` holds strings or numbers; this is {}", en::a(item.value.kind())),
    )
    .aws_located("Inside anything but list, start|null|boolean is not supported.", cursor, 2);
    let nested = item.members().and_then(<[_]>::first).filter(|_| items.len() == 1);
    if nested.is_some_and(|nested| NAMES.contains(&nested.key.as_str())) {
        return found.fix("remove the brackets", replace(argument.span, item.span.of(text)));
    }
    found.advice("remove it; `anything-but` cannot exclude null or booleans")
}

pub(crate) fn anything_but_mixed(argument: &Node, items: &[Node]) -> Diagnostic {
    let sentence =
        "Inside anything but list, either all values are number or string, mixed type is not supported";
    let cursor = argument.span.end as usize;
    if items.is_empty() {
        return error("pattern.anything-but-empty", argument.span, "an empty list excludes nothing")
            .fix("exclude the empty string", replace(argument.span, "[\"\"]"))
            .aws(sentence, cursor);
    }
    let strings: Vec<String> = items
        .iter()
        .map(|item| if item.as_str().is_some() { compact(item) } else { quote(&compact(item)) })
        .collect();
    error("pattern.anything-but-mixed", argument.span, "strings and numbers in one list")
        .fix("make them all strings", replace(argument.span, format!("[{}]", strings.join(", "))))
        .aws(sentence, cursor)
}

pub(crate) fn anything_but_without_operator(span: Span) -> Diagnostic {
    error("pattern.anything-but-without-operator", span, "an empty object under `anything-but`")
        .advice("write what to exclude, such as `{\"anything-but\": {\"prefix\": \"…\"}}`")
        .aws("Anything-But expression name not found", span.end as usize)
}

pub(crate) fn anything_but_operator(text: &str, nested: &Member, cursor: usize) -> Diagnostic {
    const KNOWN: [&str; 4] = ["prefix", "suffix", "equals-ignore-case", "wildcard"];
    let found = error(
        "pattern.anything-but-operator",
        nested.key_span,
        format!("`anything-but` cannot turn `{}` around", nested.key),
    )
    .aws(format!("Unsupported anything-but pattern: {}", nested.key), cursor);
    let word = nested.value.span.of(text);
    match nearest(&nested.key, &KNOWN) {
        Some(known) => found.fix(format!("write `{known}`"), replace(nested.key_span, quote(known))),
        None if nested.key == "exists" => {
            let other = if word == "true" { "false" } else { "true" };
            found.advice(format!("write `{{\"exists\": {other}}}` instead"))
        }
        None if nested.key == "numeric" => found.advice("list the numbers, or write the ranges around them"),
        None => found.advice("only prefix, suffix, equals-ignore-case and wildcard can be turned around"),
    }
}

pub(crate) fn second_nested_operator(
    argument: &Node,
    first: &Member,
    second: &Member,
    cursor: usize,
) -> Diagnostic {
    error("pattern.second-operator", second.key_span, "`anything-but` turns one operator around, not two")
        .fix(
            format!("keep `{}` alone", first.key),
            replace(Span { start: first.value.span.end, end: argument.span.end }, "}"),
        )
        .aws("Too many elements in numeric expression", cursor)
}

pub(crate) fn anything_but_nested_item(
    text: &str,
    operator: &str,
    item: &Node,
    cursor: usize,
    locations: u8,
) -> Diagnostic {
    let sentence = match operator {
        "prefix" | "suffix" => "prefix/suffix match pattern must be a string",
        "wildcard" => "wildcard match pattern must be a string",
        _ => "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.",
    };
    let found = error(
        "pattern.anything-but-nested-item",
        item.span,
        format!("`{operator}` takes strings; this is {}", en::a(item.value.kind())),
    )
    .aws_located(sentence, cursor, locations);
    if matches!(item.value, Value::Number(_) | Value::Bool(_)) {
        return found.fix("put it in double quotes", replace(item.span, quote(item.span.of(text))));
    }
    found.advice("write a string")
}

pub(crate) fn empty_affix(operator: &str, span: Span, cursor: usize, locations: u8) -> Diagnostic {
    error(
        "pattern.empty-affix",
        span,
        format!("an empty {operator} under `anything-but` would exclude every string"),
    )
    .advice("write the text to exclude")
    .aws_located("Null prefix/suffix not allowed", cursor, locations)
}

pub(crate) fn anything_but_empty(operator: &str, span: Span, first: bool) -> Diagnostic {
    let (severity, message) = if first {
        (Severity::Error, format!("an empty list under `{operator}`: AWS's engine fails on it"))
    } else {
        (Severity::Warning, format!("an empty list under `{operator}`: AWS's engine never matches it"))
    };
    Diagnostic::new("pattern.anything-but-nested-empty", severity, Role::Pattern, span, message)
        .advice("write the text to exclude")
}
