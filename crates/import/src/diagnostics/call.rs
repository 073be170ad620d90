//! Calls of the AWS CLI and of SDKs, and records of calls.

use super::{error, note, shown, warning};
use crate::Diagnostic;
use crate::changes::RuleChange;
use crate::code::Code;
use crate::message::{CallMessage, Help};
use rulepad_document::Span;

/// A value of an option that is neither JSON nor the shorthand.
pub(crate) fn argument(span: Span, option: &str) -> Diagnostic {
    warning(Code::Argument, span, CallMessage::Argument(option.to_owned())).advice(Help::CheckQuotes)
}

/// JSON within the shorthand.
pub(crate) fn shorthand(span: Span) -> Diagnostic {
    warning(Code::Shorthand, span, CallMessage::JsonInShorthand).advice(Help::WriteAsJson)
}

/// A script in the recipes of a Makefile.
pub(crate) fn makefile(span: Span) -> Diagnostic {
    note(Code::Makefile, span, CallMessage::Makefile)
}

/// A call of an SDK whose arguments are no literals.
pub(crate) fn call(span: Span) -> Diagnostic {
    warning(Code::Call, span, CallMessage::NotLiteral).advice(Help::WriteLiterals)
}

/// More calls than are read, each of them up to the end of the text.
pub(crate) fn calls_budget(span: Span) -> Diagnostic {
    warning(Code::CallsBudget, span, CallMessage::Budget).advice(Help::CloseParentheses)
}

/// A call that sends events.
pub(crate) fn sends(span: Span) -> Diagnostic {
    note(Code::Sends, span, CallMessage::Sends).advice(Help::PasteAsEvent)
}

/// A call that deploys a template.
pub(crate) fn deploys(span: Span) -> Diagnostic {
    note(Code::Deploys, span, CallMessage::Deploys).advice(Help::ImportTemplate)
}

pub(crate) fn script(span: Span) -> Diagnostic {
    error(Code::Script, span, CallMessage::NoRule).advice(Help::CallsThatAreRead)
}

/// A call that changes a rule of another text.
pub(crate) fn change_elsewhere(span: Span, change: RuleChange, rule: &str) -> Diagnostic {
    note(Code::ChangeElsewhere, span, CallMessage::ChangeElsewhere { change, rule: shown(rule) })
}

/// A call in a function, or under a condition.
pub(crate) fn change_perhaps(span: Span, change: RuleChange, rule: &str) -> Diagnostic {
    note(Code::ChangePerhaps, span, CallMessage::ChangePerhaps { change, rule: shown(rule) })
}

/// A rule that the text makes and deletes.
pub(crate) fn deleted(span: Span, rule: &str) -> Diagnostic {
    warning(Code::Deleted, span, CallMessage::Deleted { rule: shown(rule) }).advice(Help::RemoveCall)
}

/// The ids are empty where they are not known: then all targets are listed.
pub(crate) fn targets_removed(span: Span, rule: &str, ids: &[String]) -> Diagnostic {
    let ids: Vec<String> = ids.iter().map(|id| shown(id)).collect();
    let is_unknown = ids.is_empty();
    let message = CallMessage::TargetsRemoved { rule: shown(rule), ids };
    if is_unknown {
        return warning(Code::TargetsRemoved, span, message).advice(Help::AllTargetsListed);
    }
    note(Code::TargetsRemoved, span, message)
}

/// A record of CloudTrail about something else.
pub(crate) fn trail_other(span: Span, name: &str) -> Diagnostic {
    error(Code::TrailOther, span, CallMessage::TrailOther(name.to_owned())).advice(Help::PasteRecordAsEvent)
}

pub(crate) fn trail_failed(span: Span, code: &str) -> Diagnostic {
    warning(Code::TrailFailed, span, CallMessage::TrailFailed(code.to_owned())).advice(Help::RequestIsRead)
}

pub(crate) fn trail_hidden(span: Span) -> Diagnostic {
    warning(Code::TrailHidden, span, CallMessage::TrailHidden).advice(Help::GetValue)
}
