//! What every format writes, before any of them does: the requests with marks in their texts, names for the parts of a
//! file, and the roles that it creates.

use crate::Subject;
use crate::format::Format;
use crate::formats::bus;
use crate::message::{Loss, Note, RequestKind};
use crate::role::NewRole;
use rulepad_document::Role;
use rulepad_document::json::{Node, Value, compact, parse};
use rulepad_export::ShownReference;
use rulepad_export::parts::{Later, Names, camel, fill_in, marked, slug};
use rulepad_rule::reference::{Known, KnownPiece, plain};
use rulepad_subscriber::draft;
use std::collections::BTreeSet;

/// The requests and everything around them in a file.
pub(crate) struct Plan {
    /// The format.
    pub format: Format,
    /// Event sources, then subscribers.
    pub entries: Vec<Entry>,
    /// The values that the file asks for.
    pub later: Vec<Later>,
    /// What the file cannot carry.
    pub losses: Vec<Loss>,
    /// What is left to do.
    pub notes: Vec<Note>,
}

/// A request in a file.
pub(crate) struct Entry {
    /// What it creates.
    pub kind: RequestKind,
    /// A name in lower case with underscores, unique in the file.
    pub slug: String,
    /// The request, with marks in its texts.
    pub request: Node,
    /// The role that the file creates; `None` where there is one already, or none can be created.
    pub role: Option<NewRole>,
}

impl Plan {
    /// The plan of a file.
    pub fn new(format: Format, subject: &Subject) -> Self {
        let mut losses = Vec::new();
        let sources = subject.sources.iter().map(|text| (RequestKind::EventSource, text, false));
        let own = subject.subscribers.iter();
        let own = own.map(|own| (RequestKind::Subscriber, &own.request, own.creates_role));
        let (mut kinds, mut requests) = (Vec::new(), Vec::new());
        for (kind, text, creates_role) in sources.chain(own) {
            match parse(text, Role::Import).root.filter(|root| root.members().is_some()) {
                Some(root) => {
                    kinds.push((kind, creates_role));
                    requests.push(root);
                }
                None => {
                    let number = 1 + kinds.iter().filter(|(own, _)| *own == kind).count();
                    losses.push(Loss::Unreadable(kind, number));
                }
            }
        }
        let (requests, later) = marked(format.of_rules(), &requests, &subject.references, bus::meaning);
        if format == Format::SubscriberJson {
            let known = Known::new(&subject.references);
            let mut used = BTreeSet::new();
            requests.iter().for_each(|request| used_in(request, &known, &mut used));
            let used = used.into_iter().filter_map(|at| subject.references.get(at));
            let lost = |own| rulepad_export::Loss::ReferenceInRequest(ShownReference::new(own));
            losses.extend(used.map(lost).map(Loss::Shared));
        }
        let mut plan = Self { format, entries: Vec::new(), later, losses, notes: Vec::new() };
        let mut names = Names::default();
        for ((kind, creates_role), request) in kinds.into_iter().zip(requests) {
            plan.add(kind, request, creates_role, &mut names);
        }
        plan
    }

    fn add(&mut self, kind: RequestKind, request: Node, creates_role: bool, names: &mut Names) {
        let own = request.get("Name").and_then(Node::as_str).unwrap_or_default();
        let otherwise = match kind {
            RequestKind::Subscriber => "subscriber",
            RequestKind::EventSource => "source",
        };
        let slug = names.take(
            slug(own, otherwise),
            |slug, number| format!("{slug}_{number}"),
            |slug| [slug.replace('_', "")],
        );
        let role = match kind {
            RequestKind::EventSource => {
                self.note_queue(&request);
                None
            }
            RequestKind::Subscriber => {
                let reading = draft::read(&compact(&request)).subscriber;
                let name = reading.invoke.as_ref().and_then(|invoke| invoke.value.role.as_ref());
                let has_role = name.is_some_and(|role| !role.value.is_empty()) && !creates_role;
                if has_role {
                    None
                } else if self.format == Format::SubscriberJson {
                    if name.is_none() {
                        self.notes.push(Note::NoRole(shown(own)));
                    }
                    None
                } else {
                    let role = NewRole::of(&reading, self.format, &shown(own), &slug, &mut self.notes);
                    Some(role)
                }
            }
        };
        self.entries.push(Entry { kind, slug, request, role });
    }

    /// The queue of an event source is reached by a policy of the queue, and not by a role.
    fn note_queue(&mut self, request: &Node) {
        let name = request.get("Name").and_then(Node::as_str).map(shown).unwrap_or_default();
        let configuration = request.get("Configuration").and_then(Node::members).unwrap_or_default();
        for variant in configuration {
            let queue = variant.value.get("OnFailureConfiguration").and_then(|own| own.get("Arn"));
            if let Some(queue) = queue.and_then(Node::as_str) {
                self.notes.push(Note::QueuePolicy { name: name.clone(), queue: shown(queue) });
            }
        }
    }

    /// Adds what is to fill in for the values that the file asks for.
    pub fn fill_in(&mut self) {
        let format = self.format.of_rules();
        self.notes.extend(self.later.iter().filter_map(|own| fill_in(format, own)).map(bus::note));
    }

    /// Whether the file creates a role.
    pub fn creates_roles(&self) -> bool {
        self.entries.iter().any(|entry| entry.role.is_some())
    }

    /// Whether the file creates an event source.
    pub fn has_sources(&self) -> bool {
        self.entries.iter().any(|entry| entry.kind == RequestKind::EventSource)
    }

    /// Whether the file creates a subscriber.
    pub fn has_subscribers(&self) -> bool {
        self.entries.iter().any(|entry| entry.kind == RequestKind::Subscriber)
    }

    /// The name of the file: that of its first subscriber, or event source.
    pub fn file_name(&self, extension: &str) -> String {
        let first = self.entries.iter().find(|entry| entry.kind == RequestKind::Subscriber);
        let name = first.or(self.entries.first()).map(Entry::shown_name).unwrap_or_default();
        let kept = |c: char| if c.is_ascii_alphanumeric() || ".-_".contains(c) { c } else { '-' };
        let name: String = name.chars().map(kept).collect();
        let name = if name.trim_matches(['.', '-']).is_empty() { "subscriber" } else { &name };
        format!("{name}.{extension}")
    }
}

impl Entry {
    /// Its name as it is shown: with the names of references.
    pub fn shown_name(&self) -> String {
        self.request.get("Name").and_then(Node::as_str).map(shown).unwrap_or_default()
    }

    /// The id of its resource in a template.
    pub fn resource(&self) -> String {
        let kind = match self.kind {
            RequestKind::Subscriber => "Subscriber",
            RequestKind::EventSource => "EventSource",
        };
        let name = camel(&self.slug);
        if name.ends_with(kind) { name } else { name + kind }
    }

    /// The id of its role in a template.
    pub fn role_resource(&self) -> String {
        format!("{}Role", self.resource())
    }

    /// The ARN of its bus, with marks.
    pub fn bus(&self) -> &str {
        self.request.get("EventBusArn").and_then(Node::as_str).unwrap_or_default()
    }
}

/// The places of the references in the texts of a value. Nesting is bounded by the parser.
fn used_in(node: &Node, known: &Known<'_>, out: &mut BTreeSet<usize>) {
    let mut text = |text: &str| {
        let at = known.pieces(text).into_iter().filter_map(|piece| match piece {
            KnownPiece::Reference(at) => Some(at),
            KnownPiece::Text(_) => None,
        });
        out.extend(at);
    };
    match &node.value {
        Value::String(own) => text(own),
        Value::Array(items) => items.iter().for_each(|item| used_in(item, known, out)),
        Value::Object(members) => {
            members.iter().for_each(|own| text(&own.key));
            members.iter().for_each(|own| used_in(&own.value, known, out));
        }
        _ => {}
    }
}

/// A text with the names of references.
pub(crate) fn shown(text: &str) -> String {
    plain(text).into_owned()
}
