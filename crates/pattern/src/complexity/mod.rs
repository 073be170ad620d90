//! How complex AWS takes the wildcards of a pattern to be, and where that is too much.

mod live;

use crate::diagnostics as say;
use crate::field_machines::{self, FieldMachine};
use crate::message::Diagnostic;
use crate::operator::Test;
use crate::operator::anything_but::AnythingBut;
use crate::operator::wildcard::Wildcard;
use crate::syntax::{Matcher, Pattern};
use live::Budget;
use rulepad_document::{Edit, Span, json::quote};
use serde::{Deserialize, Serialize};

/// The greatest complexity that AWS accepts, as far as is known: it was seen to accept 7 and to refuse 11,
/// and its engine's own advice is 10.
pub const LIMIT: usize = 10;

/// How many positions are looked at for a pattern, and for one of its wildcards alone.
const WORK: usize = 8_000_000;
const WORK_ALONE: usize = 200_000;

/// What the wildcards of a pattern cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complexity {
    /// The complexity of the costliest field; 0 without wildcards.
    pub value: Count,
    /// The greatest value that AWS is thought to accept: [`LIMIT`].
    pub limit: usize,
    /// The joined name of the costliest field; empty without wildcards.
    pub field: String,
    /// The costliest wildcard of that field.
    pub costliest: Option<Cost>,
    /// Every wildcard, in the order of the text; the same one twice on a field counts once.
    pub wildcards: Vec<Cost>,
}

/// A wildcard and what it costs alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Where the matcher stands in the pattern.
    pub span: Span,
    /// The joined name of its field.
    pub field: String,
    /// Its complexity, were it the only one.
    pub value: Count,
}

/// A count that may have been given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// So many.
    Exact(usize),
    /// So many or more.
    AtLeast(usize),
}

impl Count {
    /// What was counted.
    #[must_use]
    pub fn least(self) -> usize {
        match self {
            Self::Exact(count) | Self::AtLeast(count) => count,
        }
    }
}

/// Counts the complexity of a valid pattern's wildcards.
///
/// Observed of AWS's engine: the complexity of a field is the greatest number of positions that one value can
/// keep alive in its wildcards, `anything-but` wildcards included, and that of a pattern is its costliest
/// field's. Branches of `$or` add to each other where they follow the same matches.
#[must_use]
pub fn complexity(pattern: &Pattern) -> Complexity {
    let mut found = Complexity {
        value: Count::Exact(0),
        limit: LIMIT,
        field: String::new(),
        costliest: None,
        wildcards: Vec::new(),
    };
    if !pattern.conditions.iter().flat_map(|condition| &condition.matchers).any(|own| !texts(own).is_empty())
    {
        return found;
    }
    let fields = field_machines::of(pattern);
    let mut budget = Budget(WORK);
    let mut whole = fields.complete;
    for machine in &fields.machines {
        let costs = costs(machine);
        let lists: Vec<Vec<&Wildcard>> =
            machine.matchers.iter().map(|own| texts(own)).filter(|texts| !texts.is_empty()).collect();
        let value = live::most(&lists, &mut budget);
        whole &= matches!(value, Count::Exact(_));
        if value.least() > found.value.least() {
            found.value = value;
            machine.name.clone_into(&mut found.field);
            found.costliest = costliest(&costs).cloned();
        }
        found.wildcards.extend(costs);
    }
    if !whole {
        found.value = Count::AtLeast(found.value.least());
    }
    rulepad_document::order::sort_by_key(&mut found.wildcards, |cost| cost.span);
    found.wildcards.dedup();
    found
}

/// AWS's refusal, when a pattern that is valid otherwise is too complex; `end` is the length of its text.
pub(crate) fn check(pattern: &Pattern, end: usize) -> Option<Diagnostic> {
    let complexity = complexity(pattern);
    (complexity.value.least() > LIMIT).then(|| say::too_complex(&complexity, simpler(pattern), end))
}

/// Whether AWS accepts a wildcard that is the only one of its pattern.
pub(crate) fn is_accepted(wildcard: &Wildcard) -> bool {
    live::most(&[vec![wildcard]], &mut Budget(WORK_ALONE)).least() <= LIMIT
}

fn costs(machine: &FieldMachine<'_>) -> Vec<Cost> {
    let cost = |matcher: &&Matcher| {
        let texts = texts(matcher);
        let value = live::most(std::slice::from_ref(&texts), &mut Budget(WORK_ALONE));
        let cost = || Cost { span: matcher.span, field: machine.name.to_owned(), value };
        (!texts.is_empty()).then(cost)
    };
    machine.matchers.iter().filter_map(cost).collect()
}

/// The first of the costliest.
fn costliest(costs: &[Cost]) -> Option<&Cost> {
    costs.iter().rev().max_by_key(|cost| cost.value.least())
}

fn texts(matcher: &Matcher) -> Vec<&Wildcard> {
    match &matcher.test {
        Test::Wildcard(wildcard) => vec![wildcard],
        Test::AnythingBut(AnythingBut::Wildcard(list)) => list.iter().collect(),
        _ => Vec::new(),
    }
}

/// The edits that turn every wildcard with its only star at an end into a prefix or a suffix.
fn simpler(pattern: &Pattern) -> Vec<Edit> {
    let matchers = pattern.conditions.iter().flat_map(|condition| &condition.matchers);
    matchers
        .filter_map(|matcher| {
            let text = match &matcher.test {
                Test::Wildcard(wildcard) => {
                    let (operator, text) = affix(wildcard)?;
                    format!("{{{}: {}}}", quote(operator), quote(text))
                }
                Test::AnythingBut(AnythingBut::Wildcard(list)) => {
                    let affixes: Vec<(&str, &str)> = list.iter().map(affix).collect::<Option<_>>()?;
                    let (operator, _) = affixes.first()?;
                    if affixes.iter().any(|(own, text)| own != operator || text.is_empty()) {
                        return None;
                    }
                    let quoted: Vec<String> = affixes.iter().map(|(_, text)| quote(text)).collect();
                    let argument = match quoted.as_slice() {
                        [one] => one.clone(),
                        more => format!("[{}]", more.join(", ")),
                    };
                    format!("{{\"anything-but\": {{{}: {argument}}}}}", quote(operator))
                }
                _ => return None,
            };
            Some(Edit { span: matcher.span, text })
        })
        .collect()
}

/// The operator and the text that say the same as the wildcard. At its quoted end AWS's engine reads a text
/// as more than it says, so there the wildcard stays.
fn affix(wildcard: &Wildcard) -> Option<(&'static str, &str)> {
    match wildcard.runs() {
        [text, end] if end.is_empty() && !text.ends_with('"') => Some(("prefix", text)),
        [start, text] if start.is_empty() && !text.starts_with('"') => Some(("suffix", text)),
        _ => None,
    }
}
