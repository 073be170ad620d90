//! JUnit's XML, as Jenkins, GitLab and others read it.

use super::{Report, problem_lines, problem_title, survivor_lines, survivor_title, survivors, title};
use crate::result::{Outcome, Results};
use std::fmt::Write;

/// What the reports of JUnit call a case that is not as expected.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// It was run, and gave something else.
    Failure,
    /// It could not be run.
    Error,
}

/// One case of a suite.
struct Case {
    class: String,
    name: String,
    /// Of one that failed: how, its kind, a line, and all there is to say.
    fault: Option<(Fault, String, String, String)>,
}

/// One suite for each file; one case for each check, each error of the file and each mutant that no check noticed.
pub(super) fn write(report: &Report) -> String {
    let suites: Vec<(&Results, Vec<Case>)> =
        report.runs.iter().map(|run| (&run.results, cases(report, &run.results))).collect();
    let all: Vec<&Case> = suites.iter().flat_map(|(_, cases)| cases).collect();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(out, "<testsuites name=\"rulepad\" {}>", counts(&all));
    for (results, cases) in &suites {
        let own: Vec<&Case> = cases.iter().collect();
        let _ = writeln!(out, "  <testsuite name=\"{}\" {}>", escaped(&results.file), counts(&own));
        cases.iter().for_each(|case| element(&mut out, case));
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

fn cases(report: &Report, results: &Results) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for own in results.errors() {
        let fault =
            (Fault::Error, own.code.clone(), own.message.clone(), problem_lines(own, report.lang).join("\n"));
        cases.push(Case {
            class: words!(report.lang, FILE).to_owned(),
            name: problem_title(own, report.lang),
            fault: Some(fault),
        });
    }
    for check in &results.checks {
        let fault = check.failure.as_ref().map(|why| {
            let fault = if check.outcome == Outcome::Undecided { Fault::Error } else { Fault::Failure };
            (
                fault,
                kind(check.outcome),
                words!(report.lang, unexpected(check)),
                words!(report.lang, failure(why)).join("\n"),
            )
        });
        let class = check.subject().to_owned();
        cases.push(Case { class, name: title(check, report.lang), fault });
    }
    for (rule, mutant) in survivors(report, results) {
        let name = survivor_title(rule, mutant, report.lang);
        let text = survivor_lines(mutant, report.lang).join("\n");
        let fault = (Fault::Failure, "survived".to_owned(), name.clone(), text);
        cases.push(Case { class: rule.rule.clone(), name, fault: Some(fault) });
    }
    cases
}

fn element(out: &mut String, case: &Case) {
    let (class, name) = (escaped(&case.class), escaped(&case.name));
    let _ = write!(out, "    <testcase classname=\"{class}\" name=\"{name}\" time=\"0\"");
    let Some((fault, kind, message, text)) = &case.fault else {
        out.push_str("/>\n");
        return;
    };
    let element = if *fault == Fault::Error { "error" } else { "failure" };
    let (kind, message, text) = (escaped(kind), escaped(message), escaped(text));
    let _ = write!(out, ">\n      <{element} message=\"{message}\" type=\"{kind}\">");
    let _ = writeln!(out, "{text}</{element}>\n    </testcase>");
}

fn counts(cases: &[&Case]) -> String {
    let count =
        |wanted| cases.iter().filter(|case| case.fault.as_ref().is_some_and(|own| own.0 == wanted)).count();
    let (failures, errors) = (count(Fault::Failure), count(Fault::Error));
    format!("tests=\"{}\" failures=\"{failures}\" errors=\"{errors}\" time=\"0\"", cases.len())
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
