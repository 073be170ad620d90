//! Commands of GitHub Actions: an annotation at the line of each expectation that failed.

use super::Report;
use crate::words_en::{failure, tally, unexpected};
use std::fmt::Write;

/// The annotations, and the totals as a line of the log.
pub(super) fn write(report: &Report) -> String {
    let mut out = String::new();
    for check in report.checks() {
        let Some(why) = &check.failure else { continue };
        let place = &check.place;
        let title = unexpected(check);
        let lines = failure(why);
        let text = if lines.is_empty() { title.clone() } else { lines.join("\n") };
        let _ = writeln!(
            out,
            "::error file={},line={},col={},title={}::{}",
            property(&place.file),
            place.line,
            place.column,
            property(&title),
            data(&text)
        );
    }
    let _ = writeln!(out, "{}", tally(&report.checks()));
    out
}

/// The text behind a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
