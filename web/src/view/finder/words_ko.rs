//! Texts of the page about sample events, in Korean.

use super::text::Text;
use rulepad_workbench::ko;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::SearchEvents => "서비스, detail-type, 필드 또는 값",
        Text::SearchRecords => "서비스, 소스, 필드 또는 값",
        Text::ExampleOfEvents => "codebuild failed, detail.state",
        Text::ExampleOfRecords => "sqs, kinesis, body",
        Text::Loading => "샘플을 불러오는 중",
        Text::NothingFits => "검색 결과 없음",
        Text::NoSuchEvent => {
            "이 단어를 모두 포함한 샘플 이벤트가 없습니다. 모든 단어가 서비스, 이벤트 이름, 필드 또는 필드 값에 있어야 합니다."
        }
        Text::NoSuchRecord => {
            "이 단어를 모두 포함한 샘플 레코드가 없습니다. 모든 단어가 서비스, 이벤트 이름, 필드 또는 필드 값에 있어야 합니다."
        }
        Text::Samples => "샘플",
        Text::UsePattern => "패턴 사용",
        Text::UseEvent => "이벤트 사용",
        Text::UseRecord => "레코드 사용",
        Text::UseEventAndPattern => "이벤트와 시작 패턴 사용",
        Text::UseRecordAndPattern => "레코드와 시작 패턴 사용",
        Text::ChosenSample => "선택한 샘플",
        Text::Record => "레코드",
        Text::StartingPattern => "시작 패턴",
        Text::SampleEvent => "샘플의 이벤트",
        Text::SampleRecord => "샘플의 레코드",
        Text::SamplePattern => "샘플의 시작 패턴",
        Text::Fields => "필드",
        Text::DescribedIn => "설명 문서:",
        Text::FieldsOnly => "필드만",
        Text::FieldsOnlyTitle => "샘플 이벤트는 없지만, 알려진 필드로 패턴을 시작할 수 있습니다.",
        Text::FoundCount(count) => return format!("{count}개 찾음").into(),
        Text::NoSamples(reason) => {
            return format!("샘플을 표시할 수 없습니다. {}", ko::sentence(reason)).into();
        }
    })
}
