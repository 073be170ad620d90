//! Every diagnostic code has a readable case that asserts its place, message and help, and both in Korean; no case names
//! another.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use rulepad_workbench::suite::{Case, parse};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The stations whose codes readable cases can reach. Rules have their tests in their crate.
const STATIONS: [&str; 14] = [
    "json",
    "pattern",
    "dialect",
    "lint",
    "caveat",
    "event",
    "input",
    "path",
    "template",
    "target",
    "subscriber",
    "filter",
    "event-source",
    "published",
];

/// Codes that take several targets, a blank id, the rule's bus or a text of many kilobytes, which no case has: tests of their crates show
/// them.
const ELSEWHERE: [&str; 8] = [
    "target.id-missing",
    "target.id-duplicate",
    "target.too-many",
    "target.call-too-many",
    "target.input-cross-account",
    "target.role-other-account",
    "pattern.names-too-long",
    "pattern.too-many-conditions",
];

fn is_code(text: &str) -> bool {
    let name = |name: &str| {
        !name.is_empty()
            && !matches!(name, "json" | "yaml" | "dumps" | "loads")
            && !name.ends_with('-')
            && name.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    };
    text.split_once('.').is_some_and(|(station, problem)| STATIONS.contains(&station) && name(problem))
}

fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, extension, found);
        } else if path.extension().is_some_and(|own| own == extension) && !path.ends_with("README.md") {
            found.push(path);
        }
    }
}

/// The codes of the enums that readable cases can reach.
fn defined() -> BTreeSet<String> {
    all().into_iter().filter(|code| is_code(code)).map(str::to_owned).collect()
}

/// The codes of all enums.
fn all() -> Vec<&'static str> {
    let mut all = rulepad_workbench::codes();
    all.extend(rulepad_subscriber::codes());
    all
}

/// The codes in the string literals of the crates' sources. The tests of a crate name codes only.
fn written() -> BTreeSet<String> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(crates).unwrap() {
        let folder = entry.unwrap().path().join("src");
        if folder.is_dir() {
            files(&folder, "rs", &mut sources);
        }
    }
    let mut codes = BTreeSet::new();
    for source in sources.iter().filter(|source| !source.to_string_lossy().ends_with("tests.rs")) {
        let text = std::fs::read_to_string(source).unwrap();
        codes.extend(text.split('"').filter(|text| is_code(text)).map(str::to_owned));
    }
    codes
}

fn cases() -> Vec<(String, Case)> {
    let mut suites = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("suite"), "md", &mut suites);
    suites.sort();
    let mut cases = Vec::new();
    for suite in suites {
        let text = std::fs::read_to_string(&suite).unwrap();
        let name = suite.file_name().unwrap().to_string_lossy().into_owned();
        cases.extend(parse(&text).cases.into_iter().map(|case| (format!("{name}: {}", case.title), case)));
    }
    cases
}

/// The codes a case tells, in its order.
fn told(case: &Case) -> Vec<&str> {
    let lines = case.block("diagnostics").unwrap_or_default().lines();
    lines.filter_map(|line| line.split(' ').next()).filter(|code| is_code(code)).collect()
}

#[test]
fn every_code_has_a_case_with_its_place_message_and_help() {
    let cases = cases();
    // The message and the help of a case are those of its first diagnostic.
    let whole =
        cases.iter().filter(|(_, case)| ["message", "help"].iter().all(|tag| case.block(tag).is_some()));
    let asserted: BTreeSet<&str> = whole.filter_map(|(_, case)| told(case).first().copied()).collect();
    let defined = defined();
    assert!(defined.len() > 100, "only {} codes were found in the sources", defined.len());
    let missing: Vec<&str> =
        defined.iter().map(String::as_str).filter(|code| !asserted.contains(code)).collect();
    let idle: Vec<&str> = ELSEWHERE.into_iter().filter(|code| !missing.contains(code)).collect();
    assert!(idle.is_empty(), "these have their case, or are no code any more: {idle:#?}");
    let missing: Vec<&str> = missing.into_iter().filter(|code| !ELSEWHERE.contains(code)).collect();
    assert!(missing.is_empty(), "no case has diagnostics, message and help of: {missing:#?}");
}

#[test]
fn every_code_has_a_case_with_its_korean() {
    let cases = cases();
    // The Korean of a case is that of all its diagnostics.
    let korean = cases.iter().filter(|(_, case)| case.block("korean").is_some_and(|text| !text.is_empty()));
    let asserted: BTreeSet<&str> = korean.flat_map(|(_, case)| told(case)).collect();
    let defined = defined();
    let missing: Vec<&str> = defined
        .iter()
        .map(String::as_str)
        .filter(|code| !asserted.contains(code) && !ELSEWHERE.contains(code))
        .collect();
    assert!(missing.is_empty(), "no case has diagnostics and the Korean of: {missing:#?}");
}

/// A code that is written out as a text is one that the enums do not know.
#[test]
fn every_written_code_is_of_an_enum() {
    let typed = all();
    let mut sorted = typed.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(sorted.len(), typed.len(), "two enums have a code of one name");
    let unknown: Vec<String> = written().into_iter().filter(|code| !typed.contains(&code.as_str())).collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
}

#[test]
fn no_case_names_a_code_that_does_not_exist() {
    let defined = defined();
    let mut unknown = Vec::new();
    for (name, case) in &cases() {
        unknown.extend(
            told(case)
                .into_iter()
                .filter(|code| !defined.contains(*code))
                .map(|code| format!("{name}: {code}")),
        );
    }
    assert!(unknown.is_empty(), "{unknown:#?}");
}

#[test]
fn every_case_has_its_own_title_and_every_file_a_synopsis() {
    let mut titles = BTreeSet::new();
    for (name, _) in cases() {
        assert!(titles.insert(name.clone()), "{name} stands twice");
    }
    let mut suites = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("suite"), "md", &mut suites);
    for path in suites {
        let suite = parse(&std::fs::read_to_string(&path).unwrap());
        let synopsis = suite.synopsis();
        let sentence = synopsis.ends_with('.') && synopsis.len() < 160;
        assert!(!suite.title.is_empty() && sentence, "{}: {synopsis}", path.display());
    }
}
