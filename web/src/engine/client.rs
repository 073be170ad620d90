//! The page's side: one worker, the latest question of each kind, a time limit.

use super::protocol::{Kind, Question, READY, Reply, Request, read};
use gloo::timers::callback::Timeout;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};
use yew::Callback;

/// An answer that takes longer than this is said to.
const SLOW_MILLIS: u32 = 200;
/// A worker that is not ready after this is given up.
const START_MILLIS: u32 = 30_000;
/// The script that loads the worker, beside the page.
const LOADER: &str = "./worker_loader.js";

/// What the worker's side tells.
#[derive(Debug)]
pub enum Told {
    /// The answer to the question of this number.
    Answered(u32, Reply),
    /// The question of this kind and number takes its time.
    Slow(Kind, u32),
    /// The question of this kind and number was given up at the time limit.
    Stopped(Kind, u32),
    /// The worker does not work, for this reason.
    Failed(String),
}

/// Asks a worker. The latest question of each kind wins; a worker that is stuck is replaced.
#[derive(Clone)]
pub struct Client(Rc<RefCell<Inner>>);

struct Inner {
    worker: Option<Live>,
    /// What waits for the worker, one of a kind, oldest first.
    waiting: Vec<Asked>,
    /// What the worker is at.
    running: Option<Asked>,
    limit: Option<Timeout>,
    tell: Callback<Told>,
}

/// A question on its way.
struct Asked {
    kind: Kind,
    number: u32,
    /// Taken when it is sent.
    message: String,
    _slow: Timeout,
}

/// A worker and the closures it calls.
struct Live {
    worker: Worker,
    ready: bool,
    _message: Closure<dyn Fn(MessageEvent)>,
    _error: Closure<dyn Fn(ErrorEvent)>,
}

impl Drop for Live {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Client {
    /// A client that tells what happens; the worker starts with the first question.
    #[must_use]
    pub fn new(tell: Callback<Told>) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            worker: None,
            waiting: Vec::new(),
            running: None,
            limit: None,
            tell,
        })))
    }

    /// Asks a question, in place of any of its kind that waits.
    pub fn ask(&self, number: u32, question: Question<'_>) {
        let kind = question.kind();
        let message = Request { number, question }.to_message();
        let client = self.clone();
        let slow = Timeout::new(SLOW_MILLIS, move || client.tell(Told::Slow(kind, number)));
        {
            let mut inner = self.0.borrow_mut();
            inner.waiting.retain(|asked| asked.kind != kind);
            inner.waiting.push(Asked { kind, number, message, _slow: slow });
        }
        self.go_on();
    }

    /// Starts the worker, or gives it what waits.
    fn go_on(&self) {
        let (has_worker, idle) = {
            let inner = self.0.borrow();
            (inner.worker.is_some(), inner.running.is_none())
        };
        if !has_worker {
            return self.start();
        }
        let mut inner = self.0.borrow_mut();
        let Some(worker) =
            inner.worker.as_ref().filter(|live| live.ready && idle).map(|live| live.worker.clone())
        else {
            return;
        };
        if inner.waiting.is_empty() {
            return;
        }
        let mut asked = inner.waiting.remove(0);
        let (client, kind, number) = (self.clone(), asked.kind, asked.number);
        inner.limit = Some(Timeout::new(kind.limit_millis(), move || client.out_of_time(kind, number)));
        // Strings can always be posted.
        let _ = worker.post_message(&std::mem::take(&mut asked.message).into());
        inner.running = Some(asked);
    }

    fn start(&self) {
        let worker = match Worker::new(LOADER) {
            Ok(worker) => worker,
            Err(error) => return self.fail(&js_words(&error)),
        };
        let client = self.clone();
        let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            client.heard(&event.data().as_string().unwrap_or_default());
        });
        let client = self.clone();
        let error = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            let words = event.message();
            client.fail(if words.is_empty() { "its files did not load" } else { &words });
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        let client = self.clone();
        let limit = Timeout::new(START_MILLIS, move || client.fail("it did not start within 30 seconds"));
        let mut inner = self.0.borrow_mut();
        inner.worker = Some(Live { worker, ready: false, _message: message, _error: error });
        inner.limit = Some(limit);
    }

    fn heard(&self, message: &str) {
        if message == READY {
            let mut inner = self.0.borrow_mut();
            inner.limit = None;
            if let Some(live) = &mut inner.worker {
                live.ready = true;
            }
            drop(inner);
            return self.go_on();
        }
        match read(message) {
            Ok(response) => {
                {
                    let mut inner = self.0.borrow_mut();
                    (inner.running, inner.limit) = (None, None);
                }
                self.go_on();
                self.tell(Told::Answered(response.number, response.reply));
            }
            Err(words) => self.fail(&words),
        }
    }

    fn out_of_time(&self, kind: Kind, number: u32) {
        self.end();
        self.tell(Told::Stopped(kind, number));
        if !self.0.borrow().waiting.is_empty() {
            self.go_on();
        }
    }

    fn fail(&self, words: &str) {
        self.end();
        self.0.borrow_mut().waiting.clear();
        self.tell(Told::Failed(words.to_owned()));
    }

    /// Ends the worker, and what it was doing.
    fn end(&self) {
        // A closure must not be dropped while it runs; it may be the worker's own that got here.
        let ended = {
            let mut inner = self.0.borrow_mut();
            (inner.running, inner.limit) = (None, None);
            inner.worker.take()
        };
        if let Some(live) = &ended {
            live.worker.terminate();
        }
        Timeout::new(0, move || drop(ended)).forget();
    }

    fn tell(&self, told: Told) {
        let tell = self.0.borrow().tell.clone();
        tell.emit(told);
    }
}

fn js_words(error: &JsValue) -> String {
    let words = js_sys::Error::from(error.clone()).message();
    words.as_string().unwrap_or_else(|| "the browser does not allow it".to_owned())
}
