//! The scan drawn for models.

use super::*;
use crate::engine::protocol::QuestionKind;
use crate::state::model::{Model, Settings};
use crate::state::reduce::reduce;
use crate::state::requests::test_support::{answer, asked, evaluated};
use crate::state::testing::ScanFile;
use crate::ui::rendered;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

fn act(model: &Model, action: ScanAction) -> Model {
    reduce(model, Action::Testing(TestingAction::Scan(action)))
}

const TEXT: &str = "{\"n\": 0}\n{\"n\": 1}\nno event\n";

fn started() -> Model {
    let draft = Draft { pattern: r#"{"n": [0]}"#.into(), event: "{\"n\": 0}".into(), ..Draft::default() };
    let model = evaluated(&Model::new(draft, Settings::default()));
    let file = ScanFile { key: 0, name: "archive.ndjson".into(), size: TEXT.len() as u64 };
    act(&model, ScanAction::Start(vec![file]))
}

fn matched(model: &Model) -> Model {
    let wanted = model.testing.scan.as_ref().and_then(Scan::wanted);
    let read = match wanted {
        Some(wanted) => act(model, ScanAction::Read(wanted, Some(BASE64_STANDARD.encode(TEXT).into()))),
        None => model.clone(),
    };
    reduce(&read, answer(&asked(&read, QuestionKind::Scanning)))
}

fn html(model: fn() -> Model) -> String {
    rendered::<ScanView>(move || {
        let model = model();
        ScanViewProps {
            draft: model.draft.clone(),
            bus: model.bus.clone(),
            scan: model.testing.scan.clone(),
            dispatch: Callback::noop(),
        }
    })
}

#[test]
fn a_scan_that_is_done_shows_counts_matches_and_what_was_not_read() {
    let html = html(|| matched(&matched(&started())));
    for part in ["Complete", "Rule 1", "Load 1 event", "line 3:", "not a JSON object", "Download CSV"] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("Cancel"), "{html}");
}

#[test]
fn a_part_says_that_it_is_one() {
    let html = html(|| act(&started(), ScanAction::Cancel));
    for part in ["counts of a part", "Continue", "<progress"] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn without_files_there_is_a_way_to_choose_them() {
    assert!(html(|| Model::new(Draft::default(), Settings::default())).contains("Choose files"));
}
