//! The Korean words of this crate: whole sentences.

use crate::format::Format;
use crate::message::{Loss, MOST_TAGS, Note};
use rulepad_document::{Lang, Words};
use rulepad_export::FillIn;

/// The name of a format.
pub(crate) const fn format(format: Format) -> &'static str {
    match format {
        Format::SubscriberJson => "요청(JSON)",
        Format::AwsCli => "AWS CLI 스크립트",
        Format::Boto3 => "boto3 스크립트",
        Format::CloudFormationYaml => "CloudFormation(YAML)",
        Format::CloudFormationJson => "CloudFormation(JSON)",
        Format::Sam => "SAM",
        Format::CdkTypescript => "CDK(TypeScript)",
        Format::CdkPython => "CDK(Python)",
        Format::Terraform => "Terraform(awscc)",
    }
}

/// What takes the resources of a format, before `에는`.
const fn taker(format: Format) -> &'static str {
    match format {
        Format::Terraform => "Terraform의 `awscc` 프로바이더",
        Format::SubscriberJson | Format::AwsCli | Format::Boto3 => "API",
        Format::CloudFormationYaml
        | Format::CloudFormationJson
        | Format::Sam
        | Format::CdkTypescript
        | Format::CdkPython => "CloudFormation",
    }
}

/// What a file cannot carry.
pub(crate) fn loss(loss: &Loss, lang: Lang) -> String {
    match loss {
        Loss::Unreadable(kind, number) => {
            format!("`{}` 요청 {number}번째가 JSON 객체가 아니어서 건너뛰었습니다.", kind.operation())
        }
        Loss::Member { name, member, format } => {
            format!("`{name}`의 `{member}` 값을 뺐습니다. {}에는 이 값의 자리가 없습니다.", taker(*format))
        }
        Loss::Block { name, block, format } => format!(
            "`{name}`의 `{}` 값을 뺐습니다. {}에는 아직 이 값의 자리가 없습니다. 이 값이 없으면 AWS가 구독자를 거부합니다.",
            block.name(),
            taker(*format)
        ),
        Loss::Webhook { name, format } => format!(
            "이벤트 소스 `{name}` 항목을 건너뛰었습니다. {}에는 아직 웹훅의 이벤트 소스가 없습니다.",
            taker(*format)
        ),
        Loss::Time { name, member, text } => format!(
            "`{name}`의 `{member}` 값을 뺐습니다. 리소스에는 1970년부터 센 정수 초가 필요합니다(현재 `{text}`)."
        ),
        Loss::NoDataType { name, attribute } => format!(
            "`{name}`의 `{attribute}` 속성에 리소스에서 요구하는 `DataType` 값이 없습니다. 추가하세요."
        ),
        Loss::Tags { name, count } => format!(
            "`{name}`의 태그는 {count}개이고 리소스에는 {MOST_TAGS}개까지 쓸 수 있습니다. 나머지 태그를 뺐습니다."
        ),
        Loss::Composed(name) => {
            format!("Terraform은 `{name}`의 텍스트를 유니코드 결합형(NFC)으로 쓰므로 일부 문자가 바뀝니다.")
        }
        Loss::Shared(own) => own.words(lang),
    }
}

/// What is left to do with a file.
pub(crate) fn note(note: &Note, lang: Lang) -> String {
    match note {
        Note::NoRole(name) => format!(
            "`{name}`에 AWS에서 요구하는 `RoleArn` 값이 없습니다. 역할을 만들고 그 ARN을 추가하세요."
        ),
        Note::NoPermissions(name) => format!(
            "`{name}`의 대상은 배포할 때 정해집니다. 역할이 허용해야 할 작업을 권한에 추가하세요."
        ),
        Note::AnyAccount(name) => format!(
            "버스의 ARN이 배포할 때 정해지므로 `{name}`의 역할에 대한 신뢰 정책에는 계정이 없습니다. `aws:SourceAccount` \
             조건으로 자신의 계정만 허용하세요."
        ),
        Note::QueuePolicy { name, queue } => format!(
            "`{queue}` 대기열에는 이벤트 소스 `{name}`의 실패한 이벤트를 `events.amazonaws.com`에서 보내도록 허용하는 정책이 \
             필요합니다."
        ),
        Note::NotVerified(name, open) => {
            let text = open.words(lang);
            format!("`{name}`에서 확인되지 않은 점: {}", text.trim_end_matches('.')) + "."
        }
        Note::FixedForLife => {
            "구독자가 이미 있으면 스크립트가 업데이트합니다. 대상, 유형 또는 시작 위치는 AWS에서 바꿀 수 없으므로 값이 다르면 \
             스크립트가 멈춥니다."
                .to_owned()
        }
        Note::FillInBus(how) => fill_in_bus(how),
        Note::Shared(own) => own.words(lang),
    }
}

fn fill_in_bus(how: &FillIn) -> String {
    let bus = "사용자 지정 이벤트 버스의 ARN";
    match how {
        FillIn::Variable(name) => format!("`{name}` 변수에 {bus} 값을 설정하세요."),
        FillIn::Parameter(name) | FillIn::ServerlessParameter(name) => {
            format!("`{name}` 파라미터에 {bus} 값을 설정하세요.")
        }
        FillIn::Environment(name) => {
            format!("스크립트를 실행할 때 `{name}` 환경 변수에 {bus} 값을 설정하세요.")
        }
        FillIn::EnvironmentOrFile(name) => {
            format!("`{name}` 환경 변수에 {bus} 값을 설정하거나 파일에 직접 쓰세요.")
        }
        FillIn::Configuration(name) => format!("스택 구성의 `{name}` 키에 {bus} 값을 설정하세요."),
    }
}
