use super::*;
use crate::{Input, Verdict, apply, batch};
use rulepad_pattern::Dialect;

const EVENT: &str = r#"{
  "source": "aws.codebuild", "detail-type": "CodeBuild Build State Change",
  "resources": ["arn:a", "arn:b"],
  "detail": {"build-status": "FAILED", "n": 1.50, "gone": null, "Subnet ID": "s", "ok": true,
    "list": [{"a": 1, "b": 2}, {"a": 3, "b": 4}], "deep": [[7]], "twice": 1, "twice": 2, "none": [], "a.b": 5,
    "$or": 1, "text": "é\u0041😀"}
}"#;

fn place(of: &str) -> usize {
    EVENT.find(of).unwrap() + 1
}

fn picked(of: &str) -> Picked {
    at(EVENT, place(of), Lang::En).unwrap()
}

#[test]
fn a_place_has_a_name_a_path_and_a_value() {
    let found = picked("\"FAILED\"");
    assert_eq!(found.name, "detail.build-status");
    assert_eq!(found.path.as_deref(), Some("$.detail.build-status"));
    assert_eq!((found.value.as_str(), found.kind.as_str()), ("\"FAILED\"", "a string"));
    assert_eq!(found.variable, "build-status");
    assert_eq!(picked("\"build-status\""), found, "a key is its value");
    assert_eq!(picked("3, \"b\": 4").path.as_deref(), Some("$.detail.list[1].a"));
    assert_eq!(picked("1.50").value, "1.50");
    let element = picked("\"arn:b\"");
    assert_eq!((element.variable.as_str(), element.name.as_str()), ("resources-1", "resources[1]"));
    let object = picked("\"detail\":");
    assert_eq!((object.kind.as_str(), object.value.as_str()), ("an object of 13", ""));
    assert_eq!(object.no_condition.as_deref(), Some("`detail` is an object: choose a value in it"));
    assert_eq!(at(EVENT, 0, Lang::En).unwrap().path.as_deref(), Some("$"));
    assert_eq!(at("", 0, Lang::En), None);
    assert_eq!(at("[[", 9, Lang::En), None);
}

#[test]
fn what_no_path_selects_is_said() {
    assert!(picked("\"Subnet ID\"").no_path.unwrap().contains("`Subnet ID`"));
    assert!(picked("\"twice\": 1").no_path.unwrap().contains("later value"));
    assert_eq!(picked("\"twice\": 2").path.as_deref(), Some("$.detail.twice"));
    let inner = at(EVENT, EVENT.find("[[7]]").unwrap() + 2, Lang::En).unwrap();
    assert_eq!((inner.path.as_deref(), inner.no_path), (Some("$.detail.deep[0][0]"), None));
    let broken = at(r#"{"detail": {"a": 1, "b": "#, 14, Lang::En).unwrap();
    assert_eq!(broken.path.as_deref(), Some("$.detail.a"));
}

fn added(pattern: &str, of: &str) -> Result<String, String> {
    let change = add_to_pattern(pattern, EVENT, place(of), Dialect::Rule, Lang::En)?;
    let after = apply(pattern, &change.edits);
    assert_eq!(change.edits.is_empty(), change.said.contains("already"), "{}", change.said);
    if batch::verdict(pattern, EVENT, Lang::En).0 != Verdict::PatternError {
        assert_ne!(batch::verdict(&after, EVENT, Lang::En).0, Verdict::PatternError, "{after}");
    }
    Ok(after)
}

#[test]
fn a_value_becomes_a_condition_and_the_rest_of_the_pattern_stays() {
    let status = "\"FAILED\"";
    for (before, of, after) in [
        ("", status, "{\n  \"detail\": {\n    \"build-status\": [\"FAILED\"]\n  }\n}"),
        ("{}", "\"aws.codebuild\"", "{\n  \"source\": [\"aws.codebuild\"]\n}"),
        ("{\"source\":[\"x\"]}", status, "{\"source\":[\"x\"],\"detail\":{\"build-status\":[\"FAILED\"]}}"),
        (
            "{\"detail\": { \"n\": [1] }, \"source\": [\"x\"]}",
            status,
            "{\"detail\": { \"n\": [1], \"build-status\": [\"FAILED\"] }, \"source\": [\"x\"]}",
        ),
        (
            "{\n\t\"detail\": {\n\t\t\"n\": [1]\n\t}\n}",
            status,
            "{\n\t\"detail\": {\n\t\t\"n\": [1],\n\t\t\"build-status\": [\"FAILED\"]\n\t}\n}",
        ),
        ("{\"detail\": {\"n\": [1.5]}}", "1.50", "{\"detail\": {\"n\": [1.5]}}"),
        ("{\"detail\": {\"n\": [15e1]}}", "1.50", "{\"detail\": {\"n\": [15e1, 1.50]}}"),
        ("{\"detail\": {\"gone\": [\"\"]}}", "null", "{\"detail\": {\"gone\": [\"\", null]}}"),
        ("{\"detail\": {\"ok\": []}}", "true", "{\"detail\": {\"ok\": [true]}}"),
        (
            "{\"detail\": {\"build-status\": [{\"prefix\": \"F\"}]}}",
            status,
            "{\"detail\": {\"build-status\": [{\"prefix\": \"F\"}]}}",
        ),
        (
            "{\"detail\": {\"build-status\": [{\"prefix\": \"S\"}]}}",
            status,
            "{\"detail\": {\"build-status\": [{\"prefix\": \"S\"}, \"FAILED\"]}}",
        ),
        ("{\"a\": [1]}", "\"arn:b\"", "{\"a\": [1], \"resources\": [\"arn:b\"]}"),
        ("{\"a\": [1]}", "\"resources\"", "{\"a\": [1], \"resources\": [\"arn:a\", \"arn:b\"]}"),
        ("{\"a\": [1]}", "4}]", "{\"a\": [1], \"detail\": {\"list\": {\"b\": [4]}}}"),
        ("{\"a\": [1]}", "\"a.b\"", "{\"a\": [1], \"detail\": {\"a.b\": [5]}}"),
        ("{\"detail\": {\"a\": {}}}", "\"a.b\"", "{\"detail\": {\"a\": {\"b\": [5]}}}"),
        ("{\"detail\": {\"a\": {\"b\": [4]}}}", "\"a.b\"", "{\"detail\": {\"a\": {\"b\": [4, 5]}}}"),
        ("{\"a\": [1]}", "\"text\"", "{\"a\": [1], \"detail\": {\"text\": [\"é\\u0041😀\"]}}"),
        (
            "{\"detail\": {\"ok\": [1]}, \"detail\": {\"n\": [1]}}",
            "true",
            "{\"detail\": {\"ok\": [1]}, \"detail\": {\"n\": [1], \"ok\": [true]}}",
        ),
    ] {
        assert_eq!(added(before, of).as_deref(), Ok(after), "{before}");
    }
}

#[test]
fn branches_of_or_are_respected() {
    let one = r#"{"$or": [{"detail": {"build-status": ["X"]}}, {"source": ["x"]}]}"#;
    assert_eq!(added(one, "\"FAILED\"").unwrap(), one.replace("[\"X\"]", "[\"X\", \"FAILED\"]"));
    assert_eq!(
        added(one, "1.50").unwrap(),
        one.replace("\"x\"]}]}", "\"x\"]}], \"detail\": {\"n\": [1.50]}}")
    );
    let two = r#"{"$or": [{"detail": {"build-status": ["X"]}}, {"detail": {"build-status": ["Y"]}}]}"#;
    assert!(added(two, "\"FAILED\"").unwrap_err().contains("2 branches"));
}

#[test]
fn what_cannot_be_added_is_said() {
    for (pattern, of, said) in [
        ("{\"a\": ", "\"FAILED\"", "fix it first"),
        ("[1]", "\"FAILED\"", "not a JSON object"),
        ("{\"detail\": [1]}", "\"FAILED\"", "itself"),
        ("{\"source\": {\"x\": [1]}}", "\"aws.codebuild\"", "object of fields"),
        ("{\"source\": \"aws.s3\"}", "\"aws.codebuild\"", "no list"),
        ("{}", "\"detail\":", "choose a value in it"),
        ("{}", "\"none\"", "empty array"),
        ("{}", "\"list\"", "deeper"),
        ("{}", "\"$or\"", "alternatives"),
        ("{\"detail\": {\"list\": {\"a\": [1]}}}", "4}]", "no single array element"),
    ] {
        let found = added(pattern, of).unwrap_err();
        assert!(found.contains(said), "{pattern} {of}: {found}");
    }
    let whole = add_to_pattern("{}", EVENT, 0, Dialect::Rule, Lang::En).unwrap_err();
    assert!(whole.contains("whole event"), "{whole}");
    let record = r#"{"body": "{\"a\": 1}"}"#;
    let found = add_to_pattern(r#"{"body": {"a": [1]}}"#, record, 4, Dialect::Pipes, Lang::En).unwrap_err();
    assert!(found.contains("object of fields"), "{found}");
}

#[test]
fn a_value_becomes_a_variable() {
    let input = Input::Transformer { paths: String::new(), template: "\"Build\"".to_owned() };
    let new = add_variable(&input, EVENT, place("\"FAILED\""), Lang::En).unwrap();
    assert_eq!(new.name, "build-status");
    assert_eq!(
        new.input,
        Input::Transformer {
            paths: "{\n  \"build-status\": \"$.detail.build-status\"\n}".to_owned(),
            template: "\"Build <build-status>\"".to_owned(),
        }
    );
    let again = add_variable(&new.input, EVENT, place("\"FAILED\""), Lang::En).unwrap();
    assert_eq!(again.input, new.input);
    assert!(again.said.contains("already"), "{}", again.said);
    assert!(add_variable(&input, EVENT, place("\"Subnet ID\""), Lang::En).unwrap_err().contains("Subnet ID"));
}
