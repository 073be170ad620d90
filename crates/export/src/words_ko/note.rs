//! What is left to do with a file, in Korean: whole sentences.

use super::{all_of, pattern_as_text, source, target, value};
use crate::message::{FillIn, FilterOwner, Framework, Note, RecordSource, ValueOf};
use rulepad_document::visible::code_point;
use rulepad_document::words::ko;
use rulepad_rule::TargetKind;

pub(crate) fn note(note: &Note) -> String {
    let fixed = match note {
        Note::Target { id, note } => return target::note(id, note),
        Note::FillIn { how, value } => return fill_in(how, value),
        Note::InvalidPattern => {
            "이벤트 패턴이 올바른 JSON이 아니어서 읽을 수 없는 부분을 `null` 값으로 썼습니다."
        }
        Note::PatternAsText(why) => pattern_as_text(*why),
        Note::OrInCdk => {
            "규칙을 L1 컨스트럭트(`CfnRule`)로 썼습니다. CDK의 `Rule`에서 쓰는 `EventPattern` 타입에는 최상위 `$or` 필드가 \
             없습니다."
        }
        Note::NeedsCode { framework, kind, name } => return needs_code(*framework, *kind, name),
        Note::StateUnknownToCfnLint => {
            "SAM 이벤트의 `State` 속성은 cfn-lint 도구가 알지 못하지만, SAM에서는 쓸 수 있습니다."
        }
        Note::RawCharacters(characters) => {
            let names: Vec<String> = characters.iter().copied().map(code_point).collect();
            return format!(
                "보이지 않는 문자({})를 이스케이프하지 않고 파일에 썼습니다. cfn-lint 도구가 JSON에서 이 문자의 \
                 이스케이프를 읽지 못하기 때문입니다.",
                ko::all_of(&names)
            );
        }
        Note::KeyOfEvent(key) => {
            return format!(
                "필터는 각 레코드의 `{key}`에서 이벤트를 찾습니다. SQS는 `body`, Kinesis와 Amazon MQ는 `data`, Kafka는 \
                 `value`입니다."
            );
        }
        Note::RoleMayRead { owner, source } => return role_may_read(*owner, *source),
        Note::PipeMayDeliver => {
            "파이프의 역할에 대상으로 전달할 권한이 있어야 합니다. 필요한 권한을 추가하세요."
        }
        Note::SourceSettings => "소스가 Kafka, Amazon MQ 또는 DocumentDB이면 매핑에 추가 속성이 필요합니다.",
        Note::TopicMayDeliver => "대기열이나 함수에는 주제가 전달할 수 있게 허용하는 정책이 필요합니다.",
        Note::BodyIsEvent => "필터는 메시지의 본문을 검사하므로, 본문은 JSON으로 된 이벤트이어야 합니다.",
        Note::PolicyIsString => {
            "SNS 호출에서는 필터 정책을 문자열로 씁니다. `Subscribe` 호출이면 속성 중 `FilterPolicy`에, 아니면 \
             `SetSubscriptionAttributes` 호출에 쓰세요."
        }
        Note::NoEvent => "아직 이벤트가 없습니다. AWS의 응답: `Parameter Event is not valid.`",
        Note::EventNotAnObject => {
            "이벤트가 JSON 객체가 아닙니다. AWS의 응답: `Parameter Event is not valid.`"
        }
        Note::EventLacks(names) => {
            return format!(
                "이벤트에 {} 필드가 없습니다. AWS의 응답: `Parameter Event is not valid.`",
                all_of(names)
            );
        }
        Note::EventNotStrings(names) => {
            return format!(
                "이벤트의 {} 값은 문자열이어야 합니다. 문자열이 아닐 때 AWS가 어떻게 응답하는지 확인된 사례가 없습니다.",
                all_of(names)
            );
        }
        Note::EventWithoutResources => {
            "이벤트에 사용 설명서에서 요구하는 `resources` 필드가 없습니다. 이 필드 없이 호출이 성공한 사례는 있습니다."
        }
    };
    fixed.to_owned()
}

fn fill_in(how: &FillIn, of: &ValueOf) -> String {
    let value = value(of);
    match how {
        FillIn::Variable(name) => format!("`{name}` 변수에 {value} 값을 설정하세요."),
        FillIn::Parameter(name) => format!("`{name}` 파라미터에 {value} 값을 설정하세요."),
        FillIn::Environment(name) => {
            format!("스크립트를 실행할 때 `{name}` 환경 변수에 {value} 값을 설정하세요.")
        }
        FillIn::EnvironmentOrFile(name) => {
            format!("`{name}` 환경 변수에 {value} 값을 설정하거나, 파일에 값을 직접 쓰세요.")
        }
        FillIn::Configuration(name) => format!("`{name}` 구성 항목에 {value} 값을 설정하세요."),
        FillIn::ServerlessParameter(name) => {
            format!("`--param=\"{name}=…\"` 옵션으로 {value} 값을 전달하세요.")
        }
    }
}

fn needs_code(framework: Framework, kind: TargetKind, name: &str) -> String {
    match (framework, kind) {
        (Framework::Serverless, _) => format!(
            "`{name}` 함수에 코드가 필요합니다. 이 파일 옆의 `handler.py` 파일에 `handler` 함수를 작성하거나, `events` 항목을 \
             서비스에 있는 함수로 옮기세요."
        ),
        (Framework::Sam, TargetKind::StepFunctions) => format!(
            "`{name}` 상태 머신은 성공으로 끝나기만 합니다. `Definition` 값을 바꾸거나, `Events` 속성을 템플릿에 있는 상태 \
             머신으로 옮기세요."
        ),
        (Framework::Sam, _) => format!(
            "`{name}` 함수는 이벤트를 출력하기만 합니다. `InlineCode` 값을 함수의 코드로 바꾸거나, `Events` 속성을 템플릿에 \
             있는 함수로 옮기세요."
        ),
    }
}

fn role_may_read(owner: FilterOwner, of: RecordSource) -> String {
    match (owner, of) {
        (FilterOwner::Pipe, _) => {
            "파이프의 역할에 소스에서 읽을 권한이 있어야 합니다. 필요한 권한을 추가하세요.".to_owned()
        }
        (_, RecordSource::Unknown) => "함수의 실행 역할에 소스에서 읽을 권한이 있어야 합니다.".to_owned(),
        (_, of) => format!(
            "함수의 실행 역할에는 {}에 대한 {} 권한이 있어야 합니다.",
            source(of),
            all_of(of.actions())
        ),
    }
}
