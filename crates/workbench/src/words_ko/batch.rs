//! Answers to lines of bulk work, in Korean.

use crate::words::LineFault;
use rulepad_document::words::ko;

pub(crate) fn fault(fault: LineFault) -> String {
    let fixed = match fault {
        LineFault::EmptyEvent => "이벤트가 비어 있습니다",
        LineFault::NoEvent => "이 줄에 \"event\" 멤버가 없습니다",
        LineFault::NotAnObject(kind) => {
            return format!("이벤트는 객체이어야 합니다(현재 {})", ko::kind(kind));
        }
        LineFault::Stopped => "계산 한도에 이르러 중단했습니다",
    };
    fixed.to_owned()
}

/// A line that is not of the format; `problem` is serde's.
pub(crate) fn not_a_line(problem: &serde_json::Error) -> String {
    format!("이 형식의 줄이 아닙니다. 파서의 메시지: {problem}")
}

/// What nobody has verified.
pub(crate) fn not_verified(reason: &str) -> String {
    format!("미확인: {reason}")
}
