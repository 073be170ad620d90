//! The catalogue and its search in English.

use crate::catalogue::{Confidence, FieldFound};
use rulepad_document::{Lang, words::en};
use rulepad_pattern::Dialect;

/// A word for how sure an entry is.
pub(crate) fn confidence(own: Confidence) -> &'static str {
    match own {
        Confidence::Schema => "schema",
        Confidence::Docs => "docs",
        Confidence::Community => "community",
        Confidence::Memory => "not verified",
        Confidence::Own => "own",
    }
}

/// What that word means.
pub(crate) fn why_sure(own: Confidence) -> &'static str {
    match own {
        Confidence::Schema => "Every field is in the schema that EventBridge publishes.",
        Confidence::Docs => "The fields are those of an AWS page.",
        Confidence::Community => {
            "Not verified: AWS publishes no fields; these come from public rules and captured events."
        }
        Confidence::Memory => "Not verified: compare with an event of your own before you rely on it.",
        Confidence::Own => "An application's own event.",
    }
}

/// Why something was found.
pub(crate) fn found(why: &FieldFound) -> String {
    match why {
        FieldFound::Name(path) => format!("`{path}`"),
        FieldFound::Can { path, value } => format!("`{path}` can be `{value}`"),
        FieldFound::Is { path, value } => format!("`{path}` is `{value}`"),
    }
}

/// Where something that is not listed here belongs, in a sentence.
pub(crate) fn elsewhere(name: &str, is_event: bool, dialects: &[Dialect]) -> String {
    let readers: Vec<&str> = dialects.iter().map(|dialect| dialect.name(Lang::En)).collect();
    match (is_event, readers.is_empty()) {
        (true, true) => format!("`{name}` is what a function receives, and an event of a bus."),
        (false, true) => format!("`{name}` is what a function receives, and no event of a bus."),
        (true, false) => format!("`{name}` is an event of a bus; it is for: {}.", en::any_of(&readers)),
        (false, false) => format!("`{name}` is no event of a bus; it is for: {}.", en::any_of(&readers)),
    }
}

/// A line of a file of the catalogue that cannot be read.
pub(crate) fn unreadable_line(file: &str, line: usize) -> String {
    format!("line {line} of the catalogue's file `{file}` cannot be read")
}

/// A line of the gallery that cannot be read.
pub(crate) fn unreadable_example(line: usize) -> String {
    format!("line {line} of the gallery cannot be read")
}
