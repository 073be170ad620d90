//! The event pattern of a resource, a JSON text in which some values may not be known.

use super::drafted::Drafted;
use super::value::{Data, Piece, Place, Val, Why};
use crate::diagnostics as say;
use crate::import::rule::laid_out;
use rulepad_document::Role;
use rulepad_document::json::{Member, Node, Value, parse, pretty};
use std::collections::BTreeSet;

const TOO_MUCH: &str = "The event pattern takes too much work to be read.";

/// The pattern; blank where nothing of it is known, which is reported.
pub(super) fn pattern(
    drafted: &mut Drafted<'_, '_>,
    value: &Val,
    key: Place,
    notes: &mut Vec<String>,
) -> String {
    match &value.data {
        Data::Null => String::new(),
        // What is encoded is taken as it was written, keys in their order.
        Data::Encoded(inner) => {
            let home = value.place;
            let node = drafted.node(inner, home);
            if drafted.evaluator.exhausted.get() {
                notes.push(TOO_MUCH.to_owned());
                return String::new();
            }
            pretty(&sound(drafted, node, key, notes))
        }
        Data::Parts(pieces) => parts(drafted, pieces, key, notes),
        Data::Unknown(own) => {
            match &own.why {
                Why::File(path) => {
                    drafted.tell(own);
                    notes.push(format!("The event pattern is in the file `{path}`: add it."));
                }
                Why::Budget => notes.push(TOO_MUCH.to_owned()),
                _ => {
                    drafted
                        .evaluator
                        .report(value.place, |span| say::import_pattern_unknown(span, &own.source));
                    notes.push(format!("The event pattern is not known here: it is `{}`.", own.source));
                }
            }
            String::new()
        }
        _ => match value.scalar() {
            Some(text) => laid_out(text.trim()),
            None => {
                drafted.evaluator.report(value.place, |span| {
                    say::import_type(span, "event_pattern", "a string", value.kind_name())
                });
                String::new()
            }
        },
    }
}

/// A text with values put in: within strings of JSON as text, elsewhere as a value.
fn parts(drafted: &mut Drafted<'_, '_>, pieces: &[Piece], key: Place, notes: &mut Vec<String>) -> String {
    let (mut out, mut within, mut escaped) = (String::new(), false, false);
    let mut values = false;
    for piece in pieces {
        match piece {
            Piece::Known(text) => {
                for c in text.chars() {
                    match c {
                        _ if escaped => escaped = false,
                        '\\' if within => escaped = true,
                        '"' => within = !within,
                        _ => {}
                    }
                }
                out.push_str(text);
            }
            Piece::Unknown(own) if within => out.push_str(&drafted.shown(own)),
            Piece::Unknown(own) => {
                values = true;
                out.push('"');
                out.push_str(&drafted.shown(own));
                out.push('"');
            }
        }
    }
    let text = out.trim();
    match parse(text, Role::Import).valid() {
        Some(node) => {
            let fixed = sound(drafted, node.clone(), key, notes);
            if values || fixed != *node { pretty(&fixed) } else { laid_out(text) }
        }
        None => text.to_owned(),
    }
}

/// The pattern with what is not known where AWS takes it: a value of a list. Elsewhere the field is left out, which
/// is reported.
fn sound(drafted: &Drafted<'_, '_>, node: Node, key: Place, notes: &mut Vec<String>) -> Node {
    let shown: BTreeSet<&str> = drafted.references.iter().map(|own| own.shown.as_str()).collect();
    let mut fields = Fields::default();
    let node = if shown.is_empty() { node } else { object(node, &shown, "", &mut fields) };
    notes.extend(fields.lists.into_iter().map(|field| {
        format!("The values of `{field}` are not known here: their expression is shown as the only one.")
    }));
    for field in fields.left {
        drafted.evaluator.report(key, |span| say::import_pattern_field(span, &field));
        notes.push(format!("`{field}` of the event pattern is not known here, so the field is left out."));
    }
    node
}

/// Fields of which not all is known.
#[derive(Default)]
struct Fields {
    /// Those that are left out.
    left: Vec<String>,
    /// Those whose list is one expression.
    lists: Vec<String>,
}

fn object(node: Node, shown: &BTreeSet<&str>, path: &str, fields: &mut Fields) -> Node {
    let Value::Object(members) = node.value else { return node };
    let mut out: Vec<Member> = Vec::new();
    for member in members {
        let own = if path.is_empty() { member.key.clone() } else { format!("{path}.{}", member.key) };
        let is_shown = |node: &Node| node.as_str().is_some_and(|text| shown.contains(text));
        let value = match &member.value.value {
            // `detail` is an object, and `$or` a list of objects.
            Value::String(_) if is_shown(&member.value) => {
                let is_leaf = !(own == "detail" || member.key == "$or");
                fields.lists.extend(is_leaf.then(|| own.clone()));
                is_leaf.then(|| Node {
                    span: member.value.span,
                    value: Value::Array(vec![member.value.clone()]),
                })
            }
            Value::Array(items) if member.key == "$or" => {
                let all: Vec<Node> =
                    items.iter().map(|item| object(item.clone(), shown, path, fields)).collect();
                let whole = !all.iter().any(&is_shown);
                whole.then_some(Node { span: member.value.span, value: Value::Array(all) })
            }
            Value::Array(items) => {
                items.iter().all(|item| takes(item, &is_shown)).then(|| member.value.clone())
            }
            Value::Object(_) => Some(object(member.value.clone(), shown, &own, fields)),
            _ => Some(member.value.clone()),
        };
        match value {
            Some(value) => out.push(Member { value, ..member }),
            None => fields.left.push(own),
        }
    }
    Node { span: node.span, value: Value::Object(out) }
}

/// Whether an operator takes a text that is not known: not where AWS looks at the value itself.
fn takes(item: &Node, is_shown: &dyn Fn(&Node) -> bool) -> bool {
    const CHECKED: [&str; 3] = ["numeric", "exists", "cidr"];
    let holds = |node: &Node| match &node.value {
        Value::Array(items) => items.iter().any(is_shown),
        _ => is_shown(node),
    };
    item.members().is_none_or(|members| {
        members.iter().all(|own| !(CHECKED.contains(&own.key.as_str()) && holds(&own.value)))
    })
}
