//! Events in YAML: its documents as the same values in JSON.

use crate::diagnostics as say;
use crate::diagnostics::Diagnostic;
use crate::document::{BytePlace, Document};
use crate::message::Message;
use crate::split::Split;
use rulepad_document::json::Value;
use rulepad_document::notation::{Notation, has_yaml_lines};
use rulepad_document::{Role, Span, yaml};

/// What was read of a text in YAML.
pub(crate) struct YamlReading {
    pub documents: Vec<Document>,
    pub problems: Vec<Diagnostic>,
}

/// Reads a text that is YAML; `None` where it is something else.
pub(crate) fn read(text: &str, place: &BytePlace, split: &Split) -> Option<YamlReading> {
    if !has_yaml_lines(text.trim()) || is_one_object(text, split) {
        return None;
    }
    let mut read = YamlReading { documents: Vec::new(), problems: Vec::new() };
    let mut at = 0;
    let mut start = 0;
    let mut parts = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.trim_end() == "---" {
            parts.push(start..at);
            start = at + line.len();
        }
        at += line.len();
    }
    parts.push(start..text.len());
    for part in parts {
        let from = part.start;
        let body = text.get(part).unwrap_or("");
        if body.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            continue;
        }
        let place = place.part(from);
        let found = yaml::read(body, Role::Event);
        // A time without quotes is a text for the tools of AWS.
        let is_time = |word: &Diagnostic| word.span().of(body).get(4..5) == Some("-");
        let words = found
            .words
            .into_iter()
            .map(rulepad_document::Diagnostic::lift)
            .filter(|word| !is_time(word))
            .map(|mut word| {
                for label in &mut word.labels {
                    label.span = place.of(label.span);
                }
                word.help.clear();
                word
            });
        read.problems.extend(words);
        let whole = place.of(Span::new(0, body.trim_end().len()));
        let object = found.root.filter(|root| matches!(root.value, Value::Object(_) | Value::Array(_)));
        match (object, found.diagnostics.first()) {
            (Some(root), None) => {
                read.documents.extend(Document::converted(&root, &place, Notation::Yaml, Vec::new()));
            }
            (_, Some(first)) => read.problems.push(say::yaml(whole, first.message.clone().into())),
            (None, None) => read.problems.push(say::yaml(whole, Message::YamlWithoutObject)),
        }
    }
    // Where JSON is between words that look like keys, the words are not what was meant.
    let words_only = read.documents.is_empty() && !split.chunks.is_empty();
    (!words_only).then_some(read)
}

/// Whether the text is one object with a label before it, which `key:` of YAML looks like: `Received event: {…}`.
fn is_one_object(text: &str, split: &Split) -> bool {
    let [only] = split.chunks.as_slice() else { return false };
    let before = text.get(..only.start).unwrap_or("").trim_start();
    let after = text.get(only.end..).unwrap_or("");
    !before.contains('\n')
        && after.trim_matches(|c: char| c.is_whitespace() || matches!(c, ';' | ')')).is_empty()
}
