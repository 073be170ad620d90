//! What is wrong with a call, in Korean.

use super::listed;
use crate::changes::RuleChange;
use crate::message::CallMessage;
use rulepad_rule::State;

pub(super) fn call(message: &CallMessage) -> String {
    let fixed = match message {
        CallMessage::Argument(option) => {
            return format!("`{option}` 옵션의 값이 JSON도 AWS CLI 간편 구문도 아니어서 건너뛰었습니다");
        }
        CallMessage::ChangeElsewhere { change, rule } => {
            let does = changes(*change, rule);
            return format!("{does} 호출입니다. 이 규칙을 만드는 호출이 앞에 없어 반영할 것이 없습니다.");
        }
        CallMessage::ChangePerhaps { change, rule } => {
            let does = changes(*change, rule);
            return format!("{does} 호출입니다. 실행되는지 알 수 없어 반영하지 않았습니다.");
        }
        CallMessage::Deleted { rule } => {
            return format!("`{rule}` 규칙을 삭제하는 호출입니다. 규칙은 삭제하기 전의 내용으로 표시합니다.");
        }
        CallMessage::TargetsRemoved { rule, ids } if ids.is_empty() => {
            return format!("`{rule}` 규칙의 대상을 삭제하는 호출입니다. 어떤 대상인지는 알 수 없습니다.");
        }
        CallMessage::TargetsRemoved { rule, ids } => {
            return format!("`{rule}` 규칙의 대상을 삭제하는 호출입니다. 삭제하는 대상: {}", listed(ids));
        }
        CallMessage::TrailOther(call) => {
            return format!("`{call}` 호출의 레코드입니다. 이 호출은 규칙을 만들지 않습니다.");
        }
        CallMessage::TrailFailed(code) => {
            return format!("AWS가 이 호출을 `{code}` 오류로 거부해 만들어진 것이 없습니다");
        }
        CallMessage::JsonInShorthand => {
            "AWS CLI 간편 구문에서는 JSON 객체를 값으로 쓸 수 없으므로 호출이 실패합니다"
        }
        CallMessage::Makefile => {
            "Makefile입니다. `$$` 표기는 셸의 `$` 문자로 읽었고, `make` 변수의 값은 알 수 없습니다."
        }
        CallMessage::NotLiteral => "호출의 인자가 리터럴이 아니어서 읽지 않았습니다",
        CallMessage::Budget => "여기부터는 이 프로그램의 호출을 읽는 데 필요한 계산이 너무 많습니다",
        CallMessage::Sends => "이벤트나 메시지를 보내는 호출이며, 규칙을 만들지 않습니다",
        CallMessage::Deploys => "템플릿을 배포하는 호출입니다. 규칙은 템플릿에 있습니다.",
        CallMessage::NoRule => "스크립트에 규칙이나 필터를 만드는 호출이 없습니다",
        CallMessage::TrailHidden => "CloudTrail은 이 값을 기록하지 않습니다",
    };
    fixed.to_owned()
}

/// What a call does to a rule, before the noun: `… 호출`.
fn changes(change: RuleChange, rule: &str) -> String {
    match change {
        RuleChange::Switch(State::Disabled) => format!("`{rule}` 규칙을 비활성화하는"),
        RuleChange::Switch(_) => format!("`{rule}` 규칙을 활성화하는"),
        RuleChange::Delete => format!("`{rule}` 규칙을 삭제하는"),
        RuleChange::RemoveTargets => format!("`{rule}` 규칙의 대상을 삭제하는"),
    }
}
