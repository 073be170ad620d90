//! Sentences have one home: no text for people outside the words files, and nothing decided by a text.
//!
//! The sources are read as tokens, without comments, attributes and tests. A crate joins a list here once its
//! messages are data.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

#[path = "tokens.rs"]
mod tokens;

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use std::path::Path;
use tokens::{attribute, content, each_literal, is_text, is_words, place, shipped, sources, tokens};

/// Crates whose sentences are all in their words files.
const WORDED: [&str; 24] = [
    "crates/jsonata",
    "crates/migrate",
    "crates/subscriber-export",
    "crates/subscriber-import",
    "web",
    "crates/subscriber",
    "crates/subscriber-workbench",
    "crates/document",
    "crates/pattern",
    "crates/import",
    "crates/terraform",
    "crates/cloudformation",
    "crates/event-log",
    "crates/event",
    "crates/transformer",
    "crates/rule",
    "crates/verify",
    "crates/export",
    "crates/write-back",
    "crates/workbench",
    "crates/samples",
    "crates/docs",
    "crates/python",
    "crates/cli",
];

/// Texts of exported files, their comments among them: they are English in every language. What is said beside a file
/// is a `Loss` or a `Note`, which has no text, so none can hide here.
const OF_FILES: [&str; 2] = ["crates/export/src/formats", "crates/subscriber-export/src/formats"];

/// What the command prints for `rulepad help …`: it is English, and says so.
const HELP_PAGE: &str = "usage: rulepad ";

/// What Korean words look for in the catalogue, which is English: nobody reads it.
const OF_SEARCH: &str = "crates/samples/src/korean.rs";

/// Where code is compared with a code by its enum alone, and never with a message.
const TYPED: [&str; 22] = [
    "crates/jsonata",
    "crates/migrate",
    "crates/subscriber",
    "crates/subscriber-workbench",
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
    "crates/js-api",
    "crates/python",
    "crates/cli",
    "web",
];

/// Calls, macros and attributes whose argument is AWS's own sentence, a text for programmers, or a name of the style
/// sheet.
const NOT_WORDED: [&str; 11] = [
    "aws",
    "aws_located",
    "assert!",
    "assert_eq!",
    "assert_ne!",
    "debug_assert!",
    "panic!",
    "class=",
    "classes!",
    "last_in_field",
    "newest_in_field",
];

/// Attributes of the page's elements and components that are read or heard.
const LABELS: [&str; 8] =
    ["title", "label", "placeholder", "close_label", "dismiss_label", "done", "failed", "more"];

/// What a label may be without words: a name that a person could type.
const EXAMPLES: [&str; 1] = ["user"];

/// Words side by side that belong to a programming language or a shell.
const OF_LANGUAGES: [&str; 11] = [
    "TAP version 14",
    "not ok",
    "as const",
    "Object: null prototype",
    "from 'cdktf'",
    "from cdktf",
    "import pulumi",
    "export default",
    "export const ",
    "sudo aws ",
    "allow-scripts allow-popups allow-popups-to-escape-sandbox",
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
        for file in sources(folder).into_iter().filter(|file| !is_words(file) && !is_of_files(file)) {
            read += 1;
            each_literal(&tokens(&file), &mut Vec::new(), &mut |literal, calls| {
                let text = content(literal);
                let known = OF_LANGUAGES.contains(&text.as_str()) || text.contains(HELP_PAGE);
                if !known && is_prose(&text) && !calls.iter().any(|call| NOT_WORDED.contains(&call.as_str()))
                {
                    found.push(format!("{}: {text}", place(&file, literal)));
                }
            });
        }
    }
    assert!(read > 300, "only {read} files were read");
    assert!(found.is_empty(), "these belong into words files:\n{}", found.join("\n"));
}

#[test]
fn labels_of_the_page_are_texts() {
    let mut found = Vec::new();
    let mut read = 0;
    for file in sources("web").into_iter().filter(|file| !is_words(file)) {
        read += 1;
        each_label(&tokens(&file), &mut |literal| {
            let text = content(literal);
            if is_label(&text) && !EXAMPLES.contains(&text.as_str()) {
                found.push(format!("{}: {text}", place(&file, literal)));
            }
        });
    }
    assert!(read > 150, "only {read} files were read");
    assert!(found.is_empty(), "these belong into words files:\n{}", found.join("\n"));
}

#[test]
fn labels_are_found_in_markup() {
    let found = |source: &str| {
        let mut found = Vec::new();
        let tokens: Vec<TokenTree> = source.parse::<TokenStream>().unwrap().into_iter().collect();
        each_label(&tokens, &mut |literal| found.push(content(literal)));
        found
    };
    assert_eq!(
        found(r#"html! { <a title="Go" class="x">{ "Add" }<b aria-label="Name" /></a> }"#),
        ["Go", "Add", "Name"]
    );
    assert_eq!(
        found(r#"html! { <a aria-pressed={if on { "true" } else { "false" }} id={"x"} /> }"#),
        [""; 0]
    );
    assert!(
        is_label("Add") && is_label("Try it…") && !is_label("✕") && !is_label("$.detail") && !is_label("a-b")
    );
}

#[test]
fn nothing_is_decided_by_a_text() {
    let mut codes = rulepad_workbench::codes();
    codes.extend(rulepad_subscriber::codes());
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
fn every_language_has_its_own_words() {
    let mut packages = vec!["web".to_owned()];
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates")).unwrap() {
        packages.push(format!("crates/{}", entry.unwrap().file_name().to_string_lossy()));
    }
    let mut found = Vec::new();
    let mut read = 0;
    for file in packages.iter().flat_map(|package| sources(package)) {
        read += 1;
        let korean = file.iter().any(|part| part.to_string_lossy().starts_with("words_ko"));
        for fault in shared(&tokens(&file), korean) {
            found.push(format!("{}: {fault}", file.display()));
        }
    }
    assert!(read > 500, "only {read} files were read");
    assert!(found.is_empty(), "each language needs an arm and words of its own:\n{}", found.join("\n"));
}

#[test]
fn shared_words_are_found() {
    let found = |source: &str, korean: bool| {
        let tokens: Vec<TokenTree> = source.parse::<TokenStream>().unwrap().into_iter().collect();
        shared(&tokens, korean)
    };
    let both = "languages in one arm";
    assert_eq!(found("match lang { Lang::En | Lang::Ko(_) => a }", false), [both]);
    assert_eq!(found("f(|| match lang { Lang::Ko(_) | document::Lang::En => a })", false), [both]);
    assert_eq!(found("match lang { Lang::En => a, Lang::Ko(_) => b }", true), ["words of English in Korean"]);
    assert_eq!(found("words_en::say()", true), ["words of English in Korean"]);
    assert_eq!(
        found("match lang { Lang::En => words_en::say(), Lang::Ko(_) => words_ko::say() }", false),
        [""; 0]
    );
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

/// Where a language has no words of its own: `Lang::En | Lang::Ko(_)`, and English in the words of Korean.
fn shared(tokens: &[TokenTree], korean: bool) -> Vec<&'static str> {
    let is_name = |at: Option<usize>, names: &[&str]| {
        let token = at.and_then(|at| tokens.get(at));
        matches!(token, Some(TokenTree::Ident(own)) if names.contains(&own.to_string().as_str()))
    };
    let is_mark = |at: usize, mark: char| matches!(tokens.get(at), Some(TokenTree::Punct(own)) if own.as_char() == mark);
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            found.extend(shared(&shipped(group.stream()), korean));
        }
        let lang = is_name(at.checked_sub(3), &["Lang"]) && is_name(Some(at), &["En", "Ko"]);
        let end = at + 1 + usize::from(matches!(tokens.get(at + 1), Some(TokenTree::Group(_))));
        if lang && is_mark(end, '|') && !is_mark(end + 1, '|') {
            found.push("languages in one arm");
        }
        let english = (lang && is_name(Some(at), &["En"])) || is_name(Some(at), &["words_en"]);
        if korean && english {
            found.push("words of English in Korean");
        }
    }
    found
}

/// Whether the texts of a file are those of exported files, or of a search.
fn is_of_files(file: &Path) -> bool {
    OF_FILES.iter().chain([&OF_SEARCH]).any(|own| file.to_string_lossy().contains(own))
}

/// Visits the literals that a person reads or hears in markup: children of elements, and the attributes that are labels.
fn each_label(tokens: &[TokenTree], visit: &mut impl FnMut(&Literal)) {
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Literal(literal)
                if is_text(literal)
                    && attribute(tokens, at).is_some_and(|name| LABELS.contains(&name.as_str())) =>
            {
                visit(literal);
            }
            TokenTree::Group(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let is_child = group.delimiter() == Delimiter::Brace
                    && match at.checked_sub(1).and_then(|before| tokens.get(before)) {
                        Some(TokenTree::Punct(mark)) => mark.as_char() == '>',
                        Some(TokenTree::Group(before)) => before.delimiter() == Delimiter::Brace,
                        _ => false,
                    };
                match &*inner {
                    [TokenTree::Literal(literal)] if is_child && is_text(literal) => visit(literal),
                    _ => each_label(&shipped(group.stream()), visit),
                }
            }
            _ => {}
        }
    }
}

/// Whether a text is one or more words, and no sample of code.
fn is_label(text: &str) -> bool {
    let is_word = |part: &str| part.chars().all(|c| c.is_alphabetic() || ",.…:?!’'".contains(c));
    text.chars().any(char::is_alphabetic) && text.split_whitespace().all(is_word)
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
