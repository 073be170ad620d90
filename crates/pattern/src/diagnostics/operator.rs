//! What is wrong with an operator's name or argument.

use super::{error, replace, respell};
use crate::operator::NAMES;
use crate::spelling::nearest;
use rulepad_document::json::{Member, Node, Value, quote};
use rulepad_document::words::en;
use rulepad_document::{Diagnostic, Span};

pub(crate) fn unknown_operator(
    text: &str,
    field: &Member,
    node: &Node,
    operator: &Member,
    name: &str,
    cursor: usize,
) -> Diagnostic {
    if is_function(name) {
        return function(operator).aws(format!("Unrecognized match type {name}"), cursor);
    }
    let message = format!("`{name}` is not an operator of event patterns");
    let mut found = error("pattern.unknown-operator", operator.key_span, message)
        .aws(format!("Unrecognized match type {name}"), cursor);
    let argument = operator.value.span.of(text);
    let nested = matches!(operator.value.value, Value::Array(_) | Value::Object(_));
    if let Some(known) = nearest(name, &NAMES) {
        found = found.fix(format!("write `{known}`"), replace(operator.key_span, quote(known)));
    } else if let Some(known) = synonym(name) {
        let spelled = format!("{{{}: {argument}}}", quote(known));
        let only = node.members().is_some_and(|members| members.len() == 1);
        if only && accepts_argument(known, &operator.value) {
            found = found.fix(format!("write `{known}`"), respell(node, &[spelled]));
        } else {
            found = found.advice(format!("AWS calls it `{known}`"));
        }
    } else if nested && only_item(field) {
        found = found.fix(
            "nest the fields without the list around them",
            replace(field.value.span, node.span.of(text)),
        );
    } else if name == "regex" || name == "matches" {
        found =
            found.advice("there are no regular expressions; `wildcard`, `prefix` and `suffix` come closest");
    } else {
        found =
            found.advice(format!("the operators are {}", NAMES.map(|name| format!("`{name}`")).join(", ")));
    }
    found
}

/// Whether a key is an intrinsic function of CloudFormation (user guide, intrinsic function reference, checked
/// 2026-11-29).
pub(super) fn is_function(key: &str) -> bool {
    matches!(key, "Ref" | "Condition") || key.strip_prefix("Fn::").is_some_and(|name| !name.is_empty())
}

/// A function that was left in the pattern.
pub(super) fn function(member: &Member) -> Diagnostic {
    let name = &member.key;
    let message = format!("`{name}` is a CloudFormation function, and an event pattern has none");
    error("pattern.cloudformation-function", member.key_span, message)
        .advice("CloudFormation replaces it before it creates the rule: write the value it gives")
        .advice("import the template, where functions are resolved as far as it says")
}

fn only_item(field: &Member) -> bool {
    matches!(&field.value.value, Value::Array(items) if items.len() == 1)
}

fn accepts_argument(operator: &str, argument: &Node) -> bool {
    match operator {
        "anything-but" => matches!(argument.value, Value::String(_) | Value::Number(_)),
        "exists" => matches!(argument.value, Value::Bool(_)),
        "numeric" => false,
        _ => argument.as_str().is_some(),
    }
}

/// What other systems call AWS's operators.
fn synonym(name: &str) -> Option<&'static str> {
    let plain: String = name.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_lowercase();
    Some(match plain.as_str() {
        "startswith" | "beginswith" | "starts" | "begins" => "prefix",
        "endswith" | "ends" => "suffix",
        "not" | "notin" | "notequals" | "ne" | "except" | "nin" | "isnot" => "anything-but",
        "glob" | "like" | "contains" | "match" => "wildcard",
        "equalsignorecase" | "ignorecase" | "iequals" | "caseinsensitive" => "equals-ignore-case",
        "ip" | "subnet" | "ipaddress" | "iprange" => "cidr",
        "number" | "range" | "gt" | "lt" | "gte" | "lte" | "between" => "numeric",
        "present" | "exist" | "isset" | "defined" => "exists",
        "equals" | "eq" | "equal" => "exactly",
        _ => return None,
    })
}

pub(crate) fn second_operator(text: &str, node: &Node, members: &[Member], cursor: usize) -> Diagnostic {
    let first = members.first().map(|member| member.key.as_str()).unwrap_or_default();
    let sentence = if matches!(first, "numeric" | "anything-but") {
        "Too many elements in numeric expression"
    } else {
        "Only one key allowed in match expression"
    };
    let second = members.get(1).map(|member| member.key_span).unwrap_or(node.span);
    let parts: Vec<String> = members
        .iter()
        .map(|member| format!("{{{}: {}}}", quote(&member.key), member.value.span.of(text)))
        .collect();
    error("pattern.second-operator", second, "one matcher holds one operator")
        .fix("accept either: one matcher each", respell(node, &parts))
        .advice("to ask for both at once, there is only `wildcard`; matchers of a list are alternatives")
        .aws(sentence, cursor)
}

pub(crate) fn string_argument(
    text: &str,
    matcher: &Node,
    operator: &str,
    argument: &Node,
    cursor: usize,
) -> Diagnostic {
    // AWS speaks of `exact` for `exactly`, and of `prefix` for `cidr`.
    let name = match operator {
        "exactly" => "exact",
        "cidr" => "prefix",
        other => other,
    };
    let found = error(
        "pattern.string-argument",
        argument.span,
        format!("`{operator}` takes one string; this is {}", en::a(argument.value.kind())),
    )
    .aws(format!("{name} match pattern must be a string"), cursor);
    match &argument.value {
        Value::Array(items) if !items.is_empty() && items.iter().all(|item| item.as_str().is_some()) => {
            let matchers: Vec<String> =
                items.iter().map(|item| format!("{{{}: {}}}", quote(operator), item.span.of(text))).collect();
            let help = if matchers.len() == 1 { "remove the brackets" } else { "one matcher for each" };
            found.fix(help, respell(matcher, &matchers))
        }
        Value::Number(_) | Value::Bool(_) if operator != "cidr" => {
            found.fix("put it in double quotes", replace(argument.span, quote(argument.span.of(text))))
        }
        _ => found.advice(format!("write `{{\"{operator}\": \"…\"}}`")),
    }
}

pub(crate) fn affix_without_operator(operator: &str, span: Span) -> Diagnostic {
    let name = if operator == "prefix" { "Prefix" } else { "Suffix" };
    error("pattern.affix-without-operator", span, format!("an empty object under `{operator}`"))
        .advice(format!("write `{{\"{operator}\": \"…\"}}`"))
        .aws(format!("{name} expression name not found"), span.end as usize)
}

pub(crate) fn affix_operator(
    text: &str,
    matcher: &Node,
    operator: &Member,
    nested: &Member,
    cursor: usize,
) -> Diagnostic {
    let name = &operator.key;
    let found = error(
        "pattern.affix-operator",
        nested.key_span,
        format!("only `equals-ignore-case` may stand under `{name}`, not `{}`", nested.key),
    )
    .aws(format!("Unsupported {name} pattern: {}", nested.key), cursor);
    let argument = nested.value.span.of(text);
    if nested.value.as_str().is_none() {
        found.advice(format!("write `{{\"{name}\": \"…\"}}`"))
    } else if nested.key == "anything-but" {
        let turned = format!("{{\"anything-but\": {{{}: {argument}}}}}", quote(name));
        found.fix("write `anything-but` around it", respell(matcher, &[turned]))
    } else if nested.key.to_lowercase().contains("case") {
        found.fix("write `equals-ignore-case`", replace(nested.key_span, "\"equals-ignore-case\""))
    } else {
        found.fix("write the text alone", replace(operator.value.span, argument))
    }
}

pub(crate) fn exists_argument(argument: &Node, cursor: usize) -> Diagnostic {
    let found = error(
        "pattern.exists-argument",
        argument.span,
        format!("`exists` takes true or false; this is {}", en::a(argument.value.kind())),
    )
    .aws("exists match pattern must be either true or false.", cursor);
    let word = argument.as_str().unwrap_or_default().to_lowercase();
    let value = if matches!(word.as_str(), "false" | "no") || argument.value == Value::Number("0".into()) {
        "false"
    } else {
        "true"
    };
    found.fix(format!("write `{value}`"), replace(argument.span, value))
}
