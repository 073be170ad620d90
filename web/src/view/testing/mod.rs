//! The Tests tab: rules and events in one matrix, what is expected of them, and what the tests leave open.

mod coverage;
mod grid;
mod inspector;
mod monitor;
mod scan;
mod shown;
mod sight;
#[cfg(test)]
mod tests;
mod text;
mod tools;
mod words_en;
mod words_ko;

use crate::engine::protocol::QuestionKind;
use crate::engine::protocol::testing::TestedRule;
use crate::state::action::Action;
use crate::state::bus::{Bus, BusAction, Keep};
use crate::state::model::Model;
use crate::state::requests::{Shown, State};
use crate::state::shared::Shared;
use crate::state::testing::{Part, Testing, overview};
use crate::state::tray::Tray;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::lang::use_lang;
use coverage::CoverageView;
use grid::Grid;
use inspector::Inspector;
use monitor::MonitorView;
use rulepad_workbench::{Draft, Lang};
use scan::ScanView;
use text::Text;
use yew::prelude::*;

/// Properties of [`TestsPanel`].
#[derive(Clone, Properties, PartialEq)]
pub struct TestsPanelProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The rules of the bus and the tests.
    pub bus: Shared<Bus>,
    /// The loaded events.
    pub tray: Option<Shared<Tray>>,
    /// What the tab knows and shows.
    pub testing: Testing,
    /// How far the worker is with the verdicts.
    pub state: Option<State>,
    /// How far the worker is with the monitor.
    pub observing: Option<State>,
    /// What the tests leave open of the edited rule.
    pub exercise: Shown<Shared<TestedRule>>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl TestsPanelProps {
    /// What the panel needs of the model.
    #[must_use]
    pub fn of(model: &Model, dispatch: Callback<Action>) -> Self {
        Self {
            draft: model.draft.clone(),
            bus: model.bus.clone(),
            tray: model.tray.clone(),
            testing: model.testing.clone(),
            state: model.requests.state(QuestionKind::Judging).cloned(),
            observing: model.requests.state(QuestionKind::Observing).cloned(),
            exercise: model.exercise(),
            dispatch,
        }
    }
}

/// The panel.
#[component]
pub fn TestsPanel(props: &TestsPanelProps) -> Html {
    let lang = use_lang();
    // The cell with the focus of the matrix: a rule and an event, by their places.
    let at = use_state_eq(|| (props.bus.at, props.tray.as_ref().map_or(0, |tray| tray.at)));
    let testing = &props.testing;
    let known = (
        props.bus.clone(),
        props.draft.clone(),
        props.tray.clone(),
        testing.verdicts.clone(),
        testing.outcomes.clone(),
    );
    let counted = use_memo(known, |(bus, draft, tray, verdicts, outcomes)| {
        let counted = |tray| overview(bus, draft, tray, verdicts, outcomes.as_deref());
        tray.as_deref().map(counted).unwrap_or_default()
    });
    let on_move = {
        let at = at.clone();
        Callback::from(move |place| at.set(place))
    };
    // A filter may hide the cell that was chosen: then the first one that it shows is.
    let (rules, events) = counted.shown(testing.filter);
    let one_of = |shown: &[usize], chosen: usize| {
        if shown.contains(&chosen) { chosen } else { shown.first().copied().unwrap_or(chosen) }
    };
    let chosen = (one_of(rules, at.0), one_of(events, at.1));
    let (draft, bus, dispatch) = (props.draft.clone(), props.bus.clone(), props.dispatch.clone());
    let shown = match (testing.part, props.tray.clone()) {
        (Part::Coverage, _) => {
            html! { <CoverageView {draft} exercise={props.exercise.clone()} {dispatch} /> }
        }
        (Part::Monitor, Some(tray)) => html! {
            <MonitorView
                {draft}
                {bus}
                {tray}
                monitor={testing.monitor.clone()}
                state={props.observing.clone()}
                {dispatch}
            />
        },
        (Part::Scan, _) => html! { <ScanView {draft} {bus} scan={testing.scan.clone()} {dispatch} /> },
        (Part::Matrix | Part::Monitor, None) => empty(lang, &dispatch),
        (Part::Matrix, Some(tray)) => html! {
            <>
                <Grid
                    draft={draft.clone()}
                    bus={bus.clone()}
                    tray={tray.clone()}
                    testing={testing.clone()}
                    overview={counted.clone()}
                    at={chosen}
                    {on_move}
                    dispatch={dispatch.clone()}
                />
                <Inspector {draft} {bus} {tray} testing={testing.clone()} at={chosen} {dispatch} />
            </>
        },
    };
    html! {
        <div class="tests">
            { tools::tools(lang, props, &counted) }
            { shown }
        </div>
    }
}

fn empty(lang: Lang, dispatch: &Callback<Action>) -> Html {
    let keep = |keep: Keep| dispatch.reform(move |_: MouseEvent| Action::Bus(BusAction::Keep(keep)));
    html! {
        <div class="empty-panel">
            <div class="empty">
                <p>{ Text::NothingYet.words(lang) }</p>
                <div class="own-actions">
                    <Button kind={ButtonKind::Primary} onclick={keep(Keep::Match)}>{ Text::ShownMustMatch.words(lang) }</Button>
                    <Button onclick={keep(Keep::NoMatch)}>{ Text::ShownMustNotMatch.words(lang) }</Button>
                </div>
            </div>
        </div>
    }
}
