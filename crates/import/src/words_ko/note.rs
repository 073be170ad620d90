//! What was changed or left out of a rule, in Korean: whole sentences.

use super::listed;
use crate::message::Note;
use rulepad_document::{Lang, Words};
use rulepad_rule::TargetKind;

/// The sentence of a note.
pub(crate) fn note(note: &Note) -> String {
    use Note as N;
    let fixed = match note {
        N::ManagedBy(service) => {
            return format!(
                "`{service}` 서비스가 관리하는 규칙입니다. `Force` 파라미터를 지정해야만 AWS가 변경합니다."
            );
        }
        N::SetByAws(member) => {
            return format!(
                "`{member}` 속성은 제외했습니다. AWS가 설정하는 속성이며 PutRule은 받지 않습니다."
            );
        }
        N::NamedByCloudFormation(name) => {
            return format!(
                "템플릿에 규칙의 이름이 없어 CloudFormation이 이름을 만듭니다. 여기서는 `{name}` 이름으로 표시합니다."
            );
        }
        N::NamedByFramework(name) => {
            return format!("규칙의 이름은 프레임워크가 만듭니다. 여기서는 `{name}` 이름으로 표시합니다.");
        }
        N::NamedByPulumi(name) => {
            return format!("규칙의 이름은 Pulumi가 만듭니다. 여기서는 `{name}` 이름으로 표시합니다.");
        }
        N::NamedWithPrefix { prefix, resource } => {
            return format!(
                "`{resource}` 리소스의 이름은 Terraform이 `{prefix}` 접두사를 붙여 만듭니다. 다른 형식에는 이름이 필요합니다."
            );
        }
        N::NamedByTerraform(resource) => {
            return format!(
                "`{resource}` 리소스에 `name` 속성이 없습니다. Terraform은 이름을 만들지만, 다른 형식에는 이름이 필요합니다."
            );
        }
        N::StandIn(what) => return what.words(Lang::KO),
        N::ConditionAssumed(condition) => {
            return format!("템플릿에서 `{condition}` 조건의 결과를 알 수 없어 참으로 간주했습니다.");
        }
        N::DefaultOf { shown, variable } => {
            return format!("`{shown}` 값은 `{variable}` 변수의 기본값입니다.");
        }
        N::DefaultsOf(variables) => {
            let names: Vec<String> = variables.iter().map(|name| format!("var.{name}")).collect();
            return format!("{} 변수는 기본값으로 읽었습니다.", listed(&names));
        }
        N::PatternInFile(path) => {
            return format!("이벤트 패턴이 `{path}` 파일에 있습니다. 이 파일을 추가하세요.");
        }
        N::PatternUnknown(source) => {
            return format!("이벤트 패턴이 `{source}`인데, 그 값을 알 수 없습니다.");
        }
        N::FieldLeftOut(field) => {
            return format!("이벤트 패턴의 `{field}` 값을 알 수 없어 이 필드를 제외했습니다.");
        }
        N::TargetsOnOtherBus(bus) => {
            return format!(
                "대상에 이벤트 버스가 지정되어 있지 않아 AWS는 기본 이벤트 버스에서 규칙을 찾습니다. 규칙은 `{bus}` 이벤트 버스에 있습니다."
            );
        }
        N::ParametersLeftOut { target, property, kind } => return parameters(target, property, *kind),
        N::RoleMadeAgain { target } => {
            return format!(
                "대상 `{target}`: 이 대상의 역할은 파일에서 만듭니다. 내보낸 파일에서도 역할을 다시 만듭니다."
            );
        }
        N::NoTargetId { target } => {
            return format!("대상 `{target}`에 `target_id` 속성이 없어 리소스의 이름을 썼습니다.");
        }
        N::QueueMadeBySam(id) => return format!("대상의 DLQ(`{id}`)는 SAM이 만듭니다."),
        N::OneOfFilters(count) => {
            return format!("필터 {count}개 중 하나입니다. 레코드는 그중 하나와 일치하면 통과합니다.");
        }
        N::RecordsFrom(source) => return format!("레코드의 소스는 `{source}`입니다."),
        N::MessagesOfTopic(topic) => return format!("`{topic}` 주제의 메시지입니다."),
        N::Function(name) => return format!("함수는 `{name}`입니다."),
        N::Endpoint(name) => return format!("엔드포인트는 `{name}`입니다."),
        N::PipeTarget(name) => return format!("대상은 `{name}`입니다."),
        N::ArnLeftOut => {
            "`Arn` 속성은 PutRule이 받지 않아 제외했습니다. 계정과 리전은 내보낼 때 쓰도록 남겨 두었습니다."
        }
        N::QuotesRemoved => "패턴이 문자열로 인코딩되어 있어 바깥쪽 따옴표를 빼고 읽었습니다.",
        N::DefaultTags => "태그에는 프로바이더의 `default_tags` 태그도 포함되어 있습니다.",
        N::UsesOtherFiles => "규칙에서 다른 파일을 사용하므로, Terraform으로 내보내면 별도의 파일이 됩니다.",
        N::PatternTooMuchWork => "이벤트 패턴을 읽는 데 필요한 계산이 너무 많습니다.",
        N::EnrichmentNotShown => "파이프의 보강은 표시하지 않습니다.",
        N::PipeTemplate => {
            "파이프의 입력 템플릿에는 `<$.body>` 형식의 경로를 쓸 수 있지만, 규칙의 입력 템플릿에는 쓸 수 없습니다."
        }
    };
    fixed.to_owned()
}

fn parameters(target: &str, property: &str, kind: TargetKind) -> String {
    let name = kind.name(Lang::KO);
    match kind.parameters() {
        Some(own) => format!(
            "대상 `{target}`: `{property}` 속성을 제외했습니다. ARN에 해당하는 대상은 {name}이며, 여기에는 `{own}` \
             속성을 씁니다."
        ),
        None => format!(
            "대상 `{target}`: `{property}` 속성을 제외했습니다. ARN에 해당하는 대상은 {name}이며, 여기에는 \
             `EcsParameters` 같은 속성이 없습니다."
        ),
    }
}
