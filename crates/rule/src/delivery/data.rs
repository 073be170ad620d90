//! Redshift, SageMaker and AppSync: statements, pipelines and GraphQL.

use super::request::Request;
use super::value::Names;
use crate::message::{DeliveryNote, DeliveryRefusal, DeliveryUnverified, ObjectTaker};
use rulepad_document::json::{Node, Value, quote};

pub(super) fn redshift(request: &mut Request<'_>) -> &'static str {
    let resource = request.arn.resource.to_owned();
    match resource.split_once(':') {
        Some(("cluster", name)) => request.setting("ClusterIdentifier", name),
        _ => request.setting("WorkgroupName", resource.trim_start_matches("workgroup/")),
    }
    for (member, name) in [("Database", "Database"), ("DbUser", "DbUser"), ("SecretManagerArn", "SecretArn")]
    {
        request.parameter_as(member, name, Names::Kept);
    }
    let sql = request.parameter_as("Sql", "Sql", Names::Kept);
    let sqls = request.parameter_as("Sqls", "Sqls", Names::Kept);
    request.parameter_as("StatementName", "StatementName", Names::Kept);
    if request.parameter_as("WithEvent", "WithEvent", Names::Kept).is_some_and(|with| with.text == "true") {
        request.note(DeliveryNote::RedshiftSendsEvent);
    }
    request.note(DeliveryNote::RedshiftNothingPassed);
    if request.parameter("Database").is_none() {
        request.refuse_target(DeliveryRefusal::RedshiftWithoutDatabase);
    }
    match (&sql, &sqls) {
        (None, None) => request.refuse_target(DeliveryRefusal::RedshiftWithoutStatement),
        (Some(_), Some(_)) => request.refuse_target(DeliveryRefusal::RedshiftBothStatements),
        (Some(sql), None) if sql.found && sql.text.trim().is_empty() => {
            request.refuse(DeliveryRefusal::RedshiftEmptyStatement);
        }
        _ => {}
    }
    if sqls.is_some() { "redshift-data:BatchExecuteStatement" } else { "redshift-data:ExecuteStatement" }
}

pub(super) fn sage_maker(request: &mut Request<'_>) -> &'static str {
    let name = request.arn.resource.trim_start_matches("pipeline/").to_owned();
    request.setting("PipelineName", name);
    request.parameter_as("PipelineParameterList", "PipelineParameters", Names::Kept);
    request.note(DeliveryNote::SageMakerNothingPassed);
    "sagemaker:StartPipelineExecution"
}

pub(super) fn app_sync(request: &mut Request<'_>) -> &'static str {
    let operation = request.literal_as("GraphQLOperation", "query");
    request.payload_as("variables");
    let input = request.input_members(ObjectTaker::AppSync);
    match operation {
        None => request.refuse_target(DeliveryRefusal::AppSyncWithoutOperation),
        Some(operation) => {
            if operation.trim_start().starts_with("query")
                || operation.trim_start().starts_with("subscription")
            {
                request.unverified(DeliveryUnverified::AppSyncOtherOperation);
            }
            if let Some(input) = input {
                variables(request, &operation, &input);
            }
        }
    }
    "appsync:GraphQL"
}

/// Compares the variables that the operation declares with those the payload gives.
fn variables(request: &mut Request<'_>, operation: &str, input: &Node) {
    let declared = declared(operation);
    for (name, required) in &declared {
        let given = input.get(name);
        let nothing = given.is_none_or(|node| node.value == Value::Null);
        if *required && nothing {
            request.refuse(DeliveryRefusal::AppSyncVariable(name.clone()));
        } else if given.is_none() {
            request.note(DeliveryNote::AppSyncVariableMissing(name.clone()));
        }
    }
    let is_declared = |key: &str| declared.iter().any(|(name, _)| name == key);
    let extra: Vec<String> = input
        .members()
        .unwrap_or(&[])
        .iter()
        .filter(|member| !is_declared(&member.key))
        .take(5)
        .map(|member| quote(&member.key))
        .collect();
    if !extra.is_empty() {
        request.note(DeliveryNote::AppSyncNotDeclared(extra));
    }
}

/// The variables of the operation's head, with whether each must be given: `($id: ID!, $n: Int = 1)`.
fn declared(operation: &str) -> Vec<(String, bool)> {
    let head = operation.split('{').next().unwrap_or("");
    let mut found = Vec::new();
    for declaration in head.split('$').skip(1) {
        let name: String =
            declaration.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
        let kind = declaration.split([')', ',']).next().unwrap_or("");
        let required = kind.trim_end().ends_with('!') && !kind.contains('=');
        if !name.is_empty() {
            found.push((name, required));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::declared;

    #[test]
    fn variables_of_an_operation_are_found() {
        let operation =
            "mutation Put($id: ID!, $tags: [String!] $n: Int! = 1, $x: In) { put(id: $id) { id } }";
        let found = declared(operation);
        let names: Vec<(&str, bool)> =
            found.iter().map(|(name, required)| (name.as_str(), *required)).collect();
        assert_eq!(names, [("id", true), ("tags", false), ("n", false), ("x", false)]);
        assert!(declared("{ a(b: $c) }").is_empty() && declared("").is_empty());
    }
}
