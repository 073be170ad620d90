//! Events put together from their parts, with what AWS adds.

use super::{BusEvent, Call, EventForm, Given, OpenField};
use crate::scope::Scope;
use crate::system::{ContentType, SystemField};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rulepad_document::Role;
use rulepad_document::Span;
use rulepad_document::json::build::{object, string, unplaced};
use rulepad_document::json::{self, Member, Node, Value};

/// Values that are seen to be stand-ins: AWS gives each event its own.
pub(super) const STAND_IN_ID: &str = "00000000-0000-0000-0000-000000000000";
const STAND_IN_TIME: &str = "1970-01-01T00:00:00.000Z";
const STAND_IN_NUMBER: &str = "10000000000000000000";

/// The parts of an event before AWS takes it.
pub(super) struct Draft {
    pub(super) form: EventForm,
    pub(super) call: Call,
    pub(super) content: ContentType,
    pub(super) data: Node,
    pub(super) metadata: Vec<(String, String)>,
    /// What the publisher sets, and the source of the envelope.
    pub(super) system: Vec<(SystemField, String)>,
    pub(super) payload: Option<String>,
}

impl Draft {
    /// The event, with what AWS adds; the fields of system metadata are in the order of their names, as in AWS's
    /// examples.
    pub(super) fn event(self) -> BusEvent {
        let mut open: Vec<OpenField> = Vec::new();
        let mut system: Vec<(&'static str, String)> = vec![
            (SystemField::ContentType.name(), self.content.name().to_owned()),
            (SystemField::DeliveryType.name(), "LIVE".to_owned()),
        ];
        let given: Vec<SystemField> = self.system.iter().map(|(field, _)| *field).collect();
        system.extend(self.system.into_iter().map(|(field, value)| (field.name(), value)));
        let mut set_by_aws = |field: SystemField, value: Option<&str>| {
            if given.contains(&field) {
                return;
            }
            open.push(OpenField {
                scope: Scope::SystemMetadata,
                name: field.name().to_owned(),
                always: value.is_some(),
            });
            system.extend(value.map(|value| (field.name(), value.to_owned())));
        };
        set_by_aws(SystemField::EventId, Some(STAND_IN_ID));
        set_by_aws(SystemField::IngestionTime, Some(STAND_IN_TIME));
        set_by_aws(SystemField::SequenceNumber, Some(STAND_IN_NUMBER));
        set_by_aws(SystemField::EventGroupId, Some(STAND_IN_ID));
        set_by_aws(SystemField::DeduplicationId, None);
        if self.content.is_decoded() {
            set_by_aws(SystemField::SchemaId, Some(STAND_IN_ID));
            set_by_aws(SystemField::RegistryType, Some("Glue"));
        }
        rulepad_document::order::sort_by_key(&mut system, |(name, _)| *name);
        let strings = |members: Vec<(String, String)>| {
            let member = |(key, value): (String, String)| Member {
                key,
                key_span: Span::default(),
                value: string(value),
            };
            Node { span: Span::default(), value: Value::Object(members.into_iter().map(member).collect()) }
        };
        let system = system.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let whole = object([
            (Scope::Data.part(), Some(unplaced(&self.data))),
            (Scope::Metadata.part(), Some(strings(self.metadata))),
            (Scope::SystemMetadata.part(), Some(strings(system))),
        ]);
        let text = json::pretty(&whole);
        let root = json::parse(&text, Role::Event).root.unwrap_or(whole);
        BusEvent {
            form: self.form,
            call: Some(self.call),
            content: Some(self.content),
            text,
            root,
            payload: self.payload,
            open,
            unverified: Vec::new(),
        }
    }
}

/// The event of an envelope; `system` is what its publisher set besides.
pub(super) fn of_envelope(envelope: &Node, form: EventForm, system: Vec<(SystemField, String)>) -> BusEvent {
    let text = |key: &str| envelope.get(key).and_then(Node::as_str).map(str::to_owned);
    let origin = [(SystemField::Source, text("source")), (SystemField::DetailType, text("detail-type"))];
    let origin = origin.into_iter().filter_map(|(field, value)| Some((field, value?)));
    Draft {
        form,
        call: Call::PutEvents,
        content: ContentType::Envelope,
        data: envelope.clone(),
        metadata: Vec::new(),
        system: origin.chain(system).collect(),
        payload: None,
    }
    .event()
}

/// The event of a payload that is JSON, or was decoded to it.
pub(super) fn of_payload(text: &str, payload: &Node, form: EventForm, given: &Given) -> BusEvent {
    let content = given.content.filter(|own| *own != ContentType::Envelope).unwrap_or(ContentType::Json);
    let form = if content.is_decoded() { EventForm::Decoded } else { form };
    Draft {
        form,
        call: Call::PutRawEvents,
        content,
        data: payload.clone(),
        metadata: given.metadata.clone(),
        system: given.system(),
        payload: (content == ContentType::Json).then(|| text.to_owned()),
    }
    .event()
}

/// The event of bytes.
pub(super) fn of_bytes(bytes: &[u8], given: &Given) -> BusEvent {
    let base64 = STANDARD.encode(bytes);
    Draft {
        form: EventForm::Bytes,
        call: Call::PutRawEvents,
        content: ContentType::OctetStream,
        data: string(base64.as_str()),
        metadata: given.metadata.clone(),
        system: given.system(),
        payload: Some(base64),
    }
    .event()
}
