//! Rules read from several files at once.

use super::{Brings, Import, Understood, checks, import_among};
use rulepad_document::{Lang, Severity};
use rulepad_import::{Files, NamedText};
use serde::{Deserialize, Serialize};

/// What several files were understood as, in their order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportedFiles {
    /// Each file.
    pub files: Vec<ImportedFile>,
}

/// One of several files.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportedFile {
    /// Its name.
    pub name: String,
    /// What it was understood as; places in it are places of this file.
    pub import: Import,
    /// The names of the other files whose text is a part of this one's rules, or that this one's is a part of.
    pub with: Vec<String>,
}

impl ImportedFiles {
    /// How many rules the files have.
    #[must_use]
    pub fn count(&self) -> usize {
        self.files.iter().map(|file| file.import.rules.len()).sum()
    }

    /// Every rule, with the file it is in.
    pub fn rules(&self) -> impl Iterator<Item = (&ImportedFile, &Understood)> {
        self.files.iter().flat_map(|file| file.import.rules.iter().map(move |rule| (file, rule)))
    }
}

/// Reads several files. A file that another one names, such as the pattern of a script, is read with it; targets
/// come to their rule from another file.
#[must_use]
pub fn import_files(files: &[NamedText], lang: Lang) -> ImportedFiles {
    let read = |file: &NamedText| ImportedFile {
        name: file.name.clone(),
        import: import_among(&file.text, &Files::around(files, &file.name), lang),
        with: Vec::new(),
    };
    let mut all: Vec<ImportedFile> = files.iter().map(read).collect();
    join_targets(files, &mut all, lang);
    named_by_others(files, &mut all);
    ImportedFiles { files: all }
}

/// How many bytes are searched for names of files.
const BUDGET: usize = 1 << 30;

/// Whether a part of a text is targets alone, as the answer of `list-targets-by-rule` is.
fn is_targets(rule: &Understood) -> bool {
    matches!(&rule.brings, Brings::Rule(own) if own.rule.is_none() && own.pattern.is_none() && own.targets.is_some())
}

/// Targets whose rule is in another file come to it, by the rule's name; without one, to the only rule that has no
/// targets yet, or to the one whose file is named alike.
fn join_targets(files: &[NamedText], all: &mut [ImportedFile], lang: Lang) {
    for at in 0..all.len() {
        let Some(file) = all.get_mut(at) else { return };
        let (targets, rules): (Vec<_>, Vec<_>) =
            std::mem::take(&mut file.import.rules).into_iter().partition(is_targets);
        file.import.rules = rules;
        for own in targets {
            match owner(files, all, at, &own) {
                Some((other, place)) => {
                    give(all, other, place, own, lang);
                    let names: Vec<String> =
                        [at, other].iter().filter_map(|at| Some(all.get(*at)?.name.clone())).collect();
                    for (own, name) in [(at, names.get(1)), (other, names.first())] {
                        if let (Some(file), Some(name)) = (all.get_mut(own), name)
                            && !file.with.contains(name)
                        {
                            file.with.push(name.clone());
                        }
                    }
                }
                None => {
                    if let Some(file) = all.get_mut(at) {
                        file.import.rules.push(own);
                    }
                }
            }
        }
    }
}

/// The rule that targets belong to: its file and its place there.
fn owner(files: &[NamedText], all: &[ImportedFile], from: usize, own: &Understood) -> Option<(usize, usize)> {
    let waits = |rule: &Understood| matches!(&rule.brings, Brings::Rule(found) if found.rule.is_some() && found.targets.is_none());
    let waiting: Vec<(usize, usize, &Understood)> = all
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != from)
        .flat_map(|(at, file)| {
            let rules = file.import.rules.iter().enumerate();
            rules.filter(|(_, rule)| waits(rule)).map(move |(place, rule)| (at, place, rule))
        })
        .collect();
    let found = match own.rule_of_targets.as_deref() {
        Some(name) => waiting.iter().find(|(_, _, rule)| rule.label == name),
        None if waiting.len() == 1 => waiting.first(),
        None => {
            let file = files.get(from).map(|file| stem(&file.name)).unwrap_or_default();
            waiting.iter().find(|(_, _, rule)| !rule.label.is_empty() && file.contains(rule.label.as_str()))
        }
    };
    found.map(|(at, place, _)| (*at, *place))
}

fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.split('.').next().unwrap_or(file)
}

/// Gives a rule its targets.
fn give(all: &mut [ImportedFile], file: usize, place: usize, targets: Understood, lang: Lang) {
    let Some(rule) = all.get_mut(file).and_then(|file| file.import.rules.get_mut(place)) else { return };
    let Brings::Rule(given) = targets.brings else { return };
    if let Brings::Rule(own) = &mut rule.brings {
        own.targets = given.targets;
        let targets = own.targets.as_deref().unwrap_or(&[]);
        rule.targets = checks::targets(&own.rule.clone().unwrap_or_default(), targets, own.made, lang);
    }
    rule.notes.extend(targets.notes);
}

/// A file that holds only the pattern, the input or the values of another one is no separate rule.
fn named_by_others(files: &[NamedText], all: &mut [ImportedFile]) {
    // Only what was understood names others, and how much is searched has an end.
    let mut left = BUDGET;
    let naming: Vec<&NamedText> = files
        .iter()
        .zip(&*all)
        .filter(|(_, own)| !own.import.form.is_empty())
        .map(|(file, _)| file)
        .collect();
    let size: usize = naming.iter().map(|file| file.text.len()).sum();
    for (at, file) in files.iter().enumerate() {
        let base = file.name.rsplit(['/', '\\']).next().unwrap_or(&file.name);
        let is_part = all.get(at).is_some_and(|own| own.import.rules.iter().all(is_bare)) && base.len() > 3;
        if !is_part {
            continue;
        }
        let Some(rest) = left.checked_sub(size) else { return };
        left = rest;
        let names = |other: &&NamedText| -> bool {
            other.name != file.name && other.text.contains(base) && names_file(&other.text, base)
        };
        let Some(other) = naming.iter().copied().find(names).map(|other| other.name.clone()) else {
            continue;
        };
        let Some(own) = all.get_mut(at) else { continue };
        own.import.rules.clear();
        own.import.diagnostics.retain(|found| found.severity == Severity::Note);
        own.with.push(other.clone());
        if let Some(other) = all.iter_mut().find(|own| own.name == other) {
            other.with.push(file.name.clone());
        }
    }
}

/// Whether a text has the name of a file as a whole word of a path.
fn names_file(text: &str, base: &str) -> bool {
    text.match_indices(base).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + base.len()..).and_then(|after| after.chars().next());
        let ends = |c: Option<char>| c.is_none_or(|c| !(c.is_alphanumeric() || c == '-' || c == '_'));
        ends(before) && ends(after)
    })
}

/// Whether what was read is a pattern without a rule.
fn is_bare(rule: &Understood) -> bool {
    matches!(&rule.brings, Brings::Rule(own) if own.rule.is_none() && own.targets.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FoundRule;

    fn file(name: &str, text: &str) -> NamedText {
        NamedText { name: name.to_owned(), text: text.to_owned() }
    }

    fn brought(rule: &Understood) -> &FoundRule {
        match &rule.brings {
            Brings::Rule(own) => own,
            Brings::Draft(_) => panic!(),
        }
    }

    const RULE: &str = r#"{"Name": "orders", "Arn": "arn:aws:events:eu-west-1:111122223333:rule/orders", "EventPattern": "{\"source\":[\"a\"]}"}"#;
    const TARGETS: &str = r#"{"Targets": [{"Id": "q", "Arn": "arn:aws:sqs:eu-west-1:111122223333:q"}]}"#;

    #[test]
    fn targets_come_to_their_rule_from_another_file() {
        let read = import_files(&[file("targets.json", TARGETS), file("rule.json", RULE)], Lang::En);
        assert_eq!(read.count(), 1);
        let (own, rule) = read.rules().next().unwrap();
        assert_eq!((&*own.name, &own.with[..]), ("rule.json", &["targets.json".to_owned()][..]));
        assert_eq!(brought(rule).targets.as_ref().unwrap()[0].id, "q");
        assert_eq!(rule.targets[0].kind, "SQS queue");
        // Of two rules, the one whose name the file has.
        let other = RULE.replace("orders", "other");
        let files = [file("r.json", RULE), file("s.json", &other), file("other-targets.json", TARGETS)];
        let read = import_files(&files, Lang::En);
        let with: Vec<bool> = read.rules().map(|(_, rule)| brought(rule).targets.is_some()).collect();
        assert_eq!(with, [false, true]);
        // Nothing says which rule is meant.
        let files = [file("r.json", RULE), file("s.json", &other), file("t.json", TARGETS)];
        assert_eq!(import_files(&files, Lang::En).count(), 3);
    }

    #[test]
    fn a_file_that_another_names_is_a_part_of_it() {
        let script = "aws events put-rule --name r --event-pattern file://pattern.json\n";
        let read = import_files(
            &[file("x/pattern.json", r#"{"source": ["a"]}"#), file("x/make.sh", script)],
            Lang::En,
        );
        let rules: Vec<_> =
            read.rules().map(|(file, rule)| (file.name.clone(), rule.label.clone())).collect();
        assert_eq!(rules, [("x/make.sh".into(), "r".into())]);
        assert_eq!(read.files[0].with, ["x/make.sh"]);
        assert!(brought(&read.files[1].import.rules[0]).pattern.as_ref().unwrap().contains("source"));
        let alone = import_files(&[file("make.sh", script)], Lang::En);
        assert_eq!(&*alone.files[0].import.diagnostics[0].code, "import.file-missing");
    }
}
