//! The verdict in Korean: headline and summary.

use crate::report::{Verdict, Wrapped};
use rulepad_document::words::ko;
use rulepad_document::{Diagnostic, Lang};
use rulepad_pattern::{Explanation, words};
use rulepad_rule::{Permission, TargetKind};

/// The headline and the sentence under it.
pub(crate) fn verdict(
    verdict: Verdict,
    explanation: Option<&Explanation>,
    (pattern, pattern_is_empty): (&[Diagnostic], bool),
    (event, event_is_empty): (&[Diagnostic], bool),
    wrapped: Option<&Wrapped>,
) -> (String, String) {
    let errors =
        |found: &[Diagnostic]| format!("오류 {}개", found.iter().filter(|found| found.is_error()).count());
    let conditions = || explanation.map(|found| words::headline(found, Lang::KO)).unwrap_or_default();
    match verdict {
        Verdict::Match => ("일치합니다".to_owned(), conditions()),
        Verdict::NoMatch => ("일치하지 않습니다".to_owned(), conditions()),
        Verdict::PatternError if pattern_is_empty => {
            ("패턴이 없습니다".to_owned(), "직접 작성하거나 예제를 여세요".to_owned())
        }
        Verdict::EventError if event_is_empty => {
            ("이벤트가 없습니다".to_owned(), "붙여넣거나 일치하는 이벤트를 만드세요".to_owned())
        }
        Verdict::PatternError => ("AWS가 거부하는 패턴입니다".to_owned(), errors(pattern)),
        Verdict::EventError => match wrapped {
            Some(wrapped) => ("이벤트 하나가 아닙니다".to_owned(), wrapped.sentence.clone()),
            None => ("이벤트를 읽을 수 없습니다".to_owned(), errors(event)),
        },
        Verdict::Undecided => (
            "중단했습니다".to_owned(),
            "비교에 필요한 계산이 Rulepad의 한도를 넘습니다. 패턴이나 이벤트를 줄이세요.".to_owned(),
        ),
    }
}

/// The headline with the reasons, whole sentences, numbered where there are several; without any, with the summary.
pub(crate) fn answer(headline: &str, summary: &str, reasons: &[String]) -> String {
    let headline = ko::sentence(headline);
    match reasons {
        [] if summary.is_empty() => headline,
        [] => format!("{headline} {}", ko::sentence(summary)),
        [only] => format!("{headline} {only}"),
        several => {
            let numbered = (1..).zip(several).map(|(number, reason)| format!("({number}) {reason}"));
            format!("{headline} {}", numbered.collect::<Vec<_>>().join(" "))
        }
    }
}

/// What there is instead of a verdict where a rule has a schedule and no event pattern.
pub(crate) fn scheduled(schedule: &str) -> (String, String) {
    let summary = format!("이 규칙은 `{}` 일정에 따라 실행되므로 비교할 이벤트가 없습니다", schedule.trim());
    ("비교할 이벤트가 없습니다".to_owned(), summary)
}

/// What allows EventBridge to deliver to this kind of target, in a sentence.
pub(crate) fn permission(kind: TargetKind) -> String {
    let actions: Vec<String> = kind.actions().iter().map(|action| format!("`{action}`")).collect();
    let actions = ko::all_of(&actions);
    let principal = "`events.amazonaws.com`";
    match kind.permission() {
        Permission::ResourcePolicy => {
            format!("대상의 리소스 기반 정책에서 {principal} 보안 주체에 {actions} 작업을 허용해야 합니다.")
        }
        Permission::Role if actions.is_empty() => {
            format!("RoleArn에 {principal} 보안 주체를 신뢰하는 역할을 지정해야 합니다.")
        }
        Permission::Role => {
            format!("RoleArn의 역할은 {principal} 보안 주체를 신뢰하고 {actions} 작업을 허용해야 합니다.")
        }
        Permission::Either => format!(
            "RoleArn의 역할이나 대상의 리소스 기반 정책에서 {principal} 보안 주체에 {actions} 작업을 허용해야 합니다."
        ),
    }
}
