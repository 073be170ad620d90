//! The fields of an event type: of a sample event, and of a schema.

use rulepad_document::Lang;
use rulepad_document::json::{self, Node, Value};
use rulepad_pattern::words::shortened;
use serde::{Deserialize, Serialize};

/// A field below `detail`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FieldInfo {
    /// Its joined name, as patterns test it: `detail.phases.phase-type`, without a mark for arrays.
    pub path: String,
    /// What is there.
    pub kind: FieldKind,
    /// Whether it is in an array, or in an object of one: an event can have several values.
    pub list: bool,
    /// What it is known to be, as matchers in JSON: values, or a `prefix` or a range that covers several.
    pub values: Vec<String>,
    /// What each of the values is called, in their order; empty where they speak for themselves.
    pub names: Vec<String>,
    /// Its first value in the sample, in JSON; empty without one.
    pub sample: String,
    /// Whether its schema says that it is always there; `None` without a schema.
    pub required: Option<bool>,
}

/// What is at a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// A string.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// `null`, in the one event at hand.
    Null,
    /// An object whose keys are not known: patterns test what is under it.
    Object,
    /// Anything.
    Any,
}

impl FieldKind {
    /// A word for it.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => crate::words_en::builder::kind(self),
            Lang::Ko(_) => crate::words_ko::builder::kind(self),
        }
    }
}

impl FieldInfo {
    /// What is there, in a few words.
    #[must_use]
    pub fn kind_name(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::builder::field_kind(self),
            Lang::Ko(_) => crate::words_ko::builder::field_kind(self),
        }
    }

    /// Its sample, cut to what fits beside a name.
    #[must_use]
    pub fn short_sample(&self) -> String {
        shortened(&self.sample)
    }

    pub(crate) fn new(path: &str, kind: FieldKind, list: bool) -> Self {
        Self {
            path: path.to_owned(),
            kind,
            list,
            values: Vec::new(),
            names: Vec::new(),
            sample: String::new(),
            required: None,
        }
    }
}

/// The fields of a sample's value at `path`, in the order of its text.
pub(crate) fn of_event(node: &Node, path: &str) -> Vec<FieldInfo> {
    let mut out = Vec::new();
    walk_event(node, path, false, &mut out);
    out
}

fn walk_event(node: &Node, path: &str, list: bool, out: &mut Vec<FieldInfo>) {
    match &node.value {
        Value::Object(members) if !members.is_empty() => {
            for member in members {
                walk_event(&member.value, &join(path, &member.key), list, out);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                walk_event(item, path, true, out);
            }
        }
        Value::Array(_) => put(out, FieldInfo::new(path, FieldKind::Any, true)),
        value => {
            let kind = match value {
                Value::String(_) => FieldKind::String,
                Value::Number(_) => FieldKind::Number,
                Value::Bool(_) => FieldKind::Boolean,
                Value::Object(_) => FieldKind::Object,
                _ => FieldKind::Null,
            };
            let mut field = FieldInfo::new(path, kind, list);
            if kind != FieldKind::Object {
                field.sample = json::compact(node);
            }
            put(out, field);
        }
    }
}

/// The fields of a schema's object at `path`: `"string"`, `"number?"`, an object of them, or an array of one.
pub(crate) fn of_schema(node: &Node, path: &str) -> Vec<FieldInfo> {
    let mut out = Vec::new();
    walk_schema(node, path, false, &mut out);
    out
}

fn walk_schema(node: &Node, path: &str, list: bool, out: &mut Vec<FieldInfo>) {
    match &node.value {
        Value::Object(members) => {
            for member in members {
                walk_schema(&member.value, &join(path, &member.key), list, out);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| walk_schema(item, path, true, out)),
        Value::String(text) => {
            let required = !text.ends_with('?');
            let kind = match text.trim_end_matches('?') {
                "string" => FieldKind::String,
                "number" => FieldKind::Number,
                "boolean" => FieldKind::Boolean,
                "object" => FieldKind::Object,
                _ => FieldKind::Any,
            };
            put(out, FieldInfo { required: Some(required), ..FieldInfo::new(path, kind, list) });
        }
        _ => {}
    }
}

/// Adds a field, or what it shows of one that is there already.
pub(crate) fn put(fields: &mut Vec<FieldInfo>, field: FieldInfo) {
    let Some(own) = fields.iter_mut().find(|own| own.path == field.path) else {
        fields.push(field);
        return;
    };
    own.list |= field.list;
    own.required = own.required.or(field.required);
    if matches!(own.kind, FieldKind::Null | FieldKind::Any) && field.kind != FieldKind::Null {
        own.kind = field.kind;
    }
    if own.sample.is_empty() || own.sample == "null" {
        own.sample = if field.sample.is_empty() { std::mem::take(&mut own.sample) } else { field.sample };
    }
    if own.values.is_empty() {
        own.names = field.names;
    } else if field.values.iter().any(|value| !own.values.contains(value)) {
        // Names belong to one list of values, which becomes longer.
        own.names.clear();
    }
    for value in field.values {
        if !own.values.contains(&value) {
            own.values.push(value);
        }
    }
}

/// The scalars of a document with their joined names, in the order of its text.
pub(crate) fn leaves(root: &Node) -> Vec<(String, &Node)> {
    let mut out = Vec::new();
    walk_leaves(root, "", &mut { MOST_BYTES }, &mut out);
    out
}

/// How many bytes the names of leaves may take; those behind it are left out.
const MOST_BYTES: usize = 8 << 20;

fn walk_leaves<'n>(node: &'n Node, path: &str, left: &mut usize, out: &mut Vec<(String, &'n Node)>) {
    *left = left.saturating_sub(path.len());
    if *left == 0 {
        return;
    }
    match &node.value {
        Value::Object(members) => {
            members.iter().for_each(|member| {
                if *left == 0 {
                    return;
                }
                walk_leaves(&member.value, &join(path, &member.key), left, out);
            });
        }
        Value::Array(items) => items.iter().for_each(|item| walk_leaves(item, path, left, out)),
        Value::Invalid => {}
        _ => out.push((path.to_owned(), node)),
    }
}

pub(crate) fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
