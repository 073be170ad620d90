//! An example of a document: its texts, what is stored under them, and what Rulepad answers.

use crate::contents::slice;
use crate::message::Problem;
use crate::targets;
use rulepad_workbench::Lang;
use rulepad_workbench::{Dialect, Draft, Outcome, Report, TargetReport, Verdict, evaluate};
use std::ops::Range;

/// How an example is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenAs {
    /// A `<rulepad-example>` element.
    Element,
    /// A `rulepad` fence of Markdown.
    Fence,
}

/// A text of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// `pattern`, `event` and so on, as written.
    pub name: String,
    /// The text.
    pub text: String,
    /// Where its name is, in bytes.
    pub at: usize,
    /// The bytes of the document that an update replaces.
    pub content: Range<usize>,
    /// Where each line of the text starts in the document, in bytes.
    pub lines: Vec<usize>,
}

impl Part {
    /// Where a byte of the text is in the document; character references before it in its line count as what they mean.
    #[must_use]
    pub fn place(&self, offset: usize) -> usize {
        let before = slice(&self.text, 0..offset.min(self.text.len()));
        let line = before.matches('\n').count();
        let column = before.len() - before.rfind('\n').map_or(0, |newline| newline + 1);
        let start = self.lines.get(line).or(self.lines.last()).copied().unwrap_or(self.content.start);
        (start + column).min(self.content.end)
    }
}

/// An attribute of an element, an option of a fence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name, in lower case.
    pub name: String,
    /// Its value.
    pub value: String,
    /// The bytes of all of it.
    pub span: Range<usize>,
}

/// An example of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// How it is written.
    pub written_as: WrittenAs,
    /// Where it starts, in bytes.
    pub at: usize,
    /// Its attributes or options.
    pub attributes: Vec<Attribute>,
    /// Its texts.
    pub parts: Vec<Part>,
    /// The language of the HTML around it; `None` where none is named.
    pub around: Option<Lang>,
    /// Where another attribute would be written.
    pub next_attribute: usize,
    /// Where another part would be written.
    pub next_part: usize,
    /// What is in front of each line of it: of a fence in a list or a quotation, or the indent of an element.
    pub prefix: String,
}

/// What Rulepad finds of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The serialized name of the verdict; `None` where there is nothing to match.
    pub verdict: Option<String>,
    /// What a document stores as its answer.
    pub answer: String,
    /// What the first target receives, or why it receives nothing; `None` without a target.
    pub payload: Option<String>,
}

impl Example {
    /// The text of a part; `None` without it.
    #[must_use]
    pub fn part(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.name == name)
    }

    /// The attribute or option of this name.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }

    /// The language of its answer: its own, that of the HTML around it, English.
    fn lang(&self) -> Lang {
        let named = self.attribute("lang").map(|attribute| Lang::of_tag(&attribute.value));
        named.unwrap_or(self.around).unwrap_or_default()
    }

    /// The draft of the example.
    ///
    /// # Errors
    /// What keeps it from being one: no text, two input options, targets that cannot be read as they are written.
    pub(crate) fn draft(&self) -> Result<Draft, Vec<(usize, Problem)>> {
        let text = |name: &str| self.part(name).map(|part| part.text.clone());
        if ["pattern", "event"].iter().all(|name| self.part(name).is_none()) {
            return Err(vec![(self.at, Problem::NoTexts)]);
        }
        let named = self.attribute("dialect").map(|attribute| attribute.value.as_str());
        let dialect: Option<Dialect> = named.and_then(|name| serde_json::from_value(name.into()).ok());
        Ok(Draft {
            event: text("event").unwrap_or_default(),
            pattern: text("pattern").unwrap_or_default(),
            dialect: dialect.unwrap_or_default(),
            targets: targets::of(self)?,
            ..Draft::default()
        })
    }

    /// Evaluates the example, in its language; in English where it names none and stores its answer in English.
    ///
    /// # Errors
    /// Where and why it cannot be evaluated, every reason.
    pub fn answer(&self) -> Result<Answered, Vec<(usize, Problem)>> {
        let found = self.answer_in(self.lang())?;
        let stores = |found: &Answered| self.part("answer").is_none_or(|it| is_same(&it.text, &found.answer));
        if self.attribute("lang").is_none() && self.lang() != Lang::En && !stores(&found) {
            let english = self.answer_in(Lang::En)?;
            if stores(&english) {
                return Ok(english);
            }
        }
        Ok(found)
    }

    fn answer_in(&self, lang: Lang) -> Result<Answered, Vec<(usize, Problem)>> {
        let draft = self.draft()?;
        let report = evaluate(&draft, lang);
        let payloads: Vec<String> = report.targets.iter().filter_map(payload).collect();
        let matched = self.part("pattern").is_some()
            && (self.part("event").is_some() || report.verdict == Verdict::PatternError);
        let answer = if matched {
            report.answer.clone()
        } else if self.part("pattern").is_some() {
            report.in_words.as_ref().map(|words| words.sentence.clone()).unwrap_or_default()
        } else if payloads.is_empty() {
            first_problem(&report)
        } else {
            payloads.join("\n")
        };
        Ok(Answered {
            verdict: matched.then(|| name(report.verdict)),
            answer,
            payload: payloads.into_iter().next(),
        })
    }
}

/// The serialized name of a verdict.
fn name(verdict: Verdict) -> String {
    let name = serde_json::to_value(verdict).ok();
    name.and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What arrives, or why nothing does.
fn payload(target: &TargetReport) -> Option<String> {
    Some(match &target.rendered.as_ref()?.outcome {
        Outcome::Delivered(payload) => payload.text.clone(),
        Outcome::Refused { message } => message.clone(),
        Outcome::NotDelivered { reason, .. } | Outcome::Unknown { reason, .. } => reason.clone(),
    })
}

/// What is wrong with an event that nothing is matched against.
fn first_problem(report: &Report) -> String {
    let error = report.event.iter().find(|found| found.is_error());
    error.map(|found| found.message.clone()).unwrap_or_default()
}

/// Whether two answers say the same: white space and the marks of code do not count.
#[must_use]
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let plain = |text: &str| -> String {
        let text = text.replace('`', "");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    plain(one) == plain(other)
}
