//! Changes of the draft.

use super::field::Field;
use super::model::Model;
use super::shared::Shared;
use rulepad_workbench::{Dialect, Draft, Edit, Location, apply, tidy as tidied};

/// Texts to be put in; what is absent stays as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Load {
    /// The event.
    pub event: Option<String>,
    /// The event pattern.
    pub pattern: Option<String>,
    /// Who reads the pattern.
    pub dialect: Option<Dialect>,
}

/// Changes the draft; one that stays the same is not evaluated again.
pub(super) fn draft(model: &mut Model, change: impl FnOnce(&mut Draft)) {
    let mut draft = Draft::clone(&model.draft);
    change(&mut draft);
    if draft != *model.draft {
        model.draft = Shared::new(draft);
        model.revision = model.revision.wrapping_add(1);
        model.edited = true;
        model.own.touched = true;
    }
}

pub(super) fn set_text(model: &mut Model, field: Field, text: String) {
    draft(model, |draft| {
        if let Some(kept) = field.text_mut(draft) {
            *kept = text;
        }
        // The ARN of a bus says where the rule is now.
        if field == Field::RuleBus && draft.rule.event_bus.starts_with("arn:") {
            draft.rule.location = Location::default();
        }
    });
}

/// Edits count in bytes of the text they were found in, so they are dropped for any other.
pub(super) fn fix(model: &mut Model, field: Field, found_in: &Draft, edits: &[Edit]) {
    let now = field.text(&model.draft);
    if let (Some(now), true) = (now, now == field.text(found_in)) {
        let text = apply(now, edits);
        set_text(model, field, text);
    }
}

pub(super) fn tidy(model: &mut Model, field: Field) {
    if let Some(text) = field.text(&model.draft).and_then(tidied) {
        set_text(model, field, text);
    }
}
