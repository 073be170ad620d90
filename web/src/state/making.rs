//! Events made to order: what was asked for, and what came of it.

use super::change::Load;
use super::field::Field;
use super::model::{Model, Notice, Opened};
use super::open;
use super::reduce::reveal;
use super::shared::Shared;
use crate::engine::failure::Failure;
use rulepad_workbench::{Draft, FailingEvent, Span, Witness};

/// The event a person asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// One that matches.
    Matching,
    /// One that fails the condition that stands here in the pattern, and meets what else is asked.
    Failing(Span),
}

/// A wish that is to be granted.
#[derive(Debug, PartialEq)]
pub struct Making {
    /// The wish.
    pub wish: Wish,
    /// The draft it was made for.
    pub draft: Shared<Draft>,
    /// The condition to miss by its name, where the pattern changed since its place was chosen.
    pub named: Option<String>,
}

/// What the worker made.
#[derive(Clone, Debug, PartialEq)]
pub enum Made {
    /// The event, or why there is none, as the workbench words it.
    Matching(Result<Witness, String>),
    /// An event for each condition, or why there are none.
    Failing(Result<Vec<FailingEvent>, String>),
}

/// Why no event was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMade {
    /// There is none; the reason as the workbench words it, a sentence.
    Refused(String),
    /// The condition is no longer in the pattern.
    NoCondition,
    /// It took too long.
    Stopped,
    /// The worker does not work.
    Failed(Failure),
}

/// What the event that was made is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MadeEvent {
    /// One that matches.
    Matching,
    /// One that misses the condition of this name.
    Missing(String),
}

pub(super) fn make(model: &mut Model, wish: Wish) {
    model.notices.retain(|notice| !matches!(notice, Notice::NotMade(_)));
    // A sample of the type is the best event to start from.
    model.catalogue.want();
    want(model, wish, None);
}

fn want(model: &mut Model, wish: Wish, named: Option<String>) {
    model.making = Some(Shared::new(Making { wish, draft: model.draft.clone(), named }));
}

/// Puts the event in; where the pattern changed meanwhile, the wish holds for the pattern as it is now.
pub(super) fn made(model: &mut Model, making: &Making, made: Made) {
    model.making = None;
    if making.draft.pattern != model.draft.pattern || making.draft.dialect != model.draft.dialect {
        let named = match (&made, making.wish) {
            (Made::Failing(Ok(all)), Wish::Failing(span)) => {
                all.iter().find(|one| one.pattern == span).map(|one| one.name.clone())
            }
            _ => None,
        };
        return want(model, making.wish, making.named.clone().or(named));
    }
    match chosen(making, made) {
        Ok((witness, what)) => {
            let load = Load { event: Some(witness.event), ..Load::default() };
            open::load(model, load, Opened::Made(what));
            if let Some(changed) = witness.changed {
                reveal(model, Field::Event, changed, false);
            }
        }
        Err(reason) => not_made(model, reason),
    }
}

/// The event that was wished for.
fn chosen(making: &Making, made: Made) -> Result<(Witness, MadeEvent), NotMade> {
    match (made, making.wish) {
        (Made::Matching(found), _) => Ok((found.map_err(NotMade::Refused)?, MadeEvent::Matching)),
        (Made::Failing(found), Wish::Failing(span)) => {
            let all = found.map_err(NotMade::Refused)?;
            let one = all.into_iter().find(|one| match &making.named {
                Some(name) => one.name == *name,
                None => one.pattern == span,
            });
            let one = one.ok_or(NotMade::NoCondition)?;
            Ok((one.event.map_err(NotMade::Refused)?, MadeEvent::Missing(one.name)))
        }
        (Made::Failing(_), Wish::Matching) => Err(NotMade::NoCondition),
    }
}

pub(super) fn not_made(model: &mut Model, reason: NotMade) {
    model.making = None;
    model.notices.push(Notice::NotMade(reason));
}
