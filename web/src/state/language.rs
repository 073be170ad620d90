//! Another language: what was worded in the one before is asked again, or let go.

use super::finder;
use super::making::NotMade;
use super::model::{Model, Notice};
use super::requests::NotDone;
use rulepad_workbench::Lang;

/// The page speaks this language from now on. What is asked as long as it is shown is asked again by itself; what was
/// said once, in the workbench's words, goes.
pub(super) fn set(model: &mut Model, lang: Lang) {
    let before = model.settings.lang();
    model.settings.chosen_lang = Some(lang);
    if lang == before {
        return;
    }
    if let Some(picking) = &mut model.picking {
        picking.said = None;
    }
    model.builder.forget_refusal();
    model.sending.outcome = None;
    model.notices.retain(|notice| {
        !matches!(notice, Notice::NotMade(NotMade::Refused(_)) | Notice::NotSet(NotDone::Refused(_)))
    });
    finder::search(model);
}
