//! Every diagnostic of an event pattern, one constructor a problem, with AWS's sentence for it.

use crate::operator::NAMES;
use crate::operator::cidr::{BadCidr, Cidr};
use crate::operator::numeric::Bound;
use crate::operator::wildcard::BadWildcard;
use rulepad_document::json::{Member, Node, Value, compact, quote};
use rulepad_document::{Diagnostic, Edit, Role, Severity, Span};

/// The words AWS keeps from being field names inside `$or`.
pub(crate) const RESERVED_IN_OR: [&str; 24] = [
    "exactly",
    "equals-ignore-case",
    "prefix",
    "suffix",
    "anything-but",
    "exists",
    "wildcard",
    "numeric",
    "cidr",
    "=",
    "<",
    "<=",
    ">",
    ">=",
    "regex",
    "not-wildcard",
    "not-equals-ignore-case",
    "date-after",
    "date-on-or-after",
    "date-before",
    "date-on-or-before",
    "in-date-range",
    "ip-address-in-range",
    "ip-address-not-in-range",
];

fn error(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, Role::Pattern, span, message)
}

fn replace(span: Span, text: impl Into<String>) -> Vec<Edit> {
    vec![Edit { span, text: text.into() }]
}

fn insert(at: u32, text: &str) -> Edit {
    Edit { span: Span { start: at, end: at }, text: text.to_owned() }
}

fn wrap(span: Span) -> Vec<Edit> {
    vec![insert(span.start, "["), insert(span.end, "]")]
}

/// A few characters of the user's text, for a message.
fn shown(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let start: String = text.chars().take(MOST).collect();
    format!("{start}…")
}

/// The edit that puts another list of matchers in the place of one.
fn respell(matcher: &Node, matchers: &[String]) -> Vec<Edit> {
    replace(matcher.span, matchers.join(", "))
}

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
    let alone = parent.members().is_some_and(|members| members.len() == 1);
    if NAMES.contains(&member.key.as_str()) && alone && !text.trim_start().starts_with(parent.span.of(text)) {
        return error(
            "pattern.operator-outside-list",
            parent.span,
            format!("`{}` is an operator here, and an operator stands in a list", member.key),
        )
        .fix("put it in brackets", wrap(parent.span))
        .aws(sentence, cursor);
    }
    error(
        "pattern.bare-value",
        value.span,
        format!(
            "`{}` has {} where AWS wants a list of the values it may have",
            member.key,
            value.value.kind()
        ),
    )
    .fix("put it in brackets", wrap(value.span))
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

pub(crate) fn unknown_operator(
    text: &str,
    field: &Member,
    node: &Node,
    operator: &Member,
    name: &str,
    cursor: usize,
) -> Diagnostic {
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

/// The candidate closest to a name, within two slips of the finger and whatever the case or separators.
pub(crate) fn nearest<'c>(name: &str, candidates: &[&'c str]) -> Option<&'c str> {
    let plain = |text: &str| text.to_lowercase().replace(['_', ' '], "-");
    let wanted = plain(name);
    let close = |candidate: &&&str| distance(&wanted, candidate) <= if candidate.len() > 4 { 2 } else { 1 };
    candidates.iter().filter(close).min_by_key(|candidate| distance(&wanted, candidate)).copied()
}

/// How many insertions, removals and replacements of characters lie between two short texts.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, own) in a.chars().take(64).enumerate() {
        let mut next = vec![at + 1];
        for (column, other) in b.iter().enumerate() {
            let above = row.get(column + 1).copied().unwrap_or(usize::MAX - 1);
            let left = next.last().copied().unwrap_or(usize::MAX - 1);
            let corner = row.get(column).copied().unwrap_or(usize::MAX - 1);
            let kept = if own == *other { corner } else { corner + 1 };
            next.push(kept.min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
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
        format!("`{operator}` takes one string; this is {}", argument.value.kind()),
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
        format!("`exists` takes true or false; this is {}", argument.value.kind()),
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

pub(crate) fn bad_wildcard(argument: &Node, text: &str, problem: BadWildcard, cursor: usize) -> Diagnostic {
    let mended = replace(argument.span, quote(&mend_wildcard(text)));
    match problem {
        BadWildcard::Stars(at) => error(
            "pattern.wildcard-stars",
            argument.span,
            "two stars side by side: one already stands for any run",
        )
        .fix("write one star", mended)
        .aws(format!("Consecutive wildcard characters at pos {at}"), cursor),
        BadWildcard::Escape(at) => error(
            "pattern.wildcard-escape",
            argument.span,
            "in a wildcard a backslash stands before `*` or another backslash only",
        )
        .fix("double the backslash", mended)
        .aws(format!("Invalid escape character at pos {at}"), cursor),
    }
}

fn mend_wildcard(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    let mut star = false;
    while let Some(c) = chars.next() {
        let was_star = std::mem::replace(&mut star, c == '*');
        match c {
            '*' if was_star => {}
            '\\' => {
                out.push('\\');
                let next = chars.next_if(|next| matches!(next, '*' | '\\'));
                out.push(next.unwrap_or('\\'));
            }
            c => out.push(c),
        }
    }
    out
}

pub(crate) fn bad_cidr(matcher: &Node, argument: &Node, text: &str, problem: &BadCidr) -> Diagnostic {
    let address = text.split('/').next().unwrap_or(text);
    let bits = text.split('/').nth(1).unwrap_or_default();
    let block = match problem {
        BadCidr::Bits => prefix_length(bits),
        BadCidr::Negative => bits.trim_start_matches('-').parse().ok(),
        _ => None,
    };
    let block = block.map(|bits| format!("{address}/{bits}")).filter(|block| Cidr::parse(block).is_ok());
    let is_address = crate::address::parse(address).is_ok();
    let alone = is_address && matches!(problem, BadCidr::Slash | BadCidr::Width(_));
    let plain = |found: Diagnostic| match block {
        Some(block) => found.fix(format!("write `{block}`"), replace(argument.span, quote(&block))),
        None if alone => found.fix("match the address itself", replace(matcher.span, quote(address))),
        None => found.advice("write an address and its network bits, such as `10.0.0.0/8`"),
    };
    let (message, sentence) = match problem {
        BadCidr::Slash => (
            format!("`{}` is not an address, a slash and the network bits", shown(text)),
            "Malformed CIDR, one '/' required".to_owned(),
        ),
        BadCidr::Bits => (
            format!("the bits of `{}` are not a whole number", shown(text)),
            "Malformed CIDR, mask bits must be an integer".to_owned(),
        ),
        BadCidr::Negative => (
            format!("the bits of `{}` are negative", shown(text)),
            "Malformed CIDR, mask bits must not be negative".to_owned(),
        ),
        BadCidr::Nonstandard(address) => (
            format!("`{}` does not look like an IP address", shown(address)),
            format!("Nonstandard IP address: {address}"),
        ),
        BadCidr::Address(address) => {
            (format!("`{}` is not an IP address", shown(address)), format!("Invalid IP address: {address}"))
        }
        BadCidr::Width(network) if network.is_ipv4() => (
            "an IPv4 block has at most 31 bits on AWS: for one address, match it as a plain string"
                .to_owned(),
            "IPv4 mask bits must be < 32".to_owned(),
        ),
        BadCidr::Width(_) => (
            "an IPv6 block has at most 127 bits on AWS: for one address, match it as a plain string"
                .to_owned(),
            "IPv6 mask bits must be < 128".to_owned(),
        ),
    };
    plain(error("pattern.cidr", argument.span, message)).aws_located(
        sentence,
        crate::parse::read_end(argument),
        0,
    )
}

/// The network bits of a mask such as `255.255.0.0`.
fn prefix_length(mask: &str) -> Option<u32> {
    let mask = u32::from(mask.parse::<std::net::Ipv4Addr>().ok()?);
    (mask.leading_ones() + mask.trailing_zeros() == 32).then_some(mask.leading_ones())
}

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
        format!("`numeric` takes a list of operators and numbers; this is {}", argument.value.kind()),
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
        format!("a number must follow here; this is {}", found.map_or("the end of the list", Value::kind)),
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

pub(crate) fn anything_but_argument(argument: &Node, cursor: usize) -> Diagnostic {
    error(
        "pattern.anything-but-argument",
        argument.span,
        format!("`anything-but` takes strings, numbers or an operator; this is {}", argument.value.kind()),
    )
    .advice("to exclude one boolean, match the other one")
    .aws("Value of anything-but must be an array or single string/number value.", cursor)
}

pub(crate) fn anything_but_nested_argument(operator: &str, argument: &Node, cursor: usize) -> Diagnostic {
    error(
        "pattern.anything-but-argument",
        argument.span,
        format!("`{operator}` under `anything-but` takes strings; this is {}", argument.value.kind()),
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
        format!("the list of `anything-but` holds strings or numbers; this is {}", item.value.kind()),
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
        format!("`{operator}` takes strings; this is {}", item.value.kind()),
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

pub(crate) fn or_not_a_list(text: &str, value: &Node, cursor: usize) -> Diagnostic {
    let found =
        error("pattern.or-list", value.span, "`$or` takes a list of objects, one for each alternative")
            .aws("It must be an Array followed with $or.", cursor);
    let members = value.members().unwrap_or_default();
    if members.len() > 1 {
        let branches: Vec<String> = members
            .iter()
            .map(|member| format!("{{{}: {}}}", quote(&member.key), member.value.span.of(text)))
            .collect();
        return found.fix(
            "one alternative for each field",
            replace(value.span, format!("[{}]", branches.join(", "))),
        );
    }
    found.advice("write `\"$or\": [{…}, {…}]`")
}

pub(crate) fn or_branch(item: &Node, cursor: usize) -> Diagnostic {
    error(
        "pattern.or-branch",
        item.span,
        format!("an alternative of `$or` is an object; this is {}", item.value.kind()),
    )
    .advice(
        "write `{\"field\": [\"value\"]}`; alternative values of one field stand in its list, without `$or`",
    )
    .aws("Only JSON object is allowed in array of $or relationship.", cursor)
}

pub(crate) fn or_too_short(value: &Node, found: usize) -> Diagnostic {
    let message =
        if found == 0 { "`$or` has no alternatives" } else { "`$or` with one alternative is no choice" };
    error("pattern.or-too-short", value.span, message)
        .advice("give it two alternatives at least, or write the fields without `$or`")
        .aws("There must have at least 2 Objects in $or relationship.", value.span.end as usize)
}

pub(crate) fn reserved_in_or(member: &Member, cursor: usize) -> Diagnostic {
    error(
        "pattern.or-reserved",
        member.key_span,
        format!("`{}` cannot be a field name inside `$or`", member.key),
    )
    .advice("if it is meant as an operator, it stands in the list of a field: `{\"field\": [{\"prefix\": \"…\"}]}`")
    .aws(
        format!("{} is Ruler reserved fieldName which cannot be used inside $or.", member.key),
        cursor,
    )
}

pub(crate) fn too_many_alternatives(span: Span, limit: usize) -> Diagnostic {
    error(
        "pattern.or-combinations",
        span,
        format!("the `$or` alternatives multiply to more than {limit} combinations, AWS's limit"),
    )
    .advice("split the pattern into several rules")
}

pub(crate) fn too_long(end: usize, length: usize) -> Diagnostic {
    let most = crate::limits::MAX_CHARACTERS;
    let field = crate::limits::MAX_FIELD;
    let span = Span::new(0, end);
    if length > field {
        return error("pattern.too-long", span, format!("{length} characters: AWS takes {field} at most"))
            .advice("split the pattern into several rules, or write it without white space");
    }
    Diagnostic::new(
        "pattern.long",
        Severity::Warning,
        Role::Pattern,
        span,
        format!("{length} characters: the quota of an account is {most} until it is raised"),
    )
    .advice("whether white space counts is not known; the compact form is the safe one")
}

pub(crate) fn too_complex(
    complexity: &crate::complexity::Complexity,
    simpler: Vec<Edit>,
    end: usize,
) -> Diagnostic {
    use crate::complexity::Count;
    let span = complexity.costliest.as_ref().map(|cost| cost.span).unwrap_or_default();
    let value = match complexity.value {
        Count::Exact(value) => value.to_string(),
        Count::AtLeast(value) => format!("{value} at least"),
    };
    let (field, limit) = (&complexity.field, complexity.limit);
    let message =
        format!("the wildcards of `{field}` reach complexity {value}; AWS refuses more than {limit}");
    let mut found = error("pattern.complexity", span, message);
    let others = complexity.wildcards.iter().filter(|cost| cost.field == *field && cost.span != span);
    for other in others.take(8) {
        found = found.label(Role::Pattern, other.span, "counts too");
    }
    if !simpler.is_empty() {
        let ends = "write `prefix` and `suffix` where the only `*` stands at an end";
        found = found.fix(ends, simpler);
    }
    found
        .advice("use fewer `*`, and less text behind a `*` that repeats itself")
        .advice(format!(
            "AWS does not publish the limit: {limit} is inferred, 7 was seen accepted and 11 refused"
        ))
        .aws_located(
            "Rule is too complex - try using fewer wildcard characters or fewer repeating character \
             sequences after a wildcard character",
            end,
            0,
        )
}
