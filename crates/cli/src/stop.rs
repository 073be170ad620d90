//! Why a command ended without an answer: one sentence that says what to do.

use crate::message::Message;
use rulepad_workbench::{Lang, Words};
use std::io;

/// Ends the program with code 2.
#[derive(Debug)]
pub enum Stop {
    /// Wrong arguments or a file that cannot be read.
    Because(Box<Message>),
    /// Standard output cannot be written.
    Write(io::Error),
}

impl Stop {
    /// Ends the program for a reason.
    pub fn new(message: Message) -> Self {
        Self::Because(Box::new(message))
    }
}

/// Lets a closed output go: whoever read it has seen enough, and the exit code is still an answer.
pub fn read_or_not(written: Result<(), Stop>) -> Result<(), Stop> {
    match written {
        Err(Stop::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

impl Words for Stop {
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::Because(message) => message.words(lang),
            // An error has no copy to keep.
            Self::Write(error) => {
                Message::NoOutput(io::Error::new(error.kind(), error.to_string())).words(lang)
            }
        }
    }
}

impl From<Message> for Stop {
    fn from(message: Message) -> Self {
        Self::new(message)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl From<serde_json::Error> for Stop {
    fn from(error: serde_json::Error) -> Self {
        Self::Write(error.into())
    }
}

impl From<lexopt::Error> for Stop {
    fn from(error: lexopt::Error) -> Self {
        Self::new(Message::Argument(error))
    }
}
