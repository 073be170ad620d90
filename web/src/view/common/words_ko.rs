//! Texts that several regions of the page share, in Korean.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text) -> AttrValue {
    AttrValue::Static(match text {
        Text::Add => "추가",
        Text::AwsMeans => "뜻",
        Text::AwsSays => "AWS의 응답",
        Text::ApplyFirstFixes => "오류마다 첫 번째 고치기 적용",
        Text::Close => "닫기",
        Text::Compare => "비교",
        Text::Copied => "복사됨",
        Text::Copy => "복사",
        Text::DoesNotMatch => "불일치",
        Text::Download => "다운로드",
        Text::Drafts => "작업 목록",
        Text::Error => "오류",
        Text::Event => "이벤트",
        Text::Export => "내보내기",
        Text::FindSampleEvent => "샘플 이벤트 찾기",
        Text::FindSampleRecord => "샘플 레코드 찾기",
        Text::Format => "포맷 정리",
        Text::FromLastPattern => "AWS가 받아들인 마지막 패턴 기준",
        Text::GoThere => "이동",
        Text::Import => "가져오기",
        Text::IndentOnceValid => "올바른 JSON이 되면 들여쓰기를 맞출 수 있습니다",
        Text::Indent => "들여쓰기 맞추기",
        Text::Matches => "일치",
        Text::New => "새로 만들기",
        Text::NotCopied => "복사 실패",
        Text::NotTried => "판정 없음",
        Text::Note => "참고",
        Text::Open => "열기",
        Text::OpenFile => "Rulepad 파일 또는 규칙이 들어 있는 다른 파일 열기",
        Text::ProblemsOfIt => "텍스트의 문제",
        Text::Redo => "다시 실행",
        Text::Reference => "레퍼런스",
        Text::Rule => "규칙",
        Text::Save => "저장",
        Text::SaveFile => "작업 내용을 Rulepad 파일로 저장",
        Text::Tests => "테스트",
        Text::Targets => "대상",
        Text::TryAgain => "다시 시도",
        Text::Undo => "실행 취소",
        Text::UseIt => "적용",
        Text::Warning => "경고",
        Text::Why => "이유",
        Text::AndMore(rest) => return format!("외 {rest}개").into(),
        Text::FixAll(fixable) => return format!("모두 고치기({fixable})").into(),
    })
}
