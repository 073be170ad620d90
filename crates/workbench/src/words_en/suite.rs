//! What is wrong with a readable case, and what its blocks have where there is nothing, in English.

/// What a block of a delivery has where nothing is delivered.
pub(crate) const NOTHING_DELIVERED: &str = "nothing is delivered";
/// What a block of a target has where no target was rendered.
pub(crate) const NOT_RENDERED: &str = "no target was rendered";
/// What another way to the same payload has for no input option.
pub(crate) const NO_INPUT_OPTION: &str = "no input option";
/// A case without an expectation.
pub(crate) const EXPECTS_NOTHING: &str = "the case expects nothing";

pub(crate) fn no_target(problem: &serde_json::Error) -> String {
    format!("the target cannot be read: {problem}")
}

pub(crate) fn no_block(tag: &str) -> String {
    format!("no block is called `{tag}`")
}

/// A part of a case that needs another block beside it.
pub(crate) fn shown_without(part: &str, block: &str, found: &str) -> String {
    format!("the {part} is shown without `{block}`:\n{found}")
}
