//! Readable cases: Markdown files that are the reference of the language and its tests.
//!
//! `tests/suite/README.md` specifies the format.

mod block;
mod parse;
mod repeat;
mod run;

pub use block::{Blocks, is_given, is_of_aws, is_prose, label, written_in};
pub use parse::parse;

use crate::draft::Draft;
use crate::render::InputOptions;
use rulepad_document::Lang;
use rulepad_pattern::Dialect;
use rulepad_rule::{Rule, Target};

/// A file of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suite {
    /// The title of the file.
    pub title: String,
    /// The text before the first case.
    pub about: String,
    /// The cases.
    pub cases: Vec<Case>,
}

impl Suite {
    /// What the file is about in a sentence: its first paragraph, on one line.
    #[must_use]
    pub fn synopsis(&self) -> String {
        first_paragraph(&self.about)
    }
}

/// The first paragraph of a text, on one line.
pub(crate) fn first_paragraph(text: &str) -> String {
    let paragraph = text.lines().take_while(|line| !line.trim().is_empty());
    paragraph.map(str::trim).collect::<Vec<_>>().join(" ")
}

/// One case: a section of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The section's title.
    pub title: String,
    /// The text of the section.
    pub about: String,
    /// Tag and text of each fenced block.
    pub blocks: Vec<(String, String)>,
}

/// The blocks that are a target's properties.
const TARGETED: [&str; 2] = ["target", "parameters"];

/// The blocks that tell what the target's service receives.
const DELIVERED: [&str; 5] = ["delivery", "not-taken", "unseen", "remarks", "policy"];

/// The blocks that tell what a target receives.
const OUTCOMES: [&str; 5] = ["payload", "not-delivered", "would-be", "refused", "not-verified"];

impl Case {
    /// The text of the block with this tag.
    #[must_use]
    pub fn block(&self, tag: &str) -> Option<&str> {
        self.blocks.iter().find(|(own, _)| own == tag).map(|(_, text)| text.as_str())
    }

    /// The blocks as they are written for a reader of this language: the problems in that language alone.
    pub fn blocks_for(&self, lang: Lang) -> impl Iterator<Item = &(String, String)> {
        let both = self.block(block::KOREAN).is_some();
        self.blocks.iter().filter(move |(tag, _)| match lang {
            Lang::En => tag != block::KOREAN,
            Lang::Ko(_) => !(both && block::ENGLISH.contains(&tag.as_str())),
        })
    }

    /// The draft the case describes: one target where it has an input option or shows what a target receives.
    #[must_use]
    pub fn draft(&self) -> Draft {
        let text = |tag: &str| self.block(tag).map(str::to_owned);
        let input = self.options().chosen().unwrap_or_default();
        let told = TARGETED.iter().chain(&DELIVERED).chain(&OUTCOMES).any(|tag| self.block(tag).is_some());
        let target = (told || input != rulepad_transformer::Input::MatchedEvent).then(|| Target {
            input,
            parameters: text("parameters").unwrap_or_default(),
            ..self.target()
        });
        Draft {
            event: text("event").or_else(|| text("pasted")).unwrap_or_else(|| "{}".to_owned()),
            pattern: text("pattern").unwrap_or_else(|| r#"{"source": [{"prefix": ""}]}"#.to_owned()),
            dialect: self.dialect(),
            rule: Rule { name: "failed-builds".to_owned(), ..Rule::default() },
            targets: target.into_iter().collect(),
            table: None,
            references: Vec::new(),
            origin: None,
        }
    }

    /// The target of the `target` block; a queue without one, and where the block cannot be read.
    fn target(&self) -> Target {
        let queue = Target {
            id: "target".to_owned(),
            arn: "arn:aws:sqs:us-east-1:111122223333:queue".to_owned(),
            ..Target::default()
        };
        let given = self.block("target").and_then(|text| serde_json::from_str::<Target>(text).ok());
        match given {
            Some(given) if given.id.is_empty() => Target { id: queue.id, ..given },
            Some(given) => given,
            None => queue,
        }
    }

    /// Who reads the pattern: the dialect of the block, by its name in share links.
    fn dialect(&self) -> Dialect {
        let name = self.block("dialect").map(|name| serde_json::Value::from(name.trim()));
        name.and_then(|name| serde_json::from_value(name).ok()).unwrap_or_default()
    }

    /// The input options of the case, also where AWS takes only one of them.
    fn options(&self) -> InputOptions {
        let text = |tag: &str| self.block(tag).map(str::to_owned);
        InputOptions {
            input_path: text("input-path"),
            input: text("input"),
            input_paths_map: text("input-paths-map"),
            input_template: text("input-template"),
            ..InputOptions::default()
        }
    }
}
