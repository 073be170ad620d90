//! Values of Pulumi's YAML: `${queue.arn}`, `fn::toJSON`, variables and configuration (Pulumi YAML reference).

use crate::documents;
use crate::fragment::{member, object};
use rulepad_document::json::{Member, Node, Value, compact, text_of};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

/// The deepest that values lead to one another.
const MAX_DEPTH: usize = 24;

/// How many bytes may be made.
const BUDGET: usize = 4 << 20;

/// What a preview has for a value that only a deployment knows.
const UNKNOWN: &str = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/// Finds out what the values of one program are.
pub(super) struct Values<'t> {
    root: &'t Node,
    budget: Cell<usize>,
    /// What is shown for values that only a deployment knows.
    pub unknown: RefCell<BTreeSet<String>>,
}

impl<'t> Values<'t> {
    pub fn new(root: &'t Node) -> Self {
        Self { root, budget: Cell::new(BUDGET), unknown: RefCell::default() }
    }

    /// A value as far as the text knows it.
    pub fn value(&self, node: &Node) -> Node {
        self.at_depth(node, 0)
    }

    fn at_depth(&self, node: &Node, depth: usize) -> Node {
        if depth > MAX_DEPTH || !self.spend(1) {
            return node.clone();
        }
        let value = match &node.value {
            Value::String(text) if text == UNKNOWN => Value::String(self.shown("${unknown}")),
            Value::String(text) => return self.text(text, node, depth),
            Value::Array(items) => {
                Value::Array(items.iter().map(|item| self.at_depth(item, depth)).collect())
            }
            Value::Object(members) => match &members[..] {
                [Member { key, value, .. }] if key.to_lowercase().starts_with("fn::") => {
                    return documents::placed(self.call(&key.to_lowercase(), value, depth + 1), node.span);
                }
                _ => Value::Object(
                    members
                        .iter()
                        .map(|own| Member { value: self.at_depth(&own.value, depth), ..own.clone() })
                        .collect(),
                ),
            },
            other => other.clone(),
        };
        Node { span: node.span, value }
    }

    fn spend(&self, cost: usize) -> bool {
        let left = self.budget.get().checked_sub(cost);
        self.budget.set(left.unwrap_or(0));
        left.is_some()
    }

    fn shown(&self, text: &str) -> String {
        let mut unknown = self.unknown.borrow_mut();
        if unknown.len() < 500 {
            unknown.insert(text.to_owned());
        }
        text.to_owned()
    }

    fn call(&self, name: &str, argument: &Node, depth: usize) -> Node {
        let text = |text: String| Node { span: argument.span, value: Value::String(text) };
        let own = self.at_depth(argument, depth);
        match (name, &own.value) {
            ("fn::tojson", _) => text(compact(&own)),
            ("fn::secret", _) => own,
            ("fn::join", Value::Array(parts)) => match &parts[..] {
                [between, Node { value: Value::Array(items), .. }] => {
                    let items: Vec<String> = items.iter().map(text_of).collect();
                    text(items.join(&text_of(between)))
                }
                _ => text(self.shown("${fn::join}")),
            },
            _ => text(self.shown(&format!("${{{name}}}"))),
        }
    }

    fn text(&self, text: &str, node: &Node, depth: usize) -> Node {
        if !text.contains("${") {
            return node.clone();
        }
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("${") {
            if let Some(before) = before.strip_suffix('$') {
                out.push_str(before);
                out.push_str("${");
                rest = after;
                continue;
            }
            out.push_str(before);
            let Some((path, after)) = after.split_once('}') else {
                out.push_str("${");
                rest = after;
                break;
            };
            rest = after;
            match self.path(path.trim(), depth + 1) {
                Some(value) if before.is_empty() && out.is_empty() && rest.is_empty() => {
                    return documents::placed(value, node.span);
                }
                Some(value) => {
                    let text = text_of(&value);
                    if self.spend(text.len()) {
                        out.push_str(&text);
                    }
                }
                None => out.push_str(&self.shown(&format!("${{{path}}}"))),
            }
        }
        out.push_str(rest);
        Node { span: node.span, value: Value::String(out) }
    }

    /// `queue.name`, `variable`, `setting`; `None` where only a deployment knows.
    fn path(&self, path: &str, depth: usize) -> Option<Node> {
        if depth > MAX_DEPTH {
            return None;
        }
        let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
        if let Some(resource) = self.root.get("resources").and_then(|own| own.get(name)) {
            let property = rest.filter(|own| !own.contains('.') && *own != "arn" && *own != "id")?;
            let own = resource.get("properties")?.get(property)?;
            return Some(self.at_depth(own, depth + 1));
        }
        let own = self
            .root
            .get("variables")
            .and_then(|own| own.get(name))
            .cloned()
            .or_else(|| self.setting(name))?;
        let mut value = self.at_depth(&own, depth + 1);
        for key in rest.unwrap_or_default().split('.').filter(|key| !key.is_empty()) {
            value = value.get(key)?.clone();
        }
        Some(value)
    }

    /// The default of a setting.
    fn setting(&self, name: &str) -> Option<Node> {
        let own = self.root.get("config").or_else(|| self.root.get("configuration"))?.get(name)?;
        match &own.value {
            Value::Object(_) => own.get("default").or_else(|| own.get("value")).cloned(),
            Value::Null => None,
            _ => Some(own.clone()),
        }
    }
}

/// An object of the members that are given.
pub(super) fn of(node: &Node, members: Vec<(&str, Option<Node>)>) -> Node {
    let given = |(key, value): (&str, Option<Node>)| {
        value.filter(|own| own.value != Value::Null).map(|value| member(key, value))
    };
    object(node.span, members.into_iter().filter_map(given).collect())
}
