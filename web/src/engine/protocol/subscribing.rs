//! The workers of the page of subscribers.

use super::{QuestionKind, Work};
use rulepad_subscriber_workbench::{Migrated, SubscriberDraft, SubscriberReport};
use rulepad_workbench::{Draft, Lang};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The worker that evaluates subscribers.
#[derive(Debug)]
pub enum Subscribing {}

/// The draft to evaluate.
#[derive(Debug, Serialize, Deserialize)]
pub struct Evaluate<'q>(pub Cow<'q, SubscriberDraft>);

impl Work for Subscribing {
    const PROGRAM: &'static str = "subscriber_worker";
    type Question<'q> = Evaluate<'q>;
    type Reply = Box<SubscriberReport>;

    fn kind(_: &Evaluate<'_>) -> QuestionKind {
        QuestionKind::Evaluation
    }

    fn reply(question: &Evaluate<'_>, lang: Lang) -> Box<SubscriberReport> {
        Box::new(rulepad_subscriber_workbench::evaluate(&question.0, lang))
    }
}

/// The worker that writes rules as subscribers.
#[derive(Debug)]
pub enum Migrating {}

/// The rule to migrate, and the ARN of the bus; blank for none.
#[derive(Debug, Serialize, Deserialize)]
pub struct Migrate<'q>(pub Cow<'q, Draft>, pub Cow<'q, str>);

impl Work for Migrating {
    const PROGRAM: &'static str = "subscriber_migration";
    type Question<'q> = Migrate<'q>;
    type Reply = Box<Migrated>;

    fn kind(_: &Migrate<'_>) -> QuestionKind {
        QuestionKind::Import
    }

    fn reply(question: &Migrate<'_>, lang: Lang) -> Box<Migrated> {
        Box::new(rulepad_subscriber_workbench::migrated(&question.0, &question.1, lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::protocol::survives;
    use rulepad_workbench::examples;

    #[test]
    fn every_answer_survives_the_way() {
        for example in examples() {
            let draft = SubscriberDraft {
                event: example.draft.event.clone(),
                data: example.draft.pattern.clone(),
                ..SubscriberDraft::default()
            };
            survives::<Subscribing>(&Evaluate(Cow::Owned(draft)));
            survives::<Migrating>(&Migrate(Cow::Owned(example.draft), "".into()));
        }
    }
}
