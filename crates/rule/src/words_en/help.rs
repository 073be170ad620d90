//! What to do, in English.

use super::expected;
use super::kind::a_kind;
use crate::TargetKind;
use crate::format::listed;
use crate::message::Help;
use crate::schema::TextForm;
use rulepad_document::words::en;

pub(super) fn help(help: &Help) -> String {
    let fixed = match help {
        Help::Write(text) => return format!("write `{text}`"),
        Help::Add(name) => return format!("add `{name}`"),
        Help::Remove(name) => return format!("remove `{name}`"),
        Help::NameIt(name) => return format!("name it `{name}`"),
        Help::GiveRoleForAccount { kind, account } => {
            let actions: Vec<String> = kind.actions().iter().map(|action| format!("`{action}`")).collect();
            return format!(
                "give the ARN of a role that may call {}; account {account} allows it in the target's policy",
                en::all_of(&actions)
            );
        }
        Help::PayloadOf(kind) => return payload_of(*kind),
        Help::MakeIt(kind) => return format!("make it {}", expected(*kind)),
        Help::Give(kind) => return format!("give {}", expected(*kind)),
        Help::Members(names) if names.len() == 1 => return format!("its only member is {}", listed(names)),
        Help::Members(names) => return format!("its members are {}", listed(names)),
        Help::MoveInto(object) => return format!("move it into `{object}`"),
        Help::Takes(names) => return format!("it takes {}", listed(names)),
        Help::TakesForm(form) => return format!("it takes {}", text_form(*form)),
        Help::RemoveIt => "remove it",
        Help::GiveName => "name it with letters, digits, `.`, `-` and `_`",
        Help::ShortenName => "shorten the name",
        Help::GiveBus => "give the name of the bus, or its ARN",
        Help::WriteBusArn => {
            "write `arn:aws:events:us-east-1:123456789012:event-bus/name`, or the name alone"
        }
        Help::BusNames => "bus names have letters, digits, `.`, `-`, `_` and, for partners, `/`",
        Help::ShortenDescription => "shorten the description",
        Help::WriteRoleArn => "write `arn:aws:iam::123456789012:role/name`",
        Help::KnownAtDeployTime => {
            "exports keep it or ask for its value; to check it now, write the value here"
        }
        Help::GiveId => "give it an id of letters, digits, `.`, `-` and `_`",
        Help::ShortenId => "shorten the id",
        Help::GiveArn => "give the ARN of what receives the event",
        Help::CheckOneArn => "check that it is one ARN",
        Help::ArnForm => "an ARN reads `arn:aws:service:region:account:resource`, without spaces",
        Help::CopyArn => "copy the ARN from the console of the service",
        Help::CheckArn => {
            "check that the ARN is of the resource itself, such as a function, topic, queue or stream"
        }
        Help::GiveRole => "give the ARN of a role that `events.amazonaws.com` may assume",
        Help::GiveBusRole => "give the ARN of a role that may call `events:PutEvents` on the bus",
        Help::RemoveRole => "remove the role",
        Help::ChooseInput => "choose another input option to pass values of the event",
        Help::ChooseMatchedEvent => "choose the matched event",
        Help::ChooseForLogs => {
            "choose the matched event, or a template `{\"timestamp\": <time>, \"message\": \"<text>\"}`"
        }
        Help::LogsTemplate => "write `{\"timestamp\": <time>, \"message\": <message>}`",
        Help::QuotesInJson => {
            "a JSON template such as `{\"text\": \"…\"}` has none around it, where the reader takes JSON apart"
        }
        Help::QuotesInPart => {
            "part of the matched event sends an object or array without quotes around it, a string with them"
        }
        Help::SecondRule => "move targets to a second rule with the same pattern",
        Help::SplitCall => "split the call",
        Help::WriteQueueArn => "write `arn:aws:sqs:us-east-1:123456789012:name`",
        Help::GiveStandardQueue => "give the ARN of a standard SQS queue",
        Help::UseStandardQueue => "use a standard queue",
        Help::UseQueueOfRegion => "use a queue of that Region; another account's is fine",
        Help::CopyQueueArn => "copy the ARN from the console of SQS",
        Help::WriteDigits => "write digits alone, or leave it blank for AWS's own",
        Help::WriteEndpoint => "write it as `POST https://example.com/orders/*`",
        Help::PercentEncode => "percent-encode it, or leave it out",
        Help::ShortenAddress => "shorten the address",
        Help::ListPathValues => "list a value for each in `PathParameterValues` of `HttpParameters`",
        Help::StartWithNeeded => "start with the members it needs",
        Help::TakeMembersOut => "take the members out",
        Help::RemoveThisOne => "remove this one",
        Help::ShortenIt => "shorten it",
        Help::GiveValue => "give it a value",
        Help::GiveEntry => "give one entry at least",
        Help::RemoveSome => "remove some",
        Help::MakeWholePath => "make the whole value a path such as `$.detail.id`, or write the text out",
        Help::WriteValueItself => "write the value itself",
        Help::WriteNameItself => "write the name itself",
        Help::WriteRunKey => "write `InstanceIds`, or `tag:` and the tag's key",
        Help::KeepOne => "keep one of them",
        Help::AddStatement => "add `Sql` or `Sqls`",
        Help::AddNetwork => "add `NetworkConfiguration` with the subnets",
        Help::NameTaskDefinition => "name a task definition of the cluster's Region",
        Help::WriteTaskDefinition => {
            "write `arn:aws:ecs:us-east-1:123456789012:task-definition/name`, with `:1` for a revision"
        }
        Help::RemoveHeader => "remove the header",
        Help::GivePathValues => "give one value for each `*`, in order",
        Help::GiveMessageGroup => "give the message group a name, or a path such as `$.detail.id`",
    };
    fixed.to_owned()
}

/// The payload that a service takes.
fn payload_of(kind: TargetKind) -> String {
    let fixed = match kind {
        TargetKind::Logs => "write `{\"timestamp\": <time>, \"message\": <message>}`",
        TargetKind::SsmAutomation | TargetKind::SsmRunCommand => {
            "each parameter of a document is a list of strings, such as `{\"InstanceId\": [\"i-1\"]}`"
        }
        TargetKind::Ecs => "the payload has the members of `TaskOverride`, such as `containerOverrides`",
        TargetKind::Batch => {
            "the payload may have `ContainerOverrides`, `DependsOn` and `Parameters`, whose values are strings"
        }
        TargetKind::CodeBuild => "the payload has the members of `StartBuild`",
        TargetKind::CodePipeline => "the payload has the members of `StartPipelineExecution`",
        kind => return format!("{} takes no such payload", a_kind(kind)),
    };
    fixed.to_owned()
}

fn text_form(form: TextForm) -> &'static str {
    match form {
        TextForm::NotBlank => "more than white space",
        TextForm::HeaderName => "letters, digits and signs such as `-` and `_`",
        TextForm::HeaderValue => "printable ASCII",
        TextForm::Query => "a text without control characters",
        TextForm::SecretArn => "the ARN of a Secrets Manager secret",
        TextForm::TagKey => "letters, digits, spaces and `_.:/=+-@`",
        TextForm::ParameterName => "letters, digits and dashes between them",
    }
}
