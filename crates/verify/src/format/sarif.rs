//! SARIF 2.1.0, for code scanning.

use super::Report;
use super::junit::kind;
use crate::load::FilePlace;
use crate::result::Outcome;
use crate::words_en::{meaning, unexpected};
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

/// One log with one run.
pub(super) fn write(report: &Report) -> String {
    let rule =
        |outcome: &Outcome| json!({"id": kind(*outcome), "shortDescription": {"text": meaning(*outcome)}});
    let rules: Vec<Value> = FAILURES.iter().map(rule).collect();
    let checks = report.checks();
    let results: Vec<Value> = checks
        .iter()
        .filter_map(|check| {
            let why = check.failure.as_ref()?;
            let failing = why.conditions.iter().filter(|own| !own.holds);
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
            Some(json!({
                "ruleId": kind(check.outcome),
                "level": "error",
                "message": {"text": unexpected(check)},
                "locations": [{"physicalLocation": location(&check.place)}],
                "relatedLocations": related,
            }))
        })
        .collect();
    let log = json!({
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
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
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
