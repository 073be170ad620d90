//! The rules and events that a test file points at.

mod events;
mod rule_files;
mod subscriber_files;

pub use events::LoadedEvent;
pub(crate) use events::events;
pub(crate) use subscriber_files::{LoadedSubscriber, Subscribers};

use crate::deploy_time::{self, with_values};
use crate::diagnostics::{self as problems, Diagnostic};
use crate::own_file::numbered;
use crate::test_file::{GivenValue, Placed, RuleSource, TestFile};
use rule_files::ReadPath;
use rulepad_document::{Lang, Span, diagnostic::worded};
use rulepad_workbench::{Draft, LineIndex, Understood, explain};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Where files are read: a disk, or what a page has loaded.
pub trait Files {
    /// The paths that a path with `*` stands for, sorted; a plain path stands for itself when the file is there.
    ///
    /// # Errors
    /// A few words on why the path cannot be looked up.
    fn paths(&self, pattern: &str) -> Result<Vec<String>, String>;

    /// The text of a file.
    ///
    /// # Errors
    /// A few words on why it cannot be read.
    fn read(&self, path: &str) -> Result<String, String>;
}

/// A rule under test.
#[derive(Clone, Debug)]
pub struct LoadedRule {
    /// What it is called in its file.
    pub name: String,
    /// Everything that names it.
    pub names: Vec<String>,
    /// The file it is in.
    pub file: String,
    /// The rule, with no event, and with the values that the test file gives.
    pub draft: Draft,
    /// The rule as it was read.
    imported: Draft,
    /// For places of its pattern in the file.
    understood: Option<Understood>,
}

/// A place in a file of the user.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FilePlace {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in UTF-16 units, from 1.
    pub column: u32,
}

/// What a test file points at.
#[derive(Default)]
pub struct Loaded {
    /// The rules, in the order of the file.
    pub rules: Vec<LoadedRule>,
    /// What the imports of the files report beside the rules.
    pub(crate) reported: Vec<Diagnostic>,
    /// The texts of the files.
    texts: BTreeMap<String, LineIndex<'static>>,
    /// The rules that a name stands for.
    called: BTreeMap<String, Vec<usize>>,
    /// The file and the names of each rule.
    kept: BTreeSet<(String, Vec<String>)>,
}

/// Rules that were read without a test file.
#[derive(Clone, Debug, Default)]
pub struct RulesReading {
    /// The rules.
    pub rules: Vec<LoadedRule>,
    /// What is wrong with the paths, the files and the values, in words; they have no place of their own.
    pub diagnostics: Vec<rulepad_document::Diagnostic>,
}

/// Reads rules as a test file names them: paths with wildcards, `#name` behind one for one rule of it; with values that
/// are known only at deploy time, by name.
#[must_use]
pub fn read_rules(
    paths: &[String],
    values: &[(String, Vec<String>)],
    files: &dyn Files,
    lang: Lang,
) -> RulesReading {
    let placed = |text: &str| Placed { text: text.to_owned(), span: Span::default() };
    let values = values
        .iter()
        .map(|(name, values)| GivenValue { name: placed(name), values: values.clone() })
        .collect();
    let rules = paths.iter().map(|path| RuleSource::of(placed(path))).collect();
    let file = TestFile { rules, values, ..TestFile::default() };
    let mut found = Vec::new();
    let loaded = Loaded::rules(&file, files, lang, &mut found);
    found.extend(loaded.reported);
    RulesReading { rules: loaded.rules, diagnostics: worded(&found, lang) }
}

impl LoadedRule {
    /// The values in its pattern that are known only at deploy time, as they are shown.
    #[must_use]
    pub fn open_values(&self) -> Vec<String> {
        let names = self.draft.references.iter().map(|own| own.shown.clone());
        let mut open: Vec<String> = names.filter(|name| self.draft.pattern.contains(name)).collect();
        open.sort();
        open.dedup();
        open
    }

    /// Where a part of its pattern is in its file.
    #[must_use]
    pub fn place(&self, loaded: &Loaded, span: Span) -> Option<FilePlace> {
        let lines = loaded.texts.get(&self.file)?;
        let own = self.understood.as_ref()?.place_in_text(lines.text(), &self.draft.pattern, span)?;
        Some(place_in(&self.file, lines, own))
    }
}

/// A place of a text as line and column.
pub(crate) fn file_place(file: &str, text: &str, span: Span) -> FilePlace {
    place_in(file, &LineIndex::new(text), span)
}

/// The same of a text whose lines are known.
pub(crate) fn place_in(file: &str, lines: &LineIndex<'_>, span: Span) -> FilePlace {
    let at = lines.position(span.range().start);
    FilePlace { file: file.to_owned(), line: at.line, column: at.column }
}

impl Loaded {
    /// Reads the rules of a test file.
    pub(crate) fn rules(file: &TestFile, files: &dyn Files, lang: Lang, found: &mut Vec<Diagnostic>) -> Self {
        let mut loaded = Self::default();
        let mut read: BTreeMap<&str, Rc<ReadPath>> = BTreeMap::new();
        for source in &file.rules {
            let before = found.len();
            let rules = match read.get(source.path.text.as_str()) {
                Some(rules) => rules.clone(),
                None => Rc::new(loaded.read(&source.path, files, lang, found)),
            };
            // What is wrong with a path is said of each entry that names it.
            if found.len() == before {
                read.insert(&source.path.text, rules.clone());
            }
            loaded.add(source, &rules, &file.values, found);
        }
        loaded.known_values(&file.values, found);
        loaded
    }

    /// Rules that are in memory. Beside its name, each has its number.
    pub(crate) fn of_drafts(file: &str, drafts: Vec<Draft>, lang: Lang) -> Self {
        let rule = |(at, draft): (usize, Draft)| {
            let name = match draft.rule.name.trim() {
                "" => words!(lang, rule_number(at + 1)),
                name => name.to_owned(),
            };
            LoadedRule {
                names: vec![name.clone(), numbered(at)],
                name,
                file: file.to_owned(),
                imported: draft.clone(),
                draft: Draft { event: String::new(), ..draft },
                understood: None,
            }
        };
        let mut loaded = Self::default();
        drafts.into_iter().enumerate().map(rule).for_each(|rule| loaded.push(rule));
        loaded
    }

    fn push(&mut self, rule: LoadedRule) {
        let at = self.rules.len();
        for name in &rule.names {
            let places = self.called.entry(name.clone()).or_default();
            if places.last() != Some(&at) {
                places.push(at);
            }
        }
        self.rules.push(rule);
    }

    /// Reports values that no rule takes.
    fn known_values(&self, values: &[GivenValue], found: &mut Vec<Diagnostic>) {
        let references = self.rules.iter().flat_map(|rule| &rule.imported.references);
        let mut known: Vec<String> = references.map(|own| deploy_time::name(own).to_owned()).collect();
        known.sort();
        known.dedup();
        for value in values.iter().filter(|value| !known.contains(&value.name.text)) {
            found.push(problems::unknown_value(&value.name, &known));
        }
    }

    /// Takes the rules that an entry names, each once.
    fn add(
        &mut self,
        source: &RuleSource,
        read: &ReadPath,
        values: &[GivenValue],
        found: &mut Vec<Diagnostic>,
    ) {
        let RuleSource { path, rule } = source;
        let wanted: Vec<&LoadedRule> = match rule {
            None => read.rules.iter().collect(),
            Some(name) => {
                let places = read.called.get(name).map(Vec::as_slice).unwrap_or_default();
                places.iter().filter_map(|at| read.rules.get(*at)).collect()
            }
        };
        if let Some((file, why)) = &read.broken {
            found.push(problems::no_rule(file, Some(why), path.span));
        } else if wanted.is_empty() {
            match rule {
                Some(rule) if !read.rules.is_empty() => {
                    let known: Vec<String> = read.rules.iter().map(|own| own.name.clone()).collect();
                    found.push(problems::unknown_rule(
                        &Placed { text: rule.clone(), span: path.span },
                        &known,
                    ));
                }
                _ if read.some => found.push(problems::no_rule(&path.text, None, path.span)),
                _ => {}
            }
        }
        for own in wanted {
            if self.kept.insert((own.file.clone(), own.names.clone())) {
                self.push(LoadedRule { draft: with_values(&own.draft, values), ..own.clone() });
            }
        }
    }

    /// The rule that a test names.
    pub(crate) fn named(&self, name: &Placed) -> Result<usize, Box<Diagnostic>> {
        match self.called.get(&name.text).map(Vec::as_slice).unwrap_or_default() {
            [at] => Ok(*at),
            [] => {
                let known: Vec<String> = self.rules.iter().map(|rule| rule.name.clone()).collect();
                Err(Box::new(problems::unknown_rule(name, &known)))
            }
            several => {
                let rules = several.iter().filter_map(|at| self.rules.get(*at));
                Err(Box::new(problems::several_rules(name, rules.map(|rule| rule.file.clone()).collect())))
            }
        }
    }
}

/// AWS's answer to a rule's pattern, where it refuses it.
pub(crate) fn refusal(rule: &LoadedRule, span: Span) -> Option<Diagnostic> {
    let report = explain(&rule.draft.pattern, "{}", rule.draft.dialect, Lang::En);
    let answer = report.aws_error?;
    Some(problems::refused_pattern(&rule.name, answer, span))
}

pub(crate) fn paths(path: &Placed, files: &dyn Files, found: &mut Vec<Diagnostic>) -> Vec<String> {
    match files.paths(&path.text) {
        Ok(paths) if paths.is_empty() => found.push(problems::no_file(path)),
        Ok(paths) => return paths,
        Err(why) => found.push(problems::unreadable(&path.text, &why, path.span)),
    }
    Vec::new()
}
