//! What an export says beside its file, as data: what the file cannot carry, and what is left to do.

mod loss;
mod note;
mod target;

pub use loss::Loss;
pub use note::{FillIn, Note};
pub use target::{MissingRole, NotAnEvent, PipeVariable, Respells, TargetLoss, TargetNote};

use rulepad_document::json::parse;
use rulepad_document::source_text::one_line_of;
use rulepad_document::{Lang, Role, Words};
use rulepad_rule::{Reference, ReferenceLanguage};

impl Words for Loss {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::loss(self),
            Lang::Ko(_) => crate::words_ko::loss(self),
        }
    }
}

impl Words for Note {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::note(self),
            Lang::Ko(_) => crate::words_ko::note(self),
        }
    }
}

/// What a text has for a value that is known only at deploy time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueOf {
    /// The expression on one line, as people write it: `!Ref Topic`.
    pub expression: String,
    /// Its language.
    pub language: ReferenceLanguage,
}

impl ValueOf {
    /// What the text of a reference has.
    #[must_use]
    pub fn new(reference: &Reference) -> Self {
        let short = match reference.language {
            ReferenceLanguage::CloudFormation => {
                parse(&reference.source, Role::Import).valid().and_then(crate::later::short)
            }
            _ => None,
        };
        Self {
            expression: short.unwrap_or_else(|| one_line_of(&reference.source)),
            language: reference.language,
        }
    }
}

/// A reference as a file shows it, and what it is the value of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownReference {
    /// The text that the file has, on one line.
    pub text: String,
    /// What it is the value of.
    pub value: ValueOf,
}

impl ShownReference {
    /// How a file shows a reference that it has as text.
    #[must_use]
    pub fn new(reference: &Reference) -> Self {
        Self { text: one_line_of(&reference.shown), value: ValueOf::new(reference) }
    }
}

/// A framework that makes a rule of each event of what it declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the name says it")]
pub enum Framework {
    Sam,
    Serverless,
}

/// What has a filter instead of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the name says it")]
pub enum FilterOwner {
    EventSourceMapping,
    Pipe,
    Subscription,
}

/// A tool in JavaScript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the name says it")]
pub enum Program {
    Cdk,
    Pulumi,
}

/// A property of a rule that some formats have no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the name says it")]
pub enum RuleMember {
    Description,
    RoleArn,
}

impl RuleMember {
    /// Its name in AWS's API.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Description => "Description",
            Self::RoleArn => "RoleArn",
        }
    }
}

/// What a file is called where a sentence is about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the name says it")]
pub enum FileKind {
    File,
    Program,
    Template,
}

/// A resource that has one policy for all who use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the name says it")]
pub enum Shared {
    Topic,
    Queue,
    DeadLetterQueue,
}

/// Why an event pattern is written as a JSON string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum PatternAsText {
    CloudFormation,
    FilterPolicy,
    Cdk,
    JavaScript,
    Jsonencode,
}

/// A source of records, by what holds the payload in them (user guide, `eb-pipes-event-filtering`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordSource {
    /// SQS: `body`.
    Queue,
    /// Kinesis: `data`.
    Stream,
    /// DynamoDB streams: `dynamodb`.
    Table,
    /// Kafka, Amazon MQ, or a pattern that tests no payload.
    Unknown,
}

impl RecordSource {
    /// What reading from it takes.
    #[must_use]
    pub fn actions(self) -> &'static [&'static str] {
        match self {
            Self::Queue => &["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
            Self::Stream => &[
                "kinesis:DescribeStream",
                "kinesis:DescribeStreamSummary",
                "kinesis:GetRecords",
                "kinesis:GetShardIterator",
                "kinesis:ListShards",
            ],
            Self::Table => &[
                "dynamodb:DescribeStream",
                "dynamodb:GetRecords",
                "dynamodb:GetShardIterator",
                "dynamodb:ListStreams",
            ],
            Self::Unknown => &[],
        }
    }

    /// Whether reading begins at a position that has to be named.
    #[must_use]
    pub fn has_position(self) -> bool {
        matches!(self, Self::Stream | Self::Table)
    }
}
