//! A draft, its files and its links in Korean.

use crate::export::{NotYet, PatternUse};
use crate::file::{BadFile, VERSION};
use crate::replaced::DraftPart;
use crate::share::BadLink;
use crate::words::NEITHER;
use rulepad_document::Lang;
use rulepad_document::words::ko;
use rulepad_rule::{Target, TargetKind};
use rulepad_transformer::Input;

/// Why there is no export yet, in a sentence.
pub(crate) fn not_yet(why: NotYet) -> String {
    match why {
        NotYet::NoPattern => {
            format!("이벤트 패턴이 없는 규칙은 AWS가 거부합니다. AWS의 응답: {NEITHER}")
        }
        NotYet::ScheduleAlone => {
            "규칙에 일정만 있고 이벤트 패턴이 없어 테스트하거나 필터링할 내용이 없습니다.".to_owned()
        }
        NotYet::Refused { pattern, errors } => match pattern {
            PatternUse::EventPattern => {
                format!("AWS가 이벤트 패턴을 거부합니다. 오류 {errors}개를 고치면 규칙을 내보낼 수 있습니다.")
            }
            PatternUse::FilterPattern => {
                format!("AWS가 필터 패턴을 거부합니다. 오류 {errors}개를 고치면 필터를 내보낼 수 있습니다.")
            }
            PatternUse::FilterPolicy => {
                format!("AWS가 필터 정책을 거부합니다. 오류 {errors}개를 고치면 필터를 내보낼 수 있습니다.")
            }
        },
    }
}

/// What AWS refuses of the rule; `message` is in words.
pub(crate) fn refused_of_rule(message: &str) -> String {
    format!("규칙: {}", ko::sentence(message))
}

/// What AWS refuses of a target; `message` is in words.
pub(crate) fn refused_of_target(id: &str, message: &str) -> String {
    format!("대상 `{id}`: {}", ko::sentence(message))
}

/// Why a file cannot be opened.
pub(crate) fn bad_file(bad: &BadFile) -> String {
    match bad {
        BadFile::Version(version) => {
            format!(
                "파일 버전은 {version}인데 이 Rulepad가 읽는 버전은 {VERSION}입니다. 더 새로운 Rulepad에서 여세요."
            )
        }
        BadFile::Damaged(words) => format!("Rulepad 파일이 손상되었습니다. 파서의 메시지: {words}"),
        BadFile::NoSuchPlace => {
            "Rulepad 파일이 손상되었습니다. 파일에 없는 규칙이나 이벤트를 가리키는 테스트가 있습니다."
                .to_owned()
        }
    }
}

/// Why a link cannot be opened.
pub(crate) fn bad_link(bad: BadLink) -> &'static str {
    match bad {
        BadLink::Version => "더 새로운 Rulepad에서 만든 링크입니다. 그 Rulepad에서 여세요.",
        BadLink::Dialect => {
            "링크에 있는 패턴 사용처를 알 수 없습니다. `rule`, `archive`, `pipes`, `event_source_mapping`, `sns_attributes`, `sns_body` 중 하나를 쓰세요."
        }
        BadLink::Beside => "링크에 있는 이벤트 목록, 다른 규칙 또는 테스트를 읽을 수 없습니다.",
        BadLink::Damaged => "링크가 끝까지 복사되지 않았습니다. 마지막 글자까지 모두 복사하세요.",
    }
}

/// What a pattern was converted from, in a sentence.
pub(crate) fn converted(language: &str) -> String {
    format!("{language} 형식의 이벤트 패턴을 JSON으로 변환했습니다.")
}

/// How many rules a shortened list leaves out.
pub(crate) fn more(count: usize) -> String {
    format!("외 {count}개")
}

/// What a part of a draft is called.
pub(crate) fn part(part: &DraftPart<'_>) -> String {
    let fixed = match part {
        DraftPart::Target(id) => return format!("대상 `{id}`"),
        DraftPart::Name => "규칙 이름",
        DraftPart::Bus => "이벤트 버스",
        DraftPart::Description => "설명",
        DraftPart::State => "상태",
        DraftPart::Role => "규칙의 역할 ARN",
        DraftPart::Schedule => "일정",
        DraftPart::Tags => "태그",
        DraftPart::Pattern => "이벤트 패턴",
        DraftPart::Dialect => "패턴 사용처",
        DraftPart::Event => "이벤트",
    };
    fixed.to_owned()
}

/// A target on one line: what it is, what it receives, where it is.
pub(crate) fn target(target: &Target) -> String {
    let kind = target.kind().map_or("대상", |kind: TargetKind| kind.name(Lang::KO));
    let input = match &target.input {
        Input::MatchedEvent => "일치한 이벤트",
        Input::Path(_) => "`InputPath`",
        Input::Constant(_) => "`Input`",
        Input::Transformer { .. } => "`InputTransformer`",
    };
    format!("{kind}, 입력: {input}, {}", target.arn)
}
