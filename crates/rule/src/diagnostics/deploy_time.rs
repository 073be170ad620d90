//! Values that are known only at deploy time, and so cannot be checked.

use super::whole;
use rulepad_document::{Diagnostic, Role, RuleProperty, Severity, TargetProperty};

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
    Diagnostic::new(code, Severity::Warning, role, whole(text), message)
        .advice("exports keep it or ask for its value; to check it now, write the value here")
}
