//! Why no event can be made, in English.

use crate::witness::NoEvent;
use rulepad_document::{Lang, Words};

/// Why no event can be made for a pattern or a condition, in a sentence.
pub(crate) fn no_event(why: &NoEvent) -> String {
    match why {
        NoEvent::Refused => {
            "AWS refuses this pattern, so no event can be made for it; fix the pattern first.".to_owned()
        }
        NoEvent::Unread(dialect) => {
            format!("no event was found that {} would read as one; there may be one.", dialect.name(Lang::En))
        }
        NoEvent::None(why) => why.words(Lang::En),
    }
}
