//! A law: a transformer delivers what the input option delivers, or a change says why not.

use crate::both::{Both, both};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rulepad_document::json::quote;
use rulepad_migrate::{Change, InputLoss, Takes};
use rulepad_transformer::Input;

const MAP: &str = r#"{"s": "$.detail.s", "n": "$.detail.n", "o": "$.detail.o", "l": "$.detail.l", "k": "$.detail.o.k",
 "first": "$.detail.l[0]", "all": "$.detail.l[*]", "ids": "$.detail.rows[*].id", "none": "$.detail.missing", "odd": "detail",
 "hyphen": "$.detail.a-b", "slash": "$.detail.a/b", "word": "$.detail.and", "type": "$.detail-type", "b": "$.detail.b",
 "z": "$.detail.z"}"#;
const NAMES: [&str; 22] = [
    "s",
    "n",
    "o",
    "l",
    "k",
    "first",
    "all",
    "ids",
    "none",
    "odd",
    "hyphen",
    "slash",
    "word",
    "type",
    "b",
    "z",
    "aws.events.rule-arn",
    "aws.events.rule-name",
    "aws.events.event.ingestion-time",
    "aws.events.event.json",
    "aws.events.event",
    "nobody",
];

/// Texts as they can be in a string.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,6}",
        "[a-z%{}$&\"'`\\\\ ]{0,8}",
        Just("100%} {% $".to_owned()),
        Just("\u{1}\n\t".to_owned())
    ]
}

/// Values without numbers that JSONata spells differently.
fn value() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        text().prop_map(|text| quote(&text)),
        (-999_999_i32..999_999).prop_map(|number| number.to_string()),
        Just("0.25".to_owned()),
        Just("true".to_owned()),
        Just("null".to_owned()),
        Just("[]".to_owned()),
        Just("{}".to_owned()),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(inner, 0..3).prop_map(|values| {
                let member = |(at, value): (usize, &String)| format!("\"m{at}\":{value}");
                format!("{{{}}}", values.iter().enumerate().map(member).collect::<Vec<_>>().join(","))
            }),
        ]
    })
}

fn scalar() -> impl Strategy<Value = String> {
    prop_oneof![
        text().prop_map(|text| quote(&text)),
        (0..999_i32).prop_map(|number| number.to_string()),
        Just("false".to_owned()),
        Just("null".to_owned()),
    ]
}

/// Events in which every path of the map meets what it expects.
fn event() -> impl Strategy<Value = String> {
    let list = prop::collection::vec(scalar(), 0..3).prop_map(|items| format!("[{}]", items.join(",")));
    let rows = prop::collection::vec(scalar(), 0..3).prop_map(|ids| {
        let rows: Vec<String> = ids.iter().map(|id| format!("{{\"id\":{id}}}")).collect();
        format!("[{}]", rows.join(","))
    });
    (text(), -500_000_i32..500_000, value(), list, rows, value(), text()).prop_map(
        |(s, n, k, l, rows, odd, kind)| {
            format!(
                r#"{{"version":"0","id":"1","detail-type":{},"source":"com.shop","account":"111122223333","time":"2026-03-02T04:05:06Z","region":"eu-west-1","resources":[],"detail":{{"s":{},"n":{n},"o":{{"k":{k},"x":1}},"l":{l},"rows":{rows},"a-b":{odd},"a/b":{odd},"and":{odd},"b":true,"z":null}}}}"#,
                quote(&kind),
                quote(&s),
            )
        },
    )
}

fn placeholder() -> impl Strategy<Value = String> {
    prop::sample::select(&NAMES[..]).prop_map(|name| format!("<{name}>"))
}

/// A string of a template, with placeholders or without.
fn string() -> impl Strategy<Value = String> {
    let plain = text().prop_map(|text| {
        let quoted = quote(&text);
        quoted.get(1..quoted.len() - 1).unwrap().to_owned()
    });
    prop::collection::vec(prop_oneof![plain, placeholder()], 0..4)
        .prop_map(|parts| format!("\"{}\"", parts.concat()))
}

fn json_template() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        3 => placeholder(),
        3 => string(),
        1 => (-99_i32..99).prop_map(|number| number.to_string()),
        1 => Just("-<n>".to_owned()),
        1 => Just("null".to_owned()),
        1 => Just("true".to_owned()),
    ];
    let nested = leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec((string(), inner), 0..4).prop_map(|members| {
                let members: Vec<String> =
                    members.iter().map(|(key, value)| format!("{key}: {value}")).collect();
                format!("{{{}}}", members.join(",\n  "))
            }),
        ]
    });
    prop_oneof![1 => placeholder(), 4 => nested.clone().prop_map(|part| format!("[{part}]")), 6 => nested.prop_map(|part| format!("{{\"top\": {part}}}"))]
}

fn text_template() -> impl Strategy<Value = String> {
    prop::collection::vec(string(), 1..4).prop_map(|lines| lines.join("\n"))
}

/// How a pair came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pair {
    /// The payloads are equal.
    Equal,
    /// They are not, and a change says why.
    Changed,
    /// Nothing was written, for a reason.
    Lost,
    /// The rule delivers nothing.
    NotDelivered,
}

fn has(found: &Both, wanted: fn(&Change) -> bool) -> bool {
    found.changes.iter().any(wanted)
}

fn check(template: String, event: &str) -> Pair {
    let classic = Input::Transformer { paths: MAP.to_owned(), template: template.clone() };
    let found = match both(&classic, event, Takes::Text) {
        Ok(found) => found,
        // AWS refuses what nobody defines, and our renderer says so too.
        Err(InputLoss::Refused(_)) => return Pair::Lost,
        Err(InputLoss::TemplateNotJson | InputLoss::TextWithoutQuotes | InputLoss::UnclosedString) => {
            return Pair::Lost;
        }
        Err(InputLoss::TooLong(length)) => {
            assert!(length > 8192);
            return Pair::Lost;
        }
        Err(other) => panic!("{template}: {other:?}"),
    };
    let expression = found.expression.as_deref().unwrap();
    assert!(expression.starts_with("{% ") && expression.ends_with(" %}"), "{expression}");
    assert_eq!(expression.matches("%}").count(), 1, "{expression}");
    if found.classic.is_none() {
        return Pair::NotDelivered;
    }
    if found.bytes() || found.json() {
        return Pair::Equal;
    }
    let excused = has(&found, |change| matches!(change, Change::EscapedInQuotes | Change::VariableKey(_)));
    assert!(excused, "{template}\n{event}\n{found:?}");
    Pair::Changed
}

/// A path, and an event in which its values may be of any shape.
fn any_shape() -> impl Strategy<Value = (&'static str, String)> {
    const PATHS: [&str; 13] = [
        "$",
        "$.source",
        "$.detail",
        "$.detail.v",
        "$.detail.v.m0",
        "$.detail.v.m0.m1",
        "$.detail.v[0]",
        "$.detail.v[1].m0",
        "$.detail.v[*]",
        "$.detail.v[*].m0",
        "$.detail.v.m0[*].m1",
        "$.detail.v[*].m0[0]",
        "$.detail.v.m0[0][0]",
    ];
    (prop::sample::select(&PATHS[..]), value()).prop_map(|(path, value)| (path, event_of(&value)))
}

fn event_of(value: &str) -> String {
    format!(r#"{{"source":"com.shop","detail":{{"v":{value},"id":7}}}}"#)
}

/// The law holds for payloads and not for the lack of them alone.
#[test]
fn most_generated_templates_are_delivered() {
    let mut runner = TestRunner::deterministic();
    let (mut json, mut text) = ([0; 4], [0; 4]);
    for _ in 0..1000 {
        let event = event().new_tree(&mut runner).unwrap().current();
        json[check(json_template().new_tree(&mut runner).unwrap().current(), &event) as usize] += 1;
        text[check(text_template().new_tree(&mut runner).unwrap().current(), &event) as usize] += 1;
    }
    println!("equal, changed, lost, not delivered: {json:?} of JSON, {text:?} of text");
    assert!(json[0] > 400 && json[1] < 100, "{json:?}");
    assert!(text[0] > 400 && text[1] == 0, "{text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_json_template_delivers_the_same(template in json_template(), event in event()) {
        check(template, &event);
    }

    #[test]
    fn a_text_template_delivers_the_same(template in text_template(), event in event()) {
        check(template, &event);
    }

    #[test]
    fn values_of_another_shape_are_listed((path, event) in any_shape()) {
        let map = format!("{{\"p\": {}}}", quote(path));
        let template = r#"{"p": <p>, "list": [<p>, 1]}"#.to_owned();
        for classic in [Input::Path(path.to_owned()), Input::Transformer { paths: map.clone(), template }] {
            let found = match both(&classic, &event, Takes::Text) {
                Ok(found) => found,
                Err(loss) => panic!("{path}: {loss:?}"),
            };
            if found.classic.is_some() && !found.bytes() && !found.json() {
                let listed = has(&found, |change| matches!(change, Change::OtherShape(_)));
                assert!(listed, "{path}\n{event}\n{found:?}");
            }
        }
    }

    #[test]
    fn constants_deliver_the_same(constant in value()) {
        let found = both(&Input::Constant(constant), "{}", Takes::Text).unwrap();
        assert!(found.bytes() || found.json(), "{found:?}");
    }

    #[test]
    fn no_text_panics(paths in ".{0,40}", template in ".{0,60}", path in r"\$?[.\[\]*'a0`%}]{0,12}") {
        for takes in [Takes::Text, Takes::Json] {
            let _ = both(&Input::Transformer { paths: paths.clone(), template: template.clone() }, "{}", takes);
            let _ = both(&Input::Constant(template.clone()), "{}", takes);
            let _ = both(&Input::Path(path.clone()), "{}", takes);
        }
    }
}
