//! Several events at hand: one of them is the draft's, each keeps its edits.

use super::change;
use super::change::Load;
use super::model::{Done, Model, Notice, Opened, Region};
use super::moment::Moment;
use super::open;
use super::paste::From;
use super::shared::Shared;
use rulepad_workbench::{Dialect, Draft, PastedEvent, Verdict};
use std::rc::Rc;

/// The pattern is tried on all events by itself while they are not longer than this.
const TRIED: usize = 2 << 20;

/// Events are stored up to this length.
pub const ROOM: usize = 16 << 20;

/// Events that were read from one text.
#[derive(Clone, Debug, PartialEq)]
pub struct Tray {
    /// Differs from that of every other tray, and stays when events are edited.
    pub batch: u32,
    /// Differs for each text that was shown as the event.
    pub document: u32,
    /// What the events were read from.
    pub from: From,
    /// The text, where it was one.
    pub original: Option<Rc<str>>,
    /// The events; never none.
    pub events: Vec<Kept>,
    /// The place of the one at hand.
    pub at: usize,
    /// The pattern that was tried last, and who reads it.
    pub tried: Option<(String, Dialect)>,
    /// Whether AWS refuses the pattern as it is, so that the verdicts are those of an earlier one.
    pub stale: bool,
}

/// One event.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// What a list calls it.
    pub title: Rc<str>,
    /// The event.
    pub text: Rc<str>,
    /// The verdict, once known.
    pub verdict: Option<Verdict>,
}

/// What can happen to the events at hand.
#[derive(Clone, Debug, PartialEq)]
pub enum TrayAction {
    /// The event at this place is wanted.
    Go(usize),
    /// The next event, or the one before, round the end.
    Step {
        /// Which of the two.
        forwards: bool,
    },
    /// The next event that matches, or the one before, round the end.
    StepMatching {
        /// Which of the two.
        forwards: bool,
    },
    /// The text they were read from is wanted back.
    ShowOriginal,
    /// The one at hand is to be kept alone.
    Close,
}

/// What is stored of a tray, in the browser and in files.
pub use rulepad_workbench::file::Events as Stored;

impl Tray {
    pub(super) fn new(
        number: u32,
        from: From,
        original: Option<Rc<str>>,
        events: &[&PastedEvent],
        tried: Option<(String, Dialect)>,
    ) -> Self {
        let kept = |event: &&PastedEvent| Kept {
            title: event.title.as_str().into(),
            text: event.text.as_str().into(),
            verdict: event.verdict,
        };
        let events: Vec<Kept> = events.iter().map(kept).collect();
        Self { batch: number, document: number, from, original, events, at: 0, tried, stale: false }
    }

    /// Whether the verdicts are to be found for the pattern as it is in this draft.
    pub(super) fn is_to_be_tried(&self, draft: &Draft) -> bool {
        self.events.len() > 1 && !self.is_tried(draft) && self.is_small()
    }

    fn is_tried(&self, draft: &Draft) -> bool {
        self.tried
            .as_ref()
            .is_some_and(|(pattern, dialect)| *pattern == draft.pattern && *dialect == draft.dialect)
    }

    fn is_small(&self) -> bool {
        self.events.iter().map(|kept| kept.text.len()).sum::<usize>() <= TRIED
    }

    /// How many events have this verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.events.iter().filter(|kept| kept.verdict == Some(verdict)).count()
    }

    /// How long its texts are together.
    pub(super) fn bytes(&self) -> usize {
        let texts = self.events.iter().map(|kept| kept.text.len() + kept.title.len()).sum::<usize>();
        texts + self.original.as_ref().map_or(0, |original| original.len())
    }

    /// The place of the next event that matches, or of the one before, round the end; never the one at hand.
    #[must_use]
    pub fn next_matching(&self, forwards: bool) -> Option<usize> {
        let count = self.events.len();
        let step = |by: usize| if forwards { (self.at + by) % count } else { (self.at + count - by) % count };
        let matches =
            |place: &usize| self.events.get(*place).is_some_and(|kept| kept.verdict == Some(Verdict::Match));
        (1..count).map(step).find(matches)
    }

    /// The places of the events whose title or text has all words of the query, in order.
    #[must_use]
    pub fn found(&self, query: &str, matching_only: bool) -> Vec<usize> {
        let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
        let fits = |kept: &Kept| {
            let texts = || [&kept.title, &kept.text].map(|text| text.to_lowercase());
            (!matching_only || kept.verdict == Some(Verdict::Match))
                && (words.is_empty() || {
                    let [title, text] = texts();
                    words.iter().all(|word| title.contains(word) || text.contains(word))
                })
        };
        self.events.iter().enumerate().filter(|(_, kept)| fits(kept)).map(|(place, _)| place).collect()
    }

    /// The verdicts as comma-separated values, a line for each event, its title as the list has it.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut csv = "number,event,verdict\r\n".to_owned();
        for (place, kept) in self.events.iter().enumerate() {
            let verdict = kept.verdict.map_or("", csv_word);
            csv.push_str(&format!("{},{},{verdict}\r\n", place + 1, csv_cell(&kept.title)));
        }
        csv
    }

    /// How many events are not stored because they would take up too much room.
    #[must_use]
    pub fn left_out(&self, room: usize) -> usize {
        if self.bytes() > room { self.events.len() } else { 0 }
    }

    /// What is remembered; `None` for what would take up too much room.
    #[must_use]
    pub fn stored(&self, room: usize) -> Option<Stored> {
        (self.bytes() <= room).then(|| Stored {
            form: self.from.stored(),
            original: self.original.as_deref().map(str::to_owned),
            events: self.events.iter().map(|kept| (kept.title.to_string(), kept.text.to_string())).collect(),
            at: self.at,
        })
    }
}

/// A verdict as programs read it, spelled as the command line spells it.
fn csv_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Match => "match",
        Verdict::NoMatch => "no_match",
        Verdict::PatternError => "pattern_error",
        Verdict::EventError => "event_error",
        Verdict::Undecided => "undecided",
    }
}

/// A cell in quotes where it needs them. A spreadsheet takes what begins with `=` and the like for a formula, so
/// such a title is quoted as text.
fn csv_cell(text: &str) -> String {
    let visible = rulepad_workbench::visible::escaped(text);
    let formula = visible.starts_with(['=', '+', '-', '@']);
    let cell = if formula { format!("'{visible}") } else { visible.into_owned() };
    if cell.contains([',', '"', '\'']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

pub(super) fn reduce(model: &mut Model, action: TrayAction) {
    let Some(tray) = model.tray.clone() else { return };
    match action {
        TrayAction::Go(place) => go(model, &tray, place),
        TrayAction::Step { forwards } => {
            let count = tray.events.len().max(1);
            go(model, &tray, (tray.at + if forwards { 1 } else { count - 1 }) % count);
        }
        TrayAction::StepMatching { forwards } => {
            if let Some(place) = tray.next_matching(forwards) {
                go(model, &tray, place);
            }
        }
        TrayAction::ShowOriginal => {
            if let Some(original) = &tray.original {
                let load = Load { event: Some(original.to_string()), ..Load::default() };
                open::load(model, load, Opened::Original);
            }
        }
        TrayAction::Close => {
            let before = Moment::of(model);
            model.tray = None;
            if tray.events.len() > 1 {
                open::undoable(model, before, Done::Closed(tray.events.len() - 1));
            }
        }
    }
}

/// The worker tried the pattern as it is now on every event.
pub(super) fn tried(model: &mut Model, verdicts: &[Verdict]) {
    let Some(tray) = &model.tray else { return };
    let mut next = Tray::clone(tray);
    next.tried = Some((model.draft.pattern.clone(), model.draft.dialect));
    next.stale = verdicts.contains(&Verdict::PatternError);
    if !next.stale {
        for (place, (kept, verdict)) in next.events.iter_mut().zip(verdicts).enumerate() {
            // The shown one is answered with all that is said of it.
            if place != next.at || kept.verdict.is_none() {
                kept.verdict = Some(*verdict);
            }
        }
    }
    model.tray = Some(Shared::new(next));
}

fn go(model: &mut Model, tray: &Tray, place: usize) {
    let Some(text) = tray.events.get(place).map(|kept| kept.text.to_string()) else { return };
    let document = model.next_number();
    model.tray = Some(Shared::new(Tray { at: place, document, ..tray.clone() }));
    model.look.region = Region::Event;
    model.look.pointed = None;
    model.look.reveals.clear();
    change::draft(model, |draft| draft.event = text);
}

/// Keeps the edits of the shown event. Events that are too long to be tried have no verdicts on another pattern.
pub(super) fn follow(model: &mut Model) {
    let Some(tray) = &model.tray else { return };
    let edited = tray.events.get(tray.at).is_some_and(|kept| *kept.text != *model.draft.event);
    let outdated = tray.events.len() > 1 && !tray.is_tried(&model.draft) && !tray.is_small();
    if !edited && !outdated {
        return;
    }
    let mut next = Tray::clone(tray);
    if let (true, Some(kept)) = (edited, next.events.get_mut(next.at)) {
        kept.text = model.draft.event.as_str().into();
    }
    if outdated {
        next.tried = Some((model.draft.pattern.clone(), model.draft.dialect));
        next.events.iter_mut().for_each(|kept| kept.verdict = None);
    }
    model.tray = Some(Shared::new(next));
}

/// The verdict on the one at hand is known.
pub(super) fn answered(model: &mut Model, verdict: Verdict) {
    let Some(tray) = &model.tray else { return };
    // While AWS refuses the pattern, the verdicts on an earlier one stay.
    if verdict != Verdict::PatternError
        && tray.events.get(tray.at).is_some_and(|kept| kept.verdict != Some(verdict))
    {
        let mut next = Tray::clone(tray);
        if let Some(kept) = next.events.get_mut(next.at) {
            kept.verdict = Some(verdict);
        }
        model.tray = Some(Shared::new(next));
    }
}

/// Brings back what was stored, if it belongs to the draft.
pub(super) fn restore(model: &mut Model, stored: Stored) {
    let Stored { form, original, events, at } = stored;
    if events.get(at).is_none_or(|(_, text)| *text != model.draft.event) {
        return;
    }
    let kept =
        |(title, text): (String, String)| Kept { title: title.into(), text: text.into(), verdict: None };
    let document = model.next_number();
    model.tray = Some(Shared::new(Tray {
        batch: document,
        document,
        from: From::restored(form),
        original: original.map(Into::into),
        events: events.into_iter().map(kept).collect(),
        at,
        tried: None,
        stale: false,
    }));
    follow(model);
}

/// Reports it when the loaded events become too long to be stored with the draft.
pub(super) fn follow_room(model: &mut Model, before: &Model) {
    if model.tray == before.tray {
        return;
    }
    let state = |model: &Model| {
        model.tray.as_ref().map(|tray| (tray.document, tray.left_out(ROOM))).filter(|(_, count)| *count > 0)
    };
    let now = state(model);
    if now != state(before) {
        model.notices.retain(|notice| !matches!(notice, Notice::EventsNotStored(_)));
        model.notices.extend(now.map(|(_, count)| Notice::EventsNotStored(count)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tray(events: &[(&str, Verdict)], at: usize) -> Tray {
        let kept = |(title, verdict): &(&str, Verdict)| Kept {
            title: (*title).into(),
            text: format!("{{\"title\": \"{title}\"}}").into(),
            verdict: Some(*verdict),
        };
        let events = events.iter().map(kept).collect();
        Tray {
            batch: 0,
            document: 0,
            from: From::Texts(1),
            original: None,
            events,
            at,
            tried: None,
            stale: false,
        }
    }

    const EVENTS: [(&str, Verdict); 4] = [
        ("one", Verdict::Match),
        ("two, \"b\"", Verdict::NoMatch),
        ("=three", Verdict::EventError),
        ("four one", Verdict::Match),
    ];

    #[test]
    fn matches_are_walked_round_the_end() {
        assert_eq!(tray(&EVENTS, 0).next_matching(true), Some(3));
        assert_eq!(tray(&EVENTS, 3).next_matching(true), Some(0));
        assert_eq!(tray(&EVENTS, 1).next_matching(false), Some(0));
        assert_eq!(tray(&EVENTS[..2], 0).next_matching(true), None, "it is the only one");
        assert_eq!(tray(&[], 0).next_matching(true), None);
    }

    #[test]
    fn events_are_found_by_words_and_by_verdict() {
        let tray = tray(&EVENTS, 0);
        assert_eq!(tray.found("", false), [0, 1, 2, 3]);
        assert_eq!(tray.found("ONE", false), [0, 3]);
        assert_eq!(tray.found("one four", false), [3]);
        assert_eq!(tray.found("", true), [0, 3]);
        assert_eq!(tray.found("two", true), [0; 0]);
    }

    #[test]
    fn verdicts_are_written_as_csv() {
        let csv = tray(&EVENTS, 0).csv();
        let lines: Vec<&str> = csv.split("\r\n").collect();
        assert_eq!(
            lines,
            [
                "number,event,verdict",
                "1,one,match",
                "2,\"two, \"\"b\"\"\",no_match",
                "3,\"'=three\",event_error",
                "4,four one,match",
                "",
            ]
        );
    }
}
