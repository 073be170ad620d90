//! The distinct conditions of all patterns, and how rare each of them is.

use crate::decide::marks::Condition;
use crate::index::Builder;
use rulepad_pattern::event::Scalar;
use rulepad_pattern::operator::Test;
use rulepad_pattern::operator::anything_but::AnythingBut;
use rulepad_pattern::operator::exact::Exact;
use rulepad_pattern::syntax;
use std::collections::HashMap;
use std::fmt::Debug;

/// A condition that some sub-rules share.
#[derive(Clone, Debug)]
struct Own {
    field: u32,
    tests: Vec<Test>,
    kind: Condition,
    /// About the share of events in which it holds.
    share: f64,
}

/// Every distinct condition.
#[derive(Default)]
pub(crate) struct Conditions {
    /// The name of each field, and how many tests of each kind there are on it.
    pub fields: Vec<(String, HashMap<TestKind, u32>)>,
    by_name: HashMap<String, u32>,
    by_text: HashMap<(u32, String), u32>,
    tests: HashMap<(u32, String), ()>,
    all: Vec<Own>,
}

/// Tests that exclude each other, as a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TestKind {
    Equal,
    Start,
    End,
    Wildcard,
    Range,
    Block,
    Other,
}

impl Conditions {
    /// The number of a condition; `None` when it accepts nothing.
    pub fn intern(&mut self, condition: &syntax::Condition) -> Option<u32> {
        let field = self.field(&condition.name);
        let tests = condition.matchers.iter().map(|matcher| &matcher.test);
        let mut tests: Vec<(String, &Test)> = tests
            .filter(|test| !matches!(test, Test::AnythingBut(AnythingBut::Never)))
            .map(|test| (identity(test), test))
            .collect();
        tests.sort_by(|a, b| a.0.cmp(&b.0));
        tests.dedup_by(|a, b| a.0 == b.0);
        if tests.is_empty() {
            return None;
        }
        for (text, test) in &tests {
            if self.tests.insert((field, text.clone()), ()).is_none()
                && let Some((_, counts)) = self.fields.get_mut(field as usize)
            {
                *counts.entry(kind(test)).or_default() += 1;
            }
        }
        let text = tests.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join("\n");
        let free = self.all.len() as u32;
        let number = *self.by_text.entry((field, text)).or_insert(free);
        if number == free {
            let tests: Vec<Test> = tests.into_iter().map(|(_, test)| test.clone()).collect();
            let negative = tests.iter().filter(|test| matches!(test, Test::AnythingBut(_))).count();
            let absence = tests.iter().any(|test| matches!(test, Test::Exists(exists) if !exists.0));
            let kind = Condition { field, open: negative == 1, absence };
            self.all.push(Own { field, tests, kind, share: 1.0 });
        }
        Some(number)
    }

    fn field(&mut self, name: &str) -> u32 {
        if let Some(field) = self.by_name.get(name) {
            return *field;
        }
        let field = self.fields.len() as u32;
        self.fields.push((name.to_owned(), HashMap::new()));
        self.by_name.insert(name.to_owned(), field);
        field
    }

    /// Numbers the conditions again, field by field, and gives the new number of each; what is rare is known from
    /// then on.
    pub fn renumber(&mut self) -> Vec<u32> {
        let fields = &self.fields;
        for own in &mut self.all {
            let counts = fields.get(own.field as usize).map(|(_, counts)| counts);
            let shares = own.tests.iter().map(|test| {
                let others = counts.and_then(|counts| counts.get(&kind(test))).copied().unwrap_or(0);
                share(test, f64::from(others))
            });
            own.share = shares.sum::<f64>().min(1.0);
        }
        let mut order: Vec<u32> = (0..self.all.len() as u32).collect();
        order.sort_by_key(|number| self.all.get(*number as usize).map(|own| own.field));
        let mut renumbered = vec![0; order.len()];
        for (new, old) in (0..).zip(&order) {
            if let Some(number) = renumbered.get_mut(*old as usize) {
                *number = new;
            }
        }
        let mut all: Vec<Option<Own>> = std::mem::take(&mut self.all).into_iter().map(Some).collect();
        self.all = order.iter().filter_map(|old| all.get_mut(*old as usize)?.take()).collect();
        renumbered
    }

    /// Puts the rarest condition first.
    pub fn sort_by_rarity(&self, conditions: &mut [u32]) {
        let share = |number: u32| self.all.get(number as usize).map_or(1.0, |own| own.share);
        conditions.sort_by(|a, b| share(*a).total_cmp(&share(*b)).then(a.cmp(b)));
    }

    /// The kind of each condition.
    pub fn kinds(&self) -> Vec<Condition> {
        self.all.iter().map(|own| own.kind).collect()
    }

    /// Adds every test to the index of its field.
    pub fn fill(&self, builders: &mut [Builder]) {
        for (number, own) in (0..).zip(&self.all) {
            let Some(builder) = builders.get_mut(own.field as usize) else { continue };
            let negative = |test: &&Test| matches!(test, Test::AnythingBut(_));
            for test in own.tests.iter().filter(|test| own.kind.open || !negative(test)) {
                builder.add(number, test);
            }
            if !own.kind.open && own.tests.iter().any(|test| negative(&test)) {
                let tests = own.tests.iter().filter_map(|test| match test {
                    Test::AnythingBut(test) => Some(test.clone()),
                    _ => None,
                });
                builder.add_refusals(number, tests.collect());
            }
        }
    }

    /// About how many bytes a condition takes in its index.
    pub fn weight(&self, number: u32) -> u32 {
        let tests = self.all.get(number as usize).map(|own| own.tests.as_slice()).unwrap_or_default();
        tests.iter().map(weight).sum()
    }
}

/// A text that is the same for tests that accept the same by their form: the order of an `anything-but` list is of no
/// matter.
fn identity(test: &Test) -> String {
    fn sorted<T: Debug>(list: &[T]) -> String {
        let mut items: Vec<String> = list.iter().map(|item| format!("{item:?}")).collect();
        items.sort();
        items.dedup();
        items.join(", ")
    }
    let Test::AnythingBut(own) = test else { return format!("{test:?}") };
    match own {
        AnythingBut::Strings(list) => format!("not {}", sorted(list)),
        AnythingBut::Numbers(list) => format!("not number {}", sorted(list)),
        AnythingBut::Prefix(list) => format!("not prefix {}", sorted(list)),
        AnythingBut::Suffix(list) => format!("not suffix {}", sorted(list)),
        AnythingBut::IgnoreCase(list) => format!("not in any case {}", sorted(list)),
        AnythingBut::Wildcard(list) => format!("not wildcard {}", sorted(list)),
        AnythingBut::Never => "never".to_owned(),
    }
}

fn kind(test: &Test) -> TestKind {
    match test {
        Test::Exact(Exact(Scalar::String(_) | Scalar::Number(..)))
        | Test::Exactly(_)
        | Test::EqualsIgnoreCase(_) => TestKind::Equal,
        Test::Prefix(_) => TestKind::Start,
        Test::Suffix(_) => TestKind::End,
        Test::Wildcard(_) => TestKind::Wildcard,
        Test::Numeric(_) => TestKind::Range,
        Test::Cidr(_) => TestKind::Block,
        Test::Exact(_) | Test::AnythingBut(_) | Test::Exists(_) => TestKind::Other,
    }
}

/// About the share of values that a test accepts, where there are so many tests of its kind on the field: the more
/// there are, the more the field's values differ.
fn share(test: &Test, others: f64) -> f64 {
    match test {
        Test::Numeric(test) if test.bottom.is_none() || test.top.is_none() => 0.5,
        Test::AnythingBut(_) => 0.9,
        Test::Exists(exists) if exists.0 => 0.8,
        Test::Exists(_) => 0.7,
        Test::Exact(Exact(Scalar::Null | Scalar::Bool(_))) => 0.4,
        _ => 1.0 / (1.0 + others),
    }
}

fn weight(test: &Test) -> u32 {
    let length = |text: &str| text.len() as u32 + 32;
    match test {
        Test::Exact(Exact(Scalar::String(text))) => length(text),
        Test::Exactly(test) => length(&test.0),
        Test::Wildcard(test) => 4 * length(test.text()),
        Test::AnythingBut(test) => match test {
            AnythingBut::Strings(list) | AnythingBut::Prefix(list) | AnythingBut::Suffix(list) => {
                list.iter().map(|text| length(text)).sum()
            }
            AnythingBut::Numbers(list) => 48 * list.len() as u32,
            AnythingBut::IgnoreCase(list) => list.iter().map(|text| 2 * length(text.text())).sum(),
            AnythingBut::Wildcard(list) => list.iter().map(|text| 4 * length(text.text())).sum(),
            AnythingBut::Never => 0,
        },
        _ => 48,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_pattern::parse;

    #[test]
    fn the_order_of_a_list_makes_no_other_condition() {
        let mut all = Conditions::default();
        let mut number = |list: &str| {
            let parsed = parse(&format!(r#"{{"a": [{{"anything-but": {list}}}]}}"#));
            parsed.valid().and_then(|own| all.intern(own.conditions.first()?)).unwrap()
        };
        let own = number(r#"["x", "y"]"#);
        assert_eq!(number(r#"["y", "x", "y"]"#), own);
        for other in [r#"["x"]"#, r#"{"prefix": ["x", "y"]}"#, r#"{"suffix": ["x", "y"]}"#, "[1, 2]"] {
            assert_ne!(number(other), own, "{other}");
        }
    }
}
