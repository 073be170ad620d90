//! The loaded events: which one is shown, how the others do, and the way to them.

use super::events_list::EventsList;
use super::text::Text;
use crate::state::{
    action::Action,
    shared::Shared,
    tray::{Tray, TrayAction},
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::visible_text::{VisibleText, seen};
use rulepad_workbench::Verdict;
use yew::prelude::*;

/// Properties of [`TrayBar`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct TrayBarProps {
    /// The events.
    pub tray: Shared<Tray>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The bar over the event; the list of all events opens under it, in the pane.
#[component]
pub(super) fn TrayBar(props: &TrayBarProps) -> Html {
    let lang = use_lang();
    let open = use_state_eq(|| false);
    let tray = &props.tray;
    let act = |action: TrayAction| props.dispatch.reform(move |_: MouseEvent| Action::Tray(action.clone()));
    let Some(kept) = tray.events.get(tray.at) else { return Html::default() };
    if tray.events.len() == 1 {
        let from = tray.from.words(lang);
        return html! {
            <div class="tray" role="group" aria-label={Text::WhereFrom.words(lang)}>
                <span class="tray-title" title={seen(&from)}>
                    { Text::From.words(lang) }{ " " }<VisibleText text={from} />
                </span>
                if tray.original.is_some() {
                    <Button onclick={act(TrayAction::ShowOriginal)}>{ Text::ShowOriginal.words(lang) }</Button>
                }
                <Button kind={ButtonKind::Icon} title={Text::ForgetOrigin.words(lang)} onclick={act(TrayAction::Close)}>
                    { "✕" }
                </Button>
            </div>
        };
    }
    let count = tray.events.len();
    let matching = tray.count(Verdict::Match);
    let known = tray.events.iter().all(|kept| kept.verdict.is_some());
    let on_close = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    let onclick = {
        let open = open.clone();
        move |_: MouseEvent| open.set(!*open)
    };
    html! {
        <div class="tray-frame">
            <div class="tray" role="group" aria-label={Text::LoadedEvents.words(lang)}>
                <Button
                    kind={ButtonKind::Icon}
                    title={Text::PreviousEvent.words(lang)}
                    shortcut="Alt+,"
                    onclick={act(TrayAction::Step { forwards: false })}
                >
                    { "‹" }
                </Button>
                <Button
                    kind={ButtonKind::Icon}
                    title={Text::NextEvent.words(lang)}
                    shortcut="Alt+."
                    onclick={act(TrayAction::Step { forwards: true })}
                >
                    { "›" }
                </Button>
                <button
                    type="button"
                    class="button button-quiet tray-open"
                    aria-expanded={if *open { "true" } else { "false" }}
                    aria-controls={open.then_some("tray-list")}
                    title={Text::ListAll.words(lang)}
                    {onclick}
                >
                    { Text::NumberOf { number: tray.at + 1, count }.words(lang) }
                    <span aria-hidden="true" class="menu-arrow">{ if *open { "▴" } else { "▾" } }</span>
                </button>
                <span class="tray-title" title={seen(&kept.title)} aria-live="polite">
                    <VisibleText text={kept.title.to_string()} />
                </span>
                if known {
                    <span class={classes!("tray-count", tray.stale.then_some("stale"))}>
                        <Glyph tone={if matching > 0 { Tone::Good } else { Tone::Plain }} />
                        { Text::Matching { matching, count }.words(lang) }
                    </span>
                }
            </div>
            if *open {
                <EventsList tray={tray.clone()} {on_close} dispatch={props.dispatch.clone()} />
            }
        </div>
    }
}
