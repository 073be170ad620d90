//! What can be undone and redone.

use crate::state::shared::Shared;
use rulepad_subscriber_workbench::{Field, SubscriberDraft};

/// The most steps that are kept.
const MOST: usize = 200;

/// What a step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A text was typed.
    Type(Field),
    /// A problem was fixed.
    Fix,
    /// Something was chosen or filled in.
    Choose,
    /// A text was formatted.
    Format,
}

/// The steps of one draft.
#[derive(Clone, Debug, Default)]
pub struct Steps {
    past: Vec<(Step, Shared<SubscriberDraft>)>,
    next: Vec<(Step, Shared<SubscriberDraft>)>,
}

impl Steps {
    /// A step from this draft. Typing on in one text is one step.
    pub fn done(&mut self, step: Step, before: &Shared<SubscriberDraft>) {
        let goes_on = matches!(step, Step::Type(_))
            && self.next.is_empty()
            && self.past.last().is_some_and(|(last, _)| *last == step);
        self.next.clear();
        if goes_on {
            return;
        }
        self.past.push((step, before.clone()));
        if self.past.len() > MOST {
            self.past.remove(0);
        }
    }

    /// The draft before the last step; `now` can be had back.
    pub fn back(&mut self, now: &Shared<SubscriberDraft>) -> Option<Shared<SubscriberDraft>> {
        let (step, before) = self.past.pop()?;
        self.next.push((step, now.clone()));
        Some(before)
    }

    /// The draft after the step that was undone last.
    pub fn forward(&mut self, now: &Shared<SubscriberDraft>) -> Option<Shared<SubscriberDraft>> {
        let (step, after) = self.next.pop()?;
        self.past.push((step, now.clone()));
        Some(after)
    }

    /// What can be undone.
    #[must_use]
    pub fn last(&self) -> Option<Step> {
        self.past.last().map(|(step, _)| *step)
    }

    /// What can be redone.
    #[must_use]
    pub fn undone(&self) -> Option<Step> {
        self.next.last().map(|(step, _)| *step)
    }
}
