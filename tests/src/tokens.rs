//! Sources as tokens, for the tests that read them.

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use std::path::{Path, PathBuf};

/// The Rust files of a package, without those of tests.
pub fn sources(folder: &str) -> Vec<PathBuf> {
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
pub fn is_words(file: &Path) -> bool {
    file.iter().any(|part| {
        let part = part.to_string_lossy();
        part.starts_with("words") || part == "aws.rs" || part == "fault"
    })
}

/// The tokens of a file that are shipped.
pub fn tokens(file: &Path) -> Vec<TokenTree> {
    let text = std::fs::read_to_string(file).unwrap();
    shipped(text.parse().unwrap())
}

/// Tokens without attributes, and without the items that are compiled for tests only.
pub fn shipped(stream: TokenStream) -> Vec<TokenTree> {
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
pub fn each_literal(
    tokens: &[TokenTree],
    calls: &mut Vec<String>,
    visit: &mut impl FnMut(&Literal, &[String]),
) {
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Literal(literal) if is_text(literal) => {
                let attribute = attribute(tokens, at);
                let depth = calls.len();
                calls.extend(attribute.map(|name| format!("{name}=")));
                visit(literal, calls);
                calls.truncate(depth);
            }
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

/// The name that the token at this place is assigned to: of an attribute, or of a variable.
pub fn attribute(tokens: &[TokenTree], at: usize) -> Option<String> {
    match (tokens.get(at.checked_sub(2)?), tokens.get(at.checked_sub(1)?)) {
        (Some(TokenTree::Ident(name)), Some(TokenTree::Punct(mark))) if mark.as_char() == '=' => {
            Some(name.to_string())
        }
        _ => None,
    }
}

/// Whether a literal is a string.
pub fn is_text(literal: &Literal) -> bool {
    let text = literal.to_string();
    text.starts_with('"') || text.starts_with("r\"") || text.starts_with("r#")
}

/// What is between the quotes.
pub fn content(literal: &Literal) -> String {
    let text = literal.to_string();
    let raw = text.trim_start_matches('r').trim_matches('#');
    raw.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(raw).replace("\\\"", "\"")
}

/// File and line of a literal.
pub fn place(file: &Path, literal: &Literal) -> String {
    let file = file.to_string_lossy();
    let short = file.rsplit_once("/../").map_or(&*file, |(_, short)| short);
    format!("{short}:{}", literal.span().start().line)
}
