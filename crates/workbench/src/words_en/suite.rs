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

/// The label of a block, by its tag; also of a part of an example, by its name.
pub(crate) fn label(tag: &str) -> &str {
    match tag {
        "pattern" => "Event pattern",
        "event" => "Event",
        "pasted" => "Text with events",
        "dialect" => "Dialect",
        "input-path" => "Input path",
        "input" => "Constant input",
        "paths" | "input-paths-map" => "Input paths",
        "template" | "input-template" => "Input template",
        "targets" => "Targets",
        "target" => "Target",
        "parameters" => "The target's own parameters",
        "verdict" => "Verdict",
        "why" => "Why",
        "payload" => "Payload",
        "aws" => "AWS says",
        "message" => "Problem",
        "help" => "Help",
        "korean" => "Problems in Korean",
        "diagnostics" | "event-diagnostics" => "Problems by name",
        "all-fixed" => "After all fixes",
        "fixed" => "After the first fix",
        "near" => "Nearly met",
        "closed" => "With the near miss closed",
        "words" => "In words",
        "formula" => "As a formula",
        "summary" => "Summary",
        "notes" => "What was done to the record",
        "form" => "Format",
        "said" => "Conversions",
        "events" => "Events",
        "titles" => "Titles",
        "verdicts" => "Verdicts",
        "errors" => "Answer of PutEvents to each entry",
        "sizes" => "Sizes in bytes",
        "wrapped" => "In the event editor",
        "not-delivered" => "Not delivered",
        "would-be" => "The text that could not be delivered",
        "refused" | "put-targets" => "Answer of PutTargets",
        "instead" => "Suggested instead",
        "not-verified" => "Not verified",
        "delivery" => "Request of the target's service",
        "not-taken" => "Refused by the service",
        "unseen" => "Not seen in AWS",
        "remarks" => "Notes",
        "policy" => "Policies",
        other => other,
    }
}

/// The same of a case about a subscriber.
pub(crate) fn label_of_subscriber(tag: &str) -> &str {
    match tag {
        "data" => "DATA filter",
        "metadata" => "METADATA filter",
        "system-metadata" => "SYSTEM_METADATA filter",
        "subscriber" | "request" => "Subscriber",
        "event-source" => "Event source",
        "published" => "Published with",
        "headline" => "Verdict in words",
        "scopes" => "Filters",
        "said" => "Read as",
        "notes" => "What was done to the text",
        "whole" => "Whole event",
        "refusals" => "Who refuses it",
        "settings" => "Delivery",
        "arrives" => "What arrives",
        "call" => "What one call carries",
        "parameters" => "Parameters",
        "policy" => "Permissions of the role",
        "trust" => "Trust policy of the role",
        "proof" => "Filter that proves the source",
        other => label(other),
    }
}
