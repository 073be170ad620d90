//! What kind of template a text is, and whether its own writing stands in the way of delivery.

use super::lex::{self, Lexed};
use crate::diagnostics as say;
use rulepad_document::diagnostic::worded;
use rulepad_document::json;
use rulepad_document::{Diagnostic, Lang, Role, Span};

/// The kind of a template, told by its first character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `{…}`: what is rendered must be JSON.
    Object,
    /// `[…]`, taken for JSON.
    Array,
    /// Nothing but one placeholder, taken for JSON.
    Bare,
    /// Lines in double quotes, delivered as rendered.
    Text,
}

/// A template read.
pub(crate) struct Parsed {
    pub shape: Shape,
    pub lexed: Lexed,
}

/// Reads a template.
pub(crate) fn parse(template: &str) -> Parsed {
    let lexed = lex::lex(template);
    let trimmed = template.trim();
    let shape = if trimmed.starts_with('{') {
        Shape::Object
    } else if trimmed.starts_with('[') {
        Shape::Array
    } else if lexed.placeholders().any(|one| one.span.of(template) == trimmed) {
        Shape::Bare
    } else {
        Shape::Text
    };
    Parsed { shape, lexed }
}

/// What the writing of the template does to its delivery.
pub(crate) enum Blocked {
    NotDelivered(String),
    Unknown(String),
}

/// What a check of the writing found.
#[derive(Default)]
pub(crate) struct Checked {
    pub blocked: Option<Blocked>,
    pub diagnostics: Vec<Diagnostic>,
    pub notes: Vec<String>,
}

/// Checks the writing of a template, whatever the values.
pub(crate) fn check(parsed: &Parsed, template: &str, target: u32) -> Checked {
    let mut checked = Checked::default();
    let lexed = &parsed.lexed;
    checked.diagnostics.extend(encoded(template).into_iter().map(|found| say::encoded(target, &found)));
    let mut note = |text: &str| checked.notes.push(text.to_owned());
    if lexed.odd_angles {
        note(
            "what AWS takes for a placeholder when the text between `<` and `>` is not a name has not been seen",
        );
    }
    if lexed.escaped_angle {
        note("AWS's pages say `<` cannot be escaped; what a backslash before it does has not been seen");
    }
    match parsed.shape {
        Shape::Object => {}
        Shape::Array => {
            note("a template that is a JSON array has not been seen on AWS; it is taken for JSON")
        }
        Shape::Bare => {
            note(
                "a template that is one placeholder without quotes has not been seen on AWS; it is taken for JSON",
            );
        }
        Shape::Text => {
            check_text(lexed, template, target, &mut checked);
            return checked;
        }
    }
    check_json(lexed, template, target, &mut checked);
    checked
}

fn check_json(lexed: &Lexed, template: &str, target: u32, checked: &mut Checked) {
    for placeholder in lexed.placeholders().filter(|one| is_key(template, one)) {
        checked.diagnostics.push(say::variable_key(target, placeholder.span, &placeholder.name));
        checked.notes.push(
            "the API reference says a variable cannot be a key; what AWS does has not been seen".into(),
        );
    }
    let runs = loose_runs(lexed, template);
    let mut broken = !runs.is_empty();
    checked.diagnostics.extend(runs.iter().map(|run| say::text_beside_variable(target, *run, template)));
    let document = json::parse(&masked(lexed, template, &runs), Role::InputTemplate(target));
    for diagnostic in worded(document.diagnostics, Lang::En) {
        let found = if diagnostic.is(json::Code::TrailingText) {
            say::template_trailing_text(diagnostic)
        } else {
            Diagnostic { reference: None, ..diagnostic }
        };
        broken |= found.is_error();
        checked.diagnostics.push(found);
    }
    if broken {
        let reason = "the template is not JSON, whatever its variables hold";
        checked.blocked = Some(Blocked::NotDelivered(reason.to_owned()));
        checked.notes.push(
            "whether PutTargets already refuses a template that is not JSON has not been verified".into(),
        );
    }
}

/// A template of JSON as JSON, with strings in place of its placeholders; `None` while it is broken.
pub(crate) fn skeleton(lexed: &Lexed, template: &str) -> Option<json::Node> {
    let loose = loose_runs(lexed, template);
    let document = json::parse(&masked(lexed, template, &[]), Role::Event);
    document.single().filter(|_| loose.is_empty()).cloned()
}

/// Text outside quotes that stands beside a placeholder, with it: `Build <id> is <status>`.
fn loose_runs(lexed: &Lexed, template: &str) -> Vec<Span> {
    let bounds = |c: char| matches!(c, ',' | ':' | '{' | '}' | '[' | ']' | '"' | '\n' | '\r');
    let mut runs: Vec<Span> = Vec::new();
    for placeholder in lexed.placeholders().filter(|one| !one.quoted) {
        let Span { start, end } = placeholder.span;
        if runs.last().is_some_and(|run| run.end >= end) {
            continue;
        }
        let before = template.get(..start as usize).unwrap_or("");
        let left = before.rfind(bounds).map_or(0, |at| at + 1);
        let left = left + before.get(left..).map_or(0, |text| text.len() - text.trim_start().len());
        let after = template.get(end as usize..).unwrap_or("");
        let right = after.find(bounds).and_then(|at| after.get(..at)).unwrap_or(after);
        let run = Span::new(left, end as usize + right.trim_end().len());
        let run = with_strings(lexed, template, run);
        if run != placeholder.span {
            runs.push(run);
        }
    }
    runs
}

/// A run with the strings right beside it: `"text"<name>` and `<name>"text"` are one string too. A string that a colon
/// follows, or that is a key before the run, is none of it.
fn with_strings(lexed: &Lexed, template: &str, run: Span) -> Span {
    let Span { mut start, mut end } = run;
    let blank = |from: u32, to: u32| {
        let between = template.get(from as usize..to as usize);
        between.is_some_and(|between| between.chars().all(|c| matches!(c, ' ' | '\t')))
    };
    let at = lexed.strings.partition_point(|string| string.end <= start);
    if let Some(before) =
        at.checked_sub(1).and_then(|at| lexed.strings.get(at)).filter(|own| blank(own.end, start))
    {
        let ahead = template.get(..before.start as usize).unwrap_or("").trim_end();
        if ahead.ends_with([':', '[']) {
            start = before.start;
        }
    }
    let at = lexed.strings.partition_point(|string| string.start < end);
    if let Some(after) = lexed.strings.get(at).filter(|own| blank(end, own.start)) {
        let rest = template.get(after.end as usize..).unwrap_or("").trim_start();
        if !rest.starts_with(':') {
            end = after.end;
        }
    }
    Span { start, end }
}

/// The template with every placeholder and every run replaced by JSON of the same length: a string, or
/// letters in one.
fn masked(lexed: &Lexed, template: &str, runs: &[Span]) -> String {
    let placeholders = lexed.placeholders().map(|one| (one.span, one.quoted));
    let mut spans: Vec<(Span, bool)> = placeholders
        .filter(|(span, _)| !runs.iter().any(|run| run.covers(*span)))
        .chain(runs.iter().map(|run| (*run, false)))
        .collect();
    spans.sort_by_key(|(span, _)| span.start);
    let mut out = String::with_capacity(template.len());
    let mut at = 0;
    for (span, quoted) in spans {
        out.push_str(template.get(at..span.start as usize).unwrap_or(""));
        let length = span.range().len();
        if quoted {
            out.extend(std::iter::repeat_n('_', length));
        } else {
            out.push('"');
            out.extend(std::iter::repeat_n('_', length.saturating_sub(2)));
            out.push('"');
        }
        at = span.end as usize;
    }
    out.push_str(template.get(at..).unwrap_or(""));
    out
}

/// Whether a placeholder is, or is part of, the key of an object: a colon follows its string.
pub(super) fn is_key(template: &str, placeholder: &lex::Placeholder) -> bool {
    let mut rest = template.get(placeholder.span.end as usize..).unwrap_or("");
    if placeholder.quoted {
        let mut escaped = false;
        let end = rest.find(|c| {
            let closes = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            closes
        });
        rest = end.and_then(|end| rest.get(end + 1..)).unwrap_or("");
    }
    rest.trim_start().starts_with(':')
}

fn check_text(lexed: &Lexed, template: &str, target: u32, checked: &mut Checked) {
    let first = template.len() - template.trim_start().len();
    let outside = outside_runs(lexed, template).first().copied();
    if let Some(stretch) = outside.filter(|stretch| stretch.start as usize == first) {
        checked.diagnostics.push(say::unquoted_text(target, stretch, template, quoted_lines(template)));
        let reason = "a text template is one or more lines in double quotes; nothing has been seen delivered of \
                      one that starts otherwise";
        checked.blocked = Some(Blocked::NotDelivered(reason.to_owned()));
        checked.notes.push(
            "whether PutTargets already refuses a text template without quotes has not been verified".into(),
        );
        return;
    }
    if let Some(open) = lexed.unclosed {
        checked.diagnostics.push(say::unclosed_quote(target, open, template));
        let reason = "what AWS does with a string that is never closed has not been seen";
        checked.blocked = Some(Blocked::Unknown(reason.to_owned()));
        checked.notes.push(reason.to_owned());
        return;
    }
    let runs = outside_runs(lexed, template);
    for run in &runs {
        checked.diagnostics.push(say::text_outside_quotes(target, *run, close_before(lexed, template, *run)));
    }
    if !runs.is_empty() {
        checked
            .notes
            .push("what AWS does with text outside the quotes of a text template has not been seen".into());
    }
    for string in &lexed.strings {
        if string.of(template).contains(['\n', '\r']) {
            checked.diagnostics.push(say::line_break_in_quotes(target, *string, template));
            checked
                .notes
                .push("a line break inside the quotes of a text template has not been seen on AWS".into());
        }
    }
    let same_line = |(before, after): (&Span, &Span)| {
        let between = template.get(before.end as usize..after.start as usize).unwrap_or("");
        !between.contains(['\n', '\r'])
    };
    if lexed.strings.iter().zip(lexed.strings.iter().skip(1)).any(same_line) {
        checked.notes.push("two strings on one line of a text template have not been seen on AWS".into());
    }
}

/// The stretches outside quotes, a line's words together.
fn outside_runs(lexed: &Lexed, template: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for stretch in &lexed.outside {
        let gap = |run: &Span| template.get(run.end as usize..stretch.start as usize).unwrap_or("\n");
        let joins = |run: &Span| gap(run).chars().all(|c| c.is_whitespace() && c != '\n' && c != '\r');
        match runs.last_mut() {
            Some(run) if joins(run) => run.end = stretch.end,
            _ => runs.push(*stretch),
        }
    }
    runs
}

/// The quote that ends the string before a run on its line, where nothing follows the run there.
fn close_before(lexed: &Lexed, template: &str, run: Span) -> Option<Span> {
    let string = lexed.strings.iter().rev().find(|string| string.end <= run.start)?;
    let between = template.get(string.end as usize..run.start as usize)?;
    let rest = template.get(run.end as usize..)?.lines().next().unwrap_or("");
    let joins =
        !between.contains(['\n', '\r']) && rest.trim().is_empty() && !run.of(template).ends_with('\\');
    joins.then(|| Span { start: string.end.saturating_sub(1), end: string.end })
}

/// Every line as one string; those that already are one stay.
fn quoted_lines(template: &str) -> String {
    let quoted = |line: &str| {
        let text = line.trim();
        let lexed = lex::lex(text);
        let is_string = lexed.outside.is_empty() && lexed.unclosed.is_none() && lexed.strings.len() == 1;
        if text.is_empty() || is_string { text.to_owned() } else { json::quote(text) }
    };
    template.trim().lines().map(quoted).collect::<Vec<_>>().join("\n")
}

/// `\u003cname\u003e`, which a JSON encoder has made of `<name>`: the place and the name.
pub(super) fn encoded(template: &str) -> Vec<(Span, String)> {
    const PAIRS: [(&str, &str); 2] = [("\\u003c", "\\u003e"), ("&lt;", "&gt;")];
    let lower = template.to_ascii_lowercase();
    let mut found = Vec::new();
    for (open, close) in PAIRS {
        for (at, _) in lower.match_indices(open) {
            let start = at + open.len();
            let rest = lower.get(start..).unwrap_or("");
            let length =
                rest.find(|c: char| !lex::plain_name(c.encode_utf8(&mut [0; 4]))).unwrap_or(rest.len());
            if length > 0 && rest.get(length..).is_some_and(|rest| rest.starts_with(close)) {
                let name = template.get(start..start + length).unwrap_or("").to_owned();
                found.push((Span::new(at, start + length + close.len()), name));
            }
        }
    }
    found.sort_by_key(|(span, _)| span.start);
    found
}
