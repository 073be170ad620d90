//! What the role in `RoleArn` may do, and who may assume it.

use super::document::{Document, Statement};
use super::{AttachedTo, Policy};
use crate::message::PolicyTitle;
use crate::{Arn, Target, TargetKind};
use rulepad_document::Role;
use rulepad_document::json::{Node, Value, parse};

/// The role's permissions and its trust policy.
pub(super) fn policies(
    kind: TargetKind,
    arn: &Arn<'_>,
    target: &Target,
    rule_arn: &str,
) -> [Policy<PolicyTitle>; 2] {
    let statements = statements(kind, arn, target);
    let role = target.role_arn.rsplit('/').next().filter(|name| !name.trim().is_empty());
    let role = role.map(str::to_owned);
    let trust = Statement::allow(&["sts:AssumeRole"], &[]).principal().source(rule_arn);
    [
        Policy {
            attached_to: AttachedTo::Role,
            title: PolicyTitle::RolePermissions(role.clone()),
            text: Document::of(statements).text(),
        },
        Policy {
            attached_to: AttachedTo::RoleTrust,
            title: PolicyTitle::RoleTrust(role),
            text: Document::of(vec![trust]).text(),
        },
    ]
}

/// What the role may do: the kind's own action on the target, and what comes with it.
fn statements(kind: TargetKind, arn: &Arn<'_>, target: &Target) -> Vec<Statement> {
    let own = target.arn.as_str();
    let read = parse(&target.parameters, Role::Event);
    let parameters = read.valid();
    let text = |name: &str| {
        let node = parameters.and_then(|node| node.get(name));
        node.and_then(Node::as_str).filter(|text| !text.is_empty() && !text.starts_with('$'))
    };
    let elsewhere = |service: &str, resource: &str| {
        format!("arn:{}:{service}:{}:{}:{resource}", arn.partition, arn.region, arn.account)
    };
    match kind {
        TargetKind::Ecs => ecs(arn, own, text("TaskDefinitionArn"), parameters),
        TargetKind::Batch => {
            let definition = match text("JobDefinition") {
                Some(given) if given.starts_with("arn:") => given.to_owned(),
                Some(given) => {
                    let (name, revision) = given.split_once(':').unwrap_or((given, "*"));
                    elsewhere("batch", &format!("job-definition/{name}:{revision}"))
                }
                None => elsewhere("batch", "job-definition/*"),
            };
            vec![Statement::allow(kind.actions(), &[own, &definition])]
        }
        TargetKind::Redshift => redshift(arn, own, text("SecretManagerArn"), parameters),
        TargetKind::AppSync => {
            // The ARN of a target names the API's endpoint, whose id is not the API's.
            let mutations = elsewhere("appsync", "apis/*/types/Mutation/*");
            vec![Statement::allow(kind.actions(), &[&mutations])]
        }
        TargetKind::SsmRunCommand => run_command(arn, own, parameters),
        TargetKind::SsmAutomation => {
            let mut resources = vec![own.to_owned()];
            let name = arn.resource.trim_start_matches("automation-definition/");
            let name = name.split(':').next().unwrap_or(name);
            let execution = elsewhere("ssm", "automation-execution/*");
            if !name.is_empty() && !arn.account.is_empty() {
                resources.push(execution);
            }
            let resources: Vec<&str> = resources.iter().map(String::as_str).collect();
            vec![Statement::allow(kind.actions(), &resources)]
        }
        TargetKind::SsmOpsItem => vec![Statement::allow(kind.actions(), &["*"])],
        TargetKind::CodeBuild => {
            let batch = is_batch(target);
            let action = if batch { "codebuild:StartBuildBatch" } else { "codebuild:StartBuild" };
            vec![Statement::allow(&[action], &[own])]
        }
        TargetKind::Inspector => vec![Statement::allow(kind.actions(), &["*"])],
        TargetKind::Ec2Action => vec![Statement::allow(&ec2(arn), &["*"])],
        _ => vec![Statement::allow(kind.actions(), &[own])],
    }
}

fn ecs(arn: &Arn<'_>, cluster: &str, definition: Option<&str>, parameters: Option<&Node>) -> Vec<Statement> {
    let any = format!("arn:{}:ecs:{}:{}:task-definition/*", arn.partition, arn.region, arn.account);
    let definition = definition.unwrap_or(&any);
    // A task definition without a revision runs its latest one.
    let latest = definition.rsplit('/').next().is_some_and(|name| !name.contains(':') && name != "*");
    let revisions = if latest { format!("{definition}:*") } else { definition.to_owned() };
    let resources: Vec<&str> = if latest { vec![definition, &revisions] } else { vec![&revisions] };
    let run =
        Statement::allow(&["ecs:RunTask"], &resources).condition("ArnEquals", "ecs:cluster", &[cluster]);
    let roles = format!("arn:{}:iam::{}:role/*", arn.partition, arn.account);
    let pass = Statement::allow(&["iam:PassRole"], &[&roles]).condition(
        "StringLike",
        "iam:PassedToService",
        &["ecs-tasks.amazonaws.com"],
    );
    let mut statements = vec![run, pass];
    let tags = |name: &str| parameters.and_then(|node| node.get(name)).is_some_and(|node| !is_off(node));
    if ["Tags", "EnableECSManagedTags", "PropagateTags"].into_iter().any(tags) {
        let tasks = format!("arn:{}:ecs:{}:{}:task/*", arn.partition, arn.region, arn.account);
        statements.push(Statement::allow(&["ecs:TagResource"], &[&tasks]).condition(
            "StringEquals",
            "ecs:CreateAction",
            &["RunTask"],
        ));
    }
    statements
}

fn is_off(node: &Node) -> bool {
    matches!(node.value, Value::Bool(false) | Value::Null)
}

fn redshift(arn: &Arn<'_>, own: &str, secret: Option<&str>, parameters: Option<&Node>) -> Vec<Statement> {
    let several = parameters.is_some_and(|node| node.get("Sqls").is_some());
    let action =
        if several { "redshift-data:BatchExecuteStatement" } else { "redshift-data:ExecuteStatement" };
    let mut statements = vec![Statement::allow(&[action], &[own])];
    let part = |name: &str| parameters.and_then(|node| node.get(name)).and_then(Node::as_str).unwrap_or("*");
    match (secret, arn.resource.split_once(':')) {
        (Some(secret), _) => statements.push(Statement::allow(&["secretsmanager:GetSecretValue"], &[secret])),
        (None, Some(("cluster", cluster))) => {
            let of = |kind: &str, name: &str| {
                let name = if name.starts_with('$') { "*" } else { name };
                format!(
                    "arn:{}:redshift:{}:{}:{kind}:{cluster}/{name}",
                    arn.partition, arn.region, arn.account
                )
            };
            let (user, database) = (of("dbuser", part("DbUser")), of("dbname", part("Database")));
            statements.push(Statement::allow(&["redshift:GetClusterCredentials"], &[&user, &database]));
        }
        (None, _) => {
            statements.push(Statement::allow(&["redshift-serverless:GetCredentials"], &[own]));
        }
    }
    statements
}

/// A command runs a document on instances, named or found by tags.
fn run_command(arn: &Arn<'_>, own: &str, parameters: Option<&Node>) -> Vec<Statement> {
    let targets = match parameters.and_then(|node| node.get("RunCommandTargets")).map(|node| &node.value) {
        Some(Value::Array(targets)) => targets.as_slice(),
        _ => &[],
    };
    let account = if arn.account.is_empty() { "*" } else { arn.account };
    let instance = |id: &str| format!("arn:{}:ec2:{}:{account}:instance/{id}", arn.partition, arn.region);
    let mut statements = vec![Statement::allow(&["ssm:SendCommand"], &[own])];
    for target in targets {
        let key = target.get("Key").and_then(Node::as_str).unwrap_or_default();
        let values: Vec<&str> = match target.get("Values").map(|node| &node.value) {
            Some(Value::Array(values)) => values.iter().filter_map(Node::as_str).collect(),
            _ => Vec::new(),
        };
        if let Some(tag) = key.strip_prefix("tag:") {
            let any = instance("*");
            let key = format!("ssm:resourceTag/{tag}");
            statements.push(Statement::allow(&["ssm:SendCommand"], &[&any]).condition(
                "StringEquals",
                &key,
                &values,
            ));
        } else {
            let instances: Vec<String> = values.iter().map(|id| instance(id)).collect();
            let instances: Vec<&str> = instances.iter().map(String::as_str).collect();
            statements.push(Statement::allow(&["ssm:SendCommand"], &instances));
        }
    }
    statements
}

/// Whether the input says so in the text, constant or template.
fn is_batch(target: &Target) -> bool {
    use rulepad_transformer::Input;
    let text = match &target.input {
        Input::Constant(text) | Input::Transformer { template: text, .. } => text,
        Input::MatchedEvent | Input::Path(_) => return false,
    };
    let read = parse(text, Role::Event);
    let kind = read.root.as_ref().and_then(|node| node.get("buildType"));
    kind.and_then(Node::as_str) == Some("BATCH")
}

fn ec2(arn: &Arn<'_>) -> Vec<&'static str> {
    let action = match arn.resource.trim_start_matches("target/") {
        "stop-instance" => "ec2:StopInstances",
        "terminate-instance" => "ec2:TerminateInstances",
        "reboot-instance" => "ec2:RebootInstances",
        "create-snapshot" => "ec2:CreateSnapshot",
        _ => {
            return vec![
                "ec2:StopInstances",
                "ec2:TerminateInstances",
                "ec2:RebootInstances",
                "ec2:CreateSnapshot",
            ];
        }
    };
    vec!["ec2:Describe*", action]
}
