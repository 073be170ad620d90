//! What the page's history did and what events were read from, in English.

use super::field::Field;
use super::making::MadeEvent;
use super::model::Opened;
use super::paste::{Amount, From, Taken, noun};
use super::record::title_in_words;
use super::step::Step;
use rulepad_workbench::Lang;
use std::borrow::Cow;

/// A step in a few words, after "Undo" or "Redo".
pub(super) fn step(step: &Step) -> Cow<'static, str> {
    Cow::Borrowed(match step {
        Step::Typed(Field::Event) => "typing in the event",
        Step::Typed(Field::Pattern) => "typing in the event pattern",
        Step::Typed(field) if field.target().is_some() => "typing in a target",
        Step::Typed(_) => "typing in the rule’s properties",
        Step::Fixed => "the fix",
        Step::Formatted => "formatting",
        Step::Opened(Opened::Example(title)) => return format!("opening “{}”", title.words(Lang::En)).into(),
        Step::Opened(Opened::Kept(title)) => {
            return format!("opening the draft “{}”", title_in_words(title, Lang::En)).into();
        }
        Step::Opened(Opened::Made(MadeEvent::Matching)) => "making an event that matches",
        Step::Opened(Opened::Made(MadeEvent::Missing(name))) => {
            return format!("making an event that misses {name}").into();
        }
        Step::Opened(Opened::Copy) => "making a copy of the rule to try",
        Step::Opened(Opened::Read(what)) => return format!("reading {}", taken(what)).into(),
        Step::Opened(Opened::AsItIs) => "reading the text as it is",
        Step::Opened(Opened::Original) => "showing the original text",
        Step::Opened(Opened::Link) => "opening the link",
        Step::Opened(Opened::New) => "starting a new rule",
        Step::Opened(Opened::Tests(_)) => "opening the tests",
        Step::Opened(Opened::Imported { .. } | Opened::ImportedAll { .. }) => "the import",
        Step::Dialect => "switching the dialect",
        Step::State => "switching the rule’s state",
        Step::TargetAdded => "adding a target",
        Step::TargetMoved => "moving a target",
        Step::TargetRemoved => "removing a target",
        Step::Input => "changing a target’s input",
        Step::Log => "changing the event log",
        Step::Picked => "using a value of the event",
        Step::Built => "the change in the builder",
        Step::EventShown => "showing another event",
        Step::RuleShown => "editing another rule",
        Step::RuleAdded => "adding a rule",
        Step::RuleRemoved => "removing a rule",
        Step::Tested => "changing the tests",
        Step::EventRenamed => "renaming an event",
        Step::EventMoved => "moving an event",
        Step::EventRemoved => "removing an event",
        Step::EventsClosed => "closing the other events",
        Step::Undone => "the undo",
        Step::Changed => "the last change",
    })
}

/// What events were read from, within a sentence.
pub(super) fn from(from: &From) -> String {
    match from {
        From::Text(form) => form.words(Lang::En).to_owned(),
        From::Texts(count) => format!("{count} texts"),
        From::Tests => "the tests".to_owned(),
    }
}

/// What was put in, within a sentence.
pub(super) fn taken(taken: &Taken) -> String {
    let (noun, from) = (noun(taken.dialect), from(&taken.from));
    match taken.amount {
        Amount::All(count) => format!("{count} {noun}s from {from}"),
        Amount::OneOf(count) => format!("one {noun} of {count} from {from}"),
        Amount::Only => from,
    }
}

/// What an event is called that has no type and no name.
pub(super) const EVENT: &str = "Event";

/// What a draft is called whose rule has no name.
pub(super) const UNTITLED: &str = "Untitled rule";

/// What the list of drafts shows of one: its pattern on one line, its targets, and loaded events that were not stored.
pub(super) fn summary(pattern: &str, targets: usize, left_out: usize) -> String {
    let pattern = if pattern.is_empty() { "No pattern" } else { pattern };
    let targets = match targets {
        0 => String::new(),
        1 => " · 1 target".to_owned(),
        many => format!(" · {many} targets"),
    };
    let left_out = match left_out {
        0 => String::new(),
        count => format!(" · without its {count} loaded events"),
    };
    format!("{pattern}{targets}{left_out}")
}

/// What is said of a text that is not the id of a draft.
pub(super) fn not_an_id(text: &str) -> String {
    format!("`{text}` is not the id of a draft")
}
