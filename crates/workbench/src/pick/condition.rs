//! A value of the event made a condition of the event pattern.

use super::why_not::{PatternChange, WhyNot};
use crate::explain::explain;
use crate::explanation::{Finding, Reason};
use crate::report::{Report, Verdict};
use rulepad_document::diagnostic::apply;
use rulepad_document::json::{self, Node, Value, Written, append_items, append_member, compact};
use rulepad_document::path::{self, Step};
use rulepad_document::{Diagnostic, Edit, Lang, Role, Span};
use rulepad_pattern::{self as pattern, Dialect};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// More values of one array are not made alternatives.
const MOST_VALUES: usize = 50;

/// A change of the event pattern.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The edits of the pattern; none where it takes the value already.
    pub edits: Vec<Edit>,
    /// What was done, as a sentence.
    pub said: String,
}

/// Makes the pattern ask for the value at a byte offset of the event: adds the field, or the value to the
/// field's list. A pattern that matched the event still does, and one that AWS takes stays one.
///
/// # Errors
/// A sentence, when the value or the pattern does not allow it.
pub fn add_to_pattern(
    pattern: &str,
    event: &str,
    offset: usize,
    dialect: Dialect,
    lang: Lang,
) -> Result<Condition, String> {
    added(pattern, event, offset, dialect, lang).map_err(|why| words!(lang, pick::why_not(&why)))
}

fn added(
    pattern: &str,
    event: &str,
    offset: usize,
    dialect: Dialect,
    lang: Lang,
) -> Result<Condition, WhyNot> {
    let root = json::parse_unchecked(event, Role::Event).root.ok_or(WhyNot::EventEmpty)?;
    let offset = u32::try_from(offset).unwrap_or(u32::MAX);
    let (steps, node) = path::at(&root, offset).ok_or(WhyNot::NoValue)?;
    let literals = literals(event, &steps, node)?;
    let keys = keys(&steps);
    let name = keys.join(".");
    let blank = pattern.trim().is_empty();
    let text = if blank { "{}" } else { pattern };
    let Some((edit, change)) = change(text, &keys, &literals, dialect)? else {
        let said = words!(lang, pick::pattern_change(&PatternChange::TakesAlready(name)));
        return Ok(Condition { edits: Vec::new(), said });
    };
    let after = apply(text, std::slice::from_ref(&edit));
    held(text, &after, event, &name, dialect, lang)?;
    let edits =
        if blank { vec![Edit { span: Span::new(0, pattern.len()), text: after }] } else { vec![edit] };
    Ok(Condition { edits, said: words!(lang, pick::pattern_change(&change)) })
}

/// The texts of the values a condition would list, as they are written in the event.
pub(super) fn literals(event: &str, steps: &[Step], node: &Node) -> Result<Vec<String>, WhyNot> {
    let name = path::name(steps);
    if keys(steps).is_empty() {
        return Err(WhyNot::WholeEvent);
    }
    if keys(steps).contains(&"$or") {
        return Err(WhyNot::Or);
    }
    let literal = |node: &Node| {
        let written = node.span.of(event);
        let sound = json::parse(written, Role::Event).valid().is_some() && !written.contains(['\n', '\r']);
        if sound { written.to_owned() } else { compact(node) }
    };
    match &node.value {
        Value::Invalid => Err(WhyNot::NotJson),
        Value::Object(_) => Err(WhyNot::Object(name)),
        Value::Array(items) => {
            let mut found: Vec<String> = Vec::new();
            let scalar =
                |item: &&Node| !matches!(item.value, Value::Array(_) | Value::Object(_) | Value::Invalid);
            for item in items.iter().filter(scalar).map(literal) {
                if !found.contains(&item) {
                    found.push(item);
                }
                if found.len() > MOST_VALUES {
                    return Err(WhyNot::TooManyValues { name, most: MOST_VALUES });
                }
            }
            if found.is_empty() {
                return Err(if items.is_empty() {
                    WhyNot::EmptyArray(name)
                } else {
                    WhyNot::NoScalars(name)
                });
            }
            Ok(found)
        }
        _ => Ok(vec![literal(node)]),
    }
}

/// The names of the fields on the way; array elements have none in a pattern.
fn keys<'s>(steps: &'s [Step]) -> Vec<&'s str> {
    let key = |step: &'s Step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    };
    steps.iter().filter_map(key).collect()
}

/// Where in a pattern a field belongs.
enum FieldPlace<'p> {
    /// Its list of matchers.
    List(&'p Node),
    /// A new member of this object, under these keys.
    New(&'p Node, Vec<String>),
    /// Something else is there.
    Taken(WhyNot),
}

/// The edit with what it does; `None` where the pattern takes the value already.
fn change(
    text: &str,
    keys: &[&str],
    literals: &[String],
    dialect: Dialect,
) -> Result<Option<(Edit, PatternChange)>, WhyNot> {
    let document = json::parse(text, Role::Pattern);
    if document.diagnostics.iter().any(Diagnostic::is_error) {
        return Err(WhyNot::PatternBroken);
    }
    let root = document.root.filter(|root| root.members().is_some());
    let root = root.ok_or(WhyNot::PatternNotObject)?;
    let name = keys.join(".");
    let owned: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    let mut branches = Vec::new();
    let list = match find(&root, &owned, &mut branches) {
        FieldPlace::Taken(why) => return Err(why),
        FieldPlace::List(list) => list,
        FieldPlace::New(object, rest) => match branches.as_slice() {
            [] => {
                let (first, value) = written(&rest, literals).ok_or(WhyNot::NoValue)?;
                let edit = append_member(text, object, &first, &value).ok_or(WhyNot::NoPlace)?;
                return Ok(Some((edit, PatternChange::Asks(name))));
            }
            [only] => only,
            several => {
                return Err(WhyNot::Branches { name, count: several.len() });
            }
        },
    };
    let missing: Vec<String> =
        literals.iter().filter(|literal| !takes(list, text, literal, dialect)).cloned().collect();
    if missing.is_empty() || (literals.len() > 1 && missing.len() < literals.len()) {
        return Ok(None);
    }
    let edit = append_items(text, list, &missing).ok_or(WhyNot::NoPlace)?;
    Ok(Some((edit, PatternChange::TakesMore(name))))
}

/// Follows the joined name of a field through a pattern, and gathers its lists in branches of `$or` on the way.
fn find<'p>(object: &'p Node, rest: &[String], branches: &mut Vec<&'p Node>) -> FieldPlace<'p> {
    let joined = rest.join(".");
    let members = object.members().unwrap_or_default();
    for member in members.iter().filter(|member| member.key == "$or") {
        let Value::Array(items) = &member.value.value else { continue };
        for branch in items {
            if let FieldPlace::List(list) = find(branch, rest, branches) {
                branches.push(list);
            }
        }
    }
    let on_the_way = |key: &str| {
        joined.strip_prefix(key).is_some_and(|more| more.is_empty() || more.starts_with('.')) && key != "$or"
    };
    // Of duplicate keys the last counts.
    let Some(member) = members.iter().rev().find(|member| on_the_way(&member.key)) else {
        return FieldPlace::New(object, rest.to_vec());
    };
    let exact = member.key == joined;
    match &member.value.value {
        Value::Array(_) if exact => FieldPlace::List(&member.value),
        Value::Object(_) if !exact => find(&member.value, &after(rest, &member.key), branches),
        Value::Object(_) => FieldPlace::Taken(WhyNot::FieldsBelow(member.key.clone())),
        Value::Array(_) => FieldPlace::Taken(WhyNot::ConditionAbove(member.key.clone())),
        _ => FieldPlace::Taken(WhyNot::NoList(member.key.clone())),
    }
}

/// The keys that are left behind one that may be several of them joined.
fn after(rest: &[String], key: &str) -> Vec<String> {
    let mut taken = String::new();
    for (at, own) in rest.iter().enumerate() {
        taken.push_str(own);
        if taken.len() >= key.len() {
            let odd = taken.get(key.len() + 1..).map(str::to_owned);
            return odd.into_iter().chain(rest.iter().skip(at + 1).cloned()).collect();
        }
        taken.push('.');
    }
    Vec::new()
}

fn written(keys: &[String], literals: &[String]) -> Option<(String, Written)> {
    let (first, rest) = keys.split_first()?;
    let list = Written::List(literals.to_vec());
    let value = rest.iter().rev().fold(list, |inner, key| Written::Nested(key.clone(), Box::new(inner)));
    Some((first.clone(), value))
}

/// Whether a list of matchers, valid or not, accepts a value.
fn takes(list: &Node, text: &str, literal: &str, dialect: Dialect) -> bool {
    let written = json::parse(literal, Role::Event).root.map(|root| compact(&root));
    if let Value::Array(items) = &list.value
        && items.iter().any(|item| Some(compact(item)) == written)
    {
        return true;
    }
    let list = list.span.of(text);
    let parsed = pattern::parse_in(&format!("{{\"f\": {list}}}"), dialect);
    let event = json::parse(&format!("{{\"f\": {literal}}}"), Role::Event);
    let event = event.valid().and_then(pattern::Event::new);
    let matched = parsed.valid().zip(event).and_then(|(pattern, event)| pattern::matches(pattern, &event));
    matched == Some(true)
}

/// Whether the new pattern keeps what the old one had.
fn held(
    before: &str,
    after: &str,
    event: &str,
    name: &str,
    dialect: Dialect,
    lang: Lang,
) -> Result<(), WhyNot> {
    let (old, new) = (explain(before, event, dialect, lang), explain(after, event, dialect, lang));
    let (had, has) = (errors(&old), errors(&new));
    let added = new
        .pattern
        .iter()
        .find(|found| found.is_error() && had.get(found.code.as_ref()) < has.get(found.code.as_ref()));
    if let Some(added) = added {
        return Err(WhyNot::WouldBeRefused(added.message.clone()));
    }
    let Some(explanation) = &new.explanation else { return Ok(()) };
    let lets = |found: &Finding| found.holds || matches!(found.reason, Reason::ElementsDisagree { .. });
    let asked = explanation.conditions.iter().any(|found| found.name == name && lets(found));
    if !asked {
        let name = name.to_owned();
        return Err(match dialect {
            Dialect::Rule | Dialect::Archive => WhyNot::WouldNotHold(name),
            _ => WhyNot::NotTried { name, dialect },
        });
    }
    if old.verdict == Verdict::Match && new.verdict != Verdict::Match {
        return Err(WhyNot::NoSingleElement(name.to_owned()));
    }
    Ok(())
}

fn errors(report: &Report) -> BTreeMap<&str, usize> {
    let mut codes = BTreeMap::new();
    for found in report.pattern.iter().filter(|found| found.is_error()) {
        *codes.entry(found.code.as_ref()).or_default() += 1;
    }
    codes
}
