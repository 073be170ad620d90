//! One more field: of the event type, of the event, or of any name.

use super::text::Text;
use crate::platform::{focus, keys::is_enter};
use crate::state::action::Action;
use crate::ui::button::Button;
use crate::ui::folded_text::FoldedText;
use crate::ui::lang::use_lang;
use crate::ui::visible_text::{VisibleText, seen};
use crate::view::common::Common;
use rulepad_workbench::builder::{Built, Change, FieldChoice};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`AddField`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct AddFieldProps {
    /// The form.
    pub built: Rc<Built>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// More fields than these are behind a button.
const MOST: usize = 8;

/// A line to narrow the list or to name a field, and the list.
#[component]
pub(super) fn AddField(props: &AddFieldProps) -> Html {
    let lang = use_lang();
    let typed = use_state_eq(String::new);
    let all = use_state_eq(|| false);
    let wanted = typed.trim().to_lowercase();
    let fits = |choice: &&FieldChoice| choice.field.to_lowercase().contains(&wanted);
    let found: Vec<&FieldChoice> = props.built.fields.iter().filter(fits).collect();
    let shown = if *all || !wanted.is_empty() { found.len().min(60) } else { MOST.min(found.len()) };
    let add = {
        let (dispatch, typed) = (props.dispatch.clone(), typed.clone());
        move |field: String| {
            typed.set(String::new());
            dispatch.emit(Action::Build(Change::AddField(field.clone())));
            focus::last_in_field(field, ".builder-body", ".chip, .builder-add input");
        }
    };
    let oninput = {
        let typed = typed.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                typed.set(input.value());
            }
        }
    };
    // Enter takes the name as it is: a field that nobody knows is a field, too.
    let name = typed.trim().to_owned();
    let onkeydown = {
        let (add, name) = (add.clone(), name.clone());
        move |event: KeyboardEvent| {
            if is_enter(&event) && !name.is_empty() {
                event.prevent_default();
                add(name.clone());
            }
        }
    };
    let on_add = {
        let (add, name) = (add.clone(), name.clone());
        move |_| add(name.clone())
    };
    html! {
        <section class="builder-part" aria-label={Text::AddField.words(lang)}>
            <label class="builder-part-title" for="builder-add-field">{ Text::AddField.words(lang) }</label>
            <div class="builder-add">
                <input
                    id="builder-add-field"
                    class="field-input field-code builder-add-input"
                    type="text"
                    placeholder={if props.built.services.is_empty() { Text::NameOfField.words(lang) } else { "detail.…".into() }}
                    value={(*typed).clone()}
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    {oninput}
                    {onkeydown}
                />
                <Button
                    title={Text::AddFieldTitle.words(lang)}
                    shortcut="Enter"
                    disabled={name.is_empty()}
                    onclick={on_add}
                >
                    { Common::Add.words(lang) }
                </Button>
            </div>
            <ul class="builder-fields" aria-label={Text::FieldsToAdd.words(lang)}>
                { for found.iter().take(shown).map(|choice| html! {
                    <li key={choice.field.clone()}>{ one(choice, &add) }</li>
                }) }
            </ul>
            if shown < found.len() && !*all && wanted.is_empty() {
                <Button onclick={move |_| all.set(true)}>{ Text::AllFields(found.len()).words(lang) }</Button>
            } else if shown < found.len() {
                <p class="muted">{ Text::MoreFields(found.len() - shown).words(lang) }</p>
            }
        </section>
    }
}

fn one(choice: &FieldChoice, add: &(impl Fn(String) + Clone + 'static)) -> Html {
    let (add, field) = (add.clone(), choice.field.clone());
    let example = if choice.values.is_empty() { choice.sample.clone() } else { choice.values.join(", ") };
    html! {
        <button type="button" class="builder-field" onclick={move |_: MouseEvent| add(field.clone())}>
            <span class="builder-plus" aria-hidden="true">{ "+" }</span>
            <code translate="no" class="builder-name"><FoldedText text={choice.field.clone()} most={80} /></code>
            <span class="muted">{ &choice.kind }</span>
            if !example.is_empty() {
                <code translate="no" class="builder-example muted" title={seen(&example)}><VisibleText text={example.clone()} /></code>
            }
        </button>
    }
}
