//! The targets: a list, the chosen one's properties, and what it receives.

mod form;
mod input;
mod list;
mod payload;
mod variables;

use crate::state::{
    action::Action,
    model::{Answer, Model, Panes, Place, Side},
    shared::Shared,
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::split::Split;
use form::TargetForm;
use list::TargetList;
use payload::PayloadView;
use rulepad_workbench::{Draft, TargetReport};
use yew::prelude::*;

/// Properties of [`TargetsPanel`].
#[derive(Clone, Properties, PartialEq)]
pub struct TargetsPanelProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// What the page keeps for each target.
    pub sides: Vec<Side>,
    /// The chosen target.
    pub chosen: usize,
    /// Places to bring into view.
    pub reveals: Vec<Place>,
    /// Whether payloads that are JSON are shown indented.
    pub indented: bool,
    /// Shares of properties and payload in the width.
    pub shares: Vec<f64>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl TargetsPanelProps {
    /// What the panel needs of the model.
    #[must_use]
    pub fn of(model: &Model, dispatch: Callback<Action>) -> Self {
        Self {
            draft: model.draft.clone(),
            answer: model.answer.clone(),
            sides: model.sides.clone(),
            chosen: model.look.target,
            reveals: model.look.reveals.clone(),
            indented: model.settings.indented,
            shares: model.settings.target.clone(),
            dispatch,
        }
    }
}

/// The panel.
#[component]
pub fn TargetsPanel(props: &TargetsPanelProps) -> Html {
    let dispatch = &props.dispatch;
    let (Some(target), Some(side)) = (props.draft.targets.get(props.chosen), props.sides.get(props.chosen))
    else {
        return html! {
            <div class="empty-panel">
                <p class="empty">{ "No targets yet. A target is what EventBridge calls when the event matches." }</p>
                <Button kind={ButtonKind::Primary} onclick={dispatch.reform(|_| Action::AddTarget(None))}>{ "Add target" }</Button>
            </div>
        };
    };
    let report = report(props.answer.as_ref(), &props.draft, props.chosen);
    html! {
        <div class="targets">
            <TargetList
                draft={props.draft.clone()}
                answer={props.answer.clone()}
                keys={props.sides.iter().map(|side| side.key).collect::<Vec<_>>()}
                chosen={props.chosen}
                dispatch={dispatch.clone()}
            />
            <Split
                name="target"
                labels={vec![AttrValue::from("Between the target's properties and its payload")]}
                shares={props.shares.clone()}
                least={0.25}
                on_resize={dispatch.reform(|shares| Action::Resize(Panes::Target, shares))}
            >
                <TargetForm
                    key={format!("form-{}", side.key)}
                    draft={props.draft.clone()}
                    answer={props.answer.clone()}
                    report={report.clone()}
                    place={props.chosen}
                    number={side.key}
                    reveals={props.reveals.clone()}
                    dispatch={dispatch.clone()}
                />
                <PayloadView
                    key={format!("payload-{}", side.key)}
                    id={target.id.clone()}
                    {report}
                    verdict={props.answer.as_ref().map(|answer| answer.report.verdict)}
                    indented={props.indented}
                    dispatch={dispatch.clone()}
                />
            </Split>
        </div>
    }
}

/// The report on a target, if the last answer knew the same targets.
fn report(answer: Option<&Shared<Answer>>, draft: &Draft, place: usize) -> Option<TargetReport> {
    let answer = answer.filter(|answer| answer.draft.targets.len() == draft.targets.len())?;
    answer.report.targets.get(place).cloned()
}
