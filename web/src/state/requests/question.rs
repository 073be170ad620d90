//! The questions, with what each reads of the draft, and as the workers take them.

use super::{Request, State};
use crate::engine::protocol::deciding::Decision;
use crate::engine::protocol::evaluating::Question::{
    Compare, Decide, Evaluate, Failing, Mask, Matching, Paste, Try,
};
use crate::engine::protocol::{QuestionKind, evaluating, exporting, importing, testing};
use crate::state::bus::{Beside, Bus};
use crate::state::field::Field;
use crate::state::making::{Making, Wish};
use crate::state::paste::STORED_TESTS;
use crate::state::shared::Shared;
use crate::state::sharing;
use crate::state::testing::{ScanSlice, Slice};
use crate::state::tray::{Stored as Events, Tray};
use rulepad_workbench::builder::Change;
use rulepad_workbench::catalogue::Catalogue;
use rulepad_workbench::{Draft, Format, Input, NamedText, Span, Table, Wording};
use std::{borrow::Cow, rc::Rc};

/// What can be asked of a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// Whether the event matches, why, and what each target receives.
    Evaluate {
        /// The number of the draft's state.
        revision: u32,
    },
    /// An event made to order.
    Make(Shared<Making>),
    /// How the pattern relates to this other one.
    Compare(String),
    /// What a pasted text holds.
    Read {
        /// The text's number.
        source: u32,
        /// The text.
        text: Rc<str>,
    },
    /// Whether the pattern matches each of the loaded events.
    Try(Shared<Tray>),
    /// Which value is at this byte of the event.
    Pick(usize),
    /// How the pattern asks for the value at this byte of the event.
    Condition(usize),
    /// How the event meets the condition that is here in the pattern.
    SetValue(Span),
    /// How a target hands the value at a byte of the event on.
    Variable {
        /// The byte.
        offset: usize,
        /// The target's key.
        key: u32,
        /// The input that takes it.
        input: Input,
    },
    /// What the event or the pattern is without its errors.
    Fix(Field),
    /// What this other pattern is without its errors.
    FixOther(String),
    /// What a form shows of the pattern, with this catalogue.
    Form(Option<Shared<Catalogue>>),
    /// A change of the form.
    Change(Change),
    /// What a table of these keys holds after these payloads were written down.
    Log(Table, Vec<Shared<String>>),
    /// The draft, masked.
    Mask {
        /// With its targets.
        targets: bool,
        /// With these loaded events.
        events: Option<Shared<Tray>>,
    },
    /// The rule as a file.
    Export(Format),
    /// How the rule can be tried.
    TryOut,
    /// The rules in these texts.
    Import(Shared<Vec<NamedText>>),
    /// The verdicts of rules on some events.
    Judge(Shared<Slice>),
    /// What a slice of a file comes to.
    Scan(Shared<ScanSlice>),
    /// The outcomes of the tests of these events.
    Check(Shared<Bus>, Shared<Tray>),
    /// What this rule does with these events.
    Observe(Shared<Draft>, Vec<(u32, Rc<str>)>),
    /// What the test file at this place holds.
    OpenTests(Shared<Vec<NamedText>>, usize),
    /// How these events, each with whether it must match, exercise the rule.
    Exercise(Vec<(Rc<str>, bool)>),
}

/// A question as a worker takes it.
#[derive(Debug)]
pub enum Message<'q> {
    /// For a worker that evaluates.
    Evaluating(evaluating::Question<'q>),
    /// For the export worker.
    Exporting(exporting::Question<'q>),
    /// For the import worker.
    Importing(importing::Question<'q>),
    /// For the worker that runs tests.
    Testing(testing::Question<'q>),
}

impl Question {
    /// Its kind; of each kind, one is in the table.
    #[must_use]
    pub fn kind(&self) -> QuestionKind {
        match self {
            Self::Evaluate { .. } => QuestionKind::Evaluation,
            Self::Make(_) => QuestionKind::Making,
            Self::Compare(_) => QuestionKind::Comparison,
            Self::Read { .. } => QuestionKind::Pasting,
            Self::Try(_) => QuestionKind::Trial,
            Self::Pick(_) => QuestionKind::Pick,
            Self::Condition(_) | Self::SetValue(_) => QuestionKind::Condition,
            Self::Variable { .. } => QuestionKind::Variable,
            Self::Fix(_) | Self::FixOther(_) => QuestionKind::Fixing,
            Self::Form(_) => QuestionKind::Form,
            Self::Change(_) => QuestionKind::Change,
            Self::Log(..) => QuestionKind::Log,
            Self::Mask { .. } => QuestionKind::Masking,
            Self::Export(_) => QuestionKind::Export,
            Self::TryOut => QuestionKind::TryingOut,
            Self::Import(_) => QuestionKind::Import,
            Self::Judge(_) => QuestionKind::Judging,
            Self::Scan(_) => QuestionKind::Scanning,
            Self::Check(..) => QuestionKind::Checking,
            Self::Exercise(_) => QuestionKind::Exercise,
            Self::Observe(..) => QuestionKind::Observing,
            Self::OpenTests(..) => QuestionKind::OpeningTests,
        }
    }

    /// Whether a person asked it once, so that nothing is left of it when it was answered.
    pub(super) fn is_asked_once(&self) -> bool {
        matches!(
            self,
            Self::Make(_)
                | Self::Condition(_)
                | Self::SetValue(_)
                | Self::Variable { .. }
                | Self::Fix(_)
                | Self::FixOther(_)
                | Self::Change(_)
        )
    }

    /// Whether the other asks the same. An event that was edited since is still one of the same tray.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Try(one), Self::Try(other)) => one.batch == other.batch,
            (Self::Judge(one), Self::Judge(other)) => **one == **other,
            _ => self == other,
        }
    }

    /// Whether what it reads is the same in two drafts.
    pub(super) fn reads_the_same(&self, one: &Shared<Draft>, other: &Shared<Draft>) -> bool {
        let same_dialect = one.dialect == other.dialect;
        let same_event = || one.event == other.event;
        let same_pattern = || same_dialect && one.pattern == other.pattern;
        one == other
            || match self {
                Self::Evaluate { .. }
                | Self::Make(_)
                | Self::Log(..)
                | Self::Import(_)
                | Self::Judge(_)
                | Self::Scan(_)
                | Self::Observe(..)
                | Self::OpenTests(..) => true,
                Self::FixOther(_) => same_dialect,
                Self::Pick(_) | Self::Variable { .. } | Self::Fix(Field::Event) => same_event(),
                Self::Exercise(_)
                | Self::Compare(_)
                | Self::Read { .. }
                | Self::Try(_)
                | Self::Fix(_)
                | Self::Change(_) => same_pattern(),
                Self::Condition(_) | Self::SetValue(_) | Self::Form(_) => same_event() && same_pattern(),
                Self::Export(_) | Self::TryOut | Self::Mask { .. } | Self::Check(..) => false,
            }
    }
}

impl Request {
    /// Whether it was given up because its worker does not work.
    pub(super) fn has_failed(&self) -> bool {
        matches!(self.state, State::Failed(_))
    }

    /// The question as its worker takes it.
    #[must_use]
    pub fn message(&self) -> Message<'_> {
        let Draft { event, pattern, dialect, .. } = &*self.draft;
        let (event, pattern, dialect) = (Cow::Borrowed(&**event), Cow::Borrowed(&**pattern), *dialect);
        let draft = || Cow::Borrowed(&*self.draft);
        match &self.question {
            Question::Evaluate { .. } => Message::Evaluating(Evaluate(draft())),
            Question::Make(making) => Message::Evaluating(match making.wish {
                Wish::Matching => Matching(Cow::Borrowed(&*making.draft)),
                Wish::Failing(_) => Failing(Cow::Borrowed(&*making.draft)),
            }),
            Question::Compare(other) => {
                Message::Evaluating(Compare { pattern, other: Cow::Borrowed(other), dialect })
            }
            Question::Read { text, .. } => {
                Message::Evaluating(Paste { text: Cow::Borrowed(text), pattern, dialect })
            }
            Question::Try(tray) => {
                let events = tray.events.iter().map(|kept| Cow::Borrowed(&*kept.text)).collect();
                Message::Evaluating(Try { events, pattern, dialect })
            }
            Question::Pick(offset) => decide(Decision::Pick { event, offset: *offset }),
            Question::Condition(offset) => {
                decide(Decision::Condition { pattern, dialect, event, offset: *offset })
            }
            Question::SetValue(condition) => {
                decide(Decision::SetValue { pattern, dialect, event, condition: *condition })
            }
            Question::Variable { offset, input, .. } => {
                decide(Decision::Variable { input: Cow::Borrowed(input), event, offset: *offset })
            }
            Question::Fix(Field::Event) => decide(Decision::FixEvent(event)),
            Question::Fix(_) => decide(Decision::FixPattern { pattern, dialect }),
            Question::FixOther(other) => {
                decide(Decision::FixPattern { pattern: Cow::Borrowed(other), dialect })
            }
            Question::Form(_) => decide(Decision::Form { pattern, dialect, event }),
            Question::Change(change) => {
                decide(Decision::Change { pattern, dialect, change: Cow::Borrowed(change) })
            }
            Question::Log(keys, written) => decide(Decision::Log {
                table: Cow::Borrowed(keys),
                payloads: written.iter().map(|payload| Cow::Borrowed(payload.as_str())).collect(),
            }),
            Question::Mask { targets, events } => {
                let texts = events.iter().flat_map(|tray| tray.events.iter());
                let events = texts.map(|kept| (kept.title.to_string(), kept.text.to_string())).collect();
                let draft = Cow::Owned(sharing::chosen(&self.draft, *targets));
                Message::Evaluating(Mask { draft, events: Cow::Owned(events) })
            }
            Question::Export(format) => {
                Message::Exporting(exporting::Question::Export { draft: draft(), format: *format })
            }
            Question::TryOut => Message::Exporting(exporting::Question::TryOut(draft())),
            Question::Import(texts) => {
                Message::Importing(importing::Question::Files(Cow::Borrowed(texts.as_slice())))
            }
            Question::Judge(slice) => {
                let rules = slice.patterns();
                Message::Testing(testing::Question::Judge {
                    version: slice.version,
                    rules: rules
                        .map(|all| all.into_iter().map(|(text, own)| (Cow::Borrowed(text), own)).collect()),
                    events: slice.events.iter().map(|(_, text)| Cow::Borrowed(&**text)).collect(),
                })
            }
            Question::Scan(slice) => Message::Testing(testing::Question::Scan {
                scan: slice.scan,
                sequence: slice.sequence,
                rules: slice
                    .rules()
                    .map(|all| all.map(|(text, own, on)| (Cow::Borrowed(text), own, on)).collect()),
                bytes: Cow::Borrowed(&*slice.bytes),
            }),
            Question::Check(bus, tray) => {
                let Beside { events, bus, .. } = Beside::tests(bus, Some(tray));
                let none = || Events { form: Wording::default(), original: None, events: Vec::new(), at: 0 };
                Message::Testing(testing::Question::Check {
                    draft: draft(),
                    events: Cow::Owned(events.unwrap_or_else(none)),
                    bus: Cow::Owned(bus.unwrap_or_default()),
                })
            }
            Question::Observe(rule, events) => Message::Testing(testing::Question::Observe {
                rule: Cow::Borrowed(&**rule),
                events: events.iter().map(|(_, text)| Cow::Borrowed(&**text)).collect(),
            }),
            Question::OpenTests(files, at) => Message::Testing(testing::Question::Open {
                files: Cow::Borrowed(files.as_slice()),
                at: *at,
                form: Cow::Borrowed(STORED_TESTS),
            }),
            Question::Exercise(events) => Message::Testing(testing::Question::Exercise {
                rule: draft(),
                events: events.iter().map(|(text, matches)| (Cow::Borrowed(&**text), *matches)).collect(),
            }),
        }
    }
}

fn decide(decision: Decision<'_>) -> Message<'_> {
    Message::Evaluating(Decide(decision))
}
