//! The sentences of results in Korean.

use super::listed;
use crate::result::{
    Change, Check, Difference, Expectation, Failure, Fate, Mutant, Note, Outcome, PatternPart, Problem,
    TestedRule, Trigger,
};
use crate::words::{self, condition};
use rulepad_document::words::ko::{all_of, sentence};

/// What a check found, in a few words.
pub(crate) fn outcome(check: &Check) -> String {
    match check.outcome {
        Outcome::Matched => "일치합니다".to_owned(),
        Outcome::Quiet => "일치하지 않습니다".to_owned(),
        Outcome::Noisy => "일치하지만, 일치하지 않아야 합니다".to_owned(),
        Outcome::Missing => "일치하지 않지만, 일치해야 합니다".to_owned(),
        Outcome::OtherReason => "다른 이유로 일치하지 않습니다".to_owned(),
        Outcome::Undecided => "판정이 없습니다".to_owned(),
        Outcome::Delivered => format!("{}기대한 대로 전달됩니다", target(check)),
        Outcome::Different => format!("{}기대와 다르게 전달됩니다", target(check)),
        Outcome::Triggered => "기대한 규칙을 실행합니다".to_owned(),
        Outcome::OtherRules => "기대와 다른 규칙을 실행합니다".to_owned(),
    }
}

fn target(check: &Check) -> String {
    match &check.expected {
        Expectation::Delivery { target } => format!("`{target}` 대상에 "),
        Expectation::Match | Expectation::NoMatch | Expectation::Triggers(_) => String::new(),
    }
}

/// What a check expects, in a few words.
pub(crate) fn expectation(expected: &Expectation) -> String {
    match expected {
        Expectation::Match => "일치".to_owned(),
        Expectation::NoMatch => "일치하지 않음".to_owned(),
        Expectation::Delivery { target } => format!("{target} 대상에 전달"),
        Expectation::Triggers(rules) if rules.is_empty() => "실행하는 규칙 없음".to_owned(),
        Expectation::Triggers(rules) => format!("실행하는 규칙: {}", all_of(rules)),
    }
}

/// A check that was not as expected, in one line.
pub(crate) fn unexpected(check: &Check) -> String {
    let of_rule = check.rule.as_ref().map(|rule| format!("`{rule}` 규칙, "));
    let of_subscriber = || check.subscriber.as_ref().map(|own| format!("`{own}` 구독자, "));
    let rule = of_rule.or_else(of_subscriber).unwrap_or_default();
    let outcome = format!("{rule}`{}` 이벤트: {}", check.event, outcome(check));
    match check.failure.as_ref().and_then(|own| own.note.as_ref()) {
        Some(note) => format!("{} {}", sentence(&outcome), sentence(&self::note(note))),
        None => outcome,
    }
}

/// Why a check failed, in short: the first of its reasons.
pub(crate) fn in_short(check: &Check, failure: &Failure) -> String {
    if let Some(note) = &failure.note {
        return self::note(note);
    }
    let Some(first) = failure.differences.first() else { return outcome(check) };
    let shown =
        |text: &Option<String>| text.as_ref().map_or_else(|| "없음".to_owned(), |text| format!("`{text}`"));
    format!("{}: 실제 {}, 기대 {}", at(first), shown(&first.found), shown(&first.expected))
}

/// Why a check failed, a line each.
pub(crate) fn failure(failure: &Failure) -> Vec<String> {
    let condition = |own| condition(own, "거의 일치");
    let mut lines: Vec<String> = failure.note.iter().map(note).collect();
    lines.extend(failure.differences.iter().flat_map(|own| words::difference(own, &at(own), "(없음)")));
    if failure.more_differences > 0 {
        lines.push(format!("그 밖의 차이 {}개", failure.more_differences));
    }
    lines.extend(failure.conditions.iter().flat_map(condition));
    for wrong in &failure.rules {
        lines.push(match wrong.fault {
            Trigger::Extra => format!("`{}` 규칙을 실행하지만, 실행하지 않아야 합니다:", wrong.rule),
            Trigger::Missing => format!("`{}` 규칙을 실행하지 않지만, 실행해야 합니다:", wrong.rule),
            Trigger::Disabled => {
                format!("`{}` 규칙은 비활성화되어 있지만, 패턴은 일치합니다:", wrong.rule)
            }
        });
        lines.extend(wrong.conditions.iter().flat_map(condition).map(|line| format!("  {line}")));
    }
    lines
}

/// The place of a difference.
fn at(own: &Difference) -> String {
    if own.path.is_empty() { own.part.clone() } else { format!("{}의 {}", own.part, own.path) }
}

fn note(note: &Note) -> String {
    match note {
        Note::BadEvent(why) => format!("이벤트가 거부됩니다. {}", sentence(why)),
        Note::TooMuchWork => "필요한 계산이 Rulepad의 한도를 넘습니다".to_owned(),
        Note::DeployTime(names) => format!(
            "배포할 때 정해지는 값에 따라 결과가 달라집니다({}). `values` 키에 값을 쓰세요.",
            listed(names)
        ),
        Note::FailedAt(fields) if fields.is_empty() => "패턴과 비교하기 전에 이벤트를 버립니다".to_owned(),
        Note::FailedAt(fields) => format!("충족하지 않는 조건: {}", listed(fields)),
        Note::NoMatch => "이벤트가 일치하지 않아 전달되는 내용이 없습니다".to_owned(),
        Note::NotDelivered(why) => format!("전달되지 않습니다. {}", sentence(why)),
        Note::NotVerified(why) => format!("AWS의 동작이 확인되지 않았습니다. {}", sentence(why)),
        Note::NotRefused => "거부를 기대했지만 전달됩니다".to_owned(),
        Note::RefusedFor(why) => format!("다른 이유로 거부됩니다. {}", sentence(why)),
        Note::UnknownKind => {
            "대상의 ARN으로 대상의 종류를 알 수 없어 대상이 받는 내용도 알 수 없습니다".to_owned()
        }
        Note::AlsoTriggers(rules) => format!("기대하지 않은 규칙도 실행합니다: {}", listed(rules)),
        Note::DoesNotTrigger(rules) => format!("기대한 규칙을 실행하지 않습니다: {}", listed(rules)),
        Note::OtherRules { also, not } => format!(
            "기대하지 않은 규칙을 실행하고({}), 기대한 규칙을 실행하지 않습니다({})",
            listed(also),
            listed(not)
        ),
    }
}

/// How well the tests of a rule cover its pattern.
pub(crate) fn coverage_line(rule: &TestedRule) -> String {
    let covered = rule.coverage.iter().filter(|own| own.is_covered()).count();
    let all = rule.coverage.len();
    format!("`{}` 규칙의 커버리지: 패턴의 부분 {all}개 중 {covered}개가 판정을 결정했습니다", rule.rule)
}

/// What part of a pattern never decided a verdict.
pub(crate) fn uncovered(part: PatternPart, field: &str) -> String {
    match part {
        PatternPart::Condition => format!("`{field}` 조건이 판정을 결정한 적이 없습니다"),
        PatternPart::Value => format!("`{field}` 조건의 조건값 하나가 일치를 결정한 적이 없습니다"),
        PatternPart::Branch => "`$or` 분기 하나가 판정을 결정한 적이 없습니다".to_owned(),
    }
}

/// What a mutant changes.
pub(crate) fn change(mutant: &Mutant) -> String {
    let field = &mutant.field;
    match &mutant.change {
        Change::ConditionRemoved => format!("`{field}` 조건 제외"),
        Change::ValueRemoved(value) => format!("`{field}` 조건에서 `{value}` 제외"),
        Change::BranchRemoved(number) => format!("`$or` 분기 {} 제외", number + 1),
        Change::Replaced { from, to } => format!("`{field}` 조건에서 `{from}` 대신 `{to}`"),
    }
}

/// A mutant that no check noticed; `None` for one that is of no concern.
pub(crate) fn mutation(mutant: &Mutant) -> Option<String> {
    let rest = match &mutant.fate {
        Fate::Killed | Fate::Equivalent => return None,
        Fate::Unknown => "차이가 있는지는 알 수 없습니다.",
        Fate::Survived { matches: true, .. } => "이 이벤트는 원래 규칙하고만 일치합니다.",
        Fate::Survived { matches: false, .. } => "이 이벤트는 바꾼 규칙하고만 일치합니다.",
    };
    Some(format!("규칙을 바꿔도 모든 검사를 통과합니다({}). {rest}", change(mutant)))
}

/// A problem of a test file, in one line.
pub(crate) fn problem(own: &Problem) -> String {
    format!("{} [{}]", own.message, own.code)
}

/// What to do about a problem, a line each.
pub(crate) fn helps(own: &Problem) -> Vec<String> {
    own.help.iter().map(|help| format!("도움말: {help}")).collect()
}

/// How many errors kept a test file from running.
pub(crate) fn not_run(errors: usize) -> String {
    format!("실행하지 않음: 오류 {errors}개")
}

/// The title of a test file with an error, where each line is a test.
pub(crate) const FILE: &str = "테스트 파일";

/// The title of a mutant that no check noticed.
pub(crate) const SURVIVOR: &str = "뮤턴트";

/// What [`SURVIVOR`] means.
pub(crate) const SURVIVOR_MEANING: &str = "규칙을 조금 바꿔도 모든 검사를 통과합니다.";

/// What a part of a pattern that decided nothing means.
pub(crate) const UNCOVERED_MEANING: &str = "패턴의 한 부분이 판정을 결정한 적이 없습니다.";

/// What a problem of a test file means.
pub(crate) const PROBLEM_MEANING: &str = "테스트 파일이나 그 파일이 가리키는 내용에 문제가 있습니다.";

/// The heading of the event that tells a mutant from its rule.
pub(crate) const WITNESS: &str = "이벤트:";

/// The totals: `통과 5개, 실패 2개(예상 밖의 일치 1개, 빠진 일치 1개)`.
pub(crate) fn tally(checks: &[&Check]) -> String {
    let failed: Vec<&&Check> = checks.iter().filter(|check| !check.passed()).collect();
    let totals = format!("통과 {}개, 실패 {}개", checks.len() - failed.len(), failed.len());
    let kinds = [
        (Outcome::Noisy, "예상 밖의 일치"),
        (Outcome::Missing, "빠진 일치"),
        (Outcome::OtherReason, "다른 이유"),
        (Outcome::Undecided, "판정 없음"),
        (Outcome::Different, "다른 전달"),
        (Outcome::OtherRules, "다른 규칙"),
    ];
    let counts: Vec<String> = kinds
        .iter()
        .map(|(kind, word)| (failed.iter().filter(|check| check.outcome == *kind).count(), word))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{word} {count}개"))
        .collect();
    if counts.is_empty() { totals } else { format!("{totals}({})", all_of(&counts)) }
}

/// What an outcome that fails means.
pub(crate) fn meaning(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Noisy => "이벤트가 일치하지 않아야 하는 규칙과 일치합니다.",
        Outcome::Missing => "이벤트가 일치해야 하는 규칙과 일치하지 않습니다.",
        Outcome::OtherReason => "이벤트가 일치하지 않지만, 충족하지 않는 조건이 기대한 조건과 다릅니다.",
        Outcome::Undecided => "판정이 없습니다.",
        Outcome::Different => "대상이 기대와 다른 내용을 받습니다.",
        Outcome::OtherRules => "이벤트가 기대와 다른 규칙을 실행합니다.",
        Outcome::Matched | Outcome::Quiet | Outcome::Delivered | Outcome::Triggered => "기대한 대로입니다.",
    }
}

/// What became of the mutants of a rule.
pub(crate) fn mutants_line(rule: &TestedRule) -> String {
    let count = |wanted: fn(&Fate) -> bool| rule.mutants.iter().filter(|own| wanted(&own.fate)).count();
    let untried = if rule.untried > 0 {
        format!(", 한도를 넘어 제외 {}개", rule.untried)
    } else {
        String::new()
    };
    format!(
        "`{}` 규칙의 뮤턴트: 시도 {}개, 동등 {}개, 미감지 {}개{untried}",
        rule.rule,
        rule.mutants.len(),
        count(|fate| *fate == Fate::Equivalent),
        count(|fate| !matches!(fate, Fate::Killed | Fate::Equivalent))
    )
}

/// Rules that no test names.
pub(crate) fn untested(rules: &[String]) -> String {
    format!("테스트가 없는 규칙: {}", listed(rules))
}

/// Events that trigger nothing.
pub(crate) fn idle(events: &[String]) -> String {
    format!("규칙을 실행하지 않는 이벤트: {}", listed(events))
}

/// How much of all patterns decided a verdict.
pub(crate) fn covered(percent: f64) -> String {
    format!("커버리지: {percent:.1}%")
}

/// The columns of a table of checks.
pub(crate) const COLUMNS: [&str; 3] = ["규칙", "이벤트", "결과"];
