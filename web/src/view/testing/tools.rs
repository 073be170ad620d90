//! The row over the matrix: parts, totals, filter, progress, and rules.

use super::TestsPanelProps;
use super::text::Text;
use crate::engine::protocol::QuestionKind;
use crate::platform::clock;
use crate::state::action::Action;
use crate::state::bus::BusAction;
use crate::state::requests::{RequestAction, State};
use crate::state::testing::{Filter, Overview, Part, TestingAction};
use crate::ui::button::Button;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::view::common::Common;
use crate::view::failure::why;
use rulepad_workbench::Lang;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

const PARTS: [(Part, Text<'_>); 4] = [
    (Part::Matrix, Text::Matrix),
    (Part::Coverage, Text::Coverage),
    (Part::Monitor, Text::Monitor),
    (Part::Scan, Text::Scan),
];

pub(super) fn tools(lang: Lang, props: &TestsPanelProps, counted: &Overview) -> Html {
    let part = |(part, words): (Part, Text<'_>)| {
        let onchange = props.dispatch.reform(move |_: Event| Action::Testing(TestingAction::Show(part)));
        html! {
            <label class="segment">
                <input type="radio" name="tests-part" checked={props.testing.part == part} {onchange} />
                <span>{ words.words(lang) }</span>
            </label>
        }
    };
    let events = props.tray.as_ref().map_or(0, |tray| tray.events.len());
    let add = props.dispatch.reform(|_: MouseEvent| Action::Bus(BusAction::Add));
    html! {
        <header class="tests-tools payload-header">
            <fieldset>
                <legend class="visually-hidden">{ Text::Parts.words(lang) }</legend>
                <div class="segments">{ for PARTS.into_iter().map(part) }</div>
            </fieldset>
            if props.testing.part == Part::Matrix && events > 0 {
                { filter(lang, props, counted) }
            }
            { totals(lang, counted, props.bus.rules.len(), events) }
            <span class="spacer" />
            { progress(lang, props) }
            <Button title={Text::AddRuleAbout.words(lang)} onclick={add}>{ Text::AddRule.words(lang) }</Button>
        </header>
    }
}

fn filter(lang: Lang, props: &TestsPanelProps, counted: &Overview) -> Html {
    let onchange = props.dispatch.reform(|event: Event| {
        let chosen = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
        let at: usize = chosen.and_then(|value| value.parse().ok()).unwrap_or_default();
        Action::Testing(TestingAction::Filter(Filter::ALL.get(at).copied().unwrap_or_default()))
    });
    let option = |(at, filter): (usize, Filter)| {
        let (rules, events) = counted.shown(filter);
        let count = match filter {
            Filter::All => None,
            Filter::Idle | Filter::Overlapping => Some(rules.len()),
            Filter::Failing => Some(counted.failed),
            Filter::Unexpected | Filter::Unmatched => Some(events.len()),
        };
        html! {
            <option value={at.to_string()} selected={filter == props.testing.filter}>
                { Text::Filter { filter, count }.words(lang) }
            </option>
        }
    };
    html! {
        <select class="field-input tests-filter" aria-label={Text::FilterLabel.words(lang)} {onchange}>
            { for Filter::ALL.into_iter().enumerate().map(option) }
        </select>
    }
}

fn totals(lang: Lang, counted: &Overview, rules: usize, events: usize) -> Html {
    let &Overview { passed, failed, waiting, matches, .. } = counted;
    let tone = match (failed, passed) {
        (0, 0) => Tone::Plain,
        (0, _) => Tone::Good,
        _ => Tone::Bad,
    };
    html! {
        <p class="tests-totals" role="status">
            <span class={classes!("tests-outcome", tone.class())}>
                <Glyph {tone} />{ Text::Outcomes { passed, failed, waiting }.words(lang) }
            </span>
            <span class="muted">{ Text::Size { rules, events, matches }.words(lang) }</span>
        </p>
    }
}

fn progress(lang: Lang, props: &TestsPanelProps) -> Html {
    let Some(tray) = &props.tray else { return Html::default() };
    let again = || {
        let again = RequestAction::Again(QuestionKind::Judging);
        html! {
            <Button onclick={props.dispatch.reform(move |_| Action::Request(again.clone()))}>
                { Common::TryAgain.words(lang) }
            </Button>
        }
    };
    match &props.state {
        Some(State::Stopped) => {
            html! { <><span class="tone-caution">{ Text::TooSlow.words(lang) }</span>{ again() }</> }
        }
        Some(State::Failed(failure)) => {
            let reason = why(lang, failure);
            html! { <><span class="tone-caution">{ Text::CannotRun(&reason).words(lang) }</span>{ again() }</> }
        }
        _ => {
            let (done, all) = (props.testing.verdicts.done(tray), tray.events.len());
            if done == all {
                return Html::default();
            }
            html! { <Progress {done} {all} stopped={props.testing.stopped} dispatch={props.dispatch.clone()} /> }
        }
    }
}

#[derive(Clone, Properties, PartialEq)]
struct ProgressProps {
    done: usize,
    all: usize,
    stopped: bool,
    dispatch: Callback<Action>,
}

/// How many events are judged, how long the rest takes, and the way to stop or go on.
#[component]
fn Progress(props: &ProgressProps) -> Html {
    let lang = use_lang();
    // When the verdicts under way were begun, and how many there were then.
    let begun = use_mut_ref(|| None::<(f64, usize)>);
    let left = use_state_eq(|| None::<u32>);
    {
        let left = left.clone();
        use_effect_with((props.done, props.all, props.stopped), move |&(done, all, stopped)| {
            let now = clock::now();
            let mut begun = begun.borrow_mut();
            match *begun {
                Some((since, before)) if done >= before && !stopped => {
                    left.set(seconds_left(now - since, done - before, all - done));
                }
                _ => {
                    *begun = Some((now, done));
                    left.set(None);
                }
            }
        });
    }
    let (words, action) =
        if props.stopped { (Text::GoOn, TestingAction::GoOn) } else { (Text::Cancel, TestingAction::Stop) };
    html! {
        <span class="tests-progress">
            <progress
                max={props.all.to_string()}
                value={props.done.to_string()}
                aria-label={Text::JudgedLabel.words(lang)}
            />
            <span class="muted">{ Text::Judged { done: props.done, all: props.all, seconds: *left }.words(lang) }</span>
            <Button onclick={props.dispatch.reform(move |_| Action::Testing(action.clone()))}>{ words.words(lang) }</Button>
        </span>
    }
}

/// How many seconds the rest takes, where so much took so many milliseconds; `None` for less than one.
pub(super) fn seconds_left(millis: f64, done: usize, rest: usize) -> Option<u32> {
    let (done, rest) = (u32::try_from(done).ok()?, u32::try_from(rest).ok()?);
    let seconds = millis / 1000.0 * f64::from(rest) / f64::from(done);
    // The number is between one and a day.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "its bounds are checked")]
    (1.0..86_400.0).contains(&seconds).then_some(seconds.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::seconds_left;

    #[test]
    fn the_rest_takes_as_long_as_the_start() {
        assert_eq!(seconds_left(2_000.0, 100, 300), Some(6));
        assert_eq!(seconds_left(2_000.0, 0, 300), None);
        assert_eq!(seconds_left(10.0, 100, 300), None);
    }
}
