//! Runs every readable case of `tests/suite` and every recorded verdict, and keeps the scoreboard.

mod recorded;
mod scoreboard;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tally = Tally::default();
    let mut files = Vec::new();
    markdown(&root.join("suite"), &mut files);
    files.sort();
    for file in &files {
        let name = file.strip_prefix(root).unwrap_or(file).display();
        let Ok(text) = std::fs::read_to_string(file) else {
            tally.fail(format!("{name} cannot be read"));
            continue;
        };
        let of_subscribers = file.parent().is_some_and(|folder| folder.ends_with("subscriber"));
        for case in rulepad_workbench::suite::parse(&text).cases {
            let ran = if of_subscribers { rulepad_docs::run_subscriber_case(&case) } else { case.run() };
            match ran {
                Ok(()) => tally.passed += 1,
                Err(wrong) => tally.fail(format!("{name}: {}\n{}", case.title, wrong.join("\n"))),
            }
        }
    }
    if tally.passed + tally.failed == 0 {
        tally.fail("no case was found under tests/suite".to_owned());
    }
    println!("readable cases in {} files", files.len());
    let board = recorded::run(root, &mut tally);
    scoreboard::check(root, &board, &mut tally);
    println!("conformance: {} passed, {} failed", tally.passed, tally.failed);
    if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// How many cases passed and failed so far.
#[derive(Default)]
pub(crate) struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    pub(crate) fn pass(&mut self) {
        self.passed += 1;
    }

    pub(crate) fn fail(&mut self, why: String) {
        self.failed += 1;
        println!("FAILED {why}\n");
    }
}

/// The files of cases in a folder and below; `README.md` specifies their format.
fn markdown(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() {
            markdown(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "md")
            && path.file_name().is_some_and(|name| name != "README.md")
        {
            files.push(path);
        }
    }
}
