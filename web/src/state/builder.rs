//! The pattern as a form: changes carried out on its JSON, and taken back.

use super::change;
use super::field::Field;
use super::model::Model;
use rulepad_workbench::apply;
use rulepad_workbench::builder::{Change, Comparison, Matcher, build, text_of};

/// What the form knows beside the pattern itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Builder {
    /// The last change, when it could not be carried out.
    pub refused: Option<Refused>,
    steps: Vec<Step>,
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

pub(super) fn carry_out(model: &mut Model, change: Change) {
    let pattern = &model.draft.pattern;
    match build(pattern, model.draft.dialect, &change) {
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
