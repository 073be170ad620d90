//! Test files: rules, events and checks, and what is written of them.

use super::case;
use crate::Case;
use crate::text::{event, items, many, members};
use rulepad_verify::{Files, Format, Matrix, Options, Report, Run, open, run, update};
use rulepad_workbench::{Dialect, Lang};
use std::collections::BTreeMap;

/// Files in memory, each under its own path.
#[derive(Default)]
struct Memory(BTreeMap<&'static str, String>);

impl Files for Memory {
    fn paths(&self, pattern: &str) -> Result<Vec<String>, String> {
        Ok(self.0.keys().filter(|path| **path == pattern).map(|path| (*path).to_owned()).collect())
    }

    fn read(&self, path: &str) -> Result<String, String> {
        self.0.get(path).cloned().ok_or_else(|| "there is no such file".to_owned())
    }
}

/// A template with this many rules, each with a queue.
fn template(rules: usize) -> String {
    let rule = |at: usize| {
        format!(
            "  R{at}:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: {{source: [my.app], detail: {{k0: [v{at}]}}}}\n      Targets: [{{Id: queue, Arn: 'arn:aws:sqs:us-east-1:123456789012:q{at}'}}]\n"
        )
    };
    format!("Resources:\n{}", many(rules, "", rule))
}

/// An event that the rule of this number matches.
fn of_rule(at: usize) -> String {
    event(&members(3, |key| format!("\"v{}\"", if key == 0 { at } else { key })))
}

/// A test file for the rules of `t.yaml`.
fn file(head: &str, tests: &str) -> String {
    format!("rulepad: 1\n{head}\ntests:\n{tests}")
}

const ALL: &str = "rules: [t.yaml]";

/// Checks of the first rule, half of which fail.
fn checks(size: usize) -> String {
    let sample = |at: usize| format!("      - {{name: n{at}, event: {}}}\n", of_rule(at % 2));
    file(ALL, &format!("  - rule: R0\n    match:\n{}", many(size, "", sample)))
}

/// Runs a test file with mutants; how many checks it has.
fn verified(text: &str, files: &Memory, mutants: bool) -> Run {
    run("a.rulepad.yaml", text, files, Options { mutants, ..Options::default() })
}

/// How much a run says. A case that found nothing would measure nothing.
fn said(run: &Run) -> usize {
    assert!(!run.results.checks.is_empty(), "{:?}", run.diagnostics.first());
    run.results.checks.len()
}

fn verify(
    name: &'static str,
    base: usize,
    rules: impl Fn(usize) -> usize + 'static,
    text: impl Fn(usize) -> String + 'static,
) -> Case {
    case(name, base, move |size| {
        let files = Memory([("t.yaml", template(rules(size)))].into());
        let text = text(size);
        Box::new(move || said(&verified(&text, &files, false)))
    })
}

/// A test of the rule of this number.
fn one_test(at: usize) -> String {
    format!("  - {{rule: R{at}, match: [{{event: {}}}]}}\n", of_rule(at))
}

pub fn all() -> Vec<Case> {
    vec![
        verify(
            "verify: rules with a test each",
            50,
            |size| size,
            move |size| file(ALL, &many(size, "", one_test)),
        ),
        verify(
            "verify: rules that are named one by one",
            50,
            |size| size,
            move |size| {
                let rules = many(size, ", ", |at| format!("'t.yaml#R{at}'"));
                file(&format!("rules: [{rules}]"), &many(size, "", one_test))
            },
        ),
        verify("verify: rules that no test names", 100, |size| size, move |_| file(ALL, &one_test(0))),
        verify(
            "verify: rules on a bus",
            50,
            |size| size,
            |_| file(ALL, &format!("  - {{bus: true, event: {}, triggers: [R1]}}\n", of_rule(1))),
        ),
        verify("verify: checks of a rule", 100, |_| 1, checks),
        verify("verify: failures of a rule among many", 50, |_| 500, checks),
        verify(
            "verify: events on a bus",
            25,
            |_| 10,
            |size| {
                let bus = |at: usize| {
                    format!("  - {{bus: true, event: {}, triggers: [R{}]}}\n", of_rule(at), at % 10)
                };
                file(ALL, &many(size, "", bus))
            },
        ),
        case("verify: events of a file", 100, |size| {
            let mut files = Memory([("t.yaml", template(1))].into());
            files.0.insert("e.json", items(size, of_rule));
            let text = file("rules: [t.yaml]\nevents: [e.json]", "  - {rule: R0, no_match: [e.json]}\n");
            Box::new(move || said(&verified(&text, &files, false)))
        }),
        case("verify: payloads that differ, and the update", 50, |size| {
            let files = Memory([("t.yaml", template(1))].into());
            let expected =
                |at: usize| format!("        - {{name: n{at}, event: {}, body: {{at: {at}}}}}\n", of_rule(0));
            let text = file(
                ALL,
                &format!("  - rule: R0\n    delivers:\n      queue:\n{}", many(size, "", expected)),
            );
            Box::new(move || {
                let run = verified(&text, &files, false);
                update(&text, &run.results).map_or(0, |text| text.len())
            })
        }),
        case("verify: mutants and events", 50, |size| {
            let files = Memory([("t.yaml", template(1))].into());
            let text = checks(size);
            Box::new(move || said(&verified(&text, &files, true)))
        }),
        case("verify: results in every format", 50, |size| {
            let files = Memory([("t.yaml", template(2))].into());
            let report = Report { runs: vec![verified(&checks(size), &files, true)], ..Report::default() };
            Box::new(move || Format::NAMES.iter().map(|(_, format)| format.write(&report).len()).sum())
        }),
        case("verify: a test file that is opened", 50, |size| {
            let files = Memory([("t.yaml", template(size))].into());
            let text = file(ALL, &many(size, "", one_test));
            Box::new(move || {
                let opened = open(&text, "tests", &files, None, Lang::En);
                opened.rules + opened.bus.tests.len()
            })
        }),
        case("matrix: rules and events", 100, |size| {
            let patterns: Vec<String> =
                (0..size).map(|at| format!("{{\"detail\":{{\"k0\":[\"v{at}\"]}}}}")).collect();
            let events: Vec<String> = (0..size).map(of_rule).collect();
            Box::new(move || {
                let mut matrix = Matrix::new(patterns.iter().map(|own| (own, Dialect::Rule)));
                events.iter().map(|event| matrix.judge(event).matched.len()).sum()
            })
        }),
    ]
}
