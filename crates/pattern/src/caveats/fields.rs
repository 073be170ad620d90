//! Fields that AWS's engine does not find: under an empty name, or twice in the event.

use super::diagnostics as say;
use crate::event::{Event, FieldEntry as Value, Membership};
use crate::message::Diagnostic;
use crate::syntax::{Alternative, Condition, Group, ObjectEntry, Pattern};
use rulepad_document::Span;

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
            ObjectEntry::Nested { name, key, .. } if name.is_empty() => found.push(say::empty_name(*key)),
            ObjectEntry::AnyOf { branches, .. } => branches.iter().for_each(|branch| first(branch, found)),
            _ => {}
        }
    }
}

/// An event that has a field of the pattern twice, in the elements of an array and outside them, and matches
/// by the value outside together with another field of those elements.
pub(super) fn twice(pattern: &Pattern, used: &[&Condition], event: &Event) -> Vec<Diagnostic> {
    let accepted = |condition: &Condition, value: &Value| {
        condition.matchers.iter().any(|matcher| matcher.test.accepts(&value.value))
    };
    let beside = |condition: &Condition, array: &str| {
        let others = used.iter().filter(|other| together(pattern, &condition.name, &other.name));
        others.into_iter().any(|other| {
            event
                .entries(&other.name)
                .any(|(_, value)| value.name.starts_with(array) && accepted(other, value))
        })
    };
    let doubled: Vec<(&Condition, Span, Span)> = used
        .iter()
        .filter_map(|condition| {
            let mut values: Vec<&Value> = event.entries(&condition.name).map(|(_, value)| value).collect();
            rulepad_document::order::sort_by_key(&mut values, |value| value.name.clone());
            let (array, outside, inside) = values.windows(2).find_map(|pair| match pair {
                [a, b] => parting(&a.name, &b.name)
                    .map(|array| (array, *a, *b))
                    .or_else(|| parting(&b.name, &a.name).map(|array| (array, *b, *a))),
                _ => None,
            })?;
            let met = values.iter().any(|value| value.name.starts_with(array) && accepted(condition, value));
            // A scalar of an array binds no element.
            let bound = inside.membership != Membership::default();
            let missed = bound && accepted(condition, outside) && !met && beside(condition, array);
            missed.then_some((*condition, outside.span, inside.span))
        })
        .collect();
    if doubled.is_empty() || crate::matches(pattern, event) != Some(true) {
        return Vec::new();
    }
    let tell = |(condition, outside, inside): (&Condition, Span, Span)| {
        say::field_twice(condition.span, &condition.name, outside, inside)
    };
    doubled.into_iter().map(tell).collect()
}

/// Whether some sub-rule asks for both of two fields.
fn together(pattern: &Pattern, a: &str, b: &str) -> bool {
    let has =
        |alternative: &Alternative, name: &str| alternative.conditions.iter().any(|(own, _)| own == name);
    a != b && pattern.alternatives.iter().any(|alternative| has(alternative, a) && has(alternative, b))
}

/// The array that one name goes into where the other does not, with its bracket.
fn parting<'n>(outside: &str, inside: &'n str) -> Option<&'n str> {
    let common = outside.bytes().zip(inside.bytes()).take_while(|(a, b)| a == b).count();
    let bracket = |name: &str| name.as_bytes().get(common) == Some(&b'[');
    if bracket(inside) && !bracket(outside) { inside.get(..=common) } else { None }
}

#[cfg(test)]
mod tests {
    use super::parting;

    #[test]
    fn elements_of_one_array_do_not_part() {
        for (outside, inside, array) in [
            ("d.x", "d[0].x", Some("d[")),
            ("d[0].x", "d.x", None),
            ("d[0].x", "d[1].x", None),
            ("d[1].x", "d[10].x", None),
            ("d[0].x", "d[1][0].x", None),
            ("a[0]", "a[1][0]", None),
            ("d[0].x", "d[0].x[1]", Some("d[0].x[")),
        ] {
            assert_eq!(parting(outside, inside), array, "{outside} {inside}");
        }
    }
}
