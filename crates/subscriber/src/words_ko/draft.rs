//! How a subscriber is written, in Korean.

use crate::draft::Form;
use crate::message::DraftText as T;
use rulepad_document::json::ValueKind;
use rulepad_document::words::ko::{Noun, all_of, kind};

/// The words of a text about how a subscriber is written.
pub(crate) fn draft(text: &T) -> String {
    let fixed = match text {
        T::NotASubscriber(saw) => return format!("구독자는 객체이어야 합니다(현재 {})", kind(*saw)),
        T::NoFilter => "필터 구성에 필터가 없습니다",
        T::UnknownMember { name, of } => return format!("`{name}` 멤버는 {}에 없습니다", object(of)),
        T::Repeated(name) => return format!("`{name}` 멤버가 두 번 있습니다"),
        T::Missing { name, of } => return format!("{}에 필수 멤버 `{name}` 값이 없습니다", object(of)),
        T::Type { name, wanted, saw } => {
            return format!(
                "{} 값은 {} 형식이어야 합니다(현재 {})",
                value(name),
                wanted_kind(*wanted),
                kind(*saw)
            );
        }
        T::Length { name, length, least, most } => {
            return format!(
                "`{name}` 값은 {length}자이며, API가 받는 길이는 {}입니다",
                lengths(*least, *most)
            );
        }
        T::Form { name, form: wanted } => {
            return format!("`{name}` 값이 {} 형식에 맞지 않습니다", form(*wanted));
        }
        T::Choice { name, found } => return format!("`{name}` 값으로 `{found}` 값을 쓸 수 없습니다"),
        T::Range { name, found, least, most } => {
            return format!("`{name}` 값이 {found}입니다. API는 {least}~{most}의 정수를 받습니다.");
        }
        T::Count { name, count, most } => {
            return format!("{} 항목이 {count}개입니다. API는 {most}개까지 받습니다.", value(name));
        }
        T::WriteRequest => "`CreateSubscriber` 요청이나 그 `FilterConfiguration` 값, 필터의 배열을 쓰세요",
        T::AddFilterOrRemove => {
            "필터를 추가하거나, 모든 이벤트를 받으려면 `FilterConfiguration` 값을 삭제하세요"
        }
        T::Rename(name) => return format!("`{name}` 쓰기"),
        T::Members(names) => return format!("쓸 수 있는 멤버: {}", all_of(&code(names))),
        T::KeepOne => "하나만 남기세요",
        T::AddMember(name) => return format!("`{name}` 값을 추가하세요"),
        T::QuoteIt => "큰따옴표로 묶기",
        T::WriteAsText => "JSON을 문자열로 쓰기",
        T::RemoveQuotes => "따옴표 삭제",
        T::WriteKind(wanted) => return format!("{} 형식의 값을 쓰세요", wanted_kind(*wanted)),
        T::WriteLength { least, most } => return format!("{} 길이로 쓰세요", lengths(*least, *most)),
        T::WriteForm(wanted) => example(*wanted),
        T::WriteChoice(name) => return format!("`{name}` 쓰기"),
        T::Choices(names) => return format!("쓸 수 있는 값: {}", all_of(&code(names))),
        T::WriteNumber { least, most } => return format!("{least}~{most}의 정수를 쓰세요"),
        T::KeepFewer(most) => return format!("{most}개까지만 남기세요"),
    };
    fixed.to_owned()
}

fn wanted_kind(wanted: ValueKind) -> Noun {
    match wanted {
        ValueKind::True => Noun("`true` 또는 `false`"),
        other => kind(other),
    }
}

fn lengths(least: usize, most: usize) -> String {
    if most == usize::MAX { format!("{least}자 이상") } else { format!("{least}~{most}자") }
}

fn object(path: &str) -> String {
    if path.is_empty() { "가장 바깥 객체".to_owned() } else { format!("`{path}`") }
}

fn value(path: &str) -> String {
    if path.is_empty() { "전체".to_owned() } else { format!("`{path}`") }
}

fn code(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| format!("`{name}`")).collect()
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Any => "텍스트",
        Form::Name => "이름",
        Form::SourceName => "이벤트 소스 이름",
        Form::BusArn => "사용자 지정 이벤트 버스의 ARN",
        Form::TargetArn => "대상의 ARN",
        Form::RoleArn => "역할의 ARN",
        Form::QueueArn => "SQS 대기열의 ARN",
        Form::Visible => "제어 문자 없는 한 줄 텍스트",
        Form::Token => "보이는 ASCII 문자로 된 토큰",
        Form::Trimmed => "양 끝에 공백이 없는 텍스트",
        Form::NotBlank => "공백이 아닌 텍스트",
        Form::Expression => "구분자까지 포함한 JSONata 표현식 하나",
        Form::HeaderName => "HTTP 헤더 이름 또는 표현식",
        Form::PlainHeader => "HTTP 헤더 이름",
        Form::HeaderValue => "HTTP 헤더 값 또는 표현식",
        Form::QueryKey => "쿼리 파라미터 이름",
        Form::QueryValue => "쿼리 파라미터 값",
        Form::ServiceSource => "AWS 서비스의 출처",
        Form::PartnerArn => "파트너 이벤트 소스의 ARN",
        Form::KeyId => "KMS 키의 ID",
        Form::UserName => "콜론과 공백이 없는 사용자 이름",
        Form::Printable => "출력할 수 있는 ASCII 텍스트",
    }
}

fn example(form: Form) -> &'static str {
    match form {
        Form::Any => "텍스트를 쓰세요",
        Form::Name | Form::SourceName => {
            "영문자나 숫자로 시작하고, 그 뒤에는 영문자, 숫자, `.`, `-`, `_` 문자를 쓰세요"
        }
        Form::BusArn => {
            "이름 뒤의 ID까지 ARN을 복사하세요. 예: `arn:aws:events:us-east-1:111122223333:event-busv2/orders/…`"
        }
        Form::TargetArn => "대상의 ARN을 복사하세요. 예: `arn:aws:sqs:us-east-1:111122223333:orders`",
        Form::RoleArn => "역할의 ARN을 복사하세요. 예: `arn:aws:iam::111122223333:role/deliver`",
        Form::QueueArn => "대기열의 ARN을 복사하세요. 예: `arn:aws:sqs:us-east-1:111122223333:failed`",
        Form::Visible => "줄바꿈과 제어 문자를 삭제하세요",
        Form::Token => "공백 없이 보이는 ASCII 문자를 쓰세요",
        Form::Trimmed => "양 끝의 공백을 삭제하세요",
        Form::NotBlank => "값을 쓰세요",
        Form::Expression => "구분자 바깥에 공백도 없이 `{% $events.Data %}` 형식으로 쓰세요",
        Form::HeaderName | Form::PlainHeader => "영문자, 숫자, `-` 문자를 쓰세요",
        Form::HeaderValue => "출력할 수 있는 ASCII 문자를 쓰세요",
        Form::QueryKey | Form::QueryValue => "제어 문자를 삭제하세요",
        Form::ServiceSource => "서비스 하나를 쓰세요. 예: `aws.s3`",
        Form::PartnerArn => "`aws.partner/` 뒤에 이름이 둘 이상인 파트너 이벤트 소스의 ARN을 복사하세요",
        Form::KeyId => "키의 ID나 ARN을 복사하세요",
        Form::UserName => "콜론이나 공백을 삭제하세요",
        Form::Printable => "출력할 수 있는 ASCII 문자를 쓰세요",
    }
}
