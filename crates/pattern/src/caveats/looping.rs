//! Matchers that AWS's engine mixes up with the star of a wildcard.

use super::diagnostics::{self as say, Looping};
use super::spans::{expression, literal, respell};
use crate::field_machines::FieldMachines;
use crate::message::Diagnostic;
use crate::operator::Test;
use crate::operator::anything_but::AnythingBut;
use crate::operator::prefix::Prefix;
use crate::operator::suffix::Suffix;
use crate::syntax::Matcher;
use rulepad_document::Edit;

/// The engine adds one character of a text after the other to the machine of the field and follows what is
/// there. A character that ignores case, or that is read backwards byte by byte, follows a star as if it
/// were a step, and the rest of the text is added behind the star.
pub(super) fn check(fields: &FieldMachines<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for machine in &fields.machines {
        let heads: Vec<(&Matcher, &str)> = machine.matchers.iter().flat_map(|own| heads(own)).collect();
        if heads.is_empty() {
            continue;
        }
        for matcher in &machine.matchers {
            let Some(walk) = Walk::of(&matcher.test) else { continue };
            let Some((wildcard, _)) = heads.iter().find(|(_, head)| walk.meets(head)) else { continue };
            let excludes = matches!(matcher.test, Test::AnythingBut(_));
            found.push(say::looping(matcher.span, wildcard.span, walk.kind, excludes, respelled(matcher)));
        }
    }
    found
}

/// What stands before the first star of each wildcard.
fn heads(matcher: &Matcher) -> Vec<(&Matcher, &str)> {
    let wildcards = match &matcher.test {
        Test::Wildcard(wildcard) => std::slice::from_ref(wildcard),
        Test::AnythingBut(AnythingBut::Wildcard(list)) => list,
        _ => &[],
    };
    let starred = wildcards.iter().filter(|wildcard| wildcard.runs().len() > 1);
    starred.filter_map(|wildcard| Some((matcher, wildcard.runs().first()?.as_str()))).collect()
}

/// Texts as they are added to the machine.
struct Walk {
    kind: Looping,
    texts: Vec<Vec<char>>,
}

impl Walk {
    fn of(test: &Test) -> Option<Self> {
        let forward = |text: &str| text.chars().collect::<Vec<char>>();
        let backward = |text: &str| text.chars().rev().collect::<Vec<char>>();
        let (kind, texts) = match test {
            Test::EqualsIgnoreCase(own) => (Looping::IgnoreCase, vec![forward(own.0.text())]),
            Test::Prefix(Prefix::IgnoreCase(own)) => (Looping::IgnoreCase, vec![forward(own.text())]),
            Test::Suffix(Suffix::IgnoreCase(own)) => (Looping::IgnoreCase, vec![backward(own.text())]),
            Test::AnythingBut(AnythingBut::IgnoreCase(list)) => {
                (Looping::IgnoreCase, list.iter().map(|own| forward(own.text())).collect())
            }
            Test::Suffix(Suffix::Exact(own)) => (Looping::Suffix, vec![backward(own)]),
            Test::AnythingBut(AnythingBut::Suffix(list)) => {
                (Looping::Suffix, list.iter().map(|own| backward(own)).collect())
            }
            _ => return None,
        };
        Some(Self { kind, texts })
    }

    /// Whether a text goes the way of this head and then runs into the star behind it. A letter with two
    /// cases goes a way of its own.
    fn meets(&self, head: &str) -> bool {
        self.texts.iter().any(|text| {
            let mut rest = text.iter();
            let along = head.chars().all(|c| rest.next() == Some(&c) && self.same_way(c));
            let next = rest.next();
            along
                && match self.kind {
                    Looping::IgnoreCase => next.is_some(),
                    Looping::Suffix => next.is_some_and(|next| !next.is_ascii()),
                }
        })
    }

    fn same_way(&self, c: char) -> bool {
        match self.kind {
            Looping::IgnoreCase => c.to_lowercase().eq(c.to_uppercase()),
            Looping::Suffix => c.is_ascii(),
        }
    }
}

/// A suffix says the same as a wildcard that starts with its star.
fn respelled(matcher: &Matcher) -> Vec<Edit> {
    let wildcard = |text: &String| format!("*{}", literal(text));
    let text = match &matcher.test {
        Test::Suffix(Suffix::Exact(own)) => expression("wildcard", &[wildcard(own)]),
        Test::AnythingBut(AnythingBut::Suffix(list)) => {
            let texts: Vec<String> = list.iter().map(wildcard).collect();
            format!("{{\"anything-but\": {}}}", expression("wildcard", &texts))
        }
        _ => return Vec::new(),
    };
    respell(matcher.span, text)
}
