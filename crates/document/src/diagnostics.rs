//! Every diagnostic of a JSON text, each with the words of AWS's parser for it.
//!
//! AWS reads patterns and events with the Jackson library; its sentences and the place where its cursor
//! stands are part of what a person sees, so both are kept here, one constructor a problem.

use crate::diagnostic::{Diagnostic, Edit, Help, Role, Severity, source_location};
use crate::json::Expect;
use crate::json::quote;
use crate::text::Span;

const TOKENS: &str = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

fn error(code: &'static str, role: Role, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, role, span, message)
}

fn insert(at: usize, text: impl Into<String>) -> Vec<Edit> {
    vec![Edit { span: Span::at(at), text: text.into() }]
}

fn replace(span: Span, text: impl Into<String>) -> Vec<Edit> {
    vec![Edit { span, text: text.into() }]
}

/// How Jackson names a character: one UTF-16 unit of it.
fn described(c: char) -> String {
    let mut units = [0; 2];
    let unit = c.encode_utf16(&mut units).first().copied().map_or(0, u32::from);
    let shown = char::from_u32(unit).unwrap_or('?');
    if unit < 0x20 || (0x7f..0xa0).contains(&unit) {
        format!("(CTRL-CHAR, code {unit})")
    } else if unit > 255 {
        format!("'{shown}' (code {unit} / 0x{unit:x})")
    } else {
        format!("'{shown}' (code {unit})")
    }
}

fn waited_for(expect: Expect, c: char) -> &'static str {
    match expect {
        Expect::Key => "was expecting double-quote to start field name",
        Expect::Colon => "was expecting a colon to separate field name and value",
        Expect::MemberEnd => "was expecting comma to separate Object entries",
        Expect::ItemEnd => "was expecting comma to separate Array entries",
        Expect::Value if c == '}' => "expected a value",
        Expect::Value | Expect::End => {
            "expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
        }
    }
}

fn unexpected_sentence(c: char, expect: Expect) -> String {
    if c < ' ' {
        return format!(
            "Illegal character ({}): only regular white space (\\r, \\n, \\t) is allowed between tokens",
            described(c)
        );
    }
    if expect == Expect::Value && (c.is_alphabetic() || matches!(c, '_' | '$')) {
        return unrecognized(&c.to_string());
    }
    format!("Unexpected character ({}): {}", described(c), waited_for(expect, c))
}

fn unrecognized(token: &str) -> String {
    const SHOWN: usize = 256;
    let mut shown: String = token.chars().take(SHOWN).collect();
    if token.chars().count() >= SHOWN {
        shown.push_str("...");
    }
    format!("Unrecognized token '{shown}': was expecting {TOKENS}")
}

fn comma_context(expect: Expect) -> &'static str {
    match expect {
        Expect::MemberEnd => "object",
        _ => "array",
    }
}

pub(crate) fn comment(role: Role, span: Span, removed: Span, text: &str, expect: Expect) -> Diagnostic {
    let hash = span.of(text).starts_with('#');
    let at = span.start as usize + 1;
    let found = error("json.comment", role, span, "JSON has no comments, and AWS refuses this one")
        .fix("remove the comment", replace(removed, ""));
    if hash {
        found.aws(unexpected_sentence('#', expect), at)
    } else {
        found.aws(
            "Unexpected character ('/' (code 47)): maybe a (non-standard) comment? (not recognized as one \
             since Feature 'ALLOW_COMMENTS' not enabled for parser)",
            at,
        )
    }
}

pub(crate) fn foreign_space(role: Role, at: usize, c: char, expect: Expect) -> Diagnostic {
    let span = Span::new(at, at + c.len_utf8());
    let (code, what) = if c == '\u{feff}' {
        ("json.byte-order-mark", "a byte order mark (U+FEFF) stands here".to_owned())
    } else {
        ("json.foreign-space", format!("the space U+{:04X} is not one JSON knows", c as u32))
    };
    let mend = if matches!(c, '\u{feff}' | '\u{200b}') { "" } else { " " };
    let help = if mend.is_empty() { "remove it" } else { "use an ordinary space" };
    error(code, role, span, what)
        .fix(help, replace(span, mend))
        .aws(unexpected_sentence(c, expect), span.end as usize)
}

pub(crate) fn unclosed_string(
    role: Role,
    start: usize,
    end: usize,
    text: &str,
    is_key: bool,
    at_line_end: bool,
) -> Diagnostic {
    let found =
        error("json.unclosed-string", role, Span::new(start, end), "this string has no closing quote")
            .fix("close the string", insert(end, "\""));
    if at_line_end {
        let line = text.get(end..).and_then(|rest| rest.find(['\n', '\r'])).map_or(end, |more| end + more);
        let c = text.get(line..).and_then(|rest| rest.chars().next()).unwrap_or('\n');
        let mut found = found.aws(control_sentence(c, is_key), line);
        // Jackson reports the column after the line break, without counting the line up.
        if let Some(reference) = &mut found.reference {
            reference.past = 1;
        }
        found
    } else if is_key {
        found.aws("Unexpected end-of-input in field name", text.len())
    } else {
        found.aws("Unexpected end-of-input: was expecting closing quote for a string value", text.len())
    }
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

fn control_sentence(c: char, is_key: bool) -> String {
    format!(
        "Illegal unquoted character ({}): has to be escaped using backslash to be included in {}",
        described(c),
        if is_key { "name" } else { "string value" }
    )
}

pub(crate) fn control_character(role: Role, at: usize, c: char, is_key: bool) -> Diagnostic {
    let span = Span::new(at, at + 1);
    let escaped = quote(&c.to_string()).trim_matches('"').to_owned();
    error(
        "json.control-character",
        role,
        span,
        format!("a raw control character (U+{:04X}) stands in a string", c as u32),
    )
    .fix(format!("write it as `{escaped}`"), replace(span, escaped))
    .aws(control_sentence(c, is_key), at + 1)
}

pub(crate) fn quotes(role: Role, span: Span, open: char, value: &str, is_key: bool) -> Diagnostic {
    let kind = match open {
        '\'' => "single quotes",
        '`' => "backquotes",
        _ => "typographic quotes",
    };
    let expect = if is_key { Expect::Key } else { Expect::Value };
    error("json.quotes", role, span, format!("{kind} around a string: JSON wants straight double quotes"))
        .fix("use double quotes", replace(span, quote(value)))
        .aws(unexpected_sentence(open, expect), span.start as usize + open.len_utf8())
}

pub(crate) fn unknown_escape(role: Role, span: Span, c: char) -> Diagnostic {
    error("json.unknown-escape", role, span, format!("`\\{c}` is not an escape JSON knows"))
        .fix("write the backslash twice", insert(span.start as usize, "\\"))
        .aws(format!("Unrecognized character escape {}", described(c)), span.end as usize)
}

pub(crate) fn hex_escape(role: Role, span: Span, c: char, cursor: usize) -> Diagnostic {
    error("json.hex-escape", role, span, "`\\u` wants four hexadecimal digits")
        .fix("write the backslash twice", insert(span.start as usize, "\\"))
        .aws(
            format!(
                "Unexpected character ({}): expected a hex-digit for character escape sequence",
                described(c)
            ),
            cursor,
        )
}

pub(crate) fn lone_surrogate(role: Role, span: Span) -> Diagnostic {
    Diagnostic::new(
        "json.lone-surrogate",
        Severity::Warning,
        role,
        span,
        "half a surrogate pair: it names no character, and AWS compares it as `?`",
    )
    .advice("write both halves of the pair, or the character itself")
}

pub(crate) fn plus_sign(role: Role, at: usize) -> Diagnostic {
    let span = Span::new(at, at + 1);
    error("json.plus-sign", role, span, "a JSON number has no plus sign")
        .fix("remove the `+`", replace(span, ""))
        .aws(
            "Unexpected character ('+' (code 43)) in numeric value: JSON spec does not allow numbers to have plus \
             signs: enable `JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS` to allow",
            at + 1,
        )
}

pub(crate) fn leading_point(role: Role, point: usize, start: usize) -> Diagnostic {
    let found =
        error("json.leading-point", role, Span::new(start, point + 1), "a JSON number starts with a digit")
            .fix("write `0` before the point", insert(point, "0"));
    if point == start {
        found.aws(unexpected_sentence('.', Expect::Value), point + 1)
    } else {
        found.aws(minus_sentence('.'), point + 1)
    }
}

fn minus_sentence(c: char) -> String {
    format!(
        "Unexpected character ({}) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value",
        described(c)
    )
}

pub(crate) fn leading_zero(role: Role, whole: usize, text: &str, end: usize) -> Diagnostic {
    let digits = text.get(whole..end).unwrap_or("");
    let zeros = digits.len() - digits.trim_start_matches('0').len();
    let removed = zeros.min(digits.len().saturating_sub(1));
    error("json.leading-zero", role, Span::new(whole, end), "a JSON number has no leading zeros")
        .fix("remove the leading zeros", replace(Span::new(whole, whole + removed), ""))
        .advice("if this is a code rather than an amount, such as an account id, put it in double quotes")
        .aws("Invalid numeric value: Leading zeroes not allowed", whole + 1)
}

pub(crate) fn missing_digits(
    role: Role,
    start: usize,
    mark: usize,
    next: Option<char>,
    zero_first: bool,
    point: bool,
) -> Diagnostic {
    let message =
        if point { "no digit follows the decimal point" } else { "no digit follows the exponent mark" };
    let code = if point { "json.missing-fraction" } else { "json.missing-exponent" };
    let found = error(code, role, Span::new(start, mark + 1), message);
    let found = if point {
        found.fix("remove the point", replace(Span::new(mark, mark + 1), ""))
    } else {
        found.advice("write the exponent, as in `1e3`")
    };
    let words = if point {
        "Decimal point not followed by a digit"
    } else {
        "Exponent indicator not followed by a digit"
    };
    let Some(c) = next else {
        return found.aws(format!("Unexpected end-of-input{words}"), mark + 1);
    };
    // Jackson's fast path leaves its cursor behind the first character of the number.
    let cursor = if zero_first { mark + 1 + c.len_utf8() } else { start + 1 };
    found.aws(format!("Unexpected character ({}) in numeric value: {words}", described(c)), cursor)
}

pub(crate) fn number_length(role: Role, span: Span, length: usize) -> Diagnostic {
    error(
        "json.number-length",
        role,
        span,
        format!("a number of {length} characters: AWS reads 1000 at most"),
    )
    .advice("shorten the number, or send it as a string")
    .aws_located(
        format!(
            "Number value length ({length}) exceeds the maximum allowed (1000, from \
                 `StreamReadConstraints.getMaxNumberLength()`)"
        ),
        span.end as usize,
        0,
    )
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
    let start = span.start as usize;
    let mut found = match constant(word) {
        Some(constant) => {
            error("json.word", role, span, format!("`{word}` is not JSON; did you mean `{constant}`?"))
                .fix(format!("write `{constant}`"), replace(span, constant))
        }
        None => {
            error("json.word", role, span, format!("`{word}` is not JSON; a string stands in double quotes"))
        }
    };
    found = found.fix("put it in double quotes", replace(span, quote(word)));
    let first = word.chars().next().unwrap_or(' ');
    let token: String = word.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '$')).collect();
    if let Some(name) = ["NaN", "Infinity", "-Infinity", "-INF"].into_iter().find(|name| *name == word) {
        return found.aws(
            format!(
                "Non-standard token '{name}': enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow"
            ),
            span.end as usize,
        );
    }
    if first == '-' {
        return match word.chars().nth(1) {
            Some(c) => found.aws(minus_sentence(c), start + 1 + c.len_utf8()),
            None => found.aws("Unexpected end-of-inputNo digit following minus sign", start + 1),
        };
    }
    if first.is_alphabetic() || matches!(first, '_' | '$') {
        found.aws(unrecognized(&token), start + token.len())
    } else {
        found.aws(unexpected_sentence(first, Expect::Value), start + first.len_utf8())
    }
}

/// `closed`: whether a closing quote stands behind the key.
pub(crate) fn bare_key(role: Role, span: Span, first: char, word: &str, closed: bool) -> Diagnostic {
    let cursor = span.start as usize + first.len_utf8();
    let found = if closed {
        error("json.bare-key", role, span, format!("the key `{word}` has no opening quote"))
            .fix("add the quote", insert(span.start as usize, "\""))
    } else {
        error("json.bare-key", role, span, format!("the key `{word}` stands without double quotes"))
            .fix("put it in double quotes", replace(span, quote(word)))
    };
    found.aws(unexpected_sentence(first, Expect::Key), cursor)
}

pub(crate) fn unopened_string(role: Role, span: Span, text: &str) -> Diagnostic {
    let plain = word(role, span, text);
    let mut found =
        error("json.unopened-string", role, span, format!("the string `{text}` has no opening quote"))
            .fix("add the quote", insert(span.start as usize, "\""));
    found.reference = plain.reference;
    found
}

pub(crate) fn missing_value(role: Role, at: usize, found: Option<char>, in_object: bool) -> Diagnostic {
    let message = if in_object { "a value is missing after the colon" } else { "a value is missing" };
    let diagnostic = error("json.missing-value", role, Span::at(at), message);
    match found {
        Some(c) => diagnostic
            .advice("write the value, or remove the key")
            .aws(unexpected_sentence(c, Expect::Value), at + c.len_utf8()),
        None => diagnostic.aws("Unexpected end-of-input within/between Object entries", at),
    }
}

pub(crate) fn unexpected(role: Role, span: Span, c: char, expect: Expect) -> Diagnostic {
    error("json.unexpected", role, span, format!("`{c}` is not expected here"))
        .fix("remove it", replace(span, ""))
        .aws(unexpected_sentence(c, expect), span.end as usize)
}

/// Characters right before a quoted key or string.
pub(crate) fn stray(role: Role, span: Span, text: &str, expect: Expect) -> Diagnostic {
    let found = error("json.unexpected", role, span, format!("`{text}` is not expected before the quote"))
        .fix("remove it", replace(span, ""));
    match expect {
        Expect::Value => Diagnostic { reference: word(role, span, text).reference, ..found },
        _ => {
            let first = text.chars().next().unwrap_or(' ');
            found.aws(unexpected_sentence(first, expect), span.start as usize + first.len_utf8())
        }
    }
}

pub(crate) fn extra_comma(role: Role, at: usize, expect: Expect) -> Diagnostic {
    let span = Span::new(at, at + 1);
    error("json.extra-comma", role, span, "a comma with nothing before it")
        .fix("remove the comma", replace(span, ""))
        .aws(unexpected_sentence(',', expect), at + 1)
}

pub(crate) fn trailing_comma(role: Role, comma: usize, close: usize, bracket: char) -> Diagnostic {
    let span = Span::new(comma, comma + 1);
    let expect = if bracket == '}' { Expect::Key } else { Expect::Value };
    error("json.trailing-comma", role, span, "a comma after the last entry")
        .fix("remove the comma", replace(span, ""))
        .aws(unexpected_sentence(bracket, expect), close + 1)
}

pub(crate) fn missing_comma(role: Role, end: usize, at: usize, found: char, expect: Expect) -> Diagnostic {
    let what = comma_context(expect);
    let span = Span::new(at, at + found.len_utf8());
    error("json.missing-comma", role, span, format!("a comma is missing before this entry of the {what}"))
        .fix("insert a comma", insert(end, ","))
        .aws(unexpected_sentence(found, expect), at + found.len_utf8())
}

pub(crate) fn missing_colon(
    role: Role,
    key: Span,
    at: usize,
    found: Option<char>,
    wrong: &str,
) -> Diagnostic {
    let diagnostic = if wrong.is_empty() {
        error("json.missing-colon", role, key, "a colon is missing after this key")
            .fix("insert a colon", insert(key.end as usize, ":"))
    } else {
        let span = Span::new(at, at + wrong.len());
        error(
            "json.missing-colon",
            role,
            span,
            format!("`{wrong}` between key and value: JSON wants a colon"),
        )
        .fix("write a colon", replace(span, ":"))
    };
    match found {
        Some(c) => diagnostic.aws(unexpected_sentence(c, Expect::Colon), at + c.len_utf8()),
        None => diagnostic.aws("Unexpected end-of-input within/between Object entries", at),
    }
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

pub(crate) fn unclosed(role: Role, open: usize, bracket: char, end: End, text: &str) -> Diagnostic {
    let kind = if bracket == '{' { "Object" } else { "Array" };
    let message = match end.closing.len() {
        1 => format!("this `{bracket}` is never closed"),
        count => format!("this `{bracket}` and {} around it are never closed", count - 1),
    };
    let place = Span::new(end.at, end.at + usize::from(end.comma));
    error("json.unclosed", role, Span::new(open, open + 1), message)
        .fix(format!("add `{}`", end.closing), replace(place, end.closing))
        .aws(
            format!(
                "Unexpected end-of-input: expected close marker for {kind} (start marker at {})",
                source_location(text, open)
            ),
            text.len(),
        )
}

/// A closing bracket of the wrong kind.
pub(crate) struct Slip {
    /// Where the value opened.
    pub open: usize,
    /// Where the wrong bracket stands.
    pub at: usize,
    /// The wrong bracket.
    pub found: char,
    /// Whether a comma came right before it.
    pub after_comma: bool,
    /// Whether the value around waits for this bracket.
    pub belongs_outside: bool,
}

pub(crate) fn mismatched(role: Role, slip: Slip, text: &str) -> Diagnostic {
    let Slip { open, at, found, after_comma, belongs_outside } = slip;
    let (kind, own) = if found == ']' { ("Object", '}') } else { ("Array", ']') };
    let span = Span::new(at, at + 1);
    let opener = if own == '}' { "object" } else { "array" };
    let diagnostic =
        error("json.mismatched-bracket", role, span, format!("`{found}` cannot close this {opener}"));
    let diagnostic = if belongs_outside {
        diagnostic.fix(format!("insert `{own}` before it"), insert(at, own))
    } else {
        diagnostic.fix(format!("write `{own}`"), replace(span, own))
    };
    let diagnostic = diagnostic.label(role, Span::new(open, open + 1), "opened here");
    // After a comma an object waits for a key and an array for a value; `]` is checked as a close first.
    if after_comma && found == '}' {
        return diagnostic.aws(unexpected_sentence('}', Expect::Value), at + 1);
    }
    diagnostic.aws(
        format!(
            "Unexpected close marker '{found}': expected '{own}' (for {kind} starting at {})",
            source_location(text, open)
        ),
        at + 1,
    )
}

pub(crate) fn too_deep(role: Role, at: usize) -> Diagnostic {
    error(
        "json.too-deep",
        role,
        Span::new(at, at + 1),
        "more than 1000 levels of nesting: AWS reads no deeper",
    )
    .advice("flatten the structure")
    .aws_located(
        "Document nesting depth (1001) exceeds the maximum allowed (1000, from \
             `StreamReadConstraints.getMaxNestingDepth()`)",
        at + 1,
        0,
    )
}

pub(crate) fn trailing_text(role: Role, span: Span, end: usize, text: &str) -> Diagnostic {
    let shown: String = span.of(text).chars().take(24).collect();
    Diagnostic::new(
        "json.trailing-text",
        Severity::Warning,
        role,
        span,
        format!("text after the closing bracket, which AWS ignores: `{shown}`"),
    )
    .fix("remove it", replace(Span::new(end, text.len()), ""))
}

pub(crate) fn empty(role: Role, length: usize) -> Diagnostic {
    let what = if role == Role::Event { "paste an event" } else { "write a JSON value" };
    error("json.empty", role, Span::new(0, length), "the text is empty").advice(what)
}
