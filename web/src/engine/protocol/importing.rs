//! The worker that reads rules from a text.

use super::{QuestionKind, Work};
use rulepad_workbench::Lang;
use rulepad_workbench::{ImportNames, ImportedFiles, NamedText};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The import worker.
#[derive(Debug)]
pub enum Importing {}

/// What it can be asked.
#[derive(Debug, Serialize, Deserialize)]
pub enum Question<'q> {
    /// The rules in several files.
    Files(Cow<'q, [NamedText]>),
}

/// What it can answer, in the order of [`Question`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// What was understood of each file, and what it is called in every language.
    ImportedFiles(Box<ImportedFiles>, Vec<ImportNames>),
}

impl Work for Importing {
    const PROGRAM: &'static str = "import";
    type Question<'q> = Question<'q>;
    type Reply = Reply;

    fn kind(question: &Question<'_>) -> QuestionKind {
        match question {
            Question::Files(_) => QuestionKind::Import,
        }
    }

    fn reply(question: &Question<'_>, lang: Lang) -> Reply {
        match question {
            Question::Files(files) => {
                let mut read = rulepad_workbench::import_files(files, lang);
                let names = read.take_names();
                Reply::ImportedFiles(Box::new(read), names)
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
        let texts = examples().into_iter().map(|example| file::save(&example.draft).text);
        for text in texts.chain(["hello".to_owned()]) {
            let file = NamedText { name: "a.txt".into(), text };
            survives::<Importing>(&Question::Files(Cow::Owned(vec![file])));
        }
    }
}
