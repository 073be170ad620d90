//! What can be wrong with a template that rules are read from, and what is not yet known of its values.

use super::{error, whole};
use rulepad_document::{Diagnostic, Role, RuleProperty, Severity, Span, TargetProperty};

fn warning(code: &'static str, role: Role, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, role, span, message)
}

pub(crate) fn template_without_rules(text: &str) -> Diagnostic {
    let message = "the template holds no rule: no resource is an `AWS::Events::Rule`, and no function or state \
                   machine of SAM has an event of type `EventBridgeRule`";
    error("import.template-without-rules", Role::Import, whole(text), message)
        .advice("import the template that declares the rule")
}

/// The functions of a template make more than a template can need.
pub(crate) fn template_budget(span: Span) -> Diagnostic {
    let message = "the functions of the template make too much text here: one repeats what another repeats; what \
                   follows is shown as `${…}`";
    error("import.template-budget", Role::Import, span, message)
        .advice("write the value out, or import the part of the template that holds the rule")
}

/// What of a draft names something that only the stack has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unknown {
    Name,
    Bus,
    RuleRole,
    Id(u32),
    Arn(u32),
    Role(u32),
    DeadLetter(u32),
}

/// Something of a template or a configuration that is known only at deploy time; `text` is the property, `named` the part of it.
pub(crate) fn stand_in(of: Unknown, text: &str, named: &str) -> Diagnostic {
    let (code, role, tells) = match of {
        Unknown::Name => ("rule.name-stand-in", Role::Rule(RuleProperty::Name), "the rule's name"),
        Unknown::Bus => ("rule.bus-stand-in", Role::Rule(RuleProperty::EventBus), "the event bus"),
        Unknown::RuleRole => {
            ("rule.role-stand-in", Role::Rule(RuleProperty::RoleArn), "the role of the rule")
        }
        Unknown::Id(at) => ("target.id-stand-in", Role::Target(at, TargetProperty::Id), "the target's id"),
        Unknown::Arn(at) => ("target.arn-stand-in", Role::Target(at, TargetProperty::Arn), "the target kind"),
        Unknown::Role(at) => ("target.role-stand-in", Role::Target(at, TargetProperty::RoleArn), "the role"),
        Unknown::DeadLetter(at) => (
            "target.dead-letter-stand-in",
            Role::Target(at, TargetProperty::DeadLetterArn),
            "the dead-letter queue",
        ),
    };
    let message = format!("`{named}` is resolved at deploy time, so {tells} cannot be checked");
    warning(code, role, whole(text), message)
        .advice("exports keep it or ask for its value; to check it now, write the value here")
}

pub(crate) fn template_loop_shape(span: Span) -> Diagnostic {
    let message =
        "this `Fn::ForEach` is not a list of a name, its values and what is made for each; it is skipped";
    warning("import.loop-shape", Role::Import, span, message)
        .advice("write `Fn::ForEach::Name: [Item, [a, b], {\"Key${Item}\": …}]`")
}

/// A loop over values that the template does not have.
pub(crate) fn template_loop_unknown(span: Span) -> Diagnostic {
    let message =
        "the values of this `Fn::ForEach` are known only at deploy time, so what it makes is not shown";
    warning("import.loop-unknown", Role::Import, span, message)
        .advice("give the parameter a `Default`, or list the values")
}

pub(crate) fn template_loop_long(span: Span) -> Diagnostic {
    let message = "this `Fn::ForEach` makes more than a template may hold; the rest is skipped";
    warning("import.loop-long", Role::Import, span, message).advice("import fewer of its values at a time")
}
