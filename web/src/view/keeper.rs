//! Stores the draft while it is changed: at least every second, and when the page is hidden or left.

use crate::platform::memory::{Memory, NotKept};
use crate::platform::{location, storage};
use crate::state::action::Action;
use crate::state::bus::Bus;
use crate::state::drafts::DraftsAction;
use crate::state::model::{Model, Notice, Side};
use crate::state::own::{DraftId, Own};
use crate::state::record::Record;
use crate::state::shared::Shared;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use rulepad_workbench::Draft;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::VisibilityState;
use yew::prelude::*;

/// A change is stored after this time, also while more changes come.
const KEEP_MILLIS: u32 = 400;
/// What was not stored is tried again after this time.
const RETRY_MILLIS: u32 = 2_000;

/// What is stored of a model; equal where nothing is to be stored.
#[derive(Clone, PartialEq)]
struct Kept {
    own: Own,
    draft: Shared<Draft>,
    sides: Vec<Side>,
    /// Which event of which texts is shown.
    tray: Option<(u32, u32)>,
    /// The rules of the bus and the tests.
    bus: Shared<Bus>,
}

impl Kept {
    fn of(model: &Model) -> Self {
        Self {
            own: model.own.clone(),
            draft: model.draft.clone(),
            sides: model.sides.clone(),
            tray: model.tray.as_ref().map(|tray| (tray.document, tray.edits)),
            bus: model.bus.clone(),
        }
    }
}

/// Stores the draft of one page.
#[derive(Clone)]
struct Keeper(Rc<RefCell<Inner>>);

struct Inner {
    memory: Memory,
    dispatch: Callback<Action>,
    /// The last model that is stored, or on its way to be.
    kept: Option<Kept>,
    /// The model that waits.
    pending: Option<Rc<Model>>,
    timer: Option<Timeout>,
    /// What the database has not confirmed.
    unconfirmed: Option<Record>,
    /// Whether the person was shown that nothing is stored.
    troubled: bool,
}

impl Keeper {
    fn new(memory: Memory, dispatch: Callback<Action>) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            memory,
            dispatch,
            kept: None,
            pending: None,
            timer: None,
            unconfirmed: None,
            troubled: false,
        })))
    }

    /// The model changed.
    fn changed(&self, model: &Rc<Model>) {
        let now = Kept::of(model);
        let before = self.0.borrow().kept.clone();
        if before.as_ref() == Some(&now) {
            return;
        }
        let shown = self.0.borrow().shown();
        if let Some(own) = shown.filter(|own| own.id != now.own.id) {
            // The draft that is left is stored as it was left.
            self.store();
            self.left(&own, now.own.id);
        }
        let mut inner = self.0.borrow_mut();
        if !model.edited {
            inner.kept = Some(now);
            inner.pending = None;
            return;
        }
        inner.pending = Some(model.clone());
        if is_hidden() {
            drop(inner);
            return self.leave();
        }
        if inner.timer.is_none() {
            let keeper = self.clone();
            inner.timer = Some(Timeout::new(KEEP_MILLIS, move || keeper.store()));
        }
    }

    fn left(&self, own: &Own, next: DraftId) {
        let memory = self.0.borrow().memory.clone();
        if memory.knows(next) {
            storage::keep_tab(&next.to_string());
        }
        if !own.touched && memory.knows(own.id) {
            let id = own.id;
            spawn_local(async move { memory.drop_untouched(id).await });
        }
    }

    /// Stores what waits.
    fn store(&self) {
        let (memory, record) = {
            let mut inner = self.0.borrow_mut();
            inner.timer = None;
            let Some(model) = inner.pending.take() else { return };
            let record = inner.memory.record(&model);
            inner.kept = Some(Kept::of(&model));
            inner.unconfirmed = Some(record.clone());
            (inner.memory.clone(), record)
        };
        let keeper = self.clone();
        spawn_local(async move {
            let kept = memory.keep(&record).await;
            keeper.told(&record, kept);
        });
    }

    fn told(&self, record: &Record, kept: Result<Option<crate::state::model::Unread>, NotKept>) {
        let mut inner = self.0.borrow_mut();
        if inner.unconfirmed.as_ref().is_some_and(|last| last.stamp == record.stamp) {
            inner.unconfirmed = None;
        }
        let dispatch = inner.dispatch.clone();
        match kept {
            Ok(pruned) => {
                let is_shown = inner.shown().is_some_and(|own| own.id == record.id);
                let was_troubled = std::mem::take(&mut inner.troubled);
                drop(inner);
                if is_shown {
                    storage::keep_tab(&record.id.to_string());
                    // From now on the address would name another draft than the page shows.
                    location::forget_link();
                }
                if was_troubled {
                    dispatch.emit(Action::Drafts(DraftsAction::Stored));
                }
                if let Some(pruned) = pruned {
                    dispatch.emit(Action::Notice(Notice::Pruned(Rc::new(pruned))));
                }
            }
            Err(NotKept::Elsewhere) => {
                inner.kept = None;
                drop(inner);
                dispatch.emit(Action::Drafts(DraftsAction::Forked(record.id)));
            }
            Err(NotKept::Refused(trouble)) => {
                let again = !std::mem::replace(&mut inner.troubled, true);
                let keeper = self.clone();
                inner.timer = Some(Timeout::new(RETRY_MILLIS, move || keeper.again()));
                inner.unconfirmed = Some(record.clone());
                drop(inner);
                if again {
                    dispatch.emit(Action::Notice(Notice::NotStored(trouble)));
                }
            }
        }
    }

    /// Tries once more what was not stored.
    fn again(&self) {
        if self.0.borrow().pending.is_some() {
            return self.store();
        }
        let (memory, record) = {
            let mut inner = self.0.borrow_mut();
            inner.timer = None;
            let Some(record) = inner.unconfirmed.clone() else { return };
            (inner.memory.clone(), record)
        };
        let keeper = self.clone();
        spawn_local(async move {
            let kept = memory.keep(&record).await;
            keeper.told(&record, kept);
        });
    }

    /// The page is hidden or left: what is not in the database yet goes to local storage at once.
    fn leave(&self) {
        self.store();
        let inner = self.0.borrow();
        if let Some(record) = &inner.unconfirmed
            && let Ok(id) = inner.memory.keep_in_local_storage(record)
        {
            storage::keep_tab(&id.to_string());
        }
    }
}

impl Inner {
    /// The draft that the page shows.
    fn shown(&self) -> Option<Own> {
        let pending = self.pending.as_ref().map(|model| model.own.clone());
        pending.or_else(|| self.kept.as_ref().map(|kept| kept.own.clone()))
    }
}

fn is_hidden() -> bool {
    gloo::utils::document().visibility_state() == VisibilityState::Hidden
}

/// Stores the draft whenever it changes.
#[hook]
pub(super) fn use_keeper(model: &Rc<Model>, dispatch: &Callback<Action>, memory: &Memory) {
    let keeper = use_memo((), |()| Keeper::new(memory.clone(), dispatch.clone()));
    {
        let (keeper, model) = (keeper.clone(), model.clone());
        use_effect_with(model.clone(), move |model| keeper.changed(model));
    }
    use_effect_with((), move |()| {
        let listen = |target: &web_sys::EventTarget, name: &'static str, act: fn(&Keeper)| {
            let keeper = Keeper::clone(&keeper);
            EventListener::new(target, name, move |_| act(&keeper))
        };
        let (window, document) = (gloo::utils::window(), gloo::utils::document());
        let listeners = [
            listen(&document, "visibilitychange", |keeper| {
                if is_hidden() {
                    keeper.leave();
                }
            }),
            listen(&window, "pagehide", |keeper| {
                keeper.leave();
                storage::note_open(false);
            }),
            // Back from the browser's cache of pages.
            listen(&window, "pageshow", |_| storage::note_open(true)),
        ];
        move || drop(listeners)
    });
}
