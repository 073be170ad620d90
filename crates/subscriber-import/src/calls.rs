//! Calls of the AWS CLI in scripts, and of SDKs in programs; those of exported files among them.

use crate::form::Form;
use crate::found::{Imported, Later, Request};
use crate::template::as_numbers;
use rulepad_document::files::Files;
use rulepad_document::json::{Member, Node, Value};
use rulepad_import::parts;

/// The calls of SDKs, and the functions of exported programs.
const CALLS: [&str; 8] = [
    "create_subscriber(",
    "create_event_source(",
    " put_subscriber(",
    " put_event_source(",
    "CreateSubscriberCommand(",
    "CreateEventSourceCommand(",
    ".createSubscriber(",
    ".createEventSource(",
];

/// Whether a text makes one of the calls.
pub(crate) fn is_program(text: &str) -> bool {
    CALLS.iter().any(|call| text.contains(call))
}

/// The operation of a call, in any of the spellings of the CLI and the SDKs.
fn operation(name: &str) -> Option<Request> {
    let plain: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    match plain.as_str() {
        "createsubscriber" | "putsubscriber" => Some(Request::Subscriber),
        "createeventsource" | "puteventsource" => Some(Request::EventSource),
        _ => None,
    }
}

/// Reads a script.
pub(crate) fn script(text: &str, files: &Files<'_>) -> Imported {
    // The service had another name in older versions of the CLI.
    let known = |service: &str, name: &str| {
        matches!(service, "eventsv2" | "eventbridgev2").then(|| operation(name)).flatten()
    };
    // `put_resource KIND NAME BUS REQUEST …` of an exported script.
    let function = |words: &[String]| match words {
        [function, kind, _, _, _, ..] if function == "put_resource" => match kind.as_str() {
            "subscriber" => Some((Request::Subscriber, 4)),
            "event-source" => Some((Request::EventSource, 4)),
            _ => None,
        },
        _ => None,
    };
    let found = parts::script(text, files, known, function);
    let mut read = Imported::of(Form::Script);
    let references = found.references();
    let later = Later::new(&references);
    read.diagnostics.extend(found.diagnostics.into_iter().map(rulepad_document::Diagnostic::lift));
    for (request, node) in found.calls {
        read.add(request, "", joined(node), &later);
    }
    read
}

/// Reads a program.
pub(crate) fn program(text: &str) -> Imported {
    let found = parts::program(text, &CALLS, operation);
    let mut read = Imported::of(Form::Sdk);
    let references = found.references();
    let later = Later::new(&references);
    read.diagnostics.extend(found.diagnostics.into_iter().map(rulepad_document::Diagnostic::lift));
    for ((request, _), node) in found.calls {
        read.add(request, "", node, &later);
    }
    read
}

/// The shorthand of the CLI has texts alone, and tags in it are a list of maps.
fn joined(mut request: Node) -> Node {
    if let Value::Object(members) = &mut request.value {
        members.iter_mut().for_each(|own| as_numbers(&own.key, &mut own.value));
    }
    let Some(tags) = request.get_mut("Tags") else { return request };
    if let Value::Array(items) = &tags.value {
        let all: Vec<Member> = items.iter().filter_map(Node::members).flatten().cloned().collect();
        if items.iter().all(|item| item.members().is_some()) {
            tags.value = Value::Object(all);
        }
    }
    request
}
