//! What this crate says, as data.

mod aws;
mod delivery;
mod help;
mod hint;
mod parameters;
mod policy;
mod property;

pub use aws::AwsSentence;
pub use delivery::{DeliveryNote, DeliveryRefusal, DeliveryUnverified, Limited, ObjectTaker};
pub use help::Help;
pub use hint::{Hint, OfferHint};
pub use parameters::{ParametersMessage, Seen};
pub use policy::PolicyTitle;
pub use property::{DeployTimeValue, PropertyMessage, QuotesReader, RetrySetting};

use crate::shape::PayloadProblem;
use rulepad_document::{Lang, Words};

/// A text of a diagnostic or of a delivery.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// A problem of the JSON of a text.
    Json(rulepad_document::Message),
    /// A problem of a path into the event.
    Path(rulepad_transformer::Message),
    /// What is wrong with a property of the rule, or with one that every target may have.
    Property(PropertyMessage),
    /// What is wrong with the property that a kind of target has.
    Parameters(ParametersMessage),
    /// What the service does not take of a payload.
    Payload(PayloadProblem),
    /// What to do about it.
    Help(Help),
    /// What to know about a delivery.
    Note(DeliveryNote),
    /// What nobody has shown about a delivery.
    Unverified(DeliveryUnverified),
    /// Why the service does not take a request.
    Refusal(DeliveryRefusal),
    /// What AWS says, word for word in English; the gloss of a reference.
    Aws(AwsSentence),
}

impl From<rulepad_document::Message> for Message {
    fn from(what: rulepad_document::Message) -> Self {
        Self::Json(what)
    }
}

impl From<rulepad_transformer::Message> for Message {
    fn from(what: rulepad_transformer::Message) -> Self {
        Self::Path(what)
    }
}

impl From<PropertyMessage> for Message {
    fn from(what: PropertyMessage) -> Self {
        Self::Property(what)
    }
}

impl From<ParametersMessage> for Message {
    fn from(what: ParametersMessage) -> Self {
        Self::Parameters(what)
    }
}

impl From<PayloadProblem> for Message {
    fn from(what: PayloadProblem) -> Self {
        Self::Payload(what)
    }
}

impl From<Help> for Message {
    fn from(what: Help) -> Self {
        Self::Help(what)
    }
}

impl From<DeliveryNote> for Message {
    fn from(what: DeliveryNote) -> Self {
        Self::Note(what)
    }
}

impl From<DeliveryUnverified> for Message {
    fn from(what: DeliveryUnverified) -> Self {
        Self::Unverified(what)
    }
}

impl From<DeliveryRefusal> for Message {
    fn from(what: DeliveryRefusal) -> Self {
        Self::Refusal(what)
    }
}

impl From<AwsSentence> for Message {
    fn from(said: AwsSentence) -> Self {
        Self::Aws(said)
    }
}

impl Words for Message {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::message(self),
            Lang::Ko(_) => crate::words_ko::message(self),
        }
    }
}
