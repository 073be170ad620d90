//! Placeholders that a JSON or HTML encoder has rewritten.

use super::lex::plain_name;
use rulepad_document::Span;

/// `\u003cname\u003e`, which a JSON encoder has made of `<name>`: the place and the name.
pub(crate) fn encoded(template: &str) -> Vec<(Span, String)> {
    const PAIRS: [(&str, &str); 2] = [("\\u003c", "\\u003e"), ("&lt;", "&gt;")];
    let lower = template.to_ascii_lowercase();
    let mut found = Vec::new();
    for (open, close) in PAIRS {
        for (at, _) in lower.match_indices(open) {
            let start = at + open.len();
            let rest = lower.get(start..).unwrap_or("");
            let length = rest.find(|c: char| !plain_name(c.encode_utf8(&mut [0; 4]))).unwrap_or(rest.len());
            if length > 0 && rest.get(length..).is_some_and(|rest| rest.starts_with(close)) {
                let name = template.get(start..start + length).unwrap_or("").to_owned();
                found.push((Span::new(at, start + length + close.len()), name));
            }
        }
    }
    rulepad_document::order::sort_by_key(&mut found, |(span, _)| span.start);
    found
}
