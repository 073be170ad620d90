//! A target: what AWS accepts of it, told by its own properties and by the kind its ARN names.

use crate::diagnostics;
use crate::location::Location;
use crate::model::{MAX_ARN, MAX_NAME, Rule, is_name};
use crate::reference::named_in;
use crate::{
    Arn, Message, Permission, TargetKind, is_role, needs_role, parameters, queue_arn, settings, skeleton,
};
use rulepad_document::Diagnostic;
use rulepad_transformer::Input;
use serde::{Deserialize, Serialize};

/// The most targets a rule takes.
pub(crate) const MAX_TARGETS: usize = 5;

/// The most targets one PutTargets call takes (user guide, `eb-quota`).
pub(crate) const MAX_CALL: usize = 10;

/// One target of a rule, as the person typed it (API reference, `Target`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Target {
    /// `Id`: 1 to 64 letters, digits, `.`, `-` and `_`; unique in the rule.
    pub id: String,
    /// `Arn`.
    pub arn: String,
    /// `RoleArn`; blank for none.
    pub role_arn: String,
    /// What it receives.
    pub input: Input,
    /// The property that only this kind of target has, such as `EcsParameters` or `SqsParameters`, as a JSON
    /// text; blank for none. [`TargetKind::parameters`] names it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub parameters: String,
    /// `DeadLetterConfig.Arn`: a standard SQS queue; blank for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub dead_letter_arn: String,
    /// `RetryPolicy.MaximumRetryAttempts`, 0 to 185, as typed; blank for AWS's 185.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub retry_attempts: String,
    /// `RetryPolicy.MaximumEventAgeInSeconds`, 60 to 86,400, as typed; blank for AWS's 86,400.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub event_age: String,
    /// What an API destination calls, as `POST https://example.com/orders/*`: its own settings, not the target's.
    /// Blank when it is not known; nothing but the request that is shown depends on it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub endpoint: String,
}

impl Target {
    /// The role that a request carries: PutTargets refuses one for a log group, and so does the check of the target.
    pub fn sent_role(&self) -> &str {
        if self.kind() == Some(TargetKind::Logs) { "" } else { &self.role_arn }
    }

    /// The kind of target, when the ARN names one EventBridge delivers to.
    #[must_use]
    pub fn kind(&self) -> Option<TargetKind> {
        Arn::parse(&self.arn).and_then(|arn| TargetKind::of(&arn))
    }
}

/// What PutTargets refuses, and what is probably wrong, target by target.
///
/// The role of a diagnostic's label names the property that its span is of;
/// [`TargetProperty::Input`](rulepad_document::TargetProperty::Input) is the input option as a whole.
#[must_use]
pub fn check_targets(rule: &Rule, targets: &[Target]) -> Vec<Diagnostic<Message>> {
    // What the rule itself shows: a queue or a target may be in another account.
    let place = Location::of(rule, &[]);
    let mut found = Vec::new();
    for (at, target) in targets.iter().enumerate() {
        let index = u32::try_from(at).unwrap_or(u32::MAX);
        let earlier = targets.get(..at).unwrap_or(&[]);
        check_id(index, target, earlier, targets, &mut found);
        check_arn(index, target, &mut found);
        check_role(index, target, &place, &mut found);
        found.extend(check_input(index, target, rule));
        found.extend(parameters::check(index, target));
        found.extend(settings::check(index, target, rule));
        if at == MAX_TARGETS {
            found.push(diagnostics::too_many_targets(index, targets.len()));
        }
        if at == MAX_CALL {
            found.push(diagnostics::call_too_many(index, targets.len()));
        }
    }
    found
}

fn check_id(
    at: u32,
    target: &Target,
    earlier: &[Target],
    all: &[Target],
    found: &mut Vec<Diagnostic<Message>>,
) {
    let id = &target.id;
    if id.is_empty() {
        found.push(diagnostics::id_missing(at));
        return;
    }
    if id.chars().count() > MAX_NAME {
        found.push(diagnostics::id_too_long(at, id));
    }
    if let Some(named) = named_in(id) {
        found.push(diagnostics::stand_in(diagnostics::Unknown::Id(at), id, named));
    } else if let Some((offset, c)) = id.char_indices().find(|(_, c)| !is_name(*c)) {
        found.push(diagnostics::id_character(at, id, offset, c));
    }
    if earlier.iter().any(|other| other.id == *id) {
        let numbered = (2..).map(|number| format!("{id}-{number}"));
        let free = numbered.take(all.len() + 1).find(|name| all.iter().all(|other| other.id != *name));
        found.push(diagnostics::id_duplicate(at, id, free));
    }
}

fn check_arn(at: u32, target: &Target, found: &mut Vec<Diagnostic<Message>>) {
    let text = &target.arn;
    if text.is_empty() {
        found.push(diagnostics::arn_missing(at));
    } else if text.chars().count() > MAX_ARN {
        found.push(diagnostics::arn_too_long(at, text));
    } else if let Some(named) = named_in(text).filter(|_| target.kind().is_none()) {
        found.push(diagnostics::stand_in(diagnostics::Unknown::Arn(at), text, named));
    } else if let Some(arn) = Arn::parse(text) {
        match TargetKind::of(&arn) {
            None => found.push(diagnostics::arn_unknown(at, text, arn.service)),
            Some(kind) if kind.is_regional() && !arn.has_place() => {
                found.push(diagnostics::arn_place(at, text))
            }
            Some(_) => {}
        }
    } else {
        found.push(diagnostics::arn_shape(at, text, queue_arn(text)));
    }
}

fn check_role(at: u32, target: &Target, place: &Location, found: &mut Vec<Diagnostic<Message>>) {
    let Some(arn) = Arn::parse(&target.arn) else { return };
    let Some(kind) = TargetKind::of(&arn) else { return };
    let given = !target.role_arn.is_empty();
    if given && !is_role(&target.role_arn) {
        found.push(match named_in(&target.role_arn) {
            Some(named) => diagnostics::stand_in(diagnostics::Unknown::Role(at), &target.role_arn, named),
            None => diagnostics::role_shape(at, &target.role_arn),
        });
        return;
    }
    let elsewhere = needs_role(kind, &arn, place);
    match kind.permission() {
        // The target's policy and a role decide together there.
        Permission::ResourcePolicy | Permission::Either if elsewhere && !given => {
            found.push(diagnostics::role_other_account(at, kind, arn.account));
        }
        Permission::ResourcePolicy | Permission::Either if elsewhere => {}
        Permission::Role if !given && kind == TargetKind::EventBus => {
            found.push(diagnostics::role_advised(at))
        }
        Permission::Role if !given => found.push(diagnostics::role_missing(at, &target.arn)),
        Permission::ResourcePolicy if given && kind == TargetKind::Logs => {
            found.push(diagnostics::role_refused(at, &target.role_arn, &target.arn));
        }
        Permission::ResourcePolicy if given => {
            found.push(diagnostics::role_not_used(at, &target.role_arn, kind))
        }
        _ => {}
    }
}

fn check_input(at: u32, target: &Target, rule: &Rule) -> Option<Diagnostic<Message>> {
    let kind = target.kind()?;
    match (kind, &target.input) {
        (TargetKind::Ecs | TargetKind::SsmRunCommand, Input::MatchedEvent) => {
            Some(diagnostics::input_not_passed(at, kind))
        }
        (TargetKind::EventBus, input) if *input != Input::MatchedEvent => {
            let other = Arn::parse(&target.arn)?;
            Location::of(rule, &[]).is_other_account(&other).then(|| diagnostics::input_cross_account(at))
        }
        (TargetKind::Logs, Input::Constant(_)) => Some(diagnostics::input_logs_option(at, "Input")),
        (TargetKind::Logs, Input::Path(_)) => Some(diagnostics::input_logs_option(at, "InputPath")),
        (TargetKind::Logs, Input::Transformer { template, .. })
            if !template.trim_start().starts_with('{') =>
        {
            Some(diagnostics::input_logs_text(at, &target.id))
        }
        _ => skeleton::check(at, kind, target),
    }
}

#[cfg(test)]
#[path = "target_tests.rs"]
mod tests;
