//! Why the event matches or not, condition by condition, in the pattern's order.

mod keep;
mod line;
mod text;
mod tree;
mod words_en;
mod words_ko;

use super::verdict::{VerdictView, VerdictViewProps};
use crate::state::{
    action::Action,
    field::Field,
    model::{Answer, Model},
    shared::Shared,
};
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::view::common::Common;
use keep::{KeepMenu, KeepMenuProps};
use rulepad_workbench::{Lang, Verdict};
use text::Text;
use tree::{WhyTree, WhyTreeProps};
use yew::prelude::*;

/// Properties of [`WhyPane`].
#[derive(Clone, Properties, PartialEq)]
pub struct WhyPaneProps {
    /// What the verdict shows; absent where it is shown elsewhere.
    pub verdict: Option<VerdictViewProps>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// The last answer with an explanation.
    pub explained: Option<Shared<Answer>>,
    /// Whether the pattern is still the explained one, so that its near misses can be used.
    pub usable: bool,
    /// The lines that belong to what is pointed at.
    pub lit: Vec<usize>,
    /// What is expected of the shown event.
    keep: KeepMenuProps,
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
            keep: KeepMenuProps::of(model, dispatch.clone()),
            dispatch,
        }
    }
}

/// The verdict and its reasons.
#[component]
pub fn WhyPane(props: &WhyPaneProps) -> Html {
    let lang = use_lang();
    let verdict = props.answer.as_ref().map(|answer| answer.report.verdict);
    let refused = match verdict {
        Some(Verdict::PatternError) => Some(Field::Pattern),
        Some(Verdict::EventError) => Some(Field::Event),
        _ => None,
    };
    let notes = props.answer.as_ref().map(|answer| answer.report.notes.clone()).unwrap_or_default();
    let dimmed = props.answer != props.explained;
    let note = match refused {
        Some(Field::Event) => Text::FromLastEvent.words(lang),
        Some(_) => Common::FromLastPattern.words(lang),
        None => Text::FromLastEvaluation.words(lang),
    };
    html! {
        <section class="pane why" id="why" aria-labelledby="why-title" tabindex="-1">
            <header class="pane-header">
                <h2 id="why-title" title={Text::WhyKeys.words(lang)}>{ Common::Why.words(lang) }</h2>
                if dimmed && props.explained.is_some() {
                    <span class="why-note">{ note }</span>
                }
                <KeepMenu ..props.keep.clone() />
            </header>
            if let Some(verdict) = &props.verdict {
                <VerdictView ..verdict.clone() />
            }
            if !notes.is_empty() {
                <ul class="why-notes" aria-label={Text::HowRecordWasRead.words(lang)}>
                    { for notes.into_iter().map(|text| html! { <li><Prose {text} /></li> }) }
                </ul>
            }
            <div class={classes!("why-scroll", (dimmed && props.explained.is_some()).then_some("dimmed"))}>
                if let Some(explained) = &props.explained {
                    <WhyTree ..WhyTreeProps::of(props, explained) />
                } else if let Some(refused) = refused {
                    <p class="empty">{ nothing_yet(lang, refused) }</p>
                }
            </div>
        </section>
    }
}

fn nothing_yet(lang: Lang, refused: Field) -> AttrValue {
    match refused {
        Field::Event => Text::NoEventYet.words(lang),
        _ => Text::NoPatternYet.words(lang),
    }
}
