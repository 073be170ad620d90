//! The English words of this crate.

use crate::change::{Change as C, InputLoss as L};
use crate::loss::Loss;
use rulepad_document::{Lang, Words};

/// What behaves differently.
pub(crate) fn change(change: &C) -> String {
    let fixed = match change {
        C::NumberSpelling => "numbers of the event may be spelled differently: `1.50` becomes `1.5`",
        C::ConstantNumber(text) => return format!("the number `{text}` is spelled differently by JSONata"),
        C::LoneSurrogate(escape) => {
            return format!("`{escape}` is half of a surrogate pair, which JSONata replaces by U+FFFD");
        }
        C::RepeatedKey(key) => return format!("the key `{key}` appears twice; the last value is kept"),
        C::NothingSelected(path) => {
            return format!(
                "the delivery fails where `{path}` selects nothing; what a rule delivers then is not documented"
            );
        }
        C::NullFails(path) => return format!("the delivery fails where `{path}` is `null`"),
        C::OtherShape(path) => {
            return format!(
                "where `{path}` meets an array at a name, or another value at an index, a rule selects nothing; \
                 JSONata collects from the elements, or takes the value as a list of one"
            );
        }
        C::EscapedInQuotes => {
            "a value with quotes or backslashes breaks the JSON of a rule's template between quotes; here it is escaped \
             and delivered"
        }
        C::VariableKey(name) => {
            return format!(
                "`<{name}>` is part of a key; what a rule does is not documented, and here two equal keys fail the delivery"
            );
        }
        C::RuleVariable(name) => {
            return format!("`<{name}>` is now a constant, because a subscriber has no such variable");
        }
        C::IngestionTime => {
            "the ingestion time is that of the custom event bus, whose format may differ from that of a rule"
        }
        C::EventVariable => {
            "`<aws.events.event>` is written member by member; new members of AWS are not in it"
        }
        C::StringResult => {
            "the result is a string and the target takes JSON; whether it arrives with quotes is not documented"
        }
        C::AnyType(field) => {
            return format!(
                "`exists` accepts numbers, `true`, `false` and `null` in `{field}` as well; `wildcard` accepts strings alone"
            );
        }
        C::Stopped => {
            "a stopped subscriber keeps a backlog: resume it with `LATEST` to skip it, as a rule does"
        }
        C::Publishers => {
            "programs that publish to the bus of the rule have to publish to the custom event bus"
        }
        C::WholeSource(name) => {
            return format!(
                "the event source brings all events of `{name}` to the bus, because its pattern cannot say which of them the \
                 rule matches; the filters of the subscribers choose"
            );
        }
        C::Partner(name) => {
            return format!("the custom event bus needs an event source for the partner's `{name}`");
        }
        C::PartitionKey => {
            "the partition key of each record is the id that the custom event bus gives the event"
        }
        C::NewRole => {
            "a subscriber always needs a role: create it with the policies shown, or name another one"
        }
        C::RolePolicies => "the role needs the policies of a subscriber, which differ from those of a rule",
        C::UniversalTarget(action) => {
            return format!(
                "the target is reached by the universal target `{action}`; AWS confirms its request when the subscriber is \
                 created"
            );
        }
        C::NoEvent(action) => {
            return format!("the call `{action}` does not have the event, which a rule passes on");
        }
        C::PassRole => {
            "the role also needs `iam:PassRole` for the roles of the task, which the target does not name"
        }
        C::WorkflowRun => {
            "each event starts a run of the workflow; a rule notifies its trigger, which may collect events first"
        }
        C::LogStream(name) => {
            return format!("create the log stream `{name}` in the log group; a rule creates its own");
        }
        C::QueueRecord => {
            "the queue gets a record of the failure without the event; the role needs `sqs:SendMessage`"
        }
    };
    fixed.to_owned()
}

/// What of a rule cannot be written.
pub(crate) fn loss(loss: &Loss) -> String {
    let fixed = match loss {
        Loss::Wildcard { field, matcher, written } => {
            return format!(
                "filters have no `wildcard`: `{written}` in `{field}` accepts more than `{matcher}`, so more events are \
                 delivered"
            );
        }
        Loss::BadPattern => "AWS refuses the event pattern",
        Loss::LongPattern(bytes) => {
            return format!("the filter would have {bytes} bytes; AWS takes at most 4,096");
        }
        Loss::ScheduleAlone(text) => {
            return format!(
                "the rule has no event pattern; its schedule `{text}` becomes one of EventBridge Scheduler"
            );
        }
        Loss::Schedule(text) => {
            return format!(
                "a subscriber has no schedule: `{text}` becomes a schedule of EventBridge Scheduler"
            );
        }
        Loss::AnyService => {
            "events of AWS services reach a custom event bus through an event source for each service, and the pattern does \
             not name the services"
        }
        Loss::ManagementEvents => {
            "a subscriber cannot ask for read-only management events of CloudTrail as the state of the rule does"
        }
        Loss::NotATarget(arn) => return format!("`{arn}` is not the ARN of a target"),
        Loss::Universal(kind, action) => {
            let kind = kind.with_article(Lang::En);
            return format!(
                "{kind} is reached by the universal target `{action}`, whose request has to be written by hand"
            );
        }
        Loss::NoTarget(kind) => {
            let kind = kind.with_article(Lang::En);
            return format!("a subscriber cannot have {kind} as its target; use an API destination");
        }
        Loss::BusInput => {
            "a subscriber delivers events to an event bus unchanged, without the input of the target"
        }
        Loss::OwnBus => "the subscriber cannot deliver to the bus that it reads",
        Loss::Input(own) => return input_loss(own),
        Loss::Setting(name, text) => return format!("AWS refuses `{text}` as `{name}`"),
        Loss::ParameterPath(path) => {
            return format!("the path `{path}` in a parameter of the target cannot be written in JSONata");
        }
    };
    fixed.to_owned()
}

/// What of an input option cannot be written.
pub(crate) fn input_loss(loss: &L) -> String {
    let fixed = match loss {
        L::Refused(message) => return format!("AWS refuses the input: {}", message.words(Lang::En)),
        L::TextWithoutQuotes => "the template is text without quotes, which EventBridge does not deliver",
        L::UnclosedString => "the template has a string that is never closed",
        L::TemplateNotJson => "the template is not JSON, so EventBridge does not deliver it",
        L::ConstantNotJson => "the constant is not a single JSON value",
        L::TooLong(length) => {
            return format!(
                "the expression would have {length} characters; AWS takes at most 8,192, so make the payload smaller"
            );
        }
        L::NestedArrays(path) => {
            return format!(
                "`{path}` selects elements of arrays inside arrays, which has no equal in JSONata"
            );
        }
        L::NoPath(path) => return format!("`{path}` is not an input path, so it selects nothing"),
        L::Number(text) => return format!("the number `{text}` is too large for JSONata"),
        L::NotAnExpression => "the expression would be one that JSONata does not take",
    };
    fixed.to_owned()
}
