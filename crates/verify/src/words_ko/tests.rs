//! Korean sentences whose grammar depends on what is put in.

use super::*;
use crate::load::FilePlace;
use crate::result::{Check, Difference, Expectation, Failure, Fate, Mutant, Note, Outcome, TestedRule};
use rulepad_document::Span;
use rulepad_document::json::ValueKind;

fn check(expected: Expectation, outcome: Outcome, failure: Option<Failure>) -> Check {
    let place = FilePlace { file: "a.rulepad.yaml".to_owned(), line: 3, column: 5 };
    let (rule, event) = (Some("placed".to_owned()), "small.json".to_owned());
    Check { rule, subscriber: None, event, expected, outcome, place, failure, update: None }
}

fn noted(note: Note) -> Failure {
    Failure { note: Some(note), ..Failure::default() }
}

#[test]
fn what_a_value_must_be_is_a_noun_before_the_copula() {
    let wrong = |expected, saw| message(&Message::WrongKind { key: "rules".to_owned(), expected, saw });
    assert_eq!(wrong(Expected::List, ValueKind::String), "`rules` 값은 배열이어야 합니다(현재 문자열)");
    assert_eq!(
        wrong(Expected::Event, ValueKind::Number),
        "`rules` 값은 경로, `catalogue:` 뒤에 ID를 붙인 이름 또는 `event` 키가 있는 매핑이어야 합니다(현재 숫자)"
    );
    assert_eq!(message(&Message::NotATest(ValueKind::Array)), "테스트 파일은 매핑이어야 합니다(현재 배열)");
    let missing = Message::MissingKey { key: "rule", of: Mapping::BusTest };
    assert_eq!(message(&missing), "이벤트 버스 테스트에는 `rule` 키가 있어야 합니다");
}

#[test]
fn long_lists_are_counted() {
    let names: Vec<String> = (1..=13).map(|number| format!("r{number}")).collect();
    let said = message(&Message::RulesAre(names.clone()));
    assert!(said.starts_with("불러온 규칙: `r1`, `r2`, ") && said.ends_with(", `r12` 외 1개"), "{said}");
    assert!(message(&Message::RulesAre(names[..12].to_vec())).ends_with(", `r12`"));
}

#[test]
fn a_check_and_its_reason_are_one_line() {
    let noisy = check(Expectation::NoMatch, Outcome::Noisy, Some(Failure::default()));
    assert_eq!(unexpected(&noisy), "`placed` 규칙, `small.json` 이벤트: 일치하지만, 일치하지 않아야 합니다");
    let refused = noted(Note::NotDelivered("Detail is malformed.".to_owned()));
    let different =
        check(Expectation::Delivery { target: "q".to_owned() }, Outcome::Different, Some(refused));
    assert_eq!(
        unexpected(&different),
        "`placed` 규칙, `small.json` 이벤트: `q` 대상에 기대와 다르게 전달됩니다. 전달되지 않습니다. Detail is malformed."
    );
    assert_eq!(tally(&[&noisy, &different]), "통과 0개, 실패 2개(예상 밖의 일치 1개, 다른 전달 1개)");
    assert_eq!(tally(&[]), "통과 0개, 실패 0개");
}

#[test]
fn differences_have_what_was_found_and_what_was_expected() {
    let difference = |path: &str, expected: Option<&str>| Difference {
        part: "body".to_owned(),
        path: path.to_owned(),
        expected: expected.map(str::to_owned),
        found: Some("1.0".to_owned()),
    };
    let failure = Failure {
        differences: vec![difference("detail.id", Some("1"))],
        more_differences: 2,
        ..Failure::default()
    };
    let own = check(Expectation::Match, Outcome::Different, None);
    assert_eq!(in_short(&own, &failure), "body의 detail.id: 실제 `1.0`, 기대 `1`");
    let lines = super::failure(&failure);
    assert_eq!(lines, ["body의 detail.id:", "  - 1", "  + 1.0", "그 밖의 차이 2개"]);
    let failure = Failure { differences: vec![difference("", None)], ..Failure::default() };
    assert_eq!(in_short(&own, &failure), "body: 실제 `1.0`, 기대 없음");
}

#[test]
fn mutants_are_counted_without_a_plural() {
    let change = crate::result::Change::BranchRemoved(1);
    let fate = Fate::Survived { event: "{}".to_owned(), matches: true };
    let (field, pattern) = ("$or".to_owned(), "{}".to_owned());
    let mutant = Mutant { change, field, span: Span::default(), place: None, pattern, fate };
    assert_eq!(
        mutation(&mutant).as_deref(),
        Some(
            "규칙을 바꿔도 모든 검사를 통과합니다(`$or` 분기 2 제외). 이 이벤트는 원래 규칙하고만 일치합니다."
        )
    );
    let mut rule = TestedRule { rule: "placed".to_owned(), mutants: vec![mutant], ..TestedRule::default() };
    assert_eq!(mutants_line(&rule), "`placed` 규칙의 뮤턴트: 시도 1개, 동등 0개, 미감지 1개");
    rule.untried = 7;
    assert!(mutants_line(&rule).ends_with("미감지 1개, 한도를 넘어 제외 7개"));
    assert_eq!(covered(87.5), "커버리지: 87.5%");
}
