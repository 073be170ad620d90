//! The kinds of target: how each is recognised, what it receives and what it needs.

use super::{Arn, words_en, words_ko};
use rulepad_document::Lang;
use serde::{Deserialize, Serialize};
use strum::EnumCount;

/// A kind of target EventBridge delivers to (user guide, `eb-targets`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumCount)]
#[serde(rename_all = "snake_case")]
pub enum TargetKind {
    /// A Lambda function.
    Lambda,
    /// An SNS topic.
    Sns,
    /// An SQS queue.
    Sqs,
    /// A Step Functions state machine.
    StepFunctions,
    /// A Kinesis data stream.
    Kinesis,
    /// A Firehose stream.
    Firehose,
    /// A CloudWatch Logs log group.
    Logs,
    /// An event bus.
    EventBus,
    /// A custom event bus, of the second generation (`event-busv2`).
    CustomBus,
    /// A task on an ECS cluster.
    Ecs,
    /// A Batch job queue.
    Batch,
    /// An API destination.
    ApiDestination,
    /// An API Gateway REST API.
    ApiGateway,
    /// A Redshift cluster or serverless workgroup.
    Redshift,
    /// A SageMaker pipeline.
    SageMakerPipeline,
    /// An AppSync GraphQL API.
    AppSync,
    /// A command document of Systems Manager.
    SsmRunCommand,
    /// An automation of Systems Manager.
    SsmAutomation,
    /// An OpsItem of Systems Manager.
    SsmOpsItem,
    /// A response plan of Incident Manager.
    IncidentManager,
    /// A CodeBuild project.
    CodeBuild,
    /// A CodePipeline pipeline.
    CodePipeline,
    /// A Glue workflow.
    Glue,
    /// An Inspector assessment template.
    Inspector,
    /// A built-in action on EC2 instances or EBS volumes.
    Ec2Action,
}

/// How EventBridge is allowed to deliver (user guide, `eb-use-resource-based` and `eb-use-identity-based`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// A policy on the target itself.
    ResourcePolicy,
    /// An IAM role in `RoleArn`.
    Role,
    /// Either of them.
    Either,
}

impl TargetKind {
    /// Every kind.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Lambda,
        Self::Sns,
        Self::Sqs,
        Self::StepFunctions,
        Self::Kinesis,
        Self::Firehose,
        Self::Logs,
        Self::EventBus,
        Self::CustomBus,
        Self::Ecs,
        Self::Batch,
        Self::ApiDestination,
        Self::ApiGateway,
        Self::Redshift,
        Self::SageMakerPipeline,
        Self::AppSync,
        Self::SsmRunCommand,
        Self::SsmAutomation,
        Self::SsmOpsItem,
        Self::IncidentManager,
        Self::CodeBuild,
        Self::CodePipeline,
        Self::Glue,
        Self::Inspector,
        Self::Ec2Action,
    ];

    /// The kind an ARN names; `None` for anything EventBridge does not deliver to.
    #[must_use]
    pub fn of(arn: &Arn<'_>) -> Option<Self> {
        let starts = |prefix: &str| arn.resource.starts_with(prefix);
        Some(match arn.service {
            "lambda" if starts("function:") => Self::Lambda,
            "sns" if !arn.resource.contains(':') => Self::Sns,
            "sqs" => Self::Sqs,
            "states" if starts("stateMachine:") => Self::StepFunctions,
            "kinesis" if starts("stream/") => Self::Kinesis,
            "firehose" if starts("deliverystream/") => Self::Firehose,
            "logs" if starts("log-group:") => Self::Logs,
            "events" if starts("event-bus/") => Self::EventBus,
            "events" if is_custom_bus(arn.resource) => Self::CustomBus,
            "events" if starts("api-destination/") => Self::ApiDestination,
            "events" if starts("target/") => Self::Ec2Action,
            "ecs" if starts("cluster/") => Self::Ecs,
            "batch" if starts("job-queue/") => Self::Batch,
            "execute-api" => Self::ApiGateway,
            "redshift" if starts("cluster:") => Self::Redshift,
            "redshift-serverless" if starts("workgroup/") => Self::Redshift,
            "sagemaker" if starts("pipeline/") => Self::SageMakerPipeline,
            "appsync" => Self::AppSync,
            "ssm" if starts("document/") => Self::SsmRunCommand,
            "ssm" if starts("automation-definition/") => Self::SsmAutomation,
            "ssm" if starts("opsitem") => Self::SsmOpsItem,
            "ssm-incidents" if starts("response-plan/") => Self::IncidentManager,
            "codebuild" if starts("project/") => Self::CodeBuild,
            "codepipeline" => Self::CodePipeline,
            "glue" if starts("workflow/") => Self::Glue,
            "inspector" => Self::Inspector,
            _ => return None,
        })
    }

    /// AWS's name for it.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => words_en::kind::name(self),
            Lang::Ko(_) => words_ko::kind::name(self),
        }
    }

    /// Its name with an article, where the language has them: an SQS queue, a Lambda function.
    #[must_use]
    pub fn with_article(self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::kind::a_kind(self),
            Lang::Ko(_) => words_ko::kind::name(self).to_owned(),
        }
    }

    /// What allows EventBridge to deliver.
    #[must_use]
    pub fn permission(self) -> Permission {
        match self {
            Self::Lambda | Self::Sns | Self::Sqs | Self::Logs => Permission::ResourcePolicy,
            Self::ApiGateway => Permission::Either,
            _ => Permission::Role,
        }
    }

    /// The actions the role or the resource policy must allow; none where the ARN decides them.
    #[must_use]
    pub fn actions(self) -> &'static [&'static str] {
        match self {
            Self::Lambda => &["lambda:InvokeFunction"],
            Self::Sns => &["sns:Publish"],
            Self::Sqs => &["sqs:SendMessage"],
            Self::StepFunctions => &["states:StartExecution"],
            Self::Kinesis => &["kinesis:PutRecord"],
            Self::EventBus => &["events:PutEvents"],
            Self::CustomBus => &["events:PutEvents", "events:PutRawEvents"],
            Self::Batch => &["batch:SubmitJob"],
            Self::ApiDestination => &["events:InvokeApiDestination"],
            Self::ApiGateway => &["execute-api:Invoke"],
            Self::SageMakerPipeline => &["sagemaker:StartPipelineExecution"],
            Self::AppSync => &["appsync:GraphQL"],
            Self::SsmRunCommand => &["ssm:SendCommand"],
            Self::SsmAutomation => &["ssm:StartAutomationExecution"],
            Self::SsmOpsItem => &["ssm:CreateOpsItem"],
            Self::IncidentManager => &["ssm-incidents:StartIncident"],
            Self::CodeBuild => &["codebuild:StartBuild"],
            Self::CodePipeline => &["codepipeline:StartPipelineExecution"],
            Self::Glue => &["glue:NotifyEvent"],
            Self::Firehose => &["firehose:PutRecord", "firehose:PutRecordBatch"],
            Self::Logs => &["logs:CreateLogStream", "logs:PutLogEvents"],
            Self::Ecs => &["ecs:RunTask", "iam:PassRole"],
            Self::Redshift => &["redshift-data:ExecuteStatement"],
            Self::Inspector => &["inspector:StartAssessmentRun"],
            Self::Ec2Action => &[],
        }
    }

    /// How it receives the input, as a sentence.
    #[must_use]
    pub fn receives(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => words_en::kind::receives(self),
            Lang::Ko(_) => words_ko::kind::receives(self),
        }
    }

    /// The property that only such a target has, where there is one. Some need it, some may have it.
    #[must_use]
    pub fn parameters(self) -> Option<&'static str> {
        match self {
            Self::Ecs => Some("EcsParameters"),
            Self::Batch => Some("BatchParameters"),
            Self::Redshift => Some("RedshiftDataParameters"),
            Self::AppSync => Some("AppSyncParameters"),
            Self::SsmRunCommand => Some("RunCommandParameters"),
            Self::Kinesis => Some("KinesisParameters"),
            Self::Sqs => Some("SqsParameters"),
            Self::ApiDestination | Self::ApiGateway => Some("HttpParameters"),
            Self::SageMakerPipeline => Some("SageMakerPipelineParameters"),
            _ => None,
        }
    }

    /// Whether its ARN always names a Region and an account.
    pub fn is_regional(self) -> bool {
        !matches!(self, Self::SsmRunCommand | Self::SsmAutomation | Self::IncidentManager)
    }
}

/// `event-busv2/NAME/ID`: the name alone names no bus.
fn is_custom_bus(resource: &str) -> bool {
    let mut parts = resource.strip_prefix("event-busv2/").unwrap_or("").split('/');
    let named = |part: Option<&str>| part.is_some_and(|part| !part.is_empty());
    named(parts.next()) && named(parts.next()) && parts.next().is_none()
}
