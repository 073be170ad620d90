//! Every diagnostic of a rule and its targets, one constructor a problem.

mod deploy_time;
mod parameters;
mod settings;

pub(crate) use deploy_time::*;
pub(crate) use parameters::*;
pub(crate) use settings::*;

use crate::Kind;
use crate::model::{MAX_ARN, MAX_DESCRIPTION, MAX_NAME, is_name};
use crate::target::MAX_TARGETS;
use rulepad_document::{Diagnostic, Edit, Role, RuleProperty, Severity, Span, TargetProperty};

fn error(code: &'static str, role: Role, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, role, span, message)
}

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

fn rewrite(text: &str, new: String) -> Vec<Edit> {
    vec![Edit { span: whole(text), text: new }]
}

/// The name with every run of characters AWS does not take as one dash.
fn mended(name: &str) -> String {
    let words: Vec<&str> = name.split(|c| !is_name(c)).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

fn with_name(found: Diagnostic, name: &str) -> Diagnostic {
    let mended = mended(name);
    if mended.is_empty() { found } else { found.fix(format!("name it `{mended}`"), rewrite(name, mended)) }
}

/// The code of a rule that has no name.
pub const NAME_MISSING: &str = "rule.name-missing";

pub(crate) fn name_missing() -> Diagnostic {
    error(NAME_MISSING, Role::Rule(RuleProperty::Name), Span::default(), "the rule has no name")
        .advice("name it with letters, digits, `.`, `-` and `_`")
}

pub(crate) fn name_too_long(name: &str) -> Diagnostic {
    let length = crate::reference::known_length(name);
    let message = format!("the rule's name has {length} characters; AWS takes {MAX_NAME}");
    error("rule.name-too-long", Role::Rule(RuleProperty::Name), whole(name), message)
        .advice("shorten the name")
}

pub(crate) fn name_character(name: &str, at: usize, c: char) -> Diagnostic {
    let span = Span::new(at, at + c.len_utf8());
    let message = format!("`{c}` cannot stand in a rule's name: AWS takes letters, digits, `.`, `-` and `_`");
    with_name(error("rule.name-character", Role::Rule(RuleProperty::Name), span, message), name)
}

pub(crate) fn bus_too_long(bus: &str) -> Diagnostic {
    let length = crate::reference::known_length(bus);
    let message = format!("the event bus has {length} characters; AWS takes {MAX_ARN}");
    error("rule.bus-too-long", Role::Rule(RuleProperty::EventBus), whole(bus), message)
        .advice("give the name of the bus, or its ARN")
}

pub(crate) fn bus_shape(bus: &str) -> Diagnostic {
    error(
        "rule.bus-shape",
        Role::Rule(RuleProperty::EventBus),
        whole(bus),
        "this is not the ARN of an event bus",
    )
    .advice("write `arn:aws:events:us-east-1:123456789012:event-bus/name`, or the name alone")
}

pub(crate) fn bus_character(at: usize, c: char) -> Diagnostic {
    let span = Span::new(at, at + c.len_utf8());
    error(
        "rule.bus-character",
        Role::Rule(RuleProperty::EventBus),
        span,
        format!("`{c}` cannot stand in the name of an event bus"),
    )
    .advice("bus names have letters, digits, `.`, `-`, `_` and, for partners, `/`")
}

pub(crate) fn description_too_long(description: &str) -> Diagnostic {
    let length = crate::reference::known_length(description);
    let extra = description.char_indices().nth(MAX_DESCRIPTION).map_or(0, |(at, _)| at);
    error(
        "rule.description-too-long",
        Role::Rule(RuleProperty::Description),
        Span::new(extra, description.len()),
        format!("the description has {length} characters; AWS takes {MAX_DESCRIPTION}"),
    )
    .advice("shorten the description")
}

pub(crate) fn rule_role_shape(role: &str) -> Diagnostic {
    error(
        "rule.role-shape",
        Role::Rule(RuleProperty::RoleArn),
        whole(role),
        "this is not the ARN of an IAM role",
    )
    .advice("write `arn:aws:iam::123456789012:role/name`")
}

pub(crate) fn id_missing(at: u32) -> Diagnostic {
    error("target.id-missing", Role::Target(at, TargetProperty::Id), Span::default(), "the target has no id")
        .advice("give it an id of letters, digits, `.`, `-` and `_`")
}

pub(crate) fn id_too_long(at: u32, id: &str) -> Diagnostic {
    let length = id.chars().count();
    let message = format!("the target's id has {length} characters; AWS takes {MAX_NAME}");
    error("target.id-too-long", Role::Target(at, TargetProperty::Id), whole(id), message)
        .advice("shorten the id")
}

pub(crate) fn id_character(at: u32, id: &str, offset: usize, c: char) -> Diagnostic {
    let span = Span::new(offset, offset + c.len_utf8());
    let message = format!("`{c}` cannot stand in a target's id: AWS takes letters, digits, `.`, `-` and `_`");
    with_name(error("target.id-character", Role::Target(at, TargetProperty::Id), span, message), id)
}

pub(crate) fn id_duplicate(at: u32, id: &str, free: Option<String>) -> Diagnostic {
    let message = format!("another target of the rule has the id `{id}`");
    let found = error("target.id-duplicate", Role::Target(at, TargetProperty::Id), whole(id), message)
        .aws_located(
            format!(
                "Parameter targets is not valid. Reason: More than one target with Id '{id}' is provided."
            ),
            0,
            0,
        );
    match free {
        Some(free) => found.fix(format!("name it `{free}`"), rewrite(id, free)),
        None => found,
    }
}

pub(crate) fn arn_missing(at: u32) -> Diagnostic {
    error(
        "target.arn-missing",
        Role::Target(at, TargetProperty::Arn),
        Span::default(),
        "the target has no ARN",
    )
    .advice("give the ARN of what receives the event")
}

pub(crate) fn arn_too_long(at: u32, arn: &str) -> Diagnostic {
    let length = arn.chars().count();
    let message = format!("the target's ARN has {length} characters; AWS takes {MAX_ARN}");
    error("target.arn-too-long", Role::Target(at, TargetProperty::Arn), whole(arn), message)
        .advice("check that it is one ARN")
}

pub(crate) fn arn_shape(at: u32, arn: &str, queue: Option<String>) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::Arn);
    match queue {
        Some(queue) => {
            error("target.arn-shape", role, whole(arn), "a target takes the queue's ARN, not its URL")
                .fix(format!("write `{queue}`"), rewrite(arn, queue))
        }
        None => error("target.arn-shape", role, whole(arn), "this is not an ARN")
            .advice("an ARN reads `arn:aws:service:region:account:resource`, without spaces"),
    }
}

pub(crate) fn arn_place(at: u32, arn: &str) -> Diagnostic {
    let message = "the ARN lacks a Region or a 12-digit account";
    Diagnostic::new(
        "target.arn-place",
        Severity::Warning,
        Role::Target(at, TargetProperty::Arn),
        whole(arn),
        message,
    )
    .advice("copy the ARN from the console of the service")
}

pub(crate) fn arn_unknown(at: u32, arn: &str, service: &str) -> Diagnostic {
    let message = format!("EventBridge is not known to deliver to this `{service}` resource");
    Diagnostic::new(
        "target.arn-unknown",
        Severity::Warning,
        Role::Target(at, TargetProperty::Arn),
        whole(arn),
        message,
    )
    .advice("check that the ARN is of the resource itself, such as a function, topic, queue or stream")
}

pub(crate) fn role_shape(at: u32, role: &str) -> Diagnostic {
    error(
        "target.role-shape",
        Role::Target(at, TargetProperty::RoleArn),
        whole(role),
        "this is not the ARN of an IAM role",
    )
    .advice("write `arn:aws:iam::123456789012:role/name`")
}

/// The code of a target without the role that PutTargets requires.
pub const ROLE_MISSING: &str = "target.role-missing";

/// PutTargets refuses a target of this kind without a role.
pub(crate) fn role_missing(at: u32, arn: &str) -> Diagnostic {
    error(
        ROLE_MISSING,
        Role::Target(at, TargetProperty::RoleArn),
        Span::default(),
        "this kind of target needs a role",
    )
    .advice("give the ARN of a role that `events.amazonaws.com` may assume")
    .aws_located(format!("RoleArn is required for target {arn}."), 0, 0)
}

pub(crate) fn role_advised(at: u32) -> Diagnostic {
    let message = "a bus of another account or Region needs a role in newer rules";
    Diagnostic::new(
        "target.role-advised",
        Severity::Warning,
        Role::Target(at, TargetProperty::RoleArn),
        Span::default(),
        message,
    )
    .advice("give the ARN of a role that may call `events:PutEvents` on the bus")
}

/// The user guide asks for a role, `eb-service-cross-account`; whether PutTargets refuses a target without one is not
/// known.
pub(crate) fn role_other_account(at: u32, kind: Kind, account: &str) -> Diagnostic {
    let message =
        format!("{} of another account is delivered to with a role of the rule's account", article(kind));
    let actions: Vec<String> = kind.actions().iter().map(|action| format!("`{action}`")).collect();
    let advice = format!(
        "give the ARN of a role that may call {}; account {account} allows it in the target's policy",
        actions.join(" and ")
    );
    Diagnostic::new(
        "target.role-other-account",
        Severity::Warning,
        Role::Target(at, TargetProperty::RoleArn),
        Span::default(),
        message,
    )
    .advice(advice)
}

pub(crate) fn role_not_used(at: u32, role: &str, kind: Kind) -> Diagnostic {
    let message =
        format!("{} is reached by its own resource policy; with a role delivery may fail", article(kind));
    Diagnostic::new(
        "target.role-not-used",
        Severity::Warning,
        Role::Target(at, TargetProperty::RoleArn),
        whole(role),
        message,
    )
    .fix("remove the role", rewrite(role, String::new()))
}

/// PutTargets refuses a role for a log group.
pub(crate) fn role_refused(at: u32, role: &str, arn: &str) -> Diagnostic {
    error(
        "target.role-refused",
        Role::Target(at, TargetProperty::RoleArn),
        whole(role),
        "PutTargets refuses a role for a log group",
    )
    .fix("remove the role", rewrite(role, String::new()))
    .aws_located(format!("RoleArn is not supported for target {arn}."), 0, 0)
}

pub(crate) fn input_not_passed(at: u32, kind: Kind) -> Diagnostic {
    let message = format!("{} receives nothing of the matched event", article(kind));
    Diagnostic::new(
        "target.input-not-passed",
        Severity::Warning,
        Role::Target(at, TargetProperty::Input),
        Span::default(),
        message,
    )
    .advice("choose another input option to pass values of the event")
}

pub(crate) fn input_cross_account(at: u32) -> Diagnostic {
    let message = "the event bus of another account takes no input option: it receives the event itself";
    error("target.input-cross-account", Role::Target(at, TargetProperty::Input), Span::default(), message)
        .advice("choose the matched event")
}

/// A log group takes the matched event or a transformer (aws-cdk PR #20748, checked 2026-11-29).
pub(crate) fn input_logs_option(at: u32, option: &str) -> Diagnostic {
    let message = format!(
        "`{option}` is not supported for a log group: it takes the matched event or an input transformer"
    );
    error("target.input-logs-option", Role::Target(at, TargetProperty::Input), Span::default(), message)
        .advice("choose the matched event, or a template `{\"timestamp\": <time>, \"message\": \"<text>\"}`")
}

/// A log group takes JSON only.
pub(crate) fn input_logs_text(at: u32, id: &str) -> Diagnostic {
    let message = "a log group takes a JSON template only";
    error("target.input-logs-text", Role::Target(at, TargetProperty::Input), Span::default(), message)
        .advice("write `{\"timestamp\": <time>, \"message\": <message>}`")
        .aws_located(format!("Input for target {id} is not a valid JSON text."), 0, 0)
}

/// PutTargets refuses the sixth target.
pub(crate) fn too_many_targets(at: u32, length: usize) -> Diagnostic {
    let message = format!("{length} targets; a rule takes {MAX_TARGETS}");
    Diagnostic::new(
        "target.too-many",
        Severity::Warning,
        Role::Target(at, TargetProperty::Whole),
        Span::default(),
        message,
    )
    .advice("move targets to a second rule with the same pattern")
    .aws_located(
        "LimitExceededException: The requested resource exceeds the maximum number allowed.",
        0,
        0,
    )
}

/// The name of a kind with its article, as it is spoken: an SQS queue, a Lambda function.
fn article(kind: Kind) -> String {
    const SPOKEN_VOWELS: [&str; 9] =
        ["API", "AppSync", "ECS", "EC2", "Incident", "Inspector", "SNS", "SQS", "event"];
    let name = kind.name();
    let an = SPOKEN_VOWELS.iter().any(|start| name.starts_with(start));
    format!("{} {name}", if an { "an" } else { "a" })
}
