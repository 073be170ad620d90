//! The targets: their cards, what is set of the chosen one, and what it receives.

mod cards;
mod delivery_status;
mod detail;
mod failure;
mod icons;
mod input;
mod kind_menu;
mod log;
mod parameters;
mod part;
mod parts;
mod permission;
mod request;
mod stages;
mod target_text;
mod text;
mod words_en;
mod words_ko;

#[cfg(test)]
mod tests;

use crate::state::{
    action::Action,
    log::Log,
    model::{Answer, Detail, Model, Panes, Selection, Side, Stretch},
    shared::Shared,
    stages::Lit,
};
use crate::ui::lang::use_lang;
use crate::ui::split::Split;
use cards::Cards;
use delivery_status::Reach;
use detail::TargetDetail;
use kind_menu::KindMenu;
use request::Request;
use rulepad_workbench::{Draft, TargetReport};
use text::Text;
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
    /// What is shown of it.
    pub detail: Detail,
    /// What of it belongs to what is pointed at.
    pub lit: Lit,
    /// Places to bring into view.
    pub reveals: Vec<Selection>,
    /// A stretch of the payload to bring into view.
    pub stretch: Option<Stretch>,
    /// The event log.
    pub log: Log,
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
    pub fn of(model: &Model, lit: Lit, dispatch: Callback<Action>) -> Self {
        Self {
            draft: model.draft.clone(),
            answer: model.answer.clone(),
            sides: model.sides.clone(),
            chosen: model.look.target,
            detail: model.look.detail,
            lit,
            reveals: model.look.reveals.clone(),
            stretch: model.look.stretch,
            log: model.log.clone(),
            indented: model.settings.indented,
            shares: model.settings.target.clone(),
            dispatch,
        }
    }
}

/// The panel.
#[component]
pub fn TargetsPanel(props: &TargetsPanelProps) -> Html {
    let lang = use_lang();
    let dispatch = &props.dispatch;
    let (Some(target), Some(side)) = (props.draft.targets.get(props.chosen), props.sides.get(props.chosen))
    else {
        return html! {
            <div class="empty-panel">
                <p class="empty">
                    { Text::NoTargets.words(lang) }
                </p>
                <KindMenu label={Text::AddTarget.words(lang)} dispatch={dispatch.clone()} />
            </div>
        };
    };
    let report = report(props.answer.as_ref(), &props.draft, props.chosen);
    html! {
        <div class="targets">
            <Cards
                draft={props.draft.clone()}
                answer={props.answer.clone()}
                keys={props.sides.iter().map(|side| side.key).collect::<Vec<_>>()}
                chosen={props.chosen}
                dispatch={dispatch.clone()}
            />
            <Split
                name="target"
                labels={vec![Text::BetweenSides.words(lang)]}
                shares={props.shares.clone()}
                least={0.25}
                on_resize={dispatch.reform(|shares| Action::Resize(Panes::Target, shares))}
            >
                <TargetDetail
                    key={format!("detail-{}", side.key)}
                    draft={props.draft.clone()}
                    answer={props.answer.clone()}
                    report={report.clone()}
                    place={props.chosen}
                    number={side.key}
                    detail={props.detail}
                    lit={props.lit.clone()}
                    reveals={props.reveals.clone()}
                    log={props.log.clone()}
                    dispatch={dispatch.clone()}
                />
                <Request
                    key={format!("request-{}", side.key)}
                    id={target.id.clone()}
                    {report}
                    reach={Reach::of(props.answer.as_ref(), &props.draft)}
                    lit={props.lit.clone()}
                    stretch={props.stretch}
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
    let same = answer.draft.targets.get(place).map(|known| &known.arn)
        == draft.targets.get(place).map(|now| &now.arn);
    let report = answer.report.targets.get(place).cloned()?;
    // Of another target, moved or exchanged since, everything would be wrong.
    (same
        || answer.draft.targets.get(place).map(|known| &known.id)
            == draft.targets.get(place).map(|now| &now.id))
    .then_some(report)
}
