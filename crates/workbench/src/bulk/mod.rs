//! Many patterns on many events: bytes in, rule numbers out, with the verdicts of [`batch::verdict`](crate::batch::verdict).
//!
//! [`compile`] makes a [`Matcher`]. [`Splitter`] takes a stream of any size apart, [`events_of_record`] makes the events
//! of a record of a CloudTrail archive, and [`each_event`] puts both together. [`Unpacker`] decompresses.

mod events;

pub use events::{Misread, Place, each_event};

use rulepad_document::Lang;
use rulepad_pattern::parse;

pub use rulepad_event::stream::{
    Damage, LONGEST, Piece, PieceKind, Splitter, Unpacker, Unread, events_of_record,
};
pub use rulepad_ruleset::{Fault, Matcher, Matches, Refused, RuleSet, Scratch};

/// A pattern that AWS refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedPattern {
    /// Its place in the list, from 0.
    pub number: usize,
    /// AWS's message, or the sentence of the first problem.
    pub message: String,
}

/// Why the rest of a stream cannot be decompressed, in a language.
#[must_use]
pub fn damage(damage: Damage, lang: Lang) -> &'static str {
    match lang {
        Lang::En => crate::words_en::bulk::damage(damage),
        Lang::Ko(_) => crate::words_ko::bulk::damage(damage),
    }
}

/// Compiles patterns of rules, in JSON; each rule's number is its place in the list. A refusal is in a language.
///
/// # Errors
/// The first pattern that AWS refuses.
pub fn compile<'p>(
    patterns: impl IntoIterator<Item = &'p str>,
    lang: Lang,
) -> Result<Matcher, RefusedPattern> {
    let mut rules = RuleSet::default();
    for (number, text) in patterns.into_iter().enumerate() {
        let parsed = parse(text);
        match parsed.valid() {
            Some(pattern) => {
                rules.add(pattern.clone());
            }
            None => {
                let (_, message) = crate::batch::verdict(text, "{}", lang);
                return Err(RefusedPattern { number, message: message.unwrap_or_default() });
            }
        }
    }
    Ok(rules.compile())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::verdict;
    use crate::{Verdict, gallery};

    #[test]
    fn verdicts_are_those_of_one_pattern_and_one_event() {
        let all = gallery().unwrap();
        let matcher = compile(all.iter().map(|example| &*example.draft.pattern), Lang::En).unwrap();
        let mut scratch = Scratch::default();
        let mut matched = 0;
        for event in
            all.iter().map(|example| &*example.draft.event).chain(["{", "[]", "{\"source\": \"aws.ec2\"}"])
        {
            let found = matcher.matching(event.as_bytes(), &mut scratch).map(|found| found.matched.to_vec());
            for (number, example) in all.iter().enumerate() {
                let expected = match verdict(&example.draft.pattern, event, Lang::En).0 {
                    Verdict::EventError => None,
                    verdict => Some(verdict == Verdict::Match),
                };
                let own = found.as_ref().ok().map(|found| found.contains(&(number as u32)));
                assert_eq!(own, expected, "{} on {event}", example.id);
                matched += usize::from(own == Some(true));
            }
        }
        assert!(matched >= all.len() - 1, "{matched}");
    }

    #[test]
    fn a_refused_pattern_is_named() {
        let refused = compile([r#"{"a": [1]}"#, r#"{"a": 1}"#], Lang::En).unwrap_err();
        assert_eq!(refused.number, 1);
        assert!(refused.message.contains("must be an object or an array"), "{}", refused.message);
    }
}
