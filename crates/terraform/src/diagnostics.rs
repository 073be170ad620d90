//! What cannot be worked out of a configuration, one constructor a problem.

use rulepad_document::{Diagnostic, Role, Severity, Span};

fn warning(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, Role::Import, span, message)
}

fn shown(source: &str) -> String {
    const LONGEST: usize = 60;
    let shown: String = source.chars().take(LONGEST).collect();
    if shown.len() < source.len() { format!("{shown}…") } else { shown }
}

pub(crate) fn import_terraform(text: &str, at: usize, what: &str) -> Diagnostic {
    let end = text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
    let message = format!("not valid Terraform: {what}");
    Diagnostic::new("import.terraform", Severity::Error, Role::Import, Span::new(at, end), message)
        .advice("`terraform fmt` shows the place as well")
}

pub(crate) fn import_key(span: Span, source: &str) -> Diagnostic {
    let message = format!("the key `{}` is not known here; it is left out with its value", shown(source));
    warning("import.key", span, message).advice("replace the expression by its value")
}

pub(crate) fn import_perhaps(span: Span, condition: &str) -> Diagnostic {
    let message =
        format!("this is made only if `{}`, which is not known here; it is read as made", shown(condition));
    Diagnostic::new("import.perhaps", Severity::Note, Role::Import, span, message)
}

pub(crate) fn import_budget(span: Span) -> Diagnostic {
    warning(
        "import.budget",
        span,
        "working this expression out would produce too much, or is nested too deep",
    )
    .advice("it is left as it is written; replace it by its value, or import the rule in a smaller file")
}

pub(crate) fn import_instances(span: Span) -> Diagnostic {
    warning("import.instances", span, "this makes more resources than Rulepad reads")
        .advice("import a part of them")
}

pub(crate) fn import_number(span: Span) -> Diagnostic {
    warning("import.number", span, "Terraform keeps 512 bits of a number, and this one has more")
        .advice("it stays as it is written; what Terraform sends is not verified")
}

pub(crate) fn import_repeated(span: Span, by: &str, source: &str) -> Diagnostic {
    let message = format!("how many resources `{by} = {}` makes is not known here", shown(source));
    warning("import.repeated", span, message).advice("one is read for all of them")
}

pub(crate) fn import_not_made(span: Span, variables: &[String]) -> Diagnostic {
    let names: Vec<String> = variables.iter().map(|name| format!("`var.{name}`")).collect();
    let message = format!("with the default of {} this makes no resource", names.join(", "));
    warning("import.not-made", span, message).advice("it is read as if it were made once")
}

pub(crate) fn import_dynamic(span: Span, name: &str, source: &str) -> Diagnostic {
    let message =
        format!("which `{name}` blocks `{}` makes is not known here; they are left out", shown(source));
    warning("import.dynamic", span, message)
        .advice("write the blocks, or add the file that defines the value")
}

pub(crate) fn import_skipped(text: &str, span: Span) -> Diagnostic {
    let lines = span.of(text).lines().count().max(1);
    let head = span.of(text).lines().next().unwrap_or("").trim();
    let message = match lines {
        1 => format!("this line is not read: `{}`", shown(head)),
        _ => format!("these {lines} lines are not read, from `{}`", shown(head)),
    };
    warning("import.skipped", span, message).advice("correct the error in them; the other blocks were read")
}
