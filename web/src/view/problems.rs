//! The problems of one text as a list: what, where, and what a click fixes.

use super::bounded::{LISTED, listed};
use super::common::{Common, severity};
use super::editor::{advice, fixes, of_field};
use super::text::Text;
use crate::platform::focus;
use crate::state::{action::Action, field::Field, shared::Shared};
use crate::ui::glyph::Glyph;
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use rulepad_workbench::{Diagnostic, Draft, Lang, LineIndex, Severity};
use yew::prelude::*;

/// Properties of [`Problems`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct ProblemsProps {
    /// Accessible name of the list.
    pub label: AttrValue,
    /// The text they are about.
    pub field: Field,
    /// The draft they were found in.
    pub draft: Shared<Draft>,
    /// The problems; those of other texts are left out.
    pub found: Vec<Diagnostic>,
    /// Whether line and column help to find them.
    #[prop_or_default]
    pub with_place: bool,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The list; nothing when there is none.
#[component]
pub(super) fn Problems(props: &ProblemsProps) -> Html {
    let lang = use_lang();
    let found: Vec<&Diagnostic> = of_field(props.field, &props.found).collect();
    if found.is_empty() {
        return Html::default();
    }
    // Notes on the event are folded: most events typed by hand lack something, and that must not shout.
    let (folded, shown): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        found.into_iter().partition(|found| props.field == Field::Event && found.severity == Severity::Note);
    let (shown, rest) = listed(&shown);
    let lines = props.with_place.then(|| LineIndex::new(props.field.text(&props.draft).unwrap_or_default()));
    html! {
        <ul class="problems" aria-label={&props.label}>
            { for shown.iter().map(|found| problem(lang, props, found, lines.as_ref())) }
            if rest > 0 {
                <li class="muted">{ Common::AndMore(rest).words(lang) }</li>
            }
            if let Some(first) = folded.first() {
                <li>
                    <details class="problem-notes">
                        <summary>
                            { Text::Notes(folded.len()).words(lang) }{ " " }
                            <Prose text={first.message.clone()} />
                        </summary>
                        <ul>
                            { for folded.iter().take(LISTED).map(|found| problem(lang, props, found, lines.as_ref())) }
                        </ul>
                    </details>
                </li>
            }
        </ul>
    }
}

/// Where the focus goes when the last problem of a text is gone.
fn next_after(field: Field) -> &'static [&'static str] {
    match field {
        Field::Event => &["#event .fix", "#event [role=textbox]"],
        Field::Pattern => &["#pattern .fix", "#pattern [role=textbox]"],
        field if field.is_of_rule() => &["#lower .fix", "#lower .field-input"],
        _ => &["#lower .fix", "#lower .target-card[aria-current]"],
    }
}

fn problem(lang: Lang, props: &ProblemsProps, found: &Diagnostic, lines: Option<&LineIndex<'_>>) -> Html {
    let (field, span) = (props.field, found.span());
    let (tone, word) = severity(found.severity);
    let place = lines.map(|lines| {
        let position = lines.position(span.start as usize);
        format!("{}:{}", position.line, position.column)
    });
    let fix = |help: &rulepad_workbench::Help| {
        let action = Action::Fix { field, draft: props.draft.clone(), edits: help.edits.clone() };
        let onclick = {
            let dispatch = props.dispatch.clone();
            move |_: MouseEvent| {
                dispatch.emit(action.clone());
                focus::keep(next_after(field));
            }
        };
        html! {
            <button type="button" class="fix" {onclick}><Prose text={help.text.clone()} /></button>
        }
    };
    html! {
        <li class={classes!("problem", tone.class())}>
            <Glyph {tone} label={word.words(lang)} />
            <div class="problem-body">
                <div class="problem-words">
                <button
                    type="button"
                    class="problem-message"
                    title={Common::GoThere.words(lang)}
                    onclick={props.dispatch.reform(move |_: MouseEvent| Action::GoTo(field, span))}
                >
                    <Prose text={found.message.clone()} />
                </button>
                { for advice(found).map(|help| html! { <p class="problem-advice"><Prose text={help.text.clone()} /></p> }) }
                </div>
                <div class="problem-fixes">{ for fixes(found).map(fix) }</div>
            </div>
            if let Some(place) = place {
                <span class="problem-place">{ place }</span>
            }
        </li>
    }
}
