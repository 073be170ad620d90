//! The builder: an event pattern as a form of fields with values and operators, two ways with its JSON.
//!
//! [`built`] shows what a form can show of a pattern; [`build`] carries one change out as edits of the JSON
//! that leave every other byte as it is. What a form cannot show is [`Kept`] as written.

mod change;
mod edit;
mod matcher;
mod not_built;
mod offers;
mod read;

pub use change::{Change, build};
pub use matcher::{Comparison, Matcher, operators, start, text_of};
pub(crate) use not_built::{KeptWhy, NoForm, NotBuilt, RowNote};
pub use offers::{Choice, FieldChoice, Offer, Origin};
pub use rulepad_pattern::Operator;

use crate::catalogue::{Catalogue, FieldKind, Named};
use rulepad_document::{Lang, Span};
use rulepad_pattern::{Dialect, parse_in};
use serde::{Deserialize, Serialize};

/// A pattern as a form.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Built {
    /// Why the form cannot show the pattern and stays closed, in a sentence.
    pub problem: Option<String>,
    /// The fields the form shows, in the order of the text.
    pub rows: Vec<Row>,
    /// What it cannot show, in the order of the text.
    pub kept: Vec<Kept>,
    /// The services to choose from; empty where events have no source, and without a catalogue.
    pub services: Vec<Choice>,
    /// The event types of the chosen services.
    pub event_types: Vec<Choice>,
    /// The fields that could be added: those of the chosen event type, then others of the event.
    pub fields: Vec<FieldChoice>,
    /// The operators of the dialect.
    pub operators: Vec<Operator>,
}

impl Built {
    /// The row of a field.
    #[must_use]
    pub fn row(&self, field: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.field == field)
    }
}

/// A field and the matchers of which one must accept its value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The joined name, `detail.build-status`.
    pub field: String,
    /// Where the last part of the name and the list are.
    pub span: Span,
    /// What is in the list.
    pub matchers: Vec<MatcherForm>,
    /// Values to pick several of.
    pub offers: Vec<Offer>,
    /// What is at the field; `None` where neither catalogue nor event show it.
    pub kind: Option<FieldKind>,
    /// What is probably wrong with the row, in a sentence; mostly empty.
    pub note: String,
}

/// One matcher of a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MatcherForm {
    /// What it is.
    pub matcher: Matcher,
    /// As it is written.
    pub text: String,
    /// What it requires, as it is written after "the pattern requires"; empty where AWS refuses it.
    pub words: String,
    /// Where it is.
    pub span: Span,
}

/// A part of the pattern that the form leaves as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// The joined name.
    pub field: String,
    /// The part, as it is written.
    pub text: String,
    /// Why the form does not show it, in a sentence.
    pub why: String,
    /// Where it is.
    pub span: Span,
}

/// What a form can show of a pattern, with what the catalogue and the event offer for it.
///
/// Never fails: a pattern that cannot be read gives a [`problem`](Built::problem).
#[must_use]
pub fn built(
    pattern: &str,
    event: &str,
    dialect: Dialect,
    catalogue: Option<&Catalogue>,
    lang: Lang,
) -> Built {
    let operators = operators(dialect);
    let document = match read::document(pattern) {
        Ok(document) => document,
        Err(why) => {
            let problem = Some(words!(lang, builder::no_form(&why)));
            return Built { problem, operators, ..Built::default() };
        }
    };
    let parsed = parse_in(pattern, dialect);
    let mut out = read::form(pattern, &document, &parsed.pattern, lang);
    out.operators = operators;
    let named = Named::by(&parsed.pattern, catalogue.filter(|_| dialect.has_envelope()));
    offers::add(&mut out, event, dialect, &named, lang);
    out
}

#[cfg(test)]
mod tests;
