//! What page and workers tell each other, as JSON texts.
//!
//! Each worker is a program of its own, so that its code is loaded when it is first asked:
//!
//! * [`Evaluating`]: verdicts, payloads, events made to order, comparisons, pasted texts
//! * [`Exporting`]: files to take away, ways to try a rule
//! * [`Importing`]: rules in a text
//! * [`Testing`]: many rules and events, tests, coverage, mutants
//! * [`Subscribing`], [`Migrating`]: the page of subscribers

pub mod deciding;
pub mod evaluating;
pub mod exporting;
pub mod importing;
pub(crate) mod known;
mod named_files;
pub mod subscribing;
pub mod testing;

pub use evaluating::Evaluating;
pub use exporting::Exporting;
pub use importing::Importing;
pub use subscribing::{Migrating, Subscribing};
pub use testing::Testing;

use super::failure::Failure;
use rulepad_workbench::Lang;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// The build of this program: page and workers of one build carry the same.
pub const BUILD: &str = env!("RULEPAD_BUILD");

/// What a worker posts before it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start<'m> {
    /// Something of its program arrived.
    Loading,
    /// Its program does not load, for this reason.
    Failed(&'m str),
    /// It can answer, or has learned what it was told to remember; its build.
    Ready(&'m str),
}

impl<'m> Start<'m> {
    /// Reads a message; `None` for an answer.
    #[must_use]
    pub fn read(message: &'m str) -> Option<Self> {
        match message.split_once(' ').unwrap_or((message, "")) {
            ("loading", _) => Some(Self::Loading),
            ("failed", reason) => Some(Self::Failed(reason)),
            ("ready", build) => Some(Self::Ready(build)),
            _ => None,
        }
    }
}

/// The worker's message that it can answer.
#[must_use]
pub fn ready() -> String {
    format!("ready {BUILD}")
}

/// What one worker is asked and answers.
pub trait Work: 'static {
    /// The worker's program: its files are this with `.js` and `_bg.wasm`.
    const PROGRAM: &'static str;
    /// What can be asked.
    type Question<'q>: Serialize + DeserializeOwned;
    /// What can be answered.
    type Reply: Serialize + DeserializeOwned;

    /// What the question takes the place of.
    fn kind(question: &Self::Question<'_>) -> QuestionKind;
    /// Whether the question was something to remember, after which the worker is ready again.
    fn learns(_question: &Self::Question<'_>) -> bool {
        false
    }
    /// The answer, worded in a language. Only the worker calls it, so that only its program carries the code.
    fn reply(question: &Self::Question<'_>, lang: Lang) -> Self::Reply;
}

/// Questions of one kind take each other's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// Evaluations.
    Evaluation,
    /// Events made to order.
    Making,
    /// Comparisons.
    Comparison,
    /// Pasted texts.
    Pasting,
    /// Patterns tried on several events.
    Trial,
    /// The value at the cursor.
    Pick,
    /// The value made a condition.
    Condition,
    /// The value made a variable.
    Variable,
    /// Errors fixed.
    Fixing,
    /// What an event log's table holds.
    Log,
    /// The pattern as a form.
    Form,
    /// A change of the form.
    Change,
    /// What could be typed next.
    Completion,
    /// Files to take away.
    Export,
    /// Texts that rules are read from.
    Import,
    /// Ways to try a rule.
    TryingOut,
    /// Drafts masked before they are shared.
    Masking,
    /// Verdicts of all rules on some events.
    Judging,
    /// Slices of files.
    Scanning,
    /// Outcomes of tests.
    Checking,
    /// Coverage and mutants.
    Exercise,
    /// What a rule did over the events' time.
    Observing,
    /// Test files opened.
    OpeningTests,
}

impl QuestionKind {
    /// An answer that takes longer than this is given up. A pasted text may be a whole log file,
    /// an imported one a large template.
    #[must_use]
    pub fn limit_millis(self) -> u32 {
        match self {
            Self::Evaluation
            | Self::Making
            | Self::Comparison
            | Self::Trial
            | Self::Pick
            | Self::Condition
            | Self::Variable
            | Self::Fixing
            | Self::Log
            | Self::Form
            | Self::Change
            | Self::Completion
            | Self::Export
            | Self::TryingOut => 2_000,
            Self::Pasting
            | Self::Import
            | Self::Masking
            | Self::Judging
            | Self::Scanning
            | Self::Checking
            | Self::Exercise
            | Self::Observing
            | Self::OpeningTests => 15_000,
        }
    }
}

/// A question with its number, which tells it apart from every other of its kind, and the language of the answer.
#[derive(Serialize, Deserialize)]
struct Request<Q> {
    number: u32,
    lang: Lang,
    question: Q,
}

/// The answer to the request of this number.
#[derive(Serialize, Deserialize)]
struct Response<R> {
    number: u32,
    reply: R,
}

/// The message that asks a worker.
pub(super) fn ask<W: Work>(number: u32, lang: Lang, question: &W::Question<'_>) -> String {
    serde_json::to_string(&Request { number, lang, question }).unwrap_or_default()
}

/// The worker's answer to a message; `None` for one that is not a request.
pub(super) fn answer<W: Work>(message: &str) -> Option<String> {
    let Request { number, lang, question } =
        serde_json::from_str::<Request<W::Question<'_>>>(message).ok()?;
    if W::learns(&question) {
        return Some(ready());
    }
    serde_json::to_string(&Response { number, reply: W::reply(&question, lang) }).ok()
}

/// The number and the reply in a worker's answer.
///
/// # Errors
/// [`Failure::Unreadable`], when the worker is not of this version of the page.
pub(super) fn read<W: Work>(message: &str) -> Result<(u32, W::Reply), Failure> {
    serde_json::from_str::<Response<W::Reply>>(message)
        .map(|response| (response.number, response.reply))
        .map_err(|error| Failure::Unreadable(error.to_string()))
}

/// Holds that a question and its answer survive the way.
#[cfg(test)]
fn survives<W: Work<Reply: std::fmt::Debug + PartialEq>>(question: &W::Question<'_>) {
    let answered = answer::<W>(&ask::<W>(7, Lang::En, question)).unwrap();
    assert_eq!(read::<W>(&answered), Ok((7, W::reply(question, Lang::En))));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_messages_are_told_from_answers() {
        assert_eq!(Start::read(&ready()), Some(Start::Ready(BUILD)));
        assert_eq!(Start::read("ready"), Some(Start::Ready("")));
        assert_eq!(Start::read("loading"), Some(Start::Loading));
        assert_eq!(Start::read("failed no room left"), Some(Start::Failed("no room left")));
        let answer = answer::<Evaluating>(&ask::<Evaluating>(
            1,
            Lang::En,
            &evaluating::Question::Try {
                events: Vec::new(),
                pattern: "".into(),
                dialect: Default::default(),
            },
        ));
        assert_eq!(Start::read(&answer.unwrap()), None);
        assert_eq!(BUILD.len(), 16);
    }

    #[test]
    fn what_is_no_message_is_said() {
        assert_eq!(answer::<Evaluating>("{}"), None);
        assert!(read::<Evaluating>("[]").is_err());
    }
}
