//! The workbench's own words in English.

pub(crate) mod batch;
pub(crate) mod builder;
pub(crate) mod bulk;
pub(crate) mod catalogue;
pub(crate) mod compare;
pub(crate) mod draft;
pub(crate) mod embed;
pub(crate) mod import;
pub(crate) mod outline;
pub(crate) mod pick;
pub(crate) mod reference;
pub(crate) mod suite;
pub(crate) mod trial;
pub(crate) mod values;
pub(crate) mod verdict;
pub(crate) mod witness;

use crate::message::Message;
use rulepad_document::Lang;

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    let fixed = match message {
        Message::BusOfRule { target } => {
            return format!(
                "target `{target}` is the bus of this rule: each event that matches comes back and matches again"
            );
        }
        Message::CustomBus { target } => {
            return format!(
                "a subscriber of target `{target}` that sends to the bus of this rule makes a loop; EventBridge drops what comes to the same custom bus again"
            );
        }
        Message::OwnEvents { target, kind, source } => {
            return format!(
                "target `{target}` is {}, whose own `{source}` events may match this rule again",
                kind.with_article(Lang::En)
            );
        }
        Message::BadFile(bad) => return draft::bad_file(bad),
        Message::UseOtherBus => "send to another bus",
        Message::CheckSubscribers => "check the subscribers of the custom bus",
        Message::ExcludeOwnEvents => {
            "exclude what the target causes, by a name or a state under `detail`, or the rule may start itself over and over"
        }
    };
    fixed.to_owned()
}
