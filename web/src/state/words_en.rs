//! What the page's history did, in English.

use super::field::Field;
use super::making::MadeEvent;
use super::model::Opened;
use super::step::Step;
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
        Step::Opened(Opened::Example(title)) => return format!("opening “{title}”").into(),
        Step::Opened(Opened::Kept(title)) => return format!("opening the draft “{title}”").into(),
        Step::Opened(Opened::Made(MadeEvent::Matching)) => "making an event that matches",
        Step::Opened(Opened::Made(MadeEvent::Missing(name))) => {
            return format!("making an event that misses {name}").into();
        }
        Step::Opened(Opened::Copy) => "making a copy of the rule to try",
        Step::Opened(Opened::Read(what)) => return format!("reading {what}").into(),
        Step::Opened(Opened::Original) => "showing the original text",
        Step::Opened(Opened::Link) => "opening the link",
        Step::Opened(Opened::New) => "starting a new rule",
        Step::Opened(Opened::Imported { .. }) => "the import",
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
        Step::EventsClosed => "closing the other events",
        Step::Undone => "the undo",
        Step::Changed => "the last change",
    })
}
