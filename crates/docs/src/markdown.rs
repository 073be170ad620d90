//! Markdown: its `rulepad` fences, its links, and the HTML in it.

use crate::contents::{Contents, Link, slice};
use crate::fence::{self, Fence};
use crate::html;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads a document.
pub(crate) fn read(text: &str) -> Contents {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut contents = Contents::default();
    let mut open: Option<Fence<'_>> = None;
    // What is not HTML is blank in it, so that offsets are those of the document.
    let mut only_html = Blanked::new(text);
    let mut is_code = false;
    for (event, span) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                is_code = true;
                if let CodeBlockKind::Fenced(info) = kind
                    && fence::is_example(&info)
                {
                    open = Some(Fence { document: text, span, lines: Vec::new() });
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                is_code = false;
                if let Some(fence) = open.take() {
                    contents.examples.push(fence.read(&mut contents.problems));
                }
            }
            Event::Text(_) => match &mut open {
                Some(fence) => fence.lines.extend(lines(text, span)),
                None if !is_code => only_html.keep_text(span),
                None => {}
            },
            Event::Start(Tag::Link { dest_url, .. }) => {
                contents.links.push(Link { address: dest_url.into_string(), at: span.start });
            }
            Event::Html(_) | Event::InlineHtml(_) => only_html.keep(span),
            _ => {}
        }
    }
    let inside = html::read(&only_html.finish());
    contents.examples.extend(inside.examples);
    contents.examples.sort_by_key(|example| example.at);
    contents.links.extend(inside.links);
    contents.problems.extend(inside.problems);
    contents
}

/// The lines of a stretch of code, without the ends of lines.
fn lines(text: &str, span: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = span.start;
    let whole = slice(text, span);
    whole.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..start + line.trim_end_matches(['\n', '\r']).len()
    })
}

/// A copy of a document in which only some of it is left.
struct Blanked<'t> {
    text: &'t str,
    out: String,
    done: usize,
}

impl<'t> Blanked<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, out: String::with_capacity(text.len()), done: 0 }
    }

    fn blank_up_to(&mut self, end: usize) {
        for byte in slice(self.text, self.done..end).bytes() {
            self.out.push(if byte == b'\n' { '\n' } else { ' ' });
        }
        self.done = self.done.max(end);
    }

    /// Keeps HTML.
    fn keep(&mut self, span: Range<usize>) {
        if span.start >= self.done {
            self.blank_up_to(span.start);
            self.out.push_str(slice(self.text, span.clone()));
            self.done = span.end;
        }
    }

    /// Keeps text, in which `<` is no markup.
    fn keep_text(&mut self, span: Range<usize>) {
        if span.start >= self.done {
            self.blank_up_to(span.start);
            self.out.push_str(&slice(self.text, span.clone()).replace('<', " "));
            self.done = span.end;
        }
    }

    fn finish(mut self) -> String {
        self.blank_up_to(self.text.len());
        self.out
    }
}
