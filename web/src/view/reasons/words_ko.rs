//! Why something did not work, and when something was stored, in Korean.

use crate::state::drafts;
use crate::state::fetched::{NotFetched, NotLoaded};
use crate::state::model::{Unread, Which};
use crate::state::record::{Unreadable, When, title_in_words};
use crate::state::refusal::{Holds, NoText, Refusal};
use crate::state::sending::BadAddress;
use rulepad_workbench::{Lang, ko};

/// Without a full stop.
pub(super) fn not_fetched(reason: &NotFetched) -> String {
    match reason {
        NotFetched::File(name, NotLoaded::NoAnswer) => {
            format!("서버가 응답하지 않아 `{name}` 파일을 불러오지 못했습니다")
        }
        NotFetched::File(name, NotLoaded::Status(status)) => {
            format!("`{name}` 파일을 불러오지 못했습니다(서버의 응답: {status})")
        }
        NotFetched::File(name, NotLoaded::InPart) => format!("`{name}` 파일의 일부만 불러왔습니다"),
        NotFetched::Missing => "필요한 파일이 없습니다".into(),
        NotFetched::Damaged(reason) => reason.clone(),
        NotFetched::Storage => "브라우저가 읽기를 허용하지 않습니다".into(),
    }
}

/// A sentence.
pub(super) fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooLong { name, size, limit, holds } => {
            let text = name.as_ref().map_or_else(|| "텍스트를".into(), |name| format!("`{name}` 파일을"));
            let read = match holds {
                Holds::Events => format!("{limit}MB 이하의 파일만 읽습니다."),
                Holds::Rules => format!("규칙은 {limit}MB 이하의 텍스트에서만 읽습니다."),
            };
            format!("{text} 읽지 않았습니다. 크기가 {size}MB입니다. {read}")
        }
        Refusal::NotGiven(path) => {
            format!("`{path}` 파일을 읽지 못했습니다. 브라우저가 파일의 내용을 넘겨주지 않습니다.")
        }
        Refusal::NoText(name, NoText::Gzip) => {
            format!(
                "`{name}` 파일을 읽지 않았습니다. gzip으로 압축되어 있습니다. 먼저 압축을 풀거나 테스트 탭에서 스캔하세요."
            )
        }
        Refusal::NoText(name, NoText::Zip) => {
            format!("`{name}` 파일을 읽지 않았습니다. zip 압축 파일입니다. 먼저 압축을 푸세요.")
        }
        Refusal::NoText(name, NoText::NotUtf8) => {
            format!("`{name}` 파일을 읽지 않았습니다. UTF-8 텍스트가 아닙니다.")
        }
        Refusal::EmptyFolder => "이 폴더에는 규칙이 들어 있을 만한 파일이 없습니다.".into(),
        Refusal::TooMany { left_out, most } => {
            format!("파일 {left_out}개를 더 읽지 않았습니다. 한 번에 최대 {most}개를 읽습니다.")
        }
        Refusal::LargeFolder { name, most } => format!(
            "`{name}` 폴더를 다 읽지 않았습니다. 파일이 {most}개를 넘습니다. 규칙이 들어 있는 폴더를 끌어다 놓으세요."
        ),
    }
}

/// A sentence.
pub(super) fn bad_address(reason: &BadAddress) -> String {
    match reason {
        BadAddress::Https => {
            "에뮬레이터에는 이 컴퓨터를 벗어나지 않는 `http` 주소로 연결합니다. `https` 주소는 쓰지 않습니다."
        }
        BadAddress::Ipv6 => {
            "페이지의 보안 정책에는 `[::1]` 주소를 쓸 수 없습니다. `localhost` 또는 `127.0.0.1` 주소를 쓰세요."
        }
        BadAddress::Elsewhere => {
            "이 컴퓨터의 주소가 아닙니다. 포트를 붙인 `http://127.0.0.1` 또는 `http://localhost` 주소에만 연결합니다."
        }
    }
    .into()
}

/// Without a full stop.
pub(super) fn unreadable(reason: &Unreadable) -> String {
    match reason {
        Unreadable::Newer => "더 새로운 버전의 Rulepad가 저장했습니다".into(),
        Unreadable::Damaged(words) => format!("저장된 텍스트가 손상되었습니다({words})"),
        Unreadable::Lacks(member) => format!("저장된 텍스트가 손상되었습니다(`{member}` 멤버 없음)"),
        Unreadable::OtherId => "다른 작업 내용의 ID가 들어 있습니다".into(),
    }
}

/// What the draft is called, in parentheses or after a colon.
pub(super) fn unread(unread: &Unread) -> String {
    match &unread.which {
        Which::LastVisit => "마지막 방문 때의 작업 내용".into(),
        Which::Titled(title) => format!("작업 내용 “{}”", title_in_words(title, Lang::KO)),
        Which::Keyed(key) => format!("작업 내용 {key}"),
    }
}

/// A sentence.
pub(super) fn draft_not_done(reason: &drafts::NotDone) -> String {
    match reason {
        drafts::NotDone::NotRead(reason) => {
            format!("작업 내용을 읽을 수 없습니다. {}", ko::sentence(&unreadable(reason)))
        }
        drafts::NotDone::Gone => "작업 내용이 더 이상 없습니다.".into(),
        drafts::NotDone::NotGiven => "지금은 작업 내용의 텍스트를 읽을 수 없습니다. 다시 시도하세요.".into(),
        drafts::NotDone::NotRenamed => {
            "다른 탭에서 변경하여 작업 내용의 이름을 바꿀 수 없습니다. 다시 시도하세요.".into()
        }
        drafts::NotDone::NotDeleted => "지금은 작업 내용을 삭제할 수 없습니다. 다시 시도하세요.".into(),
        drafts::NotDone::NotRestored => "공간이 부족하여 작업 내용을 되돌릴 수 없습니다.".into(),
    }
}

/// How long ago, or a day and a time as a Korean reader writes them.
pub(super) fn when(when: &When) -> String {
    match when {
        When::Minutes(0) => "방금".into(),
        When::Minutes(minutes) => format!("{minutes}분 전"),
        When::Hours(hours) => format!("{hours}시간 전"),
        When::At(time) => crate::platform::clock::day_and_time(*time, "ko"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_read_is_a_file_or_a_text() {
        let too_long = |name: Option<&str>, holds| {
            refusal(&Refusal::TooLong { name: name.map(Into::into), size: 30, limit: 20, holds })
        };
        assert_eq!(
            too_long(Some("a.log"), Holds::Events),
            "`a.log` 파일을 읽지 않았습니다. 크기가 30MB입니다. 20MB 이하의 파일만 읽습니다."
        );
        assert_eq!(
            too_long(None, Holds::Rules),
            "텍스트를 읽지 않았습니다. 크기가 30MB입니다. 규칙은 20MB 이하의 텍스트에서만 읽습니다."
        );
    }
}
