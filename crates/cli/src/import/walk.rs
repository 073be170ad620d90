//! The files that `rulepad import` reads: those that are named, and those of folders that may hold rules.

use crate::folder::files;
use crate::message::Message;
use crate::source::InputText;
use crate::stop::Stop;
use rulepad_workbench::folder::may_hold_rules;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// How many files of folders are read, and how many bytes.
const MOST: usize = 10_000;
const MOST_BYTES: u64 = 64 << 20;

/// The longest file of a folder that is read.
const LONGEST: u64 = 4 << 20;

/// What is read.
pub struct Walked {
    /// The files, each with whether it was named.
    pub files: Vec<(InputText, bool)>,
    /// What was not read.
    pub skipped: Vec<Message>,
}

/// Whether an argument is a folder.
pub fn is_folder(argument: &OsString) -> bool {
    argument != "-" && Path::new(argument).is_dir()
}

/// Reads the files and the files of the folders.
pub fn read(arguments: &[OsString]) -> Result<Walked, Stop> {
    let mut walked = Walked { files: Vec::new(), skipped: Vec::new() };
    let mut bytes = 0;
    for argument in arguments {
        if !is_folder(argument) {
            walked.files.push((InputText::read(argument)?, true));
            continue;
        }
        let mut paths = Vec::new();
        let whole = collect(Path::new(argument), &mut paths, &mut walked.skipped);
        if !whole {
            walked.skipped.push(Message::MoreFiles { folder: shown(argument), most: MOST });
        }
        for path in paths {
            let size = fs::metadata(&path).map_or(0, |own| own.len());
            if size > LONGEST {
                let name = path.display().to_string();
                walked.skipped.push(Message::LongFile { name, has: size >> 20 });
                continue;
            }
            bytes += size;
            if bytes > MOST_BYTES {
                let name = path.display().to_string();
                walked.skipped.push(Message::FilesFrom { name, most: MOST_BYTES >> 20 });
                return Ok(walked);
            }
            // A file that is no text holds no rule.
            if let Ok(source) = InputText::read(path.as_os_str()) {
                walked.files.push((source, false));
            }
        }
    }
    Ok(walked)
}

fn shown(path: &OsString) -> String {
    Path::new(path).display().to_string()
}

/// The files of a folder and of those in it that may hold rules; `false` where there are too many.
fn collect(folder: &Path, paths: &mut Vec<PathBuf>, skipped: &mut Vec<Message>) -> bool {
    for path in files(folder, may_hold_rules) {
        match path {
            Ok(_) if paths.len() == MOST => return false,
            Ok(path) => paths.push(path),
            Err(unread) => skipped.push(unread.into()),
        }
    }
    true
}
