//! Values between which tests tell: for numbers, addresses and strings, one for each side of every edge.

use super::machine::{LiteralStep, Machine};
use super::value::Value;
use super::{block, number};
use crate::address;
use crate::event::Scalar;
use crate::operator::Test;
use crate::operator::anything_but::AnythingBut;
use crate::operator::prefix::Prefix;
use crate::operator::suffix::Suffix;
use std::net::IpAddr;

/// A value of each kind, and a number that AWS's engine gives no value.
pub(super) fn other_kinds() -> [Value; 6] {
    let precise = "12345678901234567890123";
    [
        Scalar::String("example".to_owned()),
        Scalar::Number("1".to_owned(), Some(1.0)),
        Scalar::Bool(true),
        Scalar::Bool(false),
        Scalar::Null,
        Scalar::Number(precise.to_owned(), None),
    ]
    .map(Some)
}

/// Every number the tests name, and one between each two.
pub(super) fn numbers(tests: &[&Test]) -> Vec<Value> {
    let mut points: Vec<f64> = Vec::new();
    for test in tests {
        match test {
            Test::Exact(test) => points.extend(match &test.0 {
                Scalar::Number(_, value) => *value,
                _ => None,
            }),
            Test::Numeric(test) => {
                points.extend([&test.bottom, &test.top].into_iter().flatten().map(|bound| bound.value));
            }
            Test::AnythingBut(AnythingBut::Numbers(list)) => {
                points.extend(list.iter().map(|(_, value)| value))
            }
            _ => {}
        }
    }
    points.sort_by(f64::total_cmp);
    points.dedup();
    let mut found: Vec<Scalar> = points.iter().copied().filter_map(number::number).collect();
    let bounds = || points.iter().copied().map(Some);
    let ends = std::iter::once(None).chain(bounds()).zip(bounds().chain([None]));
    found.extend(ends.flat_map(|(low, high)| number::between(low, high)));
    found.into_iter().map(Some).collect()
}

/// Every address at which a test's verdict can turn, and each named address in another spelling.
pub(super) fn addresses(tests: &[&Test]) -> Vec<Value> {
    let mut found = Vec::new();
    let around = |address: IpAddr| {
        [Some(address), block::before(address), block::after(address)].into_iter().flatten()
    };
    let any = |test: &&Test| is_address(test);
    if !tests.iter().any(any) {
        return Vec::new();
    }
    for test in tests {
        match test {
            Test::Cidr(test) => {
                let (first, last) = block::ends(test.network(), test.bits());
                found.extend([first, last].into_iter().flat_map(around));
            }
            Test::Exact(_) | Test::Exactly(_) | Test::AnythingBut(_) => {
                found.extend(
                    literals(test).iter().filter_map(|own| address::parse(own).ok()).flat_map(around),
                );
            }
            _ => {}
        }
    }
    let spelled = found.into_iter().flat_map(|address| [block::usual(address), block::unusual(address)]);
    spelled.map(|text| Some(Scalar::String(text))).collect()
}

/// The whole strings a test names.
fn literals(test: &Test) -> Vec<&str> {
    match test {
        Test::Exact(test) => match &test.0 {
            Scalar::String(text) => vec![text],
            _ => Vec::new(),
        },
        Test::Exactly(test) => vec![&test.0],
        Test::AnythingBut(AnythingBut::Strings(list)) => list.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Whether the test reads strings as addresses.
pub(super) fn is_address(test: &Test) -> bool {
    match test {
        Test::Cidr(_) => true,
        Test::Exact(_) => literals(test).iter().any(|text| address::parse(text).is_ok()),
        _ => false,
    }
}

/// Whether the test looks at parts of strings, which meet addresses in ways that are not followed.
pub(super) fn is_partial(test: &Test) -> bool {
    match test {
        Test::Prefix(_) | Test::Suffix(_) | Test::EqualsIgnoreCase(_) | Test::Wildcard(_) => true,
        Test::AnythingBut(test) => !matches!(test, AnythingBut::Strings(_) | AnythingBut::Numbers(_)),
        _ => false,
    }
}

/// A string for every combination of string tests, and whether every combination was seen.
pub(super) fn strings(tests: &[&Test]) -> (Vec<Value>, bool) {
    let mut machine = Machine::default();
    let plain = |text: &str| text.chars().map(LiteralStep::One).collect::<Vec<_>>();
    let any_case = |text: &str| text.chars().map(LiteralStep::AnyCase).collect::<Vec<_>>();
    let before = |steps: Vec<LiteralStep>| steps.into_iter().chain([LiteralStep::Star]);
    let behind = |steps: Vec<LiteralStep>| [LiteralStep::Star].into_iter().chain(steps);
    for test in tests {
        for text in literals(test) {
            machine.add(plain(text));
        }
        match test {
            Test::Prefix(Prefix::Exact(affix)) => machine.add(before(plain(affix))),
            Test::Prefix(Prefix::IgnoreCase(affix)) => machine.add(before(any_case(affix.text()))),
            Test::Suffix(Suffix::Exact(affix)) => machine.add(behind(plain(affix))),
            Test::Suffix(Suffix::IgnoreCase(affix)) => machine.add(behind(any_case(affix.text()))),
            Test::EqualsIgnoreCase(test) => machine.add(any_case(test.0.text())),
            Test::Wildcard(test) => machine.add(starred(test.runs())),
            Test::AnythingBut(AnythingBut::Prefix(list)) => {
                list.iter().for_each(|own| machine.add(before(plain(own))));
            }
            Test::AnythingBut(AnythingBut::Suffix(list)) => {
                list.iter().for_each(|own| machine.add(behind(plain(own))));
            }
            Test::AnythingBut(AnythingBut::IgnoreCase(list)) => {
                list.iter().for_each(|own| machine.add(any_case(own.text())));
            }
            Test::AnythingBut(AnythingBut::Wildcard(list)) => {
                list.iter().for_each(|own| machine.add(starred(own.runs())));
            }
            _ => {}
        }
    }
    let (found, whole) = machine.strings();
    (found.into_iter().map(|text| Some(Scalar::String(text))).collect(), whole)
}

fn starred(runs: &[String]) -> Vec<LiteralStep> {
    let mut steps = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        if at > 0 {
            steps.push(LiteralStep::Star);
        }
        steps.extend(run.chars().map(LiteralStep::One));
    }
    steps
}
