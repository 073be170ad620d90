//! Events of a custom event bus: `{Data, Metadata, SystemMetadata}`, made from what a person pastes.

mod build;
mod call;
mod entry;
mod given;
mod log;
mod shape;

pub use call::{Call, EventForm, Published};
pub use given::Given;

use crate::message::Diagnostic;
use crate::scope::Scope;
use crate::system::{ContentType, SystemField};
use crate::unverified::Unverified;
use rulepad_document::Role;
use rulepad_document::json::{self, Node, Value};
use rulepad_event::{ReadingStep, Wanted};
use shape::Shape;

/// The system metadata that every event has.
const ALWAYS: [SystemField; 6] = [
    SystemField::ContentType,
    SystemField::EventGroupId,
    SystemField::EventId,
    SystemField::IngestionTime,
    SystemField::SequenceNumber,
    SystemField::DeliveryType,
];

/// An event of a custom event bus.
#[derive(Clone, Debug)]
pub struct BusEvent {
    /// What it was made from.
    pub form: EventForm,
    /// How it was published, as far as the text shows it.
    pub call: Option<Call>,
    /// What its data is; `None` where the text does not show it.
    pub content: Option<ContentType>,
    /// The whole event, a JSON text; places of an explanation are in it.
    pub text: String,
    /// The same as values.
    pub root: Node,
    /// The payload byte for byte, where the text has it.
    pub payload: Option<String>,
    /// Fields of which AWS alone knows the value.
    pub open: Vec<OpenField>,
    /// What is not known of the event.
    pub unverified: Vec<Unverified>,
}

/// A field of which AWS alone knows the value; the event has a stand-in, or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenField {
    /// The part it is in.
    pub scope: Scope,
    /// Its name there.
    pub name: String,
    /// Whether every event has it.
    pub always: bool,
}

impl OpenField {
    /// What is not known of it.
    #[must_use]
    pub fn unverified(&self) -> Unverified {
        let field = self.full_name();
        if self.always { Unverified::SetByAws { field } } else { Unverified::MayBeAbsent { field } }
    }

    /// Its name with its part.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{}.{}", self.scope.part(), self.name)
    }
}

impl BusEvent {
    /// What a filter of the scope reads; `None` where the event has no such part.
    #[must_use]
    pub fn part(&self, scope: Scope) -> Option<&Node> {
        self.root.get(scope.part())
    }
}

/// What a text holds.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The events, in the order of the text.
    pub events: Vec<BusEvent>,
    /// What was done to the text to get them.
    pub steps: Vec<ReadingStep>,
    /// Problems, with places of the text.
    pub problems: Vec<Diagnostic>,
    /// Whether what was given beside the text is part of the events; a text that is a whole entry has its own.
    pub takes_given: bool,
    /// What AWS refuses of what was given beside the text; places are of no text.
    pub of_given: Vec<Diagnostic>,
}

impl Reading {
    fn problem(&mut self, found: Diagnostic) {
        self.problems.push(found);
    }
}

/// Reads whatever a person has of an event. Never fails: what cannot be read is a problem. Work is bounded.
#[must_use]
pub fn read(text: &str, published: Published) -> Reading {
    read_given(text, published, &Given::default())
}

/// The same, with what the publisher sets beside the text.
#[must_use]
pub fn read_given(text: &str, published: Published, given: &Given) -> Reading {
    let mut reading = Reading::default();
    if given.content == Some(ContentType::OctetStream) && published != Published::PutEvents {
        reading.events.push(build::of_bytes(text.as_bytes(), given));
        reading.takes_given = true;
        reading.of_given = given.problems();
        return reading;
    }
    let parsed = json::parse(text, Role::Event);
    let own = parsed.valid().filter(|_| parsed.single().is_some());
    let is_known = own.is_some_and(|root| !matches!(shape::shape(root, published), Shape::Raw));
    let is_raw = published == Published::PutRawEvents;
    let wrapped = || rulepad_event::wrapped(text, &parsed, Wanted::Events).is_some();
    match own {
        Some(root) if is_known || is_raw || !wrapped() => one(text, root, (published, given), &mut reading),
        _ => unwrapped(text, &parsed, (published, given), &mut reading),
    }
    if reading.takes_given {
        reading.of_given = given.problems();
    }
    reading
}

/// How the text was published.
type Told<'g> = (Published, &'g Given);

/// Takes off what is around events, and reads each.
fn unwrapped(text: &str, parsed: &json::Parsed, told: Told<'_>, reading: &mut Reading) {
    let found = rulepad_event::read(text, Wanted::Events);
    reading.steps = found.steps;
    if found.events.is_empty() {
        // The text is JSON with errors, or no event at all.
        reading.problems.extend(parsed.diagnostics.iter().cloned().map(rulepad_document::Diagnostic::lift));
        if reading.problems.is_empty() {
            reading.problems.extend(found.problems.into_iter().map(rulepad_document::Diagnostic::lift));
        }
        return;
    }
    reading.problems.extend(found.problems.into_iter().map(rulepad_document::Diagnostic::lift));
    for event in found.events {
        for step in event.steps {
            if !reading.steps.contains(&step) {
                reading.steps.push(step);
            }
        }
        let parsed = json::parse(&event.text, Role::Event);
        let mut inner = Reading::default();
        if let Some(root) = parsed.valid() {
            one(&event.text, root, told, &mut inner);
        }
        // Places inside are of another text: the problem is where the event is.
        for mut problem in inner.problems {
            problem.labels.truncate(1);
            problem.labels.iter_mut().for_each(|label| label.span = event.span);
            problem.help.iter_mut().for_each(|help| help.edits.clear());
            reading.problem(problem);
        }
        reading.takes_given |= inner.takes_given;
        reading.events.append(&mut inner.events);
    }
}

/// Reads a value that is JSON without errors.
fn one(text: &str, root: &Node, told: Told<'_>, reading: &mut Reading) {
    let (published, given) = told;
    let shape = shape::shape(root, published);
    reading.takes_given |= matches!(shape, Shape::Classic | Shape::CloudEvent | Shape::Raw);
    match shape {
        Shape::List(items) => items.iter().for_each(|item| one(text, item, told, reading)),
        Shape::Entry(call) => entry::read(root, call, reading),
        Shape::WithMetadata => with_metadata(text, root, reading),
        Shape::Log(details) => log::read(text, root, details, reading),
        Shape::DeadLetter => reading.problem(entry::no_payload(root.span)),
        Shape::Classic => {
            let found = rulepad_event::envelope::check(root, text);
            reading.problems.extend(found.into_iter().map(rulepad_document::Diagnostic::lift));
            reading.events.push(build::of_envelope(root, EventForm::Classic, given.system()));
        }
        Shape::CloudEvent => {
            reading.events.push(build::of_payload(root.span.of(text), root, EventForm::CloudEvent, given));
        }
        Shape::Raw => {
            reading.events.push(build::of_payload(root.span.of(text), root, EventForm::Raw, given));
        }
    }
}

/// An event that is written out whole, as transformers and logs do.
fn with_metadata(text: &str, root: &Node, reading: &mut Reading) {
    for part in [Scope::Metadata, Scope::SystemMetadata] {
        let Some(own) = root.get(part.part()) else { continue };
        let Some(members) = own.members() else {
            reading.problem(entry::wrong_type(part.part(), own, json::ValueKind::Object));
            return;
        };
        for member in members.iter().filter(|member| member.value.as_str().is_none()) {
            reading.problem(entry::wrong_type(&member.key, &member.value, json::ValueKind::String));
        }
    }
    let system = |name: &str| {
        root.get(Scope::SystemMetadata.part()).and_then(|own| own.get(name)).and_then(Node::as_str)
    };
    let content = system("ContentType").and_then(ContentType::named);
    let has_source = system("aws:Source").is_some();
    let call = match content {
        Some(ContentType::Envelope) => Some(Call::PutEvents),
        Some(_) => Some(Call::PutRawEvents),
        None => has_source.then_some(Call::PutEvents),
    };
    let is_raw = call == Some(Call::PutRawEvents);
    let payload = root.get("Data").filter(|_| is_raw).map(|data| match &data.value {
        Value::String(bytes) if content == Some(ContentType::OctetStream) => bytes.clone(),
        _ => data.span.of(text).to_owned(),
    });
    // What every event has and the text has not is not known.
    let absent = ALWAYS.into_iter().filter(|field| system(field.name()).is_none());
    let open = absent.map(|field| OpenField {
        scope: Scope::SystemMetadata,
        name: field.name().to_owned(),
        always: false,
    });
    let open = open.collect();
    reading.events.push(BusEvent {
        form: EventForm::WithMetadata,
        call,
        content,
        text: text.to_owned(),
        root: root.clone(),
        payload,
        open,
        unverified: Vec::new(),
    });
}
