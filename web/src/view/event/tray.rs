//! The events at hand: which one it is, how the others fare, and the way to them.

use crate::state::{
    action::Action,
    shared::Shared,
    tray::{Kept, Tray, TrayAction},
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::menu::{Menu, MenuItem};
use crate::view::verdict::{tone, word};
use rulepad_workbench::Verdict;
use yew::prelude::*;

/// A menu lists this many events, around the one at hand.
const LISTED: usize = 100;

const ORIGINAL: &str = "original";
const CLOSE: &str = "close";

/// Properties of [`TrayBar`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct TrayBarProps {
    /// The events.
    pub tray: Shared<Tray>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The bar over the event.
#[component]
pub(super) fn TrayBar(props: &TrayBarProps) -> Html {
    let tray = &props.tray;
    let act = |action: TrayAction| props.dispatch.reform(move |_: MouseEvent| Action::Tray(action.clone()));
    let Some(kept) = tray.events.get(tray.at) else { return Html::default() };
    if tray.events.len() == 1 {
        return html! {
            <div class="tray" role="group" aria-label="Where the event comes from">
                <span class="tray-title" title={tray.form.clone()}>{ format!("From {}", tray.form) }</span>
                if tray.original.is_some() {
                    <Button onclick={act(TrayAction::ShowOriginal)}>{ "Show original" }</Button>
                }
                <Button kind={ButtonKind::Icon} title="Forget where it comes from" onclick={act(TrayAction::Close)}>
                    { "✕" }
                </Button>
            </div>
        };
    }
    let count = tray.events.len();
    let matching = tray.count(Verdict::Match);
    let on_choose = props.dispatch.reform(|id: AttrValue| {
        Action::Tray(match id.as_str() {
            ORIGINAL => TrayAction::ShowOriginal,
            CLOSE => TrayAction::Close,
            place => TrayAction::Go(place.parse().unwrap_or_default()),
        })
    });
    let known = tray.events.iter().all(|kept| kept.verdict.is_some());
    html! {
        <div class="tray" role="group" aria-label="Events at hand">
            <Button
                kind={ButtonKind::Icon}
                title="The event before"
                shortcut="Alt+,"
                onclick={act(TrayAction::Step { forwards: false })}
            >
                { "‹" }
            </Button>
            <Button
                kind={ButtonKind::Icon}
                title="The next event"
                shortcut="Alt+."
                onclick={act(TrayAction::Step { forwards: true })}
            >
                { "›" }
            </Button>
            <Menu name="tray" label={format!("{} of {count}", tray.at + 1)} items={items(tray)} {on_choose} />
            <span class="tray-title" title={kept.title.to_string()} aria-live="polite">{ &*kept.title }</span>
            if known {
                <span class={classes!("tray-count", tray.stale.then_some("stale"))}>
                    <Glyph tone={if matching > 0 { Tone::Good } else { Tone::Plain }} />
                    { format!("{matching} of {count} match") }
                </span>
            }
        </div>
    }
}

/// Events around the one at hand, then what can be done with all of them.
fn items(tray: &Tray) -> Vec<MenuItem> {
    let count = tray.events.len();
    let first = tray.at.saturating_sub(LISTED / 2).min(count.saturating_sub(LISTED));
    let shown = tray.events.iter().enumerate().skip(first).take(LISTED);
    let item = |(place, kept): (usize, &Kept)| MenuItem {
        id: place.to_string().into(),
        label: format!("{}  {}", place + 1, kept.title).into(),
        detail: kept.verdict.map(|verdict| format!("{} {}", tone(verdict).shape(), word(verdict)).into()),
        checked: Some(place == tray.at),
        heading: (place == first && count > LISTED)
            .then(|| format!("{} to {} of {count}", first + 1, (first + LISTED).min(count)).into()),
    };
    let mut items: Vec<MenuItem> = shown.map(item).collect();
    let whole = |id: &'static str, label: &'static str, detail: Option<AttrValue>| MenuItem {
        id: id.into(),
        label: label.into(),
        detail,
        ..MenuItem::default()
    };
    let mut more = Vec::new();
    if tray.original.is_some() {
        more.push(whole(ORIGINAL, "Show original", Some(tray.form.clone().into())));
    }
    more.push(whole(CLOSE, "Keep this one alone", None));
    if let Some(first) = more.first_mut() {
        first.heading = Some("All of them".into());
    }
    items.append(&mut more);
    items
}
