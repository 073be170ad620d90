//! Strings with `${…}` and `%{…}` in them.

use super::cursor::{Cursor, Parsed};
use super::expression::{expression, variables};
use super::{Expression, SyntaxProblem, TemplatePart};

/// A part of a template before directives are put together.
pub(super) enum Token {
    Text(String),
    Value { value: Expression, strip: Strip },
    If { condition: Expression, strip: Strip },
    Else { strip: Strip },
    For { key: Option<String>, value: String, collection: Expression, strip: Strip },
    End { strip: Strip },
}

/// Whether `~` takes the space before and after away.
#[derive(Clone, Copy, Default)]
pub(super) struct Strip {
    before: bool,
    after: bool,
}

/// A string in double quotes.
pub(super) fn quoted(cursor: &mut Cursor<'_>) -> Parsed<Vec<TemplatePart>> {
    cursor.at += 1;
    let mut tokens = Vec::new();
    let mut text = String::new();
    loop {
        let Some(c) = cursor.char() else { return cursor.fault(SyntaxProblem::StringUnclosed) };
        match c {
            '"' => {
                cursor.at += 1;
                tokens.push(Token::Text(text));
                return tree(cursor, tokens);
            }
            '\n' => return cursor.fault(SyntaxProblem::StringUnclosedInLine),
            '\\' => text.push(escape(cursor)?),
            _ => match code(cursor)? {
                Some(token) => {
                    tokens.push(Token::Text(std::mem::take(&mut text)));
                    tokens.push(token);
                }
                None => plain(cursor, c, &mut text),
            },
        }
    }
}

/// The label of a block.
pub(super) fn label(cursor: &mut Cursor<'_>) -> Parsed<String> {
    let start = cursor.at;
    let parts = quoted(cursor)?;
    match <[TemplatePart; 1]>::try_from(parts) {
        Ok([TemplatePart::Text(text)]) => Ok(text),
        Err(parts) if parts.is_empty() => Ok(String::new()),
        _ => {
            cursor.at = start;
            cursor.fault(SyntaxProblem::LabelNotPlain)
        }
    }
}

/// The rest of the text, in which only `$${` and `%%{` are escapes.
pub(super) fn whole(cursor: &mut Cursor<'_>) -> Parsed<Vec<TemplatePart>> {
    let tokens = tokens(cursor)?;
    tree(cursor, tokens)
}

/// The same before directives are put together; each line is a text.
pub(super) fn tokens(cursor: &mut Cursor<'_>) -> Parsed<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut text = String::new();
    while let Some(c) = cursor.char() {
        match code(cursor)? {
            Some(token) => {
                if !text.is_empty() {
                    tokens.push(Token::Text(std::mem::take(&mut text)));
                }
                tokens.push(token);
            }
            None => {
                plain(cursor, c, &mut text);
                if c == '\n' {
                    tokens.push(Token::Text(std::mem::take(&mut text)));
                }
            }
        }
    }
    if !text.is_empty() {
        tokens.push(Token::Text(text));
    }
    Ok(tokens)
}

fn plain(cursor: &mut Cursor<'_>, c: char, text: &mut String) {
    for (written, read) in [("$${", "${"), ("%%{", "%{")] {
        if cursor.take(written) {
            text.push_str(read);
            return;
        }
    }
    cursor.at += c.len_utf8();
    text.push(c);
}

fn escape(cursor: &mut Cursor<'_>) -> Parsed<char> {
    let start = cursor.at;
    cursor.at += 1;
    let Some(c) = cursor.char() else { return cursor.fault(SyntaxProblem::StringUnclosed) };
    cursor.at += c.len_utf8();
    let digits = match c {
        'n' => return Ok('\n'),
        'r' => return Ok('\r'),
        't' => return Ok('\t'),
        '"' | '\\' => return Ok(c),
        'u' => 4,
        'U' => 8,
        _ => {
            cursor.at = start;
            return cursor.fault(SyntaxProblem::UnknownEscape);
        }
    };
    let code = cursor.rest().get(..digits).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    match code.and_then(char::from_u32) {
        Some(c) => {
            cursor.at += digits;
            Ok(c)
        }
        None => cursor.fault(SyntaxProblem::CharacterDigits),
    }
}

/// `${…}` or `%{…}`, where one is next.
fn code(cursor: &mut Cursor<'_>) -> Parsed<Option<Token>> {
    let is_value = cursor.starts("${");
    if !is_value && !cursor.starts("%{") {
        return Ok(None);
    }
    cursor.at += 2;
    let before = cursor.take("~");
    cursor.deeper(|cursor| {
        cursor.within(false, |cursor| {
            let mut token = if is_value { value(cursor)? } else { directive(cursor)? };
            cursor.skip();
            let after = cursor.take("~");
            cursor.expect("}", SyntaxProblem::TemplateEnd)?;
            let strip = Strip { before, after };
            match &mut token {
                Token::Text(_) => {}
                Token::Value { strip: own, .. }
                | Token::If { strip: own, .. }
                | Token::Else { strip: own }
                | Token::For { strip: own, .. }
                | Token::End { strip: own } => *own = strip,
            }
            Ok(Some(token))
        })
    })
}

fn value(cursor: &mut Cursor<'_>) -> Parsed<Token> {
    Ok(Token::Value { value: expression(cursor)?, strip: Strip::default() })
}

fn directive(cursor: &mut Cursor<'_>) -> Parsed<Token> {
    let strip = Strip::default();
    cursor.skip();
    Ok(match cursor.name() {
        Some("if") => Token::If { condition: expression(cursor)?, strip },
        Some("else") => Token::Else { strip },
        Some("endif" | "endfor") => Token::End { strip },
        Some("for") => {
            let (key, value) = variables(cursor)?;
            Token::For { key, value, collection: expression(cursor)?, strip }
        }
        _ => return cursor.fault(SyntaxProblem::Directive),
    })
}

/// The parts, with the space gone that `~` takes away.
pub(super) fn tree(cursor: &mut Cursor<'_>, tokens: Vec<Token>) -> Parsed<Vec<TemplatePart>> {
    let mut tokens = stripped(tokens).into_iter();
    let (parts, end) = parts(cursor, &mut tokens)?;
    if end == End::Text { Ok(parts) } else { cursor.fault(SyntaxProblem::EndWithoutStart) }
}

fn strip_of(token: &Token) -> Option<Strip> {
    match token {
        Token::Text(_) => None,
        Token::Value { strip, .. }
        | Token::If { strip, .. }
        | Token::Else { strip }
        | Token::For { strip, .. }
        | Token::End { strip } => Some(*strip),
    }
}

fn stripped(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut after = false;
    for mut token in tokens {
        match &mut token {
            Token::Text(text) => {
                if after {
                    *text = text.trim_start().to_owned();
                    after = text.is_empty();
                }
                if let Some(Token::Text(before)) = out.last_mut() {
                    before.push_str(text);
                    continue;
                }
            }
            other => {
                let strip = strip_of(other).unwrap_or_default();
                if let (true, Some(Token::Text(text))) = (strip.before, out.last_mut()) {
                    text.truncate(text.trim_end().len());
                }
                after = strip.after;
            }
        }
        out.push(token);
    }
    out.retain(|token| !matches!(token, Token::Text(text) if text.is_empty()));
    out
}

/// What ended a run of parts.
#[derive(PartialEq)]
enum End {
    Text,
    Else,
    Directive,
}

fn parts(
    cursor: &mut Cursor<'_>,
    tokens: &mut std::vec::IntoIter<Token>,
) -> Parsed<(Vec<TemplatePart>, End)> {
    let mut out = Vec::new();
    while let Some(token) = tokens.next() {
        out.push(match token {
            Token::Text(text) => TemplatePart::Text(text),
            Token::Value { value, .. } => TemplatePart::Value(value),
            Token::Else { .. } => return Ok((out, End::Else)),
            Token::End { .. } => return Ok((out, End::Directive)),
            Token::If { condition, .. } => {
                let (then, end) = cursor.deeper(|cursor| parts(cursor, tokens))?;
                let (otherwise, end) = match end {
                    End::Else => cursor.deeper(|cursor| parts(cursor, tokens))?,
                    end => (Vec::new(), end),
                };
                if end != End::Directive {
                    return cursor.fault(SyntaxProblem::IfUnclosed);
                }
                TemplatePart::If { condition, then, otherwise }
            }
            Token::For { key, value, collection, .. } => {
                let (body, end) = cursor.deeper(|cursor| parts(cursor, tokens))?;
                if end != End::Directive {
                    return cursor.fault(SyntaxProblem::ForUnclosed);
                }
                TemplatePart::For { key, value, collection, body }
            }
        });
    }
    Ok((out, End::Text))
}
