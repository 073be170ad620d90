//! The English words of this crate: whole sentences.

use crate::format::Format;
use crate::message::{Loss, MOST_TAGS, Note};
use rulepad_document::words::en;
use rulepad_document::{Lang, Words};
use rulepad_export::FillIn;

/// The name of a format.
pub(crate) const fn format(format: Format) -> &'static str {
    match format {
        Format::SubscriberJson => "Request (JSON)",
        Format::AwsCli => "AWS CLI script",
        Format::Boto3 => "boto3 script",
        Format::CloudFormationYaml => "CloudFormation (YAML)",
        Format::CloudFormationJson => "CloudFormation (JSON)",
        Format::Sam => "SAM",
        Format::CdkTypescript => "CDK (TypeScript)",
        Format::CdkPython => "CDK (Python)",
        Format::Terraform => "Terraform (awscc)",
    }
}

/// What takes the resources of a format.
const fn taker(format: Format) -> &'static str {
    match format {
        Format::Terraform => "the `awscc` provider of Terraform",
        Format::SubscriberJson | Format::AwsCli | Format::Boto3 => "the API",
        Format::CloudFormationYaml
        | Format::CloudFormationJson
        | Format::Sam
        | Format::CdkTypescript
        | Format::CdkPython => "CloudFormation",
    }
}

/// What a file cannot carry.
pub(crate) fn loss(loss: &Loss) -> String {
    match loss {
        Loss::Unreadable(kind, number) => {
            format!("Request {number} of `{}` is not a JSON object. It is skipped.", kind.operation())
        }
        Loss::Member { name, member, format } => {
            format!("`{member}` of `{name}` is left out: {} does not have it.", taker(*format))
        }
        Loss::Block { name, block, format } => {
            format!(
                "`{}` of `{name}` is left out: {} does not have it yet. Without it AWS refuses the subscriber.",
                block.name(),
                taker(*format)
            )
        }
        Loss::Webhook { name, format } => {
            format!(
                "The event source `{name}` is skipped: {} has no event sources of webhooks yet.",
                taker(*format)
            )
        }
        Loss::Time { name, member, text } => {
            format!(
                "`{member}` of `{name}` is left out: `{text}` is not a whole number of seconds since 1970, which the \
                 resource requires."
            )
        }
        Loss::NoDataType { name, attribute } => {
            format!(
                "The attribute `{attribute}` of `{name}` has no `DataType`, which the resource requires. Add it."
            )
        }
        Loss::Tags { name, count } => {
            format!(
                "`{name}` has {count} tags, and the resource takes at most {MOST_TAGS}. The others are left out."
            )
        }
        Loss::Composed(name) => {
            format!(
                "Terraform writes texts of `{name}` in Unicode's composed form (NFC), so some characters change."
            )
        }
        Loss::Shared(own) => own.words(Lang::En),
    }
}

/// What is left to do with a file.
pub(crate) fn note(note: &Note) -> String {
    match note {
        Note::NoRole(name) => {
            format!("`{name}` has no `RoleArn`, which AWS requires: create the role and add its ARN.")
        }
        Note::NoPermissions(name) => {
            format!(
                "The target of `{name}` is known only at deploy time: add what its role must allow to the permissions."
            )
        }
        Note::AnyAccount(name) => {
            format!(
                "The trust policy of the role of `{name}` names no account, because the ARN of the bus is known only at \
                 deploy time: restrict it to your account with `aws:SourceAccount`."
            )
        }
        Note::QueuePolicy { name, queue } => {
            format!(
                "The queue `{queue}` needs a policy that lets `events.amazonaws.com` send the failed events of the event \
                 source `{name}`."
            )
        }
        Note::NotVerified(name, open) => {
            en::sentence(&format!("Not verified for `{name}`: {}", open.words(Lang::En)))
        }
        Note::FixedForLife => {
            "Where a subscriber exists already, the script updates it. It stops if the target, the type or the starting \
             position differs, because AWS cannot change those."
                .to_owned()
        }
        Note::FillInBus(how) => fill_in_bus(how),
        Note::Shared(own) => own.words(Lang::En),
    }
}

fn fill_in_bus(how: &FillIn) -> String {
    let bus = "the ARN of the custom event bus";
    match how {
        FillIn::Variable(name) => format!("Set the variable `{name}` to {bus}."),
        FillIn::Parameter(name) | FillIn::ServerlessParameter(name) => {
            format!("Set the parameter `{name}` to {bus}.")
        }
        FillIn::Environment(name) => {
            format!("Set the environment variable `{name}` to {bus} when you run the script.")
        }
        FillIn::EnvironmentOrFile(name) => {
            format!("Set the environment variable `{name}` to {bus}, or write it into the file.")
        }
        FillIn::Configuration(name) => format!("Set `{name}` in the configuration of the stack to {bus}."),
    }
}
