//! The lines of the Why panel for alternatives, in English.

/// The line of a `$or`.
pub(crate) fn any_of(holding: usize, all: usize) -> String {
    match holding {
        0 => format!("none of the {all} alternatives holds."),
        1 => "one alternative holds, and one is enough.".to_owned(),
        more => format!("{more} alternatives hold; one is enough."),
    }
}

/// The name of an alternative, counted from 1.
pub(crate) fn alternative(number: usize) -> String {
    format!("alternative {number}")
}

/// The line of an alternative.
pub(crate) fn branch(holds: bool) -> &'static str {
    if holds { "this alternative holds." } else { "this alternative does not hold." }
}
