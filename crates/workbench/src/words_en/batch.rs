//! Answers to lines of bulk work, in English.

pub(crate) use crate::words::LineFault;
use rulepad_document::words::en;

pub(crate) fn fault(fault: LineFault) -> String {
    let fixed = match fault {
        LineFault::EmptyEvent => "the event is empty",
        LineFault::NoEvent => "the line has no \"event\"",
        LineFault::NotAnObject(kind) => return format!("an event is an object; this is {}", en::a(kind)),
        LineFault::Stopped => "stopped at the work limit",
    };
    fixed.to_owned()
}

/// A line that is not of the format; `problem` is serde's.
pub(crate) fn not_a_line(problem: &serde_json::Error) -> String {
    format!("not a line of this format: {problem}")
}

/// What nobody has verified.
pub(crate) fn not_verified(reason: &str) -> String {
    format!("not verified: {reason}")
}
