//! Matched event, input path and constant: what each delivers, and what is refused.

use crate::{Certainty, Input, Origin, Outcome, Rendered, Surroundings, render};
use rulepad_document::diagnostic::apply;
use rulepad_document::json::parse;
use rulepad_document::{Lang, Role, Span};

const EVENT: &str = r#"{ "id": "i-1", "detail": { "big": 9007199254740993, "f": 1.50, "s": "b\"az", "n": null, "list": [1, "a"] } }"#;

fn run(input: &Input) -> Rendered {
    let event = parse(EVENT, Role::Event).root.unwrap();
    render(input, &event, &Surroundings::default(), 2, "t1").worded(Lang::En)
}

fn path(path: &str) -> Rendered {
    run(&Input::Path(path.to_owned()))
}

fn constant_of(text: &str) -> Rendered {
    run(&Input::Constant(text.to_owned()))
}

fn text(rendered: &Rendered) -> &str {
    match &rendered.outcome {
        Outcome::Delivered(payload) => &payload.text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_matched_event_is_compact_and_keeps_numbers() {
    let rendered = run(&Input::MatchedEvent);
    assert_eq!(
        text(&rendered),
        r#"{"id":"i-1","detail":{"big":9007199254740993,"f":1.50,"s":"b\"az","n":null,"list":[1,"a"]}}"#
    );
    assert_eq!(rendered.certainty, Certainty::Verified);
}

#[test]
fn an_input_path_delivers_the_json_it_selects() {
    for (typed, expected, verified) in [
        ("$.detail.list", r#"[1,"a"]"#, true),
        ("$.detail.s", r#""b\"az""#, true),
        ("$.id", "\"i-1\"", true),
        ("$.detail.big", "9007199254740993", false),
        ("$.detail.f", "1.50", false),
        ("$.detail.n", "null", false),
        ("$.detail.list[0]", "1", false),
        ("$.detail.list[*]", r#"[1,"a"]"#, false),
        ("$['detail'].list", r#"[1,"a"]"#, false),
    ] {
        let rendered = path(typed);
        assert_eq!(text(&rendered), expected, "{typed}");
        assert_eq!(rendered.certainty == Certainty::Verified, verified, "{typed}");
    }
    assert!(matches!(path("$").certainty, Certainty::Unverified(_)));
    assert_eq!(text(&path("$")), text(&run(&Input::MatchedEvent)));
}

#[test]
fn an_input_path_points_at_the_value_in_the_event() {
    let Outcome::Delivered(payload) = path("$.detail.s").outcome else { panic!() };
    let [piece] = payload.pieces.as_slice() else { panic!("{payload:?}") };
    let Origin::Event { span } = piece.origin else { panic!("{piece:?}") };
    assert_eq!(span.of(EVENT), r#""b\"az""#);
}

#[test]
fn an_input_path_that_selects_nothing_is_not_known() {
    let rendered = path("$.detail.lst");
    assert!(matches!(rendered.outcome, Outcome::Unknown { would_be: None, .. }));
    assert!(matches!(rendered.certainty, Certainty::Unverified(_)));
    let found = &rendered.diagnostics[0];
    assert_eq!(found.code, "path.selects-nothing");
    assert_eq!(found.message, "`$.detail.lst` selects nothing in this event: `$.detail` has no `.lst`");
    assert_eq!(apply("$.detail.lst", &found.first_fix().unwrap().edits), "$.detail.list");
}

#[test]
fn an_input_path_outside_the_grammar_selects_nothing() {
    let rendered = path("detail.s");
    assert!(matches!(rendered.outcome, Outcome::Unknown { .. }));
    assert_eq!(rendered.diagnostics[0].code, "path.grammar");
    assert_eq!(apply("detail.s", &rendered.diagnostics[0].first_fix().unwrap().edits), "$.detail.s");
}

#[test]
fn brackets_in_an_input_path_are_a_warning() {
    let rendered = path("$.detail['s']");
    assert_eq!(rendered.diagnostics[0].code, "path.brackets");
    assert!(!rendered.diagnostics[0].is_error());
}

#[test]
fn a_path_over_256_characters_is_refused() {
    let rendered = path(&format!("$.{}", "a".repeat(255)));
    assert!(matches!(&rendered.outcome, Outcome::Refused { message } if message.contains("257 characters")));
    assert!(!matches!(path(&format!("$.{}", "a".repeat(254))).outcome, Outcome::Refused { .. }));
}

#[test]
fn a_constant_is_delivered_as_typed() {
    let rendered = constant_of("{ \"a\": 1.0 }");
    assert_eq!(text(&rendered), "{ \"a\": 1.0 }");
    assert_eq!(rendered.certainty, Certainty::Verified);
    assert_eq!(text(&constant_of("\"x\"")), "\"x\"");
}

#[test]
fn a_constant_that_is_not_json_is_refused_in_awss_words() {
    for (typed, message) in [
        (
            "env:dev",
            r#"JSON syntax error in input for target t1: [Source: (String)"env:dev"; line: 1, column: 4]"#,
        ),
        (
            "{\"a\":}",
            r#"JSON syntax error in input for target t1: [Source: (String)"{"a":}"; line: 1, column: 6]"#,
        ),
    ] {
        let rendered = constant_of(typed);
        assert_eq!(rendered.outcome, Outcome::Refused { message: message.to_owned() });
        assert!(rendered.diagnostics.iter().all(|found| found.labels[0].role == Role::Input(2)));
    }
    assert_eq!(constant_of("").diagnostics[0].code, "json.empty");
}

#[test]
fn the_longest_constant_has_8192_characters() {
    let of = |length: usize| constant_of(&format!("\"{}\"", "x".repeat(length - 2)));
    assert!(matches!(of(8192).outcome, Outcome::Delivered(_)));
    let rendered = of(8193);
    assert_eq!(rendered.diagnostics[0].code, "input.too-long");
    assert_eq!(rendered.diagnostics[0].span(), Span::new(8192, 8193));
    let wide = |length: usize| constant_of(&format!("\"{}\"", "😀".repeat(length - 2)));
    assert!(matches!(wide(8192).outcome, Outcome::Delivered(_)), "characters, not bytes or UTF-16 units");
    assert_eq!(wide(8193).diagnostics[0].span(), Span::new(4 * 8191 + 1, 4 * 8191 + 2));
}

#[test]
fn text_after_a_constant_is_not_verified() {
    let rendered = constant_of("{} x");
    assert_eq!(rendered.diagnostics[0].code, "input.trailing-text");
    assert!(matches!(rendered.certainty, Certainty::Unverified(_)));
}

#[test]
fn a_broken_event_is_unverified() {
    let event = parse(r#"{"a": }"#, Role::Event).root.unwrap();
    let rendered = render(&Input::MatchedEvent, &event, &Surroundings::default(), 0, "t");
    assert!(matches!(rendered.certainty, Certainty::Unverified(_)));
}

#[test]
fn two_options_are_refused_in_awss_words() {
    let refused = crate::only_one_option(0, "t1").worded(Lang::En);
    let sentence = "Only one of Input, InputPath, or InputTransformer must be provided for target t1.";
    assert_eq!(refused.outcome, Outcome::Refused { message: sentence.to_owned() });
    assert_eq!(refused.diagnostics[0].reference.as_ref().unwrap().located(""), sentence);
}

#[test]
fn an_answer_survives_json() {
    for input in [
        Input::MatchedEvent,
        Input::Path("$.detail.list[*]".into()),
        Input::Constant("nope".into()),
        Input::Transformer { paths: r#"{"a":"$.id","b":"$.x"}"#.into(), template: r#"{"a":"<a>"}"#.into() },
    ] {
        let rendered = run(&input);
        let json = serde_json::to_string(&(&input, &rendered)).unwrap();
        let back: (Input, Rendered) = serde_json::from_str(&json).unwrap();
        assert_eq!(back, (input, rendered));
    }
}
