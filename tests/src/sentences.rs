//! Sentences have one home: no text for people outside the words files, and nothing decided by a text.
//!
//! The sources are read as tokens, without comments, attributes and tests. A crate joins a list here once its
//! messages are data.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use std::path::{Path, PathBuf};

/// Crates whose sentences are all in their words files.
const WORDED: [&str; 9] = [
    "crates/document",
    "crates/pattern",
    "crates/import",
    "crates/terraform",
    "crates/cloudformation",
    "crates/event-log",
    "crates/event",
    "crates/transformer",
    "crates/rule",
];

/// Where code is compared with a code by its enum alone, and never with a message.
const TYPED: [&str; 17] = [
    "crates/import",
    "crates/rule",
    "crates/workbench",
    "crates/event-log",
    "crates/cloudformation",
    "crates/terraform",
    "crates/export",
    "crates/write-back",
    "crates/document",
    "crates/pattern",
    "crates/event",
    "crates/transformer",
    "crates/ruleset",
    "crates/samples",
    "crates/cli",
    "crates/js-api",
    "web",
];

/// Calls whose argument is AWS's own sentence, or a text for programmers.
const NOT_WORDED: [&str; 7] =
    ["aws", "aws_located", "assert!", "assert_eq!", "assert_ne!", "debug_assert!", "panic!"];

/// Words side by side that belong to a programming language or a shell.
const OF_LANGUAGES: [&str; 8] = [
    "as const",
    "Object: null prototype",
    "from 'cdktf'",
    "from cdktf",
    "import pulumi",
    "export default",
    "export const ",
    "sudo aws ",
];

/// What a diagnostic is about is asked of its code, its role or its reason, never of these.
const TEXTS: [&str; 6] = ["code", "message", "sentence", "headline", "summary", "help"];

/// Ways to look into a text.
const LOOKS: [&str; 8] =
    ["starts_with", "ends_with", "contains", "split", "split_once", "strip_prefix", "strip_suffix", "find"];

#[test]
fn no_sentence_outside_the_words_files() {
    let mut found = Vec::new();
    let mut read = 0;
    for folder in WORDED {
        for file in sources(folder).into_iter().filter(|file| !is_words(file)) {
            read += 1;
            each_literal(&tokens(&file), &mut Vec::new(), &mut |literal, calls| {
                let text = content(literal);
                let known = OF_LANGUAGES.contains(&text.as_str());
                if !known && is_prose(&text) && !calls.iter().any(|call| NOT_WORDED.contains(&call.as_str()))
                {
                    found.push(format!("{}: {text}", place(&file, literal)));
                }
            });
        }
    }
    assert!(read > 80, "only {read} files were read");
    assert!(found.is_empty(), "these belong into words files:\n{}", found.join("\n"));
}

#[test]
fn nothing_is_decided_by_a_text() {
    let codes = rulepad_workbench::codes();
    let mut found = Vec::new();
    let mut read = 0;
    for folder in TYPED {
        for file in sources(folder) {
            read += 1;
            let tokens = tokens(&file);
            let mut report = |literal: &Literal| {
                found.push(format!("{}: {}", place(&file, literal), content(literal)));
            };
            compared(&tokens, &mut report);
            // The enums of codes are where their names are.
            if file.file_name().is_some_and(|name| name != "code.rs") {
                each_literal(&tokens, &mut Vec::new(), &mut |literal, _| {
                    let text = content(literal);
                    let station = text.ends_with('.') && codes.iter().any(|code| code.starts_with(&text));
                    if station || codes.contains(&text.as_str()) {
                        report(literal);
                    }
                });
            }
        }
    }
    assert!(read > 250, "only {read} files were read");
    assert!(found.is_empty(), "compare codes with `is`, and data instead of texts:\n{}", found.join("\n"));
}

#[test]
fn prose_is_told_from_code() {
    for text in [
        "an empty list",
        "`{name}` is not an operator",
        "write `{text}` instead of it",
        "The rule, which is broken.",
        "it's here",
    ] {
        assert!(is_prose(text), "{text}");
    }
    for text in [
        "{\"numeric\": [\">\", 0, \"<=\", 100]}",
        "{name} starts {}",
        "`an empty list`",
        "equals-ignore-case",
        "[{",
        "source",
        ", ",
        "detail.build-status",
    ] {
        assert!(!is_prose(text), "{text}");
    }
}

/// The Rust files of a package, without those of tests.
fn sources(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder).join("src");
    let (mut open, mut files) = (vec![root], Vec::new());
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && name != "tests" {
                open.push(path);
            } else if path.extension().is_some_and(|own| own == "rs") && !name.ends_with("tests") {
                files.push(path);
            }
        }
    }
    files
}

/// Whether a file, or its folder, holds words of a language, or AWS's own.
fn is_words(file: &Path) -> bool {
    file.iter().any(|part| {
        let part = part.to_string_lossy();
        part.starts_with("words") || part == "aws.rs" || part == "fault"
    })
}

fn tokens(file: &Path) -> Vec<TokenTree> {
    let text = std::fs::read_to_string(file).unwrap();
    shipped(text.parse().unwrap())
}

/// Tokens without attributes, and without the items that are compiled for tests only.
fn shipped(stream: TokenStream) -> Vec<TokenTree> {
    let mut out = Vec::new();
    let mut rest = stream.into_iter().peekable();
    while let Some(token) = rest.next() {
        let TokenTree::Punct(punct) = &token else {
            out.push(token);
            continue;
        };
        let inner = punct.as_char() == '#'
            && rest.next_if(|next| matches!(next, TokenTree::Punct(own) if own.as_char() == '!')).is_some();
        let is_attribute =
            |next: &TokenTree| matches!(next, TokenTree::Group(own) if own.delimiter() == Delimiter::Bracket);
        match rest.next_if(|next| punct.as_char() == '#' && is_attribute(next)) {
            Some(attribute) if !inner && attribute.to_string().replace(' ', "") == "[cfg(test)]" => {
                for token in rest.by_ref() {
                    let body = matches!(&token, TokenTree::Group(own) if own.delimiter() == Delimiter::Brace);
                    let end = matches!(&token, TokenTree::Punct(own) if own.as_char() == ';');
                    if body || end {
                        break;
                    }
                }
            }
            Some(_) => {}
            None => out.push(token),
        }
    }
    out
}

/// Visits each string literal with the calls and macros it is an argument of, outermost first.
fn each_literal(tokens: &[TokenTree], calls: &mut Vec<String>, visit: &mut impl FnMut(&Literal, &[String])) {
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Literal(literal) if is_text(literal) => visit(literal, calls),
            TokenTree::Group(group) => {
                let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
                let call = match (before(2), before(1)) {
                    (Some(TokenTree::Ident(name)), Some(TokenTree::Punct(mark))) if mark.as_char() == '!' => {
                        Some(format!("{name}!"))
                    }
                    (_, Some(TokenTree::Ident(name))) if group.delimiter() == Delimiter::Parenthesis => {
                        Some(name.to_string())
                    }
                    _ => None,
                };
                let depth = calls.len();
                calls.extend(call);
                each_literal(&shipped(group.stream()), calls, visit);
                calls.truncate(depth);
            }
            _ => {}
        }
    }
}

/// Visits the literals that a code or a message is compared with, or searched for.
fn compared(tokens: &[TokenTree], visit: &mut impl FnMut(&Literal)) {
    let is_one = |token: Option<&TokenTree>, names: &[&str]| matches!(token, Some(TokenTree::Ident(name)) if names.contains(&name.to_string().as_str()));
    let mark = |token: Option<&TokenTree>| match token {
        Some(TokenTree::Punct(mark)) => mark.as_char(),
        _ => ' ',
    };
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            compared(&shipped(group.stream()), visit);
        }
        // A field is behind a point.
        if !is_one(Some(token), &TEXTS) || at == 0 || mark(tokens.get(at - 1)) != '.' {
            continue;
        }
        // The code of a key of the keyboard has no point and no dash.
        let keys = is_one(Some(token), &["code"]);
        let mut check = |literal: &Literal| {
            if !keys || content(literal).contains(['.', '-']) {
                visit(literal);
            }
        };
        let next = |ahead: usize| tokens.get(at + ahead);
        match (mark(next(1)), mark(next(2)), next(3)) {
            ('=' | '!', '=', Some(TokenTree::Literal(literal))) if is_text(literal) => check(literal),
            ('.', _, Some(TokenTree::Group(arguments))) if is_one(next(2), &LOOKS) => {
                each_literal(&shipped(arguments.stream()), &mut Vec::new(), &mut |literal, _| check(literal));
            }
            _ => {}
        }
    }
}

fn is_text(literal: &Literal) -> bool {
    let text = literal.to_string();
    text.starts_with('"') || text.starts_with("r\"") || text.starts_with("r#")
}

fn content(literal: &Literal) -> String {
    let text = literal.to_string();
    let raw = text.trim_start_matches('r').trim_matches('#');
    raw.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(raw).replace("\\\"", "\"")
}

fn place(file: &Path, literal: &Literal) -> String {
    let file = file.to_string_lossy();
    let short = file.rsplit_once("/../").map_or(&*file, |(_, short)| short);
    format!("{short}:{}", literal.span().start().line)
}

/// Whether a text has two words side by side, outside backticks and placeholders.
fn is_prose(text: &str) -> bool {
    let mut plain = String::new();
    let (mut quoted, mut depth) = (false, 0_usize);
    for c in text.chars() {
        match c {
            '`' => quoted = !quoted,
            _ if quoted => {}
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    let word = |part: &str| {
        let part = part.trim_end_matches([',', '.', ';', ':', '!', '?', ')']).trim_start_matches('(');
        part.len() > 1 && part.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '\'' | '-'))
    };
    let words: Vec<bool> = plain.split_whitespace().map(word).collect();
    words.windows(2).any(|pair| pair == [true, true])
}
