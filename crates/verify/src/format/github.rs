//! Commands of GitHub Actions: an annotation at the line of each expectation that failed.

use super::{
    Report, place_or_start, problem_lines, survivor_lines, survivor_title, survivors, uncovered_parts,
};
use crate::load::FilePlace;
use rulepad_document::Severity;
use std::fmt::Write;

/// The annotations, and the totals as a line of the log.
pub(super) fn write(report: &Report) -> String {
    let mut out = String::new();
    for results in report.runs.iter().map(|run| &run.results) {
        for own in &results.problems {
            annotate(
                &mut out,
                level(own.severity),
                &own.place,
                &words!(report.lang, problem(own)),
                &problem_lines(own, report.lang),
            );
        }
        for check in &results.checks {
            let Some(why) = &check.failure else { continue };
            let title = words!(report.lang, unexpected(check));
            annotate(&mut out, "error", &check.place, &title, &words!(report.lang, failure(why)));
        }
        for (rule, mutant) in survivors(report, results) {
            let place = place_or_start(mutant.place.as_ref(), results);
            annotate(
                &mut out,
                "error",
                &place,
                &survivor_title(rule, mutant, report.lang),
                &survivor_lines(mutant, report.lang),
            );
        }
        for (_, part) in uncovered_parts(report, results) {
            let place = place_or_start(part.place.as_ref(), results);
            annotate(
                &mut out,
                "notice",
                &place,
                &words!(report.lang, uncovered(part.part, &part.field)),
                &[],
            );
        }
    }
    let _ = writeln!(out, "{}", words!(report.lang, tally(&report.checks())));
    out
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// One annotation; its text is the title where there are no lines.
fn annotate(out: &mut String, level: &str, place: &FilePlace, title: &str, lines: &[String]) {
    let text = if lines.is_empty() { title.to_owned() } else { lines.join("\n") };
    let _ = writeln!(
        out,
        "::{level} file={},line={},col={},title={}::{}",
        property(&place.file),
        place.line,
        place.column,
        property(title),
        data(&text)
    );
}

/// The text behind a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
