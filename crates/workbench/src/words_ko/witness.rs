//! Why no event can be made, in Korean.

use crate::witness::NoEvent;
use rulepad_document::{Lang, Words};

/// Why no event can be made for a pattern or a condition, in a sentence.
pub(crate) fn no_event(why: &NoEvent) -> String {
    match why {
        NoEvent::Refused => {
            "AWS가 거부하는 패턴이라 이벤트를 만들 수 없습니다. 먼저 패턴을 고치세요.".to_owned()
        }
        NoEvent::Unread(dialect) => format!(
            "{}에서 이벤트 하나로 읽을 수 있는 이벤트를 찾지 못했습니다. 그런 이벤트가 있을 수도 있습니다.",
            dialect.name(Lang::KO)
        ),
        NoEvent::None(why) => why.words(Lang::KO),
    }
}
