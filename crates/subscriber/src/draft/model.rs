//! A subscriber as data, with AWS's defaults (API model and guide, checked 2026-11-29).

use super::parameters::Parameter;
use super::place::{PlacedFilter, PlacedText};
use rulepad_document::Span;
use rulepad_document::json::Node;
use strum::EnumCount;

/// A text of the subscriber with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it is in the text.
    pub span: Span,
}

/// A subscriber: filters, a transformer, one target. A member that is not written, or that is not what it must be, is
/// `None`; a problem says the latter.
#[derive(Clone, Debug, Default)]
pub struct Subscriber {
    /// Where all of it is.
    pub span: Span,
    /// `Name`.
    pub name: Option<Placed<String>>,
    /// `EventBusArn`.
    pub bus: Option<Placed<String>>,
    /// The filters, in the order of the text; none accepts every event.
    pub filters: Vec<PlacedFilter>,
    /// `Type`.
    pub ordering: Option<Placed<Ordering>>,
    /// `State`.
    pub state: Option<Placed<State>>,
    /// Where in the bus it starts.
    pub start: Start,
    /// `Transformer`.
    pub transformer: Option<Placed<Transformer>>,
    /// The places of the transformer's expression.
    pub expression: Option<PlacedText>,
    /// The parameters of the target that are, or look like, expressions.
    pub parameters: Vec<Parameter>,
    /// `InvokeConfiguration`.
    pub invoke: Option<Placed<Invoke>>,
    /// `BatchConfiguration`.
    pub batch: Option<Placed<Batch>>,
    /// `RetryPolicy`.
    pub retry: Option<Placed<Retry>>,
    /// `OnFailureConfiguration.Arn`.
    pub queue: Option<Placed<String>>,
    /// `LogConfiguration`.
    pub log: Option<Log>,
}

/// `Type`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ordering {
    /// In any order.
    #[default]
    Unordered,
    /// In order within an event group.
    Fifo,
}

/// `State`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// It delivers.
    #[default]
    Running,
    /// It keeps a backlog.
    Stopped,
}

/// `StartingPosition` and `PointInTimeConfiguration`.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Whether `StartingPosition` is `POINT_IN_TIME`; `None` where it is not written.
    pub in_time: Option<Placed<bool>>,
    /// Where `PointInTimeConfiguration` is.
    pub point: Option<Span>,
    /// Whether its type is `TIMESTAMP`.
    pub is_timestamp: bool,
    /// Its `StartingPoint`, a number of seconds or a text.
    pub starting: Option<Placed<String>>,
}

/// `Transformer`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Transformer {
    /// `RAW`: the data as it is.
    #[default]
    Raw,
    /// `WITH_METADATA`: all three parts.
    WithMetadata,
    /// `JSONATA`: what the expression makes of the event, with its delimiters; `None` where it is not written.
    Jsonata(Option<Placed<String>>),
}

/// `InvokeConfiguration`.
#[derive(Clone, Debug, Default)]
pub struct Invoke {
    /// `TargetArn`.
    pub arn: Option<Placed<String>>,
    /// `RoleArn`.
    pub role: Option<Placed<String>>,
    /// The blocks of parameters, of which AWS takes one.
    pub blocks: Vec<(Block, Placed<Node>)>,
}

impl Invoke {
    /// The parameters of this block.
    #[must_use]
    pub fn block(&self, block: Block) -> Option<&Node> {
        self.blocks.iter().find(|(own, _)| *own == block).map(|(_, node)| &node.value)
    }
}

/// A block of parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount)]
pub enum Block {
    /// `SqsParameters`
    Sqs,
    /// `SnsParameters`
    Sns,
    /// `LambdaParameters`
    Lambda,
    /// `KinesisParameters`
    Kinesis,
    /// `StepFunctionsParameters`
    StepFunctions,
    /// `HttpParameters`
    Http,
    /// `EventBusV2Parameters`
    EventBus,
    /// `MskParameters`
    Msk,
    /// `UniversalTargetParameters`
    Universal,
}

impl Block {
    /// Every block.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Sqs,
        Self::Sns,
        Self::Lambda,
        Self::Kinesis,
        Self::StepFunctions,
        Self::Http,
        Self::EventBus,
        Self::Msk,
        Self::Universal,
    ];

    /// Its name in `InvokeConfiguration`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqs => "SqsParameters",
            Self::Sns => "SnsParameters",
            Self::Lambda => "LambdaParameters",
            Self::Kinesis => "KinesisParameters",
            Self::StepFunctions => "StepFunctionsParameters",
            Self::Http => "HttpParameters",
            Self::EventBus => "EventBusV2Parameters",
            Self::Msk => "MskParameters",
            Self::Universal => "UniversalTargetParameters",
        }
    }
}

/// `BatchConfiguration`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// `MaxBatchSize`.
    pub size: Option<Placed<u32>>,
    /// `MaxBatchWindowInSeconds`.
    pub window: Option<Placed<u32>>,
}

/// `RetryPolicy`. Whichever limit is reached first ends the retries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retry {
    /// `MaxRetryAttempts`.
    pub attempts: u32,
    /// `MaxEventAgeInSeconds`.
    pub age: u32,
}

impl Default for Retry {
    /// AWS's defaults; those of rules are 185 attempts and 24 hours.
    fn default() -> Self {
        Self { attempts: 5, age: 300 }
    }
}

/// `LogConfiguration`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    /// Whether `Level` is `INFO`, or `ERROR`.
    pub level: Option<String>,
    /// Whether `IncludePayload` is `FULL`.
    pub payload: bool,
}

impl Subscriber {
    /// The retries, with AWS's defaults.
    #[must_use]
    pub fn retries(&self) -> Retry {
        self.retry.as_ref().map(|retry| retry.value.clone()).unwrap_or_default()
    }

    /// The order of its events.
    #[must_use]
    pub fn order(&self) -> Ordering {
        self.ordering.as_ref().map(|own| own.value).unwrap_or_default()
    }
}
