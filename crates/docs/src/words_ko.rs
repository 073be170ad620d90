//! What is wrong with an example, in Korean.

use crate::example::WrittenAs;
use crate::message::Problem;
use crate::words::one_line;
use rulepad_document::words::ko::{self, Noun};
use rulepad_document::{Lang, Words};

/// A problem in one or more lines; one sentence has no full stop.
pub(crate) fn problem(problem: &Problem) -> String {
    let fixed = match problem {
        Problem::Verdict { stored, found: Some(found), answer } => {
            return format!("저장된 판정은 `{stored}`인데 실제 판정은 `{found}`입니다\n{answer}");
        }
        Problem::Verdict { stored, found: None, .. } => {
            return format!(
                "저장된 판정은 `{stored}`인데 비교할 내용이 없습니다. 이벤트를 추가하거나 판정을 삭제하세요."
            );
        }
        Problem::Answer { stored, found } => {
            return format!("저장된 답이 Rulepad의 답과 다릅니다\n저장: {}\n실제: {found}", one_line(stored));
        }
        Problem::Payload { stored, found: Some(found) } => {
            return format!("저장된 페이로드가 Rulepad의 페이로드와 다릅니다\n저장: {stored}\n실제: {found}");
        }
        Problem::NothingStored { answer } => {
            return format!(
                "스크립트 없이 읽는 독자에게 보여 줄 내용이 저장되어 있지 않습니다. `rulepad docs update` 명령을 실행하면 다음 내용을 저장합니다.\n{answer}"
            );
        }
        Problem::UnknownPart { name, near } => return unknown(Noun("부분"), name, near.as_deref()),
        Problem::PartTwice { name, written_as: WrittenAs::Element } => {
            return format!("`{name}` 부분이 두 번 나옵니다. 하나만 남기세요.");
        }
        Problem::PartTwice { name, written_as: WrittenAs::Fence } => {
            return format!(
                "`{name}` 부분이 두 번 나옵니다. 하나만 남기거나, 텍스트에 속한 줄이면 `\\--- {name}` 형식으로 쓰세요."
            );
        }
        Problem::UnknownAttribute { name, near, written_as } => {
            let kind = match written_as {
                WrittenAs::Element => Noun("속성"),
                WrittenAs::Fence => Noun("옵션"),
            };
            return unknown(kind, name, near.as_deref());
        }
        Problem::NotAnOption { word } => {
            return format!(
                "`{word}` 텍스트는 옵션이 아닙니다. `=` 앞뒤에 공백 없이 `name=value` 형식으로 쓰세요."
            );
        }
        Problem::WrongValue { name, value, known } => {
            let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
            return format!(
                "`{name}`에는 `{value}` 값을 쓸 수 없습니다. 쓸 수 있는 값: {}",
                ko::all_of(&known)
            );
        }
        Problem::Target { message } => return format!("`targets`: {message}"),
        Problem::UnknownMember { name } => {
            return format!("`targets`의 `{name}` 멤버는 읽지 않습니다. 대상을 PutTargets 형식으로 쓰세요.");
        }
        Problem::Link(bad) => {
            return format!("링크가 열리지 않습니다. {}", ko::sentence(&bad.words(Lang::KO)));
        }
        Problem::Payload { found: None, .. } => {
            "페이로드가 저장되어 있지만 예제에 대상이 없습니다. 템플릿을 추가하거나 페이로드를 삭제하세요."
        }
        Problem::NoTexts => "예제에 텍스트가 없습니다. 패턴이나 이벤트를 쓰세요.",
        Problem::TwoInputOptions => {
            "`input-path`, `template`(`paths` 포함), `targets` 중 하나만 쓸 수 있습니다. 하나만 남기세요."
        }
        Problem::BadTargets => "`targets` 값이 대상의 JSON 배열이 아닙니다",
        Problem::NotClosed => "요소를 닫는 태그가 없습니다. `</rulepad-example>` 태그를 쓰세요.",
        Problem::EmptyLink => "링크를 열면 빈 페이지가 나옵니다. 링크에 패턴도 이벤트도 없습니다.",
    };
    fixed.to_owned()
}

fn unknown(kind: Noun, name: &str, near: Option<&str>) -> String {
    match near {
        Some(near) => {
            format!("`{name}` {} 없습니다. `{near}` 이름을 쓰려던 것인가요?", kind.topic())
        }
        None => {
            format!("`{name}` {} 없습니다. 삭제하거나 docs/live-examples.md 문서를 참고하세요.", kind.topic())
        }
    }
}

/// What a run came to, without a full stop.
pub(crate) fn total(files: usize, examples: usize, links: usize, problems: usize) -> String {
    format!("파일 {files}개의 예제 {examples}개, 링크 {links}개에서 문제 {problems}개")
}

/// What a filter found.
pub(crate) fn scope(name: &str, holds: Option<bool>, summary: &str) -> String {
    let mark = match holds {
        Some(true) => "충족",
        Some(false) => "미충족",
        None => "판정 없음",
    };
    format!("{name} {mark}: {summary}")
}

/// What a target is, and who refuses it.
pub(crate) fn target(kind: Option<&str>, at_create: bool, by_target: bool) -> String {
    let taken = if at_create { "생성할 때 거부됨" } else { "생성됨" };
    let then = if by_target { ", 대상이 거부함" } else { "" };
    format!("{}: {taken}{then}", kind.unwrap_or("대상 없음"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_as_those_of_the_other_crates() {
        let name = "paylaod".to_owned();
        let unknown = Problem::UnknownPart { name: name.clone(), near: Some("payload".to_owned()) };
        assert_eq!(problem(&unknown), "`paylaod` 부분은 없습니다. `payload` 이름을 쓰려던 것인가요?");
        let option = Problem::UnknownAttribute { name, near: None, written_as: WrittenAs::Fence };
        assert!(problem(&option).starts_with("`paylaod` 옵션은 없습니다. 삭제하거나 "));
        let wrong = Problem::WrongValue {
            name: "theme".to_owned(),
            value: "blue".to_owned(),
            known: &["auto", "light", "dark"],
        };
        assert_eq!(
            problem(&wrong),
            "`theme`에는 `blue` 값을 쓸 수 없습니다. 쓸 수 있는 값: `auto`, `light`, `dark`"
        );
        let link = Problem::Link(rulepad_workbench::share::BadLink::Damaged);
        assert!(
            problem(&link).starts_with("링크가 열리지 않습니다. ") && problem(&link).ends_with("복사하세요.")
        );
        assert_eq!(total(1, 2, 0, 3), "파일 1개의 예제 2개, 링크 0개에서 문제 3개");
    }
}
