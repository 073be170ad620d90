//! The rules and events that a test file points at.

use crate::deploy_time::{self, with_values};
use crate::diagnostics::{self as problems, Diagnostic};
use crate::own_file::numbered;
use crate::read::sample_id;
use crate::test_file::{EventSource, GivenValue, Placed, RuleSource, TestFile};
use rulepad_document::{Lang, Severity, Span, diagnostic::worded};
use rulepad_workbench::catalogue::Catalogue;
use rulepad_workbench::{
    Brings, Dialect, Draft, LineIndex, NamedText, Understood, explain, import_files, paste,
};
use std::collections::BTreeMap;

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

/// An event under test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadedEvent {
    /// Its path or id; the number behind it where a file has several.
    pub name: String,
    /// Its JSON text.
    pub text: String,
}

/// What a test file points at.
#[derive(Default)]
pub struct Loaded {
    /// The rules, in the order of the file.
    pub rules: Vec<LoadedRule>,
    /// What the imports of the files report beside the rules.
    pub(crate) reported: Vec<Diagnostic>,
    texts: BTreeMap<String, String>,
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
    RulesReading { rules: loaded.rules, diagnostics: worded(found, lang) }
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
        let text = loaded.texts.get(&self.file)?;
        let own = self.understood.as_ref()?.place_in_text(text, &self.draft.pattern, span)?;
        Some(file_place(&self.file, text, own))
    }
}

/// A place of a text as line and column.
pub(crate) fn file_place(file: &str, text: &str, span: Span) -> FilePlace {
    let at = LineIndex::new(text).position(span.range().start);
    FilePlace { file: file.to_owned(), line: at.line, column: at.column }
}

impl Loaded {
    /// Reads the rules of a test file.
    pub(crate) fn rules(file: &TestFile, files: &dyn Files, lang: Lang, found: &mut Vec<Diagnostic>) -> Self {
        let mut loaded = Self::default();
        for source in &file.rules {
            loaded.add(source, &file.values, files, lang, found);
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
        Self { rules: drafts.into_iter().enumerate().map(rule).collect(), ..Self::default() }
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

    fn add(
        &mut self,
        source: &RuleSource,
        values: &[GivenValue],
        files: &dyn Files,
        lang: Lang,
        found: &mut Vec<Diagnostic>,
    ) {
        let RuleSource { path, rule } = source;
        let mut texts = Vec::new();
        for own in paths(path, files, found) {
            match files.read(&own) {
                Ok(text) => texts.push(NamedText { name: own, text }),
                Err(why) => found.push(problems::unreadable(&own, &why, path.span)),
            }
        }
        let read = import_files(&texts, lang);
        let mut some = false;
        let mut known = Vec::new();
        for file in &read.files {
            let mut reported =
                file.import.diagnostics.iter().filter(|found| found.severity != Severity::Note);
            if file.import.is_without_rules() {
                // Of several files, some are other parts of a template or a configuration.
                if let Some(broken) = reported.next().filter(|_| texts.len() == 1) {
                    found.push(problems::no_rule(&file.name, Some(&broken.message), path.span));
                    some = true;
                }
                continue;
            }
            let text = texts.iter().find(|text| text.name == file.name).map_or("", |text| &text.text);
            self.reported.extend(reported.map(|found| {
                let place = file_place(&file.name, text, found.span());
                problems::import(found.severity, place, &found.message, path.span)
            }));
            for own in &file.import.rules {
                let draft = own.onto(&Draft::default());
                if draft.pattern.trim().is_empty() {
                    continue;
                }
                let names = names(own, &draft, &file.name);
                known.extend(names.first().cloned());
                let wanted = rule.as_ref().is_none_or(|wanted| names.contains(wanted));
                if !wanted {
                    continue;
                }
                some = true;
                if self.has(&file.name, &names) {
                    continue;
                }
                self.rules.push(LoadedRule {
                    name: names.first().cloned().unwrap_or_default(),
                    names,
                    file: file.name.clone(),
                    draft: with_values(&draft, values),
                    imported: draft,
                    understood: Some(own.clone()),
                });
            }
        }
        self.texts.extend(texts.into_iter().map(|text| (text.name, text.text)));
        if let Some(rule) = rule.as_ref().filter(|_| !some && !known.is_empty()) {
            found.push(problems::unknown_rule(&Placed { text: rule.clone(), span: path.span }, &known));
        } else if !some && !read.files.is_empty() {
            found.push(problems::no_rule(&path.text, None, path.span));
        }
    }

    fn has(&self, file: &str, names: &[String]) -> bool {
        self.rules.iter().any(|rule| rule.file == file && rule.names == names)
    }

    /// The rule that a test names.
    pub(crate) fn named(&self, name: &Placed) -> Result<usize, Box<Diagnostic>> {
        let called = |rule: &&(usize, &LoadedRule)| rule.1.names.contains(&name.text);
        let all: Vec<(usize, &LoadedRule)> = self.rules.iter().enumerate().collect();
        let found: Vec<_> = all.iter().filter(called).collect();
        match found[..] {
            [(at, _)] => Ok(*at),
            [] => {
                let known: Vec<String> = self.rules.iter().map(|rule| rule.name.clone()).collect();
                Err(Box::new(problems::unknown_rule(name, &known)))
            }
            _ => {
                let places = found.iter().map(|(_, rule)| rule.file.clone()).collect();
                Err(Box::new(problems::several_rules(name, places)))
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

fn paths(path: &Placed, files: &dyn Files, found: &mut Vec<Diagnostic>) -> Vec<String> {
    match files.paths(&path.text) {
        Ok(paths) if paths.is_empty() => found.push(problems::no_file(path)),
        Ok(paths) => return paths,
        Err(why) => found.push(problems::unreadable(&path.text, &why, path.span)),
    }
    Vec::new()
}

/// The events that a source stands for.
pub(crate) fn events(
    source: &EventSource,
    dialect: Dialect,
    files: &dyn Files,
    samples: Option<&Catalogue>,
    lang: Lang,
    found: &mut Vec<Diagnostic>,
) -> Vec<LoadedEvent> {
    match source {
        EventSource::Inline { text, .. } => {
            vec![LoadedEvent { name: String::new(), text: text.clone() }]
        }
        EventSource::Loaded { name, text, .. } => {
            vec![LoadedEvent { name: name.clone(), text: text.clone() }]
        }
        EventSource::Sample(own) => {
            let id = sample_id(&own.text);
            let all = samples.map(|all| all.events.as_slice()).unwrap_or_default();
            match all.iter().find(|sample| sample.id == id) {
                Some(sample) => vec![LoadedEvent { name: own.text.clone(), text: sample.event.clone() }],
                None => {
                    let known = all.iter().map(|sample| sample.id.as_str());
                    found.push(problems::unknown_sample(own, id, known));
                    Vec::new()
                }
            }
        }
        EventSource::File(own) => {
            let paths = paths(own, files, found);
            paths.iter().flat_map(|path| of_file(path, own.span, dialect, files, lang, found)).collect()
        }
    }
}

fn of_file(
    path: &str,
    span: Span,
    dialect: Dialect,
    files: &dyn Files,
    lang: Lang,
    found: &mut Vec<Diagnostic>,
) -> Vec<LoadedEvent> {
    let text = match files.read(path) {
        Ok(text) => text,
        Err(why) => {
            found.push(problems::unreadable(path, &why, span));
            return Vec::new();
        }
    };
    let pasted = paste(&text, "", dialect, lang);
    if let Some(broken) = pasted.problems.iter().find(|found| found.is_error()) {
        let at = file_place(path, &text, broken.span());
        let why = format!("{}:{}:{}: {}", at.file, at.line, at.column, broken.message);
        found.push(problems::unreadable(path, &why, span));
        return Vec::new();
    }
    let several = pasted.events.len() > 1;
    let named = |(at, text): (usize, String)| LoadedEvent {
        name: if several { format!("{path}[{at}]") } else { path.to_owned() },
        text,
    };
    let all: Vec<LoadedEvent> =
        pasted.events.into_iter().map(|event| event.text).enumerate().map(named).collect();
    if all.is_empty() {
        found.push(problems::no_event(path, span));
    }
    all
}
