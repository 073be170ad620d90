//! A pattern that is too long or too complex.

use super::error;
use rulepad_document::{Diagnostic, Edit, Role, Severity, Span};

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
