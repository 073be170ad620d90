//! What to do about a problem, in Korean.

use crate::message::Help;
use crate::variable::RESERVED;
use rulepad_document::words::ko;

pub(super) fn help(help: &Help) -> String {
    let text = match help {
        Help::KeepOneOption => "`Input`, `InputPath`, `InputTransformer` 중 하나만 남기세요",
        Help::ShortenConstant => "상수를 줄이거나, 대상이 가져올 수 있는 곳에 두세요",
        Help::SelectHigher => "이벤트에서 더 상위의 값을 선택하세요",
        Help::WritePath(path) => return format!("`{path}` 쓰기"),
        Help::PathNames => {
            "이름에는 영문자, 숫자, `_`, `-`, `/` 문자만 쓸 수 있습니다. 키에 다른 문자가 있으면 그 키가 있는 객체를 선택하세요."
        }
        Help::PathsNotChecked => {
            "AWS는 경로를 검사하지 않고 저장합니다. AWS가 읽지 못하는 경로는 아무 값도 선택하지 않습니다."
        }
        Help::WriteMap => "`{\"name\": \"$.detail.name\"}` 형식으로 쓰세요",
        Help::QuotePath => "경로를 큰따옴표로 묶으세요. 예: `\"$.detail\"`",
        Help::SelectObject => "여러 값이 들어 있는 객체를 선택하세요",
        Help::RemoveEarlier => "앞의 항목 삭제",
        Help::NeedsNoEntry(name) => {
            return format!("`<{name}>` 변수는 여기에 항목이 없어도 템플릿에서 쓸 수 있습니다");
        }
        Help::NameIt(name) => return format!("`{name}` 이름으로 바꾸기"),
        Help::SameNameInTemplate => "템플릿에도 같은 이름을 쓰세요",
        Help::VariableNames => "이름에는 영문자, 숫자, `_`, `-` 문자를 쓰세요",
        Help::ShortenName => "이름을 줄이세요",
        Help::NameEachPath => "경로마다 이름을 지정하세요",
        Help::UseTransformer => {
            "값을 여러 개 보내려면 입력 변환기를 쓰세요. 경로마다 이름을 지정하고, 템플릿에는 그 이름을 씁니다."
        }
        Help::RemoveEntry => "항목 삭제",
        Help::WriteTemplate => "`{\"id\": <id>}` 같은 JSON 객체나 큰따옴표로 묶은 텍스트를 쓰세요",
        Help::ShortenTemplate => {
            "템플릿을 줄이세요. `<aws.events.event.json>` 변수에는 이벤트 전체가 들어 있습니다."
        }
        Help::WriteVariable(name) => return format!("`<{name}>` 쓰기"),
        Help::NameInPipes => "EventBridge Pipes에서 쓰는 이름이 `aws.pipes`입니다",
        Help::OnlyInPipes => "이 변수는 EventBridge Pipes에만 있고 규칙에는 없습니다",
        Help::OnlyInScheduler => {
            "이 변수는 EventBridge Scheduler에만 있고 규칙에는 없습니다. 예약된 규칙의 이벤트에는 `time` 필드가 있고, \
             `resources` 필드에 규칙의 ARN이 있습니다."
        }
        Help::PathInPlaceholder => {
            "규칙의 템플릿에는 변수 이름을 쓰고, 경로는 입력 경로에 씁니다. `<…>` 안의 경로는 Pipes에서만 쓸 수 \
             있습니다."
        }
        Help::ReservedVariables => {
            return format!("AWS의 변수: {}", ko::all_of(&RESERVED.map(|name| format!("`<{name}>`"))));
        }
        Help::AddToPaths(name) => return format!("입력 경로에 `{name}` 변수를 추가하세요"),
        Help::JsonEncode => {
            "Terraform의 `jsonencode` 함수가 이렇게 바꿉니다. Terraform에서는 템플릿을 heredoc 문자열로 쓰세요."
        }
        Help::NameValue => "입력 경로에서 값에 이름을 지정하고 여기에는 `<name>` 형식으로 쓰세요",
        Help::NamePath => "입력 경로에서 경로에 이름을 지정하고 여기에는 `<name>` 형식으로 쓰세요",
        Help::QuoteText | Help::Quote => "큰따옴표로 묶기",
        Help::CloseAtEnd => "끝에서 닫기",
        Help::BetweenQuotes => "그 줄의 따옴표 안으로 옮기기",
        Help::QuoteEachLine => "줄마다 따옴표로 묶기",
        Help::WriteKeyOut => "키는 글자 그대로 쓰고, 변수는 값에 넣으세요",
        Help::RemoveQuotes => "따옴표 삭제",
        Help::GiveKey => "값에 별도의 키를 주고 따옴표로 묶지 마세요",
        Help::UseJsonTemplate => "JSON 템플릿을 쓰고 변수를 따옴표로 묶지 마세요",
        Help::UseOnce => "큰 값은 한 번만 쓰세요",
    };
    text.to_owned()
}
