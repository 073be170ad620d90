//! What a file cannot carry, in Korean: whole sentences.

use super::{all_of, declared, framework, target, value};
use crate::message::{FilterOwner, Loss};
use rulepad_document::words::ko;
use rulepad_document::{Lang, Words};
use rulepad_pattern::Dialect;

pub(crate) fn loss(loss: &Loss) -> String {
    let fixed = match loss {
        Loss::Target { id, loss } => return target::loss(id, loss),
        Loss::OtherDialect { written, read } => {
            let tried = match read {
                Dialect::Pipes | Dialect::EventSourceMapping => "레코드의 페이로드",
                other => other.reads(Lang::KO),
            };
            let written = written.reads(Lang::KO);
            return format!("이벤트 패턴은 {written}에 맞춰 작성되었지만, 여기서는 {tried}에 적용됩니다.");
        }
        Loss::Refused { field: Some(field), message } => {
            return format!("`{field}` 필드: {}", ko::sentence(&message.words(Lang::KO)));
        }
        Loss::Refused { field: None, message } => return ko::sentence(&message.words(Lang::KO)),
        Loss::ReferenceInRequest(shown) => {
            return format!(
                "`{}` 값을 텍스트로 썼습니다. {} 값인데, 요청에서는 참조할 수 없습니다. 실제 값으로 바꾸세요.",
                shown.text,
                value(&shown.value)
            );
        }
        Loss::ReferenceOfOtherLanguage(shown) => {
            return format!(
                "`{}` 값을 텍스트로 썼습니다. {} 값인데, 이 파일에서는 참조할 수 없습니다. 실제 값으로 바꾸세요.",
                shown.text,
                value(&shown.value)
            );
        }
        Loss::ReferenceToList(shown) => {
            return format!(
                "`{}` 값은 이벤트 패턴에서 배열이지만 파일에는 값 하나로 들어 있습니다. {} 값이므로, 그 자리에 배열의 값을 \
                 직접 쓰세요.",
                shown.text,
                value(&shown.value)
            );
        }
        Loss::ReferenceInKey(key) => {
            return format!("템플릿의 필드 이름에서는 값을 참조할 수 없습니다. `{key}` 이름을 바꾸세요.");
        }
        Loss::TargetsLeftOut { owner, ids } => return targets_left_out(*owner, ids),
        Loss::RuleForEachEvent { framework: own, rules } => {
            return format!(
                "{} {}의 이벤트마다 규칙을 만듭니다. 이 규칙은 이벤트 패턴이 같은 규칙 {}개로 나뉩니다: {}",
                framework(*own).topic(),
                declared(*own),
                rules.len(),
                all_of(rules)
            );
        }
        Loss::PlaceOfStack { framework: own, ids } => {
            return format!(
                "이벤트에는 {}의 ARN을 쓰지 않으므로 대상의 계정과 리전이 스택의 계정과 리전으로 바뀝니다: {}",
                declared(*own),
                all_of(ids)
            );
        }
        Loss::GeneratedIds(ids) => {
            return format!("Serverless는 대상 ID를 직접 생성합니다. 쓰지 않는 ID: {}", all_of(ids));
        }
        Loss::NoMember { framework: own, member, rules } => {
            return format!(
                "{}의 이벤트에는 `{}` 속성이 없어 다음 규칙에서 제외했습니다: {}",
                framework(*own),
                member.name(),
                all_of(rules)
            );
        }
        Loss::PipeWithoutBus(bus) => {
            return format!(
                "파이프는 이벤트 버스가 아니라 소스에서 읽으므로 `{bus}` 이벤트 버스는 제외했습니다."
            );
        }
        Loss::Nul => "셸에서는 U+0000 문자를 전달할 수 없어 제외했습니다.",
        Loss::ComposedDescription => {
            "설명에 있는 분리된 자모나 악센트는, 합쳐진 문자가 유니코드에 있으면 Terraform이 한 문자로 합칩니다."
        }
        Loss::DynamicReference => {
            "CloudFormation은 `{{resolve:…}}` 표기를 파라미터나 시크릿의 값으로 바꾸며, 이를 이스케이프할 방법이 없습니다."
        }
        Loss::PatternComments => {
            "이벤트 패턴이 JSON 텍스트가 되어 주석이 사라집니다. 객체로 쓰면 CloudFormation이 `null`, 숫자 또는 필드를 \
             거부하거나 표기를 바꾸기 때문입니다."
        }
        Loss::PipeWithoutManagementEvents => {
            "파이프에는 CloudTrail의 읽기 전용 관리 이벤트를 받는 상태가 없습니다."
        }
        Loss::PipeDescription => "파이프의 설명은 한 줄이므로 줄바꿈을 공백으로 바꿨습니다.",
    };
    fixed.to_owned()
}

fn targets_left_out(owner: FilterOwner, ids: &[String]) -> String {
    let has = match owner {
        FilterOwner::EventSourceMapping => "이벤트 소스 매핑에는 대상 없이 함수 하나만 있습니다.",
        FilterOwner::Pipe => "파이프의 대상은 하나입니다.",
        FilterOwner::Subscription => "구독에는 대상 없이 엔드포인트 하나만 있습니다.",
    };
    format!("{has} 제외한 대상: {}", all_of(ids))
}
