//! The verdict: the loudest thing on the page.

mod text;
mod words_en;
mod words_ko;

use super::failure::why;
use crate::engine::protocol::QuestionKind;
use crate::state::{
    action::Action,
    model::{Answer, Model, Region},
    requests::{RequestAction, State},
    shared::Shared,
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::glyph::Tone;
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::view::common::Common;
use rulepad_workbench::{Draft, Lang, Verdict};
use text::Text;
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
            state: model.requests.state(QuestionKind::Evaluation).cloned(),
            alone: model.look.narrow.then_some(model.look.region),
            dispatch,
        }
    }
}

/// Whether the event matches, in a shape, a word and a sentence.
#[component]
pub fn VerdictView(props: &VerdictViewProps) -> Html {
    let lang = use_lang();
    let again = || {
        html! {
            <Button
                kind={ButtonKind::Primary}
                class="verdict-again"
                onclick={props.dispatch.reform(|_| Action::Request(RequestAction::Again(QuestionKind::Evaluation)))}
            >
                { Common::TryAgain.words(lang) }
            </Button>
        }
    };
    let slow = props.state == Some(State::Slow);
    match (&props.state, &props.answer) {
        (Some(State::Stopped), _) => band(
            lang,
            Tone::Caution,
            &Text::Stopped.words(lang),
            &Text::StoppedWhatNow.words(lang),
            again(),
            false,
        ),
        (Some(State::Failed(failure)), _) => band(
            lang,
            Tone::Caution,
            &Text::CannotRun.words(lang),
            &Text::CannotRunWhy(&why(lang, failure)).words(lang),
            again(),
            false,
        ),
        (_, None) => {
            let word = if slow { Text::Evaluating.words(lang) } else { AttrValue::default() };
            band(lang, Tone::Plain, &word, "", Html::default(), false)
        }
        (_, Some(answer)) => {
            let tone = if nothing_yet(answer) { Tone::Plain } else { tone(answer.report.verdict) };
            let note = html! {
                <>
                    if slow {
                        <span class="verdict-note">{ Text::StillEvaluating.words(lang) }</span>
                    }
                    { lead(lang, props, answer.report.verdict) }
                </>
            };
            band(lang, tone, &answer.report.headline, &answer.report.summary, note, slow)
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
pub fn word(lang: Lang, verdict: Verdict) -> AttrValue {
    match verdict {
        Verdict::Match => Common::Matches.words(lang),
        Verdict::NoMatch => Common::DoesNotMatch.words(lang),
        Verdict::PatternError => Common::NotTried.words(lang),
        Verdict::EventError => Text::CannotBeRead.words(lang),
        Verdict::Undecided => Text::EventStopped.words(lang),
    }
}

/// A text that is not there yet is no error.
fn nothing_yet(answer: &Answer) -> bool {
    match answer.report.verdict {
        Verdict::EventError => answer.draft.event.trim().is_empty(),
        Verdict::PatternError => answer.draft.pattern.trim().is_empty(),
        _ => false,
    }
}

/// The way from the whole band to what it is about, where that is out of sight.
fn lead(lang: Lang, props: &VerdictViewProps, verdict: Verdict) -> Html {
    let (region, label) = match verdict {
        Verdict::PatternError => (Region::Pattern, Text::GoToPattern.words(lang)),
        Verdict::EventError => (Region::Event, Text::GoToEvent.words(lang)),
        Verdict::Match | Verdict::NoMatch | Verdict::Undecided => (Region::Why, Text::SeeWhy.words(lang)),
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

fn band(lang: Lang, tone: Tone, headline: &str, summary: &str, more: Html, dimmed: bool) -> Html {
    html! {
        <div class={classes!("verdict", tone.class(), dimmed.then_some("dimmed"))}>
            <span class="verdict-shape" aria-hidden="true">{ tone.shape() }</span>
            <div class="verdict-words" role="status" aria-label={Text::Verdict.words(lang)}>
                <p class="verdict-headline">{ headline }</p>
                <p class="verdict-summary"><Prose text={summary.to_owned()} /></p>
            </div>
            { more }
        </div>
    }
}
