//! AWS's own sentences about subscribers and what is published: as data, and word for word.

use crate::draft::Block;
use crate::scope::Scope;

/// What AWS answers. Its words are English in every language; others have a gloss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AwsSentence {
    /// Filters without one filter.
    NoFilter,
    /// Two filters of one scope.
    DuplicateScope(Scope),
    /// `wildcard`, alone or in `anything-but`.
    Wildcard,
    /// A content type that no publisher may say.
    ContentType(String),
    /// An ARN of a service that is no target.
    NotATarget,
    /// The ARN of a stream in another form.
    StreamForm,
    /// A target in another partition.
    Partition(String),
    /// A target in another Region.
    Region(String),
    /// A target in another account.
    Account {
        /// The account of the target.
        target: String,
        /// The account of the subscriber.
        subscriber: String,
    },
    /// The bus of the subscriber as its target.
    OwnBus,
    /// Parameters that the target does not take.
    Block {
        /// The block.
        block: Block,
        /// The target.
        arn: String,
        /// What it takes.
        expected: Option<Block>,
    },
    /// Parameters of a universal target at another one.
    UniversalOnly,
    /// A universal target without its parameters.
    UniversalRequired,
    /// An action that the service does not have in this spelling.
    ActionOfService {
        /// The action.
        action: String,
        /// The service.
        service: String,
    },
    /// An action with other characters than letters and digits.
    ActionSpelling,
    /// A timeout at an API destination.
    DestinationTimeout,
    /// A starting position that does not fit.
    Start(StartFault),
    /// A FIFO queue for failures of an event source.
    FifoQueue,
}

/// What does not fit in a starting position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartFault {
    /// `POINT_IN_TIME` without a point.
    PointRequired,
    /// A point where the position is `LATEST`, or not written.
    PointOfLatest,
    /// `TIMESTAMP` without a time after 1970.
    TimeRequired,
}

impl AwsSentence {
    /// AWS's words.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::NoFilter => "FilterConfiguration must contain at least one Filter".to_owned(),
            Self::DuplicateScope(scope) => format!("Duplicate filter scope: {}", scope.name()),
            Self::Wildcard => {
                "Filter pattern must not contain wildcard matchers (wildcard, anything-but wildcard)"
                    .to_owned()
            }
            Self::ContentType(found) => format!(
                "Unsupported contentType: {found}. Supported types: application/json, application/avro, \
                 application/protobuf, application/octet-stream."
            ),
            Self::FifoQueue => {
                "OnFailureConfiguration.Arn must name a standard SQS queue: FIFO queues are not \
                                supported as EventSource dead-letter queues"
                    .to_owned()
            }
            Self::NotATarget => {
                "InvokeConfiguration.TargetArn: TargetArn is not a supported subscriber target".to_owned()
            }
            Self::StreamForm => {
                "InvokeConfiguration.TargetArn: TargetArn resource must be of the form stream/{name}"
                    .to_owned()
            }
            Self::Partition(wanted) => format!("TargetArn must be in partition {wanted}"),
            Self::Region(wanted) => format!("TargetArn must be in region {wanted}"),
            Self::Account { target, subscriber } => {
                format!("Target resource account ({target}) must match the subscriber account ({subscriber})")
            }
            Self::OwnBus => {
                "InvokeConfiguration.TargetArn must not reference the subscriber's own event bus".to_owned()
            }
            Self::Block { block, arn, expected } => {
                let expected = expected.map_or("no target parameters", Block::name);
                format!("{} is not supported for target {arn}. Expected {expected}", block.name())
            }
            Self::UniversalOnly => {
                "UniversalTargetParameters is only supported when TargetArn is a USI target".to_owned()
            }
            Self::UniversalRequired => {
                "UniversalTargetParameters is required when TargetArn is a USI target".to_owned()
            }
            Self::ActionOfService { action, service } => {
                format!("The api {action} is not valid for the service {service}")
            }
            Self::ActionSpelling => "apiAction component must be alphanumeric camelCase".to_owned(),
            Self::DestinationTimeout => {
                "InvocationTimeoutSeconds is only supported for API Gateway HTTP targets".to_owned()
            }
            Self::Start(StartFault::PointRequired) => {
                "PointInTimeConfiguration is required when StartingPosition is POINT_IN_TIME".to_owned()
            }
            Self::Start(StartFault::PointOfLatest) => {
                "PointInTimeConfiguration must not be provided when StartingPosition is LATEST".to_owned()
            }
            Self::Start(StartFault::TimeRequired) => {
                "PointInTimeConfiguration.StartingPoint is required and must \
                                                      be > 0 when PointType is TIMESTAMP"
                    .to_owned()
            }
        }
    }
}
