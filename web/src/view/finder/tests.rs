//! The finder, rendered without a browser.

use super::*;
use crate::ui::rendered;
use rulepad_workbench::catalogue::bundled;

fn finder(query: &'static str, dialect: Dialect) -> String {
    rendered::<Search>(move || {
        let catalogue = bundled().unwrap();
        let hits = Some(Shared::new(catalogue.search(query, dialect, Lang::En)));
        SearchProps {
            finder: Finder { query: query.to_owned(), hits, ..Finder::default() },
            catalogue: Fetched::Read(Shared::new(catalogue)),
            dialect,
            dispatch: Callback::noop(),
        }
    })
}

#[test]
fn what_is_found_is_listed_with_the_reason() {
    let html = finder("build-status", Dialect::Rule);
    for part in ["CodeBuild Build State Change", "detail.build-status", "2 found", r#"role="listbox""#] {
        assert!(html.contains(part), "{part}: {html}");
    }
}

#[test]
fn what_another_dialect_reads_is_said_when_nothing_fits() {
    let html = finder("sqs", Dialect::Rule);
    for part in ["nothing fits", "SQS → Lambda (Records)", "EventBridge Pipes filter"] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(!finder("xyzzy", Dialect::Rule).contains("EventBridge Pipes filter"));
}
