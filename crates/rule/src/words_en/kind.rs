//! The kinds of target in English.

use crate::Kind;

/// The name of a kind with its article, as it is spoken: an SQS queue, a Lambda function.
pub(super) fn a_kind(kind: Kind) -> String {
    let article = match kind {
        Kind::Sns
        | Kind::Sqs
        | Kind::EventBus
        | Kind::Ecs
        | Kind::ApiDestination
        | Kind::ApiGateway
        | Kind::AppSync
        | Kind::IncidentManager
        | Kind::Inspector
        | Kind::Ec2Action => "an",
        Kind::Lambda
        | Kind::StepFunctions
        | Kind::Kinesis
        | Kind::Firehose
        | Kind::Logs
        | Kind::CustomBus
        | Kind::Batch
        | Kind::Redshift
        | Kind::SageMakerPipeline
        | Kind::SsmRunCommand
        | Kind::SsmAutomation
        | Kind::SsmOpsItem
        | Kind::CodeBuild
        | Kind::CodePipeline
        | Kind::Glue => "a",
    };
    format!("{article} {}", kind.name())
}
