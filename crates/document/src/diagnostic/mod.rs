//! The one diagnostic type, from parser to pixel.

mod code;
mod reference;
mod role;
mod sound;

pub use code::{CodeName, Codes};
pub use reference::{Reference, first_reference, source_location};
pub use role::{Role, RuleProperty, TableKey, TargetProperty};
pub use sound::keep_sound_fixes;

use crate::text::Span;
use crate::words::{Lang, Words};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One problem of one draft: what happened, where, and what to do about it.
///
/// Made only by the named constructors in each crate's `diagnostics`. Codes are `station.problem`,
/// are never reused, and each has a case in `tests/suite`.
///
/// `M` is what its texts are: a crate's `Message` where the diagnostic is made, [`String`] once it is
/// [worded](Self::worded).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(serialize = "M: Serialize", deserialize = "M: Deserialize<'de> + AsRef<str>"))]
pub struct Diagnostic<M = String> {
    /// Stable name of the rule that was broken, such as `pattern.bare-value`.
    pub code: CodeName,
    /// How bad it is.
    pub severity: Severity,
    /// What happened, in lower case, with user input in backticks.
    pub message: M,
    /// Where; the first label is the place to underline.
    pub labels: Vec<Label<M>>,
    /// What to do, most useful first.
    pub help: Vec<Help<M>>,
    /// What AWS itself says about this problem, where it says anything.
    pub reference: Option<Reference<M>>,
}

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// AWS refuses the text.
    Error,
    /// AWS accepts the text, and it is probably wrong.
    Warning,
    /// Worth knowing.
    Note,
}

/// A place and what it has to do with the problem.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(serialize = "M: Serialize", deserialize = "M: Deserialize<'de> + AsRef<str>"))]
pub struct Label<M = String> {
    /// The text the span belongs to.
    #[serde(flatten)]
    pub role: Role,
    /// The place.
    pub span: Span,
    /// A few words for this place, where the message does not say it all. Serialised as an empty text when
    /// there are none.
    #[serde(serialize_with = "empty_for_none", deserialize_with = "none_for_empty")]
    pub text: Option<M>,
}

/// One thing to do, with the edit that does it where there is an obvious one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Help<M = String> {
    /// A sentence without a full stop, short enough for a button when there is an edit.
    pub text: M,
    /// The edits that do it, all of the first label's document, not overlapping.
    pub edits: Vec<Edit>,
}

/// Replace a span by a new text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What to replace; empty to insert.
    pub span: Span,
    /// The new text.
    pub text: String,
}

fn empty_for_none<M: Serialize, S: Serializer>(text: &Option<M>, to: S) -> Result<S::Ok, S::Error> {
    match text {
        Some(text) => text.serialize(to),
        None => to.serialize_str(""),
    }
}

fn none_for_empty<'de, M, D>(from: D) -> Result<Option<M>, D::Error>
where
    M: Deserialize<'de> + AsRef<str>,
    D: Deserializer<'de>,
{
    let text = M::deserialize(from)?;
    Ok(if text.as_ref().is_empty() { None } else { Some(text) })
}

impl<M> Diagnostic<M> {
    /// A diagnostic with one label and nothing else.
    #[must_use]
    pub fn new(
        code: impl Into<CodeName>,
        severity: Severity,
        role: Role,
        span: Span,
        message: impl Into<M>,
    ) -> Self {
        Self {
            code: code.into(),
            severity,
            message: message.into(),
            labels: vec![Label { role, span, text: None }],
            help: Vec::new(),
            reference: None,
        }
    }

    /// Adds a second place.
    #[must_use]
    pub fn label(mut self, role: Role, span: Span, text: impl Into<M>) -> Self {
        self.labels.push(Label { role, span, text: Some(text.into()) });
        self
    }

    /// Adds advice without an edit.
    #[must_use]
    pub fn advice(self, text: impl Into<M>) -> Self {
        self.fix(text, Vec::new())
    }

    /// Adds advice that one click carries out.
    #[must_use]
    pub fn fix(mut self, text: impl Into<M>, edits: Vec<Edit>) -> Self {
        self.help.push(Help { text: text.into(), edits });
        self
    }

    /// Adds AWS's sentence with its location line.
    #[must_use]
    pub fn aws(self, sentence: impl Into<String>, cursor: usize) -> Self {
        self.aws_located(sentence, cursor, 1)
    }

    /// Adds AWS's sentence, with as many location lines as AWS prints for it.
    #[must_use]
    pub fn aws_located(mut self, sentence: impl Into<String>, cursor: usize, locations: u8) -> Self {
        let cursor = u32::try_from(cursor).unwrap_or(u32::MAX);
        let sentence = sentence.into();
        self.reference = Some(Reference { sentence, cursor, locations, reached: cursor, gloss: None });
        self
    }

    /// Adds AWS's sentence that is known as data, which has a gloss in other languages: in English it is AWS's words.
    #[must_use]
    pub fn aws_known(self, said: impl Words + Into<M>, cursor: usize, locations: u8) -> Self {
        let mut found = self.aws_located(said.words(Lang::En), cursor, locations);
        if let Some(reference) = &mut found.reference {
            reference.gloss = Some(said.into());
        }
        found
    }

    /// The place to underline.
    #[must_use]
    pub fn span(&self) -> Span {
        self.labels.first().map(|label| label.span).unwrap_or_default()
    }

    /// The first help that carries an edit.
    #[must_use]
    pub fn first_fix(&self) -> Option<&Help<M>> {
        self.help.iter().find(|help| !help.edits.is_empty())
    }

    /// Whether AWS refuses the text because of this.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Whether it is the problem with this code.
    #[must_use]
    pub fn is(&self, code: impl Into<CodeName>) -> bool {
        self.code == code.into()
    }

    /// Whether it is a problem of the JSON text itself, and not of what the text means.
    #[must_use]
    pub fn is_of_json(&self) -> bool {
        self.code.of::<crate::json::Code>().is_some()
    }

    /// The same diagnostic with other texts.
    #[must_use]
    pub fn map<N>(self, text: impl Fn(M) -> N) -> Diagnostic<N> {
        let Self { code, severity, message, labels, help, reference } = self;
        Diagnostic {
            code,
            severity,
            message: text(message),
            labels: labels
                .into_iter()
                .map(|label| Label { role: label.role, span: label.span, text: label.text.map(&text) })
                .collect(),
            help: help.into_iter().map(|help| Help { text: text(help.text), edits: help.edits }).collect(),
            reference: reference.map(|reference| reference.map(&text)),
        }
    }

    /// The same diagnostic among those of a crate whose messages include these.
    #[must_use]
    pub fn lift<N: From<M>>(self) -> Diagnostic<N> {
        self.map(N::from)
    }
}

impl<M: Words> Diagnostic<M> {
    /// The diagnostic in words.
    #[must_use]
    pub fn worded(&self, lang: Lang) -> Diagnostic {
        let label = |label: &Label<M>| Label {
            role: label.role,
            span: label.span,
            text: label.text.as_ref().map(|text| text.words(lang)),
        };
        let help = |help: &Help<M>| Help { text: help.text.words(lang), edits: help.edits.clone() };
        Diagnostic {
            code: self.code.clone(),
            severity: self.severity,
            message: self.message.words(lang),
            labels: self.labels.iter().map(label).collect(),
            help: self.help.iter().map(help).collect(),
            reference: self.reference.as_ref().map(|reference| reference.worded(lang)),
        }
    }
}

/// Diagnostics in words.
#[must_use]
pub fn worded<M: Words>(found: &[Diagnostic<M>], lang: Lang) -> Vec<Diagnostic> {
    found.iter().map(|found| found.worded(lang)).collect()
}

/// Applies edits to a text, from the last to the first; an edit that overlaps one already applied or
/// does not fit the text is left out.
#[must_use]
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    crate::order::sort_by_key(&mut sorted, |edit| (edit.span.start, edit.span.end));
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in sorted {
        let range = edit.span.range();
        if range.start < done {
            continue;
        }
        let (Some(kept), Some(_)) = (text.get(done..range.start), text.get(range.clone())) else {
            continue;
        };
        out.push_str(kept);
        out.push_str(&edit.text);
        done = range.end;
    }
    out.push_str(text.get(done..).unwrap_or(""));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Message;

    #[test]
    fn edits_apply_in_any_order_and_never_overlap() {
        let edit = |start, end, text: &str| Edit { span: Span::new(start, end), text: text.into() };
        assert_eq!(apply("abcdef", &[edit(4, 5, "E"), edit(0, 1, "AA")]), "AAbcdEf");
        assert_eq!(apply("abc", &[edit(0, 2, "x"), edit(1, 3, "y")]), "xc");
        assert_eq!(apply("é", &[edit(1, 2, "x")]), "é", "inside a character");
    }

    #[test]
    fn a_gloss_is_for_other_languages_than_awss() {
        let found = || {
            Diagnostic::<Message>::new(
                crate::json::Code::Empty,
                Severity::Error,
                Role::Pattern,
                Span::at(0),
                Message::Empty,
            )
            .aws_known(Message::OpenedHere, 0, 1)
        };
        let reference = found().worded(Lang::En).reference.unwrap();
        assert_eq!((reference.sentence.as_str(), reference.gloss), ("opened here", None));
        let reference = found().worded(Lang::KO).reference.unwrap();
        assert_eq!(
            (reference.sentence.as_str(), reference.gloss.as_deref()),
            ("opened here", Some("여기서 열림"))
        );
        let json = |lang| serde_json::to_string(&found().worded(lang).reference).unwrap();
        assert!(!json(Lang::En).contains("gloss") && json(Lang::KO).contains("gloss"));
    }
}
