//! Tables that CloudWatch exports: CSV with a column for the message of each log event.

use rulepad_document::Span;

/// The messages of a table, each with the place of its cell.
pub(crate) struct Table {
    pub messages: Vec<(String, Span)>,
}

/// What the column is called: the export of a log, and of Logs Insights.
const COLUMNS: [&str; 2] = ["message", "@message"];

impl Table {
    /// Reads CSV (RFC 4180) whose first row names a column of messages.
    pub fn read(text: &str) -> Option<Self> {
        let (header, _) = text.trim_start_matches('\u{feff}').split_once('\n')?;
        let names: Vec<&str> =
            header.trim_end().split(',').map(|name| name.trim_matches(['"', ' '])).collect();
        let column = names.iter().position(|name| COLUMNS.contains(name))?;
        let known = |name: &&str| {
            name.starts_with('@')
                || matches!(*name, "timestamp" | "message" | "ingestionTime" | "logStreamName")
        };
        if names.len() < 2 || !names.iter().any(|name| known(name) && !COLUMNS.contains(name)) {
            return None;
        }
        let start = text.len() - text.trim_start_matches('\u{feff}').len() + header.len() + 1;
        let messages = rows(text, start).into_iter().filter_map(|row| row.into_iter().nth(column)).collect();
        Some(Self { messages })
    }
}

type Cell = (String, Span);

/// The cells of each row from a byte of the text on.
fn rows(text: &str, start: usize) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    let mut row: Vec<Cell> = Vec::new();
    let mut cell = String::new();
    let mut opened = start;
    let mut quoted = false;
    let rest = text.get(start..).unwrap_or("");
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let at = start + at;
        match c {
            '"' if quoted && chars.peek().is_some_and(|(_, next)| *next == '"') => {
                cell.push('"');
                chars.next();
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            ',' | '\n' if !quoted => {
                row.push((
                    std::mem::take(&mut cell).trim_end_matches('\r').to_owned(),
                    Span::new(opened, at),
                ));
                opened = at + 1;
                if c == '\n' {
                    rows.push(std::mem::take(&mut row));
                }
            }
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push((cell, Span::new(opened, text.len())));
        rows.push(row);
    }
    rows
}
