//! Paths into an event, as `InputPath`, `InputPathsMap` and the dynamic parameters of targets write them.

use crate::diagnostics::{self as say, Diagnostic};
use crate::input_path::{self, addressable};
pub use crate::input_path::{PathStep, Selected};
pub use crate::limits::MAX_PATH;
use crate::paths_map::fixed_path;
use rulepad_document::json::Node;
use rulepad_document::path::Step as Place;
use rulepad_document::{Role, Span};

/// A path in the grammar `"$" *( "." name *( "[" ( 1*DIGIT / "*" ) "]" ) )`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path(Vec<PathStep>);

impl Path {
    /// Reads a path; `None` where it leaves the grammar or is longer than AWS takes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.chars().count() > MAX_PATH {
            return None;
        }
        let read = input_path::read(text);
        read.steps.filter(|_| read.fault.is_none()).map(Self)
    }

    /// Reads the path of `InputPath`, which may have keys in brackets: `$['detail']`.
    #[must_use]
    pub fn of_input(text: &str) -> Option<Self> {
        if text.chars().count() > MAX_PATH {
            return None;
        }
        let read = input_path::read(text);
        read.steps.filter(|_| read.fault.is_none() || read.only_brackets).map(Self)
    }

    pub(crate) fn of(steps: Vec<PathStep>) -> Self {
        Self(steps)
    }

    /// The steps, from the event on.
    #[must_use]
    pub fn steps(&self) -> &[PathStep] {
        &self.0
    }

    /// What the path selects in an event.
    #[must_use]
    pub fn select<'e>(&self, event: &'e Node) -> Selected<'e> {
        input_path::select(&self.0, event)
    }
}

/// What is wrong with the writing of a path, with its fix; `None` for one in the grammar. `span` is the place
/// of the whole path in the text of `role`, and `in_quotes` whether its quotes are inside.
#[must_use]
pub fn problem(text: &str, role: Role, span: Span, in_quotes: bool) -> Option<Diagnostic> {
    let length = text.chars().count();
    if length > MAX_PATH {
        return Some(say::path_too_long(role, span, length));
    }
    let read = input_path::read(text);
    let fault = read.fault.as_ref()?;
    Some(say::path_fault(role, span, fault.kind, fixed_path(span, text, &read, None, in_quotes)))
}

/// Why no path selects a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPath {
    /// No path can write this key.
    Key(String),
    /// The whole path is longer than AWS takes.
    TooLong,
}

/// The path to a place of the event.
///
/// # Errors
/// When a key cannot be written in a path, or the path is too long.
pub fn write(places: &[Place]) -> Result<String, NoPath> {
    let mut out = String::from("$");
    for place in places {
        match place {
            Place::Key(key) if addressable(key) => {
                out.push('.');
                out.push_str(key);
            }
            Place::Key(key) => return Err(NoPath::Key(key.clone())),
            Place::Index(index) => out.push_str(&format!("[{index}]")),
        }
    }
    if out.chars().count() > MAX_PATH { Err(NoPath::TooLong) } else { Ok(out) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::json::parse;

    #[test]
    fn a_path_is_parsed_selects_and_is_written() {
        let event = parse(r#"{"detail": {"a-b": [{"c": 1.50}]}}"#, Role::Event).root.unwrap();
        let path = Path::parse("$.detail.a-b[0].c").unwrap();
        let Selected::One(node) = path.select(&event) else { panic!() };
        assert_eq!(rulepad_document::json::compact(node), "1.50");
        let offset = node.span.start;
        let (places, _) = rulepad_document::path::at(&event, offset).unwrap();
        assert_eq!(write(&places).unwrap(), "$.detail.a-b[0].c");
        assert_eq!(write(&[Place::Key("Subnet ID".into())]), Err(NoPath::Key("Subnet ID".into())));
        assert_eq!(write(&[Place::Key("x".repeat(255))]), Err(NoPath::TooLong));
        assert_eq!(write(&[Place::Key("x".repeat(254))]).unwrap().len(), 256);
    }

    #[test]
    fn what_leaves_the_grammar_is_reported_with_its_fix() {
        assert_eq!(Path::parse("$..a"), None);
        assert_eq!(problem("$.a", Role::Event, Span::new(0, 3), false), None);
        let found = problem("a.b", Role::Parameters(0), Span::new(4, 9), true).unwrap();
        assert_eq!(found.first_fix().unwrap().edits[0].text, "\"$.a.b\"");
    }
}
