//! What an evaluation found, as plain data: everything a screen shows, already worded.

use crate::explanation::Explanation;
use rulepad_document::{Diagnostic, Edit, Lang, Span, Words};
use rulepad_pattern::Complexity;
use rulepad_rule::{Delivery, Policy};
use rulepad_transformer::Rendered;
use serde::{Deserialize, Serialize};

/// The answer to one draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Whether the event matches.
    pub verdict: Verdict,
    /// The verdict in two or three words.
    pub headline: String,
    /// What decided it, in a sentence; empty when the headline says it all.
    pub summary: String,
    /// The verdict and its reason as one plain text: what a document stores under an example.
    #[serde(default)]
    pub answer: String,
    /// What the dialect did to the record before it was tried, a sentence each.
    pub notes: Vec<String>,
    /// Problems of the event, in the order of the text.
    pub event: Vec<Diagnostic>,
    /// What the event's text is where it is not one event, and events can be read from it.
    #[serde(default)]
    pub wrapped: Option<Wrapped>,
    /// Problems of the pattern, in the order of the text.
    pub pattern: Vec<Diagnostic>,
    /// What AWS answers to this pattern, word for word, when it refuses it.
    pub aws_error: Option<String>,
    /// What that means, in a language other than English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aws_gloss: Option<String>,
    /// The explanation in the order of the pattern, one line a condition or branch.
    pub why: Vec<Line>,
    /// The explanation as data; `None` where there is no verdict.
    pub explanation: Option<Explanation>,
    /// The whole pattern said in other ways; `None` while AWS refuses it.
    pub in_words: Option<InWords>,
    /// What the pattern's wildcards cost; `None` without wildcards, and while something else is wrong with it.
    #[serde(default)]
    pub complexity: Option<Complexity>,
    /// Problems of the rule's own properties.
    pub rule: Vec<Diagnostic>,
    /// What each target receives, in the draft's order.
    pub targets: Vec<TargetReport>,
}

/// A text that is something other than one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrapped {
    /// What it is, with its article.
    pub form: String,
    /// How many events can be read from it.
    pub count: usize,
    /// Both in a sentence.
    pub sentence: String,
}

impl Wrapped {
    pub(crate) fn worded(found: &rulepad_event::Wrapped, lang: Lang) -> Self {
        Self { form: found.form.words(lang), sentence: found.words(lang), count: found.count }
    }
}

/// A pattern said in other ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InWords {
    /// As one sentence.
    pub sentence: String,
    /// As a boolean formula.
    pub formula: String,
}

/// Whether the event matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The event matches.
    Match,
    /// It does not.
    NoMatch,
    /// AWS refuses the pattern.
    PatternError,
    /// AWS refuses the event.
    EventError,
    /// The work limit was reached.
    Undecided,
}

/// One line of the explanation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// How deep it is under `$or` branches.
    pub depth: usize,
    /// The field's name, `$or`, or the number of a branch.
    pub name: String,
    /// What the line is.
    pub kind: LineKind,
    /// Whether it holds.
    pub holds: bool,
    /// What happened, in a sentence, which names the field in English alone.
    pub sentence: String,
    /// What the condition wants; empty for `$or` and its branches.
    pub wants: String,
    /// What it saw; empty when it saw nothing.
    pub saw: String,
    /// Whether `saw` beside `wants` says all that the sentence does.
    #[serde(default)]
    pub contrast: bool,
    /// Where it is in the pattern.
    pub pattern: Span,
    /// The values it looked at in the event.
    pub event: Vec<Span>,
    /// What nearly matched, with the edit of the pattern that would close it.
    pub near: Vec<Near>,
}

impl Line {
    /// The sentence with the name before it, where the sentence has not got it: only English names the field of a
    /// condition. `lang` is the language of the report.
    #[must_use]
    pub fn with_name(&self, lang: Lang) -> String {
        match (self.kind, lang) {
            (LineKind::Condition, Lang::En) => self.sentence.clone(),
            (LineKind::Condition, Lang::Ko(_)) | (LineKind::AnyOf | LineKind::Branch, _) => {
                format!("{}: {}", self.name, self.sentence)
            }
        }
    }
}

/// What a line of the explanation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// A condition: a field and its matchers.
    Condition,
    /// `$or`.
    AnyOf,
    /// One branch of an `$or`.
    Branch,
}

/// A near miss, worded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Near {
    /// The difference, as a sentence without a full stop.
    pub text: String,
    /// The edits of the pattern; empty when there is no obvious one.
    pub edits: Vec<Edit>,
}

/// What one target receives, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetReport {
    /// What the ARN says the target is, in AWS's words.
    pub kind: String,
    /// How that kind of target receives its input, in a sentence; empty when the kind is not known.
    pub receives: String,
    /// What permission EventBridge needs, in a sentence; empty when the kind is not known.
    pub permission: String,
    /// The policies that give it.
    #[serde(default)]
    pub policies: Vec<Policy>,
    /// What the target's service receives; `None` when nothing arrives or the kind is not known.
    #[serde(default)]
    pub delivery: Option<Delivery>,
    /// Problems of the target's properties and texts.
    pub diagnostics: Vec<Diagnostic>,
    /// The payload; `None` while the event cannot be read.
    pub rendered: Option<Rendered>,
}
