//! HTML: its `<rulepad-example>` elements and its links.

use crate::contents::{Contents, Link, slice};
use crate::example::{Attribute, Example, Part, WrittenAs};
use crate::message::Problem;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{EndTag, HtmlString, Spanned, StartTag, Token, Tokenizer};
use rulepad_workbench::Lang;

/// The name of the element.
const ELEMENT: &str = "rulepad-example";

/// Elements without an end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Reads a document.
pub(crate) fn read(text: &str) -> Contents {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader {
        document: text,
        contents: Contents::default(),
        langs: Vec::new(),
        example: None,
        part: None,
    };
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag),
            Token::String(text) => reader.text(&string(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.finish()
}

/// The reader between two tokens.
struct Reader<'t> {
    document: &'t str,
    contents: Contents,
    /// The open elements that name a language, the innermost last.
    langs: Vec<Spoken>,
    example: Option<Example>,
    part: Option<Open>,
}

/// An open element that names a language.
struct Spoken {
    tag: String,
    /// How many elements of its own name are open in it.
    depth: usize,
    /// English for languages that Rulepad does not write in.
    lang: Lang,
}

/// A part whose end tag has not come.
struct Open {
    part: Part,
    tag: String,
    /// How many elements of its own name are open in it.
    depth: usize,
}

impl Reader<'_> {
    fn start(&mut self, tag: &StartTag<usize>) {
        let name = lossy(&tag.name);
        for (attribute, value) in &tag.attributes {
            let is_address =
                matches!((name.as_str(), attribute.as_slice()), ("a", b"href") | ("iframe", b"src"));
            if is_address {
                self.contents.links.push(Link { address: string(value), at: tag.span.start });
            }
        }
        if name != ELEMENT && !VOID.contains(&name.as_str()) {
            if let Some(tag) = tag.attributes.get(b"lang".as_slice()) {
                let lang = Lang::of_tag(&string(tag)).unwrap_or_default();
                self.langs.push(Spoken { tag: name.clone(), depth: 0, lang });
            } else if let Some(last) = self.langs.last_mut().filter(|last| last.tag == name) {
                last.depth += 1;
            }
        }
        if name == ELEMENT {
            self.close(None);
            self.example = Some(self.opened(tag));
        } else if let Some(open) = &mut self.part {
            open.depth += usize::from(name == open.tag);
        } else if let (Some(_), Some(part)) = (&self.example, tag.attributes.get(b"data-part".as_slice())) {
            let content = tag.span.end..tag.span.end;
            let part = Part {
                name: string(part),
                text: String::new(),
                at: part.span.start,
                content,
                lines: Vec::new(),
            };
            self.part = Some(Open { part, tag: name, depth: 0 });
        }
    }

    fn opened(&self, tag: &StartTag<usize>) -> Example {
        let attributes = tag.attributes.iter().map(|(name, value)| Attribute {
            name: lossy(name),
            value: string(value),
            span: self.attribute(name, value),
        });
        let mut attributes: Vec<Attribute> = attributes.collect();
        attributes.sort_by_key(|attribute| attribute.span.start);
        let line = slice(self.document, 0..tag.span.start).rsplit('\n').next().unwrap_or_default();
        let indent: String = line.chars().take_while(|c| c.is_whitespace()).collect();
        Example {
            written_as: WrittenAs::Element,
            at: tag.span.start,
            attributes,
            parts: Vec::new(),
            around: self.langs.last().map(|last| last.lang),
            next_attribute: tag.span.start + 1 + ELEMENT.len(),
            next_part: tag.span.end,
            prefix: indent,
        }
    }

    /// The bytes of an attribute, its quotes included: the tokenizer does not say whether there are any.
    fn attribute(&self, name: &HtmlString, value: &Spanned<HtmlString, usize>) -> std::ops::Range<usize> {
        let start = value.span.start;
        let rest = slice(self.document, start..self.document.len());
        let behind = rest.get(name.len()..).unwrap_or_default();
        let Some(given) = behind.trim_start().strip_prefix('=').map(str::trim_start) else {
            return start..start + name.len();
        };
        let before = rest.len() - given.len();
        let length = match given.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inside = given.get(1..).unwrap_or_default();
                inside.find(quote).map_or(given.len(), |end| end + 2)
            }
            _ => given.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(given.len()),
        };
        start..start + before + length
    }

    fn text(&mut self, text: &str) {
        if let Some(open) = &mut self.part {
            open.part.text.push_str(text);
        }
    }

    fn end(&mut self, tag: &EndTag<usize>) {
        let name = lossy(&tag.name);
        if let Some(last) = self.langs.last_mut().filter(|last| last.tag == name) {
            if last.depth == 0 {
                self.langs.pop();
            } else {
                last.depth -= 1;
            }
        }
        if name == ELEMENT {
            self.close(Some(tag.span.start));
        } else if let Some(open) = &mut self.part
            && open.tag == name
        {
            if open.depth == 0 {
                self.close_part(tag.span.start);
            } else {
                open.depth -= 1;
            }
        }
    }

    fn close_part(&mut self, end: usize) {
        if let (Some(mut open), Some(example)) = (self.part.take(), &mut self.example) {
            open.part.content.end = end;
            // As in a browser: the line break behind `<pre>` is none, and the last one is not shown.
            let text = open.part.text;
            let first = slice(self.document, open.part.content.clone());
            let is_dropped = open.tag == "pre" && text.starts_with('\n') && first.starts_with(['\n', '\r']);
            let text = if open.tag == "pre" { text.strip_prefix('\n').unwrap_or(&text) } else { &text };
            let breaks = first.match_indices('\n').map(|(at, _)| open.part.content.start + at + 1);
            let start = (!is_dropped).then_some(open.part.content.start);
            open.part.lines = start.into_iter().chain(breaks).collect();
            open.part.text = text.strip_suffix('\n').unwrap_or(text).to_owned();
            example.parts.push(open.part);
        }
    }

    /// Ends the example that is open, at its end tag or without one.
    fn close(&mut self, end: Option<usize>) {
        if let Some(end) = end {
            self.close_part(end);
        }
        self.part = None;
        let Some(mut example) = self.example.take() else { return };
        match end {
            Some(end) => {
                example.next_part = end;
                self.contents.examples.push(example);
            }
            None => self.contents.problems.push((example.at, Problem::NotClosed)),
        }
    }

    fn finish(mut self) -> Contents {
        self.close(None);
        self.contents
    }
}

fn string(text: &Spanned<HtmlString, usize>) -> String {
    lossy(&text.value)
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
