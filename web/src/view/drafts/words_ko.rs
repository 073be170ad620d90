//! Texts of the page about stored drafts, in Korean.

use super::text::Text;
use rulepad_workbench::ko;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::ReadingList => "목록을 읽는 중…",
        Text::NoDrafts => "저장된 작업 내용이 없습니다. 변경한 내용은 여기에 자동으로 저장됩니다.",
        Text::StoredDrafts => "저장된 작업 내용",
        Text::StartNew => "빈 규칙 새로 만들기. 지금 작업은 이 목록에 남습니다",
        Text::OpenNow => "지금 열려 있음",
        Text::Rename => "이름 바꾸기",
        Text::Delete => "삭제",
        Text::DeleteDraft(title) => return format!("“{title}” 삭제").into(),
        Text::Deleted(title) => return format!("“{title}” 작업 내용을 삭제했습니다.").into(),
        Text::DownloadDraft(title) => return format!("“{title}”의 텍스트 다운로드").into(),
        Text::NewName(title) => return format!("“{title}”의 새 이름").into(),
        Text::NoList(reason) => {
            return format!("목록을 표시할 수 없습니다. {}", ko::sentence(reason)).into();
        }
        Text::OpenDraft(title) => return format!("“{title}” 열기").into(),
        Text::RenameDraft(title) => return format!("“{title}” 이름 바꾸기").into(),
        Text::StoredHere(most) => {
            return format!(
                "변경한 내용은 이 브라우저에 자동으로 저장됩니다. 최근 작업 내용 {most}개까지 보관합니다."
            )
            .into();
        }
        Text::Unnamed(key) => return format!("작업 내용 {key}").into(),
        Text::Unread(reason) => {
            return format!("읽을 수 없습니다. {} 원본은 그대로 두었습니다.", ko::sentence(reason)).into();
        }
    })
}
