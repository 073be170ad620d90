//! Share links: every version that was ever written still opens, and `docs/LINKS.md` describes what is written.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use rulepad_workbench::bus::Bus;
use rulepad_workbench::file::Events;
use rulepad_workbench::{Draft, share};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The version in front of a fragment.
fn version(fragment: &str) -> String {
    fragment.split_once('.').unwrap().0.to_owned()
}

#[test]
fn links_of_every_version_open() {
    let mut versions = BTreeSet::new();
    for entry in fs::read_dir(root().join("tests/links")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "link") {
            continue;
        }
        let link = fs::read_to_string(&path).unwrap();
        let text = fs::read_to_string(path.with_extension("json")).unwrap();
        let expected: Draft = serde_json::from_str(&text).unwrap();
        assert_ne!(expected, Draft::default());
        assert_eq!(share::decode(link.trim()), Ok(expected), "{}", path.display());
        let beside: Value = serde_json::from_str(&text).unwrap();
        let events =
            beside.get("loadedEvents").map(|own| serde_json::from_value::<Events>(own.clone()).unwrap());
        let bus = beside.get("bus").map(|own| serde_json::from_value::<Bus>(own.clone()).unwrap());
        assert_eq!(
            (share::events(link.trim()), share::bus(link.trim())),
            (events, bus),
            "{}",
            path.display()
        );
        versions.insert(version(&link));
    }
    let written: u32 = version(&share::encode(&Draft::default())).parse().unwrap();
    let all: BTreeSet<String> = (1..=written).map(|version| version.to_string()).collect();
    assert_eq!(versions, all, "tests/links needs a link of each version");
}

#[test]
fn the_document_has_the_encoders_and_every_field() {
    let document = fs::read_to_string(root().join("docs/LINKS.md")).unwrap();
    for entry in fs::read_dir(root().join("docs/links")).unwrap() {
        let path = entry.unwrap().path();
        let code = fs::read_to_string(&path).unwrap();
        assert!(document.contains(code.trim_end()), "docs/LINKS.md does not show {}", path.display());
    }
    let mut names = BTreeSet::new();
    for file in ["1-everything.json", "1-bus.json"] {
        let everything = fs::read_to_string(root().join("tests/links").join(file)).unwrap();
        fields(&serde_json::from_str(&everything).unwrap(), &mut names);
    }
    assert!(names.len() > 20, "{names:?}");
    for name in names {
        let named = [format!("`{name}`"), format!("\"{name}\"")].iter().any(|name| document.contains(name));
        assert!(named, "docs/LINKS.md does not name `{name}`");
    }
}

/// The names of every member, however deep.
fn fields(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                names.insert(name.clone());
                fields(value, names);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| fields(item, names)),
        _ => {}
    }
}
