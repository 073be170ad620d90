//! Texts of the page's header, in Korean.

use super::text::Text;
use rulepad_workbench::ko;
use yew::AttrValue;

/// The language on its button; the page without Korean shows it too.
pub(super) const SHORT_NAME: &str = "한";
/// What the button does.
pub(super) const SWITCH_HERE: &str = "한국어로 보기";

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::AllServices => "모든 AWS 서비스에서 이름, 필드, 값으로 찾기(Ctrl+K)",
        Text::ShareDraft => "작업 내용 공유: 링크, 문서에 넣을 예제, Markdown",
        Text::Examples => "예제",
        Text::FindSampleEvent => "샘플 이벤트 찾기…",
        Text::FromCatalogue => "카탈로그",
        Text::Gallery => "갤러리: 모든 종류의 대상",
        Text::ImportFrom => "Terraform, CloudFormation, YAML, AWS의 요청과 응답에서 규칙 가져오기",
        Text::KeyboardShortcuts => "키보드 단축키",
        Text::ListDrafts => "저장된 작업 목록 보기",
        Text::OnMac => "Mac에서는 Ctrl 대신 ⌘ 키를 쓰세요.",
        Text::Rulepad => "Rulepad",
        Text::Share => "공유",
        Text::ShortName => SHORT_NAME,
        Text::SwitchHere => SWITCH_HERE,
        Text::StartHere => "여기서 시작",
        Text::StartNew => "빈 규칙 새로 만들기. 지금 작업은 작업 목록에 남습니다",
        Text::ThemeDark => "테마: 어둡게(시스템 설정으로 전환)",
        Text::ThemeLight => "테마: 밝게(어둡게로 전환)",
        Text::ThemeSystem => "테마: 시스템 설정(밝게로 전환)",
        Text::NothingToRedo => "다시 실행: 다시 실행할 내용 없음",
        Text::NothingToUndo => "실행 취소: 취소할 내용 없음",
        Text::Anywhere => "어디서나",
        Text::GoToEvent => "이벤트로 이동",
        Text::GoToPattern => "이벤트 패턴으로 이동",
        Text::GoToReasons => "이유로 이동",
        Text::GoToTargets => "대상으로 이동",
        Text::GoToExport => "내보내기로 이동",
        Text::GoToDownload => "내보내기의 다운로드 버튼으로 이동(Enter로 파일 저장)",
        Text::GoToComparison => "비교로 이동",
        Text::GoToReference => "레퍼런스로 이동",
        Text::GoToTests => "테스트로 이동",
        Text::RequireValue => "커서 위치의 값을 패턴에 추가",
        Text::PassValue => "선택한 대상에 그 값을 변수로 전달",
        Text::PasteOrDrop => "이벤트가 들어 있는 텍스트나 파일을 붙여넣거나 끌어다 놓기",
        Text::ImportRules => "규칙 가져오기",
        Text::WrapLines => "긴 줄 줄바꿈 켜기 또는 끄기",
        Text::StepEvents => "불러온 이벤트 중 다음 또는 이전 이벤트로 이동",
        Text::FindSample => "샘플 이벤트 찾기",
        Text::SaveAll => "작업 내용을 Rulepad 파일로 저장",
        Text::ShareDraftKey => "작업 내용 공유",
        Text::UndoLast => "작업 내용의 마지막 변경 취소(편집기 밖에서)",
        Text::RedoLast => "다시 실행",
        Text::ShowKeys => "이 목록 보기",
        Text::InEditor => "편집기에서",
        Text::NextProblem => "다음 문제와 고치기로 이동",
        Text::ListProblems => "문제 목록 보기",
        Text::FindInEditor => "찾기",
        Text::UndoInEditor => "실행 취소",
        Text::RedoInEditor => "다시 실행",
        Text::LeaveEditor => "편집기에서 나가기",
        Text::OnEdge => "영역 사이의 경계선에서",
        Text::MoveEdge => "경계선 옮기기",
        Text::MoveEdgeFully => "경계선을 끝까지 옮기기",
        Text::NoGallery(reason) => {
            return format!("갤러리를 표시할 수 없습니다. {}", ko::sentence(reason)).into();
        }
        Text::RedoStep(step) => return format!("다시 실행: {step}").into(),
        Text::UndoStep(step) => return format!("실행 취소: {step}").into(),
    })
}
