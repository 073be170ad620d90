//! Findings in English. A second language is a second file.

use crate::explanation::{Explanation, Finding, Reason};
use crate::near_miss::{Difference, NearMiss};

/// `a`, `a or b`, `a, b or c`; long lists are cut.
#[must_use]
pub fn one_of(list: &[String]) -> String {
    const MOST: usize = 4;
    match list {
        [] => "nothing".to_owned(),
        [only] => only.clone(),
        [head @ .., last] if list.len() <= MOST => format!("{} or {last}", head.join(", ")),
        _ => {
            let head: Vec<&str> = list.iter().take(MOST - 1).map(String::as_str).collect();
            format!("{} or one of {} more", head.join(", "), list.len() - head.len())
        }
    }
}

/// What a condition wants, as it stands after "wants".
#[must_use]
pub fn wants(finding: &Finding) -> String {
    one_of(&finding.wants.iter().map(|wanted| shortened(&wanted.text)).collect::<Vec<_>>())
}

/// A long value cut in the middle, for a sentence; the whole stands in the data.
#[must_use]
pub fn shortened(text: &str) -> String {
    const MOST: usize = 80;
    let length = text.chars().count();
    if length <= MOST {
        return text.to_owned();
    }
    let start: String = text.chars().take(MOST / 2).collect();
    let end: String = text.chars().skip(length - MOST / 2 + 1).collect();
    format!("{start}…{end}")
}

/// What the condition saw, as it stands after "is" or "saw"; empty when it saw nothing.
#[must_use]
pub fn saw(finding: &Finding) -> String {
    let values: Vec<String> = finding.seen.iter().take(3).map(|seen| shortened(&seen.json)).collect();
    let rest = finding.seen.len() + finding.more - values.len();
    match (values.as_slice(), rest) {
        ([], _) => String::new(),
        (values, 0) => listed(values),
        (values, rest) => format!("{} and {rest} more", values.join(", ")),
    }
}

/// `a`, `a and b`, `a, b and c`.
fn listed(texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [only] => only.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

/// `is` with what the condition saw, or `has` where that is more than one value.
fn is(finding: &Finding) -> String {
    let verb = if finding.seen.len() + finding.more > 1 { "has" } else { "is" };
    format!("{verb} {}", saw(finding))
}

/// The sentence for one condition.
#[must_use]
pub fn sentence(finding: &Finding, all: &[Finding]) -> String {
    let name = &finding.name;
    let wants = wants(finding);
    match &finding.reason {
        Reason::Accepted { matcher } => {
            let wanted = finding.wants.get(*matcher).map(|wanted| wanted.text.as_str()).unwrap_or_default();
            let seen = finding.seen.first();
            let value = seen.map(|seen| shortened(&seen.json)).unwrap_or_default();
            let name = seen.map_or(name, |seen| &seen.name);
            if value == wanted {
                format!("{name} is {value}, as the pattern wants.")
            } else {
                format!("{name} is {value}; the pattern accepts {wanted}.")
            }
        }
        Reason::AbsentAsWanted { .. } => format!("{name} has no value, as the pattern wants."),
        Reason::Absent => format!("the event has no {name}; the pattern wants {wants}."),
        Reason::NotALeaf { kind, .. } => {
            format!("{name} is {kind}, which has no value of its own; the pattern wants {wants}.")
        }
        Reason::Present => format!("{name} {}; the pattern wants it to be absent.", is(finding)),
        Reason::WrongType { wanted, saw: kind } => {
            let wants = typed(wanted, &wants);
            // True, false and null say their own kind.
            let told = saw(finding) == *kind || finding.seen.len() > 1;
            let kind = if told { String::new() } else { format!(", {kind}") };
            format!("{name} {}{kind}; the pattern wants {wants}.", is(finding))
        }
        Reason::NotEqual | Reason::OutOfRange | Reason::NotAccepted => {
            format!("{name} {}; the pattern wants {wants}.", is(finding))
        }
        Reason::NotComparable => format!(
            "{name} {}, which a 64-bit float cannot hold exactly, so AWS compares it with no range.",
            is(finding)
        ),
        Reason::Excluded { by } => format!("{name} {}, which the pattern excludes: {by}.", is(finding)),
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
        Reason::Replaced => format!("a later condition on {name} takes the place of this one."),
        Reason::NotReached => format!("{name} was not reached within the work limit."),
    }
}

/// The first value that a condition accepts, by its place in the event.
fn met_by(finding: &Finding) -> Option<&str> {
    finding.seen.iter().find(|seen| seen.matcher.is_some()).map(|seen| seen.name.as_str())
}

fn typed(wanted: &str, wants: &str) -> String {
    match wanted {
        "a string" if wants.starts_with('"') => format!("the string {wants}"),
        "a number" if wants.starts_with(|c: char| c.is_ascii_digit() || c == '-') => {
            format!("the number {wants}")
        }
        _ => wants.to_owned(),
    }
}

/// The headline over all conditions, without a full stop.
#[must_use]
pub fn headline(explanation: &Explanation) -> String {
    let shown: Vec<&Finding> = explanation.shown_conditions().map(|(_, finding)| finding).collect();
    let failed = shown.iter().filter(|finding| !finding.holds).count();
    let disagree = |finding: &&Finding| matches!(finding.reason, Reason::ElementsDisagree { .. });
    let only_apart = failed > 0 && shown.iter().filter(|finding| disagree(finding)).count() == failed;
    let count = shown.len();
    let all = if count == 2 { "Both conditions".to_owned() } else { format!("All {count} conditions") };
    match explanation.verdict() {
        None => "Stopped: this pattern takes too much work to try".to_owned(),
        Some(true) if count == 1 => "The one condition is met".to_owned(),
        Some(true) => format!("{all} are met"),
        Some(false) if count == 1 => "The one condition failed".to_owned(),
        Some(false) if only_apart && failed == count => {
            format!("{all} are met, but not in the same array element")
        }
        Some(false) if only_apart => {
            format!("{all} are met, {failed} of them not in the same array element")
        }
        Some(false) if failed == count => format!("{all} failed"),
        Some(false) => format!("{failed} of {count} conditions failed"),
    }
}

/// The sentence for a near miss of a finding; where that wants several values, it says which one is near.
#[must_use]
pub fn near_miss(miss: &NearMiss, finding: &Finding) -> String {
    let saw = shortened(&miss.saw);
    let edited = miss.edits.first().map(|edit| edit.span);
    let near = finding.wants.iter().filter(|_| finding.wants.len() > 1).find(|wanted| {
        edited.is_some_and(|edited| wanted.span.start <= edited.start && edited.end <= wanted.span.end)
    });
    let nearly = match near.map(|near| shortened(&near.text)) {
        None => String::new(),
        Some(near) if miss.difference == Difference::OneCharacter => format!("{near} is "),
        Some(near) => format!("{near} "),
    };
    match miss.difference {
        Difference::Case => format!("{nearly}differs only in case from {saw}"),
        Difference::WhiteSpace => format!("{nearly}differs only in white space from {saw}"),
        Difference::Separator => format!("{nearly}differs only in separators from {saw}"),
        Difference::OneCharacter => format!("{nearly}one character away from {saw}"),
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
