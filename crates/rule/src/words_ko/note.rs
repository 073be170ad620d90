//! What to know about a delivery, in Korean: whole sentences.

use super::refusal::limited;
use crate::format::listed;
use crate::message::DeliveryNote;

pub(super) fn note(note: &DeliveryNote) -> String {
    use DeliveryNote as N;
    let fixed = match note {
        N::LargerThanBefore { size, what, newer, older } => {
            let what = limited(*what);
            return format!(
                "페이로드 크기가 {size}바이트입니다. {what}의 한도는 2026년 1월부터 {newer}바이트이며, 이전 문서에는 \
                 {older}바이트로 나옵니다."
            );
        }
        N::EventToDeadLetterQueue(queue) => {
            let attributes = listed(&[
                "RULE_ARN",
                "TARGET_ARN",
                "ERROR_CODE",
                "ERROR_MESSAGE",
                "EXHAUSTED_RETRY_CONDITION",
                "RETRY_ATTEMPTS",
            ]);
            return format!(
                "EventBridge는 이벤트를 DLQ(`{queue}`)로 보냅니다. 메시지의 속성은 {attributes}입니다."
            );
        }
        N::SnsRaisedLimit { size, most } => {
            return format!(
                "페이로드 크기가 {size}바이트입니다. 주제의 `MaximumMessageSize` 값을 {most}보다 크게 늘려야 받을 수 \
                 있습니다. 이때는 SQS, Firehose, Lambda만 최대 100개까지 구독할 수 있습니다."
            );
        }
        N::BatchLeftOut(member) => {
            return format!(
                "`{member}` 멤버는 제외됩니다. 재정의 중에서는 명령, 환경, 메모리, vCPU만 전달됩니다."
            );
        }
        N::PathValuesUnused(values) => {
            return format!("`PathParameterValues` 값 {values}개에 맞는 `*` 자리가 URL에 없습니다.");
        }
        N::HeaderTakenOut(name) => {
            return format!("EventBridge는 모든 요청에서 `{name}` 헤더를 제거합니다.");
        }
        N::AppSyncVariableMissing(name) => {
            return format!("페이로드에 `{name}` 변수의 값이 없습니다.");
        }
        N::AppSyncNotDeclared(names) => {
            return format!("{} 변수는 GraphQL 작업에 선언되어 있지 않습니다.", names.join(", "));
        }
        N::PathInText => "텍스트 중간에 있는 경로는 값으로 바뀌지 않습니다. 값 전체가 경로일 때만 바뀝니다.",
        N::EventDropped => {
            "EventBridge는 이벤트를 버리고 `FailedInvocations` 지표에 기록합니다. DLQ가 있으면 이벤트가 보관됩니다."
        }
        N::LambdaEvent => "핸들러의 `event` 인자가 이 JSON 값입니다.",
        N::LambdaRetries => {
            "EventBridge는 함수가 끝나기를 기다리지 않습니다. 함수에서 오류가 나면 Lambda가 두 번 재시도합니다."
        }
        N::ExecutionRuns => {
            "Standard든 Express든 실행은 따로 진행되며, EventBridge는 끝나기를 기다리지 않습니다."
        }
        N::SnsBodyOnly => "메시지에 제목과 속성이 없으므로 필터 정책은 메시지 본문을 읽어야 합니다.",
        N::SqsDeduplication => {
            "EventBridge는 중복 제거 ID를 보내지 않습니다. 대기열에 콘텐츠 기반 중복 제거가 필요하며, 5분 안에 본문이 \
             같은 메시지는 하나로 처리됩니다."
        }
        N::SqsFairQueue => {
            "표준 대기열에서 메시지 그룹을 쓰면 공정 대기열이 됩니다. 순서는 보장되지 않습니다."
        }
        N::KinesisBase64 => {
            "소비자의 레코드에는 `kinesis.data` 값처럼 base64로 인코딩한 데이터가 들어 있습니다."
        }
        N::FirehoseNoLineBreak => {
            "레코드 뒤에 줄바꿈이 없습니다. 스트림이 구분 기호를 추가하지 않으면 다음 레코드가 바로 이어집니다."
        }
        N::LogStream => {
            "로그 스트림의 이름은 EventBridge가 정하며, 여러 이벤트가 같은 로그 스트림에 들어갈 수 있습니다."
        }
        N::CustomBusPermissions => {
            "이벤트 버스로 보내려면 AWS 서비스의 이벤트에는 `events:PutEvents`, 그 밖의 이벤트에는 `events:PutRawEvents` \
             권한이 필요합니다. 역할은 둘 다 허용합니다."
        }
        N::CustomBusNewId => "이벤트 버스에서 이벤트의 ID와 수집 시각이 새로 정해집니다.",
        N::BusNewId => "다른 리전에서는 이벤트의 `id` 값이 새로 정해집니다.",
        N::BusKeepsId => "같은 계정 안에서는 이벤트의 `id`, `account`, `time`, `region` 값이 그대로입니다.",
        N::BusPayloadLacks => {
            "모든 이벤트에 있는 `source`, `detail-type`, `detail` 중 페이로드에 없는 필드가 있습니다."
        }
        N::EcsNothingPassed => {
            "일치한 이벤트의 내용은 태스크에 전달되지 않습니다. 다른 입력 옵션으로 `overrides` 값을 채울 수 있습니다."
        }
        N::BatchNothingPassed => {
            "페이로드의 내용이 작업에 들어가지 않습니다. 들어가는 멤버는 `ContainerOverrides`, `DependsOn`, \
             `Parameters`뿐입니다."
        }
        N::EndpointUnknown => {
            "메서드와 URL은 API destination의 설정입니다. 요청 줄을 보려면 `POST https://example.com/orders/*` 형식으로 \
             엔드포인트를 쓰세요."
        }
        N::ConnectionAdds => {
            "연결이 인증 정보와 자체 파라미터를 추가합니다. 대상에 같은 파라미터가 있으면 연결의 값이 적용됩니다."
        }
        N::EndpointRetries => {
            "엔드포인트는 5초 안에 응답해야 합니다. 401, 407, 409, 429, 5xx 응답은 재시도하고, 그 밖의 오류는 재시도하지 \
             않습니다."
        }
        N::ApiSlash => "ARN에 슬래시가 없어도 경로는 슬래시로 끝납니다.",
        N::ApiRetries => "API는 5초 안에 응답해야 합니다. 429, 5xx 응답은 재시도합니다.",
        N::RedshiftSendsEvent => "SQL 문이 끝나면 Redshift가 이벤트를 보냅니다.",
        N::RedshiftNothingPassed => {
            "페이로드의 내용은 SQL 문에 들어가지 않습니다. 이벤트를 읽는 것은 `RedshiftDataParameters`의 경로뿐입니다."
        }
        N::SageMakerNothingPassed => {
            "페이로드의 내용은 실행에 들어가지 않습니다. 이벤트를 읽는 것은 `SageMakerPipelineParameters`의 경로뿐입니다."
        }
        N::CommandNothingPassed => {
            "일치한 이벤트의 내용은 문서에 전달되지 않습니다. 다른 입력 옵션으로 파라미터를 지정할 수 있습니다."
        }
        N::CodeBuildAsSet => {
            "프로젝트 설정대로 빌드합니다. 다른 입력 옵션으로 `StartBuild` 필드를 지정할 수 있습니다."
        }
        N::CodePipelineAsSet => {
            "파이프라인 설정대로 시작합니다. 입력 변환기로 V2 파이프라인의 변수를 지정할 수 있습니다."
        }
        N::CodePipelineNeither => {
            "페이로드에 `variables`, `sourceRevisions` 모두 없습니다. 파이프라인 설정대로 시작합니다."
        }
        N::GlueTrigger => {
            "워크플로의 이벤트 트리거가 이벤트를 세고, 배치가 차면 시작합니다. 실행 속성 `aws:eventIds`에 이벤트 ID가 \
             들어갑니다. 페이로드의 다른 내용은 전달되지 않습니다."
        }
        N::InspectorTemplate => {
            "평가 템플릿의 설정대로 평가 실행을 시작합니다. 페이로드의 내용은 전달되지 않습니다."
        }
        N::Ec2Console => "기본 제공 작업이 있는 규칙은 콘솔에서 만듭니다.",
    };
    fixed.to_owned()
}
