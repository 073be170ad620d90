//! The value at the cursor of the event, and what is made of it.

use super::change;
use super::field::Field;
use super::model::{Done, Model, Notice, Side};
use super::moment::Moment;
use super::open::undoable;
use super::reduce::reveal;
use super::requests::{self, NotDone, Question};
use super::shared::Shared;
use super::targets;
use rulepad_workbench::pick::{Condition, NewVariable, Picked};
use rulepad_workbench::{Dialect, Edit, Input, Span, apply};

/// What is done with the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickAction {
    /// The event pattern is to ask for it.
    Condition,
    /// The chosen target is to have a variable that holds it.
    Variable,
}

/// The value at the cursor, kept while the focus is elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Picking {
    /// The cursor, in bytes of the event.
    pub offset: usize,
    /// The value there, or the one before while the worker looks; `None` before the first.
    pub picked: Option<Shared<Picked>>,
    /// What was last done with it, as the workbench words it, or why it was not.
    pub said: Option<Result<String, NotPicked>>,
}

/// Why nothing was done with the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotPicked {
    /// The worker did not do it.
    NotDone(NotDone),
    /// No target takes it.
    NoTarget(NoTarget),
}

impl From<NotDone> for NotPicked {
    fn from(reason: NotDone) -> Self {
        Self::NotDone(reason)
    }
}

/// Why no target takes a variable, whatever the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTarget {
    /// The pattern is not one of a rule.
    NotARule,
    /// The rule has no target yet.
    None,
}

/// The id of the target that takes a variable now.
///
/// # Errors
/// Why none does, whatever the value.
pub fn variable_of(model: &Model) -> Result<&str, NoTarget> {
    if model.draft.dialect != Dialect::Rule {
        return Err(NoTarget::NotARule);
    }
    let target = model.draft.targets.get(model.look.target);
    target.map(|target| target.id.as_str()).ok_or(NoTarget::None)
}

/// The cursor came to a place of the event.
pub(super) fn follow_cursor(model: &mut Model, offset: usize) {
    if model.picking.as_ref().is_some_and(|picking| picking.offset == offset) {
        return;
    }
    look(model, offset);
}

/// The event may be another one now.
pub(super) fn follow_event(model: &mut Model, before: &str, typed: bool) {
    if model.draft.event != before {
        match model.picking.as_ref().map(|picking| picking.offset).filter(|_| typed) {
            Some(offset) => look(model, offset),
            None => model.picking = None,
        }
    }
}

/// The value before stays until the worker has looked.
fn look(model: &mut Model, offset: usize) {
    let picked = model.picking.take().and_then(|picking| picking.picked);
    model.picking = Some(Picking { offset, picked, said: None });
}

/// The worker looked.
pub(super) fn picked(model: &mut Model, picked: Option<Picked>) {
    model.picking = match (model.picking.take(), picked) {
        (Some(picking), Some(picked)) => Some(Picking { picked: Some(Shared::new(picked)), ..picking }),
        _ => None,
    };
}

/// Asks for what is to be done.
pub(super) fn act(model: &mut Model, action: PickAction) {
    let Some(offset) = model.picking.as_ref().map(|picking| picking.offset) else { return };
    match action {
        PickAction::Condition => requests::ask(model, Question::Condition(offset)),
        PickAction::Variable => match chosen(model) {
            Ok((key, input)) => requests::ask(model, Question::Variable { offset, key, input }),
            Err(reason) => say(model, Err(NotPicked::NoTarget(reason))),
        },
    }
}

/// Says what was done with the value, or why it was not.
pub(super) fn say(model: &mut Model, done: Result<String, NotPicked>) {
    if let Some(picking) = &mut model.picking {
        picking.said = Some(done);
    }
}

/// Carries out the change of the pattern as it is now.
pub(super) fn condition(model: &mut Model, change: Result<Condition, String>) {
    let change = match change {
        Ok(change) => change,
        Err(reason) => return say(model, Err(NotDone::Refused(reason).into())),
    };
    let before = Moment::of(model);
    let after = apply(&model.draft.pattern, &change.edits);
    if after != model.draft.pattern {
        change::set_text(model, Field::Pattern, after);
        model.look.reveals.clear();
        if let Some(edit) = change.edits.first() {
            reveal(model, Field::Pattern, written(edit), false);
        }
        undoable(model, before, Done::Asked);
    }
    say(model, Ok(change.said));
}

/// Sets a value of the event and shows it.
pub(super) fn set_value(model: &mut Model, edits: Result<Vec<Edit>, String>) {
    let edits = match edits {
        Ok(edits) => edits,
        Err(reason) => return not_set(model, NotDone::Refused(reason)),
    };
    let after = apply(&model.draft.event, &edits);
    change::set_text(model, Field::Event, after);
    model.look.reveals.clear();
    if let Some(edit) = edits.first().filter(|edit| !edit.text.is_empty()) {
        reveal(model, Field::Event, written(edit), false);
    }
}

pub(super) fn not_set(model: &mut Model, reason: NotDone) {
    let notice = Notice::NotSet(reason);
    if !model.notices.contains(&notice) {
        model.notices.push(notice);
    }
}

/// Where the text that an edit writes is, without what separates it from its neighbours.
fn written(edit: &Edit) -> Span {
    let start = edit.span.start as usize;
    let lead = edit.text.len() - edit.text.trim_start_matches([',', ' ', '\n', '\r', '\t']).len();
    Span::new(start + lead, start + edit.text.trim_end().len())
}

/// Gives the target of this key the new input.
pub(super) fn variable(model: &mut Model, key: u32, new: Result<NewVariable, String>) {
    let new = match new {
        Ok(new) => new,
        Err(reason) => return say(model, Err(NotDone::Refused(reason).into())),
    };
    let Some(place) = model.sides.iter().position(|side| side.key == key) else { return };
    let Some(target) = model.draft.targets.get(place) else { return };
    if new.input != target.input {
        let draft = model.draft.clone();
        targets::exchange(model, place, &draft, new.input);
    }
    say(model, Ok(new.said));
}

/// The key of the chosen target, and its input that takes a value.
fn chosen(model: &Model) -> Result<(u32, Input), NoTarget> {
    variable_of(model)?;
    let place = model.look.target;
    let chosen = model.draft.targets.get(place).zip(model.sides.get(place));
    let (target, side) = chosen.ok_or(NoTarget::None)?;
    Ok((side.key, base(&target.input, Some(side))))
}

/// The input of the target of this key that takes a value; `None` where the target is gone.
pub(super) fn taker(model: &Model, key: u32) -> Option<Input> {
    let place = model.sides.iter().position(|side| side.key == key)?;
    Some(base(&model.draft.targets.get(place)?.input, model.sides.get(place)))
}

/// The input that takes one more value: a transformer that the person wrote and left comes back.
fn base(input: &Input, side: Option<&Side>) -> Input {
    let fresh = Side::new(0);
    match (input, side) {
        (Input::MatchedEvent | Input::Path(_), Some(side))
            if (&side.paths, &side.template) != (&fresh.paths, &fresh.template) =>
        {
            Input::Transformer { paths: side.paths.clone(), template: side.template.clone() }
        }
        _ => input.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::action::Action;
    use super::super::model::{Pointed, Region, Settings};
    use super::super::reduce::reduce;
    use super::*;
    use crate::state::requests::test_support::settled;
    use rulepad_workbench::{Draft, Target};

    const EVENT: &str = r#"{"source": "aws.s3", "detail": {"size": 1.50, "Subnet ID": "x"}}"#;

    fn model(input: Input) -> Model {
        let draft = Draft {
            event: EVENT.into(),
            pattern: r#"{"source": ["aws.s3"]}"#.into(),
            targets: vec![Target { id: "t".into(), input, ..Target::default() }],
            ..Draft::default()
        };
        Model::new(draft, Settings::default())
    }

    fn at(model: &Model, of: &str) -> Model {
        let offset = EVENT.find(of).unwrap();
        after(model, Action::Focus(Region::Event, Some(Pointed::Event(offset))))
    }

    /// The model after an action, and after what the worker decided.
    fn after(model: &Model, action: Action) -> Model {
        settled(&reduce(model, action))
    }

    fn said(model: &Model) -> Result<String, NotPicked> {
        model.picking.clone().unwrap().said.unwrap()
    }

    #[test]
    fn a_value_becomes_a_condition_and_goes_back() {
        let model = at(&model(Input::MatchedEvent), "1.50");
        assert_eq!(model.picking.clone().unwrap().picked.unwrap().path.as_deref(), Some("$.detail.size"));
        let left = reduce(&model, Action::Focus(Region::Event, None));
        assert_eq!(left.picking, model.picking, "kept for the button that took the focus");
        let asked = after(&left, Action::Pick(PickAction::Condition));
        assert_eq!(asked.draft.pattern, r#"{"source": ["aws.s3"], "detail": {"size": [1.50]}}"#);
        assert_eq!(said(&asked), Ok("The pattern asks for `detail.size` now.".into()));
        let shown = asked.reveal(Field::Pattern).unwrap().span;
        assert_eq!(shown.of(&asked.draft.pattern), r#""detail": {"size": [1.50]}"#);
        let number = asked.undos.last().unwrap().number;
        assert_eq!(reduce(&asked, Action::Undo(number)).draft.pattern, model.draft.pattern);
        let typed = reduce(&asked, Action::Type(Field::Pattern, "{}".into()));
        assert_eq!(reduce(&typed, Action::Undo(number)).draft.pattern, "{}", "what was typed since stays");
        let twice = after(&asked, Action::Pick(PickAction::Condition));
        assert_eq!((twice.undos.len(), twice.revision), (1, asked.revision));
    }

    #[test]
    fn a_value_becomes_a_variable_of_the_chosen_target() {
        let model = at(&model(Input::Path("$.detail".into())), "1.50");
        let made = after(&model, Action::Pick(PickAction::Variable));
        let Input::Transformer { paths, template } = &made.draft.targets[0].input else { panic!() };
        assert_eq!(template, "{\n  \"size\": <size>\n}");
        assert!(paths.contains("$.detail.size"));
        assert_eq!(made.sides[0].path, "$.detail", "the path is kept for its return");
        let number = made.undos.last().unwrap().number;
        let back = reduce(&made, Action::Undo(number));
        assert_eq!(back.draft.targets[0].input, Input::Path("$.detail".into()));
        let again = after(&at(&back, "aws.s3"), Action::Pick(PickAction::Variable));
        let Input::Transformer { template, .. } = &again.draft.targets[0].input else { panic!() };
        assert_eq!(template, "{\n  \"size\": <size>,\n  \"source\": <source>\n}", "its own texts come back");
    }

    #[test]
    fn what_cannot_be_done_is_said() {
        let model = at(&model(Input::MatchedEvent), "Subnet");
        let said = said(&after(&model, Action::Pick(PickAction::Variable)));
        assert!(
            matches!(&said, Err(NotPicked::NotDone(NotDone::Refused(text))) if text.starts_with("a path names")),
            "{said:?}"
        );
        let without = reduce(&model, Action::RemoveTarget(0));
        assert_eq!(variable_of(&without), Err(NoTarget::None));
        let pipes = reduce(&model, Action::SetDialect(Dialect::Pipes));
        assert_eq!(variable_of(&pipes), Err(NoTarget::NotARule));
    }

    #[test]
    fn the_value_follows_the_event() {
        let model = at(&model(Input::MatchedEvent), "1.50");
        let text = EVENT.replace("1.50", "2.50");
        let typed = after(&model, Action::Type(Field::Event, text));
        assert_eq!(typed.picking.unwrap().picked.unwrap().value, "2.50");
        let fixed = reduce(&model, Action::Tidy(Field::Event));
        assert_eq!(fixed.picking, None, "the cursor tells where it is in another text");
    }
}
