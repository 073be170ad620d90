//! What one step of the history did.

use super::action::Action;
use super::bus::BusAction;
use super::field::Field;
use super::model::Opened;
use super::pick::PickAction;
use super::requests::{Reply, RequestAction};
use super::tray::TrayAction;
use super::{words_en, words_ko};
use crate::engine::protocol::deciding::Decided;
use crate::engine::protocol::evaluating::Reply as Evaluated;
use rulepad_workbench::Lang;
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
    /// Another rule of the bus was shown.
    RuleShown,
    /// A rule was added.
    RuleAdded,
    /// A rule was removed.
    RuleRemoved,
    /// The tests were changed.
    Tested,
    /// An event got another name.
    EventRenamed,
    /// An event was moved.
    EventMoved,
    /// An event was removed.
    EventRemoved,
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
            Action::OpenLink(_) => Self::Opened(Opened::Link),
            Action::Open(_, what) | Action::Load(_, what) => Self::Opened(what.clone()),
            Action::Tray(TrayAction::Go(_) | TrayAction::Step { .. } | TrayAction::StepMatching { .. }) => {
                Self::EventShown
            }
            Action::Bus(action) => match action {
                BusAction::Edit(_) | BusAction::Look { .. } => Self::RuleShown,
                BusAction::Enable(..) => Self::State,
                BusAction::Add | BusAction::Join(_) => Self::RuleAdded,
                BusAction::Remove(_) => Self::RuleRemoved,
                BusAction::Keep(_) | BusAction::Expect { .. } | BusAction::Witness { .. } => Self::Tested,
            },
            Action::Tray(TrayAction::Rename(..)) => Self::EventRenamed,
            Action::Tray(TrayAction::Move(..)) => Self::EventMoved,
            Action::Tray(TrayAction::Remove(_)) => Self::EventRemoved,
            Action::Tray(TrayAction::Close) => Self::EventsClosed,
            Action::Undo(_) => Self::Undone,
            _ => Self::Changed,
        }
    }

    /// The step in a few words, after "Undo" or "Redo".
    #[must_use]
    pub fn words(&self, lang: Lang) -> Cow<'static, str> {
        match lang {
            Lang::En => words_en::step(self),
            Lang::Ko(_) => words_ko::step(self),
        }
    }
}
