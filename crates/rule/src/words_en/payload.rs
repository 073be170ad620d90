//! What a service does not take of a payload, in English.

use super::expected;
use crate::format::listed;
use crate::shape::{PayloadFault, PayloadProblem};
use rulepad_document::words::en;
use std::borrow::Cow;

pub(super) fn problem(problem: &PayloadProblem) -> String {
    let at: Cow<'_, str> = match &problem.path {
        Some(path) => Cow::Owned(format!("`{path}`")),
        None => Cow::Borrowed("the payload"),
    };
    match &problem.fault {
        PayloadFault::Kind { expected: wanted, seen } => {
            format!("{at} must be {}, and it is {}", expected(*wanted), en::a(*seen))
        }
        PayloadFault::NotWhole(number) => format!("{at} must be a whole number, and it is `{number}`"),
        PayloadFault::Lacks(member) => format!("{at} lacks `{member}`"),
        PayloadFault::Empty => format!("{at} is empty"),
        PayloadFault::TooMany { length, most } => {
            format!("{at} has {length} entries, and the service takes {most}")
        }
        PayloadFault::NotAmong(choices) => format!("{at} must be one of {}", listed(choices)),
        PayloadFault::NoTime(seen) => {
            let seen = seen.map_or("an empty string", en::a);
            format!("{at} must be milliseconds since 1970 or an ISO 8601 time, and it is {seen}")
        }
    }
}
