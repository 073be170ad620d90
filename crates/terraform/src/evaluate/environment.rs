//! Where an expression is written, and what its names mean there.

use crate::configuration::Module;
use crate::syntax::SourceId;
use crate::value::Val;
use std::rc::Rc;

/// A name that an expression gives a value, and those around it.
pub struct Bound {
    /// The name.
    pub name: String,
    /// Its value.
    pub value: Val,
    /// The names around it.
    pub outer: Option<Rc<Bound>>,
}

/// Where an expression is written, and what its names mean there.
#[derive(Clone)]
pub struct Env<'t> {
    /// The module whose names count.
    pub module: Rc<Module<'t>>,
    /// The text the expression is in.
    pub source: SourceId,
    /// The names of the expressions around it.
    pub bound: Option<Rc<Bound>>,
}

impl<'t> Env<'t> {
    /// The top of a module.
    pub fn of(module: &Rc<Module<'t>>, source: SourceId) -> Self {
        Self { module: module.clone(), source, bound: None }
    }

    /// The same place with one more name.
    pub fn with(&self, name: &str, value: Val) -> Self {
        let bound = Bound { name: name.to_owned(), value, outer: self.bound.clone() };
        Self { module: self.module.clone(), source: self.source, bound: Some(Rc::new(bound)) }
    }

    /// The same names in another text.
    pub fn in_source(&self, source: SourceId) -> Self {
        Self { source, ..self.clone() }
    }

    /// The value of a name that an expression binds.
    pub fn bound(&self, name: &str) -> Option<&Val> {
        let mut next = self.bound.as_ref();
        while let Some(own) = next {
            if own.name == name {
                return Some(&own.value);
            }
            next = own.outer.as_ref();
        }
        None
    }
}
