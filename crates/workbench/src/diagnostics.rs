//! What the workbench itself finds, one constructor a problem.

use crate::code::Code;
use crate::file::BadFile;
use crate::message::Message;
use rulepad_document::{Role, Severity, Span};
use rulepad_rule::TargetKind;

/// A diagnostic of the workbench's own.
pub(crate) type Diagnostic = rulepad_document::Diagnostic<Message>;

/// A file of Rulepad that cannot be opened.
pub(crate) fn import_file(text: &str, bad: &BadFile) -> Diagnostic {
    let span = Span::new(0, text.len());
    Diagnostic::new(Code::BadFile, Severity::Error, Role::Import, span, Message::BadFile(bad.clone()))
}

/// A target that is the bus of its rule.
pub(crate) fn bus_of_rule(pattern: Span, target: &str) -> Diagnostic {
    let message = Message::BusOfRule { target: target.to_owned() };
    found(Severity::Warning, pattern, message).advice(Message::UseOtherBus)
}

/// A target that is a custom bus, whose subscribers may send to the bus of the rule.
pub(crate) fn custom_bus(pattern: Span, target: &str) -> Diagnostic {
    let message = Message::CustomBus { target: target.to_owned() };
    found(Severity::Note, pattern, message).advice(Message::CheckSubscribers)
}

/// A target whose service sends events from this source that the pattern accepts.
pub(crate) fn own_events(pattern: Span, target: &str, kind: TargetKind, source: &'static str) -> Diagnostic {
    let message = Message::OwnEvents { target: target.to_owned(), kind, source };
    found(Severity::Warning, pattern, message).advice(Message::ExcludeOwnEvents)
}

fn found(severity: Severity, pattern: Span, message: Message) -> Diagnostic {
    Diagnostic::new(Code::Loop, severity, Role::Pattern, pattern, message)
}
