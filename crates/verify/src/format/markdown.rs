//! A summary for a pull request or a wiki.

use super::{Report, problem_lines, survivor_lines, survivors, uncovered_parts};
use crate::load::FilePlace;
use crate::words::place;
use rulepad_document::words::en::capitalized;
use std::fmt::Write;

/// A table of every check, the reasons of those that failed, and what the tests leave open.
pub(super) fn write(report: &Report) -> String {
    let checks = report.checks();
    let mut out = format!("**{}**\n\n", words!(report.lang, tally(&checks)));
    for own in report.runs.iter().flat_map(|run| &run.results.problems) {
        section(&mut out, &own.place, None, &problem_lines(own, report.lang));
    }
    if report.coverage {
        let _ = writeln!(out, "{}\n", capitalized(&words!(report.lang, covered(report.covered_percent()))));
    }
    let _ = writeln!(out, "| | {} |\n| --- | --- | --- | --- |", words!(report.lang, COLUMNS).join(" | "));
    for check in &checks {
        let glyph = if check.passed() { "✅" } else { "❌" };
        let rule = cell(check.subject());
        let _ = writeln!(
            out,
            "| {glyph} | {rule} | {} | {} |",
            cell(&check.event),
            cell(&words!(report.lang, outcome(check)))
        );
    }
    for check in checks {
        let Some(why) = &check.failure else { continue };
        let title = format!("{} › {}", check.subject(), check.event);
        out.push('\n');
        section(&mut out, &check.place, Some(&title), &words!(report.lang, failure(why)));
    }
    for results in report.runs.iter().map(|run| &run.results) {
        for (rule, mutant) in survivors(report, results) {
            let place = super::place_or_start(mutant.place.as_ref(), results);
            out.push('\n');
            section(&mut out, &place, Some(&rule.rule), &survivor_lines(mutant, report.lang));
        }
        let open = uncovered_parts(report, results);
        if !open.is_empty() {
            out.push('\n');
        }
        for (rule, part) in open {
            let at = part.place.as_ref().map(|at| format!(", {}", place(at))).unwrap_or_default();
            let sentence = words!(report.lang, uncovered(part.part, &part.field));
            let _ = writeln!(out, "* {}: {}{}", cell(&rule.rule), cell(&sentence), cell(&at));
        }
    }
    out
}

/// A title with its place, and lines as they are.
fn section(out: &mut String, at: &FilePlace, title: Option<&str>, lines: &[String]) {
    let title = title.map(|title| format!("{}, ", cell(title))).unwrap_or_default();
    let _ = writeln!(out, "{title}{}:\n", cell(&place(at)));
    let text = lines.join("\n");
    // A fence longer than any in the text.
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let _ = writeln!(out, "{fence}text\n{text}\n{fence}");
}

/// A text in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|").replace('<', "&lt;").replace('\n', " ")
}
