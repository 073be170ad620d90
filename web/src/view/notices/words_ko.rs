//! Texts of the page about notices and of what can be undone, in Korean.

use super::text::Text;
use crate::state::making::MadeEvent;
use crate::state::model::{Done, Opened, Trouble};
use crate::state::paste::{Amount, Taken};
use crate::state::record::title_in_words;
use crate::view::common::Noun;
use rulepad_workbench::{Lang, ko};
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::DownloadTitle => "저장된 텍스트를 파일로 다운로드",
        Text::Notices => "알림",
        Text::Messages => "메시지",
        Text::Dismiss => "닫기",
        Text::NoSuchCondition => "이벤트를 만들지 못했습니다. 패턴에 그런 조건이 없습니다.",
        Text::MakingStopped => "이벤트를 만들지 못했습니다. 2초가 지나 중단했습니다.",
        Text::NewerBuild => "새 버전의 Rulepad가 준비되었습니다.",
        Text::TakeNewer => "새로 고침",
        Text::TakeNewerTitle => "새 버전으로 페이지 새로 고침(작업 내용은 그대로 유지)",
        Text::NotStored(trouble) => not_stored(trouble),
        Text::BadLink(reason) => {
            let reason = ko::sentence(reason);
            return format!("링크를 열지 못했습니다. {reason} 작성 중이던 내용은 그대로입니다.").into();
        }
        Text::Done(done) => return done_in_words(done),
        Text::EventsNotStored { count, megabytes } => {
            return format!("불러온 이벤트 {count}개는 작업 내용과 함께 저장되지 않습니다. 이벤트는 {megabytes}MB까지 저장합니다. 저장(Ctrl+S)을 누르면 이벤트를 모두 파일에 저장합니다.").into();
        }
        Text::NotKept(targets) => {
            let names: Vec<String> = targets.iter().map(|id| format!("“{id}”")).collect();
            return format!(
                "받을 내용을 알 수 없어 페이로드를 테스트로 추가하지 않은 대상: {}",
                ko::all_of(&names)
            )
            .into();
        }
        Text::NotMade(reason) => {
            return format!("이벤트를 만들지 못했습니다. {}", ko::sentence(reason)).into();
        }
        Text::NotSet(reason) => {
            return format!("이벤트를 바꾸지 못했습니다. {}", ko::sentence(reason)).into();
        }
        Text::Pruned { most, title } => {
            return format!("작업 내용은 최대 {most}개까지 저장하므로 가장 오래된 “{title}” 작업 내용을 삭제했습니다. 보관하려면 다운로드하세요.").into();
        }
        Text::Unreadable { title, reason } => {
            let reason = ko::sentence(reason);
            return format!("저장된 내용을 읽을 수 없습니다({title}). {reason} 원본은 그대로 두었습니다. 텍스트를 다운로드하면 내용을 건질 수 있습니다.").into();
        }
        Text::WorkerStopped(why) => {
            return format!("이벤트를 만들지 못했습니다. 워커가 중단되었습니다. {}", ko::sentence(why))
                .into();
        }
    })
}

/// What was done, and can be undone.
fn done_in_words(done: &Done) -> AttrValue {
    AttrValue::Static(match done {
        Done::Opened(opened) => return opened_in_words(opened),
        Done::Removed(id) => return format!("“{id}” 대상을 삭제했습니다").into(),
        Done::Struck(count) => return format!("이벤트 로그에서 항목 {count}개를 삭제했습니다").into(),
        Done::Closed(count) => return format!("다른 이벤트 {count}개를 닫았습니다").into(),
        Done::RuleRemoved(name) if name.is_empty() => "규칙을 삭제했습니다",
        Done::RuleRemoved(name) => return format!("“{name}” 규칙을 삭제했습니다").into(),
        Done::EventRemoved(title) => return format!("“{title}” 이벤트를 삭제했습니다").into(),
        Done::Asked => "이벤트 패턴에 조건을 추가했습니다",
        Done::Exchanged => "대상의 입력을 바꿨습니다",
    })
}

/// What was opened or loaded.
fn opened_in_words(opened: &Opened) -> AttrValue {
    AttrValue::Static(match opened {
        Opened::Example(title) => {
            return format!("“{}” 예제를 불러왔습니다", title.words(Lang::KO)).into();
        }
        Opened::Made(MadeEvent::Matching) => "일치하는 이벤트를 만들었습니다",
        Opened::Made(MadeEvent::Missing(name)) => {
            return format!("{name} 조건만 어긋나는 이벤트를 만들었습니다").into();
        }
        Opened::Copy => "실행해 볼 규칙의 사본을 만들었습니다",
        Opened::Read(taken) => return read(taken).into(),
        Opened::AsItIs => "텍스트를 그대로 읽었습니다",
        Opened::Original => "원본 텍스트로 되돌렸습니다",
        Opened::Imported { label, form } => {
            return imported(label.words(Lang::KO), form.words(Lang::KO)).into();
        }
        Opened::Tests(count) => return format!("테스트 {count}개를 열었습니다").into(),
        Opened::ImportedAll { count, form } if form.words(Lang::KO).is_empty() => {
            return format!("규칙 {count}개를 가져왔습니다").into();
        }
        Opened::ImportedAll { count, form } => {
            return format!("규칙 {count}개를 가져왔습니다({})", form.words(Lang::KO)).into();
        }
        Opened::Link => "링크의 작업 내용을 열었습니다. 이전 작업은 작업 목록에 있습니다.",
        Opened::New => "새 규칙을 시작했습니다. 이전 작업은 작업 목록에 있습니다.",
        Opened::Kept(title) => {
            return format!("“{}” 작업 내용을 열었습니다", title_in_words(title, Lang::KO)).into();
        }
    })
}

/// What was read, and from what.
fn read(taken: &Taken) -> String {
    let noun = match Noun::of(taken.dialect) {
        Noun::Event => "이벤트",
        Noun::Record => "레코드",
        Noun::Message => "메시지",
    };
    let from = taken.from.words(Lang::KO);
    match taken.amount {
        Amount::All(count) => format!("{from}에서 {noun} {count}개를 읽었습니다"),
        Amount::OneOf(count) => format!("{from}에서 {noun} {count}개 중 하나를 읽었습니다"),
        Amount::Only => format!("{from}에서 {noun} 1개를 읽었습니다"),
    }
}

/// What to know of the storage, and what to do.
fn not_stored(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Blocked => {
            "브라우저가 저장을 막고 있어 페이지를 닫으면 작업 내용이 사라집니다. 파일로 저장하거나 링크를 공유하세요."
        }
        Trouble::Full => {
            "이 페이지의 브라우저 저장 공간이 가득 차서 마지막 변경을 저장하지 못했습니다. 오래된 작업 내용을 삭제하거나 파일로 저장하세요."
        }
        Trouble::NoDatabase | Trouble::Failing => {
            "브라우저의 데이터베이스가 작동하지 않아 작업 내용을 로컬 스토리지에 저장합니다. 저장할 수 있는 크기는 약 5MB입니다."
        }
        Trouble::Newer => {
            "더 새로운 버전의 Rulepad가 작업 목록을 쓰고 있습니다. 페이지를 새로 고치면 그 버전을 쓸 수 있습니다. 그 전에는 작업 내용을 로컬 스토리지에 저장하며, 저장할 수 있는 크기는 약 5MB입니다."
        }
    }
}

fn imported(label: &str, form: &str) -> String {
    match (label.is_empty(), form.is_empty()) {
        (false, false) => format!("“{label}” 규칙을 가져왔습니다({form})"),
        (false, true) => format!("“{label}” 규칙을 가져왔습니다"),
        (true, false) => format!("규칙을 가져왔습니다({form})"),
        (true, true) => "규칙을 가져왔습니다".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::paste::From;
    use rulepad_workbench::Dialect;

    #[test]
    fn what_was_read_is_counted() {
        let said = |amount, from, dialect| {
            let done = Done::Opened(Opened::Read(Taken { amount, from, dialect }));
            words(Text::Done(&done)).to_string()
        };
        let form = From::Text("SQS 메시지".into());
        assert_eq!(
            said(Amount::All(3), form.clone(), Dialect::Rule),
            "SQS 메시지에서 이벤트 3개를 읽었습니다"
        );
        assert_eq!(
            said(Amount::OneOf(3), From::Texts(2), Dialect::Pipes),
            "텍스트 2개에서 레코드 3개 중 하나를 읽었습니다"
        );
        assert_eq!(said(Amount::Only, form, Dialect::SnsBody), "SQS 메시지에서 메시지 1개를 읽었습니다");
    }

    #[test]
    fn reasons_are_sentences() {
        let words = words(Text::Unreadable {
            title: "작업 내용 3",
            reason: "더 새로운 버전의 Rulepad가 저장했습니다",
        });
        assert!(words.starts_with(
            "저장된 내용을 읽을 수 없습니다(작업 내용 3). 더 새로운 버전의 Rulepad가 저장했습니다. 원본은"
        ));
    }
}
