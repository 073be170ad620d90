//! The Korean words of this crate.

use crate::change::{Change as C, InputLoss as L};
use crate::loss::Loss;
use rulepad_document::{Lang, Words};

/// What behaves differently.
pub(crate) fn change(change: &C) -> String {
    let fixed = match change {
        C::NumberSpelling => {
            "이벤트에 있는 숫자의 표기가 바뀔 수 있습니다. 예를 들어 `1.50` 값은 `1.5` 값이 됩니다."
        }
        C::ConstantNumber(text) => return format!("JSONata는 숫자 `{text}` 값을 다르게 표기합니다"),
        C::LoneSurrogate(escape) => {
            return format!(
                "`{escape}` 이스케이프는 서로게이트 쌍의 반쪽이어서 JSONata가 U+FFFD 문자로 바꿉니다"
            );
        }
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
        C::AnyType(field) => {
            return format!(
                "`wildcard` 연산자는 문자열만 받지만, `exists` 연산자는 `{field}` 필드의 숫자, `true`, `false`, `null` 값도 받습니다"
            );
        }
        C::Stopped => {
            "중지된 구독자에는 이벤트가 쌓입니다. 규칙처럼 건너뛰려면 `LATEST` 위치에서 다시 시작하세요."
        }
        C::Publishers => "규칙의 버스에 게시하던 프로그램은 사용자 지정 이벤트 버스에 게시해야 합니다",
        C::WholeSource(name) => {
            return format!(
                "이벤트 소스의 패턴에는 규칙의 조건을 쓸 수 없어서 `{name}`의 모든 이벤트가 버스로 들어옵니다. 그중에서 구독자의 \
                 필터가 고릅니다."
            );
        }
        C::Partner(name) => {
            return format!("사용자 지정 이벤트 버스에 파트너 `{name}`의 이벤트 소스가 필요합니다");
        }
        C::PartitionKey => "각 레코드의 파티션 키는 사용자 지정 이벤트 버스가 이벤트에 부여하는 ID입니다",
        C::NewRole => {
            "구독자에는 항상 역할이 필요합니다. 표시된 정책으로 역할을 만들거나 다른 역할을 지정하세요."
        }
        C::RolePolicies => "역할에 구독자의 정책이 필요하며, 이 정책은 규칙의 정책과 다릅니다",
        C::UniversalTarget(action) => {
            return format!(
                "대상을 `{action}` 범용 대상으로 호출합니다. 요청이 맞는지는 구독자를 만들 때 AWS에서 확인됩니다."
            );
        }
        C::NoEvent(action) => {
            return format!("규칙은 이벤트를 전달하지만 `{action}` 호출에는 이벤트가 없습니다");
        }
        C::PassRole => {
            "역할에는 작업의 역할에 대한 `iam:PassRole` 권한도 있어야 합니다. 대상에는 그 역할이 나와 있지 않습니다."
        }
        C::WorkflowRun => {
            "이벤트마다 워크플로를 실행합니다. 규칙은 트리거에 알리며, 트리거는 이벤트를 모을 수 있습니다."
        }
        C::LogStream(name) => {
            return format!("로그 그룹에 `{name}` 로그 스트림을 만드세요. 규칙은 직접 만듭니다.");
        }
        C::QueueRecord => {
            "대기열은 이벤트가 없는 실패 레코드를 받습니다. 역할에 `sqs:SendMessage` 권한이 필요합니다."
        }
    };
    fixed.to_owned()
}

/// What of a rule cannot be written.
pub(crate) fn loss(loss: &Loss, lang: Lang) -> String {
    let fixed = match loss {
        Loss::Wildcard { field, matcher, written } => {
            return format!(
                "필터에는 `wildcard` 연산자가 없습니다. `{field}` 필드에서 `{written}` 조건은 `{matcher}` 조건보다 많은 값을 \
                 받으므로 더 많은 이벤트가 전달됩니다."
            );
        }
        Loss::BadPattern => "AWS가 이벤트 패턴을 거부합니다",
        Loss::LongPattern(bytes) => {
            return format!("필터가 {bytes}바이트가 됩니다. AWS는 4,096바이트까지 받습니다.");
        }
        Loss::ScheduleAlone(text) => {
            return format!(
                "규칙에 이벤트 패턴이 없습니다. `{text}` 일정은 EventBridge Scheduler의 일정으로 옮겨야 합니다."
            );
        }
        Loss::Schedule(text) => {
            return format!(
                "구독자에는 일정이 없습니다. `{text}` 일정은 EventBridge Scheduler의 일정으로 옮겨야 합니다."
            );
        }
        Loss::AnyService => {
            "AWS 서비스의 이벤트는 서비스마다 이벤트 소스가 있어야 사용자 지정 이벤트 버스에 들어오는데, 패턴에 서비스가 지정되어 \
             있지 않습니다"
        }
        Loss::ManagementEvents => {
            "구독자는 규칙의 상태처럼 CloudTrail의 읽기 전용 관리 이벤트를 요청할 수 없습니다"
        }
        Loss::NotATarget(arn) => return format!("`{arn}` 값은 대상의 ARN이 아닙니다"),
        Loss::Universal(kind, action) => {
            return format!(
                "{} 대상은 범용 대상 `{action}`에 해당하며, 요청을 직접 작성해야 합니다",
                kind.name(lang)
            );
        }
        Loss::NoTarget(kind) => {
            return format!("구독자에는 {} 대상이 없습니다. API destination을 사용하세요.", kind.name(lang));
        }
        Loss::BusInput => "구독자는 이벤트 버스에 이벤트를 그대로 전달하며, 대상의 입력을 쓸 수 없습니다",
        Loss::OwnBus => "구독자는 자신이 읽는 버스에 전달할 수 없습니다",
        Loss::Input(own) => return input_loss(own, lang),
        Loss::Setting(name, text) => {
            return format!("AWS는 `{name}` 값으로 `{text}` 값을 받지 않습니다");
        }
        Loss::ParameterPath(path) => {
            return format!("대상의 파라미터에 있는 `{path}` 경로는 JSONata로 쓸 수 없습니다");
        }
    };
    fixed.to_owned()
}

/// What of an input option cannot be written.
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
