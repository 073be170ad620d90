//! Every diagnostic of a JSON text.
//!
//! What AWS's parser says of a text is kept apart, in `json::fault`: it stops at the first problem.

use crate::diagnostic::{Diagnostic, Edit, Help, Role, Severity};
use crate::json::{Code, quote};
use crate::message::{Message, QuoteMarks};
use crate::text::Span;

fn error(code: Code, role: Role, span: Span, message: Message) -> Diagnostic<Message> {
    Diagnostic::new(code, Severity::Error, role, span, message)
}

fn insert(at: usize, text: impl Into<String>) -> Vec<Edit> {
    vec![Edit { span: Span::at(at), text: text.into() }]
}

fn replace(span: Span, text: impl Into<String>) -> Vec<Edit> {
    vec![Edit { span, text: text.into() }]
}

pub(crate) fn comment(role: Role, span: Span, removed: Span) -> Diagnostic<Message> {
    error(Code::Comment, role, span, Message::Comment).fix(Message::RemoveComment, replace(removed, ""))
}

pub(crate) fn foreign_space(role: Role, at: usize, c: char) -> Diagnostic<Message> {
    let span = Span::new(at, at + c.len_utf8());
    let (code, what) = if c == '\u{feff}' {
        (Code::ByteOrderMark, Message::ByteOrderMark)
    } else {
        (Code::ForeignSpace, Message::ForeignSpace(c))
    };
    let fix = if matches!(c, '\u{feff}' | '\u{200b}') { "" } else { " " };
    let help = if fix.is_empty() { Message::RemoveIt } else { Message::UseOrdinarySpace };
    error(code, role, span, what).fix(help, replace(span, fix))
}

pub(crate) fn unclosed_string(role: Role, start: usize, end: usize) -> Diagnostic<Message> {
    error(Code::UnclosedString, role, Span::new(start, end), Message::UnclosedString)
        .fix(Message::CloseString, insert(end, "\""))
}

/// Closes a string that runs to the end of the text, and the brackets around it: `swallowed` bytes at its end
/// are already some of these.
pub(crate) fn close_cut_string(help: &mut Help<Message>, text: &str, swallowed: usize, closing: &str) {
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

pub(crate) fn control_character(role: Role, at: usize, c: char) -> Diagnostic<Message> {
    let span = Span::new(at, at + 1);
    let escaped = quote(&c.to_string()).trim_matches('"').to_owned();
    error(Code::ControlCharacter, role, span, Message::ControlCharacter(c))
        .fix(Message::WriteAs(escaped.clone()), replace(span, escaped))
}

pub(crate) fn quotes(role: Role, span: Span, open: char, value: &str) -> Diagnostic<Message> {
    let marks = match open {
        '\'' => QuoteMarks::Single,
        '`' => QuoteMarks::Back,
        _ => QuoteMarks::Typographic,
    };
    error(Code::Quotes, role, span, Message::Quotes(marks))
        .fix(Message::UseDoubleQuotes, replace(span, quote(value)))
}

pub(crate) fn unknown_escape(role: Role, span: Span, c: char) -> Diagnostic<Message> {
    error(Code::UnknownEscape, role, span, Message::UnknownEscape(c))
        .fix(Message::DoubleBackslash, insert(span.start as usize, "\\"))
}

pub(crate) fn hex_escape(role: Role, span: Span) -> Diagnostic<Message> {
    error(Code::HexEscape, role, span, Message::HexEscape)
        .fix(Message::DoubleBackslash, insert(span.start as usize, "\\"))
}

pub(crate) fn lone_surrogate(role: Role, span: Span) -> Diagnostic<Message> {
    Diagnostic::new(Code::LoneSurrogate, Severity::Warning, role, span, Message::LoneSurrogate)
        .advice(Message::WriteWholePair)
}

pub(crate) fn plus_sign(role: Role, at: usize) -> Diagnostic<Message> {
    let span = Span::new(at, at + 1);
    error(Code::PlusSign, role, span, Message::PlusSign).fix(Message::RemovePlus, replace(span, ""))
}

pub(crate) fn leading_point(role: Role, point: usize, start: usize) -> Diagnostic<Message> {
    error(Code::LeadingPoint, role, Span::new(start, point + 1), Message::LeadingPoint)
        .fix(Message::WriteZeroBeforePoint, insert(point, "0"))
}

pub(crate) fn leading_zero(role: Role, whole: usize, text: &str, end: usize) -> Diagnostic<Message> {
    let digits = text.get(whole..end).unwrap_or("");
    let zeros = digits.len() - digits.trim_start_matches('0').len();
    let removed = zeros.min(digits.len().saturating_sub(1));
    error(Code::LeadingZero, role, Span::new(whole, end), Message::LeadingZero)
        .fix(Message::RemoveLeadingZeros, replace(Span::new(whole, whole + removed), ""))
        .advice(Message::QuoteCode)
}

pub(crate) fn missing_digits(role: Role, start: usize, mark: usize, point: bool) -> Diagnostic<Message> {
    let message = if point { Message::MissingFraction } else { Message::MissingExponent };
    let code = if point { Code::MissingFraction } else { Code::MissingExponent };
    let found = error(code, role, Span::new(start, mark + 1), message);
    if point {
        found.fix(Message::RemovePoint, replace(Span::new(mark, mark + 1), ""))
    } else {
        found.advice(Message::WriteExponent)
    }
}

pub(crate) fn number_length(role: Role, span: Span, length: usize) -> Diagnostic<Message> {
    error(Code::NumberLength, role, span, Message::NumberLength(length)).advice(Message::ShortenNumber)
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

pub(crate) fn word(role: Role, span: Span, word: &str) -> Diagnostic<Message> {
    let constant = constant(word);
    let found = error(Code::Word, role, span, Message::Word { word: word.to_owned(), constant });
    let found = match constant {
        Some(constant) => found.fix(Message::Write(constant.to_owned()), replace(span, constant)),
        None => found,
    };
    found.fix(Message::PutInDoubleQuotes, replace(span, quote(word)))
}

/// `closed`: whether a closing quote stands behind the key.
pub(crate) fn bare_key(role: Role, span: Span, word: &str, closed: bool) -> Diagnostic<Message> {
    if closed {
        error(Code::BareKey, role, span, Message::KeyWithoutOpeningQuote(word.to_owned()))
            .fix(Message::AddQuote, insert(span.start as usize, "\""))
    } else {
        error(Code::BareKey, role, span, Message::BareKey(word.to_owned()))
            .fix(Message::PutInDoubleQuotes, replace(span, quote(word)))
    }
}

pub(crate) fn unopened_string(role: Role, span: Span, text: &str) -> Diagnostic<Message> {
    error(Code::UnopenedString, role, span, Message::UnopenedString(text.to_owned()))
        .fix(Message::AddQuote, insert(span.start as usize, "\""))
}

pub(crate) fn missing_value(
    role: Role,
    at: usize,
    found: Option<char>,
    in_object: bool,
) -> Diagnostic<Message> {
    let message = if in_object { Message::MissingValueOfKey } else { Message::MissingValue };
    let diagnostic = error(Code::MissingValue, role, Span::at(at), message);
    if found.is_some() { diagnostic.advice(Message::WriteValueOrRemoveKey) } else { diagnostic }
}

pub(crate) fn unexpected(role: Role, span: Span, c: char) -> Diagnostic<Message> {
    error(Code::Unexpected, role, span, Message::Unexpected(c)).fix(Message::RemoveIt, replace(span, ""))
}

/// Characters right before a quoted key or string.
pub(crate) fn stray(role: Role, span: Span, text: &str) -> Diagnostic<Message> {
    error(Code::Unexpected, role, span, Message::UnexpectedBeforeQuote(text.to_owned()))
        .fix(Message::RemoveIt, replace(span, ""))
}

pub(crate) fn extra_comma(role: Role, at: usize) -> Diagnostic<Message> {
    let span = Span::new(at, at + 1);
    error(Code::ExtraComma, role, span, Message::ExtraComma).fix(Message::RemoveComma, replace(span, ""))
}

pub(crate) fn trailing_comma(role: Role, comma: usize) -> Diagnostic<Message> {
    let span = Span::new(comma, comma + 1);
    error(Code::TrailingComma, role, span, Message::TrailingComma)
        .fix(Message::RemoveComma, replace(span, ""))
}

pub(crate) fn missing_comma(
    role: Role,
    end: usize,
    at: usize,
    found: char,
    in_array: bool,
) -> Diagnostic<Message> {
    let span = Span::new(at, at + found.len_utf8());
    error(Code::MissingComma, role, span, Message::MissingComma { in_array })
        .fix(Message::InsertComma, insert(end, ","))
}

pub(crate) fn missing_colon(role: Role, key: Span, at: usize, wrong: &str) -> Diagnostic<Message> {
    if wrong.is_empty() {
        return error(Code::MissingColon, role, key, Message::MissingColon)
            .fix(Message::InsertColon, insert(key.end as usize, ":"));
    }
    let span = Span::new(at, at + wrong.len());
    let message = Message::WrongColon(wrong.to_owned());
    error(Code::MissingColon, role, span, message).fix(Message::WriteColon, replace(span, ":"))
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

pub(crate) fn unclosed(role: Role, open: usize, bracket: char, end: End) -> Diagnostic<Message> {
    let message = Message::Unclosed { bracket, around: end.closing.len().saturating_sub(1) };
    let place = Span::new(end.at, end.at + usize::from(end.comma));
    error(Code::Unclosed, role, Span::new(open, open + 1), message)
        .fix(Message::Add(end.closing.clone()), replace(place, end.closing))
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

pub(crate) fn mismatched(role: Role, slip: Slip) -> Diagnostic<Message> {
    let Slip { open, at, found, belongs_outside } = slip;
    let own = if found == ']' { '}' } else { ']' };
    let span = Span::new(at, at + 1);
    let diagnostic = error(
        Code::MismatchedBracket,
        role,
        span,
        Message::MismatchedBracket { found, in_array: own == ']' },
    );
    let diagnostic = if belongs_outside {
        diagnostic.fix(Message::InsertBefore(own), insert(at, own))
    } else {
        diagnostic.fix(Message::Write(own.to_string()), replace(span, own))
    };
    diagnostic.label(role, Span::new(open, open + 1), Message::OpenedHere)
}

pub(crate) fn too_deep(role: Role, at: usize) -> Diagnostic<Message> {
    error(Code::TooDeep, role, Span::new(at, at + 1), Message::TooDeep).advice(Message::Flatten)
}

pub(crate) fn trailing_text(role: Role, span: Span, end: usize, text: &str) -> Diagnostic<Message> {
    let shown: String = span.of(text).chars().take(24).collect();
    Diagnostic::new(Code::TrailingText, Severity::Warning, role, span, Message::TrailingText(shown))
        .fix(Message::RemoveIt, replace(Span::new(end, text.len()), ""))
}

pub(crate) fn empty(role: Role, length: usize) -> Diagnostic<Message> {
    let what = if role == Role::Event { Message::PasteEvent } else { Message::WriteJsonValue };
    error(Code::Empty, role, Span::new(0, length), Message::Empty).advice(what)
}
