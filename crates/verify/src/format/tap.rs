//! The Test Anything Protocol, version 14.

use super::{Report, title};
use crate::words_en::{failure, outcome, place};
use std::fmt::Write;

/// The first line of the protocol.
const VERSION: &str = "TAP version 14";

/// One test point for each check, with a YAML block under those that failed.
pub(super) fn write(report: &Report) -> String {
    let checks = report.checks();
    let mut out = format!("{VERSION}\n1..{}\n", checks.len());
    for (number, check) in checks.iter().enumerate() {
        let ok = if check.passed() { "ok" } else { "not ok" };
        // A `#` starts a directive.
        let title = title(check).replace('\\', "\\\\").replace('#', "\\#").replace('\n', " ");
        let _ = writeln!(out, "{ok} {} - {title}", number + 1);
        let Some(why) = &check.failure else { continue };
        let quoted = |text: &str| rulepad_document::json::quote(text);
        let _ = writeln!(out, "  ---\n  message: {}", quoted(&outcome(check)));
        let _ = writeln!(out, "  at: {}", quoted(&place(&check.place)));
        let _ = writeln!(out, "  why:");
        for line in failure(why) {
            let _ = writeln!(out, "    - {}", quoted(&line));
        }
        let _ = writeln!(out, "  ...");
    }
    out
}
