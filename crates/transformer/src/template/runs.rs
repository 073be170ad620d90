//! Text and variables that belong together and are not one string.

use super::lex::Lexed;
use rulepad_document::Span;

/// Text outside quotes that is beside a placeholder, with it: `Build <id> is <status>`.
pub(super) fn loose_runs(lexed: &Lexed, template: &str) -> Vec<Span> {
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
