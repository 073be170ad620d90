//! What is wrong with a target, in Korean.

use crate::aws::StartFault;
use crate::target::TargetKind;
use crate::target_text::TargetText as T;
use rulepad_document::words::ko::{Noun, all_of};

/// A kind of target.
pub(crate) fn kind(kind: TargetKind) -> Noun {
    Noun(match kind {
        TargetKind::Sqs => "SQS 대기열",
        TargetKind::Sns => "SNS 주제",
        TargetKind::Lambda => "Lambda 함수",
        TargetKind::Kinesis => "Kinesis 데이터 스트림",
        TargetKind::StepFunctions => "Step Functions 상태 머신",
        TargetKind::Firehose => "Firehose 스트림",
        TargetKind::ApiGateway => "API Gateway API",
        TargetKind::ApiDestination => "API destination",
        TargetKind::EventBus => "사용자 지정 이벤트 버스",
        TargetKind::ClassicBus => "클래식 이벤트 버스",
        TargetKind::Msk => "MSK 클러스터",
        TargetKind::Universal => "AWS 서비스의 작업",
    })
}

/// The words of a text about a target.
pub(crate) fn target(text: &T) -> String {
    let fixed = match text {
        T::NotATarget => "구독자가 지원하는 대상의 ARN이 아닙니다",
        T::ResourceForm(own) => return format!("ARN의 형식이 {} 형식과 다릅니다", kind(*own)),
        T::Partition(wanted) => return format!("대상은 버스와 같은 `{wanted}` 파티션에 있어야 합니다"),
        T::Region(wanted) => return format!("대상은 버스와 같은 `{wanted}` 리전에 있어야 합니다"),
        T::Account { found, wanted } => {
            return format!("대상은 {found} 계정에 있습니다. 버스와 같은 {wanted} 계정에 있어야 합니다.");
        }
        T::BusOfOtherAccount(account) => {
            return format!(
                "대상 버스는 {account} 계정에 있습니다. 허용되는지는 AWS의 문서마다 다르므로 확인되지 않았습니다."
            );
        }
        T::OwnBus => "대상이 구독자가 읽는 버스이므로 루프가 됩니다",
        T::RoleAccount { found, wanted } => {
            return format!("역할은 {found} 계정에 있습니다. 버스와 같은 {wanted} 계정에 있어야 합니다.");
        }
        T::Block { block, expected: Some(_) } => {
            return format!("`{}` 블록은 다른 종류의 대상에 씁니다", block.name());
        }
        T::Block { block, expected: None } => {
            return format!("이 대상에는 파라미터가 없으므로 `{}` 블록을 쓸 수 없습니다", block.name());
        }
        T::ActionSpelling(name) => return format!("작업의 이름은 `{name}` 표기로 쓰지 않습니다"),
        T::ActionReads(name) => return format!("`{name}` 작업은 읽기만 하므로 범용 대상에 쓸 수 없습니다"),
        T::ActionPublishes(name) => {
            return format!("`{name}` 작업은 이벤트를 게시하므로 범용 대상에 쓸 수 없습니다");
        }
        T::NoUniversalBlock => "범용 대상에는 요청을 담은 `UniversalTargetParameters` 블록이 있어야 합니다",
        T::UniversalInput => "`Input` 값이 JSON 객체도 표현식도 아닙니다",
        T::UniversalBatch => "범용 대상에는 멤버 둘을 모두 담은 `BatchConfiguration` 값이 있어야 합니다",
        T::TimeoutOfDestination => "API destination에는 `InvocationTimeoutSeconds` 값을 쓸 수 없습니다",
        T::TimeoutRange(text) => return format!("제한 시간 `{text}` 값이 1~30초가 아닙니다"),
        T::BinaryValue(name) => {
            return format!("`{name}` 속성의 이진 값에 표현식이 있습니다. 그곳에서는 평가하지 않습니다.");
        }
        T::Header(name) => {
            return format!(
                "API Gateway API에는 구독자가 `{name}` 헤더를 쓸 수 없습니다. AWS가 설정하는 헤더이거나 표현식입니다."
            );
        }
        T::NoExpression => "변환기가 `JSONATA`인데 표현식이 없습니다",
        T::RawOnly => "클래식 이벤트 버스는 이벤트를 그대로 받으므로, 변환기는 `RAW`만 쓸 수 있습니다",
        T::TransformerUnused => "범용 대상은 변환기를 쓰지 않습니다",
        T::BatchSize { size, most } => {
            return format!("배치 크기가 {size}입니다. 이 대상은 {most}까지 받습니다.");
        }
        T::BatchDisputed(size) => {
            return format!(
                "배치 크기가 {size}입니다. 이 대상에 대해 AWS의 안내서는 500까지, 스키마는 1만 허용하므로 확인되지 않았습니다."
            );
        }
        T::Start(fault) => start(*fault),
        T::FifoGroup(service) => {
            return format!(
                "AWS는 받지만 {service} 서비스가 모든 메시지를 거부합니다. FIFO에는 `MessageGroupId` 값이 있어야 합니다."
            );
        }
        T::DelayOnFifo => {
            "AWS는 받지만 SQS 서비스가 모든 메시지를 거부합니다. FIFO 대기열에는 `DelaySeconds` 값을 쓸 수 없습니다."
        }
        T::Delay(text) => {
            return format!(
                "AWS는 받지만 SQS 서비스가 모든 메시지를 거부합니다. `{text}` 값이 0~900초의 지연이 아닙니다."
            );
        }
        T::AttributeCount { count, most } => {
            return format!(
                "AWS는 받지만 SQS 서비스가 모든 메시지를 거부합니다. 속성이 {count}개이며, {most}개까지 쓸 수 있습니다."
            );
        }
        T::AttributeType { name, service } => {
            return format!(
                "AWS는 받지만 {service} 서비스가 모든 메시지를 거부합니다. `{name}` 속성에 알려진 유형이 없습니다."
            );
        }
        T::SystemAttribute(name) => {
            return format!(
                "AWS는 받지만 SQS 서비스가 모든 메시지를 거부합니다. `{name}` 시스템 속성은 없습니다."
            );
        }
        T::MessageStructure(text) => {
            return format!(
                "AWS는 받지만 SNS 서비스가 모든 메시지를 거부합니다. `{text}` 값은 메시지 구조가 아닙니다."
            );
        }
        T::Subject { length, most } => {
            return format!(
                "AWS는 받지만 SNS 서비스가 모든 메시지를 거부합니다. 제목이 {length}자이며, 한 줄로 1~{most}자이어야 합니다."
            );
        }
        T::NoPartitionKey => {
            "AWS는 받지만 Kinesis 서비스가 모든 레코드를 거부합니다. `PartitionKey` 값이 없습니다."
        }
        T::PartitionKey { length, most } => {
            return format!(
                "AWS는 받지만 Kinesis 서비스가 모든 레코드를 거부합니다. 파티션 키가 {length}자이며, 1~{most}자이어야 합니다."
            );
        }
        T::HashKey(text) => {
            return format!(
                "AWS는 받지만 Kinesis 서비스가 모든 레코드를 거부합니다. `{text}` 값이 128비트 십진수가 아닙니다."
            );
        }
        T::TopicName(text) => {
            return format!(
                "AWS는 받지만 Kafka 서비스가 모든 레코드를 거부합니다. `{text}` 값은 주제 이름이 아닙니다."
            );
        }
        T::Constant(name) => {
            return format!(
                "`{name}` 값이 모든 이벤트에 같습니다. 첫 전송만 도착하고, 그 뒤는 중복으로 처리됩니다."
            );
        }
        T::UseTarget => {
            "SQS 대기열, SNS 주제, Lambda 함수, Kinesis 스트림, 상태 머신, Firehose 스트림, API, API destination, 이벤트 \
             버스, MSK 클러스터, 범용 대상 중에서 쓰세요"
        }
        T::WriteResource(own) => return format!("리소스를 `{}` 형식으로 쓰세요", own.form()),
        T::UseTargetOfBus => "버스와 같은 파티션의 대상을 쓰세요",
        T::UseBusOfRegion => "버스와 같은 리전의 대상을 쓰세요",
        T::UseBusOfAccount => "같은 계정의 사용자 지정 이벤트 버스로 보내고, 그곳에서 대상으로 보내세요",
        T::TryIt => "같은 계정의 버스를 쓰거나, AWS가 구독자를 받는지 확인하세요",
        T::UseOtherBus => "다른 버스를 쓰세요",
        T::UseRoleOfAccount => "버스와 같은 계정의 역할을 쓰세요",
        T::UseBlock(block) => return format!("`{}` 쓰기", block.name()),
        T::RemoveBlock(block) => return format!("`{}` 블록을 삭제하세요", block.name()),
        T::WriteAction(name) => return format!("`{name}` 쓰기"),
        T::UseWritingAction => "무언가를 바꾸는 작업을 쓰세요",
        T::UseBusAsTarget => "이벤트 버스를 대상으로 쓰세요",
        T::AddUniversalBlock => "`Input` 값을 담은 `UniversalTargetParameters` 블록을 추가하세요",
        T::WriteUniversalInput => "요청을 문자열에 담은 JSON 객체나 표현식 하나로 쓰세요",
        T::WriteUniversalBatch => "`MaxBatchSize` 값을 1, `MaxBatchWindowInSeconds` 값을 0으로 쓰세요",
        T::RemoveTimeout => "삭제하세요",
        T::WriteTimeout => "1~30의 정수를 쓰세요",
        T::UseStringValue => "표현식을 평가하는 `StringValue` 값을 쓰세요",
        T::RemoveHeader => "헤더를 삭제하세요",
        T::AddExpression => "`Expression` 값을 담은 `JsonataConfiguration` 블록을 추가하세요",
        T::RemoveTransformer => "변환기를 삭제하세요",
        T::ShapeInput => "`UniversalTargetParameters.Input` 값에서 요청을 만드세요",
        T::WriteBatchSize(size) => return format!("{size} 쓰기"),
        T::FixStart(fault) => fix_start(*fault),
        T::AddGroup => {
            "`MessageGroupId` 값을 추가하세요. 보통 `{% $events.SystemMetadata.EventGroupId %}` 값을 씁니다."
        }
        T::RemoveDelay => "삭제하고, 지연은 대기열에서 설정하세요",
        T::WriteDelay => "0~900의 숫자를 쓰세요",
        T::KeepFewer(most) => return format!("{most}개까지만 남기세요"),
        T::Types(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            return format!("다음 중에서 `DataType` 값을 쓰세요: {}", all_of(&names));
        }
        T::UseTraceHeader => "SQS의 유일한 시스템 속성인 `AWSTraceHeader` 속성을 쓰세요",
        T::WriteMessageStructure => "`json` 값을 쓰거나 삭제하세요",
        T::WriteSubject(most) => return format!("줄바꿈 없이 1~{most}자로 쓰세요"),
        T::AddPartitionKey => {
            "`PartitionKey` 값을 쓰세요. 보통 `{% $events.SystemMetadata.EventGroupId %}` 값을 씁니다."
        }
        T::WriteHashKey => "2¹²⁸ 미만의 십진수를 쓰세요",
        T::WriteTopicName(most) => {
            return format!(
                "영문자, 숫자, `.`, `_`, `-` 문자 1~{most}개로 쓰세요. `.`, `..` 이름은 쓸 수 없습니다."
            );
        }
        T::UseExpression("MessageDeduplicationId" | "DeduplicationId") => {
            "`{% $events.SystemMetadata.DeduplicationId %}` 값을 쓰세요"
        }
        T::UseExpression(_) => "이벤트마다 다른 표현식을 쓰세요",
    };
    fixed.to_owned()
}

fn start(fault: StartFault) -> &'static str {
    match fault {
        StartFault::PointRequired => "`POINT_IN_TIME` 위치에는 `PointInTimeConfiguration` 값이 있어야 합니다",
        StartFault::PointOfLatest => {
            "`LATEST` 위치에서 시작하는 구독자에는 `PointInTimeConfiguration` 값을 쓸 수 없습니다"
        }
        StartFault::TimeRequired => "`TIMESTAMP` 유형에는 1970년 이후의 `StartingPoint` 값이 있어야 합니다",
    }
}

fn fix_start(fault: StartFault) -> &'static str {
    match fault {
        StartFault::PointRequired => "`PointType` 값을 담은 `PointInTimeConfiguration` 값을 추가하세요",
        StartFault::PointOfLatest => {
            "`StartingPosition` 값을 `POINT_IN_TIME` 값으로 바꾸거나, 이 값을 삭제하세요"
        }
        StartFault::TimeRequired => "1970년부터의 초를 쓰세요",
    }
}
