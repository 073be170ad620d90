//! The one diagnostic type, from parser to pixel.

use crate::text::{LineIndex, Span, utf16_len};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One problem of one draft: what happened, where, and what to do about it.
///
/// Made only by the named constructors in each crate's `diagnostics.rs`. Codes are `station.problem`,
/// are never reused, and each has a case in `tests/suite`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Stable name of the rule that was broken, such as `pattern.bare-value`.
    pub code: Cow<'static, str>,
    /// How bad it is.
    pub severity: Severity,
    /// What happened, in lower case, with user input in backticks.
    pub message: String,
    /// Where; the first label is the place to underline.
    pub labels: Vec<Label>,
    /// What to do, most useful first.
    pub help: Vec<Help>,
    /// What AWS itself says about this problem, where it says anything.
    pub reference: Option<Reference>,
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

/// Which text of the draft a span belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "document", content = "target", rename_all = "snake_case")]
pub enum Role {
    /// The event.
    Event,
    /// The event pattern.
    Pattern,
    /// `Input` of the target with this index.
    Input(u32),
    /// `InputPath` of the target with this index.
    InputPath(u32),
    /// `InputPathsMap` of the target with this index.
    InputPathsMap(u32),
    /// `InputTemplate` of the target with this index.
    InputTemplate(u32),
    /// The property of its own that the kind of the target with this index has, such as `EcsParameters`.
    Parameters(u32),
    /// Another property of the target with this index, its id or its ARN.
    Target(u32),
    /// The rule's own properties: name, bus, description.
    Rule,
    /// The table of an event log: the name or the path of one of its keys.
    Table,
    /// A text that rules are read from; not a part of the draft.
    Import,
}

impl Role {
    /// The index of the target the text belongs to.
    #[must_use]
    pub fn target(self) -> Option<u32> {
        match self {
            Self::Input(target)
            | Self::InputPath(target)
            | Self::InputPathsMap(target)
            | Self::InputTemplate(target)
            | Self::Parameters(target)
            | Self::Target(target) => Some(target),
            Self::Event | Self::Pattern | Self::Rule | Self::Table | Self::Import => None,
        }
    }
}

/// A place and what it has to do with the problem.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Label {
    /// The text the span belongs to.
    #[serde(flatten)]
    pub role: Role,
    /// The place.
    pub span: Span,
    /// A few words for this place; empty when the message says it all.
    pub text: String,
}

/// One thing to do, with the edit that does it where there is an obvious one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Help {
    /// A sentence without a full stop, written to stand on a button when there is an edit.
    pub text: String,
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

/// What AWS says about a problem, and where its parser stood when it said it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// AWS's words, without the frame around them.
    pub sentence: String,
    /// Byte offset of the parser's cursor.
    pub cursor: u32,
    /// How often the ` at [Source…]` line follows.
    pub locations: u8,
    /// Byte offset up to which AWS's parser had read without a problem when it met this one. It says which of
    /// several problems is the first.
    #[serde(default)]
    pub reached: u32,
}

impl Reference {
    /// The sentence with its location lines, as AWS prints it for this text.
    ///
    /// Column and the 500-unit cut of the text count UTF-16 units.
    #[must_use]
    pub fn located(&self, text: &str) -> String {
        let mut out = self.sentence.clone();
        for _ in 0..self.locations {
            out.push_str("\n at ");
            out.push_str(&source_location(text, self.cursor as usize));
        }
        out
    }
}

/// `[Source: (String)"…"; line: 1, column: 2]` for a byte offset of the text.
#[must_use]
pub fn source_location(text: &str, offset: usize) -> String {
    const SHOWN: usize = 500;
    let position = LineIndex::new(text).position(offset);
    let total = utf16_len(text);
    let mut source = String::from("\"");
    let mut units = 0;
    for c in text.chars() {
        units += c.len_utf16();
        if units > SHOWN {
            // Half of a surrogate pair at the cut comes out as a question mark.
            source.push_str(if units - c.len_utf16() < SHOWN { "?" } else { "" });
            break;
        }
        match c {
            '\n' | '\r' => source.push(c),
            c if c.is_control() => source.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => source.push(c),
        }
    }
    source.push('"');
    if total > SHOWN {
        source.push_str(&format!("[truncated {} chars]", total - SHOWN));
    }
    format!("[Source: (String){source}; line: {}, column: {}]", position.line, position.column)
}

impl Diagnostic {
    /// A diagnostic with one label and nothing else.
    #[must_use]
    pub fn new(
        code: &'static str,
        severity: Severity,
        role: Role,
        span: Span,
        message: impl Into<String>,
    ) -> Self {
        Self {
            code: Cow::Borrowed(code),
            severity,
            message: message.into(),
            labels: vec![Label { role, span, text: String::new() }],
            help: Vec::new(),
            reference: None,
        }
    }

    /// Adds a second place.
    #[must_use]
    pub fn label(mut self, role: Role, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { role, span, text: text.into() });
        self
    }

    /// Adds advice without an edit.
    #[must_use]
    pub fn advice(mut self, text: impl Into<String>) -> Self {
        self.help.push(Help { text: text.into(), edits: Vec::new() });
        self
    }

    /// Adds advice that one click carries out.
    #[must_use]
    pub fn fix(mut self, text: impl Into<String>, edits: Vec<Edit>) -> Self {
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
        self.reference = Some(Reference { sentence: sentence.into(), cursor, locations, reached: cursor });
        self
    }

    /// The place to underline.
    #[must_use]
    pub fn span(&self) -> Span {
        self.labels.first().map(|label| label.span).unwrap_or_default()
    }

    /// The first help that carries an edit.
    #[must_use]
    pub fn first_fix(&self) -> Option<&Help> {
        self.help.iter().find(|help| !help.edits.is_empty())
    }

    /// Whether AWS refuses the text because of this.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Applies edits to a text, from the last to the first; an edit that overlaps one already applied or
/// does not fit the text is left out.
#[must_use]
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| (edit.span.start, edit.span.end));
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

/// How many bytes [`keep_sound_fixes`] reads at most.
const SOUNDNESS_BUDGET: usize = 2 << 20;

/// Takes the edits from every fix that would not remove its own diagnostic, or would add an error.
///
/// A text that has gone off the rails, by a missing quote say, has problems whose obvious mend makes
/// things worse; only what helps is offered. Fixes past the budget are not tried and lose their edits.
pub fn keep_sound_fixes(
    text: &str,
    diagnostics: &mut [Diagnostic],
    diagnose: impl Fn(&str) -> Vec<Diagnostic>,
) {
    let codes = |found: &[Diagnostic], errors_only: bool| {
        let mut codes: BTreeMap<Cow<'static, str>, usize> = BTreeMap::new();
        for found in found.iter().filter(|found| !errors_only || found.is_error()) {
            *codes.entry(found.code.clone()).or_default() += 1;
        }
        codes
    };
    let (all, errors) = (codes(diagnostics, false), codes(diagnostics, true));
    let mut budget = SOUNDNESS_BUDGET;
    for diagnostic in diagnostics {
        let code = diagnostic.code.clone();
        for help in diagnostic.help.iter_mut().filter(|help| !help.edits.is_empty()) {
            let affordable = budget.checked_sub(text.len());
            budget = affordable.unwrap_or(0);
            let sound = affordable.is_some() && {
                let after = diagnose(&apply(text, &help.edits));
                let fewer = codes(&after, false).get(&code) < all.get(&code);
                fewer && codes(&after, true).iter().all(|(code, count)| errors.get(code) >= Some(count))
            };
            if !sound {
                help.edits.clear();
            }
        }
    }
}

/// AWS's first problem among these: of the errors that AWS words, the one its parser meets first. Where it
/// has read up to a value, it checks that value before it goes on to the next problem of the JSON.
#[must_use]
pub fn first_reference(diagnostics: &[Diagnostic]) -> Option<&Reference> {
    diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_error())
        .filter_map(|diagnostic| diagnostic.reference.as_ref().map(|reference| (diagnostic, reference)))
        .min_by_key(|(diagnostic, reference)| (reference.reached, diagnostic.code.starts_with("json.")))
        .map(|(_, reference)| reference)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_apply_in_any_order_and_never_overlap() {
        let edit = |start, end, text: &str| Edit { span: Span::new(start, end), text: text.into() };
        assert_eq!(apply("abcdef", &[edit(4, 5, "E"), edit(0, 1, "AA")]), "AAbcdEf");
        assert_eq!(apply("abc", &[edit(0, 2, "x"), edit(1, 3, "y")]), "xc");
        assert_eq!(apply("é", &[edit(1, 2, "x")]), "é", "inside a character");
    }

    #[test]
    fn source_locations_cut_long_texts_at_500_units() {
        let text = "x".repeat(503);
        let shown = source_location(&text, 2);
        assert!(shown.ends_with("\"[truncated 3 chars]; line: 1, column: 3]"), "{shown}");
        assert_eq!(source_location("{}", 2), "[Source: (String)\"{}\"; line: 1, column: 3]");
        let shown = source_location(&format!("{}😀", "x".repeat(499)), 0);
        assert!(shown.ends_with("x?\"[truncated 1 chars]; line: 1, column: 1]"), "{shown}");
    }

    #[test]
    fn source_locations_spell_control_characters_out() {
        assert_eq!(
            source_location("\t{\r\n\u{7f}\u{85}}", 4),
            "[Source: (String)\"\\u0009{\r\n\\u007F\\u0085}\"; line: 2, column: 1]"
        );
    }
}
