//! What a value that holds events is.

/// What a JSON value is, as far as its structure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ShapeKind {
    /// An event, or an object nothing else is known of.
    Event,
    /// Several values.
    List(ListKind),
    /// One value with an event inside.
    Carrier(Carrier),
    /// Entries of PutEvents.
    Entries(EntriesKind),
    /// A CloudTrail record.
    CloudTrailRecord,
    /// A record of an S3 event notification.
    S3Record,
    /// A record of a DynamoDB stream.
    StreamChange,
    /// A record of the log of an event bus.
    BusLogRecord,
    /// A CloudTrail digest file, which has no events.
    Digest,
    /// Neither an object nor a list.
    Scalar,
}

/// What a list of values is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListKind {
    /// A list of events.
    Events,
    /// A list of records of no known source.
    Records,
    /// A list of CloudTrail records.
    CloudTrailRecords,
    /// A list of S3 notification records.
    S3Records,
    /// A list of DynamoDB stream records.
    StreamRecords,
    /// The rows of CloudWatch Logs Insights.
    Rows,
    /// A Lambda event with SQS records.
    LambdaSqs,
    /// A Lambda event with SNS records.
    LambdaSns,
    /// A Lambda event with Kinesis records.
    LambdaKinesis,
    /// A Lambda event with DynamoDB stream records.
    LambdaDynamoDb,
    /// A Lambda event with Kafka records.
    LambdaKafka,
    /// A Lambda event with Amazon MQ messages.
    LambdaMq,
    /// A Lambda event with RabbitMQ messages.
    LambdaRabbitMq,
    /// A Lambda event with DocumentDB records.
    LambdaDocumentDb,
    /// An S3 event notification.
    S3Notification,
    /// A CloudTrail log file.
    CloudTrailLog,
    /// The answer of CloudTrail's LookupEvents.
    LookupEvents,
    /// The answer of Kinesis's GetRecords.
    GetRecords,
    /// The answer of SQS's ReceiveMessage.
    ReceiveMessage,
    /// A Firehose transformation event.
    Firehose,
    /// The answer of CloudWatch Logs Insights' GetQueryResults.
    QueryResults,
    /// The data of a CloudWatch Logs subscription.
    LogsSubscription,
    /// An answer of CloudWatch Logs.
    LogsAnswer,
}

/// A value with a text or an object inside that may be an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Carrier {
    /// An SQS message as a record has it.
    SqsRecord,
    /// An SQS message as the API answers.
    SqsMessage,
    /// An SNS record of a Lambda event.
    SnsRecord,
    /// An SNS notification as an HTTP endpoint or a queue gets it.
    SnsNotification,
    /// A Kinesis record of a Lambda event.
    KinesisRecord,
    /// A Kinesis record as the API answers.
    KinesisAnswer,
    /// A Kinesis record as a pipe has it.
    StreamRecord,
    /// A Firehose record.
    FirehoseRecord,
    /// A Kafka record.
    KafkaRecord,
    /// An Amazon MQ message.
    MqMessage,
    /// A RabbitMQ message.
    RabbitMqMessage,
    /// A DocumentDB record.
    DocumentDbRecord,
    /// A log event of CloudWatch Logs.
    LogEvent,
    /// A row of CloudWatch Logs Insights.
    Row,
    /// The field of a row of CloudWatch Logs Insights, as the API answers.
    RowField,
    /// A row of a table that was exported from a log.
    TableRow,
    /// A line of a structured log.
    LogLine,
    /// A line of a container, as Docker's `json-file` driver and FireLens write it.
    ContainerLine,
    /// A TestEventPattern request.
    TestRequest,
    /// The event that CloudWatch Logs sends to a subscribed function.
    LogsSubscriptionEvent,
    /// The record that a Lambda destination gets.
    Destination,
    /// An HTTP request to a Lambda function, with its body as it is.
    HttpRequest,
    /// An HTTP request to a Lambda function, with its body in base64.
    EncodedHttpRequest,
    /// An event of CloudTrail's LookupEvents.
    LookedUpEvent,
}

/// What entries of PutEvents come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntriesKind {
    /// A list of entries.
    List,
    /// A request.
    Request,
    /// One entry.
    One,
}

/// How a payload is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coding {
    Text,
    /// A line of a log, which may hold no event.
    Line,
    Base64,
    /// Base64 of a gzip file.
    Gzip,
}

/// What one value of several is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Noun {
    /// An event.
    Event,
    /// A record.
    Record,
    /// A message.
    Message,
    /// A log event.
    LogEvent,
    /// A row.
    Row,
    /// An entry of PutEvents.
    Entry,
}

impl ListKind {
    /// What each value of the list is called.
    pub(crate) fn noun(self) -> Noun {
        match self {
            Self::Events | Self::LookupEvents => Noun::Event,
            Self::Rows | Self::QueryResults => Noun::Row,
            Self::ReceiveMessage | Self::LambdaMq | Self::LambdaRabbitMq => Noun::Message,
            Self::LogsSubscription | Self::LogsAnswer => Noun::LogEvent,
            Self::Records
            | Self::CloudTrailRecords
            | Self::S3Records
            | Self::StreamRecords
            | Self::LambdaSqs
            | Self::LambdaSns
            | Self::LambdaKinesis
            | Self::LambdaDynamoDb
            | Self::LambdaKafka
            | Self::LambdaDocumentDb
            | Self::S3Notification
            | Self::CloudTrailLog
            | Self::GetRecords
            | Self::Firehose => Noun::Record,
        }
    }
}

impl Carrier {
    /// The member that holds the payload.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::SqsRecord | Self::HttpRequest | Self::EncodedHttpRequest => "body",
            Self::SqsMessage => "Body",
            Self::SnsRecord => "Sns.Message",
            Self::SnsNotification => "Message",
            Self::KinesisRecord => "kinesis.data",
            Self::KinesisAnswer => "Data",
            Self::StreamRecord | Self::FirehoseRecord | Self::MqMessage | Self::RabbitMqMessage => "data",
            Self::KafkaRecord | Self::RowField => "value",
            Self::DocumentDbRecord => "event",
            Self::LogEvent | Self::LogLine | Self::TableRow => "message",
            Self::Row => "@message",
            Self::ContainerLine => "log",
            Self::TestRequest => "Event",
            Self::LogsSubscriptionEvent => "awslogs.data",
            Self::Destination => "requestPayload",
            Self::LookedUpEvent => "CloudTrailEvent",
        }
    }

    /// How the payload is written.
    pub(crate) fn coding(self) -> Coding {
        match self {
            Self::SqsRecord
            | Self::SqsMessage
            | Self::SnsRecord
            | Self::SnsNotification
            | Self::DocumentDbRecord
            | Self::TestRequest
            | Self::Destination
            | Self::HttpRequest
            | Self::LookedUpEvent => Coding::Text,
            Self::LogEvent
            | Self::Row
            | Self::RowField
            | Self::TableRow
            | Self::LogLine
            | Self::ContainerLine => Coding::Line,
            Self::KinesisRecord
            | Self::KinesisAnswer
            | Self::StreamRecord
            | Self::FirehoseRecord
            | Self::KafkaRecord
            | Self::MqMessage
            | Self::RabbitMqMessage
            | Self::EncodedHttpRequest => Coding::Base64,
            Self::LogsSubscriptionEvent => Coding::Gzip,
        }
    }

    /// Whether the value itself is an SNS message; others may have one inside.
    pub(crate) fn is_sns(self) -> bool {
        matches!(self, Self::SnsRecord | Self::SnsNotification)
    }

    /// Whether the value is an answer of an API, whose names differ from those of a record.
    pub(crate) fn is_answer(self) -> bool {
        matches!(self, Self::SqsMessage | Self::KinesisAnswer)
    }
}
