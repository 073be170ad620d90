//! The operator that would have matched, with the text the pattern already has.

use crate::event::Scalar;
use crate::operator::{Test, numeric::Bound, prefix::Prefix, suffix::Suffix};
use rulepad_document::json::quote;

/// The shortest text worth looking for inside a value.
const SHORTEST: usize = 3;

/// The first matcher with the same text that accepts the value.
pub(super) fn fitting(test: &Test, value: &Scalar) -> Option<String> {
    candidates(test, value).into_iter().find(|text| accepts(text, value))
}

/// Whether a matcher, as it is written, accepts the value.
fn accepts(matcher: &str, value: &Scalar) -> bool {
    let parsed = crate::parse(&format!("{{\"source\": [{matcher}]}}"));
    let conditions = parsed.valid().map(|pattern| pattern.conditions.as_slice()).unwrap_or_default();
    conditions.iter().flat_map(|condition| &condition.matchers).any(|matcher| matcher.test.accepts(value))
}

fn candidates(test: &Test, value: &Scalar) -> Vec<String> {
    let object = |operator: &str, argument: String| format!("{{{}: {argument}}}", quote(operator));
    match (test, value) {
        (Test::Exact(exact), Scalar::String(saw)) => {
            let Scalar::String(wanted) = &exact.0 else { return Vec::new() };
            let mut found = Vec::new();
            if wanted.contains('*') {
                found.push(object("wildcard", quote(wanted)));
            }
            if wanted.contains('/') {
                found.push(object("cidr", quote(wanted)));
            }
            if wanted.to_lowercase() == saw.to_lowercase() {
                found.push(object("equals-ignore-case", quote(wanted)));
            }
            if wanted.chars().count() >= SHORTEST {
                found.push(object("prefix", quote(wanted)));
                found.push(object("suffix", quote(wanted)));
                if !wanted.contains(['*', '\\']) {
                    found.push(object("wildcard", quote(&format!("*{wanted}*"))));
                }
            }
            found
        }
        (Test::Prefix(Prefix::Exact(text)), Scalar::String(_)) if !text.is_empty() => {
            vec![
                object("prefix", object("equals-ignore-case", quote(text))),
                object("suffix", quote(text)),
                object("wildcard", quote(&format!("*{text}*"))),
            ]
        }
        (Test::Suffix(Suffix::Exact(text)), Scalar::String(_)) if !text.is_empty() => {
            vec![
                object("suffix", object("equals-ignore-case", quote(text))),
                object("prefix", quote(text)),
                object("wildcard", quote(&format!("*{text}*"))),
            ]
        }
        (Test::Wildcard(wildcard), Scalar::String(_)) if wildcard.text().len() >= SHORTEST => {
            let text = wildcard.text();
            [format!("{text}*"), format!("*{text}"), format!("*{text}*")]
                .iter()
                .map(|text| object("wildcard", quote(text)))
                .collect()
        }
        (Test::Numeric(numeric), Scalar::Number(..)) => {
            let side = |bound: &Option<Bound>, sign: &str| {
                bound.as_ref().map(|bound| format!("\"{sign}=\", {}", bound.text))
            };
            let bounds: Vec<String> =
                side(&numeric.bottom, ">").into_iter().chain(side(&numeric.top, "<")).collect();
            vec![object("numeric", format!("[{}]", bounds.join(", ")))]
        }
        _ => Vec::new(),
    }
}
