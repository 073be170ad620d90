//! What is wrong with an event source, in Korean.

use crate::explain::Verdict;
use crate::message::SourceText as T;

/// The words of a text about an event source.
pub(crate) fn source(text: &T) -> String {
    let fixed = match text {
        T::Variants(count) => return format!("구성에 출처가 {count}개 있습니다. 하나이어야 합니다."),
        T::Authentications(count) => {
            return format!("웹훅에 인증 방법이 {count}개 있습니다. 하나이어야 합니다.");
        }
        T::FifoQueue => "이벤트 소스의 실패는 FIFO 대기열로 보낼 수 없습니다",
        T::PatternTooLong { length, most } => {
            return format!("패턴이 {length}자이며, 한도는 {most}자입니다");
        }
        T::AddedField(name) => {
            return format!("`{name}` 조건은 AWS가 추가하므로, 소스의 패턴 맨 위에 쓸 수 없습니다");
        }
        T::KeepOneVariant => {
            "`AwsServiceEventsConfiguration`, `PartnerEventsConfiguration`, `WebhookEventsConfiguration` 중 하나만 남기세요"
        }
        T::KeepOneAuthentication => {
            "`StaticTokenAuthConfiguration`, `BasicHttpAuthConfiguration`, `HmacAuthConfiguration` 중 하나만 남기세요"
        }
        T::UseStandardQueue => "표준 대기열을 쓰세요",
        T::FilterInSubscriber => "조건을 구독자의 필터로 옮기세요",
        T::RemoveField(name) => return format!("`{name}` 조건을 삭제하세요"),
    };
    fixed.to_owned()
}

/// Whether an event comes to the bus.
pub(crate) fn crossing(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Match => "일치: 이벤트가 버스에 들어옵니다",
        Verdict::NoMatch => "불일치: 이벤트가 버스에 들어오지 않습니다",
        Verdict::FilterError | Verdict::SubscriberError => "판정 없음: AWS가 이벤트 소스를 거부합니다",
        Verdict::EventError => "판정 없음: 이벤트를 읽을 수 없습니다",
        Verdict::Undecided => "판정 없음: 알려지지 않은 것에 따라 달라집니다",
    }
}
