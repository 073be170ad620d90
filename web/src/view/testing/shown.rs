//! What the matrix shows of one rule and one event.

use super::text::Text;
use crate::state::bus::{Bus, expected_match};
use crate::state::testing::{Status, Testing, status};
use crate::state::tray::Tray;
use crate::ui::glyph::Tone;
use crate::view::verdict::word;
use rulepad_workbench::{Lang, Verdict};
use yew::{AttrValue, Classes, classes};

/// What a cell shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    /// The verdict; `None` until it is known.
    pub verdict: Option<Verdict>,
    /// Whether it is that of rule and event as they are.
    pub fresh: bool,
    /// Whether the event must match.
    pub expected: Option<bool>,
    /// What became of the tests.
    pub status: Status,
}

impl Cell {
    /// What the cell of a rule and an event shows, by their places.
    pub fn of(bus: &Bus, tray: &Tray, testing: &Testing, rule: usize, event: usize) -> Option<Self> {
        let (kept, slot) = (tray.events.get(event)?, bus.rules.get(rule)?);
        let tests = bus.expected(slot.key, kept.key);
        let known = testing.verdicts.row(kept);
        let row = known.map(|(row, _)| row);
        let verdict = row.map(|row| {
            if testing.verdicts.refused.contains(&rule) {
                Verdict::PatternError
            } else if row.unread {
                Verdict::EventError
            } else if row.undecided.contains(&rule) {
                Verdict::Undecided
            } else if row.matches(rule) {
                Verdict::Match
            } else {
                Verdict::NoMatch
            }
        });
        Some(Self {
            verdict,
            fresh: known.is_none_or(|(_, fresh)| fresh),
            expected: expected_match(tests),
            status: status(rule, tests, row, testing.outcomes.as_deref(), (slot.key, kept.key)),
        })
    }

    /// The verdict as a sign; a tested miss has another one than a miss of no concern.
    pub fn glyph(self) -> &'static str {
        match self.verdict {
            None => "",
            Some(Verdict::Match) => "✓",
            Some(Verdict::NoMatch) if self.status == Status::Untested => "·",
            Some(Verdict::NoMatch) => "–",
            Some(Verdict::PatternError | Verdict::EventError | Verdict::Undecided) => "?",
        }
    }

    /// How it looks; a failing test has a frame beside its colour.
    pub fn class(self) -> Classes {
        match (self.status, self.verdict) {
            (Status::Failed, _) => classes!("failed", Tone::Bad.class()),
            (Status::Passed, _) => classes!("passed", Tone::Good.class()),
            (Status::Waiting, _) => classes!("waiting"),
            (Status::Untested, Some(Verdict::Match)) => classes!("match"),
            (Status::Untested, _) => classes!("quiet"),
        }
    }

    /// The verdict, and what is expected, in a few words.
    pub fn words(self, lang: Lang) -> AttrValue {
        let verdict = self.verdict.map_or_else(|| Text::NotYet.words(lang), |own| word(lang, own));
        Text::CellWords { verdict: &verdict, expected: self.expected, status: self.status }.words(lang)
    }
}
