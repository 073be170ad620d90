//! How two patterns relate, in Korean.

use crate::words::{Refused, Shows};
use rulepad_pattern::compare::Relation;

/// Headline and sentence where AWS refuses a pattern.
pub(crate) fn not_compared(which: Refused) -> (&'static str, &'static str) {
    let sentence = match which {
        Refused::Both => "AWS가 두 패턴을 모두 거부합니다. 먼저 두 패턴을 고치세요.",
        Refused::This => "AWS가 이 패턴을 거부합니다. 먼저 이 패턴을 고치세요.",
        Refused::Other => "AWS가 비교할 패턴을 거부합니다. 먼저 비교할 패턴을 고치세요.",
    };
    ("비교하지 못했습니다", sentence)
}

/// Headline and sentence of a relation; `in_list` where both match an event with a list of values.
pub(crate) fn relation(relation: Relation, in_list: bool) -> (&'static str, &'static str) {
    match relation {
        Relation::Same => ("두 패턴이 같습니다", "두 패턴은 같은 이벤트와 일치합니다."),
        Relation::Wider => (
            "이 패턴이 더 넓습니다",
            "이 패턴은 비교할 패턴과 일치하는 모든 이벤트, 그리고 그 외의 이벤트와도 일치합니다.",
        ),
        Relation::Narrower => (
            "이 패턴이 더 좁습니다",
            "비교할 패턴은 이 패턴과 일치하는 모든 이벤트, 그리고 그 외의 이벤트와도 일치합니다.",
        ),
        Relation::Overlapping => (
            "일부만 겹칩니다",
            "두 패턴 모두와 일치하는 이벤트도 있고, 한쪽 패턴과만 일치하는 이벤트도 양쪽에 다 있습니다.",
        ),
        Relation::Disjoint if in_list => (
            "거의 겹치지 않습니다",
            "두 패턴 모두와 일치하는 이벤트는 필드의 배열에 각 패턴의 값이 모두 들어 있는 경우뿐입니다.",
        ),
        Relation::Disjoint => ("겹치지 않습니다", "두 패턴 모두와 일치하는 이벤트는 없습니다."),
        Relation::Unknown => (
            "알 수 없습니다",
            "두 패턴의 비교에 필요한 계산이 Rulepad의 한도를 넘습니다. 한쪽 패턴을 줄이세요.",
        ),
    }
}

/// What an answer does not cover.
pub(crate) fn notes(complete: bool) -> Vec<String> {
    let single = "필드마다 값이 하나이거나 없는 이벤트로 비교했습니다.".to_owned();
    let some = "시도한 값이 가능한 모든 값을 대표하지는 않습니다.".to_owned();
    std::iter::once(single).chain((!complete).then_some(some)).collect()
}

/// What an event shows.
pub(crate) fn title(shows: Shows) -> &'static str {
    match shows {
        Shows::OnlyThis => "이 패턴만 일치",
        Shows::OnlyOther => "비교할 패턴만 일치",
        Shows::Both => "두 패턴 모두 일치",
        Shows::BothInList => "배열로 두 패턴 모두 일치",
    }
}
