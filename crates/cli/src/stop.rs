//! Why a command ended without an answer: one sentence that says what to do.

use std::fmt;
use std::io;

/// Ends the program with code 2.
#[derive(Debug)]
pub enum Stop {
    /// Wrong arguments or a file that cannot be read.
    Because(String),
    /// Standard output cannot be written.
    Write(io::Error),
}

impl Stop {
    /// Wraps the sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self::Because(sentence.into())
    }
}

/// Lets a closed output go: whoever read it has seen enough, and the exit code is still an answer.
pub fn read_or_not(written: Result<(), Stop>) -> Result<(), Stop> {
    match written {
        Err(Stop::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Because(sentence) => f.write_str(sentence),
            Self::Write(error) => write!(f, "standard output cannot be written: {error}"),
        }
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
        let text = error.to_string();
        Self::Because(format!("{}: see `rulepad help`", text.replace('\'', "`")))
    }
}
