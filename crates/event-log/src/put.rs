//! `PutItem` for one payload after the other: the item, what DynamoDB says to it, and what it replaces.

use super::attribute::{Attribute, depth, kind, last_of_each, size, typed};
use super::number::{canonical, refusal};
use super::{Key, Put, Table};
use rulepad_document::Role;
use rulepad_document::json::{Node, Value, parse, pretty, quote};
use rulepad_document::words::en;
use rulepad_transformer::path::{Path, Selected};
use std::collections::HashMap;

/// The attribute that holds a payload which is no object.
const WHOLE: &str = "payload";
/// The most bytes of an item: 400 KB.
const MAX_ITEM: usize = 409_600;
/// The most bytes of a partition key's and a sort key's value.
const MAX_PARTITION: usize = 2048;
const MAX_SORT: usize = 1024;
/// How deep lists and maps may stand inside one another.
const MAX_NESTING: usize = 32;

/// The puts of a table without errors.
pub(super) fn puts(table: &Table, payloads: &[String]) -> Vec<Put> {
    let mut puts: Vec<Put> = Vec::new();
    let mut types = Types::default();
    let mut stored: HashMap<(String, String), usize> = HashMap::new();
    for (at, payload) in payloads.iter().enumerate() {
        let (mut put, key) = one(table, payload, &mut types);
        if let Some(key) = key {
            put.replaces = stored.insert(key, at);
            if let Some(earlier) = put.replaces.and_then(|earlier| puts.get_mut(earlier)) {
                earlier.replaced_by = Some(at);
            }
        }
        puts.push(put);
    }
    puts
}

/// The types of the keys: those of the first item the table took, as its definition would name them.
#[derive(Default)]
struct Types {
    partition: Option<&'static str>,
    sort: Option<&'static str>,
}

/// A refusal: our sentence, and DynamoDB's where it is known.
struct Refusal {
    sentence: String,
    aws: Option<String>,
}

impl Refusal {
    fn new(sentence: impl Into<String>, aws: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), aws: Some(aws.into()) }
    }
}

/// One put, and the key of its item when the table takes it.
fn one(table: &Table, payload: &str, types: &mut Types) -> (Put, Option<(String, String)>) {
    let document = parse(payload, Role::Event);
    let Some(root) = document.single() else {
        let sentence = "the payload is not one JSON value, so there is nothing to store".to_owned();
        return (Put { refused: Some(sentence), ..Put::default() }, None);
    };
    let mut put = Put::default();
    let partition = selected(&table.partition, root);
    let sort = if table.has_sort() { selected(&table.sort, root) } else { None };
    let is_key = |name: &str| name == table.partition.name || table.has_sort() && name == table.sort.name;
    let mut values: Vec<(&str, &Node)> = Vec::new();
    match root.members() {
        Some(members) => {
            for member in last_of_each(members) {
                if is_key(&member.key) {
                    put.notes.extend(hidden(table, &member.key, &member.value, [&partition, &sort]));
                } else {
                    values.push((&member.key, &member.value));
                }
            }
        }
        None if is_key(WHOLE) => {}
        None => {
            let kind = en::a(root.value.kind());
            put.notes.push(format!("The payload is {kind}, not an object: it is the attribute `{WHOLE}`."));
            values.push((WHOLE, root));
        }
    }
    put.attributes = values.iter().map(|(name, node)| Attribute::new(name, node)).collect();
    let keys = [(&table.partition, &partition), (&table.sort, &sort)];
    let keys =
        keys.iter().filter_map(|(key, value)| value.as_ref().map(|value| (key.name.as_str(), &**value)));
    let all: Vec<(&str, &Node)> = keys.chain(values).collect();
    put.partition = partition.as_deref().map(|node| Attribute::new(&table.partition.name, node));
    put.sort = sort.as_deref().map(|node| Attribute::new(&table.sort.name, node));
    put.item = item(&all);
    put.size = all.iter().map(|(name, node)| name.len() + size(node)).sum();
    let refused = refuse(table, (partition.as_deref(), sort.as_deref()), &all, put.size, types);
    if let Some(Refusal { sentence, aws }) = refused {
        put.refused = Some(sentence);
        put.aws = aws;
        return (put, None);
    }
    types.partition = types.partition.or(partition.as_deref().map(kind));
    types.sort = types.sort.or(sort.as_deref().map(kind));
    let identity = |node: Option<&Node>| match node.map(|node| &node.value) {
        Some(Value::Number(text)) => canonical(text),
        Some(Value::String(text)) => text.clone(),
        _ => String::new(),
    };
    let key = (identity(partition.as_deref()), identity(sort.as_deref()));
    (put, Some(key))
}

/// The value of a key: a node of the payload, or the list that `[*]` gathers.
fn selected<'n>(key: &Key, root: &'n Node) -> Option<std::borrow::Cow<'n, Node>> {
    use std::borrow::Cow;
    match Path::parse(&key.path)?.select(root) {
        Selected::Nothing => None,
        Selected::One(node) => Some(Cow::Borrowed(node)),
        Selected::Many(nodes) => Some(Cow::Owned(Node {
            span: root.span,
            value: Value::Array(nodes.into_iter().cloned().collect()),
        })),
    }
}

/// What to say of a member of the payload that has a key's name and another value.
fn hidden(
    table: &Table,
    name: &str,
    value: &Node,
    [partition, sort]: [&Option<std::borrow::Cow<'_, Node>>; 2],
) -> Option<String> {
    let (key, path) = if name == table.partition.name {
        (partition, &table.partition.path)
    } else {
        (sort, &table.sort.path)
    };
    let same = key.as_ref().is_some_and(|key| typed(key) == typed(value));
    (!same).then(|| format!("The payload's own `{name}` gives way to the key, which is `{path}`."))
}

/// The item as the request writes it.
fn item(all: &[(&str, &Node)]) -> String {
    let members: Vec<String> =
        all.iter().map(|(name, node)| format!("{}:{}", quote(name), typed(node))).collect();
    let text = format!("{{{}}}", members.join(","));
    parse(&text, Role::Event).valid().map_or_else(|| text.clone(), pretty)
}

fn refuse(
    table: &Table,
    (partition, sort): (Option<&Node>, Option<&Node>),
    all: &[(&str, &Node)],
    size: usize,
    types: &Types,
) -> Option<Refusal> {
    let sort_key = table.has_sort().then_some((&table.sort, sort, types.sort));
    let keys = [Some((&table.partition, partition, types.partition)), sort_key];
    for (key, value, _) in keys.iter().flatten() {
        if value.is_none() {
            return Some(Refusal::new(
                format!("`{}` selects nothing, and an item needs its key `{}`", key.path, key.name),
                format!(
                    "One or more parameter values were invalid: Missing the key {} in the item",
                    key.name
                ),
            ));
        }
    }
    if let Some((name, _)) = all.iter().find(|(name, _)| name.is_empty()) {
        return Some(Refusal {
            sentence: format!("an attribute needs a name, and one of the payload's members has `{name}`"),
            aws: None,
        });
    }
    if let Some(aws) = all.iter().find_map(|(_, node)| number_refusal(node)) {
        return Some(Refusal::new("the payload holds a number that DynamoDB does not store", aws));
    }
    for (key, value, wanted) in keys.iter().flatten() {
        let refusal = value.and_then(|value| key_type(&key.name, value, *wanted));
        if refusal.is_some() {
            return refusal;
        }
    }
    if let Some((name, _)) = all.iter().find(|(_, node)| depth(node) > MAX_NESTING) {
        return Some(Refusal::new(
            format!("`{name}` is nested more than {MAX_NESTING} levels deep"),
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond \
             supported limit",
        ));
    }
    let length = |node: Option<&Node>| node.and_then(Node::as_str).map_or(0, str::len);
    if length(partition) > MAX_PARTITION {
        return Some(Refusal::new(
            format!("the partition key has {} bytes; DynamoDB takes {MAX_PARTITION}", length(partition)),
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit \
             of2048 bytes",
        ));
    }
    if length(sort) > MAX_SORT {
        return Some(Refusal::new(
            format!("the sort key has {} bytes; DynamoDB takes {MAX_SORT}", length(sort)),
            "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the \
             size limit of 1024 bytes",
        ));
    }
    (size > MAX_ITEM).then(|| {
        Refusal::new(
            format!("the item has {size} bytes; DynamoDB takes 400 KB, that is {MAX_ITEM}"),
            "Item size has exceeded the maximum allowed size",
        )
    })
}

fn key_type(name: &str, value: &Node, wanted: Option<&'static str>) -> Option<Refusal> {
    let found = kind(value);
    let expected = match (wanted, found) {
        (None, "S" | "N") => found,
        (None, _) => {
            let sentence = format!(
                "the key `{name}` is {}; a key is a string, a number or binary",
                en::a(value.value.kind())
            );
            return Some(Refusal { sentence, aws: None });
        }
        (Some(wanted), _) => wanted,
    };
    if expected != found {
        let word = if expected == "S" { "a string" } else { "a number" };
        return Some(Refusal::new(
            format!("the key `{name}` is {}; the first item made it {word}", en::a(value.value.kind())),
            format!(
                "One or more parameter values were invalid: Type mismatch for key {name} expected: {expected} \
                 actual: {found}"
            ),
        ));
    }
    (value.as_str() == Some("")).then(|| {
        Refusal::new(
            format!("the key `{name}` is an empty string"),
            format!(
                "One or more parameter values are not valid. The AttributeValue for a key attribute cannot \
                 contain an empty string value. Key: {name}"
            ),
        )
    })
}

fn number_refusal(node: &Node) -> Option<&'static str> {
    match &node.value {
        Value::Number(text) => refusal(text),
        Value::Array(items) => items.iter().find_map(number_refusal),
        Value::Object(members) => {
            last_of_each(members).into_iter().find_map(|member| number_refusal(&member.value))
        }
        _ => None,
    }
}
