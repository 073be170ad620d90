//! Log records of a subscriber, which hold the event (EventBridge user guide, logs of a custom event bus).

use super::{BusEvent, Call, EventForm, Reading, entry};
use crate::scope::Scope;
use crate::system::ContentType;
use rulepad_document::Role;
use rulepad_document::json::build::{object, unplaced};
use rulepad_document::json::{self, Node, Value};

/// Reads a record: `event_detail` is the data, and where it is missing the target got the data unchanged.
pub(super) fn read(text: &str, root: &Node, details: &Node, reading: &mut Reading) {
    let data = details.get("event_detail").or_else(|| details.get("target_input"));
    let Some(data) = data.filter(|data| data.value != Value::Null) else {
        reading.problem(entry::no_payload(root.span));
        return;
    };
    let structured = |node: &Node| match node.as_str() {
        Some(inner) => json::parse(inner, Role::Event).valid().map(unplaced),
        None => Some(unplaced(node)),
    };
    let part = |name: &str| details.get(name).and_then(structured).filter(|part| part.members().is_some());
    let system = part("event_system_metadata");
    let of_system = |name: &str| system.as_ref().and_then(|own| own.get(name)).and_then(Node::as_str);
    let content = of_system("ContentType").and_then(ContentType::named);
    let call = match content {
        Some(ContentType::Envelope) => Some(Call::PutEvents),
        Some(_) => Some(Call::PutRawEvents),
        None => None,
    };
    let bytes = content == Some(ContentType::OctetStream);
    let value = if bytes { unplaced(data) } else { structured(data).unwrap_or_else(|| unplaced(data)) };
    let payload = (call == Some(Call::PutRawEvents)).then(|| match data.as_str() {
        Some(inner) => inner.to_owned(),
        None => data.span.of(text).to_owned(),
    });
    let whole = object([
        (Scope::Data.part(), Some(value)),
        (Scope::Metadata.part(), part("event_metadata")),
        (Scope::SystemMetadata.part(), system.clone()),
    ]);
    let written = json::pretty(&whole);
    let root = json::parse(&written, Role::Event).root.unwrap_or(whole);
    reading.events.push(BusEvent {
        form: EventForm::Log,
        call,
        content,
        text: written,
        root,
        payload,
        open: Vec::new(),
        unverified: Vec::new(),
    });
}
