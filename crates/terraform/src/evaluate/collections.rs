//! Objects, and what `for` makes of a collection.

use super::{Env, Evaluator, STEP, why_of};
use crate::diagnostics;
use crate::syntax::{Expression, For, Key};
use crate::value::{Data, SourcePlace, Val};
use std::collections::BTreeMap;
use std::rc::Rc;

impl<'t> Evaluator<'t> {
    pub(super) fn object(&self, env: &Env<'t>, members: &[(Key, Expression)], place: SourcePlace) -> Val {
        let mut out: Vec<(Rc<str>, Val)> = Vec::new();
        for (key, value) in members {
            let (name, key_place): (Option<Rc<str>>, SourcePlace) = match key {
                Key::Name(name, span) => (Some(name.as_str().into()), SourcePlace::new(env.source, *span)),
                Key::Expression(own) => {
                    let key = self.evaluate(env, own);
                    (key.scalar(), SourcePlace::new(env.source, own.span))
                }
            };
            let value = self.evaluate(env, value);
            match name {
                Some(name) => out.push((name, value)),
                None => {
                    let source = self.text(key_place);
                    self.report(key_place, |span| diagnostics::key(span, &source));
                }
            }
        }
        Val::map(unique(out), place)
    }

    pub(super) fn for_each(&self, env: &Env<'t>, own: &For, place: SourcePlace) -> Val {
        let collection = self.evaluate(env, &own.collection);
        let Some(pairs) = pairs(&collection) else {
            let why = why_of(std::slice::from_ref(&collection));
            return self.unknown(place, why);
        };
        let mut items: Vec<Val> = Vec::new();
        let mut members: Vec<(Rc<str>, Val)> = Vec::new();
        let mut groups: BTreeMap<Rc<str>, Vec<Val>> = BTreeMap::new();
        for (key, value) in pairs {
            if !self.spend(STEP) {
                return self.too_much(place);
            }
            let env = self.iteration(env, own.key.as_deref(), &own.value, key, value);
            if let Some(condition) = &own.condition {
                let condition = self.evaluate(&env, condition);
                match condition.truth() {
                    Some(true) => {}
                    Some(false) => continue,
                    None => return self.unknown(place, why_of(&[condition])),
                }
            }
            let result = self.evaluate(&env, &own.result);
            let Some(result_key) = &own.result_key else {
                items.push(result);
                continue;
            };
            let key = self.evaluate(&env, result_key);
            let Some(name) = key.scalar() else { return self.unknown(place, why_of(&[key])) };
            if own.grouped {
                groups.entry(name).or_default().push(result);
            } else {
                members.push((name, result));
            }
        }
        match (&own.result_key, own.grouped) {
            (None, _) => Val::list(items, place),
            (Some(_), false) => Val::map(unique(members), place),
            (Some(_), true) => {
                let group = |(name, items)| (name, Val::list(items, place));
                Val::map(groups.into_iter().map(group).collect(), place)
            }
        }
    }
}

/// Keys and values of a collection, in Terraform's order.
pub fn pairs(collection: &Val) -> Option<Vec<(Val, Val)>> {
    match &collection.data {
        Data::List { items, set } => Some(
            items
                .iter()
                .enumerate()
                .map(|(at, own)| (if *set { own.clone() } else { Val::number(at, own.place) }, own.clone()))
                .collect(),
        ),
        Data::Map(members) => {
            let mut all: Vec<&(Rc<str>, Val)> = members.iter().collect();
            all.sort_by(|one, other| one.0.cmp(&other.0));
            Some(all.into_iter().map(|(key, own)| (Val::text(key.clone(), own.place), own.clone())).collect())
        }
        _ => None,
    }
}

/// Of a key that is written twice, the last.
pub fn unique(members: Vec<(Rc<str>, Val)>) -> Vec<(Rc<str>, Val)> {
    let mut last = BTreeMap::new();
    for (at, (key, _)) in members.iter().enumerate() {
        last.insert(key.clone(), at);
    }
    if last.len() == members.len() {
        return members;
    }
    let kept = members.into_iter().enumerate().filter(|(at, (key, _))| last.get(key) == Some(at));
    kept.map(|(_, member)| member).collect()
}
