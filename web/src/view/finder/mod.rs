//! The search for a sample event or record: one box, what fits, and the chosen one beside it.

mod preview;
mod row;

use crate::platform::keys::is_composing;
use crate::state::fetched::Fetched;
use crate::state::finder::{Finder, Take};
use crate::state::model::{Dialog as Shown, Model};
use crate::state::{action::Action, shared::Shared};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Dialog;
use crate::ui::prose::Prose;
use crate::ui::roving::place_after;
use preview::Preview;
use row::{Row, row_id};
use rulepad_workbench::Dialect;
use rulepad_workbench::catalogue::{Catalogue, Found, Hit};
use web_sys::{HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// Properties of [`FinderDialog`].
#[derive(Clone, Properties, PartialEq)]
pub struct FinderDialogProps {
    /// What is looked for; absent while the dialog is closed.
    pub finder: Option<Finder>,
    /// Where is looked.
    pub catalogue: Fetched<Catalogue>,
    /// Who reads the pattern: events of a bus, or records.
    pub dialect: Dialect,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl FinderDialogProps {
    /// What the dialog needs of the model.
    #[must_use]
    pub fn of(model: &Model, dispatch: Callback<Action>) -> Self {
        let finder = match &model.dialog {
            Some(Shown::Finder(finder)) => Some(finder.clone()),
            _ => None,
        };
        Self { finder, catalogue: model.catalogue.clone(), dialect: model.draft.dialect, dispatch }
    }
}

/// The dialog.
#[component]
pub fn FinderDialog(props: &FinderDialogProps) -> Html {
    let title = if props.dialect.has_envelope() {
        "Find a sample event".to_owned()
    } else {
        "Find a sample record".to_owned()
    };
    html! {
        <Dialog
            name="finder"
            {title}
            close_label="Close"
            class="finder"
            open={props.finder.is_some()}
            on_close={props.dispatch.reform(|()| Action::Dialog(None))}
        >
            if let Some(finder) = &props.finder {
                <Search
                    finder={finder.clone()}
                    catalogue={props.catalogue.clone()}
                    dialect={props.dialect}
                    dispatch={props.dispatch.clone()}
                />
            }
        </Dialog>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct SearchProps {
    finder: Finder,
    catalogue: Fetched<Catalogue>,
    dialect: Dialect,
    dispatch: Callback<Action>,
}

const LIST: &str = "finder-list";
/// How far Page Up and Page Down go.
const PAGE: usize = 8;

#[component]
fn Search(props: &SearchProps) -> Html {
    let Finder { query, hits, chosen } = &props.finder;
    let count = hits.as_ref().map_or(0, |hits| hits.len());
    let hit = hits.as_ref().and_then(|hits| hits.get(*chosen));
    {
        let shown = hit.is_some();
        use_effect_with((*chosen, query.clone(), shown), |(chosen, ..)| show(*chosen));
    }
    let onkeydown = {
        let (dispatch, chosen) = (props.dispatch.clone(), *chosen);
        move |event: KeyboardEvent| {
            if is_composing(&event) {
                return;
            }
            let action = match event.key().as_str() {
                "Enter" if event.ctrl_key() || event.meta_key() => Action::TakeFound(Take::EventAndPattern),
                "Enter" => Action::TakeFound(Take::Event),
                "PageDown" if count > 0 => Action::ChooseFound((chosen + PAGE).min(count - 1)),
                "PageUp" => Action::ChooseFound(chosen.saturating_sub(PAGE)),
                key @ ("ArrowDown" | "ArrowUp") => match place_after(key, chosen, count, true) {
                    Some(place) => Action::ChooseFound(place),
                    None => return,
                },
                _ => return,
            };
            event.prevent_default();
            dispatch.emit(action);
        }
    };
    let oninput = props.dispatch.reform(|event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        Action::Find(input.map(|input| input.value()).unwrap_or_default())
    });
    let (noun, example) = if props.dialect.has_envelope() {
        ("event", "codebuild failed, detail.state")
    } else {
        ("record", "sqs, kinesis, body")
    };
    html! {
        <>
            <div class="finder-box">
                <input
                    class="field-input finder-input"
                    type="text"
                    role="combobox"
                    aria-label={format!("Service, {}, field or value", if noun == "event" { "detail-type" } else { "source" })}
                    aria-autocomplete="list"
                    aria-expanded={if count > 0 { "true" } else { "false" }}
                    aria-controls={(count > 0).then_some(LIST)}
                    aria-activedescendant={hit.map(|_| row_id(*chosen))}
                    placeholder={example}
                    value={query.clone()}
                    autofocus=true
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    {oninput}
                    {onkeydown}
                />
                <p class="finder-count muted" role="status">{ said(props, count) }</p>
            </div>
            { body(props, hit, noun) }
        </>
    }
}

/// Brings the chosen row into view.
fn show(chosen: usize) {
    if let Some(row) = gloo::utils::document().get_element_by_id(&row_id(chosen)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        row.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn said(props: &SearchProps, count: usize) -> String {
    match (&props.catalogue, &props.finder.hits, count) {
        (Fetched::Failed(_), ..) => String::new(),
        (_, None, _) => "Loading the samples".to_owned(),
        (.., 0) => "nothing fits".to_owned(),
        (.., count) => format!("{count} found"),
    }
}

fn body(props: &SearchProps, hit: Option<&Hit>, noun: &'static str) -> Html {
    if let Fetched::Failed(reason) = &props.catalogue {
        return html! {
            <div class="empty-panel">
                <p class="empty" role="alert"><Prose text={format!("The samples cannot be shown: {reason}.")} /></p>
                <Button kind={ButtonKind::Primary} onclick={props.dispatch.reform(|_| Action::ReadCatalogue)}>
                    { "Try again" }
                </Button>
            </div>
        };
    }
    let (Fetched::Read(catalogue), Some(hits)) = (&props.catalogue, &props.finder.hits) else {
        return html! { <div class="finder-parts" /> };
    };
    let Some(hit) = hit else {
        return html! {
            <div class="empty-panel">
                <p class="empty">
                    { format!("No sample {noun} has all of these words. Every word must fit: a service, a name of the event, a field, or a value of one.") }
                </p>
                if let Some(elsewhere) = catalogue.elsewhere(&props.finder.query, props.dialect) {
                    <p class="empty"><Prose text={elsewhere} /></p>
                }
            </div>
        };
    };
    html! {
        <>
            <div class="finder-parts">
                { list(props, catalogue, hits) }
                <Preview catalogue={catalogue.clone()} found={hit.found} dialect={props.dialect} />
            </div>
            { actions(props, catalogue, hit.found, noun) }
        </>
    }
}

fn list(props: &SearchProps, catalogue: &Shared<Catalogue>, hits: &Shared<Vec<Hit>>) -> Html {
    html! {
        <ul class="finder-list" id={LIST} role="listbox" aria-label="Samples">
            { for hits.iter().enumerate().map(|(place, hit)| html! {
                <Row
                    key={place}
                    {place}
                    catalogue={catalogue.clone()}
                    hit={hit.clone()}
                    chosen={place == props.finder.chosen}
                    dispatch={props.dispatch.clone()}
                />
            }) }
        </ul>
    }
}

fn actions(props: &SearchProps, catalogue: &Catalogue, found: Found, noun: &'static str) -> Html {
    let button = |kind, take, label: String, shortcut: &'static str| {
        html! {
            <Button {kind} {shortcut} onclick={props.dispatch.reform(move |_| Action::TakeFound(take))}>
                { label }
            </Button>
        }
    };
    let has_pattern = match found {
        Found::Record(at) => {
            catalogue.records.get(at).is_some_and(|own| own.pattern(props.dialect).is_some())
        }
        Found::Event(_) | Found::Type(_) => true,
    };
    html! {
        <div class="dialog-actions finder-actions">
            if matches!(found, Found::Type(_)) {
                { button(ButtonKind::Primary, Take::Event, "Use pattern".to_owned(), "Enter") }
            } else {
                if has_pattern {
                    { button(ButtonKind::Quiet, Take::EventAndPattern, format!("Use {noun} and starting pattern"), "Ctrl+Enter") }
                }
                { button(ButtonKind::Primary, Take::Event, format!("Use {noun}"), "Enter") }
            }
        </div>
    }
}

#[cfg(test)]
mod tests;
