//! What was done, and can be undone alone.

use super::super::making::MadeEvent;
use super::super::moment::Moment;
use super::super::paste::Taken;
use rulepad_workbench::Wording;

/// A change that can be undone alone, from its message.
#[derive(Clone, Debug, PartialEq)]
pub struct Undo {
    /// Tells it apart.
    pub number: u32,
    /// What was done.
    pub done: Done,
    /// The moment before.
    pub before: Moment,
    /// The moment after.
    pub after: Moment,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// Another draft was opened, or texts were loaded.
    Opened(Opened),
    /// The target of this id was removed.
    Removed(String),
    /// Items were removed from the event log, so many.
    Struck(usize),
    /// A target's input was exchanged for another.
    Exchanged,
    /// The event pattern asks for one more value.
    Asked,
    /// The other events of the tray were closed, so many.
    Closed(usize),
    /// The rule of this name was removed, with its tests.
    RuleRemoved(String),
    /// The event of this name was removed, with its tests.
    EventRemoved(String),
}

/// Where a draft comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// An example of this title.
    Example(Wording),
    /// An event made to order.
    Made(MadeEvent),
    /// A copy of the rule, to be tried.
    Copy,
    /// Events that were read from texts.
    Read(Taken),
    /// A text that is put in as it is.
    AsItIs,
    /// The text that events were read from.
    Original,
    /// A share link.
    Link,
    /// An empty rule.
    New,
    /// A stored draft of this title.
    Kept(String),
    /// A rule that was read from a text.
    Imported {
        /// What tells it apart there.
        label: Wording,
        /// What the text is.
        form: Wording,
    },
    /// A test file with so many tests.
    Tests(usize),
    /// All rules that were read from a text.
    ImportedAll {
        /// How many.
        count: usize,
        /// What the text is.
        form: Wording,
    },
}
