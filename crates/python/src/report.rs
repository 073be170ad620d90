//! Reports as JSON: a pattern on an event, an input option on an event.

use rulepad_verify::{Check, Files, Options, Problem};
use rulepad_workbench::Lang;
use rulepad_workbench::{self as workbench, Dialect, Draft, InputOptions, InputReport, Report, Verdict};
use serde::Serialize;

/// A report on a pattern and an event, with what a test asks of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explained {
    /// The report; its spans count code points.
    #[serde(flatten)]
    pub report: Report,
    /// The fields whose conditions fail, or fail together, sorted.
    pub failed: Vec<String>,
}

/// Whether the event matches, and why.
#[must_use]
pub fn explain(pattern: &str, event: &str, dialect: Dialect, lang: Lang) -> Explained {
    let draft = Draft { pattern: pattern.to_owned(), event: event.to_owned(), dialect, ..Draft::default() };
    let report = workbench::explain(pattern, event, dialect, lang).in_code_points(&draft);
    Explained { failed: failed(&report), report }
}

/// The verdict alone, which is quicker.
#[must_use]
pub fn verdict(pattern: &str, event: &str, dialect: Dialect) -> Verdict {
    match dialect {
        Dialect::Rule => workbench::batch::verdict(pattern, event, Lang::En).0,
        dialect => workbench::explain(pattern, event, dialect, Lang::En).verdict,
    }
}

/// What a target receives; spans count code points.
#[must_use]
pub fn render(event: &str, options: &InputOptions, lang: Lang) -> InputReport {
    workbench::render(event, options, lang).in_code_points(event, options)
}

/// What a test file gave.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verified {
    /// What is wrong with the file, a paragraph each; with an error among them nothing was checked.
    pub problems: Vec<String>,
    /// Whether one of them is an error.
    pub is_broken: bool,
    /// Each check.
    pub checks: Vec<Checked>,
}

/// A check of a test file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Checked {
    /// The rule and the event.
    pub name: String,
    /// The line of the expectation in the test file, from 1.
    pub line: u32,
    /// Whether it is as expected.
    pub passed: bool,
    /// What became of it, and why.
    pub lines: Vec<String>,
}

/// Runs a test file.
///
/// # Errors
/// Where the catalogue that the program carries is damaged; a test reads it.
pub fn verify(name: &str, text: &str, files: &dyn Files, lang: Lang) -> Result<Verified, String> {
    let samples = workbench::catalogue::bundled()?;
    let options = Options { samples: Some(&samples), lang, ..Options::default() };
    let results = rulepad_verify::run(name, text, files, options).results;
    let problem = |own: &Problem| {
        let help = own.help.iter().map(|help| format!("\n  {help}")).collect::<String>();
        format!("{}:{}:{}: {}{help}", own.place.file, own.place.line, own.place.column, own.message)
    };
    let checked = |check: &Check| Checked {
        name: format!("{} › {}", check.subject(), check.event),
        line: check.place.line,
        passed: check.passed(),
        lines: rulepad_verify::lines(check, lang),
    };
    Ok(Verified {
        problems: results.problems.iter().map(problem).collect(),
        is_broken: results.errors().next().is_some(),
        checks: results.checks.iter().map(checked).collect(),
    })
}

/// The name of a verdict in reports.
#[must_use]
pub fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Match => "match",
        Verdict::NoMatch => "no_match",
        Verdict::PatternError => "pattern_error",
        Verdict::EventError => "event_error",
        Verdict::Undecided => "undecided",
    }
}

fn failed(report: &Report) -> Vec<String> {
    let Some(explanation) = report.explanation.as_ref().filter(|_| report.verdict == Verdict::NoMatch) else {
        return Vec::new();
    };
    let failing = explanation.conditions.iter().filter(|own| !own.holds);
    let mut names: Vec<String> = failing.map(|own| own.name.clone()).collect();
    // Conditions that hold one by one fail together.
    let conflicts = explanation.alternatives.iter().flat_map(|own| &own.conflict);
    names.extend(conflicts.filter_map(|at| Some(explanation.conditions.get(*at)?.name.clone())));
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failed_fields_are_those_that_fail_alone_or_together() {
        let failed = |pattern, event| explain(pattern, event, Dialect::Rule, Lang::En).failed;
        assert_eq!(failed(r#"{"a": [1], "b": [1]}"#, r#"{"a": 2, "b": 1}"#), ["a"]);
        assert_eq!(failed(r#"{"a": [1]}"#, r#"{"a": 1}"#), [""; 0]);
        let elements = r#"{"l": [{"a": 1, "b": 2}, {"a": 2, "b": 1}]}"#;
        assert_eq!(failed(r#"{"l": {"a": [1], "b": [1]}}"#, elements), ["l.a", "l.b"]);
    }

    #[test]
    fn spans_count_code_points() {
        let (pattern, event) = (r#"{"é😀": ["x"]}"#, r#"{"é😀": "y"}"#);
        let found = explain(pattern, event, Dialect::Rule, Lang::En);
        let [line] = &found.report.why[..] else { panic!("{:?}", found.report.why) };
        let (start, end) = (line.event[0].start as usize, line.event[0].end as usize);
        assert_eq!(event.chars().skip(start).take(end - start).collect::<String>(), "\"y\"");
        let options = InputOptions { input_path: Some("$.a".into()), ..InputOptions::default() };
        let json = serde_json::to_value(render(r#"{"w": "é😀", "a": 12}"#, &options, Lang::En)).unwrap();
        let span = &json["rendered"]["outcome"]["pieces"][0]["origin"]["span"];
        assert_eq!((&span["start"], &span["end"]), (&17.into(), &19.into()));
    }

    #[test]
    fn the_quick_verdict_is_that_of_the_explanation() {
        for dialect in Dialect::ALL {
            for pattern in [r#"{"a": [1]}"#, r#"{"a": 1}"#, "", r#"{"body": {"a": [1]}}"#] {
                for event in [r#"{"a": 1}"#, r#"{"a": 2}"#, "[]", "", r#"{"body": "{\"a\": 1}"}"#] {
                    let quick = verdict(pattern, event, dialect);
                    assert_eq!(
                        quick,
                        explain(pattern, event, dialect, Lang::En).report.verdict,
                        "{pattern} {event}"
                    );
                }
            }
        }
    }

    #[test]
    fn names_are_those_of_the_reports() {
        for verdict in
            [Verdict::Match, Verdict::NoMatch, Verdict::PatternError, Verdict::EventError, Verdict::Undecided]
        {
            assert_eq!(serde_json::to_value(verdict).unwrap(), verdict_name(verdict));
        }
    }
}
