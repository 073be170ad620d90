//! The role that a file creates for a subscriber that has none.

use crate::format::Format;
use crate::message::Note;
use rulepad_document::Role;
use rulepad_document::json::build::{list, member, object, string};
use rulepad_document::json::{Node, Value, parse};
use rulepad_rule::reference::{is_later, plain};
use rulepad_subscriber::Subscriber;
use rulepad_subscriber::draft::Block;
use rulepad_subscriber::target::{PolicyTitle, TargetKind, policies, policies_of};

/// The longest name of a role (IAM API reference, `CreateRole`).
const MOST: usize = 64;

/// A role that a file creates.
pub(crate) struct NewRole {
    /// Its name, where the file has to give one.
    pub name: String,
    /// Who may assume it.
    pub trust: Node,
    /// What it may do; `None` where that is not known.
    pub permissions: Option<Node>,
}

impl NewRole {
    /// The role of a subscriber, of which `shown` is the name.
    pub fn of(own: &Subscriber, format: Format, shown: &str, slug: &str, notes: &mut Vec<Note>) -> Self {
        let (mut found, mut open) = policies(own);
        if found.is_empty()
            && let Some(kind) = kind_of_block(own)
        {
            (found, open) = policies_of(own, kind);
        }
        notes.extend(open.into_iter().map(|open| Note::NotVerified(shown.to_owned(), open)));
        let document = |title| {
            let policy = found.iter().find(|policy| policy.title == title)?;
            parse(&policy.text, Role::Import).root
        };
        let mut trust = document(PolicyTitle::Trust).unwrap_or_else(any_account);
        if !has_condition(&trust) && !restrict(&mut trust, format) {
            notes.push(Note::AnyAccount(shown.to_owned()));
        }
        let permissions = document(PolicyTitle::Permissions);
        if permissions.is_none() {
            notes.push(Note::NoPermissions(shown.to_owned()));
        }
        Self { name: name(own, slug), trust, permissions }
    }
}

/// The name of the subscriber, cut to what IAM takes.
fn name(own: &Subscriber, slug: &str) -> String {
    let name = own.name.as_ref().map(|name| plain(&name.value).into_owned()).unwrap_or_default();
    let kept: String =
        name.chars().filter(|c| c.is_ascii_alphanumeric() || "_.-".contains(*c)).take(MOST).collect();
    if kept.is_empty() { slug.replace('_', "-").chars().take(MOST).collect() } else { kept }
}

/// The kind of a target whose ARN is known only at deploy time, by its block of parameters.
fn kind_of_block(own: &Subscriber) -> Option<TargetKind> {
    let invoke = &own.invoke.as_ref()?.value;
    if !is_later(&invoke.arn.as_ref()?.value) {
        return None;
    }
    let (block, _) = invoke.blocks.first()?;
    match block {
        Block::Sqs => Some(TargetKind::Sqs),
        Block::Sns => Some(TargetKind::Sns),
        Block::Lambda => Some(TargetKind::Lambda),
        Block::Kinesis => Some(TargetKind::Kinesis),
        Block::StepFunctions => Some(TargetKind::StepFunctions),
        Block::EventBus => Some(TargetKind::EventBus),
        Block::Msk => Some(TargetKind::Msk),
        // An API or an API destination; an action that the ARN names.
        Block::Http | Block::Universal => None,
    }
}

fn any_account() -> Node {
    let statement = object([
        ("Effect", Some(string("Allow"))),
        ("Principal", Some(object([("Service", Some(string("events.amazonaws.com")))]))),
        ("Action", Some(string("sts:AssumeRole"))),
    ]);
    object([("Version", Some(string("2012-10-17"))), ("Statement", Some(list([statement])))])
}

fn has_condition(trust: &Node) -> bool {
    match trust.get("Statement").map(|own| &own.value) {
        Some(Value::Array(items)) => items.iter().any(|item| item.get("Condition").is_some()),
        _ => false,
    }
}

/// Restricts the role to subscribers of the stack's account; whether the format has words for it.
fn restrict(trust: &mut Node, format: Format) -> bool {
    let condition = match format {
        Format::CloudFormationYaml
        | Format::CloudFormationJson
        | Format::Sam
        | Format::CdkTypescript
        | Format::CdkPython => {
            let sub = |text: &str| object([("Fn::Sub", Some(string(text)))]);
            let arn = "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:subscriber/*";
            object([
                ("StringEquals", Some(object([("aws:SourceAccount", Some(sub("${AWS::AccountId}")))]))),
                ("ArnLike", Some(object([("aws:SourceArn", Some(sub(arn)))]))),
            ])
        }
        Format::SubscriberJson | Format::AwsCli | Format::Boto3 | Format::Terraform => return false,
    };
    if let Some(Value::Array(items)) = trust.get_mut("Statement").map(|own| &mut own.value) {
        for item in items {
            if let Value::Object(members) = &mut item.value {
                members.push(member("Condition", condition.clone()));
            }
        }
    }
    true
}
