//! The worker that reads rules from a text.

use super::{QuestionKind, Work};
use rulepad_workbench::Lang;
use rulepad_workbench::{Import, ImportedFiles, NamedText};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The import worker.
#[derive(Debug)]
pub enum Importing {}

/// What it can be asked.
#[derive(Debug, Serialize, Deserialize)]
pub enum Question<'q> {
    /// The rules in a text.
    Import(Cow<'q, str>),
    /// The rules in several files.
    Files(Cow<'q, [NamedText]>),
}

/// What it can answer, in the order of [`Question`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// What was understood.
    Imported(Box<Import>),
    /// What was understood of each file.
    ImportedFiles(Box<ImportedFiles>),
}

impl Work for Importing {
    const PROGRAM: &'static str = "import";
    type Question<'q> = Question<'q>;
    type Reply = Reply;

    fn kind(question: &Question<'_>) -> QuestionKind {
        match question {
            Question::Import(_) | Question::Files(_) => QuestionKind::Import,
        }
    }

    fn reply(question: &Question<'_>, lang: Lang) -> Reply {
        match question {
            Question::Import(text) => Reply::Imported(Box::new(rulepad_workbench::import(text, lang))),
            Question::Files(files) => {
                Reply::ImportedFiles(Box::new(rulepad_workbench::import_files(files, lang)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::protocol::survives;
    use rulepad_workbench::{examples, file};

    #[test]
    fn what_is_understood_survives_the_way() {
        for example in examples() {
            survives::<Importing>(&Question::Import(Cow::Owned(file::save(&example.draft).text)));
        }
        survives::<Importing>(&Question::Import(Cow::Borrowed("hello")));
        let file = NamedText { name: "a.txt".into(), text: "hello".into() };
        survives::<Importing>(&Question::Files(Cow::Owned(vec![file])));
    }
}
