//! What is wrong with a template.

use super::{Diagnostic, JsonDiagnostic, behind, error, renamed, replace, warning};
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::input::OfTarget;
use crate::limits::MAX_TEXT;
use crate::message::{Help, TemplateMessage};
use crate::template::Placeholder;
use crate::variable::RESERVED;
use rulepad_document::json::{ValueKind, quote};
use rulepad_document::{Edit, Role, Severity, Span};

pub(crate) fn template_empty(target: u32, template: &str) -> Diagnostic {
    let span = Span::new(0, template.len());
    error(Code::TemplateEmpty, Role::InputTemplate(target), span, TemplateMessage::Empty)
        .advice(Help::WriteTemplate)
}

pub(crate) fn template_too_long(target: u32, template: &str, length: usize) -> Diagnostic {
    let extra = behind(template, MAX_TEXT);
    error(Code::TemplateTooLong, Role::InputTemplate(target), extra, TemplateMessage::TooLong(length))
        .advice(Help::ShortenTemplate)
}

/// A placeholder that neither the map nor AWS defines.
pub(crate) fn undefined(target: OfTarget<'_>, name: &str, uses: &[Span], meant: Option<&str>) -> Diagnostic {
    let role = Role::InputTemplate(target.index);
    let first = uses.first().copied().unwrap_or_default();
    let message = TemplateMessage::Undefined(name.to_owned());
    let said = AwsSentence::Placeholder { id: target.id.to_owned(), name: name.to_owned() };
    let mut found = error(Code::Undefined, role, first, message).aws_known(said, first.start as usize, 0);
    for span in uses.iter().skip(1) {
        found = found.label(role, *span, TemplateMessage::UsedHereToo);
    }
    let write = |name: &str| {
        uses.iter().map(|span| Edit { span: *span, text: format!("<{name}>") }).collect::<Vec<_>>()
    };
    if let Some(meant) = meant {
        found = found.fix(Help::WriteVariable(meant.to_owned()), write(meant));
    }
    if let Some(own) = name.strip_prefix("aws.pipes.") {
        let own = format!("aws.events.{own}");
        if RESERVED.contains(&own.as_str()) {
            let edits = write(&own);
            found.fix(Help::WriteVariable(own), edits).advice(Help::NameInPipes)
        } else {
            found.advice(Help::OnlyInPipes)
        }
    } else if name.starts_with("aws.scheduler.") {
        found.advice(Help::OnlyInScheduler)
    } else if name.starts_with('$') {
        found.advice(Help::PathInPlaceholder)
    } else if name.to_ascii_lowercase().starts_with("aws.") {
        found.advice(Help::ReservedVariables)
    } else {
        found.advice(Help::AddToPaths(name.to_owned()))
    }
}

/// `\u003cname\u003e` or `&lt;name&gt;` where `<name>` was meant.
pub(crate) fn encoded(target: u32, (span, name): &(Span, String)) -> Diagnostic {
    let message = TemplateMessage::Encoded(name.clone());
    let found = warning(Code::EncodedPlaceholder, Role::InputTemplate(target), *span, message);
    write_variable(found, *span, name).advice(Help::JsonEncode)
}

/// A placeholder as other tools write it.
pub(crate) fn foreign_placeholder(target: u32, span: Span, text: &str, name: Option<&str>) -> Diagnostic {
    let message = TemplateMessage::Foreign(text.to_owned());
    let found = warning(Code::ForeignPlaceholder, Role::InputTemplate(target), span, message);
    match name {
        Some(name) => write_variable(found, span, name),
        None => found.advice(Help::NameValue),
    }
}

/// A string of a JSON template that is nothing but a path.
pub(crate) fn bare_path(target: u32, span: Span, path: &str, name: Option<&str>) -> Diagnostic {
    let message = TemplateMessage::BarePath(path.to_owned());
    let found = warning(Code::BarePath, Role::InputTemplate(target), span, message);
    match name {
        Some(name) => write_variable(found, span, name),
        None => found.advice(Help::NamePath),
    }
}

fn write_variable(found: Diagnostic, span: Span, name: &str) -> Diagnostic {
    found.fix(Help::WriteVariable(name.to_owned()), replace(span, format!("<{name}>")))
}

/// A number, `true`, `false` or `null` that quotes make a string.
pub(crate) fn quoted_literal(target: u32, placeholder: &Placeholder, kind: Option<ValueKind>) -> Diagnostic {
    let message = TemplateMessage::QuotedLiteral { name: placeholder.name.clone(), kind };
    let role = Role::InputTemplate(target);
    let found = Diagnostic::new(Code::QuotedLiteral, Severity::Note, role, placeholder.span, message);
    unquote(found, placeholder)
}

pub(crate) fn unquoted_text(target: u32, span: Span, template: &str, quoted: String) -> Diagnostic {
    error(Code::UnquotedText, Role::InputTemplate(target), span, TemplateMessage::UnquotedText)
        .fix(Help::QuoteText, replace(Span::new(0, template.len()), quoted))
}

pub(crate) fn unclosed_quote(target: u32, open: usize, template: &str) -> Diagnostic {
    let end = template.trim_end().len();
    let span = Span::new(open, open + 1);
    error(Code::UnclosedQuote, Role::InputTemplate(target), span, TemplateMessage::UnclosedQuote)
        .fix(Help::CloseAtEnd, replace(Span::at(end), "\""))
}

pub(crate) fn text_beside_variable(target: u32, run: Span, template: &str) -> Diagnostic {
    error(Code::TextBesideVariable, Role::InputTemplate(target), run, TemplateMessage::TextBesideVariable)
        .fix(Help::Quote, replace(run, quoted_once(run.of(template))))
}

/// Text and strings as one string: the quotes inside are removed.
fn quoted_once(text: &str) -> String {
    if !text.starts_with('"') && !text.ends_with('"') {
        return quote(text);
    }
    let inner = text.strip_prefix('"').unwrap_or(text);
    let mut out = String::from("\"");
    let mut escaped = false;
    for c in inner.chars() {
        if c != '"' || escaped {
            out.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    out.push('"');
    out
}

/// `close` is the quote that ends the string right before the text, where only the string follows on the line.
pub(crate) fn text_outside_quotes(target: u32, span: Span, close: Option<Span>) -> Diagnostic {
    let role = Role::InputTemplate(target);
    let found = warning(Code::TextOutsideQuotes, role, span, TemplateMessage::TextOutsideQuotes);
    match close {
        Some(close) => {
            let end = Span { start: span.end, end: span.end };
            let taken = Edit { span: close, text: String::new() };
            found.fix(Help::BetweenQuotes, vec![taken, Edit { span: end, text: "\"".to_owned() }])
        }
        None => found.advice(Help::BetweenQuotes),
    }
}

pub(crate) fn line_break_in_quotes(target: u32, span: Span, template: &str) -> Diagnostic {
    let mut edits = Vec::new();
    let bytes = span.of(template).as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let here = span.start as usize + at;
        if *byte == b'\r'
            || (*byte == b'\n' && at.checked_sub(1).and_then(|at| bytes.get(at)) != Some(&b'\r'))
        {
            edits.push(Edit { span: Span::at(here), text: "\"".to_owned() });
        }
        if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
            edits.push(Edit { span: Span::at(here + 1), text: "\"".to_owned() });
        }
    }
    let role = Role::InputTemplate(target);
    warning(Code::LineBreakInQuotes, role, span, TemplateMessage::LineBreakInQuotes)
        .fix(Help::QuoteEachLine, edits)
}

pub(crate) fn template_trailing_text(found: JsonDiagnostic) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        ..renamed(found, Code::TextAfterTemplate, TemplateMessage::TrailingText)
    }
}

pub(crate) fn variable_key(target: u32, span: Span, name: &str) -> Diagnostic {
    let message = TemplateMessage::VariableKey(name.to_owned());
    warning(Code::VariableKey, Role::InputTemplate(target), span, message).advice(Help::WriteKeyOut)
}

/// An object or array whose quotes do not fit between the quotes of a JSON string.
pub(crate) fn nested_breaks_string(
    target: u32,
    placeholder: &Placeholder,
    kind: Option<ValueKind>,
) -> Diagnostic {
    let message = TemplateMessage::NestedBreaksString { name: placeholder.name.clone(), kind };
    breaks_string(target, placeholder, message)
}

/// A string whose characters do not fit between the quotes of a JSON string.
pub(crate) fn text_breaks_string(target: u32, placeholder: &Placeholder) -> Diagnostic {
    breaks_string(target, placeholder, TemplateMessage::TextBreaksString(placeholder.name.clone()))
}

fn breaks_string(target: u32, placeholder: &Placeholder, message: TemplateMessage) -> Diagnostic {
    let role = Role::InputTemplate(target);
    unquote(warning(Code::BreaksString, role, placeholder.span, message), placeholder)
}

fn unquote(found: Diagnostic, placeholder: &Placeholder) -> Diagnostic {
    let Span { start, end } = placeholder.span;
    if placeholder.whole {
        let edits = vec![
            Edit { span: Span { start: start.saturating_sub(1), end: start }, text: String::new() },
            Edit { span: Span { start: end, end: end.saturating_add(1) }, text: String::new() },
        ];
        found.fix(Help::RemoveQuotes, edits)
    } else {
        found.advice(Help::GiveKey)
    }
}

/// `<aws.events.event>` or `<aws.events.event.json>` inside a string.
pub(crate) fn event_in_quotes(target: u32, placeholder: &Placeholder, json: bool) -> Diagnostic {
    let message = TemplateMessage::EventInQuotes(placeholder.name.clone());
    let found = warning(Code::EventInQuotes, Role::InputTemplate(target), placeholder.span, message);
    if json { unquote(found, placeholder) } else { found.advice(Help::UseJsonTemplate) }
}

pub(crate) fn payload_too_large(target: u32, span: Span) -> Diagnostic {
    warning(Code::PayloadTooLarge, Role::InputTemplate(target), span, TemplateMessage::PayloadTooLarge)
        .advice(Help::UseOnce)
}
