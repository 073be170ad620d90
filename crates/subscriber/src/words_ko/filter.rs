//! Problems of filters in Korean.

use crate::message::FilterText as T;
use crate::system::SystemField;
use rulepad_document::words::ko::{all_of, kind};

/// The words of a text about filters.
pub(crate) fn filter(text: &T) -> String {
    let fixed = match text {
        T::EmptyPattern(scope) => return format!("`{}` 필터에 패턴이 없습니다", scope.name()),
        T::RootArray => "AWS는 배열로 된 `DATA` 패턴을 받지만, 무엇과 일치하는지는 문서에 없습니다",
        T::DuplicateScope(scope) => {
            return format!(
                "두 번째 `{}` 필터입니다. 구독자의 필터는 범위마다 하나까지입니다.",
                scope.name()
            );
        }
        T::TooLong { bytes, most } => {
            return format!("모든 필터의 패턴을 합치면 {bytes}바이트이며, 한도는 {most}바이트입니다");
        }
        T::Long { bytes, most } => {
            return format!(
                "모든 필터의 패턴을 합치면 {most}바이트 중 {bytes}바이트입니다. AWS가 패턴을 둘러싼 JSON도 세는지는 확인되지 \
                 않았습니다."
            );
        }
        T::SourceIsNoProof(source) => {
            return format!(
                "`{source}` 값은 누구나 `Data`에 쓸 수 있으므로, 이 조건은 출처를 증명하지 못합니다"
            );
        }
        T::NeverString(scope, saw) => {
            return format!(
                "`{}`의 값은 모두 문자열이므로, {} 값과는 일치하지 않습니다",
                scope.part(),
                kind(*saw)
            );
        }
        T::MetadataOperator(operator) => {
            return format!(
                "`METADATA` 필터에는 정확한 값만 쓸 수 있고, `{}` 연산자는 쓸 수 없습니다",
                operator.name()
            );
        }
        T::MetadataOr => "`METADATA` 필터에는 정확한 값만 쓸 수 있고, `$or` 연산자는 쓸 수 없습니다",
        T::MetadataNested(name) => {
            return format!(
                "`Metadata` 부분은 중첩 없는 문자열 맵이므로, `{name}` 아래에는 아무것도 없습니다"
            );
        }
        T::NumericOnStrings => {
            "`SystemMetadata`의 값은 모두 문자열이므로, `numeric` 조건은 일치하지 않습니다"
        }
        T::NoWildcard => "구독자의 필터는 `wildcard` 연산자를 지원하지 않습니다",
        T::UnknownSystemField(name) => return format!("`SystemMetadata`에 `{name}` 필드가 없습니다"),
        T::ForPutRawEvents { fits: true } => {
            "`PutRawEvents` 호출로 게시한 페이로드에 맞는 필터입니다. `PutEvents` 호출은 페이로드를 `detail` 아래에 넣으며, \
             그곳에서는 일치합니다."
        }
        T::ForPutRawEvents { fits: false } => {
            "`PutRawEvents` 호출로 게시한 페이로드를 읽는 필터입니다. `PutEvents` 호출은 페이로드를 `detail` 아래에 넣습니다."
        }
        T::ForPutEvents { fits, envelope } => return for_put_events(*fits, envelope),
        T::RawHasNoSource(name) => {
            return format!("`PutRawEvents` 호출로 게시한 이벤트에는 `{name}` 필드가 없습니다");
        }
        T::EnvelopeContentType => {
            "`PutEvents` 호출로 게시한 이벤트의 콘텐츠 유형은 `application/eventbridge+json`입니다"
        }
        T::NoMetadata => {
            "`PutEvents` 호출로 게시한 이벤트에는 메타데이터가 없으므로, `METADATA` 필터와 일치하지 않습니다"
        }
        T::OctetStream => {
            "콘텐츠 유형이 `application/octet-stream`인 이벤트는 어떤 `DATA` 필터와도 일치하지 않습니다"
        }
        T::RemoveFilter => "필터를 삭제하세요. 필터가 없는 구독자는 모든 이벤트를 받습니다.",
        T::WriteObject => "필드의 객체를 쓰세요",
        T::JoinFilters => "두 패턴을 필터 하나로 합치세요",
        T::SplitIntoSubscribers => "패턴을 여러 구독자로 나누세요",
        T::AddFilter { scope, pattern } => {
            return format!("AWS만 충족할 수 있는 `{}` 필터를 추가하세요: `{pattern}`", scope.name());
        }
        T::QuoteIt => "큰따옴표로 묶기",
        T::ListExactValues => "허용할 값을 모두 쓰세요",
        T::CompareStrings => "허용할 값을 문자열로 모두 쓰거나 `prefix` 연산자를 쓰세요",
        T::UseAffixOrList => "`prefix`, `suffix` 연산자를 쓰거나, 허용할 값을 모두 쓰세요",
        T::UseOperator(operator) => return format!("같은 값을 허용하는 `{}` 연산자 쓰기", operator.name()),
        T::WriteValue => "값만 쓰기",
        T::WriteFlatKey => "게시자가 설정하는 키 그대로 쓰세요",
        T::Rename(name) => return format!("`{name}` 쓰기"),
        T::SystemFields => {
            let names = SystemField::ALL.map(|field| format!("`{}`", field.name()));
            return format!("다음 필드 중에서 쓰세요: {}", all_of(&names));
        }
        T::WrapInDetail => "패턴을 `detail` 아래에 넣기",
        T::UnwrapDetail => "`detail` 아래만 남기기",
        T::PublishBy(call) => return format!("또는 이벤트를 `{}` 호출로 게시하세요", call.name()),
        T::AskMetadata => "`ContentType` 필드나 게시자가 설정하는 메타데이터로 필터링하세요",
        T::UseData => "`DATA` 필터를 쓰세요",
        T::UseMetadata => "게시자가 바이트와 함께 설정하는 `METADATA` 필터를 쓰세요",
    };
    fixed.to_owned()
}

fn for_put_events(fits: bool, envelope: &[String]) -> String {
    let mut text =
        "`PutEvents` 호출이 만드는 봉투에 맞는 필터입니다. `PutRawEvents` 호출은 페이로드만 게시합니다."
            .to_owned();
    if fits {
        text.push_str(" `detail` 아래의 패턴은 페이로드와 일치합니다.");
    }
    if !envelope.is_empty() {
        let names: Vec<String> = envelope.iter().map(|name| format!("`{name}`")).collect();
        text.push_str(&format!(" 페이로드에 없는 필드: {}", all_of(&names)));
    }
    text
}
