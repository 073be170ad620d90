//! Strings and comments of files that are written, as several languages have them.

use crate::visible::is_unseen;

/// A text on one line, for a comment or a note.
#[must_use]
pub fn one_line_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A string in double quotes, with the escapes that Python, YAML and HCL share. `code` writes a character that would
/// not be seen, or would turn the text around it.
#[must_use]
pub fn quoted(text: &str, code: impl Fn(u32) -> String) -> String {
    quoted_in('"', text, code)
}

/// The same between quotes of one's own.
#[must_use]
pub fn quoted_in(quote: char, text: &str, code: impl Fn(u32) -> String) -> String {
    let mut out = String::from(quote);
    for c in text.chars() {
        match c {
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if is_unseen(c) => out.push_str(&code(u32::from(c))),
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

/// A text as comment lines; `mark` begins each of them.
#[must_use]
pub fn commented(mark: &str, text: &str, depth: usize) -> String {
    const MOST: usize = 100;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < MOST => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let pad = "  ".repeat(depth);
    lines.iter().map(|line| format!("{pad}{mark}{line}\n")).collect()
}
