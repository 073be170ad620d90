//! The matrix, rules down and events across, drawn only where it is seen.

use super::shown::Cell;
use super::sight::{ROW, Sight, column, fixed, has_titles, scrolled};
use super::text::Text;
use crate::state::action::Action;
use crate::state::bus::{Bus, BusAction, is_on};
use crate::state::shared::Shared;
use crate::state::testing::{Overview, Testing};
use crate::state::tray::{Tray, TrayAction};
use crate::ui::lang::use_lang;
use crate::ui::middle_ellipsis::MiddleEllipsis;
use crate::ui::visible_text::VisibleText;
use rulepad_workbench::{Draft, Lang};
use std::rc::Rc;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// Rows that a page key moves.
const PAGE: usize = 10;

/// Properties of [`Grid`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct GridProps {
    pub draft: Shared<Draft>,
    pub bus: Shared<Bus>,
    pub tray: Shared<Tray>,
    pub testing: Testing,
    pub overview: Rc<Overview>,
    /// The cell with the focus: a rule and an event, by their places.
    pub at: (usize, usize),
    /// Another cell gets the focus.
    pub on_move: Callback<(usize, usize)>,
    pub dispatch: Callback<Action>,
}

/// The matrix. It is one stop for the Tab key; arrows move in it, Enter opens a cell's explanation.
#[component]
pub(super) fn Grid(props: &GridProps) -> Html {
    let lang = use_lang();
    let sight = use_state_eq(Sight::default);
    let table = use_node_ref();
    let (rules, events) = props.overview.shown(props.testing.filter);
    let drafts = props.bus.drafts(&props.draft);
    let size = (rules.len(), events.len());
    let place = (
        rules.iter().position(|own| *own == props.at.0).unwrap_or_default(),
        events.iter().position(|own| *own == props.at.1).unwrap_or_default(),
    );
    let (rows, columns) = (sight.rows(size.0), sight.columns(size.1));
    use_sizes(&table, size, (rows.start, columns.start), &sight);
    use_scrolled(&table, place, size);
    let onscroll = {
        let sight = sight.clone();
        move |event: Event| {
            if let Some(table) = event.target_dyn_into::<HtmlElement>() {
                sight.set(Sight::of(&table));
            }
        }
    };
    let onkeydown = keys(&table, props, place, size);
    let row = |nth: usize| {
        let rule = *rules.get(nth)?;
        let draft = drafts.get(rule)?;
        let cells = columns.clone().filter_map(|nth| cell(lang, props, rule, *events.get(nth)?, nth));
        Some(html! {
            <div key={rule} class="matrix-row" role="row" aria-rowindex={(nth + 2).to_string()}>
                { rule_head(lang, props, rule, draft) }
                <span class="matrix-gap" role="presentation" />
                { for cells }
            </div>
        })
    };
    let head = |nth: usize| event_head(props, *events.get(nth)?, has_titles(size.1), nth);
    if size.0 == 0 || size.1 == 0 {
        return html! { <p class="empty tests-none">{ Text::NoneOfFilter(props.testing.filter).words(lang) }</p> };
    }
    html! {
        <div
            ref={table}
            class={classes!("matrix", has_titles(size.1).then_some("titled"))}
            role="grid"
            tabindex="0"
            aria-label={Text::MatrixLabel.words(lang)}
            aria-rowcount={(size.0 + 1).to_string()}
            aria-colcount={(size.1 + 1).to_string()}
            aria-activedescendant={format!("cell-{}-{}", props.at.0, props.at.1)}
            {onscroll}
            {onkeydown}
        >
            <div class="matrix-row matrix-head" role="row" aria-rowindex="1">
                <span class="matrix-corner" role="columnheader">{ Text::RulesAndEvents.words(lang) }</span>
                <span class="matrix-gap" role="presentation" />
                { for columns.clone().filter_map(head) }
            </div>
            <div class="matrix-body" role="rowgroup">
                <div class="matrix-top" role="presentation" />
                { for rows.filter_map(row) }
            </div>
        </div>
    }
}

/// The sizes of the table go through the DOM, as the policy of the page forbids style attributes.
#[hook]
fn use_sizes(table: &NodeRef, size: (usize, usize), start: (usize, usize), sight: &UseStateHandle<Sight>) {
    let (table, sight) = (table.clone(), sight.clone());
    use_effect_with((size, start), move |(size, start)| {
        let Some(table) = table.cast::<HtmlElement>() else { return };
        let width = column(size.1);
        for (name, pixels) in [
            ("--cell", width),
            ("--before", start.1 * width),
            ("--all", size.1 * width),
            ("--top", start.0 * ROW),
            ("--rows", size.0 * ROW),
        ] {
            // Only a malformed value is refused.
            let _ = table.style().set_property(name, &format!("{pixels}px"));
        }
        sight.set(Sight::of(&table));
    });
}

/// The cell with the focus is in sight.
#[hook]
fn use_scrolled(table: &NodeRef, place: (usize, usize), size: (usize, usize)) {
    let table = table.clone();
    use_effect_with((place, size), move |(place, size)| {
        let Some(table) = table.cast::<HtmlElement>() else { return };
        let now = Sight::of(&table);
        let top = scrolled(now.top, now.height, ROW, ROW, place.0);
        let left = scrolled(now.left, now.width, fixed(now.width), column(size.1), place.1);
        let signed = |length: usize| i32::try_from(length).unwrap_or(i32::MAX);
        if now.height > 0 && (top, left) != (now.top, now.left) {
            table.set_scroll_top(signed(top));
            table.set_scroll_left(signed(left));
        }
    });
}

/// The keys of the table; those of what is in it are its own. Yew listens at the root, so that the element is known by
/// its reference alone.
fn keys(
    table: &NodeRef,
    props: &GridProps,
    (row, column): (usize, usize),
    size: (usize, usize),
) -> impl Fn(KeyboardEvent) + use<> {
    let (table, props) = (table.clone(), props.clone());
    move |event: KeyboardEvent| {
        let is_own =
            event.target_dyn_into::<HtmlElement>().is_some_and(|target| table.cast() == Some(target));
        if !is_own || event.alt_key() {
            return;
        }
        let last = (size.0.saturating_sub(1), size.1.saturating_sub(1));
        let key = event.key();
        let (rule, own) = props.at;
        let plain = !event.ctrl_key() && !event.meta_key();
        let expect = |matches| BusAction::Expect { rule, event: own, matches };
        let action = match key.as_str() {
            "Enter" => Some(BusAction::Look { rule, event: own }),
            " " if plain => {
                let drafts = props.bus.drafts(&props.draft);
                drafts.get(rule).map(|draft| BusAction::Enable(rule, !is_on(draft)))
            }
            "m" if plain => Some(expect(Some(true))),
            "n" if plain => Some(expect(Some(false))),
            "Delete" if plain => Some(expect(None)),
            _ => None,
        };
        let next = match key.as_str() {
            _ if action.is_some() => None,
            "ArrowDown" => Some((row + 1, column)),
            "ArrowUp" => Some((row.saturating_sub(1), column)),
            "ArrowRight" => Some((row, column + 1)),
            "ArrowLeft" => Some((row, column.saturating_sub(1))),
            "PageDown" => Some((row + PAGE, column)),
            "PageUp" => Some((row.saturating_sub(PAGE), column)),
            "Home" => Some((if plain { row } else { 0 }, 0)),
            "End" => Some((if plain { row } else { last.0 }, last.1)),
            _ => return,
        };
        event.prevent_default();
        if let Some(action) = action {
            props.dispatch.emit(Action::Bus(action));
        }
        if let Some((row, column)) = next {
            let (rules, events) = props.overview.shown(props.testing.filter);
            let rule = rules.get(row.min(last.0)).copied().unwrap_or_default();
            let event = events.get(column.min(last.1)).copied().unwrap_or_default();
            props.on_move.emit((rule, event));
        }
    }
}

fn rule_head(lang: Lang, props: &GridProps, place: usize, draft: &Draft) -> Html {
    let shown = Text::rule_name(draft, place, lang);
    let edited = place == props.bus.at;
    let on = is_on(draft);
    let refused = props.testing.verdicts.refused.contains(&place);
    let onchange = props.dispatch.reform(move |event: Event| {
        let on = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
        Action::Bus(BusAction::Enable(place, on))
    });
    html! {
        <span class={classes!("matrix-rule", edited.then_some("edited"), (!on).then_some("off"))} role="rowheader">
            <input type="checkbox" tabindex="-1" aria-label={Text::EnabledRule(&shown).words(lang)} checked={on} {onchange} />
            <button
                type="button"
                tabindex="-1"
                aria-current={edited.then_some("true")}
                title={if edited { Text::Edited } else { Text::EditRule }.words(lang)}
                onclick={props.dispatch.reform(move |_: MouseEvent| Action::Bus(BusAction::Edit(place)))}
            >
                <VisibleText text={shown} />
            </button>
            if refused {
                <span class="matrix-refused tone-caution" role="img" aria-label={Text::RefusedByAws.words(lang)} title={Text::RefusedByAws.words(lang)}>{ "!" }</span>
            }
        </span>
    }
}

/// How many characters of an event's title a column shows: titles of one type differ at their ends.
const TITLE: usize = 15;

fn event_head(props: &GridProps, place: usize, titled: bool, nth: usize) -> Option<Html> {
    let kept = props.tray.events.get(place)?;
    let shown = place == props.tray.at;
    let label = format!("{} {}", place + 1, kept.title);
    Some(html! {
        <span
            key={kept.key}
            role="columnheader"
            aria-colindex={(nth + 2).to_string()}
            class={classes!("matrix-event", shown.then_some("edited"))}
        >
            <button
                type="button"
                tabindex="-1"
                title={label.clone()}
                aria-label={label}
                aria-current={shown.then_some("true")}
                onclick={props.dispatch.reform(move |_: MouseEvent| Action::Tray(TrayAction::Go(place)))}
            >
                { place + 1 }
                if titled { { " " }<MiddleEllipsis text={kept.title.to_string()} most={TITLE} /> }
            </button>
        </span>
    })
}

fn cell(lang: Lang, props: &GridProps, rule: usize, event: usize, nth: usize) -> Option<Html> {
    let kept = props.tray.events.get(event)?;
    let shown = Cell::of(&props.bus, &props.tray, &props.testing, rule, event)?;
    let current = props.at == (rule, event);
    let onclick = {
        let (dispatch, on_move) = (props.dispatch.clone(), props.on_move.clone());
        move |_: MouseEvent| {
            on_move.emit((rule, event));
            dispatch.emit(Action::Bus(BusAction::Look { rule, event }));
        }
    };
    let stale = (!shown.fresh).then_some("stale");
    Some(html! {
        <span
            key={kept.key}
            id={format!("cell-{rule}-{event}")}
            role="gridcell"
            aria-colindex={(nth + 2).to_string()}
            aria-label={shown.words(lang)}
            class={classes!("matrix-cell", shown.class(), current.then_some("current"), stale)}
            {onclick}
        >
            { shown.glyph() }
        </span>
    })
}
