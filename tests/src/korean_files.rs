//! What import and export say in Korean, beside the English: as many notes and losses, the same code, the same places.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod pairs;
mod style;

use pairs::Texts;
use proc_macro2::{TokenStream, TokenTree};
use rulepad_workbench::{
    Draft, Export, Format, Input, NamedText, TargetKind, examples, export, gallery, hurting_examples, import,
    import_files,
};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Longer texts are those of tests about length.
const LONGEST: usize = 20_000;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files of a folder.
fn files(folder: &str) -> Vec<NamedText> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap();
    let mut found: Vec<NamedText> = entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            NamedText { name, text: std::fs::read_to_string(path).unwrap() }
        })
        .collect();
    found.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(!found.is_empty(), "{folder}");
    found
}

/// The files that are imported and exported in tests.
fn recorded() -> Vec<NamedText> {
    ["tests/export/templates", "tests/export/references", "tests/export/again", "crates/import/testdata"]
        .into_iter()
        .flat_map(files)
        .collect()
}

/// Texts that the tests of the readers have in their sources, among them every kind of text that cannot be read.
fn inputs() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let packages = ["import", "cloudformation", "terraform", "write-back"];
    let mut open: Vec<PathBuf> =
        packages.iter().map(|name| root().join("crates").join(name).join("src")).collect();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|own| own == "rs") {
            literals(std::fs::read_to_string(path).unwrap().parse().unwrap(), &mut found);
        }
    }
    found.retain(|text| text.len() <= LONGEST && text.contains(['{', ':', '=']));
    assert!(found.len() > 1_000, "{}", found.len());
    found
}

/// The texts of all string literals.
fn literals(stream: TokenStream, found: &mut BTreeSet<String>) {
    for token in stream {
        match token {
            TokenTree::Group(group) => literals(group.stream(), found),
            TokenTree::Literal(literal) => {
                let written = literal.to_string();
                if let Some(raw) = written.strip_prefix('r') {
                    found.extend(
                        raw.trim_matches('#')
                            .get(1..)
                            .and_then(|rest| rest.strip_suffix('"'))
                            .map(str::to_owned),
                    );
                } else if let Some(text) = written.strip_prefix('"') {
                    found.extend(text.strip_suffix('"').map(unescaped));
                }
            }
            _ => {}
        }
    }
}

/// What a literal of Rust stands for.
fn unescaped(written: &str) -> String {
    let mut out = String::new();
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let mut chars = after.chars();
        let mark = chars.next().unwrap();
        rest = chars.as_str();
        match mark {
            'n' => out.push('\n'),
            't' => out.push('\t'),
            'r' => out.push('\r'),
            '0' => out.push('\0'),
            '\n' => rest = rest.trim_start(),
            'x' => {
                let (code, after) = rest.split_at(2);
                out.push(u8::from_str_radix(code, 16).unwrap().into());
                rest = after;
            }
            'u' => {
                let (code, after) = rest.trim_start_matches('{').split_once('}').unwrap();
                out.extend(char::from_u32(u32::from_str_radix(code, 16).unwrap()));
                rest = after;
            }
            other => out.push(other),
        }
    }
    out + rest
}

#[test]
fn literals_are_read_as_the_compiler_does() {
    assert_eq!(unescaped("a\\n\\\"\\\\ \\u{e9}\\x41\\\n   b"), "a\n\"\\ \u{e9}Ab");
}

/// The drafts that are exported: those of all menus, of recorded files, and of every kind of target with an input that some
/// format cannot carry.
fn drafts() -> Vec<Draft> {
    let shown = examples().into_iter().chain(gallery().unwrap());
    let mut drafts: Vec<Draft> = shown.map(|example| example.draft).collect();
    for file in recorded() {
        let rules = import(&file.text, rulepad_workbench::Lang::En).rules;
        drafts.extend(rules.iter().map(|rule| rule.onto(&Draft::default())));
    }
    let kinds = TargetKind::ALL.iter().map(|kind| {
        let mut target = kind.sample("us-east-1", "123456789012");
        target.input = Input::Transformer { paths: String::new(), template: "\"<a>".to_owned() };
        target.dead_letter_arn = "no ARN".to_owned();
        Draft { pattern: "{\"a\": [1]}".to_owned(), targets: vec![target], ..Draft::default() }
    });
    drafts.extend(kinds);
    drafts.push(Draft::default());
    drafts
}

#[test]
fn exports_say_the_same_in_both_languages() {
    let mut texts = Texts::default();
    let hurting = hurting_examples().into_iter().map(|example| example.draft);
    for draft in drafts().into_iter().chain(hurting) {
        for format in Format::ALL {
            texts.add(&draft, |lang| export(&draft, format, lang));
        }
    }
    texts.check(300);
}

#[test]
fn imports_say_the_same_in_both_languages() {
    let mut texts = Texts::default();
    for draft in drafts() {
        for format in Format::ALL {
            if let Export::Ready(file) = export(&draft, format, rulepad_workbench::Lang::En) {
                texts.add(&file.text, |lang| import(&file.text, lang));
            }
        }
    }
    for text in inputs() {
        texts.add(&text, |lang| import(&text, lang));
    }
    for file in recorded() {
        texts.add(&file.text, |lang| import(&file.text, lang));
        // Cut anywhere, it is a text with problems.
        for part in 1..8 {
            let count = file.text.chars().count() * part / 8;
            let cut: String = file.text.chars().take(count).collect();
            texts.add(&cut, |lang| import(&cut, lang));
        }
    }
    let all = recorded();
    texts.add(&all, |lang| import_files(&all, lang));
    texts.check(800);
}
