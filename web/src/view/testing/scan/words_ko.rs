//! Texts of a scan, in Korean.

use super::text::{Text, grouped, megabytes};
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::About => {
            "파일의 이벤트가 이벤트 버스의 어떤 규칙과 일치하는지 셉니다. 크기와 관계없이 파일을 선택하세요. 한 줄에 이벤트 하나(NDJSON), JSON 배열, CloudTrail 아카이브를 읽고 gzip 압축도 풉니다. 파일은 나누어 읽으며 이 컴퓨터를 벗어나지 않습니다."
        }
        Text::ChooseFiles => "파일 선택…",
        Text::OtherFiles => "다른 파일 스캔…",
        Text::Files(count) => return format!("파일 {count}개").into(),
        Text::CopyJson => "JSON 복사",
        Text::DownloadJson => "JSON 다운로드",
        Text::DownloadCsv => "CSV 다운로드",
        Text::Discard => "결과 삭제",
        Text::Cancel => "취소",
        Text::Continue => "계속",
        Text::Again => "다시 스캔",
        Text::ProgressLabel => "스캔한 바이트",
        Text::Progress { done, all, events, seconds } => {
            let (done, all, events) = (megabytes(done), megabytes(all), grouped(events));
            let left = seconds.map(|seconds| format!(", 약 {seconds}초 남음")).unwrap_or_default();
            return format!("{all}MB 중 {done}MB, 이벤트 {events}개{left}").into();
        }
        Text::Running => "스캔하고 있습니다.",
        Text::Complete => "완료되었습니다. 모든 파일을 끝까지 읽었습니다.",
        Text::Incomplete => {
            "완전하지 않습니다. 끝까지 읽지 못한 파일이 있습니다. 읽지 않은 내용을 확인하세요."
        }
        Text::Part => "취소했습니다. 일부만 센 결과입니다.",
        Text::CannotGoOn => {
            "중단되었습니다. 워커가 너무 오래 걸렸거나 다시 시작되었습니다. 일부만 센 결과이므로 다시 스캔하세요."
        }
        Text::OtherRules => "스캔을 시작한 뒤에 규칙이 바뀌었습니다.",
        Text::Events => "이벤트",
        Text::Matched => "규칙과 일치",
        Text::Idle => "실행한 규칙 없음",
        Text::NotRead => "읽지 않음",
        Text::Undecided => "판정 없음",
        Text::Number(number) => return grouped(number).into(),
        Text::TableLabel => "규칙별 일치한 이벤트",
        Text::Rule => "규칙",
        Text::MatchedEvents => "일치한 이벤트",
        Text::FirstMatches => "처음 일치한 이벤트",
        Text::Load(count) => return format!("이벤트 {count}개 불러오기").into(),
        Text::LoadAbout(rule) => return format!("{rule}: 처음 일치한 이벤트 불러오기").into(),
        Text::NotKept => "너무 길어서 보관하지 않음",
        Text::Refused => "(AWS가 이벤트 패턴을 거부)",
        Text::Disabled => "(비활성화)",
        Text::ShowAll(count) => return format!("규칙 {count}개 모두 표시").into(),
        Text::Silent(count) => return format!("일치한 이벤트가 없는 규칙이 {count}개 있습니다.").into(),
        Text::Gaps => "읽지 않은 내용",
        Text::Place { file, line, item } => {
            let item = item.map(|item| format!(", 배열의 {item}번 항목")).unwrap_or_default();
            let file = file.map(|file| format!("{file}, ")).unwrap_or_default();
            return format!("{file}{line}번 줄{item}:").into();
        }
        Text::NotGiven(file) => {
            return format!(
                "{file}: 브라우저가 파일의 나머지를 넘겨주지 않습니다. 파일이 바뀌었을 수 있습니다."
            )
            .into();
        }
        Text::MoreGaps(more) => return format!("외 {}개", grouped(more)).into(),
    })
}
