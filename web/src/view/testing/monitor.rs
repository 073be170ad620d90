//! What a rule did over the events' own time: a chart and its table.

use super::text::Text;
use crate::engine::protocol::QuestionKind;
use crate::state::action::Action;
use crate::state::bus::{Bus, is_on};
use crate::state::requests::{RequestAction, State};
use crate::state::shared::Shared;
use crate::state::testing::{Bucket, Monitor, Period, TestingAction, Timeline, moment};
use crate::state::tray::Tray;
use crate::ui::button::Button;
use crate::ui::lang::use_lang;
use crate::ui::roving::place_after;
use crate::view::common::Common;
use rulepad_workbench::{Draft, Lang};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The size of the chart, in its own units.
const WIDTH: usize = 960;
const HEIGHT: usize = 160;

/// Properties of [`MonitorView`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct MonitorViewProps {
    pub draft: Shared<Draft>,
    pub bus: Shared<Bus>,
    pub tray: Shared<Tray>,
    pub monitor: Monitor,
    /// How far the worker is.
    pub state: Option<State>,
    pub dispatch: Callback<Action>,
}

/// A class, its words, and the count it is of.
type Series = (&'static str, Text<'static>, fn(&Bucket) -> usize);

/// What is counted.
const SERIES: [Series; 5] = [
    ("received", Text::Received, |own| own.received),
    ("matched", Text::Matched, |own| own.matched),
    ("triggered", Text::Triggered, |own| own.triggered),
    ("delivered", Text::Delivered, |own| own.delivered),
    ("failed", Text::Failed, |own| own.failed),
];

/// The chart and its table.
#[component]
pub(super) fn MonitorView(props: &MonitorViewProps) -> Html {
    let lang = use_lang();
    let chosen = use_state_eq(|| None::<usize>);
    let drafts = props.bus.drafts(&props.draft);
    let place = props.monitor.rule.and_then(|key| props.bus.rules.iter().position(|slot| slot.key == key));
    let rule = drafts.get(place.unwrap_or(props.bus.at)).unwrap_or(&props.draft);
    let timeline = props.monitor.timeline(&props.tray, is_on(rule));
    let count = timeline.buckets.len();
    let onkeydown = {
        let chosen = chosen.clone();
        move |event: KeyboardEvent| {
            let from = chosen.unwrap_or_default();
            if let Some(next) = place_after(&event.key(), from, count, false) {
                event.prevent_default();
                chosen.set(Some(if chosen.is_none() { 0 } else { next }));
            }
        }
    };
    let pick = {
        let chosen = chosen.clone();
        Callback::from(move |place: Option<usize>| chosen.set(place))
    };
    let shown = chosen.and_then(|at| timeline.buckets.get(at));
    html! {
        <div class="monitor">
            { choices(lang, props, &drafts, rule) }
            { notes(lang, props, &timeline) }
            if count > 0 {
                <div class="monitor-chart" role="group" tabindex="0" aria-label={Text::ChartLabel.words(lang)} {onkeydown}>
                    { chart(lang, &timeline, *chosen, &pick) }
                    <p class="monitor-legend">
                        { for SERIES.iter().map(|(class, words, _)| html! {
                            <span><i class={*class} aria-hidden="true" />{ words.words(lang) }</span>
                        }) }
                    </p>
                    <p class="monitor-shown" role="status">
                        { shown.map(|own| sentence(lang, own, timeline.length)).unwrap_or_else(|| Text::ChartKeys.words(lang)) }
                    </p>
                </div>
                { table(lang, &timeline, *chosen, &pick) }
            }
        </div>
    }
}

fn choices(lang: Lang, props: &MonitorViewProps, drafts: &[Shared<Draft>], rule: &Draft) -> Html {
    let value = |event: &Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        select.and_then(|select| select.value().parse::<usize>().ok())
    };
    let (monitor, bus) = (props.monitor.clone(), props.bus.clone());
    let on_rule = props.dispatch.reform(move |event: Event| {
        let key = value(&event).and_then(|place| bus.rules.get(place)).map(|slot| slot.key);
        Action::Testing(TestingAction::Monitor { rule: key, target: None, period: monitor.period })
    });
    let monitor = props.monitor.clone();
    let on_target = props.dispatch.reform(move |event: Event| {
        let (rule, period) = (monitor.rule, monitor.period);
        Action::Testing(TestingAction::Monitor { rule, target: value(&event), period })
    });
    let monitor = props.monitor.clone();
    let on_period = props.dispatch.reform(move |event: Event| {
        let period = value(&event).and_then(|at| Period::ALL.get(at).copied()).unwrap_or_default();
        Action::Testing(TestingAction::Monitor { rule: monitor.rule, target: monitor.target, period })
    });
    let chosen = props.monitor.rule.unwrap_or(props.bus.key());
    html! {
        <div class="monitor-choices">
            <label>
                <span class="field-label">{ Text::RuleLabel.words(lang) }</span>
                <select class="field-input" onchange={on_rule}>
                    { for props.bus.rules.iter().zip(drafts).enumerate().map(|(place, (slot, draft))| html! {
                        <option value={place.to_string()} selected={slot.key == chosen}>{ Text::rule_name(draft, place, lang) }</option>
                    }) }
                </select>
            </label>
            <label>
                <span class="field-label">{ Text::TargetLabel.words(lang) }</span>
                <select class="field-input" onchange={on_target}>
                    <option value="" selected={props.monitor.target.is_none()}>{ Text::AllTargets.words(lang) }</option>
                    { for rule.targets.iter().enumerate().map(|(place, target)| html! {
                        <option value={place.to_string()} selected={props.monitor.target == Some(place)}>{ target.id.clone() }</option>
                    }) }
                </select>
            </label>
            <label>
                <span class="field-label">{ Text::PeriodLabel.words(lang) }</span>
                <select class="field-input" onchange={on_period}>
                    { for Period::ALL.into_iter().enumerate().map(|(at, period)| html! {
                        <option value={at.to_string()} selected={period == props.monitor.period}>{ Text::Period(period).words(lang) }</option>
                    }) }
                </select>
            </label>
        </div>
    }
}

fn notes(lang: Lang, props: &MonitorViewProps, timeline: &Timeline) -> Html {
    if let Some(State::Stopped | State::Failed(_)) = &props.state {
        let again = RequestAction::Again(QuestionKind::Observing);
        return html! {
            <p class="muted">
                { Text::NotObserved.words(lang) }{ " " }
                <Button onclick={props.dispatch.reform(move |_| Action::Request(again.clone()))}>{ Common::TryAgain.words(lang) }</Button>
            </p>
        };
    }
    let Timeline { undated, waiting, .. } = *timeline;
    html! {
        <>
            if waiting > 0 { <p class="muted" role="status">{ Text::Waiting(waiting).words(lang) }</p> }
            if undated > 0 { <p class="muted">{ Text::Undated(undated).words(lang) }</p> }
        </>
    }
}

fn sentence(lang: Lang, own: &Bucket, length: i64) -> AttrValue {
    Text::InPeriod { from: &moment(own.start), to: &moment(own.start.saturating_add(length)), counts: own }
        .words(lang)
}

fn chart(lang: Lang, timeline: &Timeline, chosen: Option<usize>, pick: &Callback<Option<usize>>) -> Html {
    let count = timeline.buckets.len().max(1);
    let highest =
        timeline.buckets.iter().flat_map(|own| SERIES.map(|(.., of)| of(own))).max().unwrap_or(1).max(1);
    let slot = WIDTH / count;
    let gap = slot / 6;
    let bar = (slot - gap) / SERIES.len();
    let column = |(at, own): (usize, &Bucket)| {
        let left = at * slot;
        let bars = SERIES.iter().enumerate().map(|(nth, (class, _, of))| {
            let value = of(own);
            // A single event is still seen beside thousands.
            let height = (value * HEIGHT).div_ceil(highest);
            html! {
                <rect
                    class={*class}
                    x={(left + gap / 2 + nth * bar).to_string()}
                    y={(HEIGHT - height).to_string()}
                    width={bar.max(1).to_string()}
                    height={height.to_string()}
                />
            }
        });
        let (enter, leave) =
            (pick.reform(move |_: PointerEvent| Some(at)), pick.reform(move |_: PointerEvent| Some(at)));
        html! {
            <g class={classes!("bucket", (chosen == Some(at)).then_some("chosen"))} onpointerenter={enter} onpointerdown={leave}>
                <rect class="field" x={left.to_string()} y="0" width={slot.to_string()} height={HEIGHT.to_string()} />
                { for bars }
            </g>
        }
    };
    let (first, last) = (timeline.buckets.first(), timeline.buckets.last());
    let ends = |own: Option<&Bucket>| own.map(|own| moment(own.start)).unwrap_or_default();
    html! {
        <>
            <svg
                class="chart"
                viewBox={format!("0 0 {WIDTH} {HEIGHT}")}
                preserveAspectRatio="none"
                role="img"
                aria-label={Text::ChartAbout { periods: timeline.buckets.len(), highest }.words(lang)}
            >
                { for timeline.buckets.iter().enumerate().map(column) }
            </svg>
            <p class="monitor-axis" aria-hidden="true">
                <span>{ ends(first) }</span><span>{ Text::Highest(highest).words(lang) }</span><span>{ ends(last) }</span>
            </p>
        </>
    }
}

fn table(lang: Lang, timeline: &Timeline, chosen: Option<usize>, pick: &Callback<Option<usize>>) -> Html {
    let row = |(at, own): (usize, &Bucket)| {
        let enter = pick.reform(move |_: PointerEvent| Some(at));
        html! {
            <tr class={classes!((chosen == Some(at)).then_some("chosen"))} onpointerenter={enter}>
                <th scope="row">{ moment(own.start) }</th>
                { for SERIES.iter().map(|(.., of)| html! { <td>{ of(own) }</td> }) }
            </tr>
        }
    };
    // Periods in which nothing happened are in the chart alone.
    let busy = timeline.buckets.iter().enumerate().filter(|(_, own)| own.received > 0);
    html! {
        <div class="monitor-table" tabindex="0" role="region" aria-label={Text::TableLabel.words(lang)}>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ Text::PeriodStart.words(lang) }</th>
                        { for SERIES.iter().map(|(_, words, _)| html! { <th scope="col">{ words.words(lang) }</th> }) }
                    </tr>
                </thead>
                <tbody>{ for busy.map(row) }</tbody>
            </table>
        </div>
    }
}
