//! Rulepad's own file as a test file, and rules, events and tests in memory.

use rulepad_verify::{Fate, Files, Matrix, Options, Outcome, check, exercise, run};
use rulepad_workbench::bus::{Bus, Delivered, Expectation, Expects, Route};
use rulepad_workbench::file::{Events, save_with};
use rulepad_workbench::{Dialect, Draft, Input, Lang, Target, Verdict, examples, gallery};

/// There are no other files.
struct Nothing;

impl Files for Nothing {
    fn paths(&self, _: &str) -> Result<Vec<String>, String> {
        Ok(Vec::new())
    }
    fn read(&self, _: &str) -> Result<String, String> {
        Err("there is none".to_owned())
    }
}

fn rule(name: &str, pattern: &str) -> Draft {
    let mut draft = Draft { pattern: pattern.into(), event: EVENTS[0].into(), ..Draft::default() };
    draft.rule.name = name.into();
    draft.targets = vec![Target {
        id: "q".into(),
        arn: "arn:aws:sqs:eu-west-1:111122223333:q".into(),
        input: Input::Path("$.detail".into()),
        ..Target::default()
    }];
    draft
}

const EVENTS: [&str; 3] = [
    r#"{"source": "shop", "detail-type": "t", "detail": {"n": 1.0}}"#,
    r#"{"source": "bank", "detail-type": "t", "detail": {"n": 2}}"#,
    "{broken",
];

fn events() -> Events {
    let all = EVENTS.iter().zip(["one", "two", "three"]);
    let events = all.map(|(text, title)| (title.to_owned(), (*text).to_owned())).collect();
    Events { form: "an array".into(), original: None, events, at: 0 }
}

fn test(rule: usize, event: usize, expects: Expects) -> Expectation {
    Expectation { rule, event, expects }
}

fn payload(body: &str) -> Expects {
    let parts = [("body".to_owned(), body.to_owned())].into();
    Expects::Delivers(Box::new(Delivered { target: "q".into(), parts, refused: None }))
}

/// Two rules without names, and one of each kind of test.
fn bus() -> Bus {
    Bus {
        at: 1,
        others: vec![rule("", r#"{"source": ["bank"]}"#)],
        tests: vec![
            test(1, 0, Expects::Match),
            test(1, 1, Expects::NoMatch(vec!["source".into()])),
            test(0, 0, Expects::NoMatch(Vec::new())),
            test(1, 0, payload(r#"{"n": 1.0}"#)),
        ],
        routes: vec![Route { event: 1, rules: vec![0] }],
    }
}

#[test]
fn an_own_file_is_verified_as_it_is() {
    let text = save_with(&rule("", r#"{"source": ["shop"]}"#), Some(events()), Some(bus())).text;
    let run = run("shop.rulepad.json", &text, &Nothing, Options::default());
    assert_eq!(run.diagnostics, []);
    let found: Vec<_> =
        run.results.checks.iter().map(|own| (own.outcome, own.event.as_str(), own.rule.as_deref())).collect();
    let (one, two) = (Some("rule 1"), Some("rule 2"));
    assert_eq!(
        found,
        [
            (Outcome::Matched, "one", two),
            (Outcome::Quiet, "two", two),
            (Outcome::Quiet, "one", one),
            (Outcome::Delivered, "one", two),
            (Outcome::Triggered, "two", None),
        ]
    );
    assert_eq!(run.results.untested, [""; 0]);
    let line = |at: usize| text.lines().nth(run.results.checks[at].place.line as usize - 1).unwrap().trim();
    assert_eq!((line(0), line(4)), ("{", "{"), "each check is at its test");
    assert!(run.results.checks[0].place.line < run.results.checks[1].place.line);
}

#[test]
fn an_own_file_that_is_damaged_says_so() {
    let text = save_with(&rule("", "{}"), Some(events()), Some(bus())).text;
    let beyond = text.replacen("\"rule\": 1,", "\"rule\": 9,", 1);
    assert_ne!(beyond, text);
    let run = run("shop.rulepad.json", &beyond, &Nothing, Options::default());
    assert_eq!((run.results.checks.len(), &*run.diagnostics[0].code), (0, "verify.own-file"));
}

#[test]
fn each_test_in_memory_has_its_own_outcome() {
    let mut bus = bus();
    bus.tests.push(test(1, 2, Expects::Match));
    bus.tests.push(test(1, 1, Expects::NoMatch(vec!["detail.x".into()])));
    bus.tests.push(test(0, 0, Expects::Match));
    bus.others[0].pattern = r#"{"source": "bank"}"#.into();
    let found = check(&rule("", r#"{"source": ["shop"]}"#), &events(), &bus, Lang::En);
    let outcomes: Vec<_> = found.iter().map(|own| own.as_ref().ok().map(|own| own.outcome)).collect();
    let refused = None;
    assert_eq!(
        outcomes,
        [
            Some(Outcome::Matched),
            Some(Outcome::Quiet),
            refused,
            Some(Outcome::Delivered),
            Some(Outcome::Undecided),
            None,
            refused,
            refused,
        ]
    );
    let sentence = found[5].as_ref().unwrap_err();
    assert!(sentence.contains("detail.x"), "{sentence}");
    assert!(found[2].as_ref().unwrap_err().contains("rule 1"), "{found:?}");
}

#[test]
fn a_surviving_mutant_is_killed_by_its_witness() {
    let own = rule("", r#"{"source": ["shop", "store"]}"#);
    let mut events = vec![(EVENTS[0].to_owned(), true), (EVENTS[1].to_owned(), false)];
    let survivors = |events: &[(String, bool)]| -> Vec<(String, bool)> {
        let tested = exercise(&own, events, true, Lang::En);
        let fates = tested.mutants.into_iter().map(|own| own.fate);
        fates
            .filter_map(|fate| match fate {
                Fate::Survived { event, matches } => Some((event, matches)),
                _ => None,
            })
            .collect()
    };
    let found = survivors(&events);
    assert_eq!(found.len(), 1, "`store` is never needed");
    events.extend(found);
    assert_eq!(survivors(&events), []);
    let tested = exercise(&own, &events, false, Lang::En);
    assert_eq!((tested.positive, tested.negative), (2, 1));
    let missing: Vec<_> = tested.coverage.iter().filter(|own| !own.is_covered()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// A folder with a template and events.
struct Folder;

impl Files for Folder {
    fn paths(&self, pattern: &str) -> Result<Vec<String>, String> {
        Ok(if pattern.starts_with("missing") { Vec::new() } else { vec![pattern.to_owned()] })
    }
    fn read(&self, path: &str) -> Result<String, String> {
        Ok(match path {
            "rule.json" => {
                let rule = rule("orders", r#"{"source": ["shop"]}"#);
                let audit = rule_json("audit", r#"{\"source\": [{\"exists\": true}]}"#);
                return Ok(format!(r#"{{"Rules": [{}, {audit}]}}"#, with_target(&rule)));
            }
            "list.json" => format!("[{}, {}]", EVENTS[0], EVENTS[1]),
            _ => EVENTS[1].to_owned(),
        })
    }
}

fn rule_json(name: &str, pattern: &str) -> String {
    format!(r#"{{"Name": "{name}", "EventPattern": "{pattern}"}}"#)
}

fn with_target(rule: &Draft) -> String {
    rule_json(&rule.rule.name, &rule.pattern.replace('"', "\\\""))
}

#[test]
fn a_test_file_is_opened_with_what_it_points_at() {
    let text = "
rulepad: 1
rules: [rule.json]
events: [list.json]
tests:
  - rule: orders
    match: [{name: placed, event: {source: shop, detail-type: t, detail: {n: 1.0}}}]
    no_match: [{event: bank.json, because: source}]
  - bus: true
    event: bank.json
    triggers: [audit]
";
    let opened = rulepad_verify::open(text, "tests", &Folder, None, Lang::En);
    assert_eq!(opened.problems, []);
    assert_eq!((opened.rules, &*opened.draft.rule.name, opened.bus.others.len()), (2, "orders", 1));
    let events = opened.events.clone().unwrap();
    let names: Vec<&str> = events.events.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["placed", "bank.json", "list.json[0]", "list.json[1]"]);
    assert!(opened.bus.fits(Some(&events)));
    let expects: Vec<_> =
        opened.bus.tests.iter().map(|own| (own.rule, own.event, own.expects.clone())).collect();
    assert_eq!(expects, [(0, 0, Expects::Match), (0, 1, Expects::NoMatch(vec!["source".into()]))]);
    assert_eq!(opened.bus.routes, [Route { event: 1, rules: vec![1] }]);
    // Saved, it is verified as the original is.
    let saved = save_with(&opened.draft, opened.events, Some(opened.bus)).text;
    let outcomes = |name: &str, text: &str| -> Vec<Outcome> {
        let run = run(name, text, &Folder, Options::default());
        assert_eq!(run.diagnostics, []);
        run.results.checks.iter().map(|own| own.outcome).collect()
    };
    assert_eq!(outcomes("saved.rulepad.json", &saved), outcomes("tests.rulepad.yaml", text));
}

#[test]
fn what_a_test_file_misses_is_reported_and_the_rest_is_opened() {
    let text = "
rulepad: 1
rules: [rule.json, missing.yaml]
tests:
  - rule: orders
    match: [missing.json, bank.json]
  - rule: unknown
    match: [bank.json]
";
    let opened = rulepad_verify::open(text, "tests", &Folder, None, Lang::En);
    let codes: Vec<&str> = opened.problems.iter().map(|own| &*own.code).collect();
    assert_eq!(codes, ["verify.no-file", "verify.no-file", "verify.unknown-rule"]);
    assert_eq!((opened.rules, opened.bus.tests.len()), (2, 1));
    let broken = rulepad_verify::open("rulepad: 1\ntest: []\n", "tests", &Folder, None, Lang::En);
    assert_eq!((broken.rules, broken.problems.is_empty()), (0, false));
}

#[test]
fn a_rule_is_observed_at_the_events_own_time() {
    let mut own = rule("", r#"{"source": ["shop"]}"#);
    own.targets.push(Target {
        id: "fifo".into(),
        arn: "arn:aws:sqs:eu-west-1:111122223333:q.fifo".into(),
        ..Target::default()
    });
    let event = EVENTS[0].replacen('{', r#"{"time": "1970-01-01T00:01:00Z", "#, 1);
    let found = rulepad_verify::observe(&own, &event);
    assert_eq!((found.time, found.matched, found.targets), (Some(60), true, vec![Some(true), Some(false)]));
    let other = rulepad_verify::observe(&own, EVENTS[1]);
    assert_eq!((other.time, other.matched, other.targets.len()), (None, false, 0));
    assert!(!rulepad_verify::observe(&own, "{broken").matched);
}

/// The verdicts of the matrix are those of `evaluate`.
#[test]
fn the_matrix_has_the_verdicts_of_evaluate() {
    let mut drafts: Vec<Draft> = examples().into_iter().map(|own| own.draft).collect();
    drafts.extend(gallery().unwrap().into_iter().map(|own| own.draft));
    for broken in ["", "{", "[]", r#"{"source": "a"}"#, "{}"] {
        drafts.push(rule("", broken));
    }
    let mut events: Vec<String> = drafts.iter().map(|own| own.event.clone()).collect();
    for strange in
        ["", "[]", "{", "{} {}", "\u{feff}{}", r#"{"source": "a", "source": "b"}"#, "{\"a\": 1,}", "{}"]
    {
        events.push(strange.to_owned());
    }
    let mut matrix = Matrix::new(drafts.iter().map(|own| (own.pattern.as_str(), own.dialect)));
    let mut pairs = 0;
    for event in &events {
        let judged = matrix.judge(event);
        for (place, draft) in drafts.iter().enumerate() {
            let draft = Draft { event: event.clone(), ..draft.clone() };
            let expected = rulepad_workbench::explain(&draft.pattern, event, draft.dialect, Lang::En).verdict;
            let found = if matrix.refused().contains(&place) {
                Verdict::PatternError
            } else if judged.unread {
                Verdict::EventError
            } else if judged.matched.contains(&place) {
                Verdict::Match
            } else if judged.undecided.contains(&place) {
                // A filter may not be able to read what a rule can.
                if draft.dialect == Dialect::Rule { Verdict::Undecided } else { expected }
            } else {
                Verdict::NoMatch
            };
            assert_eq!(found, expected, "{} on {event}", draft.pattern);
            pairs += 1;
        }
    }
    assert!(pairs > 900, "{pairs}");
}
