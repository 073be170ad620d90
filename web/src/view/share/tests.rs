//! The Share dialog rendered without a browser.

use super::*;
use crate::engine::protocol::QuestionKind;
use crate::state::model::Settings;
use crate::state::reduce::reduce;
use crate::state::requests::test_support::{answered, evaluated, stopped};
use crate::ui::rendered;
use rulepad_workbench::embed::{Look, Snippet};
use rulepad_workbench::{Draft, Input, Target};

const PAGE: &str = "https://rulepad.example/app/index.html";

fn draft() -> Draft {
    Draft {
        pattern: "{\"account\": [{\"prefix\": \"12\"}], \"by\": [\"jane@corp.io\"]}".into(),
        event: "{\"account\": \"123456789012\", \"by\": \"jane@corp.io\"}".into(),
        targets: vec![Target {
            input: Input::Transformer { paths: String::new(), template: "\"x\"".into() },
            ..Target::default()
        }],
        ..Draft::default()
    }
}

fn shown(draft: Draft, actions: Vec<ShareAction>) -> String {
    dialog(move || {
        let page = evaluated(&Model::new(draft, Settings::default()));
        let actions = [ShareAction::Open(PAGE.into())].into_iter().chain(actions);
        let model = actions.fold(page, |model, action| reduce(&model, Action::Share(action)));
        answered(&model, |kind| kind == QuestionKind::Masking)
    })
}

fn dialog(model: impl FnOnce() -> Model + Send + 'static) -> String {
    let html = rendered::<ShareDialog>(move || ShareDialogProps::of(&model(), Callback::noop()));
    html.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[track_caller]
fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} is not in {html}");
    }
}

#[test]
fn a_link_shows_its_size_and_what_is_in_it() {
    let html = shown(draft(), Vec::new());
    has(
        &html,
        &[
            "https://rulepad.example/app/index.html#1.",
            "characters.",
            "With 1 target",
            "Copy link",
            "Mask account ids",
        ],
    );
    assert!(!html.contains("loaded events") && !html.contains("Save as a file"), "{html}");
}

#[test]
fn a_long_link_offers_a_file() {
    let mut number = 7_u64;
    let numbers = (0..3000).map(|_| {
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        number.to_string()
    });
    let event = format!("[{}]", numbers.collect::<Vec<_>>().join(","));
    let html = shown(Draft { event, ..draft() }, Vec::new());
    has(&html, &["Some programs cut links longer than 8,000 characters", "Save as a file"]);
}

#[test]
fn masking_lists_what_is_replaced_and_what_is_kept() {
    let html = shown(draft(), vec![ShareAction::Mask(true)]);
    has(
        &html,
        &[
            "1 value replaced",
            "jane@corp.io",
            "user1@example.com",
            "2×",
            "This value is not masked",
            "123456789012",
        ],
    );
    let nothing = shown(Draft::default(), vec![ShareAction::Mask(true)]);
    has(&nothing, &["Nothing to mask"]);
}

#[test]
fn there_is_nothing_to_copy_before_it_is_masked() {
    let asked = || {
        let page = evaluated(&Model::new(draft(), Settings::default()));
        let open = reduce(&page, Action::Share(ShareAction::Open(PAGE.into())));
        reduce(&open, Action::Share(ShareAction::Mask(true)))
    };
    let html = dialog(asked);
    has(&html, &["Masking, and checking"]);
    assert!(!html.contains("Copy link") && !html.contains("#1."), "{html}");
    let late = dialog(move || stopped(&asked(), QuestionKind::Masking));
    has(&late, &["Masking took too long", "Try again"]);
}

#[test]
fn each_snippet_has_its_text_and_its_button() {
    let embed = |kind| shown(draft(), vec![ShareAction::Show(ShareTab::Embed), ShareAction::Snippet(kind)]);
    has(
        &embed(Snippet::Element),
        &[
            "<rulepad-example verdict=\"match\"",
            "src=\"https://rulepad.example/app/v1/rulepad-example.js\"",
            "Copy HTML",
            "Readers can edit",
            "Payload",
        ],
    );
    has(&embed(Snippet::Frame), &["<iframe src=", "title=\"Preview\"", "Copy iframe", "Height"]);
    has(&embed(Snippet::Fence), &["```rulepad verdict=\"match\"", "Copy block"]);
    let link = embed(Snippet::Link);
    has(&link, &["[Open this example in Rulepad](<", "Copy Markdown link"]);
    assert!(!link.contains("Readers can edit"), "{link}");
    let without = shown(draft(), vec![ShareAction::Show(ShareTab::Embed), ShareAction::Targets(false)]);
    assert!(!without.contains("Payload"), "{without}");
    let look = ShareAction::Look(Look { why: false, payload: true, ..Look::default() });
    let html = shown(draft(), vec![ShareAction::Show(ShareTab::Embed), look]);
    has(&html, &["show=\"payload\"", "data-part=\"template\""]);
}

#[test]
fn markdown_has_the_verdict() {
    let html = shown(draft(), vec![ShareAction::Show(ShareTab::Markdown)]);
    has(&html, &["**Result:** Matches", "```json", "Copy Markdown"]);
}
