//! Where the test files are.

use crate::stop::Stop;
use rulepad_workbench::folder::is_read;
use std::ffi::OsString;
use std::fs;
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

/// The test files of a folder and of those in it, by name. Links are not followed.
fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Stop> {
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(&folder)
            .map_err(|error| Stop::new(format!("`{}` cannot be read: {error}", folder.display())))?;
        let mut entries: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        entries.sort();
        let mut folders = Vec::new();
        for path in entries {
            let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else {
                continue;
            };
            let Ok(kind) = fs::symlink_metadata(&path).map(|own| own.file_type()) else { continue };
            if kind.is_dir() && is_read(&name) {
                folders.push(path);
            } else if kind.is_file() && ENDS.iter().any(|end| name.ends_with(end)) {
                if paths.len() == MOST {
                    let folder = folder.display();
                    return Err(Stop::new(format!(
                        "`{folder}` has more than {MOST} test files: name a part of them"
                    )));
                }
                paths.push(path.strip_prefix(".").map(Path::to_owned).unwrap_or(path));
            }
        }
        open.extend(folders.into_iter().rev());
    }
    Ok(())
}

/// Whether a text is Rulepad's own file with a rule, and not one of tests.
pub fn is_draft(text: &str) -> bool {
    let own: Option<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(text).ok();
    own.is_some_and(|own| own.contains_key("pattern") && !own.contains_key("tests"))
}
