//! Policies on the target itself, as far as a policy on the target decides.

use super::document::{Document, Statement, indented};
use super::{AttachedTo, PRINCIPAL, Policy, Sender};
use crate::message::PolicyTitle;
use crate::{Arn, Target, TargetKind};
use rulepad_document::json::quote;

/// The policy of a function, topic, queue, log group or API.
pub(super) fn policy(
    kind: TargetKind,
    arn: &Arn<'_>,
    target: &Target,
    sender: &Sender<'_>,
) -> Option<Policy<PolicyTitle>> {
    let own = target.arn.as_str();
    let (attached_to, title, text) = match kind {
        TargetKind::Lambda => (AttachedTo::Function, PolicyTitle::Function, permission(arn, sender)),
        TargetKind::Sns => (AttachedTo::Topic, PolicyTitle::Topic, one(kind, own, sender)),
        TargetKind::Sqs => (AttachedTo::Queue, PolicyTitle::Queue, one(kind, own, sender)),
        TargetKind::Logs => (AttachedTo::Logs, PolicyTitle::Logs, logs(own, sender.rule_arn)),
        TargetKind::ApiGateway => (AttachedTo::RestApi, PolicyTitle::RestApi, one(kind, own, sender)),
        _ => return None,
    };
    Some(Policy { attached_to, title, text })
}

fn one(kind: TargetKind, resource: &str, sender: &Sender<'_>) -> String {
    let statement = Statement::allow(kind.actions(), &[resource]).sid(&sender.sid);
    Document::of(vec![statement.principal().source(sender.rule_arn)]).text()
}

/// The request of `AddPermission`: a function's policy is not written as a document.
fn permission(arn: &Arn<'_>, sender: &Sender<'_>) -> String {
    add_permission(arn, &sender.sid, PRINCIPAL, Some(sender.rule_arn))
}

fn add_permission(arn: &Arn<'_>, sid: &str, principal: &str, source: Option<&str>) -> String {
    let name = arn.resource.trim_start_matches("function:");
    let (name, qualifier) = name.split_once(':').unwrap_or((name, ""));
    let mut members = vec![("FunctionName", name)];
    if !qualifier.is_empty() {
        members.push(("Qualifier", qualifier));
    }
    members.extend([("StatementId", sid), ("Action", "lambda:InvokeFunction"), ("Principal", principal)]);
    members.extend(source.map(|source| ("SourceArn", source)));
    let members: Vec<String> =
        members.iter().map(|(name, value)| format!("{}:{}", quote(name), quote(value))).collect();
    indented(&format!("{{{}}}", members.join(",")))
}

/// What the owner of a target in another account adds, for the role that delivers (user guide,
/// `eb-service-cross-account` and `eb-cross-account`); `None` for kinds that are not delivered to there.
pub(super) fn of_owner(
    kind: TargetKind,
    arn: &Arn<'_>,
    target: &Target,
    sender: &Sender<'_>,
) -> Option<Policy<PolicyTitle>> {
    let place = sender.place;
    let account = place.account.as_str();
    let role = target.role_arn.trim();
    let (title, text) = match kind {
        TargetKind::Lambda => {
            let principal = if role.is_empty() { account } else { role };
            let title = PolicyTitle::PermissionOfAccount { account: arn.account.to_owned() };
            (title, add_permission(arn, &sender.sid, principal, None))
        }
        TargetKind::Sns
        | TargetKind::Sqs
        | TargetKind::Kinesis
        | TargetKind::ApiGateway
        | TargetKind::EventBus => {
            let own = Statement::allow(kind.actions(), &[&target.arn]).sid(&sender.sid);
            let own = own.account(place.partition(), account);
            // A role that does not exist yet cannot be a principal, but it can be named in a condition.
            let own = match role {
                "" => own,
                role => own.condition("ArnEquals", "aws:PrincipalArn", &[role]),
            };
            let title = PolicyTitle::StatementOfAccount { account: arn.account.to_owned(), kind };
            (title, indented(&own.text()))
        }
        _ => return None,
    };
    Some(Policy { attached_to: AttachedTo::OtherAccount, title, text })
}

/// CloudWatch Logs is written to through a second service, which makes the stream on no rule's behalf.
fn logs(own: &str, rule_arn: &str) -> String {
    let group = own.strip_suffix(":*").unwrap_or(own);
    let services = [PRINCIPAL, "delivery.logs.amazonaws.com"];
    let (streams, events) = (format!("{group}:*"), format!("{group}:*:*"));
    let create = Statement::allow(&["logs:CreateLogStream"], &[&streams]).sid("EventBridgeStreams");
    let put = Statement::allow(&["logs:PutLogEvents"], &[&events]).sid("EventBridgeRule");
    Document::of(vec![create.principals(&services), put.principals(&services).source(rule_arn)]).text()
}
