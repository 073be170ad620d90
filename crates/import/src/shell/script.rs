//! The commands of a script, each with its words as a shell makes them, as far as the text knows.

use super::flavour::Flavour;
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

    fn set(&mut self, name: String, value: String) {
        if self.branches > 0 {
            // Which branch runs is not known.
            let shown = self.unknown(&name);
            self.variables.insert(name, shown);
        } else {
            self.variables.insert(name, value);
        }
    }

    /// What is shown for a value that the script does not have.
    pub(super) fn unknown(&mut self, name: &str) -> String {
        let shown = format!("${{{name}}}");
        if self.references.len() < 1000 {
            self.references.insert(shown.clone());
        }
        shown
    }

    /// The value of a variable.
    pub(super) fn variable(&mut self, name: &str) -> String {
        let key = if self.flavour == Flavour::Cmd { name.to_uppercase() } else { name.to_owned() };
        match self.variables.get(&key).cloned() {
            Some(value) if self.spend(value.len()) => value,
            _ => self.unknown(name),
        }
    }

    pub(super) fn known(&self, name: &str) -> bool {
        self.variables.get(name).is_some_and(|value| !value.is_empty())
    }

    pub(super) fn keep(&mut self, name: &str, value: &str) {
        self.variables.insert(name.to_owned(), value.to_owned());
    }

    fn spend(&mut self, cost: usize) -> bool {
        let left = self.left.checked_sub(cost);
        self.left = left.unwrap_or(0);
        left.is_some()
    }

    /// Keeps a command; what it prints, where that is known.
    fn finish(&mut self, command: Command) -> Option<String> {
        const MOST: usize = 10_000;
        let words: Vec<&str> = command.words.iter().map(|word| word.text.as_str()).collect();
        let printed = match &words[..] {
            ["cat"] | ["cat", "-"] => command.input.clone(),
            ["cat", file] => self.file(file),
            ["echo", "-n" | "-e", rest @ ..] | ["echo", rest @ ..] => Some(rest.join(" ")),
            ["printf", "%s" | "%s\\n", text] => Some((*text).to_owned()),
            ["printf", format] if !format.contains('%') => Some(printed_escapes(format)),
            ["tee", file] => {
                let (file, input) = ((*file).to_owned(), command.input.clone());
                if let Some(input) = &input {
                    self.written.insert(file, input.clone());
                }
                input
            }
            ["for" | "read", name, ..] => {
                let name = (*name).to_owned();
                self.variables.remove(&name);
                None
            }
            _ => None,
        };
        if let (Some(file), Some(printed)) = (&command.output, &printed)
            && self.spend(printed.len())
        {
            self.written.insert(file.clone(), printed.clone());
        }
        if self.commands.len() < MOST {
            self.commands.push(command);
        }
        printed
    }

    /// The text of a file that the script wrote, or that was given beside it.
    pub fn file(&self, path: &str) -> Option<String> {
        let plain = path.trim_start_matches("./");
        let written = self.written.iter().find(|(own, _)| own.trim_start_matches("./") == plain);
        written.map(|(_, text)| text.clone()).or_else(|| self.files.get(path).map(|own| own.text.clone()))
    }

    /// The end of a here-document, behind `<<`.
    fn opened(&mut self) {
        let dash = self.peek() == Some('-');
        if dash {
            self.bump();
        }
        self.skip_space();
        let rest = self.rest();
        let plain = !rest.starts_with(['\'', '"', '\\']);
        let rest = rest.trim_start_matches(['\'', '"', '\\']);
        let skipped = self.rest().len() - rest.len();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || "_-.".contains(c))).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or("").to_owned();
        self.at += skipped + end;
        if matches!(self.peek(), Some('\'' | '"')) {
            self.bump();
        }
        if !word.is_empty() {
            self.waiting.push((word, plain, dash));
        }
    }

    /// Reads the here-documents that the line before opened; the last is what its command reads.
    fn here_documents(&mut self, command: &mut Command) {
        for (end, plain, dash) in std::mem::take(&mut self.waiting) {
            let mut body = String::new();
            while self.at < self.text.len() {
                let line = self.rest().split_inclusive('\n').next().unwrap_or("");
                let length = line.len();
                let bare = line.trim_end_matches(['\n', '\r']);
                let bare = if dash { bare.trim_start_matches('\t') } else { bare };
                self.at += length;
                // What was copied from a page may be indented.
                if bare == end || bare.trim() == end {
                    break;
                }
                body.push_str(bare);
                body.push('\n');
            }
            command.input = Some(if plain { self.filled(&body) } else { body });
        }
    }

    /// A text with its variables replaced, as a here-document has it.
    pub(super) fn filled(&mut self, text: &str) -> String {
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
    pub(super) fn dollar(&mut self, out: &mut String) {
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
            _ => out.push('$'),
        }
    }

    /// What is in the braces of `${…}`.
    fn parameter(&mut self, inner: &str) -> String {
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

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    pub(super) fn place(&self) -> usize {
        self.at
    }

    pub(super) fn go(&mut self, bytes: usize) {
        self.at = (self.at + bytes).min(self.text.len());
    }

    pub(super) fn flavour(&self) -> Flavour {
        self.flavour
    }

    fn starts_word(&self) -> bool {
        let before = self.text.get(..self.at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| c.is_whitespace() || c == ';')
    }

    fn line_end(&mut self) {
        let line = self.rest().find('\n').unwrap_or(self.rest().len());
        self.at += line;
    }

    /// Blanks, and lines that go on.
    fn skip_space(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r']).len();
            self.at += blank;
            let rest = self.rest();
            let goes_on = self.flavour.continuation();
            let line = rest.strip_prefix(goes_on).map(|rest| rest.trim_start_matches([' ', '\t', '\r']));
            match line {
                Some(line) if line.starts_with('\n') => self.at += rest.len() - line.len() + 1,
                _ => return,
            }
        }
    }

    fn skip_blank(&mut self) {
        loop {
            let before = self.at;
            self.skip_space();
            while matches!(self.peek(), Some('\n' | ';')) {
                self.bump();
            }
            let comment = match self.flavour {
                Flavour::Cmd => {
                    let start: String = self.rest().chars().take(4).collect();
                    start.eq_ignore_ascii_case("rem ") || start.starts_with("::") || start.starts_with('@')
                }
                _ => self.rest().starts_with('#'),
            };
            if comment {
                self.line_end();
            }
            if self.at == before {
                return;
            }
        }
    }
}

/// Where the bodies of functions are: from `name() {` or `function name` to the line that closes it.
fn functions(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = line.trim_start();
        let indent = line.len() - start.len();
        let bare = start.trim_end();
        match open {
            Some((from, outer)) if bare.starts_with('}') && indent <= outer => {
                found.push(from..at + line.len());
                open = None;
            }
            Some(_) => {}
            None => {
                let name = bare.strip_prefix("function ").unwrap_or(bare);
                let end =
                    name.find(|c: char| !(c.is_alphanumeric() || "_-".contains(c))).unwrap_or(name.len());
                let rest = name.get(end..).unwrap_or("").trim_start();
                let is_function =
                    end > 0 && (rest.starts_with("()") || (name.len() < bare.len() && rest.starts_with('{')));
                if is_function && bare.ends_with('}') {
                    found.push(at..at + line.len());
                } else if is_function {
                    open = Some((at, indent));
                }
            }
        }
        at += line.len();
    }
    found.extend(open.map(|(from, _)| from..text.len()));
    found
}

/// What `printf` prints for a format without `%`: octal escapes are bytes.
fn printed_escapes(format: &str) -> String {
    let mut bytes = Vec::with_capacity(format.len());
    let mut rest = format;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or("");
        if c != '\\' {
            bytes.extend(c.encode_utf8(&mut [0; 4]).as_bytes());
            continue;
        }
        let digits: String = rest.chars().take(3).take_while(|c| ('0'..='7').contains(c)).collect();
        if let Ok(byte) = u8::from_str_radix(&digits, 8) {
            bytes.push(byte);
            rest = rest.get(digits.len()..).unwrap_or("");
            continue;
        }
        let Some(c) = rest.chars().next() else { break };
        rest = rest.get(c.len_utf8()..).unwrap_or("");
        match c {
            'n' => bytes.push(b'\n'),
            't' => bytes.push(b'\t'),
            'r' => bytes.push(b'\r'),
            '\\' | '\'' | '"' => bytes.push(c as u8),
            other => {
                bytes.push(b'\\');
                bytes.extend(other.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The name at the start of a text.
pub(super) fn name_of(text: &str) -> Option<&str> {
    text.chars().next().filter(|c| c.is_ascii_alphabetic() || *c == '_')?;
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(text.len());
    text.get(..end)
}

/// A variable of PowerShell: `env:NAME` too.
fn variable_of(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "_:".contains(c))).unwrap_or(text.len());
    text.get(..end).map(|name| name.trim_end_matches(':')).filter(|name| !name.is_empty())
}

/// Where the bracket that a text starts with is closed.
pub(super) fn closing(text: &str, open: char, close: char) -> Option<usize> {
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
