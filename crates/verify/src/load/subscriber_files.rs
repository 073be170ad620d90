//! The subscribers that a test file points at.

use super::{FilePlace, Files, file_place, paths, place_in};
use crate::diagnostics::{self as problems, Diagnostic};
use crate::test_file::{Placed, TestFile};
use rulepad_document::{Lang, Span};
use rulepad_subscriber::report::of_subscriber;
use rulepad_subscriber::{Published, Scope, Subscriber, draft};
use rulepad_workbench::LineIndex;

/// A subscriber under test.
pub(crate) struct LoadedSubscriber {
    /// Its name; that of its file where it has none.
    pub name: String,
    /// The file it is in.
    pub file: String,
    /// The ARN of its target; blank without one.
    pub target: String,
    /// The subscriber.
    pub own: Subscriber,
    /// The name of its file, without folders and ending.
    stem: String,
    /// Its text, with the lines of it.
    lines: LineIndex<'static>,
}

impl LoadedSubscriber {
    /// The text that it is written in.
    pub fn text(&self) -> &str {
        self.lines.text()
    }

    /// Where a part of the pattern of a filter is in its file.
    pub fn place(&self, scope: Scope, span: Span) -> Option<FilePlace> {
        let filter = self.own.filters.iter().find(|own| own.filter.scope == scope)?;
        Some(place_in(&self.file, &self.lines, filter.place.at(span)))
    }
}

/// The subscribers of a test file.
#[derive(Default)]
pub(crate) struct Subscribers {
    /// In the order of the file, each once.
    pub all: Vec<LoadedSubscriber>,
}

impl Subscribers {
    /// Reads them. A text that is no subscriber, and one that AWS refuses, is reported: nothing can be tested.
    pub(crate) fn read(file: &TestFile, files: &dyn Files, lang: Lang, found: &mut Vec<Diagnostic>) -> Self {
        let mut read = Self::default();
        for source in &file.subscribers {
            let mut taken = 0;
            let before = found.len();
            for path in paths(&source.path, files, found) {
                let text = match files.read(&path) {
                    Ok(text) => text,
                    Err(why) => {
                        found.push(problems::unreadable(&path, &why, source.path.span));
                        continue;
                    }
                };
                let report = of_subscriber(&text, "{}", Published::Recognize, lang);
                if let Some(broken) = report.subscriber.iter().find(|found| found.is_error()) {
                    let place = file_place(&path, &text, broken.span());
                    found.push(problems::refused_subscriber(place, &broken.message, source.path.span));
                    continue;
                }
                let own = loaded(path, text);
                if source.rule.as_ref().is_some_and(|wanted| !own.is_named(wanted)) {
                    continue;
                }
                taken += 1;
                if read.all.iter().all(|other| other.file != own.file) {
                    read.all.push(own);
                }
            }
            if let Some(name) = source.rule.as_ref().filter(|_| taken == 0 && found.len() == before) {
                let known: Vec<String> = read.all.iter().map(|own| own.name.clone()).collect();
                let named = Placed { text: name.clone(), span: source.path.span };
                found.push(problems::unknown_subscriber(&named, &known));
            }
        }
        read
    }

    /// The subscriber that a test names.
    pub(crate) fn named(&self, name: &Placed) -> Result<usize, Box<Diagnostic>> {
        let own = self.all.iter().enumerate().filter(|(_, own)| own.is_named(&name.text));
        match own.collect::<Vec<_>>().as_slice() {
            [(at, _)] => Ok(*at),
            [] => {
                let known: Vec<String> = self.all.iter().map(|own| own.name.clone()).collect();
                Err(Box::new(problems::unknown_subscriber(name, &known)))
            }
            several => {
                let files = several.iter().map(|(_, own)| own.file.clone()).collect();
                Err(Box::new(problems::several_subscribers(name, files)))
            }
        }
    }
}

impl LoadedSubscriber {
    fn is_named(&self, name: &str) -> bool {
        self.name == name || self.stem == name
    }
}

fn loaded(file: String, text: String) -> LoadedSubscriber {
    let own = draft::read(&text).subscriber;
    let base = file.rsplit(['/', '\\']).next().unwrap_or(&file);
    let stem = base.split('.').next().unwrap_or(base).to_owned();
    let name = own.name.as_ref().map_or_else(|| stem.clone(), |name| name.value.clone());
    let target = own.invoke.as_ref().and_then(|invoke| invoke.value.arn.as_ref());
    let target = target.map(|arn| arn.value.clone()).unwrap_or_default();
    LoadedSubscriber { name, file, target, own, stem, lines: LineIndex::owned(text) }
}
