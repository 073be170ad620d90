//! Laws over every recorded pattern and over broken copies of them.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it did not expect")]

mod broken;
mod builder_laws;
mod export_laws;
mod paste_laws;
mod reference_laws;
mod small_laws;
mod target_laws;

use broken::{Dice, broken, patterns};
use rulepad_workbench::Lang;
use rulepad_workbench::{Diagnostic, Dialect, Draft, Report, apply, evaluate, fix_pattern};
use std::collections::BTreeMap;

fn report(pattern: &str) -> Report {
    evaluate(&Draft { pattern: pattern.to_owned(), event: "{}".to_owned(), ..Draft::default() }, Lang::En)
}

fn errors(report: &Report) -> Vec<String> {
    let mut codes: Vec<String> =
        report.pattern.iter().filter(|found| found.is_error()).map(|found| found.code.to_string()).collect();
    codes.sort_unstable();
    codes
}

/// Whether `few` holds no code more often than `many` does.
fn within(few: &[String], many: &[String]) -> bool {
    let mut rest = many.to_vec();
    few.iter().all(|code| rest.iter().position(|own| own == code).map(|at| rest.swap_remove(at)).is_some())
}

#[test]
fn a_fix_removes_its_diagnostic_and_adds_no_error() {
    let mut fixes = 0;
    let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for text in patterns().into_iter().chain(broken()) {
        let before = report(&text);
        for found in &before.pattern {
            for help in found.help.iter().filter(|help| !help.edits.is_empty()) {
                fixes += 1;
                let fixed = apply(&text, &help.edits);
                let after = report(&fixed);
                let mut allowed = errors(&before);
                if found.is_error() {
                    let own = allowed.iter().position(|code| found.code == code.as_str()).unwrap();
                    allowed.remove(own);
                }
                let count =
                    |report: &Report| report.pattern.iter().filter(|other| other.code == found.code).count();
                if !within(&errors(&after), &allowed) || count(&after) >= count(&before) {
                    let shown = format!("{text}\n{fixed}\n{:?}\n{:?}", errors(&before), errors(&after));
                    wrong.entry(format!("{}: {}", found.code, help.text)).or_default().push(shown);
                }
            }
        }
    }
    assert!(fixes > 1000, "only {fixes} fixes were tried");
    for (fix, examples) in &wrong {
        let shortest = examples.iter().min_by_key(|example| example.len()).unwrap();
        println!("{fix}: {} times, such as\n{shortest}\n", examples.len());
    }
    assert!(wrong.is_empty(), "{} kinds of {fixes} fixes break the law", wrong.len());
}

#[test]
fn spans_and_sentences_fit_their_text() {
    for text in broken() {
        for found in &report(&text).pattern {
            check(&text, found);
        }
    }
}

fn check(text: &str, found: &Diagnostic) {
    for span in found
        .labels
        .iter()
        .map(|label| label.span)
        .chain(found.help.iter().flat_map(|help| &help.edits).map(|edit| edit.span))
    {
        assert!(text.get(span.range()).is_some(), "{} {span:?} in {text}", found.code);
    }
    assert!(!found.message.ends_with('.') && !found.message.is_empty(), "{}", found.message);
    if let Some(reference) = &found.reference {
        assert!(!reference.located(text).is_empty());
    }
}

#[test]
fn fixing_all_leaves_nothing_that_has_a_fix() {
    let mut shortest: Option<String> = None;
    for text in broken() {
        let fixed = fix_pattern(&text, Dialect::Rule);
        let left: Vec<String> = report(&fixed)
            .pattern
            .iter()
            .filter(|found| found.is_error() && found.first_fix().is_some())
            .map(|found| found.code.to_string())
            .collect();
        if !left.is_empty() && shortest.as_ref().is_none_or(|found| found.len() > text.len() + 60) {
            shortest = Some(format!("{left:?}\n{text}\n{fixed}"));
        }
    }
    if let Some(found) = shortest {
        panic!("{found}");
    }
}
