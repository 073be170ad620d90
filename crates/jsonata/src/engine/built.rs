//! Results as trees in which a container of an event is known as one.

use super::source::Level;
use jlens_core::output::{Builder, Member};
use std::rc::Rc;

/// A value of a result.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Built {
    Null,
    Bool(bool),
    Number(f64),
    String(String),
    Array(Vec<Built>),
    Object(Vec<(String, Built)>),
    /// An array or object of the events, unchanged, by its number.
    Input(u32),
}

/// Builds a result over the containers of one evaluation.
pub(crate) struct Tree<'e>(pub Rc<Level<'e>>);

impl Builder for Tree<'_> {
    type Value = Built;
    type Array = Vec<Built>;
    type Object = Vec<(String, Built)>;

    fn null(&mut self) -> Built {
        Built::Null
    }

    fn bool(&mut self, value: bool) -> Built {
        Built::Bool(value)
    }

    fn number(&mut self, value: f64) -> Built {
        Built::Number(value)
    }

    fn string(&mut self, value: &str) -> Built {
        Built::String(value.to_owned())
    }

    fn array(&mut self, _: usize) -> Vec<Built> {
        Vec::new()
    }

    fn push(&mut self, array: &mut Vec<Built>, item: Built) {
        array.push(item);
    }

    fn end_array(&mut self, array: Vec<Built>) -> Built {
        Built::Array(array)
    }

    fn object(&mut self, _: usize) -> Vec<(String, Built)> {
        Vec::new()
    }

    fn insert(&mut self, object: &mut Vec<(String, Built)>, key: &str, value: Built) {
        object.push((key.to_owned(), value));
    }

    fn end_object(&mut self, object: Vec<(String, Built)>) -> Built {
        Built::Object(object)
    }

    fn input(&mut self, member: Member) -> Option<Built> {
        member.of(&self.0).then(|| Built::Input(member.index()))
    }
}
