//! The form shows what is there, and a change touches nothing else.

use super::*;
use crate::apply;
use crate::catalogue::bundled;
use std::sync::LazyLock;

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| bundled().unwrap());
    &CATALOGUE
}

fn after(pattern: &str, change: &Change) -> String {
    apply(pattern, &build(pattern, Dialect::Rule, change, Lang::En).unwrap())
}

fn refused(pattern: &str, change: &Change) -> String {
    build(pattern, Dialect::Rule, change, Lang::En).unwrap_err()
}

fn toggle(field: &str, value: &str) -> Change {
    Change::Toggle { field: field.to_owned(), value: value.to_owned() }
}

fn only(field: &str, text: &str) -> Change {
    Change::Only { field: field.to_owned(), matcher: Matcher::string(text) }
}

fn field(name: &str) -> Change {
    Change::AddField(name.to_owned())
}

const BUILD: &str = r#"{
  "source": ["aws.codebuild"],
  "detail-type": ["CodeBuild Build State Change"],
  "detail": {
    "build-status": ["FAILED"]
  }
}"#;

#[test]
fn a_pattern_is_built_from_nothing() {
    let text = after("", &only("source", "aws.codebuild"));
    assert_eq!(text, "{\n  \"source\": [\"aws.codebuild\"]\n}");
    let text = after(&text, &toggle("detail.build-status", "\"FAILED\""));
    let text = after(&text, &only("detail-type", "CodeBuild Build State Change"));
    assert_eq!(text, BUILD);
    assert_eq!(after("{}", &only("source", "x")), "{\n  \"source\": [\"x\"]\n}");
}

#[test]
fn states_are_picked_and_taken_back() {
    let two = after(BUILD, &toggle("detail.build-status", "\"STOPPED\""));
    assert!(two.contains(r#""build-status": ["FAILED", "STOPPED"]"#), "{two}");
    assert_eq!(after(&two, &toggle("detail.build-status", "\"STOPPED\"")), BUILD);
    assert!(after(&two, &toggle("detail.build-status", "\"FAILED\"")).contains(r#"["STOPPED"]"#));
    let any = after(BUILD, &toggle("detail.build-status", "\"FAILED\""));
    assert!(any.contains(r#""build-status": [{"exists": true}]"#), "{any}");
    assert_eq!(after(&any, &toggle("detail.build-status", "\"FAILED\"")), BUILD);
    let twice = r#"{"a":["x",1,"x",2.0,"x"]}"#;
    assert_eq!(after(twice, &toggle("a", "\"x\"")), r#"{"a":[1,2.0]}"#);
    assert_eq!(after(twice, &toggle("a", "2")), r#"{"a":["x",1,"x","x"]}"#, "numbers go by their value");
}

#[test]
fn a_change_follows_the_style_of_the_text() {
    assert_eq!(
        after(r#"{"source":["a"]}"#, &toggle("detail.x.y", "1.50")),
        r#"{"source":["a"],"detail":{"x":{"y":[1.50]}}}"#
    );
    assert_eq!(
        after(r#"{"source":["a"]}"#, &Change::AddField("account".to_owned())),
        r#"{"source":["a"],"account":[{"exists":true}]}"#
    );
    assert_eq!(
        after("{\n\t\"detail\": {\n\t\t\"x\": [\n\t\t\t1\n\t\t]\n\t}\n}", &toggle("detail.x", "2")),
        "{\n\t\"detail\": {\n\t\t\"x\": [\n\t\t\t1,\n\t\t\t2\n\t\t]\n\t}\n}"
    );
    assert_eq!(
        after("{\n\t\"detail\": {\n\t\t\"x\": [1]\n\t}\n}", &toggle("detail.y.z", "2")),
        "{\n\t\"detail\": {\n\t\t\"x\": [1],\n\t\t\"y\": {\n\t\t\t\"z\": [2]\n\t\t}\n\t}\n}"
    );
    assert_eq!(
        after("{\n    \"detail\": {\"x\": [1]}\n}", &only("source", "a")),
        "{\n    \"source\": [\"a\"],\n    \"detail\": {\"x\": [1]}\n}"
    );
    assert_eq!(
        after("{\r\n  \"source\": [\"a\"]\r\n}", &toggle("detail.x", "1")),
        "{\r\n  \"source\": [\"a\"],\r\n  \"detail\": {\r\n    \"x\": [1]\r\n  }\r\n}"
    );
    assert_eq!(
        after(r#"{ "source" : [ "a" ] }"#, &toggle("source", "\"b\"")),
        r#"{ "source" : [ "a", "b" ] }"#
    );
}

#[test]
fn operators_go_both_ways() {
    let written = r#"{"a": [{"prefix": "x"}, {"numeric": [">", 1.0, "<=", 2e1]}, {"anything-but": ["y"]},
        {"exists": false}, {"anything-but": {"prefix": "z"}}, {"cidr": "10.0.0.0/8"}, null]}"#;
    let form = built(written, "", Dialect::Rule, None, Lang::En);
    let row = form.row("a").unwrap();
    let matchers: Vec<&Matcher> = row.matchers.iter().map(|shown| &shown.matcher).collect();
    let end = |sign: &str, number: &str| Comparison { sign: sign.to_owned(), number: number.to_owned() };
    assert_eq!(
        matchers,
        [
            &Matcher::Text(Operator::Prefix, "x".to_owned()),
            &Matcher::Numeric(vec![end(">", "1.0"), end("<=", "2e1")]),
            &Matcher::AnythingBut(vec!["\"y\"".to_owned()]),
            &Matcher::Exists(false),
            &Matcher::Kept(r#"{"anything-but": {"prefix": "z"}}"#.to_owned()),
            &Matcher::Text(Operator::Cidr, "10.0.0.0/8".to_owned()),
            &Matcher::Value("null".to_owned()),
        ]
    );
    assert_eq!(row.matchers[0].words, r#"a string starting with "x""#);
    for (at, matcher) in matchers.into_iter().enumerate() {
        let set = |matcher| Change::SetMatcher { field: "a".to_owned(), at, matcher };
        assert_eq!(build(written, Dialect::Rule, &set(matcher.clone()), Lang::En), Ok(Vec::new()));
        let changed = after(written, &set(Matcher::Text(Operator::Suffix, "\"q".to_owned())));
        assert_eq!(changed, written.replacen(&row.matchers[at].text, r#"{"suffix": "\"q"}"#, 1));
    }
}

#[test]
fn every_operator_begins_with_what_aws_takes() {
    assert_eq!(operators(Dialect::Rule), Operator::ALL);
    assert!(!operators(Dialect::Pipes).contains(&Operator::Wildcard));
    assert!(!operators(Dialect::EventSourceMapping).contains(&Operator::Cidr));
}

#[test]
fn what_the_form_cannot_show_is_kept_and_told() {
    let text = r#"{"source": ["a"], "$or": [{"b": [1]}, {"c": [2]}], "d": ["x"], "d": ["y"], "e.f": [1],
        "e": {"f": [2], "g": [3]}, "h": "bare", "i": {}}"#;
    let form = built(text, "", Dialect::Rule, None, Lang::En);
    let rows: Vec<&str> = form.rows.iter().map(|row| row.field.as_str()).collect();
    assert_eq!(rows, ["source", "e.g"]);
    let kept: Vec<&str> = form.kept.iter().map(|kept| kept.field.as_str()).collect();
    assert_eq!(kept, ["$or", "d", "d", "e.f", "e.f", "h", "i"]);
    assert!(form.kept.iter().all(|kept| !kept.why.is_empty() && kept.span.of(text) == kept.text));
    let sentence = "`d` is kept as written: change it in the JSON";
    assert_eq!(refused(text, &toggle("d", "1")), sentence);
    assert_eq!(refused(text, &Change::RemoveField("d".to_owned())), sentence);
    assert!(after(text, &only("h", "fixed")).contains(r#""h": ["fixed"]"#));
}

#[test]
fn what_cannot_be_carried_out_is_said() {
    let pattern = r#"{"source": ["a"], "detail": {"x": [1]}}"#;
    for (change, sentence) in [
        (field(""), "the name of a field is missing"),
        (field("detail."), "the name of a field is missing"),
        (field("detail.$or"), "alternatives are written in the JSON"),
        (field("detail"), "`detail` holds other fields: add one of them"),
        (field("source.x"), "`source` has a list of values, so it can have no fields under it"),
        (toggle("source", "[1]"), "a list of matchers cannot contain another list"),
        (toggle("source", "x"), "`x` is not JSON"),
        (Change::RemoveField("nothing".to_owned()), "the pattern has no field `nothing`"),
        (Change::RemoveMatcher { field: "source".to_owned(), at: 1 }, "`source` has no matcher 2"),
    ] {
        assert_eq!(refused(pattern, &change), sentence);
    }
    assert_eq!(
        refused(r#"{"a": {"b": [1]}}"#, &Change::RemoveField("a.b".to_owned())),
        "an event pattern needs one field at least"
    );
    let end = |sign: &str, number: &str| Comparison { sign: sign.to_owned(), number: number.to_owned() };
    let range = |list| Change::AddMatcher { field: "n".to_owned(), matcher: Matcher::Numeric(list) };
    assert_eq!(refused(pattern, &range(vec![end(">", "abc")])), "`abc` is not a number");
    assert!(!refused(pattern, &range(vec![end(">", "5"), end("<", "3")])).is_empty());
    assert_eq!(
        refused("{", &field("a")),
        built("{", "", Dialect::Rule, None, Lang::En).problem.unwrap().trim_end_matches('.')
    );
}

#[test]
fn fields_go_with_the_objects_around_them() {
    let text = "{\n  \"source\": [\"a\"],\n  \"detail\": {\n    \"x\": {\n      \"y\": [1]\n    }\n  }\n}";
    let gone = after(text, &Change::RemoveField("detail.x.y".to_owned()));
    assert_eq!(gone, "{\n  \"source\": [\"a\"]\n}");
    let first = after(text, &Change::RemoveMatcher { field: "source".to_owned(), at: 0 });
    assert_eq!(first, "{\n  \"detail\": {\n    \"x\": {\n      \"y\": [1]\n    }\n  }\n}");
}

#[test]
fn the_catalogue_offers_services_types_fields_and_states() {
    let catalogue = catalogue();
    let empty = built("", "", Dialect::Rule, Some(catalogue), Lang::En);
    assert_eq!(empty.services[0].label, "CodeBuild");
    assert!(empty.services.len() > 80 && empty.event_types.is_empty());
    let service = after("", &empty.services[0].change);
    let form = built(&service, "", Dialect::Rule, Some(catalogue), Lang::En);
    let choice =
        form.event_types.iter().find(|choice| choice.label == "CodeBuild Build State Change").unwrap();
    assert!(form.services[0].picked && !choice.picked);
    let typed = after(&service, &choice.change);
    let form = built(&typed, "", Dialect::Rule, Some(catalogue), Lang::En);
    let status = form.fields.iter().find(|field| field.field == "detail.build-status").unwrap();
    assert_eq!(status.values.len(), 6);
    assert_eq!(status.sample, "\"FAILED\"");
    let added = after(&typed, &field("detail.build-status"));
    let event = r#"{"detail": {"build-status": "NEW", "own": 1.0}}"#;
    let form = built(&added, event, Dialect::Rule, Some(catalogue), Lang::En);
    let offers = &form.row("detail.build-status").unwrap().offers;
    let labels: Vec<&str> = offers.iter().map(|offer| offer.label.as_str()).collect();
    assert_eq!(labels, ["IN_PROGRESS", "SUCCEEDED", "FAILED", "STOPPED", "FAULT", "TIMED_OUT", "NEW"]);
    assert_eq!(offers[6].origin, Origin::Event);
    let own = form.fields.iter().find(|field| field.field == "detail.own").unwrap();
    assert_eq!((own.kind.as_str(), own.sample.as_str()), ("number", "1.0"));
    assert!(form.fields.iter().all(|field| field.field != "detail.build-status"));
}

#[test]
fn numbers_that_a_service_gives_names_are_offered_by_name() {
    let text = r#"{"source": ["aws.guardduty"], "detail-type": ["GuardDuty Finding"], "detail": {"severity": [{"numeric": [">=", 7, "<", 9]}]}}"#;
    let event = r#"{"source": "aws.guardduty", "detail": {"severity": 8}}"#;
    let form = built(text, event, Dialect::Rule, Some(catalogue()), Lang::En);
    let offers = &form.row("detail.severity").unwrap().offers;
    let labels: Vec<&str> = offers.iter().map(|offer| offer.label.as_str()).collect();
    assert_eq!(
        labels,
        [
            "Low: 1 or more, below 4",
            "Medium: 4 or more, below 7",
            "High: 7 or more, below 9",
            "Critical: 9 or more, up to 10",
            "8"
        ]
    );
    let picked: Vec<bool> = offers.iter().map(|offer| offer.picked).collect();
    assert_eq!(picked, [false, false, true, false, false]);
    let other = after(text, &toggle("detail.severity", &offers[3].value));
    assert!(other.contains(r#"{"numeric":[">=",9,"<=",10]}"#), "{other}");
}

#[test]
fn a_partner_is_known_by_the_beginning_of_its_source() {
    let catalogue = catalogue();
    let form = built("", "", Dialect::Rule, Some(catalogue), Lang::En);
    let stripe = form.services.iter().find(|choice| choice.label == "Stripe").unwrap();
    let text = after("", &stripe.change);
    assert!(text.contains(r#"[{"prefix": "aws.partner/stripe.com/"}]"#), "{text}");
    let form = built(&text, "", Dialect::Rule, Some(catalogue), Lang::En);
    assert_eq!(form.event_types[0].label, "payment_intent.succeeded");
}

#[test]
fn rows_that_name_what_nobody_sends_say_so() {
    let catalogue = catalogue();
    let text = r#"{"source": ["aws.codebuild"], "detail-type": ["CodeBuild Build State Changes"]}"#;
    let form = built(text, "", Dialect::Rule, Some(catalogue), Lang::En);
    assert!(!form.row("detail-type").unwrap().note.is_empty());
    let text = BUILD.replace("build-status", "status");
    let form = built(&text, "", Dialect::Rule, Some(catalogue), Lang::En);
    assert!(!form.row("detail.status").unwrap().note.is_empty());
    let form = built(BUILD, "", Dialect::Rule, Some(catalogue), Lang::En);
    assert!(form.rows.iter().all(|row| row.note.is_empty()));
}

#[test]
fn records_offer_their_decoded_payload_and_no_envelope() {
    let catalogue = catalogue();
    let record = &catalogue.records.iter().find(|record| record.id == "kinesis").unwrap().record;
    let form = built("", record, Dialect::EventSourceMapping, Some(catalogue), Lang::En);
    assert!(form.services.is_empty());
    let names: Vec<&str> = form.fields.iter().map(|field| field.field.as_str()).collect();
    assert!(names.contains(&"data.orderId") && !names.contains(&"account"), "{names:?}");
}

#[test]
fn every_service_and_event_type_can_be_chosen() {
    let catalogue = catalogue();
    let mut types = 0;
    for service in built("", "", Dialect::Rule, Some(catalogue), Lang::En).services {
        let chosen = after("", &service.change);
        let form = built(&chosen, "", Dialect::Rule, Some(catalogue), Lang::En);
        assert!(!form.event_types.is_empty(), "{}", service.label);
        for choice in &form.event_types {
            types += 1;
            let text = after(&chosen, &choice.change);
            let form = built(&text, "", Dialect::Rule, Some(catalogue), Lang::En);
            let picked = form.event_types.iter().filter(|other| other.picked).count();
            assert_eq!(picked, 1, "{text}");
            assert!(form.rows.iter().all(|row| row.note.is_empty()), "{text}");
            // Each field can be added, and each of its known values picked.
            for field in form.fields.iter().filter(|field| !field.values.is_empty()) {
                for value in &field.values {
                    let text = after(&text, &toggle(&field.field, value));
                    let form = built(&text, "", Dialect::Rule, Some(catalogue), Lang::En);
                    let row = form.row(&field.field).unwrap();
                    let offer = row.offers.iter().find(|offer| offer.value == *value).unwrap();
                    assert!(offer.picked && form.problem.is_none(), "{text}");
                }
            }
        }
    }
    assert!(types > 390, "only {types} event types");
}

#[test]
fn a_pattern_far_beyond_what_aws_takes_has_no_form() {
    let fields: Vec<String> = (0..4000).map(|at| format!("\"k{at}\":[1]")).collect();
    let built = built(&format!("{{{}}}", fields.join(",")), "{}", Dialect::Rule, None, Lang::En);
    let problem = "The pattern is too long for a form: AWS takes 4096 characters at most.";
    assert_eq!((built.problem.as_deref(), built.rows.len()), (Some(problem), 0));
}
