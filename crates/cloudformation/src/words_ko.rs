//! The words of templates in Korean.

use crate::message::{Message, StandInNote};
use rulepad_document::{Lang, Words};

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    let fixed = match message {
        Message::Text(message) => return message.words(Lang::KO),
        Message::LoopShape => {
            "이 `Fn::ForEach` 값은 이름, 값의 목록, 반복할 내용으로 된 배열이 아니어서 건너뛰었습니다"
        }
        Message::LoopUnknown => {
            "이 `Fn::ForEach` 반복의 값은 배포할 때 정해지므로 반복으로 만드는 리소스를 표시하지 않습니다"
        }
        Message::LoopLong => {
            "이 `Fn::ForEach` 반복으로 만드는 내용이 템플릿의 한도를 넘어 나머지는 건너뛰었습니다"
        }
        Message::WriteLoop => "`Fn::ForEach::Name: [Item, [a, b], {\"Key${Item}\": …}]` 형식으로 쓰세요",
        Message::GiveValuesOfLoop => "파라미터에 `Default` 값을 지정하거나 값을 나열하세요",
        Message::ImportFewerValues => "한 번에 가져오는 값의 수를 줄이세요",
    };
    fixed.to_owned()
}

/// The sentence on what is shown for a function.
pub(crate) fn stand_in(note: &StandInNote) -> String {
    match note {
        StandInNote::Shown { shown, source } => {
            format!("템플릿의 `{source}` 대신 `{shown}` 값을 표시합니다.")
        }
        StandInNote::More(count) => format!("내장 함수에서 오는 값이 {count}개 더 있습니다."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins_are_named_and_counted() {
        let shown = "111122223333".to_owned();
        let source = "{\"Ref\":\"AWS::AccountId\"}".to_owned();
        assert_eq!(
            stand_in(&StandInNote::Shown { shown, source }),
            "템플릿의 `{\"Ref\":\"AWS::AccountId\"}` 대신 `111122223333` 값을 표시합니다."
        );
        assert_eq!(stand_in(&StandInNote::More(1)), "내장 함수에서 오는 값이 1개 더 있습니다.");
    }
}
