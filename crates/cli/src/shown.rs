//! Text for a terminal: characters of files and arguments that cannot be seen, or that would rewrite
//! what is seen, are written as escapes.

use rulepad_workbench::visible::{escaped, escaped_lines};
use rulepad_workbench::{Lang, Words};
use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

/// Writes one line. Line ends in it are escaped too: no file can add a line.
pub fn line(out: &mut (impl Write + ?Sized), line: impl Display) -> io::Result<()> {
    writeln!(out, "{}", escaped(&line.to_string()))
}

/// Says something on standard error, after the program's name.
pub fn about(what: &impl Words, lang: Lang) {
    // Nothing is left to be done where standard error is closed.
    let _ = line(&mut io::stderr().lock(), format_args!("rulepad: {}", what.words(lang)));
}

/// A text filled up with spaces to a width in columns of a terminal, where Korean, Chinese and Japanese characters
/// have two.
pub fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// How many columns a text has in a terminal.
pub fn columns(text: &str) -> usize {
    let wide = |c: &char| {
        matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}')
    };
    text.chars().count() + text.chars().filter(wide).count()
}

/// Writes a text of several lines, such as JSON, whose values stay the same.
pub fn lines(out: &mut (impl Write + ?Sized), text: &str) -> io::Result<()> {
    writeln!(out, "{}", escaped_lines(text))
}

/// Writes a file as it is, unless a person sees it.
pub fn file(out: &mut (impl Write + ?Sized), text: &str) -> io::Result<()> {
    if io::stdout().is_terminal() {
        out.write_all(escaped_lines(text).as_bytes())
    } else {
        out.write_all(text.as_bytes())
    }
}

/// JSON for a program or a terminal: the same values, with nothing unseen in its strings.
pub fn json(text: &str) -> Cow<'_, str> {
    escaped_lines(text)
}

/// Writes AWS's answer, which quotes the text it refuses: lines after the first are indented, so that none
/// of them looks like a verdict.
pub fn quoted(out: &mut (impl Write + ?Sized), text: &str) -> io::Result<()> {
    let mut parts = text.split('\n');
    line(out, parts.next().unwrap_or_default())?;
    parts.try_for_each(|part| line(out, format_args!("    {}", part.trim_end_matches('\r'))))
}
