//! What is wrong with a path or the map of paths.

use super::{Diagnostic, JsonDiagnostic, error, renamed, replace, warning};
use crate::code::Code;
use crate::input_path::{FaultKind, Miss};
use crate::limits::MAX_NAME;
use crate::message::{Help, PathMessage};
use crate::variable::{RESERVED, variable_name};
use rulepad_document::json::{Node, quote};
use rulepad_document::{Edit, Role, Severity, Span};

pub(crate) fn path_too_long(role: Role, span: Span, length: usize) -> Diagnostic {
    error(Code::PathTooLong, role, span, PathMessage::TooLong(length)).advice(Help::SelectHigher)
}

/// A path leaves the grammar of input paths; `fixed` is the path that was meant and the edit that writes it.
pub(crate) fn path_fault(
    role: Role,
    span: Span,
    kind: FaultKind,
    fixed: Option<(String, Edit)>,
) -> Diagnostic {
    let message = PathMessage::Fault(kind);
    let found = match kind {
        FaultKind::Brackets => error(Code::PathBrackets, role, span, message),
        _ => warning(Code::PathGrammar, role, span, message),
    };
    match (fixed, kind) {
        (Some((path, edit)), _) => found.fix(Help::WritePath(path), vec![edit]),
        (None, FaultKind::Brackets | FaultKind::Character(_)) => found.advice(Help::PathNames),
        (None, FaultKind::Empty) => found,
        (None, _) => found.advice(Help::PathsNotChecked),
    }
}

/// The same problem where AWS's pages disagree on whether it is one.
pub(crate) fn softened(found: Diagnostic) -> Diagnostic {
    Diagnostic { severity: Severity::Warning, ..found }
}

/// A path in the grammar selects nothing in this event.
pub(crate) fn selects_nothing(
    role: Role,
    span: Span,
    path: &str,
    miss: Option<Miss>,
    quoted: bool,
) -> Diagnostic {
    let message = PathMessage::SelectsNothing { path: path.to_owned(), miss: miss.clone() };
    let found = warning(Code::SelectsNothing, role, span, message);
    let Some(miss) = miss else { return found };
    let found = found.label(Role::Event, miss.reached_span, PathMessage::ReachedHere(miss.reached));
    match miss.meant {
        Some(meant) => {
            let text = if quoted { quote(&meant) } else { meant.clone() };
            found.fix(Help::WritePath(meant), replace(span, text))
        }
        None => found,
    }
}

pub(crate) fn map_not_object(target: u32, root: &Node) -> Diagnostic {
    let message = PathMessage::MapNotObject(root.value.kind());
    error(Code::MapNotObject, Role::InputPathsMap(target), root.span, message).advice(Help::WriteMap)
}

pub(crate) fn map_trailing_text(found: JsonDiagnostic) -> Diagnostic {
    Diagnostic { severity: Severity::Error, ..renamed(found, Code::TextAfterMap, PathMessage::TrailingText) }
}

pub(crate) fn path_not_string(target: u32, value: &Node, name: &str) -> Diagnostic {
    let message = PathMessage::NotString { name: name.to_owned(), kind: value.value.kind() };
    error(Code::PathNotString, Role::InputPathsMap(target), value.span, message).advice(Help::QuotePath)
}

pub(crate) fn too_many_paths(target: u32, span: Span, count: usize) -> Diagnostic {
    error(Code::TooManyPaths, Role::InputPathsMap(target), span, PathMessage::TooMany(count))
        .advice(Help::SelectObject)
}

pub(crate) fn duplicate_name(
    target: u32,
    span: Span,
    name: &str,
    later: Span,
    removal: Vec<Edit>,
) -> Diagnostic {
    let role = Role::InputPathsMap(target);
    warning(Code::DuplicateName, role, span, PathMessage::DuplicateName(name.to_owned()))
        .label(role, later, PathMessage::LaterPath)
        .fix(Help::RemoveEarlier, removal)
}

pub(crate) fn reserved_name(target: u32, span: Span, name: &str) -> Diagnostic {
    let role = Role::InputPathsMap(target);
    let found = error(Code::ReservedName, role, span, PathMessage::ReservedName(name.to_owned()));
    if RESERVED.contains(&name) {
        return found.advice(Help::NeedsNoEntry(name.to_owned()));
    }
    rename(found, span, name)
}

pub(crate) fn bad_name(target: u32, span: Span, name: &str) -> Diagnostic {
    let bad = |message| error(Code::BadName, Role::InputPathsMap(target), span, message);
    let length = name.chars().count();
    if length == 0 {
        return bad(PathMessage::NoName).advice(Help::VariableNames);
    }
    if length > MAX_NAME {
        return bad(PathMessage::NameTooLong(length)).advice(Help::ShortenName);
    }
    rename(bad(PathMessage::BadName(name.to_owned())), span, name)
}

fn rename(found: Diagnostic, span: Span, name: &str) -> Diagnostic {
    let name = variable_name(name);
    let edits = replace(span, quote(&name));
    found.fix(Help::NameIt(name), edits).advice(Help::SameNameInTemplate)
}

/// The name is used in the template, so that another one here alone would leave nothing defining it.
pub(crate) fn name_in_use(mut found: Diagnostic) -> Diagnostic {
    found.help.iter_mut().for_each(|help| help.edits.clear());
    found
}

/// A text of paths where one path belongs.
pub(crate) fn several_paths(role: Role, span: Span, count: usize) -> Diagnostic {
    let help = match role {
        Role::InputPathsMap(_) => Help::NameEachPath,
        _ => Help::UseTransformer,
    };
    warning(Code::SeveralPaths, role, span, PathMessage::Several(count)).advice(help)
}

pub(crate) fn unused(target: u32, span: Span, name: &str, removal: Vec<Edit>) -> Diagnostic {
    let message = PathMessage::Unused(name.to_owned());
    warning(Code::UnusedEntry, Role::InputPathsMap(target), span, message).fix(Help::RemoveEntry, removal)
}
