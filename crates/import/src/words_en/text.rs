//! What is wrong with a text as a whole, in English.

use super::format::{other, written_format};
use crate::message::TextMessage;
use rulepad_document::words::en;

pub(super) fn text(message: &TextMessage) -> String {
    use TextMessage as T;
    let fixed = match message {
        T::TooLong { length, most } => return format!("the text has {length} bytes; Rulepad reads {most}"),
        T::NamesOnly(list) => return format!("`{list}` has only names, no event pattern"),
        T::BlocksWithoutRules(1) => "this code block has no rule",
        T::BlocksWithoutRules(count) => {
            return format!("{count} code blocks have no rule; this is the first");
        }
        T::NotRead(format) => return format!("this is {}, which is not read", other(*format)),
        T::OtherWithoutRules(format) => {
            return format!("this is {}, not a format with rules", other(*format));
        }
        T::LeftOut { names, more } => {
            return format!("other resources are left out: {}", named(names, *more));
        }
        T::Nested { name, kind } => {
            return format!("`{name}` has the type `{kind}`, whose template is not followed");
        }
        T::NoPatternOfType { name, kind } => {
            return format!("`{name}` has the type `{kind}`, which has no event pattern");
        }
        T::EventSource { name, kind } => {
            return format!("`{name}` is an event source of type `{kind}`, which has no event pattern");
        }
        T::Scheduler(name) => {
            return format!("`{name}` is a schedule of EventBridge Scheduler, not a rule; it is skipped");
        }
        T::FileMissing(path) => return format!("the value is in the file `{path}`, which was not given"),
        T::NotWrittenBack(form) => {
            let format = written_format(*form);
            return format!("a rule is not written back into {format}: an export to Terraform is a new file");
        }
        T::Unknown => "this text is in no format that Rulepad reads",
        T::NotJson => "what follows is not JSON and is not read",
        T::Incomplete => "the response is incomplete: it has a token for the next one",
        T::EscapedQuotes => "the quotes of this text are escaped; it is read without the escapes",
        T::NoRule => "the text contains no rule with an event pattern",
        T::NoRuleAmongResources => "none of the resources is a rule or has an event pattern as a filter",
        T::TemplateWithoutRules => {
            "the template has no rule: no resource is an `AWS::Events::Rule`, and no function or state machine of SAM \
             has an event of type `EventBridgeRule`"
        }
        T::ServiceWithoutRules => "no function of the service has an event with a pattern or a schedule",
        T::TemplateBudget => {
            "the functions of the template produce too much text here: one repeats what another repeats; the rest is \
             shown as `${…}`"
        }
    };
    fixed.to_owned()
}

fn named(names: &[String], more: usize) -> String {
    let mut shown: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    en::all_of(&shown)
}
