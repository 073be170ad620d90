//! The reference in Korean.

use crate::reference::Group;

/// The heading of a group of topics.
pub(crate) fn group(group: Group) -> &'static str {
    match group {
        Group::Pattern => "이벤트 패턴",
        Group::Event => "이벤트",
        Group::Transformer => "입력 변환기",
        Group::Target => "대상",
        Group::Subscriber => "사용자 지정 이벤트 버스의 구독자",
    }
}
