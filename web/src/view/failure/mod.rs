//! Why a worker does not work, or did not do what it was asked, in words.

mod words_en;
mod words_ko;

use crate::engine::failure::Failure;
use crate::state::requests::NotDone;
use rulepad_workbench::Lang;
use yew::AttrValue;

/// What is said where a worker was stopped, without a full stop.
pub(super) fn stopped(lang: Lang) -> AttrValue {
    match lang {
        Lang::En => AttrValue::Static(words_en::STOPPED),
        Lang::Ko(_) => AttrValue::Static(words_ko::STOPPED),
    }
}

/// Why a worker does not work, without a full stop.
pub(super) fn why(lang: Lang, failure: &Failure) -> AttrValue {
    match lang {
        Lang::En => words_en::why(failure),
        Lang::Ko(_) => words_ko::why(failure),
    }
}

/// Why something was not done, without a full stop.
pub(super) fn not_done(lang: Lang, reason: &NotDone) -> AttrValue {
    match reason {
        NotDone::Refused(reason) => reason.clone().into(),
        NotDone::Stopped => stopped(lang),
    }
}
