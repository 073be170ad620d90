//! Targets that a subscriber reaches by calling an action of their service: the request that a rule makes of the
//! properties of the target, in the names of universal targets (EventBridge user guide, targets of rules and universal
//! targets, checked 2026-11-29).

mod request;

use crate::change::Change;
use crate::input::{Takes, input};
use crate::loss::Loss;
use request::{Request, pascal};
use rulepad_document::Role;
use rulepad_document::json::build::{list, string, unplaced};
use rulepad_document::json::{self, Node};
use rulepad_rule::{Arn, Target, TargetKind};
use rulepad_transformer::{Input, Surroundings};

/// A call of a service.
pub(crate) struct Call {
    /// Service and action, as the ARN of a universal target has them: `ecs:runTask`.
    pub action: &'static str,
    /// `Input`: fixed JSON, or an expression.
    pub input: String,
}

/// The action by which a subscriber reaches a target of this kind; `None` where it delivers to the target itself.
pub(crate) fn action(kind: TargetKind, target: &Target) -> Option<&'static str> {
    Some(match kind {
        TargetKind::Lambda
        | TargetKind::Sns
        | TargetKind::Sqs
        | TargetKind::StepFunctions
        | TargetKind::Kinesis
        | TargetKind::Firehose
        | TargetKind::EventBus
        | TargetKind::CustomBus
        | TargetKind::ApiDestination
        | TargetKind::ApiGateway
        | TargetKind::AppSync => return None,
        TargetKind::Logs => "cloudwatchlogs:putLogEvents",
        TargetKind::Ecs => "ecs:runTask",
        TargetKind::Batch => "batch:submitJob",
        TargetKind::Redshift if has(target, "Sqls") => "redshiftdata:batchExecuteStatement",
        TargetKind::Redshift => "redshiftdata:executeStatement",
        TargetKind::SageMakerPipeline => "sagemaker:startPipelineExecution",
        TargetKind::SsmRunCommand => "ssm:sendCommand",
        TargetKind::SsmAutomation => "ssm:startAutomationExecution",
        TargetKind::SsmOpsItem => "ssm:createOpsItem",
        TargetKind::IncidentManager => "ssmincidents:startIncident",
        TargetKind::CodeBuild => "codebuild:startBuild",
        TargetKind::CodePipeline => "codepipeline:startPipelineExecution",
        TargetKind::Glue => "glue:startWorkflowRun",
        TargetKind::Inspector => "inspector:startAssessmentRun",
        TargetKind::Ec2Action => match target.arn.rsplit('/').next().unwrap_or_default() {
            "stop-instance" => "ec2:stopInstances",
            "reboot-instance" => "ec2:rebootInstances",
            "terminate-instance" => "ec2:terminateInstances",
            _ => "ec2:createSnapshot",
        },
    })
}

fn has(target: &Target, name: &str) -> bool {
    json::parse(&target.parameters, Role::Parameters(0)).single().is_some_and(|node| node.get(name).is_some())
}

/// The call that does what the target of a rule does.
///
/// # Errors
/// Where the request has to be written by hand: the input option does not become one, or the target lacks what it needs.
pub(crate) fn call(
    kind: TargetKind,
    target: &Target,
    name: &str,
    around: &Surroundings,
    changes: &mut Vec<Change>,
) -> Result<Call, Loss> {
    let action = action(kind, target).ok_or(Loss::NoTarget(kind))?;
    let by_hand = || Loss::Universal(kind, action);
    let parsed = json::parse(&target.parameters, Role::Parameters(0));
    let written = match kind.parameters().filter(|_| !target.parameters.trim().is_empty()) {
        Some(block) => {
            let node = parsed.single().filter(|node| node.members().is_some());
            Some(node.ok_or_else(|| Loss::Setting(block, target.parameters.clone()))?)
        }
        None => None,
    };
    let arn = Arn::parse(&target.arn).ok_or_else(by_hand)?;
    let resource = |prefix: &str| arn.resource.trim_start_matches(prefix).to_owned();
    let mut request = Request::default();
    let is_event = target.input == Input::MatchedEvent;
    let constant = || constant(&target.input);
    match kind {
        TargetKind::Ecs => {
            let written = written.ok_or_else(by_hand)?;
            request.text("Cluster", &target.arn);
            request.ecs(written)?;
            if !is_event {
                request.fixed("Overrides", pascal(&constant().ok_or_else(by_hand)?));
            }
            request.changes.push(Change::PassRole);
        }
        TargetKind::Batch => {
            let written = written.ok_or_else(by_hand)?;
            request.text("JobQueue", &target.arn);
            for own in written.members().unwrap_or_default() {
                request.given(batch_name(&own.key).ok_or_else(by_hand)?, pascal(&own.value))?;
            }
            if !is_event {
                let given = constant().filter(|own| own.members().is_some()).ok_or_else(by_hand)?;
                for own in given.members().unwrap_or_default() {
                    match own.key.as_str() {
                        "Parameters" => request.fixed("Parameters", unplaced(&own.value)),
                        "ContainerOverrides" => request.fixed("ContainerOverrides", pascal(&own.value)),
                        "DependsOn" => request.fixed("DependsOn", pascal(&own.value)),
                        // A rule passes nothing else.
                        _ => {}
                    }
                }
            }
        }
        TargetKind::Redshift => {
            let written = written.ok_or_else(by_hand)?;
            match arn.resource.split_once(':') {
                Some(("cluster", name)) => request.text("ClusterIdentifier", name),
                _ => request.text("WorkgroupName", &target.arn),
            }
            for own in written.members().unwrap_or_default() {
                request.given(redshift_name(&own.key).ok_or_else(by_hand)?, own.value.clone())?;
            }
        }
        TargetKind::SageMakerPipeline => {
            request.text("PipelineName", &resource("pipeline/"));
            // AWS requires a token of at least 32 characters.
            request.dynamic("ClientRequestToken", "$events.SystemMetadata.`aws:EventId`".to_owned());
            if let Some(list) = written.and_then(|own| own.get("PipelineParameterList")) {
                request.given("PipelineParameters", list.clone())?;
            }
        }
        TargetKind::SsmRunCommand => {
            request.text("DocumentName", &resource("document/"));
            let targets = written.and_then(|own| own.get("RunCommandTargets")).ok_or_else(by_hand)?;
            request.fixed("Targets", unplaced(targets));
            if !is_event {
                let given = constant().filter(|own| own.members().is_some()).ok_or_else(by_hand)?;
                let inner = given.get("Parameters").filter(|own| own.members().is_some());
                if let Some(version) = inner.and(given.get("DocumentVersion")) {
                    request.fixed("DocumentVersion", unplaced(version));
                }
                request.fixed("Parameters", unplaced(inner.unwrap_or(&given)));
            }
        }
        TargetKind::SsmAutomation => {
            let document = resource("automation-definition/");
            let (document, version) = document.split_once(':').unwrap_or((&document, ""));
            request.text("DocumentName", document);
            if !version.is_empty() {
                request.text("DocumentVersion", version);
            }
            if !is_event {
                let given = constant().filter(|own| own.members().is_some()).ok_or_else(by_hand)?;
                request.fixed("Parameters", unplaced(&given));
            } else {
                request.changes.push(Change::NoEvent(action));
            }
        }
        TargetKind::IncidentManager => {
            request.text("ResponsePlanArn", &target.arn);
            request.changes.push(Change::NoEvent(action));
        }
        TargetKind::CodeBuild => {
            request.text("ProjectName", &resource("project/"));
            if !is_event {
                request.overrides(&constant().ok_or_else(by_hand)?, by_hand)?;
            }
        }
        TargetKind::CodePipeline => {
            request.text("Name", arn.resource);
            if !is_event {
                let given = constant().filter(|own| own.members().is_some()).ok_or_else(by_hand)?;
                // A rule passes nothing else.
                for (key, name) in [("variables", "Variables"), ("sourceRevisions", "SourceRevisions")] {
                    if let Some(own) = given.get(key) {
                        request.fixed(name, pascal(own));
                    }
                }
            }
        }
        TargetKind::Glue => {
            request.text("Name", &resource("workflow/"));
            request.changes.push(Change::WorkflowRun);
        }
        TargetKind::Inspector => request.text("AssessmentTemplateArn", &target.arn),
        TargetKind::Ec2Action => {
            let id = constant().and_then(|own| own.as_str().map(str::to_owned)).ok_or_else(by_hand)?;
            if action == "ec2:createSnapshot" {
                request.text("VolumeId", id.rsplit_once('/').map_or(id.as_str(), |(_, volume)| volume));
            } else {
                request.fixed("InstanceIds", list([string(id)]));
            }
        }
        TargetKind::Logs => {
            request.text("LogGroupName", resource("log-group:").trim_end_matches(":*"));
            request.text("LogStreamName", name);
            let message = message(target, around, &mut request.changes)?;
            request.dynamic("LogEvents", format!(r#"[{{"Timestamp": $millis(), "Message": {message}}}]"#));
            request.changes.push(Change::LogStream(name.to_owned()));
        }
        // OpsItems need a title and a source that a rule takes from the event in a way that is not documented.
        _ => return Err(by_hand()),
    }
    let input = request.written().ok_or_else(by_hand)?;
    changes.append(&mut request.changes);
    changes.push(Change::UniversalTarget(action));
    Ok(Call { action, input })
}

/// What a rule writes into a log as the message.
fn message(target: &Target, around: &Surroundings, changes: &mut Vec<Change>) -> Result<String, Loss> {
    let migrated = input(&target.input, around, Takes::Text).map_err(Loss::Input)?;
    changes.extend(migrated.changes);
    let body = match &migrated.expression {
        None => "$events.Data",
        Some(own) => own.trim_start_matches("{%").trim_end_matches("%}").trim(),
    };
    Ok(format!("$string({body})"))
}

/// A constant input option as JSON.
fn constant(own: &Input) -> Option<Node> {
    match own {
        Input::Constant(text) => json::parse(text, Role::Input(0)).single().cloned(),
        _ => None,
    }
}

fn batch_name(key: &str) -> Option<&'static str> {
    ["JobDefinition", "JobName", "ArrayProperties", "RetryStrategy"].into_iter().find(|name| *name == key)
}

fn redshift_name(key: &str) -> Option<&'static str> {
    Some(match key {
        "Database" => "Database",
        "DbUser" => "DbUser",
        "SecretManagerArn" => "SecretArn",
        "Sql" => "Sql",
        "Sqls" => "Sqls",
        "StatementName" => "StatementName",
        "WithEvent" => "WithEvent",
        _ => return None,
    })
}
