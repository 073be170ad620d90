//! Texts of the Share dialog, in Korean.

use super::text::{Text, grouped};
use rulepad_workbench::embed::{Editable, Snippet, Theme};
use rulepad_workbench::mask::Sensitive;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text) -> AttrValue {
    AttrValue::Static(match text {
        Text::Share => "공유",
        Text::Ways => "공유 방법",
        Text::Link => "링크",
        Text::Embed => "삽입",
        Text::Markdown => "Markdown",
        Text::WhatIsShared => "공유하는 내용",
        Text::WithTargets(count) => return format!("대상 {count}개 포함").into(),
        Text::AllEvents(count) => {
            return format!("표시된 이벤트만이 아니라 불러온 이벤트 {count}개 모두 포함").into();
        }
        Text::WithTests { rules: 0, tests } => return format!("테스트 {tests}개 포함").into(),
        Text::WithTests { rules, tests: 0 } => return format!("다른 규칙 {rules}개 포함").into(),
        Text::WithTests { rules, tests } => {
            return format!("다른 규칙 {rules}개, 테스트 {tests}개 포함").into();
        }
        Text::TestsNotMasked => "마스킹한 링크에는 다른 규칙과 테스트가 들어가지 않습니다.",
        Text::TestsLeftOut { length, limit } => {
            return format!(
                "다른 규칙과 테스트는 제외했습니다. 포함하면 링크가 {}자가 되는데, {}자를 넘는 링크는 자르는 프로그램이 있습니다. 파일에는 모두 들어갑니다.",
                grouped(length),
                grouped(limit)
            )
            .into();
        }
        Text::Mask => "계정 ID, ARN, 이메일 주소, IP 주소 마스킹",
        Text::NothingToMask => {
            "마스킹할 내용이 없습니다. 계정 ID, ARN, 이메일 주소, IP 주소를 찾지 못했습니다."
        }
        Text::Replaced(count) => return format!("대체한 값 {count}개").into(),
        Text::MoreReplaced(count) => return format!("외 {}개", grouped(count)).into(),
        Text::Value => "값",
        Text::Replacement => "대체한 값",
        Text::Count => "횟수",
        Text::Times(count) => return format!("{}회", grouped(count)).into(),
        Text::Kept(_) => {
            "이 값에 따라 달라지는 조건이 있어 마스킹하지 않았습니다. 마스킹하면 판정이 바뀝니다."
        }
        Text::Kind(kind) => match kind {
            Sensitive::AccountId => "계정 ID",
            Sensitive::ResourceName => "ARN의 이름",
            Sensitive::Email => "이메일 주소",
            Sensitive::IpAddress => "IP 주소",
        },
        Text::WithoutOrigin => "규칙을 가져온 원본 텍스트는 공유하지 않습니다.",
        Text::Masking => "마스킹하고 판정이 그대로인지 확인하는 중…",
        Text::MaskingStopped => {
            "마스킹이 너무 오래 걸려 복사할 내용이 없습니다. 이벤트를 줄이거나 마스킹 없이 공유하세요."
        }
        Text::MaskingFailed => "지금은 마스킹할 수 없어 복사할 내용이 없습니다.",
        Text::Length(length) => {
            return format!(
                "{}자입니다. 작업 내용은 # 뒤에 있으며, 브라우저는 이 부분을 서버로 보내지 않습니다.",
                grouped(length)
            )
            .into();
        }
        Text::MayBeCut(limit) => {
            return format!(
                "{}자를 넘는 링크는 자르는 프로그램이 있습니다. 파일에는 길이 제한이 없습니다.",
                grouped(limit)
            )
            .into();
        }
        Text::SaveFile => "파일로 저장",
        Text::CopyLink => "링크 복사",
        Text::CopyMarkdown => "Markdown 복사",
        Text::AboutMarkdown => "이슈나 채팅에 붙여넣을 패턴, 이벤트, 판정, 이유입니다.",
        Text::SnippetKind => "스니펫 종류",
        Text::Snippet(kind) => snippet(kind),
        Text::CopySnippet(kind) => match kind {
            Snippet::Element => "HTML 복사",
            Snippet::Frame => "iframe 복사",
            Snippet::Link => "Markdown 링크 복사",
            Snippet::Fence => "코드 블록 복사",
        },
        Text::AboutSnippet(kind) => match kind {
            Snippet::Element => {
                "HTML 페이지에 쓰세요. 스크립트 없이도 읽을 수 있고, 스크립트가 있으면 바로 실행됩니다."
            }
            Snippet::Frame => {
                "외부 스크립트를 허용하지 않는 페이지에 쓰세요. 예제가 샌드박스 프레임에서 실행됩니다."
            }
            Snippet::Link => {
                "README 파일, 이슈, 채팅에 쓰세요. 링크를 누르면 Rulepad에서 이 예제가 열립니다."
            }
            Snippet::Fence => {
                "Rulepad 플러그인으로 만드는 Markdown 문서에 쓰세요. 그 밖의 곳에서는 일반 텍스트로 표시됩니다."
            }
        },
        Text::Shown => "표시",
        Text::ShowWhy => "이유",
        Text::ShowPayload => "페이로드",
        Text::EditableLabel => "독자가 편집할 수 있는 내용",
        Text::Editable(editable) => match editable {
            Editable::None => "없음",
            Editable::Pattern => "이벤트 패턴",
            Editable::Event => "이벤트",
            Editable::All => "전부",
        },
        Text::ThemeLabel => "테마",
        Text::Theme(theme) => match theme {
            Theme::Auto => "시스템 설정",
            Theme::Light => "밝게",
            Theme::Dark => "어둡게",
        },
        Text::HeightLabel => "높이",
        Text::Pixels(pixels) => return format!("{pixels}px").into(),
        Text::Preview => "미리 보기",
        Text::Evaluating => "평가 중…",
    })
}

fn snippet(kind: Snippet) -> &'static str {
    match kind {
        Snippet::Element => "사용자 정의 요소",
        Snippet::Frame => "iframe",
        Snippet::Link => "Markdown 링크",
        Snippet::Fence => "코드 블록",
    }
}
