//! The lines of the Why panel for alternatives, in Korean.

/// The line of a `$or`.
pub(crate) fn any_of(holding: usize, all: usize) -> String {
    match holding {
        0 => format!("분기 {all}개 모두 미충족"),
        some => format!("분기 {some}개 충족(하나면 됩니다)"),
    }
}

/// The name of an alternative, counted from 1.
pub(crate) fn alternative(number: usize) -> String {
    format!("분기 {number}")
}

/// The line of an alternative.
pub(crate) fn branch(holds: bool) -> &'static str {
    if holds { "충족" } else { "미충족" }
}
