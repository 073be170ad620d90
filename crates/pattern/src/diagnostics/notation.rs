//! A pattern in another notation than JSON.

use super::error;
use crate::code::Code;
use crate::message::{Diagnostic, Message};
use rulepad_document::notation::{Notation, Recognized};
use rulepad_document::{Edit, Reference, Span};

/// `whole` is the text; `reference` what AWS says of it.
pub(crate) fn notation(whole: Span, found: &Recognized, reference: Option<Reference<Message>>) -> Diagnostic {
    let code = match found.notation {
        Notation::Encoded => Code::Encoded,
        Notation::Escaped => Code::Escaped,
        Notation::Html => Code::HtmlEntities,
        Notation::Surrounded => Code::Surrounded,
        Notation::JavaScript | Notation::Python => Code::SourceCode,
        Notation::Yaml => Code::YamlText,
        Notation::Hcl => Code::Hcl,
        Notation::Xml => Code::Xml,
        Notation::Prose => Code::Prose,
    };
    let mut diagnostic = error(code, whole, Message::OtherNotation(found.notation));
    diagnostic.reference = reference;
    for part in &found.unknown {
        diagnostic = diagnostic.label(rulepad_document::Role::Pattern, part.span, Message::NotKnownHere);
    }
    match &found.json {
        Some(json) => {
            let text = match found.notation {
                Notation::Encoded => Message::RemoveQuotesAndEscapes,
                Notation::Escaped => Message::RemoveEscapes,
                Notation::Html => Message::ReplaceEntities,
                Notation::Surrounded => Message::KeepObject,
                _ => Message::ConvertToJson,
            };
            diagnostic.fix(text, vec![Edit { span: whole, text: json.clone() }])
        }
        None if found.notation == Notation::Hcl => diagnostic.advice(Message::ImportTerraform),
        None => diagnostic.advice(Message::Write("{\"source\": [\"…\"]}".to_owned())),
    }
}
