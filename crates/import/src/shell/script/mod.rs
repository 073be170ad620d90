//! The commands of a script, each with its words as a shell makes them, as far as the text knows.

mod cursor;
mod expansion;
mod functions;
mod here_document;
mod output;

pub(super) use expansion::name_of;

use super::flavour::Flavour;
use expansion::variable_of;
use functions::functions;
use rulepad_document::Span;
use rulepad_document::files::Files;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How many bytes the words of a script may have together: a variable can double what it holds.
const BUDGET: usize = 8 << 20;

/// The deepest that commands are nested in one another.
const MAX_DEPTH: usize = 20;

/// A word of a command.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Word {
    /// What the command gets.
    pub text: String,
    /// Where it is in the script.
    pub span: Span,
    /// Whether a part of it is in quotes.
    pub quoted: bool,
}

/// A command and what it reads.
#[derive(Clone, Debug, Default)]
pub(super) struct Command {
    /// Its words, without assignments before it.
    pub words: Vec<Word>,
    /// The text of its here-document.
    pub input: Option<String>,
    /// The file that its output goes to.
    output: Option<String>,
    /// Whether it runs whenever the script does, after those before it.
    pub is_certain: bool,
}

/// The script while it is read.
pub(super) struct Script<'t> {
    text: &'t str,
    flavour: Flavour,
    at: usize,
    /// What the variables hold.
    variables: BTreeMap<String, String>,
    /// Files that the script writes.
    pub written: BTreeMap<String, String>,
    /// The files beside it.
    files: Files<'t>,
    /// What is shown for values that only a run knows.
    pub references: BTreeSet<String>,
    /// The commands, in their order.
    pub commands: Vec<Command>,
    /// Here-documents whose text follows the line: end, whether values are put in, whether tabs are removed.
    waiting: Vec<(String, bool, bool)>,
    /// Where functions are in the text.
    functions: Vec<Range<usize>>,
    /// Whether the text is a Makefile, in which `$$` is the `$` of the shell.
    pub is_makefile: bool,
    /// How many conditions and loops are open.
    branches: usize,
    depth: usize,
    left: usize,
}

impl<'t> Script<'t> {
    pub fn new(text: &'t str, flavour: Flavour, files: Files<'t>) -> Self {
        Self {
            text,
            flavour,
            at: 0,
            variables: BTreeMap::new(),
            written: BTreeMap::new(),
            files,
            references: BTreeSet::new(),
            commands: Vec::new(),
            waiting: Vec::new(),
            functions: functions(text),
            is_makefile: false,
            branches: 0,
            depth: 0,
            left: BUDGET,
        }
    }

    /// Reads the commands to the end of the text.
    pub fn read(mut self) -> Self {
        self.commands_until(None);
        self
    }

    /// Reads commands up to a closing bracket; what the last of them prints, where that is known.
    fn commands_until(&mut self, close: Option<char>) -> Option<String> {
        let mut printed = None;
        loop {
            self.skip_blank();
            let Some(c) = self.peek() else { break };
            if Some(c) == close {
                self.bump();
                break;
            }
            let before = self.at;
            let command = self.command(close);
            if self.at == before {
                self.bump();
            }
            if let Some(command) = command {
                printed = self.finish(command);
            }
        }
        printed
    }

    /// One simple command, with what follows it up to its separator.
    fn command(&mut self, close: Option<char>) -> Option<Command> {
        let mut command = Command::default();
        loop {
            self.skip_space();
            let Some(c) = self.peek() else { break };
            if Some(c) == close {
                break;
            }
            match c {
                '\n' => {
                    self.bump();
                    self.here_documents(&mut command);
                    break;
                }
                ';' | '&' | '|' => {
                    self.bump();
                    // The text of a here-document follows the whole line, whatever the line does with it.
                    if c != ';' && self.peek() == Some(c) {
                        self.bump();
                    }
                    break;
                }
                '(' | ')' | '{' | '}' if self.flavour != Flavour::Cmd && command.words.is_empty() => {
                    self.bump();
                    if c == '{' || c == '(' {
                        continue;
                    }
                    break;
                }
                '#' if self.flavour != Flavour::Cmd && self.starts_word() => {
                    self.line_end();
                }
                '<' if self.rest().starts_with("<<<") => {
                    self.at += 3;
                    self.skip_space();
                    command.input = self.word(close).map(|word| word.text);
                }
                '<' if self.rest().starts_with("<<") => {
                    self.at += 2;
                    self.opened();
                }
                '<' | '>' => {
                    self.bump();
                    while matches!(self.peek(), Some('>' | '&' | '|')) {
                        self.bump();
                    }
                    self.skip_space();
                    let file = self.word(close).map(|word| word.text);
                    if c == '>' && command.output.is_none() {
                        command.output = file;
                    }
                }
                _ => {
                    let start = self.at;
                    if command.words.is_empty() && self.assignment(close) {
                        continue;
                    }
                    let Some(word) = self.word(close) else { break };
                    if self.at == start {
                        break;
                    }
                    // `2>`: the number belongs to the redirection.
                    let number = word.text.chars().all(|c| c.is_ascii_digit()) && !word.quoted;
                    if number && matches!(self.peek(), Some('<' | '>')) {
                        continue;
                    }
                    if command.words.is_empty() && !word.quoted && self.keyword(&word.text) {
                        continue;
                    }
                    command.words.push(word);
                }
            }
        }
        if !self.waiting.is_empty() && self.at >= self.text.len() {
            self.here_documents(&mut command);
        }
        let start = command.words.first().map_or(self.at, |word| word.span.start as usize);
        command.is_certain = self.branches == 0 && !self.functions.iter().any(|own| own.contains(&start));
        (!command.words.is_empty() || command.input.is_some()).then_some(command)
    }

    /// A word of the shell's own before a command.
    fn keyword(&mut self, word: &str) -> bool {
        match word {
            "if" | "while" | "until" | "case" | "for" | "foreach" => self.branches += 1,
            "fi" | "done" | "esac" => self.branches = self.branches.saturating_sub(1),
            "then" | "else" | "elif" | "do" | "!" | "time" | "{" | "}" | "sudo" | "command" | "exec"
            | "call" | "export" | "local" | "readonly" | "declare" | "typeset" | "$" | ">" | "%" | "try"
            | "return" | "&" => {}
            _ => return false,
        }
        true
    }

    /// Goes on behind brackets in their pairs, and to the end of their line.
    fn pass_object(&mut self) {
        let mut depth = 0usize;
        while let Some(c) = self.bump() {
            match c {
                '{' | '(' | '[' => depth += 1,
                '}' | ')' | ']' => depth = depth.saturating_sub(1),
                '\n' if depth == 0 => return,
                _ => {}
            }
        }
    }

    /// `name=value` before a command; `$name = value` in PowerShell, `set name=value` in cmd.
    fn assignment(&mut self, close: Option<char>) -> bool {
        let rest = self.rest();
        let (name, skip) = match self.flavour {
            Flavour::Posix => match name_of(rest) {
                Some(name) if rest.get(name.len()..).is_some_and(|rest| rest.starts_with('=')) => {
                    (name.to_owned(), name.len() + 1)
                }
                _ => return false,
            },
            Flavour::PowerShell => {
                let Some(name) = rest.strip_prefix('$').and_then(variable_of) else { return false };
                let after = rest.get(1 + name.len()..).unwrap_or("");
                let blank = after.len() - after.trim_start_matches([' ', '\t']).len();
                let after = after.trim_start_matches([' ', '\t']);
                if !after.starts_with('=') || after.starts_with("==") {
                    return false;
                }
                (name.to_owned(), 1 + name.len() + blank + 1)
            }
            Flavour::Cmd => {
                let lower = rest.get(..4).unwrap_or("").to_ascii_lowercase();
                if lower != "set " {
                    return false;
                }
                let line = rest.get(4..).unwrap_or("").lines().next().unwrap_or("");
                let Some((name, value)) = line.trim().trim_matches('"').split_once('=') else { return false };
                self.set(name.trim().to_uppercase(), value.trim_end().to_owned());
                self.at += 4 + line.len();
                return true;
            }
        };
        self.at += skip;
        if self.flavour == Flavour::PowerShell {
            self.skip_space();
        }
        let spaced = matches!(self.peek(), None | Some(' ' | '\t' | '\n' | '\r' | ';'));
        if spaced && self.flavour == Flavour::Posix {
            self.set(name, String::new());
            return true;
        }
        // An object of PowerShell, and what it is made into.
        if self.flavour == Flavour::PowerShell
            && ["@{", "@(", "["].iter().any(|open| self.rest().starts_with(open))
        {
            self.pass_object();
            let shown = self.unknown(&name);
            self.set(name, shown);
            return true;
        }
        // A command of PowerShell whose output is kept.
        if self.flavour == Flavour::PowerShell && self.rest().starts_with("aws ") {
            let shown = self.unknown(&name);
            self.set(name, shown);
            return true;
        }
        let command =
            self.rest().starts_with("$(") || self.rest().starts_with("\"$(") || self.rest().starts_with('`');
        let value = self.word(close).map(|word| word.text).unwrap_or_default();
        // The output of a command is shown as the variable that keeps it.
        let single = value.starts_with("${") && value.ends_with('}') && value.matches("${").count() == 1;
        let value =
            if command && single && self.references.contains(&value) { self.unknown(&name) } else { value };
        self.set(name, value);
        true
    }
}
