//! A test file opened: its rules, events and tests in memory.

use crate::diagnostics as problems;
use crate::load::{Files, Loaded, LoadedEvent, events as loaded_events};
use crate::own_file::raw;
use crate::read::read;
use crate::test_file::{EventSource, ExpectedDelivery, PartName, Sample, Test, TestFile};
use rulepad_document::{Lang, Span, diagnostic::worded};
use rulepad_workbench::bus::{Bus, Delivered, Expectation, Expects, Route};
use rulepad_workbench::catalogue::Catalogue;
use rulepad_workbench::file::Events;
use rulepad_workbench::{Dialect, Draft};
use std::collections::BTreeMap;

/// What a test file holds, with the rules and events that it points at.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct OpenedTests {
    /// The first rule, with the first event.
    pub draft: Draft,
    /// Every event, once.
    pub events: Option<Events>,
    /// The other rules, and the tests.
    pub bus: Bus,
    /// How many rules there are; none where the file cannot be opened.
    pub rules: usize,
    /// What is wrong with the file or with what it points at. What an error is about is not opened.
    pub problems: Vec<rulepad_document::Diagnostic>,
}

/// Opens a test file. `form` says what its events were read from.
#[must_use]
pub fn open(
    text: &str,
    form: &str,
    files: &dyn Files,
    samples: Option<&Catalogue>,
    lang: Lang,
) -> OpenedTests {
    let read = read(text);
    let mut found = read.diagnostics;
    let loaded =
        if found.is_empty() { Loaded::rules(&read.file, files, lang, &mut found) } else { Loaded::default() };
    let mut opener = Opener {
        loaded: &loaded,
        files,
        samples,
        lang,
        events: Vec::new(),
        known: BTreeMap::new(),
        bus: Bus::default(),
        found,
    };
    opener.file(&read.file);
    let Opener { events, mut bus, mut found, .. } = opener;
    found.extend(loaded.reported.iter().cloned());
    found.sort_by_key(|own| own.span().start);
    let mut drafts = loaded.rules.iter().map(|own| own.draft.clone());
    let mut draft = drafts.next().unwrap_or_default();
    bus.others = drafts.collect();
    draft.event = events.first().map(|own| own.text.clone()).unwrap_or_default();
    let events = events.into_iter().map(|own| (own.name, own.text)).collect::<Vec<_>>();
    OpenedTests {
        draft,
        events: (!events.is_empty()).then(|| Events { form: form.into(), original: None, events, at: 0 }),
        bus,
        rules: loaded.rules.len(),
        problems: worded(&found, lang),
    }
}

struct Opener<'o> {
    loaded: &'o Loaded,
    files: &'o dyn Files,
    samples: Option<&'o Catalogue>,
    lang: Lang,
    events: Vec<LoadedEvent>,
    /// The places of the events of a text.
    known: BTreeMap<String, Vec<usize>>,
    bus: Bus,
    found: Vec<crate::diagnostics::Diagnostic>,
}

impl Opener<'_> {
    fn file(&mut self, file: &TestFile) {
        let of_subscribers = file.tests.iter().filter(|test| matches!(test, Test::Subscriber(_)));
        let spans: Vec<Span> = of_subscribers.map(Test::span).collect();
        if let Some(first) = spans.first() {
            self.found.push(problems::subscribers_not_opened(spans.len(), *first));
        }
        for test in &file.tests {
            match test {
                Test::Rule(own) => match self.loaded.named(&own.rule) {
                    Ok(rule) => {
                        let dialect =
                            self.loaded.rules.get(rule).map(|own| own.draft.dialect).unwrap_or_default();
                        own.samples.iter().for_each(|sample| self.sample(rule, dialect, sample));
                        own.deliveries.iter().for_each(|expected| self.delivery(rule, dialect, expected));
                    }
                    Err(problem) => self.found.push(*problem),
                },
                Test::Subscriber(_) => {}
                Test::Bus(own) => {
                    let named: Vec<_> = own.triggers.iter().map(|name| self.loaded.named(name)).collect();
                    let rules: Vec<usize> =
                        named.iter().filter_map(|own| own.as_ref().ok().copied()).collect();
                    let missing = named.into_iter().filter_map(Result::err).map(|problem| *problem);
                    let before = self.found.len();
                    self.found.extend(missing);
                    if self.found.len() == before {
                        for event in self.places(&own.event, own.name.as_deref(), Dialect::Rule) {
                            self.bus.routes.push(Route { event, rules: rules.clone() });
                        }
                    }
                }
            }
        }
        for source in &file.events {
            self.places(source, None, Dialect::Rule);
        }
    }

    fn sample(&mut self, rule: usize, dialect: Dialect, sample: &Sample) {
        let because = sample.because.iter().map(|own| own.text.clone()).collect();
        let expects = if sample.matches { Expects::Match } else { Expects::NoMatch(because) };
        for event in self.places(&sample.event, sample.name.as_deref(), dialect) {
            self.bus.tests.push(Expectation { rule, event, expects: expects.clone() });
        }
    }

    fn delivery(&mut self, rule: usize, dialect: Dialect, expected: &ExpectedDelivery) {
        let parts = expected.parts.iter().map(|own| {
            let name = match &own.part {
                PartName::Body => "body".to_owned(),
                PartName::Group => "group".to_owned(),
                PartName::Named(own) => own.text.clone(),
            };
            (name, raw(&own.value))
        });
        let delivered = Delivered {
            target: expected.target.text.clone(),
            parts: parts.collect(),
            refused: expected.refused.as_ref().map(|own| own.reason.clone()),
        };
        for event in self.places(&expected.event, expected.name.as_deref(), dialect) {
            let expects = Expects::Delivers(Box::new(delivered.clone()));
            self.bus.tests.push(Expectation { rule, event, expects });
        }
    }

    /// The places of the events of a source; an event that is there already is not added again.
    fn places(&mut self, source: &EventSource, name: Option<&str>, dialect: Dialect) -> Vec<usize> {
        let all = loaded_events(source, dialect, self.files, self.samples, self.lang, &mut self.found);
        let mut places = Vec::new();
        for own in all {
            let given = name.map(str::to_owned).unwrap_or(own.name);
            let alike = self.known.entry(own.text.clone()).or_default();
            let same = |at: &usize| {
                let known = self.events.get(*at).map_or("", |known| known.name.as_str());
                known == given || given.is_empty() || known.is_empty()
            };
            let at = alike.iter().copied().find(same).unwrap_or_else(|| {
                alike.push(self.events.len());
                self.events.push(LoadedEvent { name: String::new(), text: own.text });
                self.events.len() - 1
            });
            if let Some(known) = self.events.get_mut(at).filter(|known| known.name.is_empty()) {
                known.name = given;
            }
            places.push(at);
        }
        places
    }
}
