//! What the workbench's own diagnostics say, as data.

use crate::file::BadFile;
use rulepad_document::{Lang, Words};
use rulepad_rule::TargetKind;

/// A text of a diagnostic: what is wrong, or what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Message {
    /// A target is the bus of its rule.
    BusOfRule { target: String },
    /// A target is a custom bus, whose subscribers may send to the bus of the rule.
    CustomBus { target: String },
    /// The rule may match what the service of its target sends.
    OwnEvents { target: String, kind: TargetKind, source: &'static str },
    /// A file of Rulepad cannot be opened.
    BadFile(BadFile),
    /// Send to another bus.
    UseOtherBus,
    /// Check the subscribers of the custom bus.
    CheckSubscribers,
    /// Exclude what the target causes.
    ExcludeOwnEvents,
}

impl Words for Message {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::message(self),
            Lang::Ko(_) => crate::words_ko::message(self),
        }
    }
}
