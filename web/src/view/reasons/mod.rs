//! Why something did not work, and when something was stored: values of the model that several regions word.
//!
//! The reasons of a verdict are in `why`.

mod words_en;
mod words_ko;

use crate::state::drafts;
use crate::state::fetched::NotFetched;
use crate::state::model::Unread;
use crate::state::record::{Unreadable, When};
use crate::state::refusal::Refusal;
use crate::state::sending::BadAddress;
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A value of the model that has words.
pub(super) trait Words {
    /// Its words.
    fn words(&self, lang: Lang) -> AttrValue;
}

/// The words of each type, in each language, by a function of the type's name.
macro_rules! words {
    ($($type:ty => $function:ident),+ $(,)?) => {$(
        impl Words for $type {
            fn words(&self, lang: Lang) -> AttrValue {
                match lang {
                    Lang::En => words_en::$function(self).into(),
                    Lang::Ko(_) => words_ko::$function(self).into(),
                }
            }
        }
    )+};
}

words! {
    BadAddress => bad_address,
    NotFetched => not_fetched,
    Refusal => refusal,
    Unread => unread,
    Unreadable => unreadable,
    When => when,
    drafts::NotDone => draft_not_done,
}
