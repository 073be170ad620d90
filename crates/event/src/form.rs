//! What a text is called, and whether it is what is wanted already.

use crate::diagnostics as say;
use crate::document::Document;
use crate::read::Wanted;
use crate::shape::{Shape, shape};
use crate::shell;
use crate::split::{Layout, Split};
use rulepad_document::json::Node;
use rulepad_document::notation::{Notation, is_hcl, is_xml};
use rulepad_document::{Diagnostic, Span};

/// Whether a value of this shape is what is wanted, as it is.
pub(crate) fn is_plain(shape: &Shape, wanted: Wanted) -> bool {
    match (shape, wanted) {
        (Shape::Event, _) | (Shape::Change, Wanted::Events) => true,
        (Shape::List { .. } | Shape::Scalar, _) => false,
        (Shape::Payload { path: "Body" | "Data", .. }, Wanted::Records) => false,
        (_, Wanted::Records) => true,
        (Shape::Payload { name, .. }, Wanted::Messages) => !is_queue(name),
        _ => false,
    }
}

/// Whether the lines are those of a log: text stands before their JSON.
pub(crate) fn is_log(split: &Split) -> bool {
    split.layout == Layout::Lines
        && split.others.iter().any(|other| split.chunks.iter().any(|chunk| chunk.start == other.end))
}

/// Whether an SNS message may stand inside.
pub(crate) fn is_queue(name: &str) -> bool {
    !matches!(name, "an SNS record" | "an SNS notification")
}

/// What the text is, with its article.
pub(crate) fn form(split: &Split, documents: &[Document], wanted: Wanted) -> String {
    let first = documents.first().map(|document| shape(&document.root));
    let name = first.as_ref().map_or("no event", Shape::name);
    let item = match (&first, wanted) {
        (Some(Shape::Event), Wanted::Events) => "an event",
        (Some(Shape::Event), Wanted::Records) => "a record",
        (Some(Shape::Event), Wanted::Messages) => "a message",
        _ => name,
    };
    match split.layout {
        Layout::Lines if is_log(split) => format!("a log with {item} on each line"),
        Layout::Lines => format!("a file with {item} on each line"),
        Layout::Several if documents.len() > 1 => "a text with several JSON texts".to_owned(),
        Layout::Several => format!("a text with {item} in it"),
        Layout::One | Layout::None => match (&first, wanted) {
            (Some(Shape::Event), Wanted::Records) => "one record".to_owned(),
            (Some(Shape::Event), Wanted::Messages) => "one message".to_owned(),
            _ => name.to_owned(),
        },
    }
}

/// What a text in YAML is, with its article.
pub(crate) fn in_yaml(documents: &[Document], wanted: Wanted) -> String {
    match documents {
        [only] => {
            let shape = shape(&only.root);
            let name = match (&shape, wanted) {
                (Shape::Event, Wanted::Records) => "one record",
                (Shape::Event, Wanted::Messages) => "one message",
                _ => shape.name(),
            };
            format!("{name} in YAML")
        }
        _ => "several YAML documents".to_owned(),
    }
}

/// Whether a value is an event for sure, or something known to carry one.
pub(crate) fn looks_like_event(node: &Node) -> bool {
    let has = |key: &str| node.get(key).is_some();
    match shape(node) {
        Shape::Event => has("detail-type") || (has("source") && has("detail")),
        Shape::Scalar => false,
        _ => true,
    }
}

/// Why a text holds no event.
pub(crate) fn nothing(text: &str, whole: Span) -> Diagnostic {
    if let Some(path) = text.trim().strip_prefix("file://").or_else(|| text.trim().strip_prefix("fileb://")) {
        return say::file_argument(whole, path);
    }
    if shell::is_shorthand(text) {
        return say::shorthand(whole);
    }
    if is_hcl(text.trim()) {
        return say::notation(whole, Notation::Hcl, None);
    }
    if is_xml(text.trim()) {
        return say::notation(whole, Notation::Xml, None);
    }
    say::no_json(whole)
}

/// What a list of events calls an event.
pub(crate) fn name(event: &Node) -> Option<String> {
    let field = |key: &str| event.get(key).and_then(Node::as_str).filter(|text| !text.is_empty());
    match (field("source"), field("detail-type")) {
        (None, None) => None,
        (Some(only), None) | (None, Some(only)) => Some(only.to_owned()),
        (Some(source), Some(kind)) => Some(format!("{source} · {kind}")),
    }
}
