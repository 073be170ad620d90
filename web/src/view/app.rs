//! The page at work: the model, and what follows from its changes.

use super::address::use_address;
use super::export::save;
use super::keeper::use_keeper;
use super::page::Page;
use super::pattern::completion::Completer;
use super::requests::use_requests;
use super::scan_reader::use_scan_reader;
use crate::platform::keys::{Shortcut, on_shortcut};
use crate::platform::memory::{Memory, Remembered};
use crate::platform::{
    clipboard, dropped, emulator, files, focus, language, location, own_scripts, screen, storage, theme,
};
use crate::state::action::Action;
use crate::state::drafts::DraftsAction;
use crate::state::export::{Exchange, ExportAction};
use crate::state::model::{Dialog, Model, Notice, Region};
use crate::state::paste::PasteAction;
use crate::state::reduce::reduce;
use crate::state::reference::ReferenceAction;
use crate::state::sending::SendAction;
use crate::state::shared::Shared;
use crate::state::sharing::ShareAction;
use crate::state::tray::TrayAction;
use gloo::timers::callback::Timeout;
use rulepad_workbench::{Lang, examples};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// After how long without typing a refusal is shown.
const SETTLE_MILLIS: u32 = 700;

#[derive(PartialEq)]
struct Store(Rc<Model>);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(Rc::new(reduce(&self.0, action))))
    }
}

/// Finds what this browser stores, and shows the page.
pub fn start(root: web_sys::Element) {
    spawn_local(async move {
        let (memory, found) = Memory::start().await;
        storage::remember_visit();
        let found = Rc::new(found);
        yew::Renderer::<App>::with_root_and_props(root, AppProps { memory, found }).render();
    });
}

/// Properties of [`App`].
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The stored drafts.
    memory: Memory,
    /// What was found there.
    found: Rc<Remembered>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        self.memory == other.memory && Rc::ptr_eq(&self.found, &other.found)
    }
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let store = use_reducer(|| Store(Rc::new(opening(&props.found))));
    let dispatch = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let model = store.0.clone();
    let workers = use_requests(&model, &dispatch);
    use_scan_reader(&model, &dispatch);
    use_files(&model, &dispatch, workers.teach);
    use_pause(&model, &dispatch);
    use_emulator(&model, &dispatch);
    use_keeper(&model, &dispatch, &props.memory);
    use_address(&model, &dispatch, &props.memory);
    use_list(&model, &dispatch, &props.memory);
    use_offline(&dispatch);
    use_settings(&model);
    use_surroundings(&model, &dispatch);
    html! {
        <ContextProvider<Lang> context={model.settings.lang()}>
            <ContextProvider<Memory> context={props.memory.clone()}>
                <ContextProvider<Completer> context={workers.completer}>
                    <Page {model} {dispatch} />
                </ContextProvider<Completer>>
            </ContextProvider<Memory>>
        </ContextProvider<Lang>>
    }
}

/// The first screen: the link in the address, else the stored draft, else the first example.
fn opening(found: &Remembered) -> Model {
    let seed = || examples().into_iter().next().map(|example| example.draft).unwrap_or_default();
    let mut model =
        Model::first((storage::settings(), found.seed), location::link(), found.kept.as_ref(), seed);
    if found.is_copy {
        model.part();
    }
    model.look.narrow = screen::is_narrow();
    model.notices.extend(found.unread.iter().map(|unread| Notice::Unreadable(Rc::new(unread.clone()))));
    model.notices.extend(found.trouble.map(Notice::NotStored));
    model
}

/// The page is kept for visits without network, and says when a newer build of it is there.
#[hook]
fn use_offline(dispatch: &Callback<Action>) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        own_scripts::keep_offline(move || dispatch.emit(Action::Notice(Notice::NewerBuild)));
    });
}

/// A refusal of a text that is still being typed counts after a pause.
#[hook]
fn use_pause(model: &Rc<Model>, dispatch: &Callback<Action>) {
    let (dispatch, revision) = (dispatch.clone(), model.revision);
    use_effect_with(model.unsettled.clone(), move |unsettled| {
        let settle = move || dispatch.emit(Action::Settle(revision));
        let pause = unsettled.is_some().then(|| Timeout::new(SETTLE_MILLIS, settle));
        move || drop(pause)
    });
}

/// Calls to an emulator.
#[hook]
fn use_emulator(model: &Rc<Model>, dispatch: &Callback<Action>) {
    let dispatch = dispatch.clone();
    use_effect_with(model.sending.sent.clone(), move |sent| {
        if let Some(sent) = sent {
            let number = sent.number;
            let ended = move |ended| dispatch.emit(Action::Send(SendAction::Ended(number, ended)));
            emulator::call(sent, Callback::from(ended));
        }
    });
}

/// Reference, catalogue and gallery are read when they are wanted.
#[hook]
fn use_files(model: &Rc<Model>, dispatch: &Callback<Action>, teach: Callback<[String; 3]>) {
    let [reference, catalogue, gallery] = [dispatch, dispatch, dispatch].map(Callback::clone);
    use_effect_with(model.reference.is_reading(), move |wanted| {
        if *wanted {
            files::read_reference(reference.reform(|read| Action::Reference(ReferenceAction::WasRead(read))));
        }
    });
    use_effect_with(model.catalogue.is_reading(), move |wanted| {
        if *wanted {
            files::read_catalogue(teach, catalogue.reform(Action::CatalogueRead));
        }
    });
    use_effect_with(model.gallery.is_reading(), move |wanted| {
        if *wanted {
            files::read_gallery(gallery.reform(Action::GalleryRead));
        }
    });
}

/// The list of stored drafts is read whenever it is wanted.
#[hook]
fn use_list(model: &Rc<Model>, dispatch: &Callback<Action>, memory: &Memory) {
    let (dispatch, memory) = (dispatch.clone(), memory.clone());
    use_effect_with(model.drafts.wanted, move |wanted| {
        if *wanted > 0 {
            spawn_local(async move {
                let listed = memory.list().await.ok().map(Shared::new);
                dispatch.emit(Action::Drafts(DraftsAction::Listed(listed)));
            });
        }
    });
}

/// Settings are stored at once.
#[hook]
fn use_settings(model: &Rc<Model>) {
    use_effect_with(model.settings.clone(), move |settings| {
        theme::apply(settings.theme);
        language::apply(settings.lang());
        // The draft shows it when nothing can be stored.
        let _ = storage::keep_settings(settings);
    });
}

/// The width of the screen, and the keys of the whole page.
#[hook]
fn use_surroundings(model: &Rc<Model>, dispatch: &Callback<Action>) {
    {
        let dispatch = dispatch.clone();
        use_effect_with((), move |()| {
            let width = screen::on_change(dispatch.reform(Action::Narrow));
            move || drop(width)
        });
    }
    {
        let dispatch = dispatch.clone();
        use_effect_with((), move |()| {
            let files = dispatch.reform(|files| Action::Paste(PasteAction::Files(files)));
            let dropping = dropped::on_drop(dispatch.reform(Action::Dragging), files.clone());
            let read = Callback::from(move |listed| dropped::read(&listed, files.clone()));
            let text = dispatch.reform(|text| Action::Paste(PasteAction::Text(text)));
            let pasting = clipboard::on_paste(text, read);
            move || drop((dropping, pasting))
        });
    }
    let (shown, dispatch) = ((model.draft.clone(), model.tray.clone(), model.bus.clone()), dispatch.clone());
    use_effect_with(shown, move |shown| {
        let (draft, tray, bus) = shown.clone();
        let listener = on_shortcut(Callback::from(move |shortcut| match shortcut {
            Shortcut::Import => dispatch.emit(Action::Dialog(Some(Dialog::Import))),
            Shortcut::Wrap => dispatch.emit(Action::Wrap),
            Shortcut::Share => dispatch.emit(Action::Share(ShareAction::Open(location::page()))),
            Shortcut::Export => {
                dispatch.emit(Action::Export(ExportAction::Show(Exchange::Export)));
                focus::soon(&[".export-body .payload-header .button-primary"]);
            }
            Shortcut::Save => save(&draft, tray.as_deref(), &bus),
            Shortcut::StepBack => dispatch.emit(Action::StepBack),
            Shortcut::StepForward => dispatch.emit(Action::StepForward),
            Shortcut::Help => dispatch.emit(Action::Dialog(Some(Dialog::Shortcuts))),
            Shortcut::Find => dispatch.emit(Action::OpenFinder),
            Shortcut::Pick(action) => dispatch.emit(Action::Pick(action)),
            Shortcut::Paste => dispatch.emit(Action::Paste(PasteAction::Open)),
            Shortcut::Step { forwards } => dispatch.emit(Action::Tray(TrayAction::Step { forwards })),
            Shortcut::Region(number) => go_to(number, &dispatch),
        }));
        move || drop(listener)
    });
}

fn go_to(number: u32, dispatch: &Callback<Action>) {
    let (region, selectors): (_, &'static [&'static str]) = match number {
        1 => (Region::Event, &["#event [role=textbox]"]),
        2 => (Region::Pattern, &["#pattern [role=textbox]"]),
        3 => (Region::Why, &["#why .why-main", "#why"]),
        4 => (Region::Targets, &["#lower-tab-targets"]),
        5 => (Region::Export, &["#lower-tab-export"]),
        6 => (Region::Compare, &["#lower-tab-compare"]),
        8 => (Region::Tests, &["#lower-tab-tests"]),
        _ => (Region::Reference, &["#lower-tab-reference"]),
    };
    dispatch.emit(Action::Show(region));
    focus::at_once(selectors);
}
