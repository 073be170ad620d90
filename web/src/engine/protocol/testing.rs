//! The worker that runs tests: verdicts of many rules on many events, outcomes, coverage and mutants.

use super::named_files::NamedFiles;
use super::{QuestionKind, Work, known};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use rulepad_verify::{Judged, Matrix, Scan, check, exercise, observe, open, sentence};
use rulepad_workbench::bus::Bus;
use rulepad_workbench::file::Events;
use rulepad_workbench::{Dialect, Draft, Lang, NamedText};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::cell::RefCell;

pub use rulepad_verify::{
    Change, Covered, Fate, Mutant, NotRead, Observation, OpenedTests, PatternPart, Scanned, TestedRule,
};

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
    /// What a slice of a file comes to.
    Scan {
        /// The scan.
        scan: u32,
        /// How many slices of it came before. A slice that is asked twice is matched once.
        sequence: u32,
        /// The rules, with the first slice: pattern, dialect, and whether a match triggers it.
        rules: Option<Vec<(Cow<'q, str>, Dialect, bool)>>,
        /// The bytes in Base64; none end the file.
        bytes: Cow<'q, str>,
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
    /// What a slice of a file comes to.
    Scanned {
        /// The places of the rules that AWS refuses.
        refused: Vec<usize>,
        /// What was found.
        found: Box<Scanned>,
    },
    /// The scan of this number is not known, or not at this slice.
    UnknownScan,
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

/// A scan, and how far it is.
struct Running {
    number: u32,
    scan: Scan,
    /// The slice that comes next.
    next: u32,
    /// What the one before came to.
    last: Option<Reply>,
}

thread_local! {
    /// The scan started last.
    static SCAN: RefCell<Option<Running>> = const { RefCell::new(None) };
}

fn scan(
    number: u32,
    sequence: u32,
    rules: Option<&Vec<(Cow<'_, str>, Dialect, bool)>>,
    bytes: &str,
) -> Reply {
    SCAN.with_borrow_mut(|running| {
        let is_known = running.as_ref().is_some_and(|own| own.number == number);
        if let Some(rules) = rules.filter(|_| !is_known) {
            let scan = Scan::new(rules.iter().map(|(pattern, dialect, on)| (&**pattern, *dialect, *on)));
            *running = Some(Running { number, scan, next: 0, last: None });
        }
        let Some(own) = running.as_mut().filter(|own| own.number == number) else {
            return Reply::UnknownScan;
        };
        if let Some(last) = own.last.as_ref().filter(|_| sequence + 1 == own.next) {
            return last.clone();
        }
        // The page makes the text itself.
        let Some(bytes) = BASE64_STANDARD.decode(bytes).ok().filter(|_| sequence == own.next) else {
            return Reply::UnknownScan;
        };
        let found = if bytes.is_empty() { own.scan.end() } else { own.scan.push(&bytes) };
        own.next += 1;
        let reply = Reply::Scanned { refused: own.scan.refused().to_vec(), found: Box::new(found) };
        own.last = Some(reply.clone());
        reply
    })
}

impl Work for Testing {
    const PROGRAM: &'static str = "tests";
    type Question<'q> = Question<'q>;
    type Reply = Reply;

    fn kind(question: &Question<'_>) -> QuestionKind {
        match question {
            Question::Judge { .. } => QuestionKind::Judging,
            Question::Scan { .. } => QuestionKind::Scanning,
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
            Question::Scan { scan: number, sequence, rules, bytes } => {
                scan(*number, *sequence, rules.as_ref(), bytes)
            }
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
    fn a_slice_is_matched_once_however_often_it_is_asked() {
        let asked = |scan, sequence, rules: bool, bytes: &str| Question::Scan {
            scan,
            sequence,
            rules: rules.then(|| {
                vec![("{\"a\": [1]}".into(), Dialect::Rule, true), ("{".into(), Dialect::Rule, true)]
            }),
            bytes: BASE64_STANDARD.encode(bytes).into(),
        };
        let matched = |reply| match reply {
            Reply::Scanned { refused, found } => {
                assert_eq!(refused, [1]);
                (found.events, found.matched, found.taken)
            }
            other => panic!("{other:?}"),
        };
        let first = asked(41, 0, true, "{\"a\": 1}\n{\"a\"");
        for _ in 0..2 {
            assert_eq!(matched(Testing::reply(&first, Lang::En)), (1, 1, 13));
        }
        let second = asked(41, 1, false, ": 1}");
        survives::<Testing>(&second);
        assert_eq!(matched(Testing::reply(&second, Lang::En)), (0, 0, 4));
        assert_eq!(matched(Testing::reply(&asked(41, 2, false, ""), Lang::En)), (1, 1, 0));
        assert_eq!(Testing::reply(&asked(41, 7, false, ""), Lang::En), Reply::UnknownScan);
        assert_eq!(Testing::reply(&asked(42, 1, false, ""), Lang::En), Reply::UnknownScan);
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
