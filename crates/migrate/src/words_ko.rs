//! The Korean words of this crate.

use crate::change::{Change as C, InputLoss as L};
use rulepad_document::{Lang, Words};

/// What behaves differently.
pub(crate) fn change(change: &C) -> String {
    let fixed = match change {
        C::NumberSpelling => {
            "이벤트에 있는 숫자의 표기가 바뀔 수 있습니다. 예를 들어 `1.50` 값은 `1.5` 값이 됩니다."
        }
        C::ConstantNumber(text) => return format!("JSONata는 숫자 `{text}` 값을 다르게 표기합니다"),
        C::RepeatedKey(key) => return format!("`{key}` 키가 두 번 있습니다. 마지막 값만 남습니다."),
        C::NothingSelected(path) => {
            return format!(
                "`{path}` 경로가 아무것도 선택하지 않으면 전달이 실패합니다. 이때 규칙이 무엇을 전달하는지는 문서에 없습니다."
            );
        }
        C::NullFails(path) => return format!("`{path}` 값이 `null`이면 전달이 실패합니다"),
        C::OtherShape(path) => {
            return format!(
                "`{path}` 경로에서 이름 자리에 배열이 있거나 인덱스 자리에 배열이 아닌 값이 있으면 규칙은 아무것도 선택하지 \
                 않습니다. JSONata는 배열의 요소에서 값을 모으거나 값 하나를 배열처럼 다룹니다."
            );
        }
        C::EscapedInQuotes => {
            "규칙에서는 따옴표나 백슬래시가 있는 값이 따옴표 안에 들어가면 템플릿의 JSON이 깨집니다. 여기서는 이스케이프되어 전달됩니다."
        }
        C::VariableKey(name) => {
            return format!(
                "`<{name}>` 변수가 키에 있습니다. 규칙의 동작은 문서에 없으며, 여기서는 같은 키가 두 번 나오면 전달이 실패합니다."
            );
        }
        C::RuleVariable(name) => {
            return format!("구독자에는 `<{name}>` 변수가 없어서 상수로 씁니다");
        }
        C::IngestionTime => "수집 시간은 사용자 지정 이벤트 버스의 시간이며, 형식이 규칙과 다를 수 있습니다",
        C::EventVariable => {
            "`<aws.events.event>` 변수를 멤버별로 씁니다. AWS가 새로 추가하는 멤버는 없습니다."
        }
        C::StringResult => {
            "결과는 문자열이고 대상은 JSON을 받습니다. 따옴표와 함께 전달되는지는 문서에 없습니다."
        }
    };
    fixed.to_owned()
}

/// What cannot be written.
pub(crate) fn input_loss(loss: &L, lang: Lang) -> String {
    let fixed = match loss {
        L::Refused(message) => return format!("AWS가 입력을 거부합니다: {}", message.words(lang)),
        L::TextWithoutQuotes => "템플릿이 따옴표 없는 텍스트여서 EventBridge가 전달하지 않습니다",
        L::UnclosedString => "템플릿에 닫히지 않은 문자열이 있습니다",
        L::TemplateNotJson => "템플릿이 JSON이 아니어서 EventBridge가 전달하지 않습니다",
        L::ConstantNotJson => "상수가 JSON 값 하나가 아닙니다",
        L::TooLong(length) => {
            return format!("표현식이 {length}자가 됩니다. AWS는 8,192자까지 받으므로 페이로드를 줄이세요.");
        }
        L::NestedArrays(path) => {
            return format!(
                "`{path}` 경로는 배열 안에 있는 배열의 요소를 선택하며, JSONata로 똑같이 쓸 수 없습니다"
            );
        }
        L::NoPath(path) => {
            return format!("`{path}` 값은 입력 경로가 아니어서 아무것도 선택하지 않습니다");
        }
        L::Number(text) => return format!("숫자 `{text}` 값이 JSONata에는 너무 큽니다"),
        L::NotAnExpression => "JSONata가 받지 않는 표현식이 됩니다",
    };
    fixed.to_owned()
}
