//! What can happen to the rules of a bus and to the tests.

use super::super::change;
use super::super::model::{Done, Model, Notice};
use super::super::moment::Moment;
use super::super::open;
use super::super::shared::Shared;
use super::super::tray::{self, Kept, Tray};
use super::super::{words_en, words_ko};
use super::{Bus, Slot};
use rulepad_workbench::bus::{Delivered, Expects};
use rulepad_workbench::{Draft, Lang, Outcome, State};
use serde::Deserialize;

/// What can happen to the rules of a bus and to the tests.
#[derive(Clone, Debug, PartialEq)]
pub enum BusAction {
    /// The rule at this place is to be edited.
    Edit(usize),
    /// The rule and the event at these places are to be looked at.
    Look {
        /// The rule.
        rule: usize,
        /// The event.
        event: usize,
    },
    /// The rule at this place takes part, or not.
    Enable(usize, bool),
    /// Another rule is wanted.
    Add,
    /// The rule at this place is to go, with its tests.
    Remove(usize),
    /// What the edited rule does with the shown event is kept as a test.
    Keep(Keep),
    /// What the rule and the event at these places are expected to do.
    Expect {
        /// The rule.
        rule: usize,
        /// The event.
        event: usize,
        /// Whether the event must match; `None` for neither.
        matches: Option<bool>,
    },
    /// An event is added and expected to match the edited rule, or not.
    Witness {
        /// Its text.
        event: String,
        /// Whether it must match.
        matches: bool,
    },
    /// These rules join the others, each a draft without an event.
    Join(Vec<Draft>),
}

/// What is kept as a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The event must match.
    Match,
    /// The event must not match.
    NoMatch,
    /// The payloads of all targets are as they are shown.
    Payload,
    /// Nothing is expected any more.
    Nothing,
}

pub(in crate::state) fn reduce(model: &mut Model, action: BusAction) {
    match action {
        BusAction::Edit(place) => edit(model, place),
        BusAction::Look { rule, event } => {
            edit(model, rule);
            tray::go_to(model, event);
        }
        BusAction::Enable(place, on) => enable(model, place, on),
        BusAction::Add => add(model),
        BusAction::Remove(place) => remove(model, place),
        BusAction::Keep(keep) => keep_shown(model, keep),
        BusAction::Expect { rule, event, matches } => {
            let rule = model.bus.rules.get(rule).map(|slot| slot.key);
            let event = model.tray.as_ref().and_then(|tray| tray.events.get(event)).map(|kept| kept.key);
            if let (Some(rule), Some(event)) = (rule, event) {
                change_tests(model, rule, event, |tests| expect(tests, matches));
            }
        }
        BusAction::Witness { event, matches } => witness(model, event, matches),
        BusAction::Join(drafts) => join(model, drafts),
    }
}

/// Changes the bus.
fn change(model: &mut Model, change: impl FnOnce(&mut Bus)) {
    let mut bus = Bus::clone(&model.bus);
    change(&mut bus);
    if bus != *model.bus {
        model.bus = Shared::new(bus);
        model.edited = true;
        model.own.touched = true;
    }
}

fn change_tests(model: &mut Model, rule: u32, event: u32, with: impl FnOnce(&mut Vec<Expects>)) {
    change(model, |bus| {
        let mut tests = bus.tests.remove(&(rule, event)).unwrap_or_default();
        with(&mut tests);
        if !tests.is_empty() {
            bus.tests.insert((rule, event), tests);
        }
    });
}

/// Of an event that must not match, the reason stays with the expectation.
fn expect(tests: &mut Vec<Expects>, matches: Option<bool>) {
    if super::expected_match(tests) == matches {
        return;
    }
    tests.retain(|own| matches!(own, Expects::Delivers(_)));
    match matches {
        Some(true) => tests.insert(0, Expects::Match),
        Some(false) => tests.insert(0, Expects::NoMatch(Vec::new())),
        None => {}
    }
}

/// Puts the edited rule into its slot and takes another one out.
fn edit(model: &mut Model, place: usize) {
    let Some(slot) = model.bus.rules.get(place).cloned().filter(|_| place != model.bus.at) else { return };
    let mut bus = Bus::clone(&model.bus);
    let (sides, written) = (model.sides.clone(), model.log.written.clone());
    let draft = Shared::new(Draft { event: String::new(), ..Draft::clone(&model.draft) });
    let at = bus.at;
    if let Some(own) = bus.rules.get_mut(at) {
        *own = Slot { key: own.key, draft, sides, written };
    }
    bus.at = place;
    model.bus = Shared::new(bus);
    (model.sides, model.log.written) = (slot.sides, slot.written);
    let draft = Draft { event: model.draft.event.clone(), ..Draft::clone(&slot.draft) };
    open::replace(model, Shared::new(draft), true);
    model.own.touched = true;
}

fn enable(model: &mut Model, place: usize, on: bool) {
    let state = if on { State::Enabled } else { State::Disabled };
    if place == model.bus.at {
        return change::draft(model, |draft| draft.rule.state = state);
    }
    change(model, |bus| {
        if let Some(slot) = bus.rules.get_mut(place) {
            let mut draft = Draft::clone(&slot.draft);
            draft.rule.state = state;
            slot.draft = Shared::new(draft);
        }
    });
}

fn add(model: &mut Model) {
    let key = model.next_number();
    change(model, |bus| bus.rules.push(Slot::new(key, Draft::default())));
    edit(model, model.bus.rules.len().saturating_sub(1));
}

fn join(model: &mut Model, drafts: Vec<Draft>) {
    for draft in drafts {
        let key = model.next_number();
        let sides = super::super::model::sides(&draft, model.number);
        model.number += u32::try_from(sides.len()).unwrap_or(0);
        let slot = Slot { sides, ..Slot::new(key, Draft { event: String::new(), ..draft }) };
        change(model, |bus| bus.rules.push(slot));
    }
}

fn remove(model: &mut Model, place: usize) {
    let count = model.bus.rules.len();
    let Some(slot) = model.bus.rules.get(place).cloned().filter(|_| count > 1) else { return };
    let before = Moment::of(model);
    if place == model.bus.at {
        edit(model, if place + 1 < count { place + 1 } else { place - 1 });
    }
    let name = before.bus.drafts(&before.draft).get(place).map(|draft| draft.rule.name.clone());
    change(model, |bus| {
        bus.rules.remove(place);
        if bus.at > place {
            bus.at -= 1;
        }
        bus.tests.retain(|(rule, _), _| *rule != slot.key);
        bus.routes.values_mut().for_each(|rules| rules.retain(|rule| *rule != slot.key));
    });
    open::undoable(model, before, Done::RuleRemoved(name.unwrap_or_default()));
}

/// The event that is shown is one of the tray's from here on.
fn keep_shown(model: &mut Model, keep: Keep) {
    if keep == Keep::Nothing && model.tray.is_none() {
        return;
    }
    ensure_tray(model);
    let shown = model.tray.as_ref().and_then(|tray| tray.events.get(tray.at));
    let Some(event) = shown.map(|kept| kept.key) else { return };
    let delivered = if keep == Keep::Payload { payloads(model) } else { Vec::new() };
    if keep == Keep::Payload {
        model.notices.retain(|notice| !matches!(notice, Notice::NotKept(_)));
        let is_kept = |id: &String| delivered.iter().any(|own| own.target == *id);
        let ids = model.draft.targets.iter().map(|target| target.id.clone());
        let left: Vec<String> = ids.filter(|id| !is_kept(id)).collect();
        if !left.is_empty() {
            model.notices.push(Notice::NotKept(left));
        }
    }
    let rule = model.bus.key();
    change_tests(model, rule, event, |tests| match keep {
        Keep::Match => expect(tests, Some(true)),
        Keep::NoMatch => expect(tests, Some(false)),
        Keep::Payload => {
            for own in delivered {
                tests.retain(|test| !matches!(test, Expects::Delivers(other) if other.target == own.target));
                tests.push(Expects::Delivers(Box::new(own)));
            }
        }
        Keep::Nothing => tests.clear(),
    });
}

fn ensure_tray(model: &mut Model) {
    if model.tray.is_some() {
        return;
    }
    let kept = Kept {
        key: model.next_number(),
        title: shown_title(&model.draft.event, model.settings.lang()).into(),
        text: model.draft.event.as_str().into(),
        verdict: model.current().map(|report| report.verdict),
    };
    let number = model.next_number();
    model.tray = Some(Shared::new(Tray::kept_alone(number, vec![kept], 0)));
}

/// What each target receives of the shown event, where that is known.
fn payloads(model: &Model) -> Vec<Delivered> {
    let Some(report) = model.current() else { return Vec::new() };
    let of = |(target, shown): (&rulepad_workbench::Target, &rulepad_workbench::TargetReport)| {
        let delivered = Delivered { target: target.id.clone(), ..Delivered::default() };
        let refused = |reason: &String| Delivered { refused: Some(reason.clone()), ..delivered.clone() };
        match shown.rendered.as_ref().map(|own| &own.outcome)? {
            Outcome::Delivered(payload) => match shown.delivery.as_ref().and_then(|own| own.refused.as_ref())
            {
                Some(reason) => Some(refused(reason)),
                None => {
                    Some(Delivered { parts: [("body".to_owned(), payload.text.clone())].into(), ..delivered })
                }
            },
            Outcome::NotDelivered { reason, .. } => Some(refused(reason)),
            Outcome::Refused { message } => Some(refused(message)),
            Outcome::Unknown { .. } => None,
        }
    };
    model.draft.targets.iter().zip(&report.targets).filter_map(of).collect()
}

/// Adds an event with its test; the shown event stays.
fn witness(model: &mut Model, event: String, matches: bool) {
    ensure_tray(model);
    let Some(tray) = model.tray.clone() else { return };
    let kept = Kept {
        key: model.next_number(),
        title: shown_title(&event, model.settings.lang()).into(),
        text: event.into(),
        verdict: None,
    };
    let (rule, key) = (model.bus.key(), kept.key);
    let events = tray.events.iter().cloned().chain([kept]).collect();
    let edits = model.next_number();
    model.tray = Some(Shared::new(Tray { events, edits, batch: edits, tried: None, ..Tray::clone(&tray) }));
    change_tests(model, rule, key, |tests| expect(tests, Some(matches)));
}

/// What a list calls an event that nobody named: its type, or what it is.
pub(in crate::state) fn shown_title(event: &str, lang: Lang) -> String {
    #[derive(Deserialize)]
    struct Named {
        #[serde(rename = "detail-type")]
        detail_type: Option<String>,
        detail: Option<Detail>,
    }
    #[derive(Deserialize)]
    struct Detail {
        #[serde(rename = "eventName")]
        event_name: Option<String>,
    }
    let named = serde_json::from_str::<Named>(event).ok();
    let name = named.and_then(|own| own.detail.and_then(|own| own.event_name).or(own.detail_type));
    name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| match lang {
        Lang::En => words_en::EVENT.to_owned(),
        Lang::Ko(_) => words_ko::EVENT.to_owned(),
    })
}
