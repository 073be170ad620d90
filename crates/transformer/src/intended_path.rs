//! What a text that is no input path was probably meant to select.

use crate::input_path::{self, PathStep, Selected, addressable, print};
use crate::variable::variable_name;
use rulepad_document::json::Node;

/// Several paths in one text, as lists write them.
pub(crate) fn several(text: &str) -> Option<Vec<String>> {
    let inner = text.trim();
    let inner = inner.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(inner);
    let split = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '&' | '+');
    let mut paths: Vec<String> = Vec::new();
    for part in inner.split(split) {
        let part = part.trim_matches(['"', '\'', '`']);
        if part.is_empty() {
            continue;
        }
        let read = input_path::read(part);
        let path = if read.fault.is_none() { part.to_owned() } else { read.fixed? };
        if !part.starts_with('$') {
            return None;
        }
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    (paths.len() > 1).then_some(paths)
}

/// The path in the grammar that `$..name` means in this event.
pub(crate) fn descended(path: &str, event: &Node) -> Option<String> {
    let rest = path.strip_prefix("$..")?;
    let end = rest.find(['.', '[']).unwrap_or(rest.len());
    let (name, rest) = rest.split_at_checked(end)?;
    let path = format!("{}{rest}", locate(event, name)?);
    selects(&path, event).then_some(path)
}

pub(crate) fn selects(path: &str, event: &Node) -> bool {
    let read = input_path::read(path);
    let steps = read.steps.filter(|_| read.fault.is_none());
    steps.is_some_and(|steps| input_path::select(&steps, event) != Selected::Nothing)
}

/// The path to the only key of this name that is highest in the event.
pub(crate) fn locate(event: &Node, name: &str) -> Option<String> {
    let mut level: Vec<(Vec<PathStep>, &Node)> = vec![(Vec::new(), event)];
    while !level.is_empty() {
        let mut next = Vec::new();
        let mut found: Vec<Vec<PathStep>> = Vec::new();
        for (steps, node) in level {
            for member in node.members().unwrap_or_default() {
                if !addressable(&member.key) {
                    continue;
                }
                let mut under = steps.clone();
                under.push(PathStep::Key(member.key.clone()));
                if member.key == name {
                    found.push(under.clone());
                }
                next.push((under, &member.value));
            }
        }
        match found.as_slice() {
            [] => level = next,
            [only] => return print(only),
            _ => return None,
        }
    }
    None
}

/// The name of a path's last key, with the index behind it.
pub(crate) fn last_name(path: &str) -> String {
    let last = path.rsplit('.').next().unwrap_or(path);
    variable_name(if last == "$" { "event" } else { last }.trim_end_matches(']'))
}
