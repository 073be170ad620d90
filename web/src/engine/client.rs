//! The page's side: one worker, the latest draft, a time limit.

use super::protocol::{READY, Request, read};
use crate::state::shared::Shared;
use gloo::timers::callback::Timeout;
use rulepad_workbench::{Draft, Report};
use std::{borrow::Cow, cell::RefCell, rc::Rc};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};
use yew::Callback;

/// An evaluation that takes longer than this is said to.
const SLOW_MILLIS: u32 = 200;
/// An evaluation that takes longer than this is stopped.
pub const LIMIT_MILLIS: u32 = 2_000;
/// A worker that is not ready after this is given up.
const START_MILLIS: u32 = 30_000;
/// The script that loads the worker, beside the page.
const LOADER: &str = "./worker_loader.js";

/// What the evaluation tells.
#[derive(Debug)]
pub enum Told {
    /// The report on the draft of this number.
    Answered(u32, Shared<Report>),
    /// The draft of this number takes its time.
    Slow(u32),
    /// The draft of this number was given up at the time limit.
    Stopped(u32),
    /// The worker does not work, for this reason.
    Failed(String),
}

/// Evaluates drafts in a worker. The latest draft wins; a worker that is stuck is replaced.
#[derive(Clone)]
pub struct Client(Rc<RefCell<Inner>>);

struct Inner {
    worker: Option<Live>,
    /// The message that waits for the worker, with its draft's number.
    waiting: Option<(u32, String)>,
    /// The number of the draft under evaluation.
    running: Option<u32>,
    slow: Option<Timeout>,
    limit: Option<Timeout>,
    tell: Callback<Told>,
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
    /// A client that tells what happens; the worker starts with the first draft.
    #[must_use]
    pub fn new(tell: Callback<Told>) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            worker: None,
            waiting: None,
            running: None,
            slow: None,
            limit: None,
            tell,
        })))
    }

    /// Evaluates a draft, in place of any that waits.
    pub fn evaluate(&self, revision: u32, draft: &Draft) {
        let message = Request { revision, draft: Cow::Borrowed(draft) }.to_message();
        let client = self.clone();
        let slow = Timeout::new(SLOW_MILLIS, move || client.tell(Told::Slow(revision)));
        {
            let mut inner = self.0.borrow_mut();
            inner.waiting = Some((revision, message));
            inner.slow = Some(slow);
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
        if let Some((revision, message)) = inner.waiting.take() {
            let client = self.clone();
            inner.running = Some(revision);
            inner.limit = Some(Timeout::new(LIMIT_MILLIS, move || client.out_of_time(revision)));
            // Strings can always be posted.
            let _ = worker.post_message(&message.into());
        }
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
                    inner.running = None;
                    inner.limit = None;
                    if inner.waiting.is_none() {
                        inner.slow = None;
                    }
                }
                self.go_on();
                self.tell(Told::Answered(response.revision, Shared::new(response.report)));
            }
            Err(words) => self.fail(&words),
        }
    }

    fn out_of_time(&self, revision: u32) {
        self.end();
        self.tell(Told::Stopped(revision));
        if self.0.borrow().waiting.is_some() {
            self.go_on();
        }
    }

    fn fail(&self, words: &str) {
        self.end();
        self.0.borrow_mut().waiting = None;
        self.tell(Told::Failed(words.to_owned()));
    }

    /// Ends the worker, and what it was doing.
    fn end(&self) {
        // A closure must not be dropped while it runs; it may be the worker's own that got here.
        let ended = {
            let mut inner = self.0.borrow_mut();
            (inner.running, inner.limit, inner.slow) = (None, None, None);
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
