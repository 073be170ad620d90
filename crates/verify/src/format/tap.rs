//! The Test Anything Protocol, version 14.

use super::{Report, problem_lines, problem_title, survivor_lines, survivor_title, survivors, title};
use crate::load::FilePlace;
use crate::words::place;
use rulepad_document::json::quote;
use std::fmt::Write;

/// The first line of the protocol.
const VERSION: &str = "TAP version 14";

/// One line of the protocol; of one that failed, a message, its place and what there is to say.
struct Point {
    title: String,
    fault: Option<(String, Option<FilePlace>, Vec<String>)>,
}

/// One test point for each check, each error of a file and each mutant that no check noticed, with a YAML block under
/// those that failed.
pub(super) fn write(report: &Report) -> String {
    let points: Vec<Point> = points(report);
    let mut out = format!("{VERSION}\n1..{}\n", points.len());
    for (number, point) in points.iter().enumerate() {
        let ok = if point.fault.is_none() { "ok" } else { "not ok" };
        // A `#` starts a directive.
        let title = point.title.replace('\\', "\\\\").replace('#', "\\#").replace('\n', " ");
        let _ = writeln!(out, "{ok} {} - {title}", number + 1);
        let Some((message, at, lines)) = &point.fault else { continue };
        let _ = writeln!(out, "  ---\n  message: {}", quote(message));
        if let Some(at) = at {
            let _ = writeln!(out, "  at: {}", quote(&place(at)));
        }
        if !lines.is_empty() {
            let _ = writeln!(out, "  why:");
        }
        for line in lines {
            let _ = writeln!(out, "    - {}", quote(line));
        }
        let _ = writeln!(out, "  ...");
    }
    if report.coverage {
        let _ = writeln!(out, "# {}", words!(report.lang, covered(report.covered_percent())));
    }
    out
}

fn points(report: &Report) -> Vec<Point> {
    let mut points = Vec::new();
    for results in report.runs.iter().map(|run| &run.results) {
        for own in results.errors() {
            let fault =
                (words!(report.lang, problem(own)), Some(own.place.clone()), problem_lines(own, report.lang));
            points.push(Point { title: problem_title(own, report.lang), fault: Some(fault) });
        }
        for check in &results.checks {
            let fault = check.failure.as_ref().map(|why| {
                (
                    words!(report.lang, outcome(check)),
                    Some(check.place.clone()),
                    words!(report.lang, failure(why)),
                )
            });
            points.push(Point { title: title(check, report.lang), fault });
        }
        for (rule, mutant) in survivors(report, results) {
            let title = survivor_title(rule, mutant, report.lang);
            let fault = (title.clone(), mutant.place.clone(), survivor_lines(mutant, report.lang));
            points.push(Point { title, fault: Some(fault) });
        }
    }
    points
}
