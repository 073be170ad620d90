//! What to know about a delivery, what nobody has shown about it, and why the service does not take it.

use crate::shape::PayloadProblem;
use rulepad_document::json;

/// What to know about what the target's service receives: a sentence, or a few.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum DeliveryNote {
    LargerThanBefore {
        size: usize,
        what: Limited,
        newer: usize,
        older: usize,
    },
    PathInText,
    // What becomes of a request that is not taken.
    EventDropped,
    /// The dead-letter queue.
    EventToDeadLetterQueue(String),
    // Lambda, Step Functions, SNS, SQS.
    LambdaEvent,
    LambdaRetries,
    ExecutionRuns,
    SnsBodyOnly,
    SnsRaisedLimit {
        size: usize,
        most: usize,
    },
    SqsDeduplication,
    SqsFairQueue,
    // Kinesis, Firehose, CloudWatch Logs, buses.
    KinesisBase64,
    FirehoseNoLineBreak,
    LogStream,
    CustomBusPermissions,
    CustomBusNewId,
    BusNewId,
    BusKeepsId,
    BusPayloadLacks,
    // ECS, Batch.
    EcsNothingPassed,
    BatchNothingPassed,
    /// A member of the container overrides.
    BatchLeftOut(String),
    // HTTP.
    EndpointUnknown,
    ConnectionAdds,
    EndpointRetries,
    ApiSlash,
    ApiRetries,
    PathValuesUnused(usize),
    HeaderTakenOut(String),
    // Redshift, SageMaker, AppSync.
    RedshiftSendsEvent,
    RedshiftNothingPassed,
    SageMakerNothingPassed,
    AppSyncVariableMissing(String),
    /// The names, each as a JSON text.
    AppSyncNotDeclared(Vec<String>),
    // Systems Manager.
    CommandNothingPassed,
    // Builds.
    CodeBuildAsSet,
    CodePipelineAsSet,
    CodePipelineNeither,
    GlueTrigger,
    InspectorTemplate,
    Ec2Console,
}

/// What nobody has shown about a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum DeliveryUnverified {
    ErrorCode,
    // The target's property, and the paths in it.
    PropertyNotObject,
    /// The member of a property in which the guide knows no paths.
    PathsNotListed(&'static str),
    NotAPath(String),
    MoreThanShown,
    SelectsNothing(String),
    SelectsKind {
        path: String,
        kind: json::ValueKind,
    },
    SelectsSeveral(String),
    // Lambda, Step Functions, SQS.
    LambdaTextIsString,
    LambdaNotOneValue,
    ExecutionName,
    SqsFairQueueDeduplication,
    // Kinesis, CloudWatch Logs, buses.
    KinesisNoId,
    /// The other members of a template of a log group.
    LogsOtherMembers(Vec<String>),
    CustomBusSubscribers,
    BusIdInOtherAccount,
    BusIdUnknown,
    BusOtherPayload,
    // Batch.
    BatchPaths,
    // HTTP.
    EndpointWithoutMethod,
    ApiArnIncomplete,
    ApiAnyMethod,
    ApiHeaders,
    /// So many `*` without a value.
    PathValuesMissing(usize),
    PercentEncoding,
    BodyOf(String),
    // AppSync.
    AppSyncOtherOperation,
    // Systems Manager.
    TwoDocuments {
        of_input: String,
        of_arn: String,
    },
    CommandParametersAlone,
    OpsItemOfEvent,
    OpsItemMembers,
    IncidentRawData,
    IncidentDetails,
    // Builds.
    BuildType,
    ProjectName,
    Ec2Action(String),
    Ec2Input {
        name: &'static str,
        prefix: &'static str,
    },
}

/// Why the service does not take a request.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum DeliveryRefusal {
    Payload(PayloadProblem),
    TooLarge {
        size: usize,
        what: Limited,
        most: usize,
    },
    /// `None` for a payload that is not JSON.
    NotObject {
        taker: ObjectTaker,
        seen: Option<json::ValueKind>,
    },
    // Step Functions, SNS, SQS.
    ExecutionNotJson,
    ExecutionTooLarge {
        size: usize,
        most: usize,
    },
    SnsFifo,
    SnsTooLarge {
        size: usize,
        most: usize,
    },
    GroupLength {
        length: usize,
        most: usize,
    },
    GroupCharacter(char),
    GroupMissing,
    // Kinesis, Firehose, CloudWatch Logs.
    PartitionKeyNotPath,
    PartitionKeyLength {
        length: usize,
        most: usize,
    },
    FirehoseTooLarge {
        size: usize,
        most: usize,
    },
    LogsRole,
    LogsOption,
    // ECS, Batch.
    EcsWithoutTaskDefinition,
    EcsContainerName,
    /// The member that is missing.
    BatchLacks(&'static str),
    // HTTP.
    HeaderControlCharacter(String),
    // Redshift, AppSync.
    RedshiftWithoutDatabase,
    RedshiftWithoutStatement,
    RedshiftBothStatements,
    RedshiftEmptyStatement,
    AppSyncWithoutOperation,
    AppSyncVariable(String),
    // Systems Manager. A value is as it is shown.
    CommandWithoutTargets,
    CommandParametersNotJson,
    OpsItemSeverity(String),
    OpsItemPriority(String),
    OpsItemTitle,
    // Builds.
    Ec2Id {
        prefix: &'static str,
        id: String,
    },
}

/// What has a limit of bytes that AWS has raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the words of each")]
pub enum Limited {
    AsynchronousInvocation,
    Queue,
    Record,
    LogEvent,
    EventBus,
}

/// What takes an object as its payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the words of each")]
pub enum ObjectTaker {
    LogGroup,
    Ecs,
    AppSync,
    Automation,
    OpsItem,
    CodeBuild,
    CodePipeline,
}
