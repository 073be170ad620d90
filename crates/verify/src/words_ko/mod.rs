//! The sentences of test files and of their results in Korean.

mod result;
#[cfg(test)]
mod tests;

pub(crate) use result::{
    COLUMNS, FILE, PROBLEM_MEANING, SURVIVOR, SURVIVOR_MEANING, UNCOVERED_MEANING, WITNESS, change,
    coverage_line, covered, expectation, failure, helps, idle, in_short, meaning, mutants_line, mutation,
    not_run, outcome, problem, tally, uncovered, unexpected, untested,
};

use crate::message::{Expected, Mapping, Message};
use crate::words::{code, first_line, place, shown};
use rulepad_document::words::ko::{all_of, kind, sentence};
use rulepad_document::{Lang, Words};

/// A rule without a name, by its number.
pub(crate) fn rule_number(number: usize) -> String {
    format!("규칙 {number}")
}

/// An event without a name, by the line of its test.
pub(crate) fn line_number(line: u32) -> String {
    format!("{line}번째 줄")
}

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    use Message as M;
    match message {
        M::Document(message) => message.words(Lang::KO),
        M::UnknownKey { key, of } => format!("{}에는 `{key}` 키를 쓸 수 없습니다", mapping(*of)),
        M::DidYouMean(name) => format!("`{name}` 이름을 쓰려던 것인가요?"),
        M::Keys(known) => format!("쓸 수 있는 키: {}", listed(known)),
        M::RepeatedKey(key) => format!("`{key}` 키가 두 번 나옵니다. 하나만 남기세요."),
        M::MissingKey { key, of } => format!("{}에는 `{key}` 키가 있어야 합니다", mapping(*of)),
        M::WrongKind { key, expected: wanted, saw } => {
            format!("`{key}` 값은 {}이어야 합니다(현재 {})", expected(*wanted), kind(*saw))
        }
        M::Version(saw) => {
            format!("파일 버전은 {saw}인데 이 Rulepad가 읽는 테스트 파일 버전은 1입니다")
        }
        M::WriteVersion => "파일을 `rulepad: 1` 줄로 시작하세요".to_owned(),
        M::NotATest(saw) => format!("테스트 파일은 매핑이어야 합니다(현재 {})", kind(*saw)),
        M::BecauseOfMatch => {
            "`because` 키에는 충족하지 않는 조건을 쓰는데, 이 이벤트는 일치해야 합니다".to_owned()
        }
        M::NothingExpected(of) => format!("{}에 기대하는 결과가 없습니다", mapping(*of)),
        M::AddExpectation(Mapping::Delivery | Mapping::SubscriberDelivery) => {
            "`body`, `group`, `parts`, `refused` 중 하나를 추가하세요".to_owned()
        }
        M::AddExpectation(
            Mapping::File
            | Mapping::Test
            | Mapping::BusTest
            | Mapping::Match
            | Mapping::NoMatch
            | Mapping::SubscriberTest
            | Mapping::SubscriberMatch
            | Mapping::SubscriberNoMatch,
        ) => "`match`, `no_match`, `delivers` 중 하나를 추가하세요".to_owned(),
        M::NoFile(path) => format!("`{path}` 경로와 일치하는 파일이 없습니다"),
        M::Unreadable { path, why } => format!("`{path}` 파일을 읽을 수 없습니다. 이유: {why}"),
        M::OwnFile(bad) => bad.words(Lang::KO),
        M::NoRule { path, why: None } => format!("`{path}` 파일에 이벤트 패턴이 있는 규칙이 없습니다"),
        M::NoRule { path, why: Some(why) } => {
            format!("`{path}` 파일에 규칙이 없습니다. {}", sentence(why))
        }
        M::UnknownRule(name) => format!("불러온 규칙 중에 `{name}` 규칙이 없습니다"),
        M::RulesAre(names) => format!("불러온 규칙: {}", listed(names)),
        M::NoRulesLoaded => "`rules` 키에 규칙 파일을 나열하세요".to_owned(),
        M::SeveralRules { name, places } => {
            let places = places.iter().map(code).collect::<Vec<_>>();
            format!("이름이 `{name}`인 규칙이 여러 개입니다. 위치: {}", all_of(&places))
        }
        M::RefusedPattern { rule, answer } => {
            format!("`{rule}` 규칙의 이벤트 패턴을 AWS가 거부합니다. AWS의 응답: {}", first_line(answer))
        }
        M::UnknownSample(id) => format!("카탈로그에 `{id}` 샘플이 없습니다"),
        M::NoEvent(name) => format!("`{name}` 파일에 이벤트가 없습니다"),
        M::UnknownTarget { target, rule } => format!("`{rule}` 규칙에 `{target}` 대상이 없습니다"),
        M::TargetsAre(ids) => format!("규칙의 대상: {}", listed(ids)),
        M::NoTargets => "규칙에 대상이 없습니다".to_owned(),
        M::UnknownField { field, rule } => format!("`{rule}` 규칙의 패턴에 `{field}` 조건이 없습니다"),
        M::UnknownValue(name) => format!("배포할 때 정해지는 `{name}` 값을 쓰는 규칙이 없습니다"),
        M::ValuesAre(names) => format!("배포할 때 정해지는 값: {}", listed(names)),
        M::NoValues => "배포할 때 정해지는 값이 규칙에 없습니다".to_owned(),
        M::NotARule(name) => {
            format!("`{name}` 항목은 필터이므로 이벤트 버스의 이벤트로 실행되지 않습니다")
        }
        M::UnknownSubscriber(name) => format!("불러온 구독자 중에 `{name}` 구독자가 없습니다"),
        M::SubscribersAre(names) => format!("불러온 구독자: {}", listed(names)),
        M::NoSubscribersLoaded => "`subscribers` 키에 구독자 파일을 나열하세요".to_owned(),
        M::SeveralSubscribers { name, places } => {
            let places = places.iter().map(code).collect::<Vec<_>>();
            format!("이름이 `{name}`인 구독자가 여러 개입니다. 위치: {}", all_of(&places))
        }
        M::RefusedSubscriber { place, message } => {
            format!("구독자를 테스트할 수 없습니다. {}: {message}", self::place(place))
        }
        M::UnknownSubscriberField { field, subscriber } => {
            format!("`{subscriber}` 구독자의 필터에 `{field}` 조건이 없습니다")
        }
        M::SubscribersNotOpened(count) => format!("구독자 {count}개의 테스트는 여기에서 열지 않습니다"),
        M::Import { place, message } => format!("{}: {message}", self::place(place)),
        M::FieldsAre(names) => format!("패턴에 조건이 있는 필드: {}", listed(names)),
    }
}

fn mapping(of: Mapping) -> &'static str {
    match of {
        Mapping::File => "테스트 파일",
        Mapping::Test => "규칙 테스트",
        Mapping::BusTest => "이벤트 버스 테스트",
        Mapping::Match => "`match` 아래의 이벤트",
        Mapping::NoMatch => "`no_match` 아래의 이벤트",
        Mapping::Delivery | Mapping::SubscriberDelivery => "기대하는 전달",
        Mapping::SubscriberTest => "구독자 테스트",
        Mapping::SubscriberMatch => "`match` 아래의 이벤트",
        Mapping::SubscriberNoMatch => "`no_match` 아래의 이벤트",
    }
}

fn expected(of: Expected) -> &'static str {
    match of {
        Expected::Text => "텍스트",
        Expected::List => "배열",
        Expected::Mapping => "매핑",
        Expected::Texts => "텍스트 또는 텍스트 배열",
        Expected::Event => "경로, `catalogue:` 뒤에 ID를 붙인 이름 또는 `event` 키가 있는 매핑",
        Expected::EventOrPath => "이벤트, 경로 또는 `catalogue:` 뒤에 ID를 붙인 이름",
        Expected::True => "`true`",
        Expected::TrueOrText => "`true` 또는 이유의 일부",
        Expected::Published => "`put-events` 또는 `put-raw-events`",
        Expected::Deliveries => "전달 또는 전달의 배열",
    }
}

/// Names in backticks, the first of a long list.
pub(super) fn listed<T: AsRef<str>>(names: &[T]) -> String {
    match shown(names) {
        (shown, 0) => all_of(&shown),
        (shown, more) => format!("{} 외 {more}개", all_of(&shown)),
    }
}
