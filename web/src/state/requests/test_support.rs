//! Workers for tests: they answer in the same process.

use super::{Message, Question, Reply, Request, RequestAction, Worker, worker};
use crate::engine::protocol::{
    Evaluating, Exporting, Importing, QuestionKind, Testing, Work, evaluating, known,
};
use crate::state::action::Action;
use crate::state::model::Model;
use crate::state::reduce::reduce;
use rulepad_workbench::Lang;
use rulepad_workbench::Report;

/// What the worker answers.
pub(crate) fn reply(request: &Request) -> Reply {
    if let Question::Form(catalogue) = &request.question {
        let bundled = rulepad_workbench::catalogue::bundled;
        known::remember(catalogue.as_ref().map(|_| bundled().unwrap()));
    }
    match request.message() {
        Message::Evaluating(question) => Reply::Evaluating(Evaluating::reply(&question, Lang::En)),
        Message::Exporting(question) => Reply::Exporting(Exporting::reply(&question, Lang::En)),
        Message::Importing(question) => Reply::Importing(Importing::reply(&question, Lang::En)),
        Message::Testing(question) => Reply::Testing(Testing::reply(&question, Lang::En)),
    }
}

/// The action of a worker that answers the request.
pub(crate) fn answer(request: &Request) -> Action {
    Action::Request(RequestAction::Answered(request.number, Box::new(reply(request))))
}

/// The request of a kind.
pub(crate) fn asked(model: &Model, kind: QuestionKind) -> Request {
    model.requests.get(kind).unwrap_or_else(|| panic!("nothing of {kind:?} was asked")).clone()
}

/// The model once every pending request of these kinds is answered.
pub(crate) fn answered(model: &Model, is_meant: impl Fn(QuestionKind) -> bool) -> Model {
    let mut model = model.clone();
    loop {
        let next = model.requests.iter().find(|one| one.is_pending() && is_meant(one.question.kind()));
        let Some(action) = next.map(answer) else { return model };
        model = reduce(&model, action);
    }
}

/// The model once the draft is evaluated, and nothing was typed for a moment.
pub(crate) fn evaluated(model: &Model) -> Model {
    let model = answered(model, |kind| kind == QuestionKind::Evaluation);
    reduce(&model, Action::Settle(model.revision))
}

/// The model once the worker has decided all that it was asked; the draft is not evaluated.
pub(crate) fn settled(model: &Model) -> Model {
    answered(model, |kind| kind != QuestionKind::Evaluation && worker(kind) == Worker::Evaluation)
}

/// The model once the draft is evaluated again, with this report.
pub(crate) fn evaluated_as(model: &Model, report: Report) -> Model {
    let again = reduce(model, Action::Request(RequestAction::Again(QuestionKind::Evaluation)));
    let number = asked(&again, QuestionKind::Evaluation).number;
    let reply = Reply::Evaluating(evaluating::Reply::Report(Box::new(report)));
    reduce(&again, Action::Request(RequestAction::Answered(number, Box::new(reply))))
}

/// The model once the request of a kind takes its time.
pub(crate) fn slow(model: &Model, kind: QuestionKind) -> Model {
    reduce(model, Action::Request(RequestAction::Slow(asked(model, kind).number)))
}

/// The model once the request of a kind was stopped.
pub(crate) fn stopped(model: &Model, kind: QuestionKind) -> Model {
    reduce(model, Action::Request(RequestAction::Stopped(asked(model, kind).number)))
}

/// The action that asks the question of a kind again.
pub(crate) fn again(kind: QuestionKind) -> Action {
    Action::Request(RequestAction::Again(kind))
}

/// The model once the worker has answered the pending request of a kind with this.
pub(crate) fn answered_with(model: &Model, kind: QuestionKind, reply: evaluating::Reply) -> Model {
    let reply = Box::new(Reply::Evaluating(reply));
    reduce(model, Action::Request(RequestAction::Answered(asked(model, kind).number, reply)))
}
