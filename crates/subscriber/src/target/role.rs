//! The role that every delivery needs: who may assume it, and what it may do (target contract of AWS's skill, checked
//! 2026-11-29).

use super::universal::Action;
use super::{Arn, TargetKind};
use crate::draft::{Block, Subscriber};
use crate::unverified::Unverified;
use rulepad_document::json::build::{list, object, string};
use rulepad_document::json::{self, Node};

/// The service that assumes the role.
const PRINCIPAL: &str = "events.amazonaws.com";

/// A policy document of the role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// What it is.
    pub title: PolicyTitle,
    /// The document, a JSON text.
    pub text: String,
}

/// What a policy of the role is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyTitle {
    /// Who may assume it.
    Trust,
    /// What it may do.
    Permissions,
}

/// The policies of the role, and what of them is not known. None where the target is no target.
#[must_use]
pub fn policies(own: &Subscriber) -> (Vec<Policy>, Vec<Unverified>) {
    match super::kind_of(own) {
        Some(kind) => policies_of(own, kind),
        None => (Vec::new(), Vec::new()),
    }
}

/// The policies of the role for a target of this kind, whose ARN may be known only at deploy time.
#[must_use]
pub fn policies_of(own: &Subscriber, kind: TargetKind) -> (Vec<Policy>, Vec<Unverified>) {
    let mut open = Vec::new();
    let Some(invoke) = own.invoke.as_ref().map(|invoke| &invoke.value) else { return (Vec::new(), open) };
    let Some(target) = &invoke.arn else { return (Vec::new(), open) };
    let arn = Arn::parse(&target.value);
    let qualified = invoke.block(Block::Lambda).and_then(|block| super::create::literal(block, "Qualifier"));
    let is_plain = arn.is_none_or(|arn| arn.resource.matches(':').count() == 1);
    let resource = match (kind, qualified) {
        (TargetKind::Lambda, Some((qualifier, _))) if is_plain => format!("{}:{qualifier}", target.value),
        (TargetKind::Universal, _) => "*".to_owned(),
        _ => target.value.clone(),
    };
    let mut statements = vec![allow(&actions(kind, arn.as_ref()), &resource)];
    if let Some(queue) = &own.queue {
        statements.push(allow(&["sqs:SendMessage".to_owned()], &queue.value));
    }
    match kind {
        TargetKind::Msk => open.push(Unverified::MskActions),
        TargetKind::Universal => open.push(Unverified::UniversalAction),
        TargetKind::Sqs | TargetKind::Sns => open.push(Unverified::KeyPermissions),
        _ => {}
    }
    let bus = own.bus.as_ref().and_then(|bus| Arn::parse(&bus.value));
    let policies = vec![
        Policy { title: PolicyTitle::Trust, text: document(vec![trust(bus)]) },
        Policy { title: PolicyTitle::Permissions, text: document(statements) },
    ];
    (policies, open)
}

/// What the role must allow on the target.
fn actions(kind: TargetKind, arn: Option<&Arn<'_>>) -> Vec<String> {
    let fixed: &[&str] = match kind {
        TargetKind::Sqs => &["sqs:SendMessage"],
        TargetKind::Sns => &["sns:Publish"],
        TargetKind::Lambda => &["lambda:InvokeFunction"],
        TargetKind::Kinesis => &["kinesis:PutRecords"],
        TargetKind::StepFunctions => &["states:StartExecution", "states:StartSyncExecution"],
        TargetKind::Firehose => &["firehose:PutRecordBatch"],
        TargetKind::ApiGateway => &["execute-api:Invoke"],
        TargetKind::ApiDestination => &["events:InvokeApiDestination"],
        // AWS chooses between the two by what the event is.
        TargetKind::EventBus => &["events:PutEvents", "events:PutRawEvents"],
        TargetKind::ClassicBus => &["events:PutEvents"],
        TargetKind::Msk => {
            &["kafka-cluster:Connect", "kafka-cluster:DescribeTopic", "kafka-cluster:WriteData"]
        }
        TargetKind::Universal => {
            let Some(action) = arn.and_then(Action::of) else { return Vec::new() };
            let name = action.respelled();
            let mut chars = name.chars();
            let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
            return vec![format!("{}:{first}{}", prefix(action.service), chars.as_str())];
        }
    };
    fixed.iter().map(|action| (*action).to_owned()).collect()
}

/// What IAM calls a service whose SDK has another name (service authorization reference, checked 2026-12-01).
fn prefix(service: &str) -> &str {
    match service {
        "applicationautoscaling" => "application-autoscaling",
        "apigatewayv2" => "apigateway",
        "cloudwatchevents" | "eventbridge" => "events",
        "cloudwatchlogs" => "logs",
        "cognitoidentity" => "cognito-identity",
        "cognitoidentityprovider" => "cognito-idp",
        "databasemigration" => "dms",
        "efs" => "elasticfilesystem",
        "elasticloadbalancingv2" => "elasticloadbalancing",
        "emr" => "elasticmapreduce",
        "opensearch" => "es",
        "redshiftdata" => "redshift-data",
        "servicecatalogappregistry" => "servicecatalog",
        "sesv2" => "ses",
        "sfn" => "states",
        "ssmincidents" => "ssm-incidents",
        other => other,
    }
}

fn allow(actions: &[String], resource: &str) -> Node {
    let action = match actions {
        [only] => string(only.as_str()),
        several => list(several.iter().map(|action| string(action.as_str()))),
    };
    object([
        ("Effect", Some(string("Allow"))),
        ("Action", Some(action)),
        ("Resource", Some(string(resource))),
    ])
}

/// The service may assume the role for subscribers of the account alone.
fn trust(bus: Option<Arn<'_>>) -> Node {
    let condition = bus.map(|bus| {
        let subscribers = format!("arn:{}:events:{}:{}:subscriber/*", bus.partition, bus.region, bus.account);
        object([
            ("StringEquals", Some(object([("aws:SourceAccount", Some(string(bus.account)))]))),
            ("ArnLike", Some(object([("aws:SourceArn", Some(string(subscribers)))]))),
        ])
    });
    object([
        ("Effect", Some(string("Allow"))),
        ("Principal", Some(object([("Service", Some(string(PRINCIPAL)))]))),
        ("Action", Some(string("sts:AssumeRole"))),
        ("Condition", condition),
    ])
}

fn document(statements: Vec<Node>) -> String {
    json::pretty(&object([("Version", Some(string("2012-10-17"))), ("Statement", Some(list(statements)))]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_have_the_names_of_iam() {
        let action = |arn: &str| actions(TargetKind::Universal, Arn::parse(arn).as_ref()).join(" ");
        for (arn, wanted) in [
            ("arn:aws:events:::aws-sdk:dynamodb:putItem", "dynamodb:PutItem"),
            ("arn:aws:events:::aws-sdk:cloudwatchlogs:putLogEvents", "logs:PutLogEvents"),
            ("arn:aws:events:::aws-sdk:redshiftdata:executeStatement", "redshift-data:ExecuteStatement"),
            ("arn:aws:events:::aws-sdk:sfn:startExecution", "states:StartExecution"),
        ] {
            assert_eq!(action(arn), wanted);
        }
    }
}
