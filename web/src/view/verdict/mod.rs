//! The verdict: the loudest thing on the page.

use super::failure::say;
use crate::engine::protocol::Kind;
use crate::state::{
    action::Action,
    model::{Answer, Model, Region},
    requests::{RequestAction, State},
    shared::Shared,
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::glyph::Tone;
use crate::ui::prose::Prose;
use rulepad_workbench::{Draft, Verdict};
use yew::prelude::*;

/// Properties of [`VerdictView`].
#[derive(Clone, Properties, PartialEq)]
pub struct VerdictViewProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// How far the evaluation is.
    pub state: Option<State>,
    /// The region shown alone, where one is; the verdict then leads to the region that it is about.
    pub alone: Option<Region>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl VerdictViewProps {
    /// What the verdict needs of the model.
    #[must_use]
    pub fn of(model: &Model, dispatch: Callback<Action>) -> Self {
        Self {
            draft: model.draft.clone(),
            answer: model.answer.clone(),
            state: model.requests.state(Kind::Evaluation).cloned(),
            alone: model.look.narrow.then_some(model.look.region),
            dispatch,
        }
    }
}

/// Whether the event matches, in a shape, a word and a sentence.
#[component]
pub fn VerdictView(props: &VerdictViewProps) -> Html {
    let again = || {
        html! {
            <Button
                kind={ButtonKind::Primary}
                class="verdict-again"
                onclick={props.dispatch.reform(|_| Action::Request(RequestAction::Again(Kind::Evaluation)))}
            >
                { "Try again" }
            </Button>
        }
    };
    let slow = props.state == Some(State::Slow);
    match (&props.state, &props.answer) {
        (Some(State::Stopped), _) => band(
            Tone::Caution,
            "Evaluation stopped after 2 seconds",
            "Your texts are as you left them. Make the event or the pattern smaller, or try again.",
            again(),
            false,
        ),
        (Some(State::Failed(failure)), _) => band(
            Tone::Caution,
            "The evaluation cannot run",
            &format!("Your texts are as you left them. The worker stopped: {}.", say(failure)),
            again(),
            false,
        ),
        (_, None) => {
            let word = if slow { "Evaluating" } else { "" };
            band(Tone::Plain, word, "", Html::default(), false)
        }
        (_, Some(answer)) => {
            let tone = if nothing_yet(answer) { Tone::Plain } else { tone(answer.report.verdict) };
            let note = html! {
                <>
                    if slow {
                        <span class="verdict-note">{ "evaluating" }</span>
                    }
                    { lead(props, answer.report.verdict) }
                </>
            };
            band(tone, &answer.report.headline, &answer.report.summary, note, slow)
        }
    }
}

/// How a verdict is meant.
#[must_use]
pub fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Match => Tone::Good,
        Verdict::NoMatch => Tone::Bad,
        Verdict::PatternError | Verdict::EventError | Verdict::Undecided => Tone::Caution,
    }
}

/// A verdict in a word or two, for lists of events.
#[must_use]
pub fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Match => "matches",
        Verdict::NoMatch => "does not match",
        Verdict::PatternError => "not tried",
        Verdict::EventError => "cannot be read",
        Verdict::Undecided => "stopped",
    }
}

/// A text that is not there yet is no mistake.
fn nothing_yet(answer: &Answer) -> bool {
    match answer.report.verdict {
        Verdict::EventError => answer.draft.event.trim().is_empty(),
        Verdict::PatternError => answer.draft.pattern.trim().is_empty(),
        _ => false,
    }
}

/// The way from the whole band to what it speaks of, where that is out of sight.
fn lead(props: &VerdictViewProps, verdict: Verdict) -> Html {
    let (region, label) = match verdict {
        Verdict::PatternError => (Region::Pattern, "Go to the event pattern"),
        Verdict::EventError => (Region::Event, "Go to the event"),
        Verdict::Match | Verdict::NoMatch | Verdict::Undecided => (Region::Why, "See why"),
    };
    if props.alone.is_none_or(|alone| alone == region) {
        return Html::default();
    }
    html! {
        <Button
            kind={ButtonKind::Icon}
            class="verdict-lead"
            title={label}
            onclick={props.dispatch.reform(move |_| Action::Show(region))}
        >
            { "›" }
        </Button>
    }
}

fn band(tone: Tone, headline: &str, summary: &str, more: Html, dimmed: bool) -> Html {
    html! {
        <div class={classes!("verdict", tone.class(), dimmed.then_some("dimmed"))}>
            <span class="verdict-shape" aria-hidden="true">{ tone.shape() }</span>
            <div class="verdict-words" role="status" aria-label="Verdict">
                <p class="verdict-headline">{ headline }</p>
                <p class="verdict-summary"><Prose text={summary.to_owned()} /></p>
            </div>
            { more }
        </div>
    }
}
