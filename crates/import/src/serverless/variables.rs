//! Variables of the Serverless Framework: `${self:custom.bus}`, `${opt:stage, 'dev'}`, `${file(pattern.json)}`
//! (its guide, "Variables").

use crate::fragment::{member, object};
use crate::{Diagnostic, Files};
use rulepad_document::json::{Member, Node, Value, text_of};
use rulepad_document::{Role, yaml};
use std::cell::{Cell, RefCell};

/// The deepest that variables lead to one another.
const MAX_DEPTH: usize = 24;

/// How many bytes may be made.
const BUDGET: usize = 4 << 20;

/// What the framework uses where a service sets none.
const STAGE: &str = "dev";
const REGION: &str = "us-east-1";

/// Works out the values of one service's variables.
pub(super) struct Variables<'t> {
    root: &'t Node,
    files: &'t Files<'t>,
    budget: Cell<usize>,
    /// What is shown for variables that the text does not decide: the variable, and its value where it has a default.
    pub found: RefCell<Vec<ShownVariable>>,
    /// Files that the text names and that are not here.
    pub missing: RefCell<Vec<Diagnostic>>,
}

/// A variable and what is shown for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ShownVariable {
    /// As it is written.
    pub variable: String,
    /// Its default; `None` where it is shown as it is written.
    pub default: Option<String>,
}

/// What a variable gives.
enum Given {
    Value(Node),
    /// By its default, which a deployment may decide otherwise.
    Default(Node),
    Unknown,
}

impl<'t> Variables<'t> {
    pub fn new(root: &'t Node, files: &'t Files<'t>) -> Self {
        Self {
            root,
            files,
            budget: Cell::new(BUDGET),
            found: RefCell::default(),
            missing: RefCell::default(),
        }
    }

    /// A member of the service, with its variables resolved.
    pub fn at(&self, path: &[&str]) -> Option<Node> {
        self.path(self.root, path, 0)
    }

    fn at_depth(&self, node: &Node, depth: usize, in_sub: bool) -> Node {
        if !self.spend(1) || depth > MAX_DEPTH {
            return node.clone();
        }
        let value = match &node.value {
            Value::String(text) => return self.text(text, node, depth, in_sub),
            Value::Array(items) => {
                Value::Array(items.iter().map(|item| self.at_depth(item, depth, in_sub)).collect())
            }
            Value::Object(members) => Value::Object(
                members
                    .iter()
                    .map(|own| {
                        let in_sub = in_sub || own.key == "Fn::Sub";
                        Member { value: self.at_depth(&own.value, depth, in_sub), ..own.clone() }
                    })
                    .collect(),
            ),
            other => other.clone(),
        };
        Node { span: node.span, value }
    }

    fn spend(&self, cost: usize) -> bool {
        let left = self.budget.get().checked_sub(cost);
        self.budget.set(left.unwrap_or(0));
        left.is_some()
    }

    /// A text with its variables: the value itself where it is one variable and nothing else.
    fn text(&self, text: &str, node: &Node, depth: usize, in_sub: bool) -> Node {
        if !text.contains("${") {
            return node.clone();
        }
        let mut out = String::new();
        let mut rest = text;
        let mut of_aws = false;
        while let Some(at) = rest.find("${") {
            let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
            let plain = before.trim_end_matches('\\');
            let slashes = before.len() - plain.len();
            out.push_str(plain);
            out.push_str(&"\\".repeat(slashes / 2));
            if slashes % 2 == 1 {
                out.push_str("${");
                rest = from.get(2..).unwrap_or("");
                continue;
            }
            let Some(end) = closing(from) else {
                out.push_str(from);
                rest = "";
                break;
            };
            let (whole, after) = from.split_at_checked(end + 1).unwrap_or((from, ""));
            rest = after;
            if whole.starts_with("${AWS::") {
                of_aws = true;
                out.push_str(whole);
                continue;
            }
            if !is_variable(whole) {
                out.push_str(whole);
                continue;
            }
            let inner = whole.get(2..whole.len() - 1).unwrap_or("");
            match self.variable(inner, node, depth) {
                Given::Value(value) | Given::Default(value) if whole.len() == text.len() => return value,
                Given::Value(value) | Given::Default(value) => {
                    let text = text_of(&value);
                    if self.spend(text.len()) {
                        out.push_str(&text);
                    }
                }
                Given::Unknown => {
                    self.show(whole, None);
                    out.push_str(whole);
                }
            }
        }
        out.push_str(rest);
        let text = Node { span: node.span, value: Value::String(out) };
        // The framework leaves `${AWS::…}` to CloudFormation, and makes a function of the text.
        if of_aws && !in_sub { object(node.span, vec![member("Fn::Sub", text)]) } else { text }
    }

    fn show(&self, variable: &str, default: Option<String>) {
        const MOST: usize = 200;
        let shown = ShownVariable { variable: variable.to_owned(), default };
        let mut found = self.found.borrow_mut();
        if found.len() < MOST && !found.contains(&shown) {
            found.push(shown);
        }
    }

    /// The value of what is within `${…}`: a source, then what to use instead, separated by commas.
    fn variable(&self, inner: &str, node: &Node, depth: usize) -> Given {
        let filled = if inner.contains("${") {
            let inner = Node { span: node.span, value: Value::String(inner.to_owned()) };
            text_of(&self.at_depth(&inner, depth + 1, true))
        } else {
            inner.to_owned()
        };
        if filled.contains("${") {
            return Given::Unknown;
        }
        let parts = split(&filled);
        let mut is_default = false;
        for part in &parts {
            if let Some(value) = self.source(part.trim(), node, depth + 1) {
                if is_default {
                    self.show(&format!("${{{inner}}}"), Some(text_of(&value)));
                    return Given::Default(value);
                }
                return Given::Value(value);
            }
            is_default = true;
        }
        Given::Unknown
    }

    fn source(&self, source: &str, node: &Node, depth: usize) -> Option<Node> {
        let text = |text: &str| Node { span: node.span, value: Value::String(text.to_owned()) };
        if depth > MAX_DEPTH {
            return None;
        }
        if let Some(quoted) = source.strip_prefix(['\'', '"']) {
            return quoted.strip_suffix(['\'', '"']).map(text);
        }
        if let Some(path) = source.strip_prefix("self:") {
            let keys: Vec<&str> = path.split('.').filter(|key| !key.is_empty()).collect();
            let found = self.path(self.root, &keys, depth);
            return found
                .or_else(|| (path == "provider.stage").then(|| text(STAGE)))
                .or_else(|| (path == "provider.region").then(|| text(REGION)));
        }
        if let Some(rest) = source.strip_prefix("file(") {
            return self.file(rest, node, depth);
        }
        match source.split_once(':') {
            Some(("sls", "stage")) => Some(self.stage(depth).unwrap_or_else(|| text(STAGE))),
            Some(("aws", "region")) => {
                Some(self.path(self.root, &["provider", "region"], depth).unwrap_or_else(|| text(REGION)))
            }
            Some(("param", name)) => {
                let stage = self.stage(depth).map_or(STAGE.to_owned(), |stage| text_of(&stage));
                self.path(self.root, &["params", &stage, name], depth)
                    .or_else(|| self.path(self.root, &["params", "default", name], depth))
                    .or_else(|| self.path(self.root, &["stages", "default", "params", name], depth))
            }
            Some(_) => None,
            None => match source {
                "true" | "false" => Some(Node { span: node.span, value: Value::Bool(source == "true") }),
                "null" => Some(Node { span: node.span, value: Value::Null }),
                "" => None,
                _ if source.chars().all(|c| c.is_ascii_digit()) => {
                    Some(Node { span: node.span, value: Value::Number(source.to_owned()) })
                }
                _ => None,
            },
        }
    }

    fn stage(&self, depth: usize) -> Option<Node> {
        let stage = self.path(self.root, &["provider", "stage"], depth)?;
        (!text_of(&stage).contains("${")).then_some(stage)
    }

    /// `path):key` of `file(path):key`.
    fn file(&self, rest: &str, node: &Node, depth: usize) -> Option<Node> {
        let (path, key) = rest.split_once(')')?;
        let Some(file) = self.files.get(path) else {
            let mut missing = self.missing.borrow_mut();
            if missing.len() < 50 {
                missing.push(crate::diagnostics::file_missing(node.span, path));
            }
            return None;
        };
        if !self.spend(file.text.len()) {
            return None;
        }
        let read = yaml::read(&file.text, Role::Import);
        let root = match read.root {
            Some(root) if ["yml", "yaml", "json"].iter().any(|end| path.ends_with(end)) => {
                crate::documents::placed(root, node.span)
            }
            _ => Node { span: node.span, value: Value::String(file.text.clone()) },
        };
        let keys: Vec<&str> = key.trim_start_matches(':').split('.').filter(|key| !key.is_empty()).collect();
        self.path(&root, &keys, depth)
    }

    /// The value at a path, with its variables resolved on the way and within.
    fn path(&self, root: &Node, keys: &[&str], depth: usize) -> Option<Node> {
        let Some((key, rest)) = keys.split_first() else {
            return (root.value != Value::Null).then(|| self.at_depth(root, depth + 1, false));
        };
        let whole = match &root.value {
            Value::String(text) if text.starts_with("${") && depth < MAX_DEPTH => {
                self.at_depth(root, depth + 1, false)
            }
            _ => return self.step(root, key, rest, depth),
        };
        self.step(&whole, key, rest, depth)
    }

    fn step(&self, root: &Node, key: &str, rest: &[&str], depth: usize) -> Option<Node> {
        if let Value::Array(items) = &root.value {
            return self.path(items.get(key.parse::<usize>().ok()?)?, rest, depth);
        }
        self.path(root.get(key)?, rest, depth)
    }
}

/// Whether `${…}` names a source, as `${self:a}` does and `${Queue.Arn}` of `Fn::Sub` does not.
fn is_variable(whole: &str) -> bool {
    let inner = whole.get(2..).unwrap_or("");
    let end = inner.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c))).unwrap_or(inner.len());
    let after = inner.get(end..).unwrap_or("");
    let follows = after.starts_with(['(', ':', '.']) && !after.starts_with("::") && !after.starts_with('.');
    end > 0 && follows
}

/// Where the brace that `${` opens is closed.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// The parts between commas that are in no quotes and brackets.
fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut depth) = (0, 0usize);
    let mut quote: Option<char> = None;
    for (at, c) in text.char_indices() {
        match c {
            _ if quote == Some(c) => quote = None,
            _ if quote.is_some() => {}
            '\'' | '"' => quote = Some(c),
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.extend(text.get(from..at));
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.extend(text.get(from..));
    parts
}
