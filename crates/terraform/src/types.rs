//! The types of variables: what Terraform makes of a value that was given.

use super::evaluate::{Env, Evaluator};
use super::syntax::{Expression, ExpressionKind, Key};
use super::value::{Data, Val};
use std::rc::Rc;

/// The value as its type has it: members that are left out become `null` or their defaults.
pub fn conformed(evaluator: &Evaluator<'_>, value: Val, kind: Option<&Expression>) -> Val {
    let Some(kind) = kind else { return value };
    conform(evaluator, value, kind, 0)
}

fn conform(evaluator: &Evaluator<'_>, value: Val, kind: &Expression, depth: usize) -> Val {
    const DEEPEST: usize = 20;
    if depth > DEEPEST || value.is_null() || value.as_unknown().is_some() || !evaluator.spend(8) {
        return value;
    }
    let place = value.place;
    match &kind.kind {
        ExpressionKind::Variable(name) if name == "string" => match &value.data {
            Data::Number(_) | Data::Bool(_) => match value.scalar() {
                Some(text) => Val::text(text, place),
                None => value,
            },
            _ => value,
        },
        ExpressionKind::Variable(name) if name == "bool" => match value.truth() {
            Some(on) => Val::new(Data::Bool(on), place),
            None => value,
        },
        ExpressionKind::Variable(name) if name == "number" => match &value.data {
            Data::Text(text) => match super::number::canonical(text) {
                Some(number) if text.starts_with(|c: char| c.is_ascii_digit() || c == '-') => {
                    Val::new(Data::Number(number.into()), place)
                }
                _ => value,
            },
            _ => value,
        },
        ExpressionKind::Call { name, arguments, .. } => match (name.as_str(), &arguments[..]) {
            ("list" | "set", [inner]) => match value.items() {
                Some(items) => {
                    let each = |own: &Val| conform(evaluator, own.clone(), inner, depth + 1);
                    let items: Vec<Val> = items.iter().map(each).collect();
                    Val::new(Data::List { items: Rc::new(items), set: name == "set" }, place)
                }
                None => value,
            },
            ("map", [inner]) => match value.members() {
                Some(members) => {
                    let each = |(key, own): &(Rc<str>, Val)| {
                        (key.clone(), conform(evaluator, own.clone(), inner, depth + 1))
                    };
                    Val::map(members.iter().map(each).collect(), place)
                }
                None => value,
            },
            ("optional", [inner, ..]) => conform(evaluator, value, inner, depth + 1),
            ("object", [Expression { kind: ExpressionKind::Object(wanted), .. }]) => {
                object(evaluator, value, wanted, depth)
            }
            _ => value,
        },
        _ => value,
    }
}

fn object(evaluator: &Evaluator<'_>, value: Val, wanted: &[(Key, Expression)], depth: usize) -> Val {
    let place = value.place;
    let Some(members) = value.members() else { return value };
    let mut out: Vec<(Rc<str>, Val)> = Vec::new();
    let wants = |key: &str| {
        wanted.iter().find_map(|(own, kind)| match own {
            Key::Name(name, _) if name == key => Some(kind),
            _ => None,
        })
    };
    for (key, own) in members.iter() {
        // What the type does not name is dropped by Terraform.
        if let Some(kind) = wants(key) {
            let own = match (own.is_null(), default(evaluator, kind)) {
                (true, Some(default)) => default,
                _ => own.clone(),
            };
            out.push((key.clone(), conform(evaluator, own, kind, depth + 1)));
        }
    }
    for (key, kind) in wanted {
        if let Key::Name(name, _) = key
            && value.get(name).is_none()
            && matches!(&kind.kind, ExpressionKind::Call { name, .. } if name == "optional")
        {
            let own = default(evaluator, kind).unwrap_or(Val::new(Data::Null, place));
            out.push((name.as_str().into(), conform(evaluator, own, kind, depth + 1)));
        }
    }
    Val::map(out, place)
}

/// The default of `optional(type, default)`.
fn default(evaluator: &Evaluator<'_>, kind: &Expression) -> Option<Val> {
    match &kind.kind {
        ExpressionKind::Call { name, arguments, .. } if name == "optional" => {
            let default = arguments.get(1)?;
            let module = evaluator.modules.borrow().first()?.clone();
            Some(evaluator.evaluate(&Env::of(&module, 0), default))
        }
        _ => None,
    }
}
