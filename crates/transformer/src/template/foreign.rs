//! Placeholders of other tools, and paths where names belong.

use super::form::whole_paths;
use crate::diagnostics as say;
use crate::paths_map::Entry;
use crate::variable_name;
use rulepad_document::{Diagnostic, Span};

/// How other tools open and close what they fill: shells, Terraform and CloudFormation, then Mustache and
/// Jinja, then JSONata on a custom event bus.
const PAIRS: [(&str, &str); 3] = [("${", "}"), ("{{", "}}"), ("{%", "%}")];

/// What of a template looks like a placeholder and is none.
pub(super) fn check(template: &str, entries: &[Entry], target: u32) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (open, close) in PAIRS {
        let mut at = 0;
        while let Some(start) = template.get(at..).and_then(|rest| rest.find(open)).map(|offset| at + offset)
        {
            let inner = start + open.len();
            at = inner;
            let rest = template.get(inner..).unwrap_or("");
            let Some(length) = rest.find(close) else { break };
            let name = rest.get(..length).unwrap_or("").trim();
            // An object in an object begins and ends alike.
            if name.is_empty() || name.contains(['"', '\n', '<', '{', '}']) {
                continue;
            }
            let end = inner + length + close.len();
            let bare = name.trim_start_matches('.');
            let known = entries.iter().find(|entry| entry.name == bare || entry.path == bare);
            let span = Span::new(start, end);
            let text = span.of(template);
            found.push(say::foreign_placeholder(target, span, text, known.map(|entry| entry.name.as_str())));
            at = end;
        }
    }
    for (path, span) in whole_paths(template) {
        if crate::path::Path::parse(&path).is_some() {
            let known =
                entries.iter().find(|entry| entry.path == path && variable_name(&entry.name) == entry.name);
            found.push(say::bare_path(target, span, &path, known.map(|entry| entry.name.as_str())));
        }
    }
    found.sort_by_key(|found| found.span().start);
    found
}
