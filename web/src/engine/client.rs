//! The page's side of a worker: questions go out, answers come in, each of its type.

use super::failure::Failure;
use super::link::{Heard, Link};
use super::protocol::{self, QuestionKind, Work};
use rulepad_workbench::Lang;
use std::marker::PhantomData;
use yew::Callback;

/// What the worker's side tells.
#[derive(Debug)]
pub enum Told<R> {
    /// The answer to the question of this number.
    Answered(u32, R),
    /// The question of this kind and number takes its time.
    Slow(QuestionKind, u32),
    /// The question of this kind and number was given up at the time limit.
    Stopped(QuestionKind, u32),
    /// The worker does not work, for this reason.
    Failed(Failure),
}

/// Asks a worker. The latest question of each kind wins; a worker that is stuck is replaced.
pub struct Client<W> {
    link: Link,
    work: PhantomData<fn() -> W>,
}

impl<W> Clone for Client<W> {
    fn clone(&self) -> Self {
        Self { link: self.link.clone(), work: PhantomData }
    }
}

impl<W: Work> Client<W> {
    /// A client that tells what happens; the worker starts with the first question.
    #[must_use]
    pub fn new(tell: Callback<Told<W::Reply>>) -> Self {
        let link = Link::new(W::PROGRAM, move |heard| {
            tell.emit(match heard {
                Heard::Answer(message) => {
                    let (number, reply) = protocol::read::<W>(message)?;
                    Told::Answered(number, reply)
                }
                Heard::Slow(kind, number) => Told::Slow(kind, number),
                Heard::Stopped(kind, number) => Told::Stopped(kind, number),
                Heard::Failed(failure) => Told::Failed(failure),
            });
            Ok(())
        });
        Self { link, work: PhantomData }
    }

    /// Sends the worker, and each that replaces it, something to remember.
    pub fn teach(&self, lesson: &W::Question<'_>) {
        self.link.teach(protocol::ask::<W>(0, Lang::default(), lesson));
    }

    /// Asks a question, in place of any of its kind that waits; the answer is worded in a language.
    pub fn ask(&self, number: u32, lang: Lang, question: &W::Question<'_>) {
        self.link.send(W::kind(question), number, protocol::ask::<W>(number, lang, question));
    }
}
