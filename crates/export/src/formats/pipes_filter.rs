//! A pipe with the pattern as its filter, as a CloudFormation template (user guide, `eb-pipes-event-filtering` and
//! `eb-pipes-input-transformation`).

use super::pipes_target::{self, is_target};
use crate::filter::{self, OfRecords, Parameters, criteria, ids, is_same, of_records, reference, strings};
use crate::later::Marked;
use crate::message::{FilterOwner, Loss, Note, RecordSource, TargetLoss, TargetNote};
use crate::plan::Plan;
use crate::stack::{arn_of, dynamic_reference, resource};
use crate::{Rendered, Subject, file_name};
use rulepad_cloudformation::unresolved;
use rulepad_document::Role;
use rulepad_document::json::build::{given, list, object, string};
use rulepad_document::json::{Node, compact, parse};
use rulepad_pattern::Dialect;
use rulepad_rule::model::DEFAULT_BUS;
use rulepad_rule::{AttachedTo, Location, Sender, State, Target, TargetKind, policies};

/// The pipe, and the role it assumes.
pub(crate) fn export(marked: &Marked<'_>) -> Rendered {
    let subject = &marked.subject;
    let mut able = subject.targets.iter().filter(|target| target.kind().is_some_and(is_target));
    // A queue or stream that is the only target is no source.
    let only = able.clone().next().filter(|_| able.clone().count() == 1);
    let records = of_records(marked, only);
    let target = able.find(|target| !is_same(records.from, target));
    let mut notes = std::mem::take(&mut Plan::new(subject.rule, subject.pattern, subject.targets).notes);
    let pattern = compact(&records.pattern);
    let mut losses = records.against(Dialect::Pipes);
    losses.extend(left_out(subject, &records, target));
    notes.extend(records.key.map(Note::KeyOfEvent));

    if let Some(target) = target
        && target.kind() == Some(TargetKind::Sqs)
        && target.arn.ends_with(".fifo")
    {
        notes.push(Note::of(&target.id, TargetNote::FifoDeduplication));
    }

    let made = target.map(|target| pipes_target::target(target, records.key, &mut losses, &mut notes));
    let mut parameters = Parameters::default();
    let from = records.from.map(|target| target.arn.as_str());
    let source = parameters.ask("SourceArn", "The ARN of the queue or stream that is read", from);
    let to = target.map(|target| target.arn.as_str());
    let target_arn = parameters.ask("TargetArn", "The ARN of what gets the records", to);
    let position = records.source.has_position().then(|| {
        let start = object([("StartingPosition", Some(string("LATEST")))]);
        match records.source {
            RecordSource::Table => ("DynamoDBStreamParameters", Some(start)),
            _ => ("KinesisStreamParameters", Some(start)),
        }
    });
    let source_parameters =
        object(position.into_iter().chain([("FilterCriteria", Some(criteria(&unresolved(&pattern))))]));
    let stopped = (subject.rule.state == State::Disabled).then(|| string("STOPPED"));
    let pipe = object([
        ("Name", given(&subject.rule.name)),
        ("Description", given(&one_line(&subject.rule.description, &mut losses))),
        ("DesiredState", stopped),
        ("RoleArn", Some(arn_of("Role"))),
        ("Source", Some(source.clone())),
        ("SourceParameters", Some(source_parameters)),
        ("Target", Some(target_arn)),
        ("TargetParameters", made.as_ref().map(|made| made.parameters.clone()).filter(is_given)),
    ]);
    let role = role((records.source, source), made.as_ref().map(|made| &made.request), &mut notes);
    let text = filter::template(
        "A pipe whose filter is the event pattern, and the role it assumes.",
        parameters,
        vec![("Pipe", resource("AWS::Pipes::Pipe", pipe)), ("Role", role)],
        marked.later,
        &mut losses,
        &mut notes,
    );
    losses.extend(dynamic_reference(&text));
    Rendered {
        file_name: file_name(subject.rule, "pipe.yaml"),
        media_type: "application/yaml",
        text,
        losses,
        notes,
    }
}

/// A pipe's description has no line breaks (API reference, `CreatePipe`).
fn one_line(description: &str, losses: &mut Vec<Loss>) -> String {
    if !description.contains(['\n', '\r']) {
        return description.to_owned();
    }
    losses.push(Loss::PipeDescription);
    description.replace("\r\n", " ").replace(['\n', '\r'], " ")
}

/// What of the rule a pipe has no place for.
fn left_out(subject: &Subject<'_>, records: &OfRecords<'_>, kept: Option<&Target>) -> Vec<Loss> {
    let mut losses = Vec::new();
    let rest =
        subject.targets.iter().filter(|target| !is_same(kept, target) && !is_same(records.from, target));
    let left = ids(rest.clone());
    if !left.is_empty() {
        losses.push(Loss::TargetsLeftOut { owner: FilterOwner::Pipe, ids: left });
    }
    for target in rest {
        if let Some(kind) = target.kind().filter(|kind| !is_target(*kind)) {
            losses.push(Loss::of(&target.id, TargetLoss::KindNotOfPipes(kind)));
        }
    }
    if subject.rule.bus() != DEFAULT_BUS {
        losses.push(Loss::PipeWithoutBus(subject.rule.bus().to_owned()));
    }
    if subject.rule.state == State::EnabledWithAllCloudtrailManagementEvents {
        losses.push(Loss::PipeWithoutManagementEvents);
    }
    let settings = |target: &&Target| {
        [&target.dead_letter_arn, &target.retry_attempts, &target.event_age]
            .iter()
            .any(|setting| !setting.is_empty())
    };
    for target in kept.iter().copied().filter(settings) {
        losses.push(Loss::of(&target.id, TargetLoss::PipeRetries));
    }
    losses
}

/// The role that the pipe assumes, with what reading and delivering take.
fn role((source, source_arn): (RecordSource, Node), target: Option<&Target>, notes: &mut Vec<Note>) -> Node {
    let account = object([("aws:SourceAccount", Some(reference("AWS::AccountId")))]);
    let trust = statement(
        [("Service", Some(string("pipes.amazonaws.com")))],
        &["sts:AssumeRole"],
        None,
        Some(object([("StringEquals", Some(account))])),
    );
    let mut statements = Vec::new();
    match source {
        RecordSource::Unknown => {
            notes.push(Note::RoleMayRead { owner: FilterOwner::Pipe, source });
        }
        _ => statements.push(statement([], source.actions(), Some(source_arn), None)),
    }
    match target.and_then(delivering) {
        Some(own) => statements.extend(own),
        None => notes.push(Note::PipeMayDeliver),
    }
    let policies = (!statements.is_empty()).then(|| {
        list([object([("PolicyName", Some(string("pipe"))), ("PolicyDocument", Some(document(statements)))])])
    });
    let properties =
        object([("AssumeRolePolicyDocument", Some(document(vec![trust]))), ("Policies", policies)]);
    resource("AWS::IAM::Role", properties)
}

/// The statements that let a role deliver to the target. What a policy on the target itself allows EventBridge,
/// a pipe's role must be allowed.
fn delivering(target: &Target) -> Option<Vec<Node>> {
    let kind = target.kind()?;
    let sender = Sender { rule_arn: "", sid: String::new(), place: &Location::default() };
    let of_role = policies(&sender, target).into_iter().find(|policy| policy.attached_to == AttachedTo::Role);
    if let Some(policy) = of_role {
        let document = parse(&policy.text, Role::Event).root?;
        return match &document.get("Statement")?.value {
            rulepad_document::json::Value::Array(statements) => Some(statements.clone()),
            _ => None,
        };
    }
    let own = |target: &Target| statement([], kind.actions(), Some(string(&target.arn)), None);
    (!kind.actions().is_empty()).then(|| vec![own(target)])
}

fn statement<const N: usize>(
    principal: [(&str, Option<Node>); N],
    actions: &[&str],
    resource: Option<Node>,
    condition: Option<Node>,
) -> Node {
    let principal = (N > 0).then(|| object(principal));
    object([
        ("Effect", Some(string("Allow"))),
        ("Principal", principal),
        ("Action", Some(strings(actions))),
        ("Resource", resource),
        ("Condition", condition),
    ])
}

fn document(statements: Vec<Node>) -> Node {
    object([("Version", Some(string("2012-10-17"))), ("Statement", Some(list(statements)))])
}

fn is_given(node: &Node) -> bool {
    node.members().is_some_and(|members| !members.is_empty())
}
