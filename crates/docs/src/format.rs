//! Findings for people and for the tools of CI.

use crate::check::Checked;
use rulepad_document::{Lang, Words};
use serde_json::json;
use std::fmt::Write;

/// A document that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path, as the person sees it.
    pub path: String,
    /// What was found.
    pub checked: Checked,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// One object with every finding.
    Json,
    /// Annotations of GitHub Actions.
    Github,
}

impl Format {
    /// Every format by its name.
    pub const NAMES: [(&str, Self); 3] =
        [("text", Self::Text), ("json", Self::Json), ("github", Self::Github)];

    /// The format of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(own, _)| *own == name).map(|(_, format)| *format)
    }

    /// Writes the findings of all files, in their order.
    #[must_use]
    pub fn write(self, files: &[File], lang: Lang) -> String {
        match self {
            Self::Text => text(files, lang),
            Self::Json => whole(files, lang),
            Self::Github => github(files, lang),
        }
    }
}

/// Path, line, column and sentence of each finding.
fn findings(files: &[File], lang: Lang) -> impl Iterator<Item = (&str, u32, u32, String)> {
    files.iter().flat_map(move |File { path, checked }| {
        let finding = move |found: &crate::Finding| {
            (path.as_str(), found.line, found.column, found.problem.words(lang))
        };
        checked.findings.iter().map(finding)
    })
}

fn counted(files: &[File]) -> (usize, usize, usize) {
    let sum = |count: fn(&Checked) -> usize| files.iter().map(|file| count(&file.checked)).sum();
    (sum(|checked| checked.examples), sum(|checked| checked.links), sum(|checked| checked.findings.len()))
}

fn last_line(files: &[File], lang: Lang) -> String {
    let (examples, links, problems) = counted(files);
    let with_examples = files.iter().filter(|file| file.checked.examples + file.checked.links > 0).count();
    words!(lang, total(with_examples, examples, links, problems))
}

fn text(files: &[File], lang: Lang) -> String {
    let mut out = String::new();
    for (path, line, column, words) in findings(files, lang) {
        let _ = writeln!(out, "{path}:{line}:{column}: {}", words.replace('\n', "\n  "));
    }
    let _ = writeln!(out, "{}", last_line(files, lang));
    out
}

fn whole(files: &[File], lang: Lang) -> String {
    let found: Vec<_> = findings(files, lang)
        .map(|(path, line, column, message)| json!({ "file": path, "line": line, "column": column, "message": message }))
        .collect();
    let (examples, links, _) = counted(files);
    let mut whole = json!({ "examples": examples, "links": links, "findings": found });
    // Whether serde_json keeps the order of members depends on who else is built with it.
    whole.sort_all_objects();
    format!("{whole}\n")
}

fn github(files: &[File], lang: Lang) -> String {
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let mut out = String::new();
    for (path, line, column, words) in findings(files, lang) {
        let _ = writeln!(out, "::error file={},line={line},col={column}::{}", property(path), data(&words));
    }
    let _ = writeln!(out, "{}", last_line(files, lang));
    out
}
