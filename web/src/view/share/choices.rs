//! What is shared: with targets, with all loaded events, masked.

use super::text::Text;
use super::{Content, masking};
use crate::state::action::Action;
use crate::state::sharing::{ShareAction, ShareTab};
use rulepad_workbench::Lang;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The choices, with what masking replaces.
pub(super) fn choices(lang: Lang, content: &Content, dispatch: &Callback<Action>) -> Html {
    let sharing = &content.sharing;
    let check = |label: Text, checked: bool, act: fn(bool) -> ShareAction| {
        check(label.words(lang), checked, dispatch.reform(move |on| Action::Share(act(on))))
    };
    html! {
        <fieldset class="share-choices">
            <legend>{ Text::WhatIsShared.words(lang) }</legend>
            if content.targets > 0 {
                { check(Text::WithTargets(content.targets), sharing.targets, ShareAction::Targets) }
            }
            if content.events > 0 && sharing.tab == ShareTab::Link {
                { check(Text::AllEvents(content.events + 1), sharing.all_events, ShareAction::AllEvents) }
            }
            if content.others + content.tests > 0 && sharing.tab == ShareTab::Link && !sharing.masks {
                { check(Text::WithTests { rules: content.others, tests: content.tests }, sharing.tests, ShareAction::Tests) }
            }
            { check(Text::Mask, sharing.masks, ShareAction::Mask) }
            if sharing.masks {
                if content.others + content.tests > 0 && sharing.tab == ShareTab::Link {
                    <p class="muted">{ Text::TestsNotMasked.words(lang) }</p>
                }
                { masking::replaced(lang, content) }
            }
        </fieldset>
    }
}

/// A checkbox with its label.
pub(super) fn check(label: AttrValue, checked: bool, act: Callback<bool>) -> Html {
    let onchange = act.reform(|event: Event| {
        event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
    });
    html! {
        <label class="share-check">
            <input type="checkbox" {checked} {onchange} />
            <span>{ label }</span>
        </label>
    }
}
