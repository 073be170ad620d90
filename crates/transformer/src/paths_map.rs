//! `InputPathsMap`: the names a template may use and the path of each.

use crate::diagnostics as say;
use crate::input_path::{self, Fault, Read};
use crate::instead;
use crate::reserved;
use rulepad_document::diagnostic::worded;
use rulepad_document::json::{Code, Member, Node, Value, parse};
use rulepad_document::{Diagnostic, Edit, Lang, Role, Span};

/// The most entries AWS takes.
pub(crate) const MAX_ENTRIES: usize = 100;
/// The longest name AWS takes, in characters.
pub(crate) const MAX_NAME: usize = 256;

/// One entry of the map.
pub(crate) struct Entry {
    pub name: String,
    /// The key, quotes included.
    pub name_span: Span,
    pub path: String,
    /// The path, quotes included.
    pub path_span: Span,
    pub read: Read,
    /// Takes the entry out of the text.
    pub removal: Vec<Edit>,
}

/// What the text of the map says.
pub(crate) struct PathsMap {
    /// The entries in order; of a name that stands twice, the last.
    pub entries: Vec<Entry>,
    /// Names whose entry cannot be used: something else is wrong than that nothing defines them.
    pub unusable: Vec<String>,
    /// Why PutTargets refuses the map.
    pub refusals: Vec<Diagnostic>,
    pub remarks: Vec<Diagnostic>,
    /// What is not verified about the refusals.
    pub notes: Vec<String>,
}

/// Reads the text of a map; a blank text is a map without entries. With the event more can be mended.
pub(crate) fn read(text: &str, target: u32, event: Option<&Node>) -> PathsMap {
    let mut map = PathsMap {
        entries: Vec::new(),
        unusable: Vec::new(),
        refusals: Vec::new(),
        remarks: Vec::new(),
        notes: Vec::new(),
    };
    if text.trim().is_empty() {
        return map;
    }
    let parsed = parse(text, Role::InputPathsMap(target));
    for diagnostic in worded(parsed.diagnostics, Lang::En) {
        if diagnostic.is(Code::TrailingText) {
            map.refusals.push(say::map_trailing_text(diagnostic));
        } else if diagnostic.is_error() {
            // The map travels as fields of the request: AWS never sees this text.
            map.refusals.push(Diagnostic { reference: None, ..diagnostic });
        } else {
            map.remarks.push(diagnostic);
        }
    }
    let Some(root) = parsed.root else { return map };
    let Some(members) = root.members() else {
        if root.value != Value::Invalid {
            map.refusals.push(say::map_not_object(target, &root));
        }
        return map;
    };
    if members.len() > MAX_ENTRIES {
        let extra = members.get(MAX_ENTRIES).map_or(root.span, |member| member.key_span);
        map.refusals.push(say::too_many_paths(target, extra, members.len()));
    }
    for (at, member) in members.iter().enumerate().take(MAX_ENTRIES) {
        match entry(members, at, member, (target, event), &mut map) {
            Some(entry) => map.entries.push(entry),
            None => map.unusable.push(member.key.clone()),
        }
    }
    map.unusable.extend(members.iter().skip(MAX_ENTRIES).map(|member| member.key.clone()));
    map
}

fn entry(
    members: &[Member],
    at: usize,
    member: &Member,
    (target, event): (u32, Option<&Node>),
    map: &mut PathsMap,
) -> Option<Entry> {
    let Member { key: name, key_span, value } = member;
    if let Some(later) = members.get(at + 1..).and_then(|rest| rest.iter().find(|other| other.key == *name)) {
        map.remarks.push(say::duplicate_name(target, *key_span, name, later.key_span, removal(members, at)));
        return None;
    }
    if reserved::is_reserved(name) {
        map.refusals.push(say::reserved_name(target, *key_span, name));
    } else if name.is_empty() || name.chars().count() > MAX_NAME || !name.chars().all(name_character) {
        map.refusals.push(say::bad_name(target, *key_span, name));
    }
    let path = path_text(value, name, target, map)?;
    let read = input_path::read(&path);
    if let Some(count) = instead::listed(&path) {
        map.remarks.push(say::several_paths(Role::InputPathsMap(target), value.span, count));
    } else if let Some(fault) = &read.fault {
        let span = within(value.span, &path, fault);
        let mend = mend(value.span, &path, &read, event, true);
        let found = say::path_fault(Role::InputPathsMap(target), span, fault.kind, mend);
        if read.only_brackets {
            map.refusals.push(found);
            map.notes.push(
                "the API reference asks for dot notation; that PutTargets refuses bracket notation in the map \
                 has not been seen"
                    .to_owned(),
            );
        } else {
            map.remarks.push(found);
        }
    }
    Some(Entry {
        name: name.clone(),
        name_span: *key_span,
        path,
        path_span: value.span,
        read,
        removal: removal(members, at),
    })
}

fn path_text(value: &Node, name: &str, target: u32, map: &mut PathsMap) -> Option<String> {
    match &value.value {
        Value::String(path) => {
            if path.chars().count() > super::input::MAX_PATH {
                let role = Role::InputPathsMap(target);
                map.refusals.push(say::path_too_long(role, value.span, path.chars().count()));
            }
            Some(path.clone())
        }
        Value::Invalid => None,
        _ => {
            map.refusals.push(say::path_not_string(target, value, name));
            None
        }
    }
}

/// The place of a fault inside a JSON string, as long as the string has no escapes.
fn within(string: Span, path: &str, fault: &Fault) -> Span {
    let plain = string.range().len() == path.len() + 2;
    let start = string.start + 1;
    if plain && fault.span.end > fault.span.start {
        Span { start: start + fault.span.start, end: start + fault.span.end }
    } else {
        string
    }
}

/// The edit that writes the path in the grammar, where that is obvious.
pub(crate) fn mend(
    whole: Span,
    path: &str,
    read: &Read,
    event: Option<&Node>,
    quoted: bool,
) -> Option<(String, Edit)> {
    let mend = read.mend.clone().or_else(|| instead::descended(path, event?))?;
    let text = if quoted { rulepad_document::json::quote(&mend) } else { mend.clone() };
    Some((mend, Edit { span: whole, text }))
}

/// The edit that takes a member and one comma out of the object.
fn removal(members: &[Member], at: usize) -> Vec<Edit> {
    let whole = |member: &Member| member.key_span.to(member.value.span);
    let Some(member) = members.get(at) else { return Vec::new() };
    let before = at.checked_sub(1).and_then(|before| members.get(before));
    let span = match (before, members.get(at + 1)) {
        (_, Some(next)) => Span { start: member.key_span.start, end: next.key_span.start },
        (Some(before), None) => Span { start: whole(before).end, end: whole(member).end },
        (None, None) => whole(member),
    };
    vec![Edit { span, text: String::new() }]
}

fn name_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}
