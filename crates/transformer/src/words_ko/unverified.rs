//! What is not verified, in Korean.

use crate::unverified::Unverified;
use rulepad_document::words::ko;

/// Why rendering was stopped.
pub(super) const PAYLOAD_TOO_LARGE: &str =
    "결과 텍스트가 1MiB를 넘습니다. 대상이 받을 수 있는 크기를 넘으므로 여기서 멈췄습니다.";

pub(super) fn unverified(what: Unverified) -> String {
    let text = match what {
        Unverified::BrokenEvent => "이벤트가 올바른 JSON이 아니므로 읽을 수 있는 부분만 표시합니다",
        Unverified::BracketNotation => {
            "입력 경로에 대괄호 표기법을 허용한다는 AWS 페이지가 하나 있고, 다른 페이지는 점 표기법을 요구합니다. \
             대괄호 표기법으로 전달되는지 확인된 사례가 없습니다."
        }
        Unverified::BracketsInMap => {
            "API 레퍼런스는 점 표기법을 요구합니다. PutTargets가 입력 경로의 대괄호 표기법을 거부하는지 확인된 사례가 \
             없습니다."
        }
        Unverified::ScalarByPath(kind) => {
            return format!(
                "입력 경로로 {} 값이 전달되는지 확인된 사례가 없습니다. 확인된 것은 문자열과 객체입니다.",
                ko::kind(kind)
            );
        }
        Unverified::DollarAlone => "`$` 하나로 이벤트 전체를 선택한다는 것은 문법에서 추정한 것입니다",
        Unverified::AllElements => {
            "사용 설명서에는 경로에 쓸 수 있는 문자로 `*` 문자가 나옵니다. `[*]` 표기로 요소의 배열을 얻는지는 확인된 \
             사례가 없습니다."
        }
        Unverified::KeyCharacter(c) => {
            return format!(
                "경로로 `{c}` 문자가 있는 키를 선택할 수 없다는 것은 사용 설명서의 문자 목록에서 추정한 것입니다"
            );
        }
        Unverified::PathSelectsNothing => {
            "이 이벤트에는 입력 경로의 값이 없습니다. 이때 AWS가 무엇을 전달하는지는 확인되지 않았습니다."
        }
        Unverified::TextAfterConstant => {
            "JSON 값 뒤의 텍스트를 AWS가 거부하는지, 무시하는지, 전달하는지 확인된 사례가 없습니다"
        }
        Unverified::EventTime => {
            "`<aws.events.event>` 변수에서 `time` 값이 어떤 형식인지 확인된 사례가 없습니다"
        }
        Unverified::BlankTemplate => "공백만 있는 템플릿을 AWS가 거부하는지 확인된 사례가 없습니다",
        Unverified::PlaceholderName => {
            "`<`, `>` 사이의 텍스트가 이름이 아닐 때 AWS가 무엇을 자리 표시자로 보는지 확인된 사례가 없습니다"
        }
        Unverified::EscapedAngle => {
            "AWS 문서에 따르면 `<` 문자는 이스케이프할 수 없습니다. 그 앞의 백슬래시가 어떤 역할을 하는지 확인된 사례가 \
             없습니다."
        }
        Unverified::ArrayTemplate => {
            "JSON 배열인 템플릿은 AWS에서 확인된 사례가 없습니다. JSON으로 간주합니다."
        }
        Unverified::BareTemplate => {
            "따옴표 없는 자리 표시자 하나로 된 템플릿은 AWS에서 확인된 사례가 없습니다. JSON으로 간주합니다."
        }
        Unverified::VariableKey => {
            "API 레퍼런스에 따르면 변수는 키가 될 수 없습니다. AWS가 실제로 어떻게 처리하는지 확인된 사례가 없습니다."
        }
        Unverified::TemplateNotJson => "JSON이 아닌 템플릿을 PutTargets가 거부하는지는 확인되지 않았습니다",
        Unverified::TextWithoutQuotes => {
            "따옴표 없는 텍스트 템플릿을 PutTargets가 거부하는지는 확인되지 않았습니다"
        }
        Unverified::UnclosedString => "닫히지 않은 문자열을 AWS가 어떻게 처리하는지 확인된 사례가 없습니다",
        Unverified::TextOutsideQuotes => {
            "텍스트 템플릿의 따옴표 밖에 있는 텍스트를 AWS가 어떻게 처리하는지 확인된 사례가 없습니다"
        }
        Unverified::LineBreakInQuotes => {
            "텍스트 템플릿의 따옴표 안에 줄바꿈이 있는 경우는 AWS에서 확인된 사례가 없습니다"
        }
        Unverified::TwoStringsOnOneLine => {
            "텍스트 템플릿의 한 줄에 문자열이 두 개 있는 경우는 AWS에서 확인된 사례가 없습니다"
        }
        Unverified::PayloadTooLarge => PAYLOAD_TOO_LARGE,
        Unverified::BrokenByText => {
            "문자열의 문자 때문에 JSON이 깨진 템플릿이 전달되지 않는다는 것은 사용 설명서에서 추정한 것이며, 확인된 \
             사례가 없습니다"
        }
        Unverified::Null => "JSON null 자리에 AWS가 무엇을 넣는지 확인된 사례가 없습니다",
        Unverified::NumberInQuotes => "따옴표 안의 숫자 자리에 AWS가 무엇을 넣는지 확인된 사례가 없습니다",
        Unverified::Number => "AWS가 숫자를 이벤트에 있는 그대로 쓰는지 확인된 사례가 없습니다",
        Unverified::Bool => {
            "`true`, `false` 값은 텍스트 템플릿에서만 확인되었고 JSON 템플릿에서는 확인된 사례가 없습니다"
        }
        Unverified::EscapesOutsideQuotes => {
            "따옴표 밖에 있는 문자열의 따옴표, 백슬래시, 줄바꿈을 AWS가 어떻게 이스케이프하는지 확인된 사례가 없습니다. \
             여기에는 JSON 이스케이프로 표시합니다."
        }
        Unverified::EscapesInQuotes => {
            "문자열의 문자는 따옴표 사이에 그대로 들어갑니다. 그중 따옴표, 백슬래시, 줄바꿈을 AWS가 어떻게 처리하는지 \
             확인된 사례가 없습니다."
        }
        Unverified::NestedInQuotes => {
            "JSON 템플릿의 문자열 안에 따옴표가 없는 객체나 배열이 들어가는 경우는 확인된 사례가 없습니다"
        }
        Unverified::EventInQuotes => {
            "AWS는 이벤트 변수를 따옴표 밖에만 허용합니다. 따옴표 안에 쓴 경우는 확인된 사례가 없습니다."
        }
    };
    text.to_owned()
}
