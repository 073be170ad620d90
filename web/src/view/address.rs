//! The address follows the draft: at once when another draft is shown, else when nothing was changed for a moment.

use crate::platform::memory::Memory;
use crate::platform::{clock, location};
use crate::state::action::Action;
use crate::state::address::{Link, Mark, Wanted, wanted};
use crate::state::drafts::DraftsAction;
use crate::state::model::Model;
use crate::state::own::DraftId;
use crate::state::shared::Shared;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// After how long without a change the address is written.
const PAUSE_MILLIS: u32 = 500;

/// Writes the address, and opens what is put into it.
#[hook]
pub(super) fn use_address(model: &Rc<Model>, dispatch: &Callback<Action>, memory: &Memory) {
    let shown = use_mut_ref(|| model.own.id);
    let what = (model.draft.clone(), model.own.id, model.followed, model.bus.clone());
    let current = model.clone();
    use_effect_with(what, move |(_, id, ..)| {
        let is_other = std::mem::replace(&mut *shown.borrow_mut(), *id) != *id;
        let waiting = if is_other {
            write(&current);
            None
        } else {
            Some(Timeout::new(PAUSE_MILLIS, move || write(&current)))
        };
        move || drop(waiting)
    });
    let (dispatch, memory) = (dispatch.clone(), memory.clone());
    use_effect_with((), move |()| {
        let listener = location::on_link(Callback::from(move |link: Link| match link.mark {
            // A step back in the browser's history.
            Some(Mark { id, .. }) => reopen(id, link, &dispatch, &memory),
            None => dispatch.emit(Action::OpenLink(Box::new(link))),
        }));
        move || drop(listener)
    });
}

fn write(model: &Model) {
    let mark = Mark { id: model.own.id, written: clock::now() };
    match wanted(model, location::page().len()) {
        Wanted::AsItIs => {}
        Wanted::Bare => location::write(None, mark),
        Wanted::Fragment(fragment) => location::write(Some(&fragment), mark),
    }
}

/// Opens the stored draft that the page wrote the address for; what is not stored any more opens as a link does.
fn reopen(id: DraftId, link: Link, dispatch: &Callback<Action>, memory: &Memory) {
    let (dispatch, memory) = (dispatch.clone(), memory.clone());
    spawn_local(async move {
        let stored = memory.read(&id.to_string()).await;
        dispatch.emit(match stored {
            Ok(record) => Action::Drafts(DraftsAction::Opened(Shared::new(record))),
            Err(_) => Action::OpenLink(Box::new(link)),
        });
    });
}
