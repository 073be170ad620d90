//! The kinds of target in Korean.

use crate::TargetKind;

/// AWS's name.
pub(crate) fn name(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::Lambda => "Lambda 함수",
        TargetKind::Sns => "SNS 주제",
        TargetKind::Sqs => "SQS 대기열",
        TargetKind::StepFunctions => "Step Functions 상태 머신",
        TargetKind::Kinesis => "Kinesis 스트림",
        TargetKind::Firehose => "Firehose 스트림",
        TargetKind::Logs => "CloudWatch 로그 그룹",
        TargetKind::EventBus => "이벤트 버스",
        TargetKind::CustomBus => "사용자 지정 이벤트 버스",
        TargetKind::Ecs => "ECS 태스크",
        TargetKind::Batch => "Batch 작업 대기열",
        TargetKind::ApiDestination => "API destination",
        TargetKind::ApiGateway => "API Gateway REST API",
        TargetKind::Redshift => "Redshift 클러스터 또는 작업 그룹",
        TargetKind::SageMakerPipeline => "SageMaker 파이프라인",
        TargetKind::AppSync => "AppSync API",
        TargetKind::SsmRunCommand => "Systems Manager Run Command 문서",
        TargetKind::SsmAutomation => "Systems Manager Automation",
        TargetKind::SsmOpsItem => "Systems Manager OpsItem",
        TargetKind::IncidentManager => "Incident Manager 대응 계획",
        TargetKind::CodeBuild => "CodeBuild 프로젝트",
        TargetKind::CodePipeline => "CodePipeline",
        TargetKind::Glue => "Glue 워크플로",
        TargetKind::Inspector => "Inspector 평가 템플릿",
        TargetKind::Ec2Action => "EC2 작업",
    }
}

/// How it receives the input, as a sentence.
pub(crate) fn receives(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::Lambda => "함수를 비동기로 호출하며, 입력의 JSON 값이 event 인자가 됩니다.",
        TargetKind::Sns => "입력 텍스트가 메시지가 됩니다. 제목과 속성은 없습니다.",
        TargetKind::Sqs => "입력 텍스트가 메시지 본문이 됩니다.",
        TargetKind::StepFunctions => "입력 텍스트로 실행을 시작합니다. 실행 이름은 이벤트 ID로 시작합니다.",
        TargetKind::Kinesis => {
            "입력 텍스트가 레코드의 데이터가 됩니다. 파티션 키는 이벤트 ID이거나 `PartitionKeyPath` 경로의 값입니다."
        }
        TargetKind::Firehose => "입력 텍스트가 레코드가 됩니다. 레코드 사이에는 줄바꿈이 없습니다.",
        TargetKind::Logs => {
            "이벤트가 로그 이벤트의 메시지가 됩니다. JSON 템플릿에는 `timestamp`, `message` 멤버가 있어야 합니다."
        }
        TargetKind::EventBus => {
            "이벤트 버스가 이벤트를 그대로 받습니다. 다른 계정의 이벤트 버스에는 입력 옵션을 쓸 수 없습니다."
        }
        TargetKind::CustomBus => "이벤트 버스가 이벤트를 받고, 구독자가 직접 필터링합니다.",
        TargetKind::Ecs => {
            "태스크를 실행합니다. 입력은 태스크 재정의의 형식이어야 하며, 입력 옵션이 없으면 아무것도 전달하지 않습니다."
        }
        TargetKind::Batch => {
            "작업을 제출합니다. 입력의 `ContainerOverrides`, `DependsOn`, `Parameters` 값이 작업에 들어갑니다."
        }
        TargetKind::ApiDestination => "입력을 본문에 담은 HTTP 요청을 보냅니다. 제한 시간은 5초입니다.",
        TargetKind::ApiGateway => "입력을 본문에 담은 HTTP 요청을 ARN의 스테이지와 메서드로 보냅니다.",
        TargetKind::Redshift => "Data API로 SQL 문을 실행합니다.",
        TargetKind::SageMakerPipeline => "파이프라인 실행을 시작합니다.",
        TargetKind::AppSync => "GraphQL 작업을 실행합니다. 변수의 값은 입력에서 가져옵니다.",
        TargetKind::SsmRunCommand => {
            "입력의 `Parameters` 값으로 문서를 실행합니다. 입력 옵션이 없으면 아무것도 전달하지 않습니다."
        }
        TargetKind::SsmAutomation => {
            "입력을 파라미터로 전달해 자동화를 시작합니다. 각 파라미터는 문자열 배열입니다."
        }
        TargetKind::SsmOpsItem => "OpsItem을 만듭니다. 입력으로 제목, 심각도 등을 지정할 수 있습니다.",
        TargetKind::IncidentManager => "이벤트로 인시던트를 만듭니다.",
        TargetKind::CodeBuild => "빌드를 시작합니다. 입력에는 `StartBuild` 필드를 씁니다.",
        TargetKind::CodePipeline => "파이프라인을 시작합니다. V2 파이프라인은 입력에서 변수를 받습니다.",
        TargetKind::Glue => "워크플로의 이벤트 기반 트리거에 알립니다.",
        TargetKind::Inspector => "평가 실행을 시작합니다.",
        TargetKind::Ec2Action => "작업을 실행합니다. 입력으로 인스턴스 또는 볼륨을 지정합니다.",
    }
}
