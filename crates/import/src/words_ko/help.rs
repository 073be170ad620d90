//! What to do, in Korean.

use super::format::instead;
use super::member::expected;
use crate::message::Help;

pub(super) fn help(help: &Help) -> String {
    use Help as H;
    let fixed = match help {
        H::Write(text) => return format!("`{text}` 쓰기"),
        H::PasteResponse(call) => return format!("`{call}` 명령의 응답을 붙여넣으세요"),
        H::ImportFile(path) => return format!("이 파일과 함께 `{path}` 파일을 가져오세요"),
        H::WriteOrLeftOut(what) => {
            return format!("{} 값으로 바꾸세요. 바꾸지 않으면 제외됩니다.", expected(*what));
        }
        H::OptionKept { kept, left } => {
            return format!("`{kept}` 속성은 남기고 `{left}` 속성은 제외했습니다");
        }
        H::Instead(format) => instead(*format),
        H::PasteKnownFormat => {
            "CloudFormation 또는 SAM 템플릿, Terraform, `aws events describe-rule`, `list-rules` 또는 \
             `list-targets-by-rule` 응답, PutRule과 PutTargets 요청, 이벤트 패턴, Rulepad에서 저장한 파일 중 하나를 \
             붙여넣으세요"
        }
        H::PastePartWithRule => "규칙이 있는 부분을 붙여넣으세요",
        H::PasteRuleResource => "규칙이 있는 부분을 붙여넣으세요. 예: `aws_cloudwatch_event_rule`",
        H::PasteJsonTexts => "JSON 텍스트만 차례로 붙여넣고, 사이에 다른 내용을 넣지 마세요",
        H::CallAgain => {
            "`--next-token` 옵션으로 다시 호출하고, 응답을 차례로 붙여넣거나 전체 목록을 한 번에 붙여넣으세요"
        }
        H::CopyUnescaped => "따옴표가 이스케이프되지 않은 곳에서 텍스트를 복사하세요",
        H::ImportTemplateOfRule => "규칙을 선언하는 템플릿을 가져오세요",
        H::EventsOfServices => {
            "`eventBridge`, `cloudwatchEvent`, `schedule`, `stream`, `sqs`, `sns` 종류의 이벤트와 `resources` 항목을 \
             읽습니다"
        }
        H::ImportNestedTemplate => "그 템플릿에 규칙이 있으면 함께 가져오세요",
        H::SchedulesHaveNoPattern => {
            "EventBridge Scheduler의 일정에는 이벤트 버스도 이벤트 패턴도 쓰지 않습니다"
        }
        H::ShortenTemplate => "값을 직접 쓰거나, 템플릿에서 규칙이 있는 부분만 가져오세요",
        H::ImportTerraformFile => "규칙 주변의 내용을 유지하려면 규칙이 있는 `.tf` 파일을 가져오세요",
        H::CheckSpelling => "철자를 확인하세요",
        H::WriteState => "`ENABLED` 또는 `DISABLED` 값을 쓰세요",
        H::SetState => "규칙을 활성화된 것으로 읽었습니다. 상태를 직접 설정하세요.",
        H::TagLeftOut => "이 태그는 제외했습니다. 이런 태그는 AWS가 직접 설정합니다.",
        H::AddPattern => "`EventPattern` 또는 `ScheduleExpression` 속성을 추가하세요",
        H::ImportFileOfPattern => "값이 있는 파일도 함께 가져오거나 패턴을 붙여넣으세요",
        H::WriteValueOfField => "이 패턴은 규칙보다 더 많은 이벤트와 일치합니다. 표현식을 값으로 바꾸세요.",
        H::WriteValuesOfList => {
            "다른 형식으로 내보내면 값 하나로 들어갑니다. 이벤트와 비교하려면 배열의 값을 직접 쓰세요."
        }
        H::CheckNames => "표현식의 이름과 타입을 확인하세요",
        H::WriteObject => "표현식 대신 객체를 쓰세요",
        H::AddFileOfTags => "태그는 제외했습니다. 태그를 정의하는 파일을 추가하세요.",
        H::ImportModule => "모듈의 파일 중에서 규칙이 있는 파일을 가져오세요",
        H::ImportModuleWithThis => "모듈의 파일을 이 파일과 함께 가져오세요",
        H::ImportWholePlan => "`terraform show -json` 명령의 출력이나 구성 파일을 가져오세요",
        H::WriteHeredoc => "템플릿을 히어독(`<<EOT`)으로 쓰세요",
        H::WriteFilters => "`Filters` 값으로, `Pattern` 속성이 있는 객체의 배열을 쓰세요",
        H::WritePattern => "`Pattern` 속성에 패턴을 JSON 문자열로 쓰세요",
        H::WritePatternAsString => "패턴을 JSON 문자열로 쓰세요. 여기서는 문자열로 읽었습니다.",
        H::WritePatternMember => {
            "`Pattern` 속성에 패턴을 JSON 문자열로 쓰세요. 여기서는 그렇게 쓴 것으로 읽었습니다."
        }
        H::ReadAsAttributes => "기본값인 메시지 속성 정책으로 읽었습니다",
        H::WriteSubscription => "구독을 `AWS::SNS::Subscription` 리소스로 쓰세요",
        H::CheckQuotes => "따옴표를 확인하거나, JSON으로 써서 작은따옴표로 묶으세요",
        H::WriteAsJson => {
            "값 전체를 JSON으로 쓰거나, 객체를 따옴표를 이스케이프한 문자열로 쓰세요. 여기서는 문자열로 읽었습니다."
        }
        H::WriteLiterals => "요청의 멤버를 호출에 직접 쓰거나 `aws events describe-rule` 응답을 붙여넣으세요",
        H::CloseParentheses => "앞선 호출의 괄호를 닫거나 프로그램의 일부만 가져오세요",
        H::PasteAsEvent => "규칙과 비교할 이벤트로 붙여넣으세요",
        H::ImportTemplate => "템플릿을 가져오세요",
        H::CallsThatAreRead => {
            "`put-rule`, `put-targets`, `test-event-pattern`, `create-archive`, `create-pipe`, \
             `create-event-source-mapping`, `subscribe`, `set-subscription-attributes` 호출을 읽습니다"
        }
        H::RemoveCall => "규칙을 유지하려면 이 호출을 삭제하세요",
        H::AllTargetsListed => "대상을 모두 표시했습니다",
        H::PasteRecordAsEvent => {
            "`PutRule`, `PutTargets` 레코드를 읽습니다. 이 레코드를 패턴과 비교하려면 이벤트로 붙여넣으세요."
        }
        H::RequestIsRead => "요청은 그대로 읽었습니다",
        H::GetValue => "`aws events describe-rule`, `list-targets-by-rule` 명령으로 값을 확인하세요",
    };
    fixed.to_owned()
}
