//! What the publisher sets beside the text of the event.

use super::problems::Problems;
use super::text::Text;
use crate::state::shared::Shared;
use crate::subscriber::state::{Action, Answer, Step};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::lang::use_lang;
use rulepad_subscriber_workbench::{Call, Content, Field, Pair, SubscriberDraft};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// Properties of [`Publisher`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct PublisherProps {
    /// The draft as it is.
    pub draft: Shared<SubscriberDraft>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The form, folded while it is not used.
#[component]
pub(super) fn Publisher(props: &PublisherProps) -> Html {
    let lang = use_lang();
    let draft = &props.draft;
    let report = props.answer.as_ref().map(|answer| &answer.report);
    if report.is_some_and(|report| !report.takes_given) {
        return html! {
            <p class="publisher publisher-own">{ Text::OwnMetadata.words(lang) }</p>
        };
    }
    let call = report.and_then(|report| report.events.first()).and_then(|event| event.published);
    let is_raw = call != Some(Call::PutEvents);
    let edit = {
        let (draft, dispatch) = (draft.clone(), props.dispatch.clone());
        move |change: &dyn Fn(&mut SubscriberDraft)| {
            let mut next = SubscriberDraft::clone(&draft);
            change(&mut next);
            dispatch.emit(Action::Edit(Step::Choose, Box::new(next)));
        }
    };
    let value = |event: InputEvent| {
        event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
    };
    let on_content = {
        let edit = edit.clone();
        move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let place = select.map_or(0, |select| select.selected_index());
            let chosen = usize::try_from(place).ok().and_then(|place| Content::ALL.get(place).copied());
            edit(&|draft| draft.content = chosen.unwrap_or_default());
        }
    };
    let pair = |(place, pair): (usize, &Pair)| {
        let (on_key, on_value, on_remove) = (edit.clone(), edit.clone(), edit.clone());
        let oninput_key = move |event: InputEvent| {
            let text = value(event);
            on_key(&|draft| {
                if let Some(own) = draft.metadata.get_mut(place) {
                    own.key.clone_from(&text);
                }
            });
        };
        let oninput_value = move |event: InputEvent| {
            let text = value(event);
            on_value(&|draft| {
                if let Some(own) = draft.metadata.get_mut(place) {
                    own.value.clone_from(&text);
                }
            });
        };
        let remove = move |_: MouseEvent| {
            on_remove(&|draft| {
                if place < draft.metadata.len() {
                    draft.metadata.remove(place);
                }
            });
        };
        let input = |label: Text, value: &str, oninput: Callback<InputEvent>| {
            html! {
                <input
                    class="field-input field-code"
                    type="text"
                    aria-label={label.words(lang)}
                    value={value.to_owned()}
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    {oninput}
                />
            }
        };
        html! {
            <div class="pair" key={place}>
                { input(Text::MetadataKey(place + 1), &pair.key, Callback::from(oninput_key)) }
                { input(Text::MetadataValue(place + 1), &pair.value, Callback::from(oninput_value)) }
                <Button kind={ButtonKind::Icon} title={Text::RemoveMetadata(place + 1).words(lang)} onclick={remove}>{ "✕" }</Button>
            </div>
        }
    };
    let line = |id: &'static str, label: Text, own: &str, set: fn(&mut SubscriberDraft) -> &mut String| {
        let edit = edit.clone();
        let oninput = move |event: InputEvent| {
            let text = value(event);
            edit(&|draft| set(draft).clone_from(&text));
        };
        html! {
            <div class="field">
                <label class="field-label" for={id}>{ label.words(lang) }</label>
                <input
                    {id}
                    class="field-input field-code"
                    type="text"
                    value={own.to_owned()}
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    {oninput}
                />
            </div>
        }
    };
    let add = {
        let edit = edit.clone();
        move |_: MouseEvent| edit(&|draft| draft.metadata.push(Pair::default()))
    };
    let used = draft.metadata.len()
        + usize::from(!draft.group.is_empty())
        + usize::from(!draft.deduplication.is_empty())
        + usize::from(draft.content != Content::Json);
    html! {
        <details class="publisher">
            <summary>
                { Text::SetByPublisher.words(lang) }
                if used > 0 {
                    <span class="tab-badge">{ " " }{ used }</span>
                }
            </summary>
            <div class="publisher-body">
                if is_raw {
                    <div class="field">
                        <label class="field-label" for="content-type">{ Text::ContentType.words(lang) }</label>
                        <select id="content-type" class="field-input field-code" onchange={on_content}>
                            { for Content::ALL.into_iter().map(|content| html! {
                                <option selected={draft.content == content}>{ content.name() }</option>
                            }) }
                        </select>
                    </div>
                }
                <div class="form-pair">
                    { line("event-group", Text::EventGroup, &draft.group, |draft| &mut draft.group) }
                    { line("deduplication", Text::Deduplication, &draft.deduplication, |draft| &mut draft.deduplication) }
                </div>
                if is_raw {
                    <div class="field" role="group" aria-label={Text::Metadata.words(lang)}>
                        <span class="field-label">{ Text::Metadata.words(lang) }</span>
                        { for draft.metadata.iter().enumerate().map(pair) }
                        <div><Button onclick={add}>{ Text::AddMetadata.words(lang) }</Button></div>
                    </div>
                } else if !draft.metadata.is_empty() {
                    <p class="muted">{ Text::NoMetadataHere.words(lang) }</p>
                }
                <Problems fields={vec![Field::Metadata]} answer={props.answer.clone()} dispatch={props.dispatch.clone()} />
            </div>
        </details>
    }
}
