//! What is left to do with a file, in English: whole sentences.

use super::{all_of, pattern_as_text, source, target, value};
use crate::message::{FillIn, FilterOwner, Framework, Note, RecordSource, ValueOf};
use rulepad_document::visible::code_point;
use rulepad_document::words::en;
use rulepad_rule::TargetKind;

pub(crate) fn note(note: &Note) -> String {
    let fixed = match note {
        Note::Target { id, note } => return target::note(id, note),
        Note::FillIn { how, value } => return fill_in(how, value),
        Note::InvalidPattern => {
            "The event pattern is not valid JSON; what could not be read is written as `null`."
        }
        Note::PatternAsText(why) => pattern_as_text(*why),
        Note::OrInCdk => {
            "The rule is an L1 construct, `CfnRule`: the typed `EventPattern` of CDK's `Rule` has no `$or` at the top."
        }
        Note::NeedsCode { framework, kind, name } => return needs_code(*framework, *kind, name),
        Note::StateUnknownToCfnLint => "cfn-lint does not know the `State` of SAM's events, which SAM takes.",
        Note::RawCharacters(characters) => {
            let names: Vec<String> = characters.iter().copied().map(code_point).collect();
            return format!(
                "The file contains invisible characters ({}) unescaped, because cfn-lint cannot read their escapes in \
                 JSON.",
                en::all_of(&names)
            );
        }
        Note::KeyOfEvent(key) => {
            return format!(
                "The filter finds the event in the `{key}` of each record: that is `body` for SQS, `data` for Kinesis and \
                 Amazon MQ, `value` for Kafka."
            );
        }
        Note::RoleMayRead { owner, source } => return role_may_read(*owner, *source),
        Note::PipeMayDeliver => {
            "The pipe's role must be allowed to deliver to the target; add what it needs."
        }
        Note::SourceSettings => "Kafka, Amazon MQ and DocumentDB need additional properties on the mapping.",
        Note::TopicMayDeliver => "A queue or function needs a policy that lets the topic reach it.",
        Note::BodyIsEvent => "The filter tests the body of the messages, which must be the event as JSON.",
        Note::PolicyIsString => {
            "Calls of SNS take the filter policy as a string: `FilterPolicy` in the attributes of `Subscribe`, or in \
             `SetSubscriptionAttributes`."
        }
        Note::NoEvent => "There is no event yet: AWS answers `Parameter Event is not valid.`",
        Note::EventNotAnObject => {
            "The event is not a JSON object: AWS answers `Parameter Event is not valid.`"
        }
        Note::EventLacks(names) => {
            return format!("The event lacks {}: AWS answers `Parameter Event is not valid.`", all_of(names));
        }
        Note::EventNotStrings(names) => {
            return format!(
                "{} of the event should be strings; what AWS answers to others has not been seen.",
                all_of(names)
            );
        }
        Note::EventWithoutResources => {
            "The event has no `resources`, which the user guide asks for; the call was seen to do without."
        }
    };
    fixed.to_owned()
}

fn fill_in(how: &FillIn, of: &ValueOf) -> String {
    let value = value(of);
    match how {
        FillIn::Variable(name) => format!("Set the variable `{name}`: {value}."),
        FillIn::Parameter(name) => format!("Set the parameter `{name}`: {value}."),
        FillIn::Environment(name) => {
            format!("Set the environment variable `{name}` when you run the script: {value}.")
        }
        FillIn::EnvironmentOrFile(name) => {
            format!("Set the environment variable `{name}`, or write its value into the file: {value}.")
        }
        FillIn::Configuration(name) => format!("Set the configuration value `{name}`: {value}."),
        FillIn::ServerlessParameter(name) => format!("Pass `--param=\"{name}=…\"`: {value}."),
    }
}

fn needs_code(framework: Framework, kind: TargetKind, name: &str) -> String {
    match (framework, kind) {
        (Framework::Serverless, _) => format!(
            "The function `{name}` needs its code: `handler` in a file `handler.py` beside this one, or move its `events` \
             to the function in your service."
        ),
        (Framework::Sam, TargetKind::StepFunctions) => format!(
            "The state machine `{name}` only succeeds: replace its `Definition`, or move its `Events` to the state \
             machine in your template."
        ),
        (Framework::Sam, _) => format!(
            "The function `{name}` only prints the event: replace `InlineCode` with its code, or move its `Events` to the \
             function in your template."
        ),
    }
}

fn role_may_read(owner: FilterOwner, of: RecordSource) -> String {
    match (owner, of) {
        (FilterOwner::Pipe, _) => {
            "The pipe's role must be allowed to read from the source; add what it needs.".to_owned()
        }
        (_, RecordSource::Unknown) => {
            "The function's execution role must be allowed to read from the source.".to_owned()
        }
        (_, of) => format!(
            "The function's execution role must be allowed {} on the {}.",
            all_of(of.actions()),
            source(of)
        ),
    }
}
