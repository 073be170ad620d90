//! What can be wrong with the property of a kind of target, in Korean.

use super::expected;
use super::kind::name as kind_name;
use crate::TargetKind;
use crate::format::grouped;
use crate::message::{ParametersMessage, Seen};
use rulepad_document::words::ko;

pub(super) fn parameters(message: &ParametersMessage) -> String {
    use ParametersMessage as M;
    let fixed = match message {
        M::Missing { kind: TargetKind::Sqs, property } => {
            return format!("FIFO 대기열에는 `{property}` 속성이 필요합니다");
        }
        M::Missing { kind, property } => {
            return format!("{} 대상에는 `{property}` 속성이 필요합니다", kind_name(*kind));
        }
        M::NotTaken(kind) => {
            return format!("{} 대상에는 `EcsParameters` 같은 속성이 없습니다", kind_name(*kind));
        }
        M::Type { name, expected: wanted, seen } => {
            let seen = match seen {
                Seen::Kind(kind) => ko::kind(*kind).to_string(),
                Seen::Number(number) => format!("`{number}`"),
            };
            return format!("`{name}` 값은 {}이어야 합니다(현재 {seen})", expected(*wanted));
        }
        M::Wrapped(property) => {
            return format!("여기는 이미 `{property}` 안입니다. 이름 없이 그 멤버만 쓰세요.");
        }
        M::Unknown { of, key } => return format!("`{of}`에는 `{key}` 멤버가 없습니다"),
        M::Misplaced { key, inside } => return format!("`{key}` 멤버는 `{inside}` 안에 써야 합니다"),
        M::Duplicate(name) => {
            return format!("`{name}` 키가 아래에 또 나옵니다. 마지막 값만 적용됩니다.");
        }
        M::Lacks { of, member } => return format!("`{of}`에는 `{member}` 멤버가 필요합니다"),
        M::ChoiceIsPath(name) => {
            return format!("`{name}` 값은 정해진 단어 중 하나이어야 하며, 경로를 쓸 수 없습니다");
        }
        M::Choice(name) => return format!("`{name}`에는 이 값을 쓸 수 없습니다"),
        M::Range { name, from, to } => {
            return format!("`{name}` 값은 {} 이상 {} 이하이어야 합니다", grouped(from), grouped(to));
        }
        M::TooLong { name, length, most } => {
            let (length, most) = (grouped(length), grouped(most));
            return format!("`{name}` 길이가 {length}자입니다. AWS의 최대 길이는 {most}자입니다.");
        }
        M::Empty(name) => return format!("`{name}` 값이 비어 있습니다"),
        M::NoEntries { name, least, most } => {
            return format!("`{name}` 배열이 비어 있습니다. AWS는 항목 {least}~{most}개를 허용합니다.");
        }
        M::TooManyEntries { name, length, most } => {
            return format!("`{name}` 항목이 {length}개입니다. AWS의 최대 개수는 {most}개입니다.");
        }
        M::Form(name) => return format!("`{name}` 값의 형식이 맞지 않습니다"),
        M::PathInText(name) => {
            return format!(
                "텍스트 중간에 있는 경로는 값으로 바뀌지 않습니다. `{name}` 값은 쓴 그대로 사용됩니다."
            );
        }
        M::PathNotReplaced(name) => {
            return format!("`{name}`에는 이벤트의 경로를 쓸 수 없습니다. 텍스트가 그대로 사용됩니다.");
        }
        M::Together { keep, other } => return format!("`{keep}`, `{other}` 중 하나만 쓸 수 있습니다"),
        M::OtherHere(name) => return format!("`{name}` 위치"),
        M::Ec2(name) => return format!("`{name}` 설정은 Fargate 전용인데 시작 유형이 `EC2`입니다"),
        M::TaskDefinitionRegion { definition, cluster } => {
            return format!("태스크 정의의 리전은 `{definition}`인데 클러스터의 리전은 `{cluster}`입니다");
        }
        M::Header(name) => {
            return format!("API Gateway로 보내는 요청에는 `{name}` 헤더를 설정할 수 없습니다");
        }
        M::HeaderWritten(name) => {
            return format!(
                "`{name}` 헤더는 EventBridge가 직접 씁니다. 이 헤더가 전달되는지는 확인되지 않았습니다."
            );
        }
        M::PathValues { stars, values } => {
            return format!("경로의 `*` 자리는 {stars}개인데 값은 {values}개입니다");
        }
        M::PathAsName => "이벤트의 경로는 이름에는 쓸 수 없고 값에만 쓸 수 있습니다",
        M::RunKey => "명령을 실행할 인스턴스는 `InstanceIds` 또는 태그로 찾습니다",
        M::NoStatement => "실행할 SQL 문이 없습니다",
        M::Fargate => {
            "`FARGATE`에는 `NetworkConfiguration` 멤버가 필요합니다. Fargate 태스크는 `awsvpc` 네트워크 모드를 씁니다."
        }
        M::Bases => "전략의 용량 공급자 중 하나에만 `base` 값을 쓸 수 있습니다",
        M::OtherBase => "다른 값의 위치",
        M::TaskDefinitionShape => "태스크 정의의 ARN이 아닙니다",
        M::MessageGroup => "FIFO 대기열에는 `MessageGroupId` 값이 필요합니다",
    };
    fixed.to_owned()
}
