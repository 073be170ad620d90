//! The site of the reference in English.

use rulepad_document::words::en;

/// Its own name.
pub(super) const LANGUAGE: &str = "English";
pub(super) const HOME: &str = "EventBridge by example";
pub(super) const LEAD: &str = "How event patterns, events, input transformers and targets of Amazon EventBridge work, and subscribers of custom \
    event buses: every example is a test of Rulepad, and those about rules can be changed.";
pub(super) const SKIP: &str = "Skip to the content";
pub(super) const SEARCH: &str = "Search";
pub(super) const OPEN: &str = "Open in Rulepad";
pub(super) const PAGES: &str = "All pages";
pub(super) const ON_THIS_PAGE: &str = "On this page";
pub(super) const NOTHING_FOUND: &str = "Nothing found.";
pub(super) const FOUND: &str = "{count} found.";
pub(super) const FIRST_FOUND: &str = "{count} found; the first {most} are listed.";

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
