//! Changes of the list of loaded events: names, order, and which of them there are.

use super::super::change;
use super::super::model::{Done, Model, Way};
use super::super::moment::Moment;
use super::super::open;
use super::super::shared::Shared;
use super::{Kept, Tray};

/// Changes the list without reading any event again.
fn changed(model: &mut Model, tray: Tray) {
    let edits = model.next_number();
    model.tray = Some(Shared::new(Tray { edits, batch: edits, tried: None, ..tray }));
    model.edited = true;
    model.own.touched = true;
}

/// Gives an event another name; a blank one is none.
pub(super) fn rename(model: &mut Model, tray: &Tray, place: usize, title: &str) {
    let title = title.trim();
    let mut next = tray.clone();
    match next.events.get_mut(place) {
        Some(kept) if !title.is_empty() && *kept.title != *title => kept.title = title.into(),
        _ => return,
    }
    changed(model, next);
}

/// Moves an event among its neighbours.
pub(super) fn shift(model: &mut Model, tray: &Tray, place: usize, way: Way) {
    let other = match way {
        Way::Up => place.checked_sub(1),
        Way::Down => place.checked_add(1),
    };
    let Some(other) = other.filter(|other| *other < tray.events.len() && place < tray.events.len()) else {
        return;
    };
    let mut next = tray.clone();
    next.events.swap(place, other);
    next.at = match next.at {
        at if at == place => other,
        at if at == other => place,
        at => at,
    };
    changed(model, next);
}

/// Removes an event with its tests; the last one stays.
pub(super) fn remove(model: &mut Model, tray: &Tray, place: usize) {
    let Some(gone) = tray.events.get(place).cloned().filter(|_| tray.events.len() > 1) else { return };
    let before = Moment::of(model);
    let mut next = tray.clone();
    next.events.remove(place);
    if next.at > place || next.at == next.events.len() {
        next.at -= 1;
    }
    let text = next.events.get(next.at).map(|kept: &Kept| kept.text.to_string());
    next.document = model.next_number();
    changed(model, next);
    if place == tray.at
        && let Some(text) = text
    {
        change::draft(model, |draft| draft.event = text);
    }
    let mut bus = super::super::bus::Bus::clone(&model.bus);
    bus.tests.retain(|(_, event), _| *event != gone.key);
    bus.routes.remove(&gone.key);
    if bus != *model.bus {
        model.bus = Shared::new(bus);
    }
    open::undoable(model, before, Done::EventRemoved(gone.title.to_string()));
}
