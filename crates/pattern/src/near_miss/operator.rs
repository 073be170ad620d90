//! The operator that would have matched, with the text the pattern already has.

use crate::complexity::is_accepted;
use crate::event::Scalar;
use crate::ignore_case::IgnoreCase;
use crate::operator::cidr::Cidr;
use crate::operator::equals_ignore_case::EqualsIgnoreCase;
use crate::operator::numeric::{Bound, Numeric};
use crate::operator::prefix::Prefix;
use crate::operator::suffix::Suffix;
use crate::operator::wildcard::Wildcard;
use crate::operator::{Operator, Test};
use rulepad_document::json::quote;

/// The shortest text worth looking for inside a value.
const SHORTEST: usize = 3;

/// The first matcher with the same text that accepts the value, as it is written.
pub(super) fn fitting(test: &Test, value: &Scalar) -> Option<String> {
    candidates(test, value).into_iter().find(|found| found.test.accepts(value)).map(|found| found.text)
}

/// A matcher and how it is written.
struct Candidate {
    test: Test,
    text: String,
}

fn written(operator: Operator, argument: &str) -> String {
    format!("{{{}: {argument}}}", quote(operator.name()))
}

fn prefix(text: &str) -> Option<Candidate> {
    let test = Test::Prefix(Prefix::Exact(text.to_owned()));
    Some(Candidate { test, text: written(Operator::Prefix, &quote(text)) })
}

fn suffix(text: &str) -> Option<Candidate> {
    let test = Test::Suffix(Suffix::Exact(text.to_owned()));
    Some(Candidate { test, text: written(Operator::Suffix, &quote(text)) })
}

fn ignoring_case(text: &str) -> String {
    written(Operator::EqualsIgnoreCase, &quote(text))
}

/// Nothing where the text is no wildcard, or AWS refuses it as too complex.
fn wildcard(text: &str) -> Option<Candidate> {
    let wildcard = Wildcard::parse(text).ok().filter(is_accepted)?;
    Some(Candidate { test: Test::Wildcard(wildcard), text: written(Operator::Wildcard, &quote(text)) })
}

/// Nothing where the text is no block of addresses.
fn cidr(text: &str) -> Option<Candidate> {
    let test = Test::Cidr(Cidr::parse(text).ok()?);
    Some(Candidate { test, text: written(Operator::Cidr, &quote(text)) })
}

/// The range with its bounds; nothing where they are one number.
fn with_bounds(range: &Numeric) -> Option<Candidate> {
    let within = |bound: &Option<Bound>| bound.clone().map(|bound| Bound { inclusive: true, ..bound });
    let (bottom, top) = (within(&range.bottom), within(&range.top));
    if bottom.as_ref().zip(top.as_ref()).is_some_and(|(bottom, top)| bottom.value >= top.value) {
        return None;
    }
    let side =
        |bound: &Option<Bound>, sign: &str| bound.as_ref().map(|bound| format!("\"{sign}\", {}", bound.text));
    let bounds: Vec<String> = side(&bottom, ">=").into_iter().chain(side(&top, "<=")).collect();
    let text = written(Operator::Numeric, &format!("[{}]", bounds.join(", ")));
    Some(Candidate { test: Test::Numeric(Numeric { bottom, top }), text })
}

fn candidates(test: &Test, value: &Scalar) -> Vec<Candidate> {
    let found = match (test, value) {
        (Test::Exact(exact), Scalar::String(saw)) => match &exact.0 {
            Scalar::String(wanted) => instead_of_text(wanted, saw),
            _ => Vec::new(),
        },
        (Test::Prefix(Prefix::Exact(text)), Scalar::String(_)) if !text.is_empty() => {
            let test = Test::Prefix(Prefix::IgnoreCase(IgnoreCase::new(text)));
            let ignoring = Candidate { test, text: written(Operator::Prefix, &ignoring_case(text)) };
            vec![Some(ignoring), suffix(text), wildcard(&format!("*{text}*"))]
        }
        (Test::Suffix(Suffix::Exact(text)), Scalar::String(_)) if !text.is_empty() => {
            let test = Test::Suffix(Suffix::IgnoreCase(IgnoreCase::new(text)));
            let ignoring = Candidate { test, text: written(Operator::Suffix, &ignoring_case(text)) };
            vec![Some(ignoring), prefix(text), wildcard(&format!("*{text}*"))]
        }
        (Test::Wildcard(own), Scalar::String(_)) if own.text().len() >= SHORTEST => {
            let text = own.text();
            vec![wildcard(&format!("{text}*")), wildcard(&format!("*{text}")), wildcard(&format!("*{text}*"))]
        }
        (Test::Numeric(range), Scalar::Number(..)) => vec![with_bounds(range)],
        _ => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

/// Matchers that may accept a string where the pattern has another one.
fn instead_of_text(wanted: &str, saw: &str) -> Vec<Option<Candidate>> {
    let mut found = Vec::new();
    if wanted.contains('*') {
        found.push(wildcard(wanted));
    }
    if wanted.contains('/') {
        found.push(cidr(wanted));
    }
    if wanted.to_lowercase() == saw.to_lowercase() {
        let test = Test::EqualsIgnoreCase(EqualsIgnoreCase(IgnoreCase::new(wanted)));
        found.push(Some(Candidate { test, text: ignoring_case(wanted) }));
    }
    if wanted.chars().count() >= SHORTEST {
        found.extend([prefix(wanted), suffix(wanted)]);
        if !wanted.contains(['*', '\\']) {
            found.push(wildcard(&format!("*{wanted}*")));
        }
    }
    found
}
