//! What can be wrong with the property that a target's kind has, such as `EcsParameters`.

use super::{Diagnostic, error, warning, whole};
use crate::TargetKind;
use crate::code::Code;
use crate::message::{AwsSentence, Help, ParametersMessage as Message, Seen};
use crate::schema::{ExpectedType, TextForm};
use rulepad_document::json::quote;
use rulepad_document::{Edit, Role, Severity, Span};

/// A text of so many characters is shown in the words of a fix.
const SHOWN: usize = 40;

fn instead(span: Span, text: impl Into<String>) -> Vec<Edit> {
    vec![Edit { span, text: text.into() }]
}

/// PutTargets refuses such a target without the property.
pub(crate) fn parameters_missing(
    at: u32,
    id: &str,
    kind: TargetKind,
    property: &'static str,
    text: &str,
    starter: Option<String>,
) -> Diagnostic {
    let message = Message::Missing { kind, property };
    let found = error(Code::ParametersMissing, Role::Parameters(at), whole(text), message);
    let found = match starter {
        Some(starter) => found.fix(Help::StartWithNeeded, instead(whole(text), starter)),
        None => found,
    };
    // Seen for these; that the others are refused is what the API model says.
    match kind {
        TargetKind::Ecs | TargetKind::Batch | TargetKind::Sqs => {
            found.aws_known(AwsSentence::ParametersRequired { property, id: id.to_owned() }, 0, 0)
        }
        _ => found,
    }
}

pub(crate) fn parameters_not_taken(at: u32, kind: TargetKind, text: &str) -> Diagnostic {
    error(Code::ParametersNotTaken, Role::Parameters(at), whole(text), Message::NotTaken(kind))
        .fix(Help::RemoveIt, instead(whole(text), ""))
}

/// A value of the wrong kind. `fix` is the same value as the kind that is expected.
pub(crate) fn parameters_type(
    role: Role,
    span: Span,
    name: &str,
    expected: ExpectedType,
    seen: Seen,
    fix: Option<String>,
) -> Diagnostic {
    let message = Message::Type { name: name.to_owned(), expected, seen };
    let found = error(Code::ParametersType, role, span, message);
    match fix {
        Some(fix) if fix.chars().count() <= SHOWN => found.fix(Help::Write(fix.clone()), instead(span, fix)),
        Some(fix) => found.fix(Help::MakeIt(expected), instead(span, fix)),
        None => found.advice(Help::Give(expected)),
    }
}

/// The whole property stands inside itself.
pub(crate) fn parameters_wrapped(
    role: Role,
    key: Span,
    property: &'static str,
    outside: [Span; 2],
) -> Diagnostic {
    let edits = outside.map(|span| Edit { span, text: String::new() }).to_vec();
    error(Code::ParametersWrapped, role, key, Message::Wrapped(property)).fix(Help::TakeMembersOut, edits)
}

/// A member that AWS does not know, and the one that was probably meant.
pub(crate) fn parameters_unknown(
    role: Role,
    span: Span,
    of: &str,
    key: &str,
    meant: Option<&str>,
    known: Vec<&'static str>,
) -> Diagnostic {
    let message = Message::Unknown { of: of.to_owned(), key: key.to_owned() };
    let found = error(Code::ParametersUnknown, role, span, message);
    match meant {
        Some(meant) => found.fix(Help::Write(meant.to_owned()), instead(span, quote(meant))),
        None => found.advice(Help::Members(known)),
    }
}

/// A member that belongs one object deeper.
pub(crate) fn parameters_misplaced(
    role: Role,
    span: Span,
    key: &str,
    inside: &'static str,
    edits: Vec<Edit>,
) -> Diagnostic {
    error(Code::ParametersMisplaced, role, span, Message::Misplaced { key: key.to_owned(), inside })
        .fix(Help::MoveInto(inside), edits)
}

/// Of a name that stands twice AWS reads the last.
pub(crate) fn parameters_duplicate(role: Role, key: Span, name: &str, removed: Option<Span>) -> Diagnostic {
    let found = warning(Code::ParametersDuplicate, role, key, Message::Duplicate(name.to_owned()));
    match removed {
        Some(span) => found.fix(Help::RemoveThisOne, instead(span, "")),
        None => found,
    }
}

/// A fix where there is an edit, else the advice.
fn adding(found: Diagnostic, member: &'static str, insert: Option<Edit>, otherwise: Help) -> Diagnostic {
    match insert {
        Some(edit) => found.fix(Help::Add(member), vec![edit]),
        None => found.advice(otherwise),
    }
}

pub(crate) fn parameters_lacks(
    role: Role,
    span: Span,
    of: &str,
    member: &'static str,
    insert: Option<Edit>,
) -> Diagnostic {
    let found = error(Code::ParametersLacks, role, span, Message::Lacks { of: of.to_owned(), member });
    adding(found, member, insert, Help::Add(member))
}

pub(crate) fn parameters_choice(
    role: Role,
    span: Span,
    name: &str,
    meant: Option<&str>,
    known: Vec<&'static str>,
    is_path: bool,
) -> Diagnostic {
    let name = name.to_owned();
    let message = if is_path { Message::ChoiceIsPath(name) } else { Message::Choice(name) };
    let found = error(Code::ParametersChoice, role, span, message);
    match meant {
        Some(meant) => found.fix(Help::Write(meant.to_owned()), instead(span, quote(meant))),
        None => found.advice(Help::Takes(known)),
    }
}

/// A number that is too small or too large. AWS has a sentence for some.
pub(crate) fn parameters_range(
    role: Role,
    span: Span,
    id: &str,
    name: &str,
    from: i64,
    to: i64,
    nearest: i64,
) -> Diagnostic {
    let found = error(Code::ParametersRange, role, span, Message::Range { name: name.to_owned(), from, to })
        .fix(Help::Write(nearest.to_string()), instead(span, nearest.to_string()));
    match name {
        "Size" => found.aws_known(AwsSentence::ArraySize, 0, 0),
        "Attempts" => found.aws_known(AwsSentence::RetryAttempts, 0, 0),
        "TaskCount" => found.aws_known(AwsSentence::TaskCount { id: id.to_owned() }, 0, 0),
        _ => found,
    }
}

pub(crate) fn parameters_too_long(
    role: Role,
    span: Span,
    name: &str,
    length: usize,
    most: usize,
) -> Diagnostic {
    let message = Message::TooLong { name: name.to_owned(), length, most };
    error(Code::ParametersTooLong, role, span, message).advice(Help::ShortenIt)
}

pub(crate) fn parameters_empty(role: Role, span: Span, name: &str) -> Diagnostic {
    error(Code::ParametersEmpty, role, span, Message::Empty(name.to_owned())).advice(Help::GiveValue)
}

/// Too many or too few entries of a list. AWS has a sentence for some.
pub(crate) fn parameters_count(
    role: Role,
    span: Span,
    name: &str,
    length: usize,
    least: usize,
    most: usize,
) -> Diagnostic {
    let own = name.to_owned();
    let (message, help) = match length {
        0 => (Message::NoEntries { name: own, least, most }, Help::GiveEntry),
        _ => (Message::TooManyEntries { name: own, length, most }, Help::RemoveSome),
    };
    let found = error(Code::ParametersCount, role, span, message).advice(help);
    match name {
        "Subnets" | "SecurityGroups" => {
            found.aws_known(AwsSentence::ListSize { name: name.to_owned(), least, most }, 0, 0)
        }
        _ => found,
    }
}

pub(crate) fn parameters_form(role: Role, span: Span, name: &str, form: TextForm) -> Diagnostic {
    error(Code::ParametersForm, role, span, Message::Form(name.to_owned())).advice(Help::TakesForm(form))
}

/// Only a value that is a path as a whole is replaced.
pub(crate) fn parameters_path_part(role: Role, span: Span, name: &str) -> Diagnostic {
    warning(Code::ParametersPathPart, role, span, Message::PathInText(name.to_owned()))
        .advice(Help::MakeWholePath)
}

/// A member that is not among those AWS replaces.
pub(crate) fn parameters_path_fixed(role: Role, span: Span, name: &str) -> Diagnostic {
    warning(Code::ParametersPathFixed, role, span, Message::PathNotReplaced(name.to_owned()))
        .advice(Help::WriteValueItself)
}

/// The name of a header or of a query parameter.
pub(crate) fn parameters_path_key(role: Role, span: Span) -> Diagnostic {
    warning(Code::ParametersPathKey, role, span, Message::PathAsName).advice(Help::WriteNameItself)
}

/// The key of a `RunCommandTarget` (API reference, `RunCommandTarget`).
pub(crate) fn parameters_run_key(role: Role, span: Span, fix: Option<String>) -> Diagnostic {
    let found = warning(Code::ParametersRunKey, role, span, Message::RunKey);
    match fix {
        Some(fix) => found.fix(Help::Write(fix.clone()), instead(span, quote(&fix))),
        None => found.advice(Help::WriteRunKey),
    }
}

/// Two members of which AWS takes one. Whether AWS refuses both together is `refused`.
pub(crate) fn parameters_together(
    role: Role,
    span: Span,
    keep: &'static str,
    other: (&'static str, Span),
    removed: Option<Span>,
    refused: bool,
) -> Diagnostic {
    let (other, place) = other;
    let severity = if refused { Severity::Error } else { Severity::Warning };
    let message = Message::Together { keep, other };
    let found = Diagnostic::new(Code::ParametersTogether, severity, role, span, message).label(
        role,
        place,
        Message::OtherHere(other),
    );
    without(found, keep, removed, Help::KeepOne)
}

/// A fix that removes a member, else the advice.
fn without(found: Diagnostic, member: &'static str, removed: Option<Span>, otherwise: Help) -> Diagnostic {
    match removed {
        Some(span) => found.fix(Help::Remove(member), instead(span, "")),
        None => found.advice(otherwise),
    }
}

/// Redshift runs `Sql` or `Sqls`; the API model demands neither.
pub(crate) fn parameters_no_statement(role: Role, span: Span, insert: Option<Edit>) -> Diagnostic {
    let found = warning(Code::ParametersNoStatement, role, span, Message::NoStatement);
    adding(found, "Sql", insert, Help::AddStatement)
}

/// PutTargets refuses it.
pub(crate) fn parameters_fargate(role: Role, span: Span, id: &str, insert: Option<Edit>) -> Diagnostic {
    let said = AwsSentence::NetworkRequired { id: id.to_owned() };
    let found = error(Code::ParametersFargate, role, span, Message::Fargate).aws_known(said, 0, 0);
    adding(found, "NetworkConfiguration", insert, Help::AddNetwork)
}

/// A setting of Fargate beside the launch type `EC2`.
pub(crate) fn parameters_ec2(
    role: Role,
    span: Span,
    id: &str,
    name: &'static str,
    removed: Option<Span>,
) -> Diagnostic {
    let said = AwsSentence::NotOnEc2 { name, id: id.to_owned() };
    let found = error(Code::ParametersEc2, role, span, Message::Ec2(name)).aws_known(said, 0, 0);
    without(found, name, removed, Help::Remove(name))
}

pub(crate) fn parameters_bases(role: Role, span: Span, first: Span) -> Diagnostic {
    warning(Code::ParametersBases, role, span, Message::Bases)
        .label(role, first, Message::OtherBase)
        .fix(Help::Write("0".to_owned()), instead(span, "0"))
}

/// A task definition in another Region than the cluster, or none at all.
pub(crate) fn parameters_task_definition(
    role: Role,
    span: Span,
    regions: Option<(&str, &str)>,
) -> Diagnostic {
    let code = Code::ParametersTaskDefinition;
    match regions {
        Some((definition, cluster)) => {
            let (definition, cluster) = (definition.to_owned(), cluster.to_owned());
            error(code, role, span, Message::TaskDefinitionRegion { definition, cluster })
                .advice(Help::NameTaskDefinition)
        }
        None => warning(code, role, span, Message::TaskDefinitionShape).advice(Help::WriteTaskDefinition),
    }
}

/// A header that API Gateway's targets may not set.
pub(crate) fn parameters_header(role: Role, span: Span, name: &str, removed: Option<Span>) -> Diagnostic {
    let edits = removed.map_or_else(Vec::new, |span| instead(span, ""));
    error(Code::ParametersHeader, role, span, Message::Header(name.to_owned())).fix(Help::RemoveHeader, edits)
}

/// A header that EventBridge writes itself.
pub(crate) fn parameters_header_written(role: Role, span: Span, name: &str) -> Diagnostic {
    warning(Code::ParametersHeaderWritten, role, span, Message::HeaderWritten(name.to_owned()))
        .advice(Help::RemoveHeader)
}

/// The path has another number of `*` than there are values.
pub(crate) fn parameters_path_values(role: Role, span: Span, stars: usize, values: usize) -> Diagnostic {
    warning(Code::ParametersPathValues, role, span, Message::PathValues { stars, values })
        .advice(Help::GivePathValues)
}

/// A FIFO queue takes no message without a group.
pub(crate) fn parameters_message_group(role: Role, span: Span, insert: Option<Edit>) -> Diagnostic {
    let found = error(Code::ParametersMessageGroup, role, span, Message::MessageGroup);
    adding(found, "MessageGroupId", insert, Help::GiveMessageGroup)
}
