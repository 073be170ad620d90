//! Every diagnostic of a test file, one constructor a problem.

use crate::code::Code;
use crate::load::FilePlace;
use crate::message::{Expected, Mapping, Message};
use crate::test_file::Placed;
use rulepad_document::json::Node;
use rulepad_document::spelling::nearest;
use rulepad_document::{Edit, Role, Severity, Span};
use rulepad_workbench::file::BadFile;

/// A diagnostic of this crate.
pub(crate) type Diagnostic = rulepad_document::Diagnostic<Message>;

fn error(code: Code, span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, Role::Tests, span, message)
}

pub(crate) fn own_file(text: &str, bad: &BadFile) -> Diagnostic {
    error(Code::OwnFile, Span::new(0, text.len()), Message::OwnFile(bad.clone()))
}

pub(crate) fn unknown_key(key: &str, span: Span, of: Mapping, known: &'static [&'static str]) -> Diagnostic {
    let found = error(Code::UnknownKey, span, Message::UnknownKey { key: key.to_owned(), of });
    match nearest(key, known.iter().copied()) {
        Some(meant) => {
            found.fix(Message::DidYouMean(meant.to_owned()), vec![Edit { span, text: meant.to_owned() }])
        }
        None => found.advice(Message::Keys(known)),
    }
}

pub(crate) fn repeated_key(key: &str, span: Span) -> Diagnostic {
    error(Code::RepeatedKey, span, Message::RepeatedKey(key.to_owned()))
}

pub(crate) fn missing_key(key: &'static str, of: Mapping, span: Span) -> Diagnostic {
    error(Code::MissingKey, span, Message::MissingKey { key, of })
}

pub(crate) fn wrong_kind(key: &str, expected: Expected, found: &Node) -> Diagnostic {
    let message = Message::WrongKind { key: key.to_owned(), expected, saw: found.value.kind() };
    error(Code::WrongKind, found.span, message)
}

pub(crate) fn version(saw: &str, span: Span) -> Diagnostic {
    error(Code::Version, span, Message::Version(saw.to_owned())).advice(Message::WriteVersion)
}

pub(crate) fn not_a_test(root: &Node) -> Diagnostic {
    error(Code::NotATest, root.span, Message::NotATest(root.value.kind())).advice(Message::WriteVersion)
}

pub(crate) fn because_of_match(span: Span) -> Diagnostic {
    error(Code::BecauseOfMatch, span, Message::BecauseOfMatch)
}

pub(crate) fn nothing_expected(of: Mapping, span: Span) -> Diagnostic {
    error(Code::NothingExpected, span, Message::NothingExpected(of)).advice(Message::AddExpectation(of))
}

pub(crate) fn no_file(path: &Placed) -> Diagnostic {
    error(Code::NoFile, path.span, Message::NoFile(path.text.clone()))
}

pub(crate) fn unreadable(path: &str, why: &str, span: Span) -> Diagnostic {
    error(Code::NoFile, span, Message::Unreadable { path: path.to_owned(), why: why.to_owned() })
}

pub(crate) fn no_rule(path: &str, why: Option<&str>, span: Span) -> Diagnostic {
    error(Code::NoRule, span, Message::NoRule { path: path.to_owned(), why: why.map(str::to_owned) })
}

pub(crate) fn unknown_rule(rule: &Placed, known: &[String]) -> Diagnostic {
    let found = error(Code::UnknownRule, rule.span, Message::UnknownRule(rule.text.clone()));
    if known.is_empty() {
        return found.advice(Message::NoRulesLoaded);
    }
    suggested(found, &rule.text, known, Message::RulesAre)
}

pub(crate) fn several_rules(rule: &Placed, places: Vec<String>) -> Diagnostic {
    error(Code::SeveralRules, rule.span, Message::SeveralRules { name: rule.text.clone(), places })
}

pub(crate) fn refused_pattern(rule: &str, answer: String, span: Span) -> Diagnostic {
    error(Code::RefusedPattern, span, Message::RefusedPattern { rule: rule.to_owned(), answer })
}

pub(crate) fn unknown_sample<'n>(
    id: &Placed,
    name: &str,
    known: impl Iterator<Item = &'n str>,
) -> Diagnostic {
    let found = error(Code::UnknownSample, id.span, Message::UnknownSample(name.to_owned()));
    match nearest(name, known) {
        Some(meant) => found.advice(Message::DidYouMean(meant.to_owned())),
        None => found,
    }
}

pub(crate) fn no_event(name: &str, span: Span) -> Diagnostic {
    error(Code::NoEvent, span, Message::NoEvent(name.to_owned()))
}

pub(crate) fn unknown_target(target: &Placed, rule: &str, known: &[String]) -> Diagnostic {
    let message = Message::UnknownTarget { target: target.text.clone(), rule: rule.to_owned() };
    let found = error(Code::UnknownTarget, target.span, message);
    if known.is_empty() {
        return found.advice(Message::NoTargets);
    }
    suggested(found, &target.text, known, Message::TargetsAre)
}

pub(crate) fn unknown_field(field: &Placed, rule: &str, known: &[String]) -> Diagnostic {
    let message = Message::UnknownField { field: field.text.clone(), rule: rule.to_owned() };
    suggested(error(Code::UnknownField, field.span, message), &field.text, known, Message::FieldsAre)
}

pub(crate) fn unknown_value(name: &Placed, known: &[String]) -> Diagnostic {
    let found = error(Code::UnknownValue, name.span, Message::UnknownValue(name.text.clone()));
    if known.is_empty() {
        return found.advice(Message::NoValues);
    }
    suggested(found, &name.text, known, Message::ValuesAre)
}

pub(crate) fn not_a_rule(name: &Placed) -> Diagnostic {
    error(Code::NotARule, name.span, Message::NotARule(name.text.clone()))
}

pub(crate) fn unknown_subscriber(name: &Placed, known: &[String]) -> Diagnostic {
    let found = error(Code::UnknownSubscriber, name.span, Message::UnknownSubscriber(name.text.clone()));
    if known.is_empty() {
        return found.advice(Message::NoSubscribersLoaded);
    }
    suggested(found, &name.text, known, Message::SubscribersAre)
}

pub(crate) fn several_subscribers(name: &Placed, places: Vec<String>) -> Diagnostic {
    let message = Message::SeveralSubscribers { name: name.text.clone(), places };
    error(Code::SeveralSubscribers, name.span, message)
}

/// A file that is no subscriber, or one that AWS refuses: nothing can be tested.
pub(crate) fn refused_subscriber(place: FilePlace, message: &str, span: Span) -> Diagnostic {
    error(Code::RefusedSubscriber, span, Message::RefusedSubscriber { place, message: message.to_owned() })
}

pub(crate) fn unknown_subscriber_field(field: &Placed, subscriber: &str, known: &[String]) -> Diagnostic {
    let message =
        Message::UnknownSubscriberField { field: field.text.clone(), subscriber: subscriber.to_owned() };
    suggested(error(Code::UnknownField, field.span, message), &field.text, known, Message::FieldsAre)
}

/// Tests of subscribers that are left out where rules are opened.
pub(crate) fn subscribers_not_opened(count: usize, span: Span) -> Diagnostic {
    let message = Message::SubscribersNotOpened(count);
    Diagnostic::new(Code::SubscribersNotOpened, Severity::Warning, Role::Tests, span, message)
}

/// What the import of a file reports, with the severity that it has there.
pub(crate) fn import(severity: Severity, place: FilePlace, message: &str, span: Span) -> Diagnostic {
    let message = Message::Import { place, message: message.to_owned() };
    Diagnostic::new(Code::Import, severity, Role::Tests, span, message)
}

/// With the name that was probably meant, or all there are.
fn suggested(
    found: Diagnostic,
    typed: &str,
    known: &[String],
    all: fn(Vec<String>) -> Message,
) -> Diagnostic {
    match nearest(typed, known.iter().map(String::as_str)) {
        Some(meant) => found.advice(Message::DidYouMean(meant.to_owned())),
        None => found.advice(all(known.to_vec())),
    }
}
