//! What both languages need: data without a place of its own, and pieces of sentences that are no language.

use rulepad_document::json::ValueKind;

/// AWS's sentence for a rule that has neither.
pub(crate) const NEITHER: &str = "Parameter(s) EventPattern or ScheduleExpression must be specified.";

/// Why a line of bulk work gives nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) enum LineFault {
    EmptyEvent,
    NoEvent,
    NotAnObject(ValueKind),
    Stopped,
}

/// A word about a completion.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Completes {
    Object,
    ArrayOf(usize),
    EnvelopeField,
    Or,
    KnownValue,
    ValueOfEvent,
}

/// Which of two patterns AWS refuses.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Refused {
    This,
    Other,
    Both,
}

/// What an event shows of two patterns.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shows {
    OnlyThis,
    OnlyOther,
    Both,
    BothInList,
}

/// A constant on one line, cut to what fits beside a target.
pub(crate) fn cut_constant(text: &str) -> String {
    const SHOWN: usize = 60;
    let shown: String = text.chars().take(SHOWN).collect();
    let more = if shown.len() < text.len() { "…" } else { "" };
    format!("{}{more}", shown.replace('\n', " "))
}
