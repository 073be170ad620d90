//! What a publisher sets beside the text of an event.

use super::entry;
use super::{Diagnostic, Reading};
use crate::system::{ContentType, SystemField};
use rulepad_document::Span;
use rulepad_document::json::build::{object, string};
use rulepad_document::json::{Member, Node, Value};

/// What a publisher sets in the call beside the text of an event, where the text is the event or payload alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// What a payload is; JSON where it is not given.
    pub content: Option<ContentType>,
    /// `Metadata` of a payload.
    pub metadata: Vec<(String, String)>,
    /// `EventGroupId`; blank for none.
    pub group: String,
    /// `DeduplicationId`; blank for none.
    pub deduplication: String,
}

impl Given {
    /// The fields of system metadata.
    pub(super) fn system(&self) -> Vec<(SystemField, String)> {
        let fields =
            [(SystemField::EventGroupId, &self.group), (SystemField::DeduplicationId, &self.deduplication)];
        let given = fields.into_iter().filter(|(_, value)| !value.is_empty());
        given.map(|(field, value)| (field, value.clone())).collect()
    }

    /// What AWS refuses of the metadata; places are of no text.
    pub(super) fn problems(&self) -> Vec<Diagnostic> {
        let member = |(key, value): &(String, String)| Member {
            key: key.clone(),
            key_span: Span::default(),
            value: string(value.as_str()),
        };
        let members = self.metadata.iter().map(member).collect();
        let metadata = Node { span: Span::default(), value: Value::Object(members) };
        let mut reading = Reading::default();
        entry::metadata(&object([("Metadata", Some(metadata))]), &mut reading);
        reading.problems
    }
}
