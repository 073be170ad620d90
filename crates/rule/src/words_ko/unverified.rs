//! What nobody has shown about a delivery, in Korean.

use crate::format::listed;
use crate::message::DeliveryUnverified;
use rulepad_document::words::ko;

pub(super) fn unverified(what: &DeliveryUnverified) -> String {
    use DeliveryUnverified as U;
    let fixed = match what {
        U::PathsNotListed(member) => {
            return format!(
                "사용 설명서에는 `{member}` 멤버의 속성에 경로를 쓸 수 있다는 설명이 없습니다. 경로를 쓴 그대로 표시합니다."
            );
        }
        U::NotAPath(path) => {
            return format!(
                "`{path}` 값은 EventBridge 문서에 있는 경로가 아닙니다. 이때 무엇을 넣는지 확인된 사례가 없습니다."
            );
        }
        U::SelectsNothing(path) => {
            return format!(
                "이 이벤트에는 `{path}` 경로의 값이 없습니다. 이때 EventBridge가 무엇을 넣는지 확인된 사례가 없습니다."
            );
        }
        U::SelectsKind { path, kind } => {
            return format!(
                "`{path}` 경로의 값은 {}입니다. 문서에는 문자열만 나오며, 이 값의 JSON을 넣는지 확인된 사례가 없습니다.",
                ko::kind(*kind)
            );
        }
        U::SelectsSeveral(path) => {
            return format!("`{path}` 경로의 값이 여러 개입니다. 값의 배열을 넣는지 확인된 사례가 없습니다.");
        }
        U::LogsOtherMembers(names) => {
            return format!(
                "템플릿의 멤버는 `timestamp`, `message`뿐입니다. 다른 멤버({})가 어떻게 되는지 확인된 사례가 없습니다.",
                listed(names)
            );
        }
        U::PathValuesMissing(stars) => {
            return format!(
                "URL의 `*` 자리가 `PathParameterValues` 값보다 {stars}개 많습니다. 남은 자리에 무엇을 넣는지 확인된 \
                 사례가 없습니다."
            );
        }
        U::BodyOf(method) => {
            return format!("{method} 요청에 본문이 들어가는지 확인된 사례가 없습니다");
        }
        U::TwoDocuments { of_input, of_arn } => {
            return format!(
                "입력의 문서는 `{of_input}`인데 ARN의 문서는 `{of_arn}`입니다. 어느 문서를 실행하는지 확인된 사례가 \
                 없습니다."
            );
        }
        U::Ec2Action(action) => {
            return format!("기본 제공 작업 `{action}`에 대한 설명이 사용 설명서에 없습니다");
        }
        U::Ec2Input { name, prefix } => {
            return format!(
                "이 작업의 입력은 {name} 값을 담은 `\"{prefix}0123456789abcdef0\"` 같은 JSON 문자열입니다. 다른 입력이 \
                 어떻게 되는지 확인된 사례가 없습니다."
            );
        }
        U::ErrorCode => {
            "이벤트가 몇 번의 시도 뒤에 어떤 `ERROR_CODE` 값으로 DLQ에 들어가는지 확인된 사례가 없습니다"
        }
        U::PropertyNotObject => {
            "대상 전용 파라미터가 JSON 객체가 아닙니다. 이 값에 따라 달라지는 내용은 제외했습니다."
        }
        U::MoreThanShown => "경로로 가져오는 이벤트의 내용이 여기에 표시한 것보다 많습니다",
        U::LambdaTextIsString => {
            "한 줄짜리 텍스트 템플릿은 JSON 문자열이므로 핸들러의 `event` 인자는 이스케이프를 푼 문자열입니다. 템플릿의 \
             규칙에서 추론한 것이며, 확인된 사례가 없습니다."
        }
        U::LambdaNotOneValue => {
            "페이로드가 JSON 값 하나가 아닌데, Lambda는 `Payload`에 JSON 값 하나만 받습니다. 여러 줄의 텍스트를 \
             EventBridge가 어떻게 보내는지 확인된 사례가 없습니다."
        }
        U::ExecutionName => {
            "실행 이름은 이벤트 ID로 시작합니다. 그 뒤에 무엇이 붙는지 확인된 사례가 없습니다."
        }
        U::SqsFairQueueDeduplication => {
            "API 레퍼런스는 메시지 그룹이 있는 표준 대기열에도 콘텐츠 기반 중복 제거를 요구하지만, 이 설정은 FIFO \
             대기열에만 있습니다"
        }
        U::KinesisNoId => "파티션 키는 이벤트 ID인데 이 이벤트에는 ID가 없습니다",
        U::CustomBusSubscribers => {
            "구독자가 무엇을 받는지는 이벤트 버스에 따라 다르며, 여기서는 알 수 없습니다"
        }
        U::BusIdInOtherAccount => {
            "같은 리전에 있는 다른 계정의 이벤트 버스에서도 이벤트의 `id` 값이 그대로인지 확인된 사례가 없습니다"
        }
        U::BusIdUnknown => "이벤트의 `id` 값이 그대로인지는 이벤트의 계정과 리전에 따라 다릅니다",
        U::BusOtherPayload => {
            "사용 설명서에서는 이벤트 버스에 이벤트를 그대로 전달합니다. 다른 페이로드가 어떻게 되는지 확인된 사례가 \
             없습니다."
        }
        U::BatchPaths => "사용 설명서에는 `BatchParameters` 속성에 경로를 쓸 수 있다는 설명이 없습니다",
        U::EndpointWithoutMethod => "엔드포인트의 URL 앞에 `POST` 같은 메서드가 없습니다",
        U::ApiArnIncomplete => "ARN에 스테이지 또는 메서드가 없습니다(형식: `…:api/stage/METHOD/path`)",
        U::ApiAnyMethod => {
            "ARN이 모든 메서드를 허용합니다. EventBridge가 어느 메서드를 쓰는지 확인된 사례가 없습니다."
        }
        U::ApiHeaders => "EventBridge가 스스로 추가하는 헤더가 무엇인지 확인된 사례가 없습니다",
        U::PercentEncoding => "EventBridge가 URL의 값을 어떻게 퍼센트 인코딩하는지 확인된 사례가 없습니다",
        U::AppSyncOtherOperation => {
            "사용 설명서에는 뮤테이션만 나옵니다. 다른 GraphQL 작업이 어떻게 되는지 확인된 사례가 없습니다."
        }
        U::CommandParametersAlone => {
            "사용 설명서의 입력은 `{\"Parameters\": {…}}` 형식입니다. 파라미터만 써도 된다는 보고가 있지만 문서에는 \
             없습니다."
        }
        U::OpsItemOfEvent => "이벤트에서 제목, 소스, 설명을 어떻게 만드는지 확인된 사례가 없습니다",
        U::OpsItemMembers => {
            "OpsItem이 입력의 어떤 멤버를 받는지, 없는 멤버는 어떻게 되는지 확인된 사례가 없습니다"
        }
        U::IncidentRawData => {
            "`rawData` 길이는 최대 10,000자입니다. 더 긴 페이로드가 어떻게 되는지 확인된 사례가 없습니다."
        }
        U::IncidentDetails => {
            "트리거 세부 정보는 CloudWatch 경보의 것만 문서에 나옵니다. 다른 이벤트의 소스, 시각, 페이로드도 이렇게 \
             들어가는지 확인된 사례가 없습니다."
        }
        U::BuildType => "사용 설명서에 있는 `buildType` 값은 `BATCH`뿐입니다",
        U::ProjectName => {
            "ARN이 프로젝트를 지정합니다. 입력의 `projectName` 값이 우선하는지 확인된 사례가 없습니다."
        }
    };
    fixed.to_owned()
}
