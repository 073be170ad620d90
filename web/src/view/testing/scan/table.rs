//! How many events each rule matched, the most first.

use super::act;
use super::text::Text;
use crate::state::action::Action;
use crate::state::bus::is_on;
use crate::state::testing::{Scan, ScanAction};
use crate::ui::button::Button;
use crate::ui::lang::use_lang;
use crate::ui::visible_text::VisibleText;
use std::cmp::Reverse;
use yew::prelude::*;

/// So many rules are shown at first; drawing more of them with every slice would slow the page.
const SHOWN: usize = 50;

/// Properties of [`ScanTable`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct ScanTableProps {
    pub scan: Scan,
    /// What each rule is called.
    pub names: Vec<String>,
    pub dispatch: Callback<Action>,
}

/// The table.
#[component]
pub(super) fn ScanTable(props: &ScanTableProps) -> Html {
    let lang = use_lang();
    let all = use_state_eq(|| false);
    let scan = &props.scan;
    let mut places: Vec<usize> = (0..scan.rules.len()).collect();
    let matched = |place: usize| scan.counts.rules.get(place).map_or(0, |rule| rule.matched);
    places.sort_by_key(|place| (Reverse(matched(*place)), *place));
    let hidden = if *all { 0 } else { places.len().saturating_sub(SHOWN) };
    let silent = places.iter().filter(|place| matched(**place) == 0).count();
    let row = |place: usize| {
        let draft = scan.rules.get(place)?;
        let name = props.names.get(place).cloned().unwrap_or_default();
        let loadable = scan.counts.loadable(place).count();
        let note = if scan.refused.contains(&place) {
            Some(Text::Refused)
        } else {
            (!is_on(draft)).then_some(Text::Disabled)
        };
        Some(html! {
            <tr key={place}>
                <th scope="row">
                    <VisibleText text={name.clone()} />
                    if let Some(note) = note { <span class="muted">{ " " }{ note.words(lang) }</span> }
                </th>
                <td>{ Text::Number(matched(place)).words(lang) }</td>
                <td>
                    if loadable > 0 {
                        <Button
                            title={Text::LoadAbout(&name).words(lang)}
                            onclick={act(&props.dispatch, ScanAction::Load(place))}
                        >
                            { Text::Load(loadable).words(lang) }
                        </Button>
                    } else if matched(place) > 0 {
                        <span class="muted">{ Text::NotKept.words(lang) }</span>
                    }
                </td>
            </tr>
        })
    };
    let show_all = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <div class="monitor-table scan-table" tabindex="0" role="region" aria-label={Text::TableLabel.words(lang)}>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ Text::Rule.words(lang) }</th>
                        <th scope="col">{ Text::MatchedEvents.words(lang) }</th>
                        <th scope="col">{ Text::FirstMatches.words(lang) }</th>
                    </tr>
                </thead>
                <tbody>{ for places.iter().take(places.len() - hidden).filter_map(|place| row(*place)) }</tbody>
            </table>
            if hidden > 0 {
                <p class="scan-more"><Button onclick={show_all}>{ Text::ShowAll(places.len()).words(lang) }</Button></p>
            }
            if silent > 0 { <p class="muted scan-more">{ Text::Silent(silent).words(lang) }</p> }
        </div>
    }
}
