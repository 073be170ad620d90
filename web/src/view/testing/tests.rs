//! The tab drawn for models.

use super::*;
use crate::state::change::Load;
use crate::state::model::{Opened, Region, Settings};
use crate::state::reduce::reduce;
use crate::state::requests::test_support::{answered, evaluated};
use crate::state::testing::TestingAction;
use crate::ui::rendered;

fn page() -> Model {
    let draft = Draft {
        event: r#"{"source": "shop", "detail-type": "Order", "detail": {}}"#.into(),
        pattern: r#"{"source": ["shop", "store"]}"#.into(),
        ..Draft::default()
    };
    let model = evaluated(&Model::new(draft, Settings::default()));
    let other =
        Load { event: Some(r#"{"source": "bank", "detail-type": "Payment"}"#.into()), ..Load::default() };
    let keep = |keep| Action::Bus(BusAction::Keep(keep));
    let actions = [
        keep(Keep::Match),
        Action::Load(other, Opened::AsItIs),
        keep(Keep::Match),
        Action::Show(Region::Tests),
    ];
    actions.into_iter().fold(model, |model, action| reduce(&model, action))
}

/// The page draws in another thread, so that the model is made there.
fn html(model: fn() -> Model) -> String {
    rendered::<TestsPanel>(move || TestsPanelProps::of(&model(), Callback::noop()))
}

#[test]
fn verdicts_and_expectations_are_in_the_matrix() {
    let html = html(|| answered(&page(), |kind| kind == QuestionKind::Judging));
    for part in [
        "Matches, must match: test passes",
        "Does not match, must match: test fails",
        "1 passed, 1 failed",
        "Failing tests (1)",
        "Events that trigger nothing (1)",
    ] {
        assert!(html.to_lowercase().contains(&part.to_lowercase()), "{part} in {html}");
    }
}

#[test]
fn coverage_is_painted_and_a_mutant_offers_its_event() {
    let coverage = || reduce(&page(), Action::Testing(TestingAction::Show(Part::Coverage)));
    assert!(html(coverage).contains("Computing coverage"));
    let html = html(|| {
        let shown = reduce(&page(), Action::Testing(TestingAction::Show(Part::Coverage)));
        answered(&shown, |kind| kind == QuestionKind::Exercise)
    });
    for part in ["Add as a test", "class=\"never\"", "class=\"both\"", "in 2 tests"] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn without_events_there_is_a_way_to_start() {
    let page = || {
        let model = Model::new(Draft::default(), Settings::default());
        reduce(&model, Action::Show(Region::Tests))
    };
    assert!(html(page).contains("The event must match"));
}
