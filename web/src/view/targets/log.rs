//! The event log: a table's keys, the items written, and what became of each item.

use super::text::{KeyText, Text};
use crate::platform::focus;
use crate::state::{
    action::Action,
    field::Field,
    log::{self, Log, table_for},
    shared::Shared,
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::code_editor::{CodeEditor, Language};
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::ui::text_field::TextField;
use crate::ui::visible_text::{VisibleText, seen};
use crate::view::common::Common;
use crate::view::failure::stopped;
use rulepad_workbench::{Attribute, Diagnostic, Draft, Key, Lang, Put, suggest_keys};
use yew::prelude::*;

/// Properties of [`LogView`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct LogViewProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The event log.
    pub log: Log,
    /// The target's id.
    pub id: AttrValue,
    /// What arrives now.
    pub payload: Option<AttrValue>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The table and its items.
#[component]
pub(super) fn LogView(props: &LogViewProps) -> Html {
    let lang = use_lang();
    let Some(table) = &props.draft.table else { return set_up(lang, props) };
    let read = props.log.table.as_ref().map(|read| read.log.as_ref());
    let found = |sort: bool| match read {
        Some(Ok(log)) => {
            if sort {
                log.sort.clone()
            } else {
                log.partition.clone()
            }
        }
        _ => Vec::new(),
    };
    html! {
        <>
            <div class="log-keys">
                <KeyFields
                    name="partition"
                    key_of={KeyText::Partition}
                    fields={(Field::PartitionName, Field::PartitionPath)}
                    value={table.partition.clone()}
                    found={found(false)}
                    payload={props.payload.clone()}
                    draft={props.draft.clone()}
                    dispatch={props.dispatch.clone()}
                />
                <KeyFields
                    name="sort"
                    key_of={KeyText::Sort}
                    fields={(Field::SortName, Field::SortPath)}
                    value={table.sort.clone()}
                    found={found(true)}
                    payload={props.payload.clone()}
                    draft={props.draft.clone()}
                    dispatch={props.dispatch.clone()}
                />
            </div>
            { tools(lang, props) }
            { match read {
                Some(Ok(log)) => items(lang, props, &log.puts),
                Some(Err(log::Stopped)) => html! {
                    <p class={classes!("state-line", "log-problem", Tone::Caution.class())} role="status">
                        <Glyph tone={Tone::Caution} />
                        <Prose text={Text::TableUnknown(&stopped(lang)).words(lang)} />
                    </p>
                },
                None => Html::default(),
            } }
        </>
    }
}

/// Before there is a table.
fn set_up(lang: Lang, props: &LogViewProps) -> Html {
    let payload = props.payload.clone();
    let begin = props.dispatch.reform(move |_: MouseEvent| {
        let table = payload.as_deref().map(table_for).unwrap_or_default();
        Action::SetTable(Some(Box::new(table)))
    });
    html! {
        <div class="log-begin">
            <p class="option-note">
                <Prose text={Text::AboutLog.words(lang)} />
            </p>
            <Button kind={ButtonKind::Primary} onclick={begin}>{ Text::StartLog.words(lang) }</Button>
        </div>
    }
}

fn tools(lang: Lang, props: &LogViewProps) -> Html {
    let payload = props.payload.clone();
    let room = payload.as_ref().is_some_and(|payload| props.log.has_room(payload.len()));
    let why = match (&payload, room) {
        (None, _) => Text::NothingArrives,
        (Some(_), false) => Text::LogFull,
        (Some(_), true) => Text::PutItemTitle,
    };
    let write =
        props.dispatch.reform(move |_| Action::WriteDown(payload.as_deref().unwrap_or_default().to_owned()));
    let count = props.log.written.len();
    html! {
        <div class="log-tools">
            <Button kind={ButtonKind::Primary} title={why.words(lang)} disabled={!room} onclick={write}>{ Text::PutItem.words(lang) }</Button>
            <span class="muted" role="status">
                { Text::Written(count).words(lang) }
            </span>
            <span class="spacer" />
            if count > 0 {
                <Button title={Text::ClearTitle.words(lang)} onclick={clear(props)}>{ Text::Clear.words(lang) }</Button>
            }
            <Button
                title={Text::CloseLogTitle.words(lang)}
                onclick={props.dispatch.reform(|_| Action::SetTable(None))}
            >
                { Text::CloseLog.words(lang) }
            </Button>
        </div>
    }
}

fn clear(props: &LogViewProps) -> Callback<MouseEvent> {
    let dispatch = props.dispatch.clone();
    Callback::from(move |_| {
        dispatch.emit(Action::ClearLog);
        focus::keep(&["#lower .log-tools .button"]);
    })
}

fn items(lang: Lang, props: &LogViewProps, puts: &[Put]) -> Html {
    if puts.is_empty() {
        return Html::default();
    }
    html! {
        <ol class="log-items" aria-label={Text::ItemsWritten.words(lang)}>
            { for puts.iter().enumerate().map(|(place, put)| html! {
                <Item key={place} {place} put={put.clone()} dispatch={props.dispatch.clone()} />
            }) }
        </ol>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct ItemProps {
    place: usize,
    put: Put,
    dispatch: Callback<Action>,
}

/// One write: its key, what became of it, and the item on demand.
#[component]
fn Item(props: &ItemProps) -> Html {
    let lang = use_lang();
    let open = use_state_eq(|| false);
    let (put, place) = (&props.put, props.place);
    let (tone, words) = became(put, place);
    let gone = put.refused.is_some() || put.replaced_by.is_some();
    let toggle = {
        let open = open.clone();
        move |_: MouseEvent| open.set(!*open)
    };
    let strike = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| {
            dispatch.emit(Action::Strike(place));
            focus::keep(&["#lower .log-tools .button"]);
        }
    };
    html! {
        <li class={classes!("log-item", tone.class(), gone.then_some("log-gone"))}>
            <div class="log-row">
                <span class="log-number">{ place + 1 }</span>
                <span class="log-key">
                    { for [&put.partition, &put.sort].into_iter().flatten().map(|key| attribute(lang, key)) }
                </span>
                <span class="log-size muted">{ Text::Size(put.size).words(lang) }</span>
                <Button
                    class="field-tool"
                    title={if *open { Text::HideItem } else { Text::ShowItem }.words(lang)}
                    pressed={*open}
                    onclick={toggle}
                >
                    { Text::Item.words(lang) }
                </Button>
                <Button kind={ButtonKind::Icon} title={Text::RemoveItem(place + 1).words(lang)} onclick={strike}>
                    { "✕" }
                </Button>
            </div>
            <p class="log-became"><Glyph {tone} /><Prose text={words.words(lang)} /></p>
            if let Some(words) = &put.aws {
                <p class="log-aws"><span class="muted">{ Common::AwsSays.words(lang) }{ " " }</span><code lang="en" translate="no">{ words }</code></p>
            }
            if let Some(gloss) = &put.gloss {
                <p class="aws-gloss muted"><Prose text={format!("{}: {gloss}", Common::AwsMeans.words(lang))} /></p>
            }
            { for put.notes.iter().map(|note| html! { <p class="muted log-note"><Prose text={note.clone()} /></p> }) }
            if *open {
                <CodeEditor
                    class="fit field-editor"
                    label={Text::ItemNumber(place + 1).words(lang)}
                    language={Language::Json}
                    text={put.item.clone()}
                    read_only=true
                    wrap=true
                    line_numbers=false
                />
            }
        </li>
    }
}

fn attribute(lang: Lang, key: &Attribute) -> Html {
    html! {
        <span class="log-attribute">
            <span class="muted">{ &key.name }{ " " }</span>
            <code translate="no" title={seen(&key.text)}><VisibleText text={key.text.clone()} /></code>
            <small class="muted" title={Text::DynamoDbType.words(lang)}>{ &key.kind }</small>
        </span>
    }
}

/// What became of an item, as it is now.
fn became(put: &Put, place: usize) -> (Tone, Text<'_>) {
    match (&put.refused, put.replaced_by, put.replaces) {
        (Some(reason), ..) => (Tone::Bad, Text::ItemRefused(reason)),
        (None, Some(later), _) => (Tone::Plain, Text::ItemReplaced { by: later + 1 }),
        (None, None, Some(earlier)) => (Tone::Caution, Text::ItemReplaces { earlier: earlier + 1 }),
        (None, None, None) if place == 0 => (Tone::Good, Text::ItemKept),
        (None, None, None) => (Tone::Good, Text::ItemKeptToo),
    }
}

#[derive(Clone, Properties, PartialEq)]
struct KeyFieldsProps {
    name: AttrValue,
    key_of: KeyText,
    fields: (Field, Field),
    value: Key,
    found: Vec<Diagnostic>,
    payload: Option<AttrValue>,
    draft: Shared<Draft>,
    dispatch: Callback<Action>,
}

/// Name and path of one key; the path is typed, or taken from what arrives.
#[component]
fn KeyFields(props: &KeyFieldsProps) -> Html {
    let lang = use_lang();
    let suggested =
        use_memo(props.payload.clone(), |payload| payload.as_deref().map(suggest_keys).unwrap_or_default());
    let list = format!("log-{}-paths", props.name);
    let of = |field: Field| {
        let own = move |found: &&Diagnostic| Field::of(found) == Some(field);
        props.found.iter().filter(own).cloned().collect::<Vec<_>>()
    };
    let (name_field, path_field) = props.fields;
    let pick = {
        let (dispatch, suggested) = (props.dispatch.clone(), suggested.clone());
        let named = props.value.name.is_empty();
        move |path: String| {
            // A key that is chosen brings its name; one that was named keeps it.
            if let Some(key) = suggested.iter().find(|key| named && key.path == path) {
                dispatch.emit(Action::Type(name_field, key.name.clone()));
            }
            dispatch.emit(Action::Type(path_field, path));
        }
    };
    html! {
        <fieldset class="log-key-fields">
            <legend>{ Text::KeyOf(props.key_of).words(lang) }</legend>
            <TextField
                id={format!("log-{}-name", props.name)}
                label={Text::KeyName(props.key_of).words(lang)}
                value={props.value.name.clone()}
                placeholder="user"
                code=true
                invalid={of(name_field).iter().any(Diagnostic::is_error)}
                on_input={props.dispatch.reform(move |text| Action::Type(name_field, text))}
                note={problems(lang, props, name_field, &of(name_field))}
            />
            <TextField
                id={format!("log-{}-path", props.name)}
                label={Text::KeyPath(props.key_of).words(lang)}
                value={props.value.path.clone()}
                placeholder="$.detail.userIdentity.arn"
                code=true
                list={Some(AttrValue::from(list.clone()))}
                invalid={of(path_field).iter().any(Diagnostic::is_error)}
                on_input={pick}
                note={problems(lang, props, path_field, &of(path_field))}
            />
            <datalist id={list}>
                { for suggested.iter().map(|key| html! { <option value={key.path.clone()}>{ &key.name }</option> }) }
            </datalist>
        </fieldset>
    }
}

fn problems(lang: Lang, props: &KeyFieldsProps, field: Field, found: &[Diagnostic]) -> Html {
    let fix = |help: &rulepad_workbench::Help| {
        let action = Action::Fix { field, draft: props.draft.clone(), edits: help.edits.clone() };
        let onclick = props.dispatch.reform(move |_: MouseEvent| action.clone());
        html! {
            <button type="button" class="fix" {onclick}><Prose text={help.text.clone()} /></button>
        }
    };
    let problem = |found: &Diagnostic| {
        html! {
            <div class="log-problem tone-bad">
                <Glyph tone={Tone::Bad} label={Common::Error.words(lang)} />
                <div>
                    <Prose text={found.message.clone()} />
                    { for found.help.iter().map(|help| if help.edits.is_empty() {
                        html! { <p class="problem-advice"><Prose text={help.text.clone()} /></p> }
                    } else {
                        fix(help)
                    }) }
                </div>
            </div>
        }
    };
    html! {
        <>{ for found.iter().map(problem) }</>
    }
}
