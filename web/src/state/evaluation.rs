//! The verdict: when an answer of the evaluation counts.

use super::model::{Answer, Model};
use super::shared::Shared;
use super::tray;
use rulepad_workbench::{Report, Verdict};

/// The worker evaluated the draft as it is now.
pub(super) fn answered(model: &mut Model, report: Shared<Report>) {
    let answer = Shared::new(Answer { draft: model.draft.clone(), report });
    let refuses = matches!(answer.report.verdict, Verdict::PatternError | Verdict::EventError);
    if refuses && model.typing && model.answer.is_some() {
        // Half a word is often an error that the next key ends.
        model.unsettled = Some(answer);
    } else {
        settle(model, answer);
    }
}

/// Nothing was typed for a moment since the draft of this revision.
pub(super) fn pause(model: &mut Model, revision: u32) {
    if revision == model.revision
        && let Some(answer) = model.unsettled.take()
    {
        settle(model, answer);
    }
}

/// The answer counts.
fn settle(model: &mut Model, answer: Shared<Answer>) {
    if !answer.report.why.is_empty() {
        model.explained = Some(answer.clone());
    }
    tray::answered(model, answer.report.verdict);
    model.unsettled = None;
    model.answer = Some(answer);
}
