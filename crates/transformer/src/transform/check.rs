//! Whether the writing of a template prevents its delivery, whatever the values.

use crate::diagnostics::{self as say, Diagnostic};
use crate::template::{Lexed, Shape, Template, encoded, lex};
use crate::unverified::{NotDelivered, Unverified};
use rulepad_document::Span;
use rulepad_document::json::{self, Code};

/// What the writing of the template does to its delivery.
pub(super) enum Blocked {
    NotDelivered(NotDelivered),
    Unknown(Unverified),
}

/// What a check of the writing found.
#[derive(Default)]
pub(super) struct Checked {
    pub blocked: Option<Blocked>,
    pub diagnostics: Vec<Diagnostic>,
    pub unverified: Vec<Unverified>,
}

/// Checks the writing of a template, whatever the values.
pub(super) fn check(template: &Template<'_>, target: u32) -> Checked {
    let mut checked = Checked::default();
    checked.diagnostics.extend(encoded(template.text).iter().map(|found| say::encoded(target, found)));
    if template.lexed.odd_angles {
        checked.unverified.push(Unverified::PlaceholderName);
    }
    if template.lexed.escaped_angle {
        checked.unverified.push(Unverified::EscapedAngle);
    }
    match template.shape {
        Shape::Object => {}
        Shape::Array => checked.unverified.push(Unverified::ArrayTemplate),
        Shape::Bare => checked.unverified.push(Unverified::BareTemplate),
        Shape::Text => {
            check_text(&template.lexed, template.text, target, &mut checked);
            return checked;
        }
    }
    check_json(template, target, &mut checked);
    checked
}

fn check_json(template: &Template<'_>, target: u32, checked: &mut Checked) {
    for placeholder in template.placeholders().filter(|one| template.is_key(one)) {
        checked.diagnostics.push(say::variable_key(target, placeholder.span, &placeholder.name));
        checked.unverified.push(Unverified::VariableKey);
    }
    let runs = template.loose_runs();
    let mut broken = !runs.is_empty();
    checked.diagnostics.extend(runs.iter().map(|run| say::text_beside_variable(target, *run, template.text)));
    for diagnostic in template.json().diagnostics.iter().cloned() {
        let found = if diagnostic.is(Code::TrailingText) {
            say::template_trailing_text(diagnostic)
        } else {
            Diagnostic { reference: None, ..diagnostic.lift() }
        };
        broken |= found.is_error();
        checked.diagnostics.push(found);
    }
    if broken {
        checked.blocked = Some(Blocked::NotDelivered(NotDelivered::TemplateNotJson));
        checked.unverified.push(Unverified::TemplateNotJson);
    }
}

fn check_text(lexed: &Lexed, template: &str, target: u32, checked: &mut Checked) {
    let first = template.len() - template.trim_start().len();
    let runs = outside_runs(lexed, template);
    if let Some(stretch) = runs.first().filter(|stretch| stretch.start as usize == first) {
        checked.diagnostics.push(say::unquoted_text(target, *stretch, template, quoted_lines(template)));
        checked.blocked = Some(Blocked::NotDelivered(NotDelivered::TextWithoutQuotes));
        checked.unverified.push(Unverified::TextWithoutQuotes);
        return;
    }
    if let Some(open) = lexed.unclosed {
        checked.diagnostics.push(say::unclosed_quote(target, open, template));
        checked.blocked = Some(Blocked::Unknown(Unverified::UnclosedString));
        checked.unverified.push(Unverified::UnclosedString);
        return;
    }
    for run in &runs {
        checked.diagnostics.push(say::text_outside_quotes(target, *run, close_before(lexed, template, *run)));
    }
    if !runs.is_empty() {
        checked.unverified.push(Unverified::TextOutsideQuotes);
    }
    for string in &lexed.strings {
        if string.of(template).contains(['\n', '\r']) {
            checked.diagnostics.push(say::line_break_in_quotes(target, *string, template));
            checked.unverified.push(Unverified::LineBreakInQuotes);
        }
    }
    let same_line = |(before, after): (&Span, &Span)| {
        let between = template.get(before.end as usize..after.start as usize).unwrap_or("");
        !between.contains(['\n', '\r'])
    };
    if lexed.strings.iter().zip(lexed.strings.iter().skip(1)).any(same_line) {
        checked.unverified.push(Unverified::TwoStringsOnOneLine);
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
        let lexed = lex(text);
        let is_string = lexed.outside.is_empty() && lexed.unclosed.is_none() && lexed.strings.len() == 1;
        if text.is_empty() || is_string { text.to_owned() } else { json::quote(text) }
    };
    template.trim().lines().map(quoted).collect::<Vec<_>>().join("\n")
}
