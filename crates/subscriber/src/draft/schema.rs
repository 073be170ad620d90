//! The members of `CreateSubscriber` with their bounds (API model `eventbridgev2` 2025-05-15, checked 2026-11-29).

use super::forms::Form;

/// What a member may be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// A string of so many characters.
    Text(usize, usize, Form),
    /// One of these strings.
    Choice(&'static [&'static str]),
    /// A whole number.
    Integer(i64, i64),
    /// Seconds since 1970, or a time.
    Time,
    /// `true` or `false`.
    Bool,
    /// Anything: AWS answers it and takes it nowhere.
    Answer,
    /// An object of members.
    Object(&'static [Field]),
    /// A list of at least and at most so many.
    List(usize, usize, &'static Kind),
    /// A map of at most so many entries.
    Map(usize, &'static Kind, &'static Kind),
}

/// A member of an object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it may be.
    pub(crate) kind: Kind,
    /// Whether it must be there.
    pub(crate) required: bool,
}

pub(crate) const fn must(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, required: true }
}

pub(crate) const fn may(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, required: false }
}

/// The longest text of a parameter.
const LONG: usize = 8192;
const PARAMETER: Kind = Kind::Text(0, LONG, Form::Any);
const ANY_TEXT: Kind = Kind::Text(0, usize::MAX, Form::Any);
const INVOCATION: Kind = Kind::Choice(&["EVENT", "REQUEST_RESPONSE"]);

/// `FilterConfiguration`.
pub(crate) const FILTERS: Kind =
    Kind::Object(&[may("Language", Kind::Choice(&["EVENT_BRIDGE_PATTERN"])), may("Filters", FILTER_LIST)]);

/// `FilterConfiguration.Filters`. That there must be one is said in words of its own.
pub(crate) const FILTER_LIST: Kind = Kind::List(0, 50, &FILTER);

/// One of `Filters`. Its pattern is read by itself, and its length counts with the others.
const FILTER: Kind = Kind::Object(&[
    must("Scope", Kind::Choice(&["DATA", "METADATA", "SYSTEM_METADATA"])),
    must("Pattern", ANY_TEXT),
]);

const ATTRIBUTE: Kind =
    Kind::Object(&[may("DataType", PARAMETER), may("StringValue", ANY_TEXT), may("BinaryValue", ANY_TEXT)]);
const ATTRIBUTES: Kind = Kind::Map(50, &PARAMETER, &ATTRIBUTE);

const LAMBDA: &[Field] = &[
    may("InvocationType", INVOCATION),
    may("Qualifier", PARAMETER),
    may("DurableExecutionName", PARAMETER),
    may("TenantId", PARAMETER),
    may("InvocationTimeoutSeconds", PARAMETER),
];
const SQS: &[Field] = &[
    may("MessageGroupId", PARAMETER),
    may("MessageDeduplicationId", PARAMETER),
    may("DelaySeconds", PARAMETER),
    may("MessageAttributes", ATTRIBUTES),
    may("MessageSystemAttributes", ATTRIBUTES),
];
const SNS: &[Field] = &[
    may("MessageGroupId", PARAMETER),
    may("MessageDeduplicationId", PARAMETER),
    may("Subject", PARAMETER),
    may("MessageStructure", PARAMETER),
    may("MessageAttributes", ATTRIBUTES),
];
const KINESIS: &[Field] = &[may("PartitionKey", PARAMETER), may("ExplicitHashKey", PARAMETER)];
const STEP_FUNCTIONS: &[Field] = &[
    may("InvocationType", INVOCATION),
    may("Name", PARAMETER),
    may("TraceHeader", PARAMETER),
    may("InvocationTimeoutSeconds", PARAMETER),
];
const HTTP: &[Field] = &[
    may("PathParameterValues", Kind::List(0, 50, &Kind::Text(0, usize::MAX, Form::NotBlank))),
    may(
        "HeaderParameters",
        Kind::Map(50, &Kind::Text(0, 512, Form::HeaderName), &Kind::Text(0, 2048, Form::HeaderValue)),
    ),
    may(
        "QueryStringParameters",
        Kind::Map(50, &Kind::Text(0, 512, Form::QueryKey), &Kind::Text(0, 512, Form::QueryValue)),
    ),
    may("InvocationTimeoutSeconds", ANY_TEXT),
];
const UNIVERSAL: &[Field] =
    &[must("Input", Kind::Text(1, 262_144, Form::Any)), may("InvocationTimeoutSeconds", ANY_TEXT)];
const DEDUPLICATION: Kind = Kind::Object(&[must("DeduplicationType", Kind::Choice(&["CONTENT_BASED"]))]);
const BUS: &[Field] = &[
    may("Metadata", Kind::Map(100, &ANY_TEXT, &ANY_TEXT)),
    may("SystemMetadata", Kind::Object(&[may("EventGroupId", ANY_TEXT), may("DeduplicationId", ANY_TEXT)])),
    may("DeduplicationConfiguration", DEDUPLICATION),
];
const MSK: &[Field] = &[
    must("TopicName", Kind::Text(1, LONG, Form::Any)),
    must("Connectivity", Kind::Choice(&["PUBLIC", "PRIVATE"])),
    may("Compression", Kind::Choice(&["NONE", "GZIP", "SNAPPY", "LZ4", "ZSTD"])),
    may("Acks", Kind::Choice(&["ALL", "LEADER"])),
    may("PartitionKey", PARAMETER),
    may("Headers", Kind::List(0, 100, &Kind::Object(&[must("Key", PARAMETER), may("Value", PARAMETER)]))),
    may("ClientId", Kind::Text(1, 255, Form::Any)),
];

const INVOKE: Kind = Kind::Object(&[
    must("TargetArn", Kind::Text(1, 1600, Form::TargetArn)),
    must("RoleArn", Kind::Text(1, 1600, Form::RoleArn)),
    may("LambdaParameters", Kind::Object(LAMBDA)),
    may("SqsParameters", Kind::Object(SQS)),
    may("SnsParameters", Kind::Object(SNS)),
    may("KinesisParameters", Kind::Object(KINESIS)),
    may("StepFunctionsParameters", Kind::Object(STEP_FUNCTIONS)),
    may("HttpParameters", Kind::Object(HTTP)),
    may("UniversalTargetParameters", Kind::Object(UNIVERSAL)),
    may("EventBusV2Parameters", Kind::Object(BUS)),
    may("MskParameters", Kind::Object(MSK)),
]);

const START: Kind = Kind::Object(&[
    must("PointType", Kind::Choice(&["HORIZON", "TIMESTAMP"])),
    may("StartingPoint", Kind::Time),
    may("EndPoint", Kind::Time),
]);

pub(crate) const QUEUE: Kind = Kind::Object(&[may("Arn", Kind::Text(1, 1600, Form::QueueArn))]);
pub(crate) const LOG: Kind = Kind::Object(&[
    may("Level", Kind::Choice(&["OFF", "ERROR", "INFO"])),
    may("IncludePayload", Kind::Choice(&["FULL", "ON_ERROR_ONLY"])),
]);
pub(crate) const TAGS: Kind =
    Kind::Map(200, &Kind::Text(1, 128, Form::Trimmed), &Kind::Text(0, 256, Form::Trimmed));
pub(crate) const DESCRIPTION: Kind = Kind::Text(0, 512, Form::Visible);
pub(crate) const TOKEN: Kind = Kind::Text(1, 64, Form::Token);
pub(crate) const BUS_ARN: Kind = Kind::Text(1, 1011, Form::BusArn);

/// The request of `CreateSubscriber`.
pub(crate) const REQUEST: &[Field] = &[
    must("Name", Kind::Text(1, 256, Form::Name)),
    must("EventBusArn", BUS_ARN),
    must("InvokeConfiguration", INVOKE),
    may("Description", DESCRIPTION),
    may("FilterConfiguration", FILTERS),
    may("Type", Kind::Choice(&["FIFO", "UNORDERED"])),
    may("StartingPosition", Kind::Choice(&["LATEST", "POINT_IN_TIME"])),
    may("PointInTimeConfiguration", START),
    may(
        "BatchConfiguration",
        Kind::Object(&[
            may("MaxBatchSize", Kind::Integer(1, 500)),
            may("MaxBatchWindowInSeconds", Kind::Integer(0, 300)),
        ]),
    ),
    may(
        "Transformer",
        Kind::Object(&[
            may("Type", Kind::Choice(&["RAW", "WITH_METADATA", "JSONATA"])),
            may(
                "JsonataConfiguration",
                // Its form and its length are those of an expression, which is read by itself.
                Kind::Object(&[must("Expression", Kind::Text(1, usize::MAX, Form::Any))]),
            ),
        ]),
    ),
    may(
        "RetryPolicy",
        Kind::Object(&[
            may("MaxRetryAttempts", Kind::Integer(0, 185)),
            may("MaxEventAgeInSeconds", Kind::Integer(60, 86_400)),
            may("RetryStrategy", Kind::Choice(&["ALL"])),
        ]),
    ),
    may("OnFailureConfiguration", QUEUE),
    may("LogConfiguration", LOG),
    may("State", Kind::Choice(&["RUNNING", "STOPPED"])),
    may("Tags", TAGS),
    may("ClientToken", TOKEN),
];

/// What the answer of `DescribeSubscriber` has besides.
pub(crate) const ANSWER: &[Field] = &[
    may("SubscriberArn", Kind::Answer),
    may("SubscriberDetails", Kind::Answer),
    may("Revoked", Kind::Bool),
    may("CreationTime", Kind::Answer),
    may("LastModifiedTime", Kind::Answer),
    may("ResponseMetadata", Kind::Answer),
];
