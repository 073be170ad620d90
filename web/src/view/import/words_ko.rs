//! Texts of the page about the import, in Korean.

use super::text::Text;
use rulepad_workbench::ko;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::InOtherFiles => "다른 파일에서",
        Text::Placeholder => {
            "규칙: aws events describe-rule, PutRule, CloudFormation, SAM, Terraform, Rulepad 파일…"
        }
        Text::ToImport => "가져올 텍스트",
        Text::WithRules => "규칙이 들어 있는 텍스트",
        Text::ChooseFiles => "파일 선택",
        Text::ChooseFilesTitle => "규칙이 들어 있는 파일을 하나 이상 선택",
        Text::OrDrop => "또는 파일을 여기에 끌어다 놓으세요. 파일은 이 컴퓨터를 벗어나지 않습니다.",
        Text::Files => "파일",
        Text::Stopped => "15초가 지나 읽기를 중단했습니다. 텍스트의 일부만 쓰거나 다시 시도하세요.",
        Text::Reading => "읽는 중",
        Text::WhatWasUnderstood => "인식한 내용",
        Text::PasteRule => {
            "어떤 형식이든 규칙을 붙여넣거나 파일을 끌어다 놓으세요. 인식한 내용을 먼저 여기에 표시하며, 바꾸기를 누르기 전에는 아무것도 바뀌지 않습니다."
        }
        Text::Forms => {
            "가져올 수 있는 형식: `describe-rule`, `list-targets-by-rule` 출력, PutRule, PutTargets 요청, CloudFormation, SAM 템플릿, Terraform, Rulepad 파일."
        }
        Text::WhichOne => "규칙 선택",
        Text::FixLater => "가져온 뒤에 고칠 수 있습니다.",
        Text::ChangedOrSkipped => "변경하거나 제외한 항목",
        Text::WhatIsReplaced => "바뀔 내용",
        Text::Part => "항목",
        Text::Now => "현재",
        Text::After => "변경 후",
        Text::NothingChanges => "현재 내용과 같습니다",
        Text::CanBeUndone => "실행 취소할 수 있습니다",
        Text::Replace => "바꾸기",
        Text::Unchanged => "그대로",
        Text::SpellingOnly => "표기만 다름",
        Text::Changed => "변경",
        Text::Added => "추가",
        Text::Removed => "삭제",
        Text::None => "없음",
        Text::Changes(0) => "현재 내용과 같습니다.",
        Text::Changes(count) => {
            return format!("항목 {count}개가 바뀝니다. 실행 취소할 수 있습니다.").into();
        }
        Text::ErrorsInPattern(0) => "올바른 패턴",
        Text::ErrorsInPattern(count) => return format!("패턴의 오류 {count}개").into(),
        Text::FoundRules(0) => "규칙을 찾지 못했습니다",
        Text::Rules(0) => "규칙 없음",
        Text::FoundRules(count) | Text::Rules(count) => return format!("규칙 {count}개").into(),
        Text::CannotBeRead(reason) => {
            return format!("텍스트를 읽을 수 없습니다. {}", ko::sentence(reason)).into();
        }
        Text::FoundIn { form, count } => {
            return match count {
                0 => format!("{form}: 규칙 없음"),
                1 => form.to_owned(),
                count => format!("{form}: 규칙 {count}개"),
            }
            .into();
        }
        Text::NotListed(rest) => return format!("외 {rest}개(목록에는 표시하지 않음)").into(),
        Text::RuleNumber(number) => return format!("규칙 {number}").into(),
        Text::TestFile { rules, events, tests } => {
            return format!("테스트 파일: 규칙 {rules}개, 이벤트 {events}개, 테스트 {tests}개").into();
        }
        Text::NamedFiles => "이 파일이 가리키는 파일도 함께 선택하세요. 없는 파일은 열리지 않습니다.",
        Text::CopiesAreOpened => {
            "규칙과 이벤트는 사본으로 열립니다. 여기서 저장하면 별도의 파일이 만들어집니다."
        }
        Text::OpenTests => "테스트 열기",
        Text::OpenWithout => "읽은 내용만 열기. 제외한 내용은 위의 문제 목록에 있습니다",
        Text::TakeAll(count) => return format!("규칙 {count}개 모두 열기").into(),
        Text::TakeAllAbout => {
            "모든 규칙을 이벤트 버스 하나의 규칙으로 열어 테스트할 수 있습니다. 지금 작업은 작업 목록에 남습니다."
        }
        Text::ShowFile(name) => return format!("{name} 보기").into(),
    })
}
