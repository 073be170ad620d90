//! The English words of this crate.

use crate::form::Form;
use crate::message::Message as M;
use rulepad_document::{Lang, Words};

/// The name of a form.
pub(crate) const fn form(form: Form) -> &'static str {
    match form {
        Form::Requests => "requests for subscribers",
        Form::Describe => "the answer of DescribeSubscriber",
        Form::List => "the answer of ListSubscribers",
        Form::CloudFormation => "a CloudFormation template",
        Form::Sam => "a SAM template",
        Form::Terraform => "Terraform",
        Form::Script => "a shell script",
        Form::Sdk => "a program",
    }
}

/// The words of a message.
pub(crate) fn message(message: &M) -> String {
    let fixed = match message {
        M::NoSubscriber => "the text has no subscriber",
        M::TooLong { bytes, most } => {
            return format!("the text has {bytes} bytes; at most {most} are read");
        }
        M::NamesOnly => "the answer has names and targets, not what the subscribers do",
        M::More => "the response is incomplete: it has a `NextToken`",
        M::UpdateOnly(name) => return format!("`{name}` has a meaning for updates only"),
        M::Tags => "tags are neither a map nor a list of `Key` and `Value`",
        M::Property(name) => return format!("`{name}` is not known and is left out"),
        M::Condition(name) => {
            return format!("the condition `{name}` is decided at deploy time; its first branch is shown");
        }
        M::Describe => "paste the answers of `aws eventsv2 describe-subscriber`",
        M::AskForMore => "ask for the rest with `--starting-token`",
        M::Paste => {
            "paste a template, Terraform with `awscc`, a script, a program, or requests and answers of the API"
        }
        M::Remove => "remove it",
        M::WriteMap => "write a map, or a list of `Key` and `Value`",
        M::CheckBranch => "check the other branch as well",
        M::Subscriber(own) => return own.words(Lang::En),
        M::Template(own) => return own.words(Lang::En),
        M::Text(own) => return own.words(Lang::En),
        M::Document(own) => return own.words(Lang::En),
    };
    fixed.to_owned()
}
