//! Opening what a text holds, wrapper by wrapper, down to events.

use crate::diagnostics as say;
use crate::document::{Document, Place};
use crate::form::{form, in_yaml, is_log, is_plain, is_queue, looks_like_event, name, nothing};
use crate::payload::{Unreadable, decode};
use crate::peel::{peel, starts_json};
use crate::read::{Found, Reading, Wanted};
use crate::record::record;
use crate::shape::{Coding, Shape, shape};
use crate::split::{Layout, Split, holds_json, split};
use crate::table::Table;
use crate::tree::Tree;
use crate::{bus_log, dead_letter, notification, put_events, shell, trail, yaml};
use rulepad_document::json::{Node, Value};
use rulepad_document::notation::{Notation, is_hcl};
use rulepad_document::{Diagnostic, Span};

/// Wrappers inside each other that are opened at most.
const MAX_LEVELS: usize = 8;
/// Events that are read at most.
const MAX_EVENTS: usize = 5000;
/// Bytes of inner texts that are read at most.
const MAX_INNER: usize = 32 << 20;
/// Problems that are told at most.
const MAX_PROBLEMS: usize = 200;

/// Reads texts into a [`Reading`].
pub(crate) struct Reader {
    wanted: Wanted,
    pub reading: Reading,
    /// Bytes of inner texts that may still be read.
    budget: usize,
    /// Whether more events were met than are read.
    full: bool,
    /// Whether a line of a log held no event.
    plain_lines: bool,
}

/// How a value was reached.
#[derive(Clone, Default)]
struct Way {
    /// What was done on the way, a sentence each.
    said: Vec<String>,
    /// Wrappers that were opened.
    level: usize,
    /// What the value is called where it has no name of its own.
    title: Option<String>,
}

impl Way {
    fn say(&self, sentence: impl Into<String>) -> Self {
        let mut way = self.clone();
        way.said.push(sentence.into());
        way
    }
}

impl Reader {
    pub fn new(wanted: Wanted) -> Self {
        Self { wanted, reading: Reading::default(), budget: MAX_INNER, full: false, plain_lines: false }
    }

    /// Reads the text a person pasted.
    pub fn paste(&mut self, text: &str) {
        let peeled = peel(text, &Place::At(0), self.wanted);
        self.reading.wrapped = !peeled.said.is_empty();
        self.reading.said = peeled.said;
        if text.trim().is_empty() {
            "nothing".clone_into(&mut self.reading.form);
            self.reading.problems.extend(Document::read(text, &Place::At(0)).err().unwrap_or_default());
            return;
        }
        if let Some(table) = Table::read(&peeled.text) {
            return self.table(&table, &peeled.place);
        }
        let split = split(&peeled.text);
        let shorthand = !starts_json(peeled.text.trim()) && shell::is_shorthand(&peeled.text);
        if let Some(read) = yaml::read(&peeled.text, &peeled.place, &split) {
            return self.yaml(read, peeled.around);
        }
        let foreign = !starts_json(peeled.text.trim_start())
            && is_hcl(peeled.text.trim())
            && !holds_json(&peeled.text, &split);
        if split.layout == Layout::None || shorthand || foreign {
            self.reading.form = "no event".to_owned();
            let whole = peeled.place.of(Span::new(0, peeled.text.len()));
            self.reading.problems.push(nothing(&peeled.text, whole));
            return;
        }
        let mut documents = self.documents(&peeled.text, &peeled.place, &split);
        self.keep_events(&mut documents, &split);
        self.reading.form = form(&split, &documents, self.wanted);
        if let Some(around) = peeled.around {
            self.reading.form.push_str(around);
        }
        self.others(&peeled.text, &peeled.place, &split);
        self.values(&documents);
        let one = documents.first().filter(|_| split.layout == Layout::One);
        let plain = one.is_some_and(|document| is_plain(&shape(&document.root), self.wanted));
        self.reading.wrapped |= !plain && !documents.is_empty();
        if let (Some(document), true) = (one, self.reading.events.is_empty()) {
            self.as_it_is(document);
        }
    }

    /// Between the words of a log, objects beside an event are what else was printed.
    fn keep_events(&mut self, documents: &mut Vec<Document>, split: &Split) {
        let count = documents.len();
        let between =
            split.layout == Layout::Several && !split.others.is_empty() && self.wanted == Wanted::Events;
        if !between || count < 2 || !documents.iter().any(|document| looks_like_event(&document.root)) {
            return;
        }
        documents.retain(|document| looks_like_event(&document.root));
        match count - documents.len() {
            0 => {}
            1 => self.reading.said.push("1 object that is no event was left out.".to_owned()),
            left => self.reading.said.push(format!("{left} objects that are no events were left out.")),
        }
    }

    /// The events in some documents.
    fn values(&mut self, documents: &[Document]) {
        let many = documents.len() > 1;
        for (at, document) in documents.iter().enumerate() {
            let title = many.then(|| format!("{} {}", self.wanted.noun(), at + 1));
            self.value(&document.root, document, &Way { title, ..Way::default() });
        }
    }

    /// A text in YAML.
    fn yaml(&mut self, read: yaml::Read, around: Option<&'static str>) {
        self.problems(read.problems);
        if read.documents.is_empty() {
            self.reading.form = "no event".to_owned();
            return;
        }
        self.reading.wrapped = true;
        self.reading.form = in_yaml(&read.documents, self.wanted);
        self.reading.form.push_str(around.unwrap_or_default());
        self.reading.said.push("The YAML was converted to JSON.".to_owned());
        self.values(&read.documents);
    }

    /// The rows of a table that was exported from a log.
    fn table(&mut self, table: &Table, place: &Place) {
        self.reading.wrapped = true;
        self.reading.form = "a table of log events".to_owned();
        for (at, (text, span)) in table.messages.iter().enumerate() {
            let title = Some(format!("{} {}", self.wanted.noun(), at + 1));
            self.inner(text, place.of(*span), Coding::Line, "message", &Way { title, ..Way::default() });
        }
    }

    /// A message whose payload is no event may be one itself.
    fn as_it_is(&mut self, document: &Document) {
        let payload = matches!(shape(&document.root), Shape::Payload { .. });
        if payload && self.reading.problems.iter().all(|found| found.code == "event.plain-payload") {
            self.reading.wrapped = false;
            self.reading.said.push("It is tried as it is.".to_owned());
            self.push(&document.root, document, &Way::default());
        }
    }

    /// The JSON texts of a text, mended; those that cannot be mended are problems.
    fn documents(&mut self, text: &str, place: &Place, split: &Split) -> Vec<Document> {
        let mut documents = Vec::new();
        let mut mended = 0;
        for chunk in &split.chunks {
            if documents.len() >= MAX_EVENTS {
                self.overflow(place.of(Span::new(chunk.start, chunk.end)));
                break;
            }
            let part = text.get(chunk.clone()).unwrap_or("");
            let peeled = peel(part, &place.part(chunk.start), self.wanted);
            for sentence in peeled.said {
                if !self.reading.said.contains(&sentence) {
                    self.reading.said.push(sentence);
                }
            }
            match Document::read(&peeled.text, &peeled.place) {
                Ok(document) => {
                    mended += document.fixes;
                    self.problems(document.mended.clone());
                    let converted = match document.notation {
                        Some(Notation::JavaScript) => Some("A JavaScript object was converted to JSON."),
                        Some(Notation::Python) => Some("A Python dictionary was converted to JSON."),
                        _ => None,
                    };
                    if let Some(sentence) =
                        converted.filter(|own| !self.reading.said.iter().any(|said| said == own))
                    {
                        self.reading.said.push(sentence.to_owned());
                    }
                    documents.push(document);
                }
                Err(problems) => self.problems(problems),
            }
        }
        match mended {
            0 => {}
            1 => self.reading.said.push("1 mistake in the JSON was mended.".to_owned()),
            count => self.reading.said.push(format!("{count} mistakes in the JSON were mended.")),
        }
        documents
    }

    /// What stands between the JSON texts.
    fn others(&mut self, text: &str, place: &Place, split: &Split) {
        let mut words = 0;
        for other in &split.others {
            let body = text.get(other.clone()).unwrap_or("");
            let comment = body.starts_with("//") || body.starts_with('#');
            let line =
                split.layout == Layout::Lines && !split.chunks.iter().any(|chunk| chunk.start == other.end);
            if comment {
                continue;
            }
            if line && !is_log(split) {
                self.problems(vec![say::skipped_line(place.of(Span::new(other.start, other.end)))]);
            } else {
                words += 1;
            }
        }
        if words > 0 {
            self.reading.said.push("What stands outside of the JSON was left out.".to_owned());
        }
    }

    fn problems(&mut self, problems: Vec<Diagnostic>) {
        let room = MAX_PROBLEMS.saturating_sub(self.reading.problems.len());
        self.reading.problems.extend(problems.into_iter().take(room));
    }

    /// Tells once that there are too many events.
    fn overflow(&mut self, span: Span) {
        if !std::mem::replace(&mut self.full, true) {
            self.reading.problems.push(say::too_many(span, MAX_EVENTS));
        }
    }

    fn value(&mut self, node: &Node, document: &Document, way: &Way) {
        if self.reading.events.len() >= MAX_EVENTS {
            self.overflow(document.span(node));
            return;
        }
        match (shape(node), self.wanted) {
            (Shape::Digest, _) => self.problems(vec![say::digest(document.span(node))]),
            (Shape::Scalar, _) => {
                self.problems(vec![say::not_an_object(node, document.span(node))]);
            }
            (Shape::List { name, noun, items, carries }, wanted) => {
                if items.is_empty() {
                    self.problems(vec![say::empty_list(document.span(node), name)]);
                }
                let noun = if wanted == Wanted::Events { noun } else { wanted.noun() };
                for (at, item) in items.into_iter().enumerate() {
                    let title = Some(format!("{noun} {}", at + 1));
                    let way = Way { title, ..way.clone() };
                    match carries.filter(|_| wanted != Wanted::Records && item.members().is_some()) {
                        Some((name, path, coding)) => {
                            self.payload(item, (name, path, item.get(path), coding), document, &way);
                        }
                        None => self.value(item, document, &way),
                    }
                }
            }
            (shape, Wanted::Records) => self.record(node, &shape, document, way),
            (Shape::Payload { name, path, payload, coding }, wanted) => {
                if wanted == Wanted::Messages && !is_queue(name) {
                    self.push(node, document, way);
                } else {
                    self.payload(node, (name, path, payload, coding), document, way);
                }
            }
            (_, Wanted::Messages) => self.push(node, document, way),
            (Shape::Event, Wanted::Events) => self.push(node, document, way),
            (Shape::Trail, Wanted::Events) => {
                let made = trail::event(node, document);
                self.made(made, document.span(node), way);
            }
            (Shape::BusLog, Wanted::Events) => {
                let made = bus_log::event(node, document);
                self.made(made, document.span(node), way);
            }
            (Shape::Notification, Wanted::Events) => match notification::event(node, document) {
                Ok(made) => self.made(made, document.span(node), way),
                Err(problem) => self.problems(vec![*problem]),
            },
            (Shape::Change, Wanted::Events) => {
                let way = way.say(
                    "A record of a DynamoDB stream reaches a bus only through Pipes or code: it is tried as it is.",
                );
                self.push(node, document, &way);
            }
            (Shape::Entries { items, name }, Wanted::Events) => {
                self.entries(node, name, &items, document, way)
            }
        }
    }

    /// An object as it is.
    fn push(&mut self, node: &Node, document: &Document, way: &Way) {
        self.add(&Tree::of(node, document), name(node), document.span(node), way);
    }

    fn add(&mut self, event: &Tree, name: Option<String>, span: Span, way: &Way) {
        let number = self.reading.events.len() + 1;
        let title = name.filter(|_| self.wanted == Wanted::Events).or_else(|| way.title.clone());
        self.reading.events.push(Found {
            title: title.unwrap_or_else(|| format!("{} {number}", self.wanted.noun())),
            text: event.pretty(),
            span,
            said: way.said.clone(),
            error: None,
            size: None,
        });
    }

    fn made(&mut self, made: trail::Made, span: Span, way: &Way) {
        let mut way = way.clone();
        way.said.extend(made.said);
        self.problems(made.problems);
        self.add(&made.event, Some(made.title), span, &way);
    }

    /// A record stays what the dialect reads; an answer of an API is spelt as the record is.
    fn record(&mut self, node: &Node, shape: &Shape, document: &Document, way: &Way) {
        let answer = matches!(shape, Shape::Payload { path: "Body" | "Data", .. });
        if !answer {
            return self.push(node, document, way);
        }
        let way = way.say(
            "Names are spelt as in the record of a source: the answer of the API writes them with a capital.",
        );
        self.add(&record(Tree::of(node, document)), None, document.span(node), &way);
    }

    fn entries(&mut self, node: &Node, name: &str, items: &[&Node], document: &Document, way: &Way) {
        if items.is_empty() {
            self.problems(vec![say::empty_list(document.span(node), name)]);
        }
        let (mut spans, mut sizes) = (Vec::new(), Vec::new());
        for (at, item) in items.iter().enumerate() {
            if self.reading.events.len() >= MAX_EVENTS {
                self.overflow(document.span(item));
                break;
            }
            let span = document.span(item);
            if item.members().is_none() {
                self.problems(vec![say::not_an_object(item, span)]);
                continue;
            }
            let entry = put_events::entry(item, at + 1, document);
            spans.push(span);
            sizes.push(entry.size);
            let mut way = way.clone();
            way.said.extend(entry.said);
            self.problems(entry.problems);
            self.add(&entry.event, Some(entry.title), span, &way);
            if let Some(found) = self.reading.events.last_mut() {
                (found.error, found.size) = (entry.error, Some(entry.size));
            }
        }
        self.problems(put_events::request(&spans, &sizes));
    }

    /// What is inside of a wrapper.
    fn payload(
        &mut self,
        node: &Node,
        (name, path, payload, coding): (&str, &'static str, Option<&Node>, Coding),
        document: &Document,
        way: &Way,
    ) {
        let payload = payload.filter(|payload| payload.value != Value::Null);
        let Some(payload) = payload else {
            let span = document.span(node);
            let span = Span { start: span.start, end: span.end.min(span.start + 1) };
            return self.problems(vec![say::no_payload(span, name, path)]);
        };
        let span = document.span(payload);
        let mut way = Way { level: way.level + 1, ..way.clone() };
        if way.level > MAX_LEVELS {
            return self.problems(vec![say::too_wrapped(span, MAX_LEVELS)]);
        }
        way.said.extend(dead_letter::sentence(node));
        let what = name.strip_prefix("an ").or_else(|| name.strip_prefix("a ")).unwrap_or(name);
        let what = what.strip_prefix("the ").unwrap_or(what);
        let Some(text) = payload.as_str() else {
            way.said.push(format!("The event is the `{path}` of the {what}."));
            return self.value(payload, document, &way);
        };
        let (inner, zipped) = match decode(text, coding) {
            Ok(decoded) => decoded,
            Err(why) if coding == Coding::Base64 && starts_json(text.trim_start()) => {
                // Tools print records with their data decoded.
                let _ = why;
                (text.to_owned(), false)
            }
            Err(why) => {
                return self.problems(vec![match why {
                    Unreadable::Base64 => say::not_base64(span, path),
                    Unreadable::Gzip => say::not_gzip(span, path),
                    Unreadable::TooLarge => say::too_large(span),
                    Unreadable::Binary => say::binary(span, path),
                }]);
            }
        };
        let Some(budget) = self.budget.checked_sub(inner.len()) else {
            return self.problems(vec![say::too_large(span)]);
        };
        self.budget = budget;
        let decoded = inner != text;
        way.said.push(match (decoded, zipped) {
            (true, true) => format!(
                "The event is in the `{path}` of the {what}, which was decoded from base64 and unzipped."
            ),
            (true, false) => {
                format!("The event is in the `{path}` of the {what}, which was decoded from base64.")
            }
            (false, _) => format!("The event is in the `{path}` of the {what}."),
        });
        self.inner(&inner, span, coding, path, &way);
    }

    /// The text of a payload.
    fn inner(&mut self, text: &str, span: Span, coding: Coding, path: &str, way: &Way) {
        let place = Place::Within(span);
        let peeled = peel(text, &place, self.wanted);
        let split = split(&peeled.text);
        let line = coding == Coding::Line && split.layout != Layout::None;
        if !line && (split.layout == Layout::None || !starts_json(peeled.text.trim_start())) {
            if self.wanted == Wanted::Messages {
                // The message is the text itself: a filter on the body reads it, or drops it.
                let message = Tree::object([("Message", Some(Tree::string(text)))]);
                return self.add(&message, None, span, way);
            }
            // Most of a log is no event.
            if coding == Coding::Line {
                if !std::mem::replace(&mut self.plain_lines, true) {
                    self.reading.said.push("What is no JSON in the log was left out.".to_owned());
                }
                return;
            }
            return self.problems(vec![say::plain_payload(span, path)]);
        }
        let mut documents = self.documents(&peeled.text, &peeled.place, &split);
        if line && !starts_json(peeled.text.trim_start()) {
            // Behind the label of a line, only what looks like an event is one.
            documents.retain(|document| looks_like_event(&document.root));
        }
        let many = documents.len() > 1;
        for (at, document) in documents.iter().enumerate() {
            let title =
                if many { Some(format!("{} {}", self.wanted.noun(), at + 1)) } else { way.title.clone() };
            self.value(&document.root, document, &Way { title, ..way.clone() });
        }
    }
}
