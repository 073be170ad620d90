//! Every diagnostic of a JSON text.
//!
//! What AWS's parser says of a text is kept apart, in `json::fault`: it stops at the first problem.

use crate::diagnostic::{Diagnostic, Edit, Help, Role, Severity};
use crate::json::{Code, quote};
use crate::text::Span;

fn error(code: Code, role: Role, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, role, span, message)
}

fn insert(at: usize, text: impl Into<String>) -> Vec<Edit> {
    vec![Edit { span: Span::at(at), text: text.into() }]
}

fn replace(span: Span, text: impl Into<String>) -> Vec<Edit> {
    vec![Edit { span, text: text.into() }]
}

pub(crate) fn comment(role: Role, span: Span, removed: Span) -> Diagnostic {
    error(Code::Comment, role, span, "JSON has no comments, and AWS refuses this one")
        .fix("remove the comment", replace(removed, ""))
}

pub(crate) fn foreign_space(role: Role, at: usize, c: char) -> Diagnostic {
    let span = Span::new(at, at + c.len_utf8());
    let (code, what) = if c == '\u{feff}' {
        (Code::ByteOrderMark, "a byte order mark (U+FEFF) stands here".to_owned())
    } else {
        (Code::ForeignSpace, format!("the space U+{:04X} is not one JSON knows", c as u32))
    };
    let mend = if matches!(c, '\u{feff}' | '\u{200b}') { "" } else { " " };
    let help = if mend.is_empty() { "remove it" } else { "use an ordinary space" };
    error(code, role, span, what).fix(help, replace(span, mend))
}

pub(crate) fn unclosed_string(role: Role, start: usize, end: usize) -> Diagnostic {
    error(Code::UnclosedString, role, Span::new(start, end), "this string has no closing quote")
        .fix("close the string", insert(end, "\""))
}

/// Closes a string that runs to the end of the text, and the brackets around it: `swallowed` bytes at its end
/// are already some of these.
pub(crate) fn close_cut_string(help: &mut Help, text: &str, swallowed: usize, closing: &str) {
    let end = text.len() - swallowed;
    let there = text.get(end..).unwrap_or("").chars().filter(|c| !c.is_whitespace()).count();
    let missing = closing.get(there..).unwrap_or("");
    help.edits = if swallowed == 0 {
        insert(end, format!("\"{missing}"))
    } else if missing.is_empty() {
        insert(end, "\"")
    } else {
        [insert(end, "\""), insert(text.len(), missing)].concat()
    };
}

pub(crate) fn control_character(role: Role, at: usize, c: char) -> Diagnostic {
    let span = Span::new(at, at + 1);
    let escaped = quote(&c.to_string()).trim_matches('"').to_owned();
    error(
        Code::ControlCharacter,
        role,
        span,
        format!("a raw control character (U+{:04X}) stands in a string", c as u32),
    )
    .fix(format!("write it as `{escaped}`"), replace(span, escaped))
}

pub(crate) fn quotes(role: Role, span: Span, open: char, value: &str) -> Diagnostic {
    let kind = match open {
        '\'' => "single quotes",
        '`' => "backquotes",
        _ => "typographic quotes",
    };
    error(Code::Quotes, role, span, format!("{kind} around a string: JSON wants straight double quotes"))
        .fix("use double quotes", replace(span, quote(value)))
}

pub(crate) fn unknown_escape(role: Role, span: Span, c: char) -> Diagnostic {
    error(Code::UnknownEscape, role, span, format!("`\\{c}` is not an escape JSON knows"))
        .fix("write the backslash twice", insert(span.start as usize, "\\"))
}

pub(crate) fn hex_escape(role: Role, span: Span) -> Diagnostic {
    error(Code::HexEscape, role, span, "`\\u` wants four hexadecimal digits")
        .fix("write the backslash twice", insert(span.start as usize, "\\"))
}

pub(crate) fn lone_surrogate(role: Role, span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::LoneSurrogate,
        Severity::Warning,
        role,
        span,
        "half a surrogate pair: it names no character, and AWS compares it as `?`",
    )
    .advice("write both halves of the pair, or the character itself")
}

pub(crate) fn plus_sign(role: Role, at: usize) -> Diagnostic {
    let span = Span::new(at, at + 1);
    error(Code::PlusSign, role, span, "a JSON number has no plus sign")
        .fix("remove the `+`", replace(span, ""))
}

pub(crate) fn leading_point(role: Role, point: usize, start: usize) -> Diagnostic {
    error(Code::LeadingPoint, role, Span::new(start, point + 1), "a JSON number starts with a digit")
        .fix("write `0` before the point", insert(point, "0"))
}

pub(crate) fn leading_zero(role: Role, whole: usize, text: &str, end: usize) -> Diagnostic {
    let digits = text.get(whole..end).unwrap_or("");
    let zeros = digits.len() - digits.trim_start_matches('0').len();
    let removed = zeros.min(digits.len().saturating_sub(1));
    error(Code::LeadingZero, role, Span::new(whole, end), "a JSON number has no leading zeros")
        .fix("remove the leading zeros", replace(Span::new(whole, whole + removed), ""))
        .advice("if this is a code rather than an amount, such as an account id, put it in double quotes")
}

pub(crate) fn missing_digits(role: Role, start: usize, mark: usize, point: bool) -> Diagnostic {
    let message =
        if point { "no digit follows the decimal point" } else { "no digit follows the exponent mark" };
    let code = if point { Code::MissingFraction } else { Code::MissingExponent };
    let found = error(code, role, Span::new(start, mark + 1), message);
    if point {
        found.fix("remove the point", replace(Span::new(mark, mark + 1), ""))
    } else {
        found.advice("write the exponent, as in `1e3`")
    }
}

pub(crate) fn number_length(role: Role, span: Span, length: usize) -> Diagnostic {
    error(Code::NumberLength, role, span, format!("a number of {length} digits: AWS reads 1000 at most"))
        .advice("shorten the number, or send it as a string")
}

/// The JSON constant that a bare word of another language means.
pub(crate) fn constant(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "true" | "yes" | "on" => Some("true"),
        "false" | "no" | "off" => Some("false"),
        "null" | "none" | "nil" | "undefined" => Some("null"),
        _ => None,
    }
}

pub(crate) fn word(role: Role, span: Span, word: &str) -> Diagnostic {
    let found = match constant(word) {
        Some(constant) => {
            error(Code::Word, role, span, format!("`{word}` is not JSON; did you mean `{constant}`?"))
                .fix(format!("write `{constant}`"), replace(span, constant))
        }
        None => {
            error(Code::Word, role, span, format!("`{word}` is not JSON; a string stands in double quotes"))
        }
    };
    found.fix("put it in double quotes", replace(span, quote(word)))
}

/// `closed`: whether a closing quote stands behind the key.
pub(crate) fn bare_key(role: Role, span: Span, word: &str, closed: bool) -> Diagnostic {
    if closed {
        error(Code::BareKey, role, span, format!("the key `{word}` has no opening quote"))
            .fix("add the quote", insert(span.start as usize, "\""))
    } else {
        error(Code::BareKey, role, span, format!("the key `{word}` stands without double quotes"))
            .fix("put it in double quotes", replace(span, quote(word)))
    }
}

pub(crate) fn unopened_string(role: Role, span: Span, text: &str) -> Diagnostic {
    error(Code::UnopenedString, role, span, format!("the string `{text}` has no opening quote"))
        .fix("add the quote", insert(span.start as usize, "\""))
}

pub(crate) fn missing_value(role: Role, at: usize, found: Option<char>, in_object: bool) -> Diagnostic {
    let message = if in_object { "a value is missing after the colon" } else { "a value is missing" };
    let diagnostic = error(Code::MissingValue, role, Span::at(at), message);
    if found.is_some() { diagnostic.advice("write the value, or remove the key") } else { diagnostic }
}

pub(crate) fn unexpected(role: Role, span: Span, c: char) -> Diagnostic {
    error(Code::Unexpected, role, span, format!("`{c}` is not expected here"))
        .fix("remove it", replace(span, ""))
}

/// Characters right before a quoted key or string.
pub(crate) fn stray(role: Role, span: Span, text: &str) -> Diagnostic {
    error(Code::Unexpected, role, span, format!("`{text}` is not expected before the quote"))
        .fix("remove it", replace(span, ""))
}

pub(crate) fn extra_comma(role: Role, at: usize) -> Diagnostic {
    let span = Span::new(at, at + 1);
    error(Code::ExtraComma, role, span, "a comma with nothing before it")
        .fix("remove the comma", replace(span, ""))
}

pub(crate) fn trailing_comma(role: Role, comma: usize) -> Diagnostic {
    let span = Span::new(comma, comma + 1);
    error(Code::TrailingComma, role, span, "a comma after the last entry")
        .fix("remove the comma", replace(span, ""))
}

pub(crate) fn missing_comma(role: Role, end: usize, at: usize, found: char, in_array: bool) -> Diagnostic {
    let what = if in_array { "array" } else { "object" };
    let span = Span::new(at, at + found.len_utf8());
    error(Code::MissingComma, role, span, format!("a comma is missing before this entry of the {what}"))
        .fix("insert a comma", insert(end, ","))
}

pub(crate) fn missing_colon(role: Role, key: Span, at: usize, wrong: &str) -> Diagnostic {
    if wrong.is_empty() {
        return error(Code::MissingColon, role, key, "a colon is missing after this key")
            .fix("insert a colon", insert(key.end as usize, ":"));
    }
    let span = Span::new(at, at + wrong.len());
    let message = format!("`{wrong}` between key and value: JSON wants a colon");
    error(Code::MissingColon, role, span, message).fix("write a colon", replace(span, ":"))
}

/// Where a text ends too early.
pub(crate) struct End {
    /// The end of the last entry, or its comma.
    pub at: usize,
    /// Whether a comma stands there.
    pub comma: bool,
    /// The brackets that are missing, innermost first.
    pub closing: String,
}

pub(crate) fn unclosed(role: Role, open: usize, bracket: char, end: End) -> Diagnostic {
    let message = match end.closing.len() {
        1 => format!("this `{bracket}` is never closed"),
        count => format!("this `{bracket}` and {} around it are never closed", count - 1),
    };
    let place = Span::new(end.at, end.at + usize::from(end.comma));
    error(Code::Unclosed, role, Span::new(open, open + 1), message)
        .fix(format!("add `{}`", end.closing), replace(place, end.closing))
}

/// A closing bracket of the wrong kind.
pub(crate) struct Slip {
    /// Where the value opened.
    pub open: usize,
    /// Where the wrong bracket stands.
    pub at: usize,
    /// The wrong bracket.
    pub found: char,
    /// Whether the value around waits for this bracket.
    pub belongs_outside: bool,
}

pub(crate) fn mismatched(role: Role, slip: Slip) -> Diagnostic {
    let Slip { open, at, found, belongs_outside } = slip;
    let own = if found == ']' { '}' } else { ']' };
    let span = Span::new(at, at + 1);
    let opener = if own == '}' { "object" } else { "array" };
    let diagnostic =
        error(Code::MismatchedBracket, role, span, format!("`{found}` cannot close this {opener}"));
    let diagnostic = if belongs_outside {
        diagnostic.fix(format!("insert `{own}` before it"), insert(at, own))
    } else {
        diagnostic.fix(format!("write `{own}`"), replace(span, own))
    };
    diagnostic.label(role, Span::new(open, open + 1), "opened here")
}

pub(crate) fn too_deep(role: Role, at: usize) -> Diagnostic {
    error(Code::TooDeep, role, Span::new(at, at + 1), "more than 1000 levels of nesting: AWS reads no deeper")
        .advice("flatten the structure")
}

pub(crate) fn trailing_text(role: Role, span: Span, end: usize, text: &str) -> Diagnostic {
    let shown: String = span.of(text).chars().take(24).collect();
    Diagnostic::new(
        Code::TrailingText,
        Severity::Warning,
        role,
        span,
        format!("text after the closing bracket, which AWS ignores: `{shown}`"),
    )
    .fix("remove it", replace(Span::new(end, text.len()), ""))
}

pub(crate) fn empty(role: Role, length: usize) -> Diagnostic {
    let what = if role == Role::Event { "paste an event" } else { "write a JSON value" };
    error(Code::Empty, role, Span::new(0, length), "the text is empty").advice(what)
}
