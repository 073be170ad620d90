//! The search for a sample event or record: one box, what fits, and the chosen one beside it.

mod preview;
mod row;
mod text;
mod words_en;
mod words_ko;

use crate::platform::keys::is_composing;
use crate::state::fetched::Fetched;
use crate::state::finder::{Finder, Take};
use crate::state::model::{Dialog as Shown, Model};
use crate::state::{action::Action, shared::Shared};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Dialog;
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::ui::roving::place_after;
use crate::view::common::Common;
use crate::view::reasons::Words;
use preview::Preview;
use row::{Row, row_id};
use rulepad_workbench::catalogue::{Catalogue, FoundItem, Hit};
use rulepad_workbench::{Dialect, Lang};
use text::Text;
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
    let lang = use_lang();
    let title = if props.dialect.has_envelope() {
        Common::FindSampleEvent.words(lang)
    } else {
        Common::FindSampleRecord.words(lang)
    };
    html! {
        <Dialog
            name="finder"
            {title}
            close_label={Common::Close.words(lang)}
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
    let lang = use_lang();
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
    let (searched, example) = if props.dialect.has_envelope() {
        (Text::SearchEvents, Text::ExampleOfEvents)
    } else {
        (Text::SearchRecords, Text::ExampleOfRecords)
    };
    html! {
        <>
            <div class="finder-box">
                <input
                    class="field-input finder-input"
                    type="text"
                    role="combobox"
                    aria-label={searched.words(lang)}
                    aria-autocomplete="list"
                    aria-expanded={if count > 0 { "true" } else { "false" }}
                    aria-controls={(count > 0).then_some(LIST)}
                    aria-activedescendant={hit.map(|_| row_id(*chosen))}
                    placeholder={example.words(lang)}
                    value={query.clone()}
                    autofocus=true
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    {oninput}
                    {onkeydown}
                />
                <p class="finder-count muted" role="status">{ counted(lang, props, count) }</p>
            </div>
            { body(lang, props, hit) }
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

/// How many samples were found.
fn counted(lang: Lang, props: &SearchProps, count: usize) -> AttrValue {
    match (&props.catalogue, &props.finder.hits, count) {
        (Fetched::Failed(_), ..) => AttrValue::default(),
        (_, None, _) => Text::Loading.words(lang),
        (.., 0) => Text::NothingFits.words(lang),
        (.., count) => Text::FoundCount(count).words(lang),
    }
}

fn body(lang: Lang, props: &SearchProps, hit: Option<&Hit>) -> Html {
    if let Fetched::Failed(reason) = &props.catalogue {
        return html! {
            <div class="empty-panel">
                <p class="empty" role="alert"><Prose text={Text::NoSamples(&reason.words(lang)).words(lang)} /></p>
                <Button kind={ButtonKind::Primary} onclick={props.dispatch.reform(|_| Action::ReadCatalogue)}>
                    { Common::TryAgain.words(lang) }
                </Button>
            </div>
        };
    }
    let (Fetched::Read(catalogue), Some(hits)) = (&props.catalogue, &props.finder.hits) else {
        return html! { <div class="finder-parts" /> };
    };
    let Some(hit) = hit else {
        let nothing = if props.dialect.has_envelope() { Text::NoSuchEvent } else { Text::NoSuchRecord };
        return html! {
            <div class="empty-panel">
                <p class="empty">
                    { nothing.words(lang) }
                </p>
                if let Some(elsewhere) = catalogue.elsewhere(&props.finder.query, props.dialect, lang) {
                    <p class="empty"><Prose text={elsewhere} /></p>
                }
            </div>
        };
    };
    html! {
        <>
            <div class="finder-parts">
                { list(lang, props, catalogue, hits) }
                <Preview catalogue={catalogue.clone()} found={hit.found} dialect={props.dialect} />
            </div>
            { actions(lang, props, catalogue, hit.found) }
        </>
    }
}

fn list(lang: Lang, props: &SearchProps, catalogue: &Shared<Catalogue>, hits: &Shared<Vec<Hit>>) -> Html {
    html! {
        <ul class="finder-list" id={LIST} role="listbox" aria-label={Text::Samples.words(lang)}>
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

fn actions(lang: Lang, props: &SearchProps, catalogue: &Catalogue, found: FoundItem) -> Html {
    let (one, with_pattern) = if props.dialect.has_envelope() {
        (Text::UseEvent, Text::UseEventAndPattern)
    } else {
        (Text::UseRecord, Text::UseRecordAndPattern)
    };
    let button = |kind, take, label: Text<'_>, shortcut: &'static str| {
        html! {
            <Button {kind} {shortcut} onclick={props.dispatch.reform(move |_| Action::TakeFound(take))}>
                { label.words(lang) }
            </Button>
        }
    };
    let has_pattern = match found {
        FoundItem::Record(at) => {
            catalogue.records.get(at).is_some_and(|own| own.pattern(props.dialect).is_some())
        }
        FoundItem::Event(_) | FoundItem::Type(_) => true,
    };
    html! {
        <div class="dialog-actions finder-actions">
            if matches!(found, FoundItem::Type(_)) {
                { button(ButtonKind::Primary, Take::Event, Text::UsePattern, "Enter") }
            } else {
                if has_pattern {
                    { button(ButtonKind::Quiet, Take::EventAndPattern, with_pattern, "Ctrl+Enter") }
                }
                { button(ButtonKind::Primary, Take::Event, one, "Enter") }
            }
        </div>
    }
}

#[cfg(test)]
mod tests;
