//! "Keep as a test": what is shown becomes an expectation.

use super::text::Text;
use crate::state::action::Action;
use crate::state::bus::{BusAction, Keep, expected_match};
use crate::state::model::Model;
use crate::ui::lang::use_lang;
use crate::ui::menu::{Menu, MenuItem};
use rulepad_workbench::bus::Expects;
use rulepad_workbench::{Dialect, Verdict};
use yew::prelude::*;

/// Properties of [`KeepMenu`].
#[derive(Clone, Debug, Properties, PartialEq)]
pub(super) struct KeepMenuProps {
    /// What is expected of the shown event.
    pub tests: Vec<Expects>,
    /// The verdict, once it is known.
    pub verdict: Option<Verdict>,
    /// How many targets have a payload to keep.
    pub targets: usize,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl KeepMenuProps {
    /// What the menu needs of the model.
    pub(super) fn of(model: &Model, dispatch: Callback<Action>) -> Self {
        let is_rule = model.draft.dialect == Dialect::Rule;
        Self {
            tests: model.shown_tests().to_vec(),
            verdict: model.current().map(|report| report.verdict),
            targets: if is_rule { model.draft.targets.len() } else { 0 },
            dispatch,
        }
    }
}

const CHOICES: [(&str, Keep); 4] = [
    ("match", Keep::Match),
    ("no-match", Keep::NoMatch),
    ("payload", Keep::Payload),
    ("nothing", Keep::Nothing),
];

/// The menu; its button says what is expected, and whether it holds.
#[component]
pub(super) fn KeepMenu(props: &KeepMenuProps) -> Html {
    let lang = use_lang();
    let expected = expected_match(&props.tests);
    let holds = expected.map(|expected| match props.verdict {
        Some(Verdict::Match) => Some(expected),
        Some(Verdict::NoMatch) => Some(!expected),
        _ => None,
    });
    let label = match (expected, props.tests.len()) {
        (None, 0) => Text::KeepAsTest,
        (None, _) => Text::PayloadKept,
        (Some(matches), _) => match holds.flatten() {
            Some(true) => Text::TestHolds { matches },
            Some(false) => Text::TestFails { matches },
            None => Text::TestKept { matches },
        },
    };
    let matches = props.verdict == Some(Verdict::Match);
    let payloads = props.tests.iter().filter(|test| matches!(test, Expects::Delivers(_))).count();
    let item = |(id, keep): (&'static str, Keep)| {
        let (label, detail, checked, disabled) = match keep {
            Keep::Match => (Text::MustMatch, None, Some(expected == Some(true)), false),
            Keep::NoMatch => (Text::MustNotMatch, None, Some(expected == Some(false)), false),
            Keep::Payload => {
                let why = if props.targets == 0 { Text::NoTargets } else { Text::OnlyOfMatch };
                let detail = if matches && props.targets > 0 { Text::OfTargets(props.targets) } else { why };
                (Text::PayloadAsShown, Some(detail), Some(payloads > 0), !matches || props.targets == 0)
            }
            Keep::Nothing => (Text::RemoveTest, None, None, props.tests.is_empty()),
        };
        MenuItem {
            id: id.into(),
            label: label.words(lang),
            detail: detail.map(|detail| detail.words(lang)),
            checked,
            switch: keep == Keep::Payload,
            disabled,
            ..MenuItem::default()
        }
    };
    let tone = match holds {
        Some(Some(true)) => Some("tone-good"),
        Some(Some(false)) => Some("tone-bad"),
        _ => None,
    };
    let on_choose = props.dispatch.reform(|id: AttrValue| {
        let chosen = CHOICES.iter().find(|(own, _)| *own == id.as_str());
        Action::Bus(BusAction::Keep(chosen.map_or(Keep::Match, |(_, keep)| *keep)))
    });
    html! {
        <Menu
            name="keep"
            label={label.words(lang)}
            class={classes!("keep-test", tone)}
            items={CHOICES.into_iter().map(item).collect::<Vec<_>>()}
            align_end=true
            {on_choose}
        />
    }
}
