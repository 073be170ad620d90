//! Input paths: the grammar AWS documents, what a path selects, and why it selects nothing.

use rulepad_document::Span;
use rulepad_document::json::{Node, Value};
use rulepad_document::spelling::nearest;
use rulepad_document::words::en;

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// `.name`
    Key(String),
    /// `[0]`
    Index(usize),
    /// `[*]`
    All,
}

/// A path as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Read {
    /// The steps, when every one of them could be made out.
    pub steps: Option<Vec<Step>>,
    /// The first thing that is not in the grammar.
    pub fault: Option<Fault>,
    /// Whether bracket notation for keys is all that is wrong.
    pub only_brackets: bool,
    /// The same path in the grammar, where that is obvious.
    pub mend: Option<String>,
}

/// Where a path leaves the grammar, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The place in the path.
    pub span: Span,
    /// What stands there.
    pub kind: FaultKind,
}

/// The ways in which a path leaves the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FaultKind {
    Empty,
    Space,
    NoDollar,
    NoDot,
    EmptyName,
    DotBeforeBracket,
    Brackets,
    IndexOfRoot,
    Unclosed,
    Descent,
    Filter,
    Slice,
    Negative,
    Union,
    Function,
    Character(char),
    Index,
}

/// What a path selects.
#[derive(Clone, Debug, PartialEq)]
pub enum Selected<'e> {
    /// Nothing: some step has no value to go to.
    Nothing,
    /// One value.
    One(&'e Node),
    /// The elements that `[*]` gathers.
    Many(Vec<&'e Node>),
}

/// Whether `.name` can write this key: letters, digits, `_`, `-` and `/`.
pub(crate) fn addressable(key: &str) -> bool {
    !key.is_empty() && key.chars().all(is_name)
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '/')
}

/// The path in the grammar for these steps; `None` where a key cannot be written in it.
pub(crate) fn print(steps: &[Step]) -> Option<String> {
    let mut out = String::from("$");
    for step in steps {
        match step {
            Step::Key(key) if addressable(key) => {
                out.push('.');
                out.push_str(key);
            }
            Step::Key(_) => return None,
            Step::Index(_) | Step::All if out.len() == 1 => return None,
            Step::Index(index) => out.push_str(&format!("[{index}]")),
            Step::All => out.push_str("[*]"),
        }
    }
    Some(out)
}

/// Reads a path of the grammar `"$" *( "." name *( "[" ( 1*DIGIT / "*" ) "]" ) )`, and makes out what was
/// meant where the text leaves it.
pub(crate) fn read(text: &str) -> Read {
    let mut reader = Reader { text, at: 0, faults: Vec::new(), steps: Vec::new(), lost: false };
    reader.path();
    let Reader { faults, steps, lost, .. } = reader;
    let steps = (!lost).then_some(steps);
    let only_brackets = !faults.is_empty() && faults.iter().all(|fault| fault.kind == FaultKind::Brackets);
    let mend = steps.as_deref().filter(|_| !faults.is_empty()).and_then(print);
    Read { steps, only_brackets, mend, fault: faults.into_iter().next() }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    faults: Vec<Fault>,
    steps: Vec<Step>,
    /// Set when what stands in the text has no meaning as a step.
    lost: bool,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn fault(&mut self, start: usize, end: usize, kind: FaultKind) {
        self.faults.push(Fault { span: Span::new(start, end), kind });
    }

    fn lose(&mut self, start: usize, end: usize, kind: FaultKind) {
        self.fault(start, end, kind);
        self.lost = true;
    }

    fn path(&mut self) {
        let trimmed = self.text.trim();
        if trimmed.is_empty() {
            return self.lose(0, self.text.len(), FaultKind::Empty);
        }
        if trimmed.len() != self.text.len() {
            self.fault(0, self.text.len(), FaultKind::Space);
            self.at = self.text.len() - self.text.trim_start().len();
        }
        let end = self.at + trimmed.len();
        if self.peek() == Some('$') {
            self.at += 1;
            if self.peek().is_some_and(is_name) {
                self.fault(self.at, self.at, FaultKind::NoDot);
                self.name(end);
            }
        } else {
            self.fault(self.at, self.at, FaultKind::NoDollar);
            if !matches!(self.peek(), Some('.' | '[')) {
                self.name(end);
            }
        }
        while self.at < end && !self.lost {
            match self.peek() {
                Some('.') => self.dotted(end),
                Some('[') => self.bracketed(end),
                _ => {
                    // Only after a `]`: a name follows without its dot.
                    self.fault(self.at, self.at, FaultKind::NoDot);
                    self.name(end);
                }
            }
        }
    }

    fn dotted(&mut self, end: usize) {
        let dot = self.at;
        self.at += 1;
        match self.peek() {
            Some('.') => self.lose(dot, dot + 2, FaultKind::Descent),
            Some('[') => self.fault(dot, dot + 1, FaultKind::DotBeforeBracket),
            _ if self.at >= end => self.fault(dot, dot + 1, FaultKind::EmptyName),
            _ => self.name(end),
        }
    }

    fn name(&mut self, end: usize) {
        let start = self.at;
        let stop = self.text.get(start..end).unwrap_or("").find(['.', '[']);
        let stop = stop.map_or(end, |length| start + length);
        let name = self.text.get(start..stop).unwrap_or("");
        let bad = name.char_indices().find(|(_, c)| !is_name(*c));
        if let Some((offset, c)) = bad {
            let at = start + offset;
            let kind = match c {
                '(' | ')' => FaultKind::Function,
                '?' => FaultKind::Filter,
                c => FaultKind::Character(c),
            };
            return self.lose(at, at + c.len_utf8(), kind);
        }
        self.steps.push(Step::Key(name.to_owned()));
        self.at = stop;
    }

    fn bracketed(&mut self, end: usize) {
        let open = self.at;
        let inner = self.text.get(open + 1..end).unwrap_or("");
        if let Some(quote) = inner.chars().next().filter(|c| matches!(c, '\'' | '"')) {
            let close: String = [quote, ']'].iter().collect();
            let Some(length) = inner.get(1..).and_then(|key| key.find(&close)) else {
                return self.lose(open, end, FaultKind::Unclosed);
            };
            let key = inner.get(1..=length).unwrap_or("").to_owned();
            let after = open + length + 4;
            if key.contains(quote) {
                return self.lose(open, after, FaultKind::Union);
            }
            self.fault(open, after, FaultKind::Brackets);
            self.steps.push(Step::Key(key));
            self.at = after;
            return;
        }
        let Some(length) = inner.find(']') else {
            return self.lose(open, end, FaultKind::Unclosed);
        };
        let content = inner.get(..length).unwrap_or("").to_owned();
        let after = open + length + 2;
        self.at = after;
        if content == "*" {
            self.steps.push(Step::All);
        } else if !content.is_empty() && content.bytes().all(|byte| byte.is_ascii_digit()) {
            self.steps.push(Step::Index(content.parse().unwrap_or(usize::MAX)));
        } else {
            let kind = match content.as_str() {
                text if text.starts_with('?') => FaultKind::Filter,
                text if text.contains(':') => FaultKind::Slice,
                text if text.starts_with('-') => FaultKind::Negative,
                text if text.contains(',') => FaultKind::Union,
                _ => FaultKind::Index,
            };
            return self.lose(open, after, kind);
        }
        if self.steps.len() == 1 {
            self.lose(open, after, FaultKind::IndexOfRoot);
        }
    }
}

/// What the steps select. `[*]` gathers the elements of an array, and later steps go on from each of them.
pub(crate) fn select<'e>(steps: &[Step], event: &'e Node) -> Selected<'e> {
    let mut nodes = vec![event];
    let mut many = false;
    for step in steps {
        nodes = match step {
            Step::Key(key) => nodes.into_iter().filter_map(|node| node.get(key)).collect(),
            Step::Index(index) => {
                nodes.into_iter().filter_map(items).filter_map(|items| items.get(*index)).collect()
            }
            Step::All => {
                if !nodes.iter().any(|node| items(node).is_some()) {
                    return Selected::Nothing;
                }
                many = true;
                nodes.into_iter().filter_map(items).flatten().collect()
            }
        };
    }
    match (many, nodes.first()) {
        (true, _) => Selected::Many(nodes),
        (false, Some(node)) => Selected::One(node),
        (false, None) => Selected::Nothing,
    }
}

fn items(node: &Node) -> Option<&Vec<Node>> {
    match &node.value {
        Value::Array(items) => Some(items),
        _ => None,
    }
}

/// Why a path selects nothing: how far it gets and what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Miss {
    /// The part of the path that selects something.
    pub reached: String,
    /// The value it selects.
    pub reached_span: Span,
    /// The kind of that value.
    pub kind: &'static str,
    /// The step that fails, as written: `.name` or `[0]`.
    pub step: String,
    /// The whole path with the key that was probably meant.
    pub meant: Option<String>,
}

/// Follows a path that selects nothing to the step that fails. `None` behind a `[*]`.
pub(crate) fn miss(steps: &[Step], event: &Node) -> Option<Miss> {
    let mut node = event;
    for (at, step) in steps.iter().enumerate() {
        let next = match step {
            Step::Key(key) => node.get(key),
            Step::Index(index) => items(node).and_then(|items| items.get(*index)),
            Step::All if items(node).is_some() => return None,
            Step::All => None,
        };
        if let Some(next) = next {
            node = next;
            continue;
        }
        let meant = instead(step, node).and_then(|steps_meant| {
            let mut all: Vec<Step> = steps.get(..at).unwrap_or(&[]).to_vec();
            all.extend(steps_meant);
            all.extend_from_slice(steps.get(at + 1..).unwrap_or(&[]));
            let found = select(&all, event) != Selected::Nothing;
            found.then(|| print(&all)).flatten()
        });
        return Some(Miss {
            reached: std::iter::once("$".to_owned()).chain(steps.iter().take(at).map(shown)).collect(),
            reached_span: node.span,
            kind: en::a(node.value.kind()),
            step: shown(step),
            meant,
        });
    }
    None
}

fn shown(step: &Step) -> String {
    match step {
        Step::Key(key) if addressable(key) => format!(".{key}"),
        Step::Key(key) => format!("['{key}']"),
        Step::Index(index) => format!("[{index}]"),
        Step::All => "[*]".to_owned(),
    }
}

/// The steps that would select something here in place of one that does not.
fn instead(step: &Step, node: &Node) -> Option<Vec<Step>> {
    match (step, &node.value) {
        (Step::Key(key), Value::Object(members)) => {
            let key = nearest(key, members.iter().map(|member| member.key.as_str()))?;
            Some(vec![Step::Key(key.to_owned())])
        }
        (Step::Key(key), Value::Array(_)) => match key.parse() {
            Ok(index) => Some(vec![Step::Index(index)]),
            Err(_) => Some(vec![Step::Index(0), step.clone()]),
        },
        (Step::Index(_) | Step::All, Value::Object(_)) => None,
        _ => None,
    }
}

#[cfg(test)]
#[path = "input_path_tests.rs"]
mod tests;
