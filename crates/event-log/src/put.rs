//! `PutItem` for one payload after the other: the item, DynamoDB's answer, and what it replaces.

use super::attribute::{Attribute, depth, last_of_each, size, type_name, typed};
use super::number::{canonical, refusal};
use super::{Key, Message, Table};
use crate::aws::AwsSentence;
use crate::message::{KeyType, PutNote, Refusal};
use rulepad_document::Role;
use rulepad_document::json::{Node, Value, parse, pretty, quote};
use rulepad_transformer::path::{Path, Selected};
use std::collections::HashMap;

/// The attribute that holds a payload which is no object.
const WHOLE: &str = "payload";
/// The most bytes of an item: 400 KB.
const MAX_ITEM: usize = 409_600;
/// The most bytes of a partition key's and a sort key's value.
const MAX_PARTITION: usize = 2048;
const MAX_SORT: usize = 1024;
/// How deeply lists and maps may be nested.
const MAX_NESTING: usize = 32;

/// A put, before it is put into words.
type Put = super::Put<Message>;

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
    partition: Option<KeyType>,
    sort: Option<KeyType>,
}

/// A refusal, and DynamoDB's sentence where it is known.
struct Refused {
    why: Refusal,
    aws: Option<AwsSentence>,
}

impl Refused {
    fn new(why: Refusal, aws: AwsSentence) -> Self {
        Self { why, aws: Some(aws) }
    }
}

/// One put, and the key of its item when the table takes it.
fn one(table: &Table, payload: &str, types: &mut Types) -> (Put, Option<(String, String)>) {
    let document = parse(payload, Role::Event);
    let Some(root) = document.single() else {
        return (Put { refused: Some(Refusal::NotOneValue.into()), ..Put::default() }, None);
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
            put.notes.push(PutNote::OneAttribute { kind: root.value.kind(), name: WHOLE }.into());
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
    if let Some(Refused { why, aws }) = refused {
        put.refused = Some(why.into());
        put.aws = aws.as_ref().map(AwsSentence::sentence);
        put.gloss = aws.map(Message::Aws);
        return (put, None);
    }
    types.partition = types.partition.or(partition.as_deref().and_then(key_type));
    types.sort = types.sort.or(sort.as_deref().and_then(key_type));
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

/// The note on a member of the payload that has a key's name and another value.
fn hidden(
    table: &Table,
    name: &str,
    value: &Node,
    [partition, sort]: [&Option<std::borrow::Cow<'_, Node>>; 2],
) -> Option<Message> {
    let (key, path) = if name == table.partition.name {
        (partition, &table.partition.path)
    } else {
        (sort, &table.sort.path)
    };
    let same = key.as_ref().is_some_and(|key| typed(key) == typed(value));
    (!same).then(|| PutNote::MemberReplaced { name: name.to_owned(), path: path.clone() }.into())
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
) -> Option<Refused> {
    let sort_key = table.has_sort().then_some((&table.sort, sort, types.sort));
    let keys = [Some((&table.partition, partition, types.partition)), sort_key];
    for (key, value, _) in keys.iter().flatten() {
        if value.is_none() {
            let why = Refusal::KeyMissing { name: key.name.clone(), path: key.path.clone() };
            return Some(Refused::new(why, AwsSentence::KeyMissing(key.name.clone())));
        }
    }
    if all.iter().any(|(name, _)| name.is_empty()) {
        return Some(Refused { why: Refusal::NamelessAttribute, aws: None });
    }
    if let Some(aws) = all.iter().find_map(|(_, node)| number_refusal(node)) {
        return Some(Refused::new(Refusal::Number, aws));
    }
    for (key, value, expected) in keys.iter().flatten() {
        let refused = value.and_then(|value| check_type(&key.name, value, *expected));
        if refused.is_some() {
            return refused;
        }
    }
    if let Some((name, _)) = all.iter().find(|(_, node)| depth(node) > MAX_NESTING) {
        let why = Refusal::TooDeep { name: (*name).to_owned(), most: MAX_NESTING };
        return Some(Refused::new(why, AwsSentence::TooDeep));
    }
    let length = |node: Option<&Node>| node.and_then(Node::as_str).map_or(0, str::len);
    if length(partition) > MAX_PARTITION {
        let why = Refusal::PartitionTooLong { length: length(partition), most: MAX_PARTITION };
        return Some(Refused::new(why, AwsSentence::PartitionTooLong));
    }
    if length(sort) > MAX_SORT {
        let why = Refusal::SortTooLong { length: length(sort), most: MAX_SORT };
        return Some(Refused::new(why, AwsSentence::SortTooLong));
    }
    (size > MAX_ITEM).then(|| Refused::new(Refusal::TooLarge { size, most: MAX_ITEM }, AwsSentence::TooLarge))
}

/// The type that a key of this value has; `None` where a key cannot be of it.
fn key_type(node: &Node) -> Option<KeyType> {
    match node.value {
        Value::String(_) => Some(KeyType::String),
        Value::Number(_) => Some(KeyType::Number),
        _ => None,
    }
}

/// `expected` is the type that the table's key has so far.
fn check_type(name: &str, value: &Node, expected: Option<KeyType>) -> Option<Refused> {
    let found = key_type(value);
    let (name, kind) = (name.to_owned(), value.value.kind());
    let Some(expected) = expected.or(found) else {
        return Some(Refused { why: Refusal::KeyKind { name, kind }, aws: None });
    };
    if found != Some(expected) {
        let aws = AwsSentence::KeyType { name: name.clone(), expected, found: type_name(value) };
        return Some(Refused::new(Refusal::KeyType { name, kind, expected }, aws));
    }
    (value.as_str() == Some("")).then(|| {
        let aws = AwsSentence::KeyEmpty(name.clone());
        Refused::new(Refusal::KeyEmpty(name), aws)
    })
}

fn number_refusal(node: &Node) -> Option<AwsSentence> {
    match &node.value {
        Value::Number(text) => refusal(text),
        Value::Array(items) => items.iter().find_map(number_refusal),
        Value::Object(members) => {
            last_of_each(members).into_iter().find_map(|member| number_refusal(&member.value))
        }
        _ => None,
    }
}
