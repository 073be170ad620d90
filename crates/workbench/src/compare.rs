//! Two patterns side by side: how they relate, in words, and events that show it.

use crate::wording::Wording;
use crate::words::{Refused, Shows};
use rulepad_document::diagnostic::worded;
use rulepad_document::{Diagnostic, Lang};
use rulepad_pattern::compare as relate;
use rulepad_pattern::{self as pattern, Dialect};
use serde::{Deserialize, Serialize};

pub use rulepad_pattern::compare::Relation;

/// How a pattern relates to another one, already worded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComparisonReport {
    /// The relation; `None` while AWS refuses one of the patterns.
    pub relation: Option<Relation>,
    /// The relation in a few words.
    pub headline: String,
    /// The relation in a sentence.
    pub sentence: String,
    /// What the answer does not cover, a sentence each.
    pub notes: Vec<String>,
    /// Events that show it; each was tried on both patterns.
    pub events: Vec<ShownEvent>,
    /// Problems of the other pattern, in the order of its text.
    pub other: Vec<Diagnostic>,
}

/// An event that shows how two patterns relate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownEvent {
    /// What it shows, in a few words.
    pub title: Wording,
    /// The event, a JSON text of several lines.
    pub event: String,
}

/// Compares a pattern with another one, both read in the same dialect.
///
/// Never fails: patterns that AWS refuses are said so. Work is bounded.
#[must_use]
pub fn compare(pattern: &str, other: &str, dialect: Dialect, lang: Lang) -> ComparisonReport {
    let (own, second) = (pattern::parse_in(pattern, dialect), pattern::parse_in(other, dialect));
    let (Some(a), Some(b)) = (own.valid(), second.valid()) else {
        let (headline, sentence) = words!(
            lang,
            compare::not_compared(match (own.valid(), second.valid()) {
                (None, None) => Refused::Both,
                (None, _) => Refused::This,
                _ => Refused::Other,
            })
        );
        return ComparisonReport {
            relation: None,
            headline: headline.to_owned(),
            sentence: sentence.to_owned(),
            notes: Vec::new(),
            events: Vec::new(),
            other: worded(&second.diagnostics, lang),
        };
    };
    let found = relate::compare(a, b);
    let (headline, sentence) = words!(lang, compare::relation(found.relation, found.both_in_list.is_some()));
    let is_known = found.relation != Relation::Unknown;
    let notes = if is_known { words!(lang, compare::notes(found.complete)) } else { Vec::new() };
    let events = [
        (Shows::OnlyThis, found.only_a),
        (Shows::OnlyOther, found.only_b),
        (Shows::Both, found.both),
        (Shows::BothInList, found.both_in_list),
    ];
    let shown = |(shows, event): (Shows, Option<String>)| {
        let title = Wording::each(|lang| words!(lang, compare::title(shows)).to_owned());
        Some(ShownEvent { title, event: event? })
    };
    ComparisonReport {
        relation: Some(found.relation),
        headline: headline.to_owned(),
        sentence: sentence.to_owned(),
        notes,
        events: events.into_iter().filter_map(shown).collect(),
        other: worded(&second.diagnostics, lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::evaluate::evaluate;
    use crate::report::Verdict;

    fn of(a: &str, b: &str) -> ComparisonReport {
        compare(a, b, Dialect::Rule, Lang::En)
    }

    fn matches(pattern: &str, event: &str) -> bool {
        let draft = Draft { event: event.to_owned(), pattern: pattern.to_owned(), ..Draft::default() };
        evaluate(&draft, Lang::En).verdict == Verdict::Match
    }

    #[test]
    fn events_show_what_their_titles_say() {
        let patterns = [
            r#"{"source": ["a", "b"]}"#,
            r#"{"source": ["b", "c"]}"#,
            r#"{"source": ["d"], "region": ["e"]}"#,
            r#"{"source": ["d"]}"#,
        ];
        for a in patterns {
            for b in patterns {
                for shown in of(a, b).events {
                    let expected = match shown.title.words(Lang::En) {
                        "Only this one matches" => (true, false),
                        "Only the other matches" => (false, true),
                        _ => (true, true),
                    };
                    assert_eq!((matches(a, &shown.event), matches(b, &shown.event)), expected, "{a} {b}");
                }
            }
        }
    }

    #[test]
    fn the_relation_is_said_from_the_first_ones_side() {
        let (wide, narrow) = (r#"{"source": ["d"]}"#, r#"{"source": ["d"], "region": ["e"]}"#);
        assert_eq!(of(wide, narrow).headline, "This one is wider");
        assert_eq!(of(narrow, wide).headline, "This one is narrower");
        assert_eq!(of(wide, wide).headline, "Both match the same");
    }

    #[test]
    fn lists_are_told_apart() {
        let apart = |a: &str, b: &str| of(&format!(r#"{{"detail": {{"x": ["{a}"]}}}}"#), b).headline;
        assert_eq!(apart("a", r#"{"detail": {"x": ["b"]}}"#), "They hardly meet");
        assert_eq!(of(r#"{"source": ["a"]}"#, r#"{"source": ["b"]}"#).headline, "They never meet");
    }

    #[test]
    fn a_refused_pattern_is_named_and_its_problems_told() {
        let good = r#"{"source": ["a"]}"#;
        let found = of(good, r#"{"source": "a"}"#);
        assert_eq!(found.relation, None);
        assert_eq!(found.sentence, "AWS refuses the other pattern; fix it first.");
        assert_eq!(found.other.len(), 1);
        assert_eq!(of("{}", good).sentence, "AWS refuses this pattern; fix it first.");
    }
}
