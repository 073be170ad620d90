//! Texts of the Tests tab, in Korean.

use super::text::Text;
use crate::state::testing::{Bucket, Filter, Period, Status};
use rulepad_workbench::ko;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::NothingYet => {
            "테스트는 판정을 기록합니다. 이 이벤트는 일치해야 하고 저 이벤트는 일치하지 않아야 한다고 정할 수 있습니다. 이벤트를 여러 개 불러오거나, 표시된 이벤트의 판정을 테스트로 추가하세요."
        }
        Text::ShownMustMatch => "일치를 기대하는 테스트 추가",
        Text::ShownMustNotMatch => "불일치를 기대하는 테스트 추가",
        Text::Parts => "테스트의 영역",
        Text::Matrix => "매트릭스",
        Text::Coverage => "커버리지",
        Text::Monitor => "모니터링",
        Text::Scan => "파일 스캔",
        Text::FilterLabel => "표시",
        Text::Filter { filter, count } => return filter_words(filter, count).into(),
        Text::NoneOfFilter(filter) => match filter {
            Filter::All => "규칙과 이벤트가 없습니다.",
            Filter::Failing => "실패한 테스트가 없습니다.",
            Filter::Unexpected => "일치하는 곳마다 테스트가 있습니다.",
            Filter::Idle => "모든 규칙이 실행됩니다.",
            Filter::Unmatched => "모든 이벤트가 규칙을 실행합니다.",
            Filter::Overlapping => "규칙을 둘 이상 실행하는 이벤트가 없습니다.",
        },
        Text::Outcomes { passed, failed, waiting } => return outcomes(passed, failed, waiting).into(),
        Text::Size { rules, events, matches } => {
            return format!("규칙 {rules}개, 이벤트 {events}개, 일치 {matches}개").into();
        }
        Text::AddRule => "규칙 추가",
        Text::AddRuleAbout => "이벤트 버스에 규칙을 추가하고 편집",
        Text::JudgedLabel => "평가한 이벤트",
        Text::Judged { done, all, seconds: None } => return format!("이벤트 {all}개 중 {done}개").into(),
        Text::Judged { done, all, seconds: Some(seconds) } => {
            return format!("이벤트 {all}개 중 {done}개, 약 {seconds}초 남음").into();
        }
        Text::Cancel => "취소",
        Text::GoOn => "계속",
        Text::TooSlow => "평가가 너무 오래 걸려 중단했습니다.",
        Text::CannotRun(reason) => {
            return format!("테스트를 실행할 수 없습니다. {}", ko::sentence(reason)).into();
        }
        Text::MatrixLabel => {
            "이벤트에 대한 규칙의 판정. Enter로 셀의 이유 보기, M 또는 N으로 테스트 추가, Space로 규칙 활성화 또는 비활성화."
        }
        Text::RulesAndEvents => "규칙 × 이벤트",
        Text::RuleNumber(number) => return format!("규칙 {number}").into(),
        Text::EnabledRule(name) => return format!("{name} 활성화").into(),
        Text::Edited => "편집 중인 규칙",
        Text::EditRule => "이 규칙 편집",
        Text::RefusedByAws => "AWS가 이 규칙의 이벤트 패턴을 거부합니다",
        Text::NotYet => "평가 전",
        Text::CellWords { verdict, expected, status } => return cell(verdict, expected, status).into(),
        Text::CellLabel => "선택한 규칙과 이벤트",
        Text::EventName => "이벤트의 이름",
        Text::RenameEvent => "이벤트의 이름 바꾸기",
        Text::MustMatch => "일치 기대",
        Text::MustNotMatch => "불일치 기대",
        Text::NoTest => "테스트 없음",
        Text::Explain => "이유 보기",
        Text::OpenInWhy => "규칙, 이벤트, 이유를 위에 표시",
        Text::More => "더 보기",
        Text::MoveEventLeft => "이벤트를 왼쪽으로 이동",
        Text::MoveEventRight => "이벤트를 오른쪽으로 이동",
        Text::RemoveEvent => "이벤트와 그 테스트 삭제",
        Text::RemoveRule => "규칙과 그 테스트 삭제",
        Text::NotExercised => "커버리지가 없습니다. 계산이 너무 오래 걸렸거나 워커가 작동하지 않습니다.",
        Text::Exercising => "커버리지 계산 중…",
        Text::NoPattern => "AWS가 받아들이는 이벤트 패턴이 되면 커버리지를 표시합니다.",
        Text::Covered { tests: 0, .. } => "이 규칙의 테스트가 없습니다. 판정을 테스트로 추가하세요.",
        Text::Covered { covered, all, tests } => return coverage(covered, all, tests).into(),
        Text::DecidedBoth => "일치와 불일치 모두 결정",
        Text::DecidedMatch => "일치만 결정",
        Text::DecidedMiss => "불일치만 결정",
        Text::NeverDecided => "결정한 적 없음",
        Text::Decided { matches: 0, misses: 0 } => "판정을 결정한 적 없음",
        Text::Decided { matches, misses } => {
            return format!("결정한 판정: 일치 {matches}개, 불일치 {misses}개").into();
        }
        Text::Mutants { tried: 0, .. } => "시도할 작은 변경이 패턴에 없습니다",
        Text::Mutants { tried, noticed, open } => {
            return format!("작은 변경 {tried}개 시도: 테스트가 감지 {noticed}개, 미감지 {open}개").into();
        }
        Text::Untried(count) => return format!("그 밖의 변경 {count}개는 시도하지 않았습니다.").into(),
        Text::AllNoticed => "판정이 달라지는 변경은 모두 테스트가 감지합니다.",
        Text::MutantsAbout => {
            "패턴을 이렇게 바꿔도 실패하는 테스트가 없습니다. 두 패턴을 구별하는 이벤트를 추가하세요."
        }
        Text::WithoutCondition(field) => return format!("`{field}` 조건 제외").into(),
        Text::WithoutValue { value, field } => return format!("`{field}` 조건에서 `{value}` 제외").into(),
        Text::WithoutBranch(number) => return format!("`$or` 분기 {number} 제외").into(),
        Text::ReplacedBy { from, to, field } => {
            return format!("`{field}` 조건에서 `{from}` 대신 `{to}`").into();
        }
        Text::OnlyOne { original: true } => "원래 규칙하고만 일치하는 이벤트가 있습니다.",
        Text::OnlyOne { original: false } => "바꾼 규칙하고만 일치하는 이벤트가 있습니다.",
        Text::Undecided => "차이가 있는지 알 수 없습니다.",
        Text::ShowWitness => "이벤트 보기",
        Text::AddWitness => "테스트로 추가",
        Text::Received => "수신",
        Text::Matched => "일치",
        Text::Triggered => "규칙 실행",
        Text::Delivered => "전달",
        Text::Failed => "실패",
        Text::ChartLabel => "시간에 따른 이벤트 수",
        Text::ChartKeys => "구간을 가리키거나 화살표 키를 쓰세요.",
        Text::ChartAbout { periods, highest } => {
            return format!("구간 {periods}개, 한 구간의 최댓값 {highest}").into();
        }
        Text::Highest(count) => return format!("최댓값: {count}").into(),
        Text::TableLabel => "구간별 개수",
        Text::PeriodStart => "구간 시작(UTC)",
        Text::InPeriod { from, to, counts } => {
            let Bucket { received, matched, triggered, delivered, failed, .. } = counts;
            return format!("{from}~{to}: 수신 {received}개, 일치 {matched}개, 규칙 실행 {triggered}개, 전달 {delivered}개, 실패 {failed}개").into();
        }
        Text::RuleLabel => "규칙",
        Text::TargetLabel => "대상",
        Text::AllTargets => "모든 대상",
        Text::PeriodLabel => "구간",
        Text::Period(period) => match period {
            Period::Auto => "자동",
            Period::Minute => "1분",
            Period::FiveMinutes => "5분",
            Period::Hour => "1시간",
            Period::Day => "1일",
        },
        Text::NotObserved => "개수가 완전하지 않습니다. 워커가 중단되었거나 작동하지 않습니다.",
        Text::Waiting(count) => return format!("이벤트 {count}개 평가 대기 중…").into(),
        Text::Undated(count) => {
            return format!("이벤트 {count}개는 `time` 필드가 없어 차트에 표시하지 않습니다.").into();
        }
        Text::AddWitnessAbout => "이 이벤트를 불러오고, 규칙의 현재 판정을 기대하는 테스트로 추가",
    })
}

fn coverage(covered: usize, all: usize, tests: usize) -> String {
    format!("패턴의 부분 {all}개 중 {covered}개가 테스트 {tests}개에서 판정을 결정했습니다")
}

fn filter_words(filter: Filter, count: Option<usize>) -> String {
    let words = match filter {
        Filter::All => "모든 규칙과 이벤트",
        Filter::Failing => "실패한 테스트",
        Filter::Unexpected => "테스트가 없는 일치",
        Filter::Idle => "실행되지 않는 규칙",
        Filter::Unmatched => "규칙을 실행하지 않는 이벤트",
        Filter::Overlapping => "겹치는 규칙",
    };
    count.map_or_else(|| words.to_owned(), |count| format!("{words}({count})"))
}

fn outcomes(passed: usize, failed: usize, waiting: usize) -> String {
    if passed + failed + waiting == 0 {
        return "테스트가 없습니다".to_owned();
    }
    let mut words = format!("통과 {passed}개, 실패 {failed}개");
    if waiting > 0 {
        words += &format!(", 대기 {waiting}개");
    }
    words
}

fn cell(verdict: &str, expected: Option<bool>, status: Status) -> String {
    let expected = match expected {
        Some(true) => ", 일치 기대",
        Some(false) => ", 불일치 기대",
        None => "",
    };
    let outcome = match status {
        Status::Failed => ": 테스트 실패",
        Status::Passed => ": 테스트 통과",
        Status::Waiting | Status::Untested => "",
    };
    format!("{verdict}{expected}{outcome}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_one_form() {
        let covered = words(Text::Covered { covered: 1, all: 4, tests: 1 });
        assert_eq!(covered, "패턴의 부분 4개 중 1개가 테스트 1개에서 판정을 결정했습니다");
        assert_eq!(
            words(Text::Outcomes { passed: 1, failed: 0, waiting: 2 }),
            "통과 1개, 실패 0개, 대기 2개"
        );
        let filter = Text::Filter { filter: Filter::Failing, count: Some(3) };
        assert_eq!(words(filter), "실패한 테스트(3)");
    }

    #[test]
    fn a_cell_says_what_is_expected() {
        let cell = Text::CellWords { verdict: "불일치", expected: Some(true), status: Status::Failed };
        assert_eq!(words(cell), "불일치, 일치 기대: 테스트 실패");
    }
}
