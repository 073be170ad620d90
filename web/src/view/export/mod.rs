//! One panel to export the rule as a file, and to try it.

mod file;
mod properties;
pub(in crate::view) mod remarks;
mod text;
mod try_out;
mod words_en;
mod words_ko;

use crate::platform::{download, dropped};
use crate::state::bus::{Beside, Bus};
use crate::state::paste::File;
use crate::state::tray::Tray;
use crate::state::{
    action::Action,
    export::{Exchange, ExportAction, FoundTrial, Written},
    import::ImportAction,
    model::{Answer, Model, Panes, Selection},
    requests::Shown,
    sending::Sending,
    shared::Shared,
};
use crate::ui::button::Button;
use crate::ui::lang::use_lang;
use crate::ui::split::Split;
use crate::view::common::Common;
use rulepad_workbench::{Draft, Format, Lang, file as own_file};
use text::Text;
use web_sys::{FileList, HtmlInputElement};
use yew::prelude::*;

/// Properties of [`ExportPanel`].
#[derive(Clone, Properties, PartialEq)]
pub struct ExportPanelProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The loaded events.
    pub tray: Option<Shared<Tray>>,
    /// The rules of the bus, and the tests.
    pub bus: Shared<Bus>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// What the panel is used for.
    pub exchange: Exchange,
    /// The chosen format.
    pub format: Format,
    /// The rule as a file.
    pub file: Shown<Written>,
    /// How the rule can be tried.
    pub trial: Shown<FoundTrial>,
    /// The address of an emulator, as typed.
    pub emulator: String,
    /// Calls to the emulator.
    pub sending: Sending,
    /// Whether there is little room.
    pub narrow: bool,
    /// Places to bring into view.
    pub reveals: Vec<Selection>,
    /// Shares of the two sides in the width.
    pub shares: Vec<f64>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl ExportPanelProps {
    /// What the panel needs of the model.
    #[must_use]
    pub fn of(model: &Model, dispatch: Callback<Action>) -> Self {
        Self {
            draft: model.draft.clone(),
            tray: model.tray.clone(),
            bus: model.bus.clone(),
            answer: model.answer.clone(),
            exchange: model.look.exchange,
            format: model.look.format,
            file: model.written(),
            trial: model.trial(),
            emulator: model.settings.emulator.clone(),
            sending: model.sending.clone(),
            narrow: model.look.narrow,
            reveals: model.look.reveals.clone(),
            shares: model.settings.export.clone(),
            dispatch,
        }
    }
}

/// The panel.
#[component]
pub fn ExportPanel(props: &ExportPanelProps) -> Html {
    let lang = use_lang();
    let (class, side, main) = match props.exchange {
        Exchange::Export => ("exchange-export", properties::properties(lang, props), file::file(lang, props)),
        Exchange::TryOut => {
            ("exchange-try", try_out::emulator(lang, props), try_out::end_to_end(lang, props))
        }
    };
    html! {
        <Split
            name="export-panes"
            class={classes!("exchange", class)}
            labels={vec![Text::BetweenSides.words(lang)]}
            shares={props.shares.clone()}
            least={0.2}
            on_resize={props.dispatch.reform(|shares| Action::Resize(Panes::Export, shares))}
        >
            <div class="exchange-side">
                { switch(lang, props) }
                { side }
            </div>
            { main }
        </Split>
    }
}

/// What the panel is used for.
const USES: [(Exchange, Text<'_>); 2] = [(Exchange::Export, Text::Export), (Exchange::TryOut, Text::TryIt)];

/// The choice of what the panel is used for.
fn switch(lang: Lang, props: &ExportPanelProps) -> Html {
    let radio = |(exchange, label): (Exchange, Text<'_>)| {
        let onchange = props.dispatch.reform(move |_: Event| Action::Export(ExportAction::Show(exchange)));
        html! {
            <label class="segment">
                <input type="radio" name="exchange" checked={exchange == props.exchange} {onchange} />
                <span>{ label.words(lang) }</span>
            </label>
        }
    };
    html! {
        <header class="payload-header exchange-switch">
            <fieldset>
                <legend class="visually-hidden">{ Text::WhatToDo.words(lang) }</legend>
                <div class="segments">{ for USES.into_iter().map(radio) }</div>
            </fieldset>
        </header>
    }
}

/// Saves the draft, all loaded events, the other rules and the tests as Rulepad's own file, valid or not.
pub(in crate::view) fn save(draft: &Draft, tray: Option<&Tray>, bus: &Bus) {
    let Beside { events, bus, .. } = Beside::of(bus, tray, usize::MAX);
    let file = own_file::save_with(draft, events, bus);
    download::download(&file.file_name, &file.media_type, &file.text);
}

/// A button that opens a file that a rule is read from.
pub(in crate::view) fn open_file(dispatch: &Callback<Action>, label: AttrValue, title: AttrValue) -> Html {
    let onchange = chosen(dispatch, dropped::read);
    html! {
        <label class="button button-quiet open-file" {title}>
            <input type="file" multiple=true class="visually-hidden" {onchange} />
            { label }
        </label>
    }
}

/// A button that opens a folder with files that rules are read from.
pub(in crate::view) fn open_folder(lang: Lang, dispatch: &Callback<Action>) -> Html {
    let onchange = chosen(dispatch, dropped::read_folder);
    html! {
        <label class="button button-quiet open-file" title={Text::ChooseFolderTitle.words(lang)}>
            <input type="file" webkitdirectory=true class="visually-hidden" {onchange} />
            { Text::ChooseFolder.words(lang) }
        </label>
    }
}

/// Reads what was chosen in an input of files.
fn chosen(
    dispatch: &Callback<Action>,
    read: fn(&FileList, Callback<Vec<File>>),
) -> impl Fn(Event) + use<> + 'static {
    let dispatch = dispatch.clone();
    move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>()
            && let Some(listed) = input.files()
        {
            read(&listed, dispatch.reform(|files| Action::Import(ImportAction::Files(files))));
            // Else the same file could not be chosen twice.
            input.set_value("");
        }
    }
}

/// Rulepad's own file, which keeps everything.
fn own(lang: Lang, props: &ExportPanelProps) -> Html {
    let onclick = {
        let (draft, tray, bus) = (props.draft.clone(), props.tray.clone(), props.bus.clone());
        Callback::from(move |_| save(&draft, tray.as_deref(), &bus))
    };
    html! {
        <section class="own-file" aria-labelledby="own-title">
            <h3 id="own-title">{ Text::RulepadFile.words(lang) }</h3>
            <p class="muted">{ Text::RulepadFileAbout.words(lang) }</p>
            <div class="own-actions">
                <Button title={Common::SaveFile.words(lang)} {onclick}>{ Common::Save.words(lang) }</Button>
                { open_file(&props.dispatch, Common::Open.words(lang), Common::OpenFile.words(lang)) }
            </div>
        </section>
    }
}
