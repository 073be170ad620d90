//! Why a service does not take a request, in English.

use super::payload;
use crate::message::{DeliveryRefusal, Limited, ObjectTaker};
use rulepad_document::words::en;

/// The sentence of a refusal.
pub(super) fn refusal(refusal: &DeliveryRefusal) -> String {
    en::sentence(&reason(refusal))
}

fn reason(refusal: &DeliveryRefusal) -> String {
    use DeliveryRefusal as R;
    let fixed = match refusal {
        R::Payload(problem) => return payload::problem(problem),
        R::TooLarge { size, what, most } => {
            return format!("the payload has {size} bytes; {} takes {most}", limited(*what));
        }
        R::NotObject { taker, seen } => {
            let (taker, seen) = (object_taker(*taker), seen.map_or("not JSON", en::a));
            return format!("{taker} takes a JSON object; the payload is {seen}");
        }
        R::ExecutionTooLarge { size, most } => {
            return format!("the input of an execution has at most {most} bytes; the payload has {size}");
        }
        R::SnsTooLarge { size, most } => {
            return format!("a message has at most {most} bytes; the payload has {size}");
        }
        R::FirehoseTooLarge { size, most } => {
            return format!("a record has at most {most} bytes; the payload has {size}");
        }
        R::GroupLength { length, most } => {
            return format!("`MessageGroupId` has {length} characters in this event; SQS takes 1 to {most}");
        }
        R::GroupCharacter(c) => {
            return format!(
                "`MessageGroupId` holds `{c}` in this event; SQS takes letters, digits and punctuation"
            );
        }
        R::PartitionKeyLength { length, most } => {
            return format!(
                "the partition key has {length} characters in this event; Kinesis takes 1 to {most}"
            );
        }
        R::BatchLacks(member) => return format!("a job needs a `{member}`, and `BatchParameters` has none"),
        R::HeaderControlCharacter(name) => {
            return format!("the header `{name}` holds a line break or control character");
        }
        R::AppSyncVariable(name) => {
            return format!("the operation needs the variable `{name}`, and the payload does not give it");
        }
        R::OpsItemSeverity(value) => {
            return format!("the severity of an OpsItem is 1 to 4; this is `{value}`");
        }
        R::OpsItemPriority(value) => {
            return format!("the priority of an OpsItem is 1 to 5; this is `{value}`");
        }
        R::Ec2Id { prefix, id } => {
            return format!("the input is an id that starts with `{prefix}`; this is `{id}`");
        }
        R::ExecutionNotJson => "the input of an execution is one JSON value; the payload is not JSON",
        R::SnsFifo => "EventBridge does not deliver to FIFO topics",
        R::GroupMissing => "a FIFO queue takes a message only with a `MessageGroupId`",
        R::PartitionKeyNotPath => "`PartitionKeyPath` is a path, such as `$.detail.id`, not the key itself",
        R::LogsRole => "PutTargets takes no role for a log group: `RoleArn` is not supported",
        R::LogsOption => "a log group takes the matched event or an input transformer alone",
        R::EcsWithoutTaskDefinition => "a task runs from a task definition, and `EcsParameters` names none",
        R::EcsContainerName => "each of `containerOverrides` names its container as `name`",
        R::RedshiftWithoutDatabase => "a statement needs a `Database`, and `RedshiftDataParameters` has none",
        R::RedshiftWithoutStatement => {
            "there is no statement: `RedshiftDataParameters` has neither `Sql` nor `Sqls`"
        }
        R::RedshiftBothStatements => "`RedshiftDataParameters` has both `Sql` and `Sqls`",
        R::RedshiftEmptyStatement => "the statement is empty for this event",
        R::AppSyncWithoutOperation => "there is no operation: `AppSyncParameters` has no `GraphQLOperation`",
        R::CommandWithoutTargets => {
            "a command needs instances to run on, and `RunCommandParameters` names none"
        }
        R::CommandParametersNotJson => "the parameters of a document are an object; the payload is not JSON",
        R::OpsItemTitle => "the title of an OpsItem has 1 to 1,024 characters",
    };
    fixed.to_owned()
}

pub(super) fn limited(what: Limited) -> &'static str {
    match what {
        Limited::AsynchronousInvocation => "an asynchronous invocation",
        Limited::Queue => "a queue",
        Limited::Record => "a record",
        Limited::LogEvent => "a log event",
        Limited::EventBus => "an event bus",
    }
}

fn object_taker(taker: ObjectTaker) -> &'static str {
    match taker {
        ObjectTaker::LogGroup => "a log group",
        ObjectTaker::Ecs => "ECS as `overrides`",
        ObjectTaker::AppSync => "a GraphQL operation as its variables",
        ObjectTaker::Automation => "an automation as its parameters",
        ObjectTaker::OpsItem => "an OpsItem",
        ObjectTaker::CodeBuild => "CodeBuild",
        ObjectTaker::CodePipeline => "CodePipeline",
    }
}
