//! Where the test files are.

use crate::folder::files;
use crate::message::Message;
use crate::stop::Stop;
use rulepad_workbench::file as own_file;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// How the name of a test file ends.
const ENDS: [&str; 3] = [".rulepad.yaml", ".rulepad.yml", ".rulepad.json"];

/// How many files are found at most.
const MOST: usize = 10_000;

/// The test files that are named, and those of the folders that are named; without any, those of the current folder.
pub fn test_files(arguments: &[OsString]) -> Result<Vec<PathBuf>, Stop> {
    let here = [OsString::from(".")];
    let mut paths: Vec<PathBuf> = Vec::new();
    for argument in if arguments.is_empty() { &here } else { arguments } {
        let path = Path::new(argument);
        if path.is_dir() {
            collect(path, &mut paths)?;
        } else {
            paths.push(path.to_owned());
        }
    }
    Ok(paths)
}

/// The test files of a folder and of those in it.
fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Stop> {
    for path in files(folder, |name| ENDS.iter().any(|end| name.ends_with(end))) {
        if paths.len() == MOST {
            let folder = folder.display().to_string();
            return Err(Stop::new(Message::TooManyTestFiles { folder, most: MOST }));
        }
        paths.push(path?);
    }
    Ok(())
}

/// Whether a text is Rulepad's own file without tests.
pub fn is_draft(text: &str) -> bool {
    let is_own = matches!(own_file::open(text), Some(Ok(_)));
    is_own && own_file::bus(text).is_none_or(|bus| bus.tests.is_empty() && bus.routes.is_empty())
}
