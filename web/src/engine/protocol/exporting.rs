//! The worker that writes files to take away, and says how a rule can be tried.

use super::{QuestionKind, Work};
use rulepad_workbench::Lang;
use rulepad_workbench::trial::{Trial, trial};
use rulepad_workbench::{Draft, Export, Format};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The export worker.
#[derive(Debug)]
pub enum Exporting {}

/// What it can be asked.
#[derive(Debug, Serialize, Deserialize)]
pub enum Question<'q> {
    /// The draft's rule as a file.
    Export {
        /// The draft.
        draft: Cow<'q, Draft>,
        /// The file's format.
        format: Format,
    },
    /// How the draft's rule can be tried.
    TryOut(Cow<'q, Draft>),
}

/// What it can answer, in the order of [`Question`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The file, or why there is none yet.
    Exported(Box<Export>),
    /// How, or why not yet.
    TryOut(Box<Result<Trial, String>>),
}

impl Work for Exporting {
    const PROGRAM: &'static str = "export";
    type Question<'q> = Question<'q>;
    type Reply = Reply;

    fn kind(question: &Question<'_>) -> QuestionKind {
        match question {
            Question::Export { .. } => QuestionKind::Export,
            Question::TryOut(_) => QuestionKind::TryingOut,
        }
    }

    fn reply(question: &Question<'_>, lang: Lang) -> Reply {
        match question {
            Question::Export { draft, format } => {
                Reply::Exported(Box::new(rulepad_workbench::export(draft, *format, lang)))
            }
            Question::TryOut(draft) => Reply::TryOut(Box::new(trial(draft, lang))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::protocol::survives;
    use rulepad_workbench::examples;

    #[test]
    fn every_file_survives_the_way() {
        for example in examples() {
            survives::<Exporting>(&Question::TryOut(Cow::Borrowed(&example.draft)));
            for format in Format::ALL {
                survives::<Exporting>(&Question::Export { draft: Cow::Borrowed(&example.draft), format });
            }
        }
    }
}
