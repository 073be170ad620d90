//! What masking replaces by what, and what it cannot replace.

use super::Content;
use super::text::Text;
use crate::engine::protocol::QuestionKind;
use crate::state::action::Action;
use crate::state::requests::{RequestAction, State};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::middle_ellipsis::MiddleEllipsis;
use rulepad_workbench::Lang;
use rulepad_workbench::mask::{Kept, Replacement};
use yew::prelude::*;

/// How many replacements are listed.
const MOST: usize = 200;

/// The list of replacements, and of the values that are kept.
pub(super) fn replaced(lang: Lang, content: &Content) -> Html {
    let Some(masked) = &content.masking.answer else { return Html::default() };
    let is_stale = content.masking.current().is_none();
    let row = |one: &Replacement| {
        html! {
            <tr key={one.from.as_str()}>
                <td><MiddleEllipsis text={one.from.clone()} /></td>
                <td class="share-arrow" aria-hidden="true">{ "→" }</td>
                <td><MiddleEllipsis text={one.to.clone()} /></td>
                <td class="share-count muted">{ Text::Times(one.count).words(lang) }</td>
            </tr>
        }
    };
    let kept = |one: &Kept| {
        html! {
            <li key={one.value.as_str()}>
                <code translate="no"><MiddleEllipsis text={one.value.clone()} /></code>
                { " " }<span class="muted">{ Text::Kind(one.kind).words(lang) }</span>
            </li>
        }
    };
    let count = masked.replaced.len();
    html! {
        <div class={classes!("share-masking", is_stale.then_some("stale"))}>
            if count == 0 {
                <p class="muted">{ Text::NothingToMask.words(lang) }</p>
            } else {
                <details class="share-replaced" open=true>
                    <summary>{ Text::Replaced(count).words(lang) }</summary>
                    <div class="share-replaced-list" role="region" aria-label={Text::Replaced(count).words(lang)} tabindex="0">
                        <table>
                            <thead class="visually-hidden">
                                <tr>
                                    <th>{ Text::Value.words(lang) }</th>
                                    <td />
                                    <th>{ Text::Replacement.words(lang) }</th>
                                    <th>{ Text::Count.words(lang) }</th>
                                </tr>
                            </thead>
                            <tbody>{ for masked.replaced.iter().take(MOST).map(row) }</tbody>
                        </table>
                        if count > MOST {
                            <p class="muted">{ Text::MoreReplaced(count - MOST).words(lang) }</p>
                        }
                    </div>
                </details>
            }
            if !masked.kept.is_empty() {
                <div class="share-kept tone-caution">
                    <p><Glyph tone={Tone::Caution} />{ Text::Kept(masked.kept.len()).words(lang) }</p>
                    <ul>{ for masked.kept.iter().take(MOST).map(kept) }</ul>
                </div>
            }
            if content.has_origin {
                <p class="muted">{ Text::WithoutOrigin.words(lang) }</p>
            }
        </div>
    }
}

/// What is shown instead of something to copy, while it is masked or cannot be.
pub(super) fn waiting(lang: Lang, content: &Content, dispatch: &Callback<Action>) -> Html {
    let failed = match &content.masking.state {
        Some(State::Stopped) => Text::MaskingStopped,
        Some(State::Failed(_)) => Text::MaskingFailed,
        _ => return html! { <p role="status" class="muted">{ Text::Masking.words(lang) }</p> },
    };
    html! {
        <div class="share-failed" role="status">
            <p>{ failed.words(lang) }</p>
            <Button
                kind={ButtonKind::Quiet}
                onclick={dispatch.reform(|_| Action::Request(RequestAction::Again(QuestionKind::Masking)))}
            >
                { crate::view::common::Common::TryAgain.words(lang) }
            </Button>
        </div>
    }
}
