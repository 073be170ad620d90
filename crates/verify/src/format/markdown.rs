//! A summary for a pull request or a wiki.

use super::Report;
use crate::words_en::{COLUMNS, covered, failure, outcome, place, tally};
use rulepad_document::words::en::capitalized;
use std::fmt::Write;

/// A table of every check, and the reasons of those that failed.
pub(super) fn write(report: &Report) -> String {
    let checks = report.checks();
    let mut out = format!("**{}**\n\n", tally(&checks));
    if report.coverage {
        let _ = writeln!(out, "{}\n", capitalized(&covered(report.covered_percent())));
    }
    let _ = writeln!(out, "| | {} |\n| --- | --- | --- | --- |", COLUMNS.join(" | "));
    for check in &checks {
        let glyph = if check.passed() { "✅" } else { "❌" };
        let rule = cell(check.rule.as_deref().unwrap_or("bus"));
        let _ = writeln!(out, "| {glyph} | {rule} | {} | {} |", cell(&check.event), cell(&outcome(check)));
    }
    for check in checks {
        let Some(why) = &check.failure else { continue };
        let rule = check.rule.as_deref().unwrap_or("bus");
        let _ = writeln!(out, "\n{} › {}, {}:\n", cell(rule), cell(&check.event), cell(&place(&check.place)));
        let text = failure(why).join("\n");
        // A fence longer than any in the text.
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        let _ = writeln!(out, "{fence}text\n{text}\n{fence}");
    }
    out
}

/// A text in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|").replace('<', "&lt;").replace('\n', " ")
}
