//! All results as JSON.

use super::Report;
use serde::Serialize;

#[derive(Serialize)]
struct Document<'r> {
    version: u32,
    passed: usize,
    failed: usize,
    /// Errors of the test files.
    errors: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    coverage: Option<f64>,
    files: Vec<&'r crate::Results>,
}

/// The report as one document.
pub(super) fn write(report: &Report) -> String {
    let checks = report.checks();
    let passed = checks.iter().filter(|check| check.passed()).count();
    let document = Document {
        version: 1,
        passed,
        failed: checks.len() - passed,
        errors: report.runs.iter().map(|run| run.results.errors().count()).sum(),
        coverage: report.coverage.then(|| report.covered_percent()),
        files: report.runs.iter().map(|run| &run.results).collect(),
    };
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}
