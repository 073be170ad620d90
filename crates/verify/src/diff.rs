//! What differs between an expected value and a delivered one.

use crate::result::Difference;
use rulepad_document::Role;
use rulepad_document::json::{Layout, Node, Value, parse, print};
use rulepad_document::path::{Step, name};

/// The differences of one part of a request. `text` is what was delivered; it is compared as JSON where it is JSON and
/// the expectation is no string, otherwise as a text.
pub(crate) fn differences(part: &str, expected: &Node, text: &str) -> Vec<Difference> {
    let whole = |expected: Option<String>| Difference {
        part: part.to_owned(),
        path: String::new(),
        expected,
        found: Some(text.to_owned()),
    };
    let parsed = parse(text, Role::Event);
    let delivered = parsed.valid();
    match (&expected.value, delivered) {
        (Value::String(wanted), _) if wanted == text => Vec::new(),
        // A JSON string may be written as its value.
        (Value::String(wanted), Some(Node { value: Value::String(found), .. })) if wanted == found => {
            Vec::new()
        }
        (Value::String(wanted), _) => vec![whole(Some(wanted.clone()))],
        (_, Some(found)) => {
            let mut out = Vec::new();
            compare(part, expected, found, &mut Vec::new(), &mut out);
            out
        }
        (_, None) => vec![whole(Some(print(expected, Layout::Compact)))],
    }
}

fn compare(part: &str, expected: &Node, found: &Node, path: &mut Vec<Step>, out: &mut Vec<Difference>) {
    match (&expected.value, &found.value) {
        (Value::Object(wanted), Value::Object(own)) => {
            let mut keys: Vec<&str> = Vec::new();
            for key in wanted.iter().chain(own).map(|member| member.key.as_str()) {
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
            for key in keys {
                path.push(Step::Key(key.to_owned()));
                match (expected.get(key), found.get(key)) {
                    (Some(wanted), Some(own)) => compare(part, wanted, own, path, out),
                    (wanted, own) => differ_at(part, path, wanted, own, out),
                }
                path.pop();
            }
        }
        (Value::Array(wanted), Value::Array(own)) => {
            for at in 0..wanted.len().max(own.len()) {
                path.push(Step::Index(at));
                match (wanted.get(at), own.get(at)) {
                    (Some(wanted), Some(own)) => compare(part, wanted, own, path, out),
                    (wanted, own) => differ_at(part, path, wanted, own, out),
                }
                path.pop();
            }
        }
        // The spelling of a number is what a target receives.
        (wanted, own) if wanted == own => {}
        _ => differ_at(part, path, Some(expected), Some(found), out),
    }
}

fn differ_at(
    part: &str,
    path: &[Step],
    expected: Option<&Node>,
    found: Option<&Node>,
    out: &mut Vec<Difference>,
) {
    let text = |node: &Node| print(node, Layout::Compact);
    out.push(Difference {
        part: part.to_owned(),
        path: name(path),
        expected: expected.map(text),
        found: found.map(text),
    });
}
