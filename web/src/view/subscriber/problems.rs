//! The problems of one text as a list: who refuses it, where it is, and what a click fixes.

use super::text::Text;
use crate::platform::focus;
use crate::state::shared::Shared;
use crate::subscriber::state::{Action, Answer};
use crate::ui::glyph::Glyph;
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::view::common::{Common, severity};
use rulepad_subscriber_workbench::{Field, Problem, Refusal};
use rulepad_workbench::{Lang, LineIndex};
use yew::prelude::*;

/// More are counted.
const LISTED: usize = 60;

/// Properties of [`Problems`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct ProblemsProps {
    /// The texts they are about.
    pub fields: Vec<Field>,
    /// The answer that has them.
    pub answer: Option<Shared<Answer>>,
    /// Whether line and column help to find them.
    #[prop_or_default]
    pub with_place: bool,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The list; nothing where there is none.
#[component]
pub(super) fn Problems(props: &ProblemsProps) -> Html {
    let lang = use_lang();
    let Some(answer) = &props.answer else { return Html::default() };
    let found: Vec<&Problem> = props.fields.iter().flat_map(|field| answer.report.of(*field)).collect();
    if found.is_empty() {
        return Html::default();
    }
    let rest = found.len().saturating_sub(LISTED);
    let name = props.fields.first().map(|field| Text::ProblemsOf(*field).words(lang));
    html! {
        <ul class="problems" aria-label={name}>
            { for found.iter().take(LISTED).map(|own| problem(lang, props, answer, own)) }
            if rest > 0 {
                <li class="muted">{ Common::AndMore(rest).words(lang) }</li>
            }
        </ul>
    }
}

/// Where the focus goes when the last problem of a text is gone.
fn next_after(field: Field) -> &'static [&'static str] {
    match field {
        Field::Event | Field::Metadata => &["#event .fix", "#event [role=textbox]"],
        Field::Data | Field::OfMetadata | Field::OfSystemMetadata => {
            &["#pattern .fix", "#pattern [role=textbox]"]
        }
        _ => &["#delivery .fix", "#delivery [role=textbox]", "#delivery .field-input"],
    }
}

fn problem(lang: Lang, props: &ProblemsProps, answer: &Shared<Answer>, own: &Problem) -> Html {
    let (field, found) = (own.field, &own.diagnostic);
    let span = found.span();
    let text = answer.draft.text(field).unwrap_or_default().to_owned();
    let (tone, word) = severity(found.severity);
    let place = props.with_place.then(|| {
        let position = LineIndex::new(&text).position(span.start as usize);
        format!("{}:{}", position.line, position.column)
    });
    let fix = |(words, edits): (&str, &[rulepad_workbench::Edit])| {
        let (dispatch, text, edits) = (props.dispatch.clone(), text.clone(), edits.to_vec());
        let onclick = move |_: MouseEvent| {
            dispatch.emit(Action::Fix(field, text.clone(), edits.clone()));
            focus::keep(next_after(field));
        };
        html! {
            <button type="button" class="fix" {onclick}><Prose text={words.to_owned()} /></button>
        }
    };
    let by = own.refusal.and_then(|refusal| match refusal {
        Refusal::ByTarget => Some(Text::TargetRefuses),
        Refusal::AtCreate if field.scope().is_none() => Some(Text::AwsRefuses),
        Refusal::AtCreate | Refusal::Nobody => None,
    });
    let advice = found.help.iter().filter(|help| help.edits.is_empty());
    let said = found.reference.as_ref();
    html! {
        <li class={classes!("problem", tone.class())}>
            <Glyph {tone} label={word.words(lang)} />
            <div class="problem-body">
                <div class="problem-words">
                    if let Some(by) = by {
                        <span class="refused-by">{ by.words(lang) }</span>
                    }
                    <button
                        type="button"
                        class="problem-message"
                        title={Common::GoThere.words(lang)}
                        onclick={props.dispatch.reform(move |_: MouseEvent| Action::GoTo(field, span))}
                    >
                        <Prose text={found.message.clone()} />
                    </button>
                    { for advice.map(|help| html! { <p class="problem-advice"><Prose text={help.text.clone()} /></p> }) }
                    if let Some(said) = said {
                        <p class="problem-advice">
                            { Common::AwsSays.words(lang) }{ ": " }<code translate="no">{ &said.sentence }</code>
                        </p>
                    }
                </div>
                <div class="problem-fixes">{ for own.fixes().map(fix) }</div>
            </div>
            if let Some(place) = place {
                <span class="problem-place">{ place }</span>
            }
        </li>
    }
}
