//! Keys to choose from: the values of a payload that look like a user, a time or an id.

use super::Key;
use rulepad_document::Role;
use rulepad_document::json::{Node, Value, parse};
use rulepad_transformer::path::Path;

/// The most keys that are offered.
const MOST: usize = 40;
/// How deep a path goes.
const DEEPEST: usize = 8;

/// The paths of the payload's strings and numbers, with a name for each: first the values that look like a user,
/// then those that look like a time, then ids, then the rest in the order of the text.
///
/// Only what a path can write and a key can hold is offered; nothing for a payload that is no JSON object.
#[must_use]
pub fn suggest_keys(payload: &str) -> Vec<Key> {
    let document = parse(payload, Role::Event);
    let Some(root) = document.valid() else { return Vec::new() };
    let mut found = Vec::new();
    walk(root, &mut vec!["$".to_owned()], &mut found);
    // The sort is stable: what is alike stays in the order of the text.
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().take(MOST).map(|(_, key)| key).collect()
}

/// The longest path that is offered, in bytes.
const LONGEST: usize = 1024;

/// What a value is taken for; the better guess of its kind has the lower number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    User(usize),
    Time(usize),
    Id,
    Other,
}

fn walk(node: &Node, steps: &mut Vec<String>, found: &mut Vec<(Rank, Key)>) {
    if steps.len() > DEEPEST {
        return;
    }
    for member in super::attribute::last_of_each(node.members().unwrap_or(&[])) {
        steps.push(member.key.clone());
        match &member.value.value {
            Value::String(text) if text.is_empty() => {}
            Value::String(_) | Value::Number(_) => {
                // The names are those of the payload, of any length.
                if steps.iter().map(String::len).sum::<usize>() > LONGEST {
                    steps.pop();
                    continue;
                }
                let path = steps.join(".");
                if Path::parse(&path).is_some() {
                    let rank = rank(steps, &member.value);
                    let name = match rank {
                        Rank::User(_) => "user",
                        Rank::Time(_) => "timestamp",
                        Rank::Id | Rank::Other => &member.key,
                    };
                    found.push((rank, Key { name: name.to_owned(), path }));
                }
            }
            Value::Object(_) => walk(&member.value, steps, found),
            _ => {}
        }
        steps.pop();
    }
}

/// The words of a name: `userIdentity`, `user_identity` and `user-identity` are `user` and `identity`.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut after_lower = false;
    let mut open = false;
    for c in name.chars() {
        if !c.is_ascii_alphanumeric() {
            open = false;
            continue;
        }
        if !open || (after_lower && c.is_ascii_uppercase()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(c.to_ascii_lowercase());
        }
        open = true;
        after_lower = c.is_ascii_lowercase();
    }
    words
}

fn rank(steps: &[String], value: &Node) -> Rank {
    const PEOPLE: [&str; 14] = [
        "user",
        "username",
        "userid",
        "actor",
        "principal",
        "identity",
        "customer",
        "member",
        "owner",
        "author",
        "requester",
        "login",
        "email",
        "subscriber",
    ];
    const NAMES: [&str; 9] =
        ["arn", "id", "name", "email", "username", "login", "user", "userid", "principal"];
    let last = words(steps.last().map(String::as_str).unwrap_or_default());
    let is = |words: &[String], set: &[&str]| words.iter().any(|word| set.contains(&word.as_str()));
    // A user agent is no user, and the type of an identity is no identity.
    let own = is(&last, &PEOPLE) && !is(&last, &["agent", "type", "count", "pool", "group"]);
    let around = steps.iter().rev().skip(1).any(|step| is(&words(step), &PEOPLE));
    if time(&last, value) {
        let depth = steps.len();
        return Rank::Time(depth);
    }
    if around && last.last().is_some_and(|word| NAMES.contains(&word.as_str())) {
        let order = NAMES.iter().position(|name| last.last().is_some_and(|word| word == name));
        return Rank::User(order.unwrap_or(NAMES.len()) + 2 * (steps.len().saturating_sub(4)));
    }
    if own {
        return Rank::User(1 + steps.len().saturating_sub(3));
    }
    if last.last().is_some_and(|word| matches!(word.as_str(), "id" | "arn" | "key" | "uuid")) {
        return Rank::Id;
    }
    Rank::Other
}

/// Whether the name speaks of a time and the value could be one: a date, or seconds or more since 1970.
fn time(last: &[String], value: &Node) -> bool {
    const TIMES: [&str; 7] = ["time", "timestamp", "date", "datetime", "at", "on", "when"];
    let named = last.last().is_some_and(|word| {
        TIMES.contains(&word.as_str()) || word.ends_with("time") || word.ends_with("timestamp")
    });
    let fits = match &value.value {
        Value::String(text) => {
            let mut bytes = text.bytes();
            text.len() >= 8 && bytes.by_ref().take(4).all(|byte| byte.is_ascii_digit())
        }
        Value::Number(text) => text.bytes().take_while(u8::is_ascii_digit).count() >= 9,
        _ => false,
    };
    named && fits
}
