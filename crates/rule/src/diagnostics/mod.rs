//! Every diagnostic of a rule and its targets, one constructor a problem.

mod deploy_time;
mod input;
mod parameters;
mod settings;

pub(crate) use deploy_time::*;
pub(crate) use input::*;
pub(crate) use parameters::*;
pub(crate) use settings::*;

use crate::code::Code;
use crate::message::{AwsSentence, Help, PropertyMessage};
use crate::model::{MAX_DESCRIPTION, is_name};
use crate::target::{MAX_CALL, MAX_TARGETS};
use crate::{Message, TargetKind};
use rulepad_document::{Edit, Role, RuleProperty, Severity, Span, TargetProperty};

type Diagnostic = rulepad_document::Diagnostic<Message>;

fn error(code: Code, role: Role, span: Span, message: impl Into<Message>) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, role, span, message)
}

fn warning(code: Code, role: Role, span: Span, message: impl Into<Message>) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, role, span, message)
}

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

fn rewrite(text: &str, new: String) -> Vec<Edit> {
    vec![Edit { span: whole(text), text: new }]
}

/// The name with every run of characters AWS does not take as one dash.
fn fixed(name: &str) -> String {
    let words: Vec<&str> = name.split(|c| !is_name(c)).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

fn with_name(found: Diagnostic, name: &str) -> Diagnostic {
    let fixed = fixed(name);
    if fixed.is_empty() { found } else { found.fix(Help::NameIt(fixed.clone()), rewrite(name, fixed)) }
}

pub(crate) fn name_missing() -> Diagnostic {
    let role = Role::Rule(RuleProperty::Name);
    error(Code::RuleNameMissing, role, Span::default(), PropertyMessage::RuleNameMissing)
        .advice(Help::GiveName)
}

pub(crate) fn name_too_long(name: &str) -> Diagnostic {
    let message = PropertyMessage::RuleNameTooLong(crate::reference::known_length(name));
    error(Code::RuleNameTooLong, Role::Rule(RuleProperty::Name), whole(name), message)
        .advice(Help::ShortenName)
}

pub(crate) fn name_character(name: &str, at: usize, c: char) -> Diagnostic {
    let span = Span::new(at, at + c.len_utf8());
    let role = Role::Rule(RuleProperty::Name);
    with_name(error(Code::RuleNameCharacter, role, span, PropertyMessage::RuleNameCharacter(c)), name)
}

pub(crate) fn bus_too_long(bus: &str) -> Diagnostic {
    let message = PropertyMessage::BusTooLong(crate::reference::known_length(bus));
    error(Code::RuleBusTooLong, Role::Rule(RuleProperty::EventBus), whole(bus), message).advice(Help::GiveBus)
}

pub(crate) fn bus_shape(bus: &str) -> Diagnostic {
    let role = Role::Rule(RuleProperty::EventBus);
    error(Code::RuleBusShape, role, whole(bus), PropertyMessage::BusShape).advice(Help::WriteBusArn)
}

pub(crate) fn bus_character(at: usize, c: char) -> Diagnostic {
    let span = Span::new(at, at + c.len_utf8());
    let role = Role::Rule(RuleProperty::EventBus);
    error(Code::RuleBusCharacter, role, span, PropertyMessage::BusCharacter(c)).advice(Help::BusNames)
}

pub(crate) fn description_too_long(description: &str) -> Diagnostic {
    let message = PropertyMessage::DescriptionTooLong(crate::reference::known_length(description));
    let extra = description.char_indices().nth(MAX_DESCRIPTION).map_or(0, |(at, _)| at);
    let span = Span::new(extra, description.len());
    error(Code::RuleDescriptionTooLong, Role::Rule(RuleProperty::Description), span, message)
        .advice(Help::ShortenDescription)
}

pub(crate) fn rule_role_shape(role: &str) -> Diagnostic {
    let place = Role::Rule(RuleProperty::RoleArn);
    error(Code::RuleRoleShape, place, whole(role), PropertyMessage::RoleShape).advice(Help::WriteRoleArn)
}

pub(crate) fn id_missing(at: u32) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::Id);
    error(Code::IdMissing, role, Span::default(), PropertyMessage::IdMissing).advice(Help::GiveId)
}

pub(crate) fn id_too_long(at: u32, id: &str) -> Diagnostic {
    let message = PropertyMessage::IdTooLong(id.chars().count());
    error(Code::IdTooLong, Role::Target(at, TargetProperty::Id), whole(id), message).advice(Help::ShortenId)
}

pub(crate) fn id_character(at: u32, id: &str, offset: usize, c: char) -> Diagnostic {
    let span = Span::new(offset, offset + c.len_utf8());
    let role = Role::Target(at, TargetProperty::Id);
    with_name(error(Code::IdCharacter, role, span, PropertyMessage::IdCharacter(c)), id)
}

pub(crate) fn id_duplicate(at: u32, id: &str, free: Option<String>) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::Id);
    let message = PropertyMessage::IdDuplicate(id.to_owned());
    let said = AwsSentence::DuplicateId { id: id.to_owned() };
    let found = error(Code::IdDuplicate, role, whole(id), message).aws_known(said, 0, 0);
    match free {
        Some(free) => found.fix(Help::NameIt(free.clone()), rewrite(id, free)),
        None => found,
    }
}

pub(crate) fn arn_missing(at: u32) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::Arn);
    error(Code::ArnMissing, role, Span::default(), PropertyMessage::ArnMissing).advice(Help::GiveArn)
}

pub(crate) fn arn_too_long(at: u32, arn: &str) -> Diagnostic {
    let message = PropertyMessage::ArnTooLong(arn.chars().count());
    error(Code::ArnTooLong, Role::Target(at, TargetProperty::Arn), whole(arn), message)
        .advice(Help::CheckOneArn)
}

pub(crate) fn arn_shape(at: u32, arn: &str, queue: Option<String>) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::Arn);
    match queue {
        Some(queue) => error(Code::ArnShape, role, whole(arn), PropertyMessage::ArnIsQueueUrl)
            .fix(Help::Write(queue.clone()), rewrite(arn, queue)),
        None => error(Code::ArnShape, role, whole(arn), PropertyMessage::ArnShape).advice(Help::ArnForm),
    }
}

pub(crate) fn arn_place(at: u32, arn: &str) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::Arn);
    warning(Code::ArnPlace, role, whole(arn), PropertyMessage::ArnPlace).advice(Help::CopyArn)
}

pub(crate) fn arn_unknown(at: u32, arn: &str, service: &str) -> Diagnostic {
    let message = PropertyMessage::ArnUnknown(service.to_owned());
    warning(Code::ArnUnknown, Role::Target(at, TargetProperty::Arn), whole(arn), message)
        .advice(Help::CheckArn)
}

pub(crate) fn role_shape(at: u32, role: &str) -> Diagnostic {
    let place = Role::Target(at, TargetProperty::RoleArn);
    error(Code::RoleShape, place, whole(role), PropertyMessage::RoleShape).advice(Help::WriteRoleArn)
}

/// PutTargets refuses a target of this kind without a role.
pub(crate) fn role_missing(at: u32, arn: &str) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::RoleArn);
    error(Code::RoleMissing, role, Span::default(), PropertyMessage::RoleMissing)
        .advice(Help::GiveRole)
        .aws_known(AwsSentence::RoleRequired { arn: arn.to_owned() }, 0, 0)
}

pub(crate) fn role_advised(at: u32) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::RoleArn);
    warning(Code::RoleAdvised, role, Span::default(), PropertyMessage::RoleAdvised).advice(Help::GiveBusRole)
}

/// The user guide asks for a role, `eb-service-cross-account`; whether PutTargets refuses a target without one is not
/// known.
pub(crate) fn role_other_account(at: u32, kind: TargetKind, account: &str) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::RoleArn);
    warning(Code::RoleOtherAccount, role, Span::default(), PropertyMessage::RoleOtherAccount(kind))
        .advice(Help::GiveRoleForAccount { kind, account: account.to_owned() })
}

pub(crate) fn role_not_used(at: u32, role: &str, kind: TargetKind) -> Diagnostic {
    let place = Role::Target(at, TargetProperty::RoleArn);
    warning(Code::RoleNotUsed, place, whole(role), PropertyMessage::RoleNotUsed(kind))
        .fix(Help::RemoveRole, rewrite(role, String::new()))
}

/// PutTargets refuses a role for a log group.
pub(crate) fn role_refused(at: u32, role: &str, arn: &str) -> Diagnostic {
    let place = Role::Target(at, TargetProperty::RoleArn);
    error(Code::RoleRefused, place, whole(role), PropertyMessage::RoleRefused)
        .fix(Help::RemoveRole, rewrite(role, String::new()))
        .aws_known(AwsSentence::RoleNotSupported { arn: arn.to_owned() }, 0, 0)
}

/// PutTargets refuses the sixth target.
pub(crate) fn too_many_targets(at: u32, length: usize) -> Diagnostic {
    let message = PropertyMessage::TooManyTargets { length, most: MAX_TARGETS };
    warning(Code::TooMany, Role::Target(at, TargetProperty::Whole), Span::default(), message)
        .advice(Help::SecondRule)
        .aws_known(AwsSentence::TooManyTargets, 0, 0)
}

/// One PutTargets call takes ten targets (user guide, quotas).
pub(crate) fn call_too_many(at: u32, length: usize) -> Diagnostic {
    let message = PropertyMessage::TooManyInCall { length, most: MAX_CALL };
    warning(Code::CallTooMany, Role::Target(at, TargetProperty::Whole), Span::default(), message)
        .advice(Help::SplitCall)
}
