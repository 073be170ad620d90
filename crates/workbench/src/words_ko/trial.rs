//! Trying a rule, in Korean: whole sentences.

use crate::trial::{AnswerSays, NoTrial, Sent, TrialNote};
use rulepad_document::words::ko;

/// Why a rule cannot be tried.
pub(crate) fn no_trial(why: &NoTrial) -> String {
    match why {
        NoTrial::NoRule => {
            "이벤트 버스에서 이벤트를 받는 것은 규칙뿐입니다. 패턴 사용처를 `EventBridge 규칙` 항목으로 바꾸세요."
                .to_owned()
        }
        NoTrial::PatternRefused => "AWS가 이벤트 패턴을 거부합니다. 패턴을 고친 뒤에 실행해 보세요.".to_owned(),
        NoTrial::NoEvent => "규칙을 실행해 볼 이벤트가 없습니다. 이벤트는 JSON 객체 하나이어야 합니다.".to_owned(),
        NoTrial::SourceMatters { reserved } => format!(
            "이벤트의 source가 `{reserved}` 접두사로 시작하므로 PutEvents가 거부합니다. 패턴의 source 조건은 다른 값으로 \
             바꾸면 결과가 달라지므로 `test-event-pattern` 명령으로만 실행해 볼 수 있습니다."
        ),
    }
}

/// What to know before a rule is tried.
pub(crate) fn note(note: &TrialNote) -> String {
    match note {
        TrialNote::OtherSource { reserved, prefix } => format!(
            "PutEvents는 `{reserved}` 접두사로 시작하는 source 값을 거부합니다. 그래서 사본에서는 패턴과 이벤트의 모든 \
             source 앞에 `{prefix}` 접두사를 붙입니다."
        ),
        TrialNote::GivenFields(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            format!(
                "PutEvents는 모든 이벤트의 {} 값을 직접 정합니다. 패턴에 이 값의 조건이 있으므로 두 값이 같을 때만 \
                 일치합니다.",
                ko::all_of(&names)
            )
        }
        TrialNote::Lacks { field, member } => {
            format!("이벤트에 `{field}` 필드가 없습니다. PutEvents에는 `{member}` 값이 필요합니다.")
        }
        TrialNote::OtherRules => {
            "이벤트 버스에 이 이벤트와 일치하는 다른 규칙이 있으면 그 규칙과 대상도 모두 이벤트를 받습니다."
                .to_owned()
        }
        TrialNote::Enabled => {
            "규칙이 비활성화되어 있습니다. 그대로는 이벤트가 전달되지 않으므로 사본은 활성화합니다."
                .to_owned()
        }
        TrialNote::PartnerBus => "파트너 이벤트 버스에는 파트너만 이벤트를 보낼 수 있습니다.".to_owned(),
    }
}

/// What an emulator answered.
pub(crate) fn answer(says: &AnswerSays) -> String {
    match says {
        AnswerSays::Matches => "패턴이 이벤트와 일치한다고 응답했습니다.".to_owned(),
        AnswerSays::DoesNotMatch => "패턴이 이벤트와 일치하지 않는다고 응답했습니다.".to_owned(),
        AnswerSays::Rule(arn) => format!("규칙이 있습니다(ARN: `{arn}`)."),
        AnswerSays::TookEvent(id) => {
            format!("에뮬레이터가 이벤트를 받았습니다(ID: `{id}`). 대상이 받은 내용을 확인하세요.")
        }
        AnswerSays::TookAll(Sent::Targets) => "에뮬레이터가 모든 대상을 등록했습니다.".to_owned(),
        AnswerSays::TookAll(Sent::Events) => "에뮬레이터가 모든 이벤트를 받았습니다.".to_owned(),
        AnswerSays::Refused { count, of: Sent::Targets } => {
            format!("에뮬레이터가 대상 {count}개를 거부했습니다.")
        }
        AnswerSays::Refused { count, of: Sent::Events } => {
            format!("에뮬레이터가 이벤트 {count}개를 거부했습니다.")
        }
        AnswerSays::RefusedCall { operation, status } => {
            format!("에뮬레이터가 `{}` 호출을 거부했습니다(상태 코드 {status}).", operation.name())
        }
        AnswerSays::Unknown { operation, status } => format!(
            "상태 코드 {status} 응답이 왔지만 EventBridge의 `{}` 응답이 아닙니다. 이 주소가 AWS 에뮬레이터의 주소인지 \
             확인하세요.",
            operation.name()
        ),
    }
}
