//! The pattern as a form: changes carried out on its JSON, and taken back.

use super::change;
use super::field::Field;
use super::model::Model;
use super::requests::NotDone;
use super::shared::Shared;
use rulepad_workbench::builder::{Built, Change, Comparison, Matcher, text_of};
use rulepad_workbench::{Edit, apply};
use std::{collections::VecDeque, rc::Rc};

/// What the form knows beside the pattern itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Builder {
    /// The last change, when it could not be carried out.
    pub refused: Option<Refused>,
    /// The form, of the pattern as it is or as it was a moment ago.
    pub form: Option<Shared<Form>>,
    /// Changes to carry out; the worker is at the first.
    waiting: VecDeque<Change>,
    steps: Vec<BuilderStep>,
}

/// A pattern as a form.
#[derive(Debug, PartialEq)]
pub struct Form {
    /// The form; `None` where making it took too long.
    pub built: Option<Rc<Built>>,
}

/// A change that was not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The field it was about.
    pub field: String,
    /// Why.
    pub reason: NotDone,
}

/// A change that was carried out.
#[derive(Clone, Debug, PartialEq)]
struct BuilderStep {
    before: String,
    after: String,
    change: Change,
}

/// More steps back are forgotten.
const MOST_STEPS: usize = 100;

impl Builder {
    /// What was refused is no longer said.
    pub(super) fn forget_refusal(&mut self) {
        self.refused = None;
    }

    /// Whether the last change can be taken back: not when the pattern was changed in another way since.
    #[must_use]
    pub fn can_undo(&self, pattern: &str) -> bool {
        self.steps.last().is_some_and(|step| step.after == pattern)
    }

    /// The change to carry out next.
    pub(super) fn next_change(&self) -> Option<&Change> {
        self.waiting.front()
    }
}

/// Carries changes out one after the other, each on the pattern that the one before left.
pub(super) fn carry_out(model: &mut Model, change: Change) {
    model.builder.waiting.push_back(change);
}

/// The worker found the edits of the pattern as it is now, or why there are none.
pub(super) fn changed(model: &mut Model, change: Change, edits: Result<Vec<Edit>, NotDone>) {
    model.builder.waiting.pop_front();
    let pattern = &model.draft.pattern;
    match edits {
        Ok(edits) => {
            model.builder.refused = None;
            let after = apply(pattern, &edits);
            if after != *pattern {
                remember(
                    &mut model.builder,
                    BuilderStep { before: pattern.clone(), after: after.clone(), change },
                );
                change::set_text(model, Field::Pattern, after);
            }
        }
        Err(reason) => {
            model.builder.refused = Some(Refused { field: field_of(&change).to_owned(), reason });
        }
    }
}

/// The worker made the form.
pub(super) fn shown(model: &mut Model, built: Built) {
    model.builder.form = Some(Shared::new(Form { built: Some(Rc::new(built)) }));
}

/// Making the form took too long.
pub(super) fn not_shown(model: &mut Model) {
    model.builder.form = Some(Shared::new(Form { built: None }));
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
fn remember(builder: &mut Builder, step: BuilderStep) {
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
