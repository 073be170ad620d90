//! What is said of a target in Korean: whole sentences, each with the target's id in front.

use super::{all_of, framework};
use crate::message::{
    FileKind, MissingRole, NotAnEvent, PipeVariable, Program, Respells, Shared, TargetLoss, TargetNote,
};
use rulepad_document::words::ko::Noun;
use rulepad_document::{Lang, Words};
use std::borrow::Cow;

pub(super) fn loss(id: &str, loss: &TargetLoss) -> String {
    let said: Cow<'static, str> = match loss {
        TargetLoss::RecordUnchanged => {
            return format!(
                "이벤트 소스 매핑에는 `{id}` 대상의 입력 옵션이 없어 함수가 레코드를 그대로 받습니다."
            );
        }
        TargetLoss::SnsEnvelope => {
            return format!(
                "`{id}` 대상은 SNS가 감싼 형태의 메시지를 받습니다. 구독에는 입력 옵션이 없습니다."
            );
        }
        TargetLoss::PolicyReplaced { file, shared } => format!(
            "{} {}의 정책 전체를 덮어쓰므로 다른 곳에서 추가한 정책 문은 삭제됩니다. 유지할 정책 문을 추가하거나, 이를 \
             유지하는 AWS CLI 또는 boto3 내보내기를 사용하세요.",
            self::file(*file).subject(),
            self::shared(*shared)
        )
        .into(),
        TargetLoss::NameOfFunction => {
            "CloudFormation은 `Ref` 같은 이름을 내장 함수로 해석합니다. 다른 이름을 쓰세요.".into()
        }
        TargetLoss::PrototypeKey(program) => {
            let tool = match program {
                Program::Cdk => "CDK",
                Program::Pulumi => "Pulumi",
            };
            format!("{tool}에서는 `__proto__` 이름이 사라집니다. 다른 이름을 쓰세요.").into()
        }
        TargetLoss::NoArgument(member) => format!("AWS 프로바이더에 `{member}` 인자가 없습니다.").into(),
        TargetLoss::Composed => {
            "분리된 자모나 악센트는, 합쳐진 문자가 유니코드에 있으면 Terraform이 한 문자로 합칩니다.".into()
        }
        TargetLoss::NameOfOwnRule(rule) => {
            format!("입력 템플릿에 들어가는 규칙 이름은 이 대상의 규칙 이름인 `{rule}`입니다.").into()
        }
        TargetLoss::OwnRole(role) => {
            format!("SAM이 이 대상의 역할을 직접 생성하므로 `{role}` 역할은 쓰지 않습니다.").into()
        }
        TargetLoss::KindNotOfPipes(kind) => {
            format!("파이프는 이 종류의 대상({})으로 전달하지 않습니다.", kind.name(Lang::KO)).into()
        }
        TargetLoss::PipeRetries => {
            "파이프의 재시도는 소스에 따라 정해지므로 재시도 정책과 DLQ를 제외했습니다.".into()
        }
        TargetLoss::ListOfRecords => {
            "파이프는 레코드마다 요소가 하나씩 있는 배열을 보내고, 규칙은 페이로드 자체를 보냅니다.".into()
        }
        TargetLoss::PlaceholderInConstant(name) => {
            format!("파이프는 상수의 `<{name}>` 텍스트를 경로로 해석하며, 달리 쓸 방법이 없습니다.").into()
        }
        TargetLoss::Variable { rule, pipe, gives } => match gives {
            PipeVariable::PipeArn => {
                format!("`<{rule}>` 대신 `<{pipe}>` 변수를 썼으며, 이 변수의 값은 파이프의 ARN입니다.")
            }
            PipeVariable::PipeName => {
                format!("`<{rule}>` 대신 `<{pipe}>` 변수를 썼으며, 이 변수의 값은 파이프의 이름입니다.")
            }
            PipeVariable::EventWithDetail => format!(
                "`<{rule}>` 대신 `<{pipe}>` 변수를 썼으며, 이 변수의 값은 `detail` 필드를 포함한 이벤트입니다."
            ),
            PipeVariable::Unknown => {
                format!("`<{rule}>` 대신 쓴 `<{pipe}>` 변수는 파이프에 없습니다.")
            }
        }
        .into(),
    };
    format!("대상 `{id}`: {said}")
}

pub(super) fn note(id: &str, note: &TargetNote) -> String {
    let said: Cow<'static, str> = match note {
        TargetNote::OwnerAdds { title, statement } => {
            let title = title.words(Lang::KO);
            return format!("대상 `{id}`: 다른 계정에서 다음을 추가해야 합니다. {title}: `{statement}`");
        }
        TargetNote::NotAnEvent { framework: own, why } => format!(
            "{}의 이벤트가 아니라 일반 `AWS::Events::Rule` 리소스로 썼습니다. {}",
            framework(*own),
            not_an_event(*why)
        )
        .into(),
        TargetNote::AddRole(name) => {
            let name = match name {
                MissingRole::Member => "RoleArn",
                MissingRole::Argument => "role_arn",
            };
            format!("EventBridge가 맡을 수 있는 역할의 ARN을 `{name}` 속성에 추가하세요.").into()
        }
        TargetNote::ResourcePolicy(kind) => format!(
            "{}의 리소스 기반 정책에서 `events.amazonaws.com` 보안 주체에 {} 작업을 허용해야 합니다.",
            kind.name(Lang::KO),
            all_of(kind.actions())
        )
        .into(),
        TargetNote::OtherAccount { kind, account, of_rule } => format!(
            "{}의 계정은 {account}이고 규칙의 계정은 {of_rule}입니다. 다른 계정의 대상 중 EventBridge가 전달하는 대상은 API \
             Gateway, Kinesis, Lambda, SNS, SQS, 이벤트 버스뿐입니다.",
            kind.name(Lang::KO)
        )
        .into(),
        TargetNote::OtherRegion { kind, region, of_rule } => format!(
            "{}의 리전은 {region}이고 규칙의 리전은 {of_rule}입니다. 다른 리전으로는 그 리전의 이벤트 버스를 거쳐야만 \
             EventBridge가 전달합니다.",
            kind.name(Lang::KO)
        )
        .into(),
        TargetNote::DeadLetterInOtherRegion { region, of_rule } => format!(
            "DLQ의 리전은 {region}이고 규칙의 리전은 {of_rule}입니다. DLQ는 규칙과 같은 리전에 있어야 합니다."
        )
        .into(),
        TargetNote::AddParameters(name) => format!("이 대상에 필요한 `{name}` 속성을 추가하세요.").into(),
        TargetNote::ParametersInvalid(name) => {
            format!("`{name}` 값이 올바른 JSON이 아니어서 제외했습니다.").into()
        }
        TargetNote::Respelled(Respells::CloudFormation) => {
            "CloudFormation이 대상 전용 파라미터에 있는 숫자의 표기를 바꿀 수 있습니다.".into()
        }
        TargetNote::Respelled(Respells::JavaScript) => {
            "JavaScript가 대상 전용 파라미터에 있는 숫자의 표기를 바꿀 수 있습니다.".into()
        }
        TargetNote::ArnAtDeployTime => {
            "ARN이 배포할 때 정해지므로 EventBridge의 전달을 허용하는 설정을 쓰지 않았습니다. 대상의 서비스에 필요한 정책이나 \
             역할을 추가하세요."
                .into()
        }
        TargetNote::DeadLetterArnAtDeployTime => {
            "DLQ의 ARN이 배포할 때 정해지므로 대기열의 정책을 쓰지 않았습니다. EventBridge가 이 대기열에 메시지를 보낼 수 있게 \
             허용하세요."
                .into()
        }
        TargetNote::RoleOrApiPolicy => {
            "`RoleArn` 속성을 추가하거나, API의 정책에서 EventBridge를 허용하세요.".into()
        }
        TargetNote::ApiPolicy => "API의 리소스 기반 정책에서 EventBridge를 허용해야 합니다.".into(),
        TargetNote::LogsForEveryRule => {
            "CloudWatch Logs의 리소스 기반 정책은 계정의 모든 규칙을 허용합니다. 아직 만들어지지 않은 규칙은 정책에서 지정할 \
             수 없기 때문입니다."
                .into()
        }
        TargetNote::FifoDeduplication => "FIFO 대기열의 콘텐츠 기반 중복 제거를 켜세요.".into(),
        TargetNote::RetryPolicyInvalid => {
            "재시도 정책에 오류가 있어 AWS가 거부하는 값을 제외했습니다.".into()
        }
        TargetNote::PathsInvalid => "입력 경로에 오류가 있습니다. `InputPathsMap` 속성을 확인하세요.".into(),
        TargetNote::PipeMakesEvent => {
            "파이프는 source, detail-type, time, detail 값으로 새 이벤트를 만들며, `resources` 배열은 비어 있습니다.".into()
        }
        TargetNote::PipeTemplate => {
            "파이프가 템플릿을 채우는 방식은 규칙과 다르며, Rulepad는 이를 계산하지 않습니다. 파이프에서 직접 테스트하세요.".into()
        }
    };
    format!("대상 `{id}`: {said}")
}

fn file(kind: FileKind) -> Noun {
    Noun(match kind {
        FileKind::File => "파일",
        FileKind::Program => "프로그램",
        FileKind::Template => "템플릿",
    })
}

fn shared(shared: Shared) -> &'static str {
    match shared {
        Shared::Topic => "주제",
        Shared::Queue => "대기열",
        Shared::DeadLetterQueue => "DLQ",
    }
}

/// Why a target is no event, a sentence.
fn not_an_event(why: NotAnEvent) -> &'static str {
    match why {
        NotAnEvent::Schedule => "이벤트에는 이벤트 패턴과 일정 중 하나만 쓸 수 있습니다.",
        NotAnEvent::Tags => "이벤트에는 규칙의 태그를 쓸 수 없습니다.",
        NotAnEvent::PatternAsText => "이벤트 패턴을 객체로만 쓸 수 있는데, 객체로 쓰면 거부되거나 바뀝니다.",
        NotAnEvent::NoSuchState => "규칙의 상태는 활성화 또는 비활성화뿐입니다.",
        NotAnEvent::UnusualFields => "이벤트 패턴의 최상위에는 일반적인 필드만 쓸 수 있습니다.",
        NotAnEvent::VariableInDescription => "설명의 일부를 변수로 해석합니다.",
        NotAnEvent::NameAtDeployTime => "이름이 배포할 때 정해집니다.",
        NotAnEvent::VersionOrAlias => "ARN이 버전이나 별칭을 가리킵니다.",
        NotAnEvent::OtherPlace => "대상의 계정이나 리전이 규칙과 다릅니다.",
        NotAnEvent::ConstantNotAnObject => "상수를 객체로만 쓸 수 있으며, 그러면 표기가 바뀝니다.",
        NotAnEvent::VariableInPath => "경로의 일부를 변수로 해석합니다.",
        NotAnEvent::VariableInTemplate => "템플릿의 일부를 변수로 해석합니다.",
        NotAnEvent::VariableInPaths => "입력 경로의 일부를 변수로 해석합니다.",
        NotAnEvent::ArnWithoutPlace => "ARN에 리전과 계정이 없습니다.",
        NotAnEvent::SimilarName => "`-`, `_` 문자만 다른 함수 이름은 규칙의 이름이 같아집니다.",
    }
}
