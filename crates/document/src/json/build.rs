//! Values that are made rather than read: they have no place in a text.

use super::{Member, Node, Value};
use crate::text::Span;

/// A value.
#[must_use]
pub fn node(value: Value) -> Node {
    Node { span: Span::default(), value }
}

/// A string.
#[must_use]
pub fn string(text: impl Into<String>) -> Node {
    node(Value::String(text.into()))
}

/// A string, unless it is blank.
#[must_use]
pub fn given(text: &str) -> Option<Node> {
    (!text.is_empty()).then(|| string(text))
}

/// An array.
#[must_use]
pub fn list(items: impl IntoIterator<Item = Node>) -> Node {
    node(Value::Array(items.into_iter().collect()))
}

/// An object, without the members that have no value.
#[must_use]
pub fn object<'k>(members: impl IntoIterator<Item = (&'k str, Option<Node>)>) -> Node {
    let member = |(key, value): (&str, Option<Node>)| {
        Some(Member { key: key.to_owned(), key_span: Span::default(), value: value? })
    };
    node(Value::Object(members.into_iter().filter_map(member).collect()))
}

/// A member of an object, its key at the place of its value.
#[must_use]
pub fn member(key: &str, value: Node) -> Member {
    Member { key: key.to_owned(), key_span: value.span, value }
}

/// The value without its places.
#[must_use]
pub fn unplaced(of: &Node) -> Node {
    node(match &of.value {
        Value::Array(items) => Value::Array(items.iter().map(unplaced).collect()),
        Value::Object(members) => {
            let member = |own: &Member| Member {
                key: own.key.clone(),
                key_span: Span::default(),
                value: unplaced(&own.value),
            };
            Value::Object(members.iter().map(member).collect())
        }
        other => other.clone(),
    })
}

/// Whether two values are written the same, apart from their places: numbers by their text, members in their order.
#[must_use]
pub fn same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let alike =
                |(one, other): (&Member, &Member)| one.key == other.key && same(&one.value, &other.value);
            one.len() == other.len() && one.iter().zip(other).all(alike)
        }
        (one, other) => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Role;
    use crate::json::parse;

    #[test]
    fn places_do_not_count() {
        let read = |text: &str| parse(text, Role::Event).root.unwrap();
        let (one, other) = (read(r#"{"a": [1, {}], "b": null}"#), read(r#"{ "a":[ 1,{ }],"b":null }"#));
        assert!(one != other && same(&one, &other));
        assert_eq!(unplaced(&one), unplaced(&other));
        for changed in [r#"{"b": null, "a": [1, {}]}"#, r#"{"a": [1.0, {}], "b": null}"#, r#"{"a": [1, {}]}"#]
        {
            assert!(!same(&one, &read(changed)), "{changed}");
        }
        let built = object([
            ("a", Some(list([node(Value::Number("1".into())), object([])]))),
            ("none", given("")),
            ("b", Some(node(Value::Null))),
        ]);
        assert_eq!(built, unplaced(&one));
    }
}
