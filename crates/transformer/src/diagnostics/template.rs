//! What is wrong with a template.

use super::{behind, error, replace, warning};
use crate::input::MAX_TEXT;
use crate::template::Place;
use rulepad_document::json::quote;
use rulepad_document::{Diagnostic, Edit, Role, Severity, Span};

pub(crate) fn template_empty(target: u32, template: &str) -> Diagnostic {
    let span = Span::new(0, template.len());
    error("template.empty", Role::InputTemplate(target), span, "the template is empty")
        .advice("write a JSON object such as `{\"id\": <id>}`, or a text in double quotes")
}

pub(crate) fn template_too_long(target: u32, template: &str, length: usize) -> Diagnostic {
    let extra = behind(template, MAX_TEXT);
    error(
        "template.too-long",
        Role::InputTemplate(target),
        extra,
        format!("the template has {length} characters; AWS takes {MAX_TEXT}"),
    )
    .advice("shorten the template; `<aws.events.event.json>` carries the whole event")
}

/// A placeholder that neither the map nor AWS defines.
pub(crate) fn undefined(place: Place<'_>, name: &str, uses: &[Span], meant: Option<&str>) -> Diagnostic {
    let role = Role::InputTemplate(place.target);
    let first = uses.first().copied().unwrap_or_default();
    let mut found = error("template.undefined", role, first, format!("nothing defines `<{name}>`"))
        .aws_located(
            format!("InputTemplate for target {} contains invalid placeholder {name}.", place.target_id),
            first.start as usize,
            0,
        );
    for span in uses.iter().skip(1) {
        found = found.label(role, *span, "used here too");
    }
    if let Some(meant) = meant {
        let edits = uses.iter().map(|span| Edit { span: *span, text: format!("<{meant}>") }).collect();
        found = found.fix(format!("write `<{meant}>`"), edits);
    }
    if let Some(own) = name.strip_prefix("aws.pipes.") {
        let own = format!("aws.events.{own}");
        match crate::reserved::NAMES.contains(&own.as_str()) {
            true => {
                let edits = uses.iter().map(|span| Edit { span: *span, text: format!("<{own}>") }).collect();
                found
                    .fix(format!("write `<{own}>`"), edits)
                    .advice("`aws.pipes` is the name in EventBridge Pipes")
            }
            false => found.advice("EventBridge Pipes has this variable, a rule does not"),
        }
    } else if name.starts_with("aws.scheduler.") {
        found.advice(
            "EventBridge Scheduler has this variable, a rule does not; the event of a scheduled rule has its \
             `time` and, in `resources`, the ARN of the rule",
        )
    } else if name.starts_with('$') {
        found.advice(
            "a rule's template names a variable and the input paths give its path; paths inside `<…>` are for \
             Pipes",
        )
    } else if name.to_ascii_lowercase().starts_with("aws.") {
        found.advice(format!("AWS's own variables are {}", listed()))
    } else {
        found.advice(format!("add `{name}` to the input paths"))
    }
}

fn listed() -> String {
    crate::reserved::NAMES.map(|name| format!("`<{name}>`")).join(", ")
}

/// `\u003cname\u003e` or `&lt;name&gt;` where `<name>` was meant.
pub(crate) fn encoded(target: u32, (span, name): &(Span, String)) -> Diagnostic {
    warning(
        "template.encoded-placeholder",
        Role::InputTemplate(target),
        *span,
        format!("an encoder has rewritten `<{name}>`: AWS does not see a placeholder here"),
    )
    .fix(format!("write `<{name}>`"), replace(*span, format!("<{name}>")))
    .advice("Terraform's `jsonencode` does this; write the template as a heredoc there")
}

/// A placeholder as other tools write it.
pub(crate) fn foreign_placeholder(target: u32, span: Span, text: &str, name: Option<&str>) -> Diagnostic {
    let role = Role::InputTemplate(target);
    let found = warning(
        "template.foreign-placeholder",
        role,
        span,
        format!("`{text}` is delivered as it stands: EventBridge fills `<name>` only"),
    );
    match name {
        Some(name) => found.fix(format!("write `<{name}>`"), replace(span, format!("<{name}>"))),
        None => found.advice("name the value in the input paths and write `<name>` here"),
    }
}

/// A string of a JSON template that is nothing but a path.
pub(crate) fn bare_path(target: u32, span: Span, path: &str, name: Option<&str>) -> Diagnostic {
    let message = format!("`{path}` is delivered as it stands: paths are followed in the input paths only");
    let found = warning("template.bare-path", Role::InputTemplate(target), span, message);
    match name {
        Some(name) => found.fix(format!("write `<{name}>`"), replace(span, format!("<{name}>"))),
        None => found.advice("name the path in the input paths and write `<name>` here"),
    }
}

/// A number, `true`, `false` or `null` that quotes make a string.
pub(crate) fn quoted_literal(
    target: u32,
    placeholder: &crate::template::Placeholder,
    kind: &str,
) -> Diagnostic {
    let message = format!("`<{}>` holds {kind}, and quotes around it make it a string", placeholder.name);
    let role = Role::InputTemplate(target);
    unquote(
        Diagnostic::new("template.quoted-literal", Severity::Note, role, placeholder.span, message),
        placeholder,
    )
}

pub(crate) fn unquoted_text(target: u32, span: Span, template: &str, mended: String) -> Diagnostic {
    error(
        "template.unquoted-text",
        Role::InputTemplate(target),
        span,
        "a template is a JSON object, or lines of text in double quotes; this text stands without quotes",
    )
    .fix("put the text in double quotes", replace(Span::new(0, template.len()), mended))
}

pub(crate) fn unclosed_quote(target: u32, open: usize, template: &str) -> Diagnostic {
    let end = template.trim_end().len();
    error(
        "template.unclosed-quote",
        Role::InputTemplate(target),
        Span::new(open, open + 1),
        "this quote is never closed",
    )
    .fix("close it at the end", replace(Span::at(end), "\""))
}

pub(crate) fn text_beside_variable(target: u32, run: Span, template: &str) -> Diagnostic {
    error(
        "template.text-beside-variable",
        Role::InputTemplate(target),
        run,
        "text and variables together are a string, and this one stands without quotes",
    )
    .fix("put it in double quotes", replace(run, quoted_once(run.of(template))))
}

/// Text and strings as one string: the quotes inside go.
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
    let found = warning(
        "template.text-outside-quotes",
        Role::InputTemplate(target),
        span,
        "this stands outside the quotes of a text template",
    );
    let text = "write it between the quotes of its line";
    match close {
        Some(close) => {
            let end = Span { start: span.end, end: span.end };
            let taken = Edit { span: close, text: String::new() };
            found.fix(text, vec![taken, Edit { span: end, text: "\"".to_owned() }])
        }
        None => found.advice(text),
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
    warning(
        "template.line-break-in-quotes",
        Role::InputTemplate(target),
        span,
        "a string of a text template goes over several lines",
    )
    .fix("put each line in its own quotes", edits)
}

pub(crate) fn template_trailing_text(found: Diagnostic) -> Diagnostic {
    Diagnostic {
        code: "template.trailing-text".into(),
        severity: Severity::Error,
        message: "text after the JSON of the template".to_owned(),
        ..found
    }
}

pub(crate) fn variable_key(target: u32, span: Span, name: &str) -> Diagnostic {
    warning(
        "template.variable-key",
        Role::InputTemplate(target),
        span,
        format!("`<{name}>` is used as a key; AWS takes variables as values only"),
    )
    .advice("write the key out, and put the variable in its value")
}

/// A value whose characters do not fit between the quotes of a JSON string.
pub(crate) fn breaks_string(
    target: u32,
    placeholder: &crate::template::Placeholder,
    kind: &str,
    nested: bool,
) -> Diagnostic {
    let message = if nested {
        format!("`<{}>` holds {kind}, and inside quotes its own quotes break the JSON", placeholder.name)
    } else {
        format!(
            "`<{}>` holds a string with a quote, a backslash or a line break, which go into the JSON as they are",
            placeholder.name
        )
    };
    let role = Role::InputTemplate(target);
    let found = warning("template.breaks-string", role, placeholder.span, message);
    unquote(found, placeholder)
}

fn unquote(found: Diagnostic, placeholder: &crate::template::Placeholder) -> Diagnostic {
    let Span { start, end } = placeholder.span;
    if placeholder.whole {
        let edits = vec![
            Edit { span: Span { start: start.saturating_sub(1), end: start }, text: String::new() },
            Edit { span: Span { start: end, end: end.saturating_add(1) }, text: String::new() },
        ];
        found.fix("remove the quotes around it", edits)
    } else {
        found.advice("give the value a key of its own, without quotes around it")
    }
}

/// Why nothing is delivered when a value breaks the JSON.
pub(crate) fn breaks_string_sentence(name: &str, kind: &str) -> String {
    format!("`<{name}>` puts {kind} between quotes, and the rendered text is no longer JSON")
}

/// `<aws.events.event>` or `<aws.events.event.json>` inside a string.
pub(crate) fn event_in_quotes(
    target: u32,
    placeholder: &crate::template::Placeholder,
    json: bool,
) -> Diagnostic {
    let message = format!("`<{}>` is a JSON object and may not stand inside quotes", placeholder.name);
    let role = Role::InputTemplate(target);
    let found = warning("template.event-in-quotes", role, placeholder.span, message);
    if json {
        unquote(found, placeholder)
    } else {
        found.advice("use a JSON template, and no quotes around it")
    }
}

pub(crate) fn payload_too_large(target: u32, span: Span) -> Diagnostic {
    let sentence = payload_too_large_sentence();
    warning("template.payload-too-large", Role::InputTemplate(target), span, sentence)
        .advice("use the large value once")
}

/// Why rendering was given up.
pub(crate) fn payload_too_large_sentence() -> String {
    "the rendered text is over 1 MiB, more than a target takes, and was not rendered further".to_owned()
}
