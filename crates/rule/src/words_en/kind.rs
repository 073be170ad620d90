//! The kinds of target in English.

use crate::Kind;

/// The name of a kind with its article, as it is spoken: an SQS queue, a Lambda function.
pub(crate) fn a_kind(kind: Kind) -> String {
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
    format!("{article} {}", name(kind))
}

/// AWS's name.
pub(crate) fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Lambda => "Lambda function",
        Kind::Sns => "SNS topic",
        Kind::Sqs => "SQS queue",
        Kind::StepFunctions => "Step Functions state machine",
        Kind::Kinesis => "Kinesis stream",
        Kind::Firehose => "Firehose stream",
        Kind::Logs => "CloudWatch log group",
        Kind::EventBus => "event bus",
        Kind::CustomBus => "custom event bus",
        Kind::Ecs => "ECS task",
        Kind::Batch => "Batch job queue",
        Kind::ApiDestination => "API destination",
        Kind::ApiGateway => "API Gateway REST API",
        Kind::Redshift => "Redshift cluster or workgroup",
        Kind::SageMakerPipeline => "SageMaker pipeline",
        Kind::AppSync => "AppSync API",
        Kind::SsmRunCommand => "Systems Manager Run Command",
        Kind::SsmAutomation => "Systems Manager Automation",
        Kind::SsmOpsItem => "Systems Manager OpsItem",
        Kind::IncidentManager => "Incident Manager response plan",
        Kind::CodeBuild => "CodeBuild project",
        Kind::CodePipeline => "CodePipeline",
        Kind::Glue => "Glue workflow",
        Kind::Inspector => "Inspector assessment template",
        Kind::Ec2Action => "EC2 action",
    }
}

/// How it receives the input, as a sentence.
pub(crate) fn receives(kind: Kind) -> &'static str {
    match kind {
        Kind::Lambda => {
            "The function is invoked asynchronously, and the JSON value of the input is its event argument."
        }
        Kind::Sns => "The input text is the message; there is no subject and there are no attributes.",
        Kind::Sqs => "The input text is the body of the message.",
        Kind::StepFunctions => {
            "An execution starts with the input text as its input; its name starts with the event's id."
        }
        Kind::Kinesis => {
            "The input text is the data of a record; its partition key is the event's id, or what `PartitionKeyPath` selects."
        }
        Kind::Firehose => "The input text is a record; records follow each other without a line break.",
        Kind::Logs => {
            "The event is the message of a log event; a JSON template must give `timestamp` and `message`."
        }
        Kind::EventBus => "The bus receives the event itself; another account's bus takes no input option.",
        Kind::CustomBus => "The bus receives the event; its subscribers filter it by themselves.",
        Kind::Ecs => {
            "A task runs; the input must have the shape of its overrides, and without one nothing is passed."
        }
        Kind::Batch => {
            "A job is submitted; `ContainerOverrides`, `DependsOn` and `Parameters` of the input go into it."
        }
        Kind::ApiDestination => "An HTTP request is sent with the input as its body, within 5 seconds.",
        Kind::ApiGateway => {
            "An HTTP request goes to the stage and method of the ARN with the input as its body."
        }
        Kind::Redshift => "A statement runs through the Data API.",
        Kind::SageMakerPipeline => "An execution of the pipeline starts.",
        Kind::AppSync => "A GraphQL operation runs; its variables come from the input.",
        Kind::SsmRunCommand => {
            "The document runs with the `Parameters` of the input; without an input option nothing is passed."
        }
        Kind::SsmAutomation => {
            "The automation starts with the input as its parameters, each a list of strings."
        }
        Kind::SsmOpsItem => "An OpsItem is created; the input may set its title, severity and more.",
        Kind::IncidentManager => "An incident is created from the event.",
        Kind::CodeBuild => "A build starts; the input has the fields of `StartBuild`.",
        Kind::CodePipeline => "The pipeline starts; a V2 pipeline takes variables from the input.",
        Kind::Glue => "The event-driven trigger of the workflow is notified.",
        Kind::Inspector => "An assessment run starts.",
        Kind::Ec2Action => "The action runs; the input names the instance or volume.",
    }
}
