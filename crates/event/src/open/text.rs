//! A pasted text: what it is, and the values in it.

use super::{PasteReader, Way, is_one};
use crate::code::Code;
use crate::diagnostics as say;
use crate::diagnostics::Diagnostic;
use crate::document::{BytePlace, Document};
use crate::form::{Around, Layout, TextForm};
use crate::kind::Carrier;
use crate::shape::{Shape, is_plain, looks_like_event, shape};
use crate::split::{Split, SplitLayout, holds_json, split, starts_json};
use crate::step::ReadingStep;
use crate::table::Table;
use crate::unwrap::{Unwrapped, unwrap};
use crate::wanted::Wanted;
use crate::{shell_command, yaml};
use rulepad_document::Span;
use rulepad_document::notation::{Notation, is_hcl, is_xml};

impl PasteReader {
    /// Reads the text a person pasted.
    pub fn paste(&mut self, text: &str) {
        let inside = unwrap(text, &BytePlace::At(0), self.wanted);
        self.reading.wrapped = !inside.around.is_empty();
        self.reading.steps = inside.around.iter().copied().map(ReadingStep::Unwrapped).collect();
        self.reading.form = TextForm::without_value(Layout::Empty, self.wanted);
        if text.trim().is_empty() {
            self.reading.problems.extend(Document::read(text, &BytePlace::At(0)).err().unwrap_or_default());
            return;
        }
        if let Some(table) = Table::read(&inside.text) {
            return self.table(&table, &inside.place);
        }
        let split = split(&inside.text);
        if let Some(read) = yaml::read(&inside.text, &inside.place, &split) {
            return self.yaml(read, inside.around.first().copied());
        }
        if holds_none(&inside.text, &split) {
            self.reading.form.layout = Layout::None;
            let whole = inside.place.of(Span::new(0, inside.text.len()));
            self.reading.problems.push(nothing(&inside.text, whole));
            return;
        }
        self.json(&inside, &split);
    }

    /// A text with JSON in it.
    fn json(&mut self, inside: &Unwrapped, split: &Split) {
        let mut documents = self.documents(&inside.text, &inside.place, split);
        self.keep_events(&mut documents, split);
        let first = documents.first().map(|document| shape(&document.root));
        self.reading.form = TextForm {
            shape: first.map(|shape| shape.kind()),
            layout: layout(split, documents.len()),
            around: inside.around.first().copied(),
            wanted: self.wanted,
        };
        self.others(&inside.text, &inside.place, split);
        self.values(&documents);
        let one = documents.first().filter(|_| is_one(split));
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
            split.layout == SplitLayout::Several && !split.others.is_empty() && self.wanted == Wanted::Events;
        if !between || count < 2 || !documents.iter().any(|document| looks_like_event(&document.root)) {
            return;
        }
        documents.retain(|document| looks_like_event(&document.root));
        if documents.len() < count {
            self.reading.steps.push(ReadingStep::OtherObjects(count - documents.len()));
        }
    }

    /// The events in some documents.
    fn values(&mut self, documents: &[Document]) {
        let many = documents.len() > 1;
        for (at, document) in documents.iter().enumerate() {
            let title = many.then(|| self.numbered(at));
            self.value(&document.root, document, &Way { title, ..Way::default() });
        }
    }

    /// A text in YAML.
    fn yaml(&mut self, read: yaml::YamlReading, around: Option<Around>) {
        self.problems(read.problems);
        let [first, rest @ ..] = read.documents.as_slice() else {
            self.reading.form.layout = Layout::None;
            return;
        };
        self.reading.wrapped = true;
        self.reading.form = TextForm {
            shape: Some(shape(&first.root).kind()),
            layout: if rest.is_empty() { Layout::Yaml } else { Layout::YamlDocuments },
            around,
            wanted: self.wanted,
        };
        self.reading.steps.push(ReadingStep::Converted(Notation::Yaml));
        self.values(&read.documents);
    }

    /// The rows of a table that was exported from a log.
    fn table(&mut self, table: &Table, place: &BytePlace) {
        self.reading.wrapped = true;
        self.reading.form.layout = Layout::Table;
        for (at, (text, span)) in table.messages.iter().enumerate() {
            let way = Way { title: Some(self.numbered(at)), ..Way::default() };
            self.inner(text, place.of(*span), Carrier::TableRow, &way);
        }
    }

    /// A message whose payload is no event may be one itself.
    fn as_it_is(&mut self, document: &Document) {
        let payload = matches!(shape(&document.root), Shape::Payload { .. });
        if payload && self.reading.problems.iter().all(|found| found.is(Code::PlainPayload)) {
            self.reading.wrapped = false;
            self.reading.steps.push(ReadingStep::TriedAsItIs);
            self.push(&document.root, document, &Way::default());
        }
    }

    /// What is between the JSON texts.
    fn others(&mut self, text: &str, place: &BytePlace, split: &Split) {
        let mut words = 0;
        for other in &split.others {
            let body = text.get(other.clone()).unwrap_or("");
            if body.starts_with("//") || body.starts_with('#') {
                continue;
            }
            let line = split.layout == SplitLayout::Lines
                && !split.chunks.iter().any(|chunk| chunk.start == other.end);
            if line && !split.is_log() {
                self.problems(vec![say::skipped_line(place.of(Span::new(other.start, other.end)))]);
            } else {
                words += 1;
            }
        }
        if words > 0 {
            self.reading.steps.push(ReadingStep::OutsideLeftOut);
        }
    }
}

/// How the values of a text are laid out, once it is known how many there are.
fn layout(split: &Split, count: usize) -> Layout {
    match split.layout {
        SplitLayout::Lines if split.is_log() => Layout::Log,
        SplitLayout::Lines => Layout::Lines,
        SplitLayout::Several if count > 1 => Layout::Several,
        SplitLayout::Several => Layout::Within,
        SplitLayout::One | SplitLayout::None => Layout::One,
    }
}

/// Whether a text holds no JSON, or only JSON that is a part of something else.
fn holds_none(text: &str, split: &Split) -> bool {
    let json = starts_json(text.trim());
    let foreign = !json && is_hcl(text.trim()) && !holds_json(text, split);
    split.layout == SplitLayout::None || foreign || (!json && shell_command::is_shorthand(text))
}

/// Why a text holds no event.
fn nothing(text: &str, whole: Span) -> Diagnostic {
    let text = text.trim();
    if let Some(path) = text.strip_prefix("file://").or_else(|| text.strip_prefix("fileb://")) {
        return say::file_argument(whole, path);
    }
    if shell_command::is_shorthand(text) {
        return say::shorthand(whole);
    }
    if is_hcl(text) {
        return say::notation(whole, Notation::Hcl, None);
    }
    if is_xml(text) {
        return say::notation(whole, Notation::Xml, None);
    }
    say::no_json(whole)
}
