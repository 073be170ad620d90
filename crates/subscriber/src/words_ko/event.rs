//! Events and what is wrong with them in Korean.

use crate::event::EventForm;
use crate::message::EventText as T;
use rulepad_document::words::ko::{all_of, kind};

/// What a text was taken for.
pub(crate) fn form(form: EventForm) -> &'static str {
    match form {
        EventForm::Classic => "`PutEvents` 호출로 게시한 이벤트로 읽었습니다. 봉투가 `Data`입니다.",
        EventForm::Raw => "`PutRawEvents` 호출로 `application/json` 유형으로 게시한 페이로드로 읽었습니다.",
        EventForm::Decoded => {
            "AWS가 스키마로 디코딩하는 데이터를 `PutRawEvents` 호출로 게시한 것으로 읽었습니다."
        }
        EventForm::Bytes => "`PutRawEvents` 호출로 게시한 바이트로 읽었습니다. `Data` 값은 Base64입니다.",
        EventForm::CloudEvent => {
            "`PutRawEvents` 호출로 `application/json` 유형으로 게시한 CloudEvent 형식으로 읽었습니다. 속성은 `Data`의 키입니다."
        }
        EventForm::PutEventsEntry => "`PutEvents` 항목으로 읽었습니다. 봉투는 AWS가 만드는 대로입니다.",
        EventForm::PutRawEventsEntry => "`PutRawEvents` 항목으로 읽었습니다.",
        EventForm::WithMetadata => {
            "`Data`, `Metadata`, `SystemMetadata` 부분이 있는 전체 이벤트로 읽었습니다."
        }
        EventForm::Log => "구독자의 로그 레코드에서 읽었습니다.",
    }
}

/// The words of a text about what is published.
pub(crate) fn published(text: &T) -> String {
    let fixed = match text {
        T::Missing(name) => return format!("항목에 `{name}` 값이 없습니다"),
        T::UnknownMember(name) => return format!("항목에는 `{name}` 멤버가 없습니다"),
        T::Type { member, wanted, saw } => {
            return format!("`{member}` 값은 {} 형식이어야 합니다(현재 {})", kind(*wanted), kind(*saw));
        }
        T::ReservedSource(source) => {
            return format!(
                "`{source}` 값의 앞부분이 `aws.`입니다. 그런 출처는 AWS 서비스만 쓸 수 있습니다."
            );
        }
        T::DetailNotJson => "`Detail` 값이 JSON이 아닙니다",
        T::ContentType(name) => {
            return format!("`{name}` 값은 `PutRawEvents` 호출이 받는 콘텐츠 유형이 아닙니다");
        }
        T::NotDecoded(name) => {
            return format!(
                "AWS는 `{name}` 데이터를 스키마 레지스트리로 디코딩하는데, 여기에는 레지스트리가 없습니다"
            );
        }
        T::NotJson => {
            "콘텐츠 유형이 `application/json`이지만 바이트가 JSON이 아닙니다. AWS가 어떻게 처리하는지는 확인되지 않았습니다."
        }
        T::MetadataKey(key) => return format!("`{key}` 값은 메타데이터 키로 쓸 수 없습니다"),
        T::MetadataCase { one, other } => {
            return format!("메타데이터 키 `{one}`, `{other}`의 차이가 대소문자뿐이므로 AWS가 거부합니다");
        }
        T::SystemMember(name) => {
            return format!("게시자는 `SystemMetadata`의 `{name}` 값을 설정할 수 없습니다");
        }
        T::NoPayload => "실패한 전송의 레코드이며, 이벤트는 들어 있지 않습니다",
        T::AddMember(name) => return format!("`{name}` 값을 추가하세요"),
        T::Rename(name) => return format!("`{name}` 쓰기"),
        T::Members(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            return format!("다음 멤버 중에서 쓰세요: {}", all_of(&names));
        }
        T::OtherSource => "`aws.` 없이 시작하는 출처를 쓰세요",
        T::QuoteIt => "큰따옴표로 묶기",
        T::WriteJsonText => "JSON 텍스트를 문자열로 쓰기",
        T::ContentTypes => {
            "`application/json`, `application/avro`, `application/protobuf`, `application/octet-stream` 중에서 쓰세요"
        }
        T::PasteDecoded => {
            "디코딩한 레코드를 전체 이벤트의 `Data` 값으로 붙여 넣고, `SystemMetadata` 값도 함께 쓰세요"
        }
        T::UseOctetStream => "텍스트는 JSON 문자열이나 `application/octet-stream` 유형으로 게시하세요",
        T::MetadataKeys => "`/` 없이 1~128자로 된 키를 쓰세요",
        T::KeepOne => "하나만 남기세요",
        T::UseLogs => "게시한 이벤트나, `IncludePayload` 설정으로 기록한 로그 레코드를 붙여 넣으세요",
    };
    fixed.to_owned()
}
