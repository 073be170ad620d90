//! What the model needs to know, kind by kind.

use super::Question;
use crate::engine::protocol::QuestionKind;
use crate::state::export::Exchange;
use crate::state::import;
use crate::state::model::{Dialog, Lower, Model, PatternView};
use crate::state::pick;
use crate::state::testing;

/// What is needed of one kind.
pub(super) enum Need {
    /// There is nothing to ask.
    Nothing,
    /// The answer to this.
    Now(Question),
    /// Nobody looks at the answer to this; if it was asked, it may still come.
    Later(Question),
}

/// Every kind that can be in the table.
pub(super) const KINDS: [QuestionKind; 22] = [
    QuestionKind::Evaluation,
    QuestionKind::Making,
    QuestionKind::Comparison,
    QuestionKind::Pasting,
    QuestionKind::Trial,
    QuestionKind::Pick,
    QuestionKind::Condition,
    QuestionKind::Variable,
    QuestionKind::Fixing,
    QuestionKind::Log,
    QuestionKind::Form,
    QuestionKind::Change,
    QuestionKind::Export,
    QuestionKind::TryingOut,
    QuestionKind::Import,
    QuestionKind::Masking,
    QuestionKind::Judging,
    QuestionKind::Scanning,
    QuestionKind::Checking,
    QuestionKind::Exercise,
    QuestionKind::Observing,
    QuestionKind::OpeningTests,
];

/// What the model needs of a kind.
pub(super) fn need(model: &Model, kind: QuestionKind) -> Need {
    match kind {
        QuestionKind::Evaluation => Need::Now(Question::Evaluate { revision: model.revision }),
        // Made without the catalogue, an event would be made of less than is known.
        QuestionKind::Making if model.catalogue.is_reading() => Need::Nothing,
        QuestionKind::Making => now(model.making.clone().map(Question::Make)),
        QuestionKind::Comparison if model.settings.other.trim().is_empty() => Need::Nothing,
        QuestionKind::Comparison => {
            looked_at(model.look.lower == Lower::Compare, Question::Compare(model.settings.other.clone()))
        }
        QuestionKind::Pasting => now(model
            .paste
            .next()
            .map(|source| Question::Read { source: source.number, text: source.text.clone() })),
        QuestionKind::Trial => {
            let tray = model.tray.as_ref().filter(|tray| tray.is_to_be_tried(&model.draft));
            now(tray.cloned().map(Question::Try))
        }
        QuestionKind::Pick => now(model.picking.as_ref().map(|picking| Question::Pick(picking.offset))),
        QuestionKind::Condition | QuestionKind::Variable | QuestionKind::Fixing => asked_once(model, kind),
        QuestionKind::Log => {
            let table = model.draft.table.clone();
            now(table.map(|table| Question::Log(table, model.log.written.clone())))
        }
        QuestionKind::Form => {
            let form = Question::Form(model.catalogue.read().cloned());
            looked_at(model.look.pattern == PatternView::Builder, form)
        }
        QuestionKind::Change => now(model.builder.next_change().cloned().map(Question::Change)),
        QuestionKind::Export => looked_at(model.shows(Exchange::Export), Question::Export(model.look.format)),
        QuestionKind::TryingOut => looked_at(model.shows(Exchange::TryOut), Question::TryOut),
        QuestionKind::Import => match &model.importing.texts {
            Some(texts) => looked_at(model.dialog == Some(Dialog::Import), Question::Import(texts.clone())),
            None => Need::Nothing,
        },
        QuestionKind::Masking => {
            now((model.dialog == Some(Dialog::Share) && model.sharing.masks).then(|| Question::Mask {
                targets: model.sharing.targets,
                events: model.shared_events().cloned(),
            }))
        }
        QuestionKind::Judging => now(testing::wanted_verdicts(model)),
        QuestionKind::Scanning => now(testing::wanted_scan(model)),
        QuestionKind::Checking => now(testing::wanted_outcomes(model)),
        QuestionKind::Exercise => now(testing::wanted_exercise(model)),
        QuestionKind::Observing => now(testing::wanted_observations(model)),
        // Without the catalogue, a sample that the file names would not be known.
        QuestionKind::OpeningTests if model.catalogue.is_reading() => Need::Nothing,
        QuestionKind::OpeningTests => now(import::wanted_tests(model)),
        // The editor asks for completions itself.
        QuestionKind::Completion => Need::Nothing,
    }
}

fn now(question: Option<Question>) -> Need {
    question.map_or(Need::Nothing, Need::Now)
}

fn looked_at(looked_at: bool, question: Question) -> Need {
    if looked_at { Need::Now(question) } else { Need::Later(question) }
}

/// What a person asked once: of texts that changed meanwhile it is asked again where it still has a meaning.
fn asked_once(model: &Model, kind: QuestionKind) -> Need {
    let Some(request) = model.requests.get(kind) else { return Need::Nothing };
    let question = request.question.clone();
    let same = question.reads_the_same(&request.draft, &model.draft);
    let same_event = request.draft.event == model.draft.event;
    let again = match question {
        // The place is one of another event, or of another pattern.
        Question::Condition(_) if !same_event => None,
        Question::SetValue(_) if !same => None,
        Question::Variable { offset, key, .. } if same_event => {
            // Its input may be another one, or the target may be gone.
            pick::taker(model, key).map(|input| Question::Variable { offset, key, input })
        }
        Question::Variable { .. } => None,
        Question::FixOther(ref other) if *other != model.settings.other => None,
        question => Some(question),
    };
    match again {
        Some(question) if request.asks(&question, model) => Need::Later(question),
        // Where the worker does not work, nothing is done that the person may have forgotten.
        Some(question) if !request.has_failed() => Need::Now(question),
        _ => Need::Nothing,
    }
}
