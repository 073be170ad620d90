//! What was pasted, dropped or chosen as a file: read by the worker text by text, and put in as events.

use super::change::Load;
use super::model::{Dialog, Model, Opened};
use super::open;
use super::refusal::Refusal;
use super::requests::State;
use super::shared::Shared;
use super::testing::ScanFile;
use super::tray::Tray;
use super::{words_en, words_ko};
use crate::engine::failure::Failure;
use crate::engine::protocol::QuestionKind;
use rulepad_workbench::{Diagnostic, Dialect, Edit, Lang, Pasted, PastedEvent, Wording, apply};
use std::rc::Rc;

/// What lies in the dialog.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paste {
    /// The texts, in the order in which they came.
    pub sources: Vec<PasteSource>,
    /// Files that were not read.
    pub refused: Vec<Refusal>,
    /// Those of them that can be scanned in the Tests tab.
    pub to_scan: Vec<ScanFile>,
    /// The event looked at, counted over all texts.
    pub chosen: usize,
    /// What the texts were read for: these pattern and dialect.
    pub read_for: Option<(String, Dialect, Lang)>,
    /// What happens by itself once texts are read.
    pub then: Option<Then>,
}

/// One text.
#[derive(Clone, Debug, PartialEq)]
pub struct PasteSource {
    /// Tells this very text apart from every other.
    pub number: u32,
    /// Where it comes from.
    pub origin: Origin,
    /// The text.
    pub text: Rc<str>,
    /// What came of reading it.
    pub read: ReadPaste,
}

/// Where a text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It was typed or pasted into the dialog.
    Typed,
    /// A file of this name.
    File(String),
    /// It stood as the event.
    Event,
}

/// What came of reading a text.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadPaste {
    /// Nothing yet.
    Waiting,
    /// This.
    Done(Shared<Pasted>),
    /// It was stopped at the time limit.
    Stopped,
    /// The worker does not work.
    Failed(Failure),
}

/// What happens by itself once the texts of these numbers are read.
#[derive(Clone, Debug, PartialEq)]
pub struct Then {
    numbers: Vec<u32>,
    take: Take,
}

/// Which events are put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// The one looked at.
    Chosen,
    /// The first.
    First,
    /// All.
    All,
    /// The only one, where nothing is to be said about it; else the dialog opens.
    Sole,
}

/// What was put in of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// How many events.
    pub amount: Amount,
    /// What they were read from.
    pub from: From,
    /// What they are events of.
    pub dialect: Dialect,
}

/// How many events of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// The only one.
    Only,
    /// One of so many.
    OneOf(usize),
    /// All, so many.
    All(usize),
}

/// What events were read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// A text; what it is.
    Text(Wording),
    /// So many texts.
    Texts(usize),
    /// Nothing: each is kept because of its tests.
    Tests,
}

impl Taken {
    /// It in words, within a sentence.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::taken(self),
            Lang::Ko(_) => words_ko::taken(self),
        }
    }
}

/// What follows the number of several texts where they are stored, in files and in the browser.
const STORED_TEXTS: &str = " texts";
/// What is stored of events that are loaded because of their tests.
pub(super) const STORED_TESTS: &str = "tests";

impl From {
    /// It in words, within a sentence.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::from(self),
            Lang::Ko(_) => words_ko::from(self),
        }
    }

    /// As it is stored.
    pub(super) fn stored(&self) -> Wording {
        match self {
            Self::Text(form) => form.clone(),
            Self::Texts(count) => format!("{count}{STORED_TEXTS}").as_str().into(),
            Self::Tests => STORED_TESTS.into(),
        }
    }

    /// Reads what was stored.
    pub(super) fn restored(form: Wording) -> Self {
        let stored = form.words(Lang::En);
        if stored == STORED_TESTS {
            return Self::Tests;
        }
        let count = stored.strip_suffix(STORED_TEXTS).and_then(|count| count.parse().ok());
        count.map_or(Self::Text(form), Self::Texts)
    }
}

/// A file that was dropped or chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its text, or why it was not read.
    pub text: Result<Rc<str>, Refusal>,
    /// Where it was not read because of its size or because it is compressed: the file for a scan.
    pub to_scan: Option<ScanFile>,
}

/// What can happen to pasted texts.
#[derive(Clone, Debug, PartialEq)]
pub enum PasteAction {
    /// The dialog is wanted.
    Open,
    /// The text in the dialog was typed.
    Type(String),
    /// A text was pasted on the page, outside any field.
    Text(String),
    /// Files were dropped or chosen.
    Files(Vec<File>),
    /// A file is to go.
    Remove(u32),
    /// A fix was chosen for the text of this number.
    Fix(u32, Vec<Edit>),
    /// The text of this number is to be tried once more.
    Again(u32),
    /// An event is to be looked at.
    Choose(usize),
    /// Events are to be put in.
    Use(Take),
    /// The event at hand is to be read as what it holds.
    ReadEvent(Take),
    /// The text of this number is to be put in as the event, as it is.
    UseText(u32),
}

impl Paste {
    /// The text to read next.
    #[must_use]
    pub fn next(&self) -> Option<&PasteSource> {
        self.sources.iter().find(|source| source.read == ReadPaste::Waiting)
    }

    /// What was typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        self.sources.iter().find(|source| source.origin == Origin::Typed).map_or("", |source| &source.text)
    }

    /// Every event with the text it comes from, in order.
    pub fn events(&self) -> impl Iterator<Item = (&PasteSource, &PastedEvent)> {
        self.sources.iter().flat_map(|source| {
            let events = source.pasted().map(|pasted| pasted.events.as_slice()).unwrap_or_default();
            events.iter().map(move |event| (source, event))
        })
    }

    fn source(&mut self, number: u32) -> Option<&mut PasteSource> {
        self.sources.iter_mut().find(|source| source.number == number)
    }
}

impl Model {
    /// Whether reading a text takes its time.
    #[must_use]
    pub fn reads_slowly(&self) -> bool {
        self.requests.state(QuestionKind::Pasting) == Some(&State::Slow)
    }

    /// Whether something is to be put in by itself, and reading it takes its time.
    #[must_use]
    pub fn puts_in_slowly(&self) -> bool {
        self.paste.then.is_some() && self.reads_slowly()
    }
}

impl PasteSource {
    /// What was read, once it was.
    #[must_use]
    pub fn pasted(&self) -> Option<&Pasted> {
        match &self.read {
            ReadPaste::Done(pasted) => Some(pasted),
            _ => None,
        }
    }
}

pub(super) fn reduce(model: &mut Model, action: PasteAction) {
    match action {
        PasteAction::Open => show(model),
        PasteAction::Type(text) => type_in(model, text),
        PasteAction::Text(text) => {
            type_in(model, text);
            show(model);
        }
        PasteAction::Files(files) => add_files(model, files),
        PasteAction::Remove(number) => {
            model.paste.sources.retain(|source| source.number != number);
            model.paste.chosen = 0;
        }
        PasteAction::Fix(number, edits) => {
            let fresh = model.next_number();
            if let Some(source) = model.paste.source(number) {
                source.text = apply(&source.text, &edits).into();
                (source.number, source.read) = (fresh, ReadPaste::Waiting);
            }
        }
        PasteAction::Again(number) => {
            let fresh = model.next_number();
            if let Some(source) = model.paste.source(number) {
                (source.number, source.read) = (fresh, ReadPaste::Waiting);
            }
        }
        PasteAction::Choose(event) => model.paste.chosen = event,
        PasteAction::Use(take) => {
            let numbers: Vec<u32> = model.paste.sources.iter().map(|source| source.number).collect();
            if put_in(model, &numbers, take) {
                model.paste = Paste::default();
                model.dialog = None;
            }
        }
        PasteAction::ReadEvent(take) => {
            let text = model.draft.event.as_str().into();
            model.paste.sources.retain(|source| source.origin != Origin::Event);
            let number = add(model, Origin::Event, text);
            model.paste.then = Some(Then { numbers: vec![number], take });
        }
        PasteAction::UseText(number) => {
            if let Some(source) = model.paste.source(number) {
                let load = Load { event: Some(source.text.to_string()), ..Load::default() };
                open::load(model, load, Opened::AsItIs);
                model.paste = Paste::default();
                model.dialog = None;
            }
        }
    }
}

/// The worker read the text of this number, or did not.
pub(super) fn read(model: &mut Model, number: u32, read: ReadPaste) {
    if let Some(source) = model.paste.source(number) {
        source.read = read;
        settle(model);
    }
}

/// Reads again what was read for another pattern or in another language, and lets go what belonged to a dialog that is closed.
pub(super) fn follow(model: &mut Model) {
    let is_open = model.dialog == Some(Dialog::Paste);
    if !is_open && model.paste.then.is_none() {
        model.paste.sources.retain(|source| source.origin != Origin::Event);
        model.paste.refused.clear();
        model.paste.to_scan.clear();
        return;
    }
    let now = (model.draft.pattern.as_str(), model.draft.dialect, model.settings.lang());
    let read_for = model.paste.read_for.as_ref();
    let read_for = read_for.map(|(pattern, dialect, lang)| (pattern.as_str(), *dialect, *lang));
    if read_for != Some(now) {
        model.paste.read_for = Some((now.0.to_owned(), now.1, now.2));
        model.paste.sources.iter_mut().for_each(|source| source.read = ReadPaste::Waiting);
    }
}

fn show(model: &mut Model) {
    model.dialog = Some(Dialog::Paste);
}

fn add(model: &mut Model, origin: Origin, text: Rc<str>) -> u32 {
    let number = model.next_number();
    model.paste.sources.push(PasteSource { number, origin, text, read: ReadPaste::Waiting });
    number
}

fn type_in(model: &mut Model, text: String) {
    let before = model.paste.sources.iter().position(|source| source.origin == Origin::Typed);
    if before.is_some() && model.paste.typed() == text {
        return;
    }
    model.paste.sources.retain(|source| source.origin != Origin::Typed);
    model.paste.chosen = 0;
    if !text.trim().is_empty() {
        add(model, Origin::Typed, text.into());
        // It stays where it was, or the list would jump while one types.
        let last = model.paste.sources.pop();
        let at = before.unwrap_or(0).min(model.paste.sources.len());
        model.paste.sources.splice(at..at, last);
    }
}

fn add_files(model: &mut Model, files: Vec<File>) {
    let is_open = model.dialog == Some(Dialog::Paste);
    if !is_open {
        model.paste.sources.retain(|source| source.origin == Origin::Typed);
        model.paste.refused.clear();
        model.paste.to_scan.clear();
    }
    let mut numbers = Vec::new();
    for File { name, text, to_scan } in files {
        model.paste.to_scan.extend(to_scan);
        match text {
            Ok(text) => {
                // A file of the same name is read in place of the one before.
                model.paste.sources.retain(|source| source.origin != Origin::File(name.clone()));
                numbers.push(add(model, Origin::File(name), text));
            }
            Err(reason) => model.paste.refused.push(reason),
        }
    }
    if is_open {
        return;
    }
    if model.paste.refused.is_empty() && !numbers.is_empty() {
        model.paste.then = Some(Then { numbers, take: Take::Sole });
    } else {
        show(model);
    }
}

/// All events of a text are put in once it is read; it is of a file of this name, if it has one.
pub(super) fn load_all(model: &mut Model, name: String, text: &str) {
    let origin = Origin::File(name);
    model.paste.sources.retain(|source| source.origin != origin);
    let number = add(model, origin, text.into());
    model.paste.then = Some(Then { numbers: vec![number], take: Take::All });
}

/// Does what was to be done once the texts are read.
fn settle(model: &mut Model) {
    let Some(then) = model.paste.then.clone() else { return };
    let mine = |source: &&PasteSource| then.numbers.contains(&source.number);
    if model.paste.sources.iter().filter(mine).any(|source| source.read == ReadPaste::Waiting) {
        return;
    }
    model.paste.then = None;
    let outdated =
        |source: &PasteSource| source.origin == Origin::Event && *source.text != *model.draft.event;
    if model.paste.sources.iter().filter(mine).any(outdated) {
        // The text was edited meanwhile; what it is now says so itself.
        return;
    }
    if put_in(model, &then.numbers, then.take) {
        model.paste.sources.retain(|source| !then.numbers.contains(&source.number));
        if model.paste.sources.is_empty() {
            model.paste = Paste::default();
        }
    } else {
        show(model);
    }
}

/// Puts in events of the texts of these numbers; whether there were any to put in.
fn put_in(model: &mut Model, numbers: &[u32], take: Take) -> bool {
    let mine = |source: &PasteSource| numbers.contains(&source.number);
    let of_mine = || model.paste.events().filter(|(source, _)| mine(source));
    let count = of_mine().count();
    let chosen = match take {
        Take::Chosen => of_mine().nth(model.paste.chosen),
        Take::Sole if count != 1 || model.paste.sources.iter().filter(|s| mine(s)).any(has_problems) => None,
        Take::First | Take::Sole | Take::All => of_mine().next(),
    };
    let Some((source, event)) = chosen else { return false };
    let sources: Vec<&PasteSource> = match take {
        Take::All => model.paste.sources.iter().filter(|source| mine(source)).collect(),
        Take::Chosen | Take::First | Take::Sole => vec![source],
    };
    let from = match sources.as_slice() {
        [only] => From::Text(only.pasted().map(|pasted| pasted.named.clone()).unwrap_or_default()),
        several => From::Texts(several.len()),
    };
    let amount = match (take, count) {
        (Take::All, 2..) => Amount::All(count),
        (Take::Chosen | Take::First, 2..) => Amount::OneOf(count),
        _ => Amount::Only,
    };
    let what = Taken { amount, from: from.clone(), dialect: model.draft.dialect };
    let original = match sources.as_slice() {
        [only] => Some(only.text.clone()),
        _ => None,
    };
    let events: Vec<&PastedEvent> = match take {
        Take::All => of_mine().map(|(_, event)| event).collect(),
        _ => vec![event],
    };
    // A text that is one event as it stands is put in as it stands.
    let as_it_is = original.as_deref().filter(|original| events.len() == 1 && same(original, &event.text));
    let (text, changed) = (as_it_is.unwrap_or(&event.text).to_owned(), as_it_is.is_none());
    let number = model.number.wrapping_add(1);
    let last = model.number.wrapping_add(u32::try_from(events.len()).unwrap_or(u32::MAX).max(1));
    let read_for = model.paste.read_for.clone().map(|(pattern, dialect, _)| (pattern, dialect));
    let tray = changed.then(|| Tray::new(number, from, original, &events, read_for));
    model.number = last;
    open::load(model, Load { event: Some(text), ..Load::default() }, Opened::Read(what));
    model.tray = tray.map(Shared::new);
    true
}

/// The same text but for the space between its tokens: what is in a string cannot differ in space alone, as no
/// reading changes a string.
fn same(original: &str, text: &str) -> bool {
    let dense = |text: &str| text.split_whitespace().collect::<String>();
    dense(original) == dense(text)
}

fn has_problems(source: &PasteSource) -> bool {
    source.pasted().is_none_or(|pasted| {
        pasted.problems.iter().any(Diagnostic::is_error)
            || pasted.events.iter().any(|event| event.error.is_some())
    })
}

/// What the dialect calls what its pattern is tried on.
#[must_use]
pub fn noun(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Rule | Dialect::Archive => "event",
        Dialect::Pipes | Dialect::EventSourceMapping => "record",
        Dialect::SnsAttributes | Dialect::SnsBody => "message",
    }
}
