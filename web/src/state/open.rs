//! Whole drafts: opened in place of the one at hand, and brought back.

use super::change::{self, Load};
use super::field::Field;
use super::log;
use super::model::{Done, Look, Model, Notice, Opened, Region, Settings, Undo, sides};
use super::shared::Shared;
use super::targets;
use rulepad_workbench::Draft;
use rulepad_workbench::share::BadLink;

/// Opens a draft; the one before can be brought back.
pub(super) fn open(model: &mut Model, draft: Shared<Draft>, what: Opened) {
    let (before, tray) = (model.draft.clone(), model.tray.take());
    let fresh = sides(&draft, model.number);
    model.number += u32::try_from(fresh.len()).unwrap_or(0);
    let old = std::mem::replace(&mut model.sides, fresh);
    // A link is kept in the address until it is changed; an example is the person's own from the start.
    let edited = matches!(what, Opened::Example(_) | Opened::Made(_) | Opened::Imported { .. });
    replace(model, draft, edited);
    // A removed target belongs to the draft that is gone, and one draft back is enough.
    model.undos.clear();
    let number = model.next_number();
    model.undos.push(Undo { number, done: Done::Opened { what, before, sides: old, tray } });
}

/// Puts texts in place of those at hand; rule and targets stay.
pub(super) fn load(model: &mut Model, load: Load, what: Opened) {
    let (before, sides, tray) = (model.draft.clone(), model.sides.clone(), model.tray.clone());
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
    if before != model.draft {
        model.undos.clear();
        let number = model.next_number();
        model.undos.push(Undo { number, done: Done::Opened { what, before, sides, tray } });
    }
}

/// Takes back what was done under this number.
pub(super) fn undo(model: &mut Model, number: u32) {
    let Some(at) = model.undos.iter().position(|undo| undo.number == number) else { return };
    match model.undos.remove(at).done {
        Done::Opened { before, sides, tray, .. } => {
            (model.sides, model.tray) = (sides, tray);
            // What was done to the other draft is gone with it.
            model.undos.clear();
            replace(model, before, true);
        }
        Done::Removed { place, target, side } => {
            targets::insert(model, place, *target, side);
        }
        // What was typed since stays.
        Done::Asked { before, after } if model.draft.pattern == after => {
            change::set_text(model, Field::Pattern, before);
        }
        Done::Asked { .. } => {}
        Done::Struck(before) => log::bring_back(model, before),
        Done::Exchanged { key, input } => targets::bring_back(model, key, input),
    }
}

fn replace(model: &mut Model, draft: Shared<Draft>, edited: bool) {
    model.draft = draft;
    model.revision = model.revision.wrapping_add(1);
    model.edited = edited;
    // What was explained belongs to the other draft.
    model.explained = None;
    model.look = Look { target: 0, pointed: None, focused: None, reveals: Vec::new(), ..model.look.clone() };
}

impl Model {
    /// The first screen: a link that can be opened, else what was kept, else the seed.
    ///
    /// What was kept can be brought back after a link, and is untouched by one that cannot be opened.
    #[must_use]
    pub fn first(
        settings: Settings,
        link: Option<Result<Draft, BadLink>>,
        kept: Option<Draft>,
        seed: impl FnOnce() -> Draft,
    ) -> Self {
        match (link, kept) {
            (Some(Ok(draft)), Some(kept)) if kept != draft => {
                let mut model = Self::new(kept, settings);
                open(&mut model, Shared::new(draft), Opened::Link);
                model
            }
            (Some(Ok(draft)), _) => Self::new(draft, settings),
            (link, kept) => {
                let mut model = Self::new(kept.unwrap_or_else(seed), settings);
                if let Some(Err(bad)) = link {
                    model.notices.push(Notice::BadLink(bad.to_string()));
                }
                model
            }
        }
    }
}
