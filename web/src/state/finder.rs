//! The search for a sample: what is typed, what fits, and the one that is chosen.

use super::change::Load;
use super::model::{Dialog, Model, Opened};
use super::open;
use super::shared::Shared;
use rulepad_workbench::catalogue::{Catalogue, FoundItem, Hit};
use rulepad_workbench::{Dialect, Wording};

/// The open finder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finder {
    /// What is looked for.
    pub query: String,
    /// What fits, the best first; absent while there is no catalogue.
    pub hits: Option<Shared<Vec<Hit>>>,
    /// The place of the chosen one.
    pub chosen: usize,
}

/// What to take of a sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// The event or record; of an event type without one, its pattern.
    Event,
    /// The starting pattern too.
    EventAndPattern,
}

/// A sample's texts, as they are shown and taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample<'c> {
    /// What it is called.
    pub title: Wording,
    /// The event or record; absent for an event type without one.
    pub event: Option<&'c str>,
    /// The starting pattern, where its reader takes one.
    pub pattern: Option<&'c str>,
}

impl<'c> Sample<'c> {
    /// The sample of a hit.
    #[must_use]
    pub fn of(catalogue: &'c Catalogue, found: FoundItem, dialect: Dialect) -> Option<Self> {
        Some(match found {
            FoundItem::Event(at) => {
                let sample = catalogue.events.get(at)?;
                Self {
                    title: sample.detail_type.as_str().into(),
                    event: Some(&sample.event),
                    pattern: Some(&sample.pattern),
                }
            }
            FoundItem::Type(at) => {
                let known = catalogue.types.get(at)?;
                Self { title: known.detail_type.as_str().into(), event: None, pattern: Some(&known.pattern) }
            }
            FoundItem::Record(at) => {
                let sample = catalogue.records.get(at)?;
                Self {
                    title: sample.title.clone(),
                    event: Some(&sample.record),
                    pattern: sample.pattern(dialect),
                }
            }
        })
    }
}

pub(super) fn open(model: &mut Model) {
    model.catalogue.want();
    model.dialog = Some(Dialog::Finder(Finder::default()));
    search(model);
}

pub(super) fn find(model: &mut Model, query: String) {
    if let Some(Dialog::Finder(finder)) = &mut model.dialog {
        finder.query = query;
        finder.chosen = 0;
    }
    search(model);
}

/// Looks anew, as the catalogue is now.
pub(super) fn search(model: &mut Model) {
    if let (Some(Dialog::Finder(finder)), Some(catalogue)) = (&mut model.dialog, model.catalogue.read()) {
        finder.hits =
            Some(Shared::new(catalogue.search(&finder.query, model.draft.dialect, model.settings.lang())));
    }
}

pub(super) fn choose(model: &mut Model, place: usize) {
    if let Some(Dialog::Finder(finder)) = &mut model.dialog {
        finder.chosen = place;
    }
}

/// Puts the chosen sample in and closes the finder; without one nothing happens.
pub(super) fn take(model: &mut Model, take: Take) {
    let (Some(Dialog::Finder(finder)), Some(catalogue)) = (&model.dialog, model.catalogue.read()) else {
        return;
    };
    let hit = finder.hits.as_ref().and_then(|hits| hits.get(finder.chosen));
    let Some(sample) = hit.and_then(|hit| Sample::of(catalogue, hit.found, model.draft.dialect)) else {
        return;
    };
    let with_pattern = take == Take::EventAndPattern || sample.event.is_none();
    let load = Load {
        event: sample.event.map(str::to_owned),
        pattern: sample.pattern.filter(|_| with_pattern).map(str::to_owned),
        dialect: None,
    };
    let what = Opened::Example(sample.title);
    model.dialog = None;
    open::load(model, load, what);
}
