//! The event log: a table's keys, what was written down, and what became of each item.

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
use crate::ui::prose::Prose;
use crate::ui::text_field::TextField;
use crate::ui::visible_text::{VisibleText, seen};
use crate::view::failure::STOPPED;
use rulepad_workbench::{Attribute, Diagnostic, Draft, Key, Put, suggest_keys};
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
    let Some(table) = &props.draft.table else { return set_up(props) };
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
                    title="Partition key"
                    fields={(Field::PartitionName, Field::PartitionPath)}
                    value={table.partition.clone()}
                    found={found(false)}
                    payload={props.payload.clone()}
                    draft={props.draft.clone()}
                    dispatch={props.dispatch.clone()}
                />
                <KeyFields
                    name="sort"
                    title="Sort key"
                    fields={(Field::SortName, Field::SortPath)}
                    value={table.sort.clone()}
                    found={found(true)}
                    payload={props.payload.clone()}
                    draft={props.draft.clone()}
                    dispatch={props.dispatch.clone()}
                />
            </div>
            { tools(props) }
            { match read {
                Some(Ok(log)) => items(props, &log.puts),
                Some(Err(log::Stopped)) => html! {
                    <p class={classes!("state-line", "log-problem", Tone::Caution.class())} role="status">
                        <Glyph tone={Tone::Caution} />
                        <Prose text={format!("What the table holds is not known: {STOPPED}.")} />
                    </p>
                },
                None => Html::default(),
            } }
        </>
    }
}

/// Before there is a table.
fn set_up(props: &LogViewProps) -> Html {
    let payload = props.payload.clone();
    let begin = props.dispatch.reform(move |_: MouseEvent| {
        let table = payload.as_deref().map(table_for).unwrap_or_default();
        Action::SetTable(Some(Box::new(table)))
    });
    html! {
        <div class="log-begin">
            <p class="option-note">
                { "A function that writes each event into a DynamoDB table with " }<code>{ "PutItem" }</code>
                { " keeps one item for each key: an item with the same key replaces the one before. Choose the keys here and see what the table holds." }
            </p>
            <Button kind={ButtonKind::Primary} onclick={begin}>{ "Start an event log" }</Button>
        </div>
    }
}

fn tools(props: &LogViewProps) -> Html {
    let payload = props.payload.clone();
    let room = payload.as_ref().is_some_and(|payload| props.log.has_room(payload.len()));
    let why = match (&payload, room) {
        (None, _) => "Nothing arrives now",
        (Some(_), false) => "The log is full: 100 payloads or 1 MB",
        (Some(_), true) => "Write what arrives now into the table",
    };
    let write =
        props.dispatch.reform(move |_| Action::WriteDown(payload.as_deref().unwrap_or_default().to_owned()));
    let count = props.log.written.len();
    html! {
        <div class="log-tools">
            <Button kind={ButtonKind::Primary} title={why} disabled={!room} onclick={write}>{ "Put item" }</Button>
            <span class="muted" role="status">
                { match count {
                    0 => "nothing written yet".to_owned(),
                    1 => "1 payload written in this visit".to_owned(),
                    count => format!("{count} payloads written in this visit"),
                } }
            </span>
            <span class="spacer" />
            if count > 0 {
                <Button title="Empty the table; can be undone" onclick={clear(props)}>{ "Clear" }</Button>
            }
            <Button
                title="Discard the table"
                onclick={props.dispatch.reform(|_| Action::SetTable(None))}
            >
                { "Close the log" }
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

fn items(props: &LogViewProps, puts: &[Put]) -> Html {
    if puts.is_empty() {
        return Html::default();
    }
    html! {
        <ol class="log-items" aria-label="Items written">
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
                    { for [&put.partition, &put.sort].into_iter().flatten().map(attribute) }
                </span>
                <span class="log-size muted">{ size(put.size) }</span>
                <Button
                    class="field-tool"
                    title={if *open { "Hide the item" } else { "Show the item as the request holds it" }}
                    pressed={*open}
                    onclick={toggle}
                >
                    { "Item" }
                </Button>
                <Button kind={ButtonKind::Icon} title={format!("Remove item {}; can be undone", place + 1)} onclick={strike}>
                    { "✕" }
                </Button>
            </div>
            <p class="log-became"><Glyph {tone} /><Prose text={words} /></p>
            if let Some(words) = &put.aws {
                <p class="log-aws"><span class="muted">{ "AWS says " }</span><code>{ words }</code></p>
            }
            { for put.notes.iter().map(|note| html! { <p class="muted log-note"><Prose text={note.clone()} /></p> }) }
            if *open {
                <CodeEditor
                    class="fit field-editor"
                    label={format!("Item {}", place + 1)}
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

fn attribute(key: &Attribute) -> Html {
    html! {
        <span class="log-attribute">
            <span class="muted">{ &key.name }{ " " }</span>
            <code title={seen(&key.text)}><VisibleText text={key.text.clone()} /></code>
            <small class="muted" title="DynamoDB's type">{ &key.kind }</small>
        </span>
    }
}

fn became(put: &Put, place: usize) -> (Tone, String) {
    match (&put.refused, put.replaced_by, put.replaces) {
        (Some(reason), ..) => (Tone::Bad, format!("refused: {reason}")),
        (None, Some(later), _) => {
            (Tone::Plain, format!("gone: item {} has the same key and replaced it", later + 1))
        }
        (None, None, Some(earlier)) => {
            (Tone::Caution, format!("kept; it replaced item {}, which had the same key", earlier + 1))
        }
        (None, None, None) => {
            (Tone::Good, if place == 0 { "kept".to_owned() } else { "kept beside the others".to_owned() })
        }
    }
}

fn size(bytes: usize) -> String {
    if bytes < 1024 { format!("{bytes} B") } else { format!("{:.1} KB", bytes as f64 / 1024.0) }
}

#[derive(Clone, Properties, PartialEq)]
struct KeyFieldsProps {
    name: AttrValue,
    title: AttrValue,
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
            <legend>{ &props.title }</legend>
            <TextField
                id={format!("log-{}-name", props.name)}
                label={format!("{} name", props.title)}
                value={props.value.name.clone()}
                placeholder="user"
                code=true
                invalid={of(name_field).iter().any(Diagnostic::is_error)}
                on_input={props.dispatch.reform(move |text| Action::Type(name_field, text))}
                note={problems(props, name_field, &of(name_field))}
            />
            <TextField
                id={format!("log-{}-path", props.name)}
                label={format!("{} path", props.title)}
                value={props.value.path.clone()}
                placeholder="$.detail.userIdentity.arn"
                code=true
                list={Some(AttrValue::from(list.clone()))}
                invalid={of(path_field).iter().any(Diagnostic::is_error)}
                on_input={pick}
                note={problems(props, path_field, &of(path_field))}
            />
            <datalist id={list}>
                { for suggested.iter().map(|key| html! { <option value={key.path.clone()}>{ &key.name }</option> }) }
            </datalist>
        </fieldset>
    }
}

fn problems(props: &KeyFieldsProps, field: Field, found: &[Diagnostic]) -> Html {
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
                <Glyph tone={Tone::Bad} label="error" />
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
