//! What to do, in Korean.

use super::diagnostics::expected;
use crate::message::Help;

/// The words of a help.
pub(super) fn help(help: &Help) -> String {
    let fixed = match help {
        Help::PasteOneEvent => "이벤트를 하나 붙여넣으세요. 이벤트의 배열은 이벤트가 아닙니다.",
        Help::PasteSomething => {
            "이벤트, 이벤트의 배열이나 파일, 또는 이벤트가 들어 있는 로그나 대기열의 메시지를 붙여넣으세요"
        }
        Help::CorrectYaml => "YAML을 고치거나 이벤트를 JSON으로 붙여넣으세요",
        Help::ConvertToJson => "JSON으로 변환",
        Help::PasteEventOrImport => {
            "이벤트를 붙여넣으세요. Terraform 파일의 규칙은 가져오기에서 읽을 수 있습니다."
        }
        Help::PasteEvent => "이벤트를 붙여넣으세요",
        Help::LogWholeEvent => {
            "이벤트 전체를 출력하는 `JSON.stringify(event)` 또는 `json.dumps(event)` 코드로 로그를 남기세요"
        }
        Help::WriteValue => "값을 쓰세요",
        Help::PasteLogFile => "`logFiles` 아래에 있는 로그 파일 중 하나를 붙여넣으세요",
        Help::LogDetail => {
            "로그에 남기려면 이벤트 버스의 `LogConfig`에서 `IncludeDetail` 속성에 `FULL` 값을 지정하세요"
        }
        Help::PasteFile => "그 파일을 붙여넣으세요",
        Help::WriteEntries => "항목을 JSON으로 쓰세요. 예: `--entries '[{\"Source\": …}]'`",
        Help::WriteOrRemoveLine => "이 줄에 이벤트를 쓰거나 줄을 삭제하세요",
        Help::PasteFilled => "이벤트가 들어 있는 텍스트를 붙여넣으세요",
        Help::PasteWith(carrier) => return format!("`{}` 값까지 함께 붙여넣으세요", carrier.path()),
        Help::EventsAreJson => "규칙의 패턴은 이벤트와 비교하며, 이벤트는 JSON입니다",
        Help::CopyAllOf(carrier) => {
            return format!("`{}` 값을 마지막 글자까지 모두 복사하세요", carrier.path());
        }
        Help::PastePart => "일부만 붙여넣으세요",
        Help::PasteInside => "안쪽 내용을 붙여넣으세요",
        Help::PasteRest => "나머지는 따로 붙여넣으세요",
        Help::AddField { field, becomes } => {
            return format!("`{field}` 필드를 추가하거나 이벤트의 `{becomes}` 값을 채우세요");
        }
        Help::CheckDetailType => "API 호출로 읽었습니다. 이벤트의 `detail-type` 값을 확인하세요.",
        Help::S3Events => "S3의 이벤트는 S3 사용 설명서의 EventBridge 부분에 나와 있습니다",
        Help::CopyAll => "전체를 복사하세요",

        Help::AddMissing => "빠진 필드 추가",
        Help::TriedWithoutTestedFields => {
            "이런 이벤트는 이벤트 버스에 오지 않으며 TestEventPattern도 거부합니다. 그래도 패턴은 평가합니다."
        }
        Help::TriedWithoutFields => "그래도 패턴은 평가합니다",
        Help::Write(text) => return format!("`{text}` 쓰기"),
        Help::WriteExpected(of) => return format!("{} 쓰세요", expected(*of).object()),
        Help::MakeList => "배열로 바꾸기",
        Help::WriteTime => "시간 형식으로 쓰기",
        Help::QuoteNumber => "큰따옴표로 묶기",
        Help::ReadAsJson => "텍스트를 JSON으로 읽기",
        Help::WriteDateInUtc => "날짜와 시간을 UTC로 쓰세요",
        Help::WriteTwelveDigits => "앞자리 0을 포함해 12자리를 쓰세요",
        Help::ShortenDetailType => "길이를 줄이세요. PutEvents는 이런 이벤트를 받지 않습니다.",
        Help::NameSender => "이벤트를 보내는 서비스나 애플리케이션의 이름을 쓰세요",
        Help::WriteUuid => "UUID 쓰기",
        Help::WriteRegion => "`us-east-1` 형식으로 쓰세요",
        Help::SetRuleState => "규칙의 상태를 `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS` 값으로 바꾸세요",
        Help::UseS3 => "큰 내용은 S3에 두고 이벤트에는 그 키를 넣으세요",

        Help::KeepOne => "하나만 남기세요",
        Help::PutIntoDetail => "`Detail` 안에 넣거나 삭제하세요",
        Help::WriteAsJsonText => "JSON 텍스트로 쓰기",
        Help::FixDetail => "JSON 고치기",
        Help::OtherEntriesAreTaken => "PutEvents는 이 항목을 받지 않고 같은 호출의 다른 항목은 받습니다",
        Help::SendAsString => "문자열로 보내세요. AWS가 이 값을 어떻게 처리하는지는 확인되지 않았습니다.",
        Help::WriteRfc3339 => {
            "`2026-03-02T04:05:06Z` 형식으로 쓰세요. AWS가 이 값을 받는지는 확인되지 않았습니다."
        }
        Help::ShortenMember => "길이를 줄이세요. 이때 AWS가 보내는 문장은 확인되지 않았습니다.",
        Help::WriteMember(name) => {
            return format!(
                "`{name}` 멤버를 추가하세요. PutEvents는 이 항목을 받지 않고 같은 호출의 다른 항목은 받습니다."
            );
        }
        Help::UseOtherSource => {
            "직접 정한 source 값을 쓰세요. AWS 이벤트의 규칙을 테스트하려면 그 이벤트를 여기에서 평가하세요."
        }
        Help::SendInSeveralCalls => "여러 번의 호출로 나눠 보내세요. 여기에는 모두 표시합니다.",
        Help::SendLess => "여러 번의 호출로 나눠 보내거나, 큰 내용은 S3에 두세요",
    };
    fixed.to_owned()
}
