//! The site of the reference in English.

use super::Group;
use rulepad_document::words::en;

pub(super) const HOME: &str = "EventBridge by example";
pub(super) const LEAD: &str = "How event patterns, events, input transformers and targets of Amazon EventBridge work: every sentence has an \
    example that you can change, and every example is a test of Rulepad.";
pub(super) const SKIP: &str = "Skip to the content";
pub(super) const SEARCH: &str = "Search";
pub(super) const OPEN: &str = "Open in Rulepad";
pub(super) const PAGES: &str = "All pages";
pub(super) const ON_THIS_PAGE: &str = "On this page";

/// The heading of a group of pages.
pub(super) fn group(group: Group) -> &'static str {
    match group {
        Group::Pattern => "Event patterns",
        Group::Event => "Events",
        Group::Transformer => "Input transformers",
        Group::Target => "Targets",
    }
}

/// The title of a page.
pub(super) fn titled(title: &str) -> String {
    format!("{title} · {HOME}")
}

/// How many cases a page has.
pub(super) fn cases(count: usize) -> String {
    en::counted(count, "example", "examples")
}

/// The name of the link that opens a case in Rulepad.
pub(super) fn open_case(title: &str) -> String {
    format!("{OPEN}: {title}")
}

/// How much of a text is left out.
pub(super) fn more(count: usize) -> String {
    format!("… and {count} characters more")
}

/// The label of a text, by its tag.
pub(super) fn part(tag: &str) -> &str {
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
        "aws" => "AWS's message",
        "message" => "Problem",
        "help" => "Help",
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
