//! What AWS's sentences mean, in Korean. The sentences themselves stay English.

use crate::aws::AwsSentence;
use crate::fields::ENTRY_MEMBERS;
use rulepad_document::words::ko;

pub(crate) fn gloss(said: &AwsSentence) -> String {
    let fixed = match said {
        AwsSentence::Required(name) => {
            return format!("{name} 파라미터가 올바르지 않습니다. {name}: 필수 인자입니다.");
        }
        AwsSentence::UnknownParameter { number, key } => {
            return format!(
                "Entries[{}]에 알 수 없는 파라미터가 있습니다: `{key}` (쓸 수 있는 파라미터: {})",
                number - 1,
                ko::all_of(&ENTRY_MEMBERS)
            );
        }
        AwsSentence::NotAuthorized => "이 source 값으로 이벤트를 보낼 권한이 없습니다",
        AwsSentence::MalformedDetail => "Detail의 형식이 잘못되었습니다",
        AwsSentence::TotalSize => "요청 항목의 전체 크기가 한도를 넘습니다",
        AwsSentence::NotAnEvent => "Event 파라미터가 올바르지 않습니다",
    };
    fixed.to_owned()
}
