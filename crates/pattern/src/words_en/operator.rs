//! Operators in English: what each does, and what a matcher wants.

use crate::event::Scalar;
use crate::operator::anything_but::AnythingBut;
use crate::operator::numeric::Numeric;
use crate::operator::prefix::Prefix;
use crate::operator::suffix::Suffix;
use crate::operator::{Operator, Test};
use rulepad_document::json::quote;
use rulepad_document::words::en;

/// What an operator does, in a line.
pub(crate) fn synopsis(operator: Operator) -> &'static str {
    match operator {
        Operator::Prefix => "the string starts with this text",
        Operator::Suffix => "the string ends with this text",
        Operator::EqualsIgnoreCase => "the string equals this one, whatever its case",
        Operator::Wildcard => "the string matches, where * is any run of characters",
        Operator::AnythingBut => "the value is there and is none of these",
        Operator::Numeric => "the number equals, or lies in a range",
        Operator::Cidr => "the string is an IP address in this block",
        Operator::Exists => "the field has a value, or has none",
        Operator::Exactly => "the string equals this one, character for character",
    }
}

/// What a test requires, as it appears after "the pattern requires".
pub(crate) fn wants(test: &Test) -> String {
    match test {
        Test::Exact(test) => test.0.json().into_owned(),
        Test::Exactly(test) => format!("exactly {}", quote(&test.0)),
        Test::Prefix(Prefix::Exact(text)) | Test::Suffix(Suffix::Exact(text)) if text.is_empty() => {
            "any string".to_owned()
        }
        Test::Prefix(Prefix::Exact(text)) => format!("a string starting with {}", quote(text)),
        Test::Prefix(Prefix::IgnoreCase(text)) => {
            format!("a string starting with {} in any case", quote(text.text()))
        }
        Test::Suffix(Suffix::Exact(text)) => format!("a string ending with {}", quote(text)),
        Test::Suffix(Suffix::IgnoreCase(text)) => {
            format!("a string ending with {} in any case", quote(text.text()))
        }
        Test::EqualsIgnoreCase(test) => format!("{} in any case", quote(test.0.text())),
        Test::Wildcard(test) if test.text() == "*" => "any string".to_owned(),
        Test::Wildcard(test) => format!("a string like {}", quote(test.text())),
        Test::AnythingBut(test) => anything_but(test),
        Test::Numeric(test) => numeric(test),
        Test::Cidr(test) => format!("an IP address in {}", test.text()),
        Test::Exists(test) => if test.0 { "any value" } else { "no value" }.to_owned(),
    }
}

fn numeric(test: &Numeric) -> String {
    match (&test.bottom, &test.top) {
        (Some(bottom), Some(top)) if bottom == top => format!("the number {}", bottom.text),
        (bottom, top) => {
            let below = bottom.as_ref().map(|bound| {
                format!("{} {}", if bound.inclusive { "at least" } else { "greater than" }, bound.text)
            });
            let above = top.as_ref().map(|bound| {
                format!("{} {}", if bound.inclusive { "at most" } else { "less than" }, bound.text)
            });
            let bounds: Vec<String> = below.into_iter().chain(above).collect();
            format!("a number {}", en::all_of(&bounds))
        }
    }
}

fn anything_but(test: &AnythingBut) -> String {
    let quoted = |texts: &[String]| one_of(&texts.iter().map(|text| quote(text)).collect::<Vec<_>>());
    match test {
        AnythingBut::Strings(list) => format!("anything but {}", quoted(list)),
        AnythingBut::Numbers(list) => {
            let texts: Vec<String> = list.iter().map(|(text, _)| text.clone()).collect();
            format!("anything but {}", one_of(&texts))
        }
        AnythingBut::Prefix(list) => format!("anything that does not start with {}", quoted(list)),
        AnythingBut::Suffix(list) => format!("anything that does not end with {}", quoted(list)),
        AnythingBut::IgnoreCase(list) => {
            let texts: Vec<String> = list.iter().map(|own| quote(own.text())).collect();
            format!("anything but, in any case, {}", one_of(&texts))
        }
        AnythingBut::Wildcard(list) => {
            let texts: Vec<String> = list.iter().map(|own| quote(own.text())).collect();
            format!("anything not like {}", one_of(&texts))
        }
        AnythingBut::Never => "nothing".to_owned(),
    }
}

/// The scalar's kind is in the test, so a bare value needs its noun where another kind was seen.
pub(super) fn typed(test: &Test, wants: &str) -> String {
    match test {
        Test::EqualsIgnoreCase(_) => format!("the string {wants}"),
        Test::Exact(test) => match test.0 {
            Scalar::String(_) => format!("the string {wants}"),
            Scalar::Number(..) => format!("the number {wants}"),
            Scalar::Null | Scalar::Bool(_) => wants.to_owned(),
        },
        _ => wants.to_owned(),
    }
}

/// `a`, `a or b`, `a, b or c`; long lists are cut.
pub(super) fn one_of(list: &[String]) -> String {
    const MOST: usize = 4;
    if list.is_empty() {
        return "nothing".to_owned();
    }
    if list.len() <= MOST {
        return en::any_of(list);
    }
    let head: Vec<&str> = list.iter().take(MOST - 1).map(String::as_str).collect();
    format!("{} or one of {} more", head.join(", "), list.len() - head.len())
}
