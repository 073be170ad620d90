//! Whole drafts: opened instead of the current one, and changes undone from their messages.

use super::address::Link;
use super::bus::{self, Bus};
use super::change::{self, Load};
use super::history;
use super::model::{Done, Look, Model, Notice, Opened, Region, Settings, Side, Undo, sides};
use super::moment::{self, Moment, Overlap};
use super::offer;
use super::own::Own;
use super::record::{Record, StoredSide};
use super::requests;
use super::shared::Shared;
use super::step::Step;
use rulepad_workbench::Draft;

/// Opens a draft; the one before stays stored, and an undo shows it again.
pub(super) fn open(model: &mut Model, draft: Shared<Draft>, what: Opened) {
    let before = Moment::of(model);
    model.tray = None;
    model.bus = Shared::new(Bus::of_one(model.next_number()));
    let fresh = sides(&draft, model.number);
    model.number += u32::try_from(fresh.len()).unwrap_or(0);
    model.sides = fresh;
    // What is imported keeps a part of the person's draft.
    let touched = matches!(what, Opened::Imported { .. });
    model.own = Own { id: model.fresh_id(), name: None, touched };
    // A link stays in the address until it is changed.
    replace(model, draft, what != Opened::Link);
    // Messages about another draft are out of date.
    model.undos.clear();
    undoable(model, before, Done::Opened(what));
}

/// Opens what a link holds, or reports why it cannot be opened.
pub(super) fn open_link(model: &mut Model, link: Link) {
    match link.draft {
        Ok(draft) => {
            open(model, Shared::new(draft), Opened::Link);
            bus::restore(model, link.events, link.bus, &[]);
        }
        Err(bad) => {
            let notice = Notice::BadLink(bad);
            if !model.notices.contains(&notice) {
                model.notices.push(notice);
            }
        }
    }
}

/// Opens a stored draft.
pub(super) fn open_stored(model: &mut Model, record: &Record, what: Opened) {
    if record.id == model.own.id {
        return;
    }
    let before = Moment::of(model);
    take(model, record);
    model.undos.clear();
    undoable(model, before, Done::Opened(what));
}

/// Shows a stored draft as it is stored.
fn take(model: &mut Model, record: &Record) {
    model.tray = None;
    model.sides = sides(&record.draft, model.number);
    model.number += u32::try_from(model.sides.len()).unwrap_or(0);
    for (side, stored) in model.sides.iter_mut().zip(&record.sides) {
        *side = stored.side(side.key);
    }
    model.own = record.own();
    replace(model, Shared::new(record.draft.clone()), false);
    let side = |stored: &StoredSide| stored.side(0);
    let others: Vec<Vec<Side>> =
        record.other_sides.iter().map(|own| own.iter().map(side).collect()).collect();
    bus::restore(model, record.events.clone(), record.bus.clone(), &others);
}

/// Puts texts in place of the current ones; rule and targets stay.
pub(super) fn load(model: &mut Model, load: Load, what: Opened) {
    let before = Moment::of(model);
    let loads_pattern = load.pattern.is_some();
    if load.event.is_some() {
        // An event from elsewhere is none of those.
        model.tray = None;
    }
    change::draft(model, |draft| {
        draft.event = load.event.unwrap_or_else(|| std::mem::take(&mut draft.event));
        draft.pattern = load.pattern.unwrap_or_else(|| std::mem::take(&mut draft.pattern));
        draft.dialect = load.dialect.unwrap_or(draft.dialect);
    });
    // Where one region is shown at a time, what was loaded is shown.
    model.look.region = if loads_pattern { Region::Pattern } else { Region::Event };
    (model.look.pointed, model.look.focused) = (None, None);
    model.look.reveals.clear();
    if before.draft != model.draft {
        model.undos.clear();
        undoable(model, before, Done::Opened(what));
    }
}

/// Offers to undo what was just done.
pub(super) fn undoable(model: &mut Model, before: Moment, done: Done) {
    let number = model.next_number();
    let after = Moment::of(model);
    model.undos.push(Undo { number, done, before, after });
}

/// Undoes what was done under this number, and nothing that was done since.
pub(super) fn undo(model: &mut Model, number: u32) {
    let Some(at) = model.undos.iter().position(|undo| undo.number == number) else { return };
    let Undo { done, before, after, .. } = model.undos.remove(at);
    let now = Moment::of(model);
    let overlap = if done == Done::Asked { Overlap::Now } else { Overlap::Before };
    let key = match done {
        Done::Removed(_) => moment::added(&after, &before),
        Done::Exchanged => moment::changed(&before, &after),
        _ => None,
    };
    let undone = moment::without(&before, &after, &now, overlap);
    if undone.own.id != now.own.id {
        // The other messages are about the draft that is left.
        model.undos.clear();
    }
    moment::restore(model, undone);
    if let Some(place) = key.and_then(|key| model.sides.iter().position(|side| side.key == key)) {
        model.look.target = place;
    }
}

pub(super) fn replace(model: &mut Model, draft: Shared<Draft>, edited: bool) {
    let before = model.draft.dialect;
    model.draft = draft;
    model.revision = model.revision.wrapping_add(1);
    model.edited = edited;
    if model.draft.dialect != before {
        offer::fit(&mut model.look, model.draft.dialect);
    }
    // What was explained belongs to the other draft.
    model.explained = None;
    model.look = Look {
        target: 0,
        pointed: None,
        focused: None,
        reveals: Vec::new(),
        stretch: None,
        ..model.look.clone()
    };
}

impl Model {
    /// The first screen: a link that can be opened, else the stored draft, else the seed.
    ///
    /// The stored draft is shown again by an undo after a link, and is untouched by one that cannot be opened.
    #[must_use]
    pub fn first(
        (settings, ids): (Settings, u64),
        link: Option<Link>,
        kept: Option<&Record>,
        seed: impl FnOnce() -> Draft,
    ) -> Self {
        let mut model = Self::new(Draft::default(), settings);
        model.seed = ids;
        match kept {
            Some(record) => take(&mut model, record),
            None => {
                let linked = link.as_ref().and_then(|link| link.draft.as_ref().ok());
                let draft = linked.cloned().unwrap_or_else(seed);
                model.sides = sides(&draft, model.number);
                model.number += u32::try_from(model.sides.len()).unwrap_or(0);
                model.own.id = model.fresh_id();
                replace(&mut model, Shared::new(draft), false);
                if let Some(link) = &link {
                    bus::restore(&mut model, link.events.clone(), link.bus.clone(), &[]);
                }
            }
        }
        match link {
            // What is stored is what the address was written for, or newer.
            Some(link) if kept.is_some_and(|record| link.is_of(record)) => {
                model.followed = link.draft.as_ref() != Ok(&*model.draft);
            }
            Some(link) if link.draft.as_ref() != Ok(&*model.draft) => {
                let before = Moment::of(&model);
                open_link(&mut model, link);
                if before.differs(&Moment::of(&model)) {
                    history::remember(&mut model, &before, Step::Opened(Opened::Link));
                }
            }
            _ => {}
        }
        requests::sync(&mut model);
        model
    }
}
