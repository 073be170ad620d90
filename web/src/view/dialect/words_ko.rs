//! Texts of the page about the service that evaluates the pattern, in Korean.

use super::text::Text;
use rulepad_workbench::ko::Noun;
use rulepad_workbench::{Dialect, Lang};
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text) -> AttrValue {
    AttrValue::Static(match text {
        Text::Name(dialect) => dialect.name(Lang::KO),
        Text::Subscriber => "사용자 지정 이벤트 버스 구독자",
        Text::SubscriberDetail => "사용자 지정 이벤트 버스의 필터, 변환기, 대상 하나입니다.",
        Text::Short(dialect) => match dialect {
            Dialect::Rule => "규칙",
            Dialect::Archive => "아카이브",
            Dialect::Pipes => "Pipes",
            Dialect::EventSourceMapping => "Lambda",
            Dialect::SnsAttributes | Dialect::SnsBody => "SNS",
        },
        Text::TargetsKept(0) => "대상이 없습니다.",
        Text::TargetsKept(count) => return format!("대상 {count}개는 그대로 보관됩니다.").into(),
        Text::ExportOfRules(dialect) => {
            return format!(
                "이 내보내기는 규칙에만 쓸 수 있습니다. 현재 패턴 사용처: {}.",
                dialect.name(Lang::KO)
            )
            .into();
        }
        Text::TargetsOfRules(dialect) => {
            return format!(
                "대상은 EventBridge 규칙에만 있습니다. 현재 패턴 사용처: {}.",
                dialect.name(Lang::KO)
            )
            .into();
        }
        Text::TriedOn(dialect) => {
            return format!("{} 비교", Noun(dialect.reads(Lang::KO)).and()).into();
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_pattern_is_compared_with_takes_its_particle() {
        for (dialect, compared) in [
            (Dialect::Rule, "이벤트와 비교"),
            (Dialect::Pipes, "소스의 레코드 하나와 비교"),
            (Dialect::SnsAttributes, "메시지 속성과 비교"),
            (Dialect::SnsBody, "메시지의 JSON 본문과 비교"),
        ] {
            assert_eq!(words(Text::TriedOn(dialect)), compared);
        }
    }
}
