//! Input templates as texts: what they hold, whatever the values of their variables.

mod classify;
mod encoded;
mod insertion_point;
mod lex;
mod runs;
mod without_values;

pub(crate) use classify::TemplateForm;
pub(crate) use encoded::encoded;
pub(crate) use insertion_point::InsertionPoint;
pub(crate) use lex::{Lexed, Placeholder, Token, lex, plain_name};

use rulepad_document::json::{self, Node, Parsed, Value};
use rulepad_document::{Role, Span};
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// The kind of a template, decided by its first character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `{…}`: what is rendered must be JSON.
    Object,
    /// `[…]`, taken for JSON.
    Array,
    /// Nothing but one placeholder, taken for JSON.
    Bare,
    /// Lines in double quotes, delivered as rendered.
    Text,
}

/// A template, lexed once; what takes longer is worked out when it is first asked for.
pub(crate) struct Template<'t> {
    pub text: &'t str,
    pub shape: Shape,
    pub lexed: Lexed,
    /// The index of its target, for the places of diagnostics.
    target: u32,
    runs: OnceCell<Vec<Span>>,
    json: OnceCell<Parsed>,
}

impl<'t> Template<'t> {
    /// Reads a template.
    pub fn read(text: &'t str, target: u32) -> Self {
        let lexed = lex(text);
        let trimmed = text.trim();
        let shape = if trimmed.starts_with('{') {
            Shape::Object
        } else if trimmed.starts_with('[') {
            Shape::Array
        } else if lexed.placeholders().any(|one| one.span.of(text) == trimmed) {
            Shape::Bare
        } else {
            Shape::Text
        };
        Self { text, shape, lexed, target, runs: OnceCell::new(), json: OnceCell::new() }
    }

    /// The placeholders, in the order of the text.
    pub fn placeholders(&self) -> impl Iterator<Item = &Placeholder> {
        self.lexed.placeholders()
    }

    /// The names in its placeholders.
    pub fn names(&self) -> BTreeSet<&str> {
        self.placeholders().map(|one| one.name.as_str()).collect()
    }

    /// Whether what is rendered must be JSON.
    pub fn is_json(&self) -> bool {
        self.shape != Shape::Text
    }

    /// Text outside quotes that is beside a placeholder, with it: `Build <id> is <status>`.
    pub fn loose_runs(&self) -> &[Span] {
        self.runs.get_or_init(|| runs::loose_runs(&self.lexed, self.text))
    }

    /// The template read as JSON, with strings for its placeholders and loose runs.
    pub fn json(&self) -> &Parsed {
        self.json.get_or_init(|| {
            let text = without_values::without_values(&self.lexed, self.text, self.loose_runs());
            json::parse(&text, Role::InputTemplate(self.target))
        })
    }

    /// The JSON of the template, with strings for its placeholders; `None` while it is broken.
    pub fn skeleton(&self) -> Option<&Node> {
        self.json().single().filter(|_| self.loose_runs().is_empty())
    }

    /// The strings of a template of JSON that are nothing but a path, with their places.
    pub fn whole_paths(&self) -> Vec<(String, Span)> {
        let mut found = Vec::new();
        if self.is_json()
            && let Some(root) = self.skeleton()
        {
            whole_paths(root, &mut found);
        }
        found
    }

    /// Whether a placeholder is, or is part of, the key of an object: a colon follows its string.
    pub fn is_key(&self, placeholder: &Placeholder) -> bool {
        let mut rest = self.text.get(placeholder.span.end as usize..).unwrap_or("");
        if placeholder.quoted {
            let mut escaped = false;
            let end = rest.find(|c| {
                let closes = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                closes
            });
            rest = end.and_then(|end| rest.get(end + 1..)).unwrap_or("");
        }
        rest.trim_start().starts_with(':')
    }
}

fn whole_paths(node: &Node, found: &mut Vec<(String, Span)>) {
    match &node.value {
        Value::String(text) if text.starts_with("$.") => found.push((text.clone(), node.span)),
        Value::Array(items) => items.iter().for_each(|item| whole_paths(item, found)),
        Value::Object(members) => members.iter().for_each(|member| whole_paths(&member.value, found)),
        _ => {}
    }
}

/// Every placeholder of a text, with its place.
#[must_use]
pub fn placeholders(text: &str) -> Vec<(String, Span)> {
    lex(text).placeholders().map(|one| (one.name.clone(), one.span)).collect()
}
