//! Patterns changed by one small step each, to see whether the tests notice.

use crate::load::{Loaded, LoadedRule};
use crate::result::{Change, Fate, Mutant};
use rulepad_document::json::build::{list, node, object, string};
use rulepad_document::json::{Layout, Member, Node, Value, parse, print};
use rulepad_document::{Role, Span};
use rulepad_pattern::compare::{Relation, compare};
use rulepad_pattern::{Dialect, Pattern, parse_in};
use rulepad_workbench::Lang;
use rulepad_workbench::bulk::{RuleSet, Scratch};
use rulepad_workbench::{Verdict, batch, explain};

/// How many mutants of one rule are tried.
const MOST: usize = 1000;

/// A changed pattern before it is tried.
struct Candidate {
    change: Change,
    field: String,
    span: Span,
    root: Node,
}

/// Tries the mutants of a rule on the events of its tests, each with whether it must match; gives the number of those
/// beyond the bound as well.
pub(crate) fn mutants(rule: &LoadedRule, loaded: &Loaded, events: &[(String, bool)]) -> (Vec<Mutant>, usize) {
    let Some(root) = parse(&rule.draft.pattern, Role::Pattern).root else { return (Vec::new(), 0) };
    let dialect = rule.draft.dialect;
    let original = parse_in(&rule.draft.pattern, dialect);
    let Some(pattern) = original.valid() else { return (Vec::new(), 0) };
    // A check that fails with the rule itself says nothing of a change.
    let noticed: Vec<&(String, bool)> = events
        .iter()
        .filter(|(event, expected)| !differs(&rule.draft.pattern, event, *expected, dialect))
        .collect();
    let all = candidates(&root);
    let untried = all.len().saturating_sub(MOST);
    let mut tried = Vec::new();
    for candidate in all.into_iter().take(MOST) {
        let text = print(&candidate.root, Layout::Compact);
        // What AWS refuses cannot be deployed, so no test is needed to notice it.
        if let Some(mutant) = parse_in(&text, dialect).valid() {
            tried.push((candidate, text, mutant.clone()));
        }
    }
    let killed = match dialect {
        Dialect::Rule => killed(tried.iter().map(|(_, _, mutant)| mutant), &noticed),
        _ => {
            let is_killed =
                |text| noticed.iter().any(|(event, expected)| differs(text, event, *expected, dialect));
            tried.iter().map(|(_, text, _)| is_killed(text)).collect()
        }
    };
    let mut out = Vec::new();
    for ((Candidate { change, field, span, .. }, text, mutant), killed) in tried.into_iter().zip(killed) {
        let fate = if killed { Fate::Killed } else { fate(pattern, &mutant) };
        out.push(Mutant { change, field, span, place: rule.place(loaded, span), pattern: text, fate });
    }
    (out, untried)
}

/// Which mutants differ from what is expected on one of the events: all of them in one pass over each event.
fn killed<'m>(mutants: impl Iterator<Item = &'m Pattern>, events: &[&(String, bool)]) -> Vec<bool> {
    let mut rules = RuleSet::default();
    let mut killed: Vec<bool> = mutants.map(|mutant| rules.add(mutant.clone())).map(|_| false).collect();
    let (matcher, mut scratch) = (rules.compile(), Scratch::default());
    for (event, expected) in events {
        let Ok(found) = matcher.matching(event.as_bytes(), &mut scratch) else { continue };
        // A mutant without a verdict differs from nothing.
        let mut as_expected = vec![!expected; killed.len()];
        for number in found.matched {
            if let Some(own) = as_expected.get_mut(*number as usize) {
                *own = *expected;
            }
        }
        for number in found.undecided {
            if let Some(own) = as_expected.get_mut(*number as usize) {
                *own = true;
            }
        }
        killed.iter_mut().zip(as_expected).for_each(|(killed, as_expected)| *killed |= !as_expected);
    }
    killed
}

/// What became of a mutant that no event distinguishes from its rule.
fn fate(pattern: &Pattern, mutant: &Pattern) -> Fate {
    let found = compare(pattern, mutant);
    match (found.only_a, found.only_b) {
        (Some(event), _) => Fate::Survived { event, matches: true },
        (None, Some(event)) => Fate::Survived { event, matches: false },
        (None, None) if found.relation == Relation::Same && found.complete => Fate::Equivalent,
        (None, None) => Fate::Unknown,
    }
}

fn differs(pattern: &str, event: &str, expected: bool, dialect: Dialect) -> bool {
    match verdict(pattern, event, dialect) {
        Verdict::Match => !expected,
        Verdict::NoMatch => expected,
        _ => false,
    }
}

fn verdict(pattern: &str, event: &str, dialect: Dialect) -> Verdict {
    match dialect {
        Dialect::Rule => batch::verdict(pattern, event, Lang::En).0,
        dialect => explain(pattern, event, dialect, Lang::En).verdict,
    }
}

/// Every change of a pattern, in the order of its text.
fn candidates(root: &Node) -> Vec<Candidate> {
    let mut out = Vec::new();
    of_object(root, &mut Vec::new(), &mut |path, span, field, change, put| {
        let mut changed = root.clone();
        if replace(&mut changed, path, put) {
            out.push(Candidate { change, field: field.to_owned(), span, root: changed });
        }
    });
    out
}

/// A step into a pattern by the number of a member or an item.
type Path = Vec<usize>;

/// What is done at the end of a path.
enum Put {
    /// The value is left out.
    Nothing,
    /// Another value is there.
    Value(Node),
    /// The member is left out, and the members of an object are beside it.
    Members(Node),
}

type Found<'f> = dyn FnMut(&[usize], Span, &str, Change, Put) + 'f;

fn of_object(object: &Node, path: &mut Path, found: &mut Found<'_>) {
    walk(object, path, &mut Vec::new(), found);
}

fn walk(object: &Node, path: &mut Path, names: &mut Vec<String>, found: &mut Found<'_>) {
    let members = object.members().unwrap_or_default();
    for (at, member) in members.iter().enumerate() {
        path.push(at);
        names.push(member.key.clone());
        let field = names.join(".");
        match &member.value.value {
            Value::Array(branches) if member.key == "$or" => {
                for (number, branch) in branches.iter().enumerate() {
                    path.push(number);
                    let removed = Change::BranchRemoved(number);
                    match &branches[..] {
                        // AWS takes no `$or` of one branch, so the other one is what remains.
                        [first, second] => {
                            let other = if number == 0 { second } else { first };
                            path.pop();
                            found(path, branch.span, "$or", removed, Put::Members(other.clone()));
                            path.push(number);
                        }
                        _ => found(path, branch.span, "$or", removed, Put::Nothing),
                    }
                    names.pop();
                    walk(branch, path, names, found);
                    names.push(member.key.clone());
                    path.pop();
                }
            }
            Value::Array(values) => {
                if members.len() > 1 {
                    found(path, member.key_span, &field, Change::ConditionRemoved, Put::Nothing);
                }
                for (number, value) in values.iter().enumerate() {
                    path.push(number);
                    let from = print(value, Layout::Compact);
                    if values.len() > 1 {
                        found(path, value.span, &field, Change::ValueRemoved(from.clone()), Put::Nothing);
                    }
                    for other in other_values(value) {
                        let to = print(&other, Layout::Compact);
                        let change = Change::Replaced { from: from.clone(), to };
                        found(path, value.span, &field, change, Put::Value(other));
                    }
                    path.pop();
                }
            }
            Value::Object(_) => walk(&member.value, path, names, found),
            _ => {}
        }
        names.pop();
        path.pop();
    }
}

/// Puts a value at the end of a path, or takes the one there away.
fn replace(root: &mut Node, path: &[usize], put: Put) -> bool {
    let Some((last, before)) = path.split_last() else { return false };
    let mut own = root;
    for at in before {
        let inner = match &mut own.value {
            Value::Object(members) => members.get_mut(*at).map(|member| &mut member.value),
            Value::Array(items) => items.get_mut(*at),
            _ => None,
        };
        let Some(inner) = inner else { return false };
        own = inner;
    }
    match (&mut own.value, put) {
        (Value::Object(members), Put::Nothing) if *last < members.len() => {
            members.remove(*last);
        }
        (Value::Object(members), Put::Members(branch)) if *last < members.len() => {
            members.remove(*last);
            return merge(members, branch);
        }
        (Value::Array(items), Put::Nothing) if *last < items.len() => {
            items.remove(*last);
        }
        (Value::Array(items), Put::Value(value)) => match items.get_mut(*last) {
            Some(item) => *item = value,
            None => return false,
        },
        _ => return false,
    }
    true
}

/// Puts the members of an object into another one; `false` where both have a list under one name, which no pattern
/// can require at once.
fn merge(members: &mut Vec<Member>, object: Node) -> bool {
    let Value::Object(more) = object.value else { return false };
    for member in more {
        match members.iter_mut().find(|own| own.key == member.key) {
            None => members.push(member),
            Some(Member { value: Node { value: Value::Object(own), .. }, .. })
                if member.value.members().is_some() =>
            {
                if !merge(own, member.value) {
                    return false;
                }
            }
            Some(_) => return false,
        }
    }
    true
}

/// The values next to a value or an operator.
fn other_values(value: &Node) -> Vec<Node> {
    let Some([member]) = value.members() else { return Vec::new() };
    let key = member.key.as_str();
    let with = |inner: Node| object([(key, Some(inner))]);
    match (key, &member.value.value) {
        ("prefix" | "suffix", Value::String(text)) => {
            shorter(text, key == "prefix").map(string).map(with).into_iter().collect()
        }
        ("prefix" | "suffix", Value::Object(_)) => {
            other_values(&member.value).into_iter().map(with).collect()
        }
        ("equals-ignore-case", Value::String(text)) => vec![string(text.clone())],
        ("wildcard", Value::String(text)) => without_stars(text).into_iter().map(string).map(with).collect(),
        ("exists", Value::Bool(there)) => vec![with(node(Value::Bool(!there)))],
        ("cidr", Value::String(text)) => wider(text).map(string).map(with).into_iter().collect(),
        ("anything-but", inner) => {
            turned(inner).into_iter().chain(fewer(&member.value).into_iter().map(with)).collect()
        }
        ("numeric", Value::Array(parts)) => bounds(parts).into_iter().map(list).map(with).collect(),
        _ => Vec::new(),
    }
}

/// The text with one character less, at its end or its start.
fn shorter(text: &str, at_end: bool) -> Option<String> {
    let mut chars: Vec<char> = text.chars().collect();
    if chars.len() < 2 {
        return None;
    }
    if at_end {
        chars.pop();
    } else {
        chars.remove(0);
    }
    Some(chars.into_iter().collect())
}

/// The text without one of its stars, for each.
fn without_stars(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if c == '*' && !escaped {
            let rest = text.get(..at).unwrap_or_default().to_owned() + text.get(at + 1..).unwrap_or_default();
            out.push(rest);
        }
        escaped = c == '\\' && !escaped;
    }
    out
}

/// The network twice as large.
fn wider(text: &str) -> Option<String> {
    let (address, bits) = text.split_once('/')?;
    let bits = bits.parse::<u8>().ok()?.checked_sub(1)?;
    Some(format!("{address}/{bits}"))
}

/// What `anything-but` excludes, as what is accepted.
fn turned(inner: &Value) -> Option<Node> {
    match inner {
        Value::String(_) | Value::Number(_) | Value::Object(_) => Some(node(inner.clone())),
        // One of several: a list of matchers would be several values.
        Value::Array(items) => items.first().cloned(),
        _ => None,
    }
}

/// The list of `anything-but` without one of its values, for each.
fn fewer(inner: &Node) -> Vec<Node> {
    let Value::Array(items) = &inner.value else { return Vec::new() };
    if items.len() < 2 {
        return Vec::new();
    }
    let without = |left: usize| {
        list(items.iter().enumerate().filter(|(at, _)| *at != left).map(|(_, item)| item.clone()))
    };
    (0..items.len()).map(without).collect()
}

/// Ranges with a bound moved by one, or a bound that belongs to it or no longer does.
fn bounds(parts: &[Node]) -> Vec<Vec<Node>> {
    let mut out = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let other: Vec<Node> = match &part.value {
            Value::String(operator) => match operator.as_str() {
                "<" => vec![string("<=")],
                "<=" => vec![string("<")],
                ">" => vec![string(">=")],
                ">=" => vec![string(">")],
                _ => Vec::new(),
            },
            Value::Number(text) => moved(text).into_iter().map(|text| node(Value::Number(text))).collect(),
            _ => Vec::new(),
        };
        for replacement in other {
            let mut changed = parts.to_vec();
            if let Some(own) = changed.get_mut(at) {
                *own = replacement;
            }
            out.push(changed);
        }
    }
    out
}

/// A number one unit of its last digit further, both ways. Numbers with an exponent are left alone.
fn moved(text: &str) -> Vec<String> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let Ok(value) = format!("{whole}{fraction}").parse::<i64>() else { return Vec::new() };
    let value = value * sign;
    let shown = |value: i64| {
        let digits = format!("{:0width$}", value.unsigned_abs(), width = fraction.len() + 1);
        let (whole, rest) = digits.split_at_checked(digits.len() - fraction.len()).unwrap_or((&digits, ""));
        let minus = if value < 0 { "-" } else { "" };
        if rest.is_empty() { format!("{minus}{whole}") } else { format!("{minus}{whole}.{rest}") }
    };
    [value.checked_sub(1), value.checked_add(1)].into_iter().flatten().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(pattern: &str) -> Vec<String> {
        let root = parse(pattern, Role::Pattern).root.unwrap();
        candidates(&root).iter().map(|own| print(&own.root, Layout::Compact)).collect()
    }

    #[test]
    fn each_operator_has_its_smallest_steps() {
        for (pattern, changed) in [
            (r#"{"a":["x","y"]}"#, &[r#"{"a":["y"]}"#, r#"{"a":["x"]}"#][..]),
            (r#"{"a":[{"prefix":"xyz"}]}"#, &[r#"{"a":[{"prefix":"xy"}]}"#]),
            (r#"{"a":[{"suffix":"xyz"}]}"#, &[r#"{"a":[{"suffix":"yz"}]}"#]),
            (r#"{"a":[{"prefix":{"equals-ignore-case":"x"}}]}"#, &[r#"{"a":[{"prefix":"x"}]}"#][..]),
            (r#"{"a":[{"equals-ignore-case":"X"}]}"#, &[r#"{"a":["X"]}"#]),
            (r#"{"a":[{"exists":true}]}"#, &[r#"{"a":[{"exists":false}]}"#]),
            (r#"{"a":[{"cidr":"10.0.0.0/8"}]}"#, &[r#"{"a":[{"cidr":"10.0.0.0/7"}]}"#]),
            (r#"{"a":[{"wildcard":"x*y"}]}"#, &[r#"{"a":[{"wildcard":"xy"}]}"#]),
            (
                r#"{"a":[{"anything-but":["x","y"]}]}"#,
                &[r#"{"a":["x"]}"#, r#"{"a":[{"anything-but":["y"]}]}"#, r#"{"a":[{"anything-but":["x"]}]}"#],
            ),
            (
                r#"{"a":[{"numeric":[">",0.5]}]}"#,
                &[
                    r#"{"a":[{"numeric":[">=",0.5]}]}"#,
                    r#"{"a":[{"numeric":[">",0.4]}]}"#,
                    r#"{"a":[{"numeric":[">",0.6]}]}"#,
                ],
            ),
            (r#"{"a":["x"],"b":{"c":["y"]}}"#, &[r#"{"b":{"c":["y"]}}"#]),
            (r#"{"$or":[{"a":["x"]},{"b":["y"]}]}"#, &[r#"{"b":["y"]}"#, r#"{"a":["x"]}"#]),
            (
                r#"{"c":{"d":["z"],"$or":[{"a":["x"]},{"a":["y"]},{"b":["y"]}]}}"#,
                &[
                    r#"{"c":{"$or":[{"a":["x"]},{"a":["y"]},{"b":["y"]}]}}"#,
                    r#"{"c":{"d":["z"],"$or":[{"a":["y"]},{"b":["y"]}]}}"#,
                    r#"{"c":{"d":["z"],"$or":[{"a":["x"]},{"b":["y"]}]}}"#,
                    r#"{"c":{"d":["z"],"$or":[{"a":["x"]},{"a":["y"]}]}}"#,
                ],
            ),
            (
                r#"{"c":{"d":["z"]},"$or":[{"c":{"d":["x"]}},{"c":{"e":["y"]}}]}"#,
                &[r#"{"c":{"d":["z"],"e":["y"]}}"#],
            ),
        ] {
            assert_eq!(all(pattern), changed, "{pattern}");
        }
    }

    #[test]
    fn numbers_move_by_their_last_digit() {
        for (text, expected) in
            [("0", ["-1", "1"]), ("-1", ["-2", "0"]), ("9.99", ["9.98", "10.00"]), ("-0.1", ["-0.2", "0.0"])]
        {
            assert_eq!(moved(text), expected, "{text}");
        }
        for other in ["1e3", "99999999999999999999"] {
            assert!(moved(other).is_empty(), "{other}");
        }
    }
}
