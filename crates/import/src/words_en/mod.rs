//! The words of an import in English.

mod call;
mod format;
mod help;
mod member;
mod note;
mod text;

pub(crate) use format::form;
pub(crate) use note::note;

use crate::filters::FilterResource;
use crate::message::{FilterMessage, Message, RuleLabel, TerraformMessage};
use rulepad_document::words::en;
use rulepad_document::{Lang, Words};

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    match message {
        Message::Json(message) => message.words(Lang::En),
        Message::Template(message) => message.words(Lang::En),
        Message::Configuration(message) => message.words(Lang::En),
        Message::Text(message) => text::text(message),
        Message::Member(message) => member::member(message),
        Message::Terraform(message) => terraform(message),
        Message::Filter(message) => filter(message),
        Message::Call(message) => call::call(message),
        Message::Help(help) => help::help(help),
        Message::Aws(said) => said.sentence(),
    }
}

/// What a rule of a text is called.
pub(crate) fn label(label: &RuleLabel) -> String {
    match label {
        RuleLabel::Name(name) => name.clone(),
        RuleLabel::Unnamed => "rule without a name".to_owned(),
        RuleLabel::Targets => "targets".to_owned(),
        RuleLabel::Pattern => "event pattern".to_owned(),
        RuleLabel::Resource(resource) => filter_resource(*resource).to_owned(),
        RuleLabel::Subscription { topic, number } => format!("{topic} subscription {number}"),
        RuleLabel::Filter { resource, number } => format!("{} filter {number}", self::label(resource)),
    }
}

fn filter_resource(resource: FilterResource) -> &'static str {
    match resource {
        FilterResource::Mapping => "event source mapping",
        FilterResource::Subscription => "subscription",
        FilterResource::Pipe => "pipe",
        FilterResource::Archive => "archive",
    }
}

fn filter(message: &FilterMessage) -> String {
    let fixed = match message {
        FilterMessage::NoFilter { label, resource } => {
            let everything = match resource {
                FilterResource::Mapping | FilterResource::Pipe => "every record",
                FilterResource::Subscription => "every message",
                FilterResource::Archive => "every event",
            };
            let named = match label {
                RuleLabel::Name(name) => format!("the {} `{name}`", filter_resource(*resource)),
                RuleLabel::Subscription { topic, number } => format!("subscription {number} of `{topic}`"),
                other => format!("the {}", self::label(other)),
            };
            return format!("{named} has no filter: {everything} passes");
        }
        FilterMessage::Scope(scope) => {
            return format!(
                "`FilterPolicyScope` must be `MessageAttributes` or `MessageBody`; this is `{scope}`"
            );
        }
        FilterMessage::FiltersMissing => "`FilterCriteria` has no `Filters`",
        FilterMessage::Empty => "this filter has no `Pattern`; it is skipped",
        FilterMessage::Object => "`Pattern` of a filter must be a string; this is an object",
        FilterMessage::Bare => "this filter has no `Pattern`: the pattern is written directly in the list",
        FilterMessage::OfTopic => {
            "`Subscription` of a topic takes only `Endpoint` and `Protocol`: CloudFormation refuses a `FilterPolicy` here"
        }
    };
    fixed.to_owned()
}

fn terraform(message: &TerraformMessage) -> String {
    let fixed = match message {
        TerraformMessage::Reference { source } => {
            return format!("the value of `{source}` is not in the text; it is kept as a reference");
        }
        TerraformMessage::Refused { source } => {
            return format!("`{source}` has no value that Terraform accepts here");
        }
        TerraformMessage::ObjectUnknown { source } => {
            return format!("the object `{source}` is not known here; its expression is shown as a string");
        }
        TerraformMessage::TagsUnknown { source } => {
            return format!("the tags are not known here: they are `{source}`");
        }
        TerraformMessage::ModuleElsewhere { name, source } if source.is_empty() => {
            return format!("the module `{name}` is not read");
        }
        TerraformMessage::ModuleElsewhere { name, source } => {
            return format!("the module `{name}` (`{source}`) is not read");
        }
        TerraformMessage::ModuleNotGiven { name, folder } => {
            return format!("the files of the module `{name}` in `{folder}` were not given");
        }
        TerraformMessage::ThroughModule { caller } => {
            return format!(
                "this file is part of a module that `{caller}` calls; its rules are listed there"
            );
        }
        TerraformMessage::Destroyed { address } => {
            return format!("`{address}` will be destroyed; it is left out");
        }
        TerraformMessage::Hidden => "the plan hides unchanged parts here: the rule is incomplete",
        TerraformMessage::EncodedTemplate => {
            "`jsonencode` writes `<` and `>` as `\\u003c` and `\\u003e`: EventBridge finds no placeholder in it"
        }
    };
    fixed.to_owned()
}

/// Names in backticks: `a`, `b and c`.
fn listed<T: AsRef<str>>(names: &[T]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    en::all_of(&quoted)
}
