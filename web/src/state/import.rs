//! A text that rules are read from, what was understood of it, and the rule that replaces the loaded one.

use super::asking::Asking;
use super::model::{Dialog, Engine, Model, Opened};
use super::open;
use super::paste::File;
use super::shared::Shared;
use super::tray;
use rulepad_workbench::{Draft, Import, Span, Understood, file};
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
    /// Why a text was not read, in a sentence.
    pub refused: Option<String>,
    /// What was understood.
    pub reading: Asking<Rc<str>, Import>,
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
            refused: None,
            reading: Asking::default(),
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
    /// The worker read the text of this number, or is at it.
    Told(u32, Result<Shared<Import>, Engine>),
    /// The text is to be read once more.
    Again,
    /// A rule is to be looked at, by its place.
    Choose(usize),
    /// A place of the text is to be shown.
    GoTo(Span),
    /// The rule looked at is to take the place of the one at hand.
    Replace,
}

impl Importing {
    /// What was understood of the text as it is.
    #[must_use]
    pub fn understood(&self) -> Option<&Import> {
        self.reading.current()
    }

    /// The rule looked at.
    #[must_use]
    pub fn rule(&self) -> Option<&Understood> {
        self.understood()?.rules.get(self.chosen)
    }
}

pub(super) fn reduce(model: &mut Model, action: ImportAction) {
    match action {
        ImportAction::Type(text) => put(model, text.into(), None),
        ImportAction::Text(text) => {
            put(model, text.into(), None);
            model.dialog = Some(Dialog::Import);
        }
        ImportAction::Files(files) => add(model, files),
        ImportAction::Told(number, told) => model.importing.reading.told(number, told),
        ImportAction::Again => model.importing.reading.asked = None,
        ImportAction::Choose(place) => model.importing.chosen = place,
        ImportAction::GoTo(span) => {
            let number = model.next_number();
            model.importing.reveal = Some((number, span));
        }
        ImportAction::Replace => replace(model),
    }
}

fn put(model: &mut Model, text: Rc<str>, file: Option<String>) {
    let refused = (text.len() > LIMIT).then(|| {
        let size = text.len().div_ceil(1 << 20);
        let what = file.as_ref().map_or("The text".to_owned(), |name| format!("`{name}`"));
        format!("{what} was not read: it has {size} MB, and rules are read from texts up to 5 MB.")
    });
    let importing = &mut model.importing;
    importing.chosen = 0;
    importing.reveal = None;
    if refused.is_none() {
        (importing.text, importing.file) = (text, file);
    }
    importing.refused = refused;
}

fn add(model: &mut Model, files: Vec<File>) {
    let more = files.len() > 1;
    let Some(File { name, text }) = files.into_iter().next() else { return };
    match text {
        Ok(text) => put(model, text, Some(name)),
        Err(reason) => model.importing.refused = Some(reason),
    }
    if more && model.importing.refused.is_none() {
        model.importing.refused = Some("Only the first file was read.".to_owned());
    }
    model.dialog = Some(Dialog::Import);
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
    let form = model.importing.understood().map(|found| found.form.clone()).unwrap_or_default();
    let label = model.importing.rule().map(|rule| rule.label.clone()).unwrap_or_default();
    let tray = model.tray.clone().filter(|_| draft.event == model.draft.event);
    model.dialog = None;
    open::open(model, Shared::new(draft), Opened::Imported { label, form });
    // The event is still one of those.
    model.tray = tray;
    if let Some(events) = file::events(&model.importing.text) {
        tray::restore(model, events);
    }
}

/// Reads the text while it is looked at.
pub(super) fn follow(model: &mut Model) {
    let text = model.importing.text.clone();
    if text.trim().is_empty() {
        model.importing.reading = Asking::default();
    } else if model.dialog == Some(Dialog::Import) && model.importing.reading.is_new(&text) {
        let number = model.next_number();
        model.importing.reading.ask(number, text);
    }
}
