//! SARIF 2.1.0, for code scanning.

use super::junit::kind;
use super::{Report, place_or_start, problem_lines, survivor_lines, survivors, uncovered_parts};
use crate::code::Code;
use crate::load::FilePlace;
use crate::result::{Outcome, Results};
use rulepad_document::{Codes, Severity};
use serde_json::{Value, json};

/// The outcomes that fail.
const FAILURES: [Outcome; 6] = [
    Outcome::Noisy,
    Outcome::Missing,
    Outcome::OtherReason,
    Outcome::Undecided,
    Outcome::Different,
    Outcome::OtherRules,
];

/// The rule of a mutant that no check noticed.
const SURVIVED: &str = "survived";

/// The rule of a part of a pattern that decided nothing.
const UNCOVERED: &str = "uncovered";

/// One log with one run.
pub(super) fn write(report: &Report) -> String {
    let results: Vec<Value> = report.runs.iter().flat_map(|run| of_file(report, &run.results)).collect();
    let rule = |id: &str, text: &str| json!({"id": id, "shortDescription": {"text": text}});
    let mut rules: Vec<Value> = FAILURES
        .iter()
        .map(|outcome| rule(&kind(*outcome), words!(report.lang, meaning(*outcome))))
        .collect();
    rules.push(rule(SURVIVED, words!(report.lang, SURVIVOR_MEANING)));
    rules.push(rule(UNCOVERED, words!(report.lang, UNCOVERED_MEANING)));
    rules.extend(Code::ALL.iter().map(|code| rule(code.name(), words!(report.lang, PROBLEM_MEANING))));
    let mut log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "Rulepad",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    });
    // Whether serde_json keeps the order of members depends on who else is built with it.
    log.sort_all_objects();
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn of_file(report: &Report, results: &Results) -> Vec<Value> {
    let mut out = Vec::new();
    for own in &results.problems {
        let text = problem_lines(own, report.lang).join("\n");
        out.push(result(&own.code, level(own.severity), &text, &own.place, Vec::new()));
    }
    for check in &results.checks {
        let Some(why) = &check.failure else { continue };
        let of_rules = why.rules.iter().flat_map(|own| &own.conditions);
        let failing = why.conditions.iter().chain(of_rules).filter(|own| !own.holds);
        let related: Vec<Value> = failing
            .filter_map(|own| Some((own, own.place.as_ref()?)))
            .enumerate()
            .map(|(number, (own, place))| {
                json!({
                    "id": number + 1,
                    "physicalLocation": location(place),
                    "message": {"text": own.sentence},
                })
            })
            .collect();
        out.push(result(
            &kind(check.outcome),
            "error",
            &words!(report.lang, unexpected(check)),
            &check.place,
            related,
        ));
    }
    for (_, mutant) in survivors(report, results) {
        let place = place_or_start(mutant.place.as_ref(), results);
        out.push(result(
            SURVIVED,
            "error",
            &survivor_lines(mutant, report.lang).join("\n"),
            &place,
            Vec::new(),
        ));
    }
    for (_, part) in uncovered_parts(report, results) {
        let place = place_or_start(part.place.as_ref(), results);
        out.push(result(
            UNCOVERED,
            "note",
            &words!(report.lang, uncovered(part.part, &part.field)),
            &place,
            Vec::new(),
        ));
    }
    out
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn result(rule: &str, level: &str, text: &str, place: &FilePlace, related: Vec<Value>) -> Value {
    json!({
        "ruleId": rule,
        "level": level,
        "message": {"text": text},
        "locations": [{"physicalLocation": location(place)}],
        "relatedLocations": related,
    })
}

fn location(place: &FilePlace) -> Value {
    json!({
        "artifactLocation": {"uri": uri(&place.file)},
        "region": {"startLine": place.line, "startColumn": place.column},
    })
}

/// A path as a relative URI.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte))
            }
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
