//! Texts of the page about the export, in Korean.

use super::text::Text;
use rulepad_workbench::ko;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::Stopped => "2초가 지나 파일 만들기를 중단했습니다. 규칙을 줄이거나 다시 시도하세요.",
        Text::RulepadFileKeeps => "Rulepad 파일에는 그대로 보관됩니다.",
        Text::Writing => "만드는 중",
        Text::Export => "내보내기",
        Text::TryIt => "실행해 보기",
        Text::BetweenSides => "내보내기의 두 영역 사이",
        Text::WhatToDo => "규칙으로 할 일",
        Text::ChooseFolderTitle => "규칙이 들어 있는 파일의 폴더 선택",
        Text::ChooseFolder => "폴더 선택",
        Text::RulepadFile => "Rulepad 파일",
        Text::RulepadFileAbout => "여기에 입력한 내용을 오류가 있어도 모두 보관합니다.",
        Text::RuleName => "규칙 이름",
        Text::EventBus => "이벤트 버스",
        Text::Description => "설명",
        Text::RuleRole => "규칙의 역할 ARN",
        Text::State => "상태",
        Text::FilterHasNoRule => {
            "필터에는 이름, 상태, 이벤트 버스가 없습니다. EventBridge 규칙에만 있는 속성입니다."
        }
        Text::PropertiesOfRule => "규칙의 속성",
        Text::NotInFilter => "필터에는 없음",
        Text::AboutFile => "이 파일에 대한 설명",
        Text::Refused => "AWS가 거부하는 항목",
        Text::NotInFile => "이 파일에 없는 항목",
        Text::ToDo => "직접 해야 할 일",
        Text::TestPattern => "패턴 테스트",
        Text::TestPatternTitle => "현재 패턴과 이벤트로 TestEventPattern 호출",
        Text::PutRule => "규칙 만들기",
        Text::PutRuleTitle => "규칙의 사본으로 PutRule 호출",
        Text::PutTargets => "대상 추가",
        Text::PutTargetsTitle => "사본의 대상으로 PutTargets 호출",
        Text::SendEvent => "이벤트 보내기",
        Text::SendEventTitle => "사본의 이벤트로 PutEvents 호출",
        Text::EmulatorAbout => {
            "MiniStack, LocalStack, moto. 버튼을 누르기 전에는 어디에도 연결하지 않으며, 이 주소 외에는 연결하지 않습니다."
        }
        Text::OnEmulator => "내 에뮬레이터에서",
        Text::Address => "이 컴퓨터의 주소",
        Text::Calls => "호출",
        Text::Answer => "응답",
        Text::Done => "완료",
        Text::NotDone => "실패",
        Text::ScriptStopped => "2초가 지나 스크립트 만들기를 중단했습니다. 규칙을 줄이거나 다시 시도하세요.",
        Text::OnAws => "AWS에서",
        Text::HowToTry => "실행해 보는 방법",
        Text::ReservedSource => {
            "source에 `aws.` 접두사가 있는 이벤트는 AWS만 보낼 수 있습니다. 패턴이 이런 이벤트와 일치하는지는 `test-event-pattern` 명령으로 확인할 수 있습니다. 대상까지 모두 실행해 보려면 다른 source 값을 쓰는 규칙의 사본을 만드세요."
        }
        Text::TestsOnly => {
            "`test-event-pattern` 명령은 아무것도 만들지 않고 패턴이 일치하는지 확인합니다. 아래 스크립트는 규칙의 사본을 만들어 대상까지 실행해 봅니다."
        }
        Text::TestCall => "test-event-pattern 호출",
        Text::OpenCopyTitle => "현재 작업 내용 대신 사본 열기(실행 취소 가능)",
        Text::OpenCopy => "여기에 사본 열기",
        Text::ExportRule => "규칙 자체 내보내기",
        Text::AboutCopy => "사본에 대한 설명",
        Text::Calling(operation) => return format!("{operation} 호출 중").into(),
        Text::CannotBeWritten(reason) => {
            return format!("파일을 만들 수 없습니다. {}", ko::sentence(reason)).into();
        }
        Text::Elsewhere(at) => {
            return format!("`{at}` 주소가 다른 주소로 리디렉션하지만 따라가지 않습니다. 이 주소 외에는 연결하지 않습니다.").into();
        }
        Text::Late { at, seconds } => {
            return format!("`{at}` 주소에서 {seconds}초 안에 응답이 없었습니다.").into();
        }
        Text::SaveAs(file) => return format!("{file} 저장").into(),
        Text::ScriptNotWritten(reason) => {
            return format!("스크립트를 만들 수 없습니다. {}", ko::sentence(reason)).into();
        }
        Text::Silent(at) => {
            return format!("`{at}` 주소에서 응답이 없거나, 이 페이지가 응답을 읽도록 허용하지 않습니다(CORS). 에뮬레이터가 실행 중인지, 포트가 맞는지 확인하세요. LocalStack에는 `EXTRA_CORS_ALLOWED_ORIGINS` 변수에 이 페이지의 주소가 있어야 합니다. MiniStack, moto는 모든 페이지를 허용합니다.").into();
        }
    })
}
