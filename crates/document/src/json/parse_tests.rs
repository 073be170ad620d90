use super::*;
use crate::diagnostic::{apply, first_reference};
use crate::json::{compact, pretty};

fn codes(text: &str) -> Vec<String> {
    parse(text, Role::Pattern).diagnostics.iter().map(|found| found.code.to_string()).collect()
}

fn fixed(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..20 {
        let parsed = parse(&text, Role::Pattern);
        let Some(fix) = parsed.diagnostics.iter().find_map(|found| found.first_fix()) else { break };
        text = apply(&text, &fix.edits);
    }
    text
}

fn aws(text: &str) -> String {
    let parsed = parse(text, Role::Pattern);
    first_reference(&parsed.diagnostics).map(|found| found.located("T")).unwrap_or_default()
}

#[test]
fn a_valid_text_keeps_numbers_order_and_duplicates() {
    let text = r#" {"b":[1.0,9007199254740993,-0,1E+2],"a":"\u00e9😀\ud83d\ude00","a":null,"":{}} "#;
    let parsed = parse(text, Role::Event);
    assert_eq!(parsed.diagnostics, []);
    let root = parsed.valid().unwrap();
    assert_eq!(compact(root), r#"{"b":[1.0,9007199254740993,-0,1E+2],"a":"é😀😀","a":null,"":{}}"#);
    assert_eq!(root.get("a").unwrap().value, Value::Null, "of duplicates the last");
    assert_eq!(root.get("b").unwrap().span.of(text), "[1.0,9007199254740993,-0,1E+2]");
}

#[test]
fn every_mistake_is_found_and_fixed() {
    for (broken, expected, whole) in [
        ("{\"a\": 1  # note\n}", vec!["json.comment"], "{\"a\": 1\n}"),
        (
            "{\"a\": 1, // x\n \"b\": 2 /* y */}",
            vec!["json.comment", "json.comment"],
            "{\"a\": 1,\n \"b\": 2}",
        ),
        ("{\"a\":[1,],}", vec!["json.trailing-comma", "json.trailing-comma"], "{\"a\":[1]}"),
        ("{'a':['x']}", vec!["json.quotes", "json.quotes"], "{\"a\":[\"x\"]}"),
        ("{“a”:[“x”]}", vec!["json.quotes", "json.quotes"], "{\"a\":[\"x\"]}"),
        (
            "{\"a\":[f\"x\"], x\"b\":1}",
            vec!["json.unexpected", "json.unexpected"],
            "{\"a\":[\"x\"], \"b\":1}",
        ),
        ("{a:[x-y]}", vec!["json.bare-key", "json.word"], "{\"a\":[\"x-y\"]}"),
        ("{\"a\":[True, None]}", vec!["json.word", "json.word"], "{\"a\":[true, null]}"),
        (
            "{\"a\":[\"x\" \"y\"] \"b\":1}",
            vec!["json.missing-comma", "json.missing-comma"],
            "{\"a\":[\"x\", \"y\"], \"b\":1}",
        ),
        (
            "{a\":[x-y\"], \"b\":1}",
            vec!["json.bare-key", "json.unopened-string"],
            "{\"a\":[\"x-y\"], \"b\":1}",
        ),
        ("{\"a\" [1]}", vec!["json.missing-colon"], "{\"a\": [1]}"),
        ("{\"a\"=[1]}", vec!["json.missing-colon"], "{\"a\":[1]}"),
        ("{\"a\":[\"x]\n}", vec!["json.unclosed-string"], "{\"a\":[\"x\"]\n}"),
        ("{\"a\":[\"x\"", vec!["json.unclosed"], "{\"a\":[\"x\"]}"),
        ("{\"a\":[{\"b\":1]}", vec!["json.mismatched-bracket"], "{\"a\":[{\"b\":1}]}"),
        ("{\"a\":{\"b\":1], \"c\":2}", vec!["json.mismatched-bracket"], "{\"a\":{\"b\":1}, \"c\":2}"),
        (
            "{\"a\":[01, +1, .5, 1.]}",
            vec!["json.leading-zero", "json.plus-sign", "json.leading-point", "json.missing-fraction"],
            "{\"a\":[1, 1, 0.5, 1]}",
        ),
        ("{\"a\":[\"c:\\dir\"]}", vec!["json.unknown-escape"], "{\"a\":[\"c:\\\\dir\"]}"),
        ("{\"a\":[\"\t\"]}", vec!["json.control-character"], "{\"a\":[\"\\t\"]}"),
        ("{\"a\":\u{a0}1}", vec!["json.foreign-space"], "{\"a\": 1}"),
        ("\u{feff}{\"a\":1}", vec!["json.byte-order-mark"], "{\"a\":1}"),
        ("{\"a\":[,1,,2]}", vec!["json.extra-comma", "json.extra-comma"], "{\"a\":[1,2]}"),
        ("{\"a\":1} junk", vec!["json.trailing-text"], "{\"a\":1}"),
    ] {
        assert_eq!(codes(broken), expected, "{broken}");
        assert_eq!(fixed(broken), whole, "{broken}");
    }
}

#[test]
fn aws_words_its_first_problem() {
    for (text, sentence) in [
        (
            "{\"a\":[\"x\"],}",
            "Unexpected character ('}' (code 125)): was expecting double-quote to start field name\n at [Source: (String)\"T\"; line: 1, column: 2]",
        ),
        (
            "{\"a\":[NaN]}",
            "Non-standard token 'NaN': enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow\n",
        ),
        (
            "{\"a\":[this]}",
            "Unrecognized token 'this': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n",
        ),
        (
            "{\"a\" 1}",
            "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value\n",
        ),
        (
            "{\"a\":1 \"b\":2}",
            "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries\n",
        ),
        ("{\"a\":}", "Unexpected character ('}' (code 125)): expected a value\n"),
        (
            "{\"a\":\"x\ny\"}",
            "Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using backslash to be included in string value\n",
        ),
        ("[1]]", ""),
    ] {
        assert!(aws(text).starts_with(sentence.split("\n at").next().unwrap()), "{text}: {}", aws(text));
        assert_eq!(aws(text).is_empty(), sentence.is_empty());
    }
}

#[test]
fn hostile_texts_end_in_a_diagnostic() {
    assert_eq!(codes(&"[".repeat(100_000)), ["json.too-deep"]);
    assert_eq!(codes(&"{\"a\":".repeat(5_000)), ["json.too-deep"]);
    assert_eq!(codes(&"},".repeat(5_000)).len(), 2);
    assert_eq!(parse(&format!("[{}", "#\n".repeat(500)), Role::Event).diagnostics.len(), 100);
    let warned = format!("[{},]", [r#""\ud800""#; 200].join(","));
    assert!(parse(&warned, Role::Event).valid().is_none(), "an error behind many warnings");
    assert_eq!(codes(""), ["json.empty"]);
    assert_eq!(codes(&format!("[{}]", "1".repeat(1001))), ["json.number-length"]);
}

#[test]
fn pretty_prints_what_a_person_would_write() {
    let text = r#"{"source":["aws.s3"],"detail":{"n":[{"numeric":[">",1]}],"e":[],"o":{}}}"#;
    let parsed = parse(text, Role::Pattern);
    assert_eq!(
        pretty(parsed.root.as_ref().unwrap()),
        "{\n  \"source\": [\"aws.s3\"],\n  \"detail\": {\n    \"n\": [\n      {\n        \"numeric\": [\">\", 1]\n      }\n    ],\n    \"e\": [],\n    \"o\": {}\n  }\n}"
    );
}
