//! The text of a path to its steps, and what is wrong with it.

use super::{Fault, FaultKind, PathStep, ReadPath, is_name, print};
use rulepad_document::Span;

/// Reads a path of the grammar `"$" *( "." name *( "[" ( 1*DIGIT / "*" ) "]" ) )`, and makes out what was
/// meant where the text leaves it.
pub(crate) fn read(text: &str) -> ReadPath {
    let mut reader = PathReader { text, at: 0, faults: Vec::new(), steps: Vec::new(), lost: false };
    reader.path();
    let PathReader { faults, steps, lost, .. } = reader;
    let steps = (!lost).then_some(steps);
    let only_brackets = !faults.is_empty() && faults.iter().all(|fault| fault.kind == FaultKind::Brackets);
    let fixed = steps.as_deref().filter(|_| !faults.is_empty()).and_then(print);
    ReadPath { steps, only_brackets, fixed, fault: faults.into_iter().next() }
}

struct PathReader<'t> {
    text: &'t str,
    at: usize,
    faults: Vec<Fault>,
    steps: Vec<PathStep>,
    /// Set where a part of the text has no meaning as a step.
    lost: bool,
}

impl PathReader<'_> {
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
        self.steps.push(PathStep::Key(name.to_owned()));
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
            self.steps.push(PathStep::Key(key));
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
            self.steps.push(PathStep::All);
        } else if !content.is_empty() && content.bytes().all(|byte| byte.is_ascii_digit()) {
            self.steps.push(PathStep::Index(content.parse().unwrap_or(usize::MAX)));
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
