//! The worker that runs tests: verdicts of many rules on many events, outcomes, coverage and mutants.

use super::named_files::NamedFiles;
use super::{QuestionKind, Work, known};
use rulepad_verify::{Judged, Matrix, check, exercise, observe, open, sentence};
use rulepad_workbench::bus::Bus;
use rulepad_workbench::file::Events;
use rulepad_workbench::{Dialect, Draft, Lang, NamedText};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::cell::RefCell;

pub use rulepad_verify::{Change, Covered, Fate, Mutant, Observation, OpenedTests, PatternPart, TestedRule};

/// The worker that runs tests.
#[derive(Debug)]
pub enum Testing {}

/// What it can be asked.
#[derive(Debug, Serialize, Deserialize)]
pub enum Question<'q> {
    /// The verdicts on some events of rules that were compiled under this number.
    Judge {
        /// The number.
        version: u32,
        /// The patterns; `None` where the worker was told before.
        rules: Option<Vec<(Cow<'q, str>, Dialect)>>,
        /// The events.
        events: Vec<Cow<'q, str>>,
    },
    /// The outcomes of the tests of a bus.
    Check {
        /// The draft.
        draft: Cow<'q, Draft>,
        /// The events with a test.
        events: Cow<'q, Events>,
        /// The other rules and the tests.
        bus: Cow<'q, Bus>,
    },
    /// What a rule does with some events.
    Observe {
        /// The rule.
        rule: Cow<'q, Draft>,
        /// The events.
        events: Vec<Cow<'q, str>>,
    },
    /// What a test file holds, with what it names of the other files.
    Open {
        /// All files.
        files: Cow<'q, [NamedText]>,
        /// The place of the test file.
        at: usize,
        /// What the text of its events is called.
        form: Cow<'q, str>,
    },
    /// These files of the catalogue are to be remembered.
    Learn(Cow<'q, [String; 3]>),
    /// How events exercise a rule.
    Exercise {
        /// The rule.
        rule: Cow<'q, Draft>,
        /// The events, each with whether it must match.
        events: Vec<(Cow<'q, str>, bool)>,
    },
}

/// What it can answer, in the order of [`Question`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The verdicts, one for each event.
    Judged {
        /// The places of the rules that AWS refuses.
        refused: Vec<usize>,
        /// For each event.
        rows: Vec<Row>,
    },
    /// The rules of this number are not known.
    UnknownRules,
    /// For each test whether it is as expected, and why not.
    Checked(Vec<Outcome>),
    /// What a rule did with each event.
    Observed(Vec<Observation>),
    /// What a test file holds.
    Opened(Box<OpenedTests>),
    /// Nothing: it was something to remember.
    Learned,
    /// What decided a verdict, and which changes nothing notices.
    Exercised(Box<TestedRule>),
}

/// The verdicts of all rules on one event: the places of rules, 64 to a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The rules that match.
    pub matched: Vec<u64>,
    /// The places of the rules without a verdict.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub undecided: Vec<usize>,
    /// Whether the event cannot be read, so that no rule has a verdict.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unread: bool,
}

/// What became of a test: nothing where it is as expected, otherwise why not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// It is as expected.
    Passed,
    /// It is not, for this reason.
    Failed(String),
    /// It cannot be checked, for this reason.
    Unchecked(String),
}

impl Row {
    fn of(judged: &Judged, rules: usize) -> Self {
        let mut matched = vec![0; rules.div_ceil(64)];
        for place in &judged.matched {
            if let Some(word) = matched.get_mut(place / 64) {
                *word |= 1_u64 << (place % 64);
            }
        }
        Self { matched, undecided: judged.undecided.clone(), unread: judged.unread }
    }

    /// Whether the rule at a place matches.
    #[must_use]
    pub fn matches(&self, place: usize) -> bool {
        self.matched.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    /// The places of the rules that match, ascending.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.matched.iter().enumerate().flat_map(|(at, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = usize::try_from(left.trailing_zeros()).ok().filter(|_| left != 0)?;
                left &= left - 1;
                Some(at * 64 + bit)
            })
        })
    }

    /// How many rules match.
    #[must_use]
    pub fn count(&self) -> usize {
        self.matched.iter().map(|word| word.count_ones() as usize).sum()
    }
}

thread_local! {
    /// The rules compiled last, with their number and how many they are.
    static RULES: RefCell<Option<(u32, usize, Matrix)>> = const { RefCell::new(None) };
}

fn judge(version: u32, rules: Option<&Vec<(Cow<'_, str>, Dialect)>>, events: &[Cow<'_, str>]) -> Reply {
    RULES.with_borrow_mut(|known| {
        if let Some(rules) = rules {
            let patterns = rules.iter().map(|(pattern, dialect)| (&**pattern, *dialect));
            *known = Some((version, rules.len(), Matrix::new(patterns)));
        }
        match known {
            Some((own, count, matrix)) if *own == version => Reply::Judged {
                rows: events.iter().map(|event| Row::of(&matrix.judge(event), *count)).collect(),
                refused: matrix.refused().to_vec(),
            },
            _ => Reply::UnknownRules,
        }
    })
}

impl Work for Testing {
    const PROGRAM: &'static str = "tests";
    type Question<'q> = Question<'q>;
    type Reply = Reply;

    fn kind(question: &Question<'_>) -> QuestionKind {
        match question {
            Question::Judge { .. } => QuestionKind::Judging,
            Question::Check { .. } => QuestionKind::Checking,
            Question::Exercise { .. } => QuestionKind::Exercise,
            Question::Observe { .. } => QuestionKind::Observing,
            Question::Open { .. } | Question::Learn(_) => QuestionKind::OpeningTests,
        }
    }

    fn learns(question: &Question<'_>) -> bool {
        if let Question::Learn(files) = question {
            known::learn(files);
        }
        matches!(question, Question::Learn(_))
    }

    fn reply(question: &Question<'_>, lang: Lang) -> Reply {
        match question {
            Question::Observe { rule, events } => {
                Reply::Observed(events.iter().map(|event| observe(rule, event)).collect())
            }
            Question::Open { files, at, form } => {
                let text = files.get(*at).map_or("", |file| &file.text);
                let others = NamedFiles { files, tests: *at };
                Reply::Opened(Box::new(open(text, form, &others, known::catalogue().as_deref(), lang)))
            }
            Question::Learn(_) => Reply::Learned,
            Question::Judge { version, rules, events } => judge(*version, rules.as_ref(), events),
            Question::Check { draft, events, bus } => {
                let outcome = |found| match found {
                    Err(why) => Outcome::Unchecked(why),
                    Ok(check) => sentence(&check, lang).map_or(Outcome::Passed, Outcome::Failed),
                };
                Reply::Checked(check(draft, events, bus, lang).into_iter().map(outcome).collect())
            }
            Question::Exercise { rule, events } => {
                let events: Vec<(String, bool)> =
                    events.iter().map(|(text, matches)| (text.to_string(), *matches)).collect();
                Reply::Exercised(Box::new(exercise(rule, &events, true, lang)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::protocol::survives;

    fn rules() -> Vec<(Cow<'static, str>, Dialect)> {
        let mut rules: Vec<(Cow<'static, str>, Dialect)> =
            (0..70).map(|number| (Cow::Owned(format!("{{\"a\": [{number}]}}")), Dialect::Rule)).collect();
        rules.push(("{".into(), Dialect::Rule));
        rules
    }

    #[test]
    fn verdicts_survive_the_way_and_rules_are_remembered() {
        let events: Vec<Cow<'_, str>> = vec!["{\"a\": [69, 3]}".into(), "{\"a\": 99}".into(), "[]".into()];
        let asked = |version, rules| Question::Judge { version, rules, events: events.clone() };
        survives::<Testing>(&asked(7, Some(rules())));
        let Reply::Judged { refused, rows } = Testing::reply(&asked(7, None), Lang::En) else { panic!() };
        assert_eq!(refused, [70]);
        assert_eq!(rows[0].places().collect::<Vec<_>>(), [3, 69]);
        assert!(rows[0].matches(69) && !rows[0].matches(70) && !rows[0].matches(900));
        assert_eq!(rows.iter().map(Row::count).collect::<Vec<_>>(), [2, 0, 0]);
        assert_eq!(rows.iter().map(|row| row.unread).collect::<Vec<_>>(), [false, false, true]);
        assert_eq!(Testing::reply(&asked(8, None), Lang::En), Reply::UnknownRules);
    }

    #[test]
    fn coverage_and_mutants_survive_the_way() {
        let rule =
            Draft { pattern: "{\"a\": [1, 2], \"b\": [{\"prefix\": \"xy\"}]}".into(), ..Draft::default() };
        let events = vec![("{\"a\": 1, \"b\": \"xy\"}".into(), true), ("{}".into(), false)];
        let question = Question::Exercise { rule: Cow::Owned(rule), events };
        survives::<Testing>(&question);
        let Reply::Exercised(tested) = Testing::reply(&question, Lang::En) else { panic!() };
        assert!(tested.mutants.iter().any(|own| matches!(own.fate, Fate::Survived { .. })));
    }
}
