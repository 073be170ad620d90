//! Every diagnostic of a PutEvents request.

use super::{Diagnostic, error, note, warning};
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::fields::LARGE;
use crate::message::{DetailFault, Expected, Help, Message};
use rulepad_document::json::Node;
use rulepad_document::{Edit, Span};

pub(crate) fn duplicate(span: Span, name: &'static str) -> Diagnostic {
    warning(Code::EntryDuplicate, span, Message::DuplicateMember(name)).advice(Help::KeepOne)
}

pub(crate) fn unknown(
    span: Span,
    key: &str,
    number: usize,
    meant: Option<&str>,
    edit: Option<Edit>,
) -> Diagnostic {
    let found = error(Code::EntryUnknown, span, Message::UnknownMember(key.to_owned())).aws_known(
        AwsSentence::UnknownParameter { number, key: key.to_owned() },
        span.start as usize,
        0,
    );
    match meant {
        Some(name) => found.fix(Help::Write(name.to_owned()), edit.into_iter().collect()),
        None => found.advice(Help::PutIntoDetail),
    }
}

pub(crate) fn wrong_type(
    span: Span,
    name: &'static str,
    node: &Node,
    expected: Expected,
    edit: Option<Edit>,
) -> Diagnostic {
    let message = Message::MemberType { name, kind: node.value.kind(), expected };
    let found = error(Code::EntryType, span, message);
    match edit {
        Some(edit) => found.fix(Help::WriteAsJsonText, vec![edit]),
        None => found.advice(Help::WriteExpected(expected)),
    }
}

pub(crate) fn malformed(span: Span, fault: DetailFault, edit: Option<Edit>) -> Diagnostic {
    let found = error(Code::EntryDetail, span, Message::MalformedDetail(fault));
    let found = match edit {
        Some(edit) => found.fix(Help::FixDetail, vec![edit]),
        None => found,
    };
    found.advice(Help::OtherEntriesAreTaken).aws_known(AwsSentence::MalformedDetail, span.start as usize, 0)
}

pub(crate) fn integer(span: Span, number: &str) -> Diagnostic {
    let start = number.chars().take(40).collect();
    warning(Code::EntryInteger, span, Message::LargeInteger(start)).advice(Help::SendAsString)
}

pub(crate) fn bad_time(span: Span, shown: String) -> Diagnostic {
    warning(Code::EntryTime, span, Message::EntryTime(shown)).advice(Help::WriteRfc3339)
}

pub(crate) fn too_long(span: Span, name: &'static str, length: usize, most: usize) -> Diagnostic {
    error(Code::EntryLength, span, Message::MemberLength { name, length, most }).advice(Help::ShortenMember)
}

pub(crate) fn required(span: Span, name: &'static str, empty: bool) -> Diagnostic {
    let message = if empty { Message::EmptyMember(name) } else { Message::MissingMember(name) };
    error(Code::EntryRequired, span, message).advice(Help::WriteMember(name)).aws_known(
        AwsSentence::Required(name),
        span.start as usize,
        0,
    )
}

pub(crate) fn reserved(span: Span, source: &str) -> Diagnostic {
    let start = source.chars().take(60).collect();
    error(Code::EntrySource, span, Message::ReservedSource(start)).advice(Help::UseOtherSource).aws_known(
        AwsSentence::NotAuthorized,
        span.start as usize,
        0,
    )
}

pub(crate) fn count(span: Span, count: usize) -> Diagnostic {
    error(Code::EntriesCount, span, Message::EntryCount(count)).advice(Help::SendInSeveralCalls)
}

pub(crate) fn total_size(span: Span, total: usize) -> Diagnostic {
    let message = Message::EntriesSize(total);
    let found = if total >= LARGE {
        error(Code::EntriesSize, span, message)
    } else {
        note(Code::EntriesSize, span, message)
    };
    found.advice(Help::SendLess).aws_known(AwsSentence::TotalSize, span.start as usize, 0)
}
