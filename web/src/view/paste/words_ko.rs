//! Texts of the page about texts that are pasted or dropped, in Korean.

use super::text::Text;
use crate::view::common::Noun;
use rulepad_workbench::ko;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::DropHere => "놓으면 내용을 읽습니다",
        Text::FilesStay => "파일은 이 컴퓨터를 벗어나지 않습니다",
        Text::ChosenOne => "선택한 항목",
        Text::PutEventsAnswers => "PutEvents의 응답",
        Text::WhatWasDoneToIt => "이 항목을 처리한 방법",
        Text::NotesOnIt => "이 항목의 참고",
        Text::ChosenAsJson => "선택한 항목의 JSON",
        Text::RefusedByPutEvents => "PutEvents가 거부",
        Text::PasteOrDrop => "붙여넣기",
        Text::WhatItIs => "텍스트의 종류",
        Text::Typed => "텍스트",
        Text::Files => "파일",
        Text::ChooseFiles => "파일 선택",
        Text::OrDrop => "또는 파일을 아무 곳에나 끌어다 놓으세요. 내용은 이 페이지를 벗어나지 않습니다.",
        Text::Placeholder => "이벤트, 로그 파일, PutEvents 항목, 대기열의 메시지…",
        Text::PasteWhatYouHave => {
            "무엇이든 붙여넣으세요. 이벤트가 하나든 여러 개든, 서비스가 감싼 형태 그대로도 괜찮습니다. 인식한 형식과 처리한 내용을 여기에 표시합니다."
        }
        Text::WhatFilesAreRead => "20MB 이하의 JSON 파일, JSON Lines, 로그를 읽습니다. YAML은 읽지 않습니다.",
        Text::EventAsIs => "이벤트 그대로",
        Text::Reading => "읽는 중",
        Text::Stopped => "15초가 지나 읽기를 중단했습니다. 텍스트의 일부만 쓰거나 다시 시도하세요.",
        Text::WhatWasDone => "처리한 내용",
        Text::ImportAsRuleTitle => "텍스트의 규칙을 읽어, 바꾸기 전에 먼저 표시",
        Text::ImportAsRule => "규칙으로 가져오기",
        Text::EditAsEventTitle => "텍스트를 그대로 이벤트에 넣기",
        Text::EditAsEvent => "이벤트로 편집",
        Text::UseThis(noun) => match noun {
            Noun::Event => "이 이벤트 사용",
            Noun::Record => "이 레코드 사용",
            Noun::Message => "이 메시지 사용",
        },
        Text::EachWithVerdict { noun, count } => {
            return format!("판정과 함께 표시한 {}", number_of(noun, count)).into();
        }
        Text::EntrySize(bytes) => {
            return format!("PutEvents가 계산하는 이 항목의 크기: {bytes}바이트").into();
        }
        Text::Form(form) => return form.to_owned().into(),
        Text::Found { noun, count } => return number_of(noun, count).into(),
        Text::FoundIn { form, noun, count } => return found_in(form, noun, count).into(),
        Text::MoreTaken(count) => return format!("외 {count}개(“모두 사용”에 포함)").into(),
        Text::Notes(count) => return format!("참고 {count}개").into(),
        Text::RemoveFile(name) => return format!("{name} 제거").into(),
        Text::Size(bytes) => return size(bytes).into(),
        Text::Scan(1) => "테스트 탭에서 스캔",
        Text::Scan(count) => return format!("파일 {count}개를 테스트 탭에서 스캔").into(),
        Text::ScanAbout => "파일의 이벤트가 어떤 규칙과 일치하는지 셉니다. 크기와 관계없이 나누어 읽습니다.",
        Text::UseAll(count) => return format!("{count}개 모두 사용").into(),
        Text::WorkerStopped(reason) => {
            return format!("텍스트를 읽을 수 없습니다. 워커가 중단되었습니다. {}", ko::sentence(reason))
                .into();
        }
    })
}

/// `이벤트 없음`, `이벤트 2개`.
fn number_of(noun: Noun, count: usize) -> String {
    let noun = match noun {
        Noun::Event => "이벤트",
        Noun::Record => "레코드",
        Noun::Message => "메시지",
    };
    if count == 0 { format!("{noun} 없음") } else { format!("{noun} {count}개") }
}

/// The format of a text, and what is in it.
fn found_in(form: &str, noun: Noun, count: usize) -> String {
    if count == 1 { form.to_owned() } else { format!("{form}: {}", number_of(noun, count)) }
}

/// A length in bytes, as a person would write it.
fn size(bytes: usize) -> String {
    match bytes {
        0..1_024 => format!("{bytes}바이트"),
        1_024..1_048_576 => format!("{}KB", bytes / 1_024),
        _ => format!("{}MB", bytes / 1_048_576),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_counted() {
        let found = |noun, count| words(Text::FoundIn { form: "SQS 메시지", noun, count }).to_string();
        assert_eq!(found(Noun::Event, 1), "SQS 메시지");
        assert_eq!(found(Noun::Event, 2), "SQS 메시지: 이벤트 2개");
        assert_eq!(found(Noun::Record, 0), "SQS 메시지: 레코드 없음");
    }
}
