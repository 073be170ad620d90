//! A custom event bus whose ARN is known only at deploy time, because it does not exist yet.

use crate::message::Note;
use rulepad_rule::{Reference, ReferenceLanguage, ReferenceValue};

/// What requests have instead of the ARN of a bus that does not exist yet: files ask for it.
pub const UNKNOWN_BUS: &str = "${EventBusArn}";

/// The reference that [`UNKNOWN_BUS`] shows.
#[must_use]
pub fn unknown_bus() -> Reference {
    Reference {
        shown: UNKNOWN_BUS.to_owned(),
        language: ReferenceLanguage::CloudFormation,
        source: r#"{"Ref":"EventBusArn"}"#.to_owned(),
        value: ReferenceValue::One,
    }
}

/// What a value is, for comments and descriptions in files, where its expression says less.
pub(crate) fn meaning(reference: &Reference) -> Option<&'static str> {
    (*reference == unknown_bus()).then_some("the ARN of the custom event bus")
}

/// A note of files of rules, in the words for the bus where it is about that.
pub(crate) fn note(note: rulepad_export::Note) -> Note {
    match note {
        rulepad_export::Note::FillIn { how, value }
            if value == rulepad_export::ValueOf::new(&unknown_bus()) =>
        {
            Note::FillInBus(how)
        }
        other => Note::Shared(other),
    }
}
