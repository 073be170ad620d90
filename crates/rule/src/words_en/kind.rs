//! The kinds of target in English.

use crate::TargetKind;

/// The name of a kind with its article, as it is spoken: an SQS queue, a Lambda function.
pub(crate) fn a_kind(kind: TargetKind) -> String {
    let article = match kind {
        TargetKind::Sns
        | TargetKind::Sqs
        | TargetKind::EventBus
        | TargetKind::Ecs
        | TargetKind::ApiDestination
        | TargetKind::ApiGateway
        | TargetKind::AppSync
        | TargetKind::IncidentManager
        | TargetKind::Inspector
        | TargetKind::Ec2Action => "an",
        TargetKind::Lambda
        | TargetKind::StepFunctions
        | TargetKind::Kinesis
        | TargetKind::Firehose
        | TargetKind::Logs
        | TargetKind::CustomBus
        | TargetKind::Batch
        | TargetKind::Redshift
        | TargetKind::SageMakerPipeline
        | TargetKind::SsmRunCommand
        | TargetKind::SsmAutomation
        | TargetKind::SsmOpsItem
        | TargetKind::CodeBuild
        | TargetKind::CodePipeline
        | TargetKind::Glue => "a",
    };
    format!("{article} {}", name(kind))
}

/// AWS's name.
pub(crate) fn name(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::Lambda => "Lambda function",
        TargetKind::Sns => "SNS topic",
        TargetKind::Sqs => "SQS queue",
        TargetKind::StepFunctions => "Step Functions state machine",
        TargetKind::Kinesis => "Kinesis stream",
        TargetKind::Firehose => "Firehose stream",
        TargetKind::Logs => "CloudWatch log group",
        TargetKind::EventBus => "event bus",
        TargetKind::CustomBus => "custom event bus",
        TargetKind::Ecs => "ECS task",
        TargetKind::Batch => "Batch job queue",
        TargetKind::ApiDestination => "API destination",
        TargetKind::ApiGateway => "API Gateway REST API",
        TargetKind::Redshift => "Redshift cluster or workgroup",
        TargetKind::SageMakerPipeline => "SageMaker pipeline",
        TargetKind::AppSync => "AppSync API",
        TargetKind::SsmRunCommand => "Systems Manager Run Command",
        TargetKind::SsmAutomation => "Systems Manager Automation",
        TargetKind::SsmOpsItem => "Systems Manager OpsItem",
        TargetKind::IncidentManager => "Incident Manager response plan",
        TargetKind::CodeBuild => "CodeBuild project",
        TargetKind::CodePipeline => "CodePipeline",
        TargetKind::Glue => "Glue workflow",
        TargetKind::Inspector => "Inspector assessment template",
        TargetKind::Ec2Action => "EC2 action",
    }
}

/// How it receives the input, as a sentence.
pub(crate) fn receives(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::Lambda => {
            "The function is invoked asynchronously, and the JSON value of the input is its event argument."
        }
        TargetKind::Sns => "The input text is the message; there is no subject and there are no attributes.",
        TargetKind::Sqs => "The input text is the body of the message.",
        TargetKind::StepFunctions => {
            "An execution starts with the input text as its input; its name starts with the event's id."
        }
        TargetKind::Kinesis => {
            "The input text is the data of a record; its partition key is the event's id, or what `PartitionKeyPath` selects."
        }
        TargetKind::Firehose => "The input text is a record; records follow each other without a line break.",
        TargetKind::Logs => {
            "The event is the message of a log event; a JSON template must give `timestamp` and `message`."
        }
        TargetKind::EventBus => {
            "The bus receives the event itself; another account's bus takes no input option."
        }
        TargetKind::CustomBus => "The bus receives the event; its subscribers filter it by themselves.",
        TargetKind::Ecs => {
            "A task runs; the input must have the shape of its overrides, and without one nothing is passed."
        }
        TargetKind::Batch => {
            "A job is submitted; `ContainerOverrides`, `DependsOn` and `Parameters` of the input go into it."
        }
        TargetKind::ApiDestination => "An HTTP request is sent with the input as its body, within 5 seconds.",
        TargetKind::ApiGateway => {
            "An HTTP request goes to the stage and method of the ARN with the input as its body."
        }
        TargetKind::Redshift => "A statement runs through the Data API.",
        TargetKind::SageMakerPipeline => "An execution of the pipeline starts.",
        TargetKind::AppSync => "A GraphQL operation runs; its variables come from the input.",
        TargetKind::SsmRunCommand => {
            "The document runs with the `Parameters` of the input; without an input option nothing is passed."
        }
        TargetKind::SsmAutomation => {
            "The automation starts with the input as its parameters, each a list of strings."
        }
        TargetKind::SsmOpsItem => "An OpsItem is created; the input may set its title, severity and more.",
        TargetKind::IncidentManager => "An incident is created from the event.",
        TargetKind::CodeBuild => "A build starts; the input has the fields of `StartBuild`.",
        TargetKind::CodePipeline => "The pipeline starts; a V2 pipeline takes variables from the input.",
        TargetKind::Glue => "The event-driven trigger of the workflow is notified.",
        TargetKind::Inspector => "An assessment run starts.",
        TargetKind::Ec2Action => "The action runs; the input names the instance or volume.",
    }
}
