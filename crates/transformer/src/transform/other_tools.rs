//! Placeholders of other tools, and paths where names belong.

use crate::diagnostics::{self as say, Diagnostic};
use crate::input_path;
use crate::limits::MAX_PATH;
use crate::paths_map::PathEntry;
use crate::template::Template;
use crate::variable::variable_name;
use rulepad_document::Span;

/// How other tools open and close what they fill: shells, Terraform and CloudFormation, then Mustache and
/// Jinja, then JSONata on a custom event bus.
const PAIRS: [(&str, &str); 3] = [("${", "}"), ("{{", "}}"), ("{%", "%}")];

/// What of a template looks like a placeholder and is none.
pub(super) fn check(template: &Template<'_>, entries: &[PathEntry], target: u32) -> Vec<Diagnostic> {
    let text = template.text;
    let mut found = Vec::new();
    for (open, close) in PAIRS {
        let mut at = 0;
        while let Some(start) = text.get(at..).and_then(|rest| rest.find(open)).map(|offset| at + offset) {
            let inner = start + open.len();
            at = inner;
            let rest = text.get(inner..).unwrap_or("");
            let Some(length) = rest.find(close) else { break };
            let name = rest.get(..length).unwrap_or("").trim();
            // An object in an object starts and ends alike.
            if name.is_empty() || name.contains(['"', '\n', '<', '{', '}']) {
                continue;
            }
            let end = inner + length + close.len();
            let bare = name.trim_start_matches('.');
            let known = entries.iter().find(|entry| entry.name == bare || entry.path == bare);
            let span = Span::new(start, end);
            let name = known.map(|entry| entry.name.as_str());
            found.push(say::foreign_placeholder(target, span, span.of(text), name));
            at = end;
        }
    }
    for (path, span) in template.whole_paths() {
        if path.chars().count() <= MAX_PATH && input_path::read(&path).fault.is_none() {
            let known =
                entries.iter().find(|entry| entry.path == path && variable_name(&entry.name) == entry.name);
            found.push(say::bare_path(target, span, &path, known.map(|entry| entry.name.as_str())));
        }
    }
    rulepad_document::order::sort_by_key(&mut found, |found| found.span().start);
    found
}
