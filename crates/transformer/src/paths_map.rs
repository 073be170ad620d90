//! `InputPathsMap`: the names a template may use and the path of each.

use crate::diagnostics as say;
use crate::input_path::{self, Fault, ReadPath};
use crate::intended_path::{descended, several};
use crate::limits::{MAX_ENTRIES, MAX_NAME, MAX_PATH};
use crate::message::Message;
use crate::unverified::Unverified;
use crate::variable::{free_name, is_name_character, is_reserved};
use rulepad_document::diagnostic::apply;
use rulepad_document::json::{Code, Member, Node, Value, Written, append_member, parse, quote};
use rulepad_document::{Diagnostic, Edit, Role, Span};

/// One entry of the map.
pub(crate) struct PathEntry {
    pub name: String,
    /// The key, quotes included.
    pub name_span: Span,
    pub path: String,
    /// The path, quotes included.
    pub path_span: Span,
    pub read: ReadPath,
    /// Takes the entry out of the text.
    pub removal: Vec<Edit>,
}

/// The map as it was read.
pub(crate) struct PathsMap<'t> {
    pub text: &'t str,
    /// The object that the text is; `None` for a blank or broken text.
    root: Option<Node>,
    /// The entries in order; of a name that appears twice, the last.
    pub entries: Vec<PathEntry>,
    /// Names whose entry cannot be used: something else is wrong than that nothing defines them.
    pub unusable: Vec<String>,
    /// Why PutTargets refuses the map.
    pub refusals: Vec<Diagnostic<Message>>,
    pub remarks: Vec<Diagnostic<Message>>,
    /// What is not verified about the refusals.
    pub unverified: Vec<Unverified>,
}

/// Reads the text of a map; a blank text is a map without entries. With the event more can be fixed.
pub(crate) fn read<'t>(text: &'t str, target: u32, event: Option<&Node>) -> PathsMap<'t> {
    let mut map = PathsMap {
        text,
        root: None,
        entries: Vec::new(),
        unusable: Vec::new(),
        refusals: Vec::new(),
        remarks: Vec::new(),
        unverified: Vec::new(),
    };
    if text.trim().is_empty() {
        return map;
    }
    let parsed = parse(text, Role::InputPathsMap(target));
    let valid = parsed.valid().is_some();
    for diagnostic in parsed.diagnostics {
        if diagnostic.is(Code::TrailingText) {
            map.refusals.push(say::map_trailing_text(diagnostic));
        } else if diagnostic.is_error() {
            // The map travels as fields of the request: AWS never sees this text.
            map.refusals.push(Diagnostic { reference: None, ..diagnostic.lift() });
        } else {
            map.remarks.push(diagnostic.lift());
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
    map.root = Some(root).filter(|_| valid);
    map
}

impl PathsMap<'_> {
    /// Whether an entry can be added: the text is blank, or an object.
    pub fn is_object(&self) -> bool {
        self.text.trim().is_empty() || self.root.is_some()
    }

    /// The names of all entries, usable or not.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str()).chain(self.unusable.iter().map(String::as_str))
    }
}

/// A text of a map that grows.
pub(crate) struct GrowingMap {
    pub text: String,
    /// Names and paths of the entries that can be used again.
    entries: Vec<(String, String)>,
    taken: Vec<String>,
}

impl GrowingMap {
    /// A map with these entries.
    pub fn of(map: &PathsMap<'_>) -> Self {
        Self {
            text: map.text.to_owned(),
            entries: map.entries.iter().map(|entry| (entry.name.clone(), entry.path.clone())).collect(),
            taken: map.names().map(str::to_owned).collect(),
        }
    }

    /// A map without entries.
    pub fn empty() -> Self {
        Self { text: String::new(), entries: Vec::new(), taken: Vec::new() }
    }

    /// Whether a name is taken.
    pub fn has(&self, name: &str) -> bool {
        self.taken.iter().any(|own| own == name)
    }

    /// The variable of a path.
    pub fn known(&self, path: &str) -> Option<&str> {
        self.entries.iter().rev().find(|(_, own)| own == path).map(|(name, _)| name.as_str())
    }

    /// The variable of a path, entered where there is none; `None` where the text is no object.
    pub fn name(&mut self, path: &str, wanted: &str) -> Option<String> {
        if let Some(known) = self.known(path) {
            return Some(known.to_owned());
        }
        let name = free_name(wanted, |name| self.has(name));
        self.enter(&name, path)?;
        Some(name)
    }

    /// One more entry; `None` where the text is no object.
    pub fn enter(&mut self, name: &str, path: &str) -> Option<()> {
        self.text = enter(&self.text, name, path)?;
        self.entries.push((name.to_owned(), path.to_owned()));
        self.taken.push(name.to_owned());
        Some(())
    }
}

/// The text of a map with one more entry; `None` where it is no object.
fn enter(paths: &str, name: &str, path: &str) -> Option<String> {
    if paths.trim().is_empty() {
        return Some(format!("{{\n  {}: {}\n}}", quote(name), quote(path)));
    }
    let root = parse(paths, Role::Event).root?;
    let edit = append_member(paths, &root, name, &Written::Raw(quote(path)))?;
    Some(apply(paths, &[edit]))
}

fn entry(
    members: &[Member],
    at: usize,
    member: &Member,
    (target, event): (u32, Option<&Node>),
    map: &mut PathsMap<'_>,
) -> Option<PathEntry> {
    let Member { key: name, key_span, value } = member;
    if let Some(later) = members.get(at + 1..).and_then(|rest| rest.iter().find(|other| other.key == *name)) {
        map.remarks.push(say::duplicate_name(target, *key_span, name, later.key_span, removal(members, at)));
        return None;
    }
    if is_reserved(name) {
        map.refusals.push(say::reserved_name(target, *key_span, name));
    } else if name.is_empty() || name.chars().count() > MAX_NAME || !name.chars().all(is_name_character) {
        map.refusals.push(say::bad_name(target, *key_span, name));
    }
    let path = path_text(value, name, target, map)?;
    let read = input_path::read(&path);
    if let Some(paths) = several(&path) {
        map.remarks.push(say::several_paths(Role::InputPathsMap(target), value.span, paths.len()));
    } else if let Some(fault) = &read.fault {
        let span = within(value.span, &path, fault);
        let fix = fixed_path(value.span, &path, &read, event, true);
        let found = say::path_fault(Role::InputPathsMap(target), span, fault.kind, fix);
        if read.only_brackets {
            map.refusals.push(found);
            map.unverified.push(Unverified::BracketsInMap);
        } else {
            map.remarks.push(found);
        }
    }
    Some(PathEntry {
        name: name.clone(),
        name_span: *key_span,
        path,
        path_span: value.span,
        read,
        removal: removal(members, at),
    })
}

fn path_text(value: &Node, name: &str, target: u32, map: &mut PathsMap<'_>) -> Option<String> {
    match &value.value {
        Value::String(path) => {
            if path.chars().count() > MAX_PATH {
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

/// The path in the grammar with the edit that writes it, where it is obvious.
pub(crate) fn fixed_path(
    whole: Span,
    path: &str,
    read: &ReadPath,
    event: Option<&Node>,
    quoted: bool,
) -> Option<(String, Edit)> {
    let fixed = read.fixed.clone().or_else(|| descended(path, event?))?;
    let text = if quoted { quote(&fixed) } else { fixed.clone() };
    Some((fixed, Edit { span: whole, text }))
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
