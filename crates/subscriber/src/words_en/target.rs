//! What is wrong with a target, in English.

use crate::aws::StartFault;
use crate::target::TargetKind;
use crate::target_text::TargetText as T;
use rulepad_document::words::en::any_of;

/// A kind of target with its article.
pub(crate) fn kind(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::Sqs => "an SQS queue",
        TargetKind::Sns => "an SNS topic",
        TargetKind::Lambda => "a Lambda function",
        TargetKind::Kinesis => "a Kinesis data stream",
        TargetKind::StepFunctions => "a Step Functions state machine",
        TargetKind::Firehose => "a Firehose stream",
        TargetKind::ApiGateway => "an API of API Gateway",
        TargetKind::ApiDestination => "an API destination",
        TargetKind::EventBus => "a custom event bus",
        TargetKind::ClassicBus => "a classic event bus",
        TargetKind::Msk => "an MSK cluster",
        TargetKind::Universal => "an action of an AWS service",
    }
}

/// The words of a text about a target.
pub(crate) fn target(text: &T) -> String {
    let fixed = match text {
        T::NotATarget => "the ARN is not that of a target that subscribers support",
        T::ResourceForm(own) => return format!("the ARN does not have the form of {}", kind(*own)),
        T::Partition(wanted) => return format!("the target must be in partition `{wanted}`, as the bus is"),
        T::Region(wanted) => return format!("the target must be in Region `{wanted}`, as the bus is"),
        T::Account { found, wanted } => {
            return format!("the target is in account {found}, and must be in {wanted}, as the bus is");
        }
        T::BusOfOtherAccount(account) => {
            return format!(
                "the target bus is in account {account}; AWS's documents disagree whether that is allowed, so this is \
                 not verified"
            );
        }
        T::OwnBus => "the target is the bus that the subscriber reads, which would be a loop",
        T::RoleAccount { found, wanted } => {
            return format!("the role is in account {found}, and must be in {wanted}, as the bus is");
        }
        T::Block { block, expected: Some(_) } => {
            return format!("`{}` belongs to another kind of target", block.name());
        }
        T::Block { block, expected: None } => {
            return format!("the target takes no parameters, and so no `{}`", block.name());
        }
        T::ActionSpelling(name) => return format!("`{name}` is not how the action is spelled"),
        T::ActionReads(name) => {
            return format!("`{name}` only reads, which a universal target does not support");
        }
        T::ActionPublishes(name) => {
            return format!("`{name}` publishes events, which a universal target does not support");
        }
        T::NoUniversalBlock => "a universal target needs `UniversalTargetParameters` with the request",
        T::UniversalInput => "`Input` is neither a JSON object nor an expression",
        T::UniversalBatch => "a universal target needs `BatchConfiguration` with both of its members",
        T::TimeoutOfDestination => "an API destination takes no `InvocationTimeoutSeconds`",
        T::TimeoutRange(text) => return format!("the timeout `{text}` is not from 1 to 30 seconds"),
        T::BinaryValue(name) => {
            return format!("the binary value of `{name}` holds an expression, which is not evaluated there");
        }
        T::Header(name) => {
            return format!(
                "an API of API Gateway takes no header `{name}` from a subscriber: AWS sets it, or it is an expression"
            );
        }
        T::NoExpression => "the transformer `JSONATA` has no expression",
        T::RawOnly => "a classic event bus gets the event unchanged: only the transformer `RAW` is allowed",
        T::TransformerUnused => "a universal target does not use the transformer",
        T::BatchSize { size, most } => {
            return format!("the batch size is {size}; this target takes at most {most}");
        }
        T::BatchDisputed(size) => {
            return format!(
                "the batch size is {size}; AWS's guide allows up to 500 for this target and its schema only 1, so \
                 this is not verified"
            );
        }
        T::Start(fault) => start(*fault),
        T::FifoGroup(service) => {
            return format!(
                "AWS takes this, but {service} refuses every message: FIFO needs `MessageGroupId`"
            );
        }
        T::DelayOnFifo => {
            "AWS takes this, but SQS refuses every message: a FIFO queue takes no `DelaySeconds`"
        }
        T::Delay(text) => {
            return format!(
                "AWS takes this, but SQS refuses every message: `{text}` is not a delay from 0 to 900 seconds"
            );
        }
        T::AttributeCount { count, most } => {
            return format!(
                "AWS takes this, but SQS refuses every message: it has {count} attributes, and may have {most}"
            );
        }
        T::AttributeType { name, service } => {
            return format!(
                "AWS takes this, but {service} refuses every message: attribute `{name}` has no type that it knows"
            );
        }
        T::SystemAttribute(name) => {
            return format!(
                "AWS takes this, but SQS refuses every message: it has no system attribute `{name}`"
            );
        }
        T::MessageStructure(text) => {
            return format!(
                "AWS takes this, but SNS refuses every message: `{text}` is not a message structure"
            );
        }
        T::Subject { length, most } => {
            return format!(
                "AWS takes this, but SNS refuses every message: the subject has {length} characters, and must have 1 \
                 to {most} on one line"
            );
        }
        T::NoPartitionKey => "AWS takes this, but Kinesis refuses every record: it has no `PartitionKey`",
        T::PartitionKey { length, most } => {
            return format!(
                "AWS takes this, but Kinesis refuses every record: the partition key has {length} characters, and must \
                 have 1 to {most}"
            );
        }
        T::HashKey(text) => {
            return format!(
                "AWS takes this, but Kinesis refuses every record: `{text}` is not a decimal number of 128 bits"
            );
        }
        T::TopicName(text) => {
            return format!(
                "AWS takes this, but Kafka refuses every record: `{text}` is not the name of a topic"
            );
        }
        T::Constant(name) => {
            return format!(
                "`{name}` is the same for every event: the first delivery arrives, and later ones count as repeated"
            );
        }
        T::UseTarget => {
            "use an SQS queue, SNS topic, Lambda function, Kinesis stream, state machine, Firehose stream, API, API \
             destination, event bus, MSK cluster or a universal target"
        }
        T::WriteResource(own) => return format!("write the resource as `{}`", own.form()),
        T::UseTargetOfBus => "use a target in the partition of the bus",
        T::UseBusOfRegion => "use a target in the Region of the bus",
        T::UseBusOfAccount => "send to a custom event bus of the account, and from there to the target",
        T::TryIt => "use a bus of the account, or see whether AWS takes the subscriber",
        T::UseOtherBus => "use another bus",
        T::UseRoleOfAccount => "use a role of the account of the bus",
        T::UseBlock(block) => return format!("write `{}`", block.name()),
        T::RemoveBlock(block) => return format!("remove `{}`", block.name()),
        T::WriteAction(name) => return format!("write `{name}`"),
        T::UseWritingAction => "use an action that changes something",
        T::UseBusAsTarget => "use the event bus itself as the target",
        T::AddUniversalBlock => "add `UniversalTargetParameters` with `Input`",
        T::WriteUniversalInput => "write the request as a JSON object in a string, or as one expression",
        T::WriteUniversalBatch => "write `MaxBatchSize` 1 and `MaxBatchWindowInSeconds` 0",
        T::RemoveTimeout => "remove it",
        T::WriteTimeout => "write a whole number from 1 to 30",
        T::UseStringValue => "use `StringValue`, where expressions are evaluated",
        T::RemoveHeader => "remove the header",
        T::AddExpression => "add `JsonataConfiguration` with `Expression`",
        T::RemoveTransformer => "remove the transformer",
        T::ShapeInput => "shape the request in `UniversalTargetParameters.Input`",
        T::WriteBatchSize(size) => return format!("write {size}"),
        T::FixStart(fault) => fix_start(*fault),
        T::AddGroup => "add `MessageGroupId`, usually `{% $events.SystemMetadata.EventGroupId %}`",
        T::RemoveDelay => "remove it, and set the delay of the queue",
        T::WriteDelay => "write a number from 0 to 900",
        T::KeepFewer(most) => return format!("keep at most {most}"),
        T::Types(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            return format!("write `DataType` as {}", any_of(&names));
        }
        T::UseTraceHeader => "use `AWSTraceHeader`, the only system attribute of SQS",
        T::WriteMessageStructure => "write `json`, or remove it",
        T::WriteSubject(most) => return format!("write 1 to {most} characters without line breaks"),
        T::AddPartitionKey => "write `PartitionKey`, usually `{% $events.SystemMetadata.EventGroupId %}`",
        T::WriteHashKey => "write a decimal number below 2¹²⁸",
        T::WriteTopicName(most) => {
            return format!("write 1 to {most} letters, digits, `.`, `_` and `-`, and neither `.` nor `..`");
        }
        T::UseExpression("MessageDeduplicationId" | "DeduplicationId") => {
            "write `{% $events.SystemMetadata.DeduplicationId %}`"
        }
        T::UseExpression(_) => "use an expression that differs from event to event",
    };
    fixed.to_owned()
}

fn start(fault: StartFault) -> &'static str {
    match fault {
        StartFault::PointRequired => "`POINT_IN_TIME` needs `PointInTimeConfiguration`",
        StartFault::PointOfLatest => {
            "a subscriber that starts at `LATEST` takes no `PointInTimeConfiguration`"
        }
        StartFault::TimeRequired => "the point type `TIMESTAMP` needs a `StartingPoint` after 1970",
    }
}

fn fix_start(fault: StartFault) -> &'static str {
    match fault {
        StartFault::PointRequired => "add `PointInTimeConfiguration` with `PointType`",
        StartFault::PointOfLatest => "set `StartingPosition` to `POINT_IN_TIME`, or remove it",
        StartFault::TimeRequired => "write the seconds since 1970",
    }
}
