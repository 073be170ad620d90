//! The event pattern as a form: service, event type, and a row for each field.

mod add_field;
mod kind;
mod matcher;
mod pick;
mod row;
mod text;
mod words_en;
mod words_ko;

use crate::platform::keys::{is_composing, letter};
use crate::state::builder::{Form, Refused};
use crate::state::fetched::Fetched;
use crate::state::{action::Action, field::Field, model::Answer, shared::Shared};
use crate::ui::button::Button;
use crate::ui::folded_text::FoldedText;
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::ui::tool_row::Tool;
use crate::ui::visible_text::{seen, seen_lines};
use crate::view::common::Common;
use crate::view::failure::{not_done, stopped};
use crate::view::reasons::Words;
use add_field::AddField;
use kind::KindOfEvent;
use row::FieldRow;
use rulepad_workbench::builder::{Built, Kept, Row};
use rulepad_workbench::catalogue::Catalogue;
use rulepad_workbench::{Draft, Lang};
use std::rc::Rc;
use text::Text;
use yew::prelude::*;

/// Properties of [`BuilderView`].
#[derive(Clone, Properties, PartialEq)]
pub struct BuilderViewProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// What services send.
    pub catalogue: Fetched<Catalogue>,
    /// The form.
    pub form: Option<Shared<Form>>,
    /// The last change, when it could not be carried out.
    pub refused: Option<Refused>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The form.
#[component]
pub fn BuilderView(props: &BuilderViewProps) -> Html {
    let lang = use_lang();
    let several = use_state_eq(|| false);
    let built = match props.form.as_ref().map(|form| form.built.clone()) {
        Some(Some(built)) => built,
        Some(None) => return instead(lang, &Text::NoForm(&stopped(lang)).words(lang)),
        None => {
            return html! {
                <div class="builder" role="group" aria-label={Text::PatternAsForm.words(lang)}></div>
            };
        }
    };
    if let Some(problem) = &built.problem {
        return instead(lang, problem);
    }
    let dispatch = &props.dispatch;
    let onkeydown = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            let undo = letter(&event.key(), &event.code()) == Some('z')
                && (event.ctrl_key() || event.meta_key())
                && !event.shift_key();
            if undo && !is_composing(&event) && !is_text(&event) {
                event.prevent_default();
                dispatch.emit(Action::Unbuild);
            }
        }
    };
    let has_kind = !built.services.is_empty();
    let shown = |row: &&Row| *several || !has_kind || !shown_by_kind(&built, row);
    html! {
        <div class="builder" role="group" aria-label={Text::PatternAsForm.words(lang)} {onkeydown}>
            { catalogue_state(lang, props) }
            if has_kind {
                <KindOfEvent
                    built={Rc::clone(&built)}
                    several={*several}
                    on_several={{
                        let several = several.clone();
                        Callback::from(move |on| several.set(on))
                    }}
                    dispatch={dispatch.clone()}
                />
            }
            <div>
            { for built.rows.iter().filter(shown).map(|row| html! {
                <FieldRow
                    key={row.field.clone()}
                    row={row.clone()}
                    operators={built.operators.clone()}
                    holds={holds(props, row)}
                    refused={props.refused.as_ref().filter(|refused| refused.field == row.field).map(|refused| not_done(lang, &refused.reason))}
                    dispatch={dispatch.clone()}
                />
            }) }
            </div>
            { refused_elsewhere(lang, props, &built) }
            <AddField built={Rc::clone(&built)} dispatch={dispatch.clone()} />
            if !built.kept.is_empty() {
                { kept(lang, &built.kept, dispatch) }
            }
        </div>
    }
}

/// Whether service and event type show all of a row.
fn shown_by_kind(built: &Built, row: &Row) -> bool {
    let choices = match row.field.as_str() {
        "source" => &built.services,
        "detail-type" => &built.event_types,
        _ => return false,
    };
    row.matchers.len() == 1 && choices.iter().filter(|choice| choice.picked).count() == 1
}

/// Whether the row's condition holds for the event, while the answer is to this draft.
fn holds(props: &BuilderViewProps, row: &Row) -> Option<bool> {
    let answer = props.answer.as_ref().filter(|answer| answer.draft == props.draft)?;
    answer.report.why.iter().find(|line| line.pattern == row.span).map(|line| line.holds)
}

fn is_text(event: &KeyboardEvent) -> bool {
    event.target_dyn_into::<web_sys::HtmlInputElement>().is_some()
}

fn catalogue_state(lang: Lang, props: &BuilderViewProps) -> Html {
    match &props.catalogue {
        Fetched::Failed(reason) => html! {
            <div class="builder-state">
                <p class="muted" role="alert">
                    <Prose text={Text::NoServices(&reason.words(lang)).words(lang)} />
                </p>
                <Button onclick={props.dispatch.reform(|_| Action::ReadCatalogue)}>{ Common::TryAgain.words(lang) }</Button>
            </div>
        },
        Fetched::Reading | Fetched::Unread => html! {
            <p class="builder-state muted" role="status">{ Text::LoadingServices.words(lang) }</p>
        },
        Fetched::Read(_) => Html::default(),
    }
}

/// Why there is no form.
fn instead(lang: Lang, problem: &str) -> Html {
    html! {
        <div class="builder" role="group" aria-label={Text::PatternAsForm.words(lang)}>
            <p class="empty"><Prose text={problem.to_owned()} /></p>
            <p class="empty">{ Text::OpensAgain.words(lang) }</p>
        </div>
    }
}

/// A refusal about a field that has no row.
fn refused_elsewhere(lang: Lang, props: &BuilderViewProps, built: &Built) -> Html {
    match props.refused.as_ref().filter(|refused| built.row(&refused.field).is_none()) {
        Some(refused) => html! {
            <p class="builder-refused tone-bad" role="alert"><Prose text={not_done(lang, &refused.reason)} /></p>
        },
        None => Html::default(),
    }
}

fn kept(lang: Lang, all: &[Kept], dispatch: &Callback<Action>) -> Html {
    let one = |kept: &Kept| {
        let span = kept.span;
        html! {
            <li class="builder-kept">
                <div class="builder-row-head">
                    <code translate="no" class="builder-name"><FoldedText text={kept.field.clone()} most={48} /></code>
                    <span class="spacer" />
                    <Button
                        title={Text::GoToJson.words(lang)}
                        onclick={dispatch.reform(move |_| Action::GoTo(Field::Pattern, span))}
                    >
                        { Text::ShowInJson.words(lang) }
                    </Button>
                </div>
                <p class="muted"><Prose text={kept.why.clone()} /></p>
                <pre class="case-code" tabindex="0" aria-label={seen(&Text::FieldAsWritten(&kept.field).words(lang))}><code translate="no">{ seen_lines(&kept.text) }</code></pre>
            </li>
        }
    };
    html! {
        <section class="builder-part" aria-label={Text::KeptAsWritten.words(lang)}>
            <h3>{ Text::KeptAsWritten.words(lang) }</h3>
            <ul>{ for all.iter().map(one) }</ul>
        </section>
    }
}

/// Undoes the last change of the form.
pub(super) fn undo_tool(lang: Lang, can_undo: bool, dispatch: &Callback<Action>) -> Tool {
    Tool::Button {
        label: Common::Undo.words(lang),
        title: if can_undo { Text::UndoForm } else { Text::NothingToUndo }.words(lang),
        shortcut: Some("Ctrl+Z".into()),
        disabled: !can_undo,
        onclick: dispatch.reform(|()| Action::Unbuild),
    }
}

#[cfg(test)]
mod tests;
