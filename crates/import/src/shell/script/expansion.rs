//! The values of variables and of `$…`, as far as the script has them.

use super::{Flavour, MAX_DEPTH, Script};

impl Script<'_> {
    pub(super) fn set(&mut self, name: String, value: String) {
        if self.branches > 0 {
            // Which branch runs is not known.
            let shown = self.unknown(&name);
            self.variables.insert(name, shown);
        } else {
            self.variables.insert(name, value);
        }
    }

    /// What is shown for a value that the script does not have.
    pub(in crate::shell) fn unknown(&mut self, name: &str) -> String {
        let shown = format!("${{{name}}}");
        if self.references.len() < 1000 {
            self.references.insert(shown.clone());
        }
        shown
    }

    /// The value of a variable.
    pub(in crate::shell) fn variable(&mut self, name: &str) -> String {
        let key = if self.flavour == Flavour::Cmd { name.to_uppercase() } else { name.to_owned() };
        match self.variables.get(&key).cloned() {
            Some(value) if self.spend(value.len()) => value,
            _ => self.unknown(name),
        }
    }

    pub(in crate::shell) fn known(&self, name: &str) -> bool {
        self.variables.get(name).is_some_and(|value| !value.is_empty())
    }

    pub(in crate::shell) fn keep(&mut self, name: &str, value: &str) {
        self.variables.insert(name.to_owned(), value.to_owned());
    }

    pub(super) fn spend(&mut self, cost: usize) -> bool {
        let left = self.left.checked_sub(cost);
        self.left = left.unwrap_or(0);
        left.is_some()
    }

    /// A text with its variables replaced, as a here-document has it.
    pub(in crate::shell) fn filled(&mut self, text: &str) -> String {
        if self.depth >= MAX_DEPTH || !self.spend(text.len()) {
            return text.to_owned();
        }
        let mut inner = Script {
            text,
            flavour: self.flavour,
            at: 0,
            variables: std::mem::take(&mut self.variables),
            written: std::mem::take(&mut self.written),
            files: self.files,
            references: std::mem::take(&mut self.references),
            commands: Vec::new(),
            waiting: Vec::new(),
            functions: Vec::new(),
            is_makefile: self.is_makefile,
            branches: self.branches,
            depth: self.depth + 1,
            left: self.left,
        };
        let mut out = String::new();
        while let Some(c) = inner.peek() {
            match c {
                '$' => inner.dollar(&mut out),
                '\\' if matches!(inner.rest().chars().nth(1), Some('$' | '`' | '\\')) => {
                    inner.bump();
                    out.extend(inner.bump());
                }
                _ => out.extend(inner.bump()),
            }
        }
        self.variables = inner.variables;
        self.written = inner.written;
        self.references = inner.references;
        self.left = inner.left;
        out
    }

    /// `$name`, `${name…}`, `$(command)`, or a dollar.
    pub(in crate::shell) fn dollar(&mut self, out: &mut String) {
        self.bump();
        let rest = self.rest();
        match self.peek() {
            Some('{') => {
                let end = closing(rest, '{', '}').unwrap_or(rest.len());
                let inner = rest.get(1..end).unwrap_or("").to_owned();
                self.at += (end + 1).min(rest.len());
                let value = self.parameter(&inner);
                out.push_str(&value);
            }
            Some('(') if self.depth < MAX_DEPTH => {
                if rest.starts_with("((") {
                    let end = closing(rest, '(', ')').map_or(rest.len(), |end| end + 1);
                    let shown = self.unknown("arithmetic");
                    self.at += end;
                    out.push_str(&shown);
                    return;
                }
                self.bump();
                let at = self.commands.len();
                self.depth += 1;
                let printed = self.commands_until(Some(')'));
                self.depth -= 1;
                match printed {
                    Some(text) => out.push_str(text.trim_end_matches('\n')),
                    None => {
                        let first = self.commands.get(at).map(|command| {
                            let words = command.words.iter().take(3).map(|word| word.text.as_str());
                            words.collect::<Vec<_>>().join(" ")
                        });
                        let name = first.filter(|name| !name.contains(['{', '}', '$'])).unwrap_or_default();
                        let shown = self.unknown(if name.is_empty() { "command" } else { &name });
                        out.push_str(&shown);
                    }
                }
            }
            Some(c) if c.is_alphabetic() || c == '_' => {
                let name = match self.flavour {
                    Flavour::PowerShell => variable_of(rest),
                    _ => name_of(rest),
                };
                let name = name.unwrap_or("").to_owned();
                self.at += name.len();
                let value = self.variable(&name);
                out.push_str(&value);
            }
            Some(c) if c.is_ascii_digit() || "@*#?".contains(c) => {
                self.bump();
                let shown = self.unknown(&c.to_string());
                out.push_str(&shown);
            }
            Some('$') if self.is_makefile => self.dollar(out),
            // The number of the process.
            Some('$') if self.flavour == Flavour::Posix => {
                self.bump();
                let shown = self.unknown("process");
                out.push_str(&shown);
            }
            _ => out.push('$'),
        }
    }

    /// What is in the braces of `${…}`.
    pub(super) fn parameter(&mut self, inner: &str) -> String {
        let name = name_of(inner).unwrap_or("").to_owned();
        let rest = inner.get(name.len()..).unwrap_or("").to_owned();
        if name.is_empty() || rest.is_empty() {
            return self.variable(inner);
        }
        let default = [":-", ":=", "-", "="].iter().find_map(|sign| Some((*sign, rest.strip_prefix(sign)?)));
        match default {
            Some(_) if self.known(&name) => self.variable(&name),
            Some((sign, default)) => {
                let value = self.filled(default.trim_matches(['"', '\'']));
                if sign.ends_with('=') {
                    self.keep(&name, &value);
                }
                value
            }
            None if rest.starts_with(":?") || rest.starts_with('?') => self.variable(&name),
            None => self.unknown(&name),
        }
    }
}

/// The name at the start of a text.
pub(in crate::shell) fn name_of(text: &str) -> Option<&str> {
    text.chars().next().filter(|c| c.is_ascii_alphabetic() || *c == '_')?;
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(text.len());
    text.get(..end)
}

/// A variable of PowerShell: `env:NAME` too.
pub(super) fn variable_of(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "_:".contains(c))).unwrap_or(text.len());
    text.get(..end).map(|name| name.trim_end_matches(':')).filter(|name| !name.is_empty())
}

/// Where the bracket that a text starts with is closed.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}
