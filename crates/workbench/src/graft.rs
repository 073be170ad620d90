//! Single values put into an event or taken out of it; every other byte stays.

use rulepad_document::Edit;
use rulepad_document::Span;
use rulepad_document::json::{Node, Value, Written, append_member, quote};
use rulepad_document::path::Step;

/// The edit that puts a value at the end of these steps. Objects that are missing on the way are added; an array
/// on the way is entered by its first element, as patterns look into arrays.
pub(crate) fn put(text: &str, root: &Node, steps: &[Step], value: &str) -> Option<Edit> {
    let mut node = root;
    let mut rest = steps;
    while let Some((step, after)) = rest.split_first() {
        let next = match (&node.value, step) {
            (Value::Object(members), Step::Key(key)) => {
                members.iter().rev().find(|member| member.key == *key).map(|member| (&member.value, after))
            }
            (Value::Array(items), Step::Index(index)) => items.get(*index).map(|item| (item, after)),
            (Value::Array(items), Step::Key(_)) => items.first().map(|item| (item, rest)),
            (_, Step::Index(_)) => Some((node, after)),
            _ => None,
        };
        let Some((inner, left)) = next else { break };
        (node, rest) = (inner, left);
    }
    let Some((first, inner)) = rest.split_first() else {
        return Some(Edit { span: node.span, text: value.to_owned() });
    };
    let Step::Key(first) = first else { return None };
    let nested = |text: String, step: &Step| match step {
        Step::Key(key) => format!("{{{}: {text}}}", quote(key)),
        Step::Index(_) => format!("[{text}]"),
    };
    if node.members().is_none() {
        // What is no object becomes one.
        let text = rest.iter().rev().fold(value.to_owned(), nested);
        return Some(Edit { span: node.span, text });
    }
    let lists = inner.iter().any(|step| matches!(step, Step::Index(_)));
    let written = if lists {
        Written::Raw(inner.iter().rev().fold(value.to_owned(), nested))
    } else {
        inner.iter().rev().fold(Written::Raw(value.to_owned()), |written, step| match step {
            Step::Key(key) => Written::Nested(key.clone(), Box::new(written)),
            Step::Index(_) => written,
        })
    };
    append_member(text, node, first, &written)
}

/// The edit that removes the member of this joined name; `None` where there is none.
pub(crate) fn remove(root: &Node, name: &str) -> Option<Edit> {
    let (object, at) = member(root, name)?;
    let members = object.members()?;
    let own = members.get(at)?;
    let span = match (at.checked_sub(1).and_then(|before| members.get(before)), members.get(at + 1)) {
        (Some(before), _) => Span { start: before.value.span.end, end: own.value.span.end },
        (None, Some(next)) => Span { start: own.key_span.start, end: next.key_span.start },
        (None, None) => Span { start: object.span.start + 1, end: object.span.end.saturating_sub(1) },
    };
    Some(Edit { span, text: String::new() })
}

/// The value of a joined name, `detail.a.b`, with keys that hold dots and arrays looked into.
pub(crate) fn value<'n>(root: &'n Node, name: &str) -> Option<&'n Node> {
    let (object, at) = member(root, name)?;
    object.members()?.get(at).map(|member| &member.value)
}

fn member<'n>(node: &'n Node, name: &str) -> Option<(&'n Node, usize)> {
    match &node.value {
        Value::Object(members) => members.iter().enumerate().rev().find_map(|(at, own)| {
            if own.key == name {
                return Some((node, at));
            }
            let rest = name.strip_prefix(own.key.as_str())?.strip_prefix('.')?;
            member(&own.value, rest)
        }),
        Value::Array(items) => items.iter().find_map(|item| member(item, name)),
        _ => None,
    }
}

/// The steps of a joined name whose keys hold no dots.
pub(crate) fn steps(name: &str) -> Vec<Step> {
    name.split('.').map(|key| Step::Key(key.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::Role;
    use rulepad_document::diagnostic::apply;
    use rulepad_document::json::parse;

    fn after(text: &str, edit: impl Fn(&Node) -> Option<Edit>) -> String {
        let root = parse(text, Role::Event).valid().unwrap().clone();
        edit(&root).map_or_else(|| "nothing".to_owned(), |edit| apply(text, &[edit]))
    }

    #[test]
    fn values_are_put_where_they_belong() {
        for (before, name, expected) in [
            (r#"{"a": 1, "b": 1.50}"#, "a", r#"{"a": 7, "b": 1.50}"#),
            (r#"{"a": {"b": [1, 2]}}"#, "a.b", r#"{"a": {"b": 7}}"#),
            (r#"{"a": [{"b": 1}, {"b": 2}]}"#, "a.b", r#"{"a": [{"b": 7}, {"b": 2}]}"#),
            (r#"{"a": {"x": 1}}"#, "a.b.c", r#"{"a": {"x": 1, "b": {"c": 7}}}"#),
            (r#"{"a": "text"}"#, "a.b", r#"{"a": {"b": 7}}"#),
        ] {
            assert_eq!(after(before, |root| put(before, root, &steps(name), "7")), expected);
        }
    }

    #[test]
    fn members_are_removed_with_one_comma() {
        for (before, name, expected) in [
            (r#"{"a": 1, "b": 2}"#, "a", r#"{"b": 2}"#),
            (r#"{"a": 1, "b": 2}"#, "b", r#"{"a": 1}"#),
            (r#"{"a": {"b": 2}}"#, "a.b", r#"{"a": {}}"#),
            (r#"{"a.b": 1, "c": 2}"#, "a.b", r#"{"c": 2}"#),
            (r#"{"a": 1}"#, "x", "nothing"),
        ] {
            assert_eq!(after(before, |root| remove(root, name)), expected);
        }
    }
}
