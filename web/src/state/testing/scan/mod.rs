//! Files of any size, matched with all rules of the bus slice by slice.

mod counts;
mod report;

pub use counts::{Counts, Unread};

use super::super::bus::is_on;
use super::super::model::{Model, Region};
use super::super::paste;
use super::super::reduce::show;
use super::super::requests::Question;
use super::super::shared::Shared;
use super::Part;
use crate::engine::protocol::testing::Scanned;
use rulepad_workbench::{Dialect, Draft};
use std::rc::Rc;

/// So many bytes of a file are read and matched at once.
pub const SLICE: u64 = 256 << 10;

/// A scan of files.
#[derive(Clone, Debug, PartialEq)]
pub struct Scan {
    /// Tells the scan apart from every other.
    number: u32,
    /// The files, in their order.
    pub files: Shared<Vec<ScanFile>>,
    /// The rules as they were when it started.
    pub rules: Shared<Vec<Shared<Draft>>>,
    /// The places of the rules that AWS refuses.
    pub refused: Vec<usize>,
    /// What was found so far.
    pub counts: Shared<Counts>,
    /// How far it is.
    pub run: Run,
    /// The file that is read, by its place, and how many of its bytes were matched.
    at: (usize, u64),
    /// How many slices were matched.
    sequence: u32,
    /// What was read and is not matched yet.
    slice: Option<Shared<Slice>>,
}

/// A file that is read in slices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScanFile {
    /// The number under which the page holds it.
    pub key: u32,
    /// Its name.
    pub name: String,
    /// Its size in bytes, compressed or not.
    pub size: u64,
}

/// How far a scan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// Slices are read and matched.
    Running,
    /// The person stopped it; it can go on.
    Cancelled,
    /// All files were read.
    Done,
    /// The worker took too long or forgot where it was; it cannot go on.
    Broken,
}

/// A part of a file for the worker.
#[derive(Clone, Debug, PartialEq)]
pub struct Slice {
    /// The scan.
    pub scan: u32,
    /// How many slices of the scan came before.
    pub sequence: u32,
    /// The rules, with the first slice.
    rules: Option<Shared<Vec<Shared<Draft>>>>,
    /// The bytes in Base64; none end the file.
    pub bytes: Rc<str>,
}

/// A part of a file that is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The scan.
    pub scan: u32,
    /// How many slices of the scan came before.
    pub sequence: u32,
    /// The file's number.
    pub file: u32,
    /// The first byte.
    pub from: u64,
    /// The byte behind the last.
    pub to: u64,
}

/// What can happen to a scan.
#[derive(Clone, Debug, PartialEq)]
pub enum ScanAction {
    /// These files are to be scanned.
    Start(Vec<ScanFile>),
    /// This part was read: its bytes in Base64, or nothing where the browser does not give them.
    Read(Wanted, Option<Rc<str>>),
    /// No more is to be read.
    Cancel,
    /// It is to go on.
    Continue,
    /// What was found is to go.
    Close,
    /// The kept matches of the rule at this place are to be loaded.
    Load(usize),
}

impl Scan {
    fn new(number: u32, files: Vec<ScanFile>, rules: Vec<Shared<Draft>>) -> Self {
        let counts = Shared::new(Counts::of(rules.len()));
        Self {
            number,
            files: Shared::new(files),
            rules: Shared::new(rules),
            refused: Vec::new(),
            counts,
            run: Run::Running,
            at: (0, 0),
            sequence: 0,
            slice: None,
        }
    }

    /// How many bytes of all files were matched or passed over.
    #[must_use]
    pub fn done(&self) -> u64 {
        let before = self.files.iter().take(self.at.0).map(|file| file.size).sum::<u64>();
        before + self.at.1
    }

    /// How many bytes the files have.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.files.iter().map(|file| file.size).sum()
    }

    /// The part of a file that is to be read now.
    #[must_use]
    pub fn wanted(&self) -> Option<Wanted> {
        let file = self.files.get(self.at.0)?;
        let from = self.at.1;
        (self.run == Run::Running && self.slice.is_none() && from < file.size).then(|| Wanted {
            scan: self.number,
            sequence: self.sequence,
            file: file.key,
            from,
            to: file.size.min(from + SLICE),
        })
    }

    /// Where a file was read to its end, the worker is told so.
    fn end_file(&mut self) {
        let Some(file) = self.files.get(self.at.0) else {
            if self.run == Run::Running {
                self.run = Run::Done;
            }
            return;
        };
        if self.run == Run::Running && self.slice.is_none() && self.at.1 >= file.size {
            self.give("".into());
        }
    }

    fn give(&mut self, bytes: Rc<str>) {
        let rules = (self.sequence == 0).then(|| self.rules.clone());
        let slice = Slice { scan: self.number, sequence: self.sequence, rules, bytes };
        self.slice = Some(Shared::new(slice));
    }

    fn read(&mut self, wanted: Wanted, bytes: Option<Rc<str>>) {
        if self.wanted() != Some(wanted) {
            return;
        }
        match bytes {
            Some(bytes) if !bytes.is_empty() => self.give(bytes),
            // Browsers do not give out a file that was changed or removed.
            _ => {
                let mut counts = Counts::clone(&self.counts);
                counts.not_given.push(self.at.0);
                self.counts = Shared::new(counts);
                self.at.1 = self.files.get(self.at.0).map_or(0, |file| file.size);
                self.end_file();
            }
        }
    }

    /// The worker matched a slice.
    fn matched(&mut self, slice: &Slice, refused: Vec<usize>, found: Scanned) {
        if slice.scan != self.number || slice.sequence != self.sequence {
            return;
        }
        let ends = slice.bytes.is_empty() || found.broken.is_some();
        self.at = match ends {
            true => (self.at.0 + 1, 0),
            false => (self.at.0, self.at.1.saturating_add(found.taken as u64)),
        };
        let mut counts = Counts::clone(&self.counts);
        counts.add(self.at.0 - usize::from(ends), found);
        (self.counts, self.refused, self.slice) = (Shared::new(counts), refused, None);
        self.sequence += 1;
        self.end_file();
    }
}

impl Slice {
    /// The rules for the worker: pattern, dialect, and whether a match triggers the rule.
    pub fn rules(&self) -> Option<impl Iterator<Item = (&str, Dialect, bool)>> {
        let rules = self.rules.as_ref()?;
        Some(rules.iter().map(|draft| (draft.pattern.as_str(), draft.dialect, is_on(draft))))
    }
}

pub(super) fn reduce(model: &mut Model, action: ScanAction) {
    match action {
        ScanAction::Start(files) => start(model, files),
        ScanAction::Load(rule) => load(model, rule),
        ScanAction::Close => model.testing.scan = None,
        ScanAction::Read(wanted, bytes) => {
            if let Some(scan) = &mut model.testing.scan {
                scan.read(wanted, bytes);
            }
        }
        ScanAction::Cancel => set(model, Run::Running, Run::Cancelled),
        ScanAction::Continue => set(model, Run::Cancelled, Run::Running),
    }
}

fn set(model: &mut Model, from: Run, to: Run) {
    if let Some(scan) = model.testing.scan.as_mut().filter(|scan| scan.run == from) {
        scan.run = to;
        scan.end_file();
    }
}

fn start(model: &mut Model, files: Vec<ScanFile>) {
    if files.is_empty() {
        return;
    }
    let number = model.next_number();
    let mut scan = Scan::new(number, files, model.bus.drafts(&model.draft));
    scan.end_file();
    model.testing.scan = Some(scan);
    model.testing.part = Part::Scan;
    model.dialog = None;
    show(model, Region::Tests);
}

/// The kept matches of a rule are loaded as a pasted text is.
fn load(model: &mut Model, rule: usize) {
    let Some(scan) = &model.testing.scan else { return };
    let texts: Vec<Rc<str>> = scan.counts.loadable(rule).map(|own| own.1.clone()).collect();
    let name = match scan.files.as_slice() {
        [only] => only.name.clone(),
        _ => String::new(),
    };
    if !texts.is_empty() {
        paste::load_all(model, name, &texts.join("\n"));
    }
}

/// The slice that is to be matched.
pub(in crate::state) fn wanted(model: &Model) -> Option<Question> {
    let scan = model.testing.scan.as_ref().filter(|scan| scan.run == Run::Running)?;
    scan.slice.clone().map(Question::Scan)
}

/// The worker matched a slice.
pub(in crate::state) fn matched(model: &mut Model, slice: &Slice, refused: Vec<usize>, found: Scanned) {
    if let Some(scan) = &mut model.testing.scan {
        scan.matched(slice, refused, found);
    }
}

/// The worker cannot go on with a slice.
pub(in crate::state) fn broken(model: &mut Model, slice: &Slice) {
    if let Some(scan) = model.testing.scan.as_mut().filter(|scan| scan.number == slice.scan) {
        (scan.run, scan.slice) = (Run::Broken, None);
    }
}

#[cfg(test)]
mod tests;
