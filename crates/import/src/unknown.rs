//! Event patterns in which a value is not known: a value of a list stays as it is shown, and so does a whole list, as
//! the only value of one. What AWS takes in neither way is left out, and reported.

use super::FoundRule;
use crate::message::Note;
use crate::{Diagnostic, diagnostics};
use rulepad_document::json::{Member, Node, Value, parse, pretty};
use rulepad_document::{Role, Span};
use rulepad_rule::{Reference, ReferenceValue};
use std::collections::BTreeSet;

/// A pattern that AWS takes, as far as values that are not known go.
pub(super) struct Sound {
    /// The pattern.
    pub node: Node,
    /// The fields whose list is not known.
    pub lists: Vec<PatternField>,
    /// The fields that are left out.
    pub left: Vec<PatternField>,
}

/// A field of a pattern.
pub(super) struct PatternField {
    /// Its path, with points.
    pub name: String,
    /// The place of its value.
    pub span: Span,
    /// What is shown for its list; blank where it is left out.
    pub shown: String,
}

/// The pattern with what is not known where AWS takes it. `raw` is what the text has for the pattern, where that has
/// other places.
pub(super) fn sound(node: Node, raw: Option<&Node>, references: &[Reference]) -> Sound {
    // What is one value is no list without its brackets: AWS refuses it.
    let may_be_list = references.iter().filter(|own| own.value != ReferenceValue::One);
    let lists: BTreeSet<&str> = may_be_list.map(|own| own.shown.as_str()).collect();
    let shown: BTreeSet<&str> = references.iter().map(|own| own.shown.as_str()).collect();
    let whole = raw.map(|raw| raw.span);
    let mut walk = Walk { shown, may_be_lists: lists, whole, lists: Vec::new(), left: Vec::new() };
    let node = if walk.shown.is_empty() { node } else { walk.object(node, raw, "") };
    Sound { node, lists: walk.lists, left: walk.left }
}

/// Marks the references that are whole lists.
pub(super) fn mark_lists(references: &mut [Reference], lists: &[PatternField]) {
    let is_list = |own: &&mut Reference| lists.iter().any(|field| field.shown == own.shown);
    references.iter_mut().filter(is_list).for_each(|own| own.value = ReferenceValue::List);
}

/// Makes the pattern of a rule sound, and reports what is not known.
pub(super) fn settle(found: &mut FoundRule, diagnostics: &mut Vec<Diagnostic>) {
    if found.references.is_empty() {
        return;
    }
    let Some(text) = &found.pattern else { return };
    let parsed = parse(text, Role::Pattern);
    let Some(node) = parsed.valid() else { return };
    let raw = found.raw_pattern.as_ref();
    let Sound { node, lists, left } = sound(node.clone(), raw, &found.references);
    if lists.is_empty() && left.is_empty() {
        return;
    }
    found.pattern = Some(if is_empty(&node) { String::new() } else { pretty(&node) });
    let place = |field: &PatternField| raw.map_or(Span::default(), |_| field.span);
    diagnostics.extend(lists.iter().map(|own| diagnostics::pattern_list(place(own), &own.name, &own.shown)));
    diagnostics.extend(left.iter().map(|own| diagnostics::pattern_field(place(own), &own.name)));
    found.notes.extend(left.iter().map(left_out));
    mark_lists(&mut found.references, &lists);
}

/// The note on a field that is left out.
pub(super) fn left_out(field: &PatternField) -> Note {
    Note::FieldLeftOut(field.name.clone())
}

/// Whether nothing is in an object.
pub(super) fn is_empty(node: &Node) -> bool {
    node.members().is_some_and(<[Member]>::is_empty)
}

struct Walk<'r> {
    shown: BTreeSet<&'r str>,
    may_be_lists: BTreeSet<&'r str>,
    /// The place of the pattern in the text, where the walk has other places.
    whole: Option<Span>,
    lists: Vec<PatternField>,
    left: Vec<PatternField>,
}

impl Walk<'_> {
    fn object(&mut self, node: Node, raw: Option<&Node>, path: &str) -> Node {
        let Value::Object(members) = node.value else { return node };
        let mut out: Vec<Member> = Vec::new();
        for member in members {
            let name = if path.is_empty() { member.key.clone() } else { format!("{path}.{}", member.key) };
            let own = raw.and_then(|raw| raw.get(&member.key));
            let before = self.left.len();
            match self.value(&member, own, path, &name) {
                Some(value) => out.push(Member { value, ..member }),
                // An object of which nothing is left, which AWS refuses.
                None if self.left.len() > before => {}
                None => {
                    let span = self.place(&member.value, own);
                    self.left.push(PatternField { name, span, shown: String::new() });
                }
            }
        }
        Node { span: node.span, value: Value::Object(out) }
    }

    /// The value of a field; `None` where it cannot stay.
    fn value(&mut self, member: &Member, raw: Option<&Node>, path: &str, name: &str) -> Option<Node> {
        let span = member.value.span;
        match &member.value.value {
            // `detail` is an object, and `$or` a list of objects.
            Value::String(text) if self.may_be_lists.contains(text.as_str()) => {
                let is_leaf = !(name == "detail" || member.key == "$or");
                is_leaf.then(|| {
                    self.list(&member.value, raw, name);
                    Node { span, value: Value::Array(vec![member.value.clone()]) }
                })
            }
            Value::Array(items) if member.key == "$or" => {
                let part = |at: usize| match &raw?.value {
                    Value::Array(items) => items.get(at),
                    _ => None,
                };
                let all: Vec<Node> = items
                    .iter()
                    .enumerate()
                    .map(|(at, item)| self.object(item.clone(), part(at), path))
                    .collect();
                let whole = !all.iter().any(|item| self.is_shown(item) || is_empty(item));
                whole.then_some(Node { span, value: Value::Array(all) })
            }
            Value::Array(items) => items.iter().all(|item| self.takes(item)).then(|| member.value.clone()),
            Value::Object(members) => {
                let own = self.object(member.value.clone(), raw, name);
                (members.is_empty() || !is_empty(&own)).then_some(own)
            }
            _ => Some(member.value.clone()),
        }
    }

    fn list(&mut self, value: &Node, raw: Option<&Node>, name: &str) {
        let shown = value.as_str().unwrap_or_default().to_owned();
        self.lists.push(PatternField { name: name.to_owned(), span: self.place(value, raw), shown });
    }

    /// The place of a value in the text, as exactly as that is known.
    fn place(&self, value: &Node, raw: Option<&Node>) -> Span {
        self.whole.map_or(value.span, |whole| raw.map_or(whole, |raw| raw.span))
    }

    fn is_shown(&self, node: &Node) -> bool {
        node.as_str().is_some_and(|text| self.shown.contains(text))
    }

    /// Whether an operator takes a text that is not known: not where AWS looks at the value itself.
    fn takes(&self, item: &Node) -> bool {
        const CHECKED: [&str; 3] = ["numeric", "exists", "cidr"];
        let holds = |node: &Node| match &node.value {
            Value::Array(items) => items.iter().any(|item| self.is_shown(item)),
            _ => self.is_shown(node),
        };
        item.members().is_none_or(|members| {
            members.iter().all(|own| !(CHECKED.contains(&own.key.as_str()) && holds(&own.value)))
        })
    }
}
