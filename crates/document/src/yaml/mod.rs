//! YAML as CloudFormation's tools read it, version 1.1: JSON values with the places where they stand.

mod code;
mod diagnostics;
mod flow;
mod places;
mod scalar;
mod tags;

pub use code::Code;

use crate::diagnostic::{Diagnostic, Role};
use crate::json::{MAX_DEPTH, Member, Node, Value, compact};
use crate::message::Message;
use crate::text::Span;
use diagnostics as say;
use places::Places;
use saphyr_parser::{Event, Parser, ScalarStyle, Tag};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use tags::Meaning;

/// The most values a text may hold, those that its aliases repeat included.
const MAX_NODES: usize = 200_000;

/// The most bytes that texts and keys may hold beyond those of the text itself: what aliases repeat, what
/// anchors keep, and collections written out as keys.
const MAX_BYTES: usize = 16 << 20;

/// The longest text that a collection in the place of a key may become.
const MAX_KEY: usize = 1 << 12;

/// How many bytes are read again at most for brackets that close too far left.
const FLOW_BUDGET: usize = 16 << 20;

/// What was read of a text.
#[derive(Debug, Default)]
pub struct Yaml {
    /// The first document; `None` where nothing could be read.
    pub root: Option<Node>,
    /// What stands in the way.
    pub diagnostics: Vec<Diagnostic<Message>>,
    /// Words that are not what they seem to be, each with its place.
    pub words: Vec<Diagnostic<Message>>,
    /// Whether every span is right, so that the text may be changed by them.
    pub placed: bool,
}

/// Reads the first document of a text. Aliases and merge keys are resolved; an alias has its own span and what it
/// repeats has the span of its anchor.
#[must_use]
pub fn read(text: &str, role: Role) -> Yaml {
    let mut given = Cow::Borrowed(text);
    let mut budget = FLOW_BUDGET;
    loop {
        let (out, within) = YamlReader::new(text, role).read(&given);
        let affordable = budget.checked_sub(text.len());
        let fixed = within.zip(affordable).and_then(|(start, _)| {
            // Comments that became spaces may have had longer characters.
            let index = text.get(..start)?.chars().count();
            let start = given.char_indices().nth(index)?.0;
            flow::on_one_line(&given, start)
        });
        match fixed {
            Some(fixed) => given = Cow::Owned(fixed),
            None => return out,
        }
        budget = affordable.unwrap_or(0);
    }
}

/// Whether a word without quotes is a text for every reader.
#[must_use]
pub fn is_word(text: &str) -> bool {
    let is_bool = matches!(text, "y" | "Y" | "n" | "N");
    !is_bool && scalar::plain(text) == scalar::Plain { value: Value::String(text.to_owned()), odd: false }
}

struct YamlReader<'t> {
    text: &'t str,
    role: Role,
    /// The byte of each character; `None` where every character is one byte.
    bytes: Option<Vec<usize>>,
    places: Places<'t>,
    stack: Vec<Open>,
    anchors: HashMap<usize, Anchored>,
    /// How many values were made.
    made: usize,
    /// How many bytes of texts were made.
    bytes_made: usize,
    /// How many values are kept for aliases.
    kept: usize,
    /// How many bytes were made a second time.
    repeated: usize,
    out: Yaml,
}

struct Anchored {
    node: Node,
    size: usize,
    bytes: usize,
    height: usize,
}

/// A collection that is being read.
struct Open {
    start: usize,
    /// The bracket that closes it; `0` where none does.
    close: u8,
    /// Whether it stands within brackets, or has them.
    flow: bool,
    tag: Option<(Tag, Span)>,
    anchor: usize,
    /// How many values had been made when it began.
    made_before: usize,
    /// How many bytes had been made when it began.
    bytes_before: usize,
    height: usize,
    body: Body,
}

enum Body {
    Sequence(Vec<Node>),
    Mapping(Vec<Member>, Option<(String, Span)>),
}

/// What an event gives.
enum YamlStep {
    On,
    Done,
    Stop(Box<Diagnostic<Message>>),
}

impl YamlStep {
    fn stop(found: Diagnostic<Message>) -> Self {
        Self::Stop(Box::new(found))
    }
}

impl<'t> YamlReader<'t> {
    fn new(text: &'t str, role: Role) -> Self {
        let bytes = (!text.is_ascii())
            .then(|| text.char_indices().map(|(at, _)| at).chain([text.len()]).collect::<Vec<_>>());
        Self {
            text,
            role,
            bytes,
            places: Places::new(text),
            stack: Vec::new(),
            anchors: HashMap::new(),
            made: 0,
            bytes_made: 0,
            kept: 0,
            repeated: 0,
            out: Yaml::default(),
        }
    }

    /// Reads `given`, which has the characters of the text, or spaces in the place of some. Where a mistake stands
    /// within brackets, the byte where the outermost of them opens stands beside what was read.
    fn read(mut self, given: &str) -> (Yaml, Option<usize>) {
        for event in Parser::new_from_str(given) {
            let step = match event {
                Ok((event, span)) => self.event(event, self.byte_at(span.end.index())),
                Err(error) => {
                    let at = self.byte_at(error.marker().index());
                    let outer = self.stack.iter().find(|open| open.flow).map(|open| open.start);
                    let found = say::syntax(self.role, self.text, at, error.info());
                    let out = Yaml { diagnostics: vec![found], ..Yaml::default() };
                    return (out, outer);
                }
            };
            match step {
                YamlStep::On => {}
                YamlStep::Done => break,
                YamlStep::Stop(found) => {
                    return (Yaml { diagnostics: vec![*found], ..Yaml::default() }, None);
                }
            }
        }
        self.out.placed = !self.places.lost;
        (self.out, None)
    }

    fn byte_at(&self, index: usize) -> usize {
        match &self.bytes {
            Some(bytes) => bytes.get(index).copied().unwrap_or(self.text.len()),
            None => index.min(self.text.len()),
        }
    }

    fn event(&mut self, event: Event<'_>, end: usize) -> YamlStep {
        match event {
            Event::DocumentStart(explicit) => {
                if explicit {
                    self.places.at = end;
                }
                YamlStep::On
            }
            Event::DocumentEnd => YamlStep::Done,
            Event::Alias(id) => self.alias(id),
            Event::Scalar(text, style, anchor, tag) => self.scalar(&text, style, anchor, tag, end),
            Event::SequenceStart(anchor, tag) => {
                self.open(b'[', b']', Body::Sequence(Vec::new()), anchor, tag)
            }
            Event::MappingStart(anchor, tag) => {
                self.open(b'{', b'}', Body::Mapping(Vec::new(), None), anchor, tag)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            Event::Nothing | Event::StreamStart | Event::StreamEnd => YamlStep::On,
        }
    }

    /// Goes past what stands between the last token and the next node.
    fn before_node(&mut self) {
        match self.stack.last() {
            None => {}
            Some(Open { body: Body::Sequence(items), flow: true, .. }) => {
                let comma = self.places.pass(b",");
                self.places.lost |= comma == items.is_empty();
            }
            Some(Open { body: Body::Sequence(_), flow: false, .. }) => {
                let dash = self.places.pass(b"-");
                self.places.lost |= !dash;
            }
            Some(Open { body: Body::Mapping(_, Some(_)), .. }) => {
                self.places.pass(b":");
            }
            Some(Open { body: Body::Mapping(_, None), flow, .. }) => {
                if *flow {
                    self.places.pass(b",");
                }
                let at = self.places.gap(self.places.at);
                let explicit = self.places.byte(at) == b'?'
                    && matches!(self.places.byte(at + 1), b' ' | b'\t' | b'\n' | b'\r');
                if explicit {
                    self.places.at = at + 1;
                }
            }
        }
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<Cow<'_, Tag>>,
        end: usize,
    ) -> YamlStep {
        self.before_node();
        let properties = anchor != 0 || tag.is_some();
        let is_plain = style == ScalarStyle::Plain;
        let (span, tag_span) = if is_plain && text.is_empty() && !properties {
            (Span::at(self.places.at), Span::at(self.places.at))
        } else {
            let head = self.places.head(properties);
            let end = match style {
                ScalarStyle::Plain if text.is_empty() => head.tag.end.max(Span::at(head.start).end) as usize,
                ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => self.places.quoted(head.content),
                _ => self.places.unquoted(head.content, end),
            };
            let content = head.content.min(end);
            self.places.lost |= self.text.get(content..end).is_none();
            self.places.at = end;
            (Span::new(content, end), head.tag)
        };
        let value = Value::String(text.to_owned());
        let node = match tag.as_deref().map(tags::meaning) {
            Some(Meaning::Function(name)) => tags::function(name, tag_span, Node { span, value }),
            Some(Meaning::Text) => Node { span: tag_span.to(span), value },
            Some(Meaning::Itself) => Node { span: tag_span.to(span), value: scalar::plain(text).value },
            None if is_plain => {
                let plain = scalar::plain(text);
                if plain.odd {
                    self.out.words.push(say::word(self.role, span, text, &plain.value));
                }
                Node { span, value: plain.value }
            }
            None => Node { span, value },
        };
        self.made += 1;
        self.bytes_made += text.len();
        if let Some(found) = self.anchor(anchor, &node, 1, text.len(), 0) {
            return YamlStep::stop(found);
        }
        self.take(node, 0)
    }

    fn alias(&mut self, id: usize) -> YamlStep {
        self.before_node();
        let start = self.places.gap(self.places.at);
        let end = self.places.word(start);
        self.places.lost |= self.places.byte(start) != b'*';
        self.places.at = end;
        let span = Span::new(start, end);
        let Some(anchored) = self.anchors.get(&id) else {
            return YamlStep::stop(say::own_alias(self.role, span));
        };
        self.made += anchored.size;
        self.bytes_made += anchored.bytes;
        self.repeated += anchored.bytes;
        let height = anchored.height;
        if self.made > MAX_NODES {
            return YamlStep::stop(say::too_large(self.role, span, MAX_NODES));
        }
        if self.repeated > MAX_BYTES {
            return YamlStep::stop(say::repeats_too_much(self.role, span, MAX_BYTES));
        }
        if self.stack.len() + height > MAX_DEPTH {
            return YamlStep::stop(say::too_deep(self.role, span, MAX_DEPTH));
        }
        let node = Node { span, value: anchored.node.value.clone() };
        self.take(node, height)
    }

    fn open(
        &mut self,
        open: u8,
        close: u8,
        body: Body,
        anchor: usize,
        tag: Option<Cow<'_, Tag>>,
    ) -> YamlStep {
        self.before_node();
        let within = self.stack.last().is_some_and(|open| open.flow);
        let head = self.places.head(anchor != 0 || tag.is_some());
        let bracket = self.places.byte(head.content) == open;
        // A block sequence begins with its first dash; `[a: b]` holds a mapping without braces.
        self.places.at = head.content + usize::from(bracket);
        if self.stack.len() >= MAX_DEPTH {
            return YamlStep::stop(say::too_deep(self.role, Span::at(head.content), MAX_DEPTH));
        }
        self.stack.push(Open {
            start: head.content,
            close: if bracket { close } else { 0 },
            flow: bracket || within,
            tag: tag.map(|tag| (tag.into_owned(), head.tag)),
            anchor,
            made_before: self.made,
            bytes_before: self.bytes_made,
            height: 0,
            body,
        });
        YamlStep::On
    }

    fn close(&mut self) -> YamlStep {
        let Some(open) = self.stack.pop() else { return YamlStep::On };
        if open.close != 0 {
            self.places.pass(b",");
            let closed = self.places.pass(&[open.close]);
            self.places.lost |= !closed;
        }
        let span = Span::new(open.start, self.places.at.max(open.start));
        let value = match open.body {
            Body::Sequence(items) => Value::Array(items),
            Body::Mapping(members, _) => Value::Object(self.merged(members)),
        };
        let mut node = Node { span, value };
        if let Some((tag, tag_span)) = &open.tag {
            node = match tags::meaning(tag) {
                Meaning::Function(name) => tags::function(name, *tag_span, node),
                Meaning::Text | Meaning::Itself => Node { span: tag_span.to(node.span), ..node },
            };
        }
        self.made += 1;
        if self.made > MAX_NODES {
            return YamlStep::stop(say::too_large(self.role, span, MAX_NODES));
        }
        let (size, height) = (self.made - open.made_before, open.height + 1);
        let bytes = self.bytes_made - open.bytes_before;
        if let Some(found) = self.anchor(open.anchor, &node, size, bytes, height) {
            return YamlStep::stop(found);
        }
        self.take(node, height)
    }

    /// Keeps a value for its aliases. Anchors within anchors keep the same values again, so they are counted.
    fn anchor(
        &mut self,
        id: usize,
        node: &Node,
        size: usize,
        bytes: usize,
        height: usize,
    ) -> Option<Diagnostic<Message>> {
        if id == 0 {
            return None;
        }
        self.kept += size;
        self.repeated += bytes;
        if self.kept > MAX_NODES {
            return Some(say::too_large(self.role, node.span, MAX_NODES));
        }
        if self.repeated > MAX_BYTES {
            return Some(say::repeats_too_much(self.role, node.span, MAX_BYTES));
        }
        self.anchors.insert(id, Anchored { node: node.clone(), size, bytes, height });
        None
    }

    /// Puts a node where it belongs.
    fn take(&mut self, node: Node, height: usize) -> YamlStep {
        if self.made > MAX_NODES {
            return YamlStep::stop(say::too_large(self.role, node.span, MAX_NODES));
        }
        let Some(open) = self.stack.last_mut() else {
            self.out.root = Some(node);
            return YamlStep::On;
        };
        open.height = open.height.max(height);
        match &mut open.body {
            Body::Sequence(items) => items.push(node),
            Body::Mapping(_, key @ None) => {
                // A key is a text, whatever its spelling is taken for elsewhere.
                let text = match &node.value {
                    Value::String(text) => text.clone(),
                    Value::Array(_) | Value::Object(_) => {
                        let text = compact(&node);
                        // Each level of keys within keys escapes what the level within it escaped.
                        if text.len() > MAX_KEY {
                            return YamlStep::stop(say::long_key(self.role, node.span, MAX_KEY));
                        }
                        self.bytes_made += text.len();
                        text
                    }
                    _ => node.span.of(self.text).to_owned(),
                };
                *key = Some((text, node.span));
            }
            Body::Mapping(members, key) => {
                if let Some((key, key_span)) = key.take() {
                    members.push(Member { key, key_span, value: node });
                }
            }
        }
        YamlStep::On
    }

    /// The members with those of `<<` among them: what stands in the mapping itself comes before what is merged.
    fn merged(&self, members: Vec<Member>) -> Vec<Member> {
        let is_merge = |member: &Member| member.key == "<<" && member.key_span.of(self.text) == "<<";
        if !members.iter().any(is_merge) {
            return members;
        }
        let mut own: Vec<Member> = Vec::new();
        let mut added: Vec<Member> = Vec::new();
        let mut known: HashSet<String> = HashSet::new();
        for member in members {
            if !is_merge(&member) {
                own.push(member);
                continue;
            }
            let sources = match member.value.value {
                Value::Array(items) => items,
                value => vec![Node { span: member.value.span, value }],
            };
            for source in sources {
                let Value::Object(members) = source.value else { continue };
                for mut merged in members {
                    if known.insert(merged.key.clone()) {
                        merged.key_span = member.key_span;
                        added.push(merged);
                    }
                }
            }
        }
        let known: HashSet<&str> = own.iter().map(|member| &*member.key).collect();
        added.retain(|merged| !known.contains(&*merged.key));
        own.extend(added);
        own
    }
}

#[cfg(test)]
mod tests;
