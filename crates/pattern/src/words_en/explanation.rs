//! Findings in English: the sentence of a condition, its near misses, the headline.

use super::container;
use super::operator::{one_of, typed, wants as test_wants};
use crate::explanation::{Excluded, Fate, Finding, Headline, Reason};
use crate::near_miss::{Difference, NearMiss};
use crate::operator::Test;
use crate::words::{met_by, near, shortened};
use rulepad_document::json::{ValueKind, quote};
use rulepad_document::words::en::{a, all_of};

/// What a condition requires, as it appears after "the pattern requires".
pub(crate) fn wants(finding: &Finding) -> String {
    one_of(&finding.wants.iter().map(|wanted| shortened(&test_wants(&wanted.test))).collect::<Vec<_>>())
}

/// What the condition saw, as it appears after "is" or "has"; empty when it saw nothing.
pub(crate) fn saw(finding: &Finding) -> String {
    let values: Vec<String> = finding.seen.iter().take(3).map(|seen| shortened(&seen.json)).collect();
    let rest = finding.seen.len() + finding.more - values.len();
    match (values.as_slice(), rest) {
        (values, 0) => all_of(values),
        ([], _) => String::new(),
        (values, rest) => format!("{} and {rest} more", values.join(", ")),
    }
}

/// `is` with what the condition saw, or `has` where that is more than one value.
fn is(finding: &Finding) -> String {
    let verb = if finding.seen.len() + finding.more > 1 { "has" } else { "is" };
    format!("{verb} {}", saw(finding))
}

/// The sentence for one condition.
pub(crate) fn sentence(finding: &Finding, all: &[Finding]) -> String {
    let name = &finding.name;
    let wants = wants(finding);
    match &finding.reason {
        Reason::Accepted { matcher } => {
            let test = finding.wants.get(*matcher).map(|wanted| &wanted.test);
            let seen = finding.seen.first();
            let value = seen.map(|seen| shortened(&seen.json)).unwrap_or_default();
            let name = seen.map_or(name, |seen| &seen.name);
            match test {
                Some(Test::Exact(exact)) if exact.0.json() == value => {
                    format!("{name} is {value}, as the pattern requires.")
                }
                test => {
                    let wanted = test.map(test_wants).unwrap_or_default();
                    format!("{name} is {value}; the pattern accepts {wanted}.")
                }
            }
        }
        Reason::AbsentAsWanted { .. } => format!("{name} has no value, as the pattern requires."),
        Reason::Absent => format!("the event has no {name}; the pattern requires {wants}."),
        Reason::NotALeaf { container: held, .. } => {
            let held = container(*held);
            format!("{name} is {held}, which is not a single value; the pattern requires {wants}.")
        }
        Reason::Present => format!("{name} {}; the pattern requires it to be absent.", is(finding)),
        Reason::WrongType { saw, .. } => {
            let wants = finding.wants.first().map_or_else(String::new, |first| typed(&first.test, &wants));
            // True, false and null say their own kind, and several values are of several kinds.
            let told =
                matches!(saw, ValueKind::True | ValueKind::False | ValueKind::Null) && finding.more == 0;
            let kind = if told || finding.seen.len() > 1 { String::new() } else { format!(", {}", a(*saw)) };
            format!("{name} {}{kind}; the pattern requires {wants}.", is(finding))
        }
        Reason::NotEqual | Reason::OutOfRange | Reason::NotAccepted => {
            format!("{name} {}; the pattern requires {wants}.", is(finding))
        }
        Reason::NotComparable => format!(
            "{name} {}, which a 64-bit float cannot hold exactly, so AWS compares it with no range.",
            is(finding)
        ),
        Reason::Excluded { by } => {
            format!("{name} {}, which the pattern excludes: {}.", is(finding), excluded(by))
        }
        Reason::ElementsDisagree { with } => {
            let other = |number: &usize| {
                let other = all.get(*number)?;
                Some(match met_by(other) {
                    Some(place) => format!("{} only by {place}", other.name),
                    None => other.name.clone(),
                })
            };
            let others: Vec<String> = with.iter().filter_map(other).collect();
            let own = met_by(finding).map(|place| format!(" by {place}")).unwrap_or_default();
            format!("{name} is met{own}, {}: not in the same array element.", others.join(", "))
        }
        Reason::Replaced => format!("a later condition on {name} replaces this one."),
        Reason::NotReached => format!("{name} was not reached within the work limit."),
    }
}

/// The entry of `anything-but` that a value is.
pub(crate) fn excluded(by: &Excluded) -> String {
    match by {
        Excluded::String(text) => quote(text),
        Excluded::Number(text) => text.clone(),
        Excluded::Prefix(text) => format!("prefix {}", quote(text)),
        Excluded::Suffix(text) => format!("suffix {}", quote(text)),
        Excluded::IgnoreCase(text) => format!("{} in any case", quote(text)),
        Excluded::Wildcard(text) => format!("wildcard {}", quote(text)),
    }
}

/// The headline over all conditions, without a full stop.
pub(crate) fn headline(headline: &Headline<'_>) -> String {
    let Headline { count, fate, only } = *headline;
    let all = if count == 2 { "Both conditions".to_owned() } else { format!("All {count} conditions") };
    let told = match fate {
        Fate::Stopped => "Stopped: this pattern takes too much work to try".to_owned(),
        Fate::Met if count == 1 => "The one condition is met".to_owned(),
        Fate::Met => format!("{all} are met"),
        Fate::Apart(_) | Fate::Failed(_) if count == 1 => "The one condition failed".to_owned(),
        Fate::Apart(apart) if apart == count => {
            format!("{all} are met, but not in the same array element")
        }
        Fate::Apart(apart) => format!("{all} are met, {apart} of them not in the same array element"),
        Fate::Failed(failed) if failed == count => format!("{all} failed"),
        Fate::Failed(failed) => format!("{failed} of {count} conditions failed"),
    };
    match only {
        Some(name) => format!("{told}: {name}"),
        None => told,
    }
}

/// The sentence for a near miss of a finding; where that wants several values, it says which one is near.
pub(crate) fn near_miss(miss: &NearMiss, finding: &Finding) -> String {
    let saw = shortened(&miss.saw);
    let near = near(miss, finding).map(|test| shortened(&test_wants(test)));
    let nearly = |verb: &str| match &near {
        Some(near) => format!("{near} {verb}"),
        None => String::new(),
    };
    match miss.difference {
        Difference::Normalization => {
            format!("{}looks the same as {saw} but has another Unicode form (NFC/NFD)", nearly(""))
        }
        Difference::Case => format!("{}differs only in case from {saw}", nearly("")),
        Difference::WhiteSpace => format!("{}differs only in white space from {saw}", nearly("")),
        Difference::Separator => format!("{}differs only in separators from {saw}", nearly("")),
        Difference::OneCharacter => format!("{}one character away from {saw}", nearly("is ")),
        Difference::StringForValue => format!("the event has {saw} without quotes"),
        Difference::ValueForString => format!("the event has the string {saw}"),
        Difference::Operator => {
            let matcher = miss.edits.first().map(|edit| edit.text.as_str()).unwrap_or_default();
            format!("`{}` would match {saw}", shortened(matcher))
        }
        Difference::SimilarName => format!("the event has a field `{saw}`"),
        Difference::OtherPlace => format!("the event has `{saw}`"),
    }
}
