//! Edits on lists of matchers, by their spans alone.

use rulepad_document::{Edit, Span, json::quote};

/// Takes the marked ones out of a list, each with one comma; nothing when that would leave none.
pub(super) fn take_out(spans: &[Span], out: impl Fn(usize) -> bool) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut kept: Option<Span> = None;
    let mut from: Option<Span> = None;
    for (at, span) in spans.iter().enumerate() {
        if out(at) {
            from = from.or(Some(*span));
            continue;
        }
        if let Some(first) = from.take() {
            // Behind a kept one the comma before goes, else the comma behind.
            let removed = match kept {
                Some(kept) => {
                    let last = at.checked_sub(1).and_then(|before| spans.get(before)).unwrap_or(&first);
                    Span { start: kept.end, end: last.end }
                }
                None => Span { start: first.start, end: span.start },
            };
            edits.push(Edit { span: removed, text: String::new() });
        }
        kept = Some(*span);
    }
    if let (Some(kept), Some(_), Some(last)) = (kept, from, spans.last()) {
        edits.push(Edit { span: Span { start: kept.end, end: last.end }, text: String::new() });
    }
    if kept.is_none() { Vec::new() } else { edits }
}

/// Puts another matcher in the place of one.
pub(super) fn respell(span: Span, text: String) -> Vec<Edit> {
    vec![Edit { span, text }]
}

/// An operator with its strings: one alone, several as a list.
pub(super) fn expression(operator: &str, texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| quote(text)).collect();
    match quoted.as_slice() {
        [one] => format!("{{{}: {one}}}", quote(operator)),
        more => format!("{{{}: [{}]}}", quote(operator), more.join(", ")),
    }
}

/// A text in which stars and backslashes stand for themselves, for a wildcard.
pub(super) fn literal(text: &str) -> String {
    text.replace('\\', "\\\\").replace('*', "\\*")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::diagnostic::apply;

    #[test]
    fn what_is_left_is_a_list() {
        let text = "[a, b, c, d]";
        let spans = [Span::new(1, 2), Span::new(4, 5), Span::new(7, 8), Span::new(10, 11)];
        for (out, left) in [
            (vec![0], "[b, c, d]"),
            (vec![3], "[a, b, c]"),
            (vec![0, 1], "[c, d]"),
            (vec![0, 2], "[b, d]"),
            (vec![1, 2, 3], "[a]"),
            (vec![1, 3], "[a, c]"),
            (vec![0, 3], "[b, c]"),
            (vec![0, 1, 2, 3], text),
        ] {
            assert_eq!(apply(text, &take_out(&spans, |at| out.contains(&at))), left, "{out:?}");
        }
    }
}
