//! Test files with subscribers of custom event buses: every outcome, and every problem of such a file.

use rulepad_verify::{Check, Code, Files, Format, Note, Options, Outcome, Report, Run, open, run, update};
use rulepad_workbench::Lang;
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

/// Two filters and an expression, for a FIFO queue.
const LARGE: &str = r#"{
  "Name": "large-orders",
  "EventBusArn": "arn:aws:events:us-east-1:111122223333:event-busv2/shop/abcdefghij0123456789abcde",
  "FilterConfiguration": {"Filters": [
    {"Scope": "DATA", "Pattern": "{\"total\": [{\"numeric\": [\">\", 500]}], \"kind\": [\"order\"]}"},
    {"Scope": "METADATA", "Pattern": "{\"tenant\": [\"acme\"]}"}
  ]},
  "Transformer": {"Type": "JSONATA", "JsonataConfiguration": {"Expression": "{% {\"order\": $events.Data.id} %}"}},
  "InvokeConfiguration": {
    "TargetArn": "arn:aws:sqs:us-east-1:111122223333:orders.fifo",
    "RoleArn": "arn:aws:iam::111122223333:role/deliver",
    "SqsParameters": {"MessageGroupId": "{% $events.Metadata.tenant %}", "MessageAttributes": {"size": {"DataType": "String", "StringValue": "{% $string($events.Data.total) %}"}}, "MessageDeduplicationId": "constant"}
  }
}"#;

/// No filter; a function that gets a batch.
const PAY: &str = r#"{
  "Name": "pay",
  "EventBusArn": "arn:aws:events:us-east-1:111122223333:event-busv2/shop/abcdefghij0123456789abcde",
  "InvokeConfiguration": {
    "TargetArn": "arn:aws:lambda:us-east-1:111122223333:function:pay",
    "RoleArn": "arn:aws:iam::111122223333:role/deliver"
  }
}"#;

/// AWS takes it, and the queue refuses every message: a FIFO queue needs a group.
const NO_GROUP: &str = r#"{
  "Name": "no-group",
  "EventBusArn": "arn:aws:events:us-east-1:111122223333:event-busv2/shop/abcdefghij0123456789abcde",
  "InvokeConfiguration": {
    "TargetArn": "arn:aws:sqs:us-east-1:111122223333:orders.fifo",
    "RoleArn": "arn:aws:iam::111122223333:role/deliver"
  }
}"#;

/// Filters alone, which have no name.
const FILTERS: &str =
    r#"{"Filters": [{"Scope": "SYSTEM_METADATA", "Pattern": "{\"aws:EventId\": [\"c1\"]}"}]}"#;

const ORDER: &str = r#"{"Data": {"id": 7, "kind": "order", "total": 700}, "Metadata": {"tenant": "acme"}, "SystemMetadata": {"ContentType": "application/json", "EventGroupId": "7", "aws:DeliveryType": "LIVE", "aws:EventId": "c1", "aws:IngestionTime": "2026-11-29T10:00:00.412Z", "aws:SequenceNumber": "10000000000000011000"}}"#;
const TWO: &str = r#"[{"source": "a", "detail-type": "d", "detail": {"n": 1}}, {"source": "a", "detail-type": "d", "detail": {"n": 2}}]"#;

fn files() -> Memory {
    Memory(BTreeMap::from([
        ("subs/large.json", LARGE),
        ("subs/pay.json", PAY),
        ("subs/no-group.json", NO_GROUP),
        ("filters.json", FILTERS),
        ("twin.json", PAY),
        ("refused.json", r#"{"Name": "refused", "InvokeConfiguration": {}}"#),
        ("broken.json", "{"),
        ("order.json", ORDER),
        ("two.json", TWO),
        ("nothing.json", "[]"),
        ("brackets.json", "{"),
    ]))
}

fn of(text: &str) -> Run {
    run("shop.rulepad.yaml", text, &files(), Options::default())
}

fn outcomes(run: &Run) -> Vec<Outcome> {
    assert_eq!(run.diagnostics, []);
    run.results.checks.iter().map(|check| check.outcome).collect()
}

fn note(check: &Check) -> Option<&Note> {
    check.failure.as_ref().and_then(|own| own.note.as_ref())
}

const ALL: &str = r#"rulepad: 1
subscribers: [subs/*.json, filters.json]
tests:
  - subscriber: large-orders
    match:
      - order.json
      - {name: too small, event: {Data: {kind: order, total: 1}, Metadata: {tenant: acme}, SystemMetadata: {ContentType: application/json}}}
    no_match:
      - {name: total, event: {Data: {kind: order, total: 1}, Metadata: {tenant: acme}, SystemMetadata: {ContentType: application/json}}, because: total}
      - {name: tenant, event: {Data: {kind: order, total: 900}, Metadata: {tenant: b}, SystemMetadata: {ContentType: application/json}}, because: METADATA.tenant}
      - {name: both, event: {Data: {kind: order, total: 1}, Metadata: {tenant: b}, SystemMetadata: {ContentType: application/json}}, because: [DATA.total]}
      - {name: bytes, event: {Data: aGVsbG8=, Metadata: {tenant: acme}, SystemMetadata: {ContentType: application/octet-stream}}, because: DATA}
      - {name: noisy, event: order.json}
    delivers:
      - event: order.json
        body: {order: 7}
        group: acme
        parts: {SqsParameters.MessageAttributes.size.StringValue: "700", SqsParameters.MessageDeduplicationId: constant}
      - {name: other, event: order.json, body: {order: 8}, parts: {SqsParameters.ContentType: x}}
      - {name: not passed, event: {id: 1}, published: put-raw-events, body: {order: 1}}
  - subscriber: pay
    match: [two.json]
    delivers: {event: {id: 7}, published: put-raw-events, parts: {call: [{id: 7}]}}
  - subscriber: no-group
    delivers:
      - {event: order.json, refused: true}
      - {name: in Korean, event: order.json, refused: 모든 메시지를 거부합니다}
      - {name: delivered, event: order.json, body: {}}
  - subscriber: filters
    no_match: [{name: id, event: {id: 7}}]
"#;

#[test]
fn every_outcome_of_a_test_of_a_subscriber() {
    let run = of(ALL);
    use Outcome as O;
    let expected = [
        // `match` and `no_match` of large-orders.
        O::Matched,
        O::Missing,
        O::Quiet,
        O::Quiet,
        O::OtherReason,
        O::Quiet,
        O::Noisy,
        // What it delivers.
        O::Delivered,
        O::Different,
        O::Different,
        // pay: two events of one file, then a delivery.
        O::Matched,
        O::Matched,
        O::Delivered,
        // no-group.
        O::Delivered,
        O::Delivered,
        O::Different,
        // AWS alone knows the id of an event.
        O::Undecided,
    ];
    assert_eq!(outcomes(&run), expected);
    let checks = &run.results.checks;
    let names: Vec<&str> = checks.iter().map(|own| own.event.as_str()).collect();
    assert_eq!(&names[10..13], ["two.json[0]", "two.json[1]", "line 23"]);
    assert!(checks.iter().all(|own| own.rule.is_none() && own.subscriber.is_some()));
    assert_eq!(note(&checks[4]), Some(&Note::FailedAt(vec!["DATA.total".into(), "METADATA.tenant".into()])));
    assert!(matches!(note(&checks[9]), Some(Note::NoMatch)));
    assert!(matches!(note(&checks[15]), Some(Note::NotDelivered(_))));
    assert!(matches!(note(&checks[16]), Some(Note::NotVerified(_))));
    assert_eq!(run.results.untested, [""; 0]);
}

#[test]
fn a_wrong_verdict_shows_every_condition_with_its_place_in_the_file_of_the_subscriber() {
    let run = of(ALL);
    let failure = run.results.checks[1].failure.as_ref().unwrap();
    let lines: Vec<(usize, bool, &str)> =
        failure.conditions.iter().map(|own| (own.depth, own.holds, own.sentence.as_str())).collect();
    assert_eq!(
        lines,
        [
            (0, false, "DATA: 1 of 2 conditions failed: total"),
            (1, false, "total is 1; the pattern requires a number greater than 500."),
            (1, true, "kind is \"order\", as the pattern requires."),
            (0, true, "METADATA: The one condition is met"),
            (1, true, "tenant is \"acme\", as the pattern requires."),
        ]
    );
    let place = failure.conditions[1].place.as_ref().unwrap();
    assert_eq!((place.file.as_str(), place.line), ("subs/large.json", 5));
    let line = LARGE.lines().nth(4).unwrap();
    let from: String = line.chars().skip(place.column as usize - 1).collect();
    assert!(from.starts_with("\\\"total"), "{from}");
}

#[test]
fn an_expected_payload_is_updated_in_place() {
    let run = of(ALL);
    let updated = update(ALL, &run.results).unwrap();
    assert_eq!(updated, ALL.replace("body: {order: 8}", r#"body: {"order":7}"#));
}

#[test]
fn a_failure_names_the_subscriber_in_both_languages_and_in_every_format() {
    let korean = run("shop.rulepad.yaml", ALL, &files(), Options { lang: Lang::KO, ..Options::default() });
    for (run, lang, said) in
        [(of(ALL), Lang::En, "`large-orders`"), (korean, Lang::KO, "`large-orders` 구독자")]
    {
        let report = Report { runs: vec![run], lang, ..Report::default() };
        for (name, format) in Format::NAMES {
            let text = format.write(&report);
            assert!(text.contains("large-orders"), "{name}: {text}");
        }
        assert!(Format::GitHub.write(&report).contains(said), "{}", Format::GitHub.write(&report));
    }
}

/// Each problem of such a file, by its code, with what is underlined.
const PROBLEMS: [(&str, &str, &str); 11] = [
    (
        "verify.unknown-subscriber",
        "rulepad: 1\nsubscribers: [subs/pay.json]\ntests:\n  - subscriber: pey\n    match: []\n",
        "pey",
    ),
    ("verify.unknown-subscriber", "rulepad: 1\ntests:\n  - subscriber: pay\n    match: []\n", "pay"),
    (
        "verify.unknown-subscriber",
        "rulepad: 1\nsubscribers: [subs/pay.json#other]\ntests: []\n",
        "subs/pay.json#other",
    ),
    (
        "verify.several-subscribers",
        "rulepad: 1\nsubscribers: [subs/pay.json, twin.json]\ntests:\n  - subscriber: pay\n    match: []\n",
        "pay",
    ),
    ("verify.refused-subscriber", "rulepad: 1\nsubscribers: [refused.json]\ntests: []\n", "refused.json"),
    ("verify.refused-subscriber", "rulepad: 1\nsubscribers: [broken.json]\ntests: []\n", "broken.json"),
    ("verify.no-file", "rulepad: 1\nsubscribers: [gone.json]\ntests: []\n", "gone.json"),
    (
        "verify.unknown-field",
        "rulepad: 1\nsubscribers: [subs/large.json]\ntests:\n  - subscriber: large-orders\n    no_match: [{event: {}, because: totl}]\n",
        "totl",
    ),
    (
        "verify.no-file",
        "rulepad: 1\nsubscribers: [subs/pay.json]\ntests:\n  - subscriber: pay\n    match: [brackets.json]\n",
        "brackets.json",
    ),
    (
        "verify.wrong-kind",
        "rulepad: 1\nsubscribers: [subs/pay.json]\ntests:\n  - subscriber: pay\n    match: [{event: {}, published: put}]\n",
        "put",
    ),
    (
        "verify.unknown-sample",
        "rulepad: 1\nsubscribers: [subs/pay.json]\ntests:\n  - subscriber: pay\n    match: [catalogue:gone]\n",
        "catalogue:gone",
    ),
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
    assert_eq!(of(PROBLEMS[0].1).diagnostics[0].help[0].text, "did you mean `pay`?");
    assert!(of(PROBLEMS[4].1).diagnostics[0].message.contains("refused.json:1:"), "the place in its file");
}

#[test]
fn one_subscriber_of_a_path_is_taken_by_its_name() {
    let text = "rulepad: 1\nsubscribers: [subs/*.json#pay]\ntests: []\n";
    assert_eq!(of(text).results.untested, ["pay"]);
    let by_file =
        "rulepad: 1\nsubscribers: [subs/large.json]\ntests:\n  - {subscriber: large, match: [order.json]}\n";
    assert_eq!(outcomes(&of(by_file)), [Outcome::Matched]);
}

#[test]
fn opening_a_file_beside_rules_says_that_tests_of_subscribers_are_left_out() {
    let opened = open(ALL, "a test file", &files(), None, Lang::En);
    let [problem] = opened.problems.as_slice() else { panic!("{:?}", opened.problems) };
    assert!(problem.is(Code::SubscribersNotOpened) && !problem.is_error());
    assert_eq!(problem.message, "the tests of 4 subscribers are not opened here");
}
