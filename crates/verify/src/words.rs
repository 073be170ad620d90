//! What both languages need of test files and their results: pieces of sentences that are no language.

use crate::load::FilePlace;
use crate::result::{Condition, Difference};

/// How many names of a list are written out.
const MOST: usize = 12;

/// A name in backticks.
pub(crate) fn code(name: impl AsRef<str>) -> String {
    format!("`{}`", name.as_ref())
}

/// The first line of an answer of AWS.
pub(crate) fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// Names in backticks, the first of a long list, and how many more there are.
pub(crate) fn shown<T: AsRef<str>>(names: &[T]) -> (Vec<String>, usize) {
    (names.iter().take(MOST).map(code).collect(), names.len().saturating_sub(MOST))
}

/// A place as editors and terminals take it.
pub(crate) fn place(place: &FilePlace) -> String {
    format!("{}:{}:{}", place.file, place.line, place.column)
}

/// A condition and what nearly matched it, a line each; `near_miss` is before the latter.
pub(crate) fn condition(own: &Condition, near_miss: &str) -> Vec<String> {
    let indent = "  ".repeat(own.depth);
    let glyph = if own.holds { '✓' } else { '✕' };
    let at = own.place.as_ref().map(|at| format!("  ({})", place(at))).unwrap_or_default();
    let mut lines = vec![format!("{indent}{glyph} {}{at}", own.sentence)];
    lines.extend(own.near.iter().map(|near| format!("{indent}  {near_miss}: {near}")));
    lines
}

/// A difference under its place; `nothing` is instead of a text that is not there.
pub(crate) fn difference(own: &Difference, at: &str, nothing: &str) -> Vec<String> {
    let shown = |text: &Option<String>| text.clone().unwrap_or_else(|| nothing.to_owned());
    vec![format!("{at}:"), format!("  - {}", shown(&own.expected)), format!("  + {}", shown(&own.found))]
}
