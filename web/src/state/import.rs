//! A text that rules are read from, what was understood of it, and the rule that replaces the loaded one.

use super::bus::{self, BusAction};
use super::model::{Dialog, Lower, Model, Opened, Region};
use super::open;
use super::paste::File;
use super::refusal::{Holds, Refusal};
use super::requests::Question;
use super::shared::Shared;
use crate::engine::protocol::testing::OpenedTests;
use rulepad_workbench::{Draft, Import, ImportedFile, ImportedFiles, NamedText, Span, Understood, file};
use std::rc::Rc;

/// Longer texts are not read, in bytes: a template that CloudFormation takes has one million.
const LIMIT: usize = 5 << 20;

/// What is in the dialog.
#[derive(Clone, Debug, PartialEq)]
pub struct Importing {
    /// The text.
    pub text: Rc<str>,
    /// The file it comes from, while it is as it was there.
    pub file: Option<String>,
    /// What was not read.
    pub refused: Vec<Refusal>,
    /// Every file, where there are several; the text is that of one of them.
    pub files: Vec<NamedText>,
    /// The place of that one.
    pub at: usize,
    /// Whether the first file with rules is to be shown once they are known.
    pub seeks: bool,
    /// What is to be read; `None` while there is no text.
    pub texts: Option<Shared<Vec<NamedText>>>,
    /// What was understood last, with the texts it was read from.
    pub last: Option<(Shared<Vec<NamedText>>, Shared<ImportedFiles>)>,
    /// What the test file among them holds, with the texts it was read with and its place.
    pub tests: Option<(Shared<Vec<NamedText>>, usize, Shared<OpenedTests>)>,
    /// The rule looked at.
    pub chosen: usize,
    /// A place of the text to bring into view, with a number of its own.
    pub reveal: Option<(u32, Span)>,
}

impl Default for Importing {
    fn default() -> Self {
        Self {
            text: "".into(),
            file: None,
            refused: Vec::new(),
            files: Vec::new(),
            at: 0,
            seeks: false,
            texts: None,
            last: None,
            tests: None,
            chosen: 0,
            reveal: None,
        }
    }
}

/// What can happen to it.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportAction {
    /// The text was typed.
    Type(String),
    /// A text comes from elsewhere on the page.
    Text(String),
    /// Files were chosen or dropped.
    Files(Vec<File>),
    /// Another of several files is to be looked at.
    File(usize),
    /// A rule is to be looked at, by its place.
    Choose(usize),
    /// A place of the text is to be shown.
    GoTo(Span),
    /// The rule looked at is to take the place of the one at hand.
    Replace,
    /// All rules are to be the rules of the bus.
    ReplaceAll,
    /// The rules, events and tests of the test file are to be opened.
    OpenTests,
}

impl Importing {
    /// What was understood of the texts as they are.
    #[must_use]
    pub fn current(&self) -> Option<&ImportedFiles> {
        let (read, files) = self.last.as_ref()?;
        (self.texts.as_ref() == Some(read)).then_some(&**files)
    }

    /// What was understood of the shown text as it is.
    #[must_use]
    pub fn understood(&self) -> Option<&Import> {
        self.current()?.files.get(self.at).map(|file| &file.import)
    }

    /// What was last understood of the file that is shown, with the text it was read from.
    #[must_use]
    pub fn last(&self) -> Option<(&str, &Import)> {
        let (texts, files) = self.last.as_ref()?;
        let file = files.files.get(self.at)?;
        Some((texts.get(self.at)?.text.as_str(), &file.import))
    }

    /// Whether the shown text is a test file.
    #[must_use]
    pub fn is_tests(&self) -> bool {
        is_tests(&self.text)
    }

    /// What the test file that is shown holds.
    #[must_use]
    pub fn opened(&self) -> Option<&OpenedTests> {
        let (read, at, opened) = self.tests.as_ref()?;
        (self.texts.as_ref() == Some(read) && *at == self.at).then_some(&**opened)
    }

    /// Every text as it is now.
    fn all(&self) -> Vec<NamedText> {
        let text = self.text.to_string();
        match self.files.get(self.at) {
            None => vec![NamedText { name: self.file.clone().unwrap_or_default(), text }],
            Some(_) => {
                let mut files = self.files.clone();
                if let Some(own) = files.get_mut(self.at) {
                    own.text = text;
                }
                files
            }
        }
    }

    /// What is to be read is the text as it is now; texts that did not change are not read again.
    fn refresh(&mut self) {
        let is_empty = self.files.is_empty() && self.text.trim().is_empty();
        let all = self.all();
        match &self.texts {
            _ if is_empty => self.texts = None,
            Some(texts) if **texts == all => {}
            _ => self.texts = Some(Shared::new(all)),
        }
    }

    /// The rule looked at.
    #[must_use]
    pub fn rule(&self) -> Option<&Understood> {
        self.understood()?.rules.get(self.chosen)
    }
}

/// Whether a text is a test file: its first key is `rulepad`, or it is JSON that has that key and tests, and is not
/// Rulepad's own file.
#[must_use]
pub fn is_tests(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with('{') {
        return text.contains("\"rulepad\"") && text.contains("\"tests\"") && file::open(text).is_none();
    }
    let is_said = |line: &&str| !line.trim().is_empty() && !line.starts_with('#') && !line.starts_with("---");
    text.lines().find(is_said).is_some_and(|line| line.starts_with("rulepad:"))
}

/// The test file that is looked at.
pub(super) fn wanted_tests(model: &Model) -> Option<Question> {
    let is_shown = model.dialog == Some(Dialog::Import) && model.importing.is_tests();
    let texts = model.importing.texts.clone().filter(|_| is_shown)?;
    Some(Question::OpenTests(texts, model.importing.at))
}

/// Opens the rules, events and tests of the test file.
fn open_tests(model: &mut Model) {
    let Some(opened) = model.importing.opened().filter(|own| own.rules > 0).cloned() else { return };
    let OpenedTests { draft, events, bus, .. } = opened;
    let count = bus.tests.len() + bus.routes.len();
    model.dialog = None;
    open::open(model, Shared::new(draft), Opened::Tests(count));
    model.own.touched = true;
    bus::restore(model, events, Some(bus), &[]);
    model.look.lower = Lower::Tests;
    model.look.region = Region::Tests;
}

pub(super) fn reduce(model: &mut Model, action: ImportAction) {
    match action {
        ImportAction::Type(text) => put(model, text.into(), None),
        ImportAction::File(at) => {
            model.importing.seeks = false;
            show_file(model, at);
        }
        ImportAction::Text(text) => {
            model.importing.files.clear();
            model.importing.at = 0;
            put(model, text.into(), None);
            model.dialog = Some(Dialog::Import);
        }
        ImportAction::Files(files) => add(model, files),
        ImportAction::Choose(place) => model.importing.chosen = place,
        ImportAction::GoTo(span) => {
            let number = model.next_number();
            model.importing.reveal = Some((number, span));
        }
        ImportAction::Replace => replace(model),
        ImportAction::ReplaceAll => replace_all(model),
        ImportAction::OpenTests => open_tests(model),
    }
    model.importing.refresh();
    if model.importing.is_tests() && model.importing.text.contains("catalogue:") {
        model.catalogue.want();
    }
}

/// The worker read the texts as they are now.
pub(super) fn read(model: &mut Model, texts: Shared<Vec<NamedText>>, files: Shared<ImportedFiles>) {
    model.importing.last = Some((texts, files));
    show_first_with_rules(model);
    model.importing.refresh();
}

fn put(model: &mut Model, text: Rc<str>, file: Option<String>) {
    let refused = (text.len() > LIMIT).then(|| too_long(file.clone(), text.len()));
    let importing = &mut model.importing;
    importing.chosen = 0;
    importing.reveal = None;
    if refused.is_none() {
        (importing.text, importing.file) = (text, file);
    }
    importing.refused = refused.into_iter().collect();
}

fn too_long(name: Option<String>, bytes: usize) -> Refusal {
    Refusal::TooLong { name, size: bytes.div_ceil(1 << 20), limit: LIMIT >> 20, holds: Holds::Rules }
}

/// Puts in every file that could be read; the first with rules is shown once they are known.
fn add(model: &mut Model, files: Vec<File>) {
    let mut texts = Vec::new();
    let mut refused = Vec::new();
    for File { name, text, .. } in files {
        match text {
            Ok(text) if text.len() > LIMIT => refused.push(too_long(Some(name), text.len())),
            Ok(text) => texts.push(NamedText { name, text: text.to_string() }),
            Err(reason) => refused.push(reason),
        }
    }
    // A test file names the others.
    let at = texts.iter().position(|file| is_tests(&file.text));
    if let Some(shown) = texts.get(at.unwrap_or(0)).cloned() {
        put(model, shown.text.as_str().into(), Some(shown.name));
        let several = texts.len() > 1;
        model.importing.files = if several { texts } else { Vec::new() };
        model.importing.at = at.filter(|_| several).unwrap_or(0);
        model.importing.seeks = at.is_none();
    }
    if !refused.is_empty() {
        model.importing.refused = refused;
    }
    model.dialog = Some(Dialog::Import);
}

/// Of several files the first that holds rules is what was looked for, unless another was chosen meanwhile.
fn show_first_with_rules(model: &mut Model) {
    let Some(all) = model.importing.current() else { return };
    let found = all.files.iter().position(|file: &ImportedFile| !file.import.rules.is_empty());
    let is_sought = std::mem::take(&mut model.importing.seeks);
    if let Some(at) = found.filter(|at| is_sought && *at != model.importing.at) {
        show_file(model, at);
    }
}

fn show_file(model: &mut Model, at: usize) {
    let files = model.importing.all();
    let Some(file) = files.get(at).cloned() else { return };
    put(model, file.text.as_str().into(), Some(file.name));
    (model.importing.files, model.importing.at) = (files, at);
}

/// The draft with the rule looked at in the place of the one at hand.
#[must_use]
pub fn replacement(importing: &Importing, draft: &Draft) -> Option<Draft> {
    importing.rule().map(|rule| rule.onto(draft))
}

fn replace(model: &mut Model) {
    let Some(draft) = replacement(&model.importing, &model.draft).filter(|new| *new != *model.draft) else {
        return;
    };
    let form = model.importing.understood().map(|found| found.named.clone()).unwrap_or_default();
    let label = model.importing.rule().map(|rule| rule.named.clone()).unwrap_or_default();
    let what = Opened::Imported { label, form };
    model.dialog = None;
    let text = model.importing.text.clone();
    if let Some(Ok(own)) = file::open(&text) {
        let chosen = model.importing.chosen;
        open::open(model, Shared::new(own), what);
        bus::restore(model, file::events(&text), file::bus(&text), &[]);
        bus::reduce(model, BusAction::Edit(chosen));
        return;
    }
    // The event is still one of those, and so are the other rules and the tests.
    let tray = model.tray.clone().filter(|_| draft.event == model.draft.event);
    let bus = model.bus.clone();
    open::open(model, Shared::new(draft), what);
    (model.tray, model.bus) = (tray, bus);
}

/// Opens all rules together; the events stay. A test is about the rules it was made for, so none comes along.
fn replace_all(model: &mut Model) {
    let Some(files) = model.importing.current().cloned() else { return };
    let mut drafts: Vec<Draft> = files
        .rules()
        .map(|(_, rule)| rule.onto(&Draft { event: model.draft.event.clone(), ..Draft::default() }))
        .collect();
    if drafts.len() < 2 {
        return;
    }
    let form = model.importing.understood().map(|found| found.named.clone()).unwrap_or_default();
    let count = drafts.len();
    let tray = model.tray.clone();
    model.dialog = None;
    let first = drafts.remove(0);
    open::open(model, Shared::new(first), Opened::ImportedAll { count, form });
    model.tray = tray;
    bus::reduce(model, BusAction::Join(drafts));
}
