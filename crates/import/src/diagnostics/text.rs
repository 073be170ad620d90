//! The text and its format, and resources that are no rules.

use super::{error, note, warning, whole};
use crate::code::Code;
use crate::message::{Help, TextMessage};
use crate::other::OtherFormat;
use crate::{Diagnostic, Form};
use rulepad_document::Span;

pub(crate) fn unknown(text: &str) -> Diagnostic {
    error(Code::Unknown, whole(text), TextMessage::Unknown).advice(Help::PasteKnownFormat)
}

pub(crate) fn too_long(text: &str, most: usize) -> Diagnostic {
    let message = TextMessage::TooLong { length: text.len(), most };
    error(Code::TooLong, whole(text), message).advice(Help::PastePartWithRule)
}

pub(crate) fn rest(span: Span) -> Diagnostic {
    warning(Code::Rest, span, TextMessage::NotJson).advice(Help::PasteJsonTexts)
}

/// `NextToken` of a response.
pub(crate) fn more(span: Span) -> Diagnostic {
    warning(Code::More, span, TextMessage::Incomplete).advice(Help::CallAgain)
}

/// JSON with escaped quotes.
pub(crate) fn escaped(text: &str) -> Diagnostic {
    warning(Code::Escaped, whole(text), TextMessage::EscapedQuotes).advice(Help::CopyUnescaped)
}

/// A response with names and nothing else; `call` gives the rest.
pub(crate) fn names_only(span: Span, list: &'static str, call: &'static str) -> Diagnostic {
    error(Code::NamesOnly, span, TextMessage::NamesOnly(list)).advice(Help::PasteResponse(call))
}

pub(crate) fn no_rule(text: &str) -> Diagnostic {
    error(Code::NoRule, whole(text), TextMessage::NoRule).advice(Help::PasteRuleResource)
}

pub(crate) fn no_rule_in(span: Span) -> Diagnostic {
    error(Code::NoRuleIn, span, TextMessage::NoRuleAmongResources).advice(Help::PastePartWithRule)
}

pub(crate) fn template_without_rules(text: &str) -> Diagnostic {
    error(Code::TemplateWithoutRules, whole(text), TextMessage::TemplateWithoutRules)
        .advice(Help::ImportTemplateOfRule)
}

pub(crate) fn service_without_rules(span: Span) -> Diagnostic {
    error(Code::ServiceWithoutRules, span, TextMessage::ServiceWithoutRules).advice(Help::EventsOfServices)
}

/// Blocks of code in Markdown that hold no rule; `fence` opens the first.
pub(crate) fn blocks(fence: Span, count: usize) -> Diagnostic {
    note(Code::Blocks, fence, TextMessage::BlocksWithoutRules(count))
}

/// A text that has rules and is not read.
pub(crate) fn other(text: &str, format: OtherFormat) -> Diagnostic {
    error(Code::Other, whole(text), TextMessage::NotRead(format)).advice(Help::Instead(format))
}

/// A text of such a format that shows no rule.
pub(crate) fn other_without_rules(text: &str, format: OtherFormat) -> Diagnostic {
    error(Code::OtherWithoutRules, whole(text), TextMessage::OtherWithoutRules(format))
        .advice(Help::Instead(format))
}

/// Other resources of a file.
pub(crate) fn left_out(span: Span, names: &[String]) -> Diagnostic {
    const SHOWN: usize = 3;
    let more = names.len().saturating_sub(SHOWN);
    let names = names.iter().take(SHOWN).cloned().collect();
    note(Code::LeftOut, span, TextMessage::LeftOut { names, more })
}

/// A resource that has a template itself.
pub(crate) fn nested(span: Span, name: &str, kind: &str) -> Diagnostic {
    let message = TextMessage::Nested { name: name.to_owned(), kind: kind.to_owned() };
    warning(Code::Nested, span, message).advice(Help::ImportNestedTemplate)
}

/// A resource of a type that has no event pattern.
pub(crate) fn resource_type(span: Span, name: &str, kind: &str) -> Diagnostic {
    let message = TextMessage::NoPatternOfType { name: name.to_owned(), kind: kind.to_owned() };
    note(Code::ResourceType, span, message)
}

/// An event of a function that has no event pattern.
pub(crate) fn event_source(span: Span, name: &str, kind: &str) -> Diagnostic {
    let message = TextMessage::EventSource { name: name.to_owned(), kind: kind.to_owned() };
    note(Code::EventSource, span, message)
}

/// A schedule of another service.
pub(crate) fn scheduler(span: Span, name: &str) -> Diagnostic {
    warning(Code::Scheduler, span, TextMessage::Scheduler(name.to_owned()))
        .advice(Help::SchedulesHaveNoPattern)
}

/// `file://` without the file.
pub(crate) fn file_missing(span: Span, path: &str) -> Diagnostic {
    warning(Code::FileMissing, span, TextMessage::FileMissing(path.to_owned()))
        .advice(Help::ImportFile(path.to_owned()))
}

/// The functions of a template make more than a template can need.
pub(crate) fn template_budget(span: Span) -> Diagnostic {
    error(Code::TemplateBudget, span, TextMessage::TemplateBudget).advice(Help::ShortenTemplate)
}

/// Terraform that a rule is not written back into.
pub(crate) fn new_file(span: Span, form: Form) -> Diagnostic {
    note(Code::NewFile, span, TextMessage::NotWrittenBack(form)).advice(Help::ImportTerraformFile)
}
