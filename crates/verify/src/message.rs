//! What diagnostics of test files say, as data.

use crate::load::FilePlace;
use rulepad_document::json::ValueKind;
use rulepad_document::{Lang, Words};

/// A mapping of a test file, for a sentence about its keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mapping {
    /// The whole file.
    File,
    /// An item of `tests`.
    Test,
    /// An item of `tests` with `bus: true`.
    BusTest,
    /// An item of `match`.
    Match,
    /// An item of `no_match`.
    NoMatch,
    /// A value of `delivers`.
    Delivery,
    /// An item of `tests` with `subscriber`.
    SubscriberTest,
    /// An item of `match` of a subscriber.
    SubscriberMatch,
    /// An item of `no_match` of a subscriber.
    SubscriberNoMatch,
    /// An item of `delivers` of a subscriber.
    SubscriberDelivery,
}

/// What a value must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// A list.
    List,
    /// A mapping.
    Mapping,
    /// A text or a list of texts.
    Texts,
    /// A path, `catalogue:` with an id, or a mapping with `event`.
    Event,
    /// An event or its path.
    EventOrPath,
    /// `true`.
    True,
    /// `true` or a text.
    TrueOrText,
    /// `put-events` or `put-raw-events`.
    Published,
    /// A delivery, or a list of them.
    Deliveries,
}

/// What a diagnostic of a test file says.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// Of the YAML or the JSON.
    Document(rulepad_document::Message),
    /// Rulepad's own file cannot be opened.
    OwnFile(rulepad_workbench::file::BadFile),
    /// A key that is not known.
    UnknownKey {
        /// The key.
        key: String,
        /// Where it is.
        of: Mapping,
    },
    /// The key that was probably meant.
    DidYouMean(String),
    /// The keys there are.
    Keys(&'static [&'static str]),
    /// A key that is there twice.
    RepeatedKey(String),
    /// A key that must be there.
    MissingKey {
        /// The key.
        key: &'static str,
        /// Where it must be.
        of: Mapping,
    },
    /// A value of the wrong kind.
    WrongKind {
        /// The key it belongs to.
        key: String,
        /// What it must be.
        expected: Expected,
        /// What it is.
        saw: ValueKind,
    },
    /// A version that this program does not read.
    Version(String),
    /// The version to write.
    WriteVersion,
    /// The file is something else.
    NotATest(ValueKind),
    /// `because` on an event that must match.
    BecauseOfMatch,
    /// A test that expects nothing.
    NothingExpected(Mapping),
    /// What to add to it.
    AddExpectation(Mapping),
    /// No file is there.
    NoFile(String),
    /// A file cannot be read.
    Unreadable {
        /// Its path.
        path: String,
        /// Why, from the system.
        why: String,
    },
    /// A file without a rule.
    NoRule {
        /// Its path.
        path: String,
        /// Why, as the import reports it; `None` where there is nothing to report.
        why: Option<String>,
    },
    /// No rule has this name.
    UnknownRule(String),
    /// The rules that are loaded.
    RulesAre(Vec<String>),
    /// No rules are loaded.
    NoRulesLoaded,
    /// Several rules have this name.
    SeveralRules {
        /// The name.
        name: String,
        /// Where each is.
        places: Vec<String>,
    },
    /// The pattern is refused, so nothing can be tested.
    RefusedPattern {
        /// The rule.
        rule: String,
        /// AWS's sentence.
        answer: String,
    },
    /// No sample has this id.
    UnknownSample(String),
    /// A text without an event.
    NoEvent(String),
    /// The rule has no such target.
    UnknownTarget {
        /// The target's id.
        target: String,
        /// The rule.
        rule: String,
    },
    /// The ids there are.
    TargetsAre(Vec<String>),
    /// The rule has no targets.
    NoTargets,
    /// The pattern has no condition on this field.
    UnknownField {
        /// The field.
        field: String,
        /// The rule.
        rule: String,
    },
    /// The fields there are.
    FieldsAre(Vec<String>),
    /// No rule has a value of this name that is known only at deploy time.
    UnknownValue(String),
    /// The names there are.
    ValuesAre(Vec<String>),
    /// No value is known only at deploy time.
    NoValues,
    /// A filter, which no event on a bus triggers.
    NotARule(String),
    /// No subscriber has this name.
    UnknownSubscriber(String),
    /// The subscribers that are loaded.
    SubscribersAre(Vec<String>),
    /// No subscribers are loaded.
    NoSubscribersLoaded,
    /// Several subscribers have this name.
    SeveralSubscribers {
        /// The name.
        name: String,
        /// Where each is.
        places: Vec<String>,
    },
    /// A file that is no subscriber that AWS takes.
    RefusedSubscriber {
        /// The place in that file.
        place: FilePlace,
        /// Why.
        message: String,
    },
    /// The filters of the subscriber have no condition on this field.
    UnknownSubscriberField {
        /// The field, with the part of the event.
        field: String,
        /// The subscriber.
        subscriber: String,
    },
    /// Tests of subscribers cannot be opened beside rules.
    SubscribersNotOpened(usize),
    /// What the import of a file reports.
    Import {
        /// The place in that file.
        place: FilePlace,
        /// The message.
        message: String,
    },
}

impl From<rulepad_document::Message> for Message {
    fn from(message: rulepad_document::Message) -> Self {
        Self::Document(message)
    }
}

impl Words for Message {
    fn words(&self, lang: Lang) -> String {
        words!(lang, message(self))
    }
}
