//! What stands in the way of reading a text that holds rules, and what could not be taken from it.

use super::{error, whole};
use rulepad_document::{Diagnostic, Edit, Role, Severity, Span};

fn warning(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, Role::Import, span, message)
}

pub(crate) fn import_unknown(text: &str) -> Diagnostic {
    error("import.unknown", Role::Import, whole(text), "this text is of no format that Rulepad reads").advice(
        "paste a CloudFormation or SAM template, Terraform, an answer of `aws events describe-rule`, `list-rules` or \
         `list-targets-by-rule`, requests of PutRule and PutTargets, an event pattern, or a file that Rulepad saved",
    )
}

pub(crate) fn import_too_long(text: &str, most: usize) -> Diagnostic {
    let message = format!("the text has {} bytes; {most} are read", text.len());
    error("import.too-long", Role::Import, whole(text), message).advice("paste the part that holds the rule")
}

/// A value of the wrong kind. It is left out.
pub(crate) fn import_type(span: Span, name: &str, wanted: &str, seen: &str) -> Diagnostic {
    let message = format!("`{name}` is {wanted}, and this is {seen}");
    error("import.type", Role::Import, span, message).advice(format!("without {wanted} it is left out"))
}

/// A member that AWS does not know; `meant` is the one that it probably is, and how the text spells it.
pub(crate) fn import_member(key: Span, name: &str, of: &str, meant: Option<(&str, String)>) -> Diagnostic {
    let found = warning("import.member", key, format!("{of} has no `{name}`; it is left out"));
    match meant {
        Some((meant, text)) => found.fix(format!("write `{meant}`"), vec![Edit { span: key, text }]),
        None => found.advice("check how it is spelt"),
    }
}

pub(crate) fn import_state(span: Span, state: &str, meant: Option<&'static str>) -> Diagnostic {
    let found =
        warning("import.state", span, format!("AWS knows no state `{state}`; the rule is read as enabled"));
    match meant {
        Some(meant) => {
            let edit = Edit { span, text: rulepad_document::json::quote(meant) };
            found.fix(format!("write `{meant}`"), vec![edit])
        }
        None => found.advice("write `ENABLED` or `DISABLED`"),
    }
}

/// `NextToken` of an answer.
pub(crate) fn import_more(span: Span) -> Diagnostic {
    warning("import.more", span, "the answer goes on: `NextToken` says that there is more").advice(
        "call again with `--next-token`, and paste the answers one after another or the whole list at once",
    )
}

/// More than one input option, of which AWS takes one.
pub(crate) fn import_inputs(span: Span, id: &str, kept: &str, left: &str) -> Diagnostic {
    let message = format!("target `{id}` has `{kept}` and `{left}`; AWS takes one input option");
    warning("import.inputs", span, message).advice(format!("`{kept}` is kept, `{left}` left out"))
}

pub(crate) fn import_rest(span: Span) -> Diagnostic {
    warning("import.rest", span, "what follows is not JSON and is not read")
        .advice("paste one JSON text after another, with nothing between them")
}

pub(crate) fn import_terraform(text: &str, at: usize, what: &str) -> Diagnostic {
    let end = text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
    error(
        "import.terraform",
        Role::Import,
        Span::new(at, end),
        format!("this cannot be read as Terraform: {what}"),
    )
    .advice("`terraform fmt` shows the place as well")
}

pub(crate) fn import_no_rule(text: &str) -> Diagnostic {
    error("import.no-rule", Role::Import, whole(text), "no rule with an event pattern stands in the text")
        .advice("paste the part with the rule, such as the `aws_cloudwatch_event_rule`")
}

/// An expression whose value the text does not say.
pub(crate) fn import_reference(span: Span, source: &str) -> Diagnostic {
    let shown: String = source.chars().take(60).collect();
    let more = if shown.len() < source.len() { "…" } else { "" };
    warning("import.reference", span, format!("this text does not say what `{shown}{more}` is"))
        .advice("it stays as it is written; put the value in its place, or paste what defines it as well")
}

pub(crate) fn import_number(span: Span) -> Diagnostic {
    warning("import.number", span, "Terraform keeps 512 bits of a number, and this one has more")
        .advice("it stays as it is written; what Terraform sends is not verified")
}

pub(crate) fn import_repeated(span: Span, by: &str) -> Diagnostic {
    warning("import.repeated", span, format!("`{by}` makes this resource several times, or not at all"))
        .advice("it is read once, as it is written")
}

pub(crate) fn import_dynamic(span: Span) -> Diagnostic {
    warning("import.dynamic", span, "a `dynamic` block is not read").advice("write the block that it makes")
}

pub(crate) fn import_module(span: Span) -> Diagnostic {
    warning("import.module", span, "a module is not read: its rules stand in its own files")
        .advice("paste the file of the module that holds the rule")
}

/// `jsonencode` around an input template.
pub(crate) fn import_encoded(span: Span) -> Diagnostic {
    warning(
        "import.encoded",
        span,
        "`jsonencode` writes `<` and `>` as `\\u003c` and `\\u003e`: EventBridge finds no placeholder in it",
    )
    .advice("write the template as a heredoc, `<<EOT`")
}

/// Other resources of a file.
pub(crate) fn import_left(span: Span, left: &[String]) -> Diagnostic {
    const SHOWN: usize = 3;
    let names: Vec<String> = left.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
    let more = match left.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let message = format!("what is no part of the rule is left out: {}{more}", names.join(", "));
    Diagnostic::new("import.left-out", Severity::Note, Role::Import, span, message)
}
