//! The comparison with another pattern: asked while it is looked at, answered by the worker.

use super::model::{Engine, Lower, Model};
use super::shared::Shared;
use rulepad_workbench::{ComparisonReport, Dialect};

/// What is known of the comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// What the worker was asked last.
    pub asked: Option<Shared<Pair>>,
    /// The last answer.
    pub answer: Option<Shared<Compared>>,
    /// What the worker is doing.
    pub engine: Engine,
}

/// Two patterns to compare.
#[derive(Debug, PartialEq)]
pub struct Pair {
    /// Tells it apart.
    pub number: u32,
    /// The pattern at hand.
    pub pattern: String,
    /// The other one.
    pub other: String,
    /// Who reads both.
    pub dialect: Dialect,
}

/// An answer with its question.
#[derive(Debug, PartialEq)]
pub struct Compared {
    /// The question.
    pub pair: Shared<Pair>,
    /// The answer.
    pub report: ComparisonReport,
}

impl Comparison {
    /// Whether the answer is that to the last question.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.answer.as_ref().map(|answer| &answer.pair) == self.asked.as_ref()
    }
}

/// Asks anew where either pattern changed while the comparison is looked at. Without another pattern there is
/// nothing to ask.
pub(super) fn follow(model: &mut Model) {
    if model.look.lower != Lower::Compare {
        return;
    }
    let (draft, other) = (&model.draft, &model.settings.other);
    if other.trim().is_empty() {
        model.comparison = Comparison::default();
        return;
    }
    let same = model.comparison.asked.as_ref().is_some_and(|asked| {
        asked.pattern == draft.pattern && asked.other == *other && asked.dialect == draft.dialect
    });
    if !same {
        ask(model);
    }
}

/// Asks once more.
pub(super) fn ask(model: &mut Model) {
    let pair = Pair {
        number: model.next_number(),
        pattern: model.draft.pattern.clone(),
        other: model.settings.other.clone(),
        dialect: model.draft.dialect,
    };
    model.comparison.asked = Some(Shared::new(pair));
    model.comparison.engine = Engine::Working;
}

/// What the worker says of the question of this number; of any other it is old.
pub(super) fn told(model: &mut Model, number: u32, told: Result<ComparisonReport, Engine>) {
    let Some(pair) = model.comparison.asked.clone().filter(|asked| asked.number == number) else { return };
    match told {
        Ok(report) => {
            model.comparison.answer = Some(Shared::new(Compared { pair, report }));
            model.comparison.engine = Engine::Working;
        }
        Err(engine) => model.comparison.engine = engine,
    }
}
