//! The files that a test file points at, relative to its folder.

use crate::message::FileFault;
use rulepad_verify::Files;
use rulepad_workbench::{Lang, Words};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The longest file that is read, in bytes.
const LONGEST: u64 = 64 << 20;

/// When a file was changed last, as it was before it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    path: PathBuf,
    changed: Option<SystemTime>,
}

impl Stamp {
    /// The file as it is now.
    pub fn of(path: &Path) -> Self {
        let changed = std::fs::metadata(path).and_then(|own| own.modified()).ok();
        Self { path: path.to_owned(), changed }
    }

    /// Whether the file has not changed since.
    pub fn is_current(&self) -> bool {
        *self == Self::of(&self.path)
    }
}

/// The files around one test file. Paths are shown as they are seen from the current folder.
pub struct Disk {
    folder: PathBuf,
    lang: Lang,
    read: RefCell<Vec<Stamp>>,
}

impl Disk {
    /// The files of the current folder; what is wrong with one is said in a language.
    pub fn here(lang: Lang) -> Self {
        Self { folder: PathBuf::new(), lang, read: RefCell::default() }
    }

    /// The files beside a test file.
    pub fn beside(path: &Path, lang: Lang) -> Self {
        Self { folder: path.parent().map(Path::to_owned).unwrap_or_default(), lang, read: RefCell::default() }
    }

    /// Every file that was read.
    pub fn read_files(&self) -> Vec<Stamp> {
        self.read.borrow().clone()
    }

    #[expect(clippy::needless_pass_by_value, reason = "it is made for this call")]
    fn said(&self, fault: FileFault) -> String {
        fault.words(self.lang)
    }
}

impl Files for Disk {
    fn paths(&self, pattern: &str) -> Result<Vec<String>, String> {
        let whole = self.folder.join(pattern);
        let plain = !pattern.contains(['*', '?', '[']);
        if plain || whole.is_file() {
            // A file that is missing is reported by the attempt to read it.
            return Ok(if whole.is_file() { vec![shown(&whole)] } else { Vec::new() });
        }
        let folder = glob::Pattern::escape(&self.folder.display().to_string());
        let pattern = Path::new(&folder).join(pattern).display().to_string();
        let found = glob::glob(&pattern).map_err(|error| self.said(FileFault::Said(error.to_string())))?;
        let mut paths = Vec::new();
        for path in found {
            let path = path.map_err(|error| self.said(FileFault::Io(error.into())))?;
            if path.is_file() {
                paths.push(shown(&path));
            }
        }
        Ok(paths)
    }

    fn read(&self, path: &str) -> Result<String, String> {
        self.read.borrow_mut().push(Stamp::of(Path::new(path)));
        let size = std::fs::metadata(path).map_err(|error| self.said(FileFault::Io(error)))?.len();
        if size > LONGEST {
            return Err(self.said(FileFault::TooLong { has: size >> 20, most: LONGEST >> 20 }));
        }
        let bytes = std::fs::read(path).map_err(|error| self.said(FileFault::Io(error)))?;
        String::from_utf8(bytes)
            .map_err(|error| self.said(FileFault::NotUtf8 { at: error.utf8_error().valid_up_to() }))
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
