//! Why a service does not take a request, in Korean.

use super::payload;
use crate::message::{DeliveryRefusal, Limited, ObjectTaker};
use rulepad_document::json::ValueKind;
use rulepad_document::words::ko;

/// The sentence of a refusal.
pub(super) fn refusal(refusal: &DeliveryRefusal) -> String {
    ko::sentence(&reason(refusal))
}

fn reason(refusal: &DeliveryRefusal) -> String {
    use DeliveryRefusal as R;
    let fixed = match refusal {
        R::Payload(problem) => return payload::problem(problem),
        R::TooLarge { size, what, most } => {
            let what = limited(*what);
            return format!("페이로드 크기가 {size}바이트입니다. {what}의 한도는 {most}바이트입니다.");
        }
        R::NotObject { taker, seen } => {
            let (taker, seen) = (object_taker(*taker), ko::kind(seen.unwrap_or(ValueKind::Invalid)));
            return format!("{taker}에는 JSON 객체가 필요합니다(현재 페이로드: {seen})");
        }
        R::ExecutionTooLarge { size, most } => {
            return format!("실행 입력의 최대 크기는 {most}바이트인데 페이로드는 {size}바이트입니다");
        }
        R::SnsTooLarge { size, most } => {
            return format!("메시지의 최대 크기는 {most}바이트인데 페이로드는 {size}바이트입니다");
        }
        R::FirehoseTooLarge { size, most } => {
            return format!("레코드의 최대 크기는 {most}바이트인데 페이로드는 {size}바이트입니다");
        }
        R::GroupLength { length, most } => {
            return format!(
                "이 이벤트에서 `MessageGroupId` 길이가 {length}자입니다. SQS는 1~{most}자를 허용합니다."
            );
        }
        R::GroupCharacter(c) => {
            return format!(
                "이 이벤트에서 `MessageGroupId` 값에 `{c}` 문자가 있습니다. SQS는 영문자, 숫자, 문장 부호를 허용합니다."
            );
        }
        R::PartitionKeyLength { length, most } => {
            return format!(
                "이 이벤트에서 파티션 키의 길이가 {length}자입니다. Kinesis는 1~{most}자를 허용합니다."
            );
        }
        R::BatchLacks(member) => {
            return format!("작업에는 `{member}` 멤버가 필요한데 `BatchParameters`에 없습니다");
        }
        R::HeaderControlCharacter(name) => {
            return format!("`{name}` 헤더에 줄바꿈 또는 제어 문자가 있습니다");
        }
        R::AppSyncVariable(name) => {
            return format!("GraphQL 작업에는 `{name}` 변수가 필요한데 페이로드에 그 값이 없습니다");
        }
        R::OpsItemSeverity(value) => {
            return format!("OpsItem의 심각도는 1 이상 4 이하이어야 합니다(현재 `{value}`)");
        }
        R::OpsItemPriority(value) => {
            return format!("OpsItem의 우선순위는 1 이상 5 이하이어야 합니다(현재 `{value}`)");
        }
        R::Ec2Id { prefix, id } => {
            return format!("입력은 접두사가 `{prefix}`인 ID이어야 합니다(현재 `{id}`)");
        }
        R::ExecutionNotJson => "실행 입력은 JSON 값 하나이어야 하는데 페이로드가 JSON이 아닙니다",
        R::SnsFifo => "EventBridge는 FIFO 주제로 전달하지 않습니다",
        R::GroupMissing => "FIFO 대기열에는 `MessageGroupId` 값이 있어야 메시지를 보낼 수 있습니다",
        R::PartitionKeyNotPath => {
            "`PartitionKeyPath` 값은 키 자체가 아니라 `$.detail.id` 같은 경로이어야 합니다"
        }
        R::LogsRole => "PutTargets는 로그 그룹의 역할을 받지 않습니다. `RoleArn` 속성은 지원되지 않습니다.",
        R::LogsOption => "로그 그룹에는 일치한 이벤트 또는 입력 변환기만 쓸 수 있습니다",
        R::EcsWithoutTaskDefinition => {
            "태스크를 실행하려면 태스크 정의가 필요한데 `EcsParameters`에 없습니다"
        }
        R::EcsContainerName => {
            "`containerOverrides`의 항목마다 컨테이너의 이름인 `name` 멤버가 있어야 합니다"
        }
        R::RedshiftWithoutDatabase => {
            "SQL 문을 실행하려면 `Database` 멤버가 필요한데 `RedshiftDataParameters`에 없습니다"
        }
        R::RedshiftWithoutStatement => {
            "SQL 문이 없습니다. `RedshiftDataParameters`에 `Sql`, `Sqls` 모두 없습니다."
        }
        R::RedshiftBothStatements => "`RedshiftDataParameters`에 `Sql`, `Sqls` 멤버가 함께 있습니다",
        R::RedshiftEmptyStatement => "이 이벤트에서는 SQL 문이 비어 있습니다",
        R::AppSyncWithoutOperation => {
            "GraphQL 작업이 없습니다. `AppSyncParameters`에 `GraphQLOperation` 멤버가 없습니다."
        }
        R::CommandWithoutTargets => "명령을 실행할 인스턴스가 필요한데 `RunCommandParameters`에 없습니다",
        R::CommandParametersNotJson => "문서의 파라미터는 객체이어야 하는데 페이로드가 JSON이 아닙니다",
        R::OpsItemTitle => "OpsItem의 제목은 1자 이상 1,024자 이하이어야 합니다",
    };
    fixed.to_owned()
}

pub(super) fn limited(what: Limited) -> &'static str {
    match what {
        Limited::AsynchronousInvocation => "비동기 호출",
        Limited::Queue => "대기열",
        Limited::Record => "레코드",
        Limited::LogEvent => "로그 이벤트",
        Limited::EventBus => "이벤트 버스",
    }
}

fn object_taker(taker: ObjectTaker) -> &'static str {
    match taker {
        ObjectTaker::LogGroup => "로그 그룹",
        ObjectTaker::Ecs => "ECS의 `overrides`",
        ObjectTaker::AppSync => "GraphQL 작업의 변수",
        ObjectTaker::Automation => "자동화의 파라미터",
        ObjectTaker::OpsItem => "OpsItem",
        ObjectTaker::CodeBuild => "CodeBuild",
        ObjectTaker::CodePipeline => "CodePipeline",
    }
}
