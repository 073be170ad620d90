//! Values that are known only at deploy time, and so cannot be checked.

use super::{Diagnostic, warning, whole};
use crate::code::Code;
use crate::message::{DeployTimeValue, Help, PropertyMessage};
use rulepad_document::{Role, RuleProperty, TargetProperty};

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
    let (code, role, value) = match of {
        Unknown::Name => (Code::RuleNameStandIn, Role::Rule(RuleProperty::Name), DeployTimeValue::RuleName),
        Unknown::Bus => (Code::RuleBusStandIn, Role::Rule(RuleProperty::EventBus), DeployTimeValue::EventBus),
        Unknown::RuleRole => {
            (Code::RuleRoleStandIn, Role::Rule(RuleProperty::RoleArn), DeployTimeValue::RuleRole)
        }
        Unknown::Id(at) => (Code::IdStandIn, Role::Target(at, TargetProperty::Id), DeployTimeValue::TargetId),
        Unknown::Arn(at) => {
            (Code::ArnStandIn, Role::Target(at, TargetProperty::Arn), DeployTimeValue::TargetKind)
        }
        Unknown::Role(at) => {
            (Code::RoleStandIn, Role::Target(at, TargetProperty::RoleArn), DeployTimeValue::TargetRole)
        }
        Unknown::DeadLetter(at) => (
            Code::DeadLetterStandIn,
            Role::Target(at, TargetProperty::DeadLetterArn),
            DeployTimeValue::DeadLetterQueue,
        ),
    };
    let message = PropertyMessage::KnownAtDeployTime { named: named.to_owned(), value };
    warning(code, role, whole(text), message).advice(Help::KnownAtDeployTime)
}
