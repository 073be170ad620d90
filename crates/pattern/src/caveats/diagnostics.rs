//! Every caveat, one constructor a fault of AWS's engine.

use crate::code::Code;
use crate::message::{Diagnostic, Message};
use crate::operator::Operator;
use rulepad_document::{Edit, Role, Severity, Span};

fn caveat(code: Code, span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(code, Severity::Note, Role::Pattern, span, message)
}

fn with_fix(found: Diagnostic, text: Message, edits: Vec<Edit>, otherwise: Message) -> Diagnostic {
    if edits.is_empty() { found.advice(otherwise) } else { found.fix(text, edits) }
}

/// An alternative that is taken for an earlier one.
pub(super) fn dropped_alternative(lost: Span, shared: Span, always: bool, edits: Vec<Edit>) -> Diagnostic {
    let message = Message::DroppedAlternative { always };
    let found =
        caveat(Code::CaveatOrDuplicate, lost, message).label(Role::Pattern, shared, Message::SharedValueHere);
    with_fix(found, Message::WriteSharedOnce, edits, Message::SeparateAlternatives)
}

/// How a matcher that runs into a star is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looping {
    /// It ignores case.
    IgnoreCase,
    /// It is a suffix with characters beyond ASCII.
    Suffix,
}

/// A matcher that loops in the star of a wildcard.
pub(super) fn looping(
    own: Span,
    wildcard: Span,
    looping: Looping,
    excludes: bool,
    edits: Vec<Edit>,
) -> Diagnostic {
    let (fix, otherwise) = match looping {
        Looping::IgnoreCase => (Message::CompareAsWritten, Message::WriteSpellings),
        Looping::Suffix => (Message::WriteSuffixAsWildcard, Message::WriteSuffixAsWildcard),
    };
    let message = Message::MixedUpWithStar { looping, excludes };
    let found =
        caveat(Code::CaveatWildcardMixUp, own, message).label(Role::Pattern, wildcard, Message::ThisWildcard);
    with_fix(found, fix, edits, otherwise)
}

/// A string beside a range over zero.
pub(super) fn lost_string(lost: Span, range: Span, next: Span, edits: Vec<Edit>) -> Diagnostic {
    let message = Message::LostString;
    let found = caveat(Code::CaveatRangeOverZero, lost, message)
        .label(Role::Pattern, range, Message::ThisRange)
        .label(Role::Pattern, next, Message::ThisString);
    with_fix(found, Message::PutRangeFirst, edits, Message::PutRangeFirst)
}

/// A prefix that reads the closing quote, or a suffix that reads the opening one.
pub(super) fn quote_leak(
    own: Span,
    operator: Operator,
    also: &str,
    excludes: bool,
    edits: Vec<Edit>,
) -> Diagnostic {
    let message = Message::QuoteLeak { operator, also: also.to_owned(), excludes };
    with_fix(
        caveat(Code::CaveatQuote, own, message),
        Message::WriteAsWildcard,
        edits,
        Message::CompareWithCaseAsWildcard,
    )
}

/// A character beyond the first 65,536 under an operator that ignores case.
pub(super) fn ignored_case_of(own: Span, character: char, edits: Vec<Edit>) -> Diagnostic {
    let message = Message::IgnoredCaseOf(character);
    with_fix(
        caveat(Code::CaveatIgnoreCaseCharacter, own, message),
        Message::CompareWithCase,
        edits,
        Message::WriteSpellings,
    )
}

/// A field under an empty name.
pub(super) fn empty_name(key: Span) -> Diagnostic {
    caveat(Code::CaveatEmptyName, key, Message::EmptyName).advice(Message::NameField)
}

/// A range that starts or ends at the greatest number.
pub(super) fn beyond_all_numbers(own: Span, edits: Vec<Edit>) -> Diagnostic {
    let message = Message::BeyondAllNumbers;
    with_fix(
        caveat(Code::CaveatRangeAtLimit, own, message),
        Message::WriteOneNumber,
        edits,
        Message::NoNumberBeyond,
    )
}

/// A value of the event that passes for an address.
pub(super) fn address(own: Span, value: &str, event: Span, fix: Option<(Message, Vec<Edit>)>) -> Diagnostic {
    let message = Message::AddressDigits(value.to_owned());
    let found =
        caveat(Code::CaveatAddressDigits, own, message).label(Role::Event, event, Message::TakenForAddress);
    match fix {
        Some((text, edits)) => found.fix(text, edits),
        None => found.advice(Message::MatchAnotherField),
    }
}

/// An address of the event that passes for a number.
pub(super) fn address_as_number(own: Span, value: &str, event: Span) -> Diagnostic {
    let message = Message::AddressAsNumber(value.to_owned());
    caveat(Code::CaveatAddressDigits, own, message)
        .label(Role::Event, event, Message::TakenForNumber)
        .advice(Message::SeparateAddressesAndNumbers)
}

/// A number of the event that passes for a string with this suffix.
pub(super) fn number_with_suffix(own: Span, value: &str, event: Span) -> Diagnostic {
    let message = Message::NumberWithSuffix(value.to_owned());
    caveat(Code::CaveatSuffixNumber, own, message)
        .label(Role::Event, event, Message::EndsLikeString)
        .advice(Message::SeparateSuffixAndNumbers)
}

/// A field that the event has twice under names of different shape.
pub(super) fn field_twice(own: Span, name: &str, outside: Span, inside: Span) -> Diagnostic {
    let message = Message::FieldTwice(name.to_owned());
    caveat(Code::CaveatFieldTwice, own, message)
        .label(Role::Event, outside, Message::OutsideArray)
        .label(Role::Event, inside, Message::InElement)
        .advice(Message::SendFieldOnce)
}
