//! Changes that need all of the language: asked of the worker, carried out when it answers.

use super::builder;
use super::change;
use super::field::Field;
use super::log;
use super::model::{Model, Notice};
use super::pick;
use super::reduce::reveal;
use super::shared::Shared;
use crate::engine::protocol::deciding::{Decided, Decision};
use rulepad_workbench::builder::Change;
use rulepad_workbench::catalogue::Catalogue;
use rulepad_workbench::{Draft, Edit, Input, Span, Table, apply};
use std::borrow::Cow;

/// What the worker was asked and has not answered, at most one of each kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk(Vec<Shared<Asked>>);

/// A task on its way to the worker.
#[derive(Debug, PartialEq)]
pub struct Asked {
    /// Tells it apart; a later one has a higher number.
    pub number: u32,
    /// The task.
    pub task: Task,
    /// The draft it was asked for.
    pub(super) draft: Shared<Draft>,
}

/// What is to be decided.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Which value stands at this byte of the event.
    Pick(usize),
    /// How the pattern asks for the value at this byte of the event.
    Condition(usize),
    /// How the event meets the condition that is here in the pattern.
    SetValue(Span),
    /// How a target hands the value at a byte of the event on.
    Variable {
        /// The byte.
        offset: usize,
        /// The target's key.
        key: u32,
        /// The input that takes it.
        input: Input,
    },
    /// What the event or the pattern is without its mistakes.
    Fix(Field),
    /// What this other pattern is without its mistakes.
    FixOther(String),
    /// What a form shows of the pattern, with this catalogue.
    Form(Option<Shared<Catalogue>>),
    /// A change of the form.
    Change(Change),
    /// What a table of these keys holds after these payloads were written down.
    Log(Table, Vec<Shared<String>>),
}

impl Desk {
    /// Whether this task is on its way.
    pub(super) fn has(&self, task: &Task) -> bool {
        self.0.iter().any(|asked| asked.task == *task)
    }

    /// What is on its way, oldest first.
    #[must_use]
    pub fn asked(&self) -> &[Shared<Asked>] {
        &self.0
    }

    /// Forgets the tasks that are no longer wanted.
    pub(super) fn retain(&mut self, wanted: impl Fn(&Task) -> bool) {
        self.0.retain(|asked| wanted(&asked.task));
    }
}

impl Asked {
    /// The task in the worker's words.
    #[must_use]
    pub fn decision(&self) -> Decision<'_> {
        let Draft { event, pattern, dialect, .. } = &*self.draft;
        let (event, pattern, dialect) = (Cow::Borrowed(&**event), Cow::Borrowed(&**pattern), *dialect);
        match &self.task {
            Task::Pick(offset) => Decision::Pick { event, offset: *offset },
            Task::Condition(offset) => Decision::Condition { pattern, dialect, event, offset: *offset },
            Task::SetValue(condition) => {
                Decision::SetValue { pattern, dialect, event, condition: *condition }
            }
            Task::Variable { offset, input, .. } => {
                Decision::Variable { input: Cow::Borrowed(input), event, offset: *offset }
            }
            Task::Fix(Field::Event) => Decision::FixEvent(event),
            Task::Fix(_) => Decision::FixPattern { pattern, dialect },
            Task::FixOther(other) => Decision::FixPattern { pattern: Cow::Borrowed(other), dialect },
            Task::Form(_) => Decision::Form { pattern, dialect, event },
            Task::Change(change) => Decision::Change { pattern, dialect, change: Cow::Borrowed(change) },
            Task::Log(keys, written) => Decision::Log {
                table: Cow::Borrowed(keys),
                payloads: written.iter().map(|payload| Cow::Borrowed(payload.as_str())).collect(),
            },
        }
    }
}

/// Asks, in place of the task of the same kind that is on its way.
pub(super) fn ask(model: &mut Model, task: Task) {
    let asked = Asked { number: model.next_number(), task, draft: model.draft.clone() };
    let kind = asked.decision().kind();
    model.desk.0.retain(|other| other.decision().kind() != kind);
    model.desk.0.push(Shared::new(asked));
}

/// Carries the answer out; what was asked of texts that changed meanwhile is asked of them as they are now.
pub(super) fn decided(model: &mut Model, number: u32, decided: Decided) {
    let Some(place) = model.desk.0.iter().position(|asked| asked.number == number) else { return };
    let asked = model.desk.0.remove(place);
    let same_event = asked.draft.event == model.draft.event;
    let same_pattern =
        asked.draft.pattern == model.draft.pattern && asked.draft.dialect == model.draft.dialect;
    match (asked.task.clone(), decided) {
        (Task::Condition(_) | Task::Variable { .. }, Decided::Nothing(reason)) => {
            pick::say(model, Err(reason));
        }
        (Task::SetValue(_), Decided::Nothing(reason)) => not_set(model, reason),
        (Task::SetValue(_), Decided::ValueSet(edits)) if same_event && same_pattern => match edits {
            Ok(edits) => set_value(model, &edits),
            Err(reason) => not_set(model, reason),
        },
        (Task::Log(keys, written), Decided::Log(log)) => log::read(model, keys, written, Ok(log)),
        (Task::Log(keys, written), Decided::Nothing(reason)) => log::read(model, keys, written, Err(reason)),
        (Task::Form(catalogue), decided @ (Decided::Form(_) | Decided::Nothing(_))) => {
            let built = match decided {
                Decided::Form(built) => *built,
                Decided::Nothing(reason) => builder::nothing(&reason),
                _ => return,
            };
            builder::shown(model, asked.draft.clone(), catalogue, built);
        }
        (Task::Change(change), Decided::Nothing(reason)) => builder::changed(model, change, Err(reason)),
        (_, Decided::Nothing(_)) => {}
        (Task::Change(change), _) if !same_pattern => ask(model, Task::Change(change)),
        (Task::Change(change), Decided::Change(edits)) => builder::changed(model, change, edits),
        // The cursor tells where it is in another event.
        (Task::Pick(_) | Task::Condition(_) | Task::Variable { .. }, _) if !same_event => {}
        (Task::Pick(_), Decided::Picked(picked)) => pick::picked(model, picked),
        (Task::Condition(offset), _) if !same_pattern => ask(model, Task::Condition(offset)),
        (Task::Condition(_), Decided::Condition(change)) => pick::condition(model, change),
        (Task::Variable { key, input, .. }, Decided::Variable(new)) => {
            pick::variable(model, key, &input, new);
        }
        (Task::Fix(Field::Event), _) if !same_event => ask(model, Task::Fix(Field::Event)),
        (Task::Fix(Field::Pattern), _) if !same_pattern => ask(model, Task::Fix(Field::Pattern)),
        (Task::Fix(field), Decided::Fixed(text)) => change::set_text(model, field, text),
        (Task::FixOther(other), Decided::Fixed(text)) if other == model.settings.other => {
            model.settings.other = text;
        }
        _ => {}
    }
}

/// Sets a value of the event and shows it.
fn set_value(model: &mut Model, edits: &[Edit]) {
    let after = apply(&model.draft.event, edits);
    change::set_text(model, Field::Event, after);
    model.look.reveals.clear();
    if let Some(edit) = edits.first().filter(|edit| !edit.text.is_empty()) {
        let start = edit.span.start as usize;
        let lead = edit.text.len() - edit.text.trim_start_matches([',', ' ', '\n', '\r', '\t']).len();
        let shown = Span::new(start + lead, start + edit.text.trim_end().len());
        reveal(model, Field::Event, shown, false);
    }
}

fn not_set(model: &mut Model, reason: String) {
    let notice = Notice::NotSet(reason);
    if !model.notices.contains(&notice) {
        model.notices.push(notice);
    }
}

pub(super) fn fix_all(model: &mut Model, field: Field) {
    if matches!(field, Field::Event | Field::Pattern) {
        ask(model, Task::Fix(field));
    }
}

pub(super) fn fix_other(model: &mut Model) {
    let other = model.settings.other.clone();
    ask(model, Task::FixOther(other));
}

/// The model once the worker has answered all it was asked.
#[cfg(test)]
pub(crate) fn settled(model: &Model) -> Model {
    use crate::engine::protocol::known;
    let mut model = model.clone();
    while let Some(asked) = model.desk.0.first().cloned() {
        if let Task::Form(catalogue) = &asked.task {
            let bundled = rulepad_workbench::catalogue::bundled;
            known::remember(catalogue.as_ref().map(|_| bundled().unwrap()));
        }
        let decided = super::action::Action::Decided(asked.number, Box::new(asked.decision().decide()));
        model = super::reduce::reduce(&model, decided);
    }
    model
}
