//! What AWS's sentences mean, in Korean.

use crate::aws::{AwsSentence, StartFault};

/// What a sentence of AWS means.
pub(crate) fn gloss(said: &AwsSentence) -> String {
    match said {
        AwsSentence::NoFilter => "필터 구성에는 필터가 하나 이상 있어야 합니다".to_owned(),
        AwsSentence::DuplicateScope(scope) => format!("필터 범위가 중복됩니다: {}", scope.name()),
        AwsSentence::Wildcard => "필터 패턴에는 와일드카드 연산자를 쓸 수 없습니다".to_owned(),
        AwsSentence::FifoQueue => {
            "이벤트 소스의 실패는 표준 SQS 대기열로만 보낼 수 있습니다. FIFO 대기열은 지원하지 않습니다."
                .to_owned()
        }
        AwsSentence::NotATarget => "구독자가 지원하는 대상의 ARN이 아닙니다".to_owned(),
        AwsSentence::StreamForm => "대상 ARN의 리소스는 `stream/{name}` 형식이어야 합니다".to_owned(),
        AwsSentence::Partition(wanted) => format!("대상은 `{wanted}` 파티션에 있어야 합니다"),
        AwsSentence::Region(wanted) => format!("대상은 `{wanted}` 리전에 있어야 합니다"),
        AwsSentence::Account { target, subscriber } => {
            format!("대상의 계정({target})이 구독자의 계정({subscriber})과 같아야 합니다")
        }
        AwsSentence::OwnBus => "구독자가 읽는 이벤트 버스는 대상이 될 수 없습니다".to_owned(),
        AwsSentence::Block { block, expected, .. } => match expected {
            Some(expected) => format!(
                "이 대상에는 `{}` 블록을 쓸 수 없습니다. `{}` 블록을 써야 합니다.",
                block.name(),
                expected.name()
            ),
            None => {
                format!("이 대상에는 `{}` 블록을 쓸 수 없습니다. 파라미터가 없는 대상입니다.", block.name())
            }
        },
        AwsSentence::UniversalOnly => "이 블록은 범용 대상에만 쓸 수 있습니다".to_owned(),
        AwsSentence::UniversalRequired => "범용 대상에는 이 블록이 있어야 합니다".to_owned(),
        AwsSentence::ActionOfService { action, service } => {
            format!("`{service}` 서비스에 `{action}` 작업이 없습니다")
        }
        AwsSentence::ActionSpelling => "작업의 이름은 영문자와 숫자로 된 카멜 표기이어야 합니다".to_owned(),
        AwsSentence::DestinationTimeout => "제한 시간은 API Gateway 대상에만 쓸 수 있습니다".to_owned(),
        AwsSentence::Start(StartFault::PointRequired) => {
            "시작 위치가 시점이면 시점 구성이 있어야 합니다".to_owned()
        }
        AwsSentence::Start(StartFault::PointOfLatest) => {
            "시작 위치가 최신이면 시점 구성을 쓸 수 없습니다".to_owned()
        }
        AwsSentence::Start(StartFault::TimeRequired) => {
            "시점의 유형이 시각이면 0보다 큰 시작 시각이 있어야 합니다".to_owned()
        }
        AwsSentence::ContentType(found) => format!("지원하지 않는 콘텐츠 유형입니다: {found}"),
    }
}
