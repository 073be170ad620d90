//! Undo and redo of the whole draft, as long as the page lives.

use super::bus::Bus;
use super::model::{Model, Side};
use super::moment::{Moment, restore};
use super::own::{DraftId, Own};
use super::shared::Shared;
use super::step::Step;
use super::tray::Tray;
use rulepad_workbench::Draft;
use std::rc::Rc;

/// The most steps that are kept.
const MOST_STEPS: usize = 300;
/// The most bytes of their texts; the last few steps are kept whatever their size.
const MOST_BYTES: usize = 48 << 20;
const FEWEST_STEPS: usize = 3;

/// What can be undone and redone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Rc<Vec<UndoEntry>>,
    future: Rc<Vec<UndoEntry>>,
}

/// A moment to go back to, and the step that left it.
#[derive(Clone, Debug, PartialEq)]
struct UndoEntry {
    step: Step,
    moment: Packed,
}

/// A moment whose large texts are shared with its neighbours.
#[derive(Clone, Debug, PartialEq)]
struct Packed {
    event: Rc<str>,
    pattern: Rc<str>,
    rest: Rc<Draft>,
    sides: Rc<Vec<Side>>,
    tray: Option<Shared<Tray>>,
    bus: Shared<Bus>,
    written: Vec<Shared<String>>,
    own: Own,
}

impl History {
    /// The step that would be undone.
    #[must_use]
    pub fn last(&self) -> Option<&Step> {
        self.past.last().map(|entry| &entry.step)
    }

    /// The step that would be redone.
    #[must_use]
    pub fn next(&self) -> Option<&Step> {
        self.future.last().map(|entry| &entry.step)
    }
}

/// Remembers the moment before a step. Typing in one text is one step until something else happens.
pub(super) fn remember(model: &mut Model, before: &Moment, step: Step) {
    let history = &mut model.history;
    let goes_on = matches!(step, Step::Typed(_))
        && history.future.is_empty()
        && history.past.last().is_some_and(|last| last.step == step && last.moment.own.id == before.own.id);
    if !history.future.is_empty() {
        history.future = Rc::default();
    }
    if goes_on {
        return;
    }
    let past = Rc::make_mut(&mut history.past);
    let moment = Packed::of(before, past.last().map(|entry| &entry.moment));
    past.push(UndoEntry { step, moment });
    trim(past);
}

/// Goes one step back.
pub(super) fn undo(model: &mut Model) {
    let mut history = std::mem::take(&mut model.history);
    travel(model, &mut history.past, &mut history.future);
    model.history = history;
}

/// Goes one step forward again.
pub(super) fn redo(model: &mut Model) {
    let mut history = std::mem::take(&mut model.history);
    travel(model, &mut history.future, &mut history.past);
    model.history = history;
}

fn travel(model: &mut Model, from: &mut Rc<Vec<UndoEntry>>, to: &mut Rc<Vec<UndoEntry>>) {
    let now = Moment::of(model);
    let Some(UndoEntry { step, moment }) = Rc::make_mut(from).pop() else { return };
    let to = Rc::make_mut(to);
    let packed = Packed::of(&now, to.last().map(|entry| &entry.moment));
    to.push(UndoEntry { step, moment: packed });
    // A message about a change that is undone is out of date.
    model.undos.clear();
    let mut moment = moment.moment();
    if moment.own.id == now.own.id {
        moment.own = now.own;
    }
    restore(model, moment);
}

/// Gives the draft another id in every step, also those of messages.
pub(super) fn rename(model: &mut Model, old: DraftId, new: DraftId) {
    let give = |own: &mut Own| {
        if own.id == old {
            own.id = new;
        }
    };
    for entries in [&mut model.history.past, &mut model.history.future] {
        Rc::make_mut(entries).iter_mut().for_each(|entry| give(&mut entry.moment.own));
    }
    for undo in &mut model.undos {
        give(&mut undo.before.own);
        give(&mut undo.after.own);
    }
}

/// Drops the oldest steps.
fn trim(past: &mut Vec<UndoEntry>) {
    let mut bytes = 0;
    let mut newer: Option<&Packed> = None;
    let mut kept = 0;
    for entry in past.iter().rev() {
        bytes += entry.moment.bytes(newer);
        if kept >= MOST_STEPS || kept >= FEWEST_STEPS && bytes > MOST_BYTES {
            break;
        }
        kept += 1;
        newer = Some(&entry.moment);
    }
    past.drain(..past.len() - kept);
}

impl Packed {
    fn of(moment: &Moment, neighbour: Option<&Self>) -> Self {
        let Draft { event, pattern, .. } = &*moment.draft;
        let rest = Draft { event: String::new(), pattern: String::new(), ..Draft::clone(&moment.draft) };
        let text = |text: &str, known: Option<&Rc<str>>| {
            known.filter(|known| &***known == text).cloned().unwrap_or_else(|| text.into())
        };
        Self {
            event: text(event, neighbour.map(|known| &known.event)),
            pattern: text(pattern, neighbour.map(|known| &known.pattern)),
            rest: neighbour
                .filter(|known| *known.rest == rest)
                .map_or_else(|| Rc::new(rest), |known| known.rest.clone()),
            sides: neighbour
                .filter(|known| *known.sides == moment.sides)
                .map_or_else(|| Rc::new(moment.sides.clone()), |known| known.sides.clone()),
            tray: moment.tray.clone(),
            bus: moment.bus.clone(),
            written: moment.written.clone(),
            own: moment.own.clone(),
        }
    }

    fn moment(self) -> Moment {
        let draft = Draft {
            event: self.event.to_string(),
            pattern: self.pattern.to_string(),
            ..Draft::clone(&self.rest)
        };
        Moment {
            draft: Shared::new(draft),
            sides: Vec::clone(&self.sides),
            tray: self.tray,
            bus: self.bus,
            written: self.written,
            own: self.own,
        }
    }

    /// What it takes up beside its newer neighbour.
    fn bytes(&self, newer: Option<&Self>) -> usize {
        let shares = |same: fn(&Self, &Self) -> bool| newer.is_some_and(|newer| same(self, newer));
        let mut bytes = 0;
        if !shares(|one, other| Rc::ptr_eq(&one.event, &other.event)) {
            bytes += self.event.len();
        }
        if !shares(|one, other| Rc::ptr_eq(&one.pattern, &other.pattern)) {
            bytes += self.pattern.len();
        }
        if !shares(|one, other| Rc::ptr_eq(&one.rest, &other.rest)) {
            bytes += self.rest.targets.iter().map(|target| 400 + target.parameters.len()).sum::<usize>();
            bytes += self.rest.origin.as_ref().map_or(0, |origin| origin.text.len());
        }
        if !shares(|one, other| one.tray == other.tray) {
            bytes += self.tray.as_ref().map_or(0, |tray| tray.bytes());
        }
        if !shares(|one, other| one.bus == other.bus) {
            bytes += self.bus.rules.len() * 200 + self.bus.count() * 100;
        }
        bytes
    }
}
