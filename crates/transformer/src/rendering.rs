//! The answer of a rendering: plain data that crosses a worker boundary as JSON.
//!
//! `M` is what its texts are: [`Message`] until the answer is [worded](Rendered::worded), [`String`] then.

use crate::input::Input;
use crate::message::Message;
use crate::provenance::Sourced;
use crate::unverified::Unverified;
use rulepad_document::{Diagnostic, Lang, Role, Span, Words};
use serde::{Deserialize, Serialize};

/// What one target receives for one event, and everything worth saying about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(serialize = "M: Serialize", deserialize = "M: Deserialize<'de> + AsRef<str>"))]
pub struct Rendered<M = String> {
    /// What happens.
    pub outcome: Outcome<M>,
    /// How sure the outcome is.
    pub certainty: Certainty<M>,
    /// The variables of an input transformer: those of the map in its order, then the reserved ones in use.
    pub variables: Vec<Variable<M>>,
    /// Every problem of the option's texts; those for which PutTargets refuses the target come first.
    pub diagnostics: Vec<Diagnostic<M>>,
    /// Another input option that does what was probably meant; `None` where this one does.
    #[serde(default)]
    pub instead: Option<Alternative<M>>,
}

/// An input option that does what the texts of another one ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative<M = String> {
    /// What it does, in lower case, short enough for a button.
    pub text: M,
    /// The option, ready to replace that of the target.
    pub input: Input,
}

/// What happens when the event matches.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome<M = String> {
    /// The target receives this.
    Delivered(Payload),
    /// PutTargets accepts the target, and yet nothing reaches it.
    NotDelivered {
        /// Why.
        reason: M,
        /// The text that could not be delivered.
        would_be: Payload,
    },
    /// PutTargets refuses the target; the diagnostics say why.
    Refused {
        /// AWS's sentence for the first problem where it is known, otherwise that diagnostic's message.
        message: M,
    },
    /// Nobody we can cite has shown what AWS does.
    Unknown {
        /// What is unknown.
        reason: M,
        /// What the target receives if it receives anything.
        would_be: Option<Payload>,
    },
}

/// Whether AWS's documentation or behaviour backs an outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "certainty", content = "because", rename_all = "snake_case")]
pub enum Certainty<M = String> {
    /// Documented by AWS or observed on it.
    Verified,
    /// Follows from other rules only; what has not been seen.
    Unverified(Vec<M>),
}

/// The text a target receives.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Payload {
    /// The text. Of a JSON template AWS promises equal JSON, not equal white space.
    pub text: String,
    /// Whether the whole text is one JSON value.
    pub is_json: bool,
    /// Where each byte came from: in order, without gap or overlap, none empty.
    pub pieces: Vec<Piece>,
}

/// A stretch of the payload with one origin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    /// Bytes of the payload.
    pub out: Span,
    /// Where they came from.
    pub origin: Origin,
}

/// Where a stretch of the payload came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Origin {
    /// Text of the template.
    Template {
        /// Where it is in the template.
        span: Span,
    },
    /// A stretch of a placeholder's value; an object or array has many.
    Variable {
        /// The name between `<` and `>`.
        name: String,
        /// The placeholder in the template.
        span: Span,
        /// The place in the event that this stretch came from: a scalar, a key, or of brackets and commas the
        /// object or array. Empty for the rule's own variables and for a path that selects nothing.
        event_spans: Vec<Span>,
    },
    /// A value of the event.
    Event {
        /// Where it is in the event: a scalar, a key, or of brackets and commas the object or array.
        span: Span,
    },
    /// The constant.
    Constant {
        /// Where it is in the constant.
        span: Span,
    },
}

/// One variable of an input transformer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Variable<M = String> {
    /// The name, without `<` and `>`.
    pub name: String,
    /// The path as typed; empty for a reserved variable.
    pub path: String,
    /// Where the path is in the text of the input paths, quotes included.
    pub path_span: Option<Span>,
    /// The value as compact JSON; `None` when the path selects nothing.
    pub value: Option<String>,
    /// The kind of value for a person to read: `a string`, `an object`, `nothing`.
    pub kind: M,
    /// The values in the event.
    pub event_spans: Vec<Span>,
    /// The placeholders in the template.
    pub uses: Vec<Span>,
    /// Whether AWS defines it, rather than the map.
    pub reserved: bool,
}

impl Certainty<Message> {
    /// Verified when there is nothing to say, otherwise unverified for these reasons, each once.
    pub(crate) fn of(unverified: Vec<Unverified>) -> Self {
        let mut kept: Vec<Message> = Vec::new();
        for what in unverified.into_iter().map(Message::Unverified) {
            if !kept.contains(&what) {
                kept.push(what);
            }
        }
        if kept.is_empty() { Self::Verified } else { Self::Unverified(kept) }
    }
}

impl Payload {
    /// A payload with a single origin.
    #[must_use]
    pub(crate) fn whole(text: String, is_json: bool, origin: Origin) -> Self {
        let mut payload = Self { is_json, ..Self::default() };
        payload.push(&text, origin);
        payload
    }

    /// JSON of the event, each stretch with its place.
    #[must_use]
    pub(crate) fn of_event(sourced: &Sourced) -> Self {
        let mut payload = Self { is_json: true, ..Self::default() };
        for (text, span) in sourced.parts() {
            payload.push(text, Origin::Event { span });
        }
        payload
    }

    /// Appends text; nothing happens for an empty one.
    pub(crate) fn push(&mut self, text: &str, origin: Origin) {
        if !text.is_empty() {
            let start = self.text.len();
            self.text.push_str(text);
            self.pieces.push(Piece { out: Span::new(start, self.text.len()), origin });
        }
    }
}

impl Rendered<Message> {
    /// PutTargets refuses: `refusals` hold why, the one AWS names first in front; `remarks` is the rest.
    pub(crate) fn refused(
        refusals: Vec<Diagnostic<Message>>,
        remarks: Vec<Diagnostic<Message>>,
        unverified: Vec<Unverified>,
        variables: Vec<Variable<Message>>,
    ) -> Self {
        let message = refusals.first().map(refusal);
        let mut diagnostics = refusals;
        diagnostics.extend(remarks);
        let certainty = Certainty::of(unverified);
        let message = message.unwrap_or(Message::Aws(String::new()));
        Self { outcome: Outcome::Refused { message }, certainty, variables, diagnostics, instead: None }
    }

    /// The answer in words.
    #[must_use]
    pub fn worded(self, lang: Lang) -> Rendered {
        let text = |message: Message| message.words(lang);
        Rendered {
            outcome: match self.outcome {
                Outcome::Delivered(payload) => Outcome::Delivered(payload),
                Outcome::NotDelivered { reason, would_be } => {
                    Outcome::NotDelivered { reason: text(reason), would_be }
                }
                Outcome::Refused { message } => Outcome::Refused { message: text(message) },
                Outcome::Unknown { reason, would_be } => Outcome::Unknown { reason: text(reason), would_be },
            },
            certainty: match self.certainty {
                Certainty::Verified => Certainty::Verified,
                Certainty::Unverified(what) => Certainty::Unverified(what.into_iter().map(text).collect()),
            },
            variables: self.variables.into_iter().map(|variable| variable.worded(lang)).collect(),
            diagnostics: self.diagnostics.into_iter().map(|found| found.worded(lang)).collect(),
            instead: self.instead.map(|found| Alternative { text: text(found.text), input: found.input }),
        }
    }
}

/// Why PutTargets refuses a target: AWS's sentence where it is known, otherwise the diagnostic's message.
pub(crate) fn refusal(found: &Diagnostic<Message>) -> Message {
    let in_map = found.labels.first().is_some_and(|label| matches!(label.role, Role::InputPathsMap(_)));
    match &found.reference {
        Some(reference) => Message::Aws(reference.sentence.clone()),
        None if in_map => Message::InInputPaths(Box::new(found.message.clone())),
        None => found.message.clone(),
    }
}

impl Variable<Message> {
    fn worded(self, lang: Lang) -> Variable {
        let Self { name, path, path_span, value, kind, event_spans, uses, reserved } = self;
        Variable { name, path, path_span, value, kind: kind.words(lang), event_spans, uses, reserved }
    }
}
