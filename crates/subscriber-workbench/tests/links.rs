//! Links: every version that was ever written still opens, and `docs/LINKS.md` has every field.

use rulepad_subscriber_workbench::link::{Linked, decode};
use rulepad_subscriber_workbench::{Content, Pair, Published, SubscriberDraft, TransformerType};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn links_of_every_version_open() {
    let mut count = 0;
    for entry in fs::read_dir(root().join("tests/links/subscriber")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "link") {
            continue;
        }
        let expected: Linked =
            serde_json::from_str(&fs::read_to_string(path.with_extension("json")).unwrap()).unwrap();
        assert_ne!(expected, Linked::default());
        let link = fs::read_to_string(&path).unwrap();
        assert_eq!(decode(link.trim()), Some(Ok(expected)), "{}", path.display());
        count += 1;
    }
    assert!(count > 0);
}

#[test]
fn the_document_has_every_field() {
    let text = || "x".to_owned();
    let draft = SubscriberDraft {
        event: text(),
        published: Published::PutEvents,
        content: Content::Avro,
        metadata: vec![Pair::default()],
        group: text(),
        deduplication: text(),
        data: text(),
        of_metadata: text(),
        of_system_metadata: text(),
        transformer: TransformerType::Jsonata,
        expression: text(),
        name: text(),
        bus: text(),
        target: text(),
        role: text(),
        parameters: text(),
        attempts: text(),
        age: text(),
        queue: text(),
        batch: text(),
        window: text(),
        rest: text(),
    };
    let linked = Linked { draft, rule: Some(Box::default()) };
    let written = serde_json::to_value(&linked).unwrap();
    let document = fs::read_to_string(root().join("docs/LINKS.md")).unwrap();
    let (_, own) = document.split_once("## Subscribers of a custom event bus").unwrap();
    for name in written.as_object().unwrap().keys() {
        assert!(own.contains(&format!("`{name}`")), "{name}");
    }
}
