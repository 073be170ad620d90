//! A `rulepad` fence: options in its first line, then texts, each under a line `--- NAME`; the first is the pattern.

use crate::contents::slice;
use crate::example::{Attribute, Example, Part, WrittenAs};
use crate::message::Problem;
use rulepad_workbench::embed::{SECTION, section, unescaped_line};
use std::ops::Range;

/// The word that makes a fence an example.
pub(crate) const NAME: &str = "rulepad";

/// A fence as Markdown has it.
pub(crate) struct Fence<'t> {
    /// The document.
    pub document: &'t str,
    /// All of the fence.
    pub span: Range<usize>,
    /// Its lines without what is in front of them, and without the ends of lines.
    pub lines: Vec<Range<usize>>,
}

/// Whether the words behind the backticks make the fence an example.
pub(crate) fn is_example(info: &str) -> bool {
    info.split_whitespace().next() == Some(NAME)
}

impl Fence<'_> {
    /// Reads the example.
    pub fn read(&self, problems: &mut Vec<(usize, Problem)>) -> Example {
        let (attributes, next_attribute) = self.options(problems);
        let parts = self.parts();
        let next_part = self.lines.last().map_or(self.span.end, |last| self.after(last.end));
        Example {
            written_as: WrittenAs::Fence,
            at: self.span.start,
            attributes,
            parts,
            around: None,
            next_attribute,
            next_part,
            prefix: self.lines.first().map(|first| self.before(first.start).to_owned()).unwrap_or_default(),
        }
    }

    /// What is in front of a line, of the list or the quotation that the fence is in.
    fn before(&self, at: usize) -> &str {
        let start = slice(self.document, 0..at).rfind('\n').map_or(0, |newline| newline + 1);
        slice(self.document, start..at)
    }

    /// Where the line after the one that ends here starts.
    fn after(&self, end: usize) -> usize {
        let rest = slice(self.document, end..self.document.len());
        rest.find('\n').map_or(self.document.len(), |newline| end + newline + 1)
    }

    /// The words behind `rulepad`, and where another would be written.
    fn options(&self, problems: &mut Vec<(usize, Problem)>) -> (Vec<Attribute>, usize) {
        let rest = slice(self.document, self.span.start..self.document.len());
        let line = rest.lines().next().unwrap_or_default();
        let end = self.span.start + line.trim_end().len();
        let mut attributes = Vec::new();
        // What is in front of the name may be a list's or a quotation's.
        let name = line.find(NAME).map_or(line.len(), |at| at + NAME.len());
        for word in words(slice(line, name..line.len())) {
            // `word` is a slice of `line`: its place is the distance of the two.
            let at = self.span.start + (word.as_ptr() as usize).saturating_sub(line.as_ptr() as usize);
            match word.split_once('=') {
                Some((name, value)) if !name.is_empty() => attributes.push(Attribute {
                    name: name.to_ascii_lowercase(),
                    value: unquoted(value).to_owned(),
                    span: at..at + word.len(),
                }),
                _ => problems.push((at, Problem::NotAnOption { word: word.to_owned() })),
            }
        }
        (attributes, end)
    }

    fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut name = ("pattern".to_owned(), self.span.start);
        let mut lines: Vec<Range<usize>> = Vec::new();
        let mut start = self.lines.first().map_or(self.span.end, |line| line.start);
        for line in &self.lines {
            let text = slice(self.document, line.clone());
            if let Some(next) = section(text) {
                parts.extend(self.part(&name, &lines, start));
                lines.clear();
                name = (next.to_owned(), line.start + SECTION.len());
                start = self.after(line.end);
            } else {
                lines.push(line.clone());
            }
        }
        parts.extend(self.part(&name, &lines, start));
        parts
    }

    /// A part without the blank lines around it. A first part without text is none.
    fn part(&self, (name, at): &(String, usize), lines: &[Range<usize>], start: usize) -> Option<Part> {
        let is_blank = |line: &&Range<usize>| slice(self.document, (*line).clone()).trim().is_empty();
        let first = lines.iter().position(|line| !is_blank(&line));
        let Some(first) = first else {
            let part = Part {
                name: name.clone(),
                text: String::new(),
                at: *at,
                content: start..start,
                lines: vec![start],
            };
            return (*at != self.span.start).then_some(part);
        };
        let last = lines.iter().rposition(|line| !is_blank(&line)).unwrap_or(first);
        let lines = lines.get(first..=last).unwrap_or_default();
        let texts: Vec<&str> =
            lines.iter().map(|line| unescaped_line(slice(self.document, line.clone()))).collect();
        let content = lines.first()?.start..lines.last()?.end;
        let starts = lines.iter().zip(&texts).map(|(line, text)| line.end - text.len()).collect();
        Some(Part { name: name.clone(), text: texts.join("\n"), at: *at, content, lines: starts })
    }
}

/// The words of a line; quotation marks behind `=` hold one together.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let space = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let end = rest.find('=').filter(|equals| *equals < space).and_then(|equals| {
            let value = rest.get(equals + 1..)?;
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            Some(equals + 3 + value.get(1..)?.find(quote)?)
        });
        let (word, behind) = rest.split_at_checked(end.unwrap_or(space))?;
        rest = behind;
        (!word.is_empty()).then_some(word)
    })
}

/// A value without the quotation marks around it.
fn unquoted(value: &str) -> &str {
    let inside = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
    inside('"').or(inside('\'')).unwrap_or(value)
}
