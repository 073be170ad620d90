//! YAML of a text that rules are read from.

use rulepad_document::Role;
pub(crate) use rulepad_document::yaml::{Yaml, is_word};

/// Reads the first document of a text.
pub(crate) fn read(text: &str) -> Yaml {
    rulepad_document::yaml::read(text, Role::Import)
}
