//! Policies on the target itself, as far as a policy on the target decides.

use super::document::{Document, Statement, indented};
use super::{AttachedTo, PRINCIPAL, Policy};
use crate::target::{Arn, Kind, Target};
use rulepad_document::json::quote;

/// The policy of a function, topic, queue, log group or API.
pub(super) fn policy(kind: Kind, arn: &Arn<'_>, target: &Target, rule_arn: &str) -> Option<Policy> {
    let own = target.arn.as_str();
    let (attached_to, title, text) = match kind {
        Kind::Lambda => (
            AttachedTo::Function,
            "Permission of the function, as lambda:AddPermission takes it",
            permission(arn, kind.actions().first().copied().unwrap_or_default(), rule_arn),
        ),
        Kind::Sns => (AttachedTo::Topic, "Access policy of the topic", one(kind.actions(), own, rule_arn)),
        Kind::Sqs => (AttachedTo::Queue, "Access policy of the queue", one(kind.actions(), own, rule_arn)),
        Kind::Logs => (
            AttachedTo::Logs,
            "Resource policy of CloudWatch Logs, as logs:PutResourcePolicy takes its policyDocument",
            logs(own, rule_arn),
        ),
        Kind::ApiGateway => {
            (AttachedTo::RestApi, "Resource policy of the REST API", one(kind.actions(), own, rule_arn))
        }
        _ => return None,
    };
    Some(Policy { attached_to, title: title.to_owned(), text })
}

fn one(actions: &[&str], resource: &str, rule_arn: &str) -> String {
    let statement = Statement::allow(actions, &[resource]).sid("EventBridgeRule");
    Document::of(vec![statement.principal().source(rule_arn)]).text()
}

/// The parameters of `AddPermission`: a function's policy is not written as a document.
fn permission(arn: &Arn<'_>, action: &str, rule_arn: &str) -> String {
    let name = arn.resource.trim_start_matches("function:");
    let (name, qualifier) = name.split_once(':').unwrap_or((name, ""));
    let mut members = vec![("FunctionName", name)];
    if !qualifier.is_empty() {
        members.push(("Qualifier", qualifier));
    }
    members.extend([
        ("StatementId", "EventBridgeRule"),
        ("Action", action),
        ("Principal", PRINCIPAL),
        ("SourceArn", rule_arn),
    ]);
    let members: Vec<String> =
        members.iter().map(|(name, value)| format!("{}:{}", quote(name), quote(value))).collect();
    indented(&format!("{{{}}}", members.join(",")))
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
