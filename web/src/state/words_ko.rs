//! What the page's history did and what events were read from, in Korean.

use super::field::Field;
use super::making::MadeEvent;
use super::model::Opened;
use super::paste::{Amount, From, Taken};
use super::record::title_in_words;
use super::step::Step;
use rulepad_workbench::{Dialect, Lang};
use std::borrow::Cow;

/// A step in a few words, after `실행 취소:` or `다시 실행:`.
pub(super) fn step(step: &Step) -> Cow<'static, str> {
    Cow::Borrowed(match step {
        Step::Typed(Field::Event) => "이벤트 편집",
        Step::Typed(Field::Pattern) => "이벤트 패턴 편집",
        Step::Typed(field) if field.target().is_some() => "대상 편집",
        Step::Typed(_) => "규칙 속성 편집",
        Step::Fixed => "고치기",
        Step::Formatted => "포맷 정리",
        Step::Opened(Opened::Example(title)) => return format!("“{}” 열기", title.words(Lang::KO)).into(),
        Step::Opened(Opened::Kept(title)) => {
            return format!("작업 내용 “{}” 열기", title_in_words(title, Lang::KO)).into();
        }
        Step::Opened(Opened::Made(MadeEvent::Matching)) => "일치하는 이벤트 만들기",
        Step::Opened(Opened::Made(MadeEvent::Missing(name))) => {
            return format!("{name} 조건만 어긋나는 이벤트 만들기").into();
        }
        Step::Opened(Opened::Copy) => "실행해 볼 규칙의 사본 만들기",
        Step::Opened(Opened::Read(what)) => return format!("{} 읽기", taken(what)).into(),
        Step::Opened(Opened::AsItIs) => "텍스트 그대로 읽기",
        Step::Opened(Opened::Original) => "원본 텍스트 보기",
        Step::Opened(Opened::Link) => "링크 열기",
        Step::Opened(Opened::New) => "새 규칙 시작",
        Step::Opened(Opened::Tests(_)) => "테스트 열기",
        Step::Opened(Opened::Imported { .. } | Opened::ImportedAll { .. }) => "가져오기",
        Step::Dialect => "패턴 사용처 변경",
        Step::State => "규칙 상태 변경",
        Step::TargetAdded => "대상 추가",
        Step::TargetMoved => "대상 이동",
        Step::TargetRemoved => "대상 삭제",
        Step::Input => "대상의 입력 변경",
        Step::Log => "이벤트 로그 변경",
        Step::Picked => "이벤트의 값 사용",
        Step::Built => "빌더에서 변경",
        Step::EventShown => "다른 이벤트 표시",
        Step::RuleShown => "다른 규칙 편집",
        Step::RuleAdded => "규칙 추가",
        Step::RuleRemoved => "규칙 삭제",
        Step::Tested => "테스트 변경",
        Step::EventRenamed => "이벤트 이름 바꾸기",
        Step::EventMoved => "이벤트 이동",
        Step::EventRemoved => "이벤트 삭제",
        Step::EventsClosed => "다른 이벤트 닫기",
        Step::Undone => "실행 취소",
        Step::Changed => "마지막 변경",
    })
}

/// What events were read from, within a sentence.
pub(super) fn from(from: &From) -> String {
    match from {
        From::Text(form) => form.words(Lang::KO).to_owned(),
        From::Texts(count) => format!("텍스트 {count}개"),
        From::Tests => "테스트".to_owned(),
    }
}

/// What was put in, within a sentence.
pub(super) fn taken(taken: &Taken) -> String {
    let (noun, from) = (noun(taken.dialect), from(&taken.from));
    match taken.amount {
        Amount::All(count) => format!("{from}의 {noun} {count}개"),
        Amount::OneOf(count) => format!("{from}의 {noun} {count}개 중 하나"),
        Amount::Only => from,
    }
}

fn noun(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Rule | Dialect::Archive => "이벤트",
        Dialect::Pipes | Dialect::EventSourceMapping => "레코드",
        Dialect::SnsAttributes | Dialect::SnsBody => "메시지",
    }
}

/// What an event is called that has no type and no name.
pub(super) const EVENT: &str = "이벤트";

/// What a draft is called whose rule has no name.
pub(super) const UNTITLED: &str = "이름 없는 규칙";

/// What the list of drafts shows of one: its pattern on one line, its targets, and loaded events that were not stored.
pub(super) fn summary(pattern: &str, targets: usize, left_out: usize) -> String {
    let pattern = if pattern.is_empty() { "패턴 없음" } else { pattern };
    let targets = if targets == 0 { String::new() } else { format!(" · 대상 {targets}개") };
    let left_out =
        if left_out == 0 { String::new() } else { format!(" · 불러온 이벤트 {left_out}개 제외") };
    format!("{pattern}{targets}{left_out}")
}
