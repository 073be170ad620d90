//! The workbench as WebAssembly: the same answers as natively, at the depth and size limits too.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

#[expect(dead_code, reason = "the program's other functions are called in tests/node")]
#[path = "../src/bin/evaluate.rs"]
mod program;

use program::test_event_pattern;
use rulepad_workbench::{Draft, Lang, Verdict, evaluate, examples, fix_pattern};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_opening_example_is_fixed_and_explained() {
    let draft = examples().into_iter().next().unwrap().draft;
    assert_eq!(evaluate(&draft, Lang::En).verdict, Verdict::PatternError);
    let fixed = fix_pattern(&draft.pattern, draft.dialect);
    let report = evaluate(&Draft { pattern: fixed, ..draft }, Lang::En);
    assert_eq!(report.verdict, Verdict::NoMatch);
    let failed: Vec<&str> =
        report.why.iter().filter(|line| !line.holds).map(|line| line.name.as_str()).collect();
    assert_eq!(failed, ["detail.project-name"]);
}

#[wasm_bindgen_test]
fn nothing_is_lost_on_the_way_from_javascript() {
    let pattern = JsValue::from_str(r#"{"n": [9007199254740993], "é😀": ["ü"]}"#);
    let event = JsValue::from_str(r#"{"n": 9007199254740993, "é😀": "ü"}"#);
    let answer = test_event_pattern(&pattern, &event, &JsValue::UNDEFINED).ok().unwrap();
    assert_eq!(answer.as_deref(), Some(r#"{"verdict":"match","message":null}"#));
}

#[wasm_bindgen_test]
fn the_deepest_texts_fit_the_stack() {
    let deep =
        |levels: usize, leaf: &str| format!("{}{leaf}{}", "{\"a\":".repeat(levels), "}".repeat(levels));
    let draft = |pattern: String| Draft { pattern, event: deep(999, "1"), ..Draft::default() };
    let report = evaluate(&draft(deep(999, "[1]")), Lang::En);
    assert_eq!(report.verdict, Verdict::PatternError, "longer than AWS takes");
    let report = evaluate(&draft(deep(600, "[1]")), Lang::En);
    assert_eq!(report.verdict, Verdict::NoMatch);
}
