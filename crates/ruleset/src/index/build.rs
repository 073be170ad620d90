//! From the tests of a field's conditions to its index.

use super::affixes::Affixes;
use super::blocks::{Blocks, Family, network};
use super::check::Check;
use super::fold::fold;
use super::literals::Literals;
use super::postings::Posting;
use super::ranges::Ranges;
use super::refused::Refusals;
use super::table::{Points, Strings};
use super::{Folded, Index};
use crate::read::number::key;
use rulepad_pattern::address;
use rulepad_pattern::event::Scalar;
use rulepad_pattern::operator::Test;
use rulepad_pattern::operator::anything_but::AnythingBut;
use rulepad_pattern::operator::cidr::Cidr;
use rulepad_pattern::operator::exact::Exact;
use rulepad_pattern::operator::numeric::Numeric;
use rulepad_pattern::operator::prefix::Prefix;
use rulepad_pattern::operator::suffix::Suffix;
use rulepad_pattern::operator::wildcard::Wildcard;
use std::collections::{BTreeMap, HashMap};

type Texts = BTreeMap<Vec<u8>, Vec<Posting>>;

/// Collects the tests of one field.
#[derive(Default)]
pub(crate) struct Builder {
    index: Index,
    strings: Texts,
    prefixes: Texts,
    suffixes: Texts,
    literals: Texts,
    equal: Texts,
    folded_prefixes: Texts,
    folded_suffixes: Texts,
    addresses: BTreeMap<(Family, u32), BTreeMap<u128, Vec<Posting>>>,
    numbers: BTreeMap<u128, Vec<Posting>>,
    number_texts: Texts,
    ranges: BTreeMap<(u64, u64), Vec<Posting>>,
    /// Placed at the end, when it is known which of their literals are rare.
    wildcards: Vec<(Wildcard, Posting)>,
}

/// Where a literal of a wildcard is in the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum LiteralPlace {
    Start,
    End,
    Inside,
}

impl Builder {
    /// Adds a test of the condition with this number. `exists: false` is no test on a value.
    pub fn add(&mut self, condition: u32, test: &Test) {
        let posting = Posting::new(condition, false);
        match test {
            Test::Exact(Exact(scalar)) => self.exact(scalar, posting),
            Test::Exactly(test) => push(&mut self.strings, test.0.as_bytes(), posting),
            Test::Prefix(Prefix::Exact(text)) => push(&mut self.prefixes, text.as_bytes(), posting),
            Test::Suffix(Suffix::Exact(text)) => {
                push(&mut self.suffixes, &reversed(text.as_bytes()), posting)
            }
            Test::EqualsIgnoreCase(test) => {
                let check = self.check(Check::Equals(test.0.clone()), posting);
                push(&mut self.equal, &folded(test.0.text()), check);
            }
            Test::Prefix(Prefix::IgnoreCase(text)) => {
                let check = self.check(Check::Starts(text.clone()), posting);
                push(&mut self.folded_prefixes, &folded(text.text()), check);
            }
            Test::Suffix(Suffix::IgnoreCase(text)) => {
                let check = self.check(Check::Ends(text.clone()), posting);
                push(&mut self.folded_suffixes, &reversed(&folded(text.text())), check);
            }
            Test::Wildcard(test) => self.wildcards.push((test.clone(), posting)),
            Test::Cidr(test) => self.block(test, posting),
            Test::Numeric(test) => self.range(test, posting),
            Test::AnythingBut(test) => self.anything_but(test, Posting::new(condition, true)),
            Test::Exists(test) if test.0 => self.index.present.push(posting),
            Test::Exists(_) => {}
        }
    }

    /// Adds every `anything-but` of a condition that has more than one.
    pub fn add_refusals(&mut self, condition: u32, tests: Vec<AnythingBut>) {
        self.index.refusals.push((Refusals(tests), Posting::new(condition, false)));
    }

    fn exact(&mut self, scalar: &Scalar, posting: Posting) {
        match scalar {
            Scalar::Null => self.index.null.push(posting),
            Scalar::Bool(true) => self.index.yes.push(posting),
            Scalar::Bool(false) => self.index.no.push(posting),
            Scalar::Number(_, Some(value)) => {
                self.numbers.entry(u128::from(key(*value))).or_default().push(posting);
            }
            Scalar::Number(text, None) => push(&mut self.number_texts, text.as_bytes(), posting),
            Scalar::String(text) => match address::parse(text) {
                Ok(address) => {
                    let bits = if address.is_ipv4() { 32 } else { 128 };
                    let (family, network) = network(address, bits);
                    let points = self.addresses.entry((family, bits)).or_default();
                    points.entry(network).or_default().push(posting);
                }
                Err(_) => push(&mut self.strings, text.as_bytes(), posting),
            },
        }
    }

    fn block(&mut self, test: &Cidr, posting: Posting) {
        let (family, network) = network(test.network(), test.bits());
        let points = self.addresses.entry((family, test.bits())).or_default();
        points.entry(network).or_default().push(posting);
    }

    fn range(&mut self, test: &Numeric, posting: Posting) {
        let low = test.bottom.as_ref().map_or(Some(0), |bound| {
            if bound.inclusive { Some(key(bound.value)) } else { key(bound.value).checked_add(1) }
        });
        let high = test.top.as_ref().map_or(Some(u64::MAX), |bound| {
            if bound.inclusive { Some(key(bound.value)) } else { key(bound.value).checked_sub(1) }
        });
        if let (Some(low), Some(high)) = (low, high)
            && low <= high
        {
            self.ranges.entry((low, high)).or_default().push(posting);
        }
    }

    fn anything_but(&mut self, test: &AnythingBut, refused: Posting) {
        match test {
            AnythingBut::Strings(list) => {
                list.iter().for_each(|text| push(&mut self.strings, text.as_bytes(), refused));
            }
            AnythingBut::Numbers(list) => {
                for (_, value) in list {
                    self.numbers.entry(u128::from(key(*value))).or_default().push(refused);
                }
            }
            AnythingBut::Prefix(list) => {
                list.iter().for_each(|text| push(&mut self.prefixes, text.as_bytes(), refused));
            }
            AnythingBut::Suffix(list) => {
                list.iter().for_each(|text| push(&mut self.suffixes, &reversed(text.as_bytes()), refused));
            }
            AnythingBut::IgnoreCase(list) => {
                for text in list {
                    let check = self.check(Check::Equals(text.clone()), refused);
                    push(&mut self.equal, &folded(text.text()), check);
                }
            }
            AnythingBut::Wildcard(list) => {
                self.wildcards.extend(list.iter().map(|wildcard| (wildcard.clone(), refused)));
            }
            AnythingBut::Never => {}
        }
    }

    fn check(&mut self, check: Check, then: Posting) -> Posting {
        self.index.checks.push((check, then));
        Posting::check(self.index.checks.len() as u32 - 1)
    }

    /// Looks each wildcard up by the literal that the fewest others share, the longest of those.
    fn place_wildcards(&mut self) {
        let wildcards = std::mem::take(&mut self.wildcards);
        let mut users: HashMap<(LiteralPlace, &str), usize> = HashMap::new();
        for (wildcard, _) in &wildcards {
            for literal in literals(wildcard) {
                *users.entry(literal).or_default() += 1;
            }
        }
        for (wildcard, posting) in &wildcards {
            if let [text] = wildcard.runs() {
                push(&mut self.strings, text.as_bytes(), *posting);
                continue;
            }
            let users = |literal: &(LiteralPlace, &str)| users.get(literal).copied().unwrap_or(0);
            let best = literals(wildcard).min_by_key(|literal| {
                // A start is cheaper to look up than an end, and an end than an inner literal.
                (users(literal), std::cmp::Reverse(literal.1.len()), literal.0)
            });
            let Some((place, text)) = best else {
                self.index.any_string.push(*posting);
                continue;
            };
            let check = self.check(Check::wildcard(wildcard), *posting);
            match place {
                LiteralPlace::Start => push(&mut self.prefixes, text.as_bytes(), check),
                LiteralPlace::End => push(&mut self.suffixes, &reversed(text.as_bytes()), check),
                LiteralPlace::Inside => push(&mut self.literals, text.as_bytes(), check),
            }
        }
    }

    /// The index, when every test was added.
    pub fn build(mut self) -> Index {
        self.place_wildcards();
        let mut index = self.index;
        index.strings = Strings::new(self.strings);
        index.prefixes = Affixes::new(self.prefixes);
        index.suffixes = Affixes::new(self.suffixes);
        index.literals = Literals::new(&self.literals);
        if index.literals.is_none() {
            // No automaton holds them: every string is checked.
            index.any_string_checks = self.literals.into_values().flatten().collect();
        }
        if [&self.equal, &self.folded_prefixes, &self.folded_suffixes].iter().any(|texts| !texts.is_empty()) {
            index.folded = Some(Box::new(Folded {
                equal: Strings::new(self.equal),
                prefixes: Affixes::new(self.folded_prefixes),
                suffixes: Affixes::new(self.folded_suffixes),
            }));
        }
        index.addresses = Blocks::new(self.addresses);
        index.numbers = Points::new(self.numbers);
        index.number_texts = Strings::new(self.number_texts);
        index.ranges = Ranges::new(self.ranges);
        index
    }
}

/// The literals of a wildcard with stars that are not empty.
fn literals(wildcard: &Wildcard) -> impl Iterator<Item = (LiteralPlace, &str)> {
    let last = wildcard.runs().len() - 1;
    let place = move |at: usize| match at {
        0 => LiteralPlace::Start,
        at if at == last => LiteralPlace::End,
        _ => LiteralPlace::Inside,
    };
    let runs = wildcard.runs().iter().enumerate().filter(move |(_, run)| last > 0 && !run.is_empty());
    runs.map(move |(at, run)| (place(at), run.as_str()))
}

fn push(texts: &mut Texts, text: &[u8], posting: Posting) {
    match texts.get_mut(text) {
        Some(postings) => postings.push(posting),
        None => {
            texts.insert(text.to_vec(), vec![posting]);
        }
    }
}

fn reversed(text: &[u8]) -> Vec<u8> {
    text.iter().rev().copied().collect()
}

fn folded(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    fold(text.as_bytes(), &mut out);
    out
}
