//! Fields that AWS's engine does not find: under an empty name, or twice in the event.

use super::diagnostics as say;
use crate::event::{Entry as Value, Event};
use crate::syntax::{Condition, Entry, Group, Pattern};
use rulepad_document::{Diagnostic, Span};

/// The engine joins the names of a pattern and of an event differently where an empty one comes first, and
/// never looks under one that comes last.
pub(super) fn empty_names(pattern: &Pattern, used: &[&Condition]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    first(&pattern.root, &mut found);
    // An empty name is its two quotes.
    let last = used.iter().map(|condition| condition.key).filter(|key| key.end - key.start == 2);
    found.extend(last.map(say::empty_name));
    found
}

fn first(group: &Group, found: &mut Vec<Diagnostic>) {
    for entry in &group.entries {
        match entry {
            Entry::Nested { name, key, .. } if name.is_empty() => found.push(say::empty_name(*key)),
            Entry::AnyOf { branches, .. } => branches.iter().for_each(|branch| first(branch, found)),
            _ => {}
        }
    }
}

/// An event that matches and has a field of the pattern twice, in an array element and outside it.
pub(super) fn twice(pattern: &Pattern, used: &[&Condition], event: &Event) -> Vec<Diagnostic> {
    let joined = pattern.alternatives.iter().any(|alternative| alternative.conditions.len() > 1);
    if !joined {
        return Vec::new();
    }
    let doubled: Vec<(&Condition, Span, Span)> = used
        .iter()
        .filter_map(|condition| {
            let mut values: Vec<&Value> = event.entries(&condition.name).map(|(_, value)| value).collect();
            values.sort_by(|a, b| a.name.cmp(&b.name));
            let (one, other) = values.windows(2).find_map(|pair| match pair {
                [a, b] if apart(&a.name, &b.name) => Some((a, b)),
                _ => None,
            })?;
            Some((*condition, one.span.min(other.span), one.span.max(other.span)))
        })
        .collect();
    if doubled.is_empty() || crate::matches(pattern, event) != Some(true) {
        return Vec::new();
    }
    let tell = |(condition, one, other): (&Condition, Span, Span)| {
        say::field_twice(condition.span, &condition.name, one, other)
    };
    doubled.into_iter().map(tell).collect()
}

/// Whether two names part where one goes into an array and the other does not.
fn apart(a: &str, b: &str) -> bool {
    let common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.as_bytes().get(common), b.as_bytes().get(common));
    a != b && (a == Some(&b'[')) != (b == Some(&b'['))
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn elements_of_one_array_are_not_apart() {
        for (a, b, twice) in [
            ("d.x", "d[0].x", true),
            ("d[0].x", "d[1].x", false),
            ("d[0].x", "d[10].x", false),
            ("d[1].x", "d[10].x", false),
            ("d[0].x", "d[1][0].x", false),
            ("a[0]", "a[1][0]", false),
            ("d[0].x", "d[0].x[1]", true),
        ] {
            assert_eq!(apart(a, b), twice, "{a} {b}");
        }
    }
}
