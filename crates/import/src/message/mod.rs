//! The messages, notes and labels of an import, as data.

mod call;
mod filter;
mod help;
mod label;
mod member;
mod note;
mod terraform;
mod text;

pub use call::CallMessage;
pub use filter::FilterMessage;
pub use help::Help;
pub use label::RuleLabel;
pub use member::{Expected, MemberKind, MemberMessage, Owner};
pub use note::Note;
pub use terraform::TerraformMessage;
pub use text::TextMessage;

use crate::aws::AwsSentence;
use rulepad_document::{Lang, Words};

/// A text of a diagnostic.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// A problem of the JSON or the YAML of the text.
    Json(rulepad_document::Message),
    /// A problem of a template.
    Template(rulepad_cloudformation::Message),
    /// A problem of a configuration of Terraform.
    Configuration(rulepad_terraform::Message),
    /// What is wrong with the text as a whole, or is not read of it.
    Text(TextMessage),
    /// What is wrong with the members of a rule or a target.
    Member(MemberMessage),
    /// What is not known of a configuration of Terraform.
    Terraform(TerraformMessage),
    /// What is wrong with a filter.
    Filter(FilterMessage),
    /// What is wrong with a call, or is not read of it.
    Call(CallMessage),
    /// What to do about it.
    Help(Help),
    /// What AWS says, word for word in English; the gloss of a reference.
    Aws(AwsSentence),
}

impl From<rulepad_document::Message> for Message {
    fn from(what: rulepad_document::Message) -> Self {
        Self::Json(what)
    }
}

impl From<rulepad_cloudformation::Message> for Message {
    fn from(what: rulepad_cloudformation::Message) -> Self {
        Self::Template(what)
    }
}

impl From<rulepad_terraform::Message> for Message {
    fn from(what: rulepad_terraform::Message) -> Self {
        Self::Configuration(what)
    }
}

impl From<TextMessage> for Message {
    fn from(what: TextMessage) -> Self {
        Self::Text(what)
    }
}

impl From<MemberMessage> for Message {
    fn from(what: MemberMessage) -> Self {
        Self::Member(what)
    }
}

impl From<TerraformMessage> for Message {
    fn from(what: TerraformMessage) -> Self {
        Self::Terraform(what)
    }
}

impl From<FilterMessage> for Message {
    fn from(what: FilterMessage) -> Self {
        Self::Filter(what)
    }
}

impl From<CallMessage> for Message {
    fn from(what: CallMessage) -> Self {
        Self::Call(what)
    }
}

impl From<Help> for Message {
    fn from(what: Help) -> Self {
        Self::Help(what)
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
