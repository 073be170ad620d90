//! What is wrong with `numeric`.

use super::{error, replace, respell, shown};
use crate::operator::numeric::Bound;
use rulepad_document::json::{Node, Value};
use rulepad_document::words::en;
use rulepad_document::{Diagnostic, Role, Span};

pub(crate) fn cannot_compare(span: Span, text: &str, cursor: usize, locations: u8) -> Diagnostic {
    error(
        "pattern.number-precision",
        span,
        format!("`{}` cannot be compared exactly: AWS compares numbers as 64-bit floats", shown(text)),
    )
    .advice("use a number with at most 15 digits, or match it as a plain value, which compares its text")
    .aws_located(format!("Cannot compare number : {text}"), cursor, locations)
}

pub(crate) fn numeric_not_a_list(text: &str, argument: &Node, cursor: usize) -> Diagnostic {
    let found = error(
        "pattern.numeric-list",
        argument.span,
        format!("`numeric` takes a list of operators and numbers; this is {}", en::a(argument.value.kind())),
    )
    .aws("Value of numeric must be an array.", cursor);
    match &argument.value {
        Value::Number(_) => found.fix(
            "compare for equality",
            replace(argument.span, format!("[\"=\", {}]", argument.span.of(text))),
        ),
        _ => found.advice("write `{\"numeric\": [\">\", 0, \"<=\", 100]}`"),
    }
}

pub(crate) fn numeric_operator_missing(span: Span, found: &str, cursor: usize) -> Diagnostic {
    error("pattern.numeric-operator", span, "the list of `numeric` starts with an operator in quotes")
        .advice("write `=`, `<`, `<=`, `>` or `>=` before the number, such as `[\">\", 0]`")
        .aws(format!("Invalid member in numeric match: {found}"), cursor)
}

pub(crate) fn numeric_value(span: Span, found: Option<&Value>, operator: &str, cursor: usize) -> Diagnostic {
    let diagnostic = error(
        "pattern.numeric-value",
        span,
        format!(
            "a number must follow here; this is {}",
            found.map_or("the end of the list", |found| en::a(found.kind()))
        ),
    )
    .aws(format!("Value of {operator} must be numeric"), cursor);
    match found {
        Some(Value::String(text)) if text.parse::<f64>().is_ok_and(f64::is_finite) && json_number(text) => {
            diagnostic.fix("remove the quotes", replace(span, text.as_str()))
        }
        _ => diagnostic.advice("write a number, such as `[\">\", 0]`"),
    }
}

fn json_number(text: &str) -> bool {
    rulepad_document::json::parse(text, Role::Pattern)
        .valid()
        .is_some_and(|node| matches!(node.value, Value::Number(_)))
}

pub(crate) fn numeric_operator(
    text: &str,
    matcher: &Node,
    argument: &Node,
    span: Span,
    operator: &str,
    cursor: usize,
) -> Diagnostic {
    let found = error(
        "pattern.numeric-operator-unknown",
        span,
        format!("`{}` is not one of `=`, `<`, `<=`, `>`, `>=`", shown(operator)),
    )
    .aws(format!("Unrecognized numeric range operator: {operator}"), cursor);
    let second = match &argument.value {
        Value::Array(items) if items.len() == 2 => items.get(1),
        _ => None,
    };
    let number = second.filter(
        |node| matches!(&node.value, Value::Number(text) if crate::number::comparable(text).is_some()),
    );
    match (operator, number) {
        ("==" | "===" | "eq", _) => found.fix("write `=`", replace(span, "\"=\"")),
        ("=<" | "lte" | "≤", _) => found.fix("write `<=`", replace(span, "\"<=\"")),
        ("=>" | "gte" | "≥", _) => found.fix("write `>=`", replace(span, "\">=\"")),
        ("!=" | "<>" | "ne", Some(number)) => found.fix(
            "use `anything-but`",
            respell(matcher, &[format!("{{\"anything-but\": {}}}", number.span.of(text))]),
        ),
        ("!=" | "<>" | "ne", None) => found.advice("use `anything-but` with the number"),
        _ => found.advice("write `=`, `<`, `<=`, `>` or `>=`"),
    }
}

pub(crate) fn numeric_too_many(text: &str, argument: &Node, items: &[Node], cursor: usize) -> Diagnostic {
    let span = items.get(2).map_or(argument.span, |item| item.span);
    let found = error("pattern.numeric-too-many", span, "too much in this list for its first operator")
        .aws("Too many elements in numeric expression", cursor);
    let part = |at: usize| items.get(at).map(|item| item.span.of(text)).unwrap_or_default();
    let lower_second = items.get(2).and_then(Node::as_str).is_some_and(|sign| matches!(sign, ">" | ">="));
    let upper_first = items.first().and_then(Node::as_str).is_some_and(|sign| matches!(sign, "<" | "<="));
    let numbers =
        [1, 3].iter().all(|at| items.get(*at).is_some_and(|item| matches!(item.value, Value::Number(_))));
    if items.len() == 4 && lower_second && upper_first && numbers {
        let swapped = format!("[{}, {}, {}, {}]", part(2), part(3), part(0), part(1));
        return found.fix("write the lower bound first", replace(argument.span, swapped));
    }
    found.advice("a range is a lower bound and then an upper bound: `[\">\", 0, \"<=\", 100]`")
}

pub(crate) fn numeric_second_operator(span: Span, found: &str, cursor: usize) -> Diagnostic {
    error("pattern.numeric-second-operator", span, "after the lower bound comes `<` or `<=` in quotes")
        .advice("write the upper bound, such as `[\">\", 0, \"<=\", 100]`")
        .aws(format!("Bad value in numeric range: {found}"), cursor)
}

pub(crate) fn numeric_upper_operator(span: Span, operator: &str, cursor: usize) -> Diagnostic {
    error(
        "pattern.numeric-upper-operator",
        span,
        format!("an upper bound takes `<` or `<=`, not `{}`", shown(operator)),
    )
    .advice("write `<` or `<=`")
    .aws(format!("Bad numeric range operator: {operator}"), cursor)
}

pub(crate) fn numeric_too_many_terms(span: Span, list: Span, cursor: usize) -> Diagnostic {
    error("pattern.numeric-too-many-terms", span, "a range has two bounds, no more")
        .advice("keep one lower and one upper bound")
        .label(Role::Pattern, list, "in this range")
        .aws("Too many terms in numeric range expression", cursor)
}

pub(crate) fn numeric_bounds(span: Span, bottom: &Bound, top: &Bound, cursor: usize) -> Diagnostic {
    let found = error(
        "pattern.numeric-bounds",
        span,
        format!("the lower bound {} is not below the upper bound {}", bottom.text, top.text),
    )
    .aws("Bottom must be less than top", cursor);
    if bottom.value > top.value {
        let sign = |own: &Bound, open: &str| format!("\"{open}{}\"", if own.inclusive { "=" } else { "" });
        let swapped = format!("[{}, {}, {}, {}]", sign(bottom, ">"), top.text, sign(top, "<"), bottom.text);
        found.fix("swap the bounds", replace(span, swapped))
    } else if bottom.inclusive && top.inclusive {
        found.fix("compare for equality", replace(span, format!("[\"=\", {}]", bottom.text)))
    } else {
        found.advice("no number lies in this range")
    }
}
