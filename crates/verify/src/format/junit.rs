//! JUnit's XML, as Jenkins, GitLab and others read it.

use super::{Report, title};
use crate::result::{Check, Outcome};
use crate::words_en::{failure, unexpected};
use std::fmt::Write;

/// One suite for each file, one case for each check.
pub(super) fn write(report: &Report) -> String {
    let all = report.checks();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(out, "<testsuites name=\"rulepad\" {}>", counts(&all));
    for run in &report.runs {
        let checks: Vec<&Check> = run.results.checks.iter().collect();
        let _ = writeln!(out, "  <testsuite name=\"{}\" {}>", escaped(&run.results.file), counts(&checks));
        for check in checks {
            let class = escaped(check.rule.as_deref().unwrap_or("bus"));
            let name = escaped(&title(check));
            let _ = write!(out, "    <testcase classname=\"{class}\" name=\"{name}\" time=\"0\"");
            let Some(why) = &check.failure else {
                out.push_str("/>\n");
                continue;
            };
            let element = if check.outcome == Outcome::Undecided { "error" } else { "failure" };
            let message = escaped(&unexpected(check));
            let text = escaped(&failure(why).join("\n"));
            let _ =
                write!(out, ">\n      <{element} message=\"{message}\" type=\"{}\">", kind(check.outcome));
            let _ = writeln!(out, "{text}</{element}>\n    </testcase>");
        }
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

fn counts(checks: &[&Check]) -> String {
    let count = |wanted: fn(&Check) -> bool| checks.iter().filter(|check| wanted(check)).count();
    let errors = count(|check| check.outcome == Outcome::Undecided && !check.passed());
    let failures = count(|check| !check.passed()) - errors;
    format!("tests=\"{}\" failures=\"{failures}\" errors=\"{errors}\" time=\"0\"", checks.len())
}

/// The outcome as a name.
pub(super) fn kind(outcome: Outcome) -> String {
    serde_json::to_value(outcome).ok().and_then(|own| own.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A text in XML: characters that XML has none for are replaced.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
