//! Texts of the page around its regions, in Korean.

use super::text::{PaneText, Text};
use rulepad_workbench::ko::Noun;
use rulepad_workbench::{Dialect, Lang};
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::BetweenRows => "편집기와 대상 사이",
        Text::BetweenEventAndPattern => "이벤트와 패턴 사이",
        Text::BetweenPatternAndWhy => "패턴과 이유 사이",
        Text::TargetsAndMore => "대상, 내보내기 등",
        Text::Refused => "AWS 거부",
        Text::Event => "이벤트",
        Text::Pattern => "패턴",
        Text::Why => "이유",
        Text::Targets => "대상",
        Text::Tests => "테스트",
        Text::Export => "내보내기",
        Text::Compare => "비교",
        Text::Reference => "레퍼런스",
        Text::More => "더 보기",
        Text::NewRule => "새 규칙",
        Text::Draft => "작업 내용",
        Text::ImportMore => "가져오기…",
        Text::Regions => "영역",
        Text::WrapLongLines => "긴 줄 줄바꿈",
        Text::InBothTexts => "두 편집기 모두(Alt+Z)",
        Text::Offer => "제안",
        Text::DismissOffer => "제안 닫기",
        Text::OneLine => "JSON이 한 줄로 되어 있습니다.",
        Text::FormatIt => "포맷 정리",
        Text::OpenInImport => "가져오기에서 열기",
        Text::MoreFor(pane) => match pane {
            PaneText::Event => "이벤트의 다른 작업",
            PaneText::EventPattern => "이벤트 패턴의 다른 작업",
            PaneText::FilterPattern => "필터 패턴의 다른 작업",
            PaneText::FilterPolicy => "필터 정책의 다른 작업",
        },
        Text::Pane(pane) => match pane {
            PaneText::Event => "이벤트",
            PaneText::EventPattern => "이벤트 패턴",
            PaneText::FilterPattern => "필터 패턴",
            PaneText::FilterPolicy => "필터 정책",
        },
        Text::ProblemsOf(pane) => match pane {
            PaneText::Event => "이벤트의 문제",
            PaneText::EventPattern => "이벤트 패턴의 문제",
            PaneText::FilterPattern => "필터 패턴의 문제",
            PaneText::FilterPolicy => "필터 정책의 문제",
        },
        Text::ShownAs(pane) => match pane {
            PaneText::Event => "이벤트 표시 방식",
            PaneText::EventPattern => "이벤트 패턴 표시 방식",
            PaneText::FilterPattern => "필터 패턴 표시 방식",
            PaneText::FilterPolicy => "필터 정책 표시 방식",
        },
        Text::Counted { errors, warnings } => return counted(errors, warnings).into(),
        Text::ExportAs(format) => return format!("{format} 형식으로 내보내기").into(),
        Text::LooksLike(what) => {
            return format!("{what}인 것 같습니다. 규칙이 들어 있을 수 있습니다.").into();
        }
        Text::Notes(count) => return format!("참고 {count}개:").into(),
        Text::ProblemsOfProperty(property) => return format!("{property}의 문제").into(),
        Text::TriedOn(dialect) => return tried_on(dialect).into(),
    })
}

fn tried_on(dialect: Dialect) -> String {
    let reads = Noun(dialect.reads(Lang::KO)).and();
    format!("패턴 사용처: {}. 패턴을 {reads} 비교합니다.", dialect.name(Lang::KO))
}

/// How many errors and warnings there are, without those that there are none of.
fn counted(errors: usize, warnings: usize) -> String {
    let errors = (errors > 0).then(|| format!("오류 {errors}개"));
    let warnings = (warnings > 0).then(|| format!("경고 {warnings}개"));
    errors.into_iter().chain(warnings).collect::<Vec<_>>().join(", ")
}
