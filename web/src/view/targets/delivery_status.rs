//! Whether a target receives the event, in a shape and a word.

use super::text::Text;
use crate::state::model::Answer;
use crate::state::shared::Shared;
use crate::ui::glyph::Tone;
use rulepad_workbench::{Certainty, Diagnostic, Dialect, Draft, Outcome, Severity, TargetReport, Verdict};

/// Whether the event reaches the targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// It matches.
    Reaches,
    /// It does not, or nobody knows yet.
    IfMatched,
    /// The pattern is not a rule's.
    NotOfRules,
}

impl Reach {
    /// Read from the last answer.
    pub(super) fn of(answer: Option<&Shared<Answer>>, draft: &Draft) -> Self {
        match answer.map(|answer| answer.report.verdict) {
            _ if draft.dialect != Dialect::Rule => Self::NotOfRules,
            Some(Verdict::Match) => Self::Reaches,
            _ => Self::IfMatched,
        }
    }
}

/// The shape and the word for a target's card.
pub(super) fn delivery_status(report: Option<&TargetReport>, reach: Reach) -> (Tone, Text<'static>) {
    let Some(report) = report else { return (Tone::Plain, Text::NotEvaluated) };
    let delivery = report.delivery.as_ref();
    let Some(rendered) = &report.rendered else {
        let broken = report.diagnostics.iter().any(Diagnostic::is_error);
        return if broken { (Tone::Bad, Text::Errors) } else { (Tone::Plain, Text::NoEvent) };
    };
    let unsure = rendered.certainty != Certainty::Verified
        || delivery.is_some_and(|delivery| !delivery.unverified.is_empty());
    match &rendered.outcome {
        Outcome::Refused { .. } => (Tone::Bad, Text::Refused),
        _ if report.diagnostics.iter().any(Diagnostic::is_error) => (Tone::Bad, Text::Errors),
        Outcome::NotDelivered { .. } => (Tone::Bad, Text::NotDelivered),
        _ if delivery.is_some_and(|delivery| delivery.refused.is_some()) => (Tone::Bad, Text::NotTaken),
        Outcome::Unknown { .. } => (Tone::Caution, Text::Unknown),
        Outcome::Delivered(_)
            if report.diagnostics.iter().any(|found| found.severity == Severity::Warning) =>
        {
            (Tone::Caution, Text::Warnings)
        }
        Outcome::Delivered(_) if unsure => (Tone::Caution, Text::NotVerified),
        Outcome::Delivered(_) => match reach {
            Reach::Reaches => (Tone::Good, Text::Delivered),
            Reach::IfMatched => (Tone::Plain, Text::IfMatched),
            Reach::NotOfRules => (Tone::Plain, Text::AsRule),
        },
    }
}
