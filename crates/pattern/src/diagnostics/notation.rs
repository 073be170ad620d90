//! A pattern in another notation than JSON.

use super::error;
use rulepad_document::notation::{Notation, Recognized};
use rulepad_document::{Diagnostic, Edit, Reference, Span};

/// `whole` is the text; `reference` what AWS says of it.
pub(crate) fn notation(whole: Span, found: &Recognized, reference: Option<Reference>) -> Diagnostic {
    let (code, message) = match found.notation {
        Notation::Encoded => (
            "pattern.encoded",
            "the pattern is inside quotes: it was encoded as a string, and AWS expects an object",
        ),
        Notation::Escaped => (
            "pattern.escaped",
            "the quotes of this pattern are escaped, as they are inside a string of another file",
        ),
        Notation::Html => {
            ("pattern.html-entities", "the quotes of this pattern are HTML entities such as `&quot;`")
        }
        Notation::Surrounded => (
            "pattern.surrounded",
            "the pattern is inside other text; an event pattern is the JSON object alone",
        ),
        Notation::JavaScript => {
            ("pattern.source-code", "this is JavaScript or TypeScript; an event pattern is JSON")
        }
        Notation::Python => ("pattern.source-code", "this is Python; an event pattern is JSON"),
        Notation::Yaml => (
            "pattern.yaml-text",
            "this is YAML; an event pattern is JSON, which tools that read YAML make of it when they deploy",
        ),
        Notation::Hcl => ("pattern.hcl", "this is HCL, the language of Terraform; an event pattern is JSON"),
        Notation::Xml => ("pattern.xml", "this is XML; an event pattern is JSON"),
        Notation::Prose => ("pattern.prose", "this is a text in words; an event pattern is JSON"),
    };
    let mut diagnostic = error(code, whole, message);
    diagnostic.reference = reference;
    for part in &found.unknown {
        diagnostic = diagnostic.label(rulepad_document::Role::Pattern, part.span, "not known here");
    }
    match &found.json {
        Some(json) => {
            let text = match found.notation {
                Notation::Encoded => "remove the quotes around it, and the escapes",
                Notation::Escaped => "remove the escapes",
                Notation::Html => "replace the entities by quotes",
                Notation::Surrounded => "keep the object alone",
                _ => "convert it to JSON",
            };
            diagnostic.fix(text, vec![Edit { span: whole, text: json.clone() }])
        }
        None if found.notation == Notation::Hcl => {
            diagnostic.advice("import the Terraform file, or write the value of `event_pattern` as JSON")
        }
        None => diagnostic.advice("write `{\"source\": [\"…\"]}`"),
    }
}
