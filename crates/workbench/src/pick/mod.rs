//! The value at a place of the event: its name, its path, and what can be made of it.

mod condition;
mod set_value;
mod variable;
pub(crate) mod why_not;

pub use condition::{Condition, add_to_pattern};
pub use set_value::set_value;
pub(crate) use set_value::transplant;
pub use variable::{NewVariable, add_variable};

use rulepad_document::json::{self, Node, Value, compact};
use rulepad_document::path::{self, Step};
use rulepad_document::{Lang, Role, Span};
use rulepad_transformer::path::{NoPath, Path, Selected, write};
use rulepad_transformer::variable_name;
use serde::{Deserialize, Serialize};
use why_not::WhyNot;

/// A value of the event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picked {
    /// Its joined name with array indexes, as a person reads it: `detail.phases[0].phase-type`.
    pub name: String,
    /// The input path that selects it: `$.detail.phases[0].phase-type`.
    pub path: Option<String>,
    /// Why no input path selects it, as a sentence without a full stop.
    pub no_path: Option<String>,
    /// Why no condition of an event pattern can ask for it.
    pub no_condition: Option<String>,
    /// A scalar as it was written, without line breaks; empty for an object or array.
    pub value: String,
    /// What it is: `a string`, `an object of 5`.
    pub kind: String,
    /// Where it is in the event.
    pub span: Span,
    /// A name for a variable that holds it.
    pub variable: String,
}

/// The value at a byte offset of an event, broken as it may be; a place on a key counts as its value.
#[must_use]
pub fn at(event: &str, offset: usize, lang: Lang) -> Option<Picked> {
    let why_not = |why: &WhyNot| words!(lang, pick::why_not(why));
    let root = json::parse_unchecked(event, Role::Event).root?;
    let (steps, node) = path::at(&root, u32::try_from(offset).ok()?)?;
    let (path, no_path) = match addressed(&root, &steps, node) {
        Ok(path) => (Some(path), None),
        Err(why) => (None, Some(why_not(&why))),
    };
    Some(Picked {
        name: path::name(&steps),
        path,
        no_path,
        no_condition: condition::literals(event, &steps, node).err().as_ref().map(why_not),
        value: match &node.value {
            Value::Array(_) | Value::Object(_) | Value::Invalid => String::new(),
            _ => compact(node),
        },
        kind: words!(lang, values::kind_of(&node.value)),
        span: node.span,
        variable: suggested(&steps),
    })
}

/// The path to a value, where one selects it.
fn addressed(root: &Node, steps: &[Step], node: &Node) -> Result<String, WhyNot> {
    if node.value == Value::Invalid {
        return Err(WhyNot::NotJson);
    }
    let text = write(steps).map_err(|why| match why {
        NoPath::Key(key) if key.is_empty() => WhyNot::EmptyKey,
        NoPath::Key(key) => WhyNot::Key(key),
        NoPath::TooLong => WhyNot::PathTooLong,
    })?;
    match Path::parse(&text).map(|path| path.select(root)) {
        Some(Selected::One(found)) if found.span == node.span => Ok(text),
        Some(Selected::One(_)) => Err(WhyNot::LaterValue),
        _ => Err(WhyNot::NestedArray),
    }
}

/// The last key that a person would know the value by.
fn suggested(steps: &[Step]) -> String {
    let key = steps.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    let index = match steps.last() {
        Some(Step::Index(index)) => format!("-{index}"),
        _ => String::new(),
    };
    variable_name(&format!("{}{index}", key.unwrap_or("event")))
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
