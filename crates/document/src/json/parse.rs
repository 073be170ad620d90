//! The parser: always a value as far as one can be seen, and every problem of the text.

use super::scan::Scanner;
use super::{Code, Member, Node, Value};
use crate::diagnostic::{Diagnostic, Role, keep_sound_fixes};
use crate::diagnostics as say;
use crate::message::Message;
use crate::text::Span;

/// The deepest nesting AWS's parser reads.
pub const MAX_DEPTH: usize = 1000;

/// What [`parse`] found.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The value; `None` only when the text holds none.
    pub root: Option<Node>,
    /// Every problem, in the order in which the reading met it.
    pub diagnostics: Vec<Diagnostic<Message>>,
}

impl Parsed {
    /// The value, when no error stands in the text.
    #[must_use]
    pub fn valid(&self) -> Option<&Node> {
        if self.diagnostics.iter().any(Diagnostic::is_error) { None } else { self.root.as_ref() }
    }

    /// The value, when the text is this one JSON value and nothing after it.
    #[must_use]
    pub fn single(&self) -> Option<&Node> {
        self.valid().filter(|_| !self.diagnostics.iter().any(|found| found.is(Code::TrailingText)))
    }
}

/// Reads a JSON text in one pass, fixing what is broken so that the rest can be read too.
///
/// `role` names the text in the diagnostics. AWS's parser stops at its first problem; what it says stands in the
/// [`reference`](Diagnostic::reference) of the first error. Nesting is bounded by [`MAX_DEPTH`].
#[must_use]
pub fn parse(text: &str, role: Role) -> Parsed {
    let mut parsed = parse_unchecked(text, role);
    keep_sound_fixes(text, &mut parsed.diagnostics, |text| parse_unchecked(text, role).diagnostics);
    parsed
}

/// The same, with every fix that comes to mind: for callers that check the fixes together with their own.
#[must_use]
pub fn parse_unchecked(text: &str, role: Role) -> Parsed {
    let mut parser = Parser { scan: Scanner::new(text, role), stopped: false };
    parser.scan.skip_space();
    let root = if parser.scan.peek().is_some() {
        let node = parser.document();
        parser.root_number(&node);
        parser.scan.skip_silently();
        if !parser.stopped && parser.scan.peek().is_some() {
            let extra = Span::new(parser.scan.at, text.trim_end().len());
            parser.scan.report(say::trailing_text(role, extra, node.span.end as usize, text));
        }
        Some(node)
    } else {
        parser.scan.report(say::empty(role, text.len()));
        None
    };
    let mut diagnostics = parser.scan.diagnostics;
    if let Some(first) = diagnostics.iter_mut().find(|found| found.is_error()) {
        first.reference = super::fault::first(text);
    }
    Parsed { root, diagnostics }
}

struct Parser<'t> {
    scan: Scanner<'t>,
    /// Set when the text nests too deep: the rest is not read.
    stopped: bool,
}

/// An array or object that is being read. Nesting lives on the heap: hostile depth costs no stack.
struct Open {
    at: usize,
    /// The last comma, while nothing has followed it.
    comma: Option<usize>,
    body: Body,
}

enum Body {
    Array(Vec<Node>),
    Object(Vec<Member>, Option<(Span, String)>),
}

/// What one step into the text gave.
enum Step {
    Done(Node),
    Into(Open),
    Again,
}

impl Parser<'_> {
    fn document(&mut self) -> Node {
        let mut stack: Vec<Open> = Vec::new();
        let mut step = self.value(&stack);
        loop {
            match step {
                Step::Into(open) => stack.push(open),
                Step::Done(node) => match stack.last_mut() {
                    None => return node,
                    Some(open) => open.take(node),
                },
                Step::Again => {}
            }
            step = self.entry(&mut stack);
        }
    }

    /// The next entry of the innermost open value, or its close.
    fn entry(&mut self, stack: &mut Vec<Open>) -> Step {
        let Some(open) = stack.last() else { return Step::Again };
        let (array, empty) = (open.is_array(), open.is_empty());
        let fresh = empty || open.comma.is_some();
        self.scan.skip_space();
        let at = self.scan.at;
        match self.scan.peek() {
            None => {
                self.unclosed(stack);
                return close(stack, at);
            }
            Some(c @ (']' | '}')) => {
                if (c == ']') == array {
                    self.scan.bump();
                    if let Some(comma) = open.comma {
                        self.scan.report(say::trailing_comma(self.scan.role, comma));
                    }
                } else {
                    self.mismatched(stack, c);
                }
                return close(stack, self.scan.at);
            }
            Some(',') => {
                self.scan.bump();
                if fresh {
                    self.scan.report(say::extra_comma(self.scan.role, at));
                } else if let Some(open) = stack.last_mut() {
                    open.comma = Some(at);
                }
                return Step::Again;
            }
            Some(':') => {
                self.scan.bump();
                self.scan.report(say::unexpected(self.scan.role, Span::new(at, at + 1), ':'));
                return Step::Again;
            }
            Some(c) if self.scan.at_junk() => {
                let span = self.scan.word();
                self.scan.report(say::unexpected(self.scan.role, span, c));
                return Step::Again;
            }
            Some(c) => {
                if let (None, Some(end)) = (open.comma, open.last_end()) {
                    self.scan.report(say::missing_comma(self.scan.role, end, at, c, array));
                }
            }
        }
        if let Some(open) = stack.last_mut() {
            open.comma = None;
            if let Body::Object(_, key) = &mut open.body {
                *key = self.key();
            }
        }
        self.value(stack)
    }

    fn value(&mut self, stack: &[Open]) -> Step {
        let start = self.scan.at;
        let in_object = stack.last().is_some_and(|open| !open.is_array());
        Step::Done(match self.scan.peek() {
            Some('{' | '[') if stack.len() >= MAX_DEPTH => {
                self.scan.report(say::too_deep(self.scan.role, start));
                self.stopped = true;
                self.scan.at = self.scan.text.len();
                invalid(Span::at(start))
            }
            Some(c @ ('{' | '[')) => {
                self.scan.bump();
                let body = if c == '[' { Body::Array(Vec::new()) } else { Body::Object(Vec::new(), None) };
                return Step::Into(Open { at: start, comma: None, body });
            }
            Some('"' | '\'' | '`' | '“' | '”' | '„' | '‘' | '’') => {
                let (span, text) = self.scan.string();
                Node { span, value: Value::String(text) }
            }
            Some('-' | '+' | '.' | '0'..='9') if number_like(self.scan.rest()) => {
                let (span, text) = self.scan.number();
                Node { span, value: Value::Number(text) }
            }
            found @ (None | Some(',' | '}' | ']' | ':')) => {
                self.scan.report(say::missing_value(self.scan.role, start, found, in_object));
                if stack.is_empty() {
                    self.scan.bump();
                }
                invalid(Span::at(start))
            }
            Some(_) => self.word(),
        })
    }

    fn word(&mut self) -> Node {
        let mut span = self.scan.word();
        let written = span.of(self.scan.text);
        if let Some(constant) = ["true", "false", "null"].into_iter().find(|word| written.starts_with(word)) {
            // Behind a constant, characters that belong to no word are a mistake of their own.
            let whole = std::mem::replace(&mut self.scan.at, span.start as usize + constant.len());
            if self.scan.at_junk() {
                span = Span::new(span.start as usize, self.scan.at);
            } else {
                self.scan.at = whole;
            }
        }
        let value = match span.of(self.scan.text) {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" => Value::Null,
            other => {
                let (quoted, closed) = self.scan.closing_quote(span, ",]}");
                if closed {
                    self.scan.report(say::unopened_string(self.scan.role, quoted, other));
                    return Node { span: quoted, value: Value::String(other.to_owned()) };
                }
                if self.scan.peek() == Some('"') {
                    self.scan.report(say::stray(self.scan.role, span, other));
                    let (span, text) = self.scan.string();
                    return Node { span, value: Value::String(text) };
                }
                self.scan.report(say::word(self.scan.role, span, other));
                // What the first fix makes of it, so that the rest is judged as it will be.
                match say::constant(other) {
                    Some("true") => Value::Bool(true),
                    Some("false") => Value::Bool(false),
                    Some(_) => Value::Null,
                    None => Value::String(other.to_owned()),
                }
            }
        };
        Node { span, value }
    }

    /// A key with its colon; `None` where a value stands without one.
    fn key(&mut self) -> Option<(Span, String)> {
        let at = self.scan.at;
        let (span, key) = match self.scan.peek()? {
            '"' | '\'' | '`' | '“' | '”' | '„' | '‘' | '’' => self.scan.string(),
            c @ ('{' | '[') => {
                self.scan.report(say::unexpected(self.scan.role, Span::new(at, at + 1), c));
                return None;
            }
            _ => {
                let span = self.scan.word();
                let word = span.of(self.scan.text).to_owned();
                let (span, closed) = self.scan.closing_quote(span, ":");
                if !closed && self.scan.peek() == Some('"') {
                    self.scan.report(say::stray(self.scan.role, span, &word));
                    self.scan.string()
                } else {
                    self.scan.report(say::bare_key(self.scan.role, span, &word, closed));
                    (span, word)
                }
            }
        };
        self.scan.skip_space();
        let colon = self.scan.at;
        if self.scan.peek() == Some(':') {
            self.scan.bump();
        } else {
            let wrong = ["=>", "="].into_iter().find(|sign| self.scan.rest().starts_with(sign)).unwrap_or("");
            self.scan.report(say::missing_colon(self.scan.role, span, colon, wrong));
            self.scan.at += wrong.len();
        }
        self.scan.skip_space();
        Some((span, key))
    }

    /// The text ends inside brackets: told once, for all of them.
    fn unclosed(&mut self, stack: &[Open]) {
        if std::mem::replace(&mut self.stopped, true) {
            return;
        }
        let Some(open) = stack.last() else { return };
        let closing: String =
            stack.iter().rev().map(|open| if open.is_array() { ']' } else { '}' }).collect();
        let text = self.scan.text;
        if let Some(string) = self.scan.cut_string() {
            let swallowed = swallowed(string.span().of(text), &closing);
            if let Some(help) = string.help.first_mut() {
                say::close_cut_string(help, text, swallowed, &closing);
            }
            return;
        }
        let bracket = if open.is_array() { '[' } else { '{' };
        let end = open.comma.or(open.last_end()).unwrap_or(open.at + 1);
        let place = say::End { at: end, comma: open.comma.is_some(), closing };
        self.scan.report(say::unclosed(self.scan.role, open.at, bracket, place));
    }

    /// A number at the root ends at white space; nothing else may follow it.
    fn root_number(&mut self, node: &Node) {
        let next = self.scan.peek().filter(|c| !c.is_ascii_whitespace());
        if let (Value::Number(_), Some(c)) = (&node.value, next) {
            let span = Span::new(self.scan.at, self.scan.text.len());
            self.scan.report(say::unexpected(self.scan.role, span, c));
            self.stopped = true;
        }
    }

    /// A closing bracket of the other kind. Where the value around this one waits for it, this one's own
    /// bracket is missing; otherwise it stands in its place.
    fn mismatched(&mut self, stack: &[Open], found: char) {
        let (Some(open), outer) = (stack.last(), stack.iter().rev().nth(1)) else { return };
        let belongs_outside =
            outer.is_some_and(|outer| outer.is_array() == (found == ']')) && !self.fits_better_instead(stack);
        let slip = say::Slip { open: open.at, at: self.scan.at, found, belongs_outside };
        self.scan.report(say::mismatched(self.scan.role, slip));
        if !belongs_outside {
            self.scan.bump();
        }
    }
}

impl Parser<'_> {
    /// Whether the rest of a short text closes better when the bracket at the cursor stands in the place of
    /// the innermost open one's own.
    fn fits_better_instead(&self, stack: &[Open]) -> bool {
        const FAR: usize = 4000;
        let rest = self.scan.rest();
        if rest.len() > FAR || self.scan.is_full() {
            return false;
        }
        let outer: Vec<bool> = stack.iter().rev().skip(1).rev().map(Open::is_array).collect();
        misfits(outer.clone(), rest.get(1..).unwrap_or("")) < misfits(outer, rest)
    }
}

/// How many brackets of a text do not fit the open ones, those that stay open included.
fn misfits(mut open: Vec<bool>, text: &str) -> usize {
    let (mut faults, mut quoted, mut escaped) = (0, false, false);
    for c in text.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '[' | '{' if !quoted => open.push(c == '['),
            ']' | '}' if !quoted => {
                if open.last() == Some(&(c == ']')) {
                    open.pop();
                } else {
                    faults += 1;
                }
            }
            _ => {}
        }
    }
    faults + open.len()
}

/// How many bytes at the end of a string that runs to the end of the text are closing brackets that the
/// brackets around it wait for, with the white space among them.
fn swallowed(string: &str, closing: &str) -> usize {
    let run = string.trim_end_matches(|c: char| matches!(c, ']' | '}') || c.is_whitespace());
    let tail = string.get(run.len()..).unwrap_or("");
    let brackets: String = tail.chars().filter(|c| !c.is_whitespace()).collect();
    if !brackets.is_empty() && closing.starts_with(&brackets) { tail.len() } else { 0 }
}

impl Open {
    fn is_array(&self) -> bool {
        matches!(self.body, Body::Array(_))
    }

    fn is_empty(&self) -> bool {
        self.last_end().is_none()
    }

    fn last_end(&self) -> Option<usize> {
        let last = match &self.body {
            Body::Array(items) => items.last(),
            Body::Object(members, _) => members.last().map(|member| &member.value),
        };
        last.map(|node| node.span.end as usize)
    }

    fn take(&mut self, node: Node) {
        match &mut self.body {
            Body::Array(items) => items.push(node),
            Body::Object(members, key) => {
                if let Some((key_span, key)) = key.take() {
                    members.push(Member { key, key_span, value: node });
                }
            }
        }
    }
}

fn close(stack: &mut Vec<Open>, end: usize) -> Step {
    let Some(open) = stack.pop() else { return Step::Again };
    let value = match open.body {
        Body::Array(items) => Value::Array(items),
        Body::Object(members, _) => Value::Object(members),
    };
    Step::Done(Node { span: Span::new(open.at, end), value })
}

fn invalid(span: Span) -> Node {
    Node { span, value: Value::Invalid }
}

/// Whether a number starts here, rather than a word such as `-` or `.foo`.
fn number_like(rest: &str) -> bool {
    let unsigned = rest.strip_prefix(['-', '+']).unwrap_or(rest);
    unsigned.strip_prefix('.').unwrap_or(unsigned).starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
