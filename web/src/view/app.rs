//! The page at work: the model, and what follows from its changes.

use super::export::{save, use_exchange};
use super::keeper::use_keeper;
use super::page::Page;
use super::paste::use_paste;
use super::pattern::completion::Completer;
use super::share::share_draft;
use crate::engine::client::{Client, Told};
use crate::engine::protocol::Kind;
use crate::engine::protocol::deciding::Decided;
use crate::engine::protocol::evaluating::{Evaluating, Question, Reply};
use crate::platform::keys::{Shortcut, on_shortcut};
use crate::platform::memory::{Found, Memory};
use crate::platform::{clipboard, dropped, files, focus, location, screen, storage, theme};
use crate::state::action::Action;
use crate::state::drafts::DraftsAction;
use crate::state::export::{Exchange, ExportAction};
use crate::state::making::{Made, Wish};
use crate::state::model::{Dialog, Engine, Model, Notice, Opened, Region};
use crate::state::paste::PasteAction;
use crate::state::reduce::reduce;
use crate::state::shared::Shared;
use crate::state::tray::TrayAction;
use gloo::timers::callback::Timeout;
use rulepad_workbench::{examples, share};
use std::{borrow::Cow, rc::Rc};
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
    found: Rc<Found>,
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
    let slow_worker = use_slow_worker(&model, &dispatch);
    let completer = use_evaluation(&model, &dispatch, &slow_worker);
    use_paste(&model, &dispatch);
    use_exchange(&model, &dispatch);
    use_keeper(&model, &dispatch, &props.memory);
    use_list(&model, &dispatch, &props.memory);
    use_settings(&model);
    use_surroundings(&model, &dispatch);
    html! {
        <ContextProvider<Memory> context={props.memory.clone()}>
            <ContextProvider<Completer> context={completer}>
                <Page {model} {dispatch} />
            </ContextProvider<Completer>>
        </ContextProvider<Memory>>
    }
}

/// The first screen: the link in the address, else the stored draft, else the first example.
fn opening(found: &Found) -> Model {
    let fragment = location::fragment();
    let link = (fragment.len() > 1).then(|| share::decode(&fragment));
    let seed = || examples().into_iter().next().map(|example| example.draft).unwrap_or_default();
    let mut model = Model::first((storage::settings(), found.seed), link, found.kept.as_ref(), seed);
    if found.is_copy {
        model.part();
    }
    model.look.narrow = screen::is_narrow();
    model.notices.extend(found.unread.iter().map(|unread| Notice::Unreadable(Rc::new(unread.clone()))));
    model.notices.extend(found.trouble.map(Notice::NotStored));
    model
}

/// Every draft is evaluated at once; the same worker decides what changes of it come to, and what could be typed
/// next.
#[hook]
fn use_evaluation(
    model: &Rc<Model>,
    dispatch: &Callback<Action>,
    slow_worker: &Rc<Client<Evaluating>>,
) -> Completer {
    let completer = use_mut_ref(|| None::<Completer>);
    let client = use_memo((), |()| {
        let (dispatch, completer) = (dispatch.clone(), completer.clone());
        let completed = move |number, found| {
            let completer = completer.borrow().clone();
            if let Some(completer) = completer {
                completer.told(number, found);
            }
        };
        Client::<Evaluating>::new(Callback::from(move |told| {
            let action = match told {
                Told::Answered(revision, Reply::Report(report)) => {
                    Action::Answered(revision, Shared::new(*report))
                }
                Told::Answered(number, Reply::Decided(decided)) => Action::Decided(number, decided),
                Told::Answered(number, Reply::Completed(found)) => return completed(number, Some(*found)),
                Told::Answered(..) => Action::EngineFailed("it answered what was not asked".to_owned()),
                Told::Slow(Kind::Evaluation, revision) => Action::Slow(revision),
                Told::Slow(..) => return,
                Told::Stopped(Kind::Evaluation, revision) => Action::Stopped(revision),
                Told::Stopped(Kind::Completion, number) => return completed(number, None),
                Told::Stopped(_, number) => {
                    let reason = "this was stopped after 2 seconds".to_owned();
                    Action::Decided(number, Box::new(Decided::Nothing(reason)))
                }
                Told::Failed(reason) => Action::EngineFailed(reason),
            };
            dispatch.emit(action);
        }))
    });
    let completer =
        completer.borrow_mut().get_or_insert_with(|| Completer::new(Client::clone(&client))).clone();
    use_files(model, dispatch, [&client, slow_worker]);
    let draft = model.draft.clone();
    use_effect_with(model.revision, {
        let client = client.clone();
        move |revision| client.ask(*revision, &Question::Evaluate(Cow::Borrowed(&draft)))
    });
    {
        let (dispatch, revision) = (dispatch.clone(), model.revision);
        use_effect_with(model.unsettled.clone(), move |unsettled| {
            let settle = move || dispatch.emit(Action::Settle(revision));
            let pause = unsettled.is_some().then(|| Timeout::new(SETTLE_MILLIS, settle));
            move || drop(pause)
        });
    }
    let last = use_mut_ref(|| 0);
    use_effect_with(model.desk.clone(), move |desk| {
        for asked in desk.asked() {
            if asked.number > *last.borrow() {
                *last.borrow_mut() = asked.number;
                client.ask(asked.number, &Question::Decide(asked.decision()));
            }
        }
    });
    completer
}

/// Events made to order and comparisons may take long, so a second worker answers them; it starts with the
/// first question.
#[hook]
fn use_slow_worker(model: &Rc<Model>, dispatch: &Callback<Action>) -> Rc<Client<Evaluating>> {
    let client = {
        let dispatch = dispatch.clone();
        let making = use_mut_ref(|| None::<u32>);
        let comparing = use_mut_ref(|| None::<u32>);
        *making.borrow_mut() = model.making.as_ref().map(|making| making.number);
        *comparing.borrow_mut() = model.comparison.asked.as_ref().map(|asked| asked.number);
        use_memo((), move |()| {
            Client::<Evaluating>::new(Callback::from(move |told| match told {
                Told::Answered(number, Reply::Matching(made)) => {
                    dispatch.emit(Action::Made(number, Made::Matching(made)));
                }
                Told::Answered(number, Reply::Failing(made)) => {
                    dispatch.emit(Action::Made(number, Made::Failing(made)));
                }
                Told::Answered(number, Reply::Comparison(report)) => {
                    dispatch.emit(Action::Compared(number, report));
                }
                Told::Slow(Kind::Comparison, number) => {
                    dispatch.emit(Action::Comparing(number, Engine::Slow));
                }
                Told::Stopped(Kind::Comparison, number) => {
                    dispatch.emit(Action::Comparing(number, Engine::Stopped));
                }
                Told::Stopped(Kind::Making, number) => {
                    let reason = "looking for one was stopped after 2 seconds.".to_owned();
                    dispatch.emit(Action::Made(number, Made::Nothing(reason)));
                }
                Told::Answered(..) | Told::Slow(..) | Told::Stopped(..) => {}
                Told::Failed(reason) => {
                    let (making, comparing) = (*making.borrow(), *comparing.borrow());
                    if let Some(number) = making {
                        let reason = format!("the worker stopped: {reason}.");
                        dispatch.emit(Action::Made(number, Made::Nothing(reason)));
                    }
                    if let Some(number) = comparing {
                        dispatch.emit(Action::Comparing(number, Engine::Failed(reason)));
                    }
                }
            }))
        })
    };
    {
        let client = client.clone();
        // Made without the catalogue, an event would be made of less than is known.
        let waits = model.catalogue.is_reading();
        use_effect_with((model.making.clone(), waits), move |(making, waits)| {
            if let Some(making) = making.as_ref().filter(|_| !waits) {
                let draft = Cow::Borrowed(&*making.draft);
                let question = match making.wish {
                    Wish::Matching => Question::Matching(draft),
                    Wish::Failing(_) => Question::Failing(draft),
                };
                client.ask(making.number, &question);
            }
        });
    }
    let compared = client.clone();
    use_effect_with(model.comparison.asked.clone(), move |asked| {
        if let Some(asked) = asked {
            let question = Question::Compare {
                pattern: Cow::Borrowed(&asked.pattern),
                other: Cow::Borrowed(&asked.other),
                dialect: asked.dialect,
            };
            compared.ask(asked.number, &question);
        }
    });
    client
}

/// Reference, catalogue and gallery are read when they are wanted.
#[hook]
fn use_files(model: &Rc<Model>, dispatch: &Callback<Action>, clients: [&Rc<Client<Evaluating>>; 2]) {
    let clients = clients.map(Rc::clone);
    let [reference, catalogue, gallery] = [dispatch, dispatch, dispatch].map(Callback::clone);
    use_effect_with(model.reference.is_reading(), move |wanted| {
        if *wanted {
            files::read_reference(reference.reform(Action::ReferenceRead));
        }
    });
    use_effect_with(model.catalogue.is_reading(), move |wanted| {
        if *wanted {
            let learn = Callback::from(move |files: [String; 3]| {
                for client in &clients {
                    client.teach(&Question::Learn(Cow::Borrowed(&files)));
                }
            });
            files::read_catalogue(learn, catalogue.reform(Action::CatalogueRead));
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
                let listed = memory.list().await.map(Shared::new);
                let listed = listed.map_err(|_| "the browser does not let the page read them".to_owned());
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
        // The draft says it when nothing can be stored.
        let _ = storage::keep_settings(settings);
    });
}

/// The width of the screen, the address, and the keys of the whole page.
#[hook]
fn use_surroundings(model: &Rc<Model>, dispatch: &Callback<Action>) {
    {
        let dispatch = dispatch.clone();
        use_effect_with((), move |()| {
            let width = screen::on_change(dispatch.reform(Action::Narrow));
            let address =
                location::on_fragment(dispatch.reform(|fragment: String| match share::decode(&fragment) {
                    Ok(draft) => Action::Open(Shared::new(draft), Opened::Link),
                    Err(bad) => Action::Notice(Notice::BadLink(bad.to_string())),
                }));
            move || drop((width, address))
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
    let (shown, dispatch) = ((model.draft.clone(), model.tray.clone()), dispatch.clone());
    use_effect_with(shown, move |shown| {
        let (draft, tray) = shown.clone();
        let listener = on_shortcut(Callback::from(move |shortcut| match shortcut {
            Shortcut::Import => dispatch.emit(Action::Dialog(Some(Dialog::Import))),
            Shortcut::Wrap => dispatch.emit(Action::Wrap),
            Shortcut::Share => share_draft(&draft, &dispatch),
            Shortcut::Export => {
                dispatch.emit(Action::Export(ExportAction::Show(Exchange::Export)));
                focus::soon(&[".export-body .payload-header .button-primary"]);
            }
            Shortcut::Save => save(&draft, tray.as_deref()),
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
        _ => (Region::Reference, &["#lower-tab-reference"]),
    };
    dispatch.emit(Action::Show(region));
    focus::first(selectors);
}
