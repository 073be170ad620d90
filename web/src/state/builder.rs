//! The pattern as a form: changes carried out on its JSON, and taken back.

use super::change;
use super::desk::{self, Task};
use super::field::Field;
use super::model::{Model, PatternView};
use super::shared::Shared;
use rulepad_workbench::builder::{Built, Change, Comparison, Matcher, text_of};
use rulepad_workbench::catalogue::Catalogue;
use rulepad_workbench::{Draft, Edit, apply};
use std::{collections::VecDeque, rc::Rc};

/// What the form knows beside the pattern itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Builder {
    /// The last change, when it could not be carried out.
    pub refused: Option<Refused>,
    /// The form, of the pattern as it is or as it was a moment ago.
    pub form: Option<Shared<Form>>,
    /// Changes that wait for the one that the worker is at.
    waiting: VecDeque<Change>,
    steps: Vec<Step>,
}

/// A pattern as a form, with what it was made of.
#[derive(Debug, PartialEq)]
pub struct Form {
    draft: Shared<Draft>,
    catalogue: Option<Shared<Catalogue>>,
    /// The form.
    pub built: Rc<Built>,
}

/// A change that was not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The field it was about.
    pub field: String,
    /// Why, in a sentence without a full stop.
    pub reason: String,
}

/// A change that was carried out.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    before: String,
    after: String,
    change: Change,
}

/// More steps back are forgotten.
const MOST_STEPS: usize = 100;

impl Builder {
    /// Whether the last change can be taken back: not when the pattern was changed in another way since.
    #[must_use]
    pub fn can_undo(&self, pattern: &str) -> bool {
        self.steps.last().is_some_and(|step| step.after == pattern)
    }
}

/// Carries changes out one after the other, each on the pattern that the one before left.
pub(super) fn carry_out(model: &mut Model, change: Change) {
    model.builder.waiting.push_back(change);
    go_on(model);
}

fn go_on(model: &mut Model) {
    let busy = model.desk.asked().iter().any(|asked| matches!(asked.task, Task::Change(_)));
    if !busy && let Some(change) = model.builder.waiting.pop_front() {
        desk::ask(model, Task::Change(change));
    }
}

/// The worker found the edits of the pattern as it is now, or why there are none.
pub(super) fn changed(model: &mut Model, change: Change, edits: Result<Vec<Edit>, String>) {
    let pattern = &model.draft.pattern;
    match edits {
        Ok(edits) => {
            model.builder.refused = None;
            let after = apply(pattern, &edits);
            if after != *pattern {
                remember(&mut model.builder, Step { before: pattern.clone(), after: after.clone(), change });
                change::set_text(model, Field::Pattern, after);
            }
        }
        Err(reason) => {
            model.builder.refused = Some(Refused { field: field_of(&change).to_owned(), reason });
        }
    }
    go_on(model);
}

/// Has the form made anew while it is looked at, where what it is made of changed. The last one stays meanwhile.
pub(super) fn follow(model: &mut Model) {
    if model.look.pattern != PatternView::Builder {
        return model.desk.retain(|task| !matches!(task, Task::Form(_)));
    }
    let now = (&model.draft, model.catalogue.read().cloned());
    let same = |draft: &Draft, catalogue: &Option<Shared<Catalogue>>| {
        *catalogue == now.1
            && draft.dialect == now.0.dialect
            && draft.pattern == now.0.pattern
            && draft.event == now.0.event
    };
    if model.builder.form.as_ref().is_some_and(|form| same(&form.draft, &form.catalogue)) {
        return model.desk.retain(|task| !matches!(task, Task::Form(_)));
    }
    let asked = model
        .desk
        .asked()
        .iter()
        .any(|asked| matches!(&asked.task, Task::Form(catalogue) if same(&asked.draft, catalogue)));
    if !asked {
        desk::ask(model, Task::Form(now.1));
    }
}

/// The worker made the form.
pub(super) fn shown(
    model: &mut Model,
    draft: Shared<Draft>,
    catalogue: Option<Shared<Catalogue>>,
    built: Built,
) {
    model.builder.form = Some(Shared::new(Form { draft, catalogue, built: Rc::new(built) }));
}

/// What is shown in a form's place when none was made.
pub(super) fn nothing(reason: &str) -> Built {
    Built { problem: Some(format!("The form cannot be shown: {reason}.")), ..Built::default() }
}

pub(super) fn undo(model: &mut Model) {
    model.builder.refused = None;
    if model.builder.can_undo(&model.draft.pattern)
        && let Some(step) = model.builder.steps.pop()
    {
        change::set_text(model, Field::Pattern, step.before);
    }
}

/// What is typed into one matcher letter by letter is one step.
fn remember(builder: &mut Builder, step: Step) {
    if !builder.can_undo(&step.before) {
        builder.steps.clear();
    }
    match builder.steps.last_mut() {
        Some(last) if same_matcher(&last.change, &step.change) => last.after = step.after,
        _ => builder.steps.push(step),
    }
    if builder.steps.len() > MOST_STEPS {
        builder.steps.remove(0);
    }
}

fn same_matcher(one: &Change, other: &Change) -> bool {
    match (one, other) {
        (
            Change::SetMatcher { field, at, matcher },
            Change::SetMatcher { field: other_field, at: other_at, matcher: other },
        ) => field == other_field && at == other_at && same_but_typed(matcher, other),
        _ => false,
    }
}

/// Whether two matchers differ in nothing but what is typed: not in what is chosen from a list.
fn same_but_typed(one: &Matcher, other: &Matcher) -> bool {
    let signs = |list: &[Comparison]| list.iter().map(|one| one.sign.clone()).collect::<Vec<_>>();
    match (one, other) {
        (Matcher::Value(one), Matcher::Value(other)) => text_of(one).is_some() && text_of(other).is_some(),
        (Matcher::Text(one, _), Matcher::Text(other, _)) => one == other,
        (Matcher::AnythingBut(_), Matcher::AnythingBut(_)) => true,
        (Matcher::Numeric(one), Matcher::Numeric(other)) => signs(one) == signs(other),
        _ => false,
    }
}

fn field_of(change: &Change) -> &str {
    match change {
        Change::Only { field, .. }
        | Change::Toggle { field, .. }
        | Change::AddMatcher { field, .. }
        | Change::SetMatcher { field, .. }
        | Change::RemoveMatcher { field, .. }
        | Change::AddField(field)
        | Change::RemoveField(field) => field,
    }
}
