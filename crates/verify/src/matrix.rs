//! Many rules judged on many events, without explanations.

use rulepad_pattern::parse_in;
use rulepad_ruleset::{Matcher, Refused, RuleSet, Scratch};
use rulepad_workbench::Lang;
use rulepad_workbench::{Dialect, Verdict, batch, explain};

/// Rules that are compiled once and judge event after event.
///
/// ```
/// use rulepad_verify::Matrix;
/// use rulepad_workbench::Dialect;
///
/// let mut rules = Matrix::new([(r#"{"source": ["shop"]}"#, Dialect::Rule), ("{", Dialect::Rule)]);
/// assert_eq!(rules.refused(), [1]);
/// assert_eq!(rules.judge(r#"{"source": "shop"}"#).matched, [0]);
/// assert!(rules.judge("[]").unread);
/// ```
pub struct Matrix {
    matcher: Matcher,
    scratch: Scratch,
    /// The place of the rule of each number of the matcher.
    places: Vec<usize>,
    /// What the matcher is not asked: filters, which read an event in another way.
    filters: Vec<(usize, String, Dialect)>,
    /// The patterns of the matcher, for events that it does not read.
    patterns: Vec<String>,
    refused: Vec<usize>,
}

/// The verdicts of all rules on one event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// The places of the rules that match, ascending.
    pub matched: Vec<usize>,
    /// The places of the rules without a verdict, ascending: the work limit was reached, or a filter cannot read it.
    pub undecided: Vec<usize>,
    /// Whether the event cannot be read, so that no rule has a verdict.
    pub unread: bool,
}

/// The verdicts of all rules on one event of a stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Streamed {
    /// The places of the rules that match, ascending.
    pub matched: Vec<usize>,
    /// The places of the rules without a verdict.
    pub undecided: Vec<usize>,
    /// Whether something is behind the event, which is not read.
    pub behind: bool,
}

impl Matrix {
    /// Compiles the patterns of rules.
    pub fn new<P: AsRef<str>>(rules: impl IntoIterator<Item = (P, Dialect)>) -> Self {
        let (mut set, mut places, mut patterns) = (RuleSet::default(), Vec::new(), Vec::new());
        let (mut filters, mut refused) = (Vec::new(), Vec::new());
        for (place, (pattern, dialect)) in rules.into_iter().enumerate() {
            let pattern = pattern.as_ref();
            let parsed = parse_in(pattern, dialect);
            match parsed.valid() {
                None => refused.push(place),
                Some(valid) if dialect == Dialect::Rule => {
                    set.add(valid.clone());
                    places.push(place);
                    patterns.push(pattern.to_owned());
                }
                Some(_) => filters.push((place, pattern.to_owned(), dialect)),
            }
        }
        Self { matcher: set.compile(), scratch: Scratch::default(), places, filters, patterns, refused }
    }

    /// The places of the rules whose pattern AWS refuses; they have no verdict on any event.
    #[must_use]
    pub fn refused(&self) -> &[usize] {
        &self.refused
    }

    /// The verdicts on an event: those of [`rulepad_workbench::evaluate`].
    pub fn judge(&mut self, event: &str) -> Judged {
        let mut judged = Judged::default();
        let place = |number: &u32| self.places.get(*number as usize).copied();
        if let Ok(found) = self.matcher.matching(event.as_bytes(), &mut self.scratch) {
            judged.matched.extend(found.matched.iter().filter_map(place));
            judged.undecided.extend(found.undecided.iter().filter_map(place));
        } else {
            for (pattern, place) in self.patterns.iter().zip(&self.places) {
                match batch::verdict(pattern, event, Lang::En).0 {
                    Verdict::Match => judged.matched.push(*place),
                    Verdict::Undecided => judged.undecided.push(*place),
                    Verdict::NoMatch | Verdict::PatternError => {}
                    // No other rule reads it either.
                    Verdict::EventError => {
                        judged.unread = true;
                        break;
                    }
                }
            }
        }
        let mut filters_read = false;
        for (place, pattern, dialect) in &self.filters {
            match explain(pattern, event, *dialect, Lang::En).verdict {
                Verdict::Match => judged.matched.push(*place),
                Verdict::Undecided | Verdict::EventError => judged.undecided.push(*place),
                Verdict::NoMatch | Verdict::PatternError => filters_read = true,
            }
        }
        judged.unread &= !filters_read && judged.matched.is_empty();
        judged.matched.sort_unstable();
        judged.undecided.sort_unstable();
        judged
    }

    /// The verdicts on the bytes of an event.
    ///
    /// # Errors
    /// It is no event.
    pub(crate) fn judge_bytes(&mut self, event: &[u8]) -> Result<Streamed, Refused> {
        let Self { matcher, scratch, places, filters, .. } = self;
        let found = matcher.matching(event, scratch)?;
        let place = |number: &u32| places.get(*number as usize).copied();
        let mut judged = Streamed {
            matched: found.matched.iter().filter_map(place).collect(),
            undecided: found.undecided.iter().filter_map(place).collect(),
            behind: event.get(found.read..).is_some_and(|rest| !rest.trim_ascii().is_empty()),
        };
        // What was read is UTF-8.
        let text = std::str::from_utf8(event).unwrap_or_default();
        for (place, pattern, dialect) in filters {
            match explain(pattern, text, *dialect, Lang::En).verdict {
                Verdict::Match => judged.matched.push(*place),
                Verdict::Undecided | Verdict::EventError => judged.undecided.push(*place),
                Verdict::NoMatch | Verdict::PatternError => {}
            }
        }
        judged.matched.sort_unstable();
        Ok(judged)
    }
}
