//! What a rule delivers, and what the subscriber made of it delivers.

use rulepad_document::Role;
use rulepad_document::json::{self, Node, Value};
use rulepad_jsonata::{Bounds, Events, Settings, Use, evaluate, parse};
use rulepad_migrate::{Change, InputLoss, MigratedInput, Takes, input};
use rulepad_transformer::{Input, Outcome, Surroundings, render};
use std::collections::BTreeMap;

/// The two payloads of an event.
#[derive(Debug)]
pub struct Both {
    /// Of the rule; nothing where our renderer does not know or AWS does not deliver.
    pub classic: Option<String>,
    /// Of the subscriber; nothing where the delivery fails.
    pub migrated: Option<String>,
    pub expression: Option<String>,
    pub changes: Vec<Change>,
}

impl Both {
    /// Whether the bytes are equal.
    pub fn bytes(&self) -> bool {
        self.classic == self.migrated
    }

    /// Whether both are equal JSON, with the same spelling of numbers.
    pub fn json(&self) -> bool {
        self.compare(&|a, b| a == b)
    }

    /// Whether both are equal JSON but for the spelling of numbers.
    pub fn json_but_numbers(&self) -> bool {
        self.compare(&|a, b| a.parse::<f64>().is_ok_and(|a| b.parse::<f64>() == Ok(a)))
    }

    fn compare(&self, numbers: &dyn Fn(&str, &str) -> bool) -> bool {
        let read = |text: &Option<String>| json::parse(text.as_deref()?, Role::Event).single().cloned();
        matches!((read(&self.classic), read(&self.migrated)), (Some(a), Some(b)) if same(&a, &b, numbers))
    }
}

/// The surroundings of every test.
pub fn around() -> Surroundings {
    Surroundings {
        rule_arn: "arn:aws:events:eu-west-1:111122223333:rule/failed-builds".to_owned(),
        rule_name: "failed-builds".to_owned(),
        ingestion_time: "2026-03-02T04:05:06Z".to_owned(),
    }
}

/// Both payloads of an event.
pub fn both(classic: &Input, event: &str, takes: Takes) -> Result<Both, InputLoss> {
    let around = around();
    let node = json::parse(event, Role::Event).root.unwrap();
    let rendered = render(classic, &node, &around, 0, "target");
    let payload = match rendered.outcome {
        Outcome::Delivered(payload) => Some(payload.text),
        _ => None,
    };
    let MigratedInput { expression, changes } = input(classic, &around, takes)?;
    let migrated = match &expression {
        None => Some(json::compact(&node)),
        Some(text) => {
            let whole = format!(
                r#"{{"Data": {event}, "Metadata": {{}}, "SystemMetadata": {{"aws:IngestionTime": "{}"}}}}"#,
                around.ingestion_time
            );
            let whole = json::parse(&whole, Role::Event).root.unwrap();
            let settings =
                Settings { bounds: Bounds { time: None, ..Bounds::default() }, ..Settings::default() };
            let parsed = parse(text, Role::Input(0), Use::Transformer).expression.unwrap();
            match evaluate(&parsed, Events::One(&whole), &settings).outcome {
                rulepad_jsonata::Outcome::Delivered(payload) => Some(payload.text),
                _ => None,
            }
        }
    };
    Ok(Both { classic: payload, migrated, expression, changes })
}

/// Equal JSON: objects in any order, of a key that appears twice the last.
fn same(a: &Node, b: &Node, numbers: &dyn Fn(&str, &str) -> bool) -> bool {
    match (&a.value, &b.value) {
        (Value::Number(a), Value::Number(b)) => numbers(a, b),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b, numbers))
        }
        (Value::Object(a), Value::Object(b)) => {
            let map = |members: &[json::Member]| -> BTreeMap<String, Node> {
                members.iter().map(|member| (member.key.clone(), member.value.clone())).collect()
            };
            let (a, b) = (map(a), map(b));
            let in_b =
                |(key, value): (&String, &Node)| b.get(key).is_some_and(|own| same(value, own, numbers));
            a.len() == b.len() && a.iter().all(in_b)
        }
        (a, b) => a == b,
    }
}
