//! How two patterns relate, in English.

pub(crate) use crate::words::{Refused, Shows};
use rulepad_pattern::compare::Relation;

/// Headline and sentence where AWS refuses a pattern.
pub(crate) fn not_compared(which: Refused) -> (&'static str, &'static str) {
    let sentence = match which {
        Refused::Both => "AWS refuses both patterns; fix them first.",
        Refused::This => "AWS refuses this pattern; fix it first.",
        Refused::Other => "AWS refuses the other pattern; fix it first.",
    };
    ("Not compared", sentence)
}

/// Headline and sentence of a relation; `in_list` where both match an event with a list of values.
pub(crate) fn relation(relation: Relation, in_list: bool) -> (&'static str, &'static str) {
    match relation {
        Relation::Same => ("Both match the same", "Both patterns match the same events."),
        Relation::Wider => {
            ("This one is wider", "This pattern matches every event that the other one matches, and more.")
        }
        Relation::Narrower => {
            ("This one is narrower", "The other pattern matches every event that this one matches, and more.")
        }
        Relation::Overlapping => (
            "They overlap",
            "Some events match both patterns, and each pattern matches events that the other one does not.",
        ),
        Relation::Disjoint if in_list => (
            "They hardly meet",
            "No event matches both patterns, unless a field holds a list with a value for each.",
        ),
        Relation::Disjoint => ("They never meet", "No event matches both patterns."),
        Relation::Unknown => (
            "Not clear",
            "Comparing these patterns takes more work than Rulepad allows; make one of them smaller.",
        ),
    }
}

/// What an answer does not cover.
pub(crate) fn notes(complete: bool) -> Vec<String> {
    let single = "Compared on events whose fields hold one value each, or none.".to_owned();
    let some = "The values tried do not represent every possible value.".to_owned();
    std::iter::once(single).chain((!complete).then_some(some)).collect()
}

/// What an event shows.
pub(crate) fn title(shows: Shows) -> &'static str {
    match shows {
        Shows::OnlyThis => "Only this one matches",
        Shows::OnlyOther => "Only the other matches",
        Shows::Both => "Both match",
        Shows::BothInList => "Both match through a list",
    }
}
