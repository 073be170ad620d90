//! What is wrong with the target of a subscriber, and what to do, as data.

use crate::aws::StartFault;
use crate::draft::Block;
use crate::target::TargetKind;

/// What is wrong with the target of a subscriber, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetText {
    /// An ARN of a service that is no target.
    NotATarget,
    /// An ARN whose resource has another form.
    ResourceForm(TargetKind),
    /// An ARN of another partition than the bus.
    Partition(String),
    /// An ARN of another Region than the bus.
    Region(String),
    /// An ARN of another account than the bus.
    Account {
        /// The account of the target.
        found: String,
        /// The account of the bus.
        wanted: String,
    },
    /// A custom event bus of another account.
    BusOfOtherAccount(String),
    /// The bus of the subscriber.
    OwnBus,
    /// A role of another account than the bus.
    RoleAccount {
        /// The account of the role.
        found: String,
        /// The account of the bus.
        wanted: String,
    },
    /// Parameters of another kind of target.
    Block {
        /// The block.
        block: Block,
        /// What the target takes.
        expected: Option<Block>,
    },
    /// An action of a service in another spelling.
    ActionSpelling(String),
    /// An action that only reads.
    ActionReads(String),
    /// An action that publishes events.
    ActionPublishes(String),
    /// An action of a service without its request.
    NoUniversalBlock,
    /// A request that is no object.
    UniversalInput,
    /// An action of a service without a whole batch configuration.
    UniversalBatch,
    /// A timeout at an API destination.
    TimeoutOfDestination,
    /// A timeout outside its range.
    TimeoutRange(String),
    /// An expression in a binary value.
    BinaryValue(String),
    /// A header that AWS sets itself.
    Header(String),
    /// `JSONATA` without an expression.
    NoExpression,
    /// A transformer at an event bus of the first generation.
    RawOnly,
    /// A transformer at an action of a service.
    TransformerUnused,
    /// A batch that is too large.
    BatchSize {
        /// Its size.
        size: u32,
        /// The largest.
        most: u32,
    },
    /// A batch of which AWS's texts disagree.
    BatchDisputed(u32),
    /// A starting position that does not fit.
    Start(StartFault),
    /// A FIFO queue or topic without a message group.
    FifoGroup(&'static str),
    /// A delay at a FIFO queue.
    DelayOnFifo,
    /// A delay outside its range.
    Delay(String),
    /// Too many attributes.
    AttributeCount {
        /// How many there are.
        count: usize,
        /// How many SQS takes.
        most: usize,
    },
    /// An attribute whose type is not known.
    AttributeType {
        /// The attribute.
        name: String,
        /// The service.
        service: &'static str,
    },
    /// A system attribute that SQS does not have.
    SystemAttribute(String),
    /// A structure that SNS does not have.
    MessageStructure(String),
    /// A subject that SNS does not take.
    Subject {
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        most: usize,
    },
    /// A stream without a partition key.
    NoPartitionKey,
    /// A partition key that is blank or too long.
    PartitionKey {
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        most: usize,
    },
    /// A hash key that is no number of 128 bits.
    HashKey(String),
    /// A name that no topic of Kafka has.
    TopicName(String),
    /// A constant where a value for each message belongs.
    Constant(&'static str),
    /// Use a target that there is.
    UseTarget,
    /// Write the resource in its form.
    WriteResource(TargetKind),
    /// Use a target of the bus's partition.
    UseTargetOfBus,
    /// Use a bus in the Region of the target.
    UseBusOfRegion,
    /// Use a bus of the account.
    UseBusOfAccount,
    /// See whether AWS takes it.
    TryIt,
    /// Use another bus.
    UseOtherBus,
    /// Use a role of the account.
    UseRoleOfAccount,
    /// Use the block of the target.
    UseBlock(Block),
    /// Remove the block.
    RemoveBlock(Block),
    /// Write the action.
    WriteAction(String),
    /// Use an action that writes.
    UseWritingAction,
    /// Use the bus as the target.
    UseBusAsTarget,
    /// Add the request.
    AddUniversalBlock,
    /// Write the request as an object.
    WriteUniversalInput,
    /// Write both members of the batch.
    WriteUniversalBatch,
    /// Remove the timeout.
    RemoveTimeout,
    /// Write a timeout of the range.
    WriteTimeout,
    /// Use a string value.
    UseStringValue,
    /// Remove the header.
    RemoveHeader,
    /// Add the expression.
    AddExpression,
    /// Remove the transformer.
    RemoveTransformer,
    /// Shape the request instead.
    ShapeInput,
    /// Write this batch size.
    WriteBatchSize(u32),
    /// Make the starting position fit.
    FixStart(StartFault),
    /// Add a message group.
    AddGroup,
    /// Remove the delay.
    RemoveDelay,
    /// Write a delay of the range.
    WriteDelay,
    /// Keep fewer.
    KeepFewer(usize),
    /// The types there are.
    Types(&'static [&'static str]),
    /// Use the one system attribute there is.
    UseTraceHeader,
    /// Write the structure there is.
    WriteMessageStructure,
    /// Write a subject that fits.
    WriteSubject(usize),
    /// Add a partition key.
    AddPartitionKey,
    /// Write a hash key that fits.
    WriteHashKey,
    /// Write a name that fits.
    WriteTopicName(usize),
    /// Use an expression.
    UseExpression(&'static str),
}
