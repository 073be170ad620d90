//! The site of the reference in Korean: its own words. Topics are introduced in `tests/suite/ko`,
//! which has the titles of cases too; what cases say is in English.

/// Its own name.
pub(super) const LANGUAGE: &str = "한국어";
pub(super) const HOME: &str = "예제로 배우는 EventBridge";
pub(super) const LEAD: &str = "Amazon EventBridge의 이벤트 패턴, 이벤트, 입력 변환기, 대상과 사용자 지정 이벤트 버스의 구독자가 어떻게 작동하는지 설명합니다. \
    모든 예제는 Rulepad의 테스트이고, 규칙의 예제는 직접 바꿔 볼 수 있습니다. 예제의 설명은 영어로 제공됩니다.";
pub(super) const SKIP: &str = "본문으로 건너뛰기";
pub(super) const SEARCH: &str = "검색";
pub(super) const OPEN: &str = "Rulepad에서 열기";
pub(super) const PAGES: &str = "모든 페이지";
pub(super) const ON_THIS_PAGE: &str = "이 페이지의 내용";
pub(super) const NOTHING_FOUND: &str = "검색 결과가 없습니다.";
pub(super) const FOUND: &str = "{count}개 찾았습니다.";
pub(super) const FIRST_FOUND: &str = "{count}개 찾았습니다. 처음 {most}개를 표시합니다.";

/// The title of a page.
pub(super) fn titled(title: &str) -> String {
    format!("{title} · {HOME}")
}

/// How many cases a page has.
pub(super) fn cases(count: usize) -> String {
    format!("예제 {count}개")
}

/// The name of the link that opens a case in Rulepad.
pub(super) fn open_case(title: &str) -> String {
    format!("{OPEN}: {title}")
}

/// How much of a text is left out.
pub(super) fn more(count: usize) -> String {
    format!("… 외 {count}자")
}
