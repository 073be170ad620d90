//! The page at work: the model, and what follows from its changes.

use super::page::Page;
use crate::engine::client::{Client, Told};
use crate::engine::protocol::subscribing::{Evaluate, Migrate};
use crate::engine::protocol::{Importing, Migrating, Subscribing, importing};
use crate::platform::keys::{Shortcut, on_shortcut};
use crate::platform::{files, focus, language, location, own_scripts, screen, storage, theme};
use crate::state::shared::Shared;
use crate::subscriber::state::{Action, Dialog, Model, Notice, Region, Samples, Waiting, reduce};
use crate::subscriber::store;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use rulepad_subscriber_workbench::samples;
use rulepad_workbench::{Lang, NamedText};
use std::borrow::Cow;
use std::rc::Rc;
use yew::prelude::*;

/// After how long without a change the address is written.
const ADDRESS_MILLIS: u32 = 500;
/// After how long without a change the text of a rule is read.
const READ_MILLIS: u32 = 400;
/// A change is stored after this time.
const KEEP_MILLIS: u32 = 300;

#[derive(PartialEq)]
struct Store(Shared<Model>);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(Shared::new(reduce(&self.0, action))))
    }
}

/// Shows the page.
pub fn start(root: web_sys::Element) {
    storage::remember_visit();
    yew::Renderer::<App>::with_root(root).render();
}

/// The page.
#[component]
pub fn App() -> Html {
    let store = use_reducer(|| Store(Shared::new(first())));
    let dispatch = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let model = store.0.clone();
    use_evaluation(&model, &dispatch);
    use_rules(&model, &dispatch);
    use_migration(&model, &dispatch);
    use_samples(&model, &dispatch);
    use_keeper(&model, &dispatch);
    use_surroundings(&model, &dispatch);
    html! {
        <ContextProvider<Lang> context={model.settings.lang()}>
            <Page {model} {dispatch} />
        </ContextProvider<Lang>>
    }
}

fn first() -> Model {
    let seed = (js_sys::Math::random() * 9e15) as u64;
    let mut model = store::start(seed);
    model.look.narrow = screen::is_narrow();
    model
}

/// How far a worker is, of what it says besides answers.
fn waiting<R>(told: &Told<R>) -> Option<Waiting> {
    match told {
        Told::Answered(..) => None,
        Told::Slow(..) => Some(Waiting::Slow),
        Told::Stopped(..) => Some(Waiting::Stopped),
        Told::Failed(failure) => Some(Waiting::Failed(failure.clone())),
    }
}

/// Every state of the draft is evaluated; the latest wins.
#[hook]
fn use_evaluation(model: &Shared<Model>, dispatch: &Callback<Action>) {
    let client = use_memo((), {
        let dispatch = dispatch.clone();
        move |()| {
            Client::<Subscribing>::new(Callback::from(move |told| {
                if let Some(waiting) = waiting(&told) {
                    dispatch.emit(Action::Evaluation(waiting));
                } else if let Told::Answered(number, report) = told {
                    dispatch.emit(Action::Answered(number, report));
                }
            }))
        }
    });
    let (draft, lang) = (model.draft.clone(), model.settings.lang());
    use_effect_with(model.revision, move |revision| {
        client.ask(*revision, lang, &Evaluate(Cow::Borrowed(&draft)));
    });
}

/// The rules in a text are read when nothing was typed for a moment.
#[hook]
fn use_rules(model: &Shared<Model>, dispatch: &Callback<Action>) {
    let client = use_memo((), {
        let dispatch = dispatch.clone();
        move |()| {
            Client::<Importing>::new(Callback::from(move |told| {
                if let Some(waiting) = waiting(&told) {
                    dispatch.emit(Action::Migration(waiting));
                } else if let Told::Answered(_, importing::Reply::ImportedFiles(files, _)) = told {
                    dispatch.emit(super::migration::read(&files));
                }
            }))
        }
    });
    let lang = model.settings.lang();
    use_effect_with((model.migration.text.clone(), lang), move |(text, lang)| {
        let (text, lang) = (text.clone(), *lang);
        let read = (!text.trim().is_empty()).then(|| {
            Timeout::new(READ_MILLIS, move || {
                let files = vec![NamedText { name: String::new(), text }];
                client.ask(1, lang, &importing::Question::Files(Cow::Owned(files)));
            })
        });
        move || drop(read)
    });
}

/// The chosen rule is written as subscribers while the dialog shows it.
#[hook]
fn use_migration(model: &Shared<Model>, dispatch: &Callback<Action>) {
    let client = use_memo((), {
        let dispatch = dispatch.clone();
        move |()| {
            Client::<Migrating>::new(Callback::from(move |told| {
                if let Some(waiting) = waiting(&told) {
                    dispatch.emit(Action::Migration(waiting));
                } else if let Told::Answered(_, migrated) = told {
                    dispatch.emit(Action::Migrated(migrated));
                }
            }))
        }
    });
    let shown = model.dialog == Some(Dialog::Migration);
    let rule = model.migration.rules.get(model.migration.at).filter(|_| shown).cloned();
    let (bus, lang) = (model.draft.bus.clone(), model.settings.lang());
    use_effect_with((rule, lang), move |(rule, lang)| {
        if let Some(rule) = rule {
            client.ask(1, *lang, &Migrate(Cow::Borrowed(rule), Cow::Borrowed(&bus)));
        }
    });
}

/// The samples are read when they are wanted.
#[hook]
fn use_samples(model: &Shared<Model>, dispatch: &Callback<Action>) {
    let dispatch = dispatch.clone();
    use_effect_with(model.samples == Samples::Reading, move |wanted| {
        if *wanted {
            files::read_subscribers(dispatch.reform(|text: Result<String, _>| {
                Action::SamplesRead(text.ok().and_then(|text| samples(&text).ok()))
            }));
        }
    });
}

/// The draft is stored as it changes and as the page is left; the address follows it.
#[hook]
fn use_keeper(model: &Shared<Model>, dispatch: &Callback<Action>) {
    let latest = use_mut_ref(|| model.clone());
    let before = latest.replace(model.clone());
    if before.id != model.id {
        // The draft that is left is stored as it was left.
        let _ = store::keep(&before);
    }
    {
        let (dispatch, latest) = (dispatch.clone(), latest.clone());
        use_effect_with((model.draft.clone(), model.id, model.touched), move |_| {
            let timer = Timeout::new(KEEP_MILLIS, move || {
                let kept = store::keep(&latest.borrow().clone());
                if !kept {
                    dispatch.emit(Action::Notice(Notice::NotStored));
                }
            });
            move || drop(timer)
        });
    }
    {
        let model = model.clone();
        // An address that was opened stays until something changes.
        use_effect_with((model.draft.clone(), model.id, model.touched), move |(_, _, touched)| {
            let write = touched.then(|| Timeout::new(ADDRESS_MILLIS, move || store::write_address(&model)));
            move || drop(write)
        });
    }
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let leaving = latest.clone();
        let leave = move |_: &Event| {
            // There is no page any more that could say so.
            let _ = store::keep(&leaving.borrow().clone());
        };
        let linked = move |_: &Event| match store::linked() {
            Some(Ok(linked)) => dispatch.emit(Action::Open(Box::new(linked))),
            Some(Err(bad)) => dispatch.emit(Action::Notice(Notice::BadLink(bad))),
            // A rule's link is opened by the page of rules.
            None => location::load(&gloo::utils::window().location().href().unwrap_or_default()),
        };
        let (window, document) = (gloo::utils::window(), gloo::utils::document());
        let listeners = [
            EventListener::new(&window, "pagehide", leave.clone()),
            EventListener::new(&document, "visibilitychange", leave),
            EventListener::new(&window, "hashchange", linked),
        ];
        move || drop(listeners)
    });
}

/// Settings, the width of the screen, and the keys of the whole page.
#[hook]
fn use_surroundings(model: &Shared<Model>, dispatch: &Callback<Action>) {
    use_effect_with(model.settings.clone(), move |settings| {
        theme::apply(settings.theme);
        language::apply(settings.lang());
        // The draft shows it when nothing can be stored.
        let _ = storage::keep_settings(settings);
    });
    {
        let dispatch = dispatch.clone();
        use_effect_with((), move |()| {
            let newer = dispatch.clone();
            own_scripts::keep_offline(move || newer.emit(Action::Notice(Notice::NewerBuild)));
            let width = screen::on_change(dispatch.reform(Action::Narrow));
            move || drop(width)
        });
    }
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let listener = on_shortcut(Callback::from(move |shortcut| match shortcut {
            Shortcut::StepBack => dispatch.emit(Action::StepBack),
            Shortcut::StepForward => dispatch.emit(Action::StepForward),
            Shortcut::Wrap => dispatch.emit(Action::Wrap),
            Shortcut::Import => dispatch.emit(Action::Dialog(Some(Dialog::Migration))),
            Shortcut::Help => dispatch.emit(Action::Dialog(Some(Dialog::Shortcuts))),
            Shortcut::Find => dispatch.emit(Action::Dialog(Some(Dialog::Drafts))),
            Shortcut::Region(number) => go_to(number, &dispatch),
            Shortcut::Save
            | Shortcut::Share
            | Shortcut::Export
            | Shortcut::Paste
            | Shortcut::Pick(_)
            | Shortcut::Step { .. } => {}
        }));
        move || drop(listener)
    });
}

fn go_to(number: u32, dispatch: &Callback<Action>) {
    let (region, selectors): (_, &'static [&'static str]) = match number {
        1 => (Region::Event, &["#event [role=textbox]"]),
        2 => (Region::Filters, &["#pattern [role=textbox]"]),
        3 => (Region::Why, &["#why .why-main", "#why"]),
        4 => (Region::Delivery, &["#delivery [role=tab][aria-selected=true]"]),
        _ => (Region::Payload, &["#payload"]),
    };
    dispatch.emit(Action::Show(region));
    focus::at_once(selectors);
}
