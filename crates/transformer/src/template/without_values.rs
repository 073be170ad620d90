//! A template of JSON with a string for each of its placeholders, so that it can be read as JSON.

use super::lex::Lexed;
use rulepad_document::Span;

/// The template with every placeholder and every run replaced by JSON of the same length: a string, or
/// letters in one.
pub(super) fn without_values(lexed: &Lexed, template: &str, runs: &[Span]) -> String {
    let placeholders = lexed.placeholders().map(|one| (one.span, one.quoted));
    let mut spans: Vec<(Span, bool)> = placeholders
        .filter(|(span, _)| !runs.iter().any(|run| run.covers(*span)))
        .chain(runs.iter().map(|run| (*run, false)))
        .collect();
    rulepad_document::order::sort_by_key(&mut spans, |(span, _)| span.start);
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
