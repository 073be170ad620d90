//! The form, rendered without a browser.

use super::*;
use crate::state::fetched::NotFetched;
use crate::state::model::{Model, PatternView, Settings};
use crate::state::reduce::reduce;
use crate::state::requests::test_support::settled;
use crate::ui::rendered;
use rulepad_workbench::catalogue::bundled;
use rulepad_workbench::{Dialect, evaluate};

const EVENT: &str = r#"{"source": "aws.codebuild", "detail-type": "CodeBuild Build State Change",
    "detail": {"build-status": "FAILED", "count": 5}}"#;

fn form(pattern: &'static str, catalogue: fn() -> Fetched<Catalogue>) -> String {
    rendered::<BuilderView>(move || {
        let draft = Shared::new(Draft {
            event: EVENT.into(),
            pattern: pattern.into(),
            dialect: Dialect::Rule,
            ..Draft::default()
        });
        let report = Shared::new(evaluate(&draft, Lang::En));
        let model = Model { catalogue: catalogue(), ..Model::new(Draft::clone(&draft), Settings::default()) };
        let model = settled(&reduce(&model, Action::ShowPattern(PatternView::Builder)));
        BuilderViewProps {
            form: model.builder.form,
            answer: Some(Shared::new(Answer { draft: draft.clone(), report })),
            draft,
            catalogue: catalogue(),
            refused: None,
            dispatch: Callback::noop(),
        }
    })
}

fn read() -> Fetched<Catalogue> {
    Fetched::Read(Shared::new(bundled().unwrap()))
}

fn failed() -> Fetched<Catalogue> {
    Fetched::Failed(NotFetched::Missing)
}

#[track_caller]
fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} in {html}");
    }
}

const PATTERN: &str = r#"{"source": ["aws.codebuild"], "detail-type": ["CodeBuild Build State Change"],
    "detail": {"build-status": ["FAILED", {"prefix": "STO"}], "$or": [{"a": [1]}, {"b": [1]}]}}"#;

#[test]
fn service_type_and_states_are_chosen_and_the_rest_is_kept() {
    let html = form(PATTERN, read);
    has(&html, &[">CodeBuild · aws.codebuild</option>", "CodeBuild Build State Change</option>"]);
    let chip = |name: &str| {
        let found = html.split("<button").find(|part| part.contains(&format!(">{name}<")));
        found.unwrap().to_owned()
    };
    has(&chip("FAILED"), &["aria-pressed=\"true\""]);
    has(&chip("SUCCEEDED"), &["aria-pressed=\"false\""]);
    has(&html, &["detail.build-status, prefix", "value=\"STO\"", "Kept as written", "$or"]);
    // Service and type say all of their rows.
    assert!(!html.contains("Remove source") && !html.contains("Remove detail-type"), "{html}");
}

#[test]
fn without_a_catalogue_what_the_pattern_has_is_edited() {
    let html = form(PATTERN, failed);
    has(
        &html,
        &[
            "cannot be offered: a file of it is missing",
            "Try again",
            "Remove source",
            "Remove detail.build-status",
        ],
    );
    has(&html, &["detail.count"]);
    assert!(!html.contains("builder-service"), "{html}");
}

#[test]
fn each_row_tells_whether_it_is_met() {
    let html = form(r#"{"detail": {"build-status": ["FAILED"], "count": [6]}}"#, failed);
    assert_eq!(html.matches("aria-label=\"met\"").count(), 1, "{html}");
    assert_eq!(html.matches("aria-label=\"failed\"").count(), 1, "{html}");
}

#[test]
fn a_broken_text_closes_the_form_and_says_why() {
    let html = form("{\"source\": [", read);
    has(&html, &["broken in line 1", "The form opens again"]);
    assert!(!html.contains("<input"), "{html}");
}

#[test]
fn every_kind_of_matcher_has_its_own_line() {
    let html = form(
        r#"{"detail": {"x": ["t", 1.50, true, null, {"exists": false}, {"numeric": [">", 0, "<=", 5e3]},
            {"anything-but": ["p", "q"]}, {"anything-but": {"prefix": "z"}}, {"cidr": "10.0.0.0/8"}]}}"#,
        failed,
    );
    has(&html, &["value=\"t\"", "value=\"1.50\"", "is not there", "value=\"5e3\"", "value=\"10.0.0.0/8\""]);
    has(&html, &["value=\"&quot;p&quot;, &quot;q&quot;\"", "as written"]);
}
