//! The rules of the gallery as test files in `tests/rules/gallery`, each rule in one of the formats that are read;
//! `rulepad verify` runs them. `RULEPAD_BLESS=1` writes them again: with the payloads that the targets receive now, and
//! with events for every change of a pattern that no other test notices.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use rulepad_document::json::{Layout, parse, print, quote};
use rulepad_document::{Codes, Role, yaml};
use rulepad_verify::{Fate, Files, Options, Outcome, run};
use rulepad_workbench::Lang;
use rulepad_workbench::{
    Draft, Example, Export, Exported, Format, Outcome as Rendering, Verdict, evaluate, export, file, gallery,
    matching_event,
};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The formats that are read as well as written.
const READ: [Format; 6] = [
    Format::CloudFormationYaml,
    Format::Terraform,
    Format::AwsCli,
    Format::RuleJson,
    Format::CloudFormationJson,
    Format::Boto3,
];

/// How many events are added at most so that the tests of one rule notice every change.
const MOST: usize = 100;

struct Memory(BTreeMap<String, String>);

impl Files for Memory {
    fn paths(&self, pattern: &str) -> Result<Vec<String>, String> {
        Ok(self.0.contains_key(pattern).then(|| pattern.to_owned()).into_iter().collect())
    }

    fn read(&self, path: &str) -> Result<String, String> {
        self.0.get(path).cloned().ok_or_else(|| "there is no such file".to_owned())
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/rules/gallery")
}

/// The tests of one rule, to be written.
struct Tests {
    title: String,
    rule: String,
    file: String,
    matches: bool,
    /// Further events: a name, whether it must match, its text.
    more: Vec<(String, bool, String)>,
    /// By target: what is expected, as members of a mapping.
    deliveries: Vec<(String, String)>,
}

impl Tests {
    fn of(example: &Example, file: &str) -> Self {
        let draft = &example.draft;
        let report = evaluate(draft, Lang::En);
        let matches = report.verdict == Verdict::Match;
        let mut deliveries = Vec::new();
        for (target, own) in draft.targets.iter().zip(&report.targets).filter(|_| matches) {
            let expected = match own.rendered.as_ref().map(|own| &own.outcome) {
                Some(Rendering::Delivered(payload)) => {
                    let body = match parse(&payload.text, Role::Event).valid() {
                        Some(node) if node.as_str().is_none() => print(node, Layout::Compact),
                        _ => quote(&payload.text),
                    };
                    let body = if is_yaml(&body) { body } else { quote(&payload.text) };
                    format!("\"body\": {body}")
                }
                Some(Rendering::NotDelivered { .. } | Rendering::Refused { .. }) => {
                    "\"refused\": true".into()
                }
                _ => continue,
            };
            deliveries.push((target.id.clone(), expected));
        }
        Self {
            title: example.title.words(Lang::En).to_owned(),
            rule: draft.rule.name.clone(),
            file: file.to_owned(),
            matches,
            more: Vec::new(),
            deliveries,
        }
    }

    fn text(&self) -> String {
        let mut out = format!("# {}\nrulepad: 1\nrules: [{}]\ntests:\n", self.title, quote(&self.file));
        out.push_str(&format!("  - rule: {}\n", quote(&self.rule)));
        for (key, matches) in [("match", true), ("no_match", false)] {
            let more: Vec<_> = self.more.iter().filter(|own| own.1 == matches).collect();
            if self.matches != matches && more.is_empty() {
                continue;
            }
            out.push_str(&format!("    {key}:\n"));
            if self.matches == matches {
                out.push_str("      - event.json\n");
            }
            for (name, _, event) in more {
                let event = if is_yaml(event) { event.clone() } else { quote(&file_of(name)) };
                out.push_str(&format!("      - {{\"name\": {}, \"event\": {event}}}\n", quote(name)));
            }
        }
        if !self.deliveries.is_empty() {
            out.push_str("    delivers:\n");
        }
        for (target, expected) in &self.deliveries {
            out.push_str(&format!("      {}: {{\"event\": \"event.json\", {expected}}}\n", quote(target)));
        }
        out
    }
}

/// The rule in the first format from a number on that writes it.
fn written(draft: &Draft, number: usize) -> Exported {
    let formats = READ.iter().cycle().skip(number % READ.len()).take(READ.len());
    let ready = formats.filter_map(|format| match export(draft, *format, Lang::En) {
        Export::Ready(file) => Some(file),
        Export::NotYet(_) => None,
    });
    ready.into_iter().next().unwrap()
}

/// Whether a JSON text is the same in every reader of YAML.
fn is_yaml(json: &str) -> bool {
    yaml::read(json, Role::Tests).words.is_empty()
}

/// The file of an event that is not in the tests themselves.
fn file_of(name: &str) -> String {
    format!("{}.json", name.replace(|c: char| !c.is_ascii_alphanumeric(), "-"))
}

fn compact(event: &str) -> String {
    print(parse(event, Role::Event).valid().unwrap(), Layout::Compact)
}

/// Adds events until the tests notice every change of the pattern.
fn complete(tests: &mut Tests, files: &mut Memory) {
    for number in 1..MOST {
        let run = run("gallery", &tests.text(), files, Options { mutants: true, ..Options::default() });
        assert_eq!(run.diagnostics, [], "{}", tests.text());
        let survivors = run.results.survivors().map(|(_, mutant)| mutant).next();
        let Some(mutant) = survivors else {
            // Both kinds are there, whatever the pattern is.
            let rule = run.results.rules.first().unwrap();
            assert!(rule.positive > 0 && rule.negative > 0, "{}", tests.rule);
            return;
        };
        let Fate::Survived { event, matches } = &mutant.fate else { continue };
        let (name, event) = (format!("{} ({number})", mutant.field), compact(event));
        if !is_yaml(&event) {
            files.0.insert(file_of(&name), event.clone());
        }
        tests.more.push((name, *matches, event));
    }
}

#[test]
fn the_gallery_is_there_as_test_files() {
    let bless = std::env::var_os("RULEPAD_BLESS").is_some();
    let mut known = Vec::new();
    for (number, example) in gallery().unwrap().iter().enumerate() {
        let folder = folder().join(&example.id);
        let file = written(&example.draft, number);
        let (event, rule) = (format!("{}\n", example.draft.event.trim_end()), file.text.clone());
        if bless {
            let files = [(file.file_name.clone(), rule.clone()), ("event.json".to_owned(), event.clone())];
            let mut files = Memory(BTreeMap::from(files));
            let mut tests = Tests::of(example, &file.file_name);
            if !tests.matches {
                let event = compact(&matching_event(&example.draft, None, Lang::En).unwrap().event);
                tests.more.push(("changed so that it matches".to_owned(), true, event));
            }
            complete(&mut tests, &mut files);
            let _ = std::fs::remove_dir_all(&folder);
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join(format!("{}.rulepad.yaml", example.id)), tests.text()).unwrap();
            for (name, text) in files.0 {
                std::fs::write(folder.join(name), text).unwrap();
            }
        }
        let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert_eq!(read("event.json"), event, "{}", example.id);
        assert_eq!(read(&file.file_name), rule, "{}", example.id);
        assert!(folder.join(format!("{}.rulepad.yaml", example.id)).exists(), "{}", example.id);
        known.push(example.id.clone());
    }
    let mut there: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    there.sort();
    known.sort();
    assert_eq!(there, known);
}

/// A rule has the same results in every format that brings it back.
#[test]
fn verify_of_an_export_is_verify_of_the_original() {
    let mut compared = 0;
    for example in gallery().unwrap() {
        let event = ("event.json".to_owned(), example.draft.event.clone());
        let outcomes = |name: &str, text: &str| -> Vec<(String, Outcome)> {
            let files = Memory(BTreeMap::from([event.clone(), (name.to_owned(), text.to_owned())]));
            let run = run("gallery", &Tests::of(&example, name).text(), &files, Options::default());
            let codes: Vec<&str> = run.diagnostics.iter().map(|own| &*own.code).collect();
            let reported = rulepad_verify::Code::Import.name();
            assert!(codes.iter().all(|code| *code == reported), "{name} {:?}", run.diagnostics);
            run.results.checks.into_iter().map(|check| (check.event, check.outcome)).collect()
        };
        let own = file::save(&example.draft);
        let original = outcomes("own.json", &own.text);
        assert!(!original.is_empty());
        for format in READ {
            let Export::Ready(file) = export(&example.draft, format, Lang::En) else { continue };
            assert_eq!(outcomes(&file.file_name, &file.text), original, "{} as {format:?}", example.id);
            compared += 1;
        }
    }
    assert!(compared > 60, "only {compared}");
}
