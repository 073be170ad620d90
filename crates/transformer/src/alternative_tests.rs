use super::*;
use crate::render;
use rulepad_document::Lang;
use rulepad_document::json::parse;

const EVENT: &str = r#"{"source": "aws.s3", "detail-type": "Object Created",
    "detail": {"id": 7, "state": "on", "tags": ["a"], "bucket": {"name": "b", "id": "x"}, "deep": {"only": 1}}}"#;

fn of(input: &Input) -> Option<Alternative> {
    let event = parse(EVENT, Role::Event).root.unwrap();
    render(input, &event, &Surroundings::default(), 0, "t").worded(Lang::En).instead
}

fn path(text: &str) -> Option<Input> {
    of(&Input::Path(text.into())).map(|found| found.input)
}

fn constant(text: &str) -> Option<Input> {
    of(&Input::Constant(text.into())).map(|found| found.input)
}

fn template(paths: &str, template: &str) -> Option<Input> {
    of(&transformer(paths, template)).map(|found| found.input)
}

fn transformer(paths: &str, template: &str) -> Input {
    Input::Transformer { paths: paths.into(), template: template.into() }
}

#[test]
fn several_paths_become_a_transformer() {
    let both = transformer(
        "{\n  \"detail\": \"$.detail\",\n  \"source\": \"$.source\"\n}",
        "{\n  \"detail\": <detail>,\n  \"source\": <source>\n}",
    );
    for text in [
        "$.detail,$.source",
        " $.detail , $.source ",
        "$.detail $.source",
        "[\"$.detail\", \"$.source\"]",
        "$.detail;\n$['source']",
        "['$.detail','$.source']",
    ] {
        assert_eq!(path(text), Some(both.clone()), "{text}");
    }
    let twice = path("$.detail.id,$.detail.bucket.id").unwrap();
    let Input::Transformer { template, .. } = twice else { panic!() };
    assert_eq!(template, "{\n  \"id\": <id>,\n  \"id-2\": <id-2>\n}");
    for text in ["$.detail", "$..detail", "detail,source", "$.detail,", "$.a b", ""] {
        assert_eq!(path(text), None, "{text}");
    }
}

#[test]
fn a_template_in_the_wrong_place_becomes_one() {
    let id = "{\n  \"id\": \"$.detail.id\"\n}";
    assert_eq!(path("{\"id\": <$.detail.id>}"), Some(transformer(id, "{\"id\": <id>}")));
    assert_eq!(path("\"Item <id>\""), Some(transformer(id, "\"Item <id>\"")));
    assert_eq!(path("{\"id\": \"$.detail.id\"}"), Some(transformer(id, "{\"id\": <id>}")));
    assert_eq!(path("\"Item <nothing>\""), None);
    assert_eq!(constant("{\"id\": \"<id>\"}"), Some(transformer(id, "{\"id\": \"<id>\"}")));
    assert_eq!(constant("{\"id\": <id>}"), Some(transformer(id, "{\"id\": <id>}")));
    assert_eq!(constant("{\"id\": \"$.detail.id\"}"), Some(transformer(id, "{\"id\": <id>}")));
    let rule = "{\"rule\": <aws.events.rule-name>}";
    assert_eq!(constant(rule), Some(transformer("", rule)));
    assert_eq!(constant("{\"html\": \"<b>bold</b>\"}"), None);
    assert_eq!(constant("{\"id\": 1}"), None);
}

#[test]
fn a_path_in_the_wrong_place_becomes_one() {
    assert_eq!(constant("$.detail"), Some(Input::Path("$.detail".into())));
    assert_eq!(constant("\"$.detail.state\""), Some(Input::Path("$.detail.state".into())));
    assert_eq!(constant("\"$.missing\""), None);
    let map = "{\"v\": \"$.detail.tags\", \"s\": \"$.detail.state\"}";
    assert_eq!(template(map, "\"<v>\""), Some(Input::Path("$.detail.tags".into())));
    assert_eq!(template(map, " <s> "), Some(Input::Path("$.detail.state".into())));
    assert_eq!(template(map, "\"<s>\""), None, "a text of its own");
    assert_eq!(template("", "<aws.events.event.json>"), Some(Input::MatchedEvent));
}

#[test]
fn a_template_without_variables_becomes_a_constant() {
    for text in ["{\"a\": 1.50}", "\"done\"", "[1]"] {
        assert_eq!(template("", text), Some(Input::Constant(text.into())), "{text}");
    }
    for text in ["\"one\"\n\"two\"", "{\"a\": ", "{\"a\": \"\\u003cid\\u003e\"}", "{\"a\": \"${x}\"}", ""] {
        assert_eq!(template("", text), None, "{text}");
    }
    assert_eq!(template("{\"id\": \"$.detail.id\"}", "{\"a\": 1}"), None, "the map says what was meant");
}

#[test]
fn what_the_template_asks_for_is_found_in_the_event() {
    assert_eq!(
        template("{\"a\": \"$.source\"}", "{\"a\": <a>, \"id\": <id>}"),
        Some(transformer("{\"a\": \"$.source\", \"id\": \"$.detail.id\"}", "{\"a\": <a>, \"id\": <id>}"))
    );
    let one = |text: &str| match template("", text) {
        Some(Input::Transformer { paths, template }) => (paths.replace(['\n', ' '], ""), template),
        other => panic!("{text}: {other:?}"),
    };
    let only = "{\"only\":\"$.detail.deep.only\"}".to_owned();
    assert_eq!(one("\"<only> and <only>\""), (only.clone(), "\"<only> and <only>\"".into()));
    assert_eq!(one("\"<$.detail.deep.only>\""), (only.clone(), "\"<only>\"".into()));
    assert_eq!(one("\"<detail.deep.only> x\""), (only.clone(), "\"<only> x\"".into()));
    assert_eq!(one("\"<deep.only> x\""), (only, "\"<only> x\"".into()));
    assert_eq!(
        one("{\"e\": <aws.pipes.event.json>}"),
        (String::new(), "{\"e\": <aws.events.event.json>}".into())
    );
    assert_eq!(template("", "\"<name-nowhere>\""), None);
    assert_eq!(template("", "\"<aws.pipes.pipe-arn>\""), None);
}

#[test]
fn what_is_added_is_named() {
    let text = |paths: &str, template: &str| of(&transformer(paths, template)).map(|found| found.text);
    assert_eq!(text("", "\"<only> x\"").as_deref(), Some("define `<only>` as `$.detail.deep.only`"));
    let several = text("{\"a\": \"$.source\"}", "\"<a> <only> <state>\"");
    assert_eq!(several.as_deref(), Some("define `<only>`, `<state>` from the event"));
    // The template changes as well, so more than a definition is offered.
    assert!(text("", "\"<deep.only> x\"").is_some_and(|text| !text.starts_with("define")));
}

#[test]
fn names_that_aws_does_not_take_are_changed_in_both_texts() {
    assert_eq!(
        template("{\"my state\": \"$.detail.state\"}", "\"<my state>, <my state>\""),
        Some(transformer("{\"my-state\": \"$.detail.state\"}", "\"<my-state>, <my-state>\""))
    );
}

#[test]
fn what_is_offered_offers_nothing_more() {
    for input in [
        Input::Path("$.detail,$.source".into()),
        Input::Constant("{\"id\": \"<id>\"}".into()),
        transformer("", "{\"e\": <aws.pipes.event.json>, \"s\": <state>}"),
    ] {
        let found = of(&input).unwrap();
        assert_eq!(of(&found.input), None, "{found:?}");
    }
}
