//! What is wrong with `$or`.

use super::{error, replace};
use rulepad_document::json::{Member, Node, quote};
use rulepad_document::words::en;
use rulepad_document::{Diagnostic, Span};

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
        format!("an alternative of `$or` is an object; this is {}", en::a(item.value.kind())),
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

/// Far beyond what AWS takes: the text is not read to its end.
pub(crate) fn names_too_long(span: Span, most: usize) -> Diagnostic {
    let message = format!(
        "the names of the fields take more than {} MiB with the fields around them; what follows is not read",
        most >> 20
    );
    error("pattern.names-too-long", span, message).advice("split the pattern into several rules")
}

/// Far beyond what AWS takes: the sub-rules are not made.
pub(crate) fn too_many_conditions(span: Span) -> Diagnostic {
    let message = "the pattern has more conditions than can be tried, its `$or` alternatives multiplied out";
    error("pattern.too-many-conditions", span, message).advice("split the pattern into several rules")
}

pub(crate) fn too_many_alternatives(span: Span, limit: usize) -> Diagnostic {
    error(
        "pattern.or-combinations",
        span,
        format!("the `$or` alternatives multiply to more than {limit} combinations, AWS's limit"),
    )
    .advice("split the pattern into several rules")
}
