//! Texts to begin with: the members a property needs, with values to be replaced.

use super::members;
use crate::schema::{Dynamic, SchemaField, Wants};
use crate::{Arn, TargetKind};
use rulepad_document::Role;
use rulepad_document::json::{parse_unchecked, pretty, quote};

/// The property of a kind of target with the members to begin with, as an indented JSON text; `None` for a kind
/// that has no property. `arn` is the target's: the values fit it.
#[must_use]
pub fn starter(kind: TargetKind, arn: &str) -> Option<String> {
    let fields = members(kind)?;
    let stars = arn.matches('*').count();
    let wanted: &[&str] = match kind {
        TargetKind::Ecs => &["TaskDefinitionArn", "TaskCount", "LaunchType", "NetworkConfiguration"],
        TargetKind::Redshift => &["Database", "DbUser", "Sql"],
        TargetKind::ApiGateway if stars > 0 => &["PathParameterValues", "HeaderParameters"],
        TargetKind::ApiDestination | TargetKind::ApiGateway => &["HeaderParameters"],
        TargetKind::Sqs => &["MessageGroupId"],
        TargetKind::SageMakerPipeline => &["PipelineParameterList"],
        _ => &[],
    };
    let begins = |field: &&SchemaField| field.required || wanted.contains(&field.name);
    let members = fields.iter().filter(begins).map(|field| {
        let value = match field.name {
            "PathParameterValues" => format!("[{}]", vec!["\"$.detail.id\""; stars.max(1)].join(", ")),
            _ => sample(field, arn),
        };
        format!("{}: {value}", quote(field.name))
    });
    let text = format!("{{{}}}", members.collect::<Vec<_>>().join(", "));
    parse_unchecked(&text, Role::Parameters(0)).valid().map(pretty)
}

/// A value for a member, as JSON, that AWS takes.
pub(super) fn sample(field: &SchemaField, arn: &str) -> String {
    value(field.name, field.wants, arn)
}

fn value(name: &str, wants: Wants, arn: &str) -> String {
    match wants {
        Wants::Text(text) => quote(&string(name, text.path, arn)),
        Wants::Choice(choices) => quote(choices.first().map(|(choice, _)| *choice).unwrap_or_default()),
        Wants::Whole(from, _) => from.max(1).to_string(),
        Wants::Switch => "true".to_owned(),
        Wants::List(each, ..) => format!("[{}]", value(name, *each, arn)),
        Wants::Map(..) => r#"{"X-Event-Id": "$.id"}"#.to_owned(),
        Wants::Any => "null".to_owned(),
        Wants::Object(fields) => {
            let required = fields.iter().filter(|field| field.required || fields.len() == 1);
            let members = required.map(|field| format!("{}: {}", quote(field.name), sample(field, arn)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
    }
}

fn string(name: &str, path: Dynamic, arn: &str) -> String {
    let place = Arn::parse(arn).filter(Arn::has_place);
    let of = |service: &str, resource: &str| {
        let (partition, region, account) = place
            .as_ref()
            .map_or(("aws", "us-east-1", "123456789012"), |arn| (arn.partition, arn.region, arn.account));
        format!("arn:{partition}:{service}:{region}:{account}:{resource}")
    };
    match name {
        "TaskDefinitionArn" => of("ecs", "task-definition/my-task"),
        "SecretManagerArn" => of("secretsmanager", "secret:my-secret"),
        "JobDefinition" => "my-job-definition".to_owned(),
        "JobName" => "my-job".to_owned(),
        "Subnets" => "subnet-0123456789abcdef0".to_owned(),
        "SecurityGroups" => "sg-0123456789abcdef0".to_owned(),
        "capacityProvider" => "FARGATE_SPOT".to_owned(),
        "Database" => "dev".to_owned(),
        "DbUser" => "my_user".to_owned(),
        "Sql" | "Sqls" => "SELECT 1".to_owned(),
        "GraphQLOperation" => "mutation Publish($id: String!) { publish(id: $id) { id } }".to_owned(),
        "Key" => "tag:Name".to_owned(),
        "Values" => "my-instance".to_owned(),
        "Name" => "MyParameter".to_owned(),
        "MessageGroupId" => "my-group".to_owned(),
        _ if path == Dynamic::Must => "$.id".to_owned(),
        _ => "value".to_owned(),
    }
}
