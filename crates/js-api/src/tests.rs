use rulepad_samples::subscribers::{SUBSCRIBERS, read_subscribers};
use rulepad_subscriber::expression::{ExpressionOptions, of_expression};
use rulepad_subscriber::report::of_subscriber;
use rulepad_subscriber::source::of_source;
use rulepad_subscriber::{Filter, Published, Scope};
use rulepad_workbench::Lang;
use rulepad_workbench::{Dialect, Draft, Export, Format, InputOptions, Key, Rule, State, Table};
use rulepad_workbench::{
    NamedText, evaluate, examples, explain, export, file, import, import_files, paste, render,
};
use rulepad_workbench::{event_log, suggest_keys};
use serde_json::Value;
use std::collections::BTreeSet;

const TYPES: &str = concat!(include_str!("types.d.ts"), include_str!("subscribers.d.ts"));

/// Fields whose values are one of a few names.
const CHOICES: &[&str] = &[
    "verdict",
    "severity",
    "document",
    "outcome",
    "certainty",
    "from",
    "reason",
    "option",
    "difference",
    "refusal",
    "published",
    "scope",
];

/// Collects field names, and quoted names that stand in fields of [`CHOICES`].
fn collect(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            // The sentence of an outcome is called `reason` as well.
            let is_outcome = members.contains_key("outcome");
            for (key, value) in members {
                found.insert(format!("{key}:"));
                match value {
                    Value::String(name) if CHOICES.contains(&key.as_str()) => {
                        if !(is_outcome && key == "reason") {
                            found.insert(format!("\"{name}\""));
                        }
                    }
                    _ => collect(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        _ => {}
    }
}

#[test]
fn every_field_and_name_that_is_given_is_declared() {
    let mut found = BTreeSet::new();
    let mut add = |value: Result<Value, serde_json::Error>| collect(&value.unwrap(), &mut found);
    let mut drafts: Vec<Draft> = examples().into_iter().map(|example| example.draft).collect();
    let wrong = Draft { rule: Rule::default(), ..drafts[0].clone() };
    let crossed: Vec<Draft> = drafts
        .iter()
        .flat_map(|one| drafts.iter().map(|other| Draft { event: other.event.clone(), ..one.clone() }))
        .collect();
    drafts.extend(crossed);
    drafts.push(wrong);
    for draft in &drafts {
        add(serde_json::to_value(draft));
        add(serde_json::to_value(evaluate(draft, Lang::En)));
        add(serde_json::to_value(evaluate(draft, Lang::KO)));
        for format in Format::ALL {
            if let Export::Ready(file) = export(draft, format, Lang::En) {
                add(serde_json::to_value(file));
            }
        }
    }
    for (pattern, event) in [
        (r#"{"a": [{"anything-but": "b"}]}"#, r#"{"a": "b"}"#),
        (r#"{"a": ["B"], "c": [1], "e": [{"exists": false}]}"#, r#"{"a": "b", "c": {}, "e": 1}"#),
        (r#"{"a": ["b"], "A": [1]}"#, "{\"a\": 1"),
    ] {
        add(serde_json::to_value(explain(pattern, event, Dialect::Rule, Lang::En)));
    }
    let options = |path: &str| InputOptions { input_path: Some(path.into()), ..InputOptions::default() };
    for path in ["$.a", "$.none", "$['a']", "a", "$"] {
        add(serde_json::to_value(render(r#"{"a": 1}"#, &options(path), Lang::En)));
    }
    for events in ["[{\"source\": \"a\"}, 1]", r#"{"Entries": [{"Source": "a", "DetailType": "b"}]}"#] {
        add(serde_json::to_value(paste(events, "{}", Dialect::Rule, Lang::En)));
        add(serde_json::to_value(explain("{}", events, Dialect::Rule, Lang::En)));
    }
    let saved = file::save(&drafts[0]).text;
    let described = r#"{"Name": "r", "EventPattern": "{\"a\": [1]}", "Stat": "", "Targets": [{"Id": 1}]}"#;
    for text in [saved.as_str(), described, "{\"source\": [1]}", "hello"] {
        add(serde_json::to_value(import(text, Lang::En)));
    }
    let named = |text: &str| NamedText { name: "a.json".into(), text: text.into() };
    add(serde_json::to_value(import_files(&[named(described)], Lang::En)));
    add(serde_json::to_value(named("")));
    let key = |name: &str, path: &str| Key { name: name.into(), path: path.into() };
    for table in [Table { partition: key("id", "$.id"), ..Table::default() }, Table::default()] {
        let log =
            event_log(&table, &[r#"{"id": 1, "a": "b"}"#.to_owned(), r#"{"id": 1}"#.to_owned()], Lang::En);
        add(serde_json::to_value(log));
    }
    add(serde_json::to_value(suggest_keys(r#"{"user": "u"}"#)));
    add(serde_json::to_value(InputOptions::default()));
    for sample in read_subscribers(SUBSCRIBERS).unwrap() {
        for lang in Lang::ALL {
            let report = of_subscriber(&sample.subscriber, &sample.event, Published::Recognize, lang);
            add(serde_json::to_value(report));
        }
        let broken = sample.subscriber.replacen("TargetArn", "TargetArm", 1);
        add(serde_json::to_value(of_subscriber(&broken, "{", Published::Recognize, Lang::En)));
        for text in [
            "{% $events.Data %}",
            "{% $uppercase($events.Data.id) & $sum([1]) %}",
            "{% [1, 2][$ > 1] %}",
            "{% $events.Data.none %}",
            "x",
        ] {
            let report = of_expression(text, &sample.event, &ExpressionOptions::default(), Lang::En);
            add(serde_json::to_value(report));
        }
        if let Some(source) = &sample.event_source {
            add(serde_json::to_value(of_source(source, &sample.event, Lang::En)));
        }
    }
    add(serde_json::to_value(Filter { scope: Scope::Data, pattern: String::new() }));
    add(serde_json::to_value(ExpressionOptions::default()));
    for name in found {
        let optional = name.replace(':', "?:");
        assert!(TYPES.contains(&name) || TYPES.contains(&optional), "the types do not declare {name}");
    }
}

#[test]
fn every_format_dialect_language_and_state_is_declared() {
    let quoted = |value: Value| format!("\"{}\"", value.as_str().unwrap());
    for format in Format::ALL {
        let name = quoted(serde_json::to_value(format).unwrap());
        let line = TYPES.lines().find(|line| line.starts_with("export type Format")).unwrap();
        assert!(line.contains(&name), "{name}");
    }
    for dialect in Dialect::ALL {
        let name = quoted(serde_json::to_value(dialect).unwrap());
        let line = TYPES.lines().find(|line| line.starts_with("export type Dialect")).unwrap();
        assert!(line.contains(&name), "{name}");
    }
    let languages = TYPES.lines().find(|line| line.starts_with("export type Lang")).unwrap();
    let tags: Vec<String> = Lang::ALL.iter().map(|lang| format!("\"{}\"", lang.tag())).collect();
    assert_eq!(languages, format!("export type Lang = {};", tags.join(" | ")));
    for state in [State::Enabled, State::Disabled, State::EnabledWithAllCloudtrailManagementEvents] {
        assert!(TYPES.contains(&format!("\"{}\"", state.name())));
    }
}
