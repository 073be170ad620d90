//! Every input option of the readable cases and of the gallery that has a payload, as a transformer.

use crate::both::{Both, both};
use rulepad_migrate::{Change, Takes};
use rulepad_transformer::Input;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Cases whose payload differs in nothing but the spelling of a number.
const RESPELLED: [&str; 3] =
    ["input-path.md: A number", "substitution.md: A number", "substitution.md: A number in text"];

/// Whether a change says that a number is spelled differently.
fn of_number(change: &Change) -> bool {
    matches!(change, Change::NumberSpelling | Change::ConstantNumber(_))
}

/// The blocks of each case of a file, by its title.
fn cases(text: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let mut cases: Vec<(String, BTreeMap<String, String>)> = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            cases.push((title.to_owned(), BTreeMap::new()));
        } else if let Some(tag) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let (_, blocks) = cases.last_mut().unwrap();
            blocks.insert(tag.to_owned(), block.join("\n"));
        }
    }
    cases
}

fn option(blocks: &BTreeMap<String, String>) -> Input {
    let block = |tag: &str| blocks.get(tag).cloned();
    if let Some(path) = block("input-path") {
        Input::Path(path)
    } else if let Some(text) = block("input") {
        Input::Constant(text)
    } else if let Some(template) = block("input-template") {
        Input::Transformer { paths: block("input-paths-map").unwrap_or_default(), template }
    } else {
        Input::MatchedEvent
    }
}

#[test]
fn readable_cases_deliver_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite/transformer");
    let (mut bytes, mut json, mut respelled, mut wrong) = (0, 0, Vec::new(), Vec::new());
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        for (title, blocks) in cases(&std::fs::read_to_string(&file).unwrap()) {
            let Some(payload) = blocks.get("payload") else { continue };
            let case = format!("{name}: {title}");
            let event = blocks.get("event").map_or("{}", String::as_str);
            let found = both(&option(&blocks), event, Takes::Text);
            match found {
                Ok(found) if found.classic.is_none() => wrong.push(format!("{case}: no payload, {payload}")),
                Ok(found) if found.bytes() => bytes += 1,
                Ok(found) if found.json() => json += 1,
                Ok(found) => {
                    if RESPELLED.contains(&case.as_str()) && found.changes.iter().any(of_number) {
                        respelled.push(case);
                    } else {
                        wrong.push(format!("{case}: {found:?}"));
                    }
                }
                Err(loss) => wrong.push(format!("{case}: {loss:?}")),
            }
        }
    }
    println!("{bytes} equal in bytes, {json} as JSON, {} with another number", respelled.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(respelled, RESPELLED);
    assert!(bytes + json + respelled.len() >= 64, "{bytes} {json} {respelled:?}");
}

#[derive(Deserialize)]
struct Sample {
    id: String,
    event: Option<serde_json::Value>,
    targets: Vec<SampleTarget>,
}

#[derive(Deserialize)]
struct SampleTarget {
    id: String,
    #[serde(default)]
    input: Input,
}

#[test]
fn the_gallery_delivers_the_same() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples/data/gallery.ndjson");
    let mut compared = 0;
    for line in std::fs::read_to_string(file).unwrap().lines() {
        let sample: Sample = serde_json::from_str(line).unwrap();
        let event = match sample.event {
            Some(serde_json::Value::String(text)) => text,
            Some(other) => other.to_string(),
            None => continue,
        };
        for target in &sample.targets {
            let found: Both = match both(&target.input, &event, Takes::Text) {
                Ok(found) => found,
                Err(loss) => panic!("{}, {}: {loss:?}", sample.id, target.id),
            };
            if found.classic.is_some() {
                let spelled = found.changes.iter().any(of_number) && found.json_but_numbers();
                let equal = found.bytes() || found.json() || spelled;
                assert!(equal, "{}, {}: {found:?}", sample.id, target.id);
                compared += 1;
            }
        }
    }
    println!("{compared} targets of the gallery");
    assert!(compared > 20, "only {compared} were compared");
}
