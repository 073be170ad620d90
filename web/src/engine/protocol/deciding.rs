//! What the evaluation worker decides on the way to a change of the draft.

use super::{QuestionKind, known};
use rulepad_workbench::Lang;
use rulepad_workbench::builder::{Built, Change, build, built};
use rulepad_workbench::pick::{Condition, NewVariable, Picked, add_to_pattern, add_variable, at, set_value};
use rulepad_workbench::{Dialect, Edit, EventLog, Input, Span, Table, event_log, fix_event, fix_pattern};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What is to be decided.
#[derive(Debug, Serialize, Deserialize)]
pub enum Decision<'q> {
    /// Which value stands at a byte of the event.
    Pick {
        /// The event.
        event: Cow<'q, str>,
        /// The byte.
        offset: usize,
    },
    /// How the pattern asks for the value at a byte of the event.
    Condition {
        /// The pattern.
        pattern: Cow<'q, str>,
        /// Who reads it.
        dialect: Dialect,
        /// The event.
        event: Cow<'q, str>,
        /// The byte.
        offset: usize,
    },
    /// How the event meets one condition of the pattern.
    SetValue {
        /// The pattern.
        pattern: Cow<'q, str>,
        /// Who reads it.
        dialect: Dialect,
        /// The event.
        event: Cow<'q, str>,
        /// Where the condition is in the pattern.
        condition: Span,
    },
    /// How a target's input hands the value at a byte of the event on.
    Variable {
        /// The input as it is.
        input: Cow<'q, Input>,
        /// The event.
        event: Cow<'q, str>,
        /// The byte.
        offset: usize,
    },
    /// What the event is without its mistakes.
    FixEvent(Cow<'q, str>),
    /// What a pattern is without its mistakes.
    FixPattern {
        /// The pattern.
        pattern: Cow<'q, str>,
        /// Who reads it.
        dialect: Dialect,
    },
    /// What a form can show of the pattern.
    Form {
        /// The pattern.
        pattern: Cow<'q, str>,
        /// Who reads it.
        dialect: Dialect,
        /// The event.
        event: Cow<'q, str>,
    },
    /// Which edits of the pattern carry a change of the form out.
    Change {
        /// The pattern.
        pattern: Cow<'q, str>,
        /// Who reads it.
        dialect: Dialect,
        /// The change.
        change: Cow<'q, Change>,
    },
    /// What a table holds after these payloads were written down.
    Log {
        /// The table.
        table: Cow<'q, Table>,
        /// The payloads, oldest first.
        payloads: Vec<Cow<'q, str>>,
    },
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Decided {
    /// The value there, if there is one.
    Picked(Option<Picked>),
    /// The pattern's change, or why there is none.
    Condition(Result<Condition, String>),
    /// The edits of the event, or why there are none.
    ValueSet(Result<Vec<Edit>, String>),
    /// The new input, or why there is none.
    Variable(Result<NewVariable, String>),
    /// The text with the errors fixed that have a fix.
    Fixed(String),
    /// The form.
    Form(Box<Built>),
    /// The edits, or why it cannot be carried out.
    Change(Result<Vec<Edit>, String>),
    /// What the table holds.
    Log(EventLog),
}

impl Decision<'_> {
    /// What it takes the place of.
    pub(crate) fn kind(&self) -> QuestionKind {
        match self {
            Self::Pick { .. } => QuestionKind::Pick,
            Self::Condition { .. } | Self::SetValue { .. } => QuestionKind::Condition,
            Self::Variable { .. } => QuestionKind::Variable,
            Self::FixEvent(_) | Self::FixPattern { .. } => QuestionKind::Fixing,
            Self::Form { .. } => QuestionKind::Form,
            Self::Change { .. } => QuestionKind::Change,
            Self::Log { .. } => QuestionKind::Log,
        }
    }

    /// What is decided. Only the worker and tests call it.
    pub(crate) fn decide(&self, lang: Lang) -> Decided {
        match self {
            Self::Pick { event, offset } => Decided::Picked(at(event, *offset, lang)),
            Self::Condition { pattern, dialect, event, offset } => {
                Decided::Condition(add_to_pattern(pattern, event, *offset, *dialect, lang))
            }
            Self::SetValue { pattern, dialect, event, condition } => {
                Decided::ValueSet(set_value(pattern, *dialect, event, *condition, lang))
            }
            Self::Variable { input, event, offset } => {
                Decided::Variable(add_variable(input, event, *offset, lang))
            }
            Self::FixEvent(event) => Decided::Fixed(fix_event(event)),
            Self::FixPattern { pattern, dialect } => Decided::Fixed(fix_pattern(pattern, *dialect)),
            Self::Form { pattern, dialect, event } => {
                let known = known::catalogue();
                Decided::Form(Box::new(built(pattern, event, *dialect, known.as_deref(), lang)))
            }
            Self::Change { pattern, dialect, change } => {
                Decided::Change(build(pattern, *dialect, change, lang))
            }
            Self::Log { table, payloads } => {
                let payloads: Vec<String> = payloads.iter().map(|payload| payload.to_string()).collect();
                Decided::Log(event_log(table, &payloads, lang))
            }
        }
    }
}
