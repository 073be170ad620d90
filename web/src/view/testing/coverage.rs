//! What the tests leave open of the edited rule: its pattern, painted, and the changes that no test notices.

use super::text::Text;
use crate::engine::protocol::QuestionKind;
use crate::engine::protocol::testing::{Change, Covered, Fate, Mutant, TestedRule};
use crate::state::action::Action;
use crate::state::bus::BusAction;
use crate::state::requests::{RequestAction, Shown, State};
use crate::state::shared::Shared;
use crate::ui::button::Button;
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::view::common::Common;
use rulepad_workbench::{Draft, Lang};
use yew::prelude::*;

/// Properties of [`CoverageView`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct CoverageViewProps {
    /// The draft with the edited rule.
    pub draft: Shared<Draft>,
    /// What the tests leave open.
    pub exercise: Shown<Shared<TestedRule>>,
    pub dispatch: Callback<Action>,
}

/// Coverage and mutants.
#[component]
pub(super) fn CoverageView(props: &CoverageViewProps) -> Html {
    let lang = use_lang();
    let exercise = &props.exercise;
    if let Some(State::Stopped | State::Failed(_)) = exercise.state {
        let again = RequestAction::Again(QuestionKind::Exercise);
        return html! {
            <div class="empty-panel">
                <div class="empty">
                    <p>{ Text::NotExercised.words(lang) }</p>
                    <Button onclick={props.dispatch.reform(move |_| Action::Request(again.clone()))}>
                        { Common::TryAgain.words(lang) }
                    </Button>
                </div>
            </div>
        };
    }
    let Some(tested) = &exercise.answer else {
        return html! { <p class="empty tests-none" role="status">{ Text::Exercising.words(lang) }</p> };
    };
    if tested.coverage.is_empty() {
        return html! { <p class="empty tests-none">{ Text::NoPattern.words(lang) }</p> };
    }
    let stale = exercise.current().is_none();
    let covered = tested.coverage.iter().filter(|own| own.is_covered()).count();
    let is_open = |own: &&Mutant| !matches!(own.fate, Fate::Killed | Fate::Equivalent);
    let open: Vec<&Mutant> = tested.mutants.iter().filter(is_open).collect();
    let noticed = tested.mutants.iter().filter(|own| own.fate == Fate::Killed).count();
    let all = tested.coverage.len();
    let tests = tested.positive + tested.negative;
    html! {
        <div class={classes!("coverage", stale.then_some("stale"))}>
            <section class="coverage-pattern" aria-labelledby="coverage-title">
                <h3 id="coverage-title">{ Text::Covered { covered, all, tests }.words(lang) }</h3>
                <pre class="painted" tabindex="0">{ for painted(lang, &props.draft.pattern, &tested.coverage, stale) }</pre>
                <p class="coverage-legend">
                    <span><mark class="both">{ "✓✕" }</mark>{ Text::DecidedBoth.words(lang) }</span>
                    <span><mark class="match">{ "✓" }</mark>{ Text::DecidedMatch.words(lang) }</span>
                    <span><mark class="miss">{ "✕" }</mark>{ Text::DecidedMiss.words(lang) }</span>
                    <span><mark class="never">{ "?" }</mark>{ Text::NeverDecided.words(lang) }</span>
                </p>
            </section>
            <section class="mutants" aria-labelledby="mutants-title">
                <h3 id="mutants-title">
                    { Text::Mutants { tried: tested.mutants.len(), noticed, open: open.len() }.words(lang) }
                </h3>
                if tested.untried > 0 {
                    <p class="muted">{ Text::Untried(tested.untried).words(lang) }</p>
                }
                if open.is_empty() {
                    <p class="muted">{ Text::AllNoticed.words(lang) }</p>
                } else {
                    <p class="muted">{ Text::MutantsAbout.words(lang) }</p>
                    <ol>{ for open.into_iter().map(|own| mutant(lang, own, &props.dispatch)) }</ol>
                }
            </section>
        </div>
    }
}

/// The text of a pattern in stretches, each by the innermost part that it belongs to. The parts of an earlier pattern
/// have no place in it.
fn painted(lang: Lang, pattern: &str, parts: &[Covered], stale: bool) -> Vec<Html> {
    let parts = if stale { &[] } else { parts };
    let ends = |own: &Covered| [own.span.start as usize, own.span.end as usize];
    let mut edges: Vec<usize> = parts.iter().flat_map(ends).chain([0, pattern.len()]).collect();
    edges.sort_unstable();
    edges.dedup();
    let inside = |from: usize, to: usize| {
        let holds = |own: &&Covered| own.span.start as usize <= from && to <= own.span.end as usize;
        parts.iter().filter(holds).min_by_key(|own| own.span.end - own.span.start)
    };
    let stretch = |edge: &[usize]| {
        let [from, to] = edge else { return None };
        let text = pattern.get(*from..*to)?.to_owned();
        Some(match inside(*from, *to) {
            None => html! { <span>{ text }</span> },
            Some(own) => {
                let title = Text::Decided { matches: own.matches, misses: own.misses }.words(lang);
                html! { <mark class={class(own)} {title}>{ text }</mark> }
            }
        })
    };
    edges.windows(2).filter_map(stretch).collect()
}

fn class(own: &Covered) -> &'static str {
    match (own.matches > 0, own.misses > 0) {
        (true, true) => "both",
        (true, false) => "match",
        (false, true) => "miss",
        (false, false) => "never",
    }
}

fn mutant(lang: Lang, own: &Mutant, dispatch: &Callback<Action>) -> Html {
    let what = match &own.change {
        Change::ConditionRemoved => Text::WithoutCondition(&own.field),
        Change::ValueRemoved(value) => Text::WithoutValue { value, field: &own.field },
        Change::BranchRemoved(number) => Text::WithoutBranch(number + 1),
        Change::Replaced { from, to } => Text::ReplacedBy { from, to, field: &own.field },
    };
    let (about, witness) = match &own.fate {
        Fate::Survived { event, matches } => {
            (Text::OnlyOne { original: *matches }, Some((event.clone(), *matches)))
        }
        _ => (Text::Undecided, None),
    };
    let add = witness.clone().map(|(event, matches)| {
        let witness = BusAction::Witness { event, matches };
        dispatch.reform(move |_: MouseEvent| Action::Bus(witness.clone()))
    });
    html! {
        <li class="mutant">
            <div class="mutant-words">
                <p><Prose text={what.words(lang).to_string()} /></p>
                <p class="muted">{ about.words(lang) }</p>
                if let Some((event, _)) = &witness {
                    <details>
                        <summary>{ Text::ShowWitness.words(lang) }</summary>
                        <pre tabindex="0">{ event.clone() }</pre>
                    </details>
                }
            </div>
            if let Some(add) = add {
                <Button title={Text::AddWitnessAbout.words(lang)} onclick={add}>{ Text::AddWitness.words(lang) }</Button>
            }
        </li>
    }
}
