//! The workers: what the model asks is sent, and what is heard of it becomes an action.

use super::pattern::completion::Completer;
use crate::engine::client::{Client, Told};
use crate::engine::protocol::evaluating::Reply as Evaluated;
use crate::engine::protocol::{Evaluating, Exporting, Importing, QuestionKind, Testing, evaluating, testing};
use crate::state::action::Action;
use crate::state::model::Model;
use crate::state::requests::{Message, Reply, Request, RequestAction, Worker, worker};
use std::{cell::RefCell, rc::Rc};
use yew::prelude::*;

/// A client for each worker; a worker starts with its first question.
struct Clients {
    evaluation: Client<Evaluating>,
    slow: Client<Evaluating>,
    reading: Client<Evaluating>,
    export: Client<Exporting>,
    import: Client<Importing>,
    tests: Client<Testing>,
}

impl Clients {
    fn new(dispatch: &Callback<Action>, completer: &Rc<RefCell<Option<Completer>>>) -> Self {
        let act = |dispatch: &Callback<Action>| dispatch.reform(Action::Request);
        let evaluating = |worker| {
            let act = act(dispatch);
            Client::new(Callback::from(move |told| act.emit(heard(worker, told, Reply::Evaluating))))
        };
        let evaluation = {
            let (act, completer) = (act(dispatch), completer.clone());
            let completed = move |number, found| {
                let completer = completer.borrow().clone();
                if let Some(completer) = completer {
                    completer.told(number, found);
                }
            };
            Client::new(Callback::from(move |told| match told {
                Told::Answered(number, Evaluated::Completed(found)) => completed(number, Some(*found)),
                Told::Stopped(QuestionKind::Completion, number) => completed(number, None),
                Told::Slow(QuestionKind::Completion, _) => {}
                told => act.emit(heard(Worker::Evaluation, told, Reply::Evaluating)),
            }))
        };
        let (exported, imported, tested) = (act(dispatch), act(dispatch), act(dispatch));
        Self {
            evaluation,
            slow: evaluating(Worker::Slow),
            reading: evaluating(Worker::Reading),
            export: Client::new(Callback::from(move |told| {
                exported.emit(heard(Worker::Export, told, Reply::Exporting));
            })),
            import: Client::new(Callback::from(move |told| {
                imported.emit(heard(Worker::Import, told, Reply::Importing));
            })),
            tests: Client::new(Callback::from(move |told| {
                tested.emit(heard(Worker::Tests, told, Reply::Testing));
            })),
        }
    }

    fn send(&self, request: &Request) {
        let (number, lang) = (request.number, request.lang);
        match request.message() {
            Message::Evaluating(question) => match worker(request.question.kind()) {
                Worker::Slow => self.slow.ask(number, lang, &question),
                Worker::Reading => self.reading.ask(number, lang, &question),
                Worker::Evaluation | Worker::Export | Worker::Import | Worker::Tests => {
                    self.evaluation.ask(number, lang, &question);
                }
            },
            Message::Exporting(question) => self.export.ask(number, lang, &question),
            Message::Importing(question) => self.import.ask(number, lang, &question),
            Message::Testing(question) => self.tests.ask(number, lang, &question),
        }
    }
}

/// What a worker says, as what happens to requests.
fn heard<R>(worker: Worker, told: Told<R>, reply: fn(R) -> Reply) -> RequestAction {
    match told {
        Told::Answered(number, answer) => RequestAction::Answered(number, Box::new(reply(answer))),
        Told::Slow(_, number) => RequestAction::Slow(number),
        Told::Stopped(_, number) => RequestAction::Stopped(number),
        Told::Failed(failure) => RequestAction::Failed(worker, failure),
    }
}

/// The ways to the workers that the rest of the page needs.
#[derive(Clone, PartialEq)]
pub(super) struct Workers {
    /// Asks what can be typed next.
    pub completer: Completer,
    /// Tells the workers that make events and forms of the catalogue's files.
    pub teach: Callback<[String; 3]>,
}

/// Sends each request once, in the order in which they were entered.
#[hook]
pub(super) fn use_requests(model: &Rc<Model>, dispatch: &Callback<Action>) -> Workers {
    let clients = use_memo((), {
        let dispatch = dispatch.clone();
        move |()| {
            let completer = Rc::new(RefCell::new(None));
            let clients = Rc::new(Clients::new(&dispatch, &completer));
            let own = Completer::new(clients.evaluation.clone());
            completer.replace(Some(own.clone()));
            let teach = {
                let clients = clients.clone();
                Callback::from(move |files: [String; 3]| {
                    let lesson = evaluating::Question::Learn(std::borrow::Cow::Borrowed(&files));
                    clients.evaluation.teach(&lesson);
                    clients.slow.teach(&lesson);
                    clients.tests.teach(&testing::Question::Learn(std::borrow::Cow::Borrowed(&files)));
                })
            };
            (clients, Workers { completer: own, teach })
        }
    });
    let (clients, workers) = (clients.0.clone(), clients.1.clone());
    let last = use_mut_ref(|| 0);
    use_effect_with(model.requests.clone(), move |requests| {
        for request in requests.iter() {
            if request.number > *last.borrow() {
                *last.borrow_mut() = request.number;
                clients.send(request);
            }
        }
    });
    workers
}
