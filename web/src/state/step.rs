//! What one step of the history did.

use super::action::Action;
use super::field::Field;
use super::making::MadeEvent;
use super::model::Opened;
use super::pick::PickAction;
use super::requests::{Reply, RequestAction};
use super::tray::TrayAction;
use crate::engine::protocol::deciding::Decided;
use crate::engine::protocol::evaluating::Reply as Evaluated;
use std::borrow::Cow;

/// What was done.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Typing in a text.
    Typed(Field),
    /// A fix, or all of them.
    Fixed,
    /// A text was formatted.
    Formatted,
    /// Another draft was opened, or texts were loaded.
    Opened(Opened),
    /// The dialect was chosen.
    Dialect,
    /// The rule's state was chosen.
    State,
    /// A target was added.
    TargetAdded,
    /// A target was moved.
    TargetMoved,
    /// A target was removed.
    TargetRemoved,
    /// A target's input was changed as a whole.
    Input,
    /// The event log or its table was changed.
    Log,
    /// A value of the event became a condition or a variable.
    Picked,
    /// The pattern was changed in the builder.
    Built,
    /// Another event of several was shown.
    EventShown,
    /// The other events were closed.
    EventsClosed,
    /// A message's change was undone.
    Undone,
    /// Something else.
    Changed,
}

impl Step {
    /// What an action does, as far as it changes the draft.
    #[must_use]
    pub fn of(action: &Action) -> Self {
        match action {
            Action::Type(field, _) => Self::Typed(*field),
            Action::Fix { .. } => Self::Fixed,
            Action::Tidy(_) | Action::TakeOffer => Self::Formatted,
            Action::SetDialect(_) => Self::Dialect,
            Action::SetState(_) => Self::State,
            Action::AddTarget(_) | Action::DuplicateTarget(_) => Self::TargetAdded,
            Action::MoveTarget(..) => Self::TargetMoved,
            Action::RemoveTarget(_) => Self::TargetRemoved,
            Action::SetOption(..) | Action::Exchange(..) => Self::Input,
            Action::SetTable(_) | Action::WriteDown(_) | Action::Strike(_) | Action::ClearLog => Self::Log,
            Action::Pick(PickAction::Condition | PickAction::Variable) => Self::Picked,
            Action::Request(RequestAction::Answered(_, reply)) => match &**reply {
                Reply::Evaluating(Evaluated::Decided(decided)) => match &**decided {
                    Decided::Fixed(_) => Self::Fixed,
                    Decided::Condition(_) | Decided::Variable(_) => Self::Picked,
                    Decided::Change(_) => Self::Built,
                    _ => Self::Changed,
                },
                _ => Self::Changed,
            },
            Action::Unbuild => Self::Built,
            Action::Open(_, what) | Action::Load(_, what) => Self::Opened(what.clone()),
            Action::Tray(TrayAction::Go(_) | TrayAction::Step { .. } | TrayAction::StepMatching { .. }) => {
                Self::EventShown
            }
            Action::Tray(TrayAction::Close) => Self::EventsClosed,
            Action::Undo(_) => Self::Undone,
            _ => Self::Changed,
        }
    }

    /// The step in a few words, after "Undo" or "Redo".
    #[must_use]
    pub fn words(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Typed(Field::Event) => "typing in the event",
            Self::Typed(Field::Pattern) => "typing in the event pattern",
            Self::Typed(field) if field.target().is_some() => "typing in a target",
            Self::Typed(_) => "typing in the rule’s properties",
            Self::Fixed => "the fix",
            Self::Formatted => "formatting",
            Self::Opened(Opened::Example(title)) => return format!("opening “{title}”").into(),
            Self::Opened(Opened::Kept(title)) => return format!("opening the draft “{title}”").into(),
            Self::Opened(Opened::Made(MadeEvent::Matching)) => "making an event that matches",
            Self::Opened(Opened::Made(MadeEvent::Missing(name))) => {
                return format!("making an event that misses {name}").into();
            }
            Self::Opened(Opened::Copy) => "making a copy of the rule to try",
            Self::Opened(Opened::Read(what)) => return format!("reading {what}").into(),
            Self::Opened(Opened::Original) => "showing the original text",
            Self::Opened(Opened::Link) => "opening the link",
            Self::Opened(Opened::New) => "starting a new rule",
            Self::Opened(Opened::Imported { .. }) => "the import",
            Self::Dialect => "switching the dialect",
            Self::State => "switching the rule’s state",
            Self::TargetAdded => "adding a target",
            Self::TargetMoved => "moving a target",
            Self::TargetRemoved => "removing a target",
            Self::Input => "changing a target’s input",
            Self::Log => "changing the event log",
            Self::Picked => "using a value of the event",
            Self::Built => "the change in the builder",
            Self::EventShown => "showing another event",
            Self::EventsClosed => "closing the other events",
            Self::Undone => "the undo",
            Self::Changed => "the last change",
        })
    }
}
