//! What is said of a text with subscribers, as data.

use crate::code::Code;
use crate::{words_en, words_ko};
use rulepad_document::{Lang, Role, Severity, Span, Words};

/// A problem of a text, before it is put into words.
pub type Diagnostic = rulepad_document::Diagnostic<Message>;

/// What is said of a text with subscribers.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The text has no subscriber.
    NoSubscriber,
    /// The text has more bytes than are read.
    TooLong {
        /// How many it has.
        bytes: usize,
        /// How many are read.
        most: usize,
    },
    /// The answer of `ListSubscribers` has names, and not what a subscriber does.
    NamesOnly,
    /// The answer goes on elsewhere.
    More,
    /// A member that only an update takes.
    UpdateOnly(String),
    /// Tags that are neither a map nor a list of keys and values.
    Tags,
    /// Something that is not known of the resource.
    Property(String),
    /// A condition that only the stack decides: the first branch was taken.
    Condition(String),
    /// What to do: describe each subscriber.
    Describe,
    /// What to do: ask for the rest.
    AskForMore,
    /// What to do: paste what is read.
    Paste,
    /// What to do: remove it.
    Remove,
    /// What to do: write a map.
    WriteMap,
    /// What to do: check the other branch.
    CheckBranch,
    /// Said by the reader of subscribers.
    Subscriber(rulepad_subscriber::Message),
    /// Said by the reader of templates.
    Template(rulepad_cloudformation::Message),
    /// Said by the readers of scripts, programs and Terraform.
    Text(rulepad_import::Message),
    /// Said by the reader of the notation.
    Document(rulepad_document::Message),
}

impl From<rulepad_subscriber::Message> for Message {
    fn from(own: rulepad_subscriber::Message) -> Self {
        Self::Subscriber(own)
    }
}

impl From<rulepad_cloudformation::Message> for Message {
    fn from(own: rulepad_cloudformation::Message) -> Self {
        Self::Template(own)
    }
}

impl From<rulepad_import::Message> for Message {
    fn from(own: rulepad_import::Message) -> Self {
        Self::Text(own)
    }
}

impl From<rulepad_document::Message> for Message {
    fn from(own: rulepad_document::Message) -> Self {
        Self::Document(own)
    }
}

impl Words for Message {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::message(self),
            Lang::Ko(_) => words_ko::message(self, lang),
        }
    }
}

fn found(code: Code, severity: Severity, span: Span, message: Message, advice: Message) -> Diagnostic {
    Diagnostic::new(code, severity, Role::Import, span, message).advice(advice)
}

/// A text without a subscriber.
pub(crate) fn none(text: &str) -> Diagnostic {
    let span = Span::new(0, text.len().min(1));
    found(Code::None, Severity::Error, span, Message::NoSubscriber, Message::Paste)
}

/// A text that is too long.
pub(crate) fn too_long(text: &str, most: usize) -> Diagnostic {
    let message = Message::TooLong { bytes: text.len(), most };
    found(Code::TooLong, Severity::Error, Span::new(0, 0), message, Message::Paste)
}

/// A summary of a subscriber.
pub(crate) fn names_only(span: Span) -> Diagnostic {
    found(Code::NamesOnly, Severity::Error, span, Message::NamesOnly, Message::Describe)
}

/// An answer that goes on.
pub(crate) fn more(span: Span) -> Diagnostic {
    found(Code::More, Severity::Warning, span, Message::More, Message::AskForMore)
}

/// A member that only an update takes.
pub(crate) fn update_only(span: Span, name: &str) -> Diagnostic {
    let message = Message::UpdateOnly(name.to_owned());
    found(Code::Update, Severity::Warning, span, message, Message::Remove)
}

/// Tags of another form.
pub(crate) fn tags(span: Span) -> Diagnostic {
    found(Code::Tags, Severity::Warning, span, Message::Tags, Message::WriteMap)
}

/// Something that is not known.
pub(crate) fn property(span: Span, name: &str) -> Diagnostic {
    let message = Message::Property(name.to_owned());
    found(Code::Property, Severity::Warning, span, message, Message::Remove)
}

/// A condition that only the stack decides.
pub(crate) fn condition(span: Span, name: &str) -> Diagnostic {
    let message = Message::Condition(name.to_owned());
    found(Code::Condition, Severity::Warning, span, message, Message::CheckBranch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_the_same() {
        let text = || "name".to_owned();
        let all = [
            Message::NoSubscriber,
            Message::TooLong { bytes: 9, most: 8 },
            Message::NamesOnly,
            Message::More,
            Message::UpdateOnly(text()),
            Message::Tags,
            Message::Property(text()),
            Message::Condition(text()),
            Message::Describe,
            Message::AskForMore,
            Message::Paste,
            Message::Remove,
            Message::WriteMap,
            Message::CheckBranch,
        ];
        for message in all {
            let (en, ko) = (message.words(Lang::En), message.words(Lang::KO));
            let code = |text: &str| {
                let mut spans: Vec<String> = text.split('`').skip(1).step_by(2).map(str::to_owned).collect();
                spans.sort();
                spans
            };
            assert_eq!(code(&en), code(&ko), "{en}\n{ko}");
            assert!(!en.ends_with('.') && en.is_ascii(), "{en}");
            let end = ko.trim_end_matches('.');
            assert!(end.ends_with("니다") || end.ends_with("세요"), "{ko}");
        }
    }
}
