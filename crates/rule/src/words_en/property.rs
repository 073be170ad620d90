//! What can be wrong with the rule's properties, and with those that every target may have, in English.

use super::kind::a_kind;
use crate::format::grouped;
use crate::message::{DeployTimeValue, PropertyMessage, QuotesReader, RetrySetting};
use crate::model::{MAX_ARN, MAX_DESCRIPTION, MAX_NAME};

pub(super) fn property(message: &PropertyMessage) -> String {
    use PropertyMessage as M;
    let fixed = match message {
        M::RuleNameTooLong(length) => {
            return format!("the rule's name has {length} characters; AWS takes {MAX_NAME}");
        }
        M::RuleNameCharacter(c) => {
            return format!(
                "`{c}` is not allowed in a rule name: AWS takes letters, digits, `.`, `-` and `_`"
            );
        }
        M::BusTooLong(length) => {
            return format!("the event bus has {length} characters; AWS takes {MAX_ARN}");
        }
        M::BusCharacter(c) => return format!("`{c}` is not allowed in the name of an event bus"),
        M::DescriptionTooLong(length) => {
            return format!("the description has {length} characters; AWS takes {MAX_DESCRIPTION}");
        }
        M::KnownAtDeployTime { named, value } => {
            let value = deploy_time_value(*value);
            return format!("`{named}` is resolved at deploy time, so {value} cannot be checked");
        }
        M::IdTooLong(length) => {
            return format!("the target's id has {length} characters; AWS takes {MAX_NAME}");
        }
        M::IdCharacter(c) => {
            return format!(
                "`{c}` is not allowed in a target's id: AWS takes letters, digits, `.`, `-` and `_`"
            );
        }
        M::IdDuplicate(id) => return format!("another target of the rule has the id `{id}`"),
        M::ArnTooLong(length) => {
            return format!("the target's ARN has {length} characters; AWS takes {MAX_ARN}");
        }
        M::ArnUnknown(service) => {
            return format!("EventBridge is not known to deliver to this `{service}` resource");
        }
        M::RoleOtherAccount(kind) => {
            let kind = a_kind(*kind);
            return format!("{kind} of another account is delivered to with a role of the rule's account");
        }
        M::RoleNotUsed(kind) => {
            let kind = a_kind(*kind);
            return format!("{kind} is reached by its own resource policy; with a role delivery may fail");
        }
        M::InputNotPassed(kind) => return format!("{} receives nothing of the matched event", a_kind(*kind)),
        M::InputLogsOption(option) => {
            return format!(
                "`{option}` is not supported for a log group: it takes the matched event or an input transformer"
            );
        }
        M::InputMember { key, meant } => {
            return format!("`{key}` is not passed on: the member is spelt `{meant}`");
        }
        M::TooManyTargets { length, most } => return format!("{length} targets; a rule takes {most}"),
        M::TooManyInCall { length, most } => {
            return format!("{length} targets; one call of PutTargets takes {most}");
        }
        M::DeadLetterKind(service) => {
            return format!("a dead-letter queue is an SQS queue, and this ARN is of `{service}`");
        }
        M::DeadLetterRegion(region) => {
            return format!("the dead-letter queue must be in the rule's Region, `{region}`");
        }
        M::RetryNumber(setting) => {
            let number = match setting {
                RetrySetting::Attempts => "a whole number",
                RetrySetting::Age => "a whole number of seconds",
            };
            return format!("`{}` is {number}", setting.property());
        }
        M::RetryRange { setting, least, most } => {
            return format!("`{}` takes {} to {}", setting.property(), grouped(least), grouped(most));
        }
        M::EndpointCharacter(c) => {
            return format!("`{c}` is not allowed in the address of an API destination");
        }
        M::EndpointTooLong { length, most } => {
            return format!("the address has {} characters; AWS takes {}", grouped(length), grouped(most));
        }
        M::EndpointNotUsed(kind) => return format!("{} has no endpoint of this kind", a_kind(*kind)),
        M::PathValuesMissing(1) => "no value is given for this `*`",
        M::PathValuesMissing(stars) => return format!("no values are given for these {stars} `*`"),
        M::QuotesDelivered(QuotesReader::Message) => {
            "the quotes arrive with the text: whoever reads the message sees them"
        }
        M::QuotesDelivered(QuotesReader::Endpoint) => {
            "the quotes arrive with the text: the endpoint sees them"
        }
        M::RuleNameMissing => "the rule has no name",
        M::BusShape => "this is not the ARN of an event bus",
        M::RoleShape => "this is not the ARN of an IAM role",
        M::IdMissing => "the target has no id",
        M::ArnMissing => "the target has no ARN",
        M::ArnIsQueueUrl => "a target takes the queue's ARN, not its URL",
        M::ArnShape => "this is not an ARN",
        M::ArnPlace => "the ARN lacks a Region or a 12-digit account",
        M::RoleMissing => "this kind of target needs a role",
        M::RoleAdvised => "a bus of another account or Region needs a role in newer rules",
        M::RoleRefused => "PutTargets refuses a role for a log group",
        M::InputCrossAccount => {
            "the event bus of another account takes no input option: it receives the event itself"
        }
        M::InputLogsText => "a log group takes a JSON template only",
        M::DeadLetterIsQueueUrl => "this takes the queue's ARN, not its URL",
        M::DeadLetterShape => "this is not the ARN of a queue",
        M::DeadLetterFifo => "a FIFO queue cannot be a dead-letter queue of EventBridge",
        M::DeadLetterPlace => "the queue's ARN lacks a Region or a 12-digit account",
        M::EndpointMethod => {
            "an endpoint starts with `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD` or `OPTIONS`"
        }
        M::EndpointUrl => "an API destination calls an `https://` address",
    };
    fixed.to_owned()
}

fn deploy_time_value(value: DeployTimeValue) -> &'static str {
    match value {
        DeployTimeValue::RuleName => "the rule's name",
        DeployTimeValue::EventBus => "the event bus",
        DeployTimeValue::RuleRole => "the role of the rule",
        DeployTimeValue::TargetId => "the target's id",
        DeployTimeValue::TargetKind => "the target kind",
        DeployTimeValue::TargetRole => "the role",
        DeployTimeValue::DeadLetterQueue => "the dead-letter queue",
    }
}
