//! What is wrong with a text as a whole, in Korean.

use super::format::{other, written_format};
use super::listed;
use crate::message::TextMessage;

pub(super) fn text(message: &TextMessage) -> String {
    use TextMessage as T;
    let fixed = match message {
        T::TooLong { length, most } => {
            return format!("텍스트가 {length}바이트입니다. Rulepad는 최대 {most}바이트를 읽습니다.");
        }
        T::NamesOnly(list) => return format!("`{list}`에는 이름만 있고 이벤트 패턴이 없습니다"),
        T::BlocksWithoutRules(1) => "이 코드 블록에 규칙이 없습니다",
        T::BlocksWithoutRules(count) => {
            return format!("코드 블록 {count}개에 규칙이 없습니다. 여기가 그중 첫 번째입니다.");
        }
        T::NotRead(format) => return format!("{}입니다. 이 형식은 읽지 않습니다.", other(*format)),
        T::OtherWithoutRules(format) => {
            return format!("{}입니다. 규칙을 담는 형식이 아닙니다.", other(*format));
        }
        T::LeftOut { names, more } => {
            return format!("다른 리소스는 제외했습니다: {}", named(names, *more));
        }
        T::Nested { name, kind } => {
            return format!("`{name}` 리소스의 유형은 `{kind}`입니다. 그 안의 템플릿은 읽지 않았습니다.");
        }
        T::NoPatternOfType { name, kind } => {
            return format!("`{name}` 리소스의 유형은 `{kind}`이며, 이 유형에는 이벤트 패턴이 없습니다");
        }
        T::EventSource { name, kind } => {
            return format!("`{name}` 이벤트 소스의 유형은 `{kind}`이며, 이 유형에는 이벤트 패턴이 없습니다");
        }
        T::Scheduler(name) => {
            return format!(
                "`{name}` 리소스는 규칙이 아니라 EventBridge Scheduler의 일정이므로 건너뛰었습니다"
            );
        }
        T::FileMissing(path) => {
            return format!("값이 `{path}` 파일에 있는데, 이 파일을 함께 가져오지 않았습니다");
        }
        T::NotWrittenBack(form) => {
            let format = written_format(*form);
            return format!(
                "{format}에는 규칙의 변경을 반영하지 않습니다. Terraform으로 내보내면 새 파일이 됩니다."
            );
        }
        T::Unknown => "Rulepad가 읽을 수 있는 형식이 아닙니다",
        T::NotJson => "이 뒤의 내용은 JSON이 아니어서 읽지 않았습니다",
        T::Incomplete => "응답이 일부뿐입니다. 다음 응답을 가져올 토큰이 있습니다.",
        T::EscapedQuotes => "텍스트의 따옴표가 이스케이프되어 있어 이스케이프를 풀고 읽었습니다",
        T::NoRule => "텍스트에 이벤트 패턴이 있는 규칙이 없습니다",
        T::NoRuleAmongResources => "리소스 중에 규칙이 없고, 이벤트 패턴을 필터로 쓰는 리소스도 없습니다",
        T::TemplateWithoutRules => {
            "템플릿에 규칙이 없습니다. `AWS::Events::Rule` 리소스가 없고, `EventBridgeRule` 유형의 이벤트가 있는 SAM \
             함수나 상태 머신도 없습니다."
        }
        T::ServiceWithoutRules => "서비스의 함수 중에 패턴이나 일정이 있는 이벤트를 쓰는 함수가 없습니다",
        T::TemplateBudget => {
            "여기서 템플릿의 함수가 만드는 텍스트가 너무 깁니다. 한 함수가 반복한 내용을 다른 함수가 다시 반복하기 \
             때문입니다. 나머지는 `${…}` 표기로 표시했습니다."
        }
    };
    fixed.to_owned()
}

fn named(names: &[String], more: usize) -> String {
    let shown = listed(names);
    if more > 0 { format!("{shown} 외 {more}개") } else { shown }
}
