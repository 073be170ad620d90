//! What a service does not take of a payload, in Korean.

use super::expected;
use crate::format::listed;
use crate::shape::{PayloadFault, PayloadProblem};
use rulepad_document::words::ko::{self, Noun};

pub(super) fn problem(problem: &PayloadProblem) -> String {
    // The value, with a noun of ours at its end.
    let (at, noun) = match &problem.path {
        Some(path) => (format!("`{path}` "), Noun("값")),
        None => (String::new(), Noun("페이로드")),
    };
    let (topic, subject) = (format!("{at}{}", noun.topic()), format!("{at}{}", noun.subject()));
    match &problem.fault {
        PayloadFault::Kind { expected: wanted, seen } => {
            format!("{topic} {}이어야 합니다(현재 {})", expected(*wanted), ko::kind(*seen))
        }
        PayloadFault::NotWhole(number) => format!("{topic} 정수이어야 합니다(현재 `{number}`)"),
        PayloadFault::Lacks(member) => format!("{at}{noun}에 `{member}` 멤버가 없습니다"),
        PayloadFault::Empty => format!("{subject} 비어 있습니다"),
        PayloadFault::TooMany { length, most } => {
            format!("{at}{noun}의 항목이 {length}개입니다. 서비스는 최대 {most}개를 받습니다.")
        }
        PayloadFault::NotAmong(choices) => format!("{topic} 다음 중 하나이어야 합니다: {}", listed(choices)),
        PayloadFault::NoTime(seen) => {
            let seen = seen.map_or(Noun("빈 문자열"), ko::kind);
            format!("{topic} 1970년부터 센 밀리초이거나 ISO 8601 시각이어야 합니다(현재 {seen})")
        }
    }
}
