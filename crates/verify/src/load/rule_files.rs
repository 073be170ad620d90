//! The rules of the files that an entry of a test file stands for.

use super::{Files, Loaded, LoadedRule, paths, place_in};
use crate::diagnostics::{self as problems, Diagnostic};
use crate::test_file::Placed;
use rulepad_document::{Lang, Severity};
use rulepad_workbench::{Brings, Draft, LineIndex, NamedText, Understood, import_files};
use std::collections::BTreeMap;

/// The rules of the files that a path stands for: read once, however many entries name it.
#[derive(Default)]
pub(super) struct ReadPath {
    /// The rules, without the values that the test file gives.
    pub rules: Vec<LoadedRule>,
    /// The rules that a name stands for.
    pub called: BTreeMap<String, Vec<usize>>,
    /// The only file, and why it has no rule.
    pub broken: Option<(String, String)>,
    /// Whether there was a file at all.
    pub some: bool,
}

impl Loaded {
    /// Reads the rules of the files that a path stands for.
    pub(super) fn read(
        &mut self,
        path: &Placed,
        files: &dyn Files,
        lang: Lang,
        found: &mut Vec<Diagnostic>,
    ) -> ReadPath {
        let mut texts = Vec::new();
        for own in paths(path, files, found) {
            match files.read(&own) {
                Ok(text) => texts.push(NamedText { name: own, text }),
                Err(why) => found.push(problems::unreadable(&own, &why, path.span)),
            }
        }
        let mut read = ReadPath { some: !texts.is_empty(), ..ReadPath::default() };
        for (file, text) in import_files(&texts, lang).files.into_iter().zip(&texts) {
            let mut reported =
                file.import.diagnostics.iter().filter(|found| found.severity != Severity::Note);
            if file.import.is_without_rules() {
                // Of several files, some are other parts of a template or a configuration.
                let broken = reported.next().filter(|_| texts.len() == 1);
                read.broken = broken.map(|broken| (file.name.clone(), broken.message.clone()));
                continue;
            }
            let lines = LineIndex::new(&text.text);
            self.reported.extend(reported.map(|found| {
                let place = place_in(&file.name, &lines, found.span());
                problems::import(found.severity, place, &found.message, path.span)
            }));
            for own in file.import.rules {
                let draft = own.onto(&Draft::default());
                if draft.pattern.trim().is_empty() {
                    continue;
                }
                let names = names(&own, &draft, &file.name);
                for name in &names {
                    read.called.entry(name.clone()).or_default().push(read.rules.len());
                }
                read.rules.push(LoadedRule {
                    name: names.first().cloned().unwrap_or_default(),
                    names,
                    file: file.name.clone(),
                    draft: draft.clone(),
                    imported: draft,
                    understood: Some(own),
                });
            }
        }
        self.texts.extend(texts.into_iter().map(|own| (own.name, LineIndex::owned(own.text))));
        read
    }
}

/// What a rule may be called: its label, its name, its resource and its address; without any, the file's name.
fn names(rule: &Understood, draft: &Draft, file: &str) -> Vec<String> {
    let mut names = vec![rule.label.clone(), draft.rule.name.clone()];
    if let Brings::Rule(own) = &rule.brings {
        names.extend(own.origin.as_ref().map(|origin| origin.resource.clone()));
        names.push(own.address.clone());
    }
    let mut kept: Vec<String> = Vec::new();
    for name in names {
        if !name.is_empty() && !kept.contains(&name) {
            kept.push(name);
        }
    }
    if kept.is_empty() {
        let base = file.rsplit(['/', '\\']).next().unwrap_or(file);
        kept.push(base.split('.').next().unwrap_or(base).to_owned());
    }
    kept
}
