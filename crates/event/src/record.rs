//! An answer of an API to the record a source sends: the same, with other names.

use crate::tree::Tree;

/// The record, its names as sources write them.
pub(crate) fn record(answer: Tree) -> Tree {
    let Tree::Object(members) = answer else { return answer };
    let named = members.into_iter().map(|(key, value)| {
        let value = if key == "\"MessageAttributes\"" { attributes(value) } else { value };
        (lower(&key), value)
    });
    Tree::Object(named.collect())
}

/// The name as a record of a source has it: `Body` is `body` there, `MD5OfBody` is `md5OfBody`.
fn lower(key: &str) -> String {
    let key = key.replacen("MD5", "Md5", 1);
    let mut chars = key.trim_matches('"').chars();
    let first = chars.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    format!("\"{first}{}\"", chars.as_str())
}

/// Message attributes, by name, each with names as a record has them.
fn attributes(value: Tree) -> Tree {
    let Tree::Object(all) = value else { return value };
    let members = |value: Tree| match value {
        Tree::Object(members) => {
            Tree::Object(members.into_iter().map(|(key, value)| (lower(&key), value)).collect())
        }
        other => other,
    };
    Tree::Object(all.into_iter().map(|(name, value)| (name, members(value))).collect())
}
