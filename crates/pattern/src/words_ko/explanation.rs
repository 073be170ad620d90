//! Findings in Korean: the sentence of a condition, its near misses, the headline.
//!
//! The name of the field is set before the sentence by who shows it.

use super::container;
use super::operator::{one_of, typed, wants as test_wants};
use crate::explanation::{Excluded, Fate, Finding, Headline, Reason};
use crate::near_miss::{Difference, NearMiss};
use crate::operator::Test;
use crate::operator::anything_but::AnythingBut;
use crate::words::{met_by, near, shortened};
use rulepad_document::json::{ValueKind, quote};
use rulepad_document::words::ko::{self, all_of};

/// What a condition requires, as a noun.
pub(crate) fn wants(finding: &Finding) -> String {
    one_of(&finding.wants.iter().map(|wanted| shortened(&test_wants(&wanted.test))).collect::<Vec<_>>())
}

/// What the condition saw, as a noun; empty when it saw nothing.
pub(crate) fn saw(finding: &Finding) -> String {
    let values: Vec<String> = finding.seen.iter().take(3).map(|seen| shortened(&seen.json)).collect();
    let rest = finding.seen.len() + finding.more - values.len();
    match (values.as_slice(), rest) {
        (values, 0) => all_of(values),
        ([], _) => String::new(),
        (values, rest) => format!("{} 외 {rest}개", all_of(values)),
    }
}

/// The sentence for one condition, without the name of its field.
pub(crate) fn sentence(finding: &Finding, all: &[Finding]) -> String {
    match &finding.reason {
        Reason::Accepted { matcher } => {
            let test = finding.wants.get(*matcher).map(|wanted| &wanted.test);
            let value = finding.seen.first().map(|seen| shortened(&seen.json)).unwrap_or_default();
            match test {
                Some(Test::Exact(exact)) if exact.0.json() == value => {
                    format!("값이 {value}이며, 패턴이 기대하는 값과 같습니다.")
                }
                test => {
                    let wanted = test.map(test_wants).unwrap_or_default();
                    format!("값이 {value}이며, 패턴의 조건을 충족합니다: {wanted}.")
                }
            }
        }
        Reason::AbsentAsWanted { .. } => "값이 없으며, 패턴도 값이 없기를 기대합니다.".to_owned(),
        Reason::Absent => format!("이벤트에 이 필드가 없습니다. {}.", expects(finding)),
        Reason::NotALeaf { container: held, .. } => {
            format!("값이 {}이므로 비교할 단일 값이 없습니다. {}.", container(*held), expects(finding))
        }
        Reason::Present => format!("값이 {}인데, 패턴은 값이 없기를 기대합니다.", saw(finding)),
        Reason::WrongType { saw: seen, .. } => {
            let wants = wants(finding);
            let wants = finding.wants.first().map_or_else(String::new, |first| typed(&first.test, &wants));
            // True, false and null say their own kind, and several values are of several kinds.
            let told =
                matches!(seen, ValueKind::True | ValueKind::False | ValueKind::Null) && finding.more == 0;
            let kind =
                if told || finding.seen.len() > 1 { String::new() } else { format!("{} ", ko::kind(*seen)) };
            format!("값이 {kind}{}인데, 패턴이 기대하는 값은 {wants}입니다.", saw(finding))
        }
        Reason::NotEqual | Reason::OutOfRange | Reason::NotAccepted => {
            format!("값이 {}인데, {}.", saw(finding), expects(finding))
        }
        Reason::NotComparable => format!(
            "값이 {}인데, 64비트 부동 소수점으로 정확히 나타낼 수 없어 AWS가 범위와 비교하지 않습니다.",
            saw(finding)
        ),
        Reason::Excluded { by } => {
            format!("값이 {}인데, 패턴이 제외하는 값입니다: {}.", saw(finding), excluded(by))
        }
        Reason::ElementsDisagree { with } => {
            let other = |number: &usize| {
                let other = all.get(*number)?;
                Some(match met_by(other) {
                    Some(place) => format!("{}({place})", other.name),
                    None => other.name.clone(),
                })
            };
            let others: Vec<String> = with.iter().filter_map(other).collect();
            let own = match met_by(finding) {
                Some(place) => format!("조건을 충족하는 값은 {place}에 있지만"),
                None => "조건을 충족하지만".to_owned(),
            };
            format!("{own}, {}의 조건과 같은 배열 요소에 있지 않습니다.", all_of(&others))
        }
        Reason::Replaced => "뒤에 나오는 같은 필드의 조건이 이 조건을 대신합니다.".to_owned(),
        Reason::NotReached => "계산 한도 안에서 확인하지 못했습니다.".to_owned(),
    }
}

/// What the pattern expects, as a sentence without a full stop.
fn expects(finding: &Finding) -> String {
    let tests: Vec<&Test> = finding.wants.iter().map(|wanted| &wanted.test).collect();
    match tests.as_slice() {
        [Test::Exists(exists)] if exists.0 => "패턴은 값이 있기를 기대합니다".to_owned(),
        [Test::AnythingBut(AnythingBut::Never)] => "패턴의 조건은 어떤 값도 충족할 수 없습니다".to_owned(),
        _ => format!("패턴이 기대하는 값은 {}입니다", wants(finding)),
    }
}

/// The entry of `anything-but` that a value is.
pub(crate) fn excluded(by: &Excluded) -> String {
    match by {
        Excluded::String(text) => quote(text),
        Excluded::Number(text) => text.clone(),
        Excluded::Prefix(text) => format!("접두사 {}", quote(text)),
        Excluded::Suffix(text) => format!("접미사 {}", quote(text)),
        Excluded::IgnoreCase(text) => format!("{}(대소문자 무시)", quote(text)),
        Excluded::Wildcard(text) => format!("와일드카드 {}", quote(text)),
    }
}

/// The headline over all conditions, without a full stop.
pub(crate) fn headline(headline: &Headline<'_>) -> String {
    let Headline { count, fate, only } = *headline;
    let told = match fate {
        Fate::Stopped => "중단됨: 이 패턴은 계산량이 너무 많습니다".to_owned(),
        Fate::Met if count == 1 => "조건 1개 충족".to_owned(),
        Fate::Met => format!("조건 {count}개 모두 충족"),
        Fate::Apart(_) | Fate::Failed(_) if count == 1 => "조건 1개 미충족".to_owned(),
        Fate::Apart(apart) if apart == count => {
            format!("조건 {count}개를 모두 충족하지만 같은 배열 요소가 아닙니다")
        }
        Fate::Apart(apart) => {
            format!("조건 {count}개를 모두 충족하지만 {apart}개는 같은 배열 요소가 아닙니다")
        }
        Fate::Failed(failed) if failed == count => format!("조건 {count}개 모두 미충족"),
        Fate::Failed(failed) => format!("조건 {count}개 중 {failed}개 미충족"),
    };
    match only {
        Some(name) => format!("{told}: {name}"),
        None => told,
    }
}

/// The sentence for a near miss of a finding; where that accepts several values, it says which one is near.
pub(crate) fn near_miss(miss: &NearMiss, finding: &Finding) -> String {
    let saw = shortened(&miss.saw);
    let near = match near(miss, finding) {
        Some(test) => format!("{} 값과 ", shortened(&test_wants(test))),
        None => String::new(),
    };
    match miss.difference {
        Difference::Normalization => format!(
            "{near}보이는 글자는 같지만 유니코드 정규화(NFC/NFD)가 다른 값이 이벤트에 있습니다: {saw}"
        ),
        Difference::Case => format!("{near}대소문자만 다른 값이 이벤트에 있습니다: {saw}"),
        Difference::WhiteSpace => format!("{near}공백만 다른 값이 이벤트에 있습니다: {saw}"),
        Difference::Separator => format!("{near}구분 기호만 다른 값이 이벤트에 있습니다: {saw}"),
        Difference::OneCharacter => format!("{near}한 글자만 다른 값이 이벤트에 있습니다: {saw}"),
        Difference::StringForValue => format!("이벤트의 값은 따옴표 없는 {saw}입니다"),
        Difference::ValueForString => format!("이벤트의 값은 문자열 {saw}입니다"),
        Difference::Operator => {
            let matcher = miss.edits.first().map(|edit| edit.text.as_str()).unwrap_or_default();
            format!("{saw} 값은 `{}` 조건값이면 일치합니다", shortened(matcher))
        }
        Difference::SimilarName => format!("이벤트에 이름이 비슷한 필드가 있습니다: `{saw}`"),
        Difference::OtherPlace => format!("같은 이름의 필드가 다른 위치에 있습니다: `{saw}`"),
    }
}
