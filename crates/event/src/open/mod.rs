//! Opening what a text holds, wrapper by wrapper, down to events.

mod payload;
mod text;
mod value;

use crate::diagnostics as say;
use crate::diagnostics::Diagnostic;
use crate::document::{BytePlace, Document};
use crate::reading::{FoundEvent, Reading, Title};
use crate::split::{Split, SplitLayout};
use crate::step::ReadingStep;
use crate::tree::Tree;
use crate::unwrap::unwrap;
use crate::wanted::Wanted;
use rulepad_document::Span;
use rulepad_document::notation::Notation;

/// Wrappers inside each other that are opened at most.
const MAX_LEVELS: usize = 8;
/// Events that are read at most.
const MAX_EVENTS: usize = 5000;
/// Bytes of inner texts that are read at most.
const MAX_INNER: usize = 32 << 20;
/// Problems that are reported at most.
const MAX_PROBLEMS: usize = 200;

/// Reads texts into a [`Reading`].
pub(crate) struct PasteReader {
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
    /// What was done on the way.
    steps: Vec<ReadingStep>,
    /// Wrappers that were opened.
    level: usize,
    /// What the value is called where it has no name.
    title: Option<Title>,
}

impl Way {
    fn with(&self, step: ReadingStep) -> Self {
        let mut way = self.clone();
        way.steps.push(step);
        way
    }

    fn titled(&self, title: Option<Title>) -> Self {
        Self { title, ..self.clone() }
    }
}

impl PasteReader {
    pub fn new(wanted: Wanted) -> Self {
        Self { wanted, reading: Reading::default(), budget: MAX_INNER, full: false, plain_lines: false }
    }

    fn numbered(&self, at: usize) -> Title {
        Title::Numbered(self.wanted.noun(), at + 1)
    }

    /// Adds a step of the whole text, once.
    fn step_once(&mut self, step: ReadingStep) {
        if !self.reading.steps.contains(&step) {
            self.reading.steps.push(step);
        }
    }

    fn problems(&mut self, problems: Vec<Diagnostic>) {
        let room = MAX_PROBLEMS.saturating_sub(self.reading.problems.len());
        self.reading.problems.extend(problems.into_iter().take(room));
    }

    /// Reports once that there are too many events.
    fn overflow(&mut self, span: Span) {
        if !std::mem::replace(&mut self.full, true) {
            self.reading.problems.push(say::too_many(span, MAX_EVENTS));
        }
    }

    /// The JSON texts of a text, fixed; those that cannot be fixed are problems.
    fn documents(&mut self, text: &str, place: &BytePlace, split: &Split) -> Vec<Document> {
        let mut documents = Vec::new();
        let mut fixed = 0;
        for chunk in &split.chunks {
            if documents.len() >= MAX_EVENTS {
                self.overflow(place.of(Span::new(chunk.start, chunk.end)));
                break;
            }
            let part = text.get(chunk.clone()).unwrap_or("");
            let inside = unwrap(part, &place.part(chunk.start), self.wanted);
            for around in inside.around {
                self.step_once(ReadingStep::Unwrapped(around));
            }
            match Document::read(&inside.text, &inside.place) {
                Ok(document) => {
                    fixed += document.fixes;
                    self.problems(document.found.clone());
                    if let Some(notation @ (Notation::JavaScript | Notation::Python)) = document.notation {
                        self.step_once(ReadingStep::Converted(notation));
                    }
                    documents.push(document);
                }
                Err(problems) => self.problems(problems),
            }
        }
        if fixed > 0 {
            self.reading.steps.push(ReadingStep::Fixed(fixed));
        }
        documents
    }

    fn add(&mut self, event: &Tree, name: Option<Title>, span: Span, way: &Way) {
        let title = name.filter(|_| self.wanted == Wanted::Events).or_else(|| way.title.clone());
        self.reading.events.push(FoundEvent {
            title: title.unwrap_or_else(|| self.numbered(self.reading.events.len())),
            text: event.pretty(),
            span,
            steps: way.steps.clone(),
            error: None,
            size: None,
        });
    }
}

/// Whether a split text is one JSON value and nothing else.
fn is_one(split: &Split) -> bool {
    split.layout == SplitLayout::One
}
