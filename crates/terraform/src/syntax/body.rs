//! Attributes and blocks.

use super::cursor::{Cursor, Parsed};
use super::expression::expression;
use super::{Attribute, Block, Body, Fault, SourceId, SyntaxProblem, template};
use rulepad_document::Span;

/// The blocks that a file consists of.
const TOP: [&str; 12] = [
    "resource",
    "data",
    "module",
    "variable",
    "output",
    "locals",
    "provider",
    "terraform",
    "moved",
    "import",
    "check",
    "removed",
];

/// How many errors of a text are reported before the rest is skipped.
const MAX_FAULTS: usize = 20;

/// A whole file. After an error reading continues at the next line that starts a block.
pub(super) fn file(text: &str, source: SourceId) -> (Body, Vec<Fault>) {
    let mut cursor = Cursor::new(text, source);
    let mut body = Body { span: Span::new(0, text.len()), ..Body::default() };
    let mut faults = Vec::new();
    loop {
        cursor.skip_lines();
        let start = cursor.at;
        if cursor.byte().is_none() {
            return (body, faults);
        }
        cursor.lines = true;
        let mut fresh = Cursor::new(text, source);
        fresh.at = start;
        let read = item(&mut fresh, &mut body);
        cursor.at = fresh.at;
        if let Err(mut fault) = read {
            let next =
                if faults.len() + 1 < MAX_FAULTS { next_block(text, start, fault.at) } else { text.len() };
            fault.skipped =
                Span::new(start, text.get(start..next).map_or(next, |own| start + own.trim_end().len()));
            faults.push(fault);
            cursor.at = next;
        }
    }
}

/// The next line after an error that starts a block.
fn next_block(text: &str, start: usize, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    let mut line = before.rfind('\n').map_or(0, |found| found + 1);
    if line <= start {
        line = next_line(text, start);
    }
    while line < text.len() && !starts_block(text, line) {
        line = next_line(text, line);
    }
    line
}

fn next_line(text: &str, from: usize) -> usize {
    text.get(from..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| from + length + 1)
}

/// Whether a line at its first column starts a block of a file.
fn starts_block(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let line = before.rsplit('\n').next().unwrap_or("");
    let is_first = line.is_empty();
    let rest = text.get(at..).unwrap_or("");
    // No resource is within another, however it is indented.
    if line.trim().is_empty() && rest.trim_start_matches([' ', '\t']).starts_with("resource \"") {
        return true;
    }
    is_first
        && TOP.iter().any(|word| {
            rest.strip_prefix(word).is_some_and(|after| {
                let after = after.trim_start_matches([' ', '\t']);
                after.starts_with(['"', '{'])
            })
        })
}

fn item(cursor: &mut Cursor<'_>, body: &mut Body) -> Parsed<()> {
    let start = cursor.at;
    let Some(name) = cursor.name() else {
        return cursor.fault(if cursor.starts("}") {
            SyntaxProblem::UnmatchedBrace
        } else {
            SyntaxProblem::AttributeOrBlock
        });
    };
    let name_span = cursor.span_from(start);
    cursor.skip();
    if cursor.starts("=") && !cursor.starts("==") {
        cursor.at += 1;
        let value = cursor.within(true, expression)?;
        cursor.skip();
        if !matches!(cursor.byte(), None | Some(b'\n' | b'\r' | b'}')) {
            return cursor.fault(SyntaxProblem::LineBreakAfterAttribute);
        }
        let source = cursor.source;
        body.attributes.push(Attribute { name: name.to_owned(), name_span, value, source });
        return Ok(());
    }
    let block = block(cursor, name, name_span)?;
    body.blocks.push(block);
    Ok(())
}

fn block(cursor: &mut Cursor<'_>, kind: &str, kind_span: Span) -> Parsed<Block> {
    let mut labels = Vec::new();
    loop {
        cursor.skip();
        if cursor.starts("{") {
            break;
        }
        if cursor.starts("\"") {
            labels.push(template::label(cursor)?);
        } else if let Some(name) = cursor.name() {
            labels.push(name.to_owned());
        } else {
            return cursor.fault(SyntaxProblem::ValueOrBlock);
        }
    }
    cursor.at += 1;
    let start = cursor.at;
    let mut body = Body::default();
    cursor.deeper(|cursor| {
        loop {
            cursor.skip_lines();
            match cursor.byte() {
                None => return cursor.fault(SyntaxProblem::BlockUnclosed),
                Some(b'}') => return Ok(()),
                Some(_) if starts_block(cursor.text, cursor.at) => {
                    return cursor.fault(SyntaxProblem::BlockAboveUnclosed);
                }
                Some(_) => item(cursor, &mut body)?,
            }
        }
    })?;
    body.span = Span::new(start, cursor.at);
    cursor.at += 1;
    Ok(Block {
        kind: kind.to_owned(),
        kind_span,
        labels,
        body,
        span: Span { start: kind_span.start, end: u32::try_from(cursor.at).unwrap_or(u32::MAX) },
        source: cursor.source,
    })
}
