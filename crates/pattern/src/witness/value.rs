//! Values a test accepts, and values just outside of what it accepts.

use super::{block, number, text};
use crate::address;
use crate::event::Scalar;
use crate::ignore_case::IgnoreCase;
use crate::operator::Test;
use crate::operator::anything_but::AnythingBut;
use crate::operator::cidr::Cidr;
use crate::operator::numeric::Numeric;
use crate::operator::prefix::Prefix;
use crate::operator::suffix::Suffix;

/// A field's value; `None` where the field is absent.
pub(crate) type Value = Option<Scalar>;

/// Whether a list of tests holds for the value.
pub(crate) fn holds<'t>(mut tests: impl Iterator<Item = &'t Test>, value: &Value) -> bool {
    match value {
        Some(value) => tests.any(|test| test.accepts(value)),
        None => tests.any(|test| matches!(test, Test::Exists(exists) if !exists.0)),
    }
}

/// Values the test accepts, the most telling first. Not every one is accepted for sure; the caller asks.
pub(super) fn inside(test: &Test) -> Vec<Value> {
    match test {
        Test::Exact(test) => present([test.0.clone()]),
        Test::Exactly(test) => strings([test.0.clone()]),
        Test::Prefix(Prefix::Exact(affix)) => strings([text::starting(affix), affix.clone()]),
        Test::Prefix(Prefix::IgnoreCase(affix)) => {
            strings([text::starting(&text::itself(affix)), text::itself(affix)])
        }
        Test::Suffix(Suffix::Exact(affix)) => strings([text::ending(affix), affix.clone()]),
        Test::Suffix(Suffix::IgnoreCase(affix)) => {
            strings([text::ending(&text::itself(affix)), text::itself(affix)])
        }
        Test::EqualsIgnoreCase(test) => {
            let own = text::itself(&test.0);
            strings(std::iter::once(own.clone()).chain(text::other_case(&own)))
        }
        Test::Wildcard(test) => strings([text::filled(test.runs()), test.runs().concat()]),
        Test::Numeric(test) => present(in_range(test)),
        Test::Cidr(test) => strings(in_block(test)),
        Test::Exists(test) if !test.0 => vec![None],
        Test::Exists(_) => strings(["example".to_owned()]),
        Test::AnythingBut(AnythingBut::Numbers(list)) => {
            let mut around = Vec::new();
            for (_, value) in list {
                around.extend(number::between(Some(*value), None));
                around.extend(number::between(None, Some(*value)));
            }
            present(around)
        }
        Test::AnythingBut(_) => strings(["example".to_owned(), "other".to_owned()]),
    }
}

/// Values just outside of what the test accepts, the nearest first. Not every one is refused for sure.
pub(super) fn outside(test: &Test) -> Vec<Value> {
    match test {
        Test::Exact(test) => match &test.0 {
            Scalar::String(own) => {
                let neighbours = address::parse(own).ok().into_iter().flat_map(|own| {
                    [block::after(own), block::before(own)].into_iter().flatten().map(block::usual)
                });
                strings(neighbours.chain(near(own)))
            }
            Scalar::Number(own, value) => {
                let beside = value.map(|value| number::between(Some(value), None)).unwrap_or_default();
                present(beside.into_iter().chain([Scalar::String(own.clone())]))
            }
            Scalar::Bool(own) => present([Scalar::Bool(!own), Scalar::String(own.to_string())]),
            Scalar::Null => strings(["null".to_owned(), String::new()]),
        },
        Test::Exactly(test) => strings(near(&test.0)),
        Test::Prefix(Prefix::Exact(affix)) => {
            let changed = text::last_changed(affix);
            strings([text::starting(&changed)].into_iter().chain(text::cut(affix)))
        }
        Test::Prefix(Prefix::IgnoreCase(affix)) => {
            let changed = text::last_changed(affix.text());
            strings([text::starting(&changed)].into_iter().chain(text::cut(affix.text())))
        }
        Test::Suffix(Suffix::Exact(affix)) => strings([text::ending(&text::first_changed(affix))]),
        Test::Suffix(Suffix::IgnoreCase(affix)) => {
            strings([text::ending(&text::first_changed(affix.text()))])
        }
        Test::EqualsIgnoreCase(test) => strings([text::last_changed(test.0.text())]),
        Test::Wildcard(test) => strings(beside_wildcard(test.runs())),
        Test::Numeric(test) => present(past_range(test)),
        Test::Cidr(test) => {
            let (first, last) = block::ends(test.network(), test.bits());
            strings([block::after(last), block::before(first)].into_iter().flatten().map(block::usual))
        }
        Test::Exists(test) if test.0 => vec![None],
        Test::Exists(_) => strings(["example".to_owned()]),
        Test::AnythingBut(test) => excluded(test),
    }
}

fn present(values: impl IntoIterator<Item = Scalar>) -> Vec<Value> {
    values.into_iter().map(Some).collect()
}

fn strings(texts: impl IntoIterator<Item = String>) -> Vec<Value> {
    present(texts.into_iter().map(Scalar::String))
}

/// Texts that a person may take for this one.
fn near(own: &str) -> impl Iterator<Item = String> {
    text::other_case(own).into_iter().chain([text::last_changed(own)]).chain(text::cut(own))
}

/// The text of the wildcard with each run changed in turn, the last first.
fn beside_wildcard(runs: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for at in (0..runs.len()).rev() {
        let mut changed = runs.to_vec();
        let Some(run) = changed.get_mut(at).filter(|run| !run.is_empty()) else { continue };
        *run = if at == 0 { text::last_changed(run) } else { text::first_changed(run) };
        found.push(text::filled(&changed));
    }
    if let [only] = runs {
        found.extend([text::last_changed(only)]);
    }
    found
}

fn in_range(range: &Numeric) -> Vec<Scalar> {
    let (low, high) = (range.bottom.as_ref(), range.top.as_ref());
    let (from, to) = (low.map(|bound| bound.value), high.map(|bound| bound.value));
    let mut found = Vec::new();
    let bounds = || low.into_iter().chain(high).filter(|bound| bound.inclusive);
    let spelled = bounds().map(|bound| Scalar::Number(bound.text.clone(), Some(bound.value)));
    match (from, to) {
        (Some(from), Some(to)) => {
            found.extend(number::middle(from, to).and_then(number::number));
            found.extend(spelled);
        }
        _ => found.extend(spelled),
    }
    found.extend(number::between(from, to));
    found
}

fn past_range(range: &Numeric) -> Vec<Scalar> {
    let mut found = Vec::new();
    if let Some(top) = &range.top {
        if !top.inclusive {
            found.push(Scalar::Number(top.text.clone(), Some(top.value)));
        }
        found.extend(number::between(Some(top.value), None));
    }
    if let Some(bottom) = &range.bottom {
        if !bottom.inclusive {
            found.push(Scalar::Number(bottom.text.clone(), Some(bottom.value)));
        }
        found.extend(number::between(None, Some(bottom.value)));
    }
    found
}

fn in_block(test: &Cidr) -> Vec<String> {
    let (first, last) = block::ends(test.network(), test.bits());
    // The address in the pattern, where host bits are set, is the one its author thought of.
    let own = (test.network() != first).then_some(test.network());
    let typical = block::after(first).filter(|found| test.contains(*found));
    own.into_iter().chain(typical).chain([first, last]).map(block::usual).collect()
}

fn excluded(test: &AnythingBut) -> Vec<Value> {
    let folded = |own: &IgnoreCase| text::itself(own);
    match test {
        AnythingBut::Strings(list) => strings(list.iter().cloned()),
        AnythingBut::Numbers(list) => {
            present(list.iter().map(|(own, value)| Scalar::Number(own.clone(), Some(*value))))
        }
        AnythingBut::Prefix(list) => strings(list.iter().map(|own| text::starting(own))),
        AnythingBut::Suffix(list) => strings(list.iter().map(|own| text::ending(own))),
        AnythingBut::IgnoreCase(list) => strings(list.iter().map(folded)),
        AnythingBut::Wildcard(list) => strings(list.iter().map(|own| text::filled(own.runs()))),
        AnythingBut::Never => strings(["example".to_owned()]),
    }
}
