//! Events made of names and values, and values set in events that are there.

use super::envelope;
use super::value::Value;
use crate::event::{Event, Scalar};
use rulepad_document::json::{self, Member, Node};
use rulepad_document::{Role, Span};

/// Names of more parts stay one key, so that no name nests too deep to be read.
const PARTS: usize = 64;

/// An event with these values and a whole envelope: what no name speaks of is there as in any event.
pub(crate) fn event(values: &[(&str, &Value)]) -> Node {
    let lists: Vec<(&str, Vec<&Scalar>)> =
        values.iter().map(|(name, value)| (*name, value.iter().collect())).collect();
    event_of_lists(&lists)
}

/// The same, where a field may have several values; none is absence.
pub(crate) fn event_of_lists(values: &[(&str, Vec<&Scalar>)]) -> Node {
    let spoken = |name: &str| values.iter().find(|(own, _)| *own == name);
    let above = |name: &str, list: &[(&str, Vec<&Scalar>)]| {
        list.iter().any(|(own, value)| {
            !value.is_empty() && own.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
        })
    };
    let mut members = Vec::new();
    for (name, _) in envelope::TEXTS {
        let value = match spoken(name) {
            Some((_, own)) => list(own),
            None if above(name, values) => Some(json::Value::Object(Vec::new())),
            None => envelope::usual(name).as_ref().map(scalar),
        };
        members.extend(value.map(|value| member(name, value)));
    }
    for name in ["resources", "detail"] {
        let value = match spoken(name).filter(|(_, own)| !own.is_empty()) {
            Some((_, own)) if name == "detail" => list(own),
            Some((_, own)) => Some(json::Value::Array(own.iter().map(|own| node(scalar(own))).collect())),
            None if name == "detail" || above(name, values) => Some(json::Value::Object(Vec::new())),
            None => Some(json::Value::Array(Vec::new())),
        };
        members.extend(value.map(|value| member(name, value)));
    }
    let mut root = node(json::Value::Object(members));
    let fixed = |name: &str| matches!(name, "resources" | "detail") || envelope::is_text(name);
    let rest = values.iter().filter(|(name, own)| !fixed(name) && !own.is_empty());
    // A value under `a` goes before one under `a.b`, which finds its way around it.
    let (mut outer, inner): (Vec<_>, Vec<_>) = rest.partition(|(name, _)| above(name, values));
    outer.sort_by_key(|(name, _)| name.len());
    for (name, own) in outer.into_iter().chain(inner) {
        if let Some(value) = list(own) {
            put(&mut root, &parts(name), &value, 0);
        }
    }
    root
}

/// Sets the value of a name, in the array elements with this number, or the last where there are fewer;
/// absence takes every value of the name away.
pub(super) fn set(root: &mut Node, name: &str, value: &Value, element: usize) {
    match value {
        Some(value) => put(root, &parts(name), &scalar(value), element),
        None => remove(root, "", name),
    }
}

/// The event as text, and read back: what is shown is what was checked.
pub(crate) fn printed(root: &Node) -> Option<(String, Event)> {
    let text = json::pretty(root);
    let read = json::parse(&text, Role::Event);
    let event = Event::new(read.valid()?)?;
    Some((text, event))
}

/// The steps to a name. An empty first part has no place of its own in a joined name.
fn parts(name: &str) -> Vec<&str> {
    let parts: Vec<&str> = name.split('.').collect();
    let plain = parts.len() <= PARTS && parts.first().is_some_and(|first| !first.is_empty());
    if plain { parts } else { vec![name] }
}

fn node(value: json::Value) -> Node {
    Node { span: Span::default(), value }
}

fn member(key: &str, value: json::Value) -> Member {
    Member { key: key.to_owned(), key_span: Span::default(), value: node(value) }
}

fn scalar(value: &Scalar) -> json::Value {
    match value {
        Scalar::Null => json::Value::Null,
        Scalar::Bool(value) => json::Value::Bool(*value),
        Scalar::Number(text, _) => json::Value::Number(text.clone()),
        Scalar::String(text) => json::Value::String(text.clone()),
    }
}

fn list(values: &[&Scalar]) -> Option<json::Value> {
    match values {
        [] => None,
        [only] => Some(scalar(only)),
        many => Some(json::Value::Array(many.iter().map(|value| node(scalar(value))).collect())),
    }
}

/// The value under the rest of a name.
fn nested(parts: &[&str], value: &json::Value) -> json::Value {
    parts.iter().rev().fold(value.clone(), |inner, part| json::Value::Object(vec![member(part, inner)]))
}

fn put(at: &mut Node, parts: &[&str], value: &json::Value, element: usize) {
    match (&mut at.value, parts) {
        (json::Value::Array(items), _) => {
            let fits = |item: &Node| match item.value {
                json::Value::Array(_) => true,
                json::Value::Object(_) => !parts.is_empty(),
                _ => parts.is_empty(),
            };
            let count = items.iter().filter(|item| fits(item)).count();
            let chosen = element.min(count.saturating_sub(1));
            match items.iter_mut().filter(|item| fits(item)).nth(chosen) {
                Some(item) => put(item, parts, value, element),
                None => items.push(node(nested(parts, value))),
            }
        }
        (_, []) => at.value = value.clone(),
        (json::Value::Object(members), [first, rest @ ..]) => {
            // A key may hold several parts of the name.
            for taken in (1..=parts.len()).rev() {
                let (head, tail) = parts.split_at(taken);
                let key = head.join(".");
                let inner = |own: &Member| {
                    let open = matches!(own.value.value, json::Value::Object(_) | json::Value::Array(_));
                    own.key == key && (tail.is_empty() || open)
                };
                if let Some(own) = members.iter_mut().rev().find(|own| inner(own)) {
                    return put(&mut own.value, tail, value, element);
                }
            }
            // Where a value stands in the way, the whole name is one key.
            let new = if members.iter().any(|own| own.key == *first) {
                member(&parts.join("."), value.clone())
            } else {
                member(first, nested(rest, value))
            };
            members.push(new);
        }
        _ => at.value = nested(parts, value),
    }
}

/// Takes every scalar with this joined name away.
fn remove(at: &mut Node, joined: &str, name: &str) {
    let goes = |value: &Node, joined: &str| {
        joined == name && !matches!(value.value, json::Value::Object(_) | json::Value::Array(_))
    };
    match &mut at.value {
        json::Value::Object(members) => {
            let inner =
                |key: &str| if joined.is_empty() { key.to_owned() } else { format!("{joined}.{key}") };
            members.retain(|own| !goes(&own.value, &inner(&own.key)));
            members.iter_mut().for_each(|own| remove(&mut own.value, &inner(&own.key), name));
        }
        json::Value::Array(items) => {
            items.retain(|item| !goes(item, joined));
            items.iter_mut().for_each(|item| remove(item, joined, name));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str, name: &str, value: Option<&str>, element: usize) -> String {
        let mut root = json::parse(text, Role::Event).root.unwrap();
        let value = value.map(|text| Scalar::String(text.to_owned()));
        set(&mut root, name, &value, element);
        json::compact(&root)
    }

    #[test]
    fn a_value_is_set_where_the_name_leads() {
        for (before, name, element, expected) in [
            (r#"{}"#, "a.b", 0, r#"{"a":{"b":"v"}}"#),
            (r#"{"a":1}"#, "a", 0, r#"{"a":"v"}"#),
            (r#"{"a":1}"#, "a.b", 0, r#"{"a":1,"a.b":"v"}"#),
            (r#"{"a.b":1}"#, "a.b", 0, r#"{"a.b":"v"}"#),
            (r#"{"a":[]}"#, "a.b", 0, r#"{"a":[{"b":"v"}]}"#),
            (r#"{"a":[{"b":1},{"b":2}]}"#, "a.b", 1, r#"{"a":[{"b":1},{"b":"v"}]}"#),
            (r#"{"a":[{"b":1},{"b":2}]}"#, "a.b", 9, r#"{"a":[{"b":1},{"b":"v"}]}"#),
            (r#"{"a":[1,2]}"#, "a", 0, r#"{"a":["v",2]}"#),
            (r#"{"a":[{"b":1}]}"#, "a", 0, r#"{"a":[{"b":1},"v"]}"#),
            (r#"{"a":[1]}"#, "a.b", 0, r#"{"a":[1,{"b":"v"}]}"#),
        ] {
            assert_eq!(after(before, name, Some("v"), element), expected, "{before} {name}");
        }
    }

    #[test]
    fn absence_takes_every_value() {
        assert_eq!(
            after(r#"{"a":[{"b":1},{"b":[2],"c":3}],"a.b":4}"#, "a.b", None, 0),
            r#"{"a":[{},{"b":[],"c":3}]}"#
        );
        assert_eq!(after(r#"{"a":{"b":1}}"#, "a", None, 0), r#"{"a":{"b":1}}"#);
    }

    #[test]
    fn an_event_has_its_envelope() {
        let bucket = Some(Scalar::String("b".to_owned()));
        let made = event(&[("detail.bucket", &bucket), ("region", &None)]);
        let keys: Vec<&str> = made.members().unwrap().iter().map(|own| own.key.as_str()).collect();
        assert_eq!(
            keys,
            ["version", "id", "detail-type", "source", "account", "time", "resources", "detail"]
        );
        assert_eq!(made.get("detail").map(json::compact).as_deref(), Some(r#"{"bucket":"b"}"#));
    }
}
