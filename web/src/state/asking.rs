//! A question to a worker that follows what a person looks at, and its last answer.

use super::model::Engine;
use super::shared::Shared;

/// What was asked, what was answered, and what the worker is doing.
#[derive(Clone, Debug, PartialEq)]
pub struct Asking<Q, A> {
    /// The last question, with its number.
    pub asked: Option<(u32, Q)>,
    /// The last answer, with the question it is to.
    pub answer: Option<(Q, Shared<A>)>,
    /// What the worker is doing.
    pub engine: Engine,
}

impl<Q, A> Default for Asking<Q, A> {
    fn default() -> Self {
        Self { asked: None, answer: None, engine: Engine::default() }
    }
}

impl<Q: Clone + PartialEq, A> Asking<Q, A> {
    /// The answer, when it is that to the last question.
    #[must_use]
    pub fn current(&self) -> Option<&A> {
        let (question, answer) = self.answer.as_ref()?;
        let (_, asked) = self.asked.as_ref()?;
        (question == asked).then_some(&**answer)
    }

    /// Whether this is yet to be asked.
    #[must_use]
    pub fn is_new(&self, question: &Q) -> bool {
        self.asked.as_ref().is_none_or(|(_, asked)| asked != question)
    }

    /// Asks, also once more.
    pub(super) fn ask(&mut self, number: u32, question: Q) {
        self.asked = Some((number, question));
        self.engine = Engine::Working;
    }

    /// What the worker says of the question of this number; of any other it is old.
    pub(super) fn told(&mut self, number: u32, told: Result<Shared<A>, Engine>) {
        let Some((_, question)) = self.asked.as_ref().filter(|(asked, _)| *asked == number) else { return };
        match told {
            Ok(answer) => {
                self.answer = Some((question.clone(), answer));
                self.engine = Engine::Working;
            }
            Err(engine) => self.engine = engine,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_answer_to_the_last_question_counts() {
        let mut asking = Asking::<&str, u32>::default();
        assert!(asking.is_new(&"a"));
        asking.ask(1, "a");
        asking.told(1, Ok(Shared::new(10)));
        assert_eq!(asking.current(), Some(&10));
        asking.ask(2, "b");
        assert_eq!(asking.current(), None, "the answer to the one before is shown as such");
        asking.told(1, Ok(Shared::new(11)));
        asking.told(2, Err(Engine::Slow));
        assert_eq!((asking.current(), &asking.engine), (None, &Engine::Slow));
        asking.told(2, Ok(Shared::new(20)));
        assert_eq!((asking.current(), &asking.engine), (Some(&20), &Engine::Working));
    }
}
