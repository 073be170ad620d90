//! Several events at hand: one of them is the draft's, each keeps its edits.

mod edit;

use super::change;
use super::change::Load;
use super::model::{Done, Model, Notice, Opened, Region, Way};
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
    /// Differs for each name, order and set of the events.
    pub edits: u32,
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
    /// Tells the event apart from every other, wherever it is and whatever it is called.
    pub key: u32,
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
    /// The event at this place is called this.
    Rename(usize, String),
    /// The event at this place is to be before or after its neighbour.
    Move(usize, Way),
    /// The event at this place is to go, with its tests.
    Remove(usize),
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
        let kept = |(key, event): (u32, &&PastedEvent)| Kept {
            key,
            title: event.title.as_str().into(),
            text: event.text.as_str().into(),
            verdict: event.verdict,
        };
        let events: Vec<Kept> = (number..).zip(events).map(kept).collect();
        Self {
            batch: number,
            document: number,
            edits: number,
            from,
            original,
            events,
            at: 0,
            tried,
            stale: false,
        }
    }

    /// Events that are loaded because of their tests.
    pub(super) fn kept_alone(number: u32, events: Vec<Kept>, at: usize) -> Self {
        let from = From::Tests;
        Self {
            batch: number,
            document: number,
            edits: number,
            from,
            original: None,
            events,
            at,
            tried: None,
            stale: false,
        }
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
pub(super) fn csv_cell(text: &str) -> String {
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
        TrayAction::Rename(place, title) => edit::rename(model, &tray, place, &title),
        TrayAction::Move(place, way) => edit::shift(model, &tray, place, way),
        TrayAction::Remove(place) => edit::remove(model, &tray, place),
        TrayAction::ShowOriginal => {
            if let Some(original) = &tray.original {
                let load = Load { event: Some(original.to_string()), ..Load::default() };
                open::load(model, load, Opened::Original);
            }
        }
        TrayAction::Close => {
            let before = Moment::of(model);
            model.tray = None;
            // Events with a test stay.
            let tested = model.bus.tested();
            let goes = |(place, kept): &(usize, &Kept)| *place != tray.at && !tested.contains(&kept.key);
            let closed = tray.events.iter().enumerate().filter(goes).count();
            if closed > 0 {
                open::undoable(model, before, Done::Closed(closed));
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

/// Shows the event at a place.
pub(super) fn go_to(model: &mut Model, place: usize) {
    if let Some(tray) = model.tray.clone().filter(|tray| tray.at != place) {
        go(model, &tray, place);
    }
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

/// Brings back what was stored, if it belongs to the draft or is `needed` all the same; then the draft's event is one
/// more. Gives the key of each stored event.
pub(super) fn restore(model: &mut Model, stored: Stored, needed: bool) -> Vec<u32> {
    let Stored { form, original, mut events, mut at } = stored;
    if events.get(at).is_none_or(|(_, text)| *text != model.draft.event) {
        if !needed {
            return Vec::new();
        }
        at = events.len();
        events.push((
            super::bus::shown_title(&model.draft.event, model.settings.lang()),
            model.draft.event.clone(),
        ));
    }
    let document = model.next_number();
    let named = |title: String, text: &str| {
        if title.is_empty() { super::bus::shown_title(text, model.settings.lang()) } else { title }
    };
    let kept = |(key, (title, text)): (u32, (String, String))| Kept {
        key,
        title: named(title, &text).into(),
        text: text.into(),
        verdict: None,
    };
    let events: Vec<Kept> = (document..).zip(events).map(kept).collect();
    model.number = model.number.wrapping_add(u32::try_from(events.len()).unwrap_or(u32::MAX));
    let keys = events.iter().map(|kept| kept.key).collect();
    model.tray = Some(Shared::new(Tray {
        batch: document,
        document,
        edits: document,
        from: From::restored(form),
        original: original.map(Into::into),
        events,
        at,
        tried: None,
        stale: false,
    }));
    follow(model);
    keys
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
mod tests;
