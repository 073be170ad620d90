//! The answer of a rendering: plain data that crosses a worker boundary as JSON.

use crate::input::Input;
use crate::provenance::Sourced;
use rulepad_document::{Diagnostic, Role, Span};
use serde::{Deserialize, Serialize};

/// What one target receives for one event, and everything worth saying about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rendered {
    /// What happens.
    pub outcome: Outcome,
    /// How sure the outcome is.
    pub certainty: Certainty,
    /// The variables of an input transformer: those of the map in its order, then the reserved ones in use.
    pub variables: Vec<Variable>,
    /// Every problem of the option's texts; those for which PutTargets refuses the target come first.
    pub diagnostics: Vec<Diagnostic>,
    /// Another input option that does what was probably meant; `None` where this one does.
    #[serde(default)]
    pub instead: Option<Instead>,
}

/// An input option that does what the texts of another one ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instead {
    /// What it does, in lower case, written to stand on a button.
    pub text: String,
    /// The option, ready to take the place of the target's own.
    pub input: Input,
}

/// What happens when the event matches.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// The target receives this.
    Delivered(Payload),
    /// PutTargets accepts the target, and yet nothing reaches it.
    NotDelivered {
        /// Why, as a sentence.
        reason: String,
        /// The text that could not be delivered.
        would_be: Payload,
    },
    /// PutTargets refuses the target; the diagnostics say why.
    Refused {
        /// AWS's sentence for the first problem where it is known, otherwise that diagnostic's message.
        message: String,
    },
    /// Nobody we can cite has shown what AWS does.
    Unknown {
        /// What is unknown, as a sentence.
        reason: String,
        /// What the target receives if it receives anything.
        would_be: Option<Payload>,
    },
}

/// Whether AWS's documentation or behaviour backs an outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "certainty", content = "because", rename_all = "snake_case")]
pub enum Certainty {
    /// Documented by AWS or observed on it.
    Verified,
    /// Follows from other rules only; each sentence says what has not been seen.
    Unverified(Vec<String>),
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
        /// Where it stands in the template.
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
        /// Where it stands in the event: a scalar, a key, or of brackets and commas the object or array.
        span: Span,
    },
    /// The constant.
    Constant {
        /// Where it stands in the constant.
        span: Span,
    },
}

/// One variable of an input transformer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Variable {
    /// The name, without `<` and `>`.
    pub name: String,
    /// The path as typed; empty for a reserved variable.
    pub path: String,
    /// Where the path stands in the input paths text, quotes included.
    pub path_span: Option<Span>,
    /// The value as compact JSON; `None` when the path selects nothing.
    pub value: Option<String>,
    /// The kind of value for a person to read: `a string`, `an object`, `nothing`.
    pub kind: String,
    /// The values in the event.
    pub event_spans: Vec<Span>,
    /// The placeholders in the template.
    pub uses: Vec<Span>,
    /// Whether AWS defines it, rather than the map.
    pub reserved: bool,
}

impl Certainty {
    /// Verified when there is nothing to say, otherwise unverified for these reasons, each once.
    #[must_use]
    pub fn from_notes(notes: Vec<String>) -> Self {
        let mut kept: Vec<String> = Vec::new();
        for note in notes {
            if !kept.contains(&note) {
                kept.push(note);
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

impl Rendered {
    /// PutTargets refuses: `refusals` say why, the one AWS names first in front; `remarks` is the rest.
    pub(crate) fn refused(
        refusals: Vec<Diagnostic>,
        remarks: Vec<Diagnostic>,
        notes: Vec<String>,
        variables: Vec<Variable>,
    ) -> Self {
        let message = refusals.first().map(|first| {
            let in_map =
                first.labels.iter().take(1).any(|label| matches!(label.role, Role::InputPathsMap(_)));
            match &first.reference {
                Some(reference) => reference.sentence.clone(),
                None if in_map => format!("in the input paths, {}", first.message),
                None => first.message.clone(),
            }
        });
        let message = message.unwrap_or_default();
        let mut diagnostics = refusals;
        diagnostics.extend(remarks);
        let certainty = Certainty::from_notes(notes);
        Self { outcome: Outcome::Refused { message }, certainty, variables, diagnostics, instead: None }
    }
}
