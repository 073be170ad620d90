//! A resource as it is made: its attributes worked out, its `dynamic` blocks written out.

use super::evaluate::{Env, Evaluator, pairs};
use super::syntax::{Block, Body, ExpressionKind};
use super::value::{Data, SourcePlace, Val};
use crate::diagnostics;

/// An attribute.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The name.
    pub name: String,
    /// Where the name is written.
    pub key: SourcePlace,
    /// The value.
    pub value: Val,
}

/// Attributes and blocks.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// The attributes, in their order.
    pub attributes: Vec<Setting>,
    /// The blocks, with the name of each and where it is written.
    pub blocks: Vec<(String, SourcePlace, Resolved)>,
    /// Where it is written.
    pub place: SourcePlace,
}

impl Resolved {
    /// What is between the braces of a block.
    pub fn of<'t>(evaluator: &Evaluator<'t>, env: &Env<'t>, body: &Body, place: SourcePlace) -> Self {
        let attributes = body.attributes.iter().map(|own| Setting {
            name: own.name.clone(),
            key: SourcePlace::new(own.source, own.name_span),
            value: evaluator.attribute(env, own),
        });
        let mut out = Self { attributes: attributes.collect(), blocks: Vec::new(), place };
        for block in &body.blocks {
            out.add(evaluator, env, block);
        }
        out
    }

    fn add<'t>(&mut self, evaluator: &Evaluator<'t>, env: &Env<'t>, block: &Block) {
        let place = SourcePlace::new(block.source, block.kind_span);
        let name = match (block.kind.as_str(), block.labels.first()) {
            ("dynamic", Some(name)) => name,
            _ => {
                let inner = Self::of(evaluator, env, &block.body, place);
                self.blocks.push((block.kind.clone(), place, inner));
                return;
            }
        };
        let (Some(each), Some(content)) =
            (block.body.attribute("for_each"), block.body.blocks("content").next())
        else {
            return;
        };
        let iterator = match block.body.attribute("iterator").map(|own| &own.value.kind) {
            Some(ExpressionKind::Variable(own)) => own,
            _ => name,
        };
        let collection = evaluator.attribute(env, each);
        let Some(all) = pairs(&collection) else {
            let source = collection.source();
            evaluator.report(place, |span| diagnostics::dynamic(span, name, &source));
            return;
        };
        for (key, value) in all {
            if !evaluator.spend(8) {
                return;
            }
            let bound = Val::map(vec![("key".into(), key), ("value".into(), value)], place);
            let env = env.with(iterator, bound);
            let inner = Self::of(evaluator, &env, &content.body, place);
            self.blocks.push((name.clone(), place, inner));
        }
    }

    /// The members of a map, as in the notations in which blocks are values.
    pub fn of_value(value: &Val) -> Self {
        let attributes = value.members().map(|own| own.to_vec()).unwrap_or_default();
        let setting = |(name, value): (std::rc::Rc<str>, Val)| Setting {
            name: name.to_string(),
            key: value.place,
            value,
        };
        Self {
            attributes: attributes.into_iter().map(setting).collect(),
            blocks: Vec::new(),
            place: value.place,
        }
    }

    /// An attribute; `null` is none.
    pub fn get(&self, name: &str) -> Option<&Setting> {
        self.attributes.iter().find(|own| own.name == name && !own.value.is_null())
    }

    /// Whether an attribute is written, whatever its value.
    pub fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|own| own.name == name)
    }

    /// The blocks of a name, also where they are written as values.
    pub fn blocks(&self, name: &str) -> Vec<Self> {
        let mut out: Vec<Self> =
            self.blocks.iter().filter(|(own, _, _)| own == name).map(|(_, _, inner)| inner.clone()).collect();
        if let Some(own) = self.get(name) {
            match &own.value.data {
                Data::Map(_) => out.push(Self::of_value(&own.value)),
                Data::List { items, .. } => {
                    out.extend(items.iter().filter(|own| own.members().is_some()).map(Self::of_value));
                }
                _ => {}
            }
        }
        out
    }
}
