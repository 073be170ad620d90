//! What the workers are asked: one table with at most one request of each kind.
//!
//! Actions change the model and enter what a person asked for. At the end of every action [`sync`] compares what the
//! model needs with what was asked: what is new is entered, what is out of date is removed. The page sends what was
//! entered. An answer counts if its request is still in the table, so every late one is dropped in the same place.

mod deliver;
mod need;
mod question;
#[cfg(test)]
pub(crate) mod test_support;

pub use question::{Message, Question};

use super::model::Model;
use super::shared::Shared;
use crate::engine::failure::Failure;
use crate::engine::protocol::{QuestionKind, evaluating, exporting, importing, testing};
use need::{Need, need};
use rulepad_workbench::{Draft, Lang};

/// The table, in the order in which the requests were entered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Requests(Vec<Shared<Request>>);

/// A question to a worker.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Differs from that of every other request; a later one has a higher number.
    pub number: u32,
    /// What is asked.
    pub question: Question,
    /// The language of the answer.
    pub lang: Lang,
    /// How far the worker is.
    pub state: State,
    /// The draft it was asked for.
    pub draft: Shared<Draft>,
}

/// How far a worker is with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It is expected to answer at once.
    Pending,
    /// It has been at it long enough that the person should know.
    Slow,
    /// It answered; of an earlier request there may be an older answer until then.
    Answered,
    /// It was stopped at the time limit.
    Stopped,
    /// It does not work.
    Failed(Failure),
}

/// Why a worker did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// It cannot be done; the reason as the workbench words it, without a full stop.
    Refused(String),
    /// It took too long.
    Stopped,
}

/// The answer to a question that is asked as long as it is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown<A> {
    /// How far the worker is with the question as it is now; `None` while there is nothing to ask.
    pub state: Option<State>,
    /// The last answer.
    pub answer: Option<A>,
}

/// The workers; each is a program that runs beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worker {
    /// Verdicts, and what changes of the draft come to: it answers at once.
    Evaluation,
    /// Made events, comparisons and masked drafts, which may take long.
    Slow,
    /// Pasted texts, and patterns tried on many events.
    Reading,
    /// Files to take away.
    Export,
    /// Texts that rules are read from.
    Import,
    /// Tests, and verdicts of many rules on many events.
    Tests,
}

/// A worker's answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// Of a worker that evaluates.
    Evaluating(evaluating::Reply),
    /// Of the export worker.
    Exporting(exporting::Reply),
    /// Of the import worker.
    Importing(importing::Reply),
    /// Of the worker that runs tests.
    Testing(testing::Reply),
}

/// What can happen to requests.
#[derive(Clone, Debug, PartialEq)]
pub enum RequestAction {
    /// The request of this number was answered.
    Answered(u32, Box<Reply>),
    /// The request of this number takes its time.
    Slow(u32),
    /// The request of this number was stopped at the time limit.
    Stopped(u32),
    /// A worker does not work.
    Failed(Worker, Failure),
    /// The question of this kind is to be asked again.
    Again(QuestionKind),
}

impl Requests {
    /// Every request, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Request> {
        self.0.iter().map(|request| &**request)
    }

    /// The request of a kind.
    #[must_use]
    pub fn get(&self, kind: QuestionKind) -> Option<&Request> {
        self.iter().find(|request| request.question.kind() == kind)
    }

    /// How far the worker is with the question of a kind; `None` where nothing was asked.
    #[must_use]
    pub fn state(&self, kind: QuestionKind) -> Option<&State> {
        self.get(kind).map(|request| &request.state)
    }

    /// Whether the question of a kind was answered as it is now.
    #[must_use]
    pub fn is_answered(&self, kind: QuestionKind) -> bool {
        self.state(kind) == Some(&State::Answered)
    }

    /// The last answer of a kind, with how far the worker is.
    pub(super) fn shown<A>(&self, kind: QuestionKind, answer: Option<A>) -> Shown<A> {
        Shown { state: self.state(kind).cloned(), answer }
    }

    fn remove(&mut self, kind: QuestionKind) {
        self.0.retain(|request| request.question.kind() != kind);
    }

    fn set_state(&mut self, number: u32, state: State) {
        if let Some(entry) = self.0.iter_mut().find(|request| request.number == number) {
            *entry = Shared::new(Request { state, ..Request::clone(entry) });
        }
    }
}

impl Request {
    /// Whether the worker is expected to answer.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        matches!(self.state, State::Pending | State::Slow)
    }

    /// Whether it asks this, of texts that are as they were, for an answer in this language.
    fn asks(&self, question: &Question, model: &Model) -> bool {
        self.lang == model.settings.lang()
            && self.question.is_same(question)
            && question.reads_the_same(&self.draft, &model.draft)
    }
}

impl<A> Shown<A> {
    /// The answer, if it is that to the question as it is now.
    #[must_use]
    pub fn current(&self) -> Option<&A> {
        self.answer.as_ref().filter(|_| self.state == Some(State::Answered))
    }
}

/// The worker that answers questions of a kind.
#[must_use]
pub fn worker(kind: QuestionKind) -> Worker {
    match kind {
        QuestionKind::Making | QuestionKind::Comparison | QuestionKind::Masking => Worker::Slow,
        QuestionKind::Pasting | QuestionKind::Trial => Worker::Reading,
        QuestionKind::Export | QuestionKind::TryingOut => Worker::Export,
        QuestionKind::Import => Worker::Import,
        QuestionKind::Judging
        | QuestionKind::Scanning
        | QuestionKind::Checking
        | QuestionKind::Exercise
        | QuestionKind::Observing
        | QuestionKind::OpeningTests => Worker::Tests,
        QuestionKind::Evaluation
        | QuestionKind::Pick
        | QuestionKind::Condition
        | QuestionKind::Variable
        | QuestionKind::Fixing
        | QuestionKind::Log
        | QuestionKind::Form
        | QuestionKind::Change
        | QuestionKind::Completion => Worker::Evaluation,
    }
}

/// Asks, instead of the question of the same kind that was asked before.
pub(super) fn ask(model: &mut Model, question: Question) {
    enter(model, question, State::Pending);
}

fn enter(model: &mut Model, question: Question, state: State) {
    model.requests.remove(question.kind());
    let (number, lang) = (model.next_number(), model.settings.lang());
    let request = Request { number, question, lang, state, draft: model.draft.clone() };
    model.requests.0.push(Shared::new(request));
}

/// Enters what the model needs and was not asked, and removes what it no longer needs.
pub(super) fn sync(model: &mut Model) {
    for kind in need::KINDS {
        let asked = model.requests.get(kind);
        let is_asked = |question| asked.is_some_and(|asked| asked.asks(question, model));
        match need(model, kind) {
            Need::Nothing => {
                model.requests.remove(kind);
                deliver::forget(model, kind);
            }
            Need::Later(question) if !is_asked(&question) => model.requests.remove(kind),
            Need::Now(question) if !is_asked(&question) => {
                let state = first_state(asked);
                enter(model, question, state);
            }
            Need::Later(_) | Need::Now(_) => {}
        }
    }
}

/// While a person types on after an evaluation was stopped, the page says so until the next one is slow or answered.
fn first_state(before: Option<&Request>) -> State {
    match before {
        Some(Request { question: Question::Evaluate { .. }, state, .. })
            if matches!(state, State::Stopped | State::Failed(_)) =>
        {
            state.clone()
        }
        _ => State::Pending,
    }
}

pub(super) fn reduce(model: &mut Model, action: RequestAction) {
    match action {
        RequestAction::Answered(number, reply) => answered(model, number, *reply),
        RequestAction::Slow(number) => {
            let expected = |request: &&Request| matches!(request.state, State::Pending | State::Stopped);
            if find(model, number).filter(expected).is_some() {
                model.requests.set_state(number, State::Slow);
            }
        }
        RequestAction::Stopped(number) => {
            let Some(request) = find(model, number).cloned() else { return };
            model.requests.set_state(number, State::Stopped);
            if request.question.is_asked_once() {
                model.requests.remove(request.question.kind());
            }
            deliver::stopped(model, &request);
        }
        RequestAction::Failed(failed, failure) => {
            let of_worker: Vec<Request> =
                model.requests.iter().filter(|r| is_failed(r, failed)).cloned().collect();
            for request in of_worker {
                model.requests.set_state(request.number, State::Failed(failure.clone()));
                deliver::failed(model, &request, &failure);
            }
        }
        RequestAction::Again(QuestionKind::Evaluation) => {
            model.requests.0.retain(|request| worker(request.question.kind()) != Worker::Evaluation);
            model.revision = model.revision.wrapping_add(1);
            // The person has waited already.
            enter(model, Question::Evaluate { revision: model.revision }, State::Slow);
        }
        RequestAction::Again(kind) => model.requests.remove(kind),
    }
}

/// A request whose answer is still to come; the answer to any other is late.
fn find(model: &Model, number: u32) -> Option<&Request> {
    model.requests.iter().find(|request| request.number == number && request.state != State::Answered)
}

/// The evaluation is what the page is for: without its worker it does not work, whatever was answered before.
fn is_failed(request: &Request, failed: Worker) -> bool {
    let kind = request.question.kind();
    worker(kind) == failed
        && (kind == QuestionKind::Evaluation || !matches!(request.state, State::Answered | State::Stopped))
}

fn answered(model: &mut Model, number: u32, reply: Reply) {
    let Some(request) = find(model, number).cloned() else { return };
    if request.question.is_asked_once() {
        model.requests.remove(request.question.kind());
    } else {
        model.requests.set_state(number, State::Answered);
    }
    if deliver::answered(model, &request, reply).is_none() {
        reduce(model, RequestAction::Failed(worker(request.question.kind()), Failure::Unexpected));
    }
}
