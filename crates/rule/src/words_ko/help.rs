//! What to do, in Korean: fixes are nouns or end in 기, advice ends in 세요.

use super::kind::name as kind_name;
use super::{expected, value_of};
use crate::TargetKind;
use crate::format::listed;
use crate::message::Help;
use crate::schema::{ExpectedType, TextForm};

pub(super) fn help(help: &Help) -> String {
    let fixed = match help {
        Help::Write(text) => return format!("`{text}` 쓰기"),
        Help::Add(name) => return format!("`{name}` 추가"),
        Help::Remove(name) => return format!("`{name}` 삭제"),
        Help::NameIt(name) => return format!("`{name}` 이름으로 바꾸기"),
        Help::GiveRoleForAccount { kind, account } => {
            return format!(
                "{} 작업을 호출할 수 있는 역할의 ARN을 쓰세요. 계정 {account}에서도 대상의 정책으로 이 역할을 허용해야 합니다.",
                listed(kind.actions())
            );
        }
        Help::PayloadOf(kind) => return payload_of(*kind),
        Help::MakeIt(kind) => return format!("{} 바꾸기", value_of(*kind).toward()),
        Help::Give(ExpectedType::Value) => "값을 쓰세요",
        Help::Give(kind) => return format!("{} 값을 쓰세요", expected(*kind)),
        Help::Members(names) => return format!("멤버: {}", listed(names)),
        Help::MoveInto(object) => return format!("`{object}` 안으로 옮기기"),
        Help::Takes(names) => return format!("쓸 수 있는 값: {}", listed(names)),
        Help::TakesForm(form) => text_form(*form),
        Help::RemoveIt => "삭제",
        Help::GiveName => "영문자, 숫자, `.`, `-`, `_` 문자로 이름을 지정하세요",
        Help::ShortenName => "이름을 줄이세요",
        Help::GiveBus => "이벤트 버스의 이름 또는 ARN을 쓰세요",
        Help::WriteBusArn => {
            "`arn:aws:events:us-east-1:123456789012:event-bus/name` 형식으로 쓰거나 이름만 쓰세요"
        }
        Help::BusNames => {
            "이벤트 버스 이름에는 영문자, 숫자, `.`, `-`, `_` 문자를 쓰세요. 파트너 이벤트 버스에는 `/` 문자도 쓸 수 있습니다."
        }
        Help::ShortenDescription => "설명을 줄이세요",
        Help::WriteRoleArn => "`arn:aws:iam::123456789012:role/name` 형식으로 쓰세요",
        Help::KnownAtDeployTime => {
            "내보낸 파일은 이 값을 그대로 두거나 입력을 요구합니다. 지금 확인하려면 여기에 값을 쓰세요."
        }
        Help::GiveId => "영문자, 숫자, `.`, `-`, `_` 문자로 ID를 지정하세요",
        Help::ShortenId => "ID를 줄이세요",
        Help::GiveArn => "이벤트를 받을 리소스의 ARN을 쓰세요",
        Help::CheckOneArn => "ARN이 하나인지 확인하세요",
        Help::ArnForm => "공백 없이 `arn:aws:service:region:account:resource` 형식으로 쓰세요",
        Help::CopyArn => "서비스 콘솔에서 ARN을 복사하세요",
        Help::CheckArn => "함수, 주제, 대기열, 스트림 같은 리소스 자체의 ARN인지 확인하세요",
        Help::GiveRole => "`events.amazonaws.com` 서비스가 맡을 수 있는 역할의 ARN을 쓰세요",
        Help::GiveBusRole => "이벤트 버스에 `events:PutEvents` 작업을 호출할 수 있는 역할의 ARN을 쓰세요",
        Help::RemoveRole => "역할 삭제",
        Help::ChooseInput => "이벤트의 값을 전달하려면 다른 입력 옵션을 선택하세요",
        Help::ChooseMatchedEvent => "일치한 이벤트를 선택하세요",
        Help::ChooseForLogs => {
            "일치한 이벤트를 선택하거나 `{\"timestamp\": <time>, \"message\": \"<text>\"}` 템플릿을 쓰세요"
        }
        Help::LogsTemplate => "`{\"timestamp\": <time>, \"message\": <message>}` 형식으로 쓰세요",
        Help::QuotesInJson => {
            "받는 쪽이 JSON을 해석한다면 바깥 따옴표가 없는 `{\"text\": \"…\"}` 같은 JSON 템플릿을 쓰세요"
        }
        Help::QuotesInPart => {
            "일치한 이벤트의 일부로 보내면 객체나 배열은 따옴표 없이, 문자열은 따옴표와 함께 전달됩니다"
        }
        Help::SecondRule => "패턴이 같은 두 번째 규칙으로 대상을 옮기세요",
        Help::SplitCall => "호출을 나누세요",
        Help::WriteQueueArn => "`arn:aws:sqs:us-east-1:123456789012:name` 형식으로 쓰세요",
        Help::GiveStandardQueue => "SQS 표준 대기열의 ARN을 쓰세요",
        Help::UseStandardQueue => "표준 대기열을 쓰세요",
        Help::UseQueueOfRegion => "그 리전의 대기열을 쓰세요. 다른 계정의 대기열도 괜찮습니다.",
        Help::CopyQueueArn => "SQS 콘솔에서 ARN을 복사하세요",
        Help::WriteDigits => "숫자만 쓰거나, AWS 기본값을 쓰려면 비워 두세요",
        Help::WriteEndpoint => "`POST https://example.com/orders/*` 형식으로 쓰세요",
        Help::PercentEncode => "퍼센트 인코딩하거나 삭제하세요",
        Help::ShortenAddress => "주소를 줄이세요",
        Help::ListPathValues => "`HttpParameters`의 `PathParameterValues` 배열에 자리마다 값을 하나씩 쓰세요",
        Help::StartWithNeeded => "필수 멤버로 시작하기",
        Help::TakeMembersOut => "멤버를 밖으로 꺼내기",
        Help::RemoveThisOne => "이 키 삭제",
        Help::ShortenIt => "값을 줄이세요",
        Help::GiveValue => "값을 쓰세요",
        Help::GiveEntry => "항목을 하나 이상 쓰세요",
        Help::RemoveSome => "항목을 줄이세요",
        Help::MakeWholePath => "값 전체를 `$.detail.id` 같은 경로로 쓰거나, 경로 없는 텍스트로 쓰세요",
        Help::WriteValueItself => "값을 직접 쓰세요",
        Help::WriteNameItself => "이름을 직접 쓰세요",
        Help::WriteRunKey => "`InstanceIds` 키를 쓰거나 `tag:` 뒤에 태그의 키를 쓰세요",
        Help::KeepOne => "둘 중 하나만 남기세요",
        Help::AddStatement => "`Sql` 또는 `Sqls` 멤버를 추가하세요",
        Help::AddNetwork => "서브넷을 지정한 `NetworkConfiguration` 멤버를 추가하세요",
        Help::NameTaskDefinition => "클러스터와 같은 리전의 태스크 정의를 지정하세요",
        Help::WriteTaskDefinition => {
            "`arn:aws:ecs:us-east-1:123456789012:task-definition/name` 형식으로 쓰고, 개정을 지정하려면 `:1` 같은 번호를 붙이세요"
        }
        Help::RemoveHeader => "헤더 삭제",
        Help::GivePathValues => "`*`마다 값을 하나씩 순서대로 쓰세요",
        Help::GiveMessageGroup => "메시지 그룹의 이름이나 `$.detail.id` 같은 경로를 쓰세요",
    };
    fixed.to_owned()
}

/// The payload that a service takes.
fn payload_of(kind: TargetKind) -> String {
    let fixed = match kind {
        TargetKind::Logs => "`{\"timestamp\": <time>, \"message\": <message>}` 형식으로 쓰세요",
        TargetKind::SsmAutomation | TargetKind::SsmRunCommand => {
            "문서의 파라미터는 각각 `{\"InstanceId\": [\"i-1\"]}`처럼 문자열 배열로 쓰세요"
        }
        TargetKind::Ecs => "페이로드에는 `containerOverrides` 같은 `TaskOverride` 형식의 멤버를 쓰세요",
        TargetKind::Batch => {
            "페이로드에는 `ContainerOverrides`, `DependsOn` 멤버와 값이 문자열인 `Parameters` 멤버를 쓸 수 있습니다"
        }
        TargetKind::CodeBuild => "페이로드에는 `StartBuild` 요청의 멤버를 쓰세요",
        TargetKind::CodePipeline => "페이로드에는 `StartPipelineExecution` 요청의 멤버를 쓰세요",
        kind => return format!("{} 대상은 이런 페이로드를 받지 않습니다", kind_name(kind)),
    };
    fixed.to_owned()
}

fn text_form(form: TextForm) -> &'static str {
    match form {
        TextForm::NotBlank => "공백이 아닌 값을 쓰세요",
        TextForm::HeaderName => "영문자, 숫자와 `-`, `_` 같은 기호만 쓰세요",
        TextForm::HeaderValue => "출력 가능한 ASCII 문자만 쓰세요",
        TextForm::Query => "제어 문자가 없는 텍스트를 쓰세요",
        TextForm::SecretArn => "Secrets Manager 보안 암호의 ARN을 쓰세요",
        TextForm::TagKey => "글자, 숫자, 공백과 `_.:/=+-@` 문자만 쓰세요",
        TextForm::ParameterName => "영문자와 숫자를 쓰고, 그 사이에만 하이픈을 쓰세요",
    }
}
