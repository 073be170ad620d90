//! Why the event matches or not, condition by condition, in the pattern's order.

mod line;
mod tree;

use super::verdict::{VerdictView, VerdictViewProps};
use crate::state::{
    action::Action,
    field::Field,
    model::{Answer, Model},
    shared::Shared,
};
use crate::ui::prose::Prose;
use rulepad_workbench::Verdict;
use tree::{WhyTree, WhyTreeProps};
use yew::prelude::*;

/// Properties of [`WhyPane`].
#[derive(Clone, Properties, PartialEq)]
pub struct WhyPaneProps {
    /// What the verdict shows; absent where it stands elsewhere.
    pub verdict: Option<VerdictViewProps>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// The last answer with an explanation.
    pub explained: Option<Shared<Answer>>,
    /// Whether the pattern is still the explained one, so that its near misses can be used.
    pub usable: bool,
    /// The lines that belong to what is pointed at.
    pub lit: Vec<usize>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl WhyPaneProps {
    /// What the pane needs of the model.
    #[must_use]
    pub fn of(model: &Model, lit: Vec<usize>, dispatch: Callback<Action>) -> Self {
        Self {
            verdict: (!model.look.narrow).then(|| VerdictViewProps::of(model, dispatch.clone())),
            answer: model.answer.clone(),
            explained: model.explained.clone(),
            usable: model
                .explained
                .as_ref()
                .is_some_and(|explained| explained.draft.pattern == model.draft.pattern),
            lit,
            dispatch,
        }
    }
}

/// The verdict and its reasons.
#[component]
pub fn WhyPane(props: &WhyPaneProps) -> Html {
    let verdict = props.answer.as_ref().map(|answer| answer.report.verdict);
    let refused = match verdict {
        Some(Verdict::PatternError) => Some(Field::Pattern),
        Some(Verdict::EventError) => Some(Field::Event),
        _ => None,
    };
    let notes = props.answer.as_ref().map(|answer| answer.report.notes.clone()).unwrap_or_default();
    let dimmed = props.answer != props.explained;
    let note = match refused {
        Some(Field::Event) => "from the last event that could be read",
        Some(_) => "from the last pattern AWS accepts",
        None => "from the last evaluation that came to an end",
    };
    html! {
        <section class="pane why" id="why" aria-labelledby="why-title" tabindex="-1">
            <header class="pane-header">
                <h2 id="why-title" title="Why (Alt+3)">{ "Why" }</h2>
                if dimmed && props.explained.is_some() {
                    <span class="why-note">{ note }</span>
                }
            </header>
            if let Some(verdict) = &props.verdict {
                <VerdictView ..verdict.clone() />
            }
            if !notes.is_empty() {
                <ul class="why-notes" aria-label="How the record was read">
                    { for notes.into_iter().map(|text| html! { <li><Prose {text} /></li> }) }
                </ul>
            }
            <div class={classes!("why-scroll", (dimmed && props.explained.is_some()).then_some("dimmed"))}>
                if let Some(explained) = &props.explained {
                    <WhyTree ..WhyTreeProps::of(props, explained) />
                } else if let Some(refused) = refused {
                    <p class="empty">{ nothing_yet(refused) }</p>
                }
            </div>
        </section>
    }
}

fn nothing_yet(refused: Field) -> &'static str {
    match refused {
        Field::Event => {
            "Once the event can be read, each condition of the pattern appears here with the value the event has."
        }
        _ => {
            "Once AWS accepts the pattern, each of its conditions appears here with the value the event has."
        }
    }
}
