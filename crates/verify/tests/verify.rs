//! Test files run: every outcome, every problem of a file, every format.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use rulepad_document::Codes;
use rulepad_verify::{
    Change, Check, Code, Fate, Files, Format, Note, Options, Outcome, PatternPart, Report, Run, Trigger,
    read, run, update,
};
use rulepad_workbench::Lang;
use rulepad_workbench::catalogue;
use std::collections::BTreeMap;

/// Files in memory; a `*` stands for any text.
struct Memory(BTreeMap<&'static str, &'static str>);

impl Files for Memory {
    fn paths(&self, pattern: &str) -> Result<Vec<String>, String> {
        let fits = |path: &&&str| match pattern.split_once('*') {
            Some((start, end)) => path.starts_with(start) && path.ends_with(end),
            None => **path == pattern,
        };
        Ok(self.0.keys().filter(fits).map(|path| (*path).to_owned()).collect())
    }

    fn read(&self, path: &str) -> Result<String, String> {
        self.0.get(path).map(|text| (*text).to_owned()).ok_or_else(|| "there is no such file".to_owned())
    }
}

const TEMPLATE: &str = r#"Resources:
  OrderPlaced:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [shop]
        detail:
          region: [eu, us]
          total: [{numeric: [">", 10]}]
      Targets:
        - Id: queue
          Arn: arn:aws:sqs:eu-west-1:111122223333:orders.fifo
          SqsParameters: {MessageGroupId: eu}
          InputTransformer:
            InputPathsMap: {id: $.detail.id}
            InputTemplate: '{"orderId": <id>}'
        - Id: topic
          Arn: arn:aws:sns:eu-west-1:111122223333:orders
        - Id: broken
          Arn: arn:aws:sqs:eu-west-1:111122223333:orders.fifo
  Audit:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: '{"source": [{"prefix": "sh"}]}'
      Targets: [{Id: log, Arn: "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/events/audit"}]
"#;

/// Values that only a deployment knows, one of them a list.
const LATER: &str = r#"Parameters: {Source: {Type: String}, Regions: {Type: CommaDelimitedList}}
Resources:
  R:
    Type: AWS::Events::Rule
    Properties:
      State: DISABLED
      EventPattern: {source: [!Ref Source, shop], account: [!Ref AWS::AccountId], detail: {kind: [a]}}
      Targets:
        - Id: queue
          Arn: arn:aws:sqs:eu-west-1:111122223333:q
          Input: !Sub '{"from": "${Source}"}'
"#;

const PIPE: &str = r#"Resources:
  P:
    Type: AWS::Pipes::Pipe
    Properties:
      Source: arn:aws:sqs:eu-west-1:111122223333:in
      Target: arn:aws:sqs:eu-west-1:111122223333:out
      RoleArn: arn:aws:iam::111122223333:role/r
      SourceParameters: {FilterCriteria: {Filters: [{Pattern: '{"body": {"a": [1]}}'}]}}
"#;

/// A template with a rule that is read, and one whose properties are not.
const PARTLY: &str = r#"Resources:
  R: {Type: AWS::Events::Rule, Properties: {EventPattern: {source: [a]}, Targets: []}}
  Q: {Type: AWS::Events::Rule, Properties: {EventPattern: {source: [a]}, Targets: 7}}
"#;

const PLACED: &str = r#"{"version": "0", "id": "1", "source": "shop", "detail-type": "Placed", "account": "111122223333", "time": "2026-01-01T00:00:00Z", "region": "eu-west-1", "resources": [], "detail": {"id": "A1", "region": "eu", "total": 11}}"#;
const SMALL: &str = r#"{"version": "0", "id": "2", "source": "shop", "detail-type": "Placed", "account": "111122223333", "time": "2026-01-01T00:00:00Z", "region": "eu-west-1", "resources": [], "detail": {"id": "A2", "region": "eu", "total": 9}}"#;

/// A file with every outcome.
const ALL: &str = r#"rulepad: 1
rules: [template.yaml, later.yaml]
events: [events/*.json]
tests:
  - rule: OrderPlaced
    match:
      - events/placed.json
      - {name: too small, event: events/small.json}
    no_match:
      - {event: events/small.json, because: detail.total}
      - {name: wrong reason, event: {source: bank, detail: {region: eu, total: 1}}, because: source}
      - {name: noisy, event: events/placed.json}
    delivers:
      queue:
        - {event: events/placed.json, body: {orderId: A1}, group: eu}
        - {name: another id, event: events/placed.json, body: {orderId: A2, more: true}}
      topic: {event: events/placed.json, refused: true}
      broken: {event: events/placed.json, refused: group}
  - bus: true
    event: events/placed.json
    triggers: [OrderPlaced, Audit]
  - bus: true
    name: forgotten
    event: events/small.json
    triggers: [OrderPlaced]
  - rule: R
    match: [{name: deployed, event: {source: shop, account: "1", detail: {kind: a}}}]
"#;

/// A file with errors of every severity's place, and rules of which one cannot be read.
const BROKEN: &str = "rulepad: 1
rules: [template.yaml, partly.yaml, missing.yaml]
tests:
  - rule: OrderPlacd
    match: []
";

fn files() -> Memory {
    Memory(BTreeMap::from([
        ("template.yaml", TEMPLATE),
        ("events/placed.json", PLACED),
        ("events/small.json", SMALL),
        ("big.json", "{\"source\": \"a\", \"detail\": {\"n\":1.5e3}}"),
        (
            "numbers.yaml",
            "Resources: {R: {Type: AWS::Events::Rule, Properties: {EventPattern: {source: [a]}, Targets: [{Id: q, Arn: 'arn:aws:sqs:eu-west-1:111122223333:q', InputPath: $.detail}]}}}\n",
        ),
        ("empty.yaml", "Resources: {}\n"),
        ("twin.yaml", TEMPLATE),
        ("later.yaml", LATER),
        ("pipe.yaml", PIPE),
        ("partly.yaml", PARTLY),
        ("broken.json", "{\"a\": "),
        ("nothing.json", "[]"),
        ("bad.json", r#"{"Name": "bad", "EventPattern": "{\"source\": \"bare\"}"}"#),
    ]))
}

fn of(text: &str) -> Run {
    let samples = catalogue::bundled().unwrap();
    run(
        "all.rulepad.yaml",
        text,
        &files(),
        Options { mutants: true, samples: Some(&samples), ..Options::default() },
    )
}

fn outcomes(run: &Run) -> Vec<Outcome> {
    run.results.checks.iter().map(|check| check.outcome).collect()
}

#[test]
fn every_outcome_is_reached() {
    let run = of(ALL);
    assert_eq!(run.diagnostics, []);
    assert_eq!(
        outcomes(&run),
        [
            Outcome::Matched,
            Outcome::Missing,
            Outcome::Quiet,
            Outcome::OtherReason,
            Outcome::Noisy,
            Outcome::Delivered,
            Outcome::Different,
            Outcome::Different,
            Outcome::Delivered,
            Outcome::Triggered,
            Outcome::OtherRules,
            Outcome::Undecided,
        ]
    );
    for check in &run.results.checks {
        let good = matches!(
            check.outcome,
            Outcome::Matched | Outcome::Quiet | Outcome::Delivered | Outcome::Triggered
        );
        assert_eq!(check.passed(), good, "{check:?}");
    }
    let undecided =
        of("rulepad: 1\nrules: [template.yaml]\ntests:\n  - rule: Audit\n    match: [broken.json]\n");
    assert_eq!(undecided.diagnostics.len(), 1, "a file that cannot be read is an error of the test file");
}

#[test]
fn a_failure_is_explained_in_the_users_file() {
    let run = of(ALL);
    let missing = &run.results.checks[1];
    let failed: Vec<_> =
        missing.failure.as_ref().unwrap().conditions.iter().filter(|own| !own.holds).collect();
    let [total] = &failed[..] else { panic!("{failed:?}") };
    let place = total.place.as_ref().unwrap();
    assert_eq!((&*place.file, place.line), ("template.yaml", 9), "{total:?}");
    assert_eq!((&*missing.place.file, missing.place.line), ("all.rulepad.yaml", 8));
}

#[test]
fn coverage_counts_what_decided() {
    let run = of(ALL);
    let rule = &run.results.rules[0];
    let part = |part: PatternPart, field: &str| {
        rule.coverage.iter().filter(|own| own.part == part && own.field == field).collect::<Vec<_>>()
    };
    let source = part(PatternPart::Condition, "source")[0];
    assert!(source.matches > 0 && source.misses > 0, "{source:?}");
    let [eu, us] = part(PatternPart::Value, "detail.region")[..] else { panic!() };
    assert!(eu.is_covered() && !us.is_covered());
    assert_eq!(us.place.as_ref().unwrap().line, 8);
    // Conditions add up to the events that had a verdict.
    let total = part(PatternPart::Condition, "detail.total")[0];
    let region = part(PatternPart::Condition, "detail.region")[0];
    assert!(total.matches == region.matches && total.misses > region.misses);
}

#[test]
fn a_surviving_mutant_comes_with_an_event_that_tells_it_apart() {
    let run = of(ALL);
    let mut survivors = 0;
    for mutant in &run.results.rules[0].mutants {
        let Fate::Survived { event, matches } = &mutant.fate else { continue };
        let verdict =
            |pattern: &str| rulepad_workbench::explain(pattern, event, Default::default(), Lang::En).verdict;
        let original =
            r#"{"source":["shop"],"detail":{"region":["eu","us"],"total":[{"numeric":[">",10]}]}}"#;
        assert_ne!(verdict(&mutant.pattern), verdict(original), "{mutant:?}");
        assert_eq!(verdict(original) == rulepad_workbench::Verdict::Match, *matches);
        survivors += 1;
    }
    assert!(survivors > 1, "{:?}", run.results.rules[0].mutants);
    assert!(run.results.rules[0].mutants.iter().any(|own| own.fate == Fate::Killed));
    let same = of("rulepad: 1\nrules: [same.json]\ntests: []\n");
    assert_eq!(same.diagnostics.len(), 1);
}

#[test]
fn an_expected_payload_is_updated_in_place() {
    let run = of(ALL);
    let updated = update(ALL, &run.results).unwrap();
    assert_eq!(updated, ALL.replace("{orderId: A2, more: true}", r#"{"orderId":"A1"}"#));
    assert!(run.placed);
    assert_eq!(update(&updated, &of(&updated).results), None);
}

#[test]
fn an_updated_payload_is_read_as_it_is_delivered() {
    // `1.5e3` is a number for JSON, and a string for older readers of YAML.
    let text = "rulepad: 1\nrules: [numbers.yaml]\ntests:\n  - rule: R\n    delivers: {q: {event: big.json, body: {}}}\n";
    let run = of(text);
    assert_eq!((&run.diagnostics[..], outcomes(&run)), (&[][..], vec![Outcome::Different]));
    let updated = update(text, &run.results).unwrap();
    assert!(updated.contains(r#"body: "{\"n\":1.5e3}""#), "{updated}");
    assert_eq!(outcomes(&of(&updated)), [Outcome::Delivered]);
}

/// Each problem of a test file, by its code, with what is underlined.
const PROBLEMS: [(&str, &str, &str); 24] = [
    ("verify.unknown-key", "rulepad: 1\ntest: []\ntests: []\n", "test"),
    ("verify.repeated-key", "{\"rulepad\": 1, \"tests\": [], \"tests\": []}", "\"tests\""),
    ("verify.missing-key", "rulepad: 1\n", "rulepad"),
    ("verify.missing-key", "rulepad: 1\ntests:\n  - match: []\n", "match"),
    ("verify.wrong-kind", "rulepad: 1\ntests: {}\n", "{}"),
    ("verify.wrong-kind", "rulepad: 1\ntests:\n  - rule: 7\n    match: []\n", "7"),
    ("verify.version", "rulepad: 2\ntests: []\n", "2"),
    ("verify.not-a-test", "- rulepad\n", "- rulepad"),
    (
        "verify.because-of-match",
        "rulepad: 1\ntests:\n  - rule: a\n    match: [{event: {}, because: b}]\n",
        "because",
    ),
    ("verify.nothing-expected", "rulepad: 1\ntests:\n  - rule: a\n", "rule"),
    ("verify.nothing-expected", "rulepad: 1\ntests:\n  - rule: a\n    delivers: {q: {event: {}}}\n", "event"),
    ("verify.no-file", "rulepad: 1\nrules: [missing.yaml]\ntests: []\n", "missing.yaml"),
    ("verify.no-rule", "rulepad: 1\nrules: [empty.yaml]\ntests: []\n", "empty.yaml"),
    (
        "verify.unknown-rule",
        "rulepad: 1\nrules: [template.yaml]\ntests:\n  - rule: OrderPlacd\n    match: []\n",
        "OrderPlacd",
    ),
    (
        "verify.several-rules",
        "rulepad: 1\nrules: [template.yaml, twin.yaml]\ntests:\n  - rule: Audit\n    match: []\n",
        "Audit",
    ),
    (
        "verify.refused-pattern",
        "rulepad: 1\nrules: [bad.json]\ntests:\n  - rule: bad\n    match: []\n",
        "bad",
    ),
    (
        "verify.unknown-sample",
        "rulepad: 1\nrules: [template.yaml]\ntests:\n  - rule: Audit\n    match: [catalogue:nothing-like-it]\n",
        "catalogue:nothing-like-it",
    ),
    (
        "verify.no-event",
        "rulepad: 1\nrules: [template.yaml]\ntests:\n  - rule: Audit\n    match: [nothing.json]\n",
        "nothing.json",
    ),
    (
        "verify.unknown-target",
        "rulepad: 1\nrules: [template.yaml]\ntests:\n  - rule: Audit\n    delivers: {lgo: {event: {}, refused: true}}\n",
        "lgo",
    ),
    (
        "verify.unknown-field",
        "rulepad: 1\nrules: [template.yaml]\ntests:\n  - rule: Audit\n    no_match: [{event: {}, because: sourec}]\n",
        "sourec",
    ),
    ("verify.unknown-value", "rulepad: 1\nrules: [later.yaml]\nvalues: {Sorce: shop}\ntests: []\n", "Sorce"),
    (
        "verify.unknown-value",
        "rulepad: 1\nrules: [template.yaml]\nvalues: {Source: shop}\ntests: []\n",
        "Source",
    ),
    (
        "verify.not-a-rule",
        "rulepad: 1\nrules: [pipe.yaml]\ntests:\n  - bus: true\n    event: {}\n    triggers: [P]\n",
        "P",
    ),
    ("verify.import", "rulepad: 1\nrules: [partly.yaml]\ntests: []\n", "partly.yaml"),
];

#[test]
fn each_problem_of_a_file_has_its_place() {
    for (code, text, at) in PROBLEMS {
        let run = of(text);
        let [found] = &run.diagnostics[..] else { panic!("{text}\n{:?}", run.diagnostics) };
        assert_eq!(&*found.code, code, "{text}\n{found:?}");
        assert_eq!(found.span().of(text).trim_end(), at, "{text}\n{found:?}");
        assert_eq!(run.results.checks, [], "{text}");
    }
    // Rulepad's own file has its cases in `own_file.rs`, subscribers have theirs in `subscribers.rs`.
    let elsewhere = [
        Code::OwnFile,
        Code::UnknownSubscriber,
        Code::SeveralSubscribers,
        Code::RefusedSubscriber,
        Code::SubscribersNotOpened,
    ];
    for code in Code::ALL.iter().filter(|code| !elsewhere.contains(code)) {
        assert!(PROBLEMS.iter().any(|(own, ..)| *own == code.name()), "{} has no case", code.name());
    }
}

#[test]
fn a_typo_is_corrected() {
    let run = of(PROBLEMS[0].1);
    let fix = run.diagnostics[0].first_fix().unwrap();
    assert_eq!(
        rulepad_document::diagnostic::apply(PROBLEMS[0].1, &fix.edits),
        "rulepad: 1\ntests: []\ntests: []\n"
    );
    let rule = of(PROBLEMS[13].1);
    assert_eq!(rule.diagnostics[0].help[0].text, "did you mean `OrderPlaced`?");
}

#[test]
fn a_word_that_yaml_reads_in_two_ways_is_an_error() {
    let text = "rulepad: 1\nrules: [template.yaml]\ntests:\n  - rule: Audit\n    match: [{event: {source: shop, detail: {flag: yes}}}]\n";
    let run = of(text);
    assert_eq!(run.diagnostics.len(), 1, "{:?}", run.diagnostics);
    assert_eq!(run.diagnostics[0].span().of(text), "yes");
}

/// Test files with subscribers, and whether they are right.
const OF_SUBSCRIBERS: [(&str, bool); 8] = [
    (
        "rulepad: 1\nsubscribers: a.json\ntests:\n  - subscriber: a\n    match: [b.json, {event: {}, published: put-raw-events}]\n",
        true,
    ),
    (
        "rulepad: 1\nsubscribers: [a.json]\ntests:\n  - subscriber: a\n    no_match: [{event: {}, because: [METADATA.b], published: put-events}]\n",
        true,
    ),
    (
        "rulepad: 1\ntests:\n  - subscriber: a\n    delivers: {event: {}, body: x, group: g, parts: {call: []}}\n",
        true,
    ),
    ("rulepad: 1\ntests:\n  - subscriber: a\n    delivers: [{event: {}, refused: true}]\n", true),
    ("rulepad: 1\ntests:\n  - subscriber: a\n", false),
    ("rulepad: 1\ntests:\n  - subscriber: a\n    match: [{event: {}, published: put}]\n", false),
    ("rulepad: 1\ntests:\n  - subscriber: a\n    match: [{event: {}, because: b}]\n", false),
    ("rulepad: 1\ntests:\n  - subscriber: a\n    delivers: {q: {event: {}, refused: true}}\n", false),
];

/// The documents on which the schema and the reader must agree; `tests/verify/check_schema.py` asks the schema.
#[test]
fn the_reader_accepts_what_is_recorded_for_the_schema() {
    for (text, valid) in OF_SUBSCRIBERS {
        assert_eq!(read(text).diagnostics.is_empty(), valid, "{text}");
    }
    let documents =
        std::iter::once((ALL, true)).chain(OF_SUBSCRIBERS).chain(PROBLEMS.iter().map(|(code, text, _)| {
            // What a file points at is no matter of its schema, and JSON has no repeated keys.
            let of_shape = matches!(
                *code,
                "verify.unknown-key"
                    | "verify.missing-key"
                    | "verify.wrong-kind"
                    | "verify.version"
                    | "verify.not-a-test"
                    | "verify.because-of-match"
                    | "verify.nothing-expected"
            );
            (*text, !of_shape)
        }));
    let cases: Vec<serde_json::Value> = documents
        .map(|(text, valid)| {
            let root = rulepad_document::yaml::read(text, rulepad_document::Role::Tests).root.unwrap();
            let document = rulepad_document::json::compact(&root);
            let document: serde_json::Value = serde_json::from_str(&document).unwrap();
            let mut case = serde_json::json!({"valid": valid, "document": document});
            case.sort_all_objects();
            case
        })
        .collect();
    let written = serde_json::to_string_pretty(&cases).unwrap() + "\n";
    recorded("../../tests/verify/schema_cases.json", &written);
}

/// Compares a text with a file that is committed; `RULEPAD_BLESS=1` writes the file.
fn recorded(file: &str, written: &str) {
    let path = format!("{}/{file}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("RULEPAD_BLESS").is_some() {
        std::fs::write(&path, written).unwrap();
    }
    assert_eq!(written, std::fs::read_to_string(&path).unwrap_or_default(), "{file}");
}

#[test]
fn each_format_is_as_recorded() {
    let report = Report { runs: vec![of(ALL)], coverage: true, mutants: true, ..Report::default() };
    for (name, format) in Format::NAMES {
        recorded(&format!("tests/formats/all.{name}"), &format.write(&report));
    }
    let runs = vec![of(BROKEN), Run::unread("gone.rulepad.yaml", "it is gone".to_owned())];
    let report = Report { runs, ..Report::default() };
    for (name, format) in Format::NAMES {
        recorded(&format!("tests/formats/broken.{name}"), &format.write(&report));
    }
}

#[test]
fn outcomes_are_the_same_in_korean() {
    let samples = catalogue::bundled().unwrap();
    let options = Options { mutants: true, samples: Some(&samples), lang: Lang::KO, ..Options::default() };
    let korean = run("all.rulepad.yaml", ALL, &files(), options);
    assert_eq!(outcomes(&korean), outcomes(&of(ALL)), "a refusal in a test file may be worded in English");
    let report = Report { runs: vec![korean], coverage: true, mutants: true, lang: Lang::KO };
    let text = Format::Text.write(&report);
    for line in [
        "✕ detail.total: 값이 9인데, 패턴이 기대하는 값은 10 초과의 숫자입니다.",
        "`queue` 대상에 기대와 다르게 전달됩니다",
        "`OrderPlaced` 규칙을 실행하지 않지만, 실행해야 합니다:",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(Format::Markdown.write(&report).contains("| | 규칙 | 이벤트 | 결과 |"));
    let broken = run("b.rulepad.yaml", BROKEN, &files(), Options { lang: Lang::KO, ..Options::default() });
    let english: Vec<String> = of(BROKEN).results.problems.into_iter().map(|own| own.message).collect();
    assert!(broken.results.problems.iter().all(|own| !english.contains(&own.message)));
}

#[test]
fn a_wrong_bus_is_explained_rule_by_rule() {
    let run = of(ALL);
    let wrong = &run.results.checks[10].failure.as_ref().unwrap().rules;
    let faults: Vec<_> = wrong.iter().map(|own| (&*own.rule, own.fault)).collect();
    assert_eq!(faults, [("OrderPlaced", Trigger::Missing), ("Audit", Trigger::Extra)]);
    let failed: Vec<u32> = wrong[0]
        .conditions
        .iter()
        .filter(|own| !own.holds)
        .map(|own| own.place.as_ref().unwrap().line)
        .collect();
    assert_eq!(failed, [9], "the line of the template");
}

#[test]
fn a_test_of_a_bus_notices_mutants() {
    let run = of(
        "rulepad: 1\nrules: [template.yaml]\ntests:\n  - bus: true\n    event: events/small.json\n    triggers: [Audit]\n",
    );
    let rule = &run.results.rules[0];
    assert_eq!((&*rule.rule, rule.positive, rule.negative), ("OrderPlaced", 0, 1));
    let killed: Vec<&Change> =
        rule.mutants.iter().filter(|own| own.fate == Fate::Killed).map(|own| &own.change).collect();
    assert_eq!(killed.len(), 1, "{killed:?}");
    assert!(rule.mutants.iter().any(|own| matches!(own.fate, Fate::Survived { .. })));
}

#[test]
fn formats_stay_whole_whatever_a_name_holds() {
    let text = "rulepad: 1\nrules: [template.yaml]\ntests:\n  - rule: Audit\n    match: [{name: \"a|b <c> & # % ]]> ` \\u0001\\n::error::x\", event: {source: other}}]\n";
    let run = of(text);
    assert_eq!(outcomes(&run), [Outcome::Missing], "{:?}", run.diagnostics);
    let report = Report { runs: vec![run], ..Report::default() };
    let junit = Format::JUnit.write(&report);
    assert!(!junit.contains("<c>") && !junit.contains('\u{1}'), "{junit}");
    let github = Format::GitHub.write(&report);
    assert_eq!(github.lines().filter(|line| line.starts_with("::error")).count(), 1, "{github}");
    let tap = Format::Tap.write(&report);
    assert!(tap.lines().any(|line| line.starts_with("not ok 1 - ") && line.contains("\\#")), "{tap}");
    assert!(serde_json::from_str::<serde_json::Value>(&Format::Sarif.write(&report)).is_ok());
    let row = Format::Markdown.write(&report);
    assert!(row.contains("a\\|b &lt;c>"), "{row}");
}

#[test]
fn only_what_is_asked_for_is_run() {
    let only = |name: &str| name.starts_with("bus");
    let run = run("a", ALL, &files(), Options { only: Some(&only), ..Options::default() });
    let rules: Vec<Option<&String>> =
        run.results.checks.iter().map(|check: &Check| check.rule.as_ref()).collect();
    assert_eq!(rules, [None, None]);
}

#[test]
fn samples_of_the_catalogue_are_events() {
    let text = "rulepad: 1\nrules: [template.yaml]\ntests:\n  - rule: Audit\n    no_match: [catalogue:codebuild-build-failed]\n";
    let run = of(text);
    assert_eq!((&run.diagnostics[..], &outcomes(&run)[..]), (&[][..], &[Outcome::Quiet][..]));
}

fn notes(run: &Run) -> Vec<Option<Note>> {
    run.results.checks.iter().map(|check| check.failure.as_ref().and_then(|own| own.note.clone())).collect()
}

#[test]
fn a_verdict_that_depends_on_a_deployment_is_open() {
    let tests = |values: &str, event: &str| {
        format!(
            "rulepad: 1\nrules: [later.yaml]\n{values}tests:\n  - rule: R\n    match: [{{event: {event}}}]\n    no_match: [{{event: {event}}}]\n"
        )
    };
    let known = r#"{source: shop, account: "1", detail: {kind: a}}"#;
    let open = of(&tests("", known));
    assert_eq!(open.diagnostics, []);
    assert_eq!(outcomes(&open), [Outcome::Undecided, Outcome::Undecided]);
    assert_eq!(notes(&open)[0], Some(Note::DeployTime(vec!["${AWS::AccountId}".into(), "${Source}".into()])));
    // Whatever is deployed, another kind does not match.
    let other = of(&tests("", r#"{source: shop, account: "1", detail: {kind: b}}"#));
    assert_eq!(outcomes(&other), [Outcome::Missing, Outcome::Quiet]);
    // `shop` is accepted whatever the parameter is.
    let given = of(&tests("values: {\"AWS::AccountId\": \"1\"}\n", known));
    assert_eq!(outcomes(&given), [Outcome::Matched, Outcome::Noisy]);
    let odd = r#"{source: 'a"b', account: "1", detail: {kind: a}}"#;
    let quoted = of(&tests("values: {\"AWS::AccountId\": \"1\", Source: 'a\"b'}\n", odd));
    assert_eq!(outcomes(&quoted), [Outcome::Matched, Outcome::Noisy]);
    let list = of(&tests("values: {\"AWS::AccountId\": [\"2\", \"1\"], Source: x}\n", known));
    assert_eq!(outcomes(&list), [Outcome::Matched, Outcome::Noisy]);
}

#[test]
fn given_values_reach_the_payload() {
    let text = "rulepad: 1\nrules: [later.yaml]\nvalues: {\"AWS::AccountId\": \"1\", Source: shop}\ntests:\n  - rule: R\n    delivers: {queue: {event: {source: shop, account: \"1\", detail: {kind: a}}, body: {from: shop}}}\n";
    let run = of(text);
    assert_eq!((&run.diagnostics[..], &outcomes(&run)[..]), (&[][..], &[Outcome::Delivered][..]));
}

#[test]
fn a_disabled_rule_is_triggered_by_nothing() {
    let text = |rules: &str| {
        format!(
            "rulepad: 1\nrules: [later.yaml]\nvalues: {{\"AWS::AccountId\": \"1\"}}\ntests:\n  - bus: true\n    event: {{source: shop, account: \"1\", detail: {{kind: a}}}}\n    triggers: [{rules}]\n"
        )
    };
    assert_eq!(outcomes(&of(&text(""))), [Outcome::Triggered]);
    assert_eq!(outcomes(&of(&text("R"))), [Outcome::OtherRules]);
}

#[test]
fn a_pattern_that_aws_refuses_is_an_error_of_a_bus() {
    let run = of(
        "rulepad: 1\nrules: [bad.json]\ntests:\n  - bus: true\n    event: {source: a}\n    triggers: []\n",
    );
    let codes: Vec<&str> = run.diagnostics.iter().map(|found| &*found.code).collect();
    assert_eq!((&codes[..], &run.results.checks[..]), (&["verify.refused-pattern"][..], &[][..]));
}

#[test]
fn what_an_import_leaves_out_is_reported_beside_the_results() {
    let run =
        of("rulepad: 1\nrules: [partly.yaml]\ntests:\n  - rule: R\n    match: [{event: {source: a}}]\n");
    assert_eq!(outcomes(&run), [Outcome::Matched]);
    let [found] = &run.diagnostics[..] else { panic!("{:?}", run.diagnostics) };
    assert!(found.message.starts_with("partly.yaml:3:"), "{found:?}");
}

#[test]
fn events_that_trigger_nothing_are_listed() {
    let run = of(
        "rulepad: 1\nrules: [template.yaml]\nevents: [events/*.json, \"catalogue:s3-created\"]\ntests: []\n",
    );
    assert_eq!(
        (&run.diagnostics[..], &run.results.idle_events[..]),
        (&[][..], &["catalogue:s3-created".to_owned()][..])
    );
}
