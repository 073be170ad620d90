//! The list of all loaded events: searched, filtered, and drawn only where it is seen, so that thousands cost nothing.

use super::text::Text;
use crate::platform::clipboard;
use crate::state::{
    action::Action,
    shared::Shared,
    tray::{Tray, TrayAction},
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::copy_button::CopyButton;
use crate::ui::glyph::Glyph;
use crate::ui::lang::use_lang;
use crate::ui::visible_text::VisibleText;
use crate::view::common::Common;
use crate::view::verdict::{tone, word};
use std::ops::Range;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// The height of a row in pixels; the style sheet has the same.
const ROW: usize = 32;
/// Rows drawn above and below what is seen.
const SPARE: usize = 8;
/// Rows seen before the list was measured.
const FIRST: usize = 20;
/// Rows that a page key moves.
const PAGE: usize = 10;

/// Properties of [`EventsList`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct EventsListProps {
    /// The events.
    pub tray: Shared<Tray>,
    /// The list is to be closed.
    pub on_close: Callback<()>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// What of the list is in sight, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Sight {
    top: usize,
    height: usize,
}

/// The list, with its search and what can be done with all events.
#[component]
pub(super) fn EventsList(props: &EventsListProps) -> Html {
    let lang = use_lang();
    let tray = &props.tray;
    let query = use_state_eq(String::new);
    let only = use_state_eq(|| false);
    let sight = use_state_eq(Sight::default);
    let list = use_node_ref();
    let search = use_node_ref();
    let found =
        use_memo((tray.clone(), (*query).clone(), *only), |(tray, query, only)| tray.found(query, *only));
    let at = found.iter().position(|place| *place == tray.at);
    {
        let search = search.clone();
        use_effect_with((), move |()| {
            if let Some(search) = search.cast::<HtmlElement>() {
                // Focus is refused only by elements that are gone.
                let _ = search.focus();
            }
        });
    }
    {
        // The row of the loaded event is scrolled to, only as far as needed.
        let (list, sight) = (list.clone(), sight.clone());
        use_effect_with((at, found.len()), move |(at, _)| {
            let Some(list) = list.cast::<HtmlElement>() else { return };
            if let Some(at) = at {
                let (top, bottom) = (at * ROW, (at + 1) * ROW);
                let (seen, height) = (pixels(list.scroll_top()), pixels(list.client_height()));
                if top < seen {
                    list.set_scroll_top(signed(top));
                } else if bottom > seen + height {
                    list.set_scroll_top(signed(bottom.saturating_sub(height)));
                }
            }
            sight.set(Sight { top: pixels(list.scroll_top()), height: pixels(list.client_height()) });
        });
    }
    let onscroll = {
        let sight = sight.clone();
        move |event: Event| {
            if let Some(list) = event.target_dyn_into::<HtmlElement>() {
                sight.set(Sight { top: pixels(list.scroll_top()), height: pixels(list.client_height()) });
            }
        }
    };
    let onkeydown = {
        let (props, found) = (props.clone(), found.clone());
        move |event: KeyboardEvent| {
            let last = found.len().saturating_sub(1);
            let next = match event.key().as_str() {
                "Escape" => {
                    event.prevent_default();
                    event.stop_propagation();
                    return props.on_close.emit(());
                }
                "ArrowDown" => at.map_or(0, |at| at + 1),
                "ArrowUp" => at.map_or(last, |at| at.saturating_sub(1)),
                "PageDown" => at.map_or(0, |at| at + PAGE),
                "PageUp" => at.map_or(0, |at| at.saturating_sub(PAGE)),
                "Home" if event.ctrl_key() => 0,
                "End" if event.ctrl_key() => last,
                _ => return,
            };
            event.prevent_default();
            if let Some(place) = found.get(next.min(last)) {
                props.dispatch.emit(Action::Tray(TrayAction::Go(*place)));
            }
        }
    };
    let oninput = {
        let query = query.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                query.set(input.value());
            }
        }
    };
    let toggle = {
        let only = only.clone();
        move |_: Event| only.set(!*only)
    };
    let act = |action: TrayAction| props.dispatch.reform(move |_: MouseEvent| Action::Tray(action.clone()));
    let shown = drawn(*sight, found.len());
    let count = tray.events.len();
    let row = |nth: usize| {
        let place = *found.get(nth)?;
        let kept = tray.events.get(place)?;
        let current = place == tray.at;
        Some(html! {
            <li
                key={place}
                id={format!("tray-event-{place}")}
                role="option"
                class={classes!("tray-row", format!("tray-row-{}", nth % 2))}
                aria-selected={if current { "true" } else { "false" }}
                aria-setsize={found.len().to_string()}
                aria-posinset={(nth + 1).to_string()}
                onclick={act(TrayAction::Go(place))}
            >
                <span class="tray-row-number">{ place + 1 }</span>
                <span class="tray-row-title"><VisibleText text={kept.title.to_string()} /></span>
                if let Some(verdict) = kept.verdict {
                    <span class={classes!("tray-row-verdict", tone(verdict).class())}>
                        <Glyph tone={tone(verdict)} />{ word(lang, verdict) }
                    </span>
                }
            </li>
        })
    };
    let csv = {
        let tray = tray.clone();
        Callback::from(move |done| clipboard::copy(&tray.csv(), done))
    };
    let none = tray.next_matching(true).is_none();
    let active = at.filter(|at| shown.contains(at)).map(|_| format!("tray-event-{}", tray.at));
    html! {
        <div class="tray-panel" id="tray-list" role="group" aria-label={Text::AllEvents.words(lang)} {onkeydown}>
            <div class="tray-tools">
                <input
                    ref={search}
                    class="field-input tray-search"
                    type="search"
                    role="combobox"
                    aria-expanded="true"
                    aria-controls="tray-rows"
                    aria-activedescendant={active}
                    aria-label={Text::SearchEvents.words(lang)}
                    placeholder={Text::Search.words(lang)}
                    autocomplete="off"
                    spellcheck="false"
                    value={(*query).clone()}
                    {oninput}
                />
                <label class="tray-only">
                    <input type="checkbox" checked={*only} onchange={toggle} />
                    { Text::MatchingOnly.words(lang) }
                </label>
                <span class="tray-found" role="status">
                    { Text::Found { found: found.len(), count }.words(lang) }
                </span>
            </div>
            <ul
                ref={list}
                class={classes!("tray-rows", tray.stale.then_some("stale"))}
                id="tray-rows"
                role="listbox"
                aria-label={Text::Events.words(lang)}
                tabindex="0"
                {onscroll}
            >
                <Space rows={shown.start} />
                { for shown.clone().filter_map(row) }
                <Space rows={found.len() - shown.end} />
            </ul>
            <div class="tray-tools">
                <Button
                    title={Text::PreviousMatchTitle.words(lang)}
                    disabled={none}
                    onclick={act(TrayAction::StepMatching { forwards: false })}
                >
                    { Text::PreviousMatch.words(lang) }
                </Button>
                <Button
                    title={Text::NextMatchTitle.words(lang)}
                    disabled={none}
                    onclick={act(TrayAction::StepMatching { forwards: true })}
                >
                    { Text::NextMatch.words(lang) }
                </Button>
                <CopyButton
                    label={Text::CopyVerdicts.words(lang)}
                    done={Common::Copied.words(lang)}
                    failed={Common::NotCopied.words(lang)}
                    on_copy={csv}
                />
                <span class="spacer" />
                if tray.original.is_some() {
                    <Button title={tray.from.words(lang)} onclick={act(TrayAction::ShowOriginal)}>{ Text::ShowOriginal.words(lang) }</Button>
                }
                <Button title={Text::KeepOneTitle.words(lang)} onclick={act(TrayAction::Close)}>
                    { Text::KeepOne.words(lang) }
                </Button>
                <Button kind={ButtonKind::Icon} title={Text::CloseList.words(lang)} shortcut="Escape" onclick={props.on_close.reform(|_| ())}>
                    { "✕" }
                </Button>
            </div>
        </div>
    }
}

#[derive(Clone, Copy, Properties, PartialEq)]
struct SpaceProps {
    rows: usize,
}

/// Room for rows that are not drawn. Its height is set through the DOM, as the page's policy forbids style attributes.
#[component]
fn Space(props: &SpaceProps) -> Html {
    let space = use_node_ref();
    {
        let space = space.clone();
        use_effect_with(props.rows, move |rows| {
            if let Some(space) = space.cast::<HtmlElement>() {
                // Only a malformed value is refused.
                let _ = space.style().set_property("height", &format!("{}px", rows * ROW));
            }
        });
    }
    html! {
        <li ref={space} role="presentation" aria-hidden="true"></li>
    }
}

/// The rows that are drawn.
fn drawn(sight: Sight, count: usize) -> Range<usize> {
    let height = if sight.height == 0 { FIRST * ROW } else { sight.height };
    let start = (sight.top / ROW).saturating_sub(SPARE).min(count);
    let end = (sight.top + height).div_ceil(ROW) + SPARE;
    start..end.min(count).max(start)
}

fn pixels(length: i32) -> usize {
    usize::try_from(length).unwrap_or_default()
}

fn signed(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_seen_is_drawn() {
        assert_eq!(drawn(Sight::default(), 3), 0..3);
        assert_eq!(drawn(Sight::default(), 5000), 0..28);
        assert_eq!(drawn(Sight { top: 32_000, height: 320 }, 5000), 992..1018);
        assert_eq!(drawn(Sight { top: 159_700, height: 320 }, 5000), 4982..5000);
        assert_eq!(drawn(Sight { top: 159_700, height: 320 }, 10), 10..10, "the list became shorter");
        assert_eq!(drawn(Sight { top: 0, height: 320 }, 0), 0..0);
    }
}
