//! The worker that reads pasted texts and tries patterns on several events. It starts with the first question.

use crate::engine::client::{Client, Told};
use crate::engine::protocol::Kind;
use crate::engine::protocol::evaluating::{Evaluating, Question, Reply};
use crate::state::{
    action::Action,
    model::Model,
    paste::{PasteAction, Read},
    shared::Shared,
    tray::TrayAction,
};
use std::{borrow::Cow, rc::Rc};
use yew::prelude::*;

/// Asks what the model wants to know, one text at a time.
#[hook]
pub fn use_paste(model: &Rc<Model>, dispatch: &Callback<Action>) {
    let reading = use_mut_ref(|| None::<u32>);
    let next = model.paste.next().map(|source| source.number);
    *reading.borrow_mut() = next;
    let client = {
        let dispatch = dispatch.clone();
        use_memo((), move |()| {
            let tried =
                dispatch.reform(|(number, verdicts)| Action::Tray(TrayAction::Tried(number, verdicts)));
            let told = move |number, read| dispatch.emit(Action::Paste(PasteAction::Told(number, read)));
            Client::<Evaluating>::new(Callback::from(move |said| match said {
                Told::Answered(number, Reply::Pasted(pasted)) => {
                    told(number, Read::Done(Shared::new(*pasted)));
                }
                Told::Answered(number, Reply::Tried(verdicts)) => tried.emit((number, verdicts)),
                Told::Slow(Kind::Pasting, number) => told(number, Read::Waiting(true)),
                Told::Stopped(Kind::Pasting, number) => told(number, Read::Stopped),
                Told::Failed(reason) => {
                    if let Some(number) = *reading.borrow() {
                        told(number, Read::Failed(reason));
                    }
                }
                // Verdicts on other events than the one at hand are no more than a help.
                Told::Answered(..) | Told::Slow(..) | Told::Stopped(..) => {}
            }))
        })
    };
    {
        let (client, model) = (client.clone(), model.clone());
        use_effect_with(next, move |_| {
            if let Some(source) = model.paste.next() {
                let question = Question::Paste {
                    text: Cow::Borrowed(&source.text),
                    pattern: Cow::Borrowed(&model.draft.pattern),
                    dialect: model.draft.dialect,
                };
                client.ask(source.number, &question);
            }
        });
    }
    let trial = model.tray.as_ref().filter(|tray| tray.waiting).and_then(|tray| tray.trial.clone());
    use_effect_with(trial, move |trial| {
        if let Some(trial) = trial {
            let question = Question::Try {
                events: trial.events.iter().map(|event| Cow::Borrowed(&**event)).collect(),
                pattern: Cow::Borrowed(&trial.pattern),
                dialect: trial.dialect,
            };
            client.ask(trial.number, &question);
        }
    });
}
