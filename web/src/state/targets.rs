//! Changes of the list of targets and of one target's input.

use super::change::draft;
use super::model::{Done, InputOption, Model, Side, Way};
use super::moment::Moment;
use super::open::undoable;
use rulepad_workbench::{Draft, Input, Target, TargetKind, sample_target};

/// A new target: blank, or with what its kind begins with.
pub(super) fn add(model: &mut Model, kind: Option<TargetKind>) {
    let target = kind.map(|kind| sample_target(kind, &model.draft.event)).unwrap_or_default();
    let target = Target { id: free_id(&model.draft, &target.id), ..target };
    let key = model.next_number();
    insert(model, model.draft.targets.len(), target, Side::new(key));
}

/// The same target once more, right after itself.
pub(super) fn duplicate(model: &mut Model, place: usize) {
    let (Some(target), Some(side)) = (model.draft.targets.get(place), model.sides.get(place)) else { return };
    let (target, side) = (target.clone(), side.clone());
    let target = Target { id: free_id(&model.draft, &target.id), ..target };
    let key = model.next_number();
    insert(model, place + 1, target, Side { key, ..side });
}

pub(super) fn shift(model: &mut Model, place: usize, way: Way) {
    let count = model.draft.targets.len().min(model.sides.len());
    let other = match way {
        Way::Up => place.checked_sub(1),
        Way::Down => Some(place + 1),
    };
    let Some(other) = other.filter(|other| place.max(*other) < count) else { return };
    model.sides.swap(place, other);
    draft(model, |draft| draft.targets.swap(place, other));
    let chosen = model.look.target;
    choose(
        model,
        if chosen == place {
            other
        } else if chosen == other {
            place
        } else {
            chosen
        },
    );
}

pub(super) fn remove(model: &mut Model, place: usize) {
    if place >= model.draft.targets.len() || place >= model.sides.len() {
        return;
    }
    let before = Moment::of(model);
    model.sides.remove(place);
    let mut removed = None;
    draft(model, |draft| removed = Some(draft.targets.remove(place)));
    if let Some(target) = removed {
        undoable(model, before, Done::Removed(target.id));
    }
    let chosen = model.look.target;
    let gone = chosen > place || chosen >= model.draft.targets.len();
    choose(model, if gone { chosen.saturating_sub(1) } else { chosen });
}

/// Changes the input option; the texts of the one before are kept for its return.
pub(super) fn set_option(model: &mut Model, place: usize, option: InputOption) {
    let Some(target) = model.draft.targets.get(place) else { return };
    if InputOption::of(&target.input) == option {
        return;
    }
    keep_texts(model, place);
    let Some(side) = model.sides.get(place) else { return };
    let input = match option {
        InputOption::MatchedEvent => Input::MatchedEvent,
        InputOption::Path => Input::Path(side.path.clone()),
        InputOption::Constant => Input::Constant(side.constant.clone()),
        InputOption::Transformer => {
            Input::Transformer { paths: side.paths.clone(), template: side.template.clone() }
        }
    };
    put(model, place, input);
}

/// Exchanges the input for one that was found for the same input; the one before can be brought back.
pub(super) fn exchange(model: &mut Model, place: usize, found_in: &Draft, input: Input) {
    let Some(target) = model.draft.targets.get(place) else { return };
    if found_in.targets.get(place).map(|found| &found.input) != Some(&target.input) {
        return;
    }
    let before = Moment::of(model);
    keep_texts(model, place);
    put(model, place, input);
    undoable(model, before, Done::Exchanged);
}

fn keep_texts(model: &mut Model, place: usize) {
    let (Some(target), Some(side)) = (model.draft.targets.get(place), model.sides.get_mut(place)) else {
        return;
    };
    keep(side, &target.input);
}

/// Keeps the texts of an input for the return of its option.
pub(super) fn keep(side: &mut Side, input: &Input) {
    match input {
        Input::MatchedEvent => {}
        Input::Path(path) => side.path.clone_from(path),
        Input::Constant(constant) => side.constant.clone_from(constant),
        Input::Transformer { paths, template } => {
            side.paths.clone_from(paths);
            side.template.clone_from(template);
        }
    }
}

fn put(model: &mut Model, place: usize, input: Input) {
    model.look.reveals.clear();
    model.look.stretch = None;
    draft(model, |draft| {
        if let Some(target) = draft.targets.get_mut(place) {
            target.input = input;
        }
    });
}

/// Puts a target in and chooses it.
pub(super) fn insert(model: &mut Model, place: usize, target: Target, side: Side) {
    let place = place.min(model.draft.targets.len()).min(model.sides.len());
    model.sides.insert(place, side);
    draft(model, |draft| draft.targets.insert(place, target));
    choose(model, place);
}

fn choose(model: &mut Model, place: usize) {
    model.look.reveals.clear();
    model.look.stretch = None;
    model.look.target = place;
}

/// The id itself, or with the next number at its end that no target has.
fn free_id(draft: &Draft, id: &str) -> String {
    let id = if id.is_empty() { "target-1" } else { id };
    let taken = |id: &str| draft.targets.iter().any(|target| target.id == id);
    if !taken(id) {
        return id.to_owned();
    }
    let stem = id.trim_end_matches(|c: char| c.is_ascii_digit());
    let stem = stem.strip_suffix('-').filter(|_| stem.len() < id.len()).unwrap_or(id);
    let mut numbered = (2..=draft.targets.len() + 2).map(|number| format!("{stem}-{number}"));
    numbered.find(|id| !taken(id)).unwrap_or_default()
}
