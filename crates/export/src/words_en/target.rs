//! What is said of a target in English: whole sentences, each with the target's id in front.

use super::{all_of, framework};
use crate::message::{
    FileKind, MissingRole, NotAnEvent, PipeVariable, Program, Respells, Shared, TargetLoss, TargetNote,
};
use rulepad_document::{Lang, Words};
use std::borrow::Cow;

pub(super) fn loss(id: &str, loss: &TargetLoss) -> String {
    let said: Cow<'static, str> = match loss {
        TargetLoss::RecordUnchanged => {
            return format!(
                "The function receives the records unchanged: an event source mapping has no input option for `{id}`."
            );
        }
        TargetLoss::SnsEnvelope => {
            return format!(
                "`{id}` receives the message in SNS's envelope: a subscription has no input options."
            );
        }
        TargetLoss::PolicyReplaced { file, shared } => format!(
            "the {} sets the whole policy of the {}; statements that others have in it are removed. Add those to keep, or \
             use the AWS CLI or boto3 export, which keep them.",
            self::file(*file),
            self::shared(*shared)
        )
        .into(),
        TargetLoss::NameOfFunction => {
            "CloudFormation takes a name such as `Ref` for one of its functions; choose another name.".into()
        }
        TargetLoss::PrototypeKey(program) => {
            let tool = match program {
                Program::Cdk => "CDK",
                Program::Pulumi => "Pulumi",
            };
            format!("{tool} loses the name `__proto__`; choose another name.").into()
        }
        TargetLoss::NoArgument(member) => format!("the AWS provider has no `{member}`.").into(),
        TargetLoss::Composed => {
            "Terraform combines a letter and its separate accent into one character where Unicode has one.".into()
        }
        TargetLoss::NameOfOwnRule(rule) => format!("its template gives the name of its own rule, `{rule}`.").into(),
        TargetLoss::OwnRole(role) => format!("SAM generates its own role for it; `{role}` is not used.").into(),
        TargetLoss::KindNotOfPipes(kind) => {
            format!("pipes do not deliver to this kind ({}).", kind.name(Lang::En)).into()
        }
        TargetLoss::PipeRetries => {
            "a pipe retries as its source does; the retry policy and the dead-letter queue are left out.".into()
        }
        TargetLoss::ListOfRecords => {
            "a pipe sends a list with one element for each record, a rule sends the payload itself.".into()
        }
        TargetLoss::PlaceholderInConstant(name) => format!(
            "a pipe takes `<{name}>` in the constant for a path, and knows no way to write it otherwise."
        )
        .into(),
        TargetLoss::Variable { rule, pipe, gives } => {
            let what = match gives {
                PipeVariable::PipeArn => "gives the pipe's ARN",
                PipeVariable::PipeName => "gives the pipe's name",
                PipeVariable::EventWithDetail => "gives the event with its `detail`",
                PipeVariable::Unknown => "is no variable that a pipe knows",
            };
            format!("`<{pipe}>`, written for `<{rule}>`, {what}.").into()
        }
    };
    format!("Target `{id}`: {said}")
}

pub(super) fn note(id: &str, note: &TargetNote) -> String {
    let said: Cow<'static, str> = match note {
        TargetNote::OwnerAdds { title, statement } => {
            let title = title.words(Lang::En);
            return format!("Target `{id}`, to be added in the other account. {title}: `{statement}`.");
        }
        TargetNote::NotAnEvent { framework: own, why } => {
            return format!(
                "Target `{id}` is in a plain `AWS::Events::Rule`, not an event of {}: {}.",
                framework(*own),
                not_an_event(*why)
            );
        }
        TargetNote::AddRole(name) => {
            let name = match name {
                MissingRole::Member => "RoleArn",
                MissingRole::Argument => "role_arn",
            };
            format!("add `{name}`, the ARN of a role that EventBridge may assume.").into()
        }
        TargetNote::ResourcePolicy(kind) => format!(
            "the resource policy of the {} must allow `events.amazonaws.com` to {}.",
            kind.name(Lang::En),
            all_of(kind.actions())
        )
        .into(),
        TargetNote::OtherAccount { kind, account, of_rule } => format!(
            "the {} is in account {account}, the rule in {of_rule}. EventBridge delivers to API Gateway, Kinesis, Lambda, \
             SNS, SQS and event buses of other accounts only.",
            kind.name(Lang::En)
        )
        .into(),
        TargetNote::OtherRegion { kind, region, of_rule } => format!(
            "the {} is in {region}, the rule in {of_rule}. EventBridge delivers to another Region only through an event \
             bus there.",
            kind.name(Lang::En)
        )
        .into(),
        TargetNote::DeadLetterInOtherRegion { region, of_rule } => format!(
            "the dead-letter queue is in {region}, the rule in {of_rule}. It must be in the rule's Region."
        )
        .into(),
        TargetNote::AddParameters(name) => format!("add `{name}`, which this target needs.").into(),
        TargetNote::ParametersInvalid(name) => format!("`{name}` is not valid JSON and is left out.").into(),
        TargetNote::Respelled(by) => {
            let by = match by {
                Respells::CloudFormation => "CloudFormation",
                Respells::JavaScript => "JavaScript",
            };
            format!("{by} may respell a number of its property.").into()
        }
        TargetNote::ArnAtDeployTime => {
            "its ARN is known only at deploy time, so nothing here lets EventBridge deliver to it. Add the policy or the \
             role that its service requires."
                .into()
        }
        TargetNote::DeadLetterArnAtDeployTime => {
            "the ARN of its dead-letter queue is known only at deploy time, so no policy is written for the queue. Let \
             EventBridge send messages to it."
                .into()
        }
        TargetNote::RoleOrApiPolicy => "add `RoleArn`, or allow EventBridge in the API's policy.".into(),
        TargetNote::ApiPolicy => "the API's own resource policy must allow EventBridge.".into(),
        TargetNote::LogsForEveryRule => {
            "the resource policy of CloudWatch Logs is for every rule of the account, since its text cannot name this one \
             before it exists."
                .into()
        }
        TargetNote::FifoDeduplication => "turn on content-based deduplication of the FIFO queue.".into(),
        TargetNote::RetryPolicyInvalid => "the retry policy has errors; what AWS refuses is left out.".into(),
        TargetNote::PathsInvalid => "the input paths have errors; check `InputPathsMap`.".into(),
        TargetNote::PipeMakesEvent => {
            "the pipe makes a new event of source, detail-type, time and detail; its `resources` are empty.".into()
        }
        TargetNote::PipeTemplate => {
            "pipes fill in templates by different rules, which Rulepad does not evaluate: test it in a pipe.".into()
        }
    };
    format!("Target `{id}`: {said}")
}

fn file(kind: FileKind) -> &'static str {
    match kind {
        FileKind::File => "file",
        FileKind::Program => "program",
        FileKind::Template => "template",
    }
}

fn shared(shared: Shared) -> &'static str {
    match shared {
        Shared::Topic => "topic",
        Shared::Queue => "queue",
        Shared::DeadLetterQueue => "dead-letter queue",
    }
}

/// Why a target is no event, behind a colon.
fn not_an_event(why: NotAnEvent) -> &'static str {
    match why {
        NotAnEvent::Schedule => "an event has either an event pattern or a schedule",
        NotAnEvent::Tags => "an event has no tags for its rule",
        NotAnEvent::PatternAsText => {
            "it takes an event pattern as an object only, which would be refused or changed"
        }
        NotAnEvent::NoSuchState => "its rules are on or off, and have no other state",
        NotAnEvent::UnusualFields => "it knows only the usual fields at the top of an event pattern",
        NotAnEvent::VariableInDescription => "it would take a part of the description for a variable",
        NotAnEvent::NameAtDeployTime => "its name is known only at deploy time",
        NotAnEvent::VersionOrAlias => "its ARN names a version or an alias",
        NotAnEvent::OtherPlace => "it is of another account or Region than the rule",
        NotAnEvent::ConstantNotAnObject => {
            "it takes a constant as an object only, and would write it in another way"
        }
        NotAnEvent::VariableInPath => "it would take a part of the path for a variable",
        NotAnEvent::VariableInTemplate => "it would take a part of the template for a variable",
        NotAnEvent::VariableInPaths => "it would take a part of a path for a variable",
        NotAnEvent::ArnWithoutPlace => "its ARN names no Region and account",
        NotAnEvent::SimilarName => {
            "it has one name for the rules of functions that only `-` and `_` tell apart"
        }
    }
}
