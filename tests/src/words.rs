//! The words that Rulepad does not use, in texts that people read.
//!
//! Sentences of AWS are no words of ours: they are not in the files that are read here.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

#[path = "tokens.rs"]
mod tokens;

use std::path::Path;
use tokens::{content, each_literal, is_words, place, sources, tokens};

/// Words and phrases with a plainer one in their place, as whole words; the comment says which.
const NOT_USED: [&str; 29] = [
    // fix
    "mend",
    "mends",
    "mended",
    "mending",
    // report, show, print, describe
    "tells",
    "told",
    // is, appears, is written
    "stand",
    "stands",
    // its, separate, dedicated
    "of its own",
    "of their own",
    // instead of
    "in the place of",
    // undo
    "take back",
    "taken back",
    // discard, drop
    "give up",
    "gives up",
    "given up",
    // checked with, validated by
    "held by",
    // rejects
    "bites",
    // with a warning
    "loudly",
    // again
    "anew",
    // loaded, available
    "at hand",
    // start with
    "begin with",
    "begins with",
    // a different spelling
    "written otherwise",
    // requires, expects
    "wants",
    // breaks
    "hurt",
    "hurts",
    // errors
    "mistake",
    "mistakes",
];

/// Where one of them is right: a name of an earlier version in quotes, and what a thing owns.
const ALLOWED: [&str; 2] = ["\"Mend all\" is \"Fix all\"", "the name of its own rule"];

/// Documents for people.
const DOCUMENTS: [&str; 3] = ["README.md", "CHANGELOG.md", "ARCHITECTURE.md"];

#[test]
fn texts_use_plain_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = Vec::new();
    for name in DOCUMENTS {
        let text = std::fs::read_to_string(root.join(name)).unwrap();
        for (at, line) in text.lines().enumerate() {
            for word in not_used(line) {
                found.push(format!("{name}:{}: {word}", at + 1));
            }
        }
    }
    let mut packages = vec!["web".to_owned()];
    for entry in std::fs::read_dir(root.join("crates")).unwrap() {
        packages.push(format!("crates/{}", entry.unwrap().file_name().to_string_lossy()));
    }
    let mut read = 0;
    for file in packages.iter().flat_map(|package| sources(package)).filter(|file| is_words(file)) {
        read += 1;
        each_literal(&tokens(&file), &mut Vec::new(), &mut |literal, _| {
            for word in not_used(&content(literal)) {
                found.push(format!("{}: {word}", place(&file, literal)));
            }
        });
    }
    assert!(read > 60, "only {read} words files were read");
    assert!(found.is_empty(), "use plainer words:\n{}", found.join("\n"));
}

#[test]
fn whole_words_are_found() {
    assert_eq!(not_used("it stands at hand, told"), ["told", "stands", "at hand"]);
    assert_eq!(not_used("Begins with a sample"), ["begins with"]);
    for fine in ["a stand-in", "`stands`", "{wants}", "standard", "an amendment"] {
        assert_eq!(not_used(fine), [""; 0], "{fine}");
    }
    assert!(ALLOWED.iter().all(|allowed| not_used(allowed).is_empty()));
}

/// The words of the list in a text, without those in backticks and placeholders.
fn not_used(text: &str) -> Vec<&'static str> {
    let mut text = text.to_owned();
    for allowed in ALLOWED {
        text = text.replace(allowed, "");
    }
    let mut plain = String::from(" ");
    let (mut quoted, mut depth) = (false, 0_usize);
    for c in text.chars() {
        match c {
            '`' => quoted = !quoted,
            _ if quoted => {}
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            c if c.is_alphanumeric() || matches!(c, '-' | '_' | '\'' | '’') => {
                plain.extend(c.to_lowercase())
            }
            _ if plain.ends_with(' ') => {}
            _ => plain.push(' '),
        }
    }
    plain.push(' ');
    NOT_USED.into_iter().filter(|word| plain.contains(&format!(" {word} "))).collect()
}
