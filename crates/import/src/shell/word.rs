//! One word of a command: its quotes, escapes and variables.

use super::flavour::Flavour;
use super::script::{Script, Word};
use rulepad_document::Span;

impl Script<'_> {
    /// The word at this place; `None` where there is none.
    pub(super) fn word(&mut self, close: Option<char>) -> Option<Word> {
        let start = self.place();
        let mut word = Word::default();
        while let Some(c) = self.peek() {
            if Some(c) == close && close == Some(')') {
                break;
            }
            match (self.flavour(), c) {
                (_, ' ' | '\t' | '\r' | '\n' | ';' | '&' | '|' | '<' | '>') => break,
                (Flavour::Posix, '\'') => {
                    self.bump();
                    word.quoted = true;
                    let rest = self.rest();
                    let end = rest.find('\'').unwrap_or(rest.len());
                    word.text.push_str(rest.get(..end).unwrap_or(""));
                    self.go(end + 1);
                }
                (Flavour::Posix, '"') => {
                    word.quoted = true;
                    self.double(&mut word.text);
                }
                (Flavour::Posix, '$') if self.rest().starts_with("$'") => {
                    self.bump();
                }
                (Flavour::Posix | Flavour::PowerShell, '$') => self.dollar(&mut word.text),
                (Flavour::Posix, '`') => {
                    self.bump();
                    let rest = self.rest();
                    let end = rest.find('`').unwrap_or(rest.len());
                    self.go(end + 1);
                    let shown = self.unknown("command");
                    word.text.push_str(&shown);
                }
                (flavour, c) if c == flavour.continuation() => {
                    if self.continues() {
                        break;
                    }
                    self.bump();
                    word.text.extend(self.bump());
                }
                (Flavour::PowerShell, '@') if self.here_string(&mut word) => {}
                (Flavour::PowerShell, '\'') => {
                    word.quoted = true;
                    self.single_doubled(&mut word.text);
                }
                (Flavour::PowerShell, '"') => {
                    word.quoted = true;
                    self.double_power(&mut word.text);
                }
                (Flavour::Cmd, '"') => {
                    word.quoted = true;
                    self.double_cmd(&mut word.text);
                }
                (Flavour::Cmd, '%') => self.percent(&mut word.text),
                _ => word.text.extend(self.bump()),
            }
        }
        if self.flavour() == Flavour::PowerShell {
            // Windows programs read `\"` as a quote, wherever it is.
            word.text = word.text.replace("\\\"", "\"");
        }
        word.span = Span::new(start, self.place());
        (self.place() > start).then_some(word)
    }

    /// Whether the command continues in the next line behind the character.
    fn continues(&self) -> bool {
        let after = self.rest().get(1..).unwrap_or("");
        let after = after.trim_start_matches([' ', '\t', '\r']);
        after.starts_with('\n') || after.is_empty()
    }

    /// `"…"` of a POSIX shell.
    fn double(&mut self, out: &mut String) {
        self.bump();
        while let Some(c) = self.peek() {
            match c {
                '"' => {
                    self.bump();
                    return;
                }
                '$' => self.dollar(out),
                '\\' => {
                    self.bump();
                    match self.peek() {
                        Some('\n') => {
                            self.bump();
                        }
                        Some(c @ ('"' | '\\' | '$' | '`')) => {
                            self.bump();
                            out.push(c);
                        }
                        _ => out.push('\\'),
                    }
                }
                _ => out.extend(self.bump()),
            }
        }
    }

    /// `'…'` of PowerShell, where a quote is doubled.
    fn single_doubled(&mut self, out: &mut String) {
        self.bump();
        while let Some(c) = self.peek() {
            if c != '\'' {
                out.extend(self.bump());
            } else if self.closes('\'', out) {
                return;
            }
        }
    }

    /// Passes a quote. Whether it closes the string: a doubled one is a quote in it.
    fn closes(&mut self, quote: char, out: &mut String) -> bool {
        self.bump();
        let doubled = self.peek() == Some(quote);
        if doubled {
            self.bump();
            out.push(quote);
        }
        !doubled
    }

    /// `"…"` of PowerShell.
    fn double_power(&mut self, out: &mut String) {
        self.bump();
        while let Some(c) = self.peek() {
            match c {
                '`' => {
                    self.bump();
                    match self.bump() {
                        Some('n') => out.push('\n'),
                        Some('t') => out.push('\t'),
                        Some(c) => out.push(c),
                        None => {}
                    }
                }
                '$' => self.dollar(out),
                '"' => {
                    if self.closes('"', out) {
                        return;
                    }
                }
                '\\' if self.rest().starts_with("\\\"") && !self.ends_quote(2) => {
                    self.go(2);
                    out.push('"');
                }
                _ => out.extend(self.bump()),
            }
        }
    }

    /// Whether a word ends behind so many bytes.
    fn ends_quote(&self, bytes: usize) -> bool {
        let after = self.rest().get(bytes..).unwrap_or("");
        after.is_empty() || after.starts_with([' ', '\n', '\r'])
    }

    /// `"…"` of cmd: `\"` is a quote for the program.
    fn double_cmd(&mut self, out: &mut String) {
        self.bump();
        while let Some(c) = self.peek() {
            match c {
                '"' => {
                    if self.closes('"', out) {
                        return;
                    }
                }
                '\\' if self.rest().starts_with("\\\"") => {
                    self.go(2);
                    out.push('"');
                }
                '%' => self.percent(out),
                '^' if self.continues() => {
                    let rest = self.rest();
                    let line = rest.find('\n').map_or(rest.len(), |end| end + 1);
                    self.go(line);
                }
                _ => out.extend(self.bump()),
            }
        }
    }

    /// `%NAME%` of cmd.
    fn percent(&mut self, out: &mut String) {
        self.bump();
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let name = rest.get(..end).unwrap_or("").to_owned();
        if end > 0 && rest.get(end..).is_some_and(|rest| rest.starts_with('%')) {
            self.go(end + 1);
            let value = self.variable(&name);
            out.push_str(&value);
        } else {
            out.push('%');
        }
    }

    /// `@'` to `'@` on separate lines.
    fn here_string(&mut self, word: &mut Word) -> bool {
        let rest = self.rest();
        let Some(quote) = rest.chars().nth(1).filter(|c| matches!(c, '\'' | '"')) else { return false };
        let after = rest.get(2..).unwrap_or("").trim_start_matches([' ', '\t', '\r']);
        if !after.starts_with('\n') {
            return false;
        }
        let line = rest.len() - after.len();
        let end = format!("\n{quote}@");
        let body = rest.get(line..).unwrap_or("");
        let length = body.find(&end).unwrap_or(body.len());
        let text = body.get(1..length.max(1)).unwrap_or("").replace('\r', "");
        self.go(line + length + end.len());
        word.quoted = true;
        if quote == '"' {
            word.text.push_str(&self.filled(&text));
        } else {
            word.text.push_str(&text);
        }
        true
    }
}
