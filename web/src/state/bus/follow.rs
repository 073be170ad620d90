//! Events with a test stay loaded, whatever is loaded instead of the others.

use super::super::model::Model;
use super::super::shared::Shared;
use super::super::tray::{Kept, Tray};
use super::act::shown_title;

/// Brings back the events with a test that another text took the place of.
pub(in crate::state) fn follow(model: &mut Model, before: &Model) {
    let (Some(old), true) = (&before.tray, model.own.id == before.own.id) else { return };
    if model.tray.as_ref() == Some(old) || model.bus.tests.is_empty() && model.bus.routes.is_empty() {
        return;
    }
    let tested = model.bus.tested();
    let loaded = model.tray.as_ref().map(|tray| tray.events.as_slice()).unwrap_or_default();
    let is_lost = |kept: &&Kept| tested.contains(&kept.key) && loaded.iter().all(|own| own.key != kept.key);
    let lost: Vec<Kept> = old.events.iter().filter(is_lost).cloned().collect();
    if lost.is_empty() {
        return;
    }
    let count = lost.len();
    let number = model.next_number();
    let tray = match &model.tray {
        Some(tray) => Tray {
            batch: number,
            events: lost.into_iter().chain(tray.events.iter().cloned()).collect(),
            at: count + tray.at,
            tried: None,
            ..Tray::clone(tray)
        },
        None => {
            let text = model.draft.event.clone();
            match lost.iter().position(|kept| *kept.text == *text) {
                Some(at) => Tray::kept_alone(number, lost, at),
                None => {
                    let title = shown_title(&text, model.settings.lang()).into();
                    let shown = Kept { key: model.next_number(), title, text: text.into(), verdict: None };
                    Tray::kept_alone(number, lost.into_iter().chain([shown]).collect(), count)
                }
            }
        }
    };
    model.tray = Some(Shared::new(tray));
}
