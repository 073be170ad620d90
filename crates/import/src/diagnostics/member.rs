//! Members of a rule and of its targets.

use super::{error, note, shown, warning};
use crate::Diagnostic;
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::message::{Expected, Help, MemberKind, MemberMessage, Owner};
use rulepad_document::{Edit, Span};

/// A value of the wrong kind. It is left out.
pub(crate) fn wrong_type(span: Span, name: &str, expected: Expected, seen: MemberKind) -> Diagnostic {
    let message = MemberMessage::Type { name: name.to_owned(), expected, seen };
    error(Code::Type, span, message).advice(Help::WriteOrLeftOut(expected))
}

/// A member that AWS does not know; `meant` is the one that it probably is, and how the text spells it.
pub(crate) fn unknown_member(
    key: Span,
    name: &str,
    owner: Owner,
    meant: Option<(&str, String)>,
) -> Diagnostic {
    let found = warning(Code::Member, key, MemberMessage::Unknown { name: name.to_owned(), owner });
    match meant {
        Some((meant, text)) => found.fix(Help::Write(meant.to_owned()), vec![Edit { span: key, text }]),
        None => found.advice(Help::CheckSpelling),
    }
}

pub(crate) fn state(span: Span, state: &str, meant: Option<&'static str>) -> Diagnostic {
    let found = warning(Code::State, span, MemberMessage::State(state.to_owned()));
    match meant {
        Some(meant) => {
            let edit = Edit { span, text: rulepad_document::json::quote(meant) };
            found.fix(Help::Write(meant.to_owned()), vec![edit])
        }
        None => found.advice(Help::WriteState),
    }
}

/// A state that only the template or the configuration knows; `source` is what it is there.
pub(crate) fn state_unknown(span: Span, source: &str) -> Diagnostic {
    warning(Code::StateUnknown, span, MemberMessage::StateUnknown { source: shown(source) })
        .advice(Help::SetState)
}

/// More than one input option, of which AWS takes one.
pub(crate) fn inputs(span: Span, id: &str, kept: &'static str, left: &'static str) -> Diagnostic {
    warning(Code::Inputs, span, MemberMessage::Inputs { id: id.to_owned(), kept, left })
        .advice(Help::OptionKept { kept, left })
}

/// A tag whose key AWS keeps for itself. It is left out.
pub(crate) fn tag_reserved(span: Span, key: &str) -> Diagnostic {
    warning(Code::TagReserved, span, MemberMessage::TagReserved { key: shown(key) }).advice(Help::TagLeftOut)
}

/// A rule with nothing that it reacts to.
pub(crate) fn no_pattern(span: Span, rule: &str) -> Diagnostic {
    error(Code::NoPattern, span, MemberMessage::NoPattern { rule: rule.to_owned() })
        .aws_known(AwsSentence::NoPattern, 0, 1)
        .advice(Help::AddPattern)
}

/// A pattern that is only a variable or a function.
pub(crate) fn pattern_unknown(span: Span, source: &str) -> Diagnostic {
    warning(Code::PatternUnknown, span, MemberMessage::PatternUnknown { source: source.to_owned() })
        .advice(Help::ImportFileOfPattern)
}

/// A part of an event pattern that cannot be left as a reference.
pub(crate) fn pattern_field(span: Span, field: &str) -> Diagnostic {
    warning(Code::PatternField, span, MemberMessage::PatternField { field: shown(field) })
        .advice(Help::WriteValueOfField)
}

/// A field of an event pattern whose whole list is one expression.
pub(crate) fn pattern_list(span: Span, field: &str, source: &str) -> Diagnostic {
    let message = MemberMessage::PatternList { field: shown(field), source: shown(source) };
    note(Code::PatternList, span, message).advice(Help::WriteValuesOfList)
}
