//! The way to one worker: the latest message of each kind, a time limit, a new worker for one that is stuck.

use super::countdown::Countdown;
use super::failure::Failure;
use super::protocol::{BUILD, QuestionKind, Start};
use crate::platform::{files, own_scripts, restart};
use gloo::timers::callback::Timeout;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};

/// An answer that takes longer than this is said to.
const SLOW_MILLIS: u32 = 200;
/// A worker of which nothing is heard for this long while it starts is reported.
const START_MILLIS: u32 = 3_000;
/// The time grows with each replaced worker, so that a slow machine gets there, up to this factor.
const MOST_PATIENCE: u32 = 8;
/// The script that loads the program which the worker is named after, beside the page.
const LOADER: &str = "worker_loader.js";

/// What is heard of the worker.
pub enum Heard<'m> {
    /// The answer to the message it was at.
    Answer(&'m str),
    /// The message of this kind and number takes its time.
    Slow(QuestionKind, u32),
    /// The message of this kind and number was given up at the time limit.
    Stopped(QuestionKind, u32),
    /// The worker does not work, for this reason.
    Failed(Failure),
}

/// What takes in what is heard; an error for an answer that cannot be read.
type Hear = Rc<dyn Fn(Heard<'_>) -> Result<(), Failure>>;

/// The way to a worker. Nothing here depends on what is asked, so it stands once in the page's program.
#[derive(Clone)]
pub struct Link(Rc<RefCell<Inner>>);

struct Inner {
    program: &'static str,
    worker: Option<Live>,
    /// What every worker is told before anything else.
    lessons: Vec<String>,
    /// What waits for the worker, one of a kind, oldest first.
    waiting: Vec<Asked>,
    /// What the worker is at.
    running: Option<Asked>,
    limit: Option<Countdown>,
    /// Whether the worker was reported as one that does not start; it may still do.
    overdue: bool,
    /// How many times the usual time a worker gets to start.
    patience: u32,
    hear: Hear,
}

/// A message on its way.
struct Asked {
    kind: QuestionKind,
    number: u32,
    /// Taken when it is sent.
    message: String,
    _slow: Timeout,
}

/// A worker and the closures it calls.
struct Live {
    worker: Worker,
    /// Whether it has answered: it runs, and knows the lessons sent to it.
    ready: bool,
    /// How many lessons were sent to it.
    lessons: usize,
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

impl Link {
    /// A way to a worker of this program; it starts with the first message.
    pub fn new(program: &'static str, hear: impl Fn(Heard<'_>) -> Result<(), Failure> + 'static) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            program,
            worker: None,
            lessons: Vec::new(),
            waiting: Vec::new(),
            running: None,
            limit: None,
            overdue: false,
            patience: 1,
            hear: Rc::new(hear),
        })))
    }

    /// Sends a message, in place of any of its kind that waits.
    pub fn send(&self, kind: QuestionKind, number: u32, message: String) {
        let link = self.clone();
        let slow = Timeout::new(SLOW_MILLIS, move || link.tell(Heard::Slow(kind, number)));
        {
            let mut inner = self.0.borrow_mut();
            inner.waiting.retain(|asked| asked.kind != kind);
            inner.waiting.push(Asked { kind, number, message, _slow: slow });
        }
        if std::mem::take(&mut self.0.borrow_mut().overdue) {
            // Another one may start where this one does not.
            let mut inner = self.0.borrow_mut();
            inner.patience = (inner.patience * 2).min(MOST_PATIENCE);
            drop(inner);
            self.end();
        }
        self.go_on();
    }

    /// Tells the worker, and each that takes its place, something to remember.
    pub fn teach(&self, lesson: String) {
        self.0.borrow_mut().lessons.push(lesson);
        if self.0.borrow().worker.is_some() {
            self.go_on();
        }
    }

    /// Starts the worker, or gives it what it has to learn, or else what waits. The time that a message gets counts
    /// from here: neither loading the program nor learning is part of it.
    fn go_on(&self) {
        if self.0.borrow().worker.is_none() {
            return self.start();
        }
        let mut inner = self.0.borrow_mut();
        let Inner { worker, lessons, running, waiting, limit, .. } = &mut *inner;
        let Some(live) = worker.as_mut().filter(|live| live.ready && running.is_none()) else {
            return;
        };
        if let Some(lesson) = lessons.get(live.lessons) {
            live.lessons += 1;
            live.ready = false;
            // Strings can always be posted.
            let _ = live.worker.post_message(&lesson.as_str().into());
            drop(inner);
            return self.wait(Failure::NotLearned);
        }
        if waiting.is_empty() {
            return;
        }
        let mut asked = waiting.remove(0);
        let (link, kind, number) = (self.clone(), asked.kind, asked.number);
        *limit = Some(Countdown::new(kind.limit_millis(), move || link.out_of_time(kind, number)));
        let _ = live.worker.post_message(&std::mem::take(&mut asked.message).into());
        *running = Some(asked);
    }

    fn start(&self) {
        let program = self.0.borrow().program;
        let names = [format!("{program}.js"), format!("{program}_bg.wasm")].map(|name| files::name_of(&name));
        let worker = match own_scripts::start_worker(&files::name_of(LOADER), &names.join(" ")) {
            Ok(worker) => worker,
            Err(error) => return self.fail(refused(&error)),
        };
        let link = self.clone();
        let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            link.heard(&event.data().as_string().unwrap_or_default());
        });
        let link = self.clone();
        let error = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            let words = event.message();
            link.fail(if words.is_empty() { Failure::NotLoaded } else { Failure::Reported(words) });
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        self.0.borrow_mut().worker =
            Some(Live { worker, ready: false, lessons: 0, _message: message, _error: error });
        self.wait(Failure::Late);
    }

    /// Reports the worker unless something is heard of it in time.
    fn wait(&self, failure: Failure) {
        let link = self.clone();
        let millis = START_MILLIS * self.0.borrow().patience;
        let limit = Countdown::new(millis, move || {
            link.0.borrow_mut().overdue = true;
            link.tell(Heard::Failed(failure));
        });
        let before = self.0.borrow_mut().limit.replace(limit);
        drop(before);
    }

    /// The worker is of another build than the page: the page is loaded again, once.
    fn other_build(&self) {
        if restart::once(BUILD) {
            return self.fail(Failure::Reloading);
        }
        self.fail(Failure::OtherVersion);
    }

    fn ready(&self) {
        {
            let mut inner = self.0.borrow_mut();
            (inner.limit, inner.overdue, inner.patience) = (None, false, 1);
            if let Some(live) = &mut inner.worker {
                live.ready = true;
            }
        }
        self.go_on();
    }

    fn heard(&self, message: &str) {
        match Start::read(message) {
            Some(Start::Loading) => return self.wait(Failure::Interrupted),
            Some(Start::Failed(reason)) => return self.fail(Failure::Reported(reason.to_owned())),
            Some(Start::Ready(build)) if build != BUILD => return self.other_build(),
            Some(Start::Ready(_)) => return self.ready(),
            None => {}
        }
        {
            let mut inner = self.0.borrow_mut();
            (inner.running, inner.limit) = (None, None);
        }
        self.go_on();
        self.tell(Heard::Answer(message));
    }

    fn out_of_time(&self, kind: QuestionKind, number: u32) {
        self.end();
        self.tell(Heard::Stopped(kind, number));
        if !self.0.borrow().waiting.is_empty() {
            self.go_on();
        }
    }

    fn fail(&self, failure: Failure) {
        self.end();
        self.0.borrow_mut().waiting.clear();
        self.tell(Heard::Failed(failure));
    }

    /// Ends the worker, and what it was doing.
    fn end(&self) {
        // A closure must not be dropped while it runs; it may be the worker's own that got here.
        let ended = {
            let mut inner = self.0.borrow_mut();
            (inner.running, inner.limit) = (None, None);
            inner.overdue = false;
            inner.worker.take()
        };
        if let Some(live) = &ended {
            live.worker.terminate();
        }
        Timeout::new(0, move || drop(ended)).forget();
    }

    fn tell(&self, heard: Heard<'_>) {
        let hear = self.0.borrow().hear.clone();
        if let Err(failure) = hear(heard) {
            self.fail(failure);
        }
    }
}

fn refused(error: &JsValue) -> Failure {
    let words = js_sys::Error::from(error.clone()).message();
    words.as_string().map_or(Failure::NotStarted, Failure::Reported)
}
