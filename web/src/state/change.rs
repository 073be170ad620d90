//! Changes of the draft.

use super::field::Field;
use super::model::{Done, InputOption, Model, Side, Undo};
use super::shared::Shared;
use rulepad_workbench::{
    Dialect, Draft, Edit, Input, Target, apply, mend_event, mend_pattern, tidy as tidied,
};

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
    }
}

pub(super) fn set_text(model: &mut Model, field: Field, text: String) {
    draft(model, |draft| {
        if let Some(kept) = field.text_mut(draft) {
            *kept = text;
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

pub(super) fn mend_all(model: &mut Model, field: Field) {
    let text = match field {
        Field::Event => mend_event(&model.draft.event),
        Field::Pattern => mend_pattern(&model.draft.pattern, model.draft.dialect),
        _ => return,
    };
    set_text(model, field, text);
}

pub(super) fn tidy(model: &mut Model, field: Field) {
    if let Some(text) = field.text(&model.draft).and_then(tidied) {
        set_text(model, field, text);
    }
}

pub(super) fn add_target(model: &mut Model) {
    let taken = |id: &str| model.draft.targets.iter().any(|target| target.id == id);
    let id = (1..=model.draft.targets.len() + 1)
        .map(|number| format!("target-{number}"))
        .find(|id| !taken(id))
        .unwrap_or_default();
    let key = model.next_number();
    draft(model, |draft| draft.targets.push(Target { id, ..Target::default() }));
    model.sides.push(Side::new(key));
    model.look.reveals.clear();
    model.look.target = model.draft.targets.len() - 1;
}

pub(super) fn remove_target(model: &mut Model, place: usize) {
    if place >= model.draft.targets.len() || place >= model.sides.len() {
        return;
    }
    let side = model.sides.remove(place);
    let mut removed = None;
    draft(model, |draft| removed = Some(draft.targets.remove(place)));
    if let Some(target) = removed {
        let number = model.next_number();
        model.undos.push(Undo { number, done: Done::Removed { place, target, side } });
    }
    model.look.reveals.clear();
    if model.look.target > place || model.look.target >= model.draft.targets.len() {
        model.look.target = model.look.target.saturating_sub(1);
    }
}

/// Changes the input option; the texts of the one before are kept for its return.
pub(super) fn set_option(model: &mut Model, place: usize, option: InputOption) {
    let (Some(target), Some(side)) = (model.draft.targets.get(place), model.sides.get_mut(place)) else {
        return;
    };
    if InputOption::of(&target.input) == option {
        return;
    }
    match &target.input {
        Input::MatchedEvent => {}
        Input::Path(path) => side.path.clone_from(path),
        Input::Constant(constant) => side.constant.clone_from(constant),
        Input::Transformer { paths, template } => {
            side.paths.clone_from(paths);
            side.template.clone_from(template);
        }
    }
    let input = match option {
        InputOption::MatchedEvent => Input::MatchedEvent,
        InputOption::Path => Input::Path(side.path.clone()),
        InputOption::Constant => Input::Constant(side.constant.clone()),
        InputOption::Transformer => {
            Input::Transformer { paths: side.paths.clone(), template: side.template.clone() }
        }
    };
    model.look.reveals.clear();
    draft(model, |draft| {
        if let Some(target) = draft.targets.get_mut(place) {
            target.input = input;
        }
    });
}
