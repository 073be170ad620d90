//! The whole draft at one moment, and how one change is taken out of a later moment.

use super::bus::Bus;
use super::field::Field;
use super::merge::{pick, texts};
use super::model::{Look, Model, Side};
use super::own::Own;
use super::shared::Shared;
use super::targets::keep;
use super::tray::Tray;
use rulepad_workbench::{Draft, Rule, Target};

/// Everything a change can destroy.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The draft.
    pub draft: Shared<Draft>,
    /// What the page keeps for each target.
    pub sides: Vec<Side>,
    /// The events it is one of.
    pub tray: Option<Shared<Tray>>,
    /// The rules of the bus, and the tests.
    pub bus: Shared<Bus>,
    /// The payloads of the event log.
    pub written: Vec<Shared<String>>,
    /// Which of the stored drafts it is.
    pub own: Own,
}

/// Whose text is kept where a change and later typing overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overlap {
    /// The text before the change.
    Before,
    /// The text as it is now.
    Now,
}

impl Moment {
    /// The moment the page is at.
    pub(super) fn of(model: &Model) -> Self {
        Self {
            draft: model.draft.clone(),
            sides: model.sides.clone(),
            tray: model.tray.clone(),
            bus: model.bus.clone(),
            written: model.log.written.clone(),
            own: model.own.clone(),
        }
    }

    /// Whether going from here to `other` changes anything a person made.
    pub(super) fn differs(&self, other: &Self) -> bool {
        self.draft != other.draft
            || self.own.id != other.own.id
            || self.written != other.written
            || self.bus != other.bus
            || self.tray.is_some() && other.tray.is_none()
            || edits(self) != edits(other)
    }
}

/// What changes when events get other names, another order, or are others; `None` where no events are loaded.
fn edits(moment: &Moment) -> Option<u32> {
    moment.tray.as_ref().filter(|_| !moment.bus.is_plain()).map(|tray| tray.edits)
}

/// Makes this moment the page's own.
pub(super) fn restore(model: &mut Model, moment: Moment) {
    let Moment { draft, sides, tray, bus, written, own } = moment;
    if own.id != model.own.id || bus.key() != model.bus.key() {
        // What was explained belongs to the other draft.
        model.explained = None;
    }
    let target = model.look.target.min(sides.len().saturating_sub(1));
    model.draft = draft;
    model.revision = model.revision.wrapping_add(1);
    model.edited = true;
    (model.sides, model.tray, model.bus, model.own) = (sides, tray, bus, own);
    model.log.written = written;
    model.look = Look {
        target,
        pointed: None,
        focused: None,
        reveals: Vec::new(),
        stretch: None,
        ..model.look.clone()
    };
}

/// The moment `now` without the change that led from `before` to `after`; what was typed since stays.
pub(super) fn without(before: &Moment, after: &Moment, now: &Moment, overlap: Overlap) -> Moment {
    let (draft, mut sides) = if now.draft == after.draft && now.sides == after.sides {
        (before.draft.clone(), before.sides.clone())
    } else {
        let (draft, sides) = drafts(before, after, now, overlap);
        (Shared::new(draft), sides)
    };
    // The texts of the input that goes wait for its return.
    for side in &mut sides {
        if let Some((latest, target)) = now.targets().find(|(latest, _)| latest.key == side.key) {
            side.clone_from(latest);
            keep(side, &target.input);
        }
    }
    let same_event = draft.event == before.draft.event;
    Moment {
        // The events are those of the event that is shown.
        tray: if same_event || after.tray == now.tray { before.tray.clone() } else { now.tray.clone() },
        // What was changed on the bus since stays, unless the change was one of the bus.
        bus: if before.bus == after.bus || now.bus != after.bus {
            now.bus.clone()
        } else {
            before.bus.clone()
        },
        written: written(before, after, now),
        own: if before.own.id == after.own.id { now.own.clone() } else { before.own.clone() },
        draft,
        sides,
    }
}

fn drafts(before: &Moment, after: &Moment, now: &Moment, overlap: Overlap) -> (Draft, Vec<Side>) {
    let (b, a, n) = (&*before.draft, &*after.draft, &*now.draft);
    let (targets, sides) = targets(before, after, now, overlap);
    let mut draft = Draft::clone(b);
    draft.event = texts(&b.event, &a.event, &n.event, overlap);
    draft.pattern = texts(&b.pattern, &a.pattern, &n.pattern, overlap);
    draft.dialect = *pick(&b.dialect, &a.dialect, &n.dialect, overlap);
    draft.rule = rule(b, a, n, overlap);
    draft.targets = targets;
    draft.table = pick(&b.table, &a.table, &n.table, overlap).clone();
    draft.origin = pick(&b.origin, &a.origin, &n.origin, overlap).clone();
    (draft, sides)
}

fn rule(before: &Draft, after: &Draft, now: &Draft, overlap: Overlap) -> Rule {
    let (b, a, n) = (&before.rule, &after.rule, &now.rule);
    if n == a || b == a {
        return pick(b, a, n, overlap).clone();
    }
    let mut merged = Draft { rule: b.clone(), ..Draft::default() };
    merged.rule.state = *pick(&b.state, &a.state, &n.state, overlap);
    for field in [Field::RuleName, Field::RuleBus, Field::RuleDescription, Field::RuleRole] {
        merge_field(field, &mut merged, (before, after, now), overlap);
    }
    merged.rule
}

fn merge_field(
    field: Field,
    merged: &mut Draft,
    (before, after, now): (&Draft, &Draft, &Draft),
    overlap: Overlap,
) {
    let found = (field.text(before), field.text(after), field.text(now));
    if let (Some(before), Some(after), Some(now)) = found
        && let Some(text) = field.text_mut(merged)
    {
        *text = texts(before, after, now, overlap);
    }
}

/// Targets are told apart by their sides' keys: one that the change removed comes back, one that it added goes.
fn targets(before: &Moment, after: &Moment, now: &Moment, overlap: Overlap) -> (Vec<Target>, Vec<Side>) {
    let mut kept: Vec<(Side, Target)> = Vec::new();
    for (side, target) in now.targets() {
        let (old, new) = (before.target(side.key), after.target(side.key));
        match (old, new) {
            (Some(old), Some(new)) => kept.push((side.clone(), merged(old, new, target, overlap))),
            (None, Some(_)) => {}
            (_, None) => kept.push((side.clone(), target.clone())),
        }
    }
    for (place, (side, target)) in before.targets().enumerate() {
        if after.target(side.key).is_none() && kept.iter().all(|(kept, _)| kept.key != side.key) {
            kept.insert(place.min(kept.len()), (side.clone(), target.clone()));
        }
    }
    let (sides, targets) = kept.into_iter().unzip();
    (targets, sides)
}

impl Moment {
    fn targets(&self) -> impl Iterator<Item = (&Side, &Target)> {
        self.sides.iter().zip(&self.draft.targets)
    }

    fn target(&self, key: u32) -> Option<&Target> {
        self.targets().find(|(side, _)| side.key == key).map(|(_, target)| target)
    }
}

fn merged(before: &Target, after: &Target, now: &Target, overlap: Overlap) -> Target {
    if now == after || before == after {
        return pick(before, after, now, overlap).clone();
    }
    let alone = |target: &Target| Draft { targets: vec![target.clone()], ..Draft::default() };
    let mut all = alone(before);
    let sources = (&alone(before), &alone(after), &alone(now));
    if let Some(target) = all.targets.first_mut() {
        target.input = pick(&before.input, &after.input, &now.input, overlap).clone();
    }
    for field in [
        Field::TargetId(0),
        Field::TargetArn(0),
        Field::TargetRole(0),
        Field::Parameters(0),
        Field::DeadLetter(0),
        Field::RetryAttempts(0),
        Field::EventAge(0),
        Field::Endpoint(0),
    ] {
        merge_field(field, &mut all, sources, overlap);
    }
    all.targets.pop().unwrap_or_else(|| before.clone())
}

/// The log before the change, and what was added to it since.
fn written(before: &Moment, after: &Moment, now: &Moment) -> Vec<Shared<String>> {
    if before.written == after.written {
        return now.written.clone();
    }
    let since = now.written.iter().filter(|text| !after.written.contains(text));
    let since = since.filter(|text| !before.written.contains(text));
    before.written.iter().chain(since).cloned().collect()
}

/// The key of a target that the second moment has and the first has not.
pub(super) fn added(first: &Moment, second: &Moment) -> Option<u32> {
    second.sides.iter().map(|side| side.key).find(|key| first.target(*key).is_none())
}

/// The key of the first target that differs between two moments.
pub(super) fn changed(first: &Moment, second: &Moment) -> Option<u32> {
    let differs = |key: &u32| first.target(*key) != second.target(*key);
    second.sides.iter().map(|side| side.key).find(differs)
}
