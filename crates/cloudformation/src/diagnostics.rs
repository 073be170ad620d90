//! Every diagnostic of a loop of a template, one constructor a problem.

use rulepad_document::{Diagnostic, Role, Severity, Span};

fn warning(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, Role::Import, span, message)
}

pub(crate) fn template_loop_shape(span: Span) -> Diagnostic {
    let message =
        "this `Fn::ForEach` is not a list of a name, its values and what is made for each; it is skipped";
    warning("import.loop-shape", span, message)
        .advice("write `Fn::ForEach::Name: [Item, [a, b], {\"Key${Item}\": …}]`")
}

/// A loop over values that the template does not have.
pub(crate) fn template_loop_unknown(span: Span) -> Diagnostic {
    let message =
        "the values of this `Fn::ForEach` are known only at deploy time, so what it makes is not shown";
    warning("import.loop-unknown", span, message).advice("give the parameter a `Default`, or list the values")
}

pub(crate) fn template_loop_long(span: Span) -> Diagnostic {
    let message = "this `Fn::ForEach` makes more than a template may hold; the rest is skipped";
    warning("import.loop-long", span, message).advice("import fewer of its values at a time")
}
