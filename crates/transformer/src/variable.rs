//! Names of variables: the reserved ones, and those that AWS takes for a value of the event.

use crate::limits::MAX_NAME;

/// The reserved names (user guide, `eb-transform-target-input`).
pub(crate) const RESERVED: [&str; 5] = [
    "aws.events.rule-arn",
    "aws.events.rule-name",
    "aws.events.event.ingestion-time",
    "aws.events.event",
    "aws.events.event.json",
];

/// Whether a name of the map is kept for AWS. The API reference writes the prefix as `AWS.`; whether other
/// spellings are taken has not been seen, and their dot is refused anyway.
pub(crate) fn is_reserved(name: &str) -> bool {
    name.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("aws."))
}

/// Whether this variable is a whole event, which is allowed only in the place of a JSON value.
pub(crate) fn is_event(name: &str) -> bool {
    matches!(name, "aws.events.event" | "aws.events.event.json")
}

/// Whether a name in `InputPathsMap` has only the characters that AWS takes.
pub(crate) fn is_name_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

/// A name AWS takes for a variable, made from any text.
#[must_use]
pub fn variable_name(text: &str) -> String {
    let name: String =
        text.chars().map(|c| if is_name_character(c) { c } else { '-' }).take(MAX_NAME - 8).collect();
    let name = name.trim_matches('-');
    if name.is_empty() || is_reserved(name) { "value".to_owned() } else { name.to_owned() }
}

/// The wanted name, with a number where it is taken.
pub(crate) fn free_name(wanted: &str, taken: impl Fn(&str) -> bool) -> String {
    let wanted = variable_name(wanted);
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    std::iter::once(wanted.clone()).chain(numbered).find(|name| !taken(name)).unwrap_or(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_of_what_aws_takes() {
        assert_eq!(variable_name("Subnet ID"), "Subnet-ID");
        assert_eq!(variable_name("é"), "value");
        assert_eq!(variable_name(""), "value");
        assert!(variable_name(&"x".repeat(999)).len() <= MAX_NAME);
    }
}
