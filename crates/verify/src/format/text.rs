//! Results for a terminal.

use super::Report;
use crate::load::FilePlace;
use crate::result::{Fate, TestedRule};
use crate::words::place;
use rulepad_document::Lang;
use rulepad_document::visible::escaped;

/// The report as text.
pub(super) fn write(report: &Report) -> String {
    let mut out = String::new();
    for run in &report.runs {
        let results = &run.results;
        line(&mut out, 0, &results.file);
        let errors = results.errors().count();
        if errors > 0 {
            line(&mut out, 2, &format!("✕ {}", words!(report.lang, not_run(errors))));
        }
        for check in &results.checks {
            let glyph = if check.passed() { '✓' } else { '✕' };
            let rule = check.subject();
            let at = if check.passed() { String::new() } else { behind(Some(&check.place)) };
            line(
                &mut out,
                2,
                &format!("{glyph} {rule} › {}: {}{at}", check.event, words!(report.lang, outcome(check))),
            );
            for text in check.failure.iter().flat_map(|own| words!(report.lang, failure(own))) {
                line(&mut out, 6, &text);
            }
        }
        for rule in &results.rules {
            if report.coverage {
                line(&mut out, 2, &words!(report.lang, coverage_line(rule)));
                for part in rule.coverage.iter().filter(|part| !part.is_covered()) {
                    let at = behind(part.place.as_ref());
                    line(
                        &mut out,
                        6,
                        &format!("{}{at}", words!(report.lang, uncovered(part.part, &part.field))),
                    );
                }
            }
            if report.mutants {
                mutants(&mut out, rule, report.lang);
            }
        }
        if !results.idle_events.is_empty() {
            line(&mut out, 2, &words!(report.lang, idle(&results.idle_events)));
        }
        if !results.untested.is_empty() {
            line(&mut out, 2, &words!(report.lang, untested(&results.untested)));
        }
    }
    if !report.runs.is_empty() {
        out.push('\n');
    }
    line(&mut out, 0, &words!(report.lang, tally(&report.checks())));
    if report.coverage {
        line(&mut out, 0, &words!(report.lang, covered(report.covered_percent())));
    }
    out
}

fn mutants(out: &mut String, rule: &TestedRule, lang: Lang) {
    line(out, 2, &words!(lang, mutants_line(rule)));
    for (mutant, sentence) in rule.mutants.iter().filter_map(|own| Some((own, words!(lang, mutation(own))?)))
    {
        line(out, 6, &format!("{sentence}{}", behind(mutant.place.as_ref())));
        if let Fate::Survived { event, .. } = &mutant.fate {
            event.lines().for_each(|text| line(out, 8, text));
        }
    }
}

/// One line: a name cannot add another.
fn line(out: &mut String, indent: usize, text: &str) {
    out.extend(std::iter::repeat_n(' ', indent));
    out.push_str(&escaped(text));
    out.push('\n');
}

/// A place behind a sentence.
fn behind(at: Option<&FilePlace>) -> String {
    at.map(|at| format!("  ({})", place(at))).unwrap_or_default()
}
