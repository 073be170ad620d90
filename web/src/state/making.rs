//! Events made to order: what was asked for, and what came of it.

use super::change::Load;
use super::field::Field;
use super::model::{Model, Notice, Opened};
use super::open;
use super::reduce::reveal;
use super::shared::Shared;
use rulepad_workbench::{Draft, FailingEvent, Span, Witness};

/// The event a person asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// One that matches.
    Matching,
    /// One that fails the condition that stands here in the pattern, and meets what else is asked.
    Failing(Span),
}

/// A wish on its way to the worker.
#[derive(Debug, PartialEq)]
pub struct Making {
    /// Tells it apart.
    pub number: u32,
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
    /// The event, or why there is none.
    Matching(Result<Witness, String>),
    /// An event for each condition, or why there are none.
    Failing(Result<Vec<FailingEvent>, String>),
    /// Nothing, for this reason.
    Nothing(String),
}

pub(super) fn make(model: &mut Model, wish: Wish) {
    model.notices.retain(|notice| !matches!(notice, Notice::NotMade(_)));
    // A sample of the type is the best event to start from.
    model.catalogue.want();
    ask(model, wish, None);
}

fn ask(model: &mut Model, wish: Wish, named: Option<String>) {
    let number = model.next_number();
    model.making = Some(Shared::new(Making { number, wish, draft: model.draft.clone(), named }));
}

/// Puts the event in; where the pattern changed meanwhile, the wish holds for the pattern as it is now.
pub(super) fn made(model: &mut Model, number: u32, made: Made) {
    let Some(making) = model.making.take_if(|making| making.number == number) else { return };
    if making.draft.pattern != model.draft.pattern || making.draft.dialect != model.draft.dialect {
        let named = match (&made, making.wish) {
            (Made::Failing(Ok(all)), Wish::Failing(span)) => {
                all.iter().find(|one| one.pattern == span).map(|one| one.name.clone())
            }
            _ => None,
        };
        let named = making.named.clone().or(named);
        return ask(model, making.wish, named);
    }
    let found = match (made, making.wish) {
        (Made::Matching(found), _) => found.map(|event| (event, "an event that matches".to_owned())),
        (Made::Failing(found), Wish::Failing(span)) => found.and_then(|all| {
            let one = all.into_iter().find(|one| match &making.named {
                Some(name) => one.name == *name,
                None => one.pattern == span,
            });
            let one = one.ok_or_else(|| "the pattern has no such condition.".to_owned())?;
            Ok((one.event?, format!("an event that misses {}", one.name)))
        }),
        (Made::Failing(_), Wish::Matching) => return,
        (Made::Nothing(reason), _) => Err(reason),
    };
    match found {
        Ok((witness, what)) => {
            let load = Load { event: Some(witness.event), ..Load::default() };
            open::load(model, load, Opened::Made(what));
            if let Some(changed) = witness.changed {
                reveal(model, Field::Event, changed, false);
            }
        }
        Err(reason) => model.notices.push(Notice::NotMade(reason)),
    }
}
